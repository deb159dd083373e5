"""Words of a text, as search compares them: in lower case, without accents, with ñ; and their stems. No Django here.

The stemmers need the accents (``-ción`` is a suffix, ``-cion`` is none), so the stem is taken first and the accents go
afterwards (ADR 0004).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import snowballstemmer

from web.alphabet import fold

LANGUAGES = ("es", "en")
WORD = re.compile(r"[^\W_]+")
STEMMERS = {"es": snowballstemmer.stemmer("spanish"), "en": snowballstemmer.stemmer("english")}
_STEMMING = Lock()  # a stemmer keeps its place in the word, so two threads may not share it

# Words that hold a question together and find nothing, in both languages: a query does not say which one it is in.
STOP_WORDS = frozenset(
    WORD.findall(
        "a al ante con cual cuales como cuando de del desde donde e el ella ellas ellos en entre es esta este hace"
        " hacen la las le les lo los mas muy ni o para pero por que quien quienes se segun ser si sin sobre son su sus"
        " tiene un una unas uno unos y ya"
        " an and are as at be by do does for from has have how in is it of on or that the their this to what when"
        " where which who whom whose with"
    )
)


@dataclass(frozen=True)
class Terms:
    """The words of one text: the stems of each, by its folded spelling (*esta* and *está* are one spelling)."""

    stems_of: Mapping[str, frozenset[str]]
    stems: frozenset[str]


def typed_words(text: str) -> list[str]:
    """The words of ``text`` as they are written."""
    return WORD.findall(unicodedata.normalize("NFKC", text))


def spellings(text: str) -> list[str]:
    """The words of ``text`` in lower case, with their accents; signs and emoji are none."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=20_000)
def stem(spelling: str, language: str) -> str:
    """The folded stem of a word in lower case."""
    with _STEMMING:
        return fold(STEMMERS[language].stemWord(spelling))


@lru_cache(maxsize=20_000)
def terms_of(text: str, language: str) -> Terms:
    """The words of a text. Remembered, since every search reads the same texts."""
    found: dict[str, set[str]] = {}
    for spelling in spellings(text):
        found.setdefault(fold(spelling), set()).add(stem(spelling, language))
    return Terms({folded: frozenset(stems) for folded, stems in found.items()}, frozenset().union(*found.values()))
