import pytest

from sources.models import Derivation, Standing
from tests.factories import (
    make_alias,
    make_area,
    make_chart,
    make_citation,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)
from tests.responsibilities.pages import tables, texts
from tests.responsibilities.world import agreed, conditional, disputed, make_world

pytestmark = pytest.mark.django_db


def fill(number):
    """A document with so many passages, each of which supports one fact of each kind; and as many other documents."""
    source = make_source("impactodual")
    for index in range(number):
        make_source(f"other-{index}")
        passage = make_passage(source, f"Parte › {index}", position=index)
        role = make_role(f"role-{index}")
        make_alias(role, "name", [passage])
        make_trait(role, passages=[passage])
        make_responsibility(role, make_duty(f"duty-{index}"), passages=[passage])
        chart = make_chart(f"chart-{index}", passages=[passage])
        make_position(chart, "box", [role], passages=[passage])
    return source


@pytest.mark.parametrize("number", [1, 3])
def test_source_list_has_a_constant_number_of_queries(client, django_assert_num_queries, number):
    fill(number)

    with django_assert_num_queries(1):
        response = client.get("/sources/")

    assert response.content.decode().count('<article class="entry">') == number + 1


@pytest.mark.parametrize("number", ["0", "abc", "2"])
def test_source_list_bad_page_is_a_404(client, number):
    assert client.get(f"/sources/?page={number}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_source_detail_has_a_constant_number_of_queries(client, django_assert_num_queries, number):
    source = fill(number)

    with django_assert_num_queries(19):
        response = client.get(source.get_absolute_url())

    assert response.content.decode().count('id="p-parte-') == number


@pytest.mark.parametrize("number", [1, 3])
def test_source_detail_with_contradictions_has_a_constant_number_of_queries(client, django_assert_num_queries, number):
    world = make_world(duties=number)

    with django_assert_num_queries(20):
        response = client.get(world.sources[0].get_absolute_url())

    assert response.content.decode().count('class="entry contradiction"') == number


def test_source_detail_links_each_fact_that_a_passage_supports(client):
    source = make_source()
    passage = make_passage(source, "Parte › 1")
    role = make_role()
    trait = make_trait(role, passages=[passage])
    make_alias(role, "gestor", [passage])
    responsibility = make_responsibility(role, make_duty())
    make_citation(responsibility, passage, condition_es="si nadie más puede", denies=True)
    chart = make_chart(passages=[passage])
    position = make_position(chart, "box", [role], passages=[passage])

    page = client.get(source.get_absolute_url()).content.decode()

    facts = [trait, role, responsibility, chart, position]
    assert [fact for fact in facts if f'href="{fact.get_absolute_url()}"' not in page] == []
    assert 'href="#p-parte-1"' in page
    assert "si nadie más puede" in page
    assert "mark-denied" in page


def test_source_detail_tells_what_is_known_of_it(client):
    origin = make_source("origin")
    source = make_source(
        "copy",
        publisher="Editorial",
        author="Autora",
        published="2018-10",
        address="https://example.org/a",
        retrieved="2024-04-23",
        derives_from=origin,
        derivation=Derivation.TRANSLATION,
    )

    page = client.get(source.get_absolute_url()).content.decode()

    shown = [
        "Editorial",
        "Autora",
        '<time datetime="2018-10">',
        'href="https://example.org/a"',
        '<time datetime="2024-04-23">',
        f'href="{origin.get_absolute_url()}"',
    ]
    assert [text for text in shown if text not in page] == []


def test_source_detail_of_an_origin_names_what_was_made_from_it(client):
    origin = make_source("origin")
    copy = make_source("copy", derives_from=origin, derivation=Derivation.SUMMARY)

    assert f'href="{copy.get_absolute_url()}"' in client.get(origin.get_absolute_url()).content.decode()


def test_source_detail_marks_doubtful_and_repeated_passages(client):
    source, other = make_source("a"), make_source("b")
    repeated = make_passage(other, "Parte › 9")
    make_passage(
        source, "Parte › 1", standing=Standing.DOUBTFUL, standing_note_es="No se sabe de quién.", repeats=repeated
    )

    page = client.get(source.get_absolute_url()).content.decode()

    assert "mark-doubtful" in page
    assert "No se sabe de quién." in page
    assert f'href="{repeated.get_absolute_url()}"' in page


def test_source_detail_groups_passages_by_part_in_the_order_of_the_document(client):
    source = make_source()
    make_passage(source, "Final › 1", position=2)
    make_passage(source, "Comienzo › 1", position=1)

    page = client.get(source.get_absolute_url()).content.decode()

    assert page.index(">Comienzo</h3>") < page.index(">Final</h3>")


def test_source_detail_tells_which_roles_it_describes_names_and_does_not_know(client):
    world = make_world()
    source = world.sources[0]
    make_alias(make_role("curator", is_core=False), "curador", [make_passage(source, "2")])
    agreed(world)

    response = client.get(source.get_absolute_url())

    assert tables(response) == [
        [["Rol", "Funciones", "Rasgos"], ["Cm (CM)", "2", "1"], ["Smm (SMM)", "0", "1"]],
    ]
    assert texts(response, "note known-by-name") == ["Nombra de pasada, sin describirlos: Curator"]
    assert texts(response, "note unknown") == ["No describe: Sms"]


def test_source_detail_counts_the_duties_that_it_covers_by_area(client):
    world = make_world(duties=0)
    calendar, moderation = disputed(world), agreed(world)
    make_duty("crisis")
    make_duty("reports", make_area("analysis"))

    response = client.get(world.sources[0].get_absolute_url())

    assert texts(response, "area-cover-name") == ["Analysis", "Community", "Strategy"]
    assert texts(response, "number") == ["0 de 1", "1 de 1", "1 de 2"]
    named = f'<a href="{calendar.get_absolute_url()}">Calendar</a>', f'<a href="{moderation.get_absolute_url()}">'
    assert [text for text in named if text not in response.content.decode()] == []


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("", "No da a nadie ninguna función en: Analysis."),
        ("/en", "It gives nobody a duty in: Analysis (en)."),
    ],
)
def test_source_detail_does_not_say_that_a_document_is_silent_on_an_area(client, prefix, expected):
    """It may speak of what it gives to nobody: the strategy, in a document without the strategist."""
    world = make_world(duties=0)
    agreed(world)
    make_duty("reports", make_area("analysis"))

    response = client.get(f"{prefix}/sources/{world.sources[0].slug}/")

    assert texts(response, "note silent-areas") == [expected]


