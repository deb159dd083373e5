"""A comparison as a file: exactly what is shown."""

import csv
import io
import json

import pytest

from responsibilities.models import Duty
from tests.responsibilities.world import agreed, conditional, denied, disputed, make_world

pytestmark = pytest.mark.django_db
TWO = "/en/compare/?roles=cm,smm"
UNCOUNTED = "only under a condition or in doubt"


def count(role, duties=0, *, uncounted=0, alone=0, shared=0):
    return {"role": role, "duties": duties, "uncounted": uncounted, "alone": alone, "shared": shared}


@pytest.fixture
def world():
    world = make_world(duties=0)
    for make in (disputed, agreed, conditional, denied):
        make(world)
    return world


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("csv", "text/csv; charset=utf-8"), ("md", "text/markdown; charset=utf-8"), ("json", "application/json")],
)
def test_file_has_its_name_and_type_and_the_same_bytes_again(client, world, name, content_type):
    first, second = client.get(f"{TWO}&format={name}"), client.get(f"{TWO}&format={name}")

    assert first.headers["Content-Type"] == content_type
    assert first.headers["Content-Disposition"] == f'attachment; filename="comparison-cm-smm.{name}"'
    assert first.content == second.content


def test_json_is_the_document(client, world):
    found = client.get(f"{TWO}&format=json&source=b&area=strategy&min_voices=1").json()

    passage = {"source": "b", "cited_as": "B (en)", "locator": "calendar", "standing": "sound"}
    added = {"gist": "It says something at calendar.", "condition": "", "horizon": "", "hedge": "", "denies": False}
    assert found == {
        "roles": [{"slug": "cm", "name": "Cm (en)"}, {"slug": "smm", "name": "Smm (en)"}],
        "according_to": [{"slug": "b", "name": "B (en)"}],
        "area": "strategy",
        "min_voices": 1,
        "only_differences": False,
        "compact": False,
        "summary": {
            "counts": [count("cm"), count("smm", 1, alone=1)],
            "differences": [
                {"duty": {"slug": "calendar", "name": "Calendar (en)"}, "role": "smm", "other": "cm", "documents": 1}
                | {"involvement": "plans", "label": "plans"}
            ],
            "shared": [],
            "uncounted": [],
        },
        "traits": [],
        "areas": [
            {
                "area": {"slug": "strategy", "name": "Strategy (en)"},
                "duties": [
                    {
                        "slug": "calendar",
                        "name": "Calendar (en)",
                        "spread": "one",
                        "spread_label": "only one",
                        "disputed": False,
                        "cells": [
                            {
                                "role": "cm",
                                "state": "not_recorded",
                                "label": "not recorded",
                                "disputed": False,
                                "parts": [],
                            },
                            {
                                "role": "smm",
                                "state": "has",
                                "label": "has it",
                                "disputed": False,
                                "parts": [
                                    {
                                        "involvement": "plans",
                                        "label": "plans",
                                        "denied": False,
                                        "denial": "",
                                        "uncounted": False,
                                        "disputed": False,
                                        "voices": 1,
                                        "denied_by": 0,
                                        "of": 1,
                                        "statement": "smm plans calendar (en).",
                                        "passages": [passage | added],
                                    }
                                ],
                            },
                        ],
                    }
                ],
            }
        ],
    }


def test_json_names_what_is_not_counted_apart(client, world):
    found = client.get(f"{TWO}&format=json").json()["summary"]

    assert found == {
        "counts": [count("cm", 2, alone=1, shared=1), count("smm", 2, uncounted=1, alone=1, shared=1)],
        "differences": [
            {"duty": {"slug": "moderation", "name": "Moderation (en)"}, "role": "cm", "other": "smm", "documents": 2}
            | {"involvement": "executes", "label": "executes"}
        ],
        "shared": [{"slug": "calendar", "name": "Calendar (en)"}],
        "uncounted": [{"duty": {"slug": "seo", "name": "Seo (en)"}, "roles": ["smm"]}],
    }


