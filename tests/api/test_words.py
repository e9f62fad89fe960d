"""Slugs, dates and addresses in words."""

from __future__ import annotations

import pytest

from api.dates import first_day
from api.found import Mark
from api.hits import sentence_of
from api.links import safe_link, source_link
from api.query import parse_query
from api.snippets import Piece, snippet
from api.words import claim_in_words, date_in_words, in_words, place_in_words, value_in_words
from corpora.schema import Citation, Evidence
from corpora.store.marking import matched_stretches


@pytest.mark.parametrize(("slug", "said"), [
    ("recovery_support_programme", "Recovery Support Programme"), ("mandated_support", "Mandated support"),
    ("negated", "Denied"), ("ended", "Over"), ("wrong_site_surgery", "Wrong site surgery"), ("icb", "Integrated care board")])
def test_slugs_are_said_in_words(slug: str, said: str) -> None:
    assert in_words(slug) == said


@pytest.mark.parametrize(("kind", "subtype", "value", "said"), [
    ("segment", "nof", 4, "Oversight segment 4 · NOF"), ("segment", "unspecified", 2, "Oversight segment 2"),
    ("segment_count", "nof", "60:3:acute", "60 acute trusts in segment 3"),
    ("segment_count", "nof", "3:4:icb", "3 integrated care boards in segment 4"),
    ("segment_count", "nof", "many", "Number of organisations in a segment: many"),
    ("never_event", "unspecified", 1, "A never event"), ("never_event", "wrong_implant", 3, "3 never events · wrong implant"),
    ("never_event", "unspecified", None, "Never events"), ("never_event", "unspecified", 0, "No never events"),
    ("intervention", "prosecution", 800000, "Prosecution or fine · £800,000"),
    ("intervention", "warning_notice", None, "CQC warning notice"),
    ("rating", "well_led", "requires_improvement", "CQC rating · well-led: requires improvement"),
    ("concern", "finance", None, "Concern · finance"), ("flood", "cellar", 2, "Flood · cellar: 2")])
def test_claims_are_said_in_words(kind: str, subtype: str, value: int | str | None, said: str) -> None:
    evidence = Evidence(id="e", document_id="d", kind=kind, subtype=subtype, org="RX1", value=value, status="current", quote="q",
                        start=0, end=1, confidence=1, rule="r")
    assert claim_in_words(evidence) == said


@pytest.mark.parametrize(("date", "said"), [("2021-09-05", "5 September 2021"), ("2021-09", "September 2021"), ("2021", "2021"),
                                            (None, "date unknown")])
def test_dates_are_said_as_far_as_they_are_known(date: str | None, said: str) -> None:
    assert date_in_words(date) == said


@pytest.mark.parametrize(("date", "day"), [("2021", "2021-01-01"), ("2021-09", "2021-09-01"), ("9999-12-31", "9999-12-31")])
def test_a_date_known_in_part_means_its_first_day(date: str, day: str) -> None:
    assert first_day(date).isoformat() == day


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://example.org", "data:text/html,x", "//example.org/x", "/local", "ftp://a/b",
    "https://", "https://www.nhs.uk@evil.example/", "java\nscript:alert(1)", "https://exa\x00mple.org", "http://[::1", None, "",
    "https:\\\\example.org"])
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert safe_link(url) is None


@pytest.mark.parametrize("url", ["https://www.england.nhs.uk/a?b=c#d", "http://example.org:8000/x"])
def test_plain_web_addresses_become_links(url: str) -> None:
    assert safe_link(url) == url


def test_only_a_pdf_is_linked_at_its_page() -> None:
    def link(url: str) -> str | None:
        return source_link(Citation(document_id="d", title="", url=url, publisher=None, published=None, doc_type="other", page=3))
    assert link("https://example.org/a.pdf?v=2") == "https://example.org/a.pdf?v=2#page=3"
    assert link("https://example.org/a.html") == "https://example.org/a.html"


@pytest.mark.parametrize(("section", "label", "said"), [
    ("Item 9: Performance", "212", "Item 9: Performance, p. 212 (page 3 of the file)"), ("Item 9", "3", "Item 9, page 3"),
    (None, None, "page 3"), ("Board pack", "3", "page 3")])
def test_a_place_is_section_and_page_and_does_not_say_the_title_again(section: str | None, label: str | None, said: str) -> None:
    assert place_in_words(Citation(document_id="d", title="Board pack", url=None, publisher=None, published=None, doc_type="other",
                                   page=3, page_label=label, section=section)) == said


def marked(text: str, query: str) -> list[Piece]:
    """The snippet of a text as a page of results makes it."""
    (stretches,) = matched_stretches([text], parse_query(query).marked)
    sentence = sentence_of(text, stretches)
    return snippet(text, [Mark(start=one.start, end=one.end) for one in stretches], Mark(start=sentence.start, end=sentence.end))


@pytest.mark.parametrize("query", ["waits", "wait department", '"emergency department"', "nothing such", "", "-", "the"])
@pytest.mark.parametrize("text", [
    "", "Waits have grown.", "Far. " * 200 + "Waits in the emergency department. " + "Away. " * 200, "x" * 2000])
def test_a_snippet_is_a_part_of_its_passage(text: str, query: str) -> None:
    joined = "".join(piece.text for piece in marked(text, query))
    assert joined.removeprefix("… ").removesuffix(" …") in text
    assert len(joined) < 330


def test_a_snippet_marks_other_forms_of_the_words() -> None:
    pieces = marked("Waits grew while patients waited; an inspection followed.", "waiting inspections")
    assert [piece.text for piece in pieces if piece.marked] == ["Waits", "waited", "inspection"]


@pytest.mark.parametrize(("kind", "subtype", "value", "said"), [
    ("intervention", "prosecution", 75_000, "£75,000"), ("intervention", "tiering_cancer", 1, "1"), ("segment", "nof", 4, "4"),
    ("rating", "maternity", "requires_improvement", "Requires improvement"), ("never_event", "unspecified", 0, "0")])
def test_a_value_by_itself_is_worded_as_what_it_is(kind: str, subtype: str, value: object, said: str) -> None:
    assert value_in_words(kind, subtype, value) == said
