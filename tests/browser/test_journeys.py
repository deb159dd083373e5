"""What readers come for, in a real browser, found by role and accessible name; on the shipped knowledge base."""

import re

import pytest

pytestmark = pytest.mark.usefixtures("knowledge_base")

STRATEGY = "Estrategia de social media"


@pytest.fixture
def plain_page(new_page):
    """A page without scripts."""
    return new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False, reduced_motion="reduce")


def main(page):
    return page.get_by_role("main")


def heading(page):
    return main(page).get_by_role("heading", level=1).inner_text()


def arrive(page, address):
    """Wait until the page has this address; a wrong one is an error after Playwright's time-out."""
    page.wait_for_url(lambda url: re.sub(r"^https?://[^/]+", "", url) == address)


def test_find_a_role_by_the_search_box_and_compare_it(plain_page):
    page = plain_page

    page.goto("/")
    main(page).get_by_role("searchbox").fill("gestion de comunidades community manager")
    main(page).get_by_role("button", name="Buscar").click()
    main(page).get_by_role("region", name="Roles").get_by_role("link", name="Community Manager", exact=True).click()
    arrive(page, "/roles/community-manager/")
    assert heading(page) == "Community Manager"
    main(page).get_by_role("link", name="con Social Media Manager").click()

    arrive(page, "/compare/?roles=community-manager,social-media-manager")
    assert heading(page).split() == ["Community", "Manager", "Social", "Media", "Manager"]
    row = main(page).get_by_role("row", name=re.compile("^Calendario editorial"))
    assert row.get_by_role("rowheader").get_by_text("Desacuerdo").is_visible()
    row.get_by_text(re.compile("pasaje")).first.click()
    assert row.get_by_role("link", name=re.compile(" · Community Manager › ")).first.is_visible()


def test_from_the_front_page_to_the_passages_of_a_contradiction_in_three_clicks(plain_page):
    page = plain_page

    page.goto("/")
    main(page).get_by_role("link", name="Leer los desacuerdos").click()
    question = main(page).get_by_role("article", name="¿Quién define la estrategia de redes sociales?")
    link = question.get_by_role("link", name="ImpactoDual · Social Media Manager › 6")
    assert not link.is_visible()
    question.get_by_text("4 pasajes").first.click()
    assert link.is_visible()
    link.click()

    arrive(page, "/sources/impactodual/#p-social-media-manager-6")
    passage = page.locator(":target")
    assert passage.get_by_role("link", name=STRATEGY).count() >= 1
    assert in_view(passage)


def in_view(element):
    """Whether it stands in the window, as the browser left it."""
    box, window = element.bounding_box(), element.page.viewport_size
    return 0 <= box["y"] < window["height"]


def test_follow_an_org_chart_from_the_drawing_to_a_role(plain_page):
    page = plain_page

    page.goto("/orgcharts/")
    main(page).get_by_role("link", name="Agencia con los tres perfiles").click()
    twin = main(page).get_by_role("region", name="Lo mismo, en forma de lista")
    nested = twin.locator("li li li").get_by_role("link")
    assert [link.inner_text() for link in nested.all()] == ["Community Manager"]
    drawing = main(page).get_by_role("group", name="Agencia con los tres perfiles")
    assert [link.get_attribute("href") for link in drawing.get_by_role("link").all()] == [
        "/roles/social-media-strategist/",
        "/roles/social-media-manager/",
        "/roles/community-manager/",
    ]
    drawing.get_by_role("link", name=re.compile("^Social Media Manager")).click()

    arrive(page, "/roles/social-media-manager/")
    assert heading(page) == "Social Media Manager"


def test_the_language_switch_keeps_the_page(plain_page):
    page = plain_page
    query = "compare/?roles=community-manager,social-media-manager&source=impactodual"

    page.goto(f"/{query}")
    page.get_by_role("link", name="English").first.click()
    arrive(page, f"/en/{query}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Español").first.click()

    arrive(page, f"/{query}")


def test_a_document_leads_to_those_who_contradict_it(plain_page):
    page = plain_page

    page.goto("/sources/")
    main(page).get_by_role("link", name=re.compile("^Diferencias entre Community Manager, Social")).click()
    main(page).get_by_role("link", name=re.compile("lo contradicen en")).click()
    question = main(page).locator(".contradiction").filter(has_text="¿Quién hace el calendario editorial?")
    question.get_by_role("link", name="Social Media Manager › 5").click()

    arrive(page, "/sources/impactodual/#p-social-media-manager-5")


def test_the_keyboard_alone_skips_the_frame_and_opens_passages(page):
    page.goto("/disagreements/")
    page.keyboard.press("Tab")
    assert focused(page) == "Saltar al contenido"
    page.keyboard.press("Enter")
    arrive(page, "/disagreements/#content")

    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page) == "4 pasajes":
            break
    passage = main(page).get_by_role("link", name="ImpactoDual · Social Media Manager › 6").first
    assert not passage.is_visible()
    page.keyboard.press("Enter")

    assert passage.is_visible()
    page.keyboard.press("Tab")
    assert focused(page) == passage.inner_text()
    page.keyboard.press("Enter")
    arrive(page, "/sources/impactodual/#p-social-media-manager-6")


def focused(page):
    return page.locator(":focus").inner_text()
