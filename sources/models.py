"""What we cite: documents, the places in them, and the base of every citation."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from editing import constraints
from editing.content import Content, ContentManager
from editing.order import Ordered, PlaceField
from sources.querysets import PassageQuerySet, SourceQuerySet
from web.translated import InLanguage, Translated


class Language(models.TextChoices):
    """The languages of content and of documents."""

    SPANISH = "es", _("Spanish")
    ENGLISH = "en", _("English")


class Derivation(models.TextChoices):
    """How a document was made from another one."""

    TRANSLATION = "translation", _("translation")
    SUMMARY = "summary", _("summary")


class Standing(models.TextChoices):
    """Whether a passage can be read with confidence."""

    SOUND = "sound", _("sound")
    DOUBTFUL = "doubtful", _("doubtful")


class Source(Content):
    """A document that makes claims. Together with what it derives from, it is one voice."""

    parts = ("passages",)

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title_es = models.CharField(
        _("title in Spanish"),
        max_length=200,
        help_text=_("As the document gives it; in square brackets where it gives none."),
    )
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    short_name_es = models.CharField(
        _("short name in Spanish"),
        max_length=60,
        blank=True,
        help_text=_("For citing: who published or signed it, or what it is, such as “Texto de 2018, sin firma”."),
    )
    short_name_en = models.CharField(_("short name in English"), max_length=60, blank=True)
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    author = models.CharField(_("author"), max_length=120, blank=True)
    published = models.CharField(
        _("published"),
        max_length=10,
        blank=True,
        help_text=_("As precise as it is known: 2018, 2018-10 or 2018-10-31. Empty when unknown."),
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.SPANISH)
    address = models.URLField(_("address"), max_length=500, blank=True)
    retrieved = models.DateField(_("retrieved on"), null=True, blank=True)
    derives_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="derived",
        verbose_name=_("derives from"),
        help_text=_("The document that this one translates or sums up: then the two are one voice."),
    )
    derivation = models.CharField(_("kind of derivation"), max_length=12, choices=Derivation, blank=True)
    description_es = models.TextField(_("description in Spanish"), max_length=1000, blank=True)
    description_en = models.TextField(_("description in English"), max_length=1000, blank=True)

    title = Translated()
    short_name = Translated()
    description = Translated()

    objects = ContentManager.from_queryset(SourceQuerySet)()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]
        constraints = [
            constraints.plain_slug("source_slug_plain"),
            constraints.filled("title_es", name="source_title_filled"),
            constraints.known("language", Language, name="source_language_known"),
            constraints.known("derivation", Derivation, name="source_derivation_known", optional=True),
            constraints.not_itself("derives_from", name="source_not_its_own_origin"),
            constraints.check(
                Q(derives_from__isnull=True, derivation="") | Q(derives_from__isnull=False) & ~Q(derivation=""),
                name="source_derivation_with_origin",
                message=_("Give both the document that this one derives from and how, or neither."),
            ),
            constraints.partial_date("published", name="source_published_partial_date"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def cited_as(self) -> str:
        """What a line calls the document: its short name, or who signed or published it, or its title."""
        return self.short_name or self.author or self.publisher or self.title

    @property
    def original_title(self) -> str:
        """The title in the language of the document, where the page shows another one; else nothing."""
        original: str = getattr(self, f"title_{self.language}")
        return InLanguage(original, self.language) if original != self.title else ""

    def get_absolute_url(self) -> str:
        """The page of the document."""
        return reverse("sources:detail", args=[self.slug])


class Passage(Ordered, Content):
    """One place in a document and what it says, in our own words."""

    natural = ("source", "locator")
    whole = "source"
    order_within = "source"
    choice_with = ("source",)

    source = models.ForeignKey(Source, models.CASCADE, related_name="passages", verbose_name=_("source"))
    locator = models.CharField(
        _("locator"), max_length=160, help_text=_("Where in the document, such as “Social Media Manager › 11”.")
    )
    position = PlaceField(_("order in the document"), default=0)
    gist_es = models.TextField(_("gist in Spanish"), max_length=1000, help_text=_("What it says, in our own words."))
    gist_en = models.TextField(_("gist in English"), max_length=1000, blank=True)
    standing = models.CharField(_("standing"), max_length=8, choices=Standing, default=Standing.SOUND)
    standing_note_es = models.TextField(_("note on the standing in Spanish"), max_length=600, blank=True)
    standing_note_en = models.TextField(_("note on the standing in English"), max_length=600, blank=True)
    repeats = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="repeated_by",
        verbose_name=_("repeats"),
        help_text=_("A passage of another document with the same stock sentence: then the two are one voice."),
    )

    gist = Translated()
    standing_note = Translated()

    objects = ContentManager.from_queryset(PassageQuerySet)()

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["source__slug", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "locator"],
                name="passage_locator_once",
                violation_error_message=_("This document already has a passage at that place."),
            ),
            constraints.filled("locator", name="passage_locator_filled"),
            constraints.filled("gist_es", name="passage_gist_filled"),
            constraints.known("standing", Standing, name="passage_standing_known"),
            constraints.not_itself("repeats", name="passage_not_its_own_repeat"),
            constraints.check(
                Q(standing=Standing.SOUND) | ~Q(standing_note_es=""),
                name="passage_doubt_explained",
                message=_("Say why the passage is doubtful."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.slug} › {self.locator}"

    @property
    def place(self) -> str:
        """The locator as pages show it: it quotes headings, so it is in the language of the document."""
        return InLanguage(self.locator, self.source.language)

    @property
    def choice(self) -> str:
        """What tells it from others where one is chosen: its place and what it says."""
        return f"{self}: {self.gist}"

    @property
    def anchor(self) -> str:
        """Where the passage stands on the page of its source; the audit refuses two alike in one source."""
        return f"p-{slugify(self.locator)}"

    def get_absolute_url(self) -> str:
        """The passage on the page of its source."""
        return f"{self.source.get_absolute_url()}#{self.anchor}"


class PassageCitation(Content):
    """Base of every citation: one fact × one passage. A cited passage cannot be deleted."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="%(class)ss", verbose_name=_("passage"))

    objects = ContentManager()

    class Meta:
        abstract = True
        verbose_name = _("citation")
        verbose_name_plural = _("citations")

    def __str__(self) -> str:
        return str(self.passage)


class ConditionalCitation(PassageCitation):
    """A citation of a claim that the document may bind to a condition; then it is shown but not counted."""

    condition_es = models.CharField(
        _("condition in Spanish"), max_length=200, blank=True, help_text=_("Such as “if nobody is in charge of SEO”.")
    )
    condition_en = models.CharField(_("condition in English"), max_length=200, blank=True)

    condition = Translated()

    class Meta(PassageCitation.Meta):
        abstract = True
