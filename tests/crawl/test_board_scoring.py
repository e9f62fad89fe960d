"""Which links are followed and which papers are taken, with near misses. All pages are invented."""

from __future__ import annotations

import datetime

import pytest
from lxml.html import document_fromstring

from corpora.errors import UnreadableInput
from crawl.discovery.anchors import Anchor, read_outline
from crawl.discovery.context import MOST_HOPS, MOST_PAGES, PageContext, Trail
from crawl.discovery.files import identity, is_file, is_nameless, may_be_file, name_words, trimmed
from crawl.discovery.hops import choose_hops
from crawl.discovery.listing import read_listing
from crawl.discovery.not_there import refusal_of
from crawl.discovery.owners import names_another
from crawl.discovery.papers import judge_paper
from crawl.discovery.scripts import is_built_by_script, links_in_data
from crawl.discovery.signs import body_of, is_own_meeting_of_another
from crawl.pages import Hint, PageContents

TODAY = datetime.date(2026, 11, 22)
BASE = "https://trust.example"


def context(called: str, *, hops: int = 1, board: bool = False, left: int = MOST_PAGES, org: str | None = "RX1") -> PageContext:
    outline = read_outline(document_fromstring(f"<html><head><title>{called}</title></head><body><h1>{called}</h1></body></html>"), url=f"{BASE}/page")
    return PageContext.of(outline, Hint(org=org, more=Trail(hops=hops, board=board, left=left).told()), today=TODAY)


def anchor(words: str, path: str = "/f.pdf", **fields: object) -> Anchor:
    return Anchor.model_validate({"url": BASE + path, "words": words, "row": words, "headings": ("Page",)} | fields)


@pytest.mark.parametrize(("text", "body"), [
    ("Board of Directors", "board"), ("Trust Board papers", "board"), ("ICB meetings", "board"), ("Boards in common", "board"),
    ("Group Board", "board"), ("Integrated Care Board meetings", "board"), ("Public board", "board"),
    ("Integrated Care Board complaints policy", None), ("Our services", None), ("Dashboard", None), ("Onboarding for staff", None), ("Keyboard", None),
    ("Quality Committee", "other"), ("Committees in common", "other"), ("Council of Governors", "other"), ("Youth board", "other"),
    ("Health and Wellbeing Board", "other"), ("Safeguarding Children Board", "other"), ("Board of trustees", "other"),
    ("Integrated Care Partnership", "other"), ("Annual General Meeting", "other"), ("Partnership board papers", "other"),
    ("Cancer Alliance board", "other"), ("Audit Committee report to the Trust Board", "both"), ("Board committees", "both")])
def test_whose_meeting_a_text_speaks_of(text: str, body: str | None) -> None:
    assert body_of(text) == body


@pytest.mark.parametrize(("text", "own"), [
    ("Quality Committee papers", True), ("Council of Governors agenda", True), ("Quality Committee chair's report", False),
    ("Item 12 Audit Committee papers", False), ("Finance Committee minutes", False), ("Board papers", False)])
def test_another_body_s_own_meeting_is_told_from_its_report_to_the_board(text: str, own: bool) -> None:
    assert is_own_meeting_of_another(text) == own


