"""The public fields of roles and traits."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from responsibilities.agreement.duty_count import DutyCount
from responsibilities.api.evidence import Counted
from roles.models import Alias, Role, Trait
from sources.api.serializers import ConditionalCitationSerializer, PassageCitationSerializer
from web.api.fields import ApiUrl, ListUrl, PageUrl, Text, VoicesSerializer


class AliasSerializer(serializers.ModelSerializer[Alias]):
    """Another name that documents give to a role."""

    note = Text("What to know about the name; may be empty.")
    citations = PassageCitationSerializer(many=True, read_only=True)

    class Meta:
        model = Alias
        fields = ["name", "language", "disputed", "note", "citations"]
        read_only_fields = fields


class RoleSerializer(serializers.ModelSerializer[Role]):
    """A job that the documents name."""

    url = ApiUrl("api:role-detail", lambda role: role.slug)
    page_url = PageUrl()
    name = Text("Its name.")
    aliases = AliasSerializer(
        source="other_names", many=True, read_only=True, help_text="Other names that documents give to it."
    )
    voices = serializers.SerializerMethodField(
        help_text="The independent documents that describe it at all, out of all of them."
    )
    duty_count = serializers.SerializerMethodField(help_text="How many duties it has: those that a passage affirms.")
    uncounted_duty_count = serializers.SerializerMethodField(
        help_text="How many of them it has only under a condition or in doubt."
    )
    traits = ListUrl("api:trait-list", "role", "What the documents say of it apart from its duties.")
    responsibilities = ListUrl("api:responsibility-list", "role", "Its part in each duty.")

    class Meta:
        model = Role
        fields = [
            "url", "page_url", "slug", "name", "abbreviation", "is_core", "identity_open", "aliases", "voices",
            "duty_count", "uncounted_duty_count", "traits", "responsibilities",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(VoicesSerializer)
    def get_voices(self, role: Role) -> Counted:
        """Out of all independent documents, unlike the voices of a fact."""
        counted: Counted = self.context["evidence"].of_role(role.slug)
        return counted

    def get_duty_count(self, role: Role) -> int:
        """The number that the page of the role tells."""
        return self._duties(role).total

    def get_uncounted_duty_count(self, role: Role) -> int:
        """Those that no counted citation gives to it."""
        return self._duties(role).uncounted

    def _duties(self, role: Role) -> DutyCount:
        found: DutyCount = self.context["evidence"].duty_counts.get(role.slug, DutyCount())
        return found


class TraitSerializer(serializers.ModelSerializer[Trait]):
    """A fact about a role that is not a duty."""

    url = ApiUrl("api:trait-detail", lambda trait: ".".join(trait.natural_key()))
    page_url = PageUrl()
    slug = serializers.SlugField(read_only=True, help_text="Unique within the role.")
    role = serializers.SlugRelatedField[Role]("slug", read_only=True, help_text="The role.")
    statement = Text("The fact.")
    voices = serializers.SerializerMethodField(help_text="The independent documents that state it.")
    citations = ConditionalCitationSerializer(many=True, read_only=True)

    class Meta:
        model = Trait
        fields = ["url", "page_url", "slug", "role", "kind", "statement", "voices", "citations"]
        read_only_fields = fields

    @extend_schema_field(VoicesSerializer)
    def get_voices(self, trait: Trait) -> Counted:
        """Counted from the loaded citations."""
        counted: Counted = self.context["evidence"].of_trait(trait)
        return counted
