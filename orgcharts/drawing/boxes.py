"""What a box of a chart says: one position in, bands of words out, each band of one role's colour or of none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from orgcharts.drawing.layout import Measures, Spot
from orgcharts.drawing.lettering import printable, width, wrap
from orgcharts.models import Position
from roles.models import Role
from web.translated import like


@dataclass(frozen=True)
class Paint:
    """The two colours of a tone on white paper, for pictures that stand alone: those of static/css/tokens.css."""

    ink: str
    fill: str


# A test holds these against the sheet.
PAPER = {
    "teal": Paint("#0a5c58", "#d9edea"),
    "amber": Paint("#7a4600", "#f9e7c4"),
    "plum": Paint("#6d2a6c", "#f2e1f1"),
    "blue": Paint("#1f4a8a", "#dfe8f7"),
    "moss": Paint("#435a1a", "#e7eed6"),
    "brick": Paint("#8a3a1c", "#f7e2d8"),
    "slate": Paint("#465060", "#e5e8ec"),
}
NO_PAINT = Paint("#1f1c18", "#ffffff")

# The sign of each tone, the same as beside a role's name on the pages, around the point 0,0 and 12 wide.
SHAPES = {
    "teal": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "amber": "M-5-5h10v10h-10z",
    "plum": "M0-6l6 6l-6 6l-6-6z",
    "blue": "M0-5l6 10h-12z",
    "moss": "M-3-5h6l3 5l-3 5h-6l-3-5z",
    "brick": "M-6-5h12l-6 10z",
    "slate": "M-5-2h10v4h-10z",
}


@dataclass(frozen=True)
class Lettering:
    """A size of text and the height of a line of it."""

    size: int
    height: int
    bold: bool = False


@dataclass(frozen=True)
class Scale:
    """How large the drawing is, in pixels.

    ``pad`` is the room around the words of a band, ``sign`` that of the role's sign before them, ``sheet`` the shift
    within a stack, ``least`` the height that every box has.
    """

    measures: Measures
    name: Lettering
    role: Lettering
    note: Lettering
    pad: int
    stripe: int
    sign: int
    sheet: int
    least: int

    @property
    def smallest(self) -> int:
        """The size of the smallest letters."""
        return min(lettering.size for lettering in (self.name, self.role, self.note))

    def indent(self, tone: str) -> int:
        """Where words begin, from the left edge of a box: after the stripe and, if there is one, the sign of a role."""
        return self.stripe + self.pad + (self.sign if tone else 0)


FULL = Scale(
    Measures(half=106), name=Lettering(15, 19, bold=True), role=Lettering(14, 18), note=Lettering(12, 17),
    pad=11, stripe=7, sign=19, sheet=5, least=77,
)  # fmt: skip
COMPACT = Scale(
    Measures(half=49, gap=14, root_gap=20, drop=26, side_drop=14, aside=12, margin=6),
    name=Lettering(13, 16, bold=True), role=Lettering(11, 14), note=Lettering(11, 14),
    pad=6, stripe=5, sign=16, sheet=3, least=28,
)  # fmt: skip


@dataclass(frozen=True)
class Text:
    """A run of words in one lettering, already broken into lines."""

    kind: str
    lines: tuple[str, ...]
    lettering: Lettering


@dataclass(frozen=True)
class Content:
    """What one band says and where it leads; no tone: it stands for no role."""

    texts: tuple[Text, ...]
    tone: str = ""
    url: str = ""

    @property
    def height(self) -> int:
        """The height of the words alone."""
        return sum(len(text.lines) * text.lettering.height for text in self.texts)


@dataclass(frozen=True)
class Words:
    """One placed line; ``y`` is its base line, ``width`` what it takes in the font that it was measured in."""

    x: int
    y: int
    width: int
    text: str


@dataclass(frozen=True)
class Run:
    """Placed lines that read as one."""

    kind: str
    lettering: Lettering
    lines: tuple[Words, ...]


@dataclass(frozen=True)
class Band:
    """A placed band, as wide as its box. With a tone it has a stripe at its left edge and a sign around one point."""

    y: int
    height: int
    stripe: int
    sign_x: int
    sign_y: int
    tone: str
    url: str
    runs: tuple[Run, ...]

    @property
    def paint(self) -> Paint:
        """The colours of the tone on white paper."""
        return PAPER.get(self.tone, NO_PAINT)

    @property
    def shape(self) -> str:
        """The sign of the tone, as the path of an SVG; none without a tone."""
        return SHAPES.get(self.tone, "")


def printed(text: str) -> str:
    """``text`` as XML can hold it, still in its language."""
    return like(text, printable(text))


def notes_of(position: Position) -> list[str]:
    """What is special about a position, in words."""
    told = {
        _("staff"): position.is_staff,
        _("external"): position.is_external,
        _("several people"): position.is_multiple,
    }
    return [note for note, holds in told.items() if holds]


def contents_of(position: Position, scale: Scale, *, more: str = "") -> tuple[Content, ...]:
    """The bands of a position at full size: a single one, or one for each role that the person holds.

    ``more`` is a note beside those of the position itself.
    """
    roles = list(position.roles.all())
    notes = [*notes_of(position), *filter(None, [more])]
    if len(roles) > 1:
        bands = [_band(scale, role, name="" if position.name else role.name, role_name=role.name) for role in roles]
        if position.name:
            return (_plain(scale, position.name, notes), *bands)
        return (*bands, _plain(scale, "", notes)) if notes else tuple(bands)
    if not roles:
        return (_plain(scale, position.label, notes),)
    role = roles[0]
    if position.name and position.name != role.name:
        return (_band(scale, role, name=position.name, role_name=role.name, notes=notes),)
    return (_band(scale, role, name=role.name, notes=[role.abbreviation, *notes]),)


def short_contents_of(position: Position, scale: Scale, *, more: str = "") -> tuple[Content, ...]:
    """The bands of a position in a small picture: short names, no links, no notes."""
    bands = tuple(
        Content(
            _texts(scale, role.tone, name=role.abbreviation, role="" if role.abbreviation else role.name),
            tone=role.tone,
        )
        for role in position.roles.all()
    )
    return bands or (Content(_texts(scale, "", role=position.label)),)


def placed(contents: Sequence[Content], spot: Spot, scale: Scale) -> tuple[Band, ...]:
    """The bands of a box at ``spot``: what the box has more than the words need is shared evenly."""
    spare, odd = divmod(spot.height - _needed(contents, scale), len(contents))
    bands, y = [], spot.y
    for index, content in enumerate(contents):
        height = content.height + 2 * scale.pad + spare + (index < odd)
        top = y + (height - content.height) // 2
        runs = _runs(content, spot.x + scale.indent(content.tone), top)
        sign_x = spot.x + scale.stripe + scale.pad + 6
        sign_y = top + (content.texts[0].lettering.height // 2 if content.texts else 0)
        stripe = scale.stripe if content.tone else 0
        bands.append(Band(y, height, stripe, sign_x, sign_y, content.tone, content.url, runs))
        y += height
    return tuple(bands)


def height_of(contents: Sequence[Content], scale: Scale) -> int:
    """The height of a box with these bands."""
    return max(_needed(contents, scale), scale.least)


def _needed(contents: Sequence[Content], scale: Scale) -> int:
    return sum(content.height + 2 * scale.pad for content in contents)


def _band(scale: Scale, role: Role, *, name: str, role_name: str = "", notes: Iterable[str] = ()) -> Content:
    texts = _texts(scale, role.tone, name=name, role="" if name == role_name else role_name, notes=notes)
    return Content(texts, tone=role.tone, url=role.get_absolute_url())


def _plain(scale: Scale, name: str, notes: Iterable[str]) -> Content:
    return Content(_texts(scale, "", name=name, notes=notes))


def _texts(scale: Scale, tone: str, *, name: str = "", role: str = "", notes: Iterable[str] = ()) -> tuple[Text, ...]:
    note = " · ".join(filter(None, notes))
    room = 2 * scale.measures.half - scale.indent(tone) - scale.pad
    runs = (("name", name, scale.name), ("role", role, scale.role), ("note", note, scale.note))
    return tuple(Text(kind, _lines(text, room, lettering), lettering) for kind, text, lettering in runs if text)


def _lines(text: str, room: int, lettering: Lettering) -> tuple[str, ...]:
    lines = wrap(printable(text), room, size=lettering.size, bold=lettering.bold)
    return tuple(like(text, line) for line in lines)


def _runs(content: Content, x: int, y: int) -> tuple[Run, ...]:
    runs = []
    for text in content.texts:
        drop = (text.lettering.height + text.lettering.size * 7 // 10) // 2
        lines = tuple(
            Words(x, y + index * text.lettering.height + drop, _width_of(line, text.lettering), line)
            for index, line in enumerate(text.lines)
        )
        runs.append(Run(text.kind, text.lettering, lines))
        y += len(text.lines) * text.lettering.height
    return tuple(runs)


def _width_of(line: str, lettering: Lettering) -> int:
    return round(width(line, size=lettering.size, bold=lettering.bold))
