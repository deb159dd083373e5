"""What is wrong with a fixture file is told by file and row, and nothing is loaded."""

import re
import shutil

import pytest
from django.core.management import CommandError
from django.utils.translation import override

from catalogue.content.fixtures import BrokenFixture
from catalogue.content.writing import load
from catalogue.management.commands.load_catalogue import refused
from catalogue.models import LoadedRow
from responsibilities.models import Area, Citation
from roles.models import Role
from tests.catalogue.content.loading_steps import SAMPLE, command, rewrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """The sample fixtures, loaded once, to be changed."""
    folder = tmp_path / "fixtures"
    shutil.copytree(SAMPLE, folder)
    load(folder)
    return folder


def refusal(folder, *options):
    with pytest.raises(CommandError) as failure:
        command(folder, *options)
    return str(failure.value)


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
    assert {
        line.partition(",")[0] for line in str(failure.value).removeprefix("Nothing was loaded. ").splitlines()
    } <= {
        "40_duties.yaml",
        "Nothing was loaded: 2 problems.",
    }
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
        "- model: orgcharts.positioncitation\n"
        "  fields: {position: [departamento, b], passage: [impactodual, Inicio › 2]}\n"
    )

    with pytest.raises(CommandError, match=r"70_more.yaml, row 1 \(line 1\): .*staff"):
        command(folder)


def test_a_position_without_a_role_is_told(folder):
    rewrite(folder, "60_orgcharts.yaml", "    roles:\n      - [community-manager]\n", "")

    with pytest.raises(CommandError, match=r"60_orgcharts.yaml, row 3 \(line 13\): roles"):
        command(folder)


def test_everything_that_is_wrong_is_told_at_once_by_file_and_line(folder):
    rewrite(folder, "40_duties.yaml", "name_es: Plan de crisis", "name_es: ''")
    (folder / "70_more.yaml").write_text(
        """
- model: orgcharts.position
  fields: {chart: [departamento], slug: a, roles: [[community-manager]], reports_to: [departamento, b]}
- model: orgcharts.position
  fields: {chart: [departamento], slug: b, roles: [[nobody]], reports_to: [departamento, a]}
- model: orgcharts.position
  fields: {chart: [departamento], slug: c, roles: [[community-manager]], placement: staff}
- model: orgcharts.positioncitation
  fields: {position: [departamento, a], passage: [impactodual, Inicio › 2]}
"""
    )

    told = refusal(folder)

    assert told == refusal(folder, "--dry-run")
    assert told.splitlines() == [
        "Nothing was loaded: 7 problems.",
        "40_duties.yaml, row 2 (line 7): name_es: This field cannot be blank.",
        "70_more.yaml, row 1 (line 2): following “reports_to” leads back to it",
        "70_more.yaml, row 2 (line 4): roles refers to nobody, which does not exist",
        "70_more.yaml, row 2 (line 4): following “reports_to” leads back to it",
        "70_more.yaml, row 2 (line 4): it cites no passage",
        "70_more.yaml, row 3 (line 6): it cites no passage",
        "70_more.yaml, row 3 (line 6): A staff position stands beside somebody: say to whom it reports.",
    ]


