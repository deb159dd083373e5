"""The ways to write something as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpResponse
from django.utils.functional import Promise

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Format(Generic[Shown]):
    """One way to write what is shown; ``name`` is also the end of the file's name."""

    name: str
    label: str | Promise
    content_type: str
    write: Callable[[Shown], str | bytes]

    def answer(self, shown: Shown, stem: str, *, inline: bool = False) -> HttpResponse:
        """The file, called ``stem``, to be saved or, ``inline``, opened in the browser."""
        kind = "inline" if inline else "attachment"
        headers = {"Content-Disposition": f'{kind}; filename="{stem}.{self.name}"'}
        return HttpResponse(self.write(shown), content_type=self.content_type, headers=headers)
