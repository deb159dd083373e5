"""Who reports to whom: the structures that documents describe, one chart for each setting."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editing import constraints
from editing.content import Content, ContentManager
from editing.order import Ordered, PlaceField
from orgcharts.querysets import OrgChartQuerySet, PositionQuerySet
from sources.models import PassageCitation
from web.translated import Translated, joined

RESERVED = ("advisor", "changes")  # pages beside those of the charts (orgcharts/urls.py)


class Setting(models.TextChoices):
    """The kind of organisation that a chart describes."""

    DEPARTMENT = "department", _("department")
    AGENCY = "agency", _("agency")
    COMPANY = "company", _("company")
    SME = "sme", _("SME")
    FREELANCE = "freelance", _("freelance")


class Placement(models.TextChoices):
    """Whether a position stands in the line of command or advises beside it."""

    LINE = "line", _("line")
    STAFF = "staff", _("staff")


class OrgChart(Ordered, Content):
    """A structure for one setting. It may have several roots: nobody that the document states is above them."""

    parts = ("citations", "positions")

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name_es = models.CharField(_("name in Spanish"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    setting = models.CharField(_("setting"), max_length=12, choices=Setting)
    description_es = models.TextField(_("description in Spanish"), max_length=800, blank=True)
    description_en = models.TextField(_("description in English"), max_length=800, blank=True)
    position = PlaceField(_("order"), default=0)

    name = Translated()
    description = Translated()

    objects = ContentManager.from_queryset(OrgChartQuerySet)()

    class Meta:
        verbose_name = _("org chart")
        verbose_name_plural = _("org charts")
        ordering = ["position", "slug"]
        constraints = [
            constraints.plain_slug("orgchart_slug_plain"),
            constraints.check(
                ~Q(slug__in=RESERVED),
                name="orgchart_slug_free",
                message=_("Another page has this address: choose another slug."),
            ),
            constraints.filled("name_es", name="orgchart_name_filled"),
            constraints.known("setting", Setting, name="orgchart_setting_known"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        """The page of the chart."""
        return reverse("orgcharts:detail", args=[self.slug])


class ChartCitation(PassageCitation):
    """A passage that describes a chart."""

    natural = ("chart", "passage")

    chart = models.ForeignKey(OrgChart, models.CASCADE, related_name="citations", verbose_name=_("org chart"))

    class Meta(PassageCitation.Meta):
        ordering = ["chart", "passage"]
        constraints = [models.UniqueConstraint(fields=["chart", "passage"], name="chart_citation_once")]


class Position(Ordered, Content):
    """A box in a chart: holds one or more roles and reports to another position, or to nobody that is stated."""

    natural = ("chart", "slug")
    parts = ("citations",)
    whole = "chart"
    named_with = "chart"
    order_within = "chart"
    choice_with = ("chart", "roles")

    chart = models.ForeignKey(OrgChart, models.CASCADE, related_name="positions", verbose_name=_("org chart"))
    slug = models.SlugField(_("slug"), max_length=80, help_text=_("Unique within the chart."))
    name_es = models.CharField(
        _("name in Spanish"), max_length=80, blank=True, help_text=_("Empty: the names of its roles.")
    )
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    roles = models.ManyToManyField("roles.Role", related_name="positions", verbose_name=_("roles"))
    reports_to = models.ForeignKey(
        "self",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("reports to"),
        help_text=_("Another position of the same chart; empty when no document says."),
    )
    placement = models.CharField(_("placement"), max_length=6, choices=Placement, default=Placement.LINE)
    is_external = models.BooleanField(_("external"), default=False)
    is_multiple = models.BooleanField(_("several people"), default=False)
    position = PlaceField(_("order"), default=0)

    name = Translated()

    objects = ContentManager.from_queryset(PositionQuerySet)()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["chart", "position", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["chart", "slug"],
                name="position_once",
                violation_error_message=_("The chart already has a position with this slug."),
            ),
            constraints.plain_slug("position_slug_plain"),
            constraints.known("placement", Placement, name="position_placement_known"),
            constraints.not_itself("reports_to", name="position_not_its_own_boss"),
            constraints.check(
                ~Q(placement=Placement.STAFF) | Q(reports_to__isnull=False),
                name="position_staff_beside_somebody",
                message=_("A staff position stands beside somebody: say to whom it reports."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_es or self.slug

    @property
    def is_staff(self) -> bool:
        """Whether it advises the one above it, beside the line, instead of reporting to it."""
        return self.placement == Placement.STAFF

    @property
    def line_reports(self) -> list["Position"]:
        """Those of its loaded reports that stand below it in the line."""
        return [report for report in self.reports.all() if not report.is_staff]

    @property
    def advisers(self) -> list["Position"]:
        """Those of its loaded reports that stand beside the line."""
        return [report for report in self.reports.all() if report.is_staff]

    @property
    def label(self) -> str:
        """What it is called everywhere: its own name, else those of its loaded roles, else its slug."""
        return self.name or joined(" + ", (role.name for role in self.roles.all())) or self.slug

    @property
    def choice(self) -> str:
        """What tells it from others where one is chosen: its chart before its label, and its slug."""
        return f"{self.chart.name} › {self.label} ({self.slug})"

    def get_absolute_url(self) -> str:
        """The position on the page of its chart."""
        return f"{self.chart.get_absolute_url()}#b-{self.slug}"


class PositionCitation(PassageCitation):
    """A passage that states a position, or to whom it reports."""

    natural = ("position", "passage")

    position = models.ForeignKey(Position, models.CASCADE, related_name="citations", verbose_name=_("position"))

    class Meta(PassageCitation.Meta):
        ordering = ["position", "passage"]
        constraints = [models.UniqueConstraint(fields=["position", "passage"], name="position_citation_once")]
