"""What holds for every test."""

import os
from pathlib import Path

import hypothesis
import pytest
from django.db import connection, transaction
from hypothesis.database import DirectoryBasedExampleDatabase
from pytest_django.plugin import blocking_manager_key

from tests.shipped import load_shipped

EMPTYING = {"transactional_db", "live_server"}
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")


def pytest_configure(config):
    """A busy machine is no fault of the code: examples may take their time. What failed is kept for each worker."""
    profile = hypothesis.settings()
    kept = profile.database and DirectoryBasedExampleDatabase(Path(config.rootpath, ".hypothesis", "examples", WORKER))
    patient = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
    hypothesis.settings.register_profile("patient", profile, database=kept, **patient)
    hypothesis.settings.load_profile("patient")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Say of each test what it wants of the database, because what is not said is not prepared.

    One that asks for it by way of a fixture alone would be the only one, and the test database would not be made. One
    that does not ask is ``static``. And one that empties the tables gets back what the migrations wrote into them (the
    group of editors): all such tests or none, for a mixture finds rows twice.
    """
    for item in items:
        marker, fixtures = item.get_closest_marker("django_db"), set(getattr(item, "fixturenames", ()))
        if (marker and marker.kwargs.get("transaction")) or EMPTYING & fixtures:
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)
        elif not marker:
            item.add_marker("django_db" if "django_db_setup" in fixtures else "static")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Fill the tables again that a test emptied: in parallel runs any test may come after it."""
    torn_down = yield
    marker = item.get_closest_marker("django_db")
    # After the last test the database is gone.
    if nextitem and marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    return torn_down


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker):
    """Opens the database to a fixture of the module. What that writes stays until the last test, which only reads."""
    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
    yield django_db_blocker.unblock
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


@pytest.fixture(scope="module")
def shipped_content(module_db):
    """The knowledge base as it ships, to be read by the tests of the module."""
    with module_db():
        load_shipped()
