"""The public fields of areas, duties, responsibilities and disagreements."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from responsibilities.agreement.rule import Agreement
from responsibilities.api.evidence import Counted, Evidence
from responsibilities.models import Area, Citation, Duty, DutyTerm, Hedge, Horizon, Involvement, Responsibility
from responsibilities.record import DutyClaims
from roles.models import Role
from sources.api.serializers import CitedPassageSerializer
from web.api.fields import ApiUrl, ListUrl, PageUrl, Text, VoicesSerializer

AGREEMENTS = [(agreement.value, agreement.value) for agreement in Agreement]


class AreaSerializer(serializers.ModelSerializer[Area]):
    """A shelf for duties."""

    url = ApiUrl("api:area-detail", lambda area: area.slug)
    page_url = PageUrl()
    name = Text("Its name.")
    description = Text("What belongs on it.")
    duty_count = serializers.IntegerField(read_only=True, min_value=0, help_text="How many duties stand on it.")
    duties = ListUrl("api:duty-list", "area", "Its duties.")

    class Meta:
        model = Area
        fields = ["url", "page_url", "slug", "name", "description", "duty_count", "duties"]
        read_only_fields = fields


class CitationSerializer(serializers.ModelSerializer[Citation]):
    """One responsibility × one passage, with what that document adds."""

    passage = CitedPassageSerializer(read_only=True)
    condition = Text("Such as “if nobody is in charge of SEO”; then it is shown, not counted. May be empty.")
    horizon = serializers.ChoiceField(
        choices=Horizon.choices, allow_blank=True, read_only=True,
        help_text="How far ahead the document sets it; empty where it does not say.",
    )  # fmt: skip
    hedge = serializers.ChoiceField(
        choices=Hedge.choices, allow_blank=True, read_only=True,
        help_text="How firmly the document says it; empty where it says so plainly.",
    )  # fmt: skip

    class Meta:
        model = Citation
        fields = ["passage", "condition", "horizon", "hedge", "denies"]
        read_only_fields = fields


class ResponsibilitySerializer(serializers.ModelSerializer[Responsibility]):
    """A role's part in a duty."""

    url = ApiUrl("api:responsibility-detail", lambda responsibility: ".".join(responsibility.natural_key()))
    page_url = PageUrl()
    role = serializers.SlugRelatedField[Role]("slug", read_only=True, help_text="The role.")
    duty = serializers.SlugRelatedField[Duty]("slug", read_only=True, help_text="The duty.")
    area = serializers.SlugField(source="duty.area.slug", read_only=True, help_text="The area of the duty.")
    statement = Text("What all its citations share.")
    agreement = serializers.SerializerMethodField(
        help_text="Whether the documents agree on who plays this part; null where the role's identity is open."
    )
    voices = serializers.SerializerMethodField(help_text="The documents that give this part to this role.")
    denied_by = serializers.SerializerMethodField(help_text="Those that say it is not this role's.")
    citations = CitationSerializer(many=True, read_only=True)

    class Meta:
        model = Responsibility
        fields = [
            "url", "page_url", "role", "duty", "area", "involvement", "statement", "agreement", "voices", "denied_by",
            "citations",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=AGREEMENTS, allow_null=True))
    def get_agreement(self, responsibility: Responsibility) -> str | None:
        """Weighed over all roles in the duty."""
        agreement: str | None = self.context["evidence"].agreement_on(responsibility)
        return agreement

    @extend_schema_field(VoicesSerializer)
    def get_voices(self, responsibility: Responsibility) -> Counted:
        """Counted from the loaded citations."""
        counted: Counted = self.context["evidence"].of_responsibility(responsibility)
        return counted

    @extend_schema_field(serializers.ListField(child=serializers.SlugField()))
    def get_denied_by(self, responsibility: Responsibility) -> list[str]:
        """From the loaded citations."""
        deniers: list[str] = self.context["evidence"].deniers_of(responsibility)
        return deniers


