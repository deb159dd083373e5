"""The comparison: the page, its ways to narrow it, and what it refuses."""

import re

import pytest
from django.urls import reverse

from responsibilities.agreement.duty_count import DutyCount
from responsibilities.models import Duty
from tests.factories import make_passage, make_responsibility, make_role, make_trait
from tests.responsibilities.pages import tables
from tests.responsibilities.world import agreed, conditional, denied, disputed, make_world

pytestmark = pytest.mark.django_db
TWO = "/en/compare/?roles=cm,smm"
MODERATION, CALENDAR = "moderation: has not_recorded", "calendar: has has"
SELLING, SEO = "selling: denied not_recorded", "seo: not_recorded has"


@pytest.fixture
def world():
    world = make_world(duties=0)
    for make in (disputed, agreed, conditional, denied):
        make(world)
    return world


def shown(response):
    """The rows as “duty: state state”."""
    return [
        f"{row.duty.slug}: {' '.join(str(cell.state) for cell in row.cells)}"
        for shelf in response.context["shown"].shelves
        for row in shelf.rows
    ]


@pytest.mark.parametrize("page", [TWO, "/compare/?roles=cm,smm", "/compare/?roles=cm,smm,sms", "/compare/"])
def test_page_works(client, world, page):
    assert client.get(page).status_code == 200


def test_page_is_only_read(client, world):
    assert client.post(TWO).status_code == 405


def test_without_roles_it_offers_them(client, world):
    response = client.get("/en/compare/?utm_source=x")

    page = response.content.decode()
    assert page.count('<input type="checkbox" name="roles"') == 3
    assert 'href="?roles=cm,smm,sms"' in page
    assert 'href="?roles=smm,sms"' in page


@pytest.mark.parametrize(
    "query",
    [
        "roles=cm",
        "roles=",
        "roles=cm,nobody",
        "roles=cm,cm",
        "roles=cm,smm,sms,cm,smm",
        "roles=" + ",".join(f"r{number}" for number in range(50)),
        "roles=cm,smm&source=z",
        "roles=cm,smm&source=a&source=a",
        "roles=cm,smm&area=z",
        "roles=cm,smm&min_voices=99",
        "roles=cm,smm&min_voices=0",
        "roles=cm,smm&min_voices=x",
        "roles=cm,smm&only=x",
        "roles=cm,smm&view=x",
        "roles=cm,smm&format=xlsx",
        "roles=cm,smm&format=csv&format=md",
    ],
)
def test_wrong_query_is_a_400_with_the_form_to_mend_it(client, world, query):
    response = client.get(f"/en/compare/?{query}")

    page = response.content.decode()
    assert response.status_code == 400
    assert 'role="alert"' in page
    assert page.count('<input type="checkbox" name="roles"') == 3


def test_wrong_query_is_repeated_escaped(client, world):
    page = client.get("/en/compare/", {"roles": "cm,<script>"}).content.decode()

    assert "There is no role “&lt;script&gt;”." in page


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("roles=smm,cm", "roles=cm,smm"),
        ("roles=smm&roles=cm", "roles=cm,smm"),
        ("roles=cm,smm&area=&min_voices=&source=", "roles=cm,smm"),
        ("roles=cm&roles=smm&area=strategy&source=b&source=a", "roles=cm,smm&source=a&source=b&area=strategy"),
        ("roles=smm,cm&format=csv&utm_source=x", "roles=cm,smm&format=csv"),
    ],
)
def test_another_way_to_write_it_leads_to_the_canonical_address(client, world, query, canonical):
    response = client.get(f"/en/compare/?{query}")

    assert (response.status_code, response.headers["Location"]) == (302, f"/en/compare/?{canonical}")


