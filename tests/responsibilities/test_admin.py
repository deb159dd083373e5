import pytest

from responsibilities.models import Area, Citation, Duty, Involvement, Responsibility
from tests import factories
from tests.admin_forms import address, codes, list_address, make_editor, posted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def make_duties(count):
    """Duties in areas of their own, each with a term and two roles that cite two passages each."""
    source = factories.make_source()
    roles = [factories.make_role("community-manager"), factories.make_role("social-media-manager")]
    for number in range(count):
        passages = [factories.make_passage(source, f"{number} › {place}") for place in (1, 2)]
        duty = factories.make_duty(f"duty-{number}", factories.make_area(f"area-{number}"))
        factories.make_term(duty, "otro nombre")
        for role in roles:
            factories.make_responsibility(role, duty, passages=passages)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("model", "queries"), [(Area, 7), (Duty, 9), (Responsibility, 11)])
def test_a_list_asks_the_same_whatever_its_length(client, django_assert_num_queries, model, queries, count):
    make_duties(count)
    client.get(list_address(model))

    with django_assert_num_queries(queries):
        response = client.get(list_address(model), {"q": "a"})

    assert response.status_code == 200


def test_the_lists_show_who_and_according_to_whom(client):
    make_duties(1)

    duties = client.get(list_address(Duty)).content.decode()
    responsibilities = client.get(list_address(Responsibility)).content.decode()

    plans = Involvement.PLANS.label
    assert f"Community manager {plans}, Social media manager {plans}" in duties
    assert '<a href="/sources/impactodual/#p-0-1">impactodual › 0 › 1</a>' in responsibilities


@pytest.mark.parametrize("model", [Area, Duty, Responsibility])
def test_every_page_of_a_row_opens(client, model):
    make_duties(1)
    row = model.objects.first()

    pages = [address(row), address(row, "history"), address(row, "delete"), list_address(model, "add")]

    assert [client.get(page).status_code for page in pages] == [200] * 4


def test_a_duty_gets_a_responsibility_with_its_passages_in_one_form(client):
    make_duties(1)
    duty = Duty.objects.get()
    role, passage = factories.make_role("sms"), duty.responsibilities.first().passages.first()
    new = {
        "responsibilities-TOTAL_FORMS": 3,
        "responsibilities-2-role": role.pk,
        "responsibilities-2-involvement": "decides",
        "responsibilities-2-statement_es": "Decide.",
        "responsibilities-2-cited": [passage.pk],
    }

    response = client.post(address(duty), posted(client.get(address(duty)), **new))

    assert response.status_code == 302
    assert list(Citation.objects.filter(responsibility__role=role).values_list("passage", flat=True)) == [passage.pk]


def test_a_responsibility_without_a_passage_is_refused_on_the_page_of_its_duty(client):
    make_duties(1)
    page = address(Duty.objects.get())

    response = client.post(page, posted(client.get(page), **{"responsibilities-0-cited": None}))

    assert codes(response) == {"required"}


def test_conditions_survive_an_edit_on_the_page_of_the_duty(client):
    make_duties(1)
    citation = Citation.objects.first()
    Citation.objects.filter(pk=citation.pk).update(condition_es="si nadie lo hace")
    page = address(citation.responsibility.duty)

    client.post(page, posted(client.get(page), **{"responsibilities-0-statement_es": "Otra cosa."}))

    citation.refresh_from_db()
    assert citation.condition_es == "si nadie lo hace"


ADDED = [{"denies": True}, {"denies": True, "condition_es": "si hay", "hedge": "probable"}, {"horizon": "long"}]


@pytest.mark.parametrize("added", ADDED)
def test_what_the_quick_field_cannot_say_is_neither_lost_nor_turned_around(client, added):
    make_duties(1)
    first, second = Citation.objects.filter(responsibility=Responsibility.objects.order_by("pk").first())
    Citation.objects.filter(pk=first.pk).update(**added)
    page = address(first.responsibility.duty)
    opened = client.get(page)

    form = opened.context["inline_admin_formsets"][1].formset.forms[0]
    response = client.post(page, posted(opened, **{"responsibilities-0-cited": None}))

    assert form.initial["cited"] == [second.passage_id]
    assert address(first.responsibility) in form.fields["cited"].help_text
    assert str(first.passage) in form.fields["cited"].help_text
    assert response.status_code == 302
    (left,) = Citation.objects.filter(responsibility=first.responsibility).values()
    assert left | added == left


def test_a_passage_that_denies_is_not_cited_again_as_if_it_affirmed(client):
    make_duties(1)
    first, second = Citation.objects.filter(responsibility=Responsibility.objects.order_by("pk").first())
    Citation.objects.filter(pk=first.pk).update(denies=True)
    page = address(first.responsibility.duty)

    both = [first.passage_id, second.passage_id]
    response = client.post(page, posted(client.get(page), **{"responsibilities-0-cited": both}))

    assert codes(response) == {"adds"}
    assert Citation.objects.get(pk=first.pk).denies


def test_the_quick_field_of_a_new_row_says_where_a_denial_is_entered(client):
    make_duties(1)

    page = client.get(address(Duty.objects.get()))

    new = page.context["inline_admin_formsets"][1].formset.empty_form
    assert list_address(Responsibility, "add") in new.fields["cited"].help_text


def test_the_list_does_not_give_a_duty_to_a_role_that_is_only_denied_it(client):
    make_duties(1)
    Citation.objects.filter(responsibility__role__slug="community-manager").update(denies=True)

    duties = client.get(list_address(Duty)).content.decode()

    assert f"Social media manager {Involvement.PLANS.label}" in duties
    assert f"Community manager {Involvement.PLANS.label}" not in duties


def test_a_responsibility_without_a_passage_is_refused(client):
    make_duties(1)
    page = address(Responsibility.objects.first())

    response = client.post(page, posted(client.get(page), **{"citations-0-DELETE": "on", "citations-1-DELETE": "on"}))

    assert codes(response) == {"uncited"}
    assert Citation.objects.count() == 4


def test_a_new_responsibility_without_a_passage_is_refused(client):
    make_duties(1)
    page, duty = list_address(Responsibility, "add"), Duty.objects.get()
    fields = {"role": factories.make_role("sms").pk, "duty": duty.pk, "involvement": "plans", "statement_es": "Hace."}

    response = client.post(page, posted(client.get(page), **fields))

    assert codes(response) == {"uncited"}
    assert duty.responsibilities.count() == 2


def test_the_same_part_twice_is_refused(client):
    make_duties(1)
    one, other = Responsibility.objects.order_by("pk")

    response = client.post(address(other), posted(client.get(address(other)), role=one.role_id))

    assert response.status_code == 200
    assert len(response.context["errors"]) == 1


def test_an_area_with_duties_cannot_be_deleted(client):
    make_duties(1)
    area = Area.objects.get()

    response = client.post(address(area, "delete"), {"post": "yes"})

    assert [str(row) for row in response.context["protected"]]
    assert Area.objects.count() == 1
