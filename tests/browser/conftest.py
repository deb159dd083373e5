"""A real Chromium in front of a live server. Journeys ask for ``page``; each must end without a complaint."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connections

from devtools import chromium
from tests.shipped import load_shipped

# Playwright's synchronous interface runs an event loop in this thread, where Django would refuse the ORM.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
PATIENCE = 120_000  # milliseconds: a busy machine is no fault of the page


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(django_db_setup):
    path = chromium.find()
    if path is None:
        pytest.skip(f"NOT RUN: {chromium.HOW_TO_GET_ONE}")
    from playwright.sync_api import sync_playwright

    arguments = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    connection = connections["default"]
    with sync_playwright() as playwright:
        # Under a running loop Django would open another connection, one that knows nothing of the test database.
        connections["default"] = connection
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def knowledge_base(transactional_db):
    """The five documents, as ``dev.py run`` loads them."""
    load_shipped()


@pytest.fixture
def new_page(browser, live_server):
    """Opens pages: ``new_page(color_scheme="dark", viewport={...})``. At the end none of them may have complained."""
    contexts, complaints = [], []

    def open_page(**options):
        context = browser.new_context(base_url=live_server.url, **{"locale": "es-ES", **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        listen(page, complaints, host=urlsplit(live_server.url).netloc)
        return page

    yield open_page

    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page):
    """A desktop page in a light scheme."""
    return new_page(viewport={"width": 1280, "height": 900})


def listen(page, complaints, *, host):
    """Collect errors of the console (violations of the policy among them), of scripts, of our server, and strangers."""

    def hear(message):
        # A 4xx that a journey goes to on purpose is told in the console too: the journey looks at it itself.
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            complaints.append(f"console: {message.text}")

    def see(response):
        if response.status >= 500:
            complaints.append(f"{response.status}: {response.url}")

    def ask(request):
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != host:
            complaints.append(f"another host: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("response", see)
    page.on("request", ask)