FACTS = {
    "a trait": "model: roles.trait, fields: {role: [community-manager], slug: a, kind: goal, statement_es: A}",
    "an alias": "model: roles.alias, fields: {role: [community-manager], name: a}",
    "a responsibility": "model: responsibilities.responsibility, fields: {role: [community-manager], "
    "duty: [plan-de-crisis], involvement: decides, statement_es: A}",
    "a chart": "model: orgcharts.orgchart, fields: {slug: a, name_es: A, setting: agency}",
    "a position": "model: orgcharts.position, fields: {chart: [departamento], slug: a, roles: [[community-manager]]}",
}


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--overwrite"]])
def test_a_fact_without_a_citation_is_refused_dry_or_not(folder, fact, options):
    (folder / "70_more.yaml").write_text(f"- {{{FACTS[fact]}}}\n")

    assert refusal(folder, *options) == "Nothing was loaded. 70_more.yaml, row 1 (line 1): it cites no passage"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            (
                "- {model: sources.source, fields: {slug: a, title_es: A, derives_from: [b], derivation: summary}}\n"
                "- {model: sources.source, fields: {slug: b, title_es: B, derives_from: [a], derivation: summary}}\n"
            ),
            [
                "1 (line 1): following “derives_from” leads back to it",
                "2 (line 2): following “derives_from” leads back to it",
            ],
        ),
        (
            (
                "- {model: sources.passage, fields: {source: [impactodual], locator: a, gist_es: A, "
                "repeats: [impactodual, Inicio › 1]}}\n"
            ),
            ["1 (line 1): it repeats a passage of its own document"],
        ),
        (
            (
                "- {model: sources.passage, fields: {source: [impactodual], locator: Uno 1, gist_es: A}}\n"
                "- {model: sources.passage, fields: {source: [impactodual], locator: Uno › 1, gist_es: A}}\n"
            ),
            [f"{row} (line {row}): another passage of the document has the same address" for row in (1, 2)],
        ),
        (
            (
                "- {model: orgcharts.orgchart, fields: {slug: a, name_es: A, setting: agency}}\n"
                "- {model: orgcharts.chartcitation, fields: {chart: [a], passage: [impactodual, Inicio › 2]}}\n"
                "- {model: orgcharts.position, fields: {chart: [a], slug: a, roles: [[community-manager]], "
                "reports_to: [departamento, cm]}}\n"
                "- model: orgcharts.positioncitation\n"
                "  fields: {position: [a, a], passage: [impactodual, Inicio › 2]}\n"
            ),
            ["3 (line 3): it reports to a position of another chart"],
        ),
        (
            (
                "- {model: roles.role, fields: {slug: a, name_es: Analista, abbreviation: AN}}\n"
                "- {model: roles.role, fields: {slug: b, name_es: Otra, name_en: ANALISTA}}\n"
                "- {model: roles.role, fields: {slug: c, name_es: Ana, abbreviation: án}}\n"
            ),
            [
                "1 (line 1): one of its names means several: a, b",
                "1 (line 1): one of its names means several: a, c",
                "2 (line 2): one of its names means several: a, b",
                "3 (line 3): one of its names means several: a, c",
            ],
        ),
        (
            (
                "- {model: roles.role, fields: {slug: a, name_es: Otra}}\n"
                "- {model: roles.alias, fields: {role: [a], name: community manager}}\n"
                "- model: roles.aliascitation\n"
                "  fields: {alias: [a, community manager], passage: [impactodual, Inicio › 2]}\n"
            ),
            ["1 (line 1): one of its names means several: a, community-manager"],
        ),
        (
            (
                "- model: responsibilities.duty\n"
                "  fields: {slug: a, area: [crisis], name_es: Plan\u00a0de\u200b  Crisis}\n"
            ),
            ["1 (line 1): one of its names means several: a, plan-de-crisis"],
        ),
        (
            "- {model: responsibilities.dutyterm, fields: {duty: [plan-de-crisis], term: Manual de crisis}}\n",
            ["1 (line 1): it differs from another one in capitals or spaces alone"],
        ),
        (
            '- {model: responsibilities.dutyterm, fields: {duty: [plan-de-crisis], term: " manual\u00a0de crisis"}}\n',
            ["1 (line 1): the same natural key as 40_duties.yaml, row 3 (line 14)"],
        ),
    ],
)
def test_rules_across_rows_are_those_of_the_audit(folder, rows, told):
    (folder / "70_more.yaml").write_text(rows)

    assert refusal(folder).removeprefix("Nothing was loaded. ").splitlines()[-len(told) :] == [
        f"70_more.yaml, row {line}" for line in told
    ]
    assert refusal(folder) == refusal(folder, "--dry-run")


def test_an_alias_that_is_marked_as_disputed_may_be_the_name_of_another_role(folder):
    (folder / "70_more.yaml").write_text(
        "- {model: roles.role, fields: {slug: a, name_es: Otra}}\n"
        "- {model: roles.alias, fields: {role: [a], name: community manager, disputed: true}}\n"
        "- model: roles.aliascitation\n"
        "  fields: {alias: [a, community manager], passage: [impactodual, Inicio › 2]}\n"
    )

    load(folder)

    assert Role.objects.get(slug="a").aliases.get().disputed


def test_a_name_that_an_editor_used_meanwhile_does_not_stop_the_start(folder, settings):
    settings.FIXTURE_DIRS = [str(folder)]
    Role.objects.create(slug="a", name_es="Analista")
    (folder / "70_more.yaml").write_text("- {model: roles.role, fields: {slug: b, name_es: analista}}\n")

    assert refusal(folder, "--collection", "other").endswith("one of its names means several: a, b")
    load(folder)

    assert Role.objects.filter(slug="b").exists()


def test_two_roles_of_one_name_in_the_shipped_files_stop_the_start(folder, settings):
    settings.FIXTURE_DIRS = [str(folder)]
    (folder / "70_more.yaml").write_text("- {model: roles.role, fields: {slug: b, name_es: community manager}}\n")

    assert "70_more.yaml, row 1 (line 1): one of its names means several: b, community-manager" in refusal(folder)


