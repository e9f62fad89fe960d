"""A page on the way: which of its links are the board's papers, which lead on, and which meetings it announces."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from corpora.errors import UnreadableInput
from corpora.schema import Issue, PublicationDate
from corpora.text.encoding import charset_of, decode_html
from corpora.text.tree import parse_tree
from crawl.discovery.anchors import Anchor, read_outline
from crawl.discovery.context import PageContext, Trail
from crawl.discovery.dates_ahead import meetings_on_page
from crawl.discovery.days import upload_month
from crawl.discovery.files import is_file, is_nameless, may_be_file, name_words, trimmed
from crawl.discovery.hops import Hop, choose_hops
from crawl.discovery.meeting_day import published_day
from crawl.discovery.not_there import refusal_of
from crawl.discovery.papers import Judgement, judge_paper
from crawl.discovery.scripts import is_built_by_script, links_in_data
from crawl.pages import Hint, Link, PageContents

PAGE, PAPER = "board_page", "paper"
MOST_PAPERS = 1500
BUILT = "the list is built by a script, which is not run: no papers are found here"
PAGES_BEHIND_A_PAPER = 3
"""Some files have a page of their own before them."""
OF_THE_BOARD = re.compile(r"(?:the )?board\b|ICB meetings|meetings in public")
"""Signs after which a page is taken for one of the board's, where its own words do not say whose it is."""
ABOUT_PAPERS = re.compile(r"\b(?:papers?|meetings?|agendas?|minutes|archive)\b", re.IGNORECASE)


def read_listing(body: bytes, *, media_type: str | None, url: str, hint: Hint, today: datetime.date) -> PageContents:
    """What a page of a board's site gives.

    Raises:
        UnreadableInput: it is empty.
    """
    html = decode_html(body, declared=charset_of(media_type))
    tree = parse_tree(html)
    if tree is None:
        raise UnreadableInput(f"{url}: the page is empty")
    outline = read_outline(tree, url=url)
    refused = refusal_of(tree, outline)
    if refused:
        refusal, said = refused
        return PageContents(refusal=refusal, issues=(Issue(
            stage="crawl", where=url, value=said, reason="the site wants a log-in" if refusal == "log_in"
            else "the site answers 200 and says that the page is not there"),))
    page = PageContext.of(outline, hint, today=today)
    anchors = (*outline.anchors, *links_in_data(tree, url=url, heading=outline.heading))
    papers = [(anchor, judged) for anchor in anchors if may_be_file(anchor) and (judged := judge_paper(anchor, page)).taken]
    taken = {anchor.url for anchor, _ in papers}
    hops = choose_hops([anchor for anchor in anchors if not is_file(anchor) and anchor.url not in taken], page)
    links = [*_paper_links(papers, page), *(_hop_link(hop, page) for hop in hops.chosen)]
    meetings = meetings_on_page(tree, url=url, org=page.org, about_the_board=page.about_the_board, called=page.called,
                                today=today) if page.org else ()
    issues = _issues(html, page, any_papers=bool(papers), any_leads=any(hop.dated for hop in hops.chosen), left_out=hops.left_out)
    return PageContents(links=tuple(links), meetings=meetings, issues=tuple(issues),
                        refusal="script" if issues and issues[-1].reason == BUILT and not links and not meetings else None)


def _paper_links(papers: Sequence[tuple[Anchor, Judgement]], page: PageContext) -> list[Link]:
    links: dict[str, tuple[float, Link]] = {}
    for anchor, judged in papers[:MOST_PAPERS]:
        day = published_day(anchor, page)
        published = PublicationDate(date=day, method="label", reliability=0.8) if day else None
        if published is None and (month := upload_month(anchor.url, today=page.today)):
            published = PublicationDate(date=month, method="url", reliability=0.5)
        met = judged.met
        hint = Hint(title=paper_words(anchor), published=published, org=page.org, met_on=met.day if met else None,
                    more=_below(page, anchor, left=PAGES_BEHIND_A_PAPER).told(
                        score=f"{judged.score:g}", why=judged.why, day_in=met.place if met else ""))
        if anchor.url not in links or judged.score > links[anchor.url][0]:
            links[anchor.url] = (judged.score, Link(url=anchor.url, role=PAPER, hint=hint))
    return [link for _, link in links.values()]


def _hop_link(hop: Hop, page: PageContext) -> Link:
    judged = hop.judged
    board = page.about_the_board or any(OF_THE_BOARD.match(reason.words) for reason in judged.reasons)
    return Link(url=hop.anchor.url, role=PAGE, hint=Hint(
        title=trimmed(hop.anchor.words)[:200], org=page.org, met_on=hop.met_on,
        more=_below(page, hop.anchor, left=hop.left, board=board).told(score=f"{judged.score:g}", why=judged.why)))


def _below(page: PageContext, anchor: Anchor, *, left: int, board: bool = True) -> Trail:
    words = trimmed(anchor.words) or name_words(anchor.url)
    way = f"{page.trail.way} > {words[:60]}" if page.trail.way else words[:60]
    return Trail(hops=page.trail.hops + 1, left=left, board=board, way=way)


def paper_words(anchor: Anchor) -> str:
    """What a paper is called: the link's words; where they are "Download", those of its row or its file's name."""
    words = trimmed(anchor.words)
    if not is_nameless(words):
        return words[:200]
    about = trimmed(anchor.about)
    if not is_nameless(about):
        return about[:200]
    row = trimmed(anchor.row.replace(anchor.words, " ") if anchor.words else anchor.row)
    if not is_nameless(row) and len(row) <= 160:
        return row.strip(" |")
    return name_words(anchor.url)[:160]


def _issues(html: str, page: PageContext, *, any_papers: bool, any_leads: bool, left_out: int) -> list[Issue]:
    issues = []
    if left_out:
        issues.append(Issue(stage="crawl", where=f"{page.url}, list", value=str(left_out),
                            reason="further pages of the board are not followed: the most pages of one site are reached"))
    is_list = page.about_the_board and ABOUT_PAPERS.search(page.called)
    if is_list and not any_papers and not any_leads and is_built_by_script(html):
        issues.append(Issue(stage="crawl", where=f"{page.url}, list", value=page.called[:100] or None,
                            reason=BUILT))
    return issues
