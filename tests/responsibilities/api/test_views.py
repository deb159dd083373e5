"""Areas, duties and responsibilities in the API, and what is computed from them."""

import pytest

from tests.factories import make_area, make_citation, make_duty, make_passage, make_responsibility, make_role, make_term
from tests.responsibilities.world import agreed, conditional, disputed, make_world

pytestmark = pytest.mark.django_db
API = "http://testserver/api/v1"
PAGES = "http://testserver"


def three_duties():
    """A disputed, an agreed and a conditional one."""
    world = make_world(0)
    disputed(world)
    agreed(world)
    conditional(world)
    return world


@pytest.fixture
def world():
    return three_duties()


def results(response):
    assert response.status_code == 200, response.content
    return response.json()["results"]


def passage(source, locator, number):
    return {
        "url": f"{API}/passages/{number}/",
        "page_url": f"{PAGES}/sources/{source}/#p-{locator}",
        "source": source,
        "locator": locator,
        "gist": f"Dice algo en {locator}.",
        "standing": "sound",
        "standing_note": "",
    }


def voices(count, of, *sources):
    return {"count": count, "of": of, "sources": list(sources)}


def test_responsibility_is_given_whole(client, world):
    cited = world.sources[0].passages.get(locator="seo")

    response = client.get("/api/v1/responsibilities/smm.seo.decides/")

    assert response.json() == {
        "url": f"{API}/responsibilities/smm.seo.decides/",
        "page_url": f"{PAGES}/duties/seo/#r-smm-decides",
        "role": "smm",
        "duty": "seo",
        "area": "strategy",
        "involvement": "decides",
        "statement": "smm decides seo.",
        "agreement": "conditional",
        "voices": voices(0, 2),
        "denied_by": [],
        "citations": [
            {
                "passage": passage("a", "seo", cited.pk),
                "condition": "si no hay nadie",
                "horizon": "",
                "hedge": "",
                "denies": False,
            }
        ],
    }


def test_responsibility_says_what_its_document_adds(client, world):
    responsibility = make_responsibility(world.cm, make_duty("ads"))
    make_citation(responsibility, make_passage(world.sources[0], "ads"), horizon="long", hedge="probable", denies=True)

    told = client.get("/api/v1/responsibilities/cm.ads.plans/?lang=en").json()

    citation = {name: value for name, value in told["citations"][0].items() if name != "passage"}
    assert citation == {"condition": "", "horizon": "long", "hedge": "probable", "denies": True}


def test_role_that_is_not_weighed_has_no_agreement(client, world):
    other = make_role("writer", is_core=False, identity_open=True)
    duty = disputed(world, "blog")
    make_responsibility(other, duty, "plans", passages=[make_passage(world.sources[2], "blog")])

    told = client.get("/api/v1/responsibilities/writer.blog.plans/").json()

    assert (told["agreement"], told["voices"]) == (None, voices(1, 1, "c"))


def test_duty_is_given_whole(client, world):
    duty = make_duty(
        "crisis-plan",
        question_es="¿Quién hace el plan de crisis?",
        description_es="Qué hacer.",
        reading_note_es="Con cuidado.",
    )
    make_term(duty, "plan de crisis")
    a, b, c = world.sources
    make_responsibility(world.cm, duty, "plans", passages=[make_passage(a, "x")])
    make_responsibility(world.smm, duty, "plans", passages=[make_passage(b, "x")])
    make_citation(make_responsibility(world.sms, duty, "plans"), make_passage(c, "x"), denies=True)

    response = client.get("/api/v1/duties/crisis-plan/")

    assert response.json() == {
        "url": f"{API}/duties/crisis-plan/",
        "page_url": f"{PAGES}/duties/crisis-plan/",
        "slug": "crisis-plan",
        "name": "Crisis plan",
        "question": "¿Quién hace el plan de crisis?",
        "area": "strategy",
        "description": "Qué hacer.",
        "reading_note": "Con cuidado.",
        "terms": [{"term": "plan de crisis", "language": "es"}],
        "agreement": "disputed",
        "involvements": [
            {
                "involvement": "plans",
                "agreement": "disputed",
                "voices": voices(2, 3, "a", "b"),
                "roles": [
                    {"role": "cm", "voices": voices(1, 2, "a"), "denied_by": []},
                    {"role": "smm", "voices": voices(1, 2, "b"), "denied_by": []},
                    {"role": "sms", "voices": voices(0, 1), "denied_by": ["c"]},
                ],
            }
        ],
        "responsibilities": f"{API}/responsibilities/?duty=crisis-plan",
    }


def test_duty_according_to_one_document_is_not_disputed(client, world):
    told = client.get("/api/v1/duties/calendar/?source=a").json()

    assert (told["agreement"], told["involvements"][0]["roles"]) == (
        "single",
        [{"role": "cm", "voices": voices(1, 1, "a"), "denied_by": []}],
    )


