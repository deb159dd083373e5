"""Every text that is not in the language of the page says which language it is in, on every kind of page."""

import copy
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.template import Context, Template
from django.utils.translation import override

from catalogue.content.writing import load
from editing.content import kinds
from sources.models import Passage, Source
from tests.browser.addresses import KINDS, STATES, in_language
from web.translated import InLanguage, joined, like

pytestmark = pytest.mark.django_db
SIGN = "‹ñ›"  # begins each Spanish text, so that it is known wherever it is shown
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SPOKEN = ("title", "alt", "aria-label", "placeholder")


class _Reader(HTMLParser):
    """The texts of a page and what its elements are called, each with the language that it is in.

    Left out is what can hold no element: the head, the sentences that describe a picture, and lines to copy.
    """

    def __init__(self):
        super().__init__()
        self.open, self.found, self.torn = [], [], []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        language = values.get("lang") or (self.open[-1][1] if self.open else "")
        self.found += [(language, values[name]) for name in SPOKEN if values.get(name)]
        self.torn += [value for value in values.values() if "<span" in (value or "")]
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(tag in ("head", "script", "desc", "textarea") for tag, _ in self.open):
            self.found.append((self.open[-1][1] if self.open else "", data))


def read(response):
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader


@pytest.fixture
def untranslated():
    """The knowledge base as it ships, without a word of English, each Spanish text signed."""
    load(Path(settings.FIXTURE_DIRS[0]))
    for model in kinds():
        names = [field.name for field in model._meta.concrete_fields]
        spanish = [name for name in names if name.endswith("_es")]
        model._base_manager.update(**{f"{name[:-3]}_en": "" for name in spanish})
        for name in spanish:
            rows = model._base_manager.exclude(**{name: ""})
            rows.update(**{name: Concat(Value(SIGN), F(name))})
    Passage.objects.update(locator=Concat(Value(SIGN), F("locator")))


def test_spanish_on_english_pages_says_that_it_is_spanish(client, untranslated):
    pages = {path: read(client.get(path)) for path in in_language("en", KINDS + STATES)}

    silent = {
        path: [text.strip() for language, text in page.found if SIGN in text and language != "es"]
        for path, page in pages.items()
    }
    assert {path: texts for path, texts in silent.items() if texts} == {}
    assert {path: page.torn for path, page in pages.items() if page.torn} == {}


def test_what_stands_in_for_english_is_marked_and_what_is_quoted_is_not(client, untranslated):
    content = client.get("/en/duties/calendario-editorial/").content.decode()

    duty, locator = f"{SIGN}Calendario editorial", f"{SIGN}Social Media Manager › 5"
    assert f'<h1><span lang="es">{duty}</span> <span class="language-mark">(in Spanish)</span></h1>' in content
    assert f'<span lang="es">{locator}</span></a>' in content
    assert f"<title>{duty} (in Spanish) · Quién hace qué</title>" in content


def test_spanish_on_spanish_pages_needs_no_mark(client, untranslated):
    pages = {path: client.get(path).content.decode() for path in KINDS + STATES}

    assert [path for path, content in pages.items() if "language-mark" in content] == []


def test_a_picture_of_a_chart_says_which_words_are_spanish(client, untranslated):
    picture = client.get("/en/orgcharts/agencia.svg").content.decode()

    assert f' lang="es">{SIGN}Community' in picture
    assert f'<title id="title" lang="es">{SIGN}Agencia con los tres perfiles</title>' in picture
    assert "<span" not in picture


def test_answers_of_the_api_are_plain_texts(client, untranslated):
    duty = client.get("/api/v1/duties/calendario-editorial/?lang=en").json()
    (hit, *_) = client.get("/api/v1/search/?q=calendario&lang=en").json()["results"]

    assert duty["name"] == hit["title"] == f"{SIGN}Calendario editorial"


def test_a_foreign_document_shows_its_title_in_both_languages(client):
    Source.objects.create(slug="guide", language="en", title_es="Guía", title_en="Guide", short_name_es="La guía")

    page, listed = (client.get(path).content.decode() for path in ("/sources/guide/", "/sources/"))

    original = 'Título original: <cite><span lang="en">Guide</span></cite>'
    assert original in page
    assert original in listed
    assert "original" not in client.get("/en/sources/guide/").content.decode()


def test_texts_that_know_their_language():
    spanish = InLanguage("a < b", "es", stands_in=True)
    template = Template("{% load pages %}{{ text }}|<i{{ text|lang }}>{{ text|plain }}</i>|{{ text|shortened:3 }}")

    with override("en"):
        assert template.render(Context({"text": spanish})) == (
            '<span lang="es">a &lt; b</span> <span class="language-mark">(in Spanish)</span>'
            '|<i lang="es">a &lt; b</i>'
            '|<span lang="es">a …</span> <span class="language-mark">(in Spanish)</span>'
        )
        assert (spanish, str(spanish), type(str(spanish))) == ("a < b", "a < b", str)
        assert [type(text) for text in (like("x", "y"), like(spanish, "y"))] == [str, InLanguage]
        assert [type(joined("+", texts)) for texts in (["x"], [spanish], ["x", spanish])] == [str, *[InLanguage] * 2]
        assert copy.deepcopy(spanish).__html__() == spanish.__html__()
    with override("es"):
        assert template.render(Context({"text": spanish})) == "a &lt; b|<i>a &lt; b</i>|a …"