@pytest.mark.parametrize(("words", "headings", "page", "taken"), [
    # Taken: the page, the heading or the link says board, and a day or a paper's name stands with it.
    ("5 March 2026 (PDF, 3MB)", (), "Board papers", True), ("Public Board papers March 2026", (), "Publications", True),
    ("Agenda", ("Board of Directors", "5 March 2026"), "Meetings", True), ("Quality Committee report", ("5 March 2026",), "Trust Board", True),
    ("Annual report of the doctor", ("5 March 2026",), "Board meetings", True), ("Register of interests", ("5 March 2026",), "Board meetings", True),
    ("Minutes 5 March 2026", ("Trust Board",), "Meetings", True), ("Latest Trust Board papers", (), "Welcome", True),
    ("Strategy refresh", ("5 March 2026",), "Board papers", True), ("Agenda", ("Boards in common", "5 March 2026"), "Meetings", True),
    # Near misses: the same words in another place.
    ("5 March 2026 (PDF, 3MB)", (), "Patient information", False), ("5 March 2026", ("Council of Governors",), "Board papers", False),
    ("Agenda", ("Quality Committee", "5 March 2026"), "Board meetings", False), ("Quality Committee papers", ("March 2026",), "Board papers", False),
    ("Quality Committee report", (), "Trust Board", False), ("Annual report 2026", (), "Board papers", False),
    ("Register of interests 2026", (), "Board papers", False), ("How to attend, 5 March 2026", ("5 March 2026",), "Board papers", False),
    ("Leaflet 5 March 2026", ("5 March 2026",), "Board papers", False), ("5 March 2021", (), "Board papers", False),
    ("Agenda", ("5 March 2021",), "Board papers", False), ("Board papers March 2019", (), "Publications", False),
    ("Newsletter, 5 March 2026", (), "Trust Board", False), ("Standing orders", ("Governance documents",), "Board papers", False),
    ("Dashboard 5 March 2026", (), "Our data", False), ("Youth board papers 5 March 2026", (), "Trust Board", False),
    ("Board vacancy: candidate pack, 5 March 2026", (), "Trust Board", False),
    ("Leeds Teaching Hospitals NHS Trust board papers, 5 March 2026", (), "Board papers", False),
    ("Agenda", ("Board of Directors of Leeds Teaching Hospitals NHS Trust, 5 March 2026",), "Meetings", False)])
def test_a_paper_is_taken_for_what_it_and_its_headings_say(words: str, headings: tuple[str, ...], page: str, taken: bool) -> None:
    judged = judge_paper(anchor(words, headings=(page, *headings)), context(page))
    assert judged.taken == taken, judged.why
    assert judged.why


def test_a_paper_in_the_margin_is_taken_only_with_the_board_s_name() -> None:
    page = context("Board of Directors, 5 March 2026")
    assert judge_paper(anchor("Item 3"), page).taken
    assert not judge_paper(anchor("Our plan", zone="aside"), page).taken
    assert not judge_paper(anchor("Item 3", headings=("Related documents",), zone="foot"), page).taken


def followed(*links: tuple[str, str], page: PageContext, **fields: object) -> list[str]:
    hops = choose_hops([anchor(words, path, **fields) for words, path in links], page)
    return [hop.anchor.url.removeprefix(BASE) for hop in hops.chosen]


def test_the_best_links_are_followed_first_and_others_not_at_all() -> None:
    links = (("News", "/news/"), ("About us", "/about-us/"), ("Board papers", "/b"), ("Council of Governors", "/cog"), ("Jobs", "/jobs"),
             ("Patient leaflets", "/leaflets"), ("Our board", "/our-board"), ("Board vacancies", "/board-vacancies"), ("Policies", "/policies"))
    assert followed(*links, page=context("Welcome", hops=0)) == ["/b", "/our-board"]
    assert followed(*links[:2], page=context("Welcome", hops=0)) == ["/about-us/"]
    assert followed(("Publications", "/p"), ("Contact", "/c"), page=context("Welcome", hops=0)) == ["/p"]
    assert followed(("Publications", "/p"), page=context("About us", hops=2)) == []


@pytest.mark.parametrize(("words", "path", "page", "found"), [
    ("2025/26", "/y", "Board papers", True), ("5 March 2026", "/m", "Board papers", True), ("March", "/m", "Board papers 2026", True),
    ("View papers", "/board/meetings/2026-03-05", "Board papers", True), ("Next", "/page?p=2", "Board papers", True),
    ("Archive", "/archive", "Board papers", True), ("Board meeting 5 March 2026", "/events/b", "Trust Board", True),
    # Near misses.
    ("2021/22", "/y", "Board papers", False), ("5 March 2021", "/m", "Board papers", False), ("2025/26", "/y", "Patient leaflets", False),
    ("5 March 2026", "/news/m", "Board papers", False), ("Board welcomes new chair, 5 March 2026", "/news/chair", "Board papers", False),
    ("Board meeting papers, 5 March 2026", "/news/papers", "Board papers", True),
    ("Governors' meeting 5 March 2026", "/g", "Board papers", False), ("Next", "/elsewhere", "Board papers", False),
    ("Twitter", "/tw", "Board papers", False), ("March 2026", "/calendar/2026-03", "Board papers", False)])
