"""Who: roles, the names that documents give them, and the facts about them that are not duties."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editing import constraints
from editing.content import Content, ContentManager
from editing.order import Ordered, PlaceField
from roles.querysets import RoleQuerySet, TraitQuerySet
from sources.models import ConditionalCitation, Language, PassageCitation
from web.alphabet import by_language
from web.translated import Translated


class Tone(models.TextChoices):
    """The colour that stands for a role wherever it appears; the values are names of design tokens."""

    TEAL = "teal", _("teal")
    AMBER = "amber", _("amber")
    PLUM = "plum", _("plum")
    BLUE = "blue", _("blue")
    MOSS = "moss", _("moss")
    BRICK = "brick", _("brick")
    SLATE = "slate", _("slate")


class TraitKind(models.TextChoices):
    """What a trait says about a role, in the order of a role's page."""

    DEFINITION = "definition", _("definition")
    MISSION = "mission", _("mission")
    FOCUS = "focus", _("focus")
    GOAL = "goal", _("goal")
    HORIZON = "horizon", _("horizon")
    MEASURE = "measure", _("measure")
    AUTHORITY = "authority", _("authority")
    RELATION = "relation", _("relation")
    DISTINCTION = "distinction", _("distinction")
    NEED = "need", _("need")
    QUALITY = "quality", _("quality")
    VALUE = "value", _("value")
    MENTION = "mention", _("mention")


class Role(Ordered, Content):
    """A job that the documents name. All are weighed against each other but those whose identity is open."""

    parts = ("aliases",)

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name_es = models.CharField(_("name in Spanish"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=8, blank=True)
    is_core = models.BooleanField(
        _("core role"), default=False, help_text=_("One of the roles that the documents are about.")
    )
    identity_open = models.BooleanField(
        _("identity is open"),
        default=False,
        help_text=_("Its document leaves open which role this is: it takes no part in the agreement and is no advice."),
    )
    tone = models.CharField(_("colour"), max_length=8, choices=Tone, default=Tone.SLATE)
    position = PlaceField(_("order"), default=0)

    name = Translated()

    objects = ContentManager.from_queryset(RoleQuerySet)()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["-is_core", "position", "slug"]
        constraints = [
            constraints.plain_slug("role_slug_plain"),
            constraints.filled("name_es", name="role_name_filled"),
            constraints.known("tone", Tone, name="role_tone_known"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def short_name(self) -> str:
        """The abbreviation, or the name where there is none."""
        return self.abbreviation or self.name

    @property
    def other_names(self) -> "list[Alias]":
        """The aliases, Spanish ones first, each language by its alphabet. No query where they are attached."""
        return sorted(self.aliases.all(), key=lambda alias: by_language(alias.language, alias.name))

    @property
    def also_called(self) -> "list[Alias]":
        """The aliases that tell a reader more than the name of the role in the language of the page does."""
        return [alias for alias in self.other_names if alias.name.casefold() != self.name.casefold()]

    def get_absolute_url(self) -> str:
        """The page of the role."""
        return reverse("roles:detail", args=[self.slug])


class Alias(Content):
    """Another name that a document gives to a role; disputed where documents or readers differ about whom it means."""

    natural = ("role", "name")
    parts = ("citations",)
    whole = "role"
    named_with = "role"

    role = models.ForeignKey(Role, models.CASCADE, related_name="aliases", verbose_name=_("role"))
    name = models.CharField(_("name"), max_length=80)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.SPANISH)
    disputed = models.BooleanField(_("disputed"), default=False)
    note_es = models.CharField(_("note in Spanish"), max_length=300, blank=True)
    note_en = models.CharField(_("note in English"), max_length=300, blank=True)

    note = Translated()

    objects = ContentManager()

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["role", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "name"],
                name="alias_once",
                violation_error_message=_("The role already has this alias."),
            ),
            constraints.filled("name", name="alias_name_filled"),
            constraints.known("language", Language, name="alias_language_known"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class AliasCitation(PassageCitation):
    """A passage that uses an alias."""

    natural = ("alias", "passage")

    alias = models.ForeignKey(Alias, models.CASCADE, related_name="citations", verbose_name=_("alias"))

    class Meta(PassageCitation.Meta):
        ordering = ["alias", "passage"]
        constraints = [models.UniqueConstraint(fields=["alias", "passage"], name="alias_citation_once")]


class Trait(Ordered, Content):
    """A fact about a role that is not a duty."""

    natural = ("role", "slug")
    parts = ("citations",)
    named_with = "role"
    order_within = "role"

    role = models.ForeignKey(Role, models.CASCADE, related_name="traits", verbose_name=_("role"))
    kind = models.CharField(_("kind"), max_length=12, choices=TraitKind)
    slug = models.SlugField(_("slug"), max_length=80, help_text=_("Unique within the role; part of its address."))
    position = PlaceField(_("order"), default=0)
    statement_es = models.TextField(_("statement in Spanish"), max_length=800)
    statement_en = models.TextField(_("statement in English"), max_length=800, blank=True)

    statement = Translated()

    objects = ContentManager.from_queryset(TraitQuerySet)()

    class Meta:
        verbose_name = _("trait")
        verbose_name_plural = _("traits")
        ordering = ["role", "position", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "slug"],
                name="trait_once",
                violation_error_message=_("The role already has a trait with this slug."),
            ),
            constraints.plain_slug("trait_slug_plain"),
            constraints.filled("statement_es", name="trait_statement_filled"),
            constraints.known("kind", TraitKind, name="trait_kind_known"),
        ]

    def __str__(self) -> str:
        return str(self.statement)

    @property
    def anchor(self) -> str:
        """Where the trait stands on the page of its role."""
        return f"t-{self.slug}"

    def get_absolute_url(self) -> str:
        """The trait on the page of its role."""
        return f"{self.role.get_absolute_url()}#{self.anchor}"


class TraitCitation(ConditionalCitation):
    """A passage that states a trait."""

    natural = ("trait", "passage")

    trait = models.ForeignKey(Trait, models.CASCADE, related_name="citations", verbose_name=_("trait"))

    class Meta(ConditionalCitation.Meta):
        ordering = ["trait", "passage"]
        constraints = [models.UniqueConstraint(fields=["trait", "passage"], name="trait_citation_once")]
