"""A comparison as JSON: the document itself."""

import json

from responsibilities.compare.files.document import ComparisonDocument


def as_json(document: ComparisonDocument) -> str:
    """The document, indented, in the order of the page, with a line end at its end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
