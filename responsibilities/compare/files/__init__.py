"""A comparison as a file: exactly what the page shows, the same bytes for the same input."""

from responsibilities.compare.files.as_csv import as_csv
from responsibilities.compare.files.as_json import as_json
from responsibilities.compare.files.as_markdown import as_markdown
from responsibilities.compare.reading import SideBySide
from web.formats import Format

FORMATS: dict[str, Format[SideBySide]] = {
    "csv": Format("csv", "CSV", "text/csv; charset=utf-8", as_csv),
    "md": Format("md", "Markdown", "text/markdown; charset=utf-8", as_markdown),
    "json": Format("json", "JSON", "application/json", as_json),
}
