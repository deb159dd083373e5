"""Comparisons and disagreements as plain values: the shapes that ``weighing_serializers`` describe."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from responsibilities.api.serializers import CitationSerializer
from responsibilities.compare.reading import Names, ShownCell, ShownPart, ShownRow, SideBySide
from responsibilities.compare.rule import Part
from responsibilities.compare.summary import Difference, RoleSummary
from responsibilities.duties.reading import Answer, DutyReading, PartReading
from responsibilities.models import Responsibility
from roles.models import Role
from web.api.fields import absolute

Context = Mapping[str, Any]


def comparison_of(shown: SideBySide, context: Context) -> dict[str, Any]:
    """The shape of ``ComparisonSerializer``; no query."""
    context = citing(context)
    options, rows = shown.options, [row for shelf in shown.shelves for row in shelf.rows]
    return {
        "url": absolute(context, f"{reverse('api:comparisons')}?{options.query}"),
        "page_url": absolute(context, f"{reverse('responsibilities:compare')}?{options.query}"),
        "options": {
            "source": list(options.sources),
            "area": options.area or None,
            "only": "differences" if options.only_differences else None,
            "min_voices": options.min_voices,
        },
        "roles": [
            _role(role, context) | _counted(each) for role, each in zip(shown.roles, shown.summary.roles, strict=True)
        ],
        "shared": list(shown.summary.shared),
        "uncounted": [{"duty": each.duty, "roles": list(each.roles)} for each in shown.summary.uncounted],
        "differences": [_difference(each, shown.names) for each in shown.summary.differences],
        "count": len(rows),
        "rows": [_row(row, context) for row in rows],
    }


def disagreement_of(reading: DutyReading, context: Context) -> dict[str, Any]:
    """The shape of ``DisagreementSerializer``; no query."""
    context, duty = citing(context), reading.duty
    return {
        "url": absolute(context, reverse("api:duty-detail", args=[duty.slug])),
        "page_url": absolute(context, duty.get_absolute_url()),
        "slug": duty.slug,
        "name": duty.name,
        "question": reading.question,
        "area": duty.area.slug,
        "reading_note": duty.reading_note,
        "questions": [_question(part, context) for part in reading.disputed],
    }


def citing(context: Context) -> Context:
    """The context with one serializer for all citations: making its fields anew for each costs more than using them."""
    return {**context, "cite": CitationSerializer(context=dict(context)).to_representation}


def _role(role: Role, context: Context) -> dict[str, Any]:
    return {
        "slug": role.slug,
        "name": role.name,
        "url": absolute(context, reverse("api:role-detail", args=[role.slug])),
        "page_url": absolute(context, role.get_absolute_url()),
    }


def _counted(summary: RoleSummary) -> dict[str, int]:
    return {
        "duties": summary.count.total,
        "uncounted": summary.count.uncounted,
        "alone": len(summary.alone),
        "shared": len(summary.shared),
    }


def _difference(difference: Difference, names: Names) -> dict[str, Any]:
    named = names[difference.duty, difference.role, difference.part.involvement]
    return {
        "duty": difference.duty,
        "involvement": difference.part.involvement,
        "role": difference.role,
        "other": difference.other.role,
        "sources": sorted(named[voice] for voice in difference.pointed),
    }


def _row(shown: ShownRow, context: Context) -> dict[str, Any]:
    duty = shown.duty
    return {
        "duty": duty.slug,
        "name": duty.name,
        "area": duty.area.slug,
        "url": absolute(context, reverse("api:duty-detail", args=[duty.slug])),
        "page_url": absolute(context, duty.get_absolute_url()),
        "spread": shown.spread,
        "disputed": shown.row.disputed,
        "cells": [_cell(cell, context) for cell in shown.cells],
    }


def _cell(shown: ShownCell, context: Context) -> dict[str, Any]:
    return {
        "role": shown.role.slug,
        "state": shown.cell.state,
        "disputed": shown.cell.disputed,
        "parts": [_part(part, context) for part in shown.parts],
    }


def _part(shown: ShownPart, context: Context) -> dict[str, Any]:
    part: Part = shown.part
    return {
        "involvement": part.involvement,
        "disputed": part.disputed,
        "denied": part.denied,
        "uncounted": part.uncounted,
        "voices": {"count": len(part.voices), "of": shown.total, "sources": list(shown.names)},
        "denied_by": list(shown.deniers),
        **_cited(shown.responsibility, context),
    }


def _question(part: PartReading, context: Context) -> dict[str, Any]:
    return {
        "involvement": part.involvement,
        "question": part.question,
        "agreement": part.agreement,
        "answers": [_answer(answer, context) for answer in part.answers],
        "stands": [
            {
                "source": stand.source.slug,
                "speaks": stand.speaks,
                "stances": [{"role": shown.role.slug, "stance": shown.stance} for shown in stand.stances],
            }
            for stand in part.stands
        ],
    }


def _answer(answer: Answer, context: Context) -> dict[str, Any]:
    return {
        "role": answer.responsibility.role.slug,
        "weighed": answer.weighed,
        "voices": {"count": len(answer.voices), "of": answer.total, "sources": list(answer.names)},
        "denied_by": list(answer.deniers),
        **_cited(answer.responsibility, context),
    }


def _cited(responsibility: Responsibility, context: Context) -> dict[str, Any]:
    key = ".".join(responsibility.natural_key())
    return {
        "statement": responsibility.statement,
        "url": absolute(context, reverse("api:responsibility-detail", args=[key])),
        "page_url": absolute(context, responsibility.get_absolute_url()),
        "citations": [context["cite"](citation) for citation in responsibility.citations.all()],
    }
