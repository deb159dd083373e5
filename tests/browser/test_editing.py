"""An editor, who is no administrator, edits a duty, sees it everywhere, and undoes it."""

import pytest
import reversion
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from reversion.models import Version

from orgcharts.models import Position
from responsibilities.models import Duty, Responsibility
from tests import factories
from tests.admin_forms import address, list_address, make_editor

# The group of editors is made by a migration: other journeys empty the database.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def duty(live_server):
    """A duty with a wording and one responsibility that cites a passage."""
    passage = factories.make_passage(factories.make_source())
    duty = factories.make_duty("plan-de-crisis", name_es="Plan de crisis", name_en="Crisis plan")
    factories.make_term(duty, "manual de crisis")
    factories.make_responsibility(factories.make_role(), duty, passages=[passage])
    factories.make_position(factories.make_chart(passages=[passage]), "cm", duty_roles(duty), passages=[passage])
    return duty


def duty_roles(duty):
    return [part.role for part in duty.responsibilities.all()]


def log_in(page, name="marta"):
    make_editor(name)
    page.goto(reverse("admin:index"))
    page.get_by_label("Nombre de usuario").fill(name)
    page.get_by_label("Contraseña").fill("una clave larga y rara")
    page.get_by_role("button", name="Iniciar sesión").click()
    page.wait_for_url("**/admin/")


def save(page):
    page.locator("input[name=_save]").click()
    page.locator(".messagelist").wait_for()


def test_an_editor_edits_a_duty_sees_it_and_undoes_it(page, duty):
    log_in(page)

    page.goto(address(duty))
    page.locator("#id_name_es").fill("Manual para las crisis")
    save(page)
    page.goto(duty.get_absolute_url())
    assert page.get_by_role("heading", level=1).inner_text() == "Manual para las crisis"
    answer = page.request.get(f"/api/v1/duties/{duty.slug}/")
    assert answer.json()["name"] == "Manual para las crisis"

    page.goto(address(duty))
    page.locator("#id_name_es").fill("Una errata")
    save(page)
    page.goto(address(duty))
    page.locator("a.historylink").click()
    revisions = page.locator("#change-history tbody tr")
    assert revisions.count() == 2
    assert "marta" in revisions.first.inner_text()
    revisions.last.get_by_role("link").click()
    assert page.locator("#id_name_es").input_value() == "Manual para las crisis"
    save(page)

    page.goto(duty.get_absolute_url())
    assert page.get_by_role("heading", level=1).inner_text() == "Manual para las crisis"
    duty.refresh_from_db()
    assert duty.name_es == "Manual para las crisis"


def test_an_editor_adds_a_responsibility_with_its_passage(page, duty):
    factories.make_role("social-media-manager", name_es="Social Media Manager")
    log_in(page)

    page.goto(address(duty))
    page.locator("#responsibilities-group .add-row a").click()
    new = page.locator("#responsibilities-1")
    pick(page, new.locator(".field-role .select2-selection").first, "Social")
    new.locator("select[name$=involvement]").select_option("decides")
    new.locator("textarea[name$=statement_es]").fill("Decide el plan.")
    pick(page, new.locator(".field-cited .select2-selection"), "Inicio")
    save(page)

    page.goto(duty.get_absolute_url())
    assert page.get_by_text("Decide el plan.").count() == 1


def pick(page, field, text):
    """Search in an autocomplete field and take the first answer."""
    field.click()
    page.keyboard.type(text)
    page.locator(".select2-results__option--highlighted").wait_for()
    page.keyboard.press("Enter")


def test_an_editor_who_was_overtaken_is_told_and_keeps_the_text(page, duty):
    log_in(page)

    page.goto(address(duty))
    Duty.objects.filter(pk=duty.pk).update(name_es="De otra persona")
    page.locator("#id_name_es").fill("Lo mío")
    page.locator("input[name=_save]").click()

    page.locator(".errorlist.nonfield").wait_for()
    assert page.locator("#id_name_es").input_value() == "Lo mío"
    duty.refresh_from_db()
    assert duty.name_es == "De otra persona"


def test_a_deleted_duty_is_recovered(page, duty):
    log_in(page)

    page.goto(address(duty, "delete"))
    page.locator("input[type=submit]").click()
    page.locator(".messagelist").wait_for()
    assert not Duty.objects.exists()
    page.goto(list_address(Duty, "recoverlist"))
    page.locator("#change-history tbody a").click()
    save(page)

    assert Duty.objects.get() == duty
    assert duty.responsibilities.get().citations.count() == 1


def pages_of(duty):
    """One page of each kind: index, list, forms, history, an old version, deletion, recovery."""
    part, position = duty.responsibilities.get(), Position.objects.get()
    with reversion.create_revision():
        duty.save()
    version = Version.objects.get_for_object(duty).get()
    pages = [reverse("admin:index"), list_address(Duty), list_address(Responsibility), list_address(Duty, "add")]
    pages += [address(row) for row in (duty, duty.area, part, part.role, position, position.chart)]
    pages += [address(part.passages.get()), address(part.passages.get().source)]
    pages += [address(duty, "history"), address(duty, "revision", version.pk), address(duty, "delete")]
    return [*pages, list_address(Duty, "recoverlist")]


def test_no_page_of_the_admin_breaks_the_policy(page, duty):
    log_in(page)

    statuses = {path: page.goto(path).status for path in pages_of(duty)}

    assert set(statuses.values()) == {200}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_admin(new_page, duty, scheme):
    # axe itself writes inline styles.
    page = new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900}, bypass_csp=True)
    log_in(page)

    found = {path: serious(page, path) for path in pages_of(duty)}

    assert {path: problems for path, problems in found.items() if problems} == {}


def serious(page, path):
    page.goto(path)
    violations = Axe().run(page).response["violations"]
    return [
        (violation["id"], violation["nodes"][0]["html"][:160])
        for violation in violations
        if violation["impact"] in {"serious", "critical"}
    ]
