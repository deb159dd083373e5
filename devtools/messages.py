"""``python3 dev.py messages``: the Spanish catalogue brought up to date with the code, then compiled.

No GNU gettext is needed: Python is read with ``ast``, templates with Django's own ``templatize``, and polib writes both
files. Runs inside the virtual environment, unlike the rest of this package.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from django.utils.translation.template import templatize

from devtools.steps import ROOT, say

CATALOGUE = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"
PACKAGES = ("catalogue", "config", "editing", "orgcharts", "responsibilities", "roles", "sources", "web")
# Entries for strings of packages that have no Spanish catalogue carry this comment, and are kept by hand.
BY_HAND = "Package:"
METADATA = {
    "Project-Id-Version": "Quién hace qué",
    "Language": "es",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
# Of each function, where its context, its text and its plural stand among the arguments.
FUNCTIONS: dict[str, tuple[int | None, int, int | None]] = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
CALL = re.compile(r"\b(?:n?p?gettext|_)\(")

Key = tuple[str | None, str]  # context and text: what tells one message from another


def main() -> int:
    """Write both files and say what is left to translate."""
    catalogue = merged(current())
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(CATALOGUE))
    catalogue.save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
    missing = [entry for entry in catalogue if not entry.translated()]
    say(f"{len(catalogue)} messages, {len(missing)} of them untranslated: {CATALOGUE.relative_to(ROOT)}")
    return 0


def current() -> polib.POFile:
    """The catalogue as it stands; an empty one where there is none."""
    return polib.pofile(str(CATALOGUE), wrapwidth=110) if CATALOGUE.exists() else polib.POFile(wrapwidth=110)


def merged(old: polib.POFile) -> polib.POFile:
    """The messages of the code in its order, with the translations of ``old``, and the entries kept by hand."""
    known = {key_of(entry): entry for entry in old}
    new = polib.POFile(wrapwidth=110)
    new.metadata = METADATA
    for key, message in extracted().items():
        before = known.get(key)
        if before is not None and bool(before.msgid_plural) == bool(message.msgid_plural):
            message.msgstr, message.msgstr_plural = before.msgstr, before.msgstr_plural
            message.flags, message.tcomment = before.flags, before.tcomment
        new.append(message)
    taken = {key_of(entry) for entry in new}
    new.extend(entry for key, entry in known.items() if entry.comment.startswith(BY_HAND) and key not in taken)
    return new


def key_of(entry: polib.POEntry) -> Key:
    """What tells this message from another."""
    return entry.msgctxt, entry.msgid


def extracted() -> dict[Key, polib.POEntry]:
    """Every message of the code and of the templates, untranslated, in the order of the files."""
    found: dict[Key, polib.POEntry] = {}
    for path in files():
        place = path.relative_to(ROOT).as_posix()
        for context, text, plural in messages_of(path):
            entry = found.setdefault((context, text), polib.POEntry(msgctxt=context, msgid=text))
            if plural:
                entry.msgid_plural = plural
                entry.msgstr_plural = {0: "", 1: ""}
            if (place, "") not in entry.occurrences:
                entry.occurrences.append((place, ""))
    return found


def files() -> list[Path]:
    """The files that may hold messages."""
    roots = [ROOT / name for name in PACKAGES]
    code = [path for root in roots for path in root.rglob("*.py") if "migrations" not in path.parts]
    templates = [path for root in [ROOT / "templates", *roots] for path in root.rglob("*.html")]
    templates += (ROOT / "templates").rglob("*.svg")
    return sorted([*code, *templates])


def messages_of(path: Path) -> Iterator[tuple[str | None, str, str | None]]:
    """Context, text and plural of each message in a file."""
    text = path.read_text()
    if path.suffix == ".py":
        calls: Iterator[ast.expr] = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    else:
        calls = _template_calls(templatize(text, origin=str(path)))
    for call in calls:
        message = _message(call)
        if message is not None:
            yield message


def _template_calls(code: str) -> Iterator[ast.expr]:
    """The calls in what ``templatize`` made of a template: everything else in it is blanked out."""
    for match in CALL.finditer(code):
        end = match.end()
        while (end := code.find(")", end) + 1) > 0:
            try:
                yield ast.parse(code[match.start() : end], mode="eval").body
            except SyntaxError:
                continue  # the parenthesis was inside the text
            break


def _message(call: ast.expr) -> tuple[str | None, str, str | None] | None:
    """The message of a call with constant texts; None for any other call."""
    if not isinstance(call, ast.Call):
        return None
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    name = "gettext" if function == "_" else function.removesuffix("_lazy").removesuffix("_noop")
    if name not in FUNCTIONS:
        return None
    places = [place if place is None else _constant(call.args, place) for place in FUNCTIONS[name]]
    context, text, plural = places
    return (context, text, plural) if text else None


def _constant(arguments: list[ast.expr], place: int) -> str | None:
    argument = arguments[place] if place < len(arguments) else None
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


if __name__ == "__main__":
    sys.exit(main())
