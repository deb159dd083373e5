"""The passage behind a duty or a trait, as every file quotes it."""

from typing import TypedDict

from responsibilities.models import Citation
from roles.models import TraitCitation


class Quoted(TypedDict):
    """One passage behind a fact, with what the document adds. Texts are empty where it adds nothing."""

    source: str
    cited_as: str
    locator: str
    gist: str
    standing: str
    condition: str
    horizon: str
    hedge: str
    denies: bool


def quoted(citation: Citation | TraitCitation) -> Quoted:
    """The passage of ``citation``; a trait is neither hedged nor denied."""
    passage, duty = citation.passage, citation if isinstance(citation, Citation) else None
    return {
        "source": passage.source.slug,
        "cited_as": passage.source.cited_as,
        "locator": passage.locator,
        "gist": passage.gist,
        "standing": str(passage.standing),
        "condition": citation.condition,
        "horizon": duty.get_horizon_display() if duty else "",
        "hedge": duty.get_hedge_display() if duty else "",
        "denies": bool(duty and duty.denies),
    }
