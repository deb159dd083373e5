"""Rules across rows (``editing/rules.py``), asked of rows as values: what a load would leave behind."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from catalogue.content.rows import Model, Name, Row, content_fields
from editing.content import kinds
from editing.naming import sounded, spelled
from editing.rules import across, alike, in_loop, uncited, within
from orgcharts.models import Position
from responsibilities.models import Duty, DutyTerm
from roles.models import Alias, Role
from sources.models import Passage, PassageCitation, Source

Fault = tuple[Name, str]


def fact_of(row: Row) -> Name | None:
    """What a citation is there for; nothing for a row that is no citation."""
    return dict(row.references())[row.model.natural[0]] if issubclass(row.model, PassageCitation) else None


def facts() -> set[Model]:
    """The kinds of row that must cite."""
    citations = [model for model in kinds() if issubclass(model, PassageCitation)]
    return {model._meta.get_field(model.natural[0]).related_model for model in citations}  # type: ignore[misc]


def faults(rows: Mapping[Name, Row]) -> set[Fault]:
    """Every row that breaks a rule, with the reason in the active language. Linear, without a query."""
    return {*_uncited(rows), *_loops(rows), *_elsewhere(rows), *_own_repeats(rows), *_anchors(rows)}


def namesakes(rows: Mapping[Name, Row]) -> set[Fault]:
    """Every row that readers cannot tell from another by its name. Linear, without a query."""
    return {*_names(rows), *_wordings(rows)}


def _uncited(rows: Mapping[Name, Row]) -> Iterator[Fault]:
    kinds = facts()
    said = (name for name in rows if name[0] in kinds)
    for name in uncited(said, (fact_of(row) for row in rows.values())):
        yield name, _("it cites no passage")


def _loops(rows: Mapping[Name, Row]) -> Iterator[Fault]:
    for model, field in ((Position, "reports_to"), (Source, "derives_from"), (Passage, "repeats")):
        for name in in_loop(edges(rows.values(), model, field)):
            yield name, _("following “%(field)s” leads back to it") % {"field": field}


def _elsewhere(rows: Mapping[Name, Row]) -> Iterator[Fault]:
    for name in across(homes(rows, Position), edges(rows.values(), Position, "reports_to")):
        yield name, _("it reports to a position of another chart")


def _own_repeats(rows: Mapping[Name, Row]) -> Iterator[Fault]:
    for name in within(homes(rows, Passage), edges(rows.values(), Passage, "repeats")):
        yield name, _("it repeats a passage of its own document")


def _anchors(rows: Mapping[Name, Row]) -> Iterator[Fault]:
    anchors = ((name, (name[1][0], Passage(locator=name[1][-1]).anchor)) for name in rows if name[0] is Passage)
    for group in alike(anchors):
        for name in group:
            yield name, _("another passage of the document has the same address")


def _names(rows: Mapping[Name, Row]) -> Iterator[Fault]:
    for model in (Role, Duty):
        for group in alike(sorted(names_of(rows, model), key=str)):
            slugs = ", ".join(slug for _model, (slug,) in group)
            for name in group:
                yield name, _("one of its names means several: %(names)s") % {"names": slugs}


def _wordings(rows: Mapping[Name, Row]) -> Iterator[Fault]:
    for model in (Alias, DutyTerm):
        for group in alike((name, (*name[1][:-1], spelled(name[1][-1]))) for name in rows if name[0] is model):
            for name in group:
                yield name, _("it differs from another one in capitals or spaces alone")


def names_of(rows: Mapping[Name, Row], model: Model) -> set[tuple[Name, str]]:
    """Every name that means one role, or one duty, alone, with that row."""
    fields = [field for field in ("name_es", "name_en", "abbreviation") if field in content_fields(model)]
    named = {(name, row.values.get(field, "")) for name, row in rows.items() if name[0] is model for field in fields}
    if model is Role:
        aliases = (row for name, row in rows.items() if name[0] is Alias and not row.values.get("disputed"))
        named |= {((Role, (row.key[0],)), row.key[1]) for row in aliases}
    return {(name, sounded(text)) for name, text in named if text and name in rows}


def edges(rows: Iterable[Row], model: Model, field: str) -> dict[Name, Name | None]:
    """To which row of its own kind each row of ``model`` points through ``field``."""
    return {row.name: dict(row.references()).get(field) for row in rows if row.model is model}


def homes(rows: Iterable[Name], model: Model) -> dict[Name, str]:
    """The chart of each position, the document of each passage: their natural keys begin with it."""
    return {name: name[1][0] for name in rows if name[0] is model}
