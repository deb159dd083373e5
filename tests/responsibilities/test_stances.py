"""Where each document stands on a question, drawn."""

from hypothesis import given

from responsibilities.agreement import Claim, weigh
from responsibilities.stances import Stance, VoiceStand, stands
from tests.responsibilities.drawing import INVOLVEMENTS, ROLES, any_claims, draw

DESCRIBING = {"cm": "abcde", "smm": "abd", "sms": "c"}


def stand(drawing, roles=("smm", "sms"), voices="abcde"):
    return stands(draw(drawing), "plans", roles=roles, voices=voices, describing=DESCRIBING)


def test_stands_tell_silence_from_not_knowing_the_role():
    found = stand("smm plans b \n sms plans c \n cm executes d \n smm plans (d)")

    assert found == (
        VoiceStand("b", (Stance.AFFIRMS, Stance.UNKNOWN)),
        VoiceStand("c", (Stance.UNKNOWN, Stance.AFFIRMS)),
        VoiceStand("d", (Stance.QUALIFIES, Stance.UNKNOWN), (("cm", "executes", Stance.AFFIRMS),)),
        VoiceStand("a", (Stance.SILENT, Stance.UNKNOWN)),
        VoiceStand("e", (Stance.UNKNOWN, Stance.UNKNOWN)),
    )


def test_stand_of_a_voice_that_says_several_things_is_the_weightiest():
    (found,) = stand("smm plans (a) a \n sms plans !a (a)", voices="a")

    assert found.stances == (Stance.AFFIRMS, Stance.DENIES)


def test_stand_of_a_document_that_repeats_another_is_not_silence():
    claims = [Claim("cm", "plans", "a"), Claim("cm", "plans", "a", document="b")]

    found = stands(claims, "plans", roles=["cm"], voices="ab", describing={"cm": "ab"})

    assert found == (VoiceStand("a", (Stance.AFFIRMS,)), VoiceStand("b", (Stance.REPEATS,)))


def test_stand_elsewhere_says_that_it_denies():
    (found,) = stand("smm plans a \n cm executes !a \n cm decides (a)", voices="a")

    assert found.elsewhere == (("cm", "decides", Stance.QUALIFIES), ("cm", "executes", Stance.DENIES))


@given(any_claims)
def test_stands_affirm_exactly_what_the_verdict_counts(claims):
    for involvement, verdict in weigh(claims).items():
        found = stands(claims, involvement, roles=ROLES, voices="abcde", describing={})
        affirmed = {
            (stand.voice, role)
            for stand in found
            for role, stance in zip(ROLES, stand.stances, strict=True)
            if stance is Stance.AFFIRMS
        }
        assert affirmed == {(voice, entry.role) for entry in verdict.roles for voice in entry.affirmed_by}


@given(any_claims)
def test_every_voice_stands_once_and_the_silent_come_last(claims):
    found = stands(claims, INVOLVEMENTS[0], roles=ROLES, voices="abcde", describing={})

    assert sorted(each.voice for each in found) == list("abcde")
    assert [each.speaks for each in found] == sorted((each.speaks for each in found), reverse=True)
