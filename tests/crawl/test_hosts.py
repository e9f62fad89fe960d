"""A host's pause is the longest that applies, whoever leads to it; proven by the servers' logs. All is invented."""

from __future__ import annotations

from pathlib import Path

from crawl.hosts import Hosts
from crawl.reach import Reach
from crawl.report import Job
from crawl.run import run_job
from crawl.sources import POLITE_SECONDS
from tests.crawl.replica import Replica, Reply, article
from tests.crawl.test_frontier import make_source
from tests.crawl.test_politeness import too_soon

PAUSE = 0.2


def leading_to(site: Replica, other: Replica, number: int) -> None:
    """The site lists only pages that redirect to the other's."""
    for page in range(number):
        site.pages[f"/away/{page}"] = Reply(b"", status=302, headers={"Location": f"{other.url}/news/{page}"})
    site.list_articles([f"/away/{page}" for page in range(number)])


def test_a_host_has_the_longest_pause_that_applies_whoever_leads_to_it(tmp_path: Path) -> None:
    with (Replica() as hasty, Replica(articles=3, address="127.0.0.2") as slow,
          Replica(articles=2, address="127.0.0.3", robots=f"User-agent: *\nCrawl-delay: {PAUSE}\n") as patient,
          Replica(articles=2, address="127.0.0.3") as beside):
        leading_to(hasty, slow, 3)
        sources = (hasty.source(name="hasty", hosts=("127.0.0.2",)), patient.source(name="patient"), beside.source(name="beside"))
        report = run_job(Job(database=tmp_path / "a.db", sources=sources, known=(*sources, slow.source(name="slow", delay_seconds=PAUSE)),
                             reach=Reach.local_to([hasty.url, slow.url, patient.url, beside.url])), progress=False)
        assert report.failed == 0
        # That of its own source, although that is not crawled at the time.
        assert len(slow.log) == 4
        assert too_soon(slow.log, PAUSE) == []
        # Of two sites of one host, that of the one which asks for it.
        told, = patient.asked("/robots.txt")
        after = [line for line in patient.log + beside.log if line.began >= told.began]
        assert len(after) >= 6
        assert too_soon(after, PAUSE) == []


def test_a_request_that_a_redirect_leads_to_a_busy_host_waits_until_that_has_answered_and_its_pause_is_over(tmp_path: Path) -> None:
    with Replica() as quick, Replica(articles=3, address="127.0.0.2") as busy:
        leading_to(quick, busy, 2)
        for number in range(2):
            busy.pages[f"/slow/{number}"] = Reply(article(number), seconds=3 * PAUSE)
        busy.list_articles([f"/slow/{number}" for number in range(2)])
        sources = (quick.source(name="quick", hosts=("127.0.0.2",)), busy.source(name="busy", delay_seconds=PAUSE),
                   busy.source(name="listed", shape="listing", start_urls=(f"{busy.url}/news/",), article_pattern="^/slow/",
                               delay_seconds=PAUSE))
        report = run_job(Job(database=tmp_path / "a.db", sources=sources), progress=False)
        assert report.failed == 0
        assert len(busy.log) >= 7
        assert too_soon(busy.log, PAUSE) == []


def test_a_host_s_pause_is_the_longest_of_the_sources_that_name_it_and_else_the_polite_one() -> None:
    hosts = Hosts((make_source(name="one", start_urls=("https://a.example/feed",), delay_seconds=7.0),
                   make_source(name="two", start_urls=("https://b.example/feed",), hosts=("a.example",), delay_seconds=9.0)))
    assert [hosts.pause(host) for host in ("a.example", "www.a.example", "b.example", "c.example")] == [9.0, 9.0, 9.0, POLITE_SECONDS]


def test_a_clock_that_is_set_forward_shortens_no_pause() -> None:
    hosts = Hosts((make_source(start_urls=("https://a.example/feed",), delay_seconds=7.0),))
    assert hosts.wait("a.example", monotonic=100.0) == 0.0
    hosts.begin("a.example")
    hosts.end("a.example", monotonic=100.0)
    # Whatever the frontier's clock says meanwhile.
    assert hosts.wait("a.example", monotonic=102.0) == 5.0
    assert hosts.crawl_delay("https://a.example", 20.0) == 20.0
    assert hosts.wait("a.example", monotonic=102.0) == 18.0
    assert hosts.wait("a.example", monotonic=121.0) == 0.0
