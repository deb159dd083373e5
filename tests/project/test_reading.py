"""Nothing was skipped: docs/reading/ accounts for each paragraph, and the fixtures hold what it lists."""

import csv
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.static

ROOT = Path(__file__).resolve().parents[2]
READING = ROOT / "docs" / "reading"
FIXTURES = sorted((ROOT / "fixtures").glob("*.yaml"))
COLUMNS = ["number", "first_words", "locators", "out_of_scope"]
SOURCES = sorted(path.stem for path in READING.glob("*.tsv"))


def rows_of(source):
    with (READING / f"{source}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def locators_of(row):
    return row["locators"].split("; ") if row["locators"] else []


@pytest.fixture(scope="module")
def records():
    return [record for path in FIXTURES for record in yaml.load(path.read_bytes(), yaml.CSafeLoader)]


@pytest.fixture(scope="module")
def passages(records):
    """The locators of each source, in the order of the document."""
    found = {}
    rows = [record["fields"] for record in records if record["model"] == "sources.passage"]
    for row in sorted(rows, key=lambda row: row["position"]):
        found.setdefault(row["source"][0], []).append(row["locator"])
    return found


def test_reading_has_a_list_for_every_source(records):
    slugs = [record["fields"]["slug"] for record in records if record["model"] == "sources.source"]

    assert sorted(slugs) == SOURCES


@pytest.mark.parametrize("source", SOURCES)
def test_rows_have_the_same_columns_and_run_from_one(source):
    rows = rows_of(source)

    assert [list(row) for row in rows if list(row) != COLUMNS or None in row.values()] == []
    assert [row["number"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


@pytest.mark.parametrize("source", SOURCES)
def test_rows_give_their_first_words(source):
    assert [row for row in rows_of(source) if not 1 <= len(row["first_words"].split()) <= 3] == []


@pytest.mark.parametrize("source", SOURCES)
def test_rows_have_either_locators_or_a_reason(source):
    assert [row for row in rows_of(source) if bool(row["locators"]) == bool(row["out_of_scope"])] == []


@pytest.mark.parametrize("source", SOURCES)
def test_rows_list_each_locator_once(source):
    listed = [(row["number"], locators_of(row)) for row in rows_of(source)]

    assert [(number, locators) for number, locators in listed if len(locators) != len(set(locators))] == []


@pytest.mark.parametrize("source", SOURCES)
def test_rows_and_passages_are_the_same_in_the_same_order(source, passages):
    listed = dict.fromkeys(locator for row in rows_of(source) for locator in locators_of(row))

    assert list(listed) == passages[source]


def test_every_passage_is_cited_and_nothing_else(records, passages):
    cited = {tuple(record["fields"]["passage"]) for record in records if "passage" in record["fields"]}

    assert cited == {(source, locator) for source, locators in passages.items() for locator in locators}
