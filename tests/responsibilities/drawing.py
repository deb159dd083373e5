"""Claims drawn as text: one line is a role, an involvement and its voices; ``(a)`` does not count, ``!a`` denies."""

from hypothesis import strategies as st

from responsibilities.agreement.rule import Claim

ROLES = ("cm", "smm", "sms")
INVOLVEMENTS = ("decides", "plans", "executes", "supervises", "analyses")


def draw(text: str) -> list[Claim]:
    claims = []
    for line in filter(None, map(str.strip, text.splitlines())):
        role, involvement, *voices = line.split()
        claims += [
            Claim(role, involvement, voice.strip("(!)"), counts="(" not in voice, denies="!" in voice)
            for voice in voices
        ]
    return claims


any_claim = st.builds(
    Claim,
    role=st.sampled_from(ROLES),
    involvement=st.sampled_from(INVOLVEMENTS),
    voice=st.sampled_from("abcde"),
    counts=st.booleans(),
    denies=st.booleans(),
)
any_claims = st.lists(any_claim, max_size=12)
