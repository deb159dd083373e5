import ast
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devtools.steps import ROOT
from web.spreadsheets import csv_text, harmless

APPS = ("catalogue", "config", "editing", "orgcharts", "responsibilities", "roles", "sources", "web")
CALCULATED = [
    "=1", "+1", "-1", "@SUM", "＝1", "＋1", "－1", "＠SUM", "﹦1", "﹢1", "﹣1", "﹫SUM", "⁼1", "⁺1", "\u22121",
    "\t1", "\r1", "\n1", "\n=1", "  =1", "\u00a0=1", "\u202f=1", "\u3000=1", "\u2028=1", "\ufeff=1",
    "\u200b=1", "\u2060=1", "\u202e=1", "\xad=1", "\x00=1", "\x1f=1", "\x7f=1", "\ue000=1", " \u200b\t＝HYPERLINK(1)",
]  # fmt: skip


@pytest.mark.parametrize("cell", CALCULATED)
def test_cell_that_would_be_calculated_is_text(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1", "a=b", "'=1", " a", "año", "≠", "~", "—", "· a", "\u200b", "ﷺ", "👩‍💻"])
def test_other_cell_is_left_alone(cell):
    assert harmless(cell) == cell


def test_table_keeps_accents_quotes_and_line_ends():
    assert csv_text(["año", "b"], [['"', "1\n2"], ["=1", ","]]) == ('\ufeff"año","b"\r\n"""","1\n2"\r\n"\'=1",","\r\n')


@given(rows=st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_every_cell_comes_back(rows):
    read = list(csv.reader(io.StringIO(csv_text(["a", "b"], rows).removeprefix("\ufeff"), newline="")))

    assert read == [["a", "b"], *([harmless(cell) for cell in row] for row in rows)]


def test_no_new_cell_begins_where_a_spreadsheet_parts_cells_otherwise():
    text = csv_text(["a"], [["x;=1+1"], ["x\t=1+1"]]).removeprefix("\ufeff")

    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) == [["a"], ["x;=1+1"], ["x\t=1+1"]]
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter="\t")) == [["a"], ["x;=1+1"], ["x\t=1+1"]]


def test_one_module_writes_such_files():
    paths = [path for app in APPS for path in (ROOT / app).rglob("*.py") if _imports_csv(path.read_text())]

    assert [str(path.relative_to(ROOT)) for path in paths] == ["web/spreadsheets.py"]


def _imports_csv(code):
    named = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {getattr(node, "module", None) or alias.name for node in named for alias in node.names}
    return "csv" in modules