def test_source_detail_tells_where_it_stands_alone_and_who_contradicts_it(client):
    world = make_world(duties=0)
    disputed(world)
    agreed(world)
    conditional(world)
    lone = make_duty("crisis")
    make_responsibility(world.cm, lone, "executes", passages=[make_passage(world.sources[0], "crisis")])

    response = client.get(world.sources[0].get_absolute_url())

    assert texts(response, "lone-duty") == ["Crisis"]
    assert f'href="{lone.get_absolute_url()}#r-cm-executes"' in response.content.decode()
    assert texts(response, "said-by") == ["este documento · calendar", "B · calendar"]
    assert 'href="/duties/calendar/#part-plans"' in response.content.decode()


def test_source_detail_lists_doubtful_passages_and_stock_sentences(client):
    source, other = make_source("a"), make_source("b")
    stock = make_passage(source, "Parte › 1", position=1)
    copy = make_passage(other, "Parte › 9", repeats=stock)
    doubt = make_passage(source, "Parte › 2", position=2, standing=Standing.DOUBTFUL, standing_note_es="No se sabe.")

    page = client.get(source.get_absolute_url()).content.decode()

    assert f'<p class="entry-term"><a href="#{doubt.anchor}">Parte › 2</a></p>' in page
    assert f'<p class="entry-term"><a href="#{stock.anchor}">Parte › 1</a></p>' in page
    assert f'href="{copy.get_absolute_url()}"' in page


def test_source_detail_of_a_document_that_nobody_contradicts_says_nothing_of_it(client):
    source = make_source()
    make_passage(source)

    page = client.get(source.get_absolute_url()).content.decode()

    assert [part for part in ("contradicted", "alone", "doubtful", "stock") if f'id="{part}"' in page] == []


def test_source_detail_without_passages_says_so(client):
    response = client.get(make_source().get_absolute_url())

    assert response.status_code == 200
    assert "document-passage" not in response.content.decode()


def test_source_detail_unknown_slug_is_a_404_that_names_it(client):
    response = client.get("/sources/nobody/")

    assert response.status_code == 404
    assert "nobody" in response.content.decode()


def test_source_detail_escapes_what_editors_write(client):
    source = make_source(title_es="<b>Título</b>")
    make_passage(source, gist_es="<script>alert(1)</script>")

    page = client.get(source.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "<b>Título</b>" not in page


def test_source_detail_in_english_reads_english_content(client):
    source = make_source("impactodual")
    make_passage(source, "Parte › 1")

    assert "It says something at Parte › 1." in client.get("/en/sources/impactodual/").content.decode()


@pytest.mark.parametrize("path", ["/sources/", "/sources/impactodual/"])
def test_source_pages_wrong_method_is_refused(client, path):
    make_source()

    assert client.post(path).status_code == 405
