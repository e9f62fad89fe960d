"""PDF pages in columns, and tables, that were written row by row; all content is invented."""

from __future__ import annotations

import pytest

from tests.text.column_pages import layouts
from tests.text.conftest import Read

LEFT_AS_WRITTEN = "a table of long names and ratings without padding"
"""Nothing says where one of its rows ends and the next begins."""


@pytest.mark.parametrize("name", [name for name, layout in layouts().items() if layout.sentences])
def test_every_sentence_comes_out_whole_and_in_order(read: Read, name: str) -> None:
    layout = layouts()[name]
    text = read(layout.data, name="p.pdf").text
    assert [sentence for sentence in layout.sentences if sentence not in text] == []
    places = [text.index(sentence) for sentence in layout.sentences]
    assert places == sorted(places)


@pytest.mark.parametrize("name", [name for name, layout in layouts().items() if layout.rows and name != LEFT_AS_WRITTEN])
def test_the_rows_of_a_table_stay_rows(read: Read, name: str) -> None:
    layout = layouts()[name]
    lines = read(layout.data, name="p.pdf").text.split("\n")
    assert [row for row in layout.rows if "  ".join(row) not in lines] == []


def test_a_rating_stays_beside_its_trust_where_rows_cannot_be_told_apart(read: Read) -> None:
    layout = layouts()[LEFT_AS_WRITTEN]
    lines = read(layout.data, name="p.pdf").text.split("\n")
    assert all(any(line.startswith(name[:30]) and f" {overall}  {led}" in line for line in lines) for name, overall, led in layout.rows)
