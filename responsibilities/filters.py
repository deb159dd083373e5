"""What pages and API can narrow duties and responsibilities by: the query string in, a QuerySet out."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from responsibilities.agreement.rule import Agreement
from responsibilities.corpus import DUTIES
from responsibilities.models import Area, Duty, Involvement, Responsibility
from responsibilities.record import Record
from roles.models import Role
from sources.filters import EachSourceOnceFilter
from web.filters import SlugFilter, WordsFilter
from web.search import Found

AGREEMENTS = [
    (Agreement.AGREED.value, _("agreed")),
    (Agreement.DISPUTED.value, _("disputed")),
    (Agreement.SINGLE.value, _("one document on each part")),
    (Agreement.CONDITIONAL.value, _("only under a condition, in doubt or denied")),
]


class AreaFilter(SlugFilter):
    """One area; ``field_name`` where the rows are no duties."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Area.objects.all(), label=_("Area"), help_text="The slug of an area.", **options)


class AgreementFilter(django_filters.ChoiceFilter):
    """What the documents make of it; the ``with_agreement`` of the FilterSet finds the rows."""

    def __init__(self) -> None:
        about = (
            "What the independent documents make of it: `disputed`, `agreed`, `single` (no part in it has two voices; "
            "each part may have another) or `conditional` (no counted voice affirms it)."
        )
        super().__init__(choices=AGREEMENTS, method="with_agreement", label=_("Agreement"), help_text=about)


class DutyFilter(django_filters.FilterSet):
    """Duties by shelf, by what the documents make of them, by document and by words."""

    area = AreaFilter()
    agreement = AgreementFilter()
    source = EachSourceOnceFilter()
    q = WordsFilter(DUTIES)

    class Meta:
        model = Duty
        fields: tuple[str, ...] = ()

    def with_agreement(self, duties: QuerySet[Duty], name: str, value: str) -> QuerySet[Duty]:
        """Those on which the documents (only the chosen ones, if any) agree in this way."""
        sources = [source.slug for source in self.form.cleaned_data["source"]]
        found = Record(sources).agreements
        return duties.filter(pk__in=[pk for pk, agreement in found.items() if agreement == value])

    @property
    def found(self) -> Found | None:
        """What became of the words, once the duties are read."""
        words = self.filters["q"]
        assert isinstance(words, WordsFilter)  # noqa: S101  # it is declared above
        return words.found


class MatrixFilter(DutyFilter):
    """The duties of the matrix; how its rows are ordered and which columns it has is checked here and done there."""

    ORDERS = [("area", _("area")), ("name", _("name")), ("voices", _("documents")), ("disputed", _("disagreement"))]
    COLUMNS = [("core", _("core roles")), ("all", _("all roles"))]

    sort = django_filters.ChoiceFilter(choices=ORDERS, method="keep", label=_("Order"))
    columns = django_filters.ChoiceFilter(choices=COLUMNS, method="keep", label=_("Columns"))

    def keep(self, duties: QuerySet[Duty], name: str, value: str) -> QuerySet[Duty]:
        """The duties unchanged."""
        return duties


class DisagreementFilter(django_filters.FilterSet):
    """Disagreements by shelf and by document."""

    area = AreaFilter()
    source = EachSourceOnceFilter()

    class Meta:
        model = Duty
        fields: tuple[str, ...] = ()


class ResponsibilityFilter(django_filters.FilterSet):
    """Responsibilities by role, duty, shelf, document and part played."""

    role = SlugFilter(Role.objects.all(), label=_("Role"), help_text="The slug of a role.")
    duty = SlugFilter(Duty.objects.all(), label=_("Duty"), help_text="The slug of a duty.")
    area = AreaFilter(field_name="duty__area")
    source = EachSourceOnceFilter()
    involvement = django_filters.ChoiceFilter(
        choices=Involvement.choices, label=_("Involvement"), help_text="The part that the role plays."
    )
    agreement = AgreementFilter()

    class Meta:
        model = Responsibility
        fields: tuple[str, ...] = ()

    def with_agreement(
        self, responsibilities: QuerySet[Responsibility], name: str, value: str
    ) -> QuerySet[Responsibility]:
        """Those on whose part in the duty the documents (only the chosen ones, if any) agree in this way."""
        sources = [source.slug for source in self.form.cleaned_data["source"]]
        found = {
            (duty_id, verdict.involvement, entry.role)
            for duty_id, duty in Record(sources).claims.items()
            for verdict in duty.verdicts.values()
            for entry in verdict.roles
            if verdict.agreement == value
        }
        rows = Responsibility.objects.values_list("pk", "duty_id", "involvement", "role__slug")
        return responsibilities.filter(pk__in=[pk for pk, *key in rows if tuple(key) in found])


def form_errors(form: forms.Form) -> list[str]:
    """What is wrong with a filter's query, one sentence each, for people."""
    return [
        f"{form.fields[name].label}: {message}" if name in form.fields else str(message)
        for name, messages in form.errors.items()
        for message in messages
    ]