def test_canonical_address_is_named_in_the_page(client, world):
    page = client.get(f"{TWO}&utm_source=x").content.decode()

    assert '<link rel="canonical" href="http://testserver/en/compare/?roles=cm,smm">' in page


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", 3),
        ("roles=cm,smm", 12),
        ("roles=cm,smm,sms,other-0", 12),
        ("roles=cm,smm&source=a&min_voices=1&only=differences", 12),
        ("roles=cm,smm&area=strategy", 10),
        ("roles=cm,smm&format=json", 12),
        ("roles=cm", 6),
    ],
)
def test_page_costs_the_same_for_one_and_for_three(client, django_assert_num_queries, rows, query, queries):
    make_world(duties=rows, roles=rows)

    with django_assert_num_queries(queries):
        client.get(f"/compare/?{query}")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [MODERATION, CALENDAR, SELLING, SEO]),
        ("&only=differences", [MODERATION, SELLING, SEO]),
        ("&area=community", [MODERATION]),
        ("&min_voices=1", [MODERATION, CALENDAR, SELLING]),
        ("&min_voices=2", [MODERATION]),
        ("&min_voices=3", []),
        ("&source=b", [MODERATION, "calendar: not_recorded has"]),
        ("&source=c", []),
        ("&view=compact&area=strategy&only=differences", [SELLING, SEO]),
    ],
)
def test_rows_that_are_shown(client, world, query, expected):
    assert shown(client.get(f"{TWO}{query}")) == expected


def test_cells_say_their_state_in_words(client, world):
    found = tables(client.get(f"{TWO}&area=strategy&view=compact"))[-1]

    assert found == [
        ["Duty", "Cm (en)", "Smm (en)"],
        [
            "Calendar (en) shared by all ≠ Disagreement",
            "Cm (en) plans ≠ Disagreement 1 of 2 documents",
            "Smm (en) plans ≠ Disagreement 1 of 2 documents",
        ],
        ["Selling (en) none", "Cm (en) executes ✕ 1 document denies it", "Smm (en) not recorded"],
        ["Seo (en) only one", "Cm (en) not recorded", "Smm (en) decides only with reservations"],
    ]


def test_cells_open_their_passages_in_place(client, world):
    page = client.get(f"{TWO}&area=strategy").content.decode()

    assert "cm plans calendar (en)." in page
    assert "It says something at calendar." in page
    assert "if nobody else does" in page
    assert page.count('<details class="passages">') == 3
    assert page.count('<ol class="passages-denying">') == 1


def test_compact_view_leaves_statements_and_passages_out(client, world):
    page = client.get(f"{TWO}&area=strategy&view=compact").content.decode()

    assert "cm plans calendar (en)." not in page
    assert '<details class="passages">' not in page


def test_traits_stand_side_by_side(client, world):
    make_trait(world.smm, "goal", kind="goal")
    make_trait(world.smm, "mention", kind="mention")

    found = client.get(TWO).context["shown"].traits

    assert [(row.kind, [[each.trait.slug for each in cell.traits] for cell in row.cells]) for row in found] == [
        ("focus", [["focus"], ["focus"]]),
        ("goal", [[], ["goal"]]),
    ]


def test_trait_that_too_few_documents_state_is_not_called_unrecorded(client, world):
    first, second = (make_passage(source, "Rasgo › 1") for source in world.sources[:2])
    make_trait(world.smm, "goal", kind="goal", passages=[first, second])
    make_trait(world.cm, "goal", kind="goal", passages=[second])

    found = {row.kind: row for row in client.get(f"{TWO}&min_voices=2").context["shown"].traits}

    assert [str(cell.state) for cell in found["goal"].cells] == ["fewer_voices", "has"]


def test_summary_counts_what_the_table_shows(client, world):
    shown = client.get(TWO).context["shown"]

    assert [
        (each.role.slug, each.count, [duty.slug for duty in each.alone], [duty.slug for duty in each.shared])
        for each in shown.totals
    ] == [("cm", DutyCount(2), ["moderation"], ["calendar"]), ("smm", DutyCount(2, 1), ["seo"], ["calendar"])]
    assert [[bar.number for bar in row.bars] for row in shown.bars] == [[1, 0], [1, 2]]
    assert [duty.slug for duty in shown.shared] == ["calendar"]
    assert [([role.slug for role in row.having], row.length) for row in shown.overlap] == [
        (["cm"], 100),
        (["smm"], 100),
        (["cm", "smm"], 100),
    ]
    assert [(each.duty.slug, [role.slug for role in each.roles]) for each in shown.uncounted] == [("seo", ["smm"])]
    assert [(each.duty.slug, each.role.slug, each.sources) for each in shown.differences] == [
        ("moderation", "cm", ("a", "b")),
    ]


