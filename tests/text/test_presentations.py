"""PowerPoint presentations: a slide a page, its title a section. All content is invented."""

from __future__ import annotations

import pytest

from corpora.errors import UnreadableInput
from tests.text.conftest import Read, page
from tests.text.office import SLIDES, package, pptx, shape, slide
from tests.text.test_hostile_input import attempt, mutations

PICTURE = "<p:pic><p:nvPicPr><p:nvPr/></p:nvPicPr></p:pic>"
TABLE = ("<p:graphicFrame><a:graphic><a:graphicData><a:tbl>" + "".join(
    "<a:tr>" + "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></a:txBody></a:tc>" for words in row) + "</a:tr>"
    for row in (("Trust", "Segment"), ("Invent Royal", "3"))) + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>")


def test_a_slide_is_a_page_and_its_title_a_section(read: Read) -> None:
    document = read(pptx([slide(shape("Invented strategy", place="ctrTitle")), slide(shape("First line.\nSecond line.", place="body"), shape("Our trust", place="title"))]),
                    name="a.pptx")
    assert document.text == "Invented strategy\n\nOur trust\nFirst line.\nSecond line."
    assert [(one.number, document.text[one.start:one.end], one.state) for one in document.pages] == [
        (1, "Invented strategy", "text"), (2, "Our trust\nFirst line.\nSecond line.", "text")]
    assert [(one.label, one.title, document.text[one.start:one.end].split("\n")[0]) for one in document.sections] == [
        ("Slide 1", "Invented strategy", "Invented strategy"), ("Slide 2", "Our trust", "Our trust")]
    assert (document.title, document.extraction) == ("Invented strategy", "whole")


def test_tables_groups_diagrams_and_notes_come_along(read: Read) -> None:
    group = f"<p:grpSp><p:nvGrpSpPr/><p:grpSp>{shape('In a group of a group.')}</p:grpSp></p:grpSp>"
    notes = f'<p:notes {SLIDES}><p:cSld><p:spTree>{shape("Say this.", place="body")}{shape("1", place="sldNum")}</p:spTree></p:cSld></p:notes>'
    diagram = f'<d:dataModel xmlns:d="urn:d" {SLIDES}><d:t><a:p><a:r><a:t>In a diagram.</a:t></a:r></a:p></d:t></d:dataModel>'
    document = read(pptx([slide(shape("Finance", place="title"), TABLE, group)], notes={1: notes}, diagrams={1: diagram}), name="a.pptx")
    assert document.text.split("\n") == ["Finance", "Trust  Segment", "Invent Royal  3", "In a group of a group.", "In a diagram.", "Notes: Say this."]


def test_numbers_dates_and_footers_of_slides_are_left_out_and_so_are_copies_for_old_programs(read: Read) -> None:
    both = ('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>' + shape("Said once.")
            + "</mc:Choice><mc:Fallback>" + shape("Said once.") + "</mc:Fallback></mc:AlternateContent>")
    document = read(pptx([slide(both, shape("7", place="sldNum"), shape("1 May 2026", place="dt"), shape("Invented footer", place="ftr"))]), name="a.pptx")
    assert document.text == "Said once."


def test_runs_of_a_paragraph_are_one_line_and_breaks_are_spaces(read: Read) -> None:
    runs = "<p:sp><p:nvSpPr/><p:txBody><a:p><a:r><a:t>Inven</a:t></a:r><a:r><a:t>ted</a:t></a:r><a:br/><a:fld><a:t>words</a:t></a:fld></a:p></p:txBody></p:sp>"
    assert read(pptx([slide(runs)]), name="a.pptx").text == "Invented words"


def test_what_a_page_holds_is_told_by_its_state(read: Read) -> None:
    document = read(pptx([slide(shape("Words.")), slide(PICTURE), slide(), slide(shape("Hidden words."), hidden=True), "<p:sld", slide(shape("More."))]),
                    name="a.pptx")
    assert [one.state for one in document.pages] == ["text", "picture", "empty", "empty", "broken", "text"]
    assert document.text == "Words.\n\nMore."
    assert document.extraction == "part"


def test_title_and_day_are_the_files_own_where_it_states_them(read: Read) -> None:
    document = read(pptx([slide(shape("Words."))], title="Invented board seminar"), name="a.pptx")
    assert document.title == "Invented board seminar"
    assert document.published is not None
    assert (document.published.date, document.published.method) == ("2025-03-04", "pptx_metadata")
    assert read(pptx([slide(shape("Words.", place="title"))], title="PowerPoint Presentation"), name="a.pptx").title == "Words."


def test_a_board_paper_is_known_by_its_first_slide(read: Read) -> None:
    document = read(pptx([slide(shape("Board of Directors", place="title"), shape("Meeting held in public on 26 September 2024. Agenda"))]), name="a.pptx")
    assert document.doc_type == "board_paper"
    assert document.published is not None
    assert document.published.date == "2024-09-26"


@pytest.mark.parametrize(("data", "name", "reason"), [
    (page("<p>Log in</p>"), "a.pptx", "not a PowerPoint presentation, as it is called, but an HTML page"),
    (pptx([slide(PICTURE)]), "a.pptx", "holds no text, only pictures"), (pptx([]), "a.pptx", "holds no text"),
    (pptx([slide(shape("Words."))])[:-20], "a.pptx", "the presentation is broken"), (pptx(["<p:sld", "<x"]), "a.pptx", "none of its 2 slides can be read"),
    (pptx([slide(shape("a" * (9 * 2**20)))]), "a.pptx", "none of its 1 slides can be read"),
    (package({"ppt/presentation.xml": "<p"}), "a.pptx", "its XML ends or errs at line 1")])
def test_what_is_no_presentation_is_refused_in_one_line(read: Read, data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refused:
        read(data, name=name)
    assert "\n" not in str(refused.value)


def test_150_damaged_copies_are_read_or_refused() -> None:
    data = pptx([slide(shape("Words.", place="title"), TABLE), slide(shape("More words."))], title="Invented")
    for damaged in mutations(data, 150, seed=9):
        attempt(damaged, "a.pptx")


def test_slides_in_slides_of_great_depth_are_read_or_refused() -> None:
    attempt(pptx([slide("<p:grpSp>" * 20_000 + shape("words") + "</p:grpSp>" * 20_000)]), "a.pptx")
