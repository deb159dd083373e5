"""Rules on one row stand in plain SQL and refuse exactly what the regular expressions refused that they replaced."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import CheckConstraint
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from catalogue.models import LoadedRow
from orgcharts.models import OrgChart
from sources.models import Source

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*\Z")
DATE = re.compile(r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?\Z")
SHA256 = re.compile(r"^[0-9a-f]{64}\Z")

pytestmark = pytest.mark.django_db
examined = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def taken(model, name, **values):
    """Whether the database finds that these values keep the rule."""
    rule = next(one for one in model._meta.constraints if one.name == name)
    return rule.condition.check(values)


def texts(*near):
    """Texts that look like these, and any others; PostgreSQL knows no NUL."""
    hostile = st.text(st.sampled_from("az09-_ Aé\n\t٣%'\\"), max_size=12)
    anything = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=12)
    return st.one_of(*(st.from_regex(one) for one in near), hostile, anything).filter(lambda text: "\0" not in text)


RIGHT_SLUGS = ["a", "0", "community-manager", "a-b-c", "a1-2b", "x" * 80]
WRONG_SLUGS = [
    "",
    "-",
    "--",
    "a-",
    "-a",
    "a--b",
    "a---b",
    "A",
    "a b",
    " a",
    "a ",
    "a\n",
    "\na",
    "año",
    "a_b",
    "a%",
    "٣",
    "ﬁ",
]
RIGHT_DATES = ["", "2018", "0000", "2018-01", "2018-12", "2018-10-01", "2018-10-09", "2018-10-31", "2018-02-30"]
WRONG_DATES = [
    *("18", "201", "20188", "2018-", "2018-1", "2018-00", "2018-13", "2018-1-1", "2018-10-", "2018-10-1", "2018-10-00"),
    *("2018-10-32", "2018-10-310", "2018/10", "2018 10", "201810", "20181031", " 2018", "2018 ", "2018\n", "-018"),
    *("2018-10-3١", "٢٠١٨", "2018-1a", "about", "2018-10-31T", "----", "2018--1", "2018-010"),
]
RIGHT_DIGESTS = ["0" * 64, "0123456789abcdef" * 4]
WRONG_DIGESTS = ["", "0" * 63, "0" * 65, "g" * 64, "A" * 64, "0" * 63 + " ", "0" * 63 + "\n", "0" * 63 + "٣"]


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ((OrgChart, "orgchart_slug_plain", "slug", SLUG), RIGHT_SLUGS, True),
        ((OrgChart, "orgchart_slug_plain", "slug", SLUG), WRONG_SLUGS, False),
        ((Source, "source_published_partial_date", "published", DATE), RIGHT_DATES, True),
        ((Source, "source_published_partial_date", "published", DATE), WRONG_DATES, False),
        ((LoadedRow, "loaded_row_digest_sha256", "digest", SHA256), RIGHT_DIGESTS, True),
        ((LoadedRow, "loaded_row_digest_sha256", "digest", SHA256), WRONG_DIGESTS, False),
    ],
)
def test_right_values_are_taken_and_wrong_ones_refused(rule, values, expected):
    model, name, field, pattern = rule

    assert {value: taken(model, name, **{field: value}) for value in values} == dict.fromkeys(values, expected)
    assert {value: bool(pattern.match(value)) for value in values} == dict.fromkeys(values, expected)


@pytest.mark.parametrize(
    ("slug", "free"), [("advisor", False), ("changes", False), ("adviser", True), ("Changes", True)]
)
def test_addresses_of_other_pages_are_refused(slug, free):
    assert taken(OrgChart, "orgchart_slug_free", slug=slug) is free


@pytest.mark.skipif(connection.vendor == "postgresql", reason="PostgreSQL knows no NUL")
@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ((OrgChart, "orgchart_slug_plain", "slug"), "a\0"),
        ((OrgChart, "orgchart_slug_plain", "slug"), "a\0b"),
        ((Source, "source_published_partial_date", "published"), "2018\0-99"),
        ((Source, "source_published_partial_date", "published"), "2018-10-31\0"),
        ((LoadedRow, "loaded_row_digest_sha256", "digest"), "0" * 64 + "\0"),
    ],
)
def test_what_hides_behind_a_nul_is_refused(rule, value):
    model, name, field = rule

    assert taken(model, name, **{field: value}) is False


@examined
@given(texts(SLUG, r"^[a-z-]{0,6}\Z"))
@example("a\n")
def test_slugs_are_those_of_the_regular_expression(slug):
    assert taken(Source, "source_slug_plain", slug=slug) == bool(SLUG.match(slug))


@examined
@given(texts(DATE, r"^[0-9]{4}-[0-9]{1,3}(-[0-9]{0,3})?\Z", r"^[0-9-]{0,11}\Z"))
def test_dates_are_those_of_the_regular_expression(published):
    assert taken(Source, "source_published_partial_date", published=published) == bool(DATE.match(published))


@examined
@given(texts(SHA256, r"^[0-9a-g]{63,65}\Z"))
def test_digests_are_those_of_the_regular_expression(digest):
    assert taken(LoadedRow, "loaded_row_digest_sha256", digest=digest) == bool(SHA256.match(digest))


def test_no_rule_of_any_model_calls_what_only_django_has():
    editor = connection.SchemaEditorClass(connection, collect_sql=True)  # not entered: nothing is changed
    rules = [
        (one.name, one.constraint_sql(model, editor))
        for model in apps.get_models()
        for one in model._meta.constraints
        if isinstance(one, CheckConstraint)
    ]

    words = {"CHECK", "AND", "OR", "NOT", "IN", "LTRIM", "RTRIM", "REPLACE", "LENGTH", "SUBSTR", "SUBSTRING"}
    called = {name: set(re.findall(r"(\w+) ?\(", sql)) - words for name, sql in rules}
    assert {name: found for name, found in called.items() if found} == {}
    assert [name for name, sql in rules if re.search(r"REGEXP|GLOB|SIMILAR|~", sql)] == []
    assert len(rules) > 30
