"""What the texts of each app are made of, for the search: rows with both languages into texts."""

from collections import defaultdict
from collections.abc import Iterable

from web.search import Text


def filled(rows: Iterable[tuple[str, str]]) -> tuple[Text, ...]:
    """The texts that say something, of rows in Spanish and in English."""
    return tuple(Text(*row) for row in rows if any(row))


def in_language(language: str, text: str) -> Text:
    """A text that there is in one language."""
    return Text("", text) if language == "en" else Text(text)


def grouped(rows: Iterable[tuple[str, str, str]]) -> defaultdict[str, list[tuple[str, str]]]:
    """By the first value of each row, the others."""
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for slug, first, second in rows:
        groups[slug].append((first, second))
    return groups
