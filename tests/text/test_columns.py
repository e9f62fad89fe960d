"""PDF pages in columns, and tables, that were written row by row; all content is invented."""

from __future__ import annotations

import pytest

from tests.text.column_pages import layouts
from tests.text.conftest import Read
from tests.text.sheets import MARGIN, Sheet

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


def test_cells_written_one_after_the_other_keep_their_order_and_are_not_run_together(read: Read) -> None:
    found = ("staff did not always follow the policy on hand hygiene in the department", "patients waited too long to be seen at night and at weekends",
             "medicines were left unlocked in two of the six wards that were visited", "records of fridge temperatures were not always kept on the wards")
    to_do = ("the trust must audit hand hygiene each month and report it to the committee", "the trust must ensure that senior doctors see patients within an hour",
             "the trust should fit locks to all cupboards and check them at each change", "the trust should check records each day and keep them for inspection")
    for padding in (0, 0.3, 0.6):
        sheet = Sheet(by_rows=False)
        sheet.wrapped_table(80, (MARGIN, 302), list(zip(found, to_do, strict=True)), padding=padding)
        text = read(sheet.layout().data, name="p.pdf").text
        places = [text.index(cell) for pair in zip(found, to_do, strict=True) for cell in pair]
        assert places == sorted(places)
        lines = text.split("\n")
        assert not [line for line in lines if sum(cell in line for cell in (*found, *to_do)) > 1 and "  " not in line]


@pytest.mark.parametrize("notes", [("Warning notice served", ""), ("", "Warning notice served"), ("met", "not met"), ("", "")])
def test_rows_in_groups_with_white_space_only_between_the_groups_stay_rows(read: Read, notes: tuple[str, str]) -> None:
    places = ("Fableton", "Talebridge", "Storyham", "Mythwell", "Dreamford", "Nowhere", "Figment", "Inventshire")
    rows = [tuple(filter(None, (f"University Hospitals of {place} NHS Trust", ("Inadequate", "Outstanding")[number // 3 % 2], notes[number % 2])))
            for number, place in enumerate(places)]
    sheet = Sheet()
    for number, row in enumerate(rows):
        for x, cell in zip((MARGIN, 290, 370), row, strict=False):
            sheet.put(x, 100 + 13 * number + 10 * (number // 2), cell)
    lines = read(sheet.layout().data, name="p.pdf").text.split("\n")
    assert [row for row in rows if "  ".join(row) not in lines] == []


def test_rows_in_groups_whose_last_cell_has_several_lines_are_not_read_down(read: Read) -> None:
    said = ("Staff in the emergency department did not always record when they had seen a patient",
            "Doctors at night were too few in number on both of the wards that were visited in May",
            "Nurses on the wards had been trained and had time to talk to the people in their care")
    places = ("Fableton", "Mythwell", "Storyham", "Dreamford", "Nowhere", "Talebridge", "Figmenton", "Taleville", "Oldstory")
    rows = [(f"{place} Trust", "as before" if number % 3 else "Good", said[number % 3]) for number, place in enumerate(places)]
    sheet, y = Sheet(), 100.0
    for number, (trust, rating, note) in enumerate(rows):
        sheet.put(MARGIN, y, trust)
        sheet.put(150, y, rating)
        y = sheet.column(300, y, 200, [note], gap=0) + (10.6 if number % 3 == 2 else 2.6)
    lines = read(sheet.layout().data, name="p.pdf").text.split("\n")
    assert [row for row in rows if not any(line.startswith(f"{row[0]}  {row[1]}  {row[2][:20]}") for line in lines)] == []


def test_rows_of_sentences_in_groups_of_two_are_not_made_one(read: Read) -> None:
    sheet, y = Sheet(), 90.0
    rows = [(f"Finding {number}: {sheet.sentence()}", f"Action {number}: {sheet.sentence()}") for number in range(10, 22)]
    for number, (finding, action) in enumerate(rows):
        y = max(sheet.column(x, y, 230, [words], gap=0) for x, words in ((MARGIN, finding), (302, action))) + (11 if number % 2 else 1.3)
    text = read(sheet.layout().data, name="p.pdf").text
    assert not [line for line in text.split("\n") if line.count("Finding ") > 1 or line.count("Action ") > 1]
