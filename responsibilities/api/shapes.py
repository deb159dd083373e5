"""Comparisons and disagreements as plain values: the shapes that ``shape_serializers`` describe."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from responsibilities.api.serializers import CitationSerializer
from responsibilities.compare.pictures import ShownDifference
from responsibilities.compare.reading import ShownCell, ShownRow, SideBySide
from responsibilities.duties.reading import Answer, DutyReading, PartReading
from responsibilities.reading import ShownPart
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
        "roles": [_role(each.role, context) | each.numbers for each in shown.totals],
        "shared": [duty.slug for duty in shown.shared],
        "uncounted": [
            {"duty": each.duty.slug, "roles": [role.slug for role in each.roles]} for each in shown.uncounted
        ],
        "differences": [_difference(each) for each in shown.differences],
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


def _difference(difference: ShownDifference) -> dict[str, Any]:
    return {
        "duty": difference.duty.slug,
        "involvement": difference.involvement,
        "role": difference.role.slug,
        "other": difference.other.slug,
        "sources": list(difference.sources),
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
        "disputed": shown.disputed,
        "cells": [_cell(cell, context) for cell in shown.cells],
    }


def _cell(shown: ShownCell, context: Context) -> dict[str, Any]:
    return {
        "role": shown.role.slug,
        "state": shown.state,
        "disputed": shown.disputed,
        "parts": [_part(part, context) for part in shown.parts],
    }


def _part(part: ShownPart, context: Context) -> dict[str, Any]:
    return {
        "involvement": part.involvement,
        "disputed": part.disputed,
        "denied": part.denied,
        "uncounted": part.uncounted,
        **_evidence(part, context),
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
    return {"role": answer.responsibility.role.slug, "weighed": answer.weighed, **_evidence(answer, context)}


def _evidence(part: ShownPart, context: Context) -> dict[str, Any]:
    key = ".".join(part.responsibility.natural_key())
    return {
        "voices": {"count": len(part.voices), "of": part.total, "sources": list(part.names)},
        "denied_by": list(part.deniers),
        "statement": part.statement,
        "url": absolute(context, reverse("api:responsibility-detail", args=[key])),
        "page_url": absolute(context, part.responsibility.get_absolute_url()),
        "citations": [context["cite"](citation) for citation in part.citations],
    }
