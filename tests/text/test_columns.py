"""PDF pages in columns that were written row by row; all content is invented."""

from __future__ import annotations

import pytest

from tests.text.column_pages import layouts
from tests.text.conftest import Read

TABLES = [name for name, layout in layouts().items() if layout.rows]
PROSE = [name for name, layout in layouts().items() if layout.sentences]


@pytest.mark.parametrize("name", PROSE)
def test_every_sentence_comes_out_whole_and_in_order(read: Read, name: str) -> None:
    layout = layouts()[name]
    text = read(layout.data, name="p.pdf").text
    assert [sentence for sentence in layout.sentences if sentence not in text] == []
    places = [text.index(sentence) for sentence in layout.sentences]
    assert places == sorted(places)


@pytest.mark.parametrize("name", [name for name in TABLES if "prose" not in name and "long names" not in name and "register" not in name])
def test_the_rows_of_a_table_stay_rows(read: Read, name: str) -> None:
    layout = layouts()[name]
    lines = read(layout.data, name="p.pdf").text.split("\n")
    assert [row for row in layout.rows if "  ".join(row) not in lines] == []
