"""Politeness, proven by the servers' logs: several hosts, pauses, redirects, patience, a kill, hostile robots.txt. All is invented."""

from __future__ import annotations

import gzip
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from protego import Protego
from scrapy import Spider
from scrapy.crawler import Crawler

from corpora.store import Store
from crawl.patience import SILENT_REST, TRIES
from crawl.report import Job
from crawl.robots import LIFETIME, RobotsMiddleware
from crawl.run import run_job, start_worker
from tests.crawl.replica import MEBIBYTE, Replica, Reply, Served, article

CONTACT = "mailto:desk@example.org"
SLACK = 0.02
"""Seconds that a server may be late in noting the beginning or the end of a request."""


def too_soon(lines: list[Served], pause: float) -> list[tuple[Served, Served]]:
    """Neighbours in a log of which the later began before the earlier had ended and the pause was over."""
    ordered = sorted(lines, key=lambda line: line.began)
    return [(earlier, later) for earlier, later in pairwise(ordered) if later.began - earlier.ended < pause - SLACK]


def test_hosts_are_asked_one_request_at_a_time_with_their_pause_whatever_happens(tmp_path: Path) -> None:
    robots = "User-agent: *\nDisallow: /private/\nCrawl-delay: 0.4\n"
    with Replica(articles=6, robots=robots) as one, Replica(articles=6, address="127.0.0.2") as two, Replica(articles=6, address="127.0.0.3") as three:
        sites = {one: 0.4, two: 0.3, three: 0.3}
        for site in sites:
            others = [other for other in sites if other is not site]
            site.pages["/away"] = Reply(b"", status=302, headers={"Location": f"{others[0].url}/news/5"})
            site.pages["/far/away"] = Reply(b"", status=307, headers={"Location": f"{others[1].url}/private/x"})
            site.pages["/news/1"] = [Reply(b"", status=429, headers={"Retry-After": "1"}), Reply(article(1), seconds=0.3)]
            site.pages["/private/x"] = Reply(article(9))
            site.list_articles(["/news/0", "/news/1", "/away", "/private/x", "/news/2", "/far/away", "/news/3", "/news/4"])
        sources = tuple(source for number, (site, pause) in enumerate(sites.items()) for source in (
            site.source(name=f"rss{number}", delay_seconds=0.3),
            site.source(name=f"atom{number}", shape="atom", start_urls=(f"{site.url}/atom.xml",), delay_seconds=0.3)))
        job = Job(database=tmp_path / "a.db", sources=sources, contact=CONTACT)
        with start_worker() as worker:
            assert worker.stdin
            assert worker.stdout
            worker.stdin.write(job.model_dump_json() + "\n")
            worker.stdin.flush()
            next(line for line in worker.stdout if json.loads(line).get("progress", {}).get("visits", 0) >= 9)
            worker.kill()
        report = run_job(job, progress=False)
        assert all(source.postponed == 0 for source in report.sources)
        for site, pause in sites.items():
            assert too_soon(site.log, pause) == []
            assert not [line.path for line in site.log if line.path.startswith("/private/")]
            assert len(site.log) > 10
            assert all(line.user_agent.endswith(f" ({CONTACT})") for line in site.log)
            busy = next(line for line in site.log if line.status == 429)
            assert min((line.began for line in site.log if line.began > busy.began), default=0.0) - busy.ended >= 1.0 - SLACK
        print(f"{sum(len(site.log) for site in sites)} requests to {len(sites)} hosts: 0 disallowed, 0 too soon")