def also_given_to_the_other(world):
    """a and b give moderation to the CM, b alone gives it to the SMM as well."""
    duty = Duty.objects.get(slug="moderation")
    make_responsibility(world.smm, duty, "executes", passages=[make_passage(world.sources[1], "also")])


def test_summary_does_not_take_weak_facts_for_silence(client, world):
    also_given_to_the_other(world)

    response = client.get(f"{TWO}&min_voices=2")

    shown, (table, *_) = response.context["shown"], [each for each in tables(response) if "Duties that" in each[0][-1]]
    assert [(each.count.total, each.alone, len(each.fewer)) for each in shown.totals] == [(1, (), 1), (0, (), 0)]
    assert shown.differences == ()
    assert tables(response)[-1][1][0] == "Moderation (en) others by fewer documents"
    assert shown.legend == [("○", "recorded by fewer documents")]
    assert table[1][:2] == ["has them", "○ recorded by fewer documents"]


def test_summary_names_what_is_not_counted_apart(client, world):
    passage = make_passage(world.sources[1], "seo-cm")
    make_responsibility(world.cm, Duty.objects.get(slug="seo"), "decides", passages=[passage])

    response = client.get(f"{TWO}&area=strategy")

    page = response.content.decode()
    (table,) = [each for each in tables(response) if "Duties that" in each[0][-1]]
    assert [duty.slug for duty in response.context["shown"].shared] == ["calendar", "seo"]
    assert "2 duties, of which 1 only under a condition or in doubt" in page
    assert "Only under a condition or in a doubtful passage, 1 duty:" in page
    assert '<li><a href="/en/duties/seo/">Seo (en)</a> (SMM)</li>' in page
    assert ["has them", "~ only under a condition or in doubt"] in [row[:2] for row in table]


def test_summary_is_of_the_rows_that_are_shown(client, world):
    response = client.get(f"{TWO}&only=differences")

    shown = response.context["shown"]
    assert shown.shared == ()
    assert [(each.count, len(each.alone), len(each.shared)) for each in shown.totals] == [
        (DutyCount(1), 1, 0),
        (DutyCount(1, 1), 1, 0),
    ]
    assert "Counted here are only the duties shown below." in response.content.decode()


def test_each_of_three_roles_is_named_in_the_summary(client, world):
    page = client.get("/en/compare/?roles=cm,smm,sms").content.decode()

    assert re.findall(r'class="role-summary">\s*<p>\s*<span class="role tone-(\w+)"', page) == ["teal", "amber", "plum"]


def test_according_to_is_labelled_and_one_click_from_the_whole(client, world):
    page = client.get(f"{TWO}&source=a&only=differences").content.decode()

    assert "According to" in page
    assert '<a href="/en/compare/?roles=cm,smm&amp;only=differences">See what all the documents say</a>' in page
    assert '<input type="hidden" name="only" value="differences">' in page


def test_controls_keep_the_state_in_the_address(client, world):
    page = client.get(f"{TWO}&source=a&area=strategy&only=differences").content.decode()

    for query in ("source=a&amp;area=strategy", "source=a&amp;area=strategy&amp;only=differences&amp;view=compact"):
        assert f'href="?roles=cm,smm&amp;{query}"' in page
    assert 'href="?roles=cm,smm&amp;source=a&amp;area=strategy&amp;only=differences&amp;format=csv"' in page


def test_nothing_left_says_so(client, world):
    page = client.get(f"{TWO}&min_voices=3").content.decode()

    assert "Nothing matches this choice." in page


def test_same_input_gives_the_same_bytes(client, world):
    first, second = client.get(TWO), client.get(TWO)

    assert first.content == second.content


def test_address_of_the_page(world):
    make_role("x")

    assert reverse("responsibilities:compare") == "/compare/"
