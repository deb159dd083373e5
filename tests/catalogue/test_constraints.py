"""Every rule on one row of the memory of loads, held by the database itself."""

import pytest

from catalogue.models import LoadedRow
from tests.wrong_rows import assert_refused, constraints_of

pytestmark = pytest.mark.django_db


def loaded(**fields):
    return LoadedRow.objects.create(
        **{"collection": "shipped", "model": "roles.role", "key": '["cm"]', "digest": "0" * 64, **fields}
    )


WRONG = [
    ("loaded_row_once", lambda: (loaded(), loaded(digest="1" * 64))),
    ("loaded_row_collection_filled", lambda: loaded(collection="")),
    ("loaded_row_model_filled", lambda: loaded(model="")),
    ("loaded_row_key_filled", lambda: loaded(key="")),
    ("loaded_row_digest_sha256", lambda: loaded(digest="")),
    ("loaded_row_digest_sha256", lambda: loaded(digest="0" * 63)),
    ("loaded_row_digest_sha256", lambda: loaded(digest="G" * 64)),
]


def test_every_constraint_meets_a_wrong_row():
    assert {name for name, _write in WRONG} == constraints_of("catalogue")


@pytest.mark.parametrize(("name", "write"), WRONG)
def test_a_wrong_row_is_refused(name, write):
    assert_refused("catalogue", name, write)
