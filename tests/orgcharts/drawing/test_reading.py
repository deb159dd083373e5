import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from orgcharts.drawing.boxes import FULL, PAPER, SHAPES
from orgcharts.drawing.reading import drawing_of, outline_of
from orgcharts.models import Position
from roles.models import Tone
from tests.factories import make_chart, make_position, make_role


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def drawn(chart, **options):
    return drawing_of(chart, Position.objects.in_chart(chart), **options)


def words(box):
    return [" ".join(line.text for line in run.lines) for band in box.bands for run in band.runs]


def test_drawing_of_a_department(department):
    drawing = drawn(department)

    assert [(box.slug, words(box)) for box in drawing.boxes] == [
        ("sms", ["Social media strategist", "SMS"]),
        ("smm", ["Social media manager", "SMM"]),
        ("cm", ["Community manager", "CM · several people"]),
    ]
    assert [box.bands[0].url for box in drawing.boxes] == [
        "/en/roles/social-media-strategist/", "/en/roles/social-media-manager/", "/en/roles/community-manager/",
    ]  # fmt: skip
    assert [box.sheets for box in drawing.boxes] == [(), (), (10, 5)]
    assert drawing.kinds == {"line", "multiple"}
    assert drawing.description == (
        "3 positions. Social media strategist: it is not stated to whom it reports. "
        "Social media manager reports to Social media strategist. "
        "Community manager reports to Social media manager."
    )


def test_drawing_in_spanish(department):
    with translation.override("es"):
        drawing = drawn(department)

    assert words(drawing.boxes[0]) == ["Social Media Strategist", "SMS"]
    assert drawing.boxes[0].bands[0].url == "/roles/social-media-strategist/"


def test_merged_position_has_a_band_of_each_role(unusual):
    box = next(box for box in drawn(unusual).boxes if box.slug == "all")

    assert [(band.tone, band.url) for band in box.bands] == [
        ("", ""),
        ("teal", "/en/roles/community-manager/"),
        ("amber", "/en/roles/social-media-manager/"),
        ("plum", "/en/roles/social-media-strategist/"),
    ]
    assert [band.y for band in box.bands[1:]] == [band.y + band.height for band in box.bands[:-1]]
    assert box.bands[-1].y + box.bands[-1].height == box.spot.bottom


def test_kinds_of_an_unusual_chart(unusual):
    assert drawn(unusual).kinds == {"line", "staff", "external", "multiple", "merged", "roots"}


def test_words_lose_what_xml_forbids(unusual):
    with translation.override("es"):
        drawing = drawn(unusual)

    assert drawing.title == 'Una "empresa" <rara> & ñoña'
    assert words(next(box for box in drawing.boxes if box.slug == "all"))[0] == "Todo en uno"


def test_outline_nests_like_the_chart(unusual):
    outline = drawn(unusual).outline

    assert [(entry.position.slug, entry.superior_slug, entry.opens, len(entry.closes)) for entry in outline] == [
        ("head", "", True, 0),
        ("adviser", "head", False, 0),
        ("all", "head", False, 1),
        ("alone", "", False, 0),
    ]
    assert [entry.marks for entry in outline] == [
        (), ("staff", "external"), ("one person with several roles", "several people"), (),
    ]  # fmt: skip


def test_ring_is_cut_and_told(ring):
    drawing = drawn(ring)

    assert drawing.loops == (("Social media strategist", "Community manager"),)
    assert [box.slug for box in drawing.boxes] == ["one", "other"]
    assert [(entry.label, entry.superior) for entry in drawing.outline] == [
        ("Social media strategist", "Community manager"),
        ("Community manager", "Social media strategist"),
    ]


def test_superior_in_another_chart_is_told(department, roles):
    other = make_chart("other")
    make_position(other, "lost", [roles["cm"]], reports_to=department.positions.get(slug="sms"))

    drawing = drawn(other)

    assert drawing.strays == ("Community manager",)
    assert [(entry.superior, entry.superior_slug) for entry in drawing.outline] == [("sms", "")]


