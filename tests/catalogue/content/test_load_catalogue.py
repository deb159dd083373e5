"""Loading keeps what editors did. Each test is a step after the sample fixtures were loaded once."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from reversion.models import Revision, Version

from catalogue.content.loading import Why
from catalogue.content.rows import stored_rows
from catalogue.content.writing import load
from catalogue.models import LoadedRow
from editing.content import kinds
from orgcharts.models import Position
from responsibilities.models import Area, Citation, Duty, DutyTerm, Responsibility
from roles.models import Role
from sources.models import Passage, Source
from tests import factories
from tests.catalogue.content.loading_steps import SAMPLE, command, cut, outcome, rewrite

pytestmark = pytest.mark.django_db
ROWS = 13


@pytest.fixture
def folder(tmp_path):
    """The sample fixtures, loaded once, to be changed."""
    folder = tmp_path / "fixtures"
    shutil.copytree(SAMPLE, folder)
    load(folder)
    return folder


NOTHING = ([], [], [], [])


def test_the_first_load_writes_every_row_and_remembers_it(folder):
    assert sum(model._base_manager.count() for model in kinds()) == LoadedRow.objects.count() == ROWS
    citation = Citation.objects.get()
    assert citation.natural_key() == ("community-manager", "plan-de-crisis", "plans", "impactodual", "Inicio › 1")
    assert (citation.condition_es, Source.objects.get().retrieved.isoformat()) == ("si hace falta", "2024-04-23")
    assert list(Position.objects.get().roles.values_list("slug", flat=True)) == ["community-manager"]


def test_natural_keys_of_rows_are_those_of_the_models():
    passage = factories.make_passage(factories.make_source())
    role, duty = factories.make_role(), factories.make_duty()
    factories.make_alias(role, "gestora", [passage])
    factories.make_trait(role, passages=[passage])
    factories.make_term(duty, "manual")
    factories.make_responsibility(role, duty, passages=[passage])
    factories.make_position(factories.make_chart(passages=[passage]), "cm", [role], passages=[passage])

    rows = stored_rows().values()

    assert sorted(row.model._meta.label for row in rows) == sorted(model._meta.label for model in kinds())
    assert [row.key for row in rows] == [row.model._base_manager.get(pk=row.pk).natural_key() for row in rows]


def test_the_history_starts_with_the_load(folder):
    revision = Revision.objects.get()

    assert Version.objects.filter(revision=revision).count() == ROWS
    assert (revision.user, bool(revision.comment)) == (None, True)


def test_the_second_load_has_nothing_to_do(folder):
    before = list(Duty.objects.values())

    assert outcome(load(folder)) == NOTHING
    assert list(Duty.objects.values()) == before
    assert Revision.objects.count() == 1
    assert command(folder) == "Nothing to change.\n"


def test_the_second_load_asks_the_database_little(folder, django_assert_max_num_queries):
    with django_assert_max_num_queries(len(kinds()) + 5):
        load(folder)


def test_a_row_that_the_file_changes_is_updated(folder):
    rewrite(folder, "40_duties.yaml", "name_es: Plan de crisis", "name_es: Plan de crisis en redes")

    assert outcome(load(folder)) == ([], ["responsibilities.duty plan-de-crisis"], [], [])
    assert Duty.objects.get().name_es == "Plan de crisis en redes"
    assert Version.objects.get_for_object(Duty.objects.get()).count() == 2
    assert outcome(load(folder)) == NOTHING


def test_a_changed_reference_and_roles_are_updated(folder):
    with (folder / "30_roles.yaml").open("a") as file:
        file.write("\n- model: roles.role\n  fields:\n    slug: sms\n    name_es: SMS\n")
    rewrite(folder, "60_orgcharts.yaml", "- [community-manager]", "- [sms]\n      - [community-manager]")
    rewrite(folder, "40_duties.yaml", "    slug: crisis\n", "    slug: planes\n")
    rewrite(folder, "40_duties.yaml", "area: [crisis]", "area: [planes]")

    plan = load(folder, remove=True)

    assert outcome(plan) == (
        ["roles.role sms", "responsibilities.area planes"],
        ["responsibilities.duty plan-de-crisis", "orgcharts.position departamento › cm"],
        ["responsibilities.area crisis"],
        [],
    )
    assert Duty.objects.get().area == Area.objects.get()
    assert sorted(Position.objects.get().roles.values_list("slug", flat=True)) == ["community-manager", "sms"]


def test_what_an_editor_changed_is_left_alone(folder):
    Duty.objects.update(name_es="Manual")
    rewrite(folder, "40_duties.yaml", "name_es: Plan de crisis", "name_es: Plan de crisis en redes")
    kept = [("responsibilities.duty plan-de-crisis", Why.EDITED)]

    assert outcome(load(folder)) == ([], [], [], kept)
    assert outcome(load(folder)) == ([], [], [], kept)
    assert Duty.objects.get().name_es == "Manual"


def test_what_an_editor_changed_is_not_told_when_the_file_has_nothing_new(folder):
    Duty.objects.update(name_es="Manual")

    assert outcome(load(folder)) == NOTHING
    assert Duty.objects.get().name_es == "Manual"


def test_roles_of_a_position_that_an_editor_changed_are_left_alone(folder):
    Position.objects.get().roles.add(Role.objects.create(slug="sms", name_es="SMS"))
    rewrite(folder, "60_orgcharts.yaml", "slug: cm\n", "slug: cm\n    is_multiple: true\n")

    assert outcome(load(folder)) == ([], [], [], [("orgcharts.position departamento › cm", Why.EDITED)])


def test_overwrite_puts_back_what_an_editor_changed(folder):
    Duty.objects.update(name_es="Manual")

    assert outcome(load(folder, overwrite=True)) == ([], ["responsibilities.duty plan-de-crisis"], [], [])
    assert Duty.objects.get().name_es == "Plan de crisis"
    assert outcome(load(folder)) == NOTHING


def test_what_an_editor_deleted_stays_deleted(folder):
    DutyTerm.objects.all().delete()
    rewrite(folder, "40_duties.yaml", "name_es: Plan de crisis", "name_es: Plan de crisis en redes")

    assert outcome(load(folder)) == ([], ["responsibilities.duty plan-de-crisis"], [], [])
    assert DutyTerm.objects.count() == 0


def test_new_rows_of_what_an_editor_deleted_are_left_out(folder):
    Duty.objects.all().delete()
    with (folder / "40_duties.yaml").open("a") as file:
        file.write("\n- model: responsibilities.dutyterm\n  fields:\n    duty: [plan-de-crisis]\n    term: otro\n")

    plan = load(folder)

    assert outcome(plan) == ([], [], [], [("responsibilities.dutyterm plan-de-crisis › es › otro", Why.WITHOUT)])
    assert (Duty.objects.count(), DutyTerm.objects.count()) == (0, 0)


def test_overwrite_brings_back_what_an_editor_deleted(folder):
    Duty.objects.all().delete()

    plan = load(folder, overwrite=True)

    assert len(plan.add) == 4
    assert Citation.objects.get().condition_es == "si hace falta"


def test_a_row_that_an_editor_made_is_left_alone(folder):
    Role.objects.create(slug="sms", name_es="El estratega")
    with (folder / "30_roles.yaml").open("a") as file:
        file.write("\n- model: roles.role\n  fields:\n    slug: sms\n    name_es: SMS\n")

    assert outcome(load(folder)) == ([], [], [], [("roles.role sms", Why.OWN)])
    assert Role.objects.get(slug="sms").name_es == "El estratega"
    assert not LoadedRow.objects.filter(key='["sms"]').exists()


def test_rows_gone_from_the_files_are_removed(folder):
    cut(folder, "40_duties.yaml", "condition_es")
    cut(folder, "40_duties.yaml", "involvement")
    cut(folder, "10_sources.yaml", "Inicio › 1")

    assert outcome(load(folder, remove=True)) == (
        [],
        [],
        [
            "sources.passage impactodual › Inicio › 1",
            "responsibilities.responsibility community-manager › plan-de-crisis › plans",
            "responsibilities.citation community-manager › plan-de-crisis › plans › impactodual › Inicio › 1",
        ],
        [],
    )
    assert (Passage.objects.count(), Responsibility.objects.count(), Citation.objects.count()) == (1, 0, 0)
    assert LoadedRow.objects.count() == ROWS - 3
    assert [version.object_repr for version in Version.objects.get_deleted(Passage)] == ["impactodual › Inicio › 1"]


def test_a_row_gone_from_the_files_that_an_editor_changed_stays(folder):
    DutyTerm.objects.update(term="manual de crisis")
    Citation.objects.update(condition_es="si nadie lo hace")
    cut(folder, "40_duties.yaml", "condition_es")
    key = "community-manager › plan-de-crisis › plans › impactodual › Inicio › 1"
    kept = [(f"responsibilities.citation {key}", Why.GONE)]

    assert outcome(load(folder, remove=True)) == ([], [], [], kept)
    assert outcome(load(folder, remove=True)) == ([], [], [], kept)
    assert Citation.objects.count() == 1


def test_a_row_gone_from_the_files_that_an_editor_uses_stays(folder):
    duty = Duty.objects.create(slug="otra", name_es="Otra", area=Area.objects.get())
    for start in ("condition_es", "involvement", "term:", "slug: plan-de-crisis", "slug: crisis"):
        cut(folder, "40_duties.yaml", start)

    plan = load(folder, remove=True)

    assert outcome(plan)[2:] == (
        [
            "responsibilities.duty plan-de-crisis",
            "responsibilities.dutyterm plan-de-crisis › es › manual de crisis",
            "responsibilities.responsibility community-manager › plan-de-crisis › plans",
            "responsibilities.citation community-manager › plan-de-crisis › plans › impactodual › Inicio › 1",
        ],
        [("responsibilities.area crisis", Why.NEEDED)],
    )
    assert list(Duty.objects.all()) == [duty]


def test_overwrite_removes_what_the_files_no_longer_hold(folder):
    Citation.objects.update(condition_es="si nadie lo hace")
    cut(folder, "40_duties.yaml", "condition_es")
    cut(folder, "40_duties.yaml", "involvement")

    plan = load(folder, overwrite=True, remove=True)

    assert (len(plan.remove), Citation.objects.count()) == (2, 0)


def test_a_dry_run_writes_nothing(folder):
    rewrite(folder, "40_duties.yaml", "name_es: Plan de crisis", "name_es: Plan de crisis en redes")

    assert command(folder, "--dry-run") == "0 added, 1 changed, 0 removed, 0 left alone.\n"
    assert Duty.objects.get().name_es == "Plan de crisis"
    assert command(folder) == "0 added, 1 changed, 0 removed, 0 left alone.\n"


def test_the_report_names_what_was_left_alone(folder):
    Duty.objects.update(name_es="Manual")
    rewrite(folder, "40_duties.yaml", "name_es: Plan de crisis", "name_es: Plan de crisis en redes")

    lines = command(folder).splitlines()

    assert lines[-1] == "0 added, 0 changed, 0 removed, 1 left alone."
    assert len(lines) == 2
    assert "plan-de-crisis" in lines[0]


def test_the_order_of_the_rows_of_one_kind_does_not_matter(folder, tmp_path):
    (folder / "70_more.yaml").write_text(
        """
