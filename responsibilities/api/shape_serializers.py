"""The public fields of comparisons and disagreements: what is computed from the facts, not a row of its own."""

from typing import Any

from rest_framework import serializers

from responsibilities.agreement.stances import Stance
from responsibilities.api.serializers import AGREEMENTS, CitationSerializer
from responsibilities.compare.rule import CellState, Spread
from responsibilities.models import Involvement
from web.api.fields import Text, VoicesSerializer

STATES = [(state.value, state.value) for state in CellState]
SPREADS = [(spread.value, spread.value) for spread in Spread]
STANCES = [(stance.value, stance.value) for stance in Stance]
PAGE_URL = "The page, or the place on it, where this is read."


def slugs(help_text: str) -> serializers.ListField:
    """A list of slugs."""
    return serializers.ListField(child=serializers.SlugField(), help_text=help_text)


class OptionsSerializer(serializers.Serializer[Any]):
    """What was asked for, in canonical order."""

    source = slugs("Only these documents speak; empty: all.")  # type: ignore[assignment]
    area = serializers.SlugField(allow_null=True, help_text="Only this area; null: all.")
    only = serializers.ChoiceField(choices=[("differences", "differences")], allow_null=True)
    min_voices = serializers.IntegerField(help_text="Only facts with at least so many voices; 0: all.")


class ComparedRoleSerializer(serializers.Serializer[Any]):
    """A role that is compared."""

    slug = serializers.SlugField()
    name = Text("Its name.")
    url = serializers.URLField(help_text="The role in the API.")
    page_url = serializers.URLField(help_text=PAGE_URL)
    duties = serializers.IntegerField(help_text="How many duties in `rows` it has: those that a passage affirms.")
    uncounted = serializers.IntegerField(help_text="How many of them it has only under a condition or in doubt.")
    alone = serializers.IntegerField(help_text="In how many of them no document gives another of the roles a part.")
    shared = serializers.IntegerField(help_text="How many of them another of the roles has too.")


class PartSerializer(serializers.Serializer[Any]):
    """One involvement of a role in a duty."""

    involvement = serializers.ChoiceField(choices=Involvement.choices)
    statement = Text("What the citations share.")
    disputed = serializers.BooleanField(help_text="The documents differ on who plays this part.")
    denied = serializers.BooleanField(help_text="No document affirms it and one denies it.")
    uncounted = serializers.BooleanField(help_text="It rests only on passages under a condition or doubtful.")
    voices = VoicesSerializer(help_text="The independent documents that give it to the role.")
    denied_by = slugs("The independent documents that say it is not the role's.")
    url = serializers.URLField(help_text="The responsibility in the API.")
    page_url = serializers.URLField(help_text=PAGE_URL)
    citations = CitationSerializer(many=True)


class CellSerializer(serializers.Serializer[Any]):
    """One role × one duty."""

    role = serializers.SlugField()
    state = serializers.ChoiceField(
        choices=STATES,
        help_text="`not_recorded` is not a no. `fewer_voices`: recorded, but by fewer than `min_voices` documents.",
    )
    disputed = serializers.BooleanField(help_text="The documents differ on one of its parts.")
    parts = PartSerializer(many=True)


class RowSerializer(serializers.Serializer[Any]):
    """One duty and its cells, in the order of the roles."""

    duty = serializers.SlugField()
    name = Text("The name of the duty.")
    area = serializers.SlugField(help_text="Its area.")
    url = serializers.URLField(help_text="The duty in the API.")
    page_url = serializers.URLField(help_text=PAGE_URL)
    spread = serializers.ChoiceField(
        choices=SPREADS,
        help_text="How many of the roles have it, by the cells: `all` in the same parts, all in different `parts`, "
        "`some`, `one`, `fewer` (one at most, others by fewer than `min_voices` documents), `none`.",
    )
    disputed = serializers.BooleanField(help_text="Some cell is.")
    cells = CellSerializer(many=True)


