"""Loading the fixtures: what the files say against what is there and what was loaded before (ADR 0005)."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from catalogue.fixtures import BrokenFixture
from catalogue.models import LoadedRow
from catalogue.rows import Key, Model, Name, Row


class Why(StrEnum):
    """Why a row was left as it is."""

    EDITED = gettext_noop("an editor changed it")
    DELETED = gettext_noop("an editor deleted it")
    OWN = gettext_noop("an editor made it")
    WITHOUT = gettext_noop("an editor deleted what it belongs to")
    NEEDED = gettext_noop("gone from the files, but an editor uses it")
    GONE = gettext_noop("gone from the files, but an editor changed it")


@dataclass(frozen=True)
class Kept:
    """A row that the files would change and the loader leaves alone."""

    row: Row
    why: Why

    def __str__(self) -> str:
        return f"{self.row}: {_(self.why.value)}"


@dataclass
class Plan:
    """What a load would do. ``digests`` is the memory it leaves: what every row was when it was last loaded."""

    add: list[Row] = field(default_factory=list)
    change: list[Row] = field(default_factory=list)
    remove: list[Row] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    digests: dict[Name, str] = field(default_factory=dict)

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing is written but the memory."""
        return not (self.add or self.change or self.remove)


@dataclass(frozen=True)
class Loader:
    """Compares. ``files`` and ``stored`` are rows by name, in load order; ``loaded`` the digests of the last load.

    Without ``overwrite``, what an editor changed, made or deleted is left as it is.
    """

    files: dict[Name, Row]
    stored: dict[Name, Row]
    loaded: dict[Name, str]
    overwrite: bool = False

    def plan(self) -> Plan:
        """What to do with each row of the files, and with the rows that were loaded and are in the files no more."""
        plan = Plan()
        absent: set[Name] = set()
        for row in self.files.values():
            self._check_references(row)
            self._weigh(row, plan, absent)
        self._weigh_leftovers(plan)
        return plan

    def _check_references(self, row: Row) -> None:
        for field_name, target in row.references():
            if target not in self.files and target not in self.stored:
                problem = _("%(field)s refers to %(key)s, which does not exist")
                raise BrokenFixture(row.place, problem % {"field": field_name, "key": list(target[1])})

    def _weigh(self, row: Row, plan: Plan, absent: set[Name]) -> None:
        name, stored, before = row.name, self.stored.get(row.name), self.loaded.get(row.name)
        if before:
            plan.digests[name] = before
        why = None
        if stored and stored.digest == row.digest:
            plan.digests[name] = row.digest
            return
        if any(target in absent for _field, target in row.references()):
            why = Why.WITHOUT
        elif not self.overwrite:
            why = self._objection(stored, before)
        if why:
            if stored is None:
                absent.add(name)
            if before != row.digest:  # the file has something new to say, and is not heard
                plan.kept.append(Kept(row, why))
            return
        plan.digests[name] = row.digest
        (plan.change if stored else plan.add).append(row)

    def _objection(self, stored: Row | None, before: str | None) -> Why | None:
        if stored is None:
            return Why.DELETED if before else None
        if before is None:
            return Why.OWN
        return Why.EDITED if stored.digest != before else None

    def _weigh_leftovers(self, plan: Plan) -> None:
        gone = [row for name, row in self.stored.items() if name in self.loaded and name not in self.files]
        untouched = [row for row in gone if self.overwrite or row.digest == self.loaded[row.name]]
        changed = {row.name: row for row in plan.change}
        after = [changed.get(row.name, row) for row in self.stored.values()] + plan.add
        removable = unused({row.name for row in untouched}, after)
        for row in gone:
            if row.name in removable:
                plan.remove.append(row)
                continue
            plan.digests[row.name] = self.loaded[row.name]
            plan.kept.append(Kept(row, Why.NEEDED if row in untouched else Why.GONE))


def unused(candidates: Collection[Name], rows: Iterable[Row]) -> set[Name]:
    """Those of the candidates to which no row refers that stays."""
    users: dict[Name, set[Name]] = {name: set() for name in candidates}
    for row in rows:
        for _field, target in row.references():
            if target in users:
                users[target].add(row.name)
    removable = set(candidates)
    while used := {name for name in removable if users[name] - removable}:
        removable -= used
    return removable


def unique(rows: Iterable[Row]) -> dict[Name, Row]:
    """The rows by name; the same natural key twice is a mistake in the files."""
    found: dict[Name, Row] = {}
    for row in rows:
        if row.name in found:
            problem = _("the same natural key as %(place)s") % {"place": found[row.name].place}
            raise BrokenFixture(row.place, problem)
        found[row.name] = row
    return found


def loaded_digests(models: Iterable[Model]) -> dict[Name, str]:
    """What the last load left, by name: one query. Rows of models that are no more are forgotten."""
    by_label = {model._meta.label_lower: model for model in models}
    rows = LoadedRow.objects.filter(model__in=by_label).values_list("model", "key", "digest")
    return {(by_label[label], key_from_json(key)): digest for label, key, digest in rows}


def key_as_json(key: Key) -> str:
    """The natural key as ``LoadedRow`` keeps it."""
    return json.dumps(key, ensure_ascii=False)


def key_from_json(key: str) -> Key:
    """The other way round."""
    return tuple(json.loads(key))
