"""What is wrong with a query, for people and for programs: pages and API tell the same problems. No Django here."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

TOLD = 5  # problems of one kind


class Problem(NamedTuple):
    """One thing that is wrong with a query: its parameter, what for people, and a ``code`` for programs."""

    parameter: str
    message: str
    code: str = "invalid"


class BadOptions(ValueError):  # noqa: N818  what the visitor asked for is bad, not the program
    """The query asks for something that there is not; ``problems`` say what, each under its parameter."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(" ".join(self.messages))

    @property
    def messages(self) -> list[str]:
        """What is wrong, for people."""
        return [problem.message for problem in self.problems]

    @property
    def by_parameter(self) -> dict[str, list[Problem]]:
        """The problems of each parameter."""
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            found.setdefault(problem.parameter, []).append(problem)
        return found


def unknown(parameter: str, asked: Sequence[str], known: Collection[str], message: str) -> list[Problem]:
    """A problem for each of the values that there is not, a few at most; ``message`` has a place for it."""
    missing = [slug for slug in dict.fromkeys(asked) if slug not in known][:TOLD]
    return [Problem(parameter, message % _short(slug), "invalid_choice") for slug in missing]


def repeated(parameter: str, asked: Sequence[str], message: str) -> list[Problem]:
    """A problem for each of the values that is given more than once, a few at most."""
    again = [slug for slug in dict.fromkeys(asked) if asked.count(slug) > 1][:TOLD]
    return [Problem(parameter, message % _short(slug), "repeated") for slug in again]


def _short(slug: str) -> str:
    """What the visitor typed, at a length that a sentence can bear."""
    return slug if len(slug) <= 60 else f"{slug[:59]}…"
