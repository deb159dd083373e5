"""The pages of the duties, and what they have in common with the matrix and the disagreements."""

import re

import pytest

from responsibilities.models import Duty
from sources.models import Standing
from tests.factories import make_area, make_citation, make_duty, make_passage, make_responsibility, make_role, make_term
from tests.responsibilities.pages import tables, texts
from tests.responsibilities.world import agreed, conditional, denied, disputed, make_world

pytestmark = pytest.mark.django_db
PAGES = ["/en/duties/", "/en/duties/calendar/", "/en/matrix/", "/en/matrix/?columns=all", "/en/disagreements/"]


@pytest.fixture
def world():
    world = make_world(duties=0)
    for make in (disputed, agreed, conditional, denied):
        make(world)
    return world


@pytest.mark.parametrize("page", [*PAGES, "/duties/", "/duties/calendar/", "/matrix/", "/disagreements/"])
def test_page_works_in_both_languages(client, world, page):
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_page_is_only_read(client, world, page):
    assert client.post(page).status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_page_ignores_parameters_of_others(client, world, page):
    assert client.get(page, {"utm_source": "x", "fbclid": "y"}).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_page_of_an_empty_knowledge_base(client, page):
    response = client.get(page)

    assert response.status_code == (404 if "calendar" in page else 200)


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("/duties/?area=z", 400),
        ("/duties/?agreement=z", 400),
        ("/duties/?source=z", 400),
        ("/duties/?source=a&source=a", 400),
        ("/matrix/?sort=z", 400),
        ("/matrix/?columns=z", 400),
        ("/matrix/?area=z&agreement=z", 400),
        ("/duties/calendar/?source=z", 404),
        ("/disagreements/?source=z", 404),
        ("/duties/nothing/", 404),
    ],
)
def test_wrong_input_is_refused_in_the_frame_of_the_page(client, world, page, status):
    response = client.get(page)

    assert response.status_code == status
    assert '<main class="page"' in response.content.decode()


def test_wrong_filter_says_what_is_wrong_and_keeps_the_form(client, world):
    response = client.get("/en/duties/?area=z")

    assert response.context["listing"].errors[0].startswith("Area: ")
    assert '<select class="text-input" name="area">' in response.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("/duties/", 9),
        ("/duties/?source=a", 10),
        ("/duties/?q=duty&area=strategy&agreement=disputed", 16),
        ("/duties/duty-0/", 10),
        ("/duties/duty-0/?source=a", 10),
        ("/matrix/", 9),
        ("/matrix/?columns=all&sort=voices", 9),
        ("/disagreements/", 9),
    ],
)
def test_page_costs_the_same_for_one_and_for_three(client, django_assert_num_queries, rows, page, queries):
    make_world(duties=rows, roles=rows)

    with django_assert_num_queries(queries):
        response = client.get(page)

    assert response.status_code == 200


def test_duties_stand_on_their_shelves_with_their_roles(client, world):
    shelves = client.get("/en/duties/").context["shelves"]

    assert [(shelf.area.slug, [_brief(row) for row in shelf.rows]) for shelf in shelves] == [
        ("community", ["moderation agreed: cm executes"]),
        (
            "strategy",
            [
                "calendar disputed: cm plans, smm plans",
                "selling conditional: cm executes",
                "seo conditional: smm decides",
            ],
        ),
    ]


def _brief(row):
    parts = [f"{cell.role.slug} {part.involvement}" for cell in row.recorded for part in cell.parts]
    return f"{row.duty.slug} {row.agreement}: {', '.join(parts)}"


def test_duties_according_to_one_document(client, world):
    shelves = client.get("/en/duties/?source=b").context["shelves"]

    assert [[_brief(row) for row in shelf.rows] for shelf in shelves] == [
        ["moderation single: cm executes"],
        ["calendar single: smm plans"],
    ]


