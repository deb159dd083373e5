"""Where each document stands on a question, drawn."""

from hypothesis import given

from responsibilities.agreement.rule import Claim, weigh
from responsibilities.agreement.stances import DocumentStand, Stance, stands
from tests.responsibilities.drawing import INVOLVEMENTS, ROLES, any_claims, draw

EVERYBODY = {voice: voice for voice in "abcde"}
DESCRIBING = {role: {v: v for v in voices} for role, voices in (("cm", "abcde"), ("smm", "abd"), ("sms", "c"))}


def stand(drawing, roles=("smm", "sms"), voices="abcde"):
    documents = {voice: voice for voice in voices}
    return stands(draw(drawing), "plans", roles=roles, documents=documents, describing=DESCRIBING)


def test_stands_tell_silence_from_not_knowing_the_role():
    found = stand("smm plans b \n sms plans c \n cm executes d \n smm plans (d)")

    assert found == (
        DocumentStand("b", (Stance.AFFIRMS, Stance.UNKNOWN)),
        DocumentStand("c", (Stance.UNKNOWN, Stance.AFFIRMS)),
        DocumentStand("d", (Stance.QUALIFIES, Stance.UNKNOWN), (("cm", "executes", Stance.AFFIRMS),)),
        DocumentStand("a", (Stance.SILENT, Stance.UNKNOWN)),
        DocumentStand("e", (Stance.UNKNOWN, Stance.UNKNOWN)),
    )


def test_stand_of_a_voice_that_says_several_things_is_the_weightiest():
    (found,) = stand("smm plans (a) a \n sms plans !a (a)", voices="a")

    assert found.stances == (Stance.AFFIRMS, Stance.DENIES)


def test_stand_of_a_document_that_repeats_another_is_not_silence():
    claims = [Claim("cm", "plans", "a"), Claim("cm", "plans", "a", document="b")]

    found = stands(claims, "plans", roles=["cm"], documents={"a": "a", "b": "b"}, describing={})

    assert found == (DocumentStand("a", (Stance.AFFIRMS,)), DocumentStand("b", (Stance.REPEATS,)))


def test_stand_elsewhere_says_that_it_denies():
    (found,) = stand("smm plans a \n cm executes !a \n cm decides (a)", voices="a")

    assert found.elsewhere == (("cm", "decides", Stance.QUALIFIES), ("cm", "executes", Stance.DENIES))


def test_stand_that_denies_under_a_condition_never_reads_as_one_that_says_so():
    found = stand("smm plans (!a) \n sms plans (!b) (b)", voices="ab")

    assert found == (
        DocumentStand("a", (Stance.DOUBTS, Stance.UNKNOWN)),
        DocumentStand("b", (Stance.SILENT, Stance.QUALIFIES)),
    )


@given(any_claims)
def test_stands_affirm_exactly_what_the_verdict_counts(claims):
    for involvement, verdict in weigh(claims).items():
        found = stands(claims, involvement, roles=ROLES, documents=EVERYBODY, describing={})
        affirmed = {
            (stand.document, role)
            for stand in found
            for role, stance in zip(ROLES, stand.stances, strict=True)
            if stance is Stance.AFFIRMS
        }
        assert affirmed == {(voice, entry.role) for entry in verdict.roles for voice in entry.affirmed_by}


@given(any_claims)
def test_every_voice_stands_once_and_the_silent_come_last(claims):
    found = stands(claims, INVOLVEMENTS[0], roles=ROLES, documents=EVERYBODY, describing={})

    assert sorted(each.document for each in found) == list("abcde")
    assert [each.speaks for each in found] == sorted((each.speaks for each in found), reverse=True)
