import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from catalogue import pages as views
from catalogue.front_page import overview
from responsibilities.agreement.rule import Agreement
from roles.models import Tone, TraitKind
from tests.factories import (
    make_chart,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)
from web.lookup import Missing, page_of
from web.templatetags.pages import dots, in_language, partial_date, place_of, shelf_of

pytestmark = pytest.mark.django_db


def fill(number):
    """So many core roles, each defined and given a duty by a document of its own, and a chart with all of them."""
    chart, boss = make_chart(), None
    for index in range(number):
        passage = make_passage(make_source(f"source-{index}"))
        role = make_role(f"role-{index}", position=index, abbreviation=f"R{index}")
        make_trait(role, "what", kind=TraitKind.DEFINITION, passages=[passage], statement_es=f"Lo que es {index}.")
        make_responsibility(role, make_duty(f"duty-{index}"), passages=[passage])
        boss = make_position(chart, f"box-{index}", [role], reports_to=boss)


@pytest.mark.parametrize("number", [1, 3])
def test_home_with_rows_has_a_constant_number_of_queries(client, django_assert_num_queries, number):
    fill(number)

    with django_assert_num_queries(18):
        response = client.get("/")

    assert response.status_code == 200
    assert response.content.decode().count('class="introduction tone-') == number


def test_home_without_rows_still_tells_how_to_read_it(client):
    response = client.get("/")

    assert response.status_code == 200
    assert "Quién hace qué" in response.content.decode()


def test_home_in_english_speaks_english_and_leads_back(client):
    fill(1)

    page = client.get("/en/").content.decode()

    assert '<html lang="en">' in page
    assert "Role 0 (en)" in page
    assert '<a class="language-switch" href="/" lang="es" hreflang="es" rel="alternate">Español</a>' in page


def test_page_addresses_are_canonical_and_have_their_twin(client):
    page = client.get("/?utm_source=x").content.decode()

    assert '<link rel="canonical" href="http://testserver/">' in page
    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/">' in page
    assert 'href="/en/?utm_source=x" lang="en"' in page


def test_home_wrong_method_is_refused(client):
    assert client.post("/").status_code == 405


def test_overview_definition_is_the_one_with_most_voices():
    first, second = make_passage(make_source("a")), make_passage(make_source("b"))
    role = make_role()
    make_trait(role, "weak", kind=TraitKind.DEFINITION, passages=[first], position=1)
    strong = make_trait(role, "strong", kind=TraitKind.DEFINITION, passages=[first, second], position=2)

    introduction = overview().introductions[0]

    assert introduction.definition == strong
    assert (introduction.voices, introduction.total) == (("a", "b"), 2)


def test_overview_distinction_is_what_most_voices_say():
    first, second = make_passage(make_source("a")), make_passage(make_source("b"))
    one, other = make_role("one", position=1), make_role("other", position=2)
    for role in (one, other):
        make_trait(role, "side", kind=TraitKind.DISTINCTION, passages=[first], position=1, statement_es="Uno planea.")
    agreed = make_trait(one, "agreed", kind=TraitKind.DISTINCTION, passages=[first, second], position=2)

    found = overview().distinction

    assert (found.trait, found.voices, found.total) == (agreed, ("a", "b"), 2)


def test_overview_distinction_of_as_many_voices_is_the_sentence_that_most_roles_share():
    passage = make_passage(make_source())
    one, other = make_role("one", position=1), make_role("other", position=2)
    make_trait(one, "own", kind=TraitKind.DISTINCTION, passages=[passage], position=1)
    shared = [
        make_trait(
            role, "shared", kind=TraitKind.DISTINCTION, passages=[passage], position=2, statement_es="Otro hace."
        )
        for role in (one, other)
    ]

    assert overview().distinction.trait == shared[0]


def test_overview_leads_with_no_distinction_that_nobody_states_firmly():
    doubtful = make_passage(make_source(), standing="doubtful", standing_note_es="No se entiende.")
    make_trait(make_role(), "weak", kind=TraitKind.DISTINCTION, passages=[doubtful])

    assert overview().distinction is None


def test_home_says_how_many_say_the_sentence_it_leads_with(client):
    passages = [make_passage(make_source(slug)) for slug in ("a", "b")]
    trait = make_trait(
        make_role(), "line", kind=TraitKind.DISTINCTION, passages=passages, statement_es="La línea no es clara."
    )

    page = client.get("/").content.decode()

    lead = page[page.index('<figure class="distinction">') : page.index("</figure>")]
    assert "<p>La línea no es clara.</p>" in lead
    assert f'href="{trait.get_absolute_url()}"' in lead
    assert "2 de 2" in lead


def test_overview_counts_the_duties_by_agreement():
    fill(2)

    assert overview().agreements == {"single": 2}


def test_search_finds_by_kind(client):
    make_role("community-manager")

    response = client.get("/search/?q=community")

    assert [(kind, [hit.slug for hit in hits]) for kind, hits in response.context["groups"]] == [
        ("role", ["community-manager"])
    ]


@pytest.mark.parametrize("query", ["", "q=", "q=%20"])
def test_search_for_nothing_offers_ways_in(client, query):
    response = client.get(f"/search/?{query}")

    assert response.status_code == 200
    assert 'id="ways"' in response.content.decode()


