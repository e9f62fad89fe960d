"""Tables and columns of scanned pages; all content is invented."""

from __future__ import annotations

from tests.text.column_pages import with_a_table_between, wrapped_names
from tests.text.conftest import Read, scanned


def test_a_rating_on_a_scanned_page_stays_beside_its_trust(read: Read, tesseract: str) -> None:
    layout = wrapped_names(padding=0.6)
    lines = read(scanned(layout.data), name="p.pdf").text.split("\n")
    assert [row for row in layout.rows if "  ".join(row) not in lines] == []


def test_columns_over_and_under_a_scanned_table_are_read_before_and_after_it(read: Read, tesseract: str) -> None:
    layout = with_a_table_between(paragraphs=1)
    text = read(scanned(layout.data), name="p.pdf").text
    assert [row for row in layout.rows if "  ".join(row) not in text.split("\n")] == []
    # Tesseract sees some spaces where there are none, and none where there are.
    unspaced = "".join(text.split())
    words = ["".join(part.split()) for part in (layout.sentences[0], layout.rows[0][0], layout.sentences[-1])]
    assert unspaced.index(words[0]) < unspaced.index(words[1]) < unspaced.index(words[2])
    assert [sentence for sentence in layout.sentences if "".join(sentence.split()) not in unspaced] == []
