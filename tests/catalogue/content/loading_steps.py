"""Steps of the tests that load the sample fixtures."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.utils.translation import override

SAMPLE = Path(__file__).parent / "data"


def rewrite(folder, file, old, new):
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def command(folder, *options):
    out = StringIO()
    with override("en"):
        call_command("load_catalogue", "--folder", str(folder), *options, stdout=out)
    return out.getvalue()


def cut(folder, file, start):
    """The file without the row that has ``start`` among its fields."""
    path = folder / file
    rows = path.read_text().split("\n\n")
    kept = [row for row in rows if start not in row]
    assert len(kept) == len(rows) - 1
    path.write_text("\n\n".join(kept) + "\n")


def names(rows):
    return [str(row.model._meta.label_lower) + " " + " › ".join(row.key) for row in rows]


def outcome(plan):
    return (
        names(plan.add),
        names(plan.change),
        names(plan.remove),
        [(*names([kept.row]), kept.why) for kept in plan.kept],
    )
