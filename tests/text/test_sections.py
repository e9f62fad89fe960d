"""Sections, page labels and page states of papers and pages. All content is invented."""

from __future__ import annotations

import io

import fpdf
import pytest

from corpora.errors import UnreadableInput
from corpora.schema import Document
from corpora.store import Store
from corpora.text import ocr
from corpora.text.sections import Heading, named, sections_of
from tests.text.conftest import Read, page, pdf, scanned
from tests.text.hostile import CATALOG, FONT, WORDS, one_page, plain, raw_pdf
from tests.text.packs import ITEMS, board_pack, item_page

LONG = "These invented words fill a line of the page so that it has a body of text, larger than which a heading may be set. " * 3


def labelled(document: Document) -> list[str | None]:
    return [one.label for one in document.pages]


@pytest.mark.parametrize("outline", [True, False])
def test_items_of_a_pack_are_found_from_bookmarks_and_from_its_agenda(read: Read, outline: bool) -> None:
    document = read(board_pack(60, outline=outline), name="pack.pdf")
    items = [section for section in document.sections if section.label]
    assert [(section.label, section.title) for section in items] == [(f"Item {number}", title) for number, title in enumerate(ITEMS, start=1)]
    for number, section in enumerate(items, start=1):
        starts_on = next(one for one in document.pages if one.start <= section.start < one.end)
        assert starts_on.label == str(item_page(number, 60))
        assert document.text[section.start:].startswith(f"{number}. {section.title}")


def test_evidence_says_item_and_printed_page(read: Read, store: Store) -> None:
    document = read(board_pack(60), name="pack.pdf")
    store.add_document(document)
    nine = next(section for section in document.sections if section.label == "Item 9")
    citation = store.citation(document.id, nine.start + 500)
    assert citation is not None
    assert (citation.section, citation.page_label) == ("Item 9: Integrated Performance Report", str(item_page(9, 60)))
    assert citation.page == item_page(9, 60) + 1


@pytest.mark.parametrize(("words", "items", "label", "title"), [
    ("9. Integrated Performance Report", True, "Item 9", "Integrated Performance Report"),
    ("9.1 Finance", False, "9.1", "Finance"), ("Agenda item 9: Finance", False, "Item 9", "Finance"),
    ("Item No. 4b – Finance", False, "Item 4b", "Finance"), ("Enc C Finance report", False, "Enc C", "Finance report"),
    ("Appendix 2: Glossary", False, "Appendix 2", "Glossary"), ("09 - Finance v3.pdf", True, "Item 9", "Finance v3"),
    ("Encouraging words", False, None, "Encouraging words"), ("Papers for noting", False, None, "Papers for noting"),
    ("2026", False, None, "2026")])
def test_what_numbers_a_heading_is_its_label(words: str, items: bool, label: str | None, title: str) -> None:
    assert named(words, items=items) == (label, title)


def test_a_section_ends_where_the_next_begins_that_lies_no_deeper() -> None:
    sections = sections_of([Heading(0, 1, "A"), Heading(10, 2, "B"), Heading(20, 3, "C"), Heading(30, 2, "D"), Heading(40, 1, "E")], 50)
    assert [(section.title, section.start, section.end) for section in sections] == [
        ("A", 0, 40), ("B", 10, 30), ("C", 20, 30), ("D", 30, 40), ("E", 40, 50)]


def test_headings_of_a_pdf_are_told_by_size_and_by_bold_numbers(read: Read) -> None:
    writer = fpdf.FPDF()
    writer.add_page()
    for style, size, words in (("B", 18, "Inventshire quality report"), ("", 10, LONG), ("B", 10, "1.2 Falls with harm"), ("", 10, LONG),
                               ("", 10, "3 falls were reported in May and"), ("", 10, LONG)):
        writer.set_font("helvetica", style, size)
        writer.multi_cell(0, 7, words, new_x="LMARGIN", new_y="NEXT")
        writer.ln(4)
    document = read(bytes(writer.output()), name="p.pdf")
    assert [(section.label, section.title) for section in document.sections] == [
        (None, "Inventshire quality report"), ("1.2", "Falls with harm")]
    assert document.sections[0].end == document.sections[1].end == len(document.text)


def test_headings_of_a_page_are_its_sections(read: Read) -> None:
    document = read(page(f"<main><h1>Invented report</h1><p>{LONG}</p><h2>1. Findings</h2><p>{LONG}</p><h3>Wards</h3><p>{LONG}</p>"
                         f"<h2>Next steps</h2><p>{LONG}</p></main>"))
    assert [(section.label, section.title) for section in document.sections] == [
        (None, "Invented report"), ("1", "Findings"), (None, "Wards"), (None, "Next steps")]
    starts = [document.text[section.start:section.start + 8] for section in document.sections]
    assert starts == ["Invented", "1. Findi", "Wards\n\nT"[:8], "Next ste"]


def footed(*feet: str, body: str = "A page with words of its own, number {}.") -> bytes:
    writer = fpdf.FPDF()
    writer.set_auto_page_break(auto=False)
    for number, foot in enumerate(feet):
        writer.add_page()
        writer.set_font("helvetica", size=11)
        writer.cell(0, 8, body.format("abcdefghijklmnop"[number]), new_x="LMARGIN", new_y="NEXT")
        if foot:
            writer.set_y(-15)
            writer.cell(0, 8, foot)
    return bytes(writer.output())


