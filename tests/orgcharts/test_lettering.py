import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcharts.lettering import SLACK, printable, width, wrap


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


def test_wrap_breaks_between_words():
    lines = wrap("Responsable de posicionamiento en buscadores", 150, size=15, bold=True)

    assert lines == ("Responsable de", "posicionamiento en", "buscadores")


def test_wrap_breaks_within_a_word_that_fits_no_line():
    assert wrap("Electroencefalografista jefe", 60, size=12) == ("Electroen", "cefalografi", "sta jefe")


def test_wrap_of_nothing():
    assert wrap("  ", 100, size=12) == ()


@given(st.text(max_size=80), st.integers(20, 300), st.booleans())
def test_any_line_fits_and_nothing_is_lost(text, room, bold):
    lines = wrap(text, room, size=14, bold=bold)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) == 1 or width(line, size=14, bold=bold) * SLACK <= room for line in lines)


def test_printable_drops_what_xml_forbids():
    assert printable("a\x00b\x0bc\ud800d\ufffee\tf 😀") == "abcde\tf 😀"
