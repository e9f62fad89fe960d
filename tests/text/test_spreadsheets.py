"""Spreadsheets: what a cell says, and nothing that a sheet claims of its size is believed. All content is invented."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from corpora.errors import UnreadableInput
from corpora.text import sheet_rows
from corpora.text.sheet_rows import read_rows
from corpora.text.sheet_values import NumberFormat, format_of, number_text, plain
from tests.text.conftest import Read, page
from tests.text.office import ODS, cell, ods, ods_cell, package, xlsx
from tests.text.test_hostile_input import attempt, mutations

TABLE = [["Trust code", "Trust", "Segment"], ["RX1", "Invent Royal", 3], ["RX9", "Inventshire Care", 2.5]]
ROYAL = "Trust code  Trust  Segment\nRX1  Invent Royal  3"


def values(data: bytes, *, kind: str = "xlsx", shown: bool = False) -> list[list[str]]:
    return [list(row.cells.values()) for row in read_rows(data, kind=kind, name="a", shown=shown)]  # type: ignore[arg-type]


def test_a_row_is_a_line_and_a_sheet_a_section(read: Read) -> None:
    document = read(xlsx({"Ratings": TABLE, "Sheet2": [["Invented note."]]}), name="a.xlsx")
    assert document.text == f"Ratings\n{ROYAL}\nRX9  Inventshire Care  2.5\n\nInvented note."
    assert [(section.title, document.text[section.start:section.end].split("\n")[0]) for section in document.sections] == [
        ("Ratings", "Ratings"), ("Sheet2", "Invented note.")]


def test_an_opendocument_spreadsheet_reads_the_same(read: Read) -> None:
    document = read(ods({"Ratings": TABLE}), name="a.ods")
    assert document.text == "Ratings\nTrust code  Trust  Segment\nRX1  Invent Royal  3.0\nRX9  Inventshire Care  2.5"
    assert [section.title for section in document.sections] == ["Ratings"]


def test_title_and_day_are_the_files_own_where_it_states_them(read: Read) -> None:
    document = read(xlsx({"Sheet1": TABLE}, title="Invented ratings"), name="a.xlsx")
    assert document.title == "Invented ratings"
    assert document.published is not None
    assert (document.published.date, document.published.method) == ("2025-03-04", "spreadsheet_metadata")
    assert read(xlsx({"Sheet1": TABLE}), name="a.xlsx").title == "Trust code  Trust  Segment"


def test_hidden_sheets_are_left_out(read: Read) -> None:
    assert read(xlsx({"Shown": TABLE, "Workings": [["Secret workings"]]}, hidden=["Workings"]), name="a.xlsx").text.find("Secret") == -1


@pytest.mark.parametrize(("written", "shown", "value"), [
    (cell(46022, style=1), "31 December 2025", "2025-12-31"), (cell(46022.0, style=2), "31 December 2025", "2025-12-31"),
    (cell(46022, style=3), "December 2025", "2025-12-31"), (cell(0.125, style=4), "12.5%", "0.125"), (cell(0.375, style=5), "09:00", "09:00"),
    (cell(46022.5, style=6), "31 December 2025 12:00", "2025-12-31 12:00"), (cell(46022), "46022", "46022"),
    (cell(2.5300000000000002), "2.53", "2.53"), (cell(3.0), "3", "3"), (cell(-0.1), "-0.1", "-0.1"), (cell(1e-20), "0", "0"),
    (cell(True), "TRUE", "TRUE"), (cell(False), "FALSE", "FALSE"), ('<c t="e"><v>#N/A</v></c>', "#N/A", "#N/A"),
    ('<c><f>A1+1</f><v>7</v></c>', "7", "7"), ('<c t="str"><f>A1&amp;"x"</f><v>words x</v></c>', "words x", "words x"),
    ('<c t="d"><v>2025-12-31</v></c>', "2025-12-31", "2025-12-31"), ('<c t="s"><v>1</v></c>', "in runs", "in runs"),
    ('<c t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>', "two runs", "two runs"),
    (cell("line one\nline two"), "line one line two", "line one line two"), ('<c t="s"><v>2</v></c>', "with a break", "with a break"),
    ('<x:c xmlns:x="urn:x"><x:v>5</x:v></x:c>', "5", "5"), ("<c><v>1e400</v></c>", "1e400", "1e400"), ("<c><v>١</v></c>", "1", "1"),
    ("<c s='99999'><v>4</v></c>", "4", "4"), (cell(3_000_000, style=1), "3000000", "3000000")])
def test_a_cell_says_what_people_see_or_its_value(written: str, shown: str, value: str) -> None:
    data = xlsx({"a": f"<row>{written}</row>"},
                shared="<si><t>zero</t></si><si><r><t>in </t></r><r><t>runs</t></r><rPh><t>sound</t></rPh></si><si><t>with_x000D_\na break</t></si>")
    assert values(data, shown=True) == [[shown]]
    assert values(data) == [[value]]


@pytest.mark.parametrize("written", ["<c/>", "<c><v/></c>", '<c t="s"><v>77</v></c>', '<c t="s"><v>-1</v></c>', '<c r="ZZZ1"><v>1</v></c>', "<c><f>A1</f></c>",
                                     cell("  \u200b ")])
def test_cells_that_say_nothing_are_no_cells(written: str) -> None:
    assert values(xlsx({"a": f"<row>{written}</row><row>{cell('next')}</row>"})) == [["next"]]


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    assert values(xlsx({"a": f"<row>{cell(44560, style=1)}</row>"}, since_1904=True)) == [["2025-12-31"]]


@pytest.mark.parametrize(("code", "kind"), [
    ("dd/mm/yyyy", "date"), ("[$-809]d mmmm yyyy;@", "date"), ("mmm\\-yy", "month"), ("hh:mm", "time"), ("0.00%", "share"), ("General", "number"),
    ('0 "days"', "number"), ("[Red]0.0", "number"), ("#,##0.00_);[Red]\\(#,##0.00\\)", "number"), ('"Q"0', "number"), ("@", "number"),
    ('"year" 0', "number"), ("£#,##0", "number")])
def test_a_formats_code_says_what_its_numbers_are(code: str, kind: str) -> None:
    assert format_of(164, code).kind == kind


def test_numbers_have_no_exponent_and_no_noise() -> None:
    assert [plain(number) for number in (1.53, 0.1 + 0.2, 1e14, 123456789.1, -0.0, 1e15)] == [
        "1.53", "0.3", "100000000000000", "123456789.1", "0", "1000000000000000"]
    assert plain(1e300) == "1e+300"
    assert number_text("NaN", NumberFormat(), since_1904=False, shown=True) == "NaN"


def test_rows_and_cells_that_name_their_place_stand_there() -> None:
    data = xlsx({"a": f'<row r="3">{cell("x", at="C3")}{cell("y")}</row><row>{cell("z")}</row>'})
    assert [(row.number, row.cells) for row in read_rows(data, kind="xlsx", name="a", shown=True)] == [(3, {2: "x", 3: "y"}), (4, {0: "z"})]


@pytest.mark.parametrize(("written", "shown", "value"), [
    ('<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12.5%</text:p></table:table-cell>', "12.5%", "0.125"),
    ('<table:table-cell office:value-type="float" office:value="1.53"><text:p>1.5</text:p></table:table-cell>', "1.5", "1.53"),
    ('<table:table-cell office:value-type="date" office:date-value="2025-12-31"><text:p>Dec-25</text:p></table:table-cell>', "Dec-25", "2025-12-31"),
    ('<table:table-cell office:value-type="date" office:date-value="2025-12-31T00:00:00"/>', "31 December 2025", "2025-12-31"),
    ('<table:table-cell office:value-type="date" office:date-value="2025-99-31"><text:p>x</text:p></table:table-cell>', "x", "x"),
    (ods_cell(True), "TRUE", "TRUE"),
    ('<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>one<text:s/>and</text:p>'
     '<text:p><text:span>two</text:span></text:p></table:table-cell>', "one and two", "one and two"),
    ('<table:table-cell office:value-type="float" office:value="x"><text:p>#N/A</text:p></table:table-cell>', "#N/A", "#N/A")])
def test_a_cell_of_an_opendocument_sheet_says_what_people_see_or_its_value(written: str, shown: str, value: str) -> None:
    data = ods({"a": f"<table:table-row>{written}</table:table-row>"})
    assert values(data, kind="ods", shown=True) == [[shown]]
    assert values(data, kind="ods") == [[value]]


def test_a_million_padded_rows_cost_next_to_nothing() -> None:
    padding = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    data = ods({"Locations": f"<table:table-row>{ods_cell('Location ID')}</table:table-row>{padding}<table:table-row>{ods_cell('last')}</table:table-row>"})
    started = time.monotonic()
    rows = list(read_rows(data, kind="ods", name="a", shown=True))
    assert time.monotonic() - started < 0.5
    assert [(row.number, list(row.cells.values())) for row in rows] == [(1, ["Location ID"]), (1_048_572, ["last"])]


def test_rows_and_cells_that_are_repeated_come_as_often() -> None:
    data = ods({"a": '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" office:value-type="string">'
                     "<text:p>x</text:p></table:table-cell></table:table-row>"})
    assert values(data, kind="ods") == [["x"] * 3] * 2


@pytest.mark.parametrize("data", [
    pytest.param(xlsx({"a": "".join(f"<row>{cell(1, at='XFD1')}</row>" for _ in range(2000))}), id="cells in the last column"),
    pytest.param(xlsx({"a": f'<row r="1">{cell(1)}</row><row r="1048576">{cell(1, at="XFD1048576")}</row>'}), id="one cell in the last corner"),
    pytest.param(xlsx({"a": "<row>" + "<c><v>1</v></c>" * 300_000 + "</row>"}), id="a row of 300,000 columns"),
    pytest.param(xlsx({"a": "<row/>" * 1_000_000 + f"<row>{cell(1)}</row>"}), id="a million empty rows"),
    pytest.param(xlsx({"a": f"<row>{cell('words ' * 8_000_000)}</row>"}), id="a cell of 48 million characters"),
    pytest.param(xlsx({"a": "<x>" * 100_000 + "</x>" * 100_000 + f"<row>{cell(1)}</row>"}), id="elements in elements")])
def test_no_sheet_takes_memory_by_what_it_claims(data: bytes) -> None:
    tracemalloc.start()
    try:
        rows = sum(1 for _ in read_rows(data, kind="xlsx", name="a", shown=True))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert rows >= 1
    assert most < 30 * 2**20


def test_a_row_repeated_a_million_times_over_all_columns_is_refused_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_rows, "MOST_CELLS", 200_000)
    data = ods({"a": '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
                     'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'})
    with pytest.raises(UnreadableInput, match="more than 200,000 cells"):
        values(data, kind="ods")


def test_text_repeated_over_the_whole_sheet_is_refused_and_not_written_out(read: Read) -> None:
    data = xlsx({"a": "<row><c t='s'><v>0</v></c></row>" * 4000}, shared=f"<si><t>{'words ' * 20_000}</t></si>")
    with pytest.raises(UnreadableInput, match="holds more than 30,000,000 characters"):
        read(data, name="a.xlsx")


@pytest.mark.parametrize(("data", "name", "reason"), [
    (page("<table><tr><td>Log in</td></tr></table>"), "a.xlsx", "not an Excel workbook, as it is called, but an HTML page"),
    (b"Trust,Segment\nRX1,3\n", "a.ods", "not an OpenDocument spreadsheet, as it is called, but text"),
    (ods({"a": TABLE}), "a.xlsx", "not an Excel workbook, as it is called, but an OpenDocument spreadsheet"),
    (xlsx({"a": TABLE})[:-30], "a.xlsx", "the spreadsheet is broken"), (xlsx({"a": "<row><c>"}), "a.xlsx", "its XML ends or errs at line 1"),
    (xlsx({"a": []}), "a.xlsx", "holds no text"), (package({"mimetype": ODS}), "a.ods", "the spreadsheet is broken: .*content.xml"),
    (package({"xl/workbook.bin": b"\x00"}), "a.xlsb", "binary Excel workbook"),
    (package({"mimetype": ODS.replace("spreadsheet", "graphics")}), "a.odg", "an OpenDocument drawing or formula, or flat OpenDocument; save it as"),
    (package({"mimetype": ODS, "META-INF/manifest.xml": "<manifest:encryption-data/>"}), "a.ods", "encrypted; save it without a password"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "a.xls", "old Microsoft Office format; save it as .docx, .xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "encrypted")])
def test_what_is_no_spreadsheet_is_refused_in_one_line(read: Read, data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refused:
        read(data, name=name)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("data", "name"), [(xlsx({"a": TABLE, "b": [[True, 46022, None]]}, title="Invented"), "a.xlsx"), (ods({"a": TABLE}), "a.ods")])
def test_150_damaged_copies_are_read_or_refused(data: bytes, name: str) -> None:
    for damaged in mutations(data, 150, seed=5):
        attempt(damaged, name)
