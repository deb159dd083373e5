"""The order in which readers look for a word, the same on every page, in the API and in the admin. No Django here.

Databases differ in it (SQLite compares bytes, PostgreSQL by the locale that it was made with), so lists that are read
by name are put in order here.
"""

import re
import unicodedata

PIECE = re.compile(r"[0-9]+|[^\W\d_]+|\d")
AFTER = "\uffff"  # makes ñ a letter between n and o

Piece = tuple[int, int, str]
Key = tuple[tuple[Piece, ...], str, str]


def fold(text: str) -> str:
    """``text`` in lower case without accents; ñ stays, for *año* is not *ano*."""
    return "".join(
        letter if letter == "ñ" else unicodedata.normalize("NFD", letter)[0]
        for letter in unicodedata.normalize("NFC", text.casefold())
        if not unicodedata.combining(letter)
    )


def alphabetical(text: str) -> Key:
    """What to sort by: word by word, figures by their value and before letters, ñ after n; signs do not matter.

    Accents (and ç, ü) and capitals only tell apart what is otherwise the same: first without them.
    """
    composed = unicodedata.normalize("NFC", text)
    pieces = tuple(_piece(piece) for piece in PIECE.findall(fold(composed)))
    return pieces, composed.casefold(), composed.swapcase()


def by_language(language: str, text: str) -> tuple[bool, str, Key]:
    """What to sort names by that are in several languages: Spanish first, each language by its alphabet."""
    return language != "es", language, alphabetical(text)


def _piece(piece: str) -> Piece:
    if piece.isdecimal():
        return 0, int(piece), ""
    return 1, 0, piece.replace("ñ", f"n{AFTER}")
