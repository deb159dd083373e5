"""Words in, ranked things out."""

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.search import look_for
from sources.corpus import SOURCES
from tests import factories as make
from web import search as engine
from web.alphabet import fold
from web.search import EVERYTHING, Hit, is_too_long
from web.words import stem

pytestmark = pytest.mark.django_db


def search(query, **options):
    return list(look_for(query, **options).hits)


def slugs(query, **options):
    return [hit.slug for hit in search(query, **options)]


@pytest.fixture
def corpus():
    source = make.make_source("ceupe", title_es="Perfiles de redes", author="Peña", description_es="Un artículo.")
    make.make_passage(source, "1", gist_es="Responde a cada reclamación.", gist_en="It answers every complaint.")
    role = make.make_role("community-manager", name_es="Community Manager", name_en="", abbreviation="CM")
    make.make_alias(role, "gestor de la comunidad")
    make.make_trait(role, statement_es="Escucha a los seguidores.", statement_en="Listens to the followers.")
    calendar = make.make_duty(
        "editorial-calendar",
        name_es="Calendario editorial",
        name_en="Editorial calendar",
        question_es="¿Quién decide qué sale cada semana?",
        question_en="Who decides what goes out each week?",
    )
    make.make_term(calendar, "parrilla de contenidos")
    make.make_responsibility(role, calendar, statement_es="Ordena las publicaciones.", statement_en="Orders the posts.")
    make.make_duty("planning", name_es="Planificación del año", name_en="Planning of the year")
    chart = make.make_chart("agency", name_es="Agencia", name_en="Agency", description_es="Tres perfiles.")
    make.make_position(chart, "boss", [role], name_es="Dirección", name_en="Direction")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("calendario", ["editorial-calendar"]),
        ("CALENDARIO", ["editorial-calendar"]),
        ("calendarios", ["editorial-calendar"]),
        ("calendars", ["editorial-calendar"]),
        ("parrilla", ["editorial-calendar"]),
        ("¿Qué sale en la semana?", ["editorial-calendar"]),
        ("who decides what goes out", ["editorial-calendar"]),
        ("cm", ["community-manager"]),
        ("gestor", ["community-manager"]),
        ("seguidor", ["community-manager"]),
        ("follower", ["community-manager"]),
        ("direccion", ["agency"]),
        ("perfiles", ["ceupe", "agency"]),
        ("reclamaciones", ["ceupe"]),
        ("reclamacion", ["ceupe"]),
        ("peña", ["ceupe"]),
        ("pena", []),
        ("año", ["planning"]),
        ("ano", []),
        ("unicornio", []),
    ],
)
def test_search_word_finds(corpus, query, expected):
    assert slugs(query) == expected


@pytest.mark.parametrize("query", ["planificacion", "planificación", "planificaciones", "PLANIFICACIÓN"])
def test_search_word_with_or_without_accent_finds_the_same(corpus, query):
    assert slugs(query) == ["planning"]


ODD = ["", " ", "C++", '"', "'", "24/7", "R&D", "🙂", "¿quién?", "de la", "the of", "%", "_", "\\", "²", "ﬃ", "\u0301"]
ODD += ["a" * 5000, "palabra " * 900, "\u202eabc", "<script>", "(((", "NEAR(", "ñ", "\x00", "\ud800"]


@pytest.mark.parametrize("query", ODD)
def test_search_odd_query_finds_nothing(corpus, query):
    assert search(query) == []


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_search_takes_any_text(corpus, query):
    assert len(search(query, limit=3)) <= 3


def test_search_more_words_narrow(corpus):
    make.make_duty("editorial-line", name_es="Línea editorial", name_en="Editorial line")

    one, two = slugs("editorial"), slugs("calendario editorial")

    assert (one, two) == (["editorial-line", "editorial-calendar"], ["editorial-calendar"])


def test_search_superfluous_word_does_not_empty(corpus):
    assert slugs("¿quién hace el calendario editorial en Marte?") == ["editorial-calendar"]


def test_search_exact_word_ranks_before_its_other_forms():
    make.make_duty("communication", name_es="Comunicación", name_en="")
    make.make_duty("care", name_es="Cuidado", name_en="", description_es="Cuida la comunidad.")

    assert slugs("comunidad") == ["care", "communication"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("calendario editorial", (["calendario", "editorial"], [], True)),
        ("sueldo community manager", (["sueldo", "community", "manager"], ["sueldo"], True)),
        ("Sueldo y vacaciones del Community Manager", (["Sueldo", "vacaciones", "Community", "Manager"],
                                                        ["Sueldo", "vacaciones"], True)),
        ("¿cuál es el sueldo de la comunidad?", (["sueldo", "comunidad"], ["sueldo"], True)),
        ("sueldo vacaciones", (["sueldo", "vacaciones"], ["sueldo", "vacaciones"], True)),
        ("Índices", (["Índices"], ["Índices"], True)),
        ("planificacion", (["planificacion"], [], True)),
        ("ano", (["ano"], ["ano"], True)),
        ("complaint", (["complaint"], [], True)),
        ("complaints calendario", (["complaints", "calendario"], [], False)),
        ("sueldo complaints calendario", (["sueldo", "complaints", "calendario"], ["sueldo"], False)),
        ("de la", ([], [], True)),
        ("???", ([], [], True)),
        ("", ([], [], True)),
    ],
)  # fmt: skip
def test_search_names_the_words_that_are_nowhere(corpus, query, expected):
    found = look_for(query)

    assert (list(found.words), list(found.nowhere), found.together) == expected


