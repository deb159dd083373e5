"""Loading files: what they say against what is there and what was loaded before (ADR 0005)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from catalogue.content.faults import fact_of
from catalogue.content.fixtures import BrokenFixture, Problem
from catalogue.content.memory import Memory
from catalogue.content.rows import Name, Row


class Why(StrEnum):
    """Why a row was left as it is."""

    EDITED = gettext_noop("an editor changed it")
    DELETED = gettext_noop("an editor deleted it")
    OWN = gettext_noop("an editor made it")
    OTHERS = gettext_noop("another collection brought it")
    CHANGED = gettext_noop("another collection changed it")
    WITHOUT = gettext_noop("an editor deleted what it belongs to or rests on")
    NEEDED = gettext_noop("gone from the files, but something that stays needs it")
    GONE = gettext_noop("gone from the files, but an editor changed it")
    HELD = gettext_noop("gone from the files, but another collection holds it")
    LEFT = gettext_noop("gone from the files; --remove takes it out")


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

    def outcome(self, stored: Mapping[Name, Row]) -> dict[Name, Row]:
        """All rows as they will be."""
        gone = {row.name for row in self.remove}
        after = {name: row for name, row in stored.items() if name not in gone}
        return after | {row.name: row for row in (*self.change, *self.add)}


@dataclass(frozen=True)
class Loader:
    """Compares. ``files`` and ``stored`` are rows by name, in load order.

    Without ``overwrite``, what an editor changed, made or deleted is left as it is. What this collection brought and
    brings no more goes only with ``remove``; what another one brought is never taken from it.
    """

    files: dict[Name, Row]
    stored: dict[Name, Row]
    memory: Memory
    overwrite: bool = False
    remove: bool = False

    def plan(self) -> Plan:
        """What to do with each row of the files, and with the rows that were loaded and are in the files no more."""
        plan, absent = Plan(), self._absent()
        for row in self.files.values():
            self._weigh(row, plan, absent)
        self._weigh_leftovers(plan)
        return plan

    def _absent(self) -> set[Name]:
        """Rows of the files that an editor deleted, and the new ones that hang on them.

        Those are what refers to them, and facts all of whose citations do.
        """
        users: dict[Name, list[Name]] = defaultdict(list)
        for row in self.files.values():
            for _field, target in row.references():
                users[target].append(row.name)
        left = Counter(fact for row in self.files.values() if (fact := fact_of(row)))
        waiting = [row.name for row in self.files.values() if self._objection(row) is Why.DELETED]
        absent: set[Name] = set()
        while waiting:
            name = waiting.pop()
            if name in absent or name in self.stored:
                continue
            absent.add(name)
            waiting += users[name]
            fact = fact_of(self.files[name])
            if fact:
                left[fact] -= 1
                waiting += [fact] if not left[fact] and fact in self.files else []
        return absent

    def _weigh(self, row: Row, plan: Plan, absent: set[Name]) -> None:
        name, stored, before = row.name, self.stored.get(row.name), self.memory.own.get(row.name)
        if before:
            plan.digests[name] = before
        if stored and stored.digest == row.digest:
            plan.digests[name] = row.digest
            return
        hangs = any(target in absent for _field, target in row.references())
        why = Why.WITHOUT if hangs else self._objection(row)
        if why is None and name in absent:
            why = Why.WITHOUT
        if why:
            if before != row.digest:  # the file has something new to say, and is not heard
                plan.kept.append(Kept(row, why))
            return
        plan.digests[name] = row.digest
        (plan.change if stored else plan.add).append(row)

    def _objection(self, row: Row) -> Why | None:
        """Why the row is not to be written, for what is known of this row alone."""
        stored, before = self.stored.get(row.name), self.memory.own.get(row.name)
        others = self.memory.others.get(row.name, frozenset())
        if stored and before is None and others:
            return Why.OTHERS
        if self.overwrite:
            return None
        if stored is None:
            return Why.DELETED if before or others else None
        if before is None:
            return Why.OWN
        if stored.digest == before:
            return None
        return Why.CHANGED if stored.digest in others else Why.EDITED

    def _weigh_leftovers(self, plan: Plan) -> None:
        own, others = self.memory.own, self.memory.others
        gone = [row for name, row in self.stored.items() if name in own and name not in self.files]
        free = [row for row in gone if row.name not in others and (self.overwrite or row.digest == own[row.name])]
        removable = unused({row.name for row in free}, plan.outcome(self.stored))
        untouched = {row.name for row in free}
        for row in gone:
            if row.name in others:  # it belongs to them alone from now on
                plan.kept.append(Kept(row, Why.HELD))
            elif row.name in removable and self.remove:
                plan.remove.append(row)
            else:
                plan.digests[row.name] = own[row.name]
                staying = Why.NEEDED if row.name in untouched else Why.GONE
                plan.kept.append(Kept(row, Why.LEFT if row.name in removable else staying))


def unused(candidates: Collection[Name], rows: Mapping[Name, Row]) -> set[Name]:
    """Those of the candidates that no row needs which stays: it refers to them, or they are all that it cites."""
    removable = set(candidates)
    citations: dict[Name, list[Name]] = defaultdict(list)
    for row in rows.values():
        fact = fact_of(row)
        if fact:
            citations[fact].append(row.name)
    waiting = [name for name in rows if name not in removable]
    while waiting:
        name = waiting.pop()
        for needed in _needed(rows[name], citations.get(name, []), removable):
            if needed in removable:
                removable.discard(needed)
                waiting.append(needed)
    return removable


def _needed(row: Row, citations: list[Name], removable: set[Name]) -> Iterator[Name]:
    yield from (target for _field, target in row.references())
    if all(citation in removable for citation in citations):
        yield from citations


def unique(rows: Iterable[Row]) -> dict[Name, Row]:
    """The rows by name; the same natural key twice is a mistake in the files."""
    found: dict[Name, Row] = {}
    problems = []
    for row in rows:
        first = found.setdefault(row.name, row)
        if first is not row:
            problems.append(Problem(row.place, _("the same natural key as %(place)s") % {"place": first.place}))
    if problems:
        raise BrokenFixture(problems)
    return found
