"""A chart as JSON: the facts of its document, under the names that the API uses."""

import json

from orgcharts.exports.document import ChartDocument


def as_json(document: ChartDocument) -> str:
    """The facts, indented, in reading order, with a line end at the end."""
    return json.dumps(document.facts, ensure_ascii=False, indent=2) + "\n"
