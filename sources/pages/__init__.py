"""Pages of the documents."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from orgcharts.models import ChartCitation, PositionCitation
from orgcharts.querysets import held_roles
from responsibilities.models import Citation
from roles.models import AliasCitation, TraitCitation
from sources.models import Passage, Source
from sources.pages.profile import profile_of
from web.lookup import find, page_of

# What a passage supports, upwards: seven queries, however many passages there are.
SUPPORTS = (
    Prefetch("traitcitations", TraitCitation.objects.select_related("trait__role").order_by("trait__position")),
    Prefetch("aliascitations", AliasCitation.objects.select_related("alias__role").order_by("alias__role", "pk")),
    Prefetch(
        "citations",
        Citation.objects.select_related("responsibility__role", "responsibility__duty").order_by(
            "-responsibility__role__is_core", "responsibility__role__position", "responsibility__duty__position", "pk"
        ),
    ),
    Prefetch("chartcitations", ChartCitation.objects.select_related("chart").order_by("chart__position")),
    Prefetch(
        "positioncitations",
        PositionCitation.objects.select_related("position__chart")
        .prefetch_related(held_roles("position__roles"))
        .order_by("position__chart__position", "position__position"),
    ),
)


def passages_of(source: Source) -> list[Passage]:
    """The passages of a document in order, with what each supports and who repeats it: eight queries."""
    repeated_by = Prefetch("repeated_by", Passage.objects.for_display())
    return list(source.passages.for_display().prefetch_related(repeated_by, *SUPPORTS))


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """All documents, with what is known of each."""
    return render(request, "sources/source_list.html", {"page": page_of(request, Source.objects.for_list().by_name())})


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One document: what it covers beside the others, its passages in order, and what each supports."""
    source = find(Source.objects.select_related("derives_from").prefetch_related("derived"), slug)
    passages = passages_of(source)
    context = {"source": source, "passages": passages, "profile": profile_of(source, passages)}
    return render(request, "sources/source_detail.html", context)
