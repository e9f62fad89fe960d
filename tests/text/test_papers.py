"""PDF and Word documents; all content is invented."""

from __future__ import annotations

import docx
import fpdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpora.errors import UnreadableInput
from corpora.text.page_lines import Lines, PageLine
from corpora.text.paragraphs import paragraphs_of
from tests.text.conftest import WORD, Read, pdf, word, word_paragraph, word_xml
from tests.text.office import with_part

LONG = ("This invented paragraph is long enough to be wrapped by the margin of the page over several lines, and it must come out "
        "as the single line that its writer wrote, with no break in the middle of it and none of its words lost. It ends here.")
HEADING = "Inventshire Hospitals NHS Trust"


def test_lines_that_a_margin_broke_are_one_paragraph(read: Read) -> None:
    assert read(pdf([HEADING, LONG, "A second one."]), name="p.pdf").text == f"{HEADING}\n\n{LONG}\n\nA second one."


def test_every_page_is_a_stretch_of_the_text(read: Read) -> None:
    document = read(pdf(["First page of it."], ["Second page of it.", LONG], ["Third."]), name="p.pdf")
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [document.text[page.start:page.end] for page in document.pages] == [
        "First page of it.", f"Second page of it.\n\n{LONG}", "Third."]


def test_a_page_without_text_is_an_empty_stretch(read: Read) -> None:
    document = read(pdf(["First."], [], ["Third."]), name="p.pdf")
    assert [document.text[page.start:page.end] for page in document.pages] == ["First.", "", "Third."]


def test_a_sentence_that_runs_over_the_page_goes_on_with_a_space(read: Read) -> None:
    document = read(pdf(["The invented board was told that the trust would not be placed"], ["in segment 4 this year."]), name="p.pdf")
    assert "would not be placed in segment 4" in document.text
    assert document.text[document.pages[1].start:document.pages[1].end] == "in segment 4 this year."


def test_running_heads_and_page_numbers_are_dropped_but_the_first(read: Read) -> None:
    pages = [[HEADING, f"The invented page of number {word} says something of its own.", f"Page {number} of 4"]
             for number, word in enumerate(("one", "two", "three", "four"), start=1)]
    text = read(pdf(*pages), name="p.pdf").text
    assert text.count(HEADING) == 1
    assert "Page 2" not in text
    assert all(f"number {word} says" in text for word in ("one", "two", "three", "four"))


def test_lines_alike_but_for_what_they_say_are_no_running_heads(read: Read) -> None:
    text = read(pdf(*[[f"Overall segment: {segment}", f"The invented site {segment} is described here."] for segment in (4, 2, 3, 1)]),
                name="p.pdf").text
    assert [f"Overall segment: {segment}" in text for segment in (1, 2, 3, 4)] == [True] * 4


def test_cells_of_a_row_are_two_spaces_apart(read: Read) -> None:
    writer = fpdf.FPDF()
    writer.set_font("helvetica", size=11)
    writer.add_page()
    with writer.table() as table:
        for cells in (("Trust", "Segment"), ("Invent Royal", "3")):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    assert read(bytes(writer.output()), name="p.pdf").text.split() == "Trust Segment Invent Royal 3".split()
    assert "Invent Royal  3" in read(bytes(writer.output()), name="p.pdf").text


@pytest.mark.parametrize(("above", "below", "elsewhere", "joined"), [
    ("the over", "sight of trusts", "", "the oversight of trusts"),
    ("a long", "term plan", "", "a long-term plan"),
    ("the re", "admission rate", "A re-admission is counted.", "the re-admission rate"),
    ("the Stoke-on", "Trent site", "", "the Stoke-on-Trent site")])
def test_hyphens_at_line_ends_are_mended(above: str, below: str, elsewhere: str, joined: str) -> None:
    lines = [PageLine(above, 50, 500, 700, 712, hyphenated=True), PageLine(below, 50, 200, 685, 697)]
    if elsewhere:
        lines.append(PageLine(elsewhere, 50, 300, 600, 612))
    assert paragraphs_of(Lines.of([lines]), 1).text.startswith(joined)


def test_hyphens_at_line_ends_of_a_real_pdf_are_mended(read: Read) -> None:
    writer = fpdf.FPDF()
    writer.set_font("helvetica", size=11)
    writer.add_page()
    for line in ("The invented regulator has the over-", "sight of trusts in long-", "term care of well-being."):
        writer.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    assert read(bytes(writer.output()), name="p.pdf").text == "The invented regulator has the oversight of trusts in long-term care of well-being."


def test_a_board_paper_is_known_by_its_first_page_and_dated_by_its_meeting(read: Read) -> None:
    document = read(pdf([HEADING, "Board of Directors", "Minutes of the meeting held in public on 26 September 2024", LONG]), name="p.pdf")
    assert document.doc_type == "board_paper"
    assert document.published is not None
    assert (document.published.date, document.published.method) == ("2024-09-26", "meeting")


def test_a_pdf_without_a_date_in_it_has_that_of_its_making_with_little_trust(read: Read) -> None:
    published = read(pdf([HEADING, LONG]), name="p.pdf").published
    assert published is not None
    assert (published.date, published.method) == ("2019-05-14", "pdf_metadata")
    assert published.reliability < 0.5


def test_the_title_is_the_stated_one_unless_a_program_put_it_there(read: Read) -> None:
    assert read(pdf([HEADING, LONG], title="Invented annual report"), name="p.pdf").title == "Invented annual report"
    assert read(pdf([HEADING, LONG], title="Microsoft Word - v3 final.docx"), name="p.pdf").title == HEADING


