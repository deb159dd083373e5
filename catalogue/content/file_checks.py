"""What only the fixture files can get wrong: keys that occur twice, rows that nobody finds again."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

from catalogue.content.audit import Finding, Level, Pair
from catalogue.content.fixtures import Problem, read_file
from catalogue.content.rows import Name, Row, content_fields
from web.alphabet import alphabetical

REVIEWED = Path("reviewed") / "duties.yaml"


def audit_files(folder: Path) -> list[Finding]:
    """All findings in the fixture files of a folder; where files cannot be read, that alone."""
    found = [one for path in sorted(folder.glob("*.yaml")) for one in read_file(path)]
    broken = [Finding(Level.ERROR, "file-broken", one.place, one.text) for one in found if isinstance(one, Problem)]
    if broken:
        return broken
    rows = [one for one in found if isinstance(one, Row)]
    return [*keys_once(rows), *rows_after_what_they_need(rows), *rows_sorted(rows)]


def keys_once(rows: Iterable[Row]) -> Iterator[Finding]:
    """A natural key occurs once in all files: loaddata would take the last one, silently."""
    places: dict[Name, str] = {}
    for row in rows:
        if row.name in places:
            yield _error("key-twice", row, _("the same natural key as %(place)s") % {"place": places[row.name]})
        places.setdefault(row.name, row.place)


def rows_after_what_they_need(rows: list[Row]) -> Iterator[Finding]:
    """A row stands below those it refers to, or loaddata finds nothing there."""
    later = {row.name for row in rows}
    for row in rows:
        for field, target in row.references():
            if target in later and target != row.name:
                yield _error("row-too-early", row, _("“%(field)s” refers to a row further down") % {"field": field})
        later.discard(row.name)


def rows_sorted(rows: Iterable[Row]) -> Iterator[Finding]:
    """Rows of one kind that belong to one row are sorted.

    By their position where they have one; then by what they refer to, in the order of the files (passages as in the
    document, roles as on the pages); choices in the order of the glossary; texts by alphabet.
    """
    places: dict[Name, int] = {}
    last: dict[Any, tuple[Any, Row]] = {}
    for place, row in enumerate(rows):
        places.setdefault(row.name, place)
        group, rank = (row.model, _home(row)), _rank(row, places)
        if group in last and last[group][0] > rank:
            yield _error("row-unsorted", row, _("it belongs above %(place)s") % {"place": last[group][1].place})
        last[group] = rank, row


def _home(row: Row) -> Name | None:
    """What the row belongs to: the duty of a responsibility, the area of a duty, the role of a trait."""
    targets = dict(row.references())
    return next((targets[name] for name in ("duty", "area", *row.model.natural) if name in targets), None)


def _rank(row: Row, places: Mapping[Name, int]) -> tuple[Any, ...]:
    targets, fields = dict(row.references()), content_fields(row.model)
    rank: list[Any] = [row.values.get("position", 0)]
    for name in row.model.natural:
        value = row.values.get(name, fields[name].get_default())
        if name in targets:
            rank.append(places.get(targets[name], 0))
        else:
            choices = [choice for choice, _label in fields[name].choices or ()]
            rank.append(choices.index(value) if value in choices else alphabetical(str(value)))
    return tuple(rank)


def _error(code: str, row: Row, message: str) -> Finding:
    return Finding(Level.ERROR, code, row.place, f"{row.model._meta.label_lower} {' › '.join(row.key)}: {message}")


def reviewed_pairs(folder: Path) -> list[Pair]:
    """The pairs of duties of which an editor said that they are two (``reviewed/duties.yaml``); none without a file."""
    path = folder / REVIEWED
    if not path.exists():
        return []
    entries: list[Mapping[str, Any]] = yaml.safe_load(path.read_text("utf-8")) or []
    return [frozenset(entry["duties"]) for entry in entries]
