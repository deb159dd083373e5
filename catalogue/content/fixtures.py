"""Reading the fixture files: plain Django fixtures in YAML with natural keys (fixtures/README.md)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from reprlib import repr  # noqa: A004  what a file repeats in itself has no end
from typing import Any

import yaml
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from catalogue.content.rows import Model, Row, content_fields, make_row
from catalogue.content.yaml_words import in_plain_words, line_of
from editing.content import Content
from editing.naming import tidy
from editing.rules import tidied


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a file; ``place`` says where: ``41_duties.yaml, row 3 (line 27)``."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {' '.join(self.text.split())}"


class BrokenFixture(Exception):  # noqa: N818  it names what is broken
    """Files that cannot be loaded; the message has one line for each problem, with the file and the row."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def read_fixtures(folder: Path) -> list[Row]:
    """All rows of the ``*.yaml`` files in the folder, in load order; all that is wrong with them is told at once."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise BrokenFixture([Problem(str(folder), _("there are no fixture files here"))])
    found = [one for path in paths for one in read_file(path)]
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise BrokenFixture(problems)
    return [one for one in found if isinstance(one, Row)]


def read_file(path: Path) -> Iterator[Row | Problem]:
    """The rows of one file, in its order, and what is wrong with the others; or why the file cannot be read."""
    try:
        loader = yaml.CSafeLoader(path.read_bytes())
        nodes = _nodes(loader.get_single_node())
    except OSError:
        yield Problem(path.name, _("the file cannot be opened"))
    except ValidationError as error:
        yield from (Problem(path.name, text) for text in error.messages)
    except yaml.YAMLError as error:
        yield Problem(_place(path, line=line_of(error)), in_plain_words(error))
    else:
        for number, node in enumerate(nodes, start=1):
            place = _place(path, line=node.start_mark.line + 1, row=number)
            try:
                yield _row(_entry(loader, node), place)
            except ValidationError as error:
                yield from (Problem(place, text) for text in error.messages)


def _nodes(document: Any) -> list[Any]:
    if not isinstance(document, yaml.SequenceNode | None):
        raise ValidationError(_("a list of rows was expected"))
    return [] if document is None else document.value


def _place(path: Path, *, line: int | None, row: int | None = None) -> str:
    parts = {"file": path.name, "line": line, "row": row}
    if row is not None:
        return _("%(file)s, row %(row)s (line %(line)s)") % parts
    return path.name if line is None else _("%(file)s, line %(line)s") % parts


def _entry(loader: yaml.CSafeLoader, node: yaml.Node) -> Any:
    """The row as the file has it; YAML itself would take the last of two equal names, silently."""
    for mapping in (node, *(value for _name, value in _pairs(node))):
        names = [name.value for name, _value in _pairs(mapping)]
        twice = sorted({str(name) for name in names if names.count(name) > 1})
        if twice:
            raise ValidationError(_("given twice: %(names)s"), params={"names": ", ".join(twice)})
    try:
        return loader.construct_object(node, deep=True)
    except yaml.YAMLError as error:
        raise ValidationError(in_plain_words(error)) from error
    except (ValueError, OverflowError) as error:  # looks like a date or a number and is none: 2024-13-45
        raise ValidationError(_("a date or a number that does not exist: a text must stand in quotes")) from error


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _row(entry: Any, place: str) -> Row:
    if not isinstance(entry, dict) or entry.keys() != {"model", "fields"} or not isinstance(entry["fields"], dict):
        raise ValidationError(_("a row has a model and fields, and nothing else"))
    model, fields = _model(entry["model"]), entry["fields"]
    known = content_fields(model)
    problems = []
    unknown = [str(name) for name in fields if name not in known]
    if unknown:
        problems.append(_("unknown field: %(names)s") % {"names": ", ".join(unknown)})
    missing = [name for name in model.natural if not fields.get(name, known[name].get_default())]
    if missing:
        problems.append(_("missing: %(names)s") % {"names": ", ".join(missing)})
    values = {}
    for name in fields.keys() & known.keys():
        try:
            values[name] = _value(known[name], fields[name])
        except ValidationError as error:
            problems.append(f"{name}: {' '.join(error.messages)}")
    if problems:
        raise ValidationError(sorted(problems))
    return make_row(model, values, place=place)


def _model(label: Any) -> Model:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError, AttributeError):
        model = None
    if model is None or not issubclass(model, Content):
        raise ValidationError(_("unknown model: %(label)s") % {"label": label})
    return model


def _value(field: Any, value: Any) -> Any:
    if field.many_to_many:
        if not isinstance(value, list):
            raise ValidationError(_("a list of natural keys was expected"))
        return [_key(field, key) for key in value]
    if field.is_relation:
        return None if value is None and field.null else _key(field, value)
    if isinstance(value, str) and "\x00" in value:
        raise ValidationError(_("a NUL is no text"))
    if not isinstance(value, _taken(field)) or (isinstance(value, bool) and not _takes_yes(field)):
        raise ValidationError(
            _("%(value)s is not of the right kind: a text must stand in quotes") % {"value": repr(value)}
        )
    return tidied(field, field.to_python(value))


def _taken(field: Any) -> tuple[type, ...]:
    """What a field may be given. Django would make “False” of a text that YAML read as “no”, and 1 of 1.5."""
    if isinstance(field, models.IntegerField | models.BooleanField):
        return (int, str, type(None))
    if isinstance(field, models.DateField):
        return (str, dt.date, type(None))
    return (str, int, dt.date, type(None))


def _takes_yes(field: Any) -> bool:
    return isinstance(field, models.BooleanField)


def _key(field: Any, value: Any) -> list[str]:
    length = len(field.related_model.natural_paths())
    if isinstance(value, list) and len(value) == length and all(isinstance(part, str) for part in value):
        return [tidy(part) for part in value]
    raise ValidationError(
        _("a natural key is a list of %(count)s texts, not %(value)s") % {"count": length, "value": repr(value)}
    )