def test_csv_has_a_line_for_each_part(client, world):
    text = client.get(f"{TWO}&format=csv").content.decode("utf-8-sig")

    heading, *lines = csv.reader(io.StringIO(text))
    about, counted = ["section", "duty", "who has it", "role"], ["documents", "of documents", "passages"]
    assert heading == [*about, "state", "disputed", "involvement", "statement", *counted]
    moderation = ["Community (en)", "Moderation (en)", "only one"]
    calendar, selling, seo = (
        ["Strategy (en)", *named]
        for named in (["Calendar (en)", "shared by all"], ["Selling (en)", "none"], ["Seo (en)", "only one"])
    )
    assert [line[:7] + line[8:] for line in lines] == [
        ["focus", "", "", "Cm (en)", "", "", "", "2", "2", "A (en): 1; B (en): 1"],
        ["focus", "", "", "Smm (en)", "", "", "", "2", "2", "A (en): 1; B (en): 1"],
        [*moderation, "Cm (en)", "has it", "no", "executes", "2", "2", "A (en): moderation; B (en): moderation"],
        [*moderation, "Smm (en)", "not recorded", "", "", "", "", ""],
        [*calendar, "Cm (en)", "has it", "yes", "plans", "1", "2", "A (en): calendar"],
        [*calendar, "Smm (en)", "has it", "yes", "plans", "1", "2", "B (en): calendar"],
        [*selling, "Cm (en)", "1 document denies it", "no", "executes", "0", "2", "A (en): selling (denies it)"],
        [*selling, "Smm (en)", "not recorded", "", "", "", "", ""],
        [*seo, "Cm (en)", "not recorded", "", "", "", "", ""],
        [*seo, "Smm (en)", UNCOUNTED, "no", "decides", "0", "2", "A (en): seo"],
    ]


def test_markdown_reads_like_the_page(client, world):
    text = client.get(f"{TWO}&format=md&area=strategy&only=differences").content.decode()

    assert text == (
        "# Cm (en) · Smm (en)\n\n- Only differences\n\n"
        "## In short\n\n"
        "- **Cm (en)**: 0 duties; 0 alone, 0 shared\n"
        "- **Smm (en)**: 1 duty, of which 1 only under a condition or in doubt; 1 alone, 0 shared\n"
        "- Only under a condition or in doubt: Seo (en) (Smm (en))\n\n"
        "## Strategy (en)\n\n"
        "### Selling (en) (none)\n\n"
        "- **Cm (en)** executes (1 document denies it): cm executes selling (en).\n"
        "  - It says something at selling. — A (en), selling, denies it\n"
        "- **Smm (en)**: not recorded\n\n"
        "### Seo (en) (only one)\n\n"
        "- **Cm (en)**: not recorded\n"
        "- **Smm (en)** decides (only with reservations): smm decides seo (en).\n"
        "  - It says something at seo. — A (en), seo, if nobody else does\n"
    )


def test_compact_files_leave_out_statements_and_passages(client, world):
    found = client.get(f"{TWO}&format=json&area=community&view=compact").json()

    (part,) = found["areas"][0]["duties"][0]["cells"][0]["parts"]
    assert (part["statement"], part["passages"]) == ("", [])


def test_spreadsheet_does_not_calculate_what_a_document_says(client, world):
    Duty.objects.filter(slug="calendar").update(name_en="=1+1")

    text = client.get(f"{TWO}&format=csv").content.decode("utf-8-sig")

    assert "'=1+1" in {line[1] for line in csv.reader(io.StringIO(text))}


def test_markdown_keeps_signs_as_signs(client, world):
    Duty.objects.filter(slug="calendar").update(name_en="a *b*\n<i>_c_")

    text = client.get(f"{TWO}&format=md").content.decode()

    assert "### a \\*b\\* \\<i\\>\\_c\\_ (shared by all, disputed)" in text.splitlines()


def test_files_hold_the_rows_of_the_page(client, world):
    for query in ("", "&only=differences", "&min_voices=1", "&source=b", "&area=community"):
        page = client.get(f"{TWO}{query}").context["shown"]
        document = json.loads(client.get(f"{TWO}{query}&format=json").content)

        on_page = [row for shelf in page.shelves for row in shelf.rows]
        in_file = [duty for shelf in document["areas"] for duty in shelf["duties"]]
        assert [(duty["slug"], [cell["state"] for cell in duty["cells"]]) for duty in in_file] == [
            (row.duty.slug, [str(cell.state) for cell in row.cells]) for row in on_page
        ]
