"""The API keeps to its description under generated requests: no 5xx, nothing undocumented, no answer of another shape.

A few cases for each operation, the same at each run. ``SCHEMATHESIS_CASES=2000`` in the environment looks longer.
"""

import copy
import os

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from catalogue.api.views import openapi
from config.wsgi import application
from tests.factories import make_alias, make_chart, make_passage, make_position
from tests.responsibilities.world import agreed, conditional, disputed, make_world

CASES = int(os.environ.get("SCHEMATHESIS_CASES", "5"))
FEW = settings(
    max_examples=CASES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
# What there is in the small world, by the name of the parameter.
KNOWN = {
    "area": ["strategy", "community"],
    "duty": ["calendar", "moderation", "seo"],
    "have": ["cm", "smm", "sms"],
    "role": ["cm", "smm", "sms"],
    "roles": ["cm", "smm", "sms"],
    "source": ["a", "b", "c"],
    "min_voices": [1, 2, 3],
    "page": [1, 2],
}


def small_world():
    world = make_world(0)
    disputed(world)
    agreed(world)
    conditional(world)
    passage = make_passage(world.sources[0], "chart")
    make_alias(world.cm, "gestora", [passage])
    make_position(make_chart("agency", passages=[passage]), "boss", [world.cm], passages=[passage])


def described(schema, *, every_boundary):
    """``every_boundary``: beside the random values, each parameter at and beyond its limits, one by one."""
    found = schemathesis.openapi.from_dict(schema)
    found.app = application
    found.config.phases.coverage.enabled = every_boundary or CASES > 50
    # Only these refuse here; an address that is too long is wrong in its own way, whatever else is wrong with it.
    found.config.checks.negative_data_rejection.expected_statuses[:] = ["400", "404", "405", "406", "414"]
    return found


def known_values(schema):
    """The same description, with the values that there are as the only ones."""
    keys = {
        "areas": KNOWN["area"],
        "duties": KNOWN["duty"],
        "orgcharts": ["agency"],
        "responsibilities": ["cm.calendar.plans", "smm.seo.decides"],
        "roles": KNOWN["role"],
        "sources": KNOWN["source"],
        "traits": ["cm.focus", "sms.focus"],
    }
    narrowed = copy.deepcopy(schema)
    # Which words are too many cannot be described.
    del narrowed["paths"]["/api/v1/search/"]
    for path, methods in narrowed["paths"].items():
        operation = methods["get"]
        operation["parameters"] = [each for each in operation["parameters"] if each["name"] != "q"]
        for parameter in operation["parameters"]:
            values = keys.get(path.split("/")[3]) if parameter["in"] == "path" else KNOWN.get(parameter["name"])
            if values:
                schema = parameter["schema"].get("items", parameter["schema"])
                schema.pop("pattern", None)
                schema["enum"] = values
    # Nor that either of two parameters has to be given.
    (duty,) = [each for each in narrowed["paths"]["/api/v1/advice/"]["get"]["parameters"] if each["name"] == "duty"]
    duty["required"], duty["schema"]["minItems"] = True, 1
    return narrowed


as_published = described(openapi(), every_boundary=False)
with_known_values = described(known_values(openapi()), every_boundary=True)


@pytest.fixture
def connected(db):
    """Requests would close the connection that holds the transaction of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    small_world()
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@as_published.parametrize()
@FEW
def test_any_request_is_answered_as_described(connected, case):
    # A well-formed slug that nobody has is a 400, and so it is described.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])


@with_known_values.parametrize()
@FEW
def test_right_request_is_answered_and_wrong_one_refused(connected, case):
    case.call_and_validate()
