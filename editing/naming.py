"""Names as readers see them: what is typed is tidied, and two names that look the same are the same. No Django here."""

import re
import unicodedata

from web.alphabet import fold

# Not to be seen, and no space either: controls, formats (zero-width, soft hyphens, direction marks), stray surrogates.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """``text`` on one line: composed (NFC), without what cannot be seen, one plain space wherever there was room."""
    spaced = SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return SPACES.sub(" ", "".join(sign for sign in spaced if _is_seen(sign))).strip()


def tidy_lines(text: str) -> str:
    """The same line by line, for texts of several paragraphs; spaces within a line stay as they are."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(sign for sign in line if sign == "\t" or _is_seen(sign)) for line in lines).strip()


def spelled(text: str) -> str:
    """What tells two spellings apart: neither spaces nor capitals do, accents do."""
    return tidy(text).casefold()


def sounded(text: str) -> str:
    """What tells two names apart for somebody who reads or types them: accents do not, ñ does."""
    return fold(unicodedata.normalize("NFKC", tidy(text)))


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in UNSEEN
