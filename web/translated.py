"""Content in two languages: one attribute that answers in the active one (ADR 0001), and texts that know theirs."""

from collections.abc import Iterable
from typing import Any, Self, overload

from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

SPANISH, ENGLISH = "es", "en"
MARKS: dict[str, Promise | str] = {SPANISH: _("in Spanish"), ENGLISH: _("in English")}


def active_language() -> str:
    """The language that pages and answers are written in now."""
    return ENGLISH if (get_language() or SPANISH).startswith(ENGLISH) else SPANISH


class InLanguage(str):
    """A text that says which language it is in, wherever a template prints it: ``<span lang="es">…</span>``.

    It is a plain string to everything but HTML, and plain HTML where the page is in that language. One that
    ``stands_in`` for a missing translation carries a small mark too. What is made from it (a part, a join) is a plain
    string again: ``like`` keeps the language. Attributes, options and SVG print it through ``plain`` (tags of pages).
    """

    __slots__ = ("language", "stands_in")

    language: str
    stands_in: bool

    def __new__(cls, text: str, language: str, *, stands_in: bool = False) -> Self:
        """``text`` in ``language`` (a code of ``Language``)."""
        made = super().__new__(cls, text)
        made.language, made.stands_in = language, stands_in
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """What a copy is made from."""
        return str(self), self.language

    @property
    def is_foreign(self) -> bool:
        """Whether the page is in another language."""
        return self.language != active_language()

    def __html__(self) -> SafeString:
        """What a template prints."""
        if not self or not self.is_foreign:
            return escape(str(self))
        mark = format_html(' <span class="language-mark">({})</span>', MARKS[self.language]) if self.stands_in else ""
        return format_html('<span lang="{}">{}</span>{}', self.language, str(self), mark)


def like(text: str, made: str) -> str:
    """``made`` (a part of ``text``, or ``text`` cleaned) in the language of ``text``."""
    return InLanguage(made, text.language, stands_in=text.stands_in) if isinstance(text, InLanguage) else made


def joined(separator: str, texts: Iterable[str]) -> str:
    """The texts in a line; all of it is in the language of the first that is not in the page's."""
    parts = list(texts)
    foreign = (part for part in parts if isinstance(part, InLanguage) and part.is_foreign)
    return like(next(foreign, ""), separator.join(parts))


def spoken(spanish: str, english: str) -> str:
    """The text in the active language; the Spanish one, which says so, where the English one is missing."""
    if active_language() == SPANISH or not spanish:
        return spanish if active_language() == SPANISH else english
    return english or InLanguage(spanish, SPANISH, stands_in=True)


class Translated:
    """Read-only view of ``<name>_es`` and ``<name>_en``: the text in the active language.

    ``gist = Translated()`` reads ``gist_es`` and ``gist_en``. Where the English text is missing the Spanish one
    stands in and says so, so that a fact is never invisible; the audit reports the gap.
    """

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.spanish = f"{name}_es"
        self.english = f"{name}_en"

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any]) -> str: ...

    def __get__(self, instance: object | None, owner: type[Any]) -> Self | str:
        if instance is None:
            return self
        return spoken(getattr(instance, self.spanish), getattr(instance, self.english))
