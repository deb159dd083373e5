"""Every field of the content is public, can be edited and is in the fixtures; or it is listed here, with the reason."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import RequestFactory

from orgcharts.api.serializers import OrgChartSerializer, PositionSerializer
from orgcharts.models import ChartCitation, OrgChart, Position, PositionCitation
from responsibilities.api.serializers import (
    AreaSerializer,
    CitationSerializer,
    DutySerializer,
    ResponsibilitySerializer,
    TermSerializer,
)
from responsibilities.models import Area, Citation, Duty, DutyTerm, Responsibility
from roles.api.serializers import AliasSerializer, RoleSerializer, TraitSerializer
from roles.models import Alias, AliasCitation, Role, Trait, TraitCitation
from sources.api.serializers import (
    ConditionalCitationSerializer,
    PassageCitationSerializer,
    PassageSerializer,
    SourceSerializer,
)
from sources.models import Passage, Source
from web.translated import Translated

APPS = ["sources", "roles", "responsibilities", "orgcharts"]
SERIALIZERS = {
    Alias: AliasSerializer,
    AliasCitation: PassageCitationSerializer,
    Area: AreaSerializer,
    ChartCitation: PassageCitationSerializer,
    Citation: CitationSerializer,
    Duty: DutySerializer,
    DutyTerm: TermSerializer,
    OrgChart: OrgChartSerializer,
    Passage: PassageSerializer,
    Position: PositionSerializer,
    PositionCitation: PassageCitationSerializer,
    Responsibility: ResponsibilitySerializer,
    Role: RoleSerializer,
    Source: SourceSerializer,
    Trait: TraitSerializer,
    TraitCitation: ConditionalCitationSerializer,
}
ORDER = "the order of the rows is the order of the lists"
NESTED = "it is nested in what it belongs to"
NOT_PUBLIC = {
    (Alias, "role"): NESTED,
    (AliasCitation, "alias"): NESTED,
    (Area, "position"): ORDER,
    (ChartCitation, "chart"): NESTED,
    (Citation, "responsibility"): NESTED,
    (Duty, "position"): ORDER,
    (DutyTerm, "duty"): NESTED,
    (OrgChart, "position"): ORDER,
    (Passage, "position"): ORDER,
    (Position, "chart"): NESTED,
    (Position, "position"): ORDER,
    (PositionCitation, "position"): NESTED,
    (Responsibility, "passages"): "they are in its citations",
    (Role, "position"): ORDER,
    (Role, "tone"): "a colour of our pages, not a fact",
    (Trait, "position"): ORDER,
    (TraitCitation, "trait"): NESTED,
}
NOT_EDITED = {
    (Citation, "responsibility"): NESTED,
    (DutyTerm, "duty"): NESTED,
    (Responsibility, "passages"): "they are edited as its citations",
}
# What the five documents give no occasion for; a row may have it all the same.
NOT_IN_FIXTURES = {
    (Citation, "denies"): "no document denies anything",
    (Duty, "reading_note_en"): "an editor's help, where one is wanted",
    (Duty, "reading_note_es"): "an editor's help, where one is wanted",
    (Position, "name_en"): "each is called by its roles",
    (Position, "name_es"): "each is called by its roles",
    (Responsibility, "passages"): "they are rows of their own: the citations",
    (Source, "address"): "no document tells its address",
    (Source, "derivation"): "no document derives from another one",
    (Source, "derives_from"): "no document derives from another one",
}
MODELS = [model for app in APPS for model in apps.get_app_config(app).get_models() if not model._meta.auto_created]
FIELDS = [
    pytest.param(model, field.name, id=f"{model.__name__}.{field.name}")
    for model in MODELS
    for field in [*model._meta.fields, *model._meta.many_to_many]
    if not field.primary_key
]


def public_names(model):
    """The fields of the model that its serializer shows; a translated one shows both its columns."""
    serializer = SERIALIZERS[model]()
    shown = set(serializer.fields)
    for name, value in (pair for base in model.__mro__ for pair in vars(base).items()):
        if isinstance(value, Translated) and name in shown:
            shown |= {value.spanish, value.english}
    return shown


@cache
def edited_names():
    """By model, the fields of its forms in the admin, on a page of its own or beside what it belongs to."""
    request = RequestFactory().get("/admin/")
    request.user = User(username="editor", is_staff=True, is_superuser=True)
    names = {}
    for model, page in admin.site._registry.items():
        names.setdefault(model, set()).update(page.get_form(request).base_fields)
        for inline in page.get_inline_instances(request):
            names.setdefault(inline.model, set()).update(inline.get_formset(request).form.base_fields)
    return names


@cache
def fixture_names():
    """By label of the model, the fields that any row of the fixtures gives."""
    names = {}
    for path in sorted(Path(settings.BASE_DIR, "fixtures").glob("*.yaml")):
        for row in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
            names.setdefault(row["model"], set()).update(row["fields"])
    return names


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_field_is_public(model, field):
    assert (field in public_names(model)) != ((model, field) in NOT_PUBLIC)


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_field_can_be_edited(model, field):
    assert (field in edited_names().get(model, set())) != ((model, field) in NOT_EDITED)


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_field_is_in_the_fixtures(model, field):
    assert field in fixture_names()[model._meta.label_lower] or (model, field) in NOT_IN_FIXTURES


def test_no_field_is_excused_that_does_not_exist():
    known = {tuple(parameter.values) for parameter in FIELDS}

    assert (NOT_PUBLIC.keys() | NOT_EDITED.keys() | NOT_IN_FIXTURES.keys()) - known == set()
