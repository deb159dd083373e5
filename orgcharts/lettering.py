"""How wide words are, without a browser: text in, lines that fit a width out. No Django here.

The widths are the advance widths of Helvetica (Arial and Liberation Sans share them), in thousandths of the size. The
drawing asks for these fonts; where a reader has none of them the stand-in may be wider, so callers leave ``SLACK``.
"""

import unicodedata
from collections.abc import Iterable

# Signs of each width, plain and bold. A letter with an accent that is not listed is as wide as the letter; any other
# sign that is not listed is taken for a full em.
_PLAIN = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[]\\ftíìïî·", 333: "()-`r¡“”", 334: "{}", 355: '"', 365: "º",
    370: "ª", 389: "*", 469: "^", 500: "Jckszxyv", 556: "#$0123456789?L_abdeghnopqu–«»€", 584: "+<=>~",
    611: "FTZ¿", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W",
}  # fmt: skip
_BOLD = {
    238: "'", 278: " ,./I\\ijl‘’·|", 333: "!()-:;[]`ft¡", 365: "º", 370: "ª", 389: "*{}r", 474: '"', 500: "z“”",
    556: "#$0123456789J_aceksvxy–«»€", 584: "+<=>^~", 611: "?FLTZbdghnopqu¿", 667: "EPSVXY", 722: "&ABCDHKNRU",
    778: "GOQw", 833: "M", 889: "%m", 944: "W",
}  # fmt: skip
_WIDTHS = {
    bold: {sign: width for width, signs in table.items() for sign in signs}
    for bold, table in ((False, _PLAIN), (True, _BOLD))
}
SLACK = 1.06


def width(text: str, *, size: int, bold: bool = False) -> float:
    """The width of ``text`` on one line, in the unit of ``size``."""
    widths = _WIDTHS[bold]
    signs = unicodedata.normalize("NFC", text)
    total = sum(widths.get(sign) or widths.get(unicodedata.normalize("NFD", sign)[0], 1000) for sign in signs)
    return total * size / 1000


def wrap(text: str, room: int, *, size: int, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines no wider than ``room``: broken between words, within a word only if it fits no line.

    Every character but the spaces at the breaks is kept. A single sign wider than ``room`` has a line of its own.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text.split(), room, size=size, bold=bold):
        longer = f"{line} {piece}" if line else piece
        if line and width(longer, size=size, bold=bold) * SLACK > room:
            lines.append(line)
            line = piece
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(words: Iterable[str], room: int, *, size: int, bold: bool) -> Iterable[str]:
    for word in words:
        piece = ""
        for sign in word:
            if piece and width(piece + sign, size=size, bold=bold) * SLACK > room:
                yield piece
                piece = ""
            piece += sign
        yield piece


def printable(text: str) -> str:
    """``text`` without what XML forbids: control signs, lone surrogates, non-characters."""
    return "".join(sign for sign in text if _allowed(ord(sign)))


def _allowed(point: int) -> bool:
    return point in (0x9, 0xA, 0xD) or 0x20 <= point <= 0xD7FF or 0xE000 <= point <= 0xFFFD or point >= 0x10000
