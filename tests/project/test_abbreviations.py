"""Nobody meets “SMS” cold: before the abbreviation of a role, or right beside it, a page writes its name."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings

from catalogue.content.writing import load
from roles.models import Role
from tests.browser.addresses import KINDS, STATES

pytestmark = pytest.mark.django_db
BESIDE = 12  # signs between an abbreviation and the name that follows it
UNSEEN = ("head", "script", "svg", "option", "textarea")


class _Seen(HTMLParser):
    """The words of a page that are seen, in their order: not those for screen readers, nor pictures."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.words = [], ""

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "link", "input", "br", "img", "hr"):
            self.open.append((tag, "visually-hidden" in (dict(attrs).get("class") or "")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(hidden or tag in UNSEEN for tag, hidden in self.open):
            self.words += f" {data}"


def seen(response):
    reader = _Seen()
    reader.feed(response.content.decode())
    return f" {' '.join(reader.words.split())} "


@pytest.fixture
def shipped():
    load(Path(settings.FIXTURE_DIRS[0]))


def meets_cold(words, role):
    """The words around the abbreviation of the role, if its name stands neither before nor beside it."""
    names = [place for name in (role.name_es, role.name_en) if (place := words.find(name)) >= 0]
    found = [place for sign in " ),.:" if (place := words.find(f" {role.abbreviation}{sign}")) >= 0]
    cold = found and not (names and min(names) <= min(found) + BESIDE)
    return words[min(found) - 30 : min(found) + 30] if cold else ""


def test_the_name_of_a_role_stands_before_its_abbreviation(client, shipped):
    roles = Role.objects.exclude(abbreviation="")
    pages = {path: seen(client.get(path)) for path in KINDS + STATES}

    cold = {path: [met for role in roles if (met := meets_cold(words, role))] for path, words in pages.items()}

    assert {path: met for path, met in cold.items() if met} == {}
