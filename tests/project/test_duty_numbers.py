"""A role's number of duties is one number: every page, file and answer that tells it is asked."""

import csv
import io
import re
from collections import defaultdict

import pytest

from responsibilities.agreement.duty_count import DutyCount, count_duties
from responsibilities.models import Citation
from roles.models import Role
from tests.factories import (
    make_chart,
    make_citation,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_role,
    make_source,
)
from tests.shipped import load_shipped

pytestmark = pytest.mark.django_db
PARTNERS = 4  # compared at once


def drawn():
    """Two roles and every kind of citation: c counts, ~ under a condition, ? doubtful, ! denies, e one person's."""
    sources = [make_source(slug) for slug in "ab"]
    added = {
        "c": {},
        "~": {"condition_es": "si no hay nadie"},
        "?": {},
        "!": {"denies": True},
        "e": {"condition_es": "en el caso de una persona"},
    }
    for role, said in {"cm": "c ~ ? ! e c~ ?~ !? !c c! ?e", "smm": "! c", "sms": "!", "writer": ""}.items():
        named = make_role(role, abbreviation=role.upper()[:8], is_core=role != "writer")
        for number, signs in enumerate(said.split()):
            duty = make_duty(f"{role}-{number}")
            for place, sign in enumerate(signs):
                part = make_responsibility(named, duty, ("plans", "executes")[place])
                standing = {"standing": "doubtful", "standing_note_es": "No se entiende."} if sign == "?" else {}
                passage = make_passage(sources[place], f"{role}-{number}", **standing)
                make_citation(part, passage, **added[sign])


# By hand: all but ``!`` alone; uncounted where no ``c`` is.
DRAWN = {"cm": DutyCount(10, 6), "smm": DutyCount(1), "sms": DutyCount(), "writer": DutyCount()}


def stated(source=""):
    """The number straight from the rows."""
    found = defaultdict(list)
    for each in Citation.objects.filter(denies=False).select_related("responsibility__role", "passage__source"):
        if not source or each.passage.source.slug == source:
            counted = each.passage.standing == "sound" and not each.condition_es
            found[each.responsibility.role.slug].append((each.responsibility.duty_id, counted))
    return {role.slug: count_duties(found[role.slug]) for role in Role.objects.all()}


def number(text):
    """“48 duties, of which 4 only under a condition or in doubt”."""
    total, uncounted = re.search(r"(\d+) dut(?:y|ies)(?:, of which (\d+) only under)?", text).groups()
    return DutyCount(int(total), int(uncounted or 0))


def compared(client, ask):
    """What a comparison tells of each role, the roles taken a few at a time."""
    roles, found = [role.slug for role in Role.objects.in_order()], {}
    for start in range(0, len(roles), PARTNERS - 1):
        group = roles[start : start + PARTNERS] if start + 1 < len(roles) else roles[-2:]
        found |= ask(client, ",".join(group))
    return found


def on_role_pages(client):
    found = {}
    for role in Role.objects.all():
        page = client.get(f"/en/roles/{role.slug}/").content.decode()
        told = re.search(r'id="duties".*?<span class="duty-count">(.*?)</span>', page, re.DOTALL)
        found[role.slug] = number(told[1]) if told else DutyCount()
    return found


def on_the_role_list(client):
    page = client.get("/en/roles/").content.decode()
    return {
        re.search(r'href="/en/roles/([a-z-]+)/"', entry)[1]: number(entry)
        for entry in page.split('<article class="entry role-entry">')[1:]
    }


def in_the_api(client):
    roles = client.get("/api/v1/roles/").json()["results"]
    return {role["slug"]: DutyCount(role["duty_count"], role["uncounted_duty_count"]) for role in roles}


def in_comparisons(client, roles):
    page = client.get(f"/en/compare/?roles={roles}").content.decode()
    return dict(zip(roles.split(","), map(number, page.split('class="role-summary"')[1:]), strict=True))


def in_comparisons_of_the_api(client, roles):
    told = client.get(f"/api/v1/comparisons/?roles={roles}").json()["roles"]
    return {role["slug"]: DutyCount(role["duties"], role["uncounted"]) for role in told}


def in_json_files(client, roles):
    told = client.get(f"/compare/?roles={roles}&format=json").json()["summary"]["counts"]
    return {each["role"]: DutyCount(each["duties"], each["uncounted"]) for each in told}