- model: orgcharts.position
  fields: {chart: [departamento], slug: b, roles: [[community-manager]], reports_to: [departamento, a],
           placement: staff}
- model: orgcharts.position
  fields: {chart: [departamento], slug: a, roles: [[community-manager]], reports_to: [departamento, cm]}
- model: orgcharts.positioncitation
  fields: {position: [departamento, a], passage: [impactodual, Inicio › 2]}
- model: orgcharts.positioncitation
  fields: {position: [departamento, b], passage: [impactodual, Inicio › 2]}
"""
    )

    plan = load(folder)

    assert len(plan.add) == 4
    assert Position.objects.get(slug="b").reports_to.reports_to.slug == "cm"


def test_rows_loaded_by_loaddata_are_taken_for_loaded(transactional_db, folder):
    call_command("flush", "--no-input", verbosity=0)
    call_command("loaddata", *sorted(map(str, folder.glob("*.yaml"))), verbosity=0)

    assert outcome(load(folder)) == NOTHING
    assert LoadedRow.objects.count() == ROWS


def test_our_own_fixtures_load_and_agree_with_loaddata(transactional_db):
    folder = Path(settings.FIXTURE_DIRS[0])
    plan = load(folder)
    loaded = {name: row.digest for name, row in stored_rows().items()}

    call_command("flush", "--no-input", verbosity=0)
    call_command("loaddata", *sorted(map(str, folder.glob("*.yaml"))), verbosity=0)

    assert len(plan.add) == len(loaded)
    assert {name: row.digest for name, row in stored_rows().items()} == loaded
