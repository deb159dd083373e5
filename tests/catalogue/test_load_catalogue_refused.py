"""What is wrong with a fixture file is told by file and row, and nothing is loaded."""

import shutil

import pytest
from django.core.management import CommandError

from catalogue.models import LoadedRow
from catalogue.writing import load
from roles.models import Role
from tests.catalogue.loading_steps import SAMPLE, command, rewrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """The sample fixtures, loaded once, to be changed."""
    folder = tmp_path / "fixtures"
    shutil.copytree(SAMPLE, folder)
    load(folder)
    return folder


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("- model: responsibilities.duty\n", "- model: responsibilities.nothing\n", "40_duties.yaml, row 2 (line 7)"),
        ("slug: plan-de-crisis\n", "slug: plan-de-crisis\n    colour: red\n", "40_duties.yaml, row 2 (line 7)"),
        ("slug: plan-de-crisis\n", "slug: Plan De Crisis\n", "40_duties.yaml, row 2 (line 7)"),
        ("    slug: plan-de-crisis\n", "", "40_duties.yaml, row 2 (line 7)"),
        ("area: [crisis]", "area: crisis", "40_duties.yaml, row 2 (line 7)"),
        ("area: [crisis]", "area: [nothing]", "40_duties.yaml, row 2 (line 7)"),
        ("area: [crisis]", "area: [1]", "40_duties.yaml, row 2 (line 7)"),
        ("name_es: Plan de crisis", "name_es: ''", "40_duties.yaml, row 2 (line 7)"),
        ("name_es: Plan de crisis", f"name_es: {'x' * 121}", "40_duties.yaml, row 2 (line 7)"),
        ("name_es: Plan de crisis", 'name_es: "a\\0b"', "40_duties.yaml"),
        ("involvement: plans", "involvement: dreams", "40_duties.yaml, row 4 (line 20)"),
        ("language: es", "language: [es]", "40_duties.yaml, row 3 (line 14)"),
        ("- model: responsibilities.dutyterm\n  fields:", "- fields:", "40_duties.yaml, row 3 (line 14)"),
        ("    term: manual de crisis", "    term: manual: de: crisis", "40_duties.yaml, line 18"),
        ("condition_en: if needed", "denies: perhaps", "40_duties.yaml, row 5 (line 28)"),
    ],
)
def test_a_broken_file_is_told_by_file_and_row_and_nothing_is_written(folder, old, new, place):
    rewrite(folder, "30_roles.yaml", "abbreviation: CM", "abbreviation: CMM")
    rewrite(folder, "40_duties.yaml", old, new)
    before = list(LoadedRow.objects.values())

    with pytest.raises(CommandError, match="Nothing was loaded") as failure:
        command(folder)

    assert place in str(failure.value)
    assert "\n" not in str(failure.value)
    assert (Role.objects.get().abbreviation, list(LoadedRow.objects.values())) == ("CM", before)


@pytest.mark.parametrize("text", ["just: a mapping", "- [", "\0", b"\xff\xfe\xff", "- 1", "a: &a [*a]", "- *nothing"])
def test_a_file_that_is_no_list_of_rows_is_told(folder, text):
    (folder / "45_odd.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())

    with pytest.raises(CommandError, match=r"45_odd\.yaml"):
        command(folder)


def test_the_same_key_twice_is_told(folder):
    (folder / "45_again.yaml").write_text((folder / "30_roles.yaml").read_text())

    with pytest.raises(CommandError, match=r"45_again.yaml, row 1 \(line 1\): the same natural key as 30_roles.yaml"):
        command(folder)


def test_a_rule_of_the_database_is_told_in_its_own_words(folder):
    (folder / "70_more.yaml").write_text(
        "- model: orgcharts.position\n"
        "  fields: {chart: [departamento], slug: b, roles: [[community-manager]], placement: staff}\n"
    )

    with pytest.raises(CommandError, match=r"70_more.yaml, row 1 \(line 1\): .*staff"):
        command(folder)


def test_a_position_without_a_role_is_told(folder):
    rewrite(folder, "60_orgcharts.yaml", "    roles:\n      - [community-manager]\n", "")

    with pytest.raises(CommandError, match=r"60_orgcharts.yaml, row 3 \(line 13\): roles"):
        command(folder)


def test_rows_that_refer_to_each_other_in_a_circle_are_told(folder):
    (folder / "70_more.yaml").write_text(
        """
- model: orgcharts.position
  fields: {chart: [departamento], slug: a, roles: [[community-manager]], reports_to: [departamento, b]}
- model: orgcharts.position
  fields: {chart: [departamento], slug: b, roles: [[community-manager]], reports_to: [departamento, a]}
"""
    )

    with pytest.raises(CommandError, match=r"70_more.yaml, row 1 \(line 2\): .*circle"):
        command(folder)


def test_a_folder_without_fixtures_is_told(tmp_path):
    with pytest.raises(CommandError, match="there are no fixture files here"):
        command(tmp_path)
