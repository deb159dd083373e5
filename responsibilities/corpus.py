"""What the search reads of the duties: three light queries, however many there are."""

from collections.abc import Iterator

from responsibilities.models import Duty, DutyTerm, Responsibility
from web.corpus import filled, grouped, in_language
from web.search import Entry, Kind, Text, Weight


def _duties() -> Iterator[Entry]:
    terms = grouped(DutyTerm.objects.order_by("pk").values_list("duty__slug", "language", "term"))
    said = Responsibility.objects.order_by("pk").values_list("duty__slug", "statement_es", "statement_en")
    statements = grouped(said)
    fields = ("slug", "name_es", "name_en", "question_es", "question_en", "description_es", "description_en")
    for slug, es, en, asked_es, asked_en, about_es, about_en in Duty.objects.in_order().values_list(*fields):
        title, asked = Text(es, en), Text(asked_es, asked_en)
        wordings = [asked, *(in_language(*row) for row in terms[slug])]
        heads = ((Weight.NAME, title), *((Weight.TERM, wording) for wording in wordings))
        yield Entry(slug, title, heads, filled([(about_es, about_en), *statements[slug]]))


DUTIES = Kind("duty", "responsibilities:duty_detail", _duties)
