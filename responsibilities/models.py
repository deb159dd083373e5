"""What they do: the shelves of duties, the duties, and each role's part in them as the documents state it."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editing import constraints
from editing.content import Content, ContentManager
from editing.order import Ordered, PlaceField
from responsibilities.querysets import DutyQuerySet, ResponsibilityQuerySet
from sources.models import ConditionalCitation, Language
from web.alphabet import by_language
from web.translated import Translated


class Involvement(models.TextChoices):
    """The part a role plays in a duty; the verb of the document chooses (docs/glossary.md lists the verbs)."""

    DECIDES = "decides", _("decides")
    PLANS = "plans", _("plans")
    EXECUTES = "executes", _("executes")
    SUPERVISES = "supervises", _("supervises")
    ANALYSES = "analyses", _("analyses")


class Horizon(models.TextChoices):
    """How far ahead a document sets the duty."""

    SHORT = "short", _("short term")
    MEDIUM = "medium", _("medium term")
    LONG = "long", _("long term")


class Hedge(models.TextChoices):
    """How firmly a document says it."""

    FREQUENT = "frequent", _("frequent")
    PROBABLE = "probable", _("probable")
    POSSIBLE = "possible", _("possible")


class Area(Ordered, Content):
    """A shelf for duties: editorial, it cites nothing."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name_es = models.CharField(_("name in Spanish"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    description_es = models.TextField(_("description in Spanish"), max_length=400, blank=True)
    description_en = models.TextField(_("description in English"), max_length=400, blank=True)
    position = PlaceField(_("order"), default=0)

    name = Translated()
    description = Translated()

    objects = ContentManager()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["position", "slug"]
        constraints = [
            constraints.plain_slug("area_slug_plain"),
            constraints.filled("name_es", name="area_name_filled"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        """The shelf on the page of all duties."""
        return f"{reverse('responsibilities:duty_list')}#a-{self.slug}"


class Duty(Ordered, Content):
    """Something that has to be done, whoever does it. Two duties are two when their object or their output differs."""

    parts = ("terms", "responsibilities")
    order_within = "area"
    choice_with = ("area",)

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="duties", verbose_name=_("area"))
    name_es = models.CharField(_("name in Spanish"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    question_es = models.CharField(
        _("question in Spanish"),
        max_length=160,
        blank=True,
        help_text=_("What people ask when they look for it, such as “¿Quién analiza a la competencia?”."),
    )
    question_en = models.CharField(_("question in English"), max_length=160, blank=True)
    description_es = models.TextField(
        _("description in Spanish"), max_length=400, blank=True, help_text=_("What it covers, and what it does not.")
    )
    description_en = models.TextField(_("description in English"), max_length=400, blank=True)
    reading_note_es = models.TextField(
        _("note on how to read it, in Spanish"),
        max_length=800,
        blank=True,
        help_text=_("An editor's help for a duty on which the documents differ."),
    )
    reading_note_en = models.TextField(_("note on how to read it, in English"), max_length=800, blank=True)
    position = PlaceField(_("order in the area"), default=0)

    name = Translated()
    question = Translated()
    description = Translated()
    reading_note = Translated()

    objects = ContentManager.from_queryset(DutyQuerySet)()

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ["area__position", "area__slug", "position", "slug"]
        constraints = [
            constraints.plain_slug("duty_slug_plain"),
            constraints.filled("name_es", name="duty_name_filled"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def wordings(self) -> "list[DutyTerm]":
        """The terms, Spanish ones first, each language by its alphabet. No query where they are attached."""
        return sorted(self.terms.all(), key=lambda term: by_language(term.language, term.term))

    @property
    def choice(self) -> str:
        """What tells it from others where one is chosen: its area, and what it covers."""
        return f"{self.name} ({self.area.name}){f': {self.description}' if self.description else ''}"

    def get_absolute_url(self) -> str:
        """The page of the duty."""
        return reverse("responsibilities:duty_detail", args=[self.slug])


class DutyTerm(Content):
    """Another wording of a duty: editorial, it makes the duty findable."""

    natural = ("duty", "language", "term")

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="terms", verbose_name=_("duty"))
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.SPANISH)
    term = models.CharField(_("term"), max_length=120)

    objects = ContentManager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["duty", "-language", "term"]
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "language", "term"],
                name="duty_term_once",
                violation_error_message=_("The duty already has this term."),
            ),
            constraints.filled("term", name="duty_term_filled"),
            constraints.known("language", Language, name="duty_term_language_known"),
        ]

    def __str__(self) -> str:
        return self.term


class Responsibility(Content):
    """A role's part in a duty, as one or more passages state it."""

    natural = ("role", "duty", "involvement")
    parts = ("citations",)
    whole = "duty"

    role = models.ForeignKey("roles.Role", models.CASCADE, related_name="responsibilities", verbose_name=_("role"))
    duty = models.ForeignKey(Duty, models.CASCADE, related_name="responsibilities", verbose_name=_("duty"))
    involvement = models.CharField(_("involvement"), max_length=12, choices=Involvement)
    statement_es = models.TextField(
        _("statement in Spanish"), max_length=800, help_text=_("What all its citations share, in our own words.")
    )
    statement_en = models.TextField(_("statement in English"), max_length=800, blank=True)
    passages = models.ManyToManyField(
        "sources.Passage", through="Citation", related_name="responsibilities", verbose_name=_("passages")
    )

    statement = Translated()

    objects = ContentManager.from_queryset(ResponsibilityQuerySet)()

    class Meta:
        verbose_name = _("responsibility")
        verbose_name_plural = _("responsibilities")
        ordering = ["duty", "role", "involvement"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "duty", "involvement"],
                name="responsibility_once",
                violation_error_message=_("The role already plays this part in the duty."),
            ),
            constraints.known("involvement", Involvement, name="responsibility_involvement_known"),
            constraints.filled("statement_es", name="responsibility_statement_filled"),
        ]

    def __str__(self) -> str:
        return f"{self.role} · {self.get_involvement_display()} · {self.duty}"

    @property
    def anchor(self) -> str:
        """Where the responsibility stands on the page of its duty."""
        return f"r-{self.role.slug}-{self.involvement}"

    def get_absolute_url(self) -> str:
        """The responsibility on the page of its duty."""
        return f"{self.duty.get_absolute_url()}#{self.anchor}"


class Citation(ConditionalCitation):
    """A passage that states (or denies) a responsibility, with what that document adds."""

    natural = ("responsibility", "passage")

    responsibility = models.ForeignKey(
        Responsibility, models.CASCADE, related_name="citations", verbose_name=_("responsibility")
    )
    horizon = models.CharField(_("horizon"), max_length=8, choices=Horizon, blank=True)
    hedge = models.CharField(_("hedge"), max_length=10, choices=Hedge, blank=True)
    denies = models.BooleanField(
        _("denies"), default=False, help_text=_("The document says that this is not the role's.")
    )

    class Meta(ConditionalCitation.Meta):
        ordering = ["responsibility", "passage"]
        constraints = [
            models.UniqueConstraint(
                fields=["responsibility", "passage"],
                name="citation_once",
                violation_error_message=_("The passage is already cited here."),
            ),
            constraints.known("horizon", Horizon, name="citation_horizon_known", optional=True),
            constraints.known("hedge", Hedge, name="citation_hedge_known", optional=True),
        ]
