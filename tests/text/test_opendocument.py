"""OpenDocument texts and presentations: read as Word's and PowerPoint's are. All content is invented."""

from __future__ import annotations

import time

import pytest

from corpora.errors import UnreadableInput
from tests.text.conftest import Read, page
from tests.text.office import frame, odp, odt, open_document, package
from tests.text.test_hostile_input import attempt, mutations

PICTURE = "<draw:frame><draw:image/><svg:title>Invented title</svg:title><svg:desc>Invented picture.</svg:desc></draw:frame>"
TABLE = "<table:table><table:table-column/>" + "".join(
    f"<table:table-{kind}><table:table-row>" + "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row)
    + f"</table:table-row></table:table-{kind}>" for kind, row in (("header-rows", ("Trust", "Segment")), ("rows", ("Invent Royal", "3")))) + "</table:table>"


def paragraphs(*lines: str) -> str:
    return "".join(f"<text:p>{line}</text:p>" for line in lines)


def heading(words: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def listed(*items: str) -> str:
    return "<text:list>" + "".join(f"<text:list-item>{item}</text:list-item>" for item in items) + "</text:list>"


def test_paragraphs_items_and_rows_come_in_the_order_of_the_document(read: Read) -> None:
    body = (heading("Invented board", 1) + paragraphs("Before the table.") + TABLE + paragraphs("After the table.")
            + listed("<text:p>first point</text:p>", "<text:p>second point</text:p>" + listed("<text:p>below it</text:p>")) + paragraphs("The end."))
    assert read(odt(body), name="a.odt").text == (
        "Invented board\n\nBefore the table.\n\nTrust  Segment\nInvent Royal  3\n\nAfter the table.\n\nfirst point\nsecond point\nbelow it\n\nThe end.")


def test_headings_are_sections_also_where_a_list_numbers_them(read: Read) -> None:
    body = (heading("Invented board", 1) + paragraphs("Opening words.") + heading("9. Integrated Performance Report", 2) + paragraphs("Words on performance.")
            + listed(heading("Any other business", 1)) + paragraphs("None."))
    document = read(odt(body), name="a.odt")
    assert [(section.label, section.title) for section in document.sections] == [
        (None, "Invented board"), ("9", "Integrated Performance Report"), (None, "Any other business")]
    first, second, third = document.sections
    assert document.text[second.start:second.end].startswith("9. Integrated Performance Report")
    assert first.start < second.start < second.end == first.end == third.start


def test_a_paragraph_of_the_style_of_titles_is_a_section(read: Read) -> None:
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    document = read(odt('<text:p text:style-name="P1">Invented plan</text:p>' + paragraphs("Words."), styles=styles), name="a.odt")
    assert [section.title for section in document.sections] == ["Invented plan"]


def test_deleted_words_and_remarks_are_left_out_and_added_ones_stay(read: Read) -> None:
    body = ('<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Invented</dc:creator></office:change-info>'
            '<text:p>Gone for ever.</text:p></text:deletion></text:changed-region></text:tracked-changes>'
            '<text:p>Kept<text:change text:change-id="a"/><text:change-start/> and added<text:change-end/>'
            '<office:annotation><dc:creator>Invented</dc:creator><text:p>Is that so?</text:p></office:annotation>.</text:p>')
    assert read(odt(body), name="a.odt").text == "Kept and added."


def test_notes_and_boxes_come_behind_their_paragraph_and_break_no_sentence(read: Read) -> None:
    note = ('<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            '<text:p>As of March.</text:p></text:note-body></text:note>')
    box = f"<draw:frame>\n <draw:text-box>{paragraphs('In a box.')}</draw:text-box></draw:frame>"
    body = paragraphs(f"The trust{note} is {box}invented.", "Next.") + TABLE.replace("Royal", f"Royal{note}")
    assert read(odt(body), name="a.odt").text == (
        "The trust is invented.\n\nNote: As of March.\n\nIn a box.\n\nNext.\n\nTrust  Segment\nInvent Royal  3\n\nNote: As of March.")


def test_a_table_in_a_cell_stays_in_its_row_and_covered_cells_are_not_read(read: Read) -> None:
    body = TABLE.replace("<text:p>3</text:p>", TABLE + "<text:p>old</text:p></table:table-cell><table:covered-table-cell><text:p>under</text:p>"
                         "</table:covered-table-cell><table:table-cell>")
    assert read(odt(body), name="a.odt").text == "Trust  Segment\nInvent Royal  Trust Segment; Invent Royal 3 old"


def test_lists_of_contents_hidden_sections_and_names_of_pictures_are_left_out(read: Read) -> None:
    body = (f"<text:table-of-content><text:table-of-content-source/><text:index-body>{paragraphs('Plans 3')}</text:index-body></text:table-of-content>"
            f'<text:section text:display="none">{paragraphs("Hidden.")}</text:section><text:section>{paragraphs("Shown.")}</text:section>'
            + paragraphs(PICTURE))
    assert read(odt(body), name="a.odt").text == "Shown."


def test_white_space_is_as_a_program_shows_it(read: Read) -> None:
    body = "<text:p>Inven<text:span>ted</text:span>\n  words<text:s text:c='3'/>and<text:tab/>more,<text:line-break/>on a line<text:soft-page-break/>.</text:p>"
    assert read(odt(body), name="a.odt").text == "Invented words and more,\non a line."


@pytest.mark.parametrize(("kind", "name", "method"), [
    ("text", "a.odt", "odt_metadata"), ("text-template", "a.ott", "odt_metadata"), ("presentation", "a.odp", "odp_metadata")])
def test_title_and_day_are_the_files_own_where_it_states_them(read: Read, kind: str, name: str, method: str) -> None:
    body = paragraphs("Some invented words.") if "text" in kind else f"<draw:page>{frame('Some invented words.')}</draw:page>"
    document = read(open_document(kind, body, title="Invented strategy"), name=name)
    assert (document.title, document.text) == ("Invented strategy", "Some invented words.")
    assert document.published is not None
    assert (document.published.date, document.published.method) == ("2025-03-04", method)


def test_a_slide_is_a_page_and_its_title_a_section(read: Read) -> None:
    document = read(odp(f"<draw:page>{frame('Invented strategy', place='title')}</draw:page>",
                        f"<draw:page>{frame(f'First line.{chr(10)}Second line.', place='outline')}{frame('Our trust', place='title')}</draw:page>"), name="a.odp")
    assert document.text == "Invented strategy\n\nOur trust\nFirst line.\nSecond line."
    assert [(one.number, document.text[one.start:one.end]) for one in document.pages] == [
        (1, "Invented strategy"), (2, "Our trust\nFirst line.\nSecond line.")]
    assert [(one.label, one.title) for one in document.sections] == [("Slide 1", "Invented strategy"), ("Slide 2", "Our trust")]
    assert (document.title, document.extraction) == ("Invented strategy", "whole")


def test_tables_groups_shapes_and_speakers_notes_come_along_and_what_every_slide_has_does_not(read: Read) -> None:
    notes = f"<presentation:notes><draw:page-thumbnail/>{frame('Say this.', place='notes')}{frame('7', place='page-number')}</presentation:notes>"
    parts = (frame("Finance", place="title"), f"<draw:frame>{TABLE}<draw:image/></draw:frame>", f"<draw:g><draw:g>{frame('In a group.')}</draw:g></draw:g>",
             f"<draw:custom-shape>{paragraphs('In a shape.')}</draw:custom-shape>", frame("1 May 2026", place="date-time"), frame("Invented footer", place="footer"),
             frame("Click to add text", more=' presentation:placeholder="true"'), notes)
    assert read(odp(f"<draw:page>{''.join(parts)}</draw:page>"), name="a.odp").text.split("\n") == [
        "Finance", "Trust  Segment", "Invent Royal  3", "In a group.", "In a shape.", "Notes: Say this."]


def test_what_a_slide_holds_is_told_by_its_pages_state(read: Read) -> None:
    styles = ('<style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
              '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="visible"/></style:style>')
    document = read(odp(f'<draw:page draw:style-name="dp2">{frame("Words.")}</draw:page>', f"<draw:page>{PICTURE}</draw:page>", "<draw:page/>",
                        f'<draw:page draw:style-name="dp1">{frame("Hidden words.")}</draw:page>', f"<draw:page>{frame('More.')}</draw:page>", styles=styles), name="a.odp")
    assert [one.state for one in document.pages] == ["text", "picture", "empty", "empty", "text"]
    assert (document.text, document.extraction) == ("Words.\n\nMore.", "part")


LOCKED = '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'


@pytest.mark.parametrize(("data", "name", "reason"), [
    (page("<p>Log in</p>"), "a.odt", "not an OpenDocument text, as it is called, but an HTML page"),
    (odp("<draw:page/>"), "a.odt", "not an OpenDocument text, as it is called, but an OpenDocument presentation"),
    (odt(paragraphs("Words.")), "a.odp", "not an OpenDocument presentation, as it is called, but an OpenDocument text"),
    (odt(""), "a.odt", "the OpenDocument text holds no text"), (odp(f"<draw:page>{PICTURE}</draw:page>"), "a.odp", "holds no text, only pictures"),
    (odt(paragraphs("Words."))[:-20], "a.odt", "the OpenDocument text is broken"), (odt("<text:p>"), "a.odt", "its XML ends or errs at line 1"),
    (package({"mimetype": "application/vnd.oasis.opendocument.text"}), "a.odt", "the OpenDocument text is broken: .*content.xml"),
    (odt("\x01", manifest=LOCKED), "a.odt", "is an Office file that is encrypted; save it without a password"),
    (odt(paragraphs("Words."), prologue='<!DOCTYPE r [<!ENTITY a "b">]>'), "a.odt", "declares a document type"),
    (b'<?xml version="1.0"?><office:document xmlns:office="urn:o"><office:body/></office:document>', "a.fodt", "flat OpenDocument; save it as .odt"),
    (odp("<draw:page/>" * 5001), "a.odp", "more than the 5,000 slides")])
def test_what_is_neither_text_nor_slides_is_refused_in_one_line(read: Read, data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refused:
        read(data, name=name)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("data", "name"), [
    (odt(heading("Words", 1) + TABLE + paragraphs("More words.") + listed("<text:p>item</text:p>"), title="Invented"), "a.odt"),
    (odp(f"<draw:page>{frame('Words.', place='title')}{TABLE}</draw:page>", title="Invented"), "a.odp")])
def test_150_damaged_copies_are_read_or_refused(data: bytes, name: str) -> None:
    for damaged in mutations(data, 150, seed=11):
        attempt(damaged, name)


@pytest.mark.parametrize("body", [
    "<text:p>" * 20_000 + "words" + "</text:p>" * 20_000, "<text:note><text:note-citation>" * 9_000 + "words" + "</text:note-citation></text:note>" * 9_000,
    "<text:list><text:list-item>" * 9_000 + "<text:p>words</text:p>" + "</text:list-item></text:list>" * 9_000,
    "<table:table><table:table-row><table:table-cell>" * 6_000 + "<text:p>words</text:p>" + "</table:table-cell></table:table-row></table:table>" * 6_000,
    "<table:table-cell><text:p>words</text:p></table:table-cell><table:table-row/></office:text><office:text>"], ids=["paragraphs", "notes", "lists", "tables", "misplaced"])
def test_what_stands_where_it_may_not_or_too_deep_is_read_or_refused(body: str) -> None:
    attempt(odt(body), "a.odt")


@pytest.mark.parametrize(("begin", "end"), [("<text:p>a", "</text:p>"), ("<table:table><table:table-row><table:table-cell><text:p>a</text:p>", "</table:table-cell></table:table-row></table:table>")])
def test_200_000_elements_within_one_another_are_refused_at_once(read: Read, begin: str, end: str) -> None:
    data = odt(begin * 200_000 + end * 200_000)
    began = time.process_time()
    with pytest.raises(UnreadableInput, match="more than 100 of its tables, boxes or paragraphs stand within one another"):
        read(data, name="a.odt")
    assert time.process_time() - began < 5
