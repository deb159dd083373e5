"""A load never removes what it did not bring: what was loaded is remembered by collection."""

import shutil

import pytest
from django.core.management import CommandError

from catalogue.content.loading import Why
from catalogue.content.memory import SHIPPED, collection_of
from catalogue.content.rows import stored_rows
from catalogue.content.writing import load
from catalogue.models import LoadedRow
from responsibilities.models import Duty, DutyTerm
from roles.models import Role
from tests.catalogue.content.loading_steps import SAMPLE, command, cut, names, outcome, rewrite

pytestmark = pytest.mark.django_db

OWN = """
- model: responsibilities.duty
  fields: {slug: sorteos, area: [crisis], name_es: Sorteos, name_en: Raffles}
- model: responsibilities.dutyterm
  fields: {duty: [sorteos], language: es, term: concursos}
"""
SHARED = """
- model: responsibilities.area
  fields: {slug: crisis, name_es: Crisis, name_en: Crises}
"""
TERM = "responsibilities.dutyterm plan-de-crisis › es › manual de crisis"
OWN_ROWS = ["responsibilities.duty sorteos", "responsibilities.dutyterm sorteos › es › concursos"]


@pytest.fixture
def shipped(tmp_path, settings):
    """The files that come with the program, loaded once."""
    folder = tmp_path / "fixtures"
    shutil.copytree(SAMPLE, folder)
    settings.FIXTURE_DIRS = [folder]
    load(folder)
    return folder


@pytest.fixture
def own(tmp_path, shipped):
    """An editor's own files, which refer to the shipped ones; not loaded yet."""
    folder = tmp_path / "Mis archivos"
    folder.mkdir()
    (folder / "own.yaml").write_text(OWN)
    return folder


def rows():
    return sorted(names(stored_rows().values()))


def remembered(name):
    return set(LoadedRow.objects.filter(key__contains=f'"{name}"').values_list("collection", flat=True))


def test_a_folder_has_a_name_of_its_own(shipped, own, tmp_path):
    named_like_ours = tmp_path / "elsewhere" / SHIPPED

    assert [collection_of(folder) for folder in (shipped, own, named_like_ours, tmp_path / "¡!")] == [
        SHIPPED,
        "mis-archivos",
        "shipped-own",
        "own",
    ]


def test_other_files_remove_and_claim_nothing(shipped, own):
    before = rows()

    assert outcome(load(own)) == (OWN_ROWS, [], [], [])

    assert rows() == sorted([*before, *OWN_ROWS])
    assert (remembered("sorteos"), remembered("plan-de-crisis")) == ({"mis-archivos"}, {SHIPPED})


def test_the_shipped_files_afterwards_remove_and_claim_nothing(shipped, own):
    load(own)
    before = rows()

    assert outcome(load(shipped)) == outcome(load(shipped, overwrite=True)) == ([], [], [], [])

    assert rows() == before
    assert remembered("sorteos") == {"mis-archivos"}


def test_leftovers_of_the_shipped_files_go_each_by_name(shipped, own):
    load(own)
    cut(shipped, "40_duties.yaml", "term:")

    assert command(shipped).splitlines() == [
        "Removed: term plan-de-crisis › es › manual de crisis",
        "0 added, 0 changed, 1 removed, 0 left alone.",
    ]
    assert list(DutyTerm.objects.values_list("term", flat=True)) == ["concursos"]


def test_leftovers_of_other_files_go_only_when_told_and_after_a_preview(shipped, own):
    load(own)
    (own / "own.yaml").write_text("[]")
    preview = (
        "Left alone: duty sorteos: gone from the files; --remove takes it out\n"
        "Left alone: term sorteos › es › concursos: gone from the files; --remove takes it out\n"
        "0 added, 0 changed, 0 removed, 2 left alone.\n"
    )
    removal = (
        "Removed: duty sorteos\nRemoved: term sorteos › es › concursos\n0 added, 0 changed, 2 removed, 0 left alone.\n"
    )

    assert [command(own), command(own, "--dry-run"), command(own)] == [preview] * 3
    assert Duty.objects.filter(slug="sorteos").exists()
    assert command(own, "--remove", "--dry-run") == removal
    assert Duty.objects.filter(slug="sorteos").exists()
    assert command(own, "--remove") == removal
    assert not Duty.objects.filter(slug="sorteos").exists()
    assert (command(own, "--remove"), remembered("sorteos")) == ("Nothing to change.\n", set())


def test_another_folder_under_the_name_of_the_shipped_one_removes_nothing_untold(shipped, own):
    plan = load(own, collection=SHIPPED)

    assert (plan.remove, {kept.why for kept in plan.kept}) == ([], {Why.LEFT, Why.NEEDED})


def test_a_row_of_two_collections_goes_when_neither_holds_it(shipped, own):
    (own / "own.yaml").write_text(OWN + (SAMPLE / "40_duties.yaml").read_text().split("\n\n")[2])
    load(own)
    cut(shipped, "40_duties.yaml", "term:")

    assert outcome(load(shipped)) == ([], [], [], [(TERM, Why.HELD)])
    assert outcome(load(shipped)) == ([], [], [], [])
    assert DutyTerm.objects.count() == 2
    (own / "own.yaml").write_text(OWN)
    assert outcome(load(own, remove=True)) == ([], [], [TERM], [])