@pytest.mark.parametrize(("feet", "labels"), [
    (("Page 5 of 9", "Page 6 of 9", "Page 7 of 9"), ["5", "6", "7"]), (("- 12 -", "- 13 -", "- 14 -", "- 15 -"), ["12", "13", "14", "15"]),
    (("i", "ii", "iii", "iv", "1", "2", "3", "4"), ["i", "ii", "iii", "iv", "1", "2", "3", "4"]),
    (tuple(f"Inventshire Board, 26 March 2026 {number}" for number in range(101, 107)), [str(number) for number in range(101, 107)]),
    (("212 | Page", "213 | Page", "", "215 | Page"), ["212", "213", None, "215"])])
def test_the_number_that_counts_with_the_pages_is_their_label(read: Read, feet: tuple[str, ...], labels: list[str | None]) -> None:
    document = read(footed(*feet), name="p.pdf")
    assert labelled(document) == labels
    assert "Page" not in document.text


@pytest.mark.parametrize("feet", [
    ("14", "3", "27", "5"), ("12", "", "", ""), ("Segment 4", "Segment 2", "Segment 3", "Segment 1"),
    ("26 March 2026", "26 March 2026", "26 March 2026", "26 March 2026"), ("7", "8", "", "")])
def test_a_number_that_does_not_count_with_the_pages_is_no_label(read: Read, feet: tuple[str, ...]) -> None:
    assert labelled(read(footed(*feet), name="p.pdf")) == [None] * 4


def test_the_packs_own_numbers_win_over_those_of_a_paper_in_it(read: Read) -> None:
    feet = [f"Page {number} of 6   {100 + number}" if number < 7 else f"{100 + number}" for number in range(1, 13)]
    assert labelled(read(footed(*feet), name="p.pdf")) == [str(100 + number) for number in range(1, 13)]


def stated(labels: bytes) -> bytes:
    pages = [b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources <</Font <</F 4 0 R>>>>>>"] * 4
    return raw_pdf(b"<</Type /Catalog /Pages 2 0 R /PageLabels <</Nums [" + labels + b"]>>>>",
                   b"<</Type /Pages /Kids [5 0 R 6 0 R 7 0 R 8 0 R] /Count 4>>", plain(WORDS), FONT, *pages)


@pytest.mark.parametrize(("labels", "expected"), [
    (b"0 <</S /r>> 2 <</S /D /St 7>>", ["i", "ii", "7", "8"]), (b"0 <</S /D>>", [None] * 4), (b"0 <</P (x)>>", [None] * 4)])
def test_labels_that_the_file_states_are_taken_where_they_say_something(read: Read, labels: bytes, expected: list[str | None]) -> None:
    assert labelled(read(stated(labels), name="p.pdf")) == expected


def test_a_broken_page_is_left_out_and_the_rest_is_read(read: Read) -> None:
    data = raw_pdf(CATALOG, b"<</Type /Pages /Kids [3 0 R 6 0 R 3 0 R] /Count 3>>",
                   b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
                   plain(WORDS), FONT, b"(no page)")
    document = read(data, name="p.pdf")
    assert [one.state for one in document.pages] == ["text", "broken", "text"]
    assert document.extraction == "part"
    assert document.text == "Invented words.\n\nInvented words."


def test_a_page_with_nothing_on_it_is_empty_and_nothing_is_missing(read: Read) -> None:
    document = read(pdf(["First."], [], ["Third."]), name="p.pdf")
    assert ([one.state for one in document.pages], document.extraction) == (["text", "empty", "text"], "whole")


def test_pages_that_are_pictures_are_recognised(read: Read, tesseract: str) -> None:
    document = read(scanned(pdf(["Inventshire Hospitals NHS Trust", LONG], ["Second page."])), name="p.pdf")
    assert [one.state for one in document.pages] == ["recognised", "recognised"]
    assert document.extraction == "whole"
    assert "Inventshire Hospitals NHS Trust" in document.text
    assert "so that it has a body of text, larger than which a heading may be set." in document.text
    assert document.text[document.pages[1].start:document.pages[1].end] == "Second page."


@pytest.mark.parametrize(("name", "value", "says"), [("PATH", "", "install Tesseract"), ("SOFTINTEL_OCR", "off", "SOFTINTEL_OCR switches it off")])
def test_without_the_program_a_scan_is_refused_with_the_way_to_get_it(
        read: Read, monkeypatch: pytest.MonkeyPatch, tesseract: str, name: str, value: str, says: str) -> None:
    monkeypatch.setenv(name, value)
    ocr.program.cache_clear()
    try:
        with pytest.raises(UnreadableInput, match=rf"only pictures .*{says}"):
            read(scanned(pdf(["Words in a picture."])), name="p.pdf")
    finally:
        monkeypatch.undo()
        ocr.program.cache_clear()


def test_a_picture_without_words_stays_a_picture_and_the_document_is_read_in_part(read: Read) -> None:
    writer = fpdf.FPDF()
    writer.set_font("helvetica", size=11)
    writer.add_page()
    writer.cell(0, 8, "Words.")
    writer.add_page()
    from PIL import Image
    stream = io.BytesIO()
    Image.new("L", (50, 50), 128).save(stream, "PNG")
    writer.image(stream, 0, 0, 210, 297)
    document = read(bytes(writer.output()), name="p.pdf")
    assert ([one.state for one in document.pages], document.extraction) == (["text", "picture"], "part")


def test_a_page_turned_on_its_side_is_read_in_lines(read: Read) -> None:
    content = plain(b"BT /F 12 Tf 0 1 -1 0 100 72 Tm (Invented words on a) Tj 0 1 -1 0 115 72 Tm (page that is turned.) Tj ET")
    upright = one_page(content).replace(b"/Contents 4 0 R", b"/Rotate 90 /Contents 4 0 R")
    assert read(upright, name="p.pdf").text.split() == "Invented words on a page that is turned.".split()