def test_duties_keep_the_other_filters_in_every_form(client, world):
    page = client.get("/en/duties/?area=strategy&source=a&q=calendar").content.decode()

    assert '<input type="hidden" name="source" value="a">' in page
    assert '<input type="hidden" name="area" value="strategy">' in page
    assert 'href="/en/duties/?area=strategy&amp;q=calendar"' in page


def test_duty_that_nobody_is_said_to_do(client, world):
    make_duty("orphan")

    page = client.get("/en/duties/orphan/").content.decode()

    assert "No document says who does it." in page


def test_duty_tells_who_plays_each_part_according_to_whom(client, world):
    calendar = Duty.objects.get(slug="calendar")
    make_term(calendar, "content calendar", "en")
    make_responsibility(world.cm, calendar, "executes", passages=[make_passage(world.sources[1], "extra")])

    reading = client.get("/en/duties/calendar/").context["reading"]

    assert [
        (part.question, part.agreement, [(a.responsibility.role.slug, a.voices, a.total) for a in part.answers])
        for part in reading.parts
    ] == [
        ("Who plans?", "disputed", [("cm", ("a",), 2), ("smm", ("b",), 2)]),
        ("Who executes?", "single", [("cm", ("b",), 2)]),
    ]


def test_duty_tells_where_each_document_stands(client, world):
    table = tables(client.get("/en/duties/calendar/"))[0]

    says, silent = "says so", "describes the role, does not say this"
    assert table == [
        ["Document", "Cm (en)", "Smm (en)", "On this duty it also says"],
        ["A (en)", f"Cm (en) {says}", f"Smm (en) {silent}", ""],
        ["B (en)", f"Cm (en) {silent}", f"Smm (en) {says}", ""],
        [
            "C (en) does not answer",
            "Cm (en) does not describe the role",
            "Smm (en) does not describe the role",
            "",
        ],
    ]


@pytest.mark.parametrize(
    ("make", "verdict"),
    [
        (agreed, "The 2 documents that say who all name Cm (en)"),
        (disputed, "The documents differ: 2 say who, and no role is named by all of them."),
        (conditional, "It is said only with reservations: under a condition or in a doubtful passage."),
        (denied, "No document says who: it is only said whose it is not."),
    ],
)
def test_duty_has_its_verdict_in_words(client, make, verdict):
    duty = make(make_world(duties=0))

    assert texts(client.get(f"/en{duty.get_absolute_url()}"), "verdict") == [verdict]


def test_verdict_tells_who_else_is_named(client, world):
    moderation = Duty.objects.get(slug="moderation")
    make_responsibility(world.smm, moderation, "executes", passages=[make_passage(world.sources[0], "also")])

    found = texts(client.get("/en/duties/moderation/"), "verdict")

    assert found == ["The 2 documents that say who all name Cm (en) · 1 of them also names Smm (en)"]


def test_verdict_on_what_all_name_and_one_denies(client, world):
    moderation = Duty.objects.get(slug="moderation")
    make_citation(moderation.responsibilities.get(), make_passage(world.sources[2], "no"), denies=True)

    found = texts(client.get("/en/duties/moderation/"), "verdict")

    assert found == ["The documents differ: 2 say who, another denies it."]


def test_two_documents_that_name_two_roles_differ_whether_the_roles_are_core_or_not(client, world):
    tools, analyst = make_duty("tools"), make_role("analyst", is_core=False)
    make_responsibility(world.smm, tools, "decides", passages=[make_passage(world.sources[0], "tools")])
    make_responsibility(analyst, tools, "decides", passages=[make_passage(world.sources[1], "tools")])

    page = client.get("/en/duties/tools/")

    assert texts(page, "verdict") == ["The documents differ: 2 say who, and no role is named by all of them."]
    assert client.get("/api/v1/duties/tools/").json()["agreement"] == "disputed"
    assert "tools" in [each["slug"] for each in client.get("/api/v1/disagreements/").json()["results"]]


