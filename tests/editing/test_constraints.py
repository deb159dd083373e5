"""Every rule on one row of the memory of former slugs, held by the database itself."""

import pytest

from editing.models import FormerSlug
from tests.wrong_rows import assert_refused, constraints_of

pytestmark = pytest.mark.django_db


def former(**fields):
    return FormerSlug.objects.create(**{"model": "roles.role", "slug": "cm", "row": 1, **fields})


WRONG = [
    ("former_slug_once", lambda: (former(), former(row=2))),
    ("former_slug_model_filled", lambda: former(model="")),
    ("former_slug_filled", lambda: former(slug="")),
]


def test_every_constraint_meets_a_wrong_row():
    assert {name for name, _write in WRONG} == constraints_of("editing")


@pytest.mark.parametrize(("name", "write"), WRONG)
def test_a_wrong_row_is_refused(name, write):
    assert_refused("editing", name, write)
