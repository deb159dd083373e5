"""A comparison as one flat table: a line for each part in each cell, so that a spreadsheet can sort and filter it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from responsibilities.compare.files.document import ComparisonDocument, PartDocument, PassageDocument
from web.spreadsheets import csv_text


def as_csv(document: ComparisonDocument) -> str:
    """A heading, then the traits, then the duties."""
    names = {role["slug"]: role["name"] for role in document["roles"]}
    return csv_text(_headings(), [*_traits(document, names), *_duties(document, names)])


def _headings() -> list[str]:
    return [
        _("section"),
        _("duty"),
        _("who has it"),
        _("role"),
        _("state"),
        _("disputed"),
        _("involvement"),
        _("statement"),
        _("documents"),
        _("of documents"),
        _("passages"),
    ]


def _traits(document: ComparisonDocument, names: dict[str, str]) -> Iterator[list[str]]:
    for row in document["traits"]:
        for cell in row["cells"]:
            for trait in cell["traits"]:
                about = [row["label"], "", "", names[cell["role"]], "", "", "", trait["statement"]]
                yield [*about, str(trait["voices"]), str(trait["of"]), _places(trait["passages"])]


def _duties(document: ComparisonDocument, names: dict[str, str]) -> Iterator[list[str]]:
    for shelf in document["areas"]:
        for duty in shelf["duties"]:
            for cell in duty["cells"]:
                about = [shelf["area"]["name"], duty["name"], duty["spread_label"], names[cell["role"]]]
                if not cell["parts"]:
                    yield [*about, cell["label"], "", "", "", "", "", ""]
                for part in cell["parts"]:
                    state = _state(part)
                    disputed = _("yes") if part["disputed"] else _("no")
                    counted = [str(part["voices"]), str(part["of"]), _places(part["passages"])]
                    yield [*about, state, disputed, part["label"], part["statement"], *counted]


def _state(part: PartDocument) -> str:
    """What affirms the part and what denies it: “has it; 1 document denies it”."""
    held = _("only under a condition or in doubt") if part["uncounted"] else _("has it")
    return "; ".join(filter(None, ["" if part["denied"] else held, part["denial"]]))


def _places(passages: Iterable[PassageDocument]) -> str:
    return "; ".join(_place(passage) for passage in passages)


def _place(passage: PassageDocument) -> str:
    place = f"{passage['cited_as']}: {passage['locator']}"
    return f"{place} ({_('denies it')})" if passage["denies"] else place