def test_position_without_roles_or_name_is_its_slug(db):
    chart = make_chart()
    make_position(chart, "somebody")

    assert words(drawn(chart).boxes[0]) == ["somebody"]


def test_empty_chart_has_nothing_to_draw(db):
    drawing = drawn(make_chart())

    assert (drawing.boxes, drawing.connectors, drawing.outline, drawing.description) == ((), (), (), "0 positions.")


def test_long_chart_is_not_told_in_the_description(roles):
    chart = make_chart()
    for number in range(13):
        make_position(chart, f"cm-{number}", [roles["cm"]])

    assert drawn(chart).description == "13 positions."


def test_compact_drawing_has_short_names_and_no_links(department):
    drawing = drawn(department, compact=True)

    assert [words(box) for box in drawing.boxes] == [["SMS"], ["SMM"], ["CM"]]
    assert {band.url for box in drawing.boxes for band in box.bands} == {""}
    assert drawing.width < 150


@pytest.mark.parametrize("compact", [False, True])
def test_long_names_stay_within_their_box(db, compact):
    name = "Responsable de posicionamiento en buscadores y electroencefalografía"
    chart = make_chart()
    role = make_role("one", name_es=name, name_en="", tone="moss")
    make_position(chart, "one", [role], name_es=name[::-1])

    drawing = drawn(chart, compact=compact)

    (box,) = drawing.boxes
    baselines = [line.y for band in box.bands for run in band.runs for line in run.lines]
    assert baselines == sorted(baselines)
    assert box.spot.y < baselines[0] < baselines[-1] < box.spot.bottom


def test_every_tone_has_a_sign_and_the_colours_of_the_sheet():
    sheet = Path(settings.BASE_DIR, "static/css/tokens.css").read_text().split("@media")[0]
    tokens = dict(re.findall(r"--tone-(\w+-\w+): (#\w+);", sheet))

    paper = {f"{tone}-{part}": getattr(paint, part) for tone, paint in PAPER.items() for part in ("ink", "fill")}

    assert paper == tokens
    assert set(SHAPES) == set(PAPER) == set(Tone.values)


def test_boxes_are_wide_enough_for_the_usual_names():
    assert 2 * FULL.measures.half == 212


def test_outline_needs_no_picture(department):
    positions = list(Position.objects.in_chart(department))

    assert outline_of(positions) == drawing_of(department, positions).outline


def test_merged_box_lists_its_roles_from_the_top_of_the_hierarchy(department, roles, passage):
    chart = make_chart("sme", setting="sme", passages=[passage])
    make_position(chart, "everything", roles.values(), passages=[passage])
    make_position(chart, "two", [roles["cm"], roles["smm"]], position=1, passages=[passage])

    drawing = drawn(chart)

    assert [(entry.label, [role.slug for role in entry.position.roles.all()]) for entry in drawing.outline] == [
        (
            "Social media strategist + Social media manager + Community manager",
            ["social-media-strategist", "social-media-manager", "community-manager"],
        ),
        ("Social media manager + Community manager", ["social-media-manager", "community-manager"]),
    ]
    assert [[band.tone for band in box.bands] for box in drawing.boxes] == [
        ["plum", "amber", "teal"],
        ["amber", "teal"],
    ]


def test_role_in_several_charts_is_counted_once(department, roles, passage):
    for number in range(3):  # many charts in which the CM leads somebody make no head of it
        chart = make_chart(f"other-{number}", passages=[passage])
        head = make_position(chart, "head", [roles["cm"]], passages=[passage])
        make_position(chart, "below", [roles["cm"]], reports_to=head, passages=[passage])
        make_position(chart, "all", roles.values(), passages=[passage])

    position = Position.objects.for_display().get(slug="all", chart__slug="other-0")
    assert [role.slug for role in position.roles.all()] == [
        "social-media-strategist", "social-media-manager", "community-manager",
    ]  # fmt: skip
