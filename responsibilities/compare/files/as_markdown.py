"""A comparison as Markdown: a heading for each area and duty, a list entry for each role."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from responsibilities.compare.files.passages import quoted
from responsibilities.compare.pictures import RoleTotal, ShownDifference
from responsibilities.compare.reading import ShownCell, SideBySide
from responsibilities.models import Citation
from roles.models import TraitCitation
from web.markdown import plain


def as_markdown(shown: SideBySide) -> str:
    """The text, with one line end at its end."""
    lines = ["# " + " · ".join(plain(role.name) for role in shown.roles), "", *_options(shown)]
    lines += [*_summary(shown), *_traits(shown), *_duties(shown)]
    return "\n".join(lines).rstrip() + "\n"


def _options(shown: SideBySide) -> Iterator[str]:
    said = []
    if shown.sources:
        names = ", ".join(plain(source.cited_as) for source in shown.sources)
        said.append(_("According to: %s") % names)
    if number := shown.options.min_voices:
        said.append(
            ngettext(
                "Only what at least %(number)d document says", "Only what at least %(number)d documents say", number
            )
            % {"number": number}
        )
    if shown.options.only_differences:
        said.append(_("Only differences"))
    if said:
        yield from (f"- {line}" for line in said)
        yield ""


def _summary(shown: SideBySide) -> Iterator[str]:
    """What each role has, where they differ most, what all share and what is not counted."""
    yield from (f"## {_('In short')}", "")
    yield from (f"- **{plain(each.role.name)}**: {_count(each)}" for each in shown.totals)
    yield from (_difference(each) for each in shown.differences)
    shared = [plain(duty.name) for duty in shown.shared]
    uncounted = [
        f"{plain(each.duty.name)} ({', '.join(plain(role.name) for role in each.roles)})" for each in shown.uncounted
    ]
    said = [(_("Shared by all: %s"), shared), (_("Only under a condition or in doubt: %s"), uncounted)]
    yield from (f"- {text % '; '.join(duties)}" for text, duties in said if duties)
    yield ""


def _count(each: RoleTotal) -> str:
    number, uncounted = each.count.total, each.count.uncounted
    said = ngettext("%(number)d duty", "%(number)d duties", number) % {"number": number}
    if uncounted:
        said += _(", of which %(number)d only under a condition or in doubt") % {"number": uncounted}
    return said + _("; %(alone)d alone, %(shared)d shared") % {"alone": len(each.alone), "shared": len(each.shared)}


def _difference(each: ShownDifference) -> str:
    text = ngettext(
        "%(duty)s: %(role)s %(part)s, %(other)s does not, according to %(number)d document that describes both",
        "%(duty)s: %(role)s %(part)s, %(other)s does not, according to %(number)d documents that describe both",
        len(each.sources),
    )
    return "- " + text % {
        "duty": plain(each.duty.name),
        "role": plain(each.role.name),
        "part": each.label,
        "other": plain(each.other.name),
        "number": len(each.sources),
    }


def _traits(shown: SideBySide) -> Iterator[str]:
    for row in shown.traits:
        yield from (f"## {plain(row.label).capitalize()}", "")
        for cell in row.cells:
            role = f"- **{plain(cell.role.name)}**"
            if not cell.traits:
                yield f"{role}: {cell.label}"
            for trait in cell.traits:
                yield f"{role}: {plain(trait.statement)} ({_of(len(trait.voices), trait.total)})"
                yield from _passages(trait.citations)
        yield ""


def _duties(shown: SideBySide) -> Iterator[str]:
    for shelf in shown.shelves:
        yield from (f"## {plain(shelf.area.name)}", "")
        for row in shelf.rows:
            marks = [row.spread_label, *([_("disputed")] if row.disputed else [])]
            yield from (f"### {plain(row.duty.name)} ({', '.join(marks)})", "")
            for cell in row.cells:
                yield from _cell(cell)
            yield ""


def _cell(cell: ShownCell) -> Iterator[str]:
    role = f"- **{plain(cell.role.name)}**"
    if not cell.parts:
        yield f"{role}: {cell.label}"
    for part in cell.parts:
        affirmed = "" if part.denied else _of(len(part.voices), part.total)
        told = filter(None, [affirmed, part.denial, _("disputed") * part.disputed])
        statement = f": {plain(part.statement)}" if part.statement else ""
        yield f"{role} {part.label} ({', '.join(told)}){statement}"
        yield from _passages(part.citations)


def _passages(citations: Iterable[Citation | TraitCitation]) -> Iterator[str]:
    for passage in map(quoted, citations):
        added = [_("denies it") * passage["denies"], passage["condition"], passage["horizon"], passage["hedge"]]
        added.append(_("doubtful") * (passage["standing"] == "doubtful"))
        extra = "".join(f", {plain(text)}" for text in added if text)
        yield f"  - {plain(passage['gist'])} — {plain(passage['cited_as'])}, {plain(passage['locator'])}{extra}"


def _of(voices: int, total: int) -> str:
    if not voices:
        return _("only with reservations")
    return ngettext("%(count)d of %(total)d document", "%(count)d of %(total)d documents", total) % {
        "count": voices,
        "total": total,
    }
