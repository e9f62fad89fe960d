"""From the home pages of invented sites to their boards' papers, by the crawl that users run: all of them, and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from corpora.organisations import Register
from corpora.schema import Document, Issue, Meeting
from corpora.store import Store
from crawl.run import crawl
from crawl.sources import Source
from tests.crawl.board_sites import LAYOUTS, Site
from tests.crawl.board_sites_more import MORE_LAYOUTS
from tests.crawl.replica import Replica

ALL = (*LAYOUTS, *MORE_LAYOUTS)


@dataclass
class Crawled:
    """One site after two crawls."""

    site: Site
    url: str
    documents: list[Document]
    issues: list[Issue]
    meetings: list[Meeting]
    asked: list[str]
    asked_again: dict[str, int]
    hints: dict[str, str]
    on_the_way: set[str]
    """Paths of the pages that lead to papers."""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Crawled]]:
    """All sites, crawled at once, twice."""
    today = datetime.datetime.now(datetime.UTC).date()
    database = tmp_path_factory.mktemp("boards") / "boards.db"
    with ExitStack() as stack:
        pairs = []
        for number, layout in enumerate(ALL, start=1):
            site = layout(today)
            replica = stack.enter_context(Replica(address=f"127.0.0.{number}"))
            replica.pages = {"/robots.txt": replica.pages["/robots.txt"], **site.pages}
            pairs.append((site, replica))
        sources = [Source.model_validate({
            "name": site.name, "publisher": "Invented", "cadence": "weekly", "doc_type": "board_paper", "shape": "board_papers",
            "start_urls": (f"{replica.url}/",), "delay_seconds": 0.0, "local": True, "org": site.org}) for site, replica in pairs]
        crawl(database, sources, progress=False)
        asked = [[line.path for line in replica.log] for _, replica in pairs]
        for _, replica in pairs:
            replica.log.clear()
        crawl(database, sources, progress=False)
        with Store(database) as store:
            documents, issues, meetings = list(store.documents()), store.issues(), store.meetings()
            frontier = store.db.execute("SELECT url, context, role FROM frontier").fetchall()
        found = {}
        for (site, replica), paths in zip(pairs, asked, strict=True):
            found[site.name] = Crawled(
                site, replica.url, [each for each in documents if each.source == site.name],
                [each for each in issues if each.where.startswith(replica.url)], [each for each in meetings if each.url.startswith(replica.url)],
                paths, {line.path: line.status for line in replica.log},
                {url.removeprefix(replica.url): context for url, context, _ in frontier if url.startswith(replica.url)},
                {url.removeprefix(replica.url) for url, _, role in frontier if url.startswith(replica.url) and role != "paper"})
        yield found


NAMES = [layout(datetime.date(2026, 11, 21)).name for layout in ALL]


@pytest.mark.parametrize("name", NAMES)
def test_all_of_a_board_s_papers_are_found_and_nothing_else(crawled: dict[str, Crawled], name: str) -> None:
    found = crawled[name]
    assert {(document.url or "").removeprefix(found.url): document.met_on for document in found.documents} == found.site.papers
    assert not set(found.asked) & set(found.site.decoys)
    official = Register.load().by_code[found.site.org].name
    for document in found.documents:
        assert (document.doc_type, document.publisher) == ("board_paper", official)
        assert document.title.startswith(f"{official} board papers, ")
        end = found.site.titles.get((document.url or "").removeprefix(found.url))
        assert end is None or document.title.endswith(f": {end}")


@pytest.mark.parametrize("name", NAMES)
def test_every_step_says_why_it_was_taken_and_few_pages_are_asked_for(crawled: dict[str, Crawled], name: str) -> None:
    found = crawled[name]
    assert len(found.asked) == len(set(found.asked))
    for path, context in found.hints.items():
        if path != "/":
            assert '"why":"' in context
            assert '"score":"' in context
    assert len(set(found.asked) - set(found.site.pages) - {"/robots.txt"}) <= 2


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_with_a_site_is_told(crawled: dict[str, Crawled], name: str) -> None:
    found = crawled[name]
    reasons = [issue.reason for issue in found.issues if "no such page" not in issue.reason]
    for expected in found.site.reasons:
        assert any(expected in reason for reason in reasons), reasons
    assert found.site.reasons or not reasons


@pytest.mark.parametrize("name", NAMES)
def test_meetings_to_come_are_announced_with_time_and_place(crawled: dict[str, Crawled], name: str) -> None:
    found = crawled[name]
    assert {meeting.day: (meeting.time, meeting.place) for meeting in found.meetings} == found.site.meetings
    assert {meeting.org for meeting in found.meetings} <= {found.site.org}


@pytest.mark.parametrize("name", NAMES)
def test_a_second_crawl_asks_for_the_pages_on_the_way_again_and_changes_nothing(crawled: dict[str, Crawled], name: str) -> None:
    found = crawled[name]
    answers = {path: status for path, status in found.asked_again.items() if path != "/robots.txt"}
    assert set(answers) == found.on_the_way
    # A list that only a script draws was refused, and is asked for anew.
    refused = {"/about/board-papers"} if name == "script" else set()
    assert {status for path, status in answers.items() if path in found.site.pages and path not in refused} == {304}
