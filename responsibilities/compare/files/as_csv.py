"""A comparison as one flat table: a line for each part in each cell, so that a spreadsheet can sort and filter it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from responsibilities.compare.files.passages import Quoted, quoted
from responsibilities.compare.reading import SideBySide
from responsibilities.models import Citation
from responsibilities.reading import ShownPart
from roles.models import TraitCitation
from web.spreadsheets import csv_text


def as_csv(shown: SideBySide) -> str:
    """A heading, then the traits, then the duties."""
    return csv_text(_headings(), [*_traits(shown), *_duties(shown)])


def _headings() -> list[str]:
    return [
        _("section"),
        _("duty"),
        _("who has it"),
        _("role"),
        _("state"),
        _("disputed"),
        _("involvement"),
        _("statement"),
        _("documents"),
        _("of documents"),
        _("passages"),
    ]


def _traits(shown: SideBySide) -> Iterator[list[str]]:
    for row in shown.traits:
        for cell in row.cells:
            for trait in cell.traits:
                about = [row.label, "", "", cell.role.name, "", "", "", trait.statement]
                yield [*about, str(len(trait.voices)), str(trait.total), _places(trait.citations)]


def _duties(shown: SideBySide) -> Iterator[list[str]]:
    for shelf in shown.shelves:
        for row in shelf.rows:
            for cell in row.cells:
                about = [shelf.area.name, row.duty.name, row.spread_label, cell.role.name]
                if not cell.parts:
                    yield [*about, cell.label, "", "", "", "", "", ""]
                for part in cell.parts:
                    disputed = _("yes") if part.disputed else _("no")
                    counted = [str(len(part.voices)), str(part.total), _places(part.citations)]
                    yield [*about, _state(part), disputed, part.label, part.statement, *counted]


def _state(part: ShownPart) -> str:
    """What affirms the part and what denies it: “has it; 1 document denies it”."""
    held = _("only under a condition or in doubt") if part.uncounted else _("has it")
    return "; ".join(filter(None, ["" if part.denied else held, part.denial]))


def _places(citations: Iterable[Citation | TraitCitation]) -> str:
    return "; ".join(_place(quoted(citation)) for citation in citations)


def _place(passage: Quoted) -> str:
    place = f"{passage['cited_as']}: {passage['locator']}"
    return f"{place} ({_('denies it')})" if passage["denies"] else place
