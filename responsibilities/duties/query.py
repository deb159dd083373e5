"""The duties that a query asks for, as a ledger: what the list of duties and the matrix share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict

from responsibilities.duties.table import LedgerRow, ledger
from responsibilities.filters import DutyFilter, form_errors
from responsibilities.models import Area, Duty
from responsibilities.reading import Shelf, by_area
from responsibilities.record import Record
from roles.models import Role
from sources.models import Source
from web.alphabet import Key, alphabetical
from web.search import Found

AGREEMENT_ORDER = ("disputed", "agreed", "single", "conditional")


@dataclass(frozen=True)
class Listing:
    """Rows and roles, and what the form above them shows: the checked values, or the errors.

    ``roles`` are the core ones and the others that have something in these rows; ``found`` is what became of the words
    that were looked for, if any.
    """

    rows: tuple[LedgerRow, ...]
    roles: tuple[Role, ...]
    sources: tuple[Source, ...]
    areas: tuple[Area, ...]
    chosen: tuple[Source, ...]
    values: dict[str, Any]
    errors: tuple[str, ...]
    found: Found | None = None

    @property
    def is_valid(self) -> bool:
        """Whether the query could be understood."""
        return not self.errors

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The checked parameters, the documents apart."""
        named = ((name, value) for name, value in self.values.items() if name != "source" and value)
        return [(name, getattr(value, "slug", str(value))) for name, value in named]

    def query(self, *, without: str = "", **changes: str) -> str:
        """The query string of this listing with some parameters changed or one left out (“source” too)."""
        pairs = dict(self.kept) | changes
        found = [(name, value) for name, value in pairs.items() if value and name != without]
        spoken = [] if without == "source" else [("source", source.slug) for source in self.chosen]
        return urlencode(found + spoken)


def listing_of(query: QueryDict, filterset: type[DutyFilter] = DutyFilter) -> Listing:
    """The listing that ``query`` asks for: nine queries, and a few for the filters, however many duties there are."""
    asked = filterset(query, Duty.objects.for_list())
    errors = () if asked.is_valid() else tuple(form_errors(asked.form))
    values = {name: asked.form.cleaned_data.get(name) for name in asked.filters}
    sources = tuple(Source.objects.by_name())
    chosen = tuple(values["source"] or ())
    areas = tuple(Area.objects.all())
    if errors:
        return Listing((), (), sources, areas, chosen, values, errors)
    roles = list(Role.objects.in_order())
    rows = _rows(asked.qs, roles, [source.slug for source in chosen])
    return Listing(tuple(rows), _speaking(roles, rows), sources, areas, chosen, values, (), asked.found)


class Unshelved(NamedTuple):
    """Rows in another order than that of the areas."""

    rows: tuple[LedgerRow, ...]
    area: None = None


def in_order(rows: Sequence[LedgerRow], order: str) -> list[LedgerRow]:
    """The rows by name, by documents or by disagreement; as they are (by area) where ``order`` is none of these."""
    return sorted(rows, key=ORDERS[order]) if order in ORDERS else list(rows)


def shelved(rows: Sequence[LedgerRow], order: str) -> tuple[Shelf[LedgerRow] | Unshelved, ...]:
    """Ordered rows on shelves: one for each area, or a nameless one where the order is not that of the areas."""
    if order not in ORDERS:
        return by_area(rows, lambda each: each.duty.area)
    return (Unshelved(tuple(rows)),) if rows else ()


def _by_name(row: LedgerRow) -> tuple[Key, str]:
    return alphabetical(row.duty.name), row.duty.slug


def _by_voices(row: LedgerRow) -> int:
    return -row.voices


def _by_disagreement(row: LedgerRow) -> tuple[int, int]:
    place = AGREEMENT_ORDER.index(row.agreement) if row.agreement else len(AGREEMENT_ORDER)
    return place, -row.voices


ORDERS: dict[str, Callable[[LedgerRow], Any]] = {
    "name": _by_name,
    "voices": _by_voices,
    "disputed": _by_disagreement,
}


def _rows(duties: Iterable[Duty], roles: Sequence[Role], sources: Sequence[str]) -> list[LedgerRow]:
    record = Record(sources)
    return ledger(duties, roles, record.claims, record.describing)


def _speaking(roles: Sequence[Role], rows: Iterable[LedgerRow]) -> tuple[Role, ...]:
    found = {cell.role for row in rows for cell in row.recorded}
    return tuple(role for role in roles if role.is_core or role in found)
