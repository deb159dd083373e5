"""The frame of the admin: its index, and what no page of it can mean."""

from urllib.parse import urlencode

import pytest
from axes.models import AccessAttempt
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import reverse

from catalogue.models import LoadedRow
from orgcharts.models import OrgChart, Position
from responsibilities.models import Duty, Responsibility
from roles.models import Role
from sources.models import Source
from tests import factories
from tests.admin_forms import address, list_address

pytestmark = pytest.mark.django_db
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
# One of each kind of page: content with dates, content with filters across tables, people, machinery.
LISTS = [Source, Responsibility, User, AccessAttempt]
FORMS = [Source, Role, Duty, Responsibility, OrgChart, Position]
HUGE = "9" * 30
QUERIES = [
    "retrieved__year=2147483648",
    "retrieved__year=0",
    "date_joined__year=2147483648",
    "date_joined__year=-1",
    "last_login__month=99999",
    "date_joined__gte=0000-00-00",
    "date_joined__week_day=%C2%B2",
    "attempt_time__year=99999",
    "_to_field=x",
    "_to_field=slug",
    "_to_field=id&_popup=1",
    f"id={HUGE}",
    f"id__exact={HUGE}",
    f"pk__in={HUGE},{HUGE}",
    "id__exact=abc",
    "id__in=a,b",
    "pk=²",
    "slug__regex=(a%2B)%2B$",
    "username__iregex=(",
    "name_es__regex=[",
    f"area__id__exact={HUGE}",
    "area__id__exact=x",
    "role__id__exact=",
    "responsibilities__duty__name_es=x",
    "citations__passage__source__description_es__startswith=x",
    "password__startswith=x",
    "is_core__exact=perhaps",
    "involvement__exact=dreams",
    "citations__denies__exact=2",
    f"p={HUGE}",
    "p=0",
    "p=-1",
    "p=x",
    "all=",
    "o=99.-99.x",
    f"o={HUGE}",
    "q=%00",
    "q=%EF%BF%BF%22%27%25_",
    "q=" + "palabra%20" * 300,
    "e=1",
    "_facets=x",
    "_changelist_filters=%25",
    "_popup=x",
    "__=1",
    "x__y__z=1",
]


@pytest.fixture
def rows():
    """One row of each kind, so that filters and ids have something to meet."""
    passage = factories.make_passage(factories.make_source())
    role = factories.make_role()
    factories.make_alias(role, "CM", passages=[passage])
    factories.make_trait(role, passages=[passage])
    factories.make_responsibility(role, factories.make_duty(), passages=[passage])
    factories.make_position(factories.make_chart(passages=[passage]), "cm", [role], passages=[passage])


def form_address(model, page):
    return list_address(model, "add") if page == "add" else address(model.objects.first(), page)


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model._meta.label)
def test_a_hostile_query_of_a_list_is_refused_or_ignored(admin_client, rows, model):
    answers = {query: admin_client.get(f"{list_address(model)}?{query}").status_code for query in QUERIES}

    assert {query: status for query, status in answers.items() if status >= 500} == {}
    assert set(answers.values()) <= {200, 302, 400}


@pytest.mark.parametrize("model", [Duty, Group, LoadedRow], ids=lambda model: model._meta.label)
@pytest.mark.parametrize("pk", ["0", "-1", HUGE, "9" * 5_000, "abc", "_00", "²", "1;1", "x" * 90, "1_5F", "'"])
def test_a_hostile_id_is_no_row(admin_client, rows, model, pk):
    pages = [f"{list_address(model)}{pk}/{page}/" for page in ("change", "delete", "history", "history/1")]
    pages += [f"{list_address(model)}recover/{pk}/", f"{list_address(model)}1/history/{pk}/", f"/admin/r/4/{pk}/"]

    answers = {page: admin_client.get(page).status_code for page in pages}

    assert {page: status for page, status in answers.items() if status not in {200, 302, 404, 403, 414}} == {}