@pytest.mark.parametrize(("data", "reason"), [
    (pdf(["Secret."], password="invented"), "encrypted"),
    (pdf([]), "no text: its pages are empty"),
    (b"%PDF-1.7\n" + b"\x00\x01garbage" * 50, "broken"),
    (pdf(["Cut short."])[:300], "broken")])
def test_a_pdf_that_cannot_be_read_says_why(read: Read, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refused:
        read(data, name="reports/p.pdf")
    assert str(refused.value).startswith("reports/p.pdf: ")
    assert "\n" not in str(refused.value)


def fill(document: docx.document.Document) -> None:
    document.add_heading("Invented board", 1)
    document.add_paragraph("Before the table.")
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("Trust", "Segment", ""), ("Invent Royal", "3", "new")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("After the table.")
    document.add_paragraph("first point", style="List Bullet")
    document.add_paragraph("second point", style="List Bullet")


def test_paragraphs_and_tables_come_in_the_order_of_the_document(read: Read) -> None:
    assert read(word(fill), name="p.docx").text == (
        "Invented board\n\nBefore the table.\n\nTrust  Segment\nInvent Royal  3  new\n\nAfter the table.\n\nfirst point\nsecond point")


def test_a_merged_cell_is_read_once(read: Read) -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "All of it"
    assert read(word(build), name="p.docx").text == "All of it"


def test_content_controls_and_insertions_are_read_and_deletions_are_not(read: Read) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (f"<w:sdt><w:sdtContent>{word_paragraph('In a control.')}</w:sdtContent></w:sdt>"
            f"<w:p>{run.format('Kept')}<w:ins>{run.format(' and added')}</w:ins><w:del><w:r><w:delText> and gone</w:delText></w:r></w:del></w:p>")
    assert read(word_xml(body), name="p.docx").text == "In a control.\n\nKept and added"


def test_a_table_in_a_cell_stays_in_its_row(read: Read) -> None:
    cell = "<w:tc>{}</w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format(word_paragraph('a'))}{cell.format(word_paragraph('b'))}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell.format(word_paragraph('Site'))}{cell.format(inner + '<w:p/>')}</w:tr></w:tbl>"
    assert read(word_xml(body), name="p.docx").text == "Site  a b"


def test_notes_come_behind_what_refers_to_them_and_break_no_sentence(read: Read) -> None:
    def reference(number: int, kind: str = "footnote") -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def part(kind: str, *notes: str) -> str:
        told = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>' + "".join(
            f'<w:{kind} w:id="{number}">{word_paragraph(note)}</w:{kind}>' for number, note in enumerate(notes, start=1))
        return f'<w:{kind}s xmlns:w="{WORD}">{told}</w:{kind}s>'

    run = "<w:r><w:t>{}</w:t></w:r>"
    cell = f"<w:tc><w:p>{run.format('Site')}{reference(2)}</w:p></w:tc><w:tc>{word_paragraph('3')}</w:tc>"
    body = (f"<w:p>{run.format('The trust')}{reference(1)}{run.format(' is invented')}{reference(1, 'endnote')}{run.format('.')}</w:p>"
            f"<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p>{reference(1)}{reference(9)}{run.format('The end.')}</w:p>")
    data = with_part(with_part(word_xml(body), "word/footnotes.xml", part("footnote", "As of March.", "Closed since.")),
                     "word/endnotes.xml", part("endnote", "At the end."))
    assert read(data, name="p.docx").text == (
        "The trust is invented.\n\nNote: As of March.\n\nNote: At the end.\n\nSite  3\n\nNote: Closed since.\n\nThe end.")


def test_a_text_box_is_read_once(read: Read) -> None:
    def build(document: docx.document.Document) -> None:
        box = (f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
               '<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>'
               '<mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>'
               '</mc:AlternateContent></w:r>')
        document.add_paragraph()._p.append(parse_xml(box))
    assert read(word(build), name="p.docx").text == "In a box."


def test_what_word_says_of_the_document_is_used_with_little_trust(read: Read) -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Some invented words.")
        document.core_properties.title = "Invented strategy"
    document = read(word(build), name="p.docx")
    assert document.title == "Invented strategy"
    assert document.published is not None
    assert document.published.method == "docx_metadata"


@pytest.mark.parametrize(("data", "reason"), [
    (word(lambda document: None), "holds no text"),
    (word(fill)[:2000], "broken"),
    (word_xml("<w:p>"), "broken"),
    (word_xml(word_paragraph("a" * 70_000_000)), "unpacks to more than 64 MiB")])
def test_a_word_document_that_cannot_be_read_says_why(read: Read, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(data, name="p.docx")


def test_headings_of_a_word_document_are_its_sections(read: Read) -> None:
    def build(document: docx.document.Document) -> None:
        document.add_heading("Invented board", 1)
        document.add_paragraph("Opening words.")
        document.add_heading("9. Integrated Performance Report", 2)
        document.add_paragraph("Words on performance.")
        document.add_heading("Any other business", 1)
        document.add_paragraph("None.")
    document = read(word(build), name="p.docx")
    assert [(section.label, section.title) for section in document.sections] == [
        (None, "Invented board"), ("9", "Integrated Performance Report"), (None, "Any other business")]
    first, second, third = document.sections
    assert document.text[second.start:second.end].startswith("9. Integrated Performance Report")
    assert first.start < second.start < second.end == first.end == third.start


def test_two_columns_are_read_one_after_the_other(read: Read) -> None:
    writer = fpdf.FPDF()
    writer.set_font("helvetica", size=10)
    writer.add_page()
    top = writer.get_y()
    for left, words in ((10, LONG), (110, LONG.replace("invented", "other"))):
        writer.set_xy(left, top)
        writer.multi_cell(85, 5, words, align="L")
    assert read(bytes(writer.output()), name="p.pdf").text == f"{LONG}\n\n{LONG.replace('invented', 'other')}"