HOSTILE: dict[str, tuple[Reply, int]] = {
    # What it serves as robots.txt → how many of its two articles may be had.
    "rules-first-then-noise": (Reply(b"User-agent: *\nDisallow: /news/1\n" + b"# noise\n" * MEBIBYTE), 1),
    "too-large": (Reply(b"# noise\n" * (5 * MEBIBYTE)), 0),
    "bomb": (Reply(gzip.compress(b"\0" * (200 * MEBIBYTE), 9), headers={"Content-Encoding": "gzip"}), 0),
    "web-page": (Reply(b"<!doctype html><html><head><title>Welcome</title></head><body><p>Disallow: nothing</p></body></html>"), 2),
    "binary": (Reply(bytes(range(256)) * 400), 2),
    "wide-marks": (Reply("User-agent: *\nDisallow: /news/1\n".encode("utf-8-sig")), 1),
    "stars": (Reply(b"User-agent: *\nDisallow: /" + b"*n" * 3000 + b"$\nDisallow: /*w*s*/*1\n"), 1),
    "many-groups": (Reply(b"".join(b"User-agent: bot%d\nDisallow: /\n" % number for number in range(9000)) + b"User-agent: *\nDisallow: /news/1\n"), 1),
    "many-rules": (Reply(b"User-agent: *\n" + b"".join(b"Disallow: /a*b%d*c$\n" % number for number in range(9000)) + b"Disallow: /news/1\n"), 1),
    "refused": (Reply(b"", status=403), 2),
    "moved": (Reply(b"", status=301, headers={"Location": "/robots-new.txt"}), 1),
    "moved-in-circles": (Reply(b"", status=302, headers={"Location": "/robots.txt"}), 0),
    "moved-away": (Reply(b"", status=302, headers={"Location": "http://169.254.169.254/robots.txt"}), 0),
    "delay-of-a-year": (Reply(b"User-agent: *\nCrawl-delay: 31536000\n"), 0),
    "delay-negative": (Reply(b"User-agent: *\nCrawl-delay: -5\nRequest-rate: 0/0\n"), 2),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_robots_txt_is_obeyed_as_far_as_it_can_be_read_and_else_the_site_is_left_alone(name: str, tmp_path: Path) -> None:
    reply, documents = HOSTILE[name]
    with Replica(articles=2) as site:
        site.pages["/robots.txt"] = reply
        site.pages["/robots-new.txt"] = Reply(b"User-agent: *\nDisallow: /news/1\n")
        began = time.monotonic()
        report, = run_job(Job(database=tmp_path / "a.db", sources=(site.source(),), contact=CONTACT), progress=False).sources
        assert time.monotonic() - began < 60
        assert report.new == documents
        assert len(site.asked("/news/1")) == (documents == 2)
        assert all(line.user_agent.endswith(f" ({CONTACT})") for line in site.log)


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone_and_its_other_pages_wait(tmp_path: Path) -> None:
    with Replica(articles=8) as site:
        job = Job(database=tmp_path / "a.db", sources=(site.source(start_urls=(f"{site.url}/rss.xml", f"{site.url}/atom.xml")),), contact=CONTACT)
        site.pages |= {"/robots.txt": Reply(b"", status=503)}
        report, = run_job(job, progress=False).sources
        # It was asked as often as a page is, with growing pauses; then not any more, and what it has is not given up for it.
        asked = [line.began for line in site.log]
        assert len(asked) == len(site.asked("/robots.txt")) == TRIES
        assert asked[2] - asked[1] > asked[1] - asked[0] > 0.2
        assert (report.failed, report.postponed, len(report.broken_starts)) == (1, 1, 1)
        with Store(tmp_path / "a.db") as store:
            assert store.db.execute("SELECT free_at - ? > ? FROM hosts", [asked[2], SILENT_REST - 60]).fetchone() == (1,)


def test_a_robots_txt_is_asked_for_again_after_a_day() -> None:
    middleware = RobotsMiddleware(Crawler(Spider))
    rules = Protego.parse("User-agent: *\nDisallow: /private/\n")
    assert middleware.known_rules("https://a.example", monotonic=5.0) is None
    middleware.know_rules("https://a.example", rules, monotonic=5.0)
    assert middleware.known_rules("https://a.example", monotonic=4.0 + LIFETIME) is rules
    assert middleware.known_rules("https://a.example", monotonic=5.0 + LIFETIME) is None
