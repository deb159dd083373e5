"""The public fields of documents, passages and citations."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from sources.api.support import KINDS, support_of
from sources.models import Derivation, Passage, Source
from web.api.fields import ApiUrl, ListUrl, PageUrl, Text


class CoversSerializer(serializers.Serializer[Source]):
    """How much a document covers."""

    roles = serializers.IntegerField(source="role_count", min_value=0, help_text="Roles that it gives a duty to.")
    duties = serializers.IntegerField(source="duty_count", min_value=0, help_text="Duties that it speaks of.")
    areas = serializers.IntegerField(source="area_count", min_value=0, help_text="Areas of those duties.")


class SourceSerializer(serializers.ModelSerializer[Source]):
    """A document."""

    url = ApiUrl("api:source-detail", lambda source: source.slug)
    page_url = PageUrl()
    title = Text("As the document gives it; in square brackets where it gives none.")
    short_name = Text("For citing it in a line.")
    description = Text("What kind of document it is.")
    derives_from = serializers.SlugRelatedField[Source](
        "slug", read_only=True, allow_null=True, help_text="The document it translates or sums up: one voice with it."
    )
    derivation = serializers.ChoiceField(
        choices=Derivation.choices,
        allow_blank=True,
        read_only=True,
        help_text="How it was made from `derives_from`; empty where it was not.",
    )
    published = serializers.CharField(
        read_only=True, help_text="As precise as it is known: `2018`, `2018-10`, `2018-10-31`; empty when unknown."
    )
    address = serializers.CharField(read_only=True, help_text="Where it was found; empty when unknown.")
    passage_count = serializers.IntegerField(read_only=True, min_value=0, help_text="How many passages are recorded.")
    covers = CoversSerializer(source="*", read_only=True, help_text="How much it covers, in numbers.")
    passages = ListUrl("api:passage-list", "source", "Its passages.")

    class Meta:
        model = Source
        fields = [
            "url", "page_url", "slug", "title", "short_name", "publisher", "author", "published", "language", "address",
            "retrieved", "derives_from", "derivation", "description", "passage_count", "covers",
            "passages",
        ]  # fmt: skip
        read_only_fields = fields


class CitedPassageSerializer(serializers.ModelSerializer[Passage]):
    """A passage where a fact cites it."""

    url = ApiUrl("api:passage-detail", lambda passage: passage.pk)
    page_url = PageUrl()
    source = serializers.SlugRelatedField[Source](  # type: ignore[assignment]  # the word of the product
        "slug", read_only=True, help_text="The document."
    )
    gist = Text("What it says, in our own words.")
    standing_note = Text("Why it is doubtful, or what is odd about it; may be empty.")

    class Meta:
        model = Passage
        fields = ["url", "page_url", "source", "locator", "gist", "standing", "standing_note"]
        read_only_fields = fields

    def to_representation(self, instance: Passage) -> dict[str, Any]:
        """Told once for each answer, however many facts cite it."""
        told = cast("dict[str, Any]", self.context).setdefault("told", {})
        key = (type(self), instance.pk)
        if key not in told:
            told[key] = super().to_representation(instance)
        representation: dict[str, Any] = told[key]
        return representation


class PassageCitationSerializer(serializers.Serializer[Any]):
    """One fact × one passage, where the passage adds nothing of its own."""

    passage = CitedPassageSerializer(read_only=True)


class ConditionalCitationSerializer(PassageCitationSerializer):
    """One fact × one passage that may bind it to a condition."""

    condition = Text("Such as “if nobody is in charge of SEO”; then it is shown, not counted. May be empty.")


class SupportSerializer(serializers.Serializer[Any]):
    """A fact that rests on a passage."""

    kind = serializers.ChoiceField(choices=KINDS, help_text="What kind of fact it is.")
    label = Text("The fact in a few words.")  # type: ignore[assignment]
    condition = Text("Under which condition the passage states it; may be empty.")
    denies = serializers.BooleanField(help_text="The passage says that it is not so.")
    url = serializers.URLField(help_text="The fact, or the object that carries it, in the API.")
    page_url = serializers.URLField(help_text="The page, or the place on it, where the fact is read.")


class PassageSerializer(CitedPassageSerializer):
    """A passage and the facts that rest on it."""

    repeats = serializers.SerializerMethodField(help_text="The passage of another document whose sentence it repeats.")
    supports = serializers.SerializerMethodField(help_text="Every fact that cites it.")

    class Meta(CitedPassageSerializer.Meta):
        fields = [*CitedPassageSerializer.Meta.fields, "repeats", "supports"]
        read_only_fields = fields

    @extend_schema_field(CitedPassageSerializer(allow_null=True))
    def get_repeats(self, passage: Passage) -> dict[str, Any] | None:
        """The repeated passage, without what it repeats in its turn."""
        return CitedPassageSerializer(passage.repeats, context=self.context).data if passage.repeats else None

    @extend_schema_field(SupportSerializer(many=True))
    def get_supports(self, passage: Passage) -> list[dict[str, Any]]:
        """The facts, by kind."""
        return support_of(passage, self.context)
