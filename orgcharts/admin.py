"""Editing org charts and their positions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editing import history
from editing.admin import ContentAdmin
from editing.forms import ContentForm
from editing.lock import take_turn
from editing.rules import across, edges_of, in_loop
from editing.widgets import PartInline, with_texts
from orgcharts.actions import copy_of
from orgcharts.drawing.reading import drawing_of
from orgcharts.models import ChartCitation, OrgChart, Position, PositionCitation
from orgcharts.warnings import oddities_of
from sources.citing import CitationInline, CitingForm, OrderedFormSet, cited_places, survivors

LOOP = gettext_lazy("These positions would report to each other in a circle.")
TWO_SUPERIORS = gettext_lazy("A position reports to one other: choose a saved one or name a new one.")
NO_SUCH = gettext_lazy("No position on this page has that slug.")
OTHER_CHART = gettext_lazy("A position reports to a position of its own chart.")
POSITION_FIELDS: list[str | list[str] | tuple[str, ...]] = [
    "slug",
    ("name_es", "name_en"),
    "roles",
    ("reports_to", "placement"),
    ("is_external", "is_multiple", "position"),
]


class PositionForm(ContentForm):
    """A position on its own page."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a superior in another chart and a circle."""
        cleaned = super().clean()
        chart, superior = self.cleaned_data.get("chart"), self.cleaned_data.get("reports_to")
        if chart and superior:
            own = self.instance.pk or 0
            if across({own: chart.pk, superior.pk: superior.chart_id}, {own: superior.pk}):
                self.add_error("reports_to", forms.ValidationError(OTHER_CHART, code="other_chart"))
            if own in in_loop(edges_of(Position, "reports_to") | {own: superior.pk}):
                self.add_error("reports_to", forms.ValidationError(LOOP, code="loop"))
        if chart and self.instance.pk and self.instance.reports.exclude(chart=chart).exists():
            self.add_error("chart", forms.ValidationError(OTHER_CHART, code="other_chart"))
        return cleaned


