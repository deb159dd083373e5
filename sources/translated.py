"""Content in two languages: one attribute that answers in the active one (ADR 0001)."""

from typing import Any, Self, overload

from django.utils.translation import get_language


class Translated:
    """Read-only view of ``<name>_es`` and ``<name>_en``: the text in the active language.

    ``gist = Translated()`` reads ``gist_es`` and ``gist_en``. Where the English text is missing the Spanish one
    stands in, so that a fact is never invisible; the audit reports the gap.
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
        if (get_language() or "es").startswith("en"):
            english: str = getattr(instance, self.english)
            if english:
                return english
        spanish: str = getattr(instance, self.spanish)
        return spanish