@pytest.mark.parametrize("query", ["_to_field=x", f"id={HUGE}", "_popup=x", "_changelist_filters=q%3D%00"])
@pytest.mark.parametrize("page", ["add", "change", "delete", "history"])
def test_a_hostile_query_of_a_form_is_refused_or_ignored(admin_client, rows, page, query):
    answers = [admin_client.get(f"{form_address(model, page)}?{query}").status_code for model in FORMS]

    assert set(answers) <= {200, 302, 400}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "term=x",
        "term=a&app_label=x&model_name=y&field_name=z",
        "term=a&app_label=responsibilities&model_name=responsibility&field_name=nothing",
        "term=a&app_label=responsibilities&model_name=responsibility&field_name=statement_es",
        "term=a&app_label=responsibilities&model_name=responsibility&field_name=duty&page=0",
        f"term=a&app_label=responsibilities&model_name=responsibility&field_name=duty&page={HUGE}",
        "term=%00&app_label=responsibilities&model_name=responsibility&field_name=duty",
    ],
)
def test_a_hostile_query_of_autocomplete_is_refused(admin_client, rows, query):
    response = admin_client.get(f"/admin/autocomplete/?{query}")

    assert response.status_code in {400, 403, 404}


@pytest.mark.parametrize(
    "data",
    [
        {"action": "delete_selected", "_selected_action": [HUGE]},
        {"action": "delete_selected", "_selected_action": ["x"]},
        {"action": "delete_selected", "_selected_action": ["\x00"]},
        {"action": "nothing", "_selected_action": ["1"]},
        {"action": "\x00", "index": "x"},
        {"action": "delete_selected", "_selected_action": ["1"], "index": HUGE, "select_across": "x"},
        {"_save": "1", "form-TOTAL_FORMS": "x"},
    ],
)
def test_a_hostile_action_is_refused_or_ignored(admin_client, rows, data):
    answers = [admin_client.post(list_address(model), data).status_code for model in LISTS]

    assert set(answers) <= {200, 302, 400}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"slug": "a\x00b", "opened": "\x00"},
        {"position": HUGE, "area": HUGE, "role": HUGE, "source": HUGE, "chart": HUGE},
        {"position": "²", "area": "x", "role": "-1", "slug": "\ud800", "name_es": "\ud800"},
        {"citations-TOTAL_FORMS": "30", "terms-TOTAL_FORMS": "x", "passages-TOTAL_FORMS": "-1"},
        {"_saveasnew": "1", "_popup": "x", "_to_field": "x"},
    ],
)
@pytest.mark.parametrize("page", ["add", "change"])
def test_a_hostile_form_is_refused(admin_client, rows, page, data):
    body = urlencode({key: value.encode("utf-8", "surrogatepass") for key, value in data.items()})

    answers = [
        admin_client.post(form_address(model, page), body, "application/x-www-form-urlencoded").status_code
        for model in FORMS
    ]

    assert set(answers) <= {200, 400}


def test_the_index_has_content_first_and_people_after_it(admin_client):
    response = admin_client.get(reverse("admin:index"))

    listed = response.context["app_list"]
    apps = [(app["app_label"], [model["object_name"] for model in app["models"]]) for app in listed]
    assert apps[:5] == [
        ("responsibilities", ["Duty", "Responsibility", "Area"]),
        ("roles", ["Role", "Alias", "Trait"]),
        ("orgcharts", ["OrgChart", "Position"]),
        ("sources", ["Source", "Passage"]),
        ("auth", ["User", "Group"]),
    ]
    assert {label for label, _models in apps[5:]} == {"axes", "catalogue"}
    assert '<a href="/">' in response.content.decode()


def test_every_content_model_is_edited_somewhere():
    edited = set(REGISTERED)
    for page in admin.site._registry.values():
        edited |= {inline.model for inline in page.inlines}

    content = {
        model
        for model in edited
        if model._meta.app_label in ("sources", "roles", "responsibilities", "orgcharts", "catalogue")
    }
    assert len(content) == 17
