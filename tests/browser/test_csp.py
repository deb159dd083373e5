"""The strict policy in a real browser: pages and actions, with no violation, no error and no request to another host.

The fixture ``new_page`` collects the complaints and refuses them at the end of each test.
"""

import pytest
from django.urls import reverse

from responsibilities.models import Duty, Responsibility
from roles.models import Role
from sources.models import Passage, Source
from tests.admin_forms import address, list_address, make_editor
from tests.browser.addresses import CORE, KINDS, PREFIXES, STATES, in_language

pytestmark = pytest.mark.usefixtures("knowledge_base")

REFUSED = {
    "/nothing/": 404,
    "/duties/?area=nothing": 400,
    "/compare/?roles=community-manager": 400,
    "/orgcharts/advisor/?have=nobody": 400,
}
FILES = ("/orgcharts/agencia.svg", "/api/v1/", "/healthz", "/readyz")


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_keeps_to_the_policy(page, language):
    paths = KINDS + STATES

    statuses = {path: page.goto(PREFIXES[language] + path).status for path in paths}

    assert len(paths) > 30
    assert statuses == {path: REFUSED.get(path, 200) for path in paths}


def test_files_and_the_page_of_the_api_keep_to_the_policy(page):
    statuses = {path: page.goto(path).status for path in FILES}
    page.goto("/api/v1/docs/")
    page.get_by_role("button", name="GET /api/v1/roles/ ", exact=False).first.click()
    page.get_by_role("button", name="Execute").first.click()
    page.get_by_text("Response headers").first.wait_for()

    assert statuses == dict.fromkeys(FILES, 200)


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_one_does_on_the_pages_keeps_to_the_policy(new_page, language):
    page = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")

    for path in in_language(language, [f"/compare/?roles={CORE}", "/disagreements/", "/sources/ceupe/"]):
        page.goto(path)
        for summary in page.locator("main summary").all()[:8]:
            summary.click()
    page.locator("button.menu-button").first.click()
    page.locator(".site-menu").get_by_role("searchbox").fill("crisis")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=crisis")
    page.locator("main a[href*='/duties/']").first.click()
    page.wait_for_url("**/duties/*/")
    page.get_by_role("banner").get_by_role("link", name="Español" if language == "en" else "English").click()

    assert page.locator("html").get_attribute("lang") != language


def test_the_admin_keeps_to_the_policy(page):
    make_editor("marta")
    page.goto(reverse("admin:index"))
    page.get_by_label("Nombre de usuario").fill("marta")
    page.get_by_label("Contraseña").fill("una clave larga y rara")
    page.get_by_role("button", name="Iniciar sesión").click()
    page.wait_for_url("**/admin/")
    duty = Duty.objects.get(slug="calendario-editorial")
    models = (Duty, Responsibility, Role, Source, Passage)
    rows = [duty, duty.responsibilities.first(), *(model.objects.first() for model in models[2:])]
    paths = [
        *(list_address(model) for model in models),
        *(list_address(model, "add") for model in models),
        *(address(row) for row in rows),
        *(address(duty, page) for page in ("history", "delete")),
        f"{list_address(Duty)}?q=crisis",
    ]

    statuses = {path: page.goto(path).status for path in paths}

    assert statuses == dict.fromkeys(paths, 200)
