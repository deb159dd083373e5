"""Words in, ranked roles, duties, sources and charts out: the same hits on SQLite and on PostgreSQL (ADR 0004)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.text import Truncator

from catalogue.corpus import READERS, Entry, Text, Weight, entries
from catalogue.words import LANGUAGES, STOP_WORDS, fold, spellings, stem, terms_of
from sources.translated import ENGLISH, InLanguage, like, spoken

KINDS = tuple(READERS)
MAX_CHARACTERS = 200
MAX_WORDS = 20
EXCERPT_CHARACTERS = 200
EXACT = 100  # more than the weights of all words of the longest query together
PAGES = {
    "role": "roles:detail",
    "duty": "responsibilities:duty_detail",
    "orgchart": "orgcharts:detail",
    "source": "sources:detail",
}


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
class Wanted:
    """One word of a query: its folded spelling, and its stems in each language."""

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


def search(query: str, *, limit: int = 50, kinds: Collection[str] = KINDS) -> list[Hit]:
    """What the words of ``query`` find, best first. It takes any text, reads it up to its limits, and never fails.

    Accents and case do not matter, ñ does, and signs are not read: ``C++`` is the word ``c``. Found is what meets as
    many of the words as the best hit does: one word more narrows the search, one too many does not empty it. An exact
    word ranks before another form of it, a name before another wording, and that before a statement.

    Ten light queries and one comparison for each text, however long the query: about 10 ms for the five documents.
    """
    wanted = _wanted(query)
    if not wanted:
        return []
    corpus = list(entries(kinds))
    _widen(wanted, corpus)
    readings = [(entry, _best_reading(entry, wanted)) for entry in corpus]
    most = max((reading.words for _, reading in readings), default=0)
    hits = [_hit(entry, reading) for entry, reading in readings if 0 < most == reading.words]
    return sorted(hits, key=lambda hit: (-hit.score, KINDS.index(hit.kind), len(hit.title), hit.slug))[:limit]


def found_slugs(query: str, kind: str) -> set[str]:
    """The slugs of all things of this kind that the query finds: what the ``q`` of a filter keeps."""
    return {hit.slug for hit in search(query, limit=10_000, kinds=[kind])}


def _wanted(query: str) -> list[Wanted]:
    words = dict.fromkeys(spellings(query[:MAX_CHARACTERS]))
    kept = [word for word in words if fold(word) not in STOP_WORDS][:MAX_WORDS]
    return [Wanted(fold(word), {language: {stem(word, language)} for language in LANGUAGES}) for word in kept]


def _widen(wanted: Iterable[Wanted], corpus: Iterable[Entry]) -> None:
    """Give the words typed without accents the stems of the same words in the texts, which have theirs."""
    for text in (text for entry in corpus for text in _texts(entry)):
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


def _hit(entry: Entry, reading: Reading) -> Hit:
    text = _active(reading.text)
    excerpt = like(text, Truncator(text).chars(EXCERPT_CHARACTERS))
    url = reverse(PAGES[entry.kind], args=[entry.slug])
    return Hit(entry.kind, entry.slug, _active(entry.title), excerpt, url, reading.score)


def _active(text: Text) -> str:
    return spoken(text.es, text.en) or (InLanguage(text.en, ENGLISH, stands_in=True) if text.en else "")