def test_search_names_words_that_are_nowhere_among_the_kinds_searched(corpus):
    assert look_for("perfiles calendario", kinds=["duty"]).nowhere == ("perfiles",)
    assert look_for("perfiles calendario").nowhere == ()


def test_search_hits_have_every_word_that_is_not_said_to_be_missing(corpus):
    found = look_for("seguidores sueldo calendario")

    assert (found.slugs, found.nowhere, found.together) == (
        {"community-manager", "editorial-calendar"},
        ("sueldo",),
        False,
    )


@given(
    st.lists(
        st.sampled_from(["sueldo", "calendario", "Perfiles", "de", "complaint", "seguidores", "año", "ano", "CM"]),
        max_size=6,
    )
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_search_word_is_nowhere_when_it_finds_nothing_alone(corpus, words):
    found = look_for(" ".join(words))

    alone = {word for word in found.words if not search(word)}
    assert set(found.nowhere) == alone
    assert bool(found.hits) == bool(found.somewhere)


def test_search_name_ranks_before_term_before_statement():
    role = make.make_role("writer")
    for slug in ("c", "b", "a"):
        make.make_duty(slug, name_es="Otra cosa", name_en="")
    by_name = make.make_duty("d", name_es="Una crisis muy larga de contar", name_en="")
    duties = {duty.slug: duty for duty in type(by_name).objects.all()}
    make.make_term(duties["b"], "crisis")
    make.make_responsibility(role, duties["a"], statement_es="Atiende la crisis.")

    assert slugs("crisis") == ["d", "b", "a"]


def test_search_words_scattered_over_passages_do_not_meet():
    source = make.make_source("scattered")
    make.make_passage(source, "1", gist_es="Habla de presupuesto.")
    make.make_passage(source, "2", gist_es="Habla de embajadores.")
    together = make.make_source("together")
    make.make_passage(together, "1", gist_es="El presupuesto de los embajadores.")

    assert slugs("presupuesto embajadores") == ["together"]


def test_search_hit_in_spanish(corpus):
    assert search("parrilla") == [
        Hit(
            kind="duty",
            slug="editorial-calendar",
            title="Calendario editorial",
            excerpt="Ordena las publicaciones.",
            url="/duties/editorial-calendar/",
            score=102,
        )
    ]


def test_search_hit_in_english(corpus):
    with translation.override("en"):
        hits = search("parrilla")

    assert hits == [
        Hit(
            kind="duty",
            slug="editorial-calendar",
            title="Editorial calendar",
            excerpt="Orders the posts.",
            url="/en/duties/editorial-calendar/",
            score=102,
        )
    ]


def test_search_excerpt_is_the_text_that_was_met_and_short(corpus):
    role = make.make_role("analyst")
    make.make_trait(role, "first", statement_es="Mide cosas.")
    make.make_trait(role, "second", statement_es="Vigila el retorno " + "sin descanso " * 40)

    hit = search("retorno")[0]

    assert (hit.excerpt[:17], len(hit.excerpt)) == ("Vigila el retorno", 200)


def test_search_limit_and_kinds(corpus):
    assert (slugs("perfiles", limit=1), slugs("perfiles", kinds=["orgchart"])) == (["ceupe"], ["agency"])


def test_slugs_of_one_kind(corpus):
    assert engine.look_for("perfiles", [SOURCES], limit=EVERYTHING).slugs == {"ceupe"}


@pytest.mark.parametrize("copies", [1, 3])
def test_search_costs_ten_queries(django_assert_num_queries, copies):
    for number in range(copies):
        source = make.make_source(f"source-{number}")
        make.make_passage(source)
        role = make.make_role(f"role-{number}")
        make.make_alias(role, "otro")
        make.make_responsibility(role, make.make_duty(f"duty-{number}"))
        make.make_position(make.make_chart(f"chart-{number}"), "box", [role])

    with django_assert_num_queries(10):
        search("duty role chart source")


@pytest.mark.parametrize(
    ("query", "expected"),
    [("a" * 200, False), ("a" * 201, True), (" a" * 20, False), (" a" * 21, True)],
)
def test_query_too_long(query, expected):
    assert is_too_long(query) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Pingüino ÁÉÍÓÚ", "pinguino aeiou"), ("Año Ñandú", "año ñandu"), ("n\u0303", "ñ"), ("Straße ç", "strasse c")],
)
def test_fold(text, expected):
    assert fold(text) == expected


def test_stem_is_taken_before_the_accent_goes():
    assert (stem("planificación", "es"), stem("planificaciones", "es")) == ("planif", "planif")
