import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcharts.drawing.lettering import SLACK, clusters, is_seen, printable, width, wrap


@pytest.mark.parametrize(
    ("text", "bold", "expected"),
    [
        ("", False, 0),
        ("Community Manager", False, 139.2),
        ("Community Manager", True, 148.35),
        ("sí", False, 11.67),
        ("Ñandú", False, 44.19),
        ("Nandu", False, 44.19),
    ],
)
def test_width_of_words(text, bold, expected):
    assert width(text, size=15, bold=bold) == pytest.approx(expected, abs=0.01)


def test_width_is_that_of_the_letter_however_the_accent_is_written():
    assert width("ó", size=10) == width("o\u0301", size=10) == width("o", size=10)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("a\u00a0b", "a b"),
        ("a\u200bb\u2060\u200d\ufeff\xad", "ab"),
        ("\u202ea\u2066b\u2069\x07", "ab"),
        ("a\u0301\u0323\ufe0f", "a"),
        ("\u0301", ""),
        ("👩\u200d👩\u200d👧\u200d👦", "👩"),
        ("👍🏽", "👍"),
        ("🇪🇸🇵🇹", "👩👩"),
        ("❤\ufe0f", "❤"),
        ("שׁ", "ש"),
        ("نَّ", "ن"),
        ("中", "\u3000"),
    ],
)
def test_sign_is_as_wide_as_it_looks(text, alike, bold):
    assert width(text, size=15, bold=bold) == width(alike, size=15, bold=bold)


@pytest.mark.parametrize("space", "\u202f\u2009\u200a\u2005\u2006\u205f")
def test_narrow_space_is_narrower_than_a_space(space):
    assert 0 < width(space, size=15) < width(" ", size=15)


def test_no_break_space_keeps_words_together():
    assert wrap("Nivel\u00a07 de\u202fdirección", 60, size=12) == ("Nivel\u00a07", "de\u202fdirecc", "ión")
    assert wrap("100\u00a0% y más", 44, size=12) == ("100\u00a0%", "y más")


def test_wrap_parts_no_sign_that_readers_take_for_one():
    assert wrap("👩\u200d👧" * 3 + "e\u0301" * 4, 30, size=12) == (
        "👩\u200d👧👩\u200d👧",
        "👩\u200d👧" + "e\u0301",
        "e\u0301" * 3,
    )


def test_clusters_are_what_readers_take_for_one_sign():
    assert list(clusters("e\u0301🇪🇸🇵👍🏽a\u200d👩")) == ["e\u0301", "🇪🇸", "🇵", "👍🏽", "a\u200d👩"]


@pytest.mark.parametrize(("text", "seen"), [("", False), (" \u200b\ufeff\xa0\u202e", False), ("\u200b·", True)])
def test_text_is_seen_where_a_sign_has_a_shape(text, seen):
    assert is_seen(text) is seen


def test_wrap_breaks_between_words():
    lines = wrap("Responsable de posicionamiento en buscadores", 150, size=15, bold=True)

    assert lines == ("Responsable de", "posicionamiento", "en buscadores")


def test_wrap_breaks_within_a_word_that_fits_no_line():
    assert wrap("Electroencefalografista jefe", 60, size=12) == ("Electroe", "ncefalogr", "afista", "jefe")


def test_wrap_of_nothing():
    assert wrap("  ", 100, size=12) == ()


@given(st.text(max_size=80), st.integers(20, 300), st.booleans())
def test_any_line_fits_and_nothing_is_lost(text, room, bold):
    lines = wrap(text, room, size=14, bold=bold)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) == 1 or width(line, size=14, bold=bold) * SLACK <= room for line in lines)


def test_printable_drops_what_xml_forbids():
    assert printable("a\x00b\x0bc\ud800d\ufffee\tf 😀") == "abcde\tf 😀"