@pytest.mark.parametrize(
    ("second", "label"), [({}, "One document on each part"), ({"condition_es": "si puede"}, "One document")]
)
def test_single_is_said_of_the_whole_duty_only_where_it_is_true(client, world, second, label):
    duty = make_duty("platforms", make_area("platforms"))
    make_responsibility(world.smm, duty, "decides", passages=[make_passage(world.sources[0], "platforms")])
    made = make_responsibility(world.sms, duty, "plans")
    make_citation(made, make_passage(world.sources[1], "platforms"), **second)

    badge = re.compile(r'aria-hidden="true">1</span>([^<]+)<')
    heading, *parts = badge.findall(client.get("/en/duties/platforms/").content.decode())
    listed = badge.findall(client.get("/en/duties/?area=platforms").content.decode())

    assert ([heading], listed) == ([label], [label])
    assert set(parts) == {"One document"}


def test_verdict_of_one_document_and_of_a_role_that_is_not_weighed(client, world):
    duty, passage = make_duty("links"), make_passage(world.sources[0], "links")
    make_responsibility(world.cm, duty, "plans", passages=[passage])
    make_responsibility(make_role("seo", identity_open=True), duty, "executes", passages=[passage])

    found = texts(client.get("/en/duties/links/"), "verdict")

    open_role = "It is said only of a role of which its document leaves open which one it is: that is not weighed."
    assert found == ["One document says who.", open_role]


def test_duty_has_an_anchor_for_each_responsibility_and_shows_its_passages(client, world):
    page = client.get("/en/duties/calendar/").content.decode()

    assert page.count('id="r-cm-plans"') == page.count('id="r-smm-plans"') == 1
    assert 'href="/en/sources/a/#p-calendar"' in page
    assert "It says something at calendar." in page


def test_duty_shows_conditions_doubts_and_denials(client, world):
    duty = make_duty("doubts")
    responsibility = make_responsibility(world.smm, duty, "plans")
    passage = make_passage(
        world.sources[0], "x", standing=Standing.DOUBTFUL, standing_note_es="Ambiguo.", standing_note_en="Ambiguous."
    )
    make_citation(responsibility, passage, horizon="short", hedge="probable")
    make_citation(responsibility, make_passage(world.sources[1], "y"), denies=True)

    page = client.get("/en/duties/doubts/").content.decode()

    for said in ("Ambiguous.", "Doubtful", "short term", "probable", "denies it", "only with reservations"):
        assert said in page


def test_duty_according_to_one_document_is_labelled_and_one_click_from_the_whole(client, world):
    response = client.get("/en/duties/calendar/?source=a")

    page = response.content.decode()
    assert [part.agreement for part in response.context["reading"].parts] == ["single"]
    assert "According to" in page
    assert '<a href="/en/duties/calendar/">See what all the documents say</a>' in page


def test_duty_on_which_the_chosen_document_is_silent(client, world):
    page = client.get("/en/duties/calendar/?source=c").content.decode()

    assert "The chosen documents do not say who does it." in page


@pytest.mark.parametrize("path", ["/duties/", "/matrix/", "/disagreements/"])
@pytest.mark.parametrize("page", ["0", "abc", "2", "9" * 30, "²"])
def test_long_list_has_no_such_page(client, path, page):
    assert client.get(path, {"page": page}).status_code == 404


@pytest.mark.parametrize("path", ["/duties/", "/matrix/", "/matrix/?sort=name"])
def test_long_list_goes_on_on_the_next_page(client, path):
    for number in range(201):
        make_duty(f"duty-{number:03}", position=number)

    first, second = (client.get(path, {"page": page}).content.decode() for page in "12")

    assert [f'/duties/duty-{number:03}/"' in first for number in (0, 199, 200)] == [True, True, False]
    assert [f'/duties/duty-{number:03}/"' in second for number in (0, 199, 200)] == [False, False, True]
    assert 'rel="next"' in first
    assert 'rel="prev"' in second
