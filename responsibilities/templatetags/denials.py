"""How templates tell that documents deny something."""

from collections.abc import Iterable
from typing import Any

from django import template

from responsibilities import wording
from responsibilities.compare.rule import Part

register = template.Library()


@register.filter
def denial(part: Part) -> str:
    """How the documents that deny a part are told of, in words."""
    return wording.denial(part)


@register.filter
def denying(citations: Iterable[Any]) -> list[Any]:
    """Those of the citations of a fact, of any kind, in which the document denies it."""
    return [citation for citation in citations if getattr(citation, "denies", False)]


@register.filter
def affirming(citations: Iterable[Any]) -> list[Any]:
    """The others."""
    return [citation for citation in citations if not getattr(citation, "denies", False)]
