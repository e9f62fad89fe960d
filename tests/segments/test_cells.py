from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.segments import cells


@pytest.mark.parametrize(("cell", "name", "first", "last"), [
    ("Q1 2025/26", "Q1 2025/26", "2025-04-01", "2025-06-30"),
    ("q2 25-26", "Q2 2025/26", "2025-07-01", "2025-09-30"),
    ("Q3 2025/26", "Q3 2025/26", "2025-10-01", "2025-12-31"),
    ("2025/26 Q4", "Q4 2025/26", "2026-01-01", "2026-03-31"),
    ("Q4 2023/24", "Q4 2023/24", "2024-01-01", "2024-03-31"),
    ("Jun-25", "Q1 2025/26", "2025-04-01", "2025-06-30"),
    ("March 2026", "Q4 2025/26", "2026-01-01", "2026-03-31"),
    ("2025-12-31", "Q3 2025/26", "2025-10-01", "2025-12-31"),
    ("31/12/2025", "Q3 2025/26", "2025-10-01", "2025-12-31"),
    ("Q4 2099/00", "Q4 2099/00", "2100-01-01", "2100-03-31"),
])
def test_an_nhs_quarter_has_its_own_first_and_last_day(cell, name, first, last):
    quarter = cells.quarter(cell)
    assert (quarter.name, quarter.first_day, quarter.last_day) == (name, first, last)


@pytest.mark.parametrize("cell", ["", "Q5 2025/26", "Q0 2025/26", "2025/26", "Q1", "2025-13-01", "Q1 2025/27", "Nov", "٣ 2025"])
def test_what_names_no_quarter_is_refused(cell):
    with pytest.raises(cells.UnreadableCell):
        cells.quarter(cell)


def test_the_tables_of_september_2025_and_after_have_one_name():
    assert cells.league_table("Acute trust") == "acute"
    assert cells.league_table("Mental health and community trust") == "mental health and community"
    assert cells.league_table("Non-acute hospital trust") == "mental health and community"
    assert cells.league_table("") is None


@given(st.text(max_size=30))
def test_no_text_makes_a_cell_reader_fail_otherwise_than_by_refusing(text):
    for read in (cells.quarter, cells.segment_number, cells.position,
                 lambda cell: cells.number(cell, "score"), lambda cell: cells.flag(cell, "flag")):
        with contextlib.suppress(cells.UnreadableCell):
            read(text)
