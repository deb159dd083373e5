"""What one document covers, where it stands alone and where others differ from it, drawn."""

from hypothesis import given

from responsibilities.agreement.portrait import Cover, Fact, Portrait, portray
from responsibilities.agreement.rule import Agreement, Claim, weigh
from tests.responsibilities.drawing import INVOLVEMENTS, any_claims, draw

SHELVES = {"strategy": ["calendar", "plan"], "community": ["moderation"], "analysis": []}


def portrait(voice="a", own=None, shelves=SHELVES, **drawings):
    """Of the document ``voice``; its own claims are those of its voice unless ``own`` draws them."""
    claims = {duty: draw(drawing) for duty, drawing in drawings.items()}
    if own is None:
        mine = {duty: [claim for claim in found if claim.voice == voice] for duty, found in claims.items()}
    else:
        mine = {duty: draw(drawing) for duty, drawing in own.items()}
    return portray(
        voice,
        {duty: found for duty, found in mine.items() if found},
        claims=claims,
        verdicts={duty: weigh(found) for duty, found in claims.items()},
        shelves=shelves,
        involvements=INVOLVEMENTS,
    )


def test_covers_tell_what_is_named_and_what_is_left_out_in_each_area():
    found = portrait(plan="cm plans a b", moderation="cm executes b", calendar="cm plans !a")

    assert found.covers == (
        Cover("strategy", ("calendar", "plan"), ()),
        Cover("community", (), ("moderation",)),
        Cover("analysis", (), ()),
    )


def test_a_fact_that_no_other_voice_states_stands_alone():
    found = portrait(plan="cm plans a \n cm executes a b \n smm executes a")

    covers = (
        Cover("strategy", ("plan",), ("calendar",)),
        Cover("community", (), ("moderation",)),
        Cover("analysis", (), ()),
    )
    assert found == Portrait(covers, (Fact("plan", "cm", "plans"), Fact("plan", "smm", "executes")), ())


def test_what_is_not_counted_or_denied_neither_stands_alone_nor_keeps_another_company():
    assert portrait(plan="cm plans (a) \n smm plans !a").alone == ()
    assert portrait(plan="cm plans a (b) !c").alone == ()
    assert portrait(plan="cm plans a (b)").alone == (Fact("plan", "cm", "plans"),)


def test_an_answer_that_others_contradict_is_no_fact_that_stands_alone():
    found = portrait(plan="cm plans a \n smm plans b \n cm executes a")

    assert (found.alone, found.contradicted) == ((Fact("plan", "cm", "executes"),), (("plan", "plans"),))


def test_a_document_that_denies_what_another_affirms_takes_part_in_the_contradiction():
    assert portrait(plan="cm plans !a b").contradicted == (("plan", "plans"),)


def test_a_document_takes_no_part_in_a_contradiction_of_others_or_with_what_is_not_counted():
    assert portrait(plan="cm plans b (a) \n smm plans c").contradicted == ()
    assert portrait("d", plan="cm plans b \n smm plans c \n sms executes d").contradicted == ()


def test_a_role_that_is_not_weighed_stands_alone_beside_a_contradiction():
    claims = draw("cm plans b \n smm plans c")
    claims.append(Claim("other", "plans", "a", weighed=False))

    found = portray(
        "a",
        {"plan": [claims[-1]]},
        claims={"plan": claims},
        verdicts={"plan": weigh(claims)},
        shelves=SHELVES,
        involvements=INVOLVEMENTS,
    )

    assert (found.alone, found.contradicted) == ((Fact("plan", "other", "plans"),), ())


def test_a_stock_sentence_of_another_document_does_not_stand_alone():
    found = portrait(own={"plan": "cm plans b"}, plan="cm plans b")

    assert (found.alone, found.covers[0].named) == ((), ("plan",))


def test_facts_come_in_the_order_of_the_shelves_and_of_the_involvements():
    found = portrait(plan="cm executes a \n smm decides a", calendar="sms analyses a")

    assert found.alone == (
        Fact("calendar", "sms", "analyses"),
        Fact("plan", "smm", "decides"),
        Fact("plan", "cm", "executes"),
    )


@given(any_claims)
def test_every_part_with_a_counted_claim_is_alone_contradicted_or_shared(claims):
    for voice in "abcde":
        own = [claim for claim in claims if claim.voice == voice]
        verdicts = weigh(claims)
        found = portray(
            voice,
            {"plan": own} if own else {},
            claims={"plan": claims},
            verdicts={"plan": verdicts},
            shelves=SHELVES,
            involvements=INVOLVEMENTS,
        )
        for part in {claim.involvement for claim in own if claim.counts}:
            verdict, disputed = verdicts[part], ("plan", part) in found.contradicted
            assert disputed == (verdict.agreement is Agreement.DISPUTED)
            alone = {fact.role for fact in found.alone if fact.involvement == part}
            assert alone == {entry.role for entry in verdict.roles if entry.affirmed_by == (voice,) and not disputed}
