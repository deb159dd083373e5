import pytest

from responsibilities.agreement.duty_count import DutyCount
from responsibilities.models import Involvement
from roles.models import TraitKind
from tests.factories import (
    make_alias,
    make_chart,
    make_citation,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)

pytestmark = pytest.mark.django_db


def fill(number):
    """One role with so many names, traits, duties and positions, and as many documents and other roles."""
    role = make_role("community-manager", abbreviation="CM", tone="teal")
    for index in range(number):
        passage = make_passage(make_source(f"source-{index}"))
        other = make_role(f"other-{index}", position=index + 1)
        make_alias(role, f"name-{index}", [passage])
        make_trait(role, f"trait-{index}", passages=[passage])
        duty = make_duty(f"duty-{index}")
        make_responsibility(role, duty, passages=[passage])
        make_responsibility(other, duty, passages=[passage])
        chart = make_chart(f"chart-{index}")
        boss = make_position(chart, "boss", [other])
        own = make_position(chart, "own", [role, other], reports_to=boss, passages=[passage])
        make_position(chart, "below", [other], reports_to=own)
    return role


@pytest.mark.parametrize("number", [1, 3])
def test_role_list_has_a_constant_number_of_queries(client, django_assert_num_queries, number):
    fill(number)

    with django_assert_num_queries(4):
        response = client.get("/roles/")

    assert response.content.decode().count("role-entry") == number + 1


def test_role_list_shows_core_roles_first(client):
    make_role("curator", is_core=False, position=1)
    make_role("strategist", position=9)

    response = client.get("/roles/")

    assert [role.slug for role in response.context["page"]] == ["strategist", "curator"]


