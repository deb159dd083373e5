import pytest

from catalogue.spreadsheets import csv_text, harmless


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@SUM", "＝1", "\t1", "\r1", "\n1", "  =1", "\u00a0=1"])
def test_cell_that_would_be_calculated_is_text(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1", "a=b", "'=1", " a", "año"])
def test_other_cell_is_left_alone(cell):
    assert harmless(cell) == cell


def test_table_keeps_accents_quotes_and_line_ends():
    assert csv_text(["año", "b"], [['"', "1\n2"], ["=1", ","]]) == ('\ufeffaño,b\r\n"""","1\n2"\r\n\'=1,","\r\n')
