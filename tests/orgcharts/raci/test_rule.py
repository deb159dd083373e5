import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcharts.coverage.rule import Hold, Part
from orgcharts.raci.files import text_of
from orgcharts.raci.rule import Checks, Letter, Seat, matrix_of, work_of
from tests.orgcharts.coverage.test_rule import parts
from tests.orgcharts.shipped import matrix, shown

DUTIES = ("strategy", "platforms", "calendar", "posts", "reports", "listening", "seo", "events")
DEPARTMENT = {
    "boss": Seat(frozenset({"sms"})),
    "middle": Seat(frozenset({"smm"}), "boss"),
    "hands": Seat(frozenset({"cm"}), "middle", shared=True),
}
PARTS = parts("""
sms strategy  ?plans
smm strategy  ?plans
cm  strategy  (plans
sms platforms plans
smm platforms decides
smm calendar  ?plans
cm  calendar  ?plans decides executes
cm  posts     executes
smm posts     supervises
cm  reports   executes
smm reports   analyses
cm  listening analyses
smm seo       (decides
""")


def letters(found):
    return {duty: {slug: shown(cell) for slug, cell in row.items()} for duty, row in found.cells.items()}


def test_matrix_of_a_department():
    found = matrix_of(DEPARTMENT, PARTS, DUTIES)

    assert letters(found) == matrix("""
              boss middle hands
    strategy  R≠   R≠     ~
    platforms R    A      ·
    calendar  I    R≠     AR
    posts     ·    A      R
    reports   ·    C      R
    listening ·    I      R
    seo       ·    ~      ·
    events    ·    ·      ·
    """)
    assert found.checks == Checks(
        nobody=("seo", "events"), no_r=(), no_a=("strategy", "reports", "listening"), many_a=(), overload={},
        inverted=("platforms", "calendar"),
    )  # fmt: skip


def test_supervising_answers_only_where_nobody_decides():
    given_parts = parts("""
    cm  posts executes
    smm posts supervises
    sms posts decides
    """)

    with_boss = matrix_of(DEPARTMENT, given_parts, ["posts"])
    without = matrix_of({"middle": Seat(frozenset({"smm"})), "hands": DEPARTMENT["hands"]}, given_parts, ["posts"])

    assert letters(with_boss) == {"posts": {"boss": "A", "middle": "C", "hands": "R"}}
    assert letters(without) == {"posts": {"middle": "A", "hands": "R"}}


def test_two_who_decide_and_nobody_who_does():
    found = matrix_of(DEPARTMENT, parts("sms a decides\nsmm a decides\nseo a executes"), ["a"])

    assert letters(found) == {"a": {"boss": "A", "middle": "A", "hands": "·"}}
    assert found.checks == Checks(nobody=(), no_r=("a",), no_a=(), many_a=("a",), overload={})


def test_one_person_with_all_roles_does_and_answers():
    alone = {"one": Seat(frozenset({"sms", "smm", "cm"}))}

    found = matrix_of(alone, PARTS, DUTIES)

    assert letters(found) == {
        "strategy": {"one": "R≠"},
        "platforms": {"one": "AR"},
        "calendar": {"one": "AR"},
        "posts": {"one": "AR"},
        "reports": {"one": "R"},
        "listening": {"one": "R"},
        "seo": {"one": "~"},
        "events": {"one": "·"},
    }
    assert found.checks.overload == {"one": 6}


def test_several_people_in_one_position_are_not_overloaded():
    shared = {"all": Seat(frozenset({"sms", "smm", "cm"}), shared=True)}

    assert matrix_of(shared, PARTS, DUTIES).checks.overload == {}


def test_superior_with_a_condition_is_informed_and_says_so():
    found = matrix_of(DEPARTMENT, parts("cm seo executes\nsmm seo (decides"), ["seo"])

    cell = found.cells["seo"]["middle"]
    assert (shown(cell), cell.conditional, text_of(cell)) == ("I~", True, "I~")


def test_a_part_in_doubt_makes_no_letter_and_says_so():
    found = matrix_of(
        DEPARTMENT, parts("cm seo -executes\nsmm seo (decides -plans\nsms posts -decides"), ["seo", "posts"]
    )

    assert letters(found) == {
        "seo": {"boss": "·", "middle": "~", "hands": "?"},
        "posts": {"boss": "?", "middle": "·", "hands": "·"},
    }
    assert text_of(found.cells["seo"]["hands"]) == "?"
    assert found.checks.nobody == ("seo", "posts")


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("cm a executes analyses", {"executes"}),
        ("cm a executes\nsmm a plans decides", {"executes", "plans"}),
        ("cm a analyses\nsmm a supervises", {"analyses", "supervises"}),
        ("cm a analyses\nsmm a (executes", {"analyses"}),
        ("cm a (executes", set()),
    ],
)
def test_work_of_a_duty(text, work):
    assert work_of(parts(text)) == work


INVOLVEMENTS = ("decides", "plans", "executes", "supervises", "analyses")
any_part = st.builds(
    Part, st.sampled_from(("cm", "smm", "sms", "seo")), st.sampled_from(DUTIES), st.sampled_from(INVOLVEMENTS),
    st.sampled_from(Hold),
)  # fmt: skip
any_parts = st.lists(any_part, max_size=40)