def test_years_meetings_and_next_pages_are_followed_on_pages_of_the_board(words: str, path: str, page: str, found: bool) -> None:
    assert bool(followed((words, path), page=context(page, hops=2))) == found


def test_another_host_is_named_only_where_the_papers_surely_are() -> None:
    def leads(*links: tuple[str, str]) -> list[str]:
        hops = choose_hops([Anchor(url=url, words=words) for words, url in links], context("Board meetings", hops=1))
        return [hop.anchor.url for hop in hops.chosen]
    assert leads(("Board papers", "https://papers.trust.example/"), ("Board meetings", "https://www.trust.example/b")) == [
        "https://papers.trust.example/", "https://www.trust.example/b"]
    assert leads(("Board papers", "https://rebranded.example/")) == ["https://rebranded.example/"]
    assert leads(("Board meeting 5 March 2026", "https://video.example/1"), ("Watch the board meeting papers", "https://other.example/"),
                 ("Board papers", "https://youtu.be/1")) == []


def test_a_way_is_bounded_in_depth_and_in_pages() -> None:
    meetings = [(f"Meeting of {day} March 2026", f"/m/{day}") for day in range(1, 29)]
    assert followed(*meetings, page=context("Board papers", hops=MOST_HOPS)) == []
    few = choose_hops([anchor(words, path) for words, path in meetings], context("Board papers", left=10))
    assert (len(few.chosen), few.left_out) == (10, 18)
    assert sum(hop.left for hop in few.chosen) == 0
    many = choose_hops([anchor(words, path) for words, path in meetings], context("Board papers", left=100))
    assert len(many.chosen) + sum(hop.left for hop in many.chosen) <= 100


@pytest.mark.parametrize(("path", "sure", "possible"), [
    ("/wp-content/uploads/2026/02/a.pdf", True, True), ("/download.cfm?doc=docm93.pdf&ver=4", True, True), ("/a?file=x.docx", True, True),
    ("/download_file/view/12/34", False, True), ("/navigate/1/2", False, True), ("/download/board-papers", False, True),
    ("/OurBoard/GetDocument.aspx?id=3", False, True), ("/about-us/downloads-and-papers/", False, False), ("/board-papers/", False, False),
    ("/photo.jpg", False, False), ("/navigate/about/board", False, False)])
def test_files_are_known_by_ending_and_handlers_as_possible_files(path: str, sure: bool, possible: bool) -> None:
    link = anchor("Agenda", path)
    assert (is_file(link), may_be_file(link)) == (sure, possible)


def test_what_a_link_says_is_trimmed_and_its_file_s_name_is_read() -> None:
    assert trimmed("Agenda and papers (PDF, 3.2 MB) opens in a new window") == "Agenda and papers"
    assert trimmed("Public pack [pdf] 140KB") == "Public pack"
    assert is_nameless(trimmed("Download (PDF, 12MB)"))
    assert not is_nameless("Papers")
    assert name_words(f"{BASE}/x/Public_Board-papers%20March.pdf") == "Public Board papers March"
    assert name_words(f"{BASE}/download.cfm?doc=Trust-Board.pdf&ver=2") == "Trust Board"
    assert identity(f"{BASE}/download.cfm?doc=a.pdf&ver=4") == identity(f"{BASE}/download.cfm?doc=a.pdf&ver=5") != f"{BASE}/download.cfm"


