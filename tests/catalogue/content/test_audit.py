"""The audit is green on the sample and on our own fixtures; each check has a test that makes it red."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils.translation import override

from catalogue.content.audit import CHECKS, Finding, Level, audit, share, stems_of
from catalogue.content.file_checks import audit_files, reviewed_pairs
from catalogue.content.writing import load
from orgcharts.models import ChartCitation, OrgChart, Position, PositionCitation
from responsibilities.models import Citation, Duty
from roles.models import Role
from sources.models import Passage, Source
from tests import factories

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parent / "data"
ASKED = {"question_es": "¿Quién?", "question_en": "Who?"}
OURS = Path(settings.FIXTURE_DIRS[0])


@pytest.fixture
def sample():
    """The sample fixtures with a question for their duty: nothing is wrong."""
    load(SAMPLE)
    Duty.objects.update(**ASKED)


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SAMPLE, tmp_path / "fixtures"))


def found(reviewed=()):
    return [(finding.level, finding.code, finding.where) for finding in audit(reviewed)]


def found_in_files(folder):
    with override("en"):
        return [(finding.level, finding.code, finding.where) for finding in audit_files(folder)]


def test_the_sample_has_nothing_wrong(sample):
    assert (audit(), audit_files(SAMPLE)) == ([], [])


def test_our_own_fixtures_have_nothing_wrong():
    load(OURS)

    assert (audit(reviewed_pairs(OURS)), audit_files(OURS)) == ([], [])


def test_the_number_of_queries_does_not_grow_with_the_content(sample, django_assert_max_num_queries):
    with django_assert_max_num_queries(50):
        audit()


def test_a_finding_reads_as_one_line():
    finding = Finding(Level.ERROR, "loop", "sources.source ceupe", "it goes round")

    assert str(finding) == "loop: sources.source ceupe: it goes round"


@pytest.mark.parametrize(
    ("make", "where"),
    [
        (lambda role: factories.make_trait(role), "roles.trait community-manager › focus"),
        (lambda role: factories.make_alias(role, "CM"), "roles.alias community-manager › CM"),
        (
            lambda role: factories.make_responsibility(role, Duty.objects.get(), "decides"),
            "responsibilities.responsibility community-manager › plan-de-crisis › decides",
        ),
        (lambda role: factories.make_chart("agency"), "orgcharts.orgchart agency"),
        (
            lambda role: factories.make_position(OrgChart.objects.get(), "otra", [role], name_en=""),
            "orgcharts.position departamento › otra",
        ),
    ],
)
def test_a_fact_without_a_passage_is_an_error(sample, make, where):
    make(Role.objects.get())

    assert found() == [(Level.ERROR, "fact-uncited", where)]


def test_a_passage_that_nothing_cites_is_a_warning(sample):
    factories.make_passage(Source.objects.get(), "Final")

    assert found() == [(Level.WARNING, "passage-unused", "sources.passage impactodual › Final")]


def test_positions_that_report_to_each_other_are_errors(sample):
    chart, passage = OrgChart.objects.get(), Passage.objects.last()
    one = factories.make_position(chart, "uno", Role.objects.all(), passages=[passage])
    two = factories.make_position(chart, "dos", Role.objects.all(), passages=[passage], reports_to=one)
    Position.objects.filter(pk=one.pk).update(reports_to=two)
    factories.make_position(chart, "bajo", Role.objects.all(), passages=[passage], reports_to=two)

    assert found() == [
        (Level.ERROR, "loop", "orgcharts.position departamento › uno"),
        (Level.ERROR, "loop", "orgcharts.position departamento › dos"),
    ]


def test_sources_that_derive_from_each_other_are_errors(sample):
    one = Source.objects.get()
    two = factories.make_source("ceupe", derives_from=one, derivation="summary")
    Source.objects.filter(pk=one.pk).update(derives_from=two, derivation="summary")

    assert found() == [
        (Level.ERROR, "loop", "sources.source impactodual"),
        (Level.ERROR, "loop", "sources.source ceupe"),
    ]


def test_passages_that_repeat_each_other_are_errors(sample):
    one = Passage.objects.first()
    two = factories.make_passage(factories.make_source("ceupe"), repeats=one)
    Citation.objects.create(responsibility=Citation.objects.get().responsibility, passage=two)
    Passage.objects.filter(pk=one.pk).update(repeats=two)

    assert found() == [
        (Level.ERROR, "loop", "sources.passage impactodual › Inicio › 1"),
        (Level.ERROR, "loop", "sources.passage ceupe › Inicio › 1"),
    ]


def test_a_superior_in_another_chart_is_an_error(sample):
    passage = Passage.objects.last()
    other = factories.make_chart("agency", passages=[passage])
    chief = factories.make_position(other, "jefa", Role.objects.all(), passages=[passage])
    Position.objects.filter(slug="cm").update(reports_to=chief)

    assert found() == [(Level.ERROR, "superior-elsewhere", "orgcharts.position departamento › cm")]


def test_a_position_without_a_role_is_an_error(sample):
    Position.objects.get().roles.clear()

    assert found() == [(Level.ERROR, "position-empty", "orgcharts.position departamento › cm")]


def test_a_passage_that_repeats_one_of_its_own_source_is_an_error(sample):
    one, two = Passage.objects.all()
    Passage.objects.filter(pk=two.pk).update(repeats=one)

    assert found() == [(Level.ERROR, "repeats-itself", "sources.passage impactodual › Inicio › 2")]


def test_two_passages_of_a_source_with_one_address_are_errors(sample):
    Passage.objects.filter(locator="Inicio › 2").update(locator="inicio - 1")

    assert found() == [
        (Level.ERROR, "anchor-shared", "sources.passage impactodual › Inicio › 1"),
        (Level.ERROR, "anchor-shared", "sources.passage impactodual › inicio - 1"),
    ]


@pytest.mark.parametrize("field", ["name_es", "name_en", "question_es", "description_en"])
def test_a_text_in_one_language_only_is_a_warning(sample, field):
    Duty.objects.update(description_es="Qué", description_en="What")
    Duty.objects.update(**{field: " "})

    assert found() == [(Level.WARNING, "language-missing", "responsibilities.duty plan-de-crisis")]


def test_a_duty_without_a_question_is_a_warning(sample):
    Duty.objects.update(question_es="", question_en="")

    assert found() == [(Level.WARNING, "question-missing", "responsibilities.duty plan-de-crisis")]


def test_a_doubt_without_a_reason_is_an_error(sample):
    Passage.objects.filter(locator="Inicio › 2").update(standing="doubtful", standing_note_es=" ")

    assert found() == [(Level.ERROR, "doubt-unexplained", "sources.passage impactodual › Inicio › 2")]


@pytest.mark.parametrize(
    ("name", "english"),
    [("El plan de las crisis", "Plan"), ("Manuales de crisis", "Handbook"), ("Otro", "The plan for a crisis")],
)
def test_two_duties_in_like_words_are_a_warning(sample, name, english):
    area = Duty.objects.get().area
    factories.make_duty("otra", area, name_es=name, name_en=english, **ASKED)

    assert found() == [(Level.WARNING, "duties-alike", "responsibilities.duty otra")]
    assert found([frozenset({"otra", "plan-de-crisis"})]) == []


def test_two_duties_of_two_areas_are_not_compared(sample):
    factories.make_duty("otra", name_es="El plan de las crisis", name_en="The plan for a crisis", **ASKED)

    assert found() == []


def test_a_reviewed_pair_of_a_duty_that_is_no_more_is_a_warning(sample):
    assert found([frozenset({"nada", "plan-de-crisis"})]) == [(Level.WARNING, "review-stale", "nada + plan-de-crisis")]


def test_words_are_compared_by_their_stems():
    one, other = stems_of("Planes de las crisis", "es"), stems_of("El plan de crisis editorial", "es")

    assert (share(one, one), share(one, other), share(one, stems_of("Blog", "es"))) == (1, 2 / 3, 0)


def test_every_check_says_what_it_wants():
    assert all(check.__doc__ for check in CHECKS)


def test_the_same_key_twice_in_the_files_is_an_error(folder):
    (folder / "35_again.yaml").write_text((folder / "30_roles.yaml").read_text())

    assert found_in_files(folder) == [(Level.ERROR, "key-twice", "35_again.yaml, row 1 (line 1)")]


def test_a_row_above_what_it_refers_to_is_an_error(folder):
    (folder / "40_duties.yaml").rename(folder / "20_duties.yaml")

    assert found_in_files(folder) == [(Level.ERROR, "row-too-early", "20_duties.yaml, row 4 (line 20)")]


def test_rows_out_of_the_order_of_their_positions_are_errors(folder):
    text = (folder / "10_sources.yaml").read_text()
    (folder / "10_sources.yaml").write_text(text.replace("position: 10", "position: 30"))

    assert found_in_files(folder) == [(Level.ERROR, "row-unsorted", "10_sources.yaml, row 3 (line 17)")]


def test_texts_out_of_the_order_of_the_alphabet_are_errors(folder):
    text = (folder / "40_duties.yaml").read_text()
    term = text.split("\n\n")[2].replace("manual de crisis", "Guía")
    (folder / "40_duties.yaml").write_text(f"{text}\n{term}\n")

    assert found_in_files(folder) == [(Level.ERROR, "row-unsorted", "40_duties.yaml, row 6 (line 35)")]


def test_choices_are_sorted_as_the_glossary_has_them(folder):
    text = (folder / "40_duties.yaml").read_text()
    more = text.split("\n\n")[3].replace("involvement: plans", "involvement: decides")
    (folder / "40_duties.yaml").write_text(f"{text}\n{more}\n")

    assert found_in_files(folder) == [(Level.ERROR, "row-unsorted", "40_duties.yaml, row 6 (line 35)")]


def test_a_file_that_cannot_be_read_is_an_error(folder):
    (folder / "30_roles.yaml").write_text("- [")

    assert [finding.code for finding in audit_files(folder)] == ["file-broken"]


def run(*options):
    out = StringIO()
    with override("en"):
        call_command("audit_catalogue", *options, stdout=out, no_color=True)
    return out.getvalue()


def test_the_command_counts_and_succeeds(sample):
    assert run("--fixtures", "--strict", "--folder", str(SAMPLE)) == "3 facts and 2 passages checked.\n"


def test_the_command_fails_on_an_error(sample):
    ChartCitation.objects.all().delete()
    PositionCitation.objects.all().delete()

    with pytest.raises(CommandError, match=r"The audit failed: 2 problems\."):
        run("--folder", str(SAMPLE))


def test_the_command_fails_on_a_warning_only_when_strict(sample):
    factories.make_passage(Source.objects.get(), "Final")

    assert run("--folder", str(SAMPLE)) == (
        "warning: passage-unused: sources.passage impactodual › Final: nothing cites it\n"
        "warning: passage-unused × 1\n"
        "3 facts and 3 passages checked.\n"
    )
    with pytest.raises(CommandError, match=r"The audit failed: 1 problem\."):
        run("--folder", str(SAMPLE), "--strict")


def test_the_command_looks_at_the_files_only_when_told(sample, folder):
    (folder / "35_again.yaml").write_text((folder / "30_roles.yaml").read_text())

    assert run("--folder", str(folder)) == "3 facts and 2 passages checked.\n"
    with pytest.raises(CommandError, match="1 problem"):
        run("--folder", str(folder), "--fixtures")