class TermSerializer(serializers.ModelSerializer[DutyTerm]):
    """Another wording of a duty."""

    class Meta:
        model = DutyTerm
        fields = ["term", "language"]
        read_only_fields = fields


class WeighedRoleSerializer(serializers.Serializer[Any]):
    """One role in a verdict."""

    role = serializers.SlugField(help_text="The role.")
    voices = VoicesSerializer(help_text="The independent documents that name it here.")
    denied_by = serializers.ListField(child=serializers.SlugField(), help_text="Those that say it is not this role's.")


class VerdictSerializer(serializers.Serializer[Any]):
    """What the documents make of one involvement in a duty."""

    involvement = serializers.ChoiceField(choices=Involvement.choices)
    agreement = serializers.ChoiceField(choices=AGREEMENTS)
    voices = VoicesSerializer(help_text="All that say who does it, out of those that describe any of the roles.")
    roles = WeighedRoleSerializer(many=True, help_text="Each role that is named, the most voices first.")


class DutySerializer(serializers.ModelSerializer[Duty]):
    """Something that has to be done, whoever does it."""

    url = ApiUrl("api:duty-detail", lambda duty: duty.slug)
    page_url = PageUrl()
    name = Text("Its name.")
    question = Text("What people ask when they look for it; may be empty.")
    area = serializers.SlugRelatedField[Area]("slug", read_only=True, help_text="Its area.")
    description = Text("What it covers, and what it does not; may be empty.")
    reading_note = Text("An editor's help where the documents differ; may be empty.")
    terms = TermSerializer(source="wordings", many=True, read_only=True, help_text="Other wordings, in both languages.")
    agreement = serializers.SerializerMethodField(
        help_text="Of the duty as a whole: `single` where no part in it has two voices, though each part may have "
        "another; null where no document (of those asked for) gives it to a role that is weighed."
    )
    involvements = serializers.SerializerMethodField(
        help_text="The verdict on each part that a weighed role plays in it."
    )
    responsibilities = ListUrl("api:responsibility-list", "duty", "Who does what in it, with the passages.")

    class Meta:
        model = Duty
        fields = [
            "url", "page_url", "slug", "name", "question", "area", "description", "reading_note", "terms",
            "agreement", "involvements", "responsibilities",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=AGREEMENTS, allow_null=True))
    def get_agreement(self, duty: Duty) -> str | None:
        """Disputed if any involvement is, else agreed if any is, else single, else conditional."""
        claims = self.context["evidence"].claims.get(duty.pk)
        return claims.agreement if claims else None

    @extend_schema_field(VerdictSerializer(many=True))
    def get_involvements(self, duty: Duty) -> list[dict[str, Any]]:
        """In the order of the involvements."""
        evidence: Evidence = self.context["evidence"]
        claims = evidence.claims.get(duty.pk)
        if not claims:
            return []
        return [verdict_of(claims, name, evidence) for name in Involvement.values if name in claims.verdicts]


def verdict_of(claims: DutyClaims, involvement: str, evidence: Evidence) -> dict[str, Any]:
    """The shape of ``VerdictSerializer``."""
    verdict = claims.verdicts[involvement]
    roles = [entry.role for entry in verdict.roles]
    return {
        "involvement": involvement,
        "agreement": verdict.agreement,
        "voices": evidence.counted(claims.voices_on(involvement), roles),
        "roles": [weighed_role_of(claims, involvement, role, evidence) for role in roles],
    }


def weighed_role_of(claims: DutyClaims, involvement: str, role: str, evidence: Evidence) -> dict[str, Any]:
    """The shape of ``WeighedRoleSerializer``."""
    return {
        "role": role,
        "voices": evidence.counted(claims.voices_on(involvement, role), [role]),
        "denied_by": list(claims.voices_on(involvement, role, denies=True)),
    }