class DifferenceSerializer(serializers.Serializer[Any]):
    """A part that documents which describe both roles give to the one, and no document to the other."""

    duty = serializers.SlugField()
    involvement = serializers.ChoiceField(choices=Involvement.choices)
    role = serializers.SlugField(help_text="The role that has it.")
    other = serializers.SlugField(help_text="The role that has not.")
    sources = slugs("The documents that describe both and give it to the one.")


class UncountedSerializer(serializers.Serializer[Any]):
    """A duty that some of the roles have only under a condition or in doubt."""

    duty = serializers.SlugField()
    roles = slugs("The roles that have it so.")


class ComparisonSerializer(serializers.Serializer[Any]):
    """Two to four roles side by side."""

    url = serializers.URLField(help_text="This comparison, its roles and options in canonical order.")
    page_url = serializers.URLField(help_text="The page that shows it.")
    options = OptionsSerializer()
    roles = ComparedRoleSerializer(many=True, help_text="In canonical order, whatever the order asked for.")
    shared = slugs("Of the duties in `rows`, those that all the roles have.")
    uncounted = UncountedSerializer(
        many=True,
        help_text="Of the duties in `rows`, those that a role has only under a condition or in doubt. Empty with "
        "`min_voices`.",
    )
    differences = DifferenceSerializer(
        many=True,
        help_text="The sharpest of each role, then of any, up to three: parts that nothing gives to the other.",
    )
    count = serializers.IntegerField(help_text="How many rows.")
    rows = RowSerializer(
        many=True,
        help_text="The duties that one of the roles has or is denied. All that is summed up is read off these.",
    )


class AnswerSerializer(serializers.Serializer[Any]):
    """One role's claim to a part."""

    role = serializers.SlugField()
    statement = Text("What its citations share.")
    weighed = serializers.BooleanField(
        help_text="Whether the role takes part in the agreement: no, where its identity is open."
    )
    voices = VoicesSerializer(help_text="The independent documents that name it.")
    denied_by = slugs("The independent documents that say it is not the role's.")
    url = serializers.URLField(help_text="The responsibility in the API.")
    page_url = serializers.URLField(help_text=PAGE_URL)
    citations = CitationSerializer(many=True)


class RoleStanceSerializer(serializers.Serializer[Any]):
    """What one document says of one role."""

    role = serializers.SlugField()
    stance = serializers.ChoiceField(
        choices=STANCES,
        help_text="`repeats`: it says so as one voice with another document. `silent`: it describes the role and does "
        "not say this. `unknown`: it does not describe the role.",
    )


class StandSerializer(serializers.Serializer[Any]):
    """Where one document stands on the question."""

    source = serializers.SlugField()  # type: ignore[assignment]
    speaks = serializers.BooleanField(help_text="Whether it says anything about it.")
    stances = RoleStanceSerializer(many=True)


class QuestionSerializer(serializers.Serializer[Any]):
    """A part on which the documents differ."""

    involvement = serializers.ChoiceField(choices=Involvement.choices)
    question = Text("Which part of the duty is meant, below the question of the duty: “Who plans?”.")
    agreement = serializers.ChoiceField(choices=AGREEMENTS, help_text="Always `disputed` here.")
    answers = AnswerSerializer(many=True)
    stands = StandSerializer(
        many=True,
        help_text="Every document, the silent ones last; of those that derive from one another, the ones "
        "that speak of the duty.",
    )


class DisagreementSerializer(serializers.Serializer[Any]):
    """A duty on which the documents differ."""

    url = serializers.URLField(help_text="The duty in the API.")
    page_url = serializers.URLField(help_text="The page of the duty.")
    slug = serializers.SlugField(help_text="The slug of the duty.")
    name = Text("Its name.")
    question = Text("What is asked of the duty; its name where it has no question yet.")
    area = serializers.SlugField(help_text="Its area.")
    reading_note = Text("An editor's help on how to read it; may be empty.")
    questions = QuestionSerializer(many=True)
