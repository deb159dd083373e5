import re

import polib
import pytest

from devtools import messages

pytestmark = pytest.mark.static

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def texts(entry):
    return [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)] or [entry.msgstr]


def test_catalogue_has_the_messages_of_the_code_and_no_others():
    catalogue = messages.current()

    known = {messages.key_of(entry) for entry in catalogue if not entry.comment.startswith(messages.BY_HAND)}
    assert known == set(messages.extracted()), "python3 dev.py messages brings the catalogue up to date"


def test_catalogue_is_translated():
    catalogue = messages.current()

    assert len(catalogue) > 0
    assert [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy or entry.obsolete] == []


def test_catalogue_keeps_placeholders():
    def placeholders(text):
        return sorted(PLACEHOLDER.findall(text.replace("%%", "")))

    assert [
        entry.msgid
        for entry in messages.current()
        if placeholders(texts(entry)[-1]) != placeholders(entry.msgid_plural or entry.msgid)
    ] == []


def test_compiled_catalogue_says_the_same():
    path = messages.CATALOGUE.with_suffix(".mo")
    assert path.is_file(), "python3 dev.py messages compiles it"

    written, compiled = messages.current(), polib.mofile(str(path))

    assert {messages.key_of(entry): texts(entry) for entry in compiled} == {
        messages.key_of(entry): texts(entry) for entry in written
    }


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.py", '_("One " "text")', [(None, "One text", None)]),
        ("a.py", 'x.gettext_lazy("A")', [(None, "A", None)]),
        ("a.py", 'pgettext("of a role", "Focus")', [("of a role", "Focus", None)]),
        ("a.py", 'ngettext("%(n)s duty", "%(n)s duties", n)', [(None, "%(n)s duty", "%(n)s duties")]),
        ("a.py", "_(variable)", []),
        ("a.html", '{% load i18n %}<p>{% translate "A (b) c" %}</p>', [(None, "A (b) c", None)]),
        ("a.html", '{% translate "Main" context "nav" %}', [("nav", "Main", None)]),
        (
            "a.html",
            "{% blocktranslate trimmed count n=1 %}\n  {{ n }} duty\n{% plural %}{{ n }} duties{% endblocktranslate %}",
            [(None, "%(n)s duty", "%(n)s duties")],
        ),
        ("a.html", '{% include "b.html" with text=_("Roles") only %}', [(None, "Roles", None)]),
        ("a.html", '{{ value|default:_("none") }}', [(None, "none", None)]),
    ],
)
def test_messages_of_a_file(tmp_path, name, content, expected):
    path = tmp_path / name
    path.write_text(content)

    assert list(messages.messages_of(path)) == expected