def test_names_in_files_are_tidied_like_typed_ones_and_found_by_either_spelling(folder):
    (folder / "70_more.yaml").write_text(
        '- {model: roles.role, fields: {slug: a, name_es: " Otra\u00a0\u200b más "}}\n'
        "- {model: roles.alias, fields: {role: [a], name: una\u00a0más}}\n"
        "- model: roles.aliascitation\n"
        "  fields: {alias: [a, una  más], passage: [impactodual, Inicio\u00a0› 2]}\n"
    )

    load(folder)

    role = Role.objects.get(slug="a")
    assert (role.name_es, [alias.name for alias in role.aliases.all()]) == ("Otra más", ["una más"])
    assert load(folder).is_empty


def test_what_was_wrong_before_does_not_stop_a_load(folder):
    Citation.objects.all().delete()
    rewrite(folder, "40_duties.yaml", "name_es: Crisis\n", "name_es: Las crisis\n")

    load(folder)

    assert Area.objects.get().name_es == "Las crisis"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a: b: c", "line 1: a text that holds a colon and a space must stand in quotes"),
        ("- 1\n- a: 'x\n- b: 1\n", "line 2: a quotation mark is opened here and not closed"),
        (
            "- 1\n- {a: [b\n- 3",
            "line 2: a bracket is opened here and not closed, or a comma is missing between its entries",
        ),
        ("- a: 1\n\tb: 2", "line 2: there is a tab here: indent with spaces"),
        ("- a: @x", "line 1: a text that begins with this character stands in quotes; no line begins with a tab"),
        ("- *x", "line 1: a text that begins with “*” must stand in quotes"),
        ('- "a\\q"', "line 1: between double quotes, a backslash must be written twice"),
        (
            "- a: 1\n  b\n  c: 2",
            "line 3: a colon is missing after the name of a field, or the line is indented wrongly",
        ),
        (
            "- a: 1\n b: 2",
            "line 2: the list breaks off here: look at the indentation, hyphens, colons and quotation marks",
        ),
        ("- a: 1\n---\n- b: 1", "line 2: a file is one list: “---” and “...” do not belong here"),
        (b"\xe9\xe9 \xe9", " the file is not text in UTF-8"),
        (b"- \x01", " there is a character here that is no text"),
        ("a: 1", " a list of rows was expected"),
        ("- !x 1", "row 1 (line 1): a text that begins with “!” must stand in quotes"),
        ("- {[a]: 1}", "row 1 (line 1): a text that holds brackets must stand in quotes"),
        ("- model: a\n  model: b", "row 1 (line 1): given twice: model"),
        ("- model: roles.role\n  fields: {slug: a, slug: b}", "row 1 (line 1): given twice: slug"),
        (
            "- 2024-13-45",
            ("row 1 (line 1): a date or a number that does not exist: a text must stand in quotes"),
        ),
        (
            "- {model: roles.role, fields: {slug: a, name_es: no}}",
            "row 1 (line 1): name_es: False is not of the right kind: a text must stand in quotes",
        ),
        (
            "- {model: roles.role, fields: {slug: a, name_es: [b], position: 1.5}}",
            (
                "row 1 (line 1): name_es: ['b'] is not of the right kind: a text must stand in quotes\n"
                "45_odd.yaml, row 1 (line 1): position: 1.5 is not of the right kind: a text must stand in quotes"
            ),
        ),
        ("- {model: sources.source, fields: {slug: a, title_es: A, retrieved: 5}}", "row 1 (line 1): retrieved: "),
    ],
)
def test_what_is_no_list_of_rows_is_told_in_plain_words(folder, text, told):
    (folder / "45_odd.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())

    said = refusal(folder)

    assert told in said
    assert not re.search(r"token|node|mapping|scalar|flow|block|tag|Errno|context|\bkey\b|stream", said), said


def test_several_broken_files_are_told_together_in_the_language_of_the_reader(folder):
    (folder / "45_odd.yaml").write_text("- a: b: c")
    (folder / "46_odd.yaml").write_text("- 1\n- {model: roles.role, fields: {slug: a, colour: red}}")

    with override("es"), pytest.raises(BrokenFixture) as failure:
        load(folder)
    with override("es"):
        told = refused(failure.value)

    assert told.splitlines() == [
        "No se ha cargado nada: 3 problemas.",
        "45_odd.yaml, línea 1: un texto que lleva dos puntos y un espacio debe ir entre comillas",
        "46_odd.yaml, fila 1 (línea 1): una fila tiene «model» y «fields», y nada más",
        "46_odd.yaml, fila 2 (línea 2): campo desconocido: colour",
    ]


def test_a_folder_without_fixtures_is_told(tmp_path):
    with pytest.raises(CommandError, match="there are no fixture files here"):
        command(tmp_path)