@pytest.mark.parametrize("number", ["0", "abc", "2"])
def test_role_list_bad_page_is_a_404(client, number):
    assert client.get(f"/roles/?page={number}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_role_detail_has_a_constant_number_of_queries(client, django_assert_num_queries, number):
    fill(number)

    with django_assert_num_queries(19):
        response = client.get("/roles/community-manager/")

    assert response.status_code == 200
    assert response.context["profile"].count.total == number
    assert len(response.context["profile"].positions) == number


def test_role_detail_groups_traits_in_the_order_of_the_kinds(client):
    role = make_role()
    passage = make_passage(make_source())
    make_trait(role, "quality", kind=TraitKind.QUALITY, position=1, passages=[passage])
    make_trait(role, "definition", kind=TraitKind.DEFINITION, position=2, passages=[passage])

    profile = client.get(role.get_absolute_url()).context["profile"]

    assert [group.kind for group in profile.groups] == [TraitKind.DEFINITION, TraitKind.QUALITY]


def test_role_detail_tells_parts_with_agreement_and_voices(client):
    role, other = make_role("one"), make_role("other", position=1)
    first, second = make_passage(make_source("a")), make_passage(make_source("b"))
    duty = make_duty()
    make_responsibility(role, duty, Involvement.EXECUTES, passages=[first, second])
    make_responsibility(role, duty, Involvement.PLANS, passages=[first])
    make_responsibility(other, duty, Involvement.PLANS, passages=[second])

    profile = client.get(role.get_absolute_url()).context["profile"]

    (duty_parts,) = profile.shelves[0].duties
    assert [(part.responsibility.involvement, part.sign, part.voices) for part in duty_parts.parts] == [
        ("plans", "disputed", ("a",)),
        ("executes", "agreed", ("a", "b")),
    ]
    assert profile.total == 2


def test_role_detail_says_what_a_document_adds(client):
    role = make_role()
    responsibility = make_responsibility(role, make_duty())
    make_citation(responsibility, make_passage(make_source()), condition_es="si nadie lleva el SEO", horizon="short")

    page = client.get(role.get_absolute_url()).content.decode()

    assert "si nadie lleva el SEO" in page
    assert "mark-conditional" in page


def test_role_detail_marks_a_disputed_alias_and_cites_it(client):
    role = make_role()
    passage = make_passage(make_source())
    make_alias(role, "gestor", [passage], disputed=True, note_es="Otro lo llama distinto.")

    page = client.get(role.get_absolute_url()).content.decode()

    assert "mark-disputed" in page
    assert "Otro lo llama distinto." in page
    assert f'href="{passage.get_absolute_url()}"' in page


def test_role_detail_tells_to_whom_it_reports(client):
    role, boss = make_role("one"), make_role("boss")
    chart = make_chart()
    above = make_position(chart, "above", [boss])
    own = make_position(chart, "own", [role], reports_to=above, is_external=True)

    response = client.get(role.get_absolute_url())

    assert response.context["profile"].positions == (own,)
    assert f'href="{own.get_absolute_url()}"' in response.content.decode()


def test_role_detail_lists_the_documents_behind_it(client):
    role = make_role()
    one, other = make_source("a"), make_source("b")
    make_trait(role, passages=[make_passage(one), make_passage(other)])
    make_responsibility(role, make_duty(), passages=[make_passage(one, "Inicio › 2")])

    profile = client.get(role.get_absolute_url()).context["profile"]

    assert [(each.source, each.traits, each.duties, each.counts) for each in profile.describers] == [
        (one, 1, DutyCount(1), True),
        (other, 1, DutyCount(), True),
    ]


def test_role_detail_according_to_a_document_hears_only_that_one(client):
    role = make_role()
    one, other = make_passage(make_source("a")), make_passage(make_source("b"))
    make_trait(role, "both", passages=[one, other])
    make_trait(role, "other", passages=[other])
    make_responsibility(role, make_duty(), passages=[other])

    response = client.get(f"{role.get_absolute_url()}?source=a")

    profile = response.context["profile"]
    assert [(each.trait.slug, each.voices) for each in profile.groups[0].traits] == [("both", ("a",))]
    assert (profile.shelves, profile.total) == ((), 1)
    assert f'<a href="{role.get_absolute_url()}">' in response.content.decode()


def test_role_detail_according_to_a_silent_document_says_so(client):
    role = make_role()
    make_trait(role, passages=[make_passage(make_source("a"))])
    make_source("silent")

    response = client.get(f"{role.get_absolute_url()}?source=silent")

    assert response.context["profile"].is_empty


def test_role_detail_leads_to_comparisons_in_the_editorial_order(client):
    make_role("second", position=2)
    make_role("first", position=1)
    role = make_role("curator", is_core=False)

    comparisons = client.get(role.get_absolute_url()).context["comparisons"]

    assert [comparison.query for comparison in comparisons] == [
        "first,curator",
        "second,curator",
        "first,second,curator",
    ]


def test_role_detail_unknown_source_is_a_404_that_names_it(client):
    role = make_role()

    response = client.get(f"{role.get_absolute_url()}?source=nobody")

    assert response.status_code == 404
    assert "“nobody”" in response.content.decode() or "«nobody»" in response.content.decode()


def test_role_detail_ignores_unknown_parameters(client):
    role = make_role()

    assert client.get(f"{role.get_absolute_url()}?utm_source=x&source=").status_code == 200


def test_role_detail_unknown_slug_is_a_404_that_names_it(client):
    response = client.get("/roles/nobody/")

    assert response.status_code == 404
    assert "nobody" in response.content.decode()


def test_role_detail_in_english_reads_english_content(client):
    role = make_role("community-manager")
    make_trait(role, passages=[make_passage(make_source())])

    page = client.get("/en/roles/community-manager/").content.decode()

    assert "Community manager (en)" in page
    assert "Trait focus." in page


@pytest.mark.parametrize("path", ["/roles/", "/roles/community-manager/"])
def test_role_pages_wrong_method_is_refused(client, path):
    make_role()

    assert client.post(path).status_code == 405


def test_role_list_leaves_out_an_alias_that_only_repeats_the_name(client):
    role = make_role(name_es="Curador", name_en="Content curator")
    passage = make_passage(make_source())
    for name in ("Content Curator", "curator"):
        make_alias(role, name, [passage])

    pages = {path: client.get(path).content.decode() for path in ("/roles/", "/en/roles/")}

    assert {path: "Content Curator" in page for path, page in pages.items()} == {"/roles/": True, "/en/roles/": False}
    assert all(">curator</span>" in page for page in pages.values())
