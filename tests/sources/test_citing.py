"""A fact on the page of its whole: one field names the passages that state it."""

import pytest
from django.urls import reverse

from tests import factories
from tests.admin_forms import address, make_editor

pytestmark = pytest.mark.django_db
PASSAGE = "guide › 1: Lo dice."


@pytest.fixture
def editor(client):
    client.force_login(make_editor())
    return client


@pytest.fixture
def passage():
    return factories.make_passage(factories.make_source("guide"), "1", gist_es="Lo dice.")


def facts(passage):
    """One fact of each kind that stands on another page, with that page and the kind of its citations."""
    role, duty = factories.make_role("cm"), factories.make_duty()
    chart = factories.make_chart("agency", passages=[passage])
    yield factories.make_alias(role, "gestora", [passage]), role, "aliascitation"
    yield factories.make_responsibility(role, duty, passages=[passage]), duty, "citation"
    yield factories.make_position(chart, "cm", [role], passages=[passage]), chart, "positioncitation"


def test_each_fact_asks_for_passages_as_its_own_citations_do(editor, passage):
    for fact, whole, citation in facts(passage):
        formsets = editor.get(address(whole)).context["inline_admin_formsets"]
        form = next(each.formset.forms[0] for each in formsets if each.formset.model is type(fact))
        widget = form.fields["cited"].widget
        asked = {name: widget.build_attrs({})[f"data-{name.replace('_', '-')}"] for name in ("app_label", "model_name")}
        offered = editor.get(reverse("admin:autocomplete"), asked | {"field_name": "passage", "term": "guide"}).json()

        assert asked == {"app_label": fact._meta.app_label, "model_name": citation}
        chosen = [option["label"] for group in widget.optgroups("cited", [str(passage.pk)]) for option in group[1]]
        assert ([each["text"] for each in offered["results"]], chosen) == ([PASSAGE], [PASSAGE])
        assert form.initial["cited"] == [passage.pk]
