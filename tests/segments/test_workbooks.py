"""Published tables as workbooks, in the layouts of the CSVs. The rows of good tables are real ones; titles and spoiled rows are invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.segments import check_layout, import_segments
from corpora.store import Store
from tests.segments.test_import_segments import DATA_HEADER, KENT, LEAGUE_HEADER, NOTTS, metric, write
from tests.text.conftest import word_paragraph, word_xml
from tests.text.office import cell, ods, xlsx

Make = Callable[..., bytes]
TITLE = [["NHS Oversight Framework: invented title"], [None], ["Published by someone", None, "Invented note"]]


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "segments.db") as opened:
        yield opened


def cells_of(*lines: str) -> list[list[object]]:
    """The cells of CSV lines as a workbook has them: numbers as numbers, blanks left out."""
    return [[_value(text) for text in line.split(",")] for line in lines]


def _value(text: str) -> object:
    try:
        return float(text) if text else None
    except ValueError:
        return text


def save(folder: Path, data: bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("make", "name"), [(xlsx, "table.xlsx"), (ods, "table.ods"), (xlsx, "download")])
def test_a_workbook_gives_the_segments_of_its_csv(store: Store, register: Register, tmp_path: Path, make: Make, name: str) -> None:
    rows = cells_of(LEAGUE_HEADER, KENT, NOTTS)
    workbook = save(tmp_path, make({"Notes": [["Some invented notes."]], "League table": TITLE + rows}), name)
    result = import_segments(store, workbook, register=register)
    assert (result.read, result.imported, result.refused, result.other) == (2, 2, 0, 0)
    before = store.segments()
    from_csv = import_segments(store, write(tmp_path, LEAGUE_HEADER, KENT, NOTTS), register=register)
    assert (from_csv.imported, from_csv.unchanged) == (0, 2)
    assert store.segments() == before
    again = import_segments(store, workbook, register=register)
    assert (again.imported, again.unchanged) == (0, 2)


@pytest.mark.parametrize("make", [xlsx, ods])
def test_the_long_file_reads_the_same_from_a_workbook(store: Store, register: Register, tmp_path: Path, make: Make) -> None:
    rows = cells_of(DATA_HEADER, metric("OF0005", "9.03"), metric("OF5000", "3.0", rank="42.0"), metric("OF5002", "2.56"), metric("OF5004", "1.0"))
    result = import_segments(store, save(tmp_path, make({"Data": rows}), "table.xlsx" if make is xlsx else "table.ods"), register=register)
    assert (result.read, result.imported, result.other) == (4, 1, 3)
    (segment,) = store.segments(orgs=("RHA",))
    assert (segment.segment, segment.score, segment.rank, segment.financial_override) == (3, 2.56, 42, True)


def test_days_numbers_and_flags_are_read_by_their_value_and_not_as_they_are_shown(store: Store, register: Register, tmp_path: Path) -> None:
    header = cells_of("Quarter,Trust_type,Trust_code,Average_score,Segment,Rank,Trust_in_financial_deficit")[0]
    row = "<row>" + cell(46022, style=3) + cell("Acute trust") + cell("RX1") + cell(2.5600000000000001) + cell(3) + cell(42) + cell(True) + "</row>"
    import_segments(store, save(tmp_path, xlsx({"a": f"<row>{''.join(map(cell, header))}</row>{row}"}), "a.xlsx"), register=register)
    (segment,) = store.segments(orgs=("RX1",))
    assert (segment.period, segment.score, segment.rank, segment.in_deficit) == ("Q3 2025/26", 2.56, 42, True)


def test_every_sheet_of_the_layout_is_read_and_each_by_its_own_header(store: Store, register: Register, tmp_path: Path) -> None:
    kent, notts = cells_of(LEAGUE_HEADER, KENT), cells_of(LEAGUE_HEADER, NOTTS)
    turned = [list(reversed(row)) for row in notts]
    result = import_segments(store, save(tmp_path, xlsx({"One": kent, "About": [["x"]], "Two": turned}), "a.xlsx"), register=register)
    assert (result.read, result.imported) == (2, 2)


def test_a_refused_row_is_told_by_its_row_in_the_sheet(store: Store, register: Register, tmp_path: Path) -> None:
    rows = cells_of(LEAGUE_HEADER, KENT, NOTTS.replace("RHA", "ZZZ"))
    result = import_segments(store, save(tmp_path, xlsx({"a": TITLE + rows}), "a.xlsx"), register=register)
    assert [(issue.where, issue.value) for issue in result.issues] == [("a.xlsx row 6", "ZZZ")]


def test_error_cells_are_refused_as_in_a_csv(store: Store, register: Register, tmp_path: Path) -> None:
    rows = cells_of(LEAGUE_HEADER, NOTTS.replace(",4.0,Yes", ",#N/A,Yes"))
    result = import_segments(store, save(tmp_path, xlsx({"a": rows}), "a.xlsx"), register=register)
    assert [(issue.value, result.imported) for issue in result.issues] == [("#N/A", 0)]


@pytest.mark.parametrize(("data", "name", "complaint"), [
    (xlsx({"a": [["name", "size"], ["RX1", 4]]}), "a.xlsx", "no sheet of the workbook has the header of a known"),
    (xlsx({"a": [["x"]] * 60 + cells_of(LEAGUE_HEADER, KENT)}), "a.xlsx", "no sheet of the workbook"),
    (xlsx({"a": cells_of(LEAGUE_HEADER, KENT)})[:-40], "a.xlsx", "the spreadsheet is broken"),
    (xlsx({"a": "<row><c>"}), "a.xlsx", "the spreadsheet is broken"), (word_xml(word_paragraph("x")), "a.docx", "is a document and not a table")])
def test_a_workbook_without_such_a_table_is_the_users_mistake(tmp_path: Path, data: bytes, name: str, complaint: str) -> None:
    with pytest.raises(UsersMistake, match=complaint) as mistake:
        check_layout(save(tmp_path, data, name))
    assert "\n" not in str(mistake.value)
    assert name in str(mistake.value)
