"""What is wrong with a YAML file, in words for somebody who never heard of tokens and nodes."""

import yaml
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# By a part of what the parser says; the first that fits. Each says what to look for, not what the parser expected.
WORDS = (
    ("escape", gettext_noop("between double quotes, a backslash must be written twice")),
    ("quoted scalar", gettext_noop("a quotation mark is opened here and not closed")),
    ("tab character", gettext_noop("there is a tab here: indent with spaces")),
    ("flow", gettext_noop("a bracket is opened here and not closed, or a comma is missing between its entries")),
    ("mapping values are not allowed", gettext_noop("a text that holds a colon and a space must stand in quotes")),
    (
        "cannot start any token",
        gettext_noop("a text that begins with this character stands in quotes; no line begins with a tab"),
    ),
    ("undefined alias", gettext_noop("a text that begins with “*” must stand in quotes")),
    ("scanning an alias", gettext_noop("a text that begins with “*” must stand in quotes")),
    ("scanning an anchor", gettext_noop("a text that begins with “&” must stand in quotes")),
    ("tag", gettext_noop("a text that begins with “!” must stand in quotes")),
    ("directive", gettext_noop("a text that begins with “%” must stand in quotes")),
    ("block scalar", gettext_noop("a text after “|” or “>” begins on the next line, indented")),
    ("expected ':'", gettext_noop("a colon is missing after the name of a field, or the line is indented wrongly")),
    ("recursive", gettext_noop("it contains itself")),
    ("control characters", gettext_noop("there is a character here that is no text")),
    ("special characters", gettext_noop("there is a character here that is no text")),
    ("utf", gettext_noop("the file is not text in UTF-8")),
    ("codec", gettext_noop("the file is not text in UTF-8")),
    ("single document", gettext_noop("a file is one list: “---” and “...” do not belong here")),
    ("document", gettext_noop("a file is one list: “---” and “...” do not belong here")),
    ("unhashable", gettext_noop("a text that holds brackets must stand in quotes")),
)
OTHERWISE = gettext_noop("the list breaks off here: look at the indentation, hyphens, colons and quotation marks")
# What is not closed is told where it was opened; the parser notices at the end of the file.
OPENED = ("quoted scalar", "flow")


def in_plain_words(error: yaml.YAMLError) -> str:
    """What to look for, in the active language."""
    said = _said(error)
    return _(next((words for part, words in WORDS if part in said), OTHERWISE))


def line_of(error: yaml.YAMLError) -> int | None:
    """The line to look at, counted from one; none where the file cannot be read as text at all."""
    opened = any(part in _said(error) for part in OPENED)
    names = ("context_mark", "problem_mark") if opened else ("problem_mark", "context_mark")
    marks = [mark for name in names if (mark := getattr(error, name, None)) is not None]
    return marks[0].line + 1 if marks else None


def _said(error: yaml.YAMLError) -> str:
    parts = [getattr(error, name, None) for name in ("context", "problem", "reason", "encoding")]
    return " ".join(str(part) for part in parts if part).lower() or str(error).lower()