@given(any_parts)
def test_any_letter_follows_from_a_part_or_from_the_line(given_parts):
    found = matrix_of(DEPARTMENT, given_parts, DUTIES)

    for duty, row in found.cells.items():
        for slug, cell in row.items():
            own = {
                part.involvement
                for part in given_parts
                if (part.duty, part.hold.holds) == (duty, True) and part.role in DEPARTMENT[slug].roles
            }
            played = [mark.letter for mark in cell.marks if mark.letter is not Letter.INFORMED]
            assert bool(played) == bool(own)
            assert cell.has(Letter.RESPONSIBLE) == bool(own & work_of(p for p in given_parts if p.duty == duty))
            if cell.has(Letter.INFORMED):
                below = [other for other, seat in DEPARTMENT.items() if seat.superior == slug]
                assert any(row[other].has(Letter.RESPONSIBLE) for other in below)


@given(any_parts)
def test_checks_say_what_the_letters_say(given_parts):
    found = matrix_of(DEPARTMENT, given_parts, DUTIES)

    def count(duty, letter):
        return sum(cell.has(letter) for cell in found.cells[duty].values())

    told = [duty for duty in DUTIES if any(cell.marks for cell in found.cells[duty].values())]
    assert found.checks.nobody == tuple(duty for duty in DUTIES if duty not in told)
    assert found.checks.no_r == tuple(duty for duty in told if not count(duty, Letter.RESPONSIBLE))
    assert found.checks.no_a == tuple(duty for duty in told if not count(duty, Letter.ACCOUNTABLE))
    assert found.checks.many_a == tuple(duty for duty in DUTIES if count(duty, Letter.ACCOUNTABLE) > 1)


@given(any_parts, st.randoms())
def test_order_of_the_parts_does_not_matter(given_parts, random):
    shuffled = random.sample(given_parts, len(given_parts))

    assert matrix_of(DEPARTMENT, given_parts, DUTIES) == matrix_of(DEPARTMENT, shuffled, DUTIES)


def said(table):
    """Parts and who says so: role, duty, involvement, voices; ``?`` before a part that is disputed."""
    rows = [line.split() for line in table.strip().splitlines()]
    return [
        Part(role, duty, part.lstrip("?"), Hold.DISPUTED if part[0] == "?" else Hold.FIRM, frozenset(voices))
        for role, duty, part, *voices in rows
    ]


def signs(found, duty):
    return {slug: text_of(cell) for slug, cell in found.cells[duty].items()}


def test_letter_of_one_voice_says_so():
    found = matrix_of(DEPARTMENT, said("""
    sms plan  decides   a
    smm plan  plans     a b
    cm  plan  analyses  b
    sms posts supervises
    smm posts ?executes a
    cm  posts ?executes b c
    """), ["plan", "posts"])  # fmt: skip

    assert signs(found, "plan") == {"boss": "A¹", "middle": "R", "hands": "C¹"}
    assert signs(found, "posts") == {"boss": "A", "middle": "R¹≠", "hands": "R≠"}


def test_letter_that_rests_on_several_parts_has_the_voices_of_all():
    alone = {"one": Seat(frozenset({"sms", "cm"}))}

    found = matrix_of(alone, said("sms a plans x\ncm a executes y\nsms b plans x\ncm b executes x"), ["a", "b"])

    assert (signs(found, "a"), signs(found, "b")) == ({"one": "R"}, {"one": "R¹"})


def test_letter_that_comes_from_the_chart_rests_on_no_voice():
    found = matrix_of(DEPARTMENT, said("cm a executes x"), ["a"])

    assert signs(found, "a") == {"boss": "", "middle": "I", "hands": "R¹"}


@pytest.mark.parametrize(
    ("table", "inverted"),
    [
        ("sms a plans\nsmm a decides", True),
        ("sms a plans\ncm a decides", True),  # two levels below
        ("smm a plans\ncm a decides\ncm a plans", True),
        ("sms a plans\ncm a supervises", True),
        ("sms a decides\nsmm a plans", False),
        ("sms a plans\nsms a decides\nsmm a decides", False),  # several answer: another finding
        ("sms a analyses\ncm a decides\ncm a plans", False),  # the one above is consulted
        ("cm a decides\ncm a plans", False),  # the one above is informed
    ],
)
def test_accountable_below_responsible_is_found(table, inverted):
    found = matrix_of(DEPARTMENT, parts(table), ["a"])

    assert found.checks.inverted == (("a",) if inverted else ())


def test_beside_each_other_nobody_is_below():
    seats = {"one": Seat(frozenset({"sms"})), "other": Seat(frozenset({"smm"}))}

    assert matrix_of(seats, parts("sms a plans\nsmm a decides"), ["a"]).checks.inverted == ()


def test_ring_of_superiors_ends():
    seats = {"one": Seat(frozenset({"sms"}), "other"), "other": Seat(frozenset({"smm"}), "one")}

    assert matrix_of(seats, parts("sms a plans\nsmm a decides"), ["a"]).checks.inverted == ("a",)
