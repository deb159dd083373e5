"""Rows that are in no database, in every state that a part of a page can show: for the gallery in development."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from responsibilities.agreement.rule import Sign
from responsibilities.models import Citation, Hedge, Horizon
from roles.models import Role, Tone
from sources.models import Passage, Source, Standing


@dataclass(frozen=True)
class Gallery:
    """One sample of each state, for each partial by name."""

    roles: list[Role]
    agreements: list[str]
    counts: list[tuple[int, int]]
    citations: list[Citation]
    sources: list[Source]
    page: "Page[int]"


def gallery() -> Gallery:
    """All samples; no query."""
    sources = [
        Source(slug="signed", title_es="Un documento con firma", author="Ana Autora"),
        Source(slug="unsigned", title_es="[Un documento sin firma y con un título muy largo, que no cabe en su sitio]"),
    ]
    return Gallery(
        roles=[_role(tone) for tone in Tone.values],
        agreements=[sign.value for sign in Sign],
        counts=[(0, 5), (1, 5), (3, 5), (5, 5), (1, 1), (2, 0)],
        citations=_citations(sources),
        sources=sources,
        page=Paginator(range(150), 50).page(2),
    )


def _role(tone: str) -> Role:
    return Role(slug=tone, name_es=f"Rol {tone}", name_en=f"Role {tone}", abbreviation=tone[:2].upper(), tone=tone)


def _citations(sources: list[Source]) -> list[Citation]:
    plain = Passage(source=sources[0], locator="Parte › 1", gist_es="Dice lo que dice, sin más.")
    doubtful = Passage(
        source=sources[1],
        locator="Parte › 2",
        gist_es="Quizá diga otra cosa.",
        standing=Standing.DOUBTFUL,
        standing_note_es="No se sabe de quién habla.",
    )
    repeated = Passage(source=sources[1], locator="Parte › 3", gist_es="Repite la frase de otro.", repeats=plain)
    return [
        Citation(passage=plain),
        Citation(passage=plain, condition_es="si nadie más puede", horizon=Horizon.SHORT, hedge=Hedge.FREQUENT),
        Citation(passage=plain, denies=True),
        Citation(passage=doubtful),
        Citation(passage=repeated),
    ]
