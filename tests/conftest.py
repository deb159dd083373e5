"""What holds for every test."""

import pytest

EMPTYING = {"transactional_db", "live_server"}


def pytest_collection_modifyitems(items):
    """Give back, after a test that empties the tables, what the migrations wrote into them (the group of editors).

    All such tests or none: a mixture finds rows twice.
    """
    for item in items:
        marker = item.get_closest_marker("django_db")
        if (marker and marker.kwargs.get("transaction")) or EMPTYING & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)