def test_a_row_of_two_collections_stays_for_the_shipped_one(shipped, own):
    (own / "own.yaml").write_text(SHARED)
    load(own)
    (own / "own.yaml").write_text(OWN)

    plan = load(own, remove=True)

    assert outcome(plan) == (OWN_ROWS, [], [], [("responsibilities.area crisis", Why.HELD)])
    assert remembered("crisis") == {SHIPPED}


def test_a_row_that_another_collection_brought_is_not_claimed_even_by_overwriting(shipped, own):
    load(own)
    with (shipped / "40_duties.yaml").open("a") as file:
        file.write("\n- {model: responsibilities.duty, fields: {slug: sorteos, area: [crisis], name_es: Otra cosa}}\n")
    kept = [("responsibilities.duty sorteos", Why.OTHERS)]

    assert outcome(load(shipped)) == outcome(load(shipped, overwrite=True)) == ([], [], [], kept)
    assert (Duty.objects.get(slug="sorteos").name_es, remembered("sorteos")) == ("Sorteos", {"mis-archivos"})


def test_a_row_of_two_collections_changes_with_either_and_the_other_hears_of_it(shipped, own):
    (own / "own.yaml").write_text(SHARED)
    load(own)
    rewrite(shipped, "40_duties.yaml", "name_es: Crisis\n", "name_es: Las crisis\n")

    assert outcome(load(shipped)) == ([], ["responsibilities.area crisis"], [], [])
    assert outcome(load(own)) == ([], [], [], [])
    rewrite(own, "own.yaml", "name_es: Crisis", "name_es: Una crisis")
    assert outcome(load(own)) == ([], [], [], [("responsibilities.area crisis", Why.CHANGED)])


def test_what_other_files_use_is_not_removed(shipped, own):
    load(own)
    for start in ("condition_es", "involvement", "term:", "slug: plan-de-crisis", "slug: crisis"):
        cut(shipped, "40_duties.yaml", start)

    plan = load(shipped)

    assert (len(plan.remove), outcome(plan)[3]) == (4, [("responsibilities.area crisis", Why.NEEDED)])


def test_what_an_editor_deleted_of_one_collection_is_not_brought_back_by_another(shipped, own):
    load(own)
    Duty.objects.filter(slug="sorteos").delete()
    with (shipped / "40_duties.yaml").open("a") as file:
        file.write(OWN)

    assert outcome(load(shipped)) == (
        [],
        [],
        [],
        [(OWN_ROWS[0], Why.DELETED), (OWN_ROWS[1], Why.WITHOUT)],
    )


def test_the_last_citation_of_a_fact_that_stays_is_not_removed(shipped):
    trait = "- {model: roles.trait, fields: {role: [community-manager], slug: a, kind: goal, statement_es: A}}\n"
    cites = (
        "- {model: roles.traitcitation, fields: {trait: [community-manager, a], passage: [impactodual, Inicio › 2]}}\n"
    )
    (shipped / "32_traits.yaml").write_text(trait + cites)
    load(shipped)
    Role.objects.get().traits.update(statement_es="Otra")
    (shipped / "32_traits.yaml").unlink()

    assert list(outcome(load(shipped))[2:]) == [
        [],
        [
            ("roles.trait community-manager › a", Why.GONE),
            ("roles.traitcitation community-manager › a › impactodual › Inicio › 2", Why.NEEDED),
        ],
    ]


def test_a_new_fact_that_cites_only_what_an_editor_deleted_is_left_out(shipped):
    passage = "- {model: sources.passage, fields: {source: [impactodual], locator: Fin, gist_es: Acaba.}}\n"
    trait = "- {model: roles.trait, fields: {role: [community-manager], slug: a, kind: goal, statement_es: A}}\n"
    cites = "- {model: roles.traitcitation, fields: {trait: [community-manager, a], passage: [impactodual, Fin]}}\n"
    (shipped / "25_more.yaml").write_text(passage)
    load(shipped)
    stored = [row for row in stored_rows().values() if row.key == ("impactodual", "Fin")]
    stored[0].model.objects.get(pk=stored[0].pk).delete()
    (shipped / "32_traits.yaml").write_text(trait + cites)

    assert outcome(load(shipped)) == (
        [],
        [],
        [],
        [
            ("roles.trait community-manager › a", Why.WITHOUT),
            ("roles.traitcitation community-manager › a › impactodual › Fin", Why.WITHOUT),
        ],
    )


@pytest.mark.parametrize("name", ["", "Mis archivos", "a_b", "año", "x" * 81])
def test_a_collection_has_a_plain_name(shipped, own, name):
    with pytest.raises(CommandError, match="A collection is named in lower-case letters, digits and hyphens"):
        command(own, "--collection", name)


def test_the_same_folder_under_another_name_is_another_collection(shipped, own):
    command(own, "--collection", "mine")
    (own / "own.yaml").write_text("[]")

    assert command(own) == "Nothing to change.\n"
    assert remembered("sorteos") == {"mine"}
