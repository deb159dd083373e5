"""Every rule on one row of a role, an alias or a trait, held by the database itself."""

import pytest
from django.db.models import ProtectedError

from roles.models import Alias, AliasCitation, Role, Trait, TraitCitation
from tests import factories
from tests.wrong_rows import assert_refused, constraints_of

pytestmark = pytest.mark.django_db


def role(**fields):
    return factories.make_role(**fields)


def alias(name="CM", **fields):
    return factories.make_alias(role(), name, **fields)


def trait(slug="focus", **fields):
    return factories.make_trait(role(), slug, **fields)


def passage():
    return factories.make_passage(factories.make_source())


def alias_twice():
    one = role()
    factories.make_alias(one, "CM")
    factories.make_alias(one, "CM", language="en")


def trait_twice():
    one = role()
    factories.make_trait(one, "focus")
    factories.make_trait(one, "focus", kind="goal")


def cite_twice(make):
    one = passage()
    make(passages=[one, one])


WRONG = [
    ("role.slug", lambda: (role(), role())),
    ("role_slug_plain", lambda: role(slug="Community Manager")),
    ("role_slug_plain", lambda: role(slug="", name_es="Rol")),
    ("role_name_filled", lambda: role(name_es="")),
    ("role_tone_known", lambda: role(tone="pink")),
    ("alias_once", alias_twice),
    ("alias_name_filled", lambda: alias(name="")),
    ("alias_language_known", lambda: alias(language="fr")),
    ("alias_citation_once", lambda: cite_twice(alias)),
    ("trait_once", trait_twice),
    ("trait_slug_plain", lambda: trait(slug="el_foco")),
    ("trait_statement_filled", lambda: trait(statement_es="")),
    ("trait_kind_known", lambda: trait(kind="hobby")),
    ("trait_citation_once", lambda: cite_twice(trait)),
]


def test_every_constraint_meets_a_wrong_row():
    assert {name for name, _write in WRONG} == constraints_of("roles")


@pytest.mark.parametrize(("name", "write"), WRONG)
def test_a_wrong_row_is_refused(name, write):
    assert_refused("roles", name, write)


@pytest.mark.parametrize("make", [alias, trait])
def test_a_cited_passage_cannot_be_deleted(make):
    one = passage()
    make(passages=[one])

    with pytest.raises(ProtectedError):
        one.delete()
    with pytest.raises(ProtectedError):
        one.source.delete()


def test_a_role_takes_its_facts_with_it():
    one, cited = role(), passage()
    factories.make_alias(one, "CM", passages=[cited])
    factories.make_trait(one, passages=[cited])

    one.delete()

    assert [model.objects.count() for model in (Role, Alias, AliasCitation, Trait, TraitCitation)] == [0] * 5
