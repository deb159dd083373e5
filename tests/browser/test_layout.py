"""Nothing sticks out: no page is wider than its window, from a small phone to a large screen."""

import pytest

from tests.browser.addresses import KINDS, STATES, in_language

pytestmark = pytest.mark.usefixtures("knowledge_base")

WIDTHS = (320, 390, 768, 1440, 1600)


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_is_wider_than_its_window(page, language):
    wide = {}

    for path in in_language(language, KINDS + STATES):
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = page.evaluate("document.documentElement.scrollWidth")
            if found > width:
                wide[path, width] = found

    assert wide == {}
