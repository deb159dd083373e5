"""How somebody shows a chart on a page of theirs: lines of HTML to copy, in a frame or as a picture."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from orgcharts.drawing.reading import Drawing
from orgcharts.models import OrgChart

FRAME = 110  # pixels above and below the picture in the frame: orgchart_embed.css


@dataclass(frozen=True)
class Snippet:
    """Lines to copy; ``kind`` is part of an id on our page."""

    kind: str
    label: str
    code: str


def snippets_of(chart: OrgChart, drawing: Drawing, *, site: str) -> list[Snippet]:
    """A frame, which follows the reader's colours and leads to the roles, and a picture that leads to our page."""
    frame = format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>',
        site + reverse("orgcharts:embed", args=[chart.slug]),
        str(drawing.title),
        str(drawing.height + FRAME),
    )
    picture = format_html(
        '<a href="{}"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></a>',
        site + chart.get_absolute_url(),
        site + reverse("orgcharts:embed_picture", args=[chart.slug, "svg"]),
        f"{drawing.title}. {drawing.description}",
        str(drawing.width),
        str(drawing.height),
    )
    return [Snippet("frame", _("Embedded"), str(frame)), Snippet("picture", _("As a picture"), str(picture))]
