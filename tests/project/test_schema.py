"""The description of the API: valid, complete, and its examples are what it describes."""

import json
from functools import partial
from io import StringIO

import django_filters
import jsonschema
import pytest
import yaml
from django.core.management import call_command
from django.urls import path as address
from drf_spectacular.generators import SchemaGenerator

from catalogue.api.views import openapi
from config.api_urls import router
from roles.api.views import TraitViewSet
from roles.filters import TraitFilter


@pytest.fixture(scope="module")
def schema():
    return openapi()


def responses(schema):
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_schema_is_valid_and_made_without_a_warning():
    out = StringIO()

    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)

    assert out.getvalue().startswith("openapi: 3.0.3\n")


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        ("", "*/*", "application/json"),
        ("?format=json", "*/*", "application/json"),
        ("", "application/vnd.oai.openapi+json", "application/vnd.oai.openapi+json"),
        ("?format=yaml", "*/*", "application/vnd.oai.openapi"),
        ("", "application/yaml", "application/yaml"),
    ],
)
def test_schema_is_served_in_json_and_yaml(client, schema, query, accept, kind):
    response = client.get(f"/api/v1/schema/{query}", headers={"accept": accept})

    assert response.headers["Content-Type"].split(";")[0] == kind
    read = json.loads if "json" in kind else partial(yaml.load, Loader=yaml.CSafeLoader)
    assert read(response.content) == json.loads(json.dumps(schema))


@pytest.mark.parametrize("header", ["es", "en"])
def test_schema_is_english_whatever_is_asked(client, header):
    response = client.get("/api/v1/schema/", headers={"accept-language": header})

    assert response.headers["Content-Language"] == "en"


@pytest.mark.parametrize("query", ["?format=xml", "?lang=es"])
def test_schema_of_a_wrong_query(client, query):
    assert client.get(f"/api/v1/schema/{query}").status_code == 400


def test_schema_lists_every_operation(schema):
    assert sorted(operation["operationId"] for _, _, operation in responses(schema)) == [
        "advice_retrieve",
        "areas_list",
        "areas_retrieve",
        "comparisons_retrieve",
        "disagreements_list",
        "duties_list",
        "duties_retrieve",
        "orgcharts_list",
        "orgcharts_retrieve",
        "passages_list",
        "passages_retrieve",
        "responsibilities_list",
        "responsibilities_retrieve",
        "roles_list",
        "roles_retrieve",
        "root",
        "search_list",
        "sources_list",
        "sources_retrieve",
        "traits_list",
        "traits_retrieve",
    ]


def test_every_operation_only_reads_and_is_explained(schema):
    for path, method, operation in responses(schema):
        described = [parameter.get("description") for parameter in operation["parameters"]]
        assert (method, bool(operation["summary"]), bool(operation["description"]), all(described)) == (
            "get",
            True,
            True,
            True,
        ), path
        assert {"200", "400", "406", "414", "500", "503"} <= operation["responses"].keys(), path


def undescribed(viewsets):
    """The filters that do not say what they narrow by, each with its address."""
    return sorted(
        f"{viewset.__name__}.{name}"
        for viewset in viewsets
        for name, each in getattr(getattr(viewset, "filterset_class", None), "base_filters", {}).items()
        if not each.extra.get("help_text")
    )


def test_every_filter_says_what_it_narrows_by():
    assert undescribed(viewset for _, viewset, _ in router.registry) == []


def test_a_filter_that_says_nothing_is_named_and_breaks_nothing():
    class Silent(TraitFilter):
        mood = django_filters.CharFilter(method="filter_queryset")

    class SilentViewSet(TraitViewSet):
        filterset_class = Silent

    silent = address("silent/", SilentViewSet.as_view({"get": "list"}))

    made = SchemaGenerator(patterns=[silent]).get_schema(public=True)

    parameters = made["paths"]["/silent/"]["get"]["parameters"]
    assert "mood" in [parameter["name"] for parameter in parameters]
    assert undescribed([TraitViewSet, SilentViewSet]) == ["SilentViewSet.mood"]


def test_every_enumeration_has_a_name_of_its_own(schema):
    named = {name for name, component in schema["components"]["schemas"].items() if "enum" in component}

    assert named == {
        "Agreement",
        "BlankEnum",
        "Derivation",
        "ErrorType",
        "Hedge",
        "HitKindEnum",
        "Horizon",
        "Involvement",
        "Language",
        "NullEnum",
        "OnlyEnum",
        "OutcomeEnum",
        "Placement",
        "Setting",
        "SpreadEnum",
        "StanceEnum",
        "Standing",
        "StateEnum",
        "SupportKindEnum",
        "TraitKind",
    }


def identifiers(schema):
    """What tools that write a client make names of: packages, modules, functions, classes, fields, members."""
    yield schema["info"]["title"]
    for path, method, operation in responses(schema):
        yield from (path, method, operation["operationId"], *operation["tags"])
        yield from (parameter["name"] for parameter in operation["parameters"])
        for response in operation["responses"].values():
            yield from (name for content in response["content"].values() for name in content.get("examples", {}))
    yield from (name for components in schema["components"].values() for name in components)
    yield from named(schema)


def named(node):
    """The fields and the values of enumerations, wherever they are described."""
    if isinstance(node, list):
        for each in node:
            yield from named(each)
    if isinstance(node, dict):
        yield from (value for value in node.get("enum", ()) if value is not None)
        yield from node.get("properties", ())
        for value in node.values():
            yield from named(value)


def test_what_tools_take_for_an_identifier_is_ascii(schema):
    found = set(identifiers(schema))

    assert len(found) > 200
    assert sorted(name for name in found if not name.isascii()) == []


def test_every_example_is_what_its_schema_describes(schema):
    checked = 0
    for path, _, operation in responses(schema):
        for content in operation["responses"]["200"]["content"].values():
            for example in content["examples"].values():
                validate(example["value"], content["schema"], schema, path)
                checked += 1

    assert checked == 21


def validate(value, described, schema, path):
    document = nullable({**described, "components": schema["components"]})
    validator = jsonschema.Draft7Validator(document)
    assert [f"{path} {error.json_path}: {error.message}" for error in validator.iter_errors(value)] == []


def nullable(node):
    """OpenAPI 3.0 says ``nullable`` where JSON Schema says a type more; nothing may be there that is not described."""
    if isinstance(node, list):
        return [nullable(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {name: nullable(value) for name, value in node.items()}
    if "properties" in node and isinstance(node["properties"], dict):
        node["additionalProperties"] = False
    if node.get("nullable") and "type" in node:
        node["type"] = [node["type"], "null"]
    elif node.get("nullable") and "allOf" in node:
        node = {"anyOf": [{"allOf": node["allOf"]}, {"type": "null"}]}
    return node