def in_markdown_files(client, roles):
    text = client.get(f"/en/compare/?roles={roles}&format=md").content.decode()
    lines = [line for line in text.splitlines() if re.match(r"- \*\*.*\*\*: \d+ dut", line)]
    return dict(zip(roles.split(","), map(number, lines), strict=True))


def in_csv_files(client, roles):
    text = client.get(f"/en/compare/?roles={roles}&format=csv").content.decode("utf-8-sig")
    slugs = {role.name_en or role.name_es: role.slug for role in Role.objects.all()}
    affirmed = defaultdict(list)
    for line in csv.DictReader(io.StringIO(text)):
        if line["duty"] and line["state"] in ("has it", "only under a condition or in doubt"):
            affirmed[slugs[line["role"]]].append((line["duty"], line["state"] == "has it"))
    return {slug: count_duties(affirmed[slug]) for slug in roles.split(",")}


def in_the_matrix(client):
    affirmed = defaultdict(list)
    for shelf in client.get("/en/matrix/?columns=all").context["shelves"]:
        for row in shelf.rows:
            for cell in row.cells:
                if cell.has:
                    affirmed[cell.role.slug].append((row.duty.slug, bool(cell.voices)))
    return {role.slug: count_duties(affirmed[role.slug]) for role in Role.objects.all()}


def alone_in_charts(client):
    """Each role as the only position of a chart: what its page folds away under it."""
    found = {}
    for role in Role.objects.all():
        page = client.get(f"/en/orgcharts/only-{role.slug}/").content.decode()
        told = re.search(r'<details class="seat">.*?<span class="duty-count">(.*?)</span>', page, re.DOTALL)
        found[role.slug] = number(told[1]) if told else DutyCount()
    return found


def in_loads(client):
    """The foot of the table of loads."""
    found = {}
    for role in Role.objects.all():
        page = client.get(f"/en/orgcharts/only-{role.slug}/").content.decode()
        foot = re.search(r'<table class="load">.*?<tfoot>(.*?)</tfoot>', page, re.DOTALL)[1]
        held, uncounted, total = (int(re.search(r"<td>(\d+)", row)[1]) for row in foot.split("<tr>")[1:])
        assert held + uncounted == total
        found[role.slug] = DutyCount(total, uncounted)
    return found


def in_raci_files(client):
    """A letter, or the sign of a part that makes none, for each duty that the role has."""
    found = {}
    for role in Role.objects.all():
        text = client.get(f"/en/orgcharts/only-{role.slug}/raci/?format=csv").content.decode("utf-8-sig")
        signs = [line[2] for line in list(csv.reader(io.StringIO(text)))[1:]]
        found[role.slug] = DutyCount(sum(map(bool, signs)), sum(sign in ("~", "?") for sign in signs))
    return found


SURFACES = [on_role_pages, on_the_role_list, in_the_api, in_the_matrix, alone_in_charts, in_loads, in_raci_files]
COMPARISONS = [in_comparisons, in_comparisons_of_the_api, in_json_files, in_markdown_files, in_csv_files]


@pytest.mark.parametrize("world", [drawn, load_shipped])
def test_every_surface_tells_the_same_number(client, world):
    world()
    for role in Role.objects.all():
        make_position(make_chart(f"only-{role.slug}"), "only", [role])
    expected = stated()

    told = {ask.__name__: ask(client) for ask in SURFACES}
    told |= {ask.__name__: compared(client, ask) for ask in COMPARISONS}

    assert told == dict.fromkeys(told, expected)


def test_the_drawn_numbers_are_those_counted_by_hand():
    drawn()

    assert stated() == DRAWN


@pytest.mark.parametrize("source", ["a", "b"])
def test_a_document_alone_tells_one_number_too(client, source):
    drawn()
    expected = stated(source)

    covers = {cover.role.slug: cover.duties for cover in client.get(f"/sources/{source}/").context["profile"].roles}
    pages = {slug: client.get(f"/roles/{slug}/?source={source}").context["profile"].count for slug in DRAWN}
    describers = {
        slug: {each.source.slug: each.duties for each in client.get(f"/roles/{slug}/").context["profile"].describers}
        for slug in DRAWN
    }
    answers = client.get(f"/api/v1/roles/?source={source}").json()["results"]

    assert covers == {slug: expected[slug] for slug in covers}
    assert pages == expected
    assert {slug: told.get(source, DutyCount()) for slug, told in describers.items()} == expected
    assert {each["slug"]: each["duty_count"] for each in answers} == {
        each["slug"]: expected[each["slug"]].total for each in answers
    }
