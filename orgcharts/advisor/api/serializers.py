"""The public fields of advice: what is computed from a need, not a row of its own; and how the values are made."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from rest_framework import serializers

from orgcharts.advisor.reading import Addition, Advice, Line, Reason, State, Suited
from orgcharts.coverage.rule import Hold
from orgcharts.models import Setting
from responsibilities.api.serializers import CitationSerializer
from responsibilities.models import Duty, Involvement
from roles.models import Role
from web.api.fields import Text, absolute

Context = Mapping[str, Any]
STATES = [(state.value, state.value) for state in State]
PAGE_URL = "The page, or the place on it, where this is read."


def slugs(help_text: str) -> serializers.ListField:
    """A list of slugs."""
    return serializers.ListField(child=serializers.SlugField(), help_text=help_text)


class NeedSerializer(serializers.Serializer[Any]):
    """What was asked, in canonical order."""

    setting = serializers.ChoiceField(choices=Setting.choices, allow_null=True, help_text="null: any.")
    area = slugs("Areas whose duties have to be done.")
    duty = slugs("Single duties that have to be done.")
    have = slugs("Roles that are already there.")


class ReasonSerializer(serializers.Serializer[Any]):
    """A part that documents give to a role in the duty."""

    role = serializers.SlugField()
    involvement = serializers.ChoiceField(choices=Involvement.choices)
    statement = Text("What its citations share.")
    disputed = serializers.BooleanField(help_text="The documents differ on who plays this part.")
    conditional = serializers.BooleanField(help_text="They give it under a condition only, which covers nothing.")
    doubtful = serializers.BooleanField(help_text="They give it in doubt only, which covers nothing.")
    url = serializers.URLField(help_text="The responsibility in the API.")
    page_url = serializers.URLField(help_text=PAGE_URL)
    citations = CitationSerializer(many=True)


class NeededDutySerializer(serializers.Serializer[Any]):
    """A duty that has to be done, and why somebody covers it."""

    duty = serializers.SlugField()
    name = Text("The name of the duty.")
    area = serializers.SlugField(help_text="Its area.")
    url = serializers.URLField(help_text="The duty in the API.")
    page_url = serializers.URLField(help_text=PAGE_URL)
    outcome = serializers.ChoiceField(
        choices=STATES,
        help_text="`covered` by who is there, `open` to a role that is added, `conditional`: given to somebody under a "
        "condition only, `doubtful`: in doubt only, `unidentified`: given only to a role of which its document does "
        "not say who it is, `nobody`: given to nobody.",
    )
    roles = slugs("The roles that have it, neither under a condition only nor in doubt only.")
    unidentified = slugs("Roles to whom it is given and of which no document says who they are: never advice.")
    reasons = ReasonSerializer(many=True)


class AdditionSerializer(serializers.Serializer[Any]):
    """A role to add."""

    role = serializers.SlugField()
    name = Text("Its name.")
    duties = slugs("The open duties that it does.")


class SuitedChartSerializer(serializers.Serializer[Any]):
    """A chart and how it suits."""

    orgchart = serializers.SlugField()
    name = Text("Its name.")
    url = serializers.URLField(help_text="The chart in the API.")
    page_url = serializers.URLField(help_text=PAGE_URL)
    people = serializers.IntegerField(help_text="How many people it takes at the least, whatever they hold.")
    or_more = serializers.BooleanField(help_text="Several people, without a number, share one of its positions.")
    fits = serializers.BooleanField(help_text="It covers all that can be covered and has a place for who is there.")
    missing = slugs("Needed duties that it does not cover though some role does.")
    absent = slugs("Roles that are there and have no place in it.")
    idle = slugs("Its roles that do nothing of what is needed.")


class AdviceSerializer(serializers.Serializer[Any]):
    """The smallest sets of roles for a need."""

    url = serializers.URLField(help_text="This advice, what was asked in canonical order.")
    page_url = serializers.URLField(help_text="The page that shows it.")
    need = NeedSerializer()
    fewest_people = serializers.SlugField(
        allow_null=True, help_text="The org chart that covers it with the fewest people; null where none covers it."
    )
    roles = serializers.IntegerField(help_text="How many roles have to be added; one person may hold several.")
    count = serializers.IntegerField(help_text="How many smallest sets there are; `sets` shows the first twelve.")
    sets = serializers.ListField(
        child=AdditionSerializer(many=True),
        help_text="The smallest sets of roles to add, each enough by itself; one empty set: nobody has to be added.",
    )
    uncovered = slugs("Needed duties that no role that can be named has, or only under a condition or in doubt.")
    orgcharts = SuitedChartSerializer(many=True, help_text="The charts of the setting, the best first.")
    duties = NeededDutySerializer(many=True)


def advice_of(advice: Advice, context: Context) -> dict[str, Any]:
    """The shape of ``AdviceSerializer``; no query."""
    need = advice.need
    return {
        "url": absolute(context, f"{reverse('api:advice')}?{need.query}"),
        "page_url": absolute(context, f"{reverse('orgcharts:advisor')}?{need.query}"),
        "need": {
            "setting": need.setting or None,
            "area": list(need.areas),
            "duty": list(need.duties),
            "have": list(need.have),
        },
        "fewest_people": advice.fewest.chart.slug if advice.fewest else None,
        "roles": advice.roles,
        "count": advice.count,
        "sets": [[_addition(addition) for addition in additions] for additions in advice.sets],
        "uncovered": _slugs(line.duty for line in advice.uncovered),
        "orgcharts": [_suited(suited, context) for suited in advice.charts],
        "duties": [_line(line, context) for line in advice.lines],
    }


def _addition(addition: Addition) -> dict[str, Any]:
    return {"role": addition.role.slug, "name": addition.role.name, "duties": _slugs(addition.duties)}


def _suited(suited: Suited, context: Context) -> dict[str, Any]:
    chart = suited.chart
    return {
        "orgchart": chart.slug,
        "name": chart.name,
        "url": absolute(context, reverse("api:orgchart-detail", args=[chart.slug])),
        "page_url": absolute(context, chart.get_absolute_url()),
        "people": suited.people,
        "or_more": suited.or_more,
        "fits": suited.fit.fits,
        "missing": _slugs(suited.missing),
        "absent": _slugs(suited.absent),
        "idle": _slugs(suited.idle),
    }


def _line(line: Line, context: Context) -> dict[str, Any]:
    duty = line.duty
    return {
        "duty": duty.slug,
        "name": duty.name,
        "area": duty.area.slug,
        "url": absolute(context, reverse("api:duty-detail", args=[duty.slug])),
        "page_url": absolute(context, duty.get_absolute_url()),
        "outcome": line.state,
        "roles": _slugs(line.roles),
        "unidentified": _slugs(line.unidentified),
        "reasons": [_reason(reason, context) for reason in line.reasons],
    }


def _reason(reason: Reason, context: Context) -> dict[str, Any]:
    responsibility = reason.responsibility
    key = ".".join(responsibility.natural_key())
    return {
        "role": responsibility.role.slug,
        "involvement": responsibility.involvement,
        "statement": responsibility.statement,
        "disputed": reason.hold is Hold.DISPUTED,
        "conditional": reason.hold is Hold.CONDITIONAL,
        "doubtful": reason.hold is Hold.DOUBTFUL,
        "url": absolute(context, reverse("api:responsibility-detail", args=[key])),
        "page_url": absolute(context, responsibility.get_absolute_url()),
        "citations": CitationSerializer(responsibility.citations.all(), many=True, context=dict(context)).data,
    }


def _slugs(rows: Iterable[Duty | Role]) -> list[str]:
    return [row.slug for row in rows]
