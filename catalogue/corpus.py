"""What search reads: roles, duties, charts and sources with all their texts, in both languages."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from orgcharts.models import OrgChart, Position
from responsibilities.models import Duty, DutyTerm, Responsibility
from roles.models import Alias, Role, Trait
from sources.models import Passage, Source


class Weight(IntEnum):
    """Where a word stands; a name says more than another wording, and that more than a statement."""

    TEXT = 1
    TERM = 2
    NAME = 3


class Text(NamedTuple):
    """One text in Spanish and in English; either may be empty."""

    es: str
    en: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. ``heads`` name it; a word of a query may meet any head and one of the ``texts``."""

    kind: str
    slug: str
    title: Text
    heads: tuple[tuple[Weight, Text], ...]
    texts: tuple[Text, ...]


def entries(kinds: Collection[str]) -> Iterator[Entry]:
    """Everything of these kinds: two or three light queries for each kind, however many rows there are."""
    for kind, read in READERS.items():
        if kind in kinds:
            yield from read()


def _roles() -> Iterator[Entry]:
    aliases = _grouped(Alias.objects.order_by("pk").values_list("role__slug", "language", "name"))
    traits = _grouped(
        Trait.objects.order_by("position", "pk").values_list("role__slug", "statement_es", "statement_en")
    )
    for slug, es, en, short in Role.objects.in_order().values_list("slug", "name_es", "name_en", "abbreviation"):
        title = Text(es, en)
        terms = [(Weight.TERM, _in_language(*row)) for row in aliases[slug]]
        heads = ((Weight.NAME, title), (Weight.NAME, Text(short, short)), *terms)
        yield Entry("role", slug, title, heads, _filled(traits[slug]))


def _duties() -> Iterator[Entry]:
    terms = _grouped(DutyTerm.objects.order_by("pk").values_list("duty__slug", "language", "term"))
    said = Responsibility.objects.order_by("pk").values_list("duty__slug", "statement_es", "statement_en")
    statements = _grouped(said)
    fields = ("slug", "name_es", "name_en", "question_es", "question_en", "description_es", "description_en")
    for slug, es, en, asked_es, asked_en, about_es, about_en in Duty.objects.in_order().values_list(*fields):
        title, asked = Text(es, en), Text(asked_es, asked_en)
        wordings = [asked, *(_in_language(*row) for row in terms[slug])]
        heads = ((Weight.NAME, title), *((Weight.TERM, wording) for wording in wordings))
        yield Entry("duty", slug, title, heads, _filled([(about_es, about_en), *statements[slug]]))


def _charts() -> Iterator[Entry]:
    boxes = _grouped(Position.objects.order_by("pk").values_list("chart__slug", "name_es", "name_en"))
    fields = ("slug", "name_es", "name_en", "description_es", "description_en")
    for slug, es, en, about_es, about_en in OrgChart.objects.order_by("position", "slug").values_list(*fields):
        title = Text(es, en)
        heads = ((Weight.NAME, title), *((Weight.TERM, Text(*row)) for row in boxes[slug]))
        yield Entry("orgchart", slug, title, heads, _filled([(about_es, about_en)]))


def _sources() -> Iterator[Entry]:
    gists = _grouped(Passage.objects.order_by("position", "pk").values_list("source__slug", "gist_es", "gist_en"))
    fields = ("title_es", "title_en", "short_name_es", "short_name_en", "description_es", "description_en")
    rows = Source.objects.order_by("slug").values_list("slug", "publisher", "author", *fields)
    for slug, publisher, author, es, en, short_es, short_en, about_es, about_en in rows:
        title, short, signed = Text(es, en), Text(short_es, short_en), Text(author or publisher, author or publisher)
        terms = ((Weight.TERM, term) for term in (Text(publisher, publisher), Text(author, author)))
        heads = ((Weight.NAME, title), (Weight.NAME, short), *terms)
        cited_as = next(name for name in (short, signed, title) if any(name))  # the rule of Source.cited_as
        yield Entry("source", slug, cited_as, heads, _filled([(about_es, about_en), *gists[slug]]))


def _filled(rows: Iterable[tuple[str, str]]) -> tuple[Text, ...]:
    return tuple(Text(*row) for row in rows if any(row))


def _in_language(language: str, text: str) -> Text:
    return Text("", text) if language == "en" else Text(text)


def _grouped(rows: Iterable[tuple[str, str, str]]) -> defaultdict[str, list[tuple[str, str]]]:
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for slug, first, second in rows:
        groups[slug].append((first, second))
    return groups


# In the order in which equal hits are listed.
READERS: dict[str, Callable[[], Iterator[Entry]]] = {
    "role": _roles,
    "duty": _duties,
    "orgchart": _charts,
    "source": _sources,
}
