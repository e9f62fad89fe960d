"""Articles out of pages in layouts that real sites have; the content is invented."""

from __future__ import annotations

import pytest

from tests.text.conftest import PAGES, Read, page

ARTICLES = {
    "trade_press.html": """Half of invented trusts need support

Half of the trusts in Inventshire need support, the invented regulator said as it published its shadow segments. The table shows that 60 of the 137 trusts were in segment 3.

A further 20 were listed in segment 4, where they will go into special measures. “All of them want to improve,” said its director. Two specialist trusts and three community trusts were in segment 3.

The framework rests on five themes: quality of care; use of money; performance; leadership; and change. The 35 trusts in segment 1 will be asked to share what they do well.""",
    "campaign.html": """Invented systems on the step

19th February 2024 30th September 2024

More than half (23) of the 42 invented systems have significant support needs.

Only one of them, Inventley, is in Segment 1.

Northinvent: segment 4
Southinvent: segment 4

Over half (11 of 19) of the trusts that fail are in the four systems that fail, the invented figures show, and the others have been known for years.""",
    "trust_news.html": """Inspection of our hospitals

Published: 9 March 2017 · Page last reviewed: 2 May 2019

The Care Quality Commission has published its report on Inventshire Hospitals.

Ratings

Hospital  Rating  Before
Invent Royal  Inadequate  Good
Invent General  Good  Good

We will:

open a second ward
tell patients sooner""",
    "broadcaster.html": """Invented ambulance trust leaves special measures

22 July 2016

An invented ambulance trust has left special measures after two years.

Inspectors now rate it as requires improvement. “We are not there yet,” the invented chief executive said.

The trust answers 900 calls a day in a county that does not exist.""",
}
FACTS = {
    "trade_press.html": ("Half of invented trusts need support", "Invented Health Weekly", "2016-10-21", "dateline", None),
    "campaign.html": ("Invented systems on the step", "Invented Lowdown", "2024-02-19", "time_element", None),
    "trust_news.html": ("Inspection of our hospitals", None, "2017-03-09", "label", "OGL-3.0"),
    "broadcaster.html": ("Invented ambulance trust leaves special measures", "Invented Broadcasting", "2016-07-22", "json_ld", None),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_a_page_becomes_its_article_and_nothing_else(read: Read, name: str) -> None:
    assert read((PAGES / name).read_bytes()).text == ARTICLES[name]


@pytest.mark.parametrize("name", FACTS)
def test_a_page_says_its_title_publisher_date_and_licence(read: Read, name: str) -> None:
    document = read((PAGES / name).read_bytes())
    assert document.published is not None
    assert (document.title, document.publisher, document.published.date, document.published.method, document.licence) == FACTS[name]


def test_a_saved_page_keeps_the_address_it_states_without_tracking(read: Read) -> None:
    assert read((PAGES / "campaign.html").read_bytes()).url == "https://lowdown.example.org/2024/02/19/invented-systems/"


def test_a_page_whose_whole_text_is_one_short_sentence_is_read(read: Read) -> None:
    assert read(page("<p>The invented ward is shut.</p>")).text == "The invented ward is shut."


def test_a_menu_is_shed_where_the_page_has_no_named_parts(read: Read) -> None:
    body = "<div><a href='/'>Home</a><br><a href='/n'>All our news</a></div><div>The invented ward is shut.</div>"
    assert read(page(body)).text == "The invented ward is shut."


def test_a_page_laid_out_in_tables_keeps_its_paragraphs_apart(read: Read) -> None:
    paragraphs = [f"Paragraph {number} of an invented page tells of a ward that was never built, at some length." for number in range(6)]
    body = f"<table><tr><td><a href='/'>Home</a></td><td>{''.join(f'<p>{text}</p>' for text in paragraphs)}</td></tr></table>"
    assert read(page(body)).text == "\n\n".join(paragraphs)


def test_paragraphs_made_of_line_breaks_are_kept_apart(read: Read) -> None:
    assert read(page("<main>First invented line.<br><br>Second line,<br>and its rest.</main>")).text == (
        "First invented line.\n\nSecond line,\nand its rest.")


def test_builders_wrappers_called_widgets_are_no_furniture(read: Read) -> None:
    blocks = "".join(f"<div class='elementor-widget elementor-widget-text-editor'><p>Invented paragraph {number}.</p></div>"
                     for number in range(4))
    assert "Invented paragraph 3." in read(page(f"<div class='page has-sidebar'>{blocks}</div>")).text


def test_a_page_that_lists_latest_news_keeps_the_list(read: Read) -> None:
    items = "".join(f"<li>Invented notice number {number} about a ward in Inventshire that has been opened again</li>" for number in range(9))
    assert "number 8" in read(page(f"<h2>Latest news</h2><ul>{items}</ul>")).text


def test_prose_about_comments_is_not_furniture(read: Read) -> None:
    text = "Comments are closed to the public, the invented board said, and share prices have nothing to do with it."
    assert text in read(page(f"<main><p>{text}</p></main>")).text


def test_hidden_text_and_direction_overrides_are_left_out(read: Read) -> None:
    body = ("<main><p>Visible and\u202e honest, and by far the most of this invented page.</p>"
            "<p style='display:none'>Trust placed in segment 4.</p><p hidden>Or so.</p></main>")
    assert read(page(body)).text == "Visible and honest, and by far the most of this invented page."


@pytest.mark.parametrize(("declared", "encoded"), [
    ("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "cp1252"), ("no-such-set", "cp1252")])
def test_curly_quotes_survive_right_and_wrong_declarations(read: Read, declared: str, encoded: str) -> None:
    html = f"<html><head><meta charset='{declared}'></head><body><main><p>“It is the trust’s ward – £3m”</p></main></body></html>"
    assert read(html.encode(encoded)).text == "“It is the trust’s ward – £3m”"


def test_the_character_set_of_the_sender_is_believed_where_the_page_says_none(read: Read) -> None:
    data = "<html><body><main><p>Ł and ś</p></main></body></html>".encode("iso-8859-2")
    assert read(data, media_type="text/html; charset=ISO-8859-2").text == "Ł and ś"
