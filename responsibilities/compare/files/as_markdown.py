"""A comparison as Markdown: a heading for each area and duty, a list entry for each role."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from responsibilities.compare.files.document import (
    CellDocument,
    ComparisonDocument,
    CountDocument,
    DifferenceDocument,
    PassageDocument,
)

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(document: ComparisonDocument) -> str:
    """The text, with one line end at its end."""
    names = {role["slug"]: _plain(role["name"]) for role in document["roles"]}
    lines = ["# " + " · ".join(names.values()), "", *_options(document)]
    lines += [*_summary(document, names), *_traits(document, names), *_duties(document, names)]
    return "\n".join(lines).rstrip() + "\n"


def _options(document: ComparisonDocument) -> Iterator[str]:
    said = []
    if document["according_to"]:
        names = ", ".join(_plain(source["name"]) for source in document["according_to"])
        said.append(_("According to: %s") % names)
    if document["min_voices"]:
        number = document["min_voices"]
        said.append(
            ngettext(
                "Only what at least %(number)d document says", "Only what at least %(number)d documents say", number
            )
            % {"number": number}
        )
    if document["only_differences"]:
        said.append(_("Only differences"))
    if said:
        yield from (f"- {line}" for line in said)
        yield ""


def _summary(document: ComparisonDocument, names: dict[str, str]) -> Iterator[str]:
    """What each role has, where they differ most, what all share and what is not counted."""
    summary = document["summary"]
    yield from (f"## {_('In short')}", "")
    yield from (f"- **{names[each['role']]}**: {_count(each)}" for each in summary["counts"])
    yield from (_difference(each, names) for each in summary["differences"])
    shared = [_plain(duty["name"]) for duty in summary["shared"]]
    uncounted = [
        f"{_plain(each['duty']['name'])} ({', '.join(names[role] for role in each['roles'])})"
        for each in summary["uncounted"]
    ]
    said = [(_("Shared by all: %s"), shared), (_("Only under a condition or in doubt: %s"), uncounted)]
    yield from (f"- {text % '; '.join(duties)}" for text, duties in said if duties)
    yield ""


def _count(each: CountDocument) -> str:
    number = each["duties"]
    said = ngettext("%(number)d duty", "%(number)d duties", number) % {"number": number}
    if each["uncounted"]:
        said += _(", of which %(number)d only under a condition or in doubt") % {"number": each["uncounted"]}
    return said + _("; %(alone)d alone, %(shared)d shared") % {"alone": each["alone"], "shared": each["shared"]}


def _difference(each: DifferenceDocument, names: dict[str, str]) -> str:
    text = ngettext(
        "%(duty)s: %(role)s %(part)s, %(other)s does not, according to %(number)d document that describes both",
        "%(duty)s: %(role)s %(part)s, %(other)s does not, according to %(number)d documents that describe both",
        each["documents"],
    )
    return "- " + text % {
        "duty": _plain(each["duty"]["name"]),
        "role": names[each["role"]],
        "part": each["label"],
        "other": names[each["other"]],
        "number": each["documents"],
    }


def _traits(document: ComparisonDocument, names: dict[str, str]) -> Iterator[str]:
    for row in document["traits"]:
        yield from (f"## {_plain(row['label']).capitalize()}", "")
        for cell in row["cells"]:
            if not cell["traits"]:
                yield f"- **{names[cell['role']]}**: {cell['label']}"
            for trait in cell["traits"]:
                yield f"- **{names[cell['role']]}**: {_plain(trait['statement'])} ({_of(trait['voices'], trait['of'])})"
                yield from _passages(trait["passages"])
        yield ""


def _duties(document: ComparisonDocument, names: dict[str, str]) -> Iterator[str]:
    for shelf in document["areas"]:
        yield from (f"## {_plain(shelf['area']['name'])}", "")
        for duty in shelf["duties"]:
            marks = [duty["spread_label"], *([_("disputed")] if duty["disputed"] else [])]
            yield from (f"### {_plain(duty['name'])} ({', '.join(marks)})", "")
            for cell in duty["cells"]:
                yield from _cell(cell, names[cell["role"]])
            yield ""


def _cell(cell: CellDocument, role: str) -> Iterator[str]:
    if not cell["parts"]:
        yield f"- **{role}**: {cell['label']}"
    for part in cell["parts"]:
        affirmed = "" if part["denied"] else _of(part["voices"], part["of"])
        told = filter(None, [affirmed, part["denial"], _("disputed") * part["disputed"]])
        statement = f": {_plain(part['statement'])}" if part["statement"] else ""
        yield f"- **{role}** {part['label']} ({', '.join(told)}){statement}"
        yield from _passages(part["passages"])


def _passages(passages: Iterable[PassageDocument]) -> Iterator[str]:
    for passage in passages:
        added = [_("denies it") * passage["denies"], passage["condition"], passage["horizon"], passage["hedge"]]
        added.append(_("doubtful") * (passage["standing"] == "doubtful"))
        extra = "".join(f", {_plain(text)}" for text in added if text)
        yield f"  - {_plain(passage['gist'])} — {_plain(passage['cited_as'])}, {_plain(passage['locator'])}{extra}"


def _of(voices: int, total: int) -> str:
    if not voices:
        return _("only with reservations")
    return ngettext("%(count)d of %(total)d document", "%(count)d of %(total)d documents", total) % {
        "count": voices,
        "total": total,
    }


def _plain(text: str) -> str:
    """The text on one line, with the signs that Markdown would read as its own escaped."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
