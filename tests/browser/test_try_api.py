"""The page to try the API: a question is asked there and answered, under the strict policy and without other hosts."""

import re

from tests.factories import make_role


def test_ask_for_roles(page):
    make_role("community-manager")

    page.goto("/api/v1/docs/")
    page.get_by_role("button", name=re.compile("List roles")).click()
    page.get_by_role("button", name="Execute").click()

    answer = page.locator(".live-responses-table .response-col_description pre").first
    assert '"slug": "community-manager"' in answer.inner_text()