@pytest.mark.parametrize(("text", "another"), [
    ("Nottingham University Hospitals NHS Trust board papers", False), ("Papers of the NHS Trust", False), ("NHS Foundation Trust", False),
    ("Sherwood Forest Hospitals NHS Foundation Trust board papers", True), ("Nottinghamshire Healthcare NHS Foundation Trust", True),
    ("Boards in common with Sherwood Forest Hospitals NHS Foundation Trust", False), ("Board papers", False)])
def test_another_trust_s_name_is_noticed(text: str, another: bool) -> None:
    assert names_another(text, "RX1") == another
    assert not names_another(text, None)


@pytest.mark.parametrize(("body", "refusal"), [
    ("<h1>Page not found</h1>", "gone"), ("<h1>Oops! We can't find that page</h1>", "gone"), ("<h1>404</h1>", "gone"),
    ("<main><h1>Trust</h1><p>The page you requested could not be found.</p></main>", "gone"), ("<h1>Sign in</h1><input type='password'>", "log_in"),
    ("<h1>Board papers</h1><p>5 March 2026</p>", None), ("<h1>Lost property found in wards</h1>", None), ("<h1>Sign in</h1>", None),
    ("<h1>Board papers</h1>" + "<p>Minutes</p>" * 200 + "<p>File not found</p>", None)])
def test_a_page_that_says_that_it_is_not_there_is_not_taken(body: str, refusal: str | None) -> None:
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    found = refusal_of(tree, read_outline(tree, url=BASE))
    assert (found and found[0]) == refusal


def read(body: str, **more: str) -> PageContents:
    hint = Hint(org="RX1", more=Trail(hops=1, board=True).told(**more))
    return read_listing(f"<html><head><title>Board papers</title></head><body><h1>Board papers</h1>{body}</body></html>".encode(),
                        media_type="text/html", url=f"{BASE}/board", hint=hint, today=TODAY)


def test_links_in_a_script_s_data_are_used_and_a_list_without_any_is_told() -> None:
    data = '[{"name": "Public pack", "date": "2026-03-05", "url": "/files/1.pdf"}, {"name": "Logo", "url": "/logo.png"}]'
    for page in (f"<script>var papers = {data};</script>", f"<script type='application/json'>{data}</script>", f"<div data-items='{data}'></div>"):
        contents = read(page)
        assert [(link.url, link.hint.met_on) for link in contents.links] == [(f"{BASE}/files/1.pdf", "2026-03-05")]
        assert not contents.issues
    drawn = read("<div id='app'></div><script>fetch('/api')</script>")
    assert drawn.refusal == "script"
    assert "built by a script" in drawn.issues[0].reason
    beside = read("<p>Next board meeting: 3 December 2026</p><div id='app'></div><script>fetch('/api')</script>")
    assert (beside.refusal, len(beside.issues), len(beside.meetings)) == (None, 1, 1)
    assert not read("<p>There are no papers at present.</p>").issues
    assert is_built_by_script("<ul><li v-for='x in y'>")
    assert links_in_data(document_fromstring("<p><script>x = [[[</script></p>"), url=BASE, heading="") == ()


def test_every_link_says_why_and_how_it_was_reached() -> None:
    contents = read("<h2>5 March 2026</h2><a href='/a.pdf'>Agenda</a><a href='/2025-26/'>2025/26</a>", way="Home")
    paper, year = contents.links
    assert (paper.role, paper.hint.title, paper.hint.met_on, paper.hint.org) == ("paper", "Agenda", "2026-03-05", "RX1")
    assert paper.hint.more["day_in"] == "heading"
    assert "2026-03-05 in the heading +3" in paper.hint.more["why"]
    assert (year.role, year.hint.more["hops"]) == ("board_page", "2")
    assert year.hint.more["why"] == "a page of the board +3; a year +4"
    assert float(year.hint.more["score"]) == 7


def test_an_empty_page_is_told() -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        read_listing(b"", media_type=None, url=BASE, hint=Hint(), today=TODAY)
