"""A comparison as plain values in the active language: what every format writes, in the order of the page."""

from collections.abc import Sequence
from typing import TypedDict

from responsibilities.compare.reading import ShownCell, ShownRow, ShownTrait, SideBySide, TraitRow
from responsibilities.compare.summary import Difference, RoleSummary
from responsibilities.models import Citation, Duty
from responsibilities.wording import denial, involvement_label
from roles.models import Role, TraitCitation
from sources.models import Source


class NamedDocument(TypedDict):
    """A role, an area or a source."""

    slug: str
    name: str


class PassageDocument(TypedDict):
    """One passage behind a fact, with what the document adds. Texts are empty where it adds nothing."""

    source: str
    cited_as: str
    locator: str
    gist: str
    standing: str
    condition: str
    horizon: str
    hedge: str
    denies: bool


class PartDocument(TypedDict):
    """One involvement in a cell; ``denial`` says in words that documents deny it, and is empty where none does."""

    involvement: str
    label: str
    denied: bool
    denial: str
    uncounted: bool
    disputed: bool
    voices: int
    denied_by: int
    of: int
    statement: str
    passages: list[PassageDocument]


class CellDocument(TypedDict):
    """One role × one duty."""

    role: str
    state: str
    label: str
    disputed: bool
    parts: list[PartDocument]


class DutyDocument(TypedDict):
    """One row."""

    slug: str
    name: str
    spread: str
    spread_label: str
    disputed: bool
    cells: list[CellDocument]


class ShelfDocument(TypedDict):
    """The rows of one area."""

    area: NamedDocument
    duties: list[DutyDocument]


class StatementDocument(TypedDict):
    """A trait."""

    statement: str
    voices: int
    of: int
    passages: list[PassageDocument]


class TraitCellDocument(TypedDict):
    """The traits of one kind that one role has."""

    role: str
    state: str
    label: str
    traits: list[StatementDocument]


class TraitRowDocument(TypedDict):
    """The traits of one kind."""

    kind: str
    label: str
    cells: list[TraitCellDocument]


class CountDocument(TypedDict):
    """How many duties a role has, and of these: those that it has only under a condition or in doubt, alone, shared."""

    role: str
    duties: int
    uncounted: int
    alone: int
    shared: int


class DifferenceDocument(TypedDict):
    """A part that documents which describe both roles give to ``role`` and nothing gives to ``other``."""

    duty: NamedDocument
    role: str
    involvement: str
    label: str
    other: str
    documents: int


class UncountedDocument(TypedDict):
    """A duty that these roles have only under a condition or in doubt."""

    duty: NamedDocument
    roles: list[str]


class SummaryDocument(TypedDict):
    """What the comparison comes to, read off its rows."""

    counts: list[CountDocument]
    differences: list[DifferenceDocument]
    shared: list[NamedDocument]
    uncounted: list[UncountedDocument]


class ComparisonDocument(TypedDict):
    """The whole comparison. In the compact view statements and lists of passages are empty, as they are on the page."""

    roles: list[NamedDocument]
    according_to: list[NamedDocument]
    area: str
    min_voices: int
    only_differences: bool
    compact: bool
    summary: SummaryDocument
    traits: list[TraitRowDocument]
    areas: list[ShelfDocument]


def document_of(shown: SideBySide, sources: Sequence[Source]) -> ComparisonDocument:
    """The comparison as it is shown; ``sources`` are the documents that it is read according to, if any."""
    options = shown.options
    compact = options.compact
    return {
        "roles": [_named(role) for role in shown.roles],
        "according_to": [{"slug": source.slug, "name": source.cited_as} for source in sources],
        "area": options.area,
        "min_voices": options.min_voices,
        "only_differences": options.only_differences,
        "compact": compact,
        "summary": _summary(shown),
        "traits": [_trait_row(row, compact=compact) for row in shown.traits],
        "areas": [
            {
                "area": {"slug": shelf.area.slug, "name": shelf.area.name},
                "duties": [_duty(row, compact=compact) for row in shelf.rows],
            }
            for shelf in shown.shelves
        ],
    }


def _summary(shown: SideBySide) -> SummaryDocument:
    summary, duties = shown.summary, shown.duties
    return {
        "counts": [_count(each) for each in summary.roles],
        "differences": [_difference(each, duties[each.duty]) for each in summary.differences],
        "shared": [_named(duties[slug]) for slug in summary.shared],
        "uncounted": [{"duty": _named(duties[each.duty]), "roles": list(each.roles)} for each in summary.uncounted],
    }


def _count(each: RoleSummary) -> CountDocument:
    return {
        "role": each.role,
        "duties": each.count.total,
        "uncounted": each.count.uncounted,
        "alone": len(each.alone),
        "shared": len(each.shared),
    }


def _difference(each: Difference, duty: Duty) -> DifferenceDocument:
    return {
        "duty": _named(duty),
        "role": each.role,
        "involvement": each.part.involvement,
        "label": involvement_label(each.part.involvement),
        "other": each.other.role,
        "documents": len(each.pointed),
    }


def _named(thing: Role | Duty) -> NamedDocument:
    return {"slug": thing.slug, "name": thing.name}


def _trait_row(row: TraitRow, *, compact: bool) -> TraitRowDocument:
    return {
        "kind": row.kind,
        "label": row.label,
        "cells": [
            {
                "role": cell.role.slug,
                "state": str(cell.state),
                "label": cell.label,
                "traits": [_trait(trait, compact=compact) for trait in cell.traits],
            }
            for cell in row.cells
        ],
    }


def _trait(shown: ShownTrait, *, compact: bool) -> StatementDocument:
    return {
        "statement": shown.trait.statement,
        "voices": len(shown.voices),
        "of": shown.total,
        "passages": [] if compact else [_trait_passage(citation) for citation in shown.trait.citations.all()],
    }


def _duty(shown: ShownRow, *, compact: bool) -> DutyDocument:
    return {
        "slug": shown.duty.slug,
        "name": shown.duty.name,
        "spread": str(shown.spread),
        "spread_label": shown.spread_label,
        "disputed": shown.row.disputed,
        "cells": [_cell(cell, compact=compact) for cell in shown.cells],
    }


def _cell(shown: ShownCell, *, compact: bool) -> CellDocument:
    return {
        "role": shown.role.slug,
        "state": str(shown.cell.state),
        "label": shown.label,
        "disputed": shown.cell.disputed,
        "parts": [
            {
                "involvement": part.part.involvement,
                "label": part.label,
                "denied": part.part.denied,
                "denial": denial(part.part),
                "uncounted": part.part.uncounted,
                "disputed": part.part.disputed,
                "voices": len(part.part.voices),
                "denied_by": len(part.part.denied_by),
                "of": part.total,
                "statement": "" if compact else part.responsibility.statement,
                "passages": [] if compact else [_passage(citation) for citation in part.responsibility.citations.all()],
            }
            for part in shown.parts
        ],
    }


def _passage(citation: Citation) -> PassageDocument:
    return {
        **_trait_passage(citation),
        "horizon": citation.get_horizon_display(),
        "hedge": citation.get_hedge_display(),
        "denies": citation.denies,
    }


def _trait_passage(citation: Citation | TraitCitation) -> PassageDocument:
    passage = citation.passage
    return {
        "source": passage.source.slug,
        "cited_as": passage.source.cited_as,
        "locator": passage.locator,
        "gist": passage.gist,
        "standing": str(passage.standing),
        "condition": citation.condition,
        "horizon": "",
        "hedge": "",
        "denies": False,
    }