class PositionRowForm(CitingForm):
    """A position on the page of its chart; its superior may be new on that page too, and is then named by its slug."""

    superior: "PositionRowForm | None" = None
    below = forms.CharField(
        label=gettext_lazy("reports to (new)"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("The slug of a position on this page that is not saved yet."),
    )

    def clean(self) -> dict[str, Any] | None:
        """Refuse two superiors."""
        cleaned = super().clean()
        if self.cleaned_data.get("below") and self.cleaned_data.get("reports_to"):
            self.add_error("below", forms.ValidationError(TWO_SUPERIORS, code="two_superiors"))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # Whom a position reports to is not known before all rows are read: its rules are checked then.
        later = {"reports_to"} if self.cleaned_data.get("below") else set()
        return super()._get_validation_exclusions() | later  # type: ignore[misc,no-any-return]


class PositionFormSet(OrderedFormSet):
    """The positions of one chart, compared with each other. Who is new and above others is saved before them."""

    def clean(self) -> None:
        """Find the superiors that are new too; refuse one in another chart and a circle."""
        super().clean()
        if any(self.errors):
            return
        kept = survivors(self)
        self._find_superiors(kept)
        positions = [form.instance for form in kept]
        if any(
            position.reports_to and position.reports_to.pk and position.reports_to.chart_id != self.instance.pk
            for position in positions
        ):
            raise forms.ValidationError(OTHER_CHART, code="other_chart")
        if in_loop(_edges(positions)):
            raise forms.ValidationError(LOOP, code="loop")

    def save_new(self, form: Any, commit: bool = True) -> Any:
        """Save it once, after the one above it."""
        self._save_above(form, commit)
        return form.instance if form.instance.pk else super().save_new(form, commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        """Save it after the one above it."""
        self._save_above(form, commit)
        return super().save_existing(form, obj, commit)

    def _find_superiors(self, kept: list[Any]) -> None:
        by_slug = {form.instance.slug: form for form in kept}
        for form in kept:
            slug = form.cleaned_data.get("below")
            form.superior = by_slug.get(slug) if slug else None
            if form.superior:
                form.instance.reports_to = form.superior.instance
            elif slug:
                form.add_error("below", forms.ValidationError(NO_SUCH, code="no_such_position"))

    def _save_above(self, form: Any, commit: bool) -> None:
        if form.superior and not form.superior.instance.pk:
            self.save_new(form.superior, commit)


def _edges(positions: Iterable[Position]) -> dict[int, int | None]:
    """Who reports to whom, by place in the list: those that are new have no id yet."""
    places = {position.pk or id(position): index for index, position in enumerate(positions)}
    above = ((index, position.reports_to) for index, position in enumerate(positions))
    return {index: places.get(each.pk or id(each)) if each else None for index, each in above}


class ChartCitationInline(CitationInline):
    """The passages of a chart."""

    model = ChartCitation


class PositionCitationInline(CitationInline):
    """The passages of a position."""

    model = PositionCitation


class PositionInline(PartInline):
    """The positions on the page of their chart."""

    model = Position
    form = PositionRowForm
    formset = PositionFormSet
    fields = [*POSITION_FIELDS, "below", "cited"]
    autocomplete_fields = ["roles"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """With roles and passages."""
        return super().get_queryset(request).select_related("chart").prefetch_related("roles", "citations")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Superiors to choose from are the positions of this chart; a new one is named by its slug (``below``)."""
        formset = super().get_formset(request, obj, **kwargs)
        field = formset.form.base_fields["reports_to"]
        own = Position.objects.filter(chart=obj) if obj else Position.objects.none()
        field.queryset = with_texts(own)
        return formset


class Pictured(ContentAdmin):
    """A page with the picture of its chart, as saved, beside the form; saving points out what may not be meant."""

    def chart_of(self, row: Any) -> OrgChart:
        """The chart that ``row`` is edited in."""
        raise NotImplementedError

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page; a row that is new has no picture yet."""
        row = context.get("original")
        if row is not None and not context.get("is_popup"):
            chart = OrgChart.objects.get(pk=self.chart_of(row).pk)
            context |= {"chart": chart, "drawing": drawing_of(chart, Position.objects.in_chart(chart))}
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save what belongs to the row, then look at the whole chart."""
        super().save_related(request, form, formsets, change)
        for sentence in oddities_of(Position.objects.in_chart(self.chart_of(form.instance))):
            messages.info(request, sentence)


@admin.register(OrgChart)
class OrgChartAdmin(Pictured):
    """Charts with their passages and positions."""

    actions = ["copy_charts"]
    inlines = [ChartCitationInline, PositionInline]
    list_display = ["name_es", "setting", "position", "position_count", "places"]
    list_filter = ["setting"]
    search_fields = ["slug", "name_es", "name_en"]
    ordering = ["position", "slug"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[OrgChart]":
        """All that the list shows."""
        return OrgChart.objects.for_list()

    def chart_of(self, row: OrgChart) -> OrgChart:
        """The chart itself."""
        return row

    @admin.action(description=gettext_lazy("Copy as a start for one’s own"), permissions=["add"])
    def copy_charts(self, request: HttpRequest, queryset: "models.QuerySet[OrgChart]") -> HttpResponse | None:
        """Copy each chart whole; a single copy opens at once."""
        with transaction.atomic():
            take_turn()
            copies = [(chart, copy_of(chart)) for chart in queryset]
            for chart, copy in copies:
                told = _("Copied from “%(name)s”") % {"name": chart}
                self.log_addition(request, copy, told)
                history.remember([copy], comment=told, user=request.user)  # type: ignore[arg-type]
        count = len(copies)
        said = ngettext("%(count)d chart was copied.", "%(count)d charts were copied.", count) % {"count": count}
        messages.success(request, f"{said} {_('The passages came along: check them when you change a copy.')}")
        return redirect("admin:orgcharts_orgchart_change", copies[0][1].pk) if count == 1 else None

    @admin.display(description=gettext_lazy("positions"), ordering="position_count")
    def position_count(self, chart: Any) -> int:
        """How many boxes the chart has."""
        count: int = chart.position_count
        return count

    @admin.display(description=gettext_lazy("passages"))
    def places(self, chart: OrgChart) -> SafeString | str:
        """Where the documents describe it."""
        return cited_places(chart)


@admin.register(Position)
class PositionAdmin(Pictured):
    """Positions with their passages."""

    form = PositionForm
    inlines = [PositionCitationInline]
    fields = ["chart", *POSITION_FIELDS]
    list_display = ["__str__", "chart", "role_names", "reports_to", "placement", "is_external", "places"]
    list_filter = ["chart", "roles", "placement", "is_external", "is_multiple"]
    list_select_related = ["chart", "reports_to"]
    search_fields = ["slug", "name_es", "name_en", "chart__name_es", "roles__name_es"]
    autocomplete_fields = ["chart", "roles", "reports_to"]
    ordering = ["chart__slug", "position", "slug"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Position]":
        """All that the list shows: four queries, however many rows."""
        return Position.objects.for_display()

    def chart_of(self, row: Position) -> OrgChart:
        """The chart of the position."""
        return row.chart

    @admin.display(description=gettext_lazy("roles"))
    def role_names(self, position: Position) -> str:
        """Who holds it."""
        return ", ".join(str(role) for role in position.roles.all())

    @admin.display(description=gettext_lazy("passages"))
    def places(self, position: Position) -> SafeString | str:
        """Where the documents state it."""
        return cited_places(position)
