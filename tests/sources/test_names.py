"""How documents are named: in short in every line, in full on their page and in the list of documents."""

from pathlib import Path

import pytest
from django.conf import settings

from catalogue.content.writing import load
from catalogue.search import look_for
from sources.models import Source
from tests.browser.addresses import KINDS, STATES, in_language
from tests.factories import make_source

pytestmark = pytest.mark.django_db
LINES = [path for path in KINDS + STATES if not path.startswith("/sources/")]
FILES = [f"/orgcharts/agencia.{ending}" for ending in ("csv", "html", "svg", "mmd", "dot")] + [
    f"/compare/?roles=community-manager,social-media-manager&source=ceupe&format={name}" for name in ("csv", "md")
]


def test_lines_name_documents_in_short(client):
    load(Path(settings.FIXTURE_DIRS[0]))
    titles = [title.strip("[]") for row in Source.objects.values_list("title_es", "title_en") for title in row]

    paths = in_language("es", LINES + FILES) + in_language("en", LINES + FILES)
    shown = {path: client.get(path).content.decode() for path in paths}

    assert {path: [title for title in titles if title in page] for path, page in shown.items()} == {
        path: [] for path in paths
    }
    for page in ("/disagreements/", "/duties/estrategia-de-social-media/", "/roles/social-media-manager/"):
        assert "Texto de 2018, sin firma" in shown[page]
        assert "Unsigned text, 2018" in shown[f"/en{page}"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"short_name_es": "Corto", "author": "Autora", "publisher": "Casa"}, "Corto"),
        ({"author": "Autora", "publisher": "Casa"}, "Autora"),
        ({"publisher": "Casa"}, "Casa"),
        ({}, "Título entero"),
    ],
)
def test_a_document_without_a_short_name_is_named_after_who_signed_it(client, fields, expected):
    source = make_source("guide", title_es="Título entero", **fields)

    (hit,) = look_for("guia entero título", kinds=["source"]).hits
    page = client.get("/sources/guide/").content.decode()

    assert (source.cited_as, hit.title) == (expected, expected)
    assert f'<li aria-current="page">{expected}</li>' in page
    assert '<h1 class="source-heading">Título entero</h1>' in page
