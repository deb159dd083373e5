"""A comparison as JSON: what is shown as plain values in the active language, in the order of the page."""

import json
from typing import TypedDict

from responsibilities.compare.files.passages import quoted
from responsibilities.compare.reading import ShownCell, ShownRow, ShownTrait, SideBySide, TraitRow
from responsibilities.models import Area, Duty
from responsibilities.reading import ShownPart
from roles.models import Role

Values = dict[str, object]


class Name(TypedDict):
    """A role, an area, a duty or a source."""

    slug: str
    name: str


def as_json(shown: SideBySide) -> str:
    """The values, indented, with a line end at the end."""
    return json.dumps(values_of(shown), ensure_ascii=False, indent=2) + "\n"


def values_of(shown: SideBySide) -> Values:
    """The whole comparison. In the compact view statements and lists of passages are empty, as they are on the page."""
    options = shown.options
    return {
        "roles": [_named(role) for role in shown.roles],
        "according_to": [{"slug": source.slug, "name": source.cited_as} for source in shown.sources],
        "area": options.area,
        "min_voices": options.min_voices,
        "only_differences": options.only_differences,
        "compact": options.compact,
        "summary": _summary(shown),
        "traits": [_trait_row(row) for row in shown.traits],
        "areas": [
            {"area": _named(shelf.area), "duties": [_duty(row) for row in shelf.rows]} for shelf in shown.shelves
        ],
    }


def _summary(shown: SideBySide) -> Values:
    return {
        "counts": [{"role": each.role.slug, **each.numbers} for each in shown.totals],
        "differences": [
            {
                "duty": _named(each.duty),
                "role": each.role.slug,
                "involvement": each.involvement,
                "label": each.label,
                "other": each.other.slug,
                "documents": len(each.sources),
            }
            for each in shown.differences
        ],
        "shared": [_named(duty) for duty in shown.shared],
        "uncounted": [
            {"duty": _named(each.duty), "roles": [role.slug for role in each.roles]} for each in shown.uncounted
        ],
    }


def _named(thing: Role | Area | Duty) -> Name:
    return {"slug": thing.slug, "name": thing.name}


def _trait_row(row: TraitRow) -> Values:
    return {
        "kind": row.kind,
        "label": row.label,
        "cells": [
            {
                "role": cell.role.slug,
                "state": cell.state,
                "label": cell.label,
                "traits": [_trait(trait) for trait in cell.traits],
            }
            for cell in row.cells
        ],
    }


def _trait(trait: ShownTrait) -> Values:
    return {
        "statement": trait.statement,
        "voices": len(trait.voices),
        "of": trait.total,
        "passages": [quoted(citation) for citation in trait.citations],
    }


def _duty(row: ShownRow) -> Values:
    return {
        **_named(row.duty),
        "spread": row.spread,
        "spread_label": row.spread_label,
        "disputed": row.disputed,
        "cells": [_cell(cell) for cell in row.cells],
    }


def _cell(cell: ShownCell) -> Values:
    return {
        "role": cell.role.slug,
        "state": cell.state,
        "label": cell.label,
        "disputed": cell.disputed,
        "parts": [_part(part) for part in cell.parts],
    }


def _part(part: ShownPart) -> Values:
    return {
        "involvement": part.involvement,
        "label": part.label,
        "denied": part.denied,
        "denial": part.denial,
        "uncounted": part.uncounted,
        "disputed": part.disputed,
        "voices": len(part.voices),
        "denied_by": len(part.denied_by),
        "of": part.total,
        "statement": part.statement,
        "passages": [quoted(citation) for citation in part.citations],
    }
