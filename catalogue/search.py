"""The whole search: words in, ranked roles, duties, org charts and documents out."""

from collections.abc import Collection

from orgcharts.corpus import CHARTS
from responsibilities.corpus import DUTIES
from roles.corpus import ROLES
from sources.corpus import SOURCES
from web import search as engine

CORPUS = (ROLES, DUTIES, CHARTS, SOURCES)  # in the order in which equal hits are listed
KINDS = tuple(kind.name for kind in CORPUS)


def look_for(query: str, *, limit: int = 50, kinds: Collection[str] = KINDS) -> engine.Found:
    """What the words of ``query`` find among the things of these kinds, best first."""
    return engine.look_for(query, [kind for kind in CORPUS if kind.name in kinds], limit=limit)
