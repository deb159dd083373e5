"""What the kinds of content say of themselves."""

import pytest
from django.core.serializers import sort_dependencies

from editing.aggregates import homes
from editing.content import ContentManager, kinds
from roles.models import TraitCitation
from tests import factories

IN_LOAD_ORDER = [
    "sources.Source",
    "sources.Passage",
    "roles.Role",
    "roles.Alias",
    "roles.AliasCitation",
    "roles.Trait",
    "roles.TraitCitation",
    "responsibilities.Area",
    "responsibilities.Duty",
    "responsibilities.DutyTerm",
    "responsibilities.Responsibility",
    "responsibilities.Citation",
    "orgcharts.OrgChart",
    "orgcharts.ChartCitation",
    "orgcharts.Position",
    "orgcharts.PositionCitation",
]


def test_models_are_defined_in_the_order_to_load_in():
    assert [model._meta.label for model in kinds()] == IN_LOAD_ORDER


def test_a_row_refers_only_to_its_own_or_an_earlier_kind():
    for number, model in enumerate(kinds()):
        named = {field.related_model for field in model._meta.get_fields() if field.is_relation and field.concrete}
        assert named <= set(kinds()[: number + 1]), model


def test_django_itself_puts_what_a_natural_key_names_first():
    ordered = sort_dependencies([(None, list(reversed(kinds())))])

    for model in kinds():
        named = {model._meta.get_field(name).related_model for name in model.natural} - {None}
        assert all(ordered.index(other) < ordered.index(model) for other in named), model


def test_a_natural_key_is_one_that_only_one_row_may_have():
    for model in kinds():
        single = [(field.name,) for field in model._meta.fields if field.unique]
        together = [tuple(constraint.fields) for constraint in model._meta.total_unique_constraints]
        assert model.natural in [*single, *together], model


def test_every_kind_is_found_by_its_natural_key():
    assert [model for model in kinds() if not isinstance(model._default_manager, ContentManager)] == []


def test_a_whole_is_what_the_row_is_a_part_of():
    assert {model._meta.label: (model.whole, model.named_with) for model in kinds() if model.whole} == {
        "sources.Passage": ("source", ""),
        "roles.Alias": ("role", "role"),
        "responsibilities.Responsibility": ("duty", ""),
        "orgcharts.Position": ("chart", "chart"),
    }
    assert all(homes()[model][1] == model.whole for model in kinds() if model.whole)


@pytest.mark.django_db
def test_a_row_is_found_by_its_natural_key():
    role = factories.make_role("cm")
    passage = factories.make_passage(factories.make_source("guide"))
    citation = factories.make_trait(role, "focus", passages=[passage]).citations.get()

    key = citation.natural_key()

    assert key == ("cm", "focus", "guide", passage.locator)
    assert TraitCitation.natural_paths() == [
        "trait__role__slug", "trait__slug", "passage__source__slug", "passage__locator",
    ]  # fmt: skip
    assert TraitCitation.objects.get_by_natural_key(*key) == citation
    with pytest.raises(TraitCitation.DoesNotExist):
        TraitCitation.objects.get_by_natural_key("cm", "goal", "guide", passage.locator)
