"""What the search reads of the documents: two light queries, however many there are."""

from collections.abc import Iterator

from sources.models import Passage, Source
from web.corpus import filled, grouped
from web.search import Entry, Kind, Text, Weight


def _sources() -> Iterator[Entry]:
    gists = grouped(Passage.objects.order_by("position", "pk").values_list("source__slug", "gist_es", "gist_en"))
    fields = ("title_es", "title_en", "short_name_es", "short_name_en", "description_es", "description_en")
    rows = Source.objects.order_by("slug").values_list("slug", "publisher", "author", *fields)
    for slug, publisher, author, es, en, short_es, short_en, about_es, about_en in rows:
        title, short, signed = Text(es, en), Text(short_es, short_en), Text(author or publisher, author or publisher)
        terms = ((Weight.TERM, term) for term in (Text(publisher, publisher), Text(author, author)))
        heads = ((Weight.NAME, title), (Weight.NAME, short), *terms)
        cited_as = next(name for name in (short, signed, title) if any(name))  # the rule of Source.cited_as
        yield Entry(slug, cited_as, heads, filled([(about_es, about_en), *gists[slug]]))


SOURCES = Kind("source", "sources:detail", _sources)
