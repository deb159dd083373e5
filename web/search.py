"""The engine of the search: words in, ranked things out, the same hits on SQLite and on PostgreSQL (ADR 0004).

What can be found is the business of each app (its ``corpus.py``); this knows none of them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from django.urls import reverse
from django.utils.text import Truncator

from web.alphabet import fold
from web.translated import ENGLISH, InLanguage, like, spoken
from web.words import LANGUAGES, STOP_WORDS, spellings, stem, terms_of, typed_words

MAX_CHARACTERS = 200
MAX_WORDS = 20
EVERYTHING = 10_000  # hits
EXCERPT_CHARACTERS = 200
EXACT = 100  # more than the weights of all words of the longest query together


class Weight(IntEnum):
    """Where a word stands; a name says more than another wording, and that more than a statement."""

    TEXT = 1
    TERM = 2
    NAME = 3


class Text(NamedTuple):
    """One text in Spanish and in English; either may be empty."""

    es: str
    en: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. ``heads`` name it; a word of a query may meet any head and one of the ``texts``."""

    slug: str
    title: Text
    heads: tuple[tuple[Weight, Text], ...]
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of thing that can be found: its name for programs, the route of its pages, and all there are."""

    name: str
    page: str
    entries: Callable[[], Iterator[Entry]]


@dataclass(frozen=True)
class Hit:
    """One thing found: ``url`` is the path of its page in the active language; a higher ``score`` ranks first."""

    kind: str
    slug: str
    title: str
    excerpt: str
    url: str
    score: int


@dataclass(frozen=True)
class Found:
    """What a query finds, best first. All words are as they were typed, without those that hold a question together.

    ``words`` are those that were looked for (none, where the query has only signs and such words), ``nowhere`` those
    of them that no text has, in any form. ``together`` says whether the hits have all the others.
    """

    hits: tuple[Hit, ...] = ()
    words: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    together: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether the hits have all the words."""
        return self.together and not self.nowhere

    @property
    def slugs(self) -> set[str]:
        """The slugs of the hits."""
        return {hit.slug for hit in self.hits}

    @property
    def somewhere(self) -> tuple[str, ...]:
        """The words that some text has."""
        return tuple(word for word in self.words if word not in self.nowhere)


@dataclass(frozen=True)
class Wanted:
    """One word of a query: as it was typed, its folded spelling, and its stems in each language."""

    typed: str
    folded: str
    stems: dict[str, set[str]]


class Reading(NamedTuple):
    """How well one text of an entry, together with its names, meets the query: words met, then how well, then where."""

    words: int
    score: int
    text: Text


def is_too_long(query: str) -> bool:
    """Whether the query is longer than what ``search`` reads of it."""
    return len(query) > MAX_CHARACTERS or len(query.split()) > MAX_WORDS


def look_for(query: str, kinds: Sequence[Kind], *, limit: int) -> Found:
    """What the words of ``query`` find, best first, equal hits in the order of ``kinds``.

    It takes any text, reads it up to its limits, and never fails.

    Accents and case do not matter, ñ does, and signs are not read: ``C++`` is the word ``c``. Found is what meets as
    many of the words as the best hit does: one word more narrows the search, one too many does not empty it. An exact
    word ranks before another form of it, a name before another wording, and that before a statement.

    Ten light queries and one comparison for each text, however long the query: about 10 ms for the five documents.
    """
    wanted = _wanted(query)
    if not wanted:
        return Found()
    corpus = [(kind, entry) for kind in kinds for entry in kind.entries()]
    texts = [text for _, entry in corpus for text in _texts(entry)]
    _widen(wanted, texts)
    readings = [(kind, entry, _best_reading(entry, wanted)) for kind, entry in corpus]
    most = max((reading.words for _, _, reading in readings), default=0)
    hits = [_hit(kind, entry, reading) for kind, entry, reading in readings if 0 < most == reading.words]
    order = [kind.name for kind in kinds]
    hits.sort(key=lambda hit: (-hit.score, order.index(hit.kind), len(hit.title), hit.slug))
    nowhere = () if most == len(wanted) else _nowhere(wanted, texts)
    words = tuple(word.typed for word in wanted)
    return Found(tuple(hits[:limit]), words, nowhere, together=most == len(words) - len(nowhere))


def _wanted(query: str) -> list[Wanted]:
    words: dict[str, str] = {}
    for typed in typed_words(query[:MAX_CHARACTERS]):
        for spelling in spellings(typed):
            words.setdefault(spelling, typed)
    kept = [(spelling, typed) for spelling, typed in words.items() if fold(spelling) not in STOP_WORDS][:MAX_WORDS]
    return [
        Wanted(typed, fold(spelling), {language: {stem(spelling, language)} for language in LANGUAGES})
        for spelling, typed in kept
    ]


def _nowhere(wanted: Iterable[Wanted], texts: Collection[Text]) -> tuple[str, ...]:
    """The words that no text has, in neither language and in no form."""
    return tuple(word.typed for word in wanted if not any(_worth(word, text, Weight.TEXT) for text in texts))


def _widen(wanted: Iterable[Wanted], texts: Iterable[Text]) -> None:
    """Give the words typed without accents the stems of the same words in the texts, which have theirs."""
    for text in texts:
        for language, terms in zip(LANGUAGES, map(terms_of, text, LANGUAGES), strict=True):
            for word in wanted:
                word.stems[language] |= terms.stems_of.get(word.folded, frozenset())


def _texts(entry: Entry) -> Iterator[Text]:
    yield from (text for _, text in entry.heads)
    yield from entry.texts


def _best_reading(entry: Entry, wanted: list[Wanted]) -> Reading:
    """The text of the entry that, with its names, meets most of the words; the first of equals."""
    named = [max(_worth(word, text, weight) for weight, text in entry.heads) for word in wanted]
    said = ([_worth(word, text, Weight.TEXT) for word in wanted] for text in entry.texts)
    readings = [_reading(named, worth, text) for worth, text in zip(said, entry.texts, strict=True)]
    by_name = _reading(named, [0] * len(wanted), entry.texts[0] if entry.texts else Text(""))
    return max([by_name, *readings], key=lambda reading: (reading.words, reading.score))


def _reading(named: list[int], said: list[int], text: Text) -> Reading:
    worth = [max(pair) for pair in zip(named, said, strict=True)]
    return Reading(sum(value > 0 for value in worth), sum(worth), text)


def _worth(word: Wanted, text: Text, weight: Weight) -> int:
    """What one word finds in one text: nothing, a form of itself, or itself."""
    best = 0
    for language, terms in zip(LANGUAGES, map(terms_of, text, LANGUAGES), strict=True):
        if word.folded in terms.stems_of:
            return EXACT + weight
        if not word.stems[language].isdisjoint(terms.stems):
            best = int(weight)
    return best


def _hit(kind: Kind, entry: Entry, reading: Reading) -> Hit:
    text = _active(reading.text)
    excerpt = like(text, Truncator(text).chars(EXCERPT_CHARACTERS))
    url = reverse(kind.page, args=[entry.slug])
    return Hit(kind.name, entry.slug, _active(entry.title), excerpt, url, reading.score)


def _active(text: Text) -> str:
    return spoken(text.es, text.en) or (InLanguage(text.en, ENGLISH, stands_in=True) if text.en else "")
