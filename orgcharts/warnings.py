"""What a chart may well be and an editor may not have meant: positions in, sentences out."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from orgcharts.models import Position

NAMED = 6  # more names than these are not told one by one


def oddities_of(positions: Iterable[Position]) -> list[str]:
    """Several uppermost positions, and those from outside that lead somebody from inside; loaded with their roles."""
    known = {position.pk: position for position in positions}
    return [*_several_roots(known.values()), *_led_from_outside(known)]


def _several_roots(positions: Iterable[Position]) -> list[str]:
    roots = [position.label for position in positions if position.reports_to_id is None]
    if len(roots) < 2:
        return []
    told = _("Several positions report to nobody: %(names)s. The chart shows them side by side, without a line.")
    return [told % {"names": _listed(roots)}]


def _led_from_outside(known: Mapping[int, Position]) -> list[str]:
    led: dict[int, list[str]] = {}
    for position in known.values():
        superior = known.get(position.reports_to_id or 0)
        if superior and superior.is_external and not position.is_external and not position.is_staff:
            led.setdefault(superior.pk, []).append(position.label)
    told = _("“%(name)s” is external and leads internal positions: %(names)s.")
    return [told % {"name": known[pk].label, "names": _listed(names)} for pk, names in led.items()]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
