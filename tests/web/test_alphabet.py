"""The order of names: the same for pages, API and admin, on every database."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from responsibilities.models import Duty
from roles.models import Role
from sources.models import Source
from tests.admin_forms import address, make_editor
from tests.factories import make_alias, make_duty, make_passage, make_role, make_source, make_term
from web.alphabet import alphabetical, by_language

MIXED = ["zeta", "ñandú", "Nube", "ábaco", "abad", "10 ideas", "2 ideas", "año", "anochecer", "vergüenza", "verguenza"]
SORTED = ["2 ideas", "10 ideas", "ábaco", "abad", "anochecer", "año", "Nube", "ñandú", "verguenza", "vergüenza", "zeta"]


@pytest.mark.parametrize(
    "names",
    [
        SORTED,
        ["ano", "anual", "anzuelo", "año", "aorta"],
        ["caza", "çaza", "cazo"],
        ["como", "cómo", "comoda"],
        ["plan", "Plan", "plan de crisis", "planes"],
        ["[Alfa]", "beta", "¿Cómo?", "«delta»"],
        ["red 2", "red 10", "red social"],
        ["nu", "n\u0303u", "o"],
        ["", "¿?", "1", "a"],
    ],
)
def test_readers_find_names_in_their_alphabet(names):
    assert sorted(sorted(names), key=alphabetical) == names


def test_spanish_comes_before_english():
    names = [("en", "ábaco"), ("es", "zeta"), ("en", "abacus"), ("es", "ñu")]

    assert sorted(names, key=lambda name: by_language(*name)) == [
        ("es", "ñu"), ("es", "zeta"), ("en", "ábaco"), ("en", "abacus"),
    ]  # fmt: skip


@given(st.lists(st.text()))
def test_any_text_has_one_place(texts):
    assert sorted(texts, key=alphabetical) == sorted(sorted(texts), key=alphabetical)


def shown(content, names):
    """The names as they follow one another in a page."""
    places = {name: content.index(name) for name in names}
    return sorted(places, key=places.get)


@pytest.fixture
def named(db):
    role, duty = make_role(), make_duty()
    passage = make_passage(make_source("first"), "1")
    for name in MIXED:
        make_alias(role, name, [passage])
        make_term(duty, name)
    for number, name in enumerate(MIXED):
        make_source(f"source-{number}", short_name_es=f"{name}.", short_name_en=f"{name}.")


def test_aliases_are_in_order_everywhere(client, named):
    client.force_login(make_editor())
    role = Role.objects.get()

    listed = client.get("/roles/").content.decode()
    page = client.get("/roles/community-manager/").content.decode()
    told = client.get("/api/v1/roles/community-manager/").json()["aliases"]
    form = client.get(address(role)).content.decode()

    assert shown(listed, [f">{name}<" for name in MIXED]) == [f">{name}<" for name in SORTED]
    assert shown(page, [f">{name}</strong>" for name in MIXED]) == [f">{name}</strong>" for name in SORTED]
    assert [alias["name"] for alias in told] == SORTED
    assert re.findall(r'name="aliases-\d+-name" value="(.*?)"', form) == SORTED


def test_terms_are_in_order_everywhere(client, named):
    client.force_login(make_editor())
    make_term(Duty.objects.get(), "ability", "en")

    page = client.get("/duties/crisis-plan/").content.decode()
    told = client.get("/api/v1/duties/crisis-plan/").json()["terms"]
    form = client.get(address(Duty.objects.get())).content.decode()

    assert f"Otros nombres: {', '.join(SORTED)}." in page
    assert [term["term"] for term in told] == [*SORTED, "ability"]
    assert re.findall(r'name="terms-\d+-term" value="(.*?)"', form) == [*SORTED, "ability"]


def test_documents_are_in_order_on_pages(client, named):
    expected = [f"{name}." for name in SORTED]

    assert [source.cited_as for source in Source.objects.exclude(slug="first").by_name()] == expected
    for path in ("/sources/", "/roles/community-manager/", "/duties/", "/orgcharts/", "/disagreements/"):
        assert shown(client.get(path).content.decode(), expected) == expected, path


def test_the_matrix_by_name_is_in_order(client, db):
    for number, name in enumerate(MIXED):
        make_duty(f"duty-{number}", name_es=name)

    rows = client.get("/matrix/?sort=name").context["shelves"][0].rows

    assert [row.duty.name for row in rows] == SORTED