def test_duty_of_which_the_document_says_nothing(client, world):
    assert client.get("/api/v1/duties/calendar/?source=c").status_code == 404


def test_duty_that_nobody_names_has_no_agreement(client):
    make_duty("nothing")

    told = client.get("/api/v1/duties/nothing/").json()

    assert (told["agreement"], told["involvements"]) == (None, [])


def test_area_is_given_whole(client, world):
    make_area("empty", description_es="Nada.", position=9)

    found = {area["slug"]: area for area in results(client.get("/api/v1/areas/"))}

    assert found["empty"] == {
        "url": f"{API}/areas/empty/",
        "page_url": f"{PAGES}/duties/#a-empty",
        "slug": "empty",
        "name": "Empty",
        "description": "Nada.",
        "duty_count": 0,
        "duties": f"{API}/duties/?area=empty",
    }
    assert [area["duty_count"] for area in found.values()] == [1, 2, 0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["moderation", "calendar", "seo"]),
        ("area=strategy", ["calendar", "seo"]),
        ("agreement=disputed", ["calendar"]),
        ("agreement=agreed", ["moderation"]),
        ("agreement=conditional", ["seo"]),
        ("agreement=single", []),
        ("agreement=single&source=b", ["moderation", "calendar"]),
        ("source=b", ["moderation", "calendar"]),
        ("source=c", []),
        ("q=CALENDÁR", ["calendar"]),
        ("q=zzz", []),
    ],
)
def test_duties_narrowed(client, world, query, expected):
    assert [duty["slug"] for duty in results(client.get(f"/api/v1/duties/?{query}"))] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["cm.moderation", "cm.calendar", "smm.calendar", "smm.seo"]),
        ("role=smm", ["smm.calendar", "smm.seo"]),
        ("duty=calendar", ["cm.calendar", "smm.calendar"]),
        ("area=community", ["cm.moderation"]),
        ("source=b", ["cm.moderation", "smm.calendar"]),
        ("source=c", []),
        ("source=a&source=b&role=cm", ["cm.moderation", "cm.calendar"]),
        ("involvement=plans", ["cm.calendar", "smm.calendar"]),
        ("involvement=supervises", []),
        ("agreement=disputed", ["cm.calendar", "smm.calendar"]),
        ("agreement=agreed", ["cm.moderation"]),
        ("agreement=single&source=a", ["cm.moderation", "cm.calendar"]),
    ],
)
def test_responsibilities_narrowed(client, world, query, expected):
    found = results(client.get(f"/api/v1/responsibilities/?{query}"))

    assert [f"{each['role']}.{each['duty']}" for each in found] == expected


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("duties/?area=nowhere", "area"),
        ("duties/?agreement=perhaps", "agreement"),
        ("duties/?source=nobody", "source"),
        ("duties/?role=cm", "role"),
        ("duties/calendar/?area=strategy", "area"),
        ("responsibilities/?role=nobody", "role"),
        ("responsibilities/?duty=nothing", "duty"),
        ("responsibilities/?area=nowhere", "area"),
        ("responsibilities/?source=a&source=nobody", "source"),
        ("responsibilities/?involvement=eats", "involvement"),
        ("responsibilities/?agreement=perhaps", "agreement"),
        ("responsibilities/?involvement=plans&involvement=decides", "involvement"),
        ("disagreements/?area=nowhere", "area"),
        ("disagreements/?source=nobody", "source"),
    ],
)
def test_unknown_value_is_refused_by_name(client, world, address, name):
    response = client.get(f"/api/v1/{address}")

    assert (response.status_code, [error["attr"] for error in response.json()["errors"]]) == (400, [name])


@pytest.mark.parametrize(
    "address",
    [
        "duties/nothing",
        "areas/nowhere",
        "responsibilities/cm.calendar.decides",
        "responsibilities/nobody.calendar.plans",
        "responsibilities/cm.calendar",
        "responsibilities/1",
        "disagreements/calendar",
    ],
)
def test_missing(client, world, address):
    assert client.get(f"/api/v1/{address}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("areas/", 2),
        ("duties/", 8),
        ("duties/?agreement=disputed", 11),
        ("duties/?q=duty&source=a", 12),
        ("duties/duty-0/", 7),
        ("responsibilities/", 8),
        ("responsibilities/?agreement=single&source=a&role=cm", 14),
        ("responsibilities/cm.duty-0.plans/", 7),
        ("disagreements/", 9),
        ("comparisons/?roles=cm,smm", 12),
        ("comparisons/?roles=cm,smm,sms&source=a&area=strategy&min_voices=1&only=differences", 10),
    ],
)
def test_queries_do_not_grow(client, django_assert_num_queries, address, queries, rows):
    make_world(rows, roles=rows)

    with django_assert_num_queries(queries):
        response = client.get(f"/api/v1/{address}")

    assert response.status_code == 200
