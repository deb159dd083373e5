import pytest

from sources.models import Passage, Source
from tests import factories
from tests.admin_forms import address, codes, list_address, make_editor, posted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def make_sources(count):
    """Sources that derive from each other in a row, each with a passage that repeats the one before and is cited."""
    role, before, repeats = factories.make_role(), None, None
    for number in range(count):
        derived = {"derives_from": before, "derivation": "translation"} if before else {}
        before = factories.make_source(f"source-{number}", **derived)
        repeats = factories.make_passage(before, "Inicio › 1", repeats=repeats)
        factories.make_trait(role, f"trait-{number}", passages=[repeats])
    return before


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("model", "queries"), [(Source, 7), (Passage, 8)])
def test_a_list_asks_the_same_whatever_its_length(client, django_assert_num_queries, model, queries, count):
    make_sources(count)
    client.get(list_address(model))

    with django_assert_num_queries(queries):
        response = client.get(list_address(model), {"q": "i"})

    assert response.status_code == 200


@pytest.mark.parametrize("model", [Source, Passage])
def test_every_page_of_a_row_opens(client, model):
    make_sources(2)
    row = model.objects.last()

    pages = [address(row), address(row, "history"), address(row, "delete"), list_address(model, "add")]

    assert [client.get(page).status_code for page in pages] == [200] * 4


def test_the_list_counts_what_cites_a_passage(client):
    make_sources(1)
    factories.make_passage(Source.objects.get(), "Final")

    rows = client.get(list_address(Passage)).context["cl"].result_list

    assert [(row.locator, row.citation_count) for row in rows] == [("Inicio › 1", 1), ("Final", 0)]


def test_sources_that_derive_from_each_other_are_refused(client):
    last = make_sources(3)
    first = Source.objects.get(slug="source-0")
    changed = {"derives_from": last.pk, "derivation": "summary"}

    response = client.post(address(first), posted(client.get(address(first)), **changed))

    assert codes(response) == {"loop"}


def test_passages_that_repeat_each_other_are_refused(client):
    last = make_sources(3).passages.get()
    first = Passage.objects.get(source__slug="source-0")

    response = client.post(address(first), posted(client.get(address(first)), repeats=last.pk))

    assert codes(response) == {"loop"}


def test_passages_that_repeat_each_other_are_refused_on_the_page_of_their_source(client):
    last = make_sources(3).passages.get()
    page = address(Source.objects.get(slug="source-0"))

    response = client.post(page, posted(client.get(page), **{"passages-0-repeats": last.pk}))

    assert codes(response) == {"loop"}


def test_a_passage_that_repeats_one_of_its_own_source_is_refused(client):
    source = make_sources(1)
    passage, other = source.passages.get(), factories.make_passage(source, "Final")

    on_its_own = client.post(address(passage), posted(client.get(address(passage)), repeats=other.pk))
    beside = client.post(address(source), posted(client.get(address(source)), **{"passages-0-repeats": other.pk}))

    assert (codes(on_its_own), codes(beside)) == ({"own_repeat"}, {"own_repeat"})


def test_two_passages_of_a_source_with_one_address_are_refused(client):
    source = make_sources(1)
    passage = factories.make_passage(source, "Final")

    on_its_own = client.post(address(passage), posted(client.get(address(passage)), locator="Inicio - 1"))
    beside = client.post(address(source), posted(client.get(address(source)), **{"passages-1-locator": "inicio 1"}))

    assert (codes(on_its_own), codes(beside)) == ({"anchor"}, {"anchor"})


def test_a_new_passage_with_an_address_that_is_taken_is_refused(client):
    source = make_sources(1)
    page = list_address(Passage, "add")

    response = client.post(
        page, posted(client.get(page), source=source.pk, locator="INICIO › 1", gist_es="Dice.", position=0)
    )

    assert codes(response) == {"anchor"}


def test_a_doubt_without_a_note_is_refused_in_the_words_of_the_rule(client):
    passage = make_sources(1).passages.get()

    response = client.post(address(passage), posted(client.get(address(passage)), standing="doubtful"))

    assert response.status_code == 200
    assert len(response.context["errors"]) == 1


def test_a_cited_passage_cannot_be_deleted(client):
    passage = make_sources(1).passages.get()

    response = client.post(address(passage, "delete"), {"post": "yes"})

    assert len(response.context["protected"]) == 1
    assert Passage.objects.count() == 1


def test_a_cited_passage_cannot_be_deleted_on_the_page_of_its_source(client):
    source = make_sources(1)

    response = client.post(address(source), posted(client.get(address(source)), **{"passages-0-DELETE": "on"}))

    assert response.status_code == 200
    assert Passage.objects.count() == 1
