"""Names are tidied when they are entered, and one name means one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.content.audit import audit
from editing.naming import sounded, spelled, tidy, tidy_lines
from editing.rules import called_alike
from responsibilities.models import Duty, DutyTerm
from roles.models import Alias, Role
from sources.models import Passage
from tests import factories
from tests.admin_forms import address, codes, list_address, make_editor, posted

pytestmark = pytest.mark.django_db

UNTIDY = [
    ("  Plan   de crisis ", "Plan de crisis"),
    ("Plan\u00a0de\u2009crisis", "Plan de crisis"),
    ("Plan\tde\ncrisis", "Plan de crisis"),
    ("Plan\u200b de\ufeff cri\u00adsis\u200e", "Plan de crisis"),
    ("Plan \u200b de crisis", "Plan de crisis"),
    ("Gestio\u0301n", "Gestión"),
    ("a\x00b\x07c\x85d", "abc d"),
    ("\u200b\u00a0", ""),
]


@pytest.mark.parametrize(("typed", "kept"), UNTIDY)
def test_a_line_is_tidied(typed, kept):
    assert tidy(typed) == kept


@given(st.text())
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)
    assert tidy_lines(tidy_lines(text)) == tidy_lines(text)


def test_paragraphs_stay():
    assert tidy_lines("Uno\u200b.\r\n\r\n  Dos \u00ad\x07.") == "Uno.\n\n  Dos ."


def test_what_tells_names_apart():
    assert (spelled("Community\u00a0 MANAGER"), spelled("Mánager")) == ("community manager", "mánager")
    assert (sounded("Análisis"), sounded("Año"), sounded("ANO")) == ("analisis", "año", "ano")
    assert sounded("\uff23ommunity \ufb01n") == "community fin"
    assert called_alike(["Análisis", ""], {(1, "analisis"), (2, "otro"), (3, "analisis")}, own=3) == [1]


@pytest.fixture(autouse=True)
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def world():
    """Two roles; the second has a disputed alias and one of its own."""
    passage = factories.make_passage(factories.make_source())
    factories.make_role("cm", name_es="Gestión", name_en="Care", abbreviation="CM")
    role = factories.make_role("smm", name_es="Dirección", name_en="Lead", abbreviation="SMM")
    factories.make_alias(role, "jefa", passages=[passage])
    factories.make_alias(role, "ambiguo", passages=[passage], disputed=True)
    return role


def save(client, row, **changes):
    page = address(row)
    return client.post(page, posted(client.get(page), **changes))


def add(client, model, **values):
    page = list_address(model, "add")
    return client.post(page, posted(client.get(page), **values))


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"name_es": "gestion"}, {"name"}),
        ({"name_es": "Care"}, {"name"}),
        ({"name_en": " CARE\u00a0"}, {"name"}),
        ({"abbreviation": "cm"}, {"name"}),
        ({"name_es": "SMM", "name_en": ""}, None),
        ({"name_es": "Otra"}, None),
    ],
)
def test_a_role_with_the_name_of_another_is_refused(client, world, changes, wrong):
    response = save(client, world, **changes)

    assert (response.status_code, wrong and codes(response)) == (200 if wrong else 302, wrong)
    if wrong:
        other = Role.objects.get(slug="cm")
        assert f'href="{address(other)}"' in str(response.context["adminform"].form.errors)


@pytest.mark.parametrize(("name", "refused"), [("JEFA", True), ("ambiguo", False)])
def test_a_role_with_an_alias_of_another_is_refused_unless_it_is_disputed(client, world, name, refused):
    response = add(client, Role, slug="tercero", name_es=name)

    assert (response.status_code == 200, Role.objects.filter(slug="tercero").exists()) == (refused, not refused)


@pytest.mark.parametrize(
    ("name", "disputed", "wrong"),
    [("Gestión", "", {"name"}), ("cm", "", {"name"}), ("gestion", "on", None), ("nueva", "", None)],
)
def test_an_alias_that_means_another_role_is_refused_unless_it_is_disputed(client, world, name, disputed, wrong):
    alias = Alias.objects.get(name="jefa")

    response = save(client, alias, name=name, disputed=disputed or None)

    assert (response.status_code, wrong and codes(response)) == (200 if wrong else 302, wrong)


def test_an_alias_that_means_another_role_is_refused_on_the_page_of_its_role(client, world):
    assert codes(save(client, world, **{"aliases-1-name": "Gestión"})) == {"name"}


def test_an_alias_that_differs_in_capitals_is_refused(client, world):
    alias = Alias.objects.get(name="ambiguo")

    assert codes(save(client, alias, name="Jefa ")) == {"alias"}
    assert codes(save(client, world, **{"aliases-0-name": "Jefa", "aliases-1-name": "JEFA"})) == {"alias"}


def test_a_duty_with_the_name_of_another_is_refused(client):
    first = factories.make_duty("uno", name_es="Análisis", name_en="Analysis")
    second = factories.make_duty("dos", name_es="Otra", name_en="Other")

    answers = [codes(save(client, second, **change)) for change in ({"name_es": "analisis"}, {"name_en": "ANALYSIS"})]
    kept = save(client, first, description_es="Más")

    assert (answers, kept.status_code) == ([{"name"}, {"name"}], 302)


def test_terms_that_differ_in_capitals_are_refused(client):
    duty = factories.make_duty()
    factories.make_term(duty, "manual de crisis")
    factories.make_term(duty, "otro")

    response = save(client, duty, **{"terms-1-term": "Manual\u00a0de  crisis"})

    assert codes(response) == {"term"}


def test_what_is_typed_is_saved_tidy(client, world):
    source = factories.make_passage(factories.make_source("otra")).source
    duty = factories.make_duty()
    factories.make_term(duty, "otro")

    statuses = [
        save(client, duty, name_es=" Plan\u00a0 de crisis\u200b", **{"terms-0-term": "a\u00a0\u00a0b"}).status_code,
        save(client, Passage.objects.get(source=source), locator="Inicio\u00a0›  2").status_code,
        save(client, source, title_es="Gestio\u0301n\u00ad", author="\u00a0").status_code,
    ]

    duty.refresh_from_db()
    source.refresh_from_db()
    assert statuses == [302, 302, 302]
    assert (duty.name_es, DutyTerm.objects.get().term) == ("Plan de crisis", "a b")
    assert (source.title_es, source.author, source.passages.get().locator) == ("Gestión", "", "Inicio › 2")


def test_a_name_of_nothing_that_can_be_seen_is_refused(client):
    response = save(client, factories.make_duty(), name_es="\u200b")

    assert response.status_code == 200
    assert Duty.objects.get().name_es == "Crisis plan"


def test_the_audit_finds_what_came_another_way(world):
    factories.make_alias(world, "Gestion")
    factories.make_alias(world, "JEFA")
    duty = factories.make_duty("uno", name_es="Plan\u00a0uno")
    factories.make_duty("dos", name_es="plan uno")
    factories.make_term(duty, "Otro")
    factories.make_term(duty, "otro")

    found = [
        (finding.code, finding.where)
        for finding in audit()
        if finding.code in ("name-shared", "wording-twice", "line-untidy")
    ]

    assert sorted(found) == [
        ("line-untidy", "responsibilities.duty uno"),
        ("name-shared", "responsibilities.duty dos"),
        ("name-shared", "responsibilities.duty uno"),
        ("name-shared", "roles.role cm"),
        ("name-shared", "roles.role smm"),
        ("wording-twice", "responsibilities.dutyterm uno › es › Otro"),
        ("wording-twice", "responsibilities.dutyterm uno › es › otro"),
        ("wording-twice", "roles.alias smm › JEFA"),
        ("wording-twice", "roles.alias smm › jefa"),
    ]
