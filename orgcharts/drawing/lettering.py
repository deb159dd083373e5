"""How wide words are, without a browser: text in, lines that fit a width out. No Django here.

The widths are the advance widths of Helvetica (Arial and Liberation Sans share them), in thousandths of the size. The
drawing asks for these fonts; where a reader has none of them the stand-in may be wider, DejaVu Sans by a fifth, so
callers leave ``SLACK``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Signs of each width, plain and bold. A letter with an accent that is not listed is as wide as the letter; any other
# sign that can be seen and is not listed is taken for a full em.
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
# Spaces beside the common one, by code point; those that are no-break are as wide as those that break.
_SPACES = {
    0x00A0: 278, 0x1680: 278, 0x2000: 500, 0x2001: 1000, 0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250,
    0x2006: 167, 0x2007: 556, 0x2008: 278, 0x2009: 200, 0x200A: 100, 0x202F: 200, 0x205F: 222, 0x3000: 1000,
}  # fmt: skip
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)  # two of them are one flag
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JOINER = "\u200d"
# Where a line may end: at blanks, but for those that are there to keep words together.
_BREAK = re.compile(r"[^\S\u00a0\u2007\u202f]+")
SLACK = 1.2


def width(text: str, *, size: int, bold: bool = False) -> float:
    """The width of ``text`` on one line, in the unit of ``size``; what cannot be seen has none."""
    signs = unicodedata.normalize("NFC", text)
    return sum(_width_of(cluster[0], _WIDTHS[bold]) for cluster in clusters(signs)) * size / 1000


def _width_of(sign: str, widths: dict[str, int]) -> int:
    known = widths.get(sign) or _SPACES.get(ord(sign)) or widths.get(unicodedata.normalize("NFD", sign)[0])
    return known or (0 if _is_unseen(sign) else 1000)


def _is_unseen(sign: str) -> bool:
    """Whether it is a mark upon the sign before it, or tells something (order, joining, breaking) without a shape."""
    return unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc")


def clusters(text: str) -> Iterator[str]:
    """``text`` in what readers take for one sign each: a letter with its marks, an emoji of several joined ones."""
    cluster = ""
    for sign in text:
        if cluster and not _joins(cluster, sign):
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster


def _joins(cluster: str, sign: str) -> bool:
    flag = len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS and ord(sign) in _FLAG_LETTERS
    return flag or cluster.endswith(_JOINER) or ord(sign) in _SKIN_TONES or _is_unseen(sign)


def is_seen(text: str) -> bool:
    """Whether any sign of ``text`` has a shape."""
    return any(not sign.isspace() and not _is_unseen(sign) for sign in text)


def wrap(text: str, room: int, *, size: int, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines no wider than ``room``: broken between words, within a word only if it fits no line.

    Every character but the spaces at the breaks is kept; no-break spaces break nothing. A single sign wider than
    ``room`` has a line of its own.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(filter(None, _BREAK.split(text)), room, size=size, bold=bold):
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
        for sign in clusters(word):
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
