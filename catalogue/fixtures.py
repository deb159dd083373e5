"""Reading the fixture files: plain Django fixtures in YAML with natural keys (fixtures/README.md)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from catalogue.rows import NATURAL, Model, Row, content_fields, make_row


class BrokenFixture(Exception):  # noqa: N818  it names what is broken
    """A file that cannot be loaded; the message is one line with the file and the row."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {' '.join(problem.split())}")


def read_fixtures(folder: Path) -> list[Row]:
    """All rows of the ``*.yaml`` files in the folder, in load order."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise BrokenFixture(str(folder), _("there are no fixture files here"))
    return [row for path in paths for row in read_file(path)]


def read_file(path: Path) -> Iterator[Row]:
    """The rows of one file, in its order, each with its place: ``41_duties.yaml, row 3 (line 27)``."""
    try:
        loader = yaml.CSafeLoader(path.read_bytes())
        document = loader.get_single_node()
        nodes = [] if document is None else document.value
        if not isinstance(document, yaml.SequenceNode | None):
            raise BrokenFixture(path.name, _("a list of rows was expected"))
        for number, node in enumerate(nodes, start=1):
            place = _("%(file)s, row %(row)s (line %(line)s)") % {
                "file": path.name,
                "row": number,
                "line": node.start_mark.line + 1,
            }
            yield _row(loader.construct_object(node, deep=True), place)
    except (OSError, UnicodeError) as error:
        raise BrokenFixture(path.name, str(error)) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        place = _("%(file)s, line %(line)s") % {"file": path.name, "line": line}
        raise BrokenFixture(place, error.problem or str(error)) from error
    except yaml.YAMLError as error:
        raise BrokenFixture(path.name, str(error)) from error


def _row(entry: Any, place: str) -> Row:
    if not isinstance(entry, dict) or entry.keys() != {"model", "fields"} or not isinstance(entry["fields"], dict):
        raise BrokenFixture(place, _("a row has a model and fields, and nothing else"))
    model, fields = _model(entry["model"], place), entry["fields"]
    known = content_fields(model)
    unknown = [str(name) for name in fields if name not in known]
    if unknown:
        raise BrokenFixture(place, _("unknown field: %(names)s") % {"names": ", ".join(unknown)})
    missing = [name for name in NATURAL[model] if not fields.get(name, known[name].get_default())]
    if missing:
        raise BrokenFixture(place, _("missing: %(names)s") % {"names": ", ".join(missing)})
    values = {name: _value(known[name], value, place) for name, value in fields.items()}
    return make_row(model, values, place=place)


def _model(label: Any, place: str) -> Model:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError, AttributeError):
        model = None
    if model not in NATURAL:
        raise BrokenFixture(place, _("unknown model: %(label)s") % {"label": label})
    return model


def _value(field: Any, value: Any, place: str) -> Any:
    if field.many_to_many:
        if not isinstance(value, list):
            raise BrokenFixture(place, _("%(field)s: a list of natural keys was expected") % {"field": field.name})
        return [_key(field, key, place) for key in value]
    if field.is_relation:
        return None if value is None and field.null else _key(field, value, place)
    try:
        if isinstance(value, str) and "\x00" in value:
            raise ValidationError(_("a NUL is no text"))
        return field.to_python(value)
    except ValidationError as error:
        raise BrokenFixture(place, f"{field.name}: {' '.join(error.messages)}") from error


def _key(field: Any, value: Any, place: str) -> list[str]:
    length = key_length(field.related_model)
    if isinstance(value, list) and len(value) == length and all(isinstance(part, str) for part in value):
        return value
    problem = _("%(field)s: a natural key is a list of %(count)s texts, not %(value)s")
    raise BrokenFixture(place, problem % {"field": field.name, "count": length, "value": value})


def key_length(model: Model) -> int:
    """How many texts the natural key of the model has."""
    fields = [content_fields(model)[name] for name in NATURAL[model]]
    return sum(key_length(one.related_model) if one.is_relation else 1 for one in fields)
