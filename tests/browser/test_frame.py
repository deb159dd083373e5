"""The frame of the pages in a real browser: nothing it shows breaks the policy or asks another host."""

import pytest


def test_health_is_seen_in_a_real_browser(page):
    response = page.goto("/healthz")

    assert (response.status, page.locator("body").inner_text().strip()) == (200, "ok")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "language"), [("/", "es"), ("/en/", "en"), ("/nothing/", "es")])
def test_page_keeps_to_the_policy(knowledge_base, new_page, path, language, scheme):
    page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})

    page.goto(path)

    assert page.locator("html").get_attribute("lang") == language
    assert page.evaluate("document.styleSheets.length") > 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_page_of_the_api_works_under_the_policy(knowledge_base, page):
    page.goto("/api/v1/docs/")

    page.get_by_role("heading", name="Who does what").wait_for()
