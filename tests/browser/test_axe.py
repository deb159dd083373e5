"""axe finds nothing serious on any kind of page. Four runs hold every pair of language, scheme and width."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import KINDS, in_language

pytestmark = pytest.mark.usefixtures("knowledge_base")


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("es", "light", 390), ("es", "dark", 1440), ("en", "light", 1440), ("en", "dark", 390)],
)
def test_axe_finds_nothing_serious(new_page, language, scheme, width):
    # axe itself writes inline styles.
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)

    found = {path: serious(page, path) for path in in_language(language, KINDS)}

    assert {path: problems for path, problems in found.items() if problems} == {}


def serious(page, path):
    page.goto(path)
    violations = Axe().run(page).response["violations"]
    return [
        (violation["id"], violation["nodes"][0]["html"][:160])
        for violation in violations
        if violation["impact"] in {"serious", "critical"}
    ]