def test_search_without_result_offers_ways_in(client):
    response = client.get("/search/?q=zzzz")

    assert response.status_code == 200
    assert response.context["found"].hits == ()
    assert 'id="ways"' in response.content.decode()


def words(response):
    """The text of a page, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("crisis plan", "1 result for “crisis plan”"),
        ("sueldo crisis", "This word is nowhere here: sueldo . 2 results for “crisis”"),
        ("sueldo vacaciones crisis", "These words are nowhere here: sueldo , vacaciones . 2 results for “crisis”"),
        ("sueldo", "This word is nowhere here: sueldo . 0 results for “sueldo”"),
        (
            "plan budget",
            "all these words together: these have the most of them. 2 results for “plan budget”",
        ),
        (
            "sueldo plan budget",
            "sueldo . No text has all the other words together: these have the most of them. 2",
        ),
        ("of the", "There is no word here to look for"),
        ("???", "There is no word here to look for"),
    ],
)
def test_search_says_which_words_are_nowhere(client, query, told):
    make_duty("crisis-plan")
    make_duty("crisis-budget")

    assert told in words(client.get("/en/search/", {"q": query}))


def test_search_words_that_are_nowhere_are_escaped(client):
    page = client.get("/en/search/", {"q": "<b>sueldo</b> x&y"}).content.decode()

    assert "<strong>sueldo</strong>" in page
    assert "<b>sueldo" not in page


@pytest.mark.parametrize("page", ["duties", "matrix"])
def test_words_of_a_list_that_are_nowhere_are_named(client, page):
    make_duty("crisis-plan")
    make_duty("crisis-budget")

    assert "This word is nowhere here: sueldo ." in words(client.get(f"/en/{page}/?q=sueldo+crisis"))
    assert "No text has all these words together" in words(client.get(f"/en/{page}/?q=plan+budget"))
    assert "nowhere" not in words(client.get(f"/en/{page}/?q=crisis+plan"))


@pytest.mark.parametrize("query", ["a" * 201, "a " * 21])
def test_search_too_long_is_a_400_in_the_frame(client, query):
    response = client.get("/search/", {"q": query})

    assert response.status_code == 400
    assert "site-header" in response.content.decode()


def test_search_query_is_escaped(client):
    page = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>" not in page


def test_search_wrong_method_is_refused(client):
    assert client.post("/search/").status_code == 405


def test_gallery_shows_every_part_in_every_state_without_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        page = views.parts(RequestFactory().get("/parts/")).content.decode()

    states = [
        *[f"tone-{tone}" for tone in Tone.values],
        *[f"agreement-{agreement}" for agreement in Agreement],
        *["mark-conditional", "mark-denied", "mark-doubtful", "according-to", "pagination", "breadcrumbs"],
    ]
    assert [state for state in states if state not in page] == []


def test_gallery_has_no_address_outside_of_development(client):
    assert client.get("/parts/").status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "abc", "", "9", "²", "1_0", "9" * 30])
def test_page_of_a_bad_number_is_missing(number):
    with pytest.raises(Missing):
        page_of(RequestFactory().get("/", {"page": number}), [1, 2, 3])


def test_page_of_gives_the_page_asked_for():
    page = page_of(RequestFactory().get("/?page=2"), [1, 2, 3], size=2)

    assert list(page) == [3]


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("/", "en", "/en/"),
        ("/en/", "es", "/"),
        ("/roles/x/", "en", "/en/roles/x/"),
        ("/en/roles/x/", "es", "/roles/x/"),
        ("/en/roles/x/", "en", "/en/roles/x/"),
        ("/english/", "es", "/english/"),
    ],
)
def test_in_language_changes_only_the_prefix(path, language, expected):
    assert in_language(path, language) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("2018", "2018"), ("2018-10", "octubre de 2018"), ("2018-10-31", "31 de octubre de 2018")]
)
def test_partial_date_is_as_precise_as_it_is_known(value, expected):
    assert partial_date(value).lower() == expected


def test_partial_date_in_english_is_british_as_the_texts():
    with translation.override("en"):
        assert partial_date("2018-10-31") == "31 October 2018"


def test_dots_are_filled_from_the_left():
    assert dots(2, 3) == [True, True, False]


@pytest.mark.parametrize(
    ("locator", "shelf", "place"), [("Rol › Funciones › 11", "Rol › Funciones", "11"), ("Inicio", "Inicio", "Inicio")]
)
def test_locator_falls_into_shelf_and_place(locator, shelf, place):
    assert (shelf_of(locator), place_of(locator)) == (shelf, place)


@pytest.mark.parametrize(
    ("path", "status"), [("/nada/", 404), ("/en/nada/", 404), ("/roles/nada/", 404), ("/sources/nada/", 404)]
)
def test_unknown_address_is_a_404_in_the_frame(client, path, status):
    response = client.get(path)

    assert response.status_code == status
    assert "site-header" in response.content.decode()


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 414, 429, 500, 503])
def test_error_page_needs_neither_database_nor_request(status, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string(f"{status}.html", {"status": status, "message": "Una frase."})

    assert "site-header" in page
    assert "Una frase." in page
