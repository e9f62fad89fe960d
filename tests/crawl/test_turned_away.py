"""What a crawl makes of refusals: each is recorded by its kind, none is got round, and a host that goes on refusing is left alone.

Everything on these sites is invented.
"""

from __future__ import annotations

from pathlib import Path

from corpora.store import Store
from crawl.reach import Reach
from crawl.report import Job, SourceReport
from crawl.run import crawl, run_job
from crawl.sources import Source
from tests.crawl.replica import Replica, Reply, article
from tests.crawl.test_refusals import BLOCKS, GONE, LOG_INS, PAYWALLS

DAY = 86_400.0


def crawl_one(database: Path, source: Source) -> SourceReport:
    report, = crawl(database, [source], progress=False).sources
    return report


def refusals(database: Path) -> dict[str, tuple[str, str | None, str]]:
    """Path → state, refusal and reason."""
    with Store(database) as store:
        return {"/" + url.partition("//")[2].partition("/")[2]: (state, refusal, reason or "") for url, state, refusal, reason in store.db.execute(
            "SELECT url, state, refusal, reason FROM frontier")}


def test_each_refusal_is_recorded_by_its_kind_and_asked_for_once(tmp_path: Path) -> None:
    with Replica(articles=2) as site:
        def moved(to: str) -> Reply:
            return Reply(b"", status=302, headers={"Location": to})

        pages = {
            "/paid": (Reply(b"", status=402), "paywall"), "/not-free": (Reply(PAYWALLS["json-ld"].encode()), "paywall"),
            "/teaser": (Reply(PAYWALLS["teaser"].encode()), "paywall"), "/members": (Reply(b"", status=401), "log_in"),
            "/form": (Reply(LOG_INS["form"].encode()), "log_in"), "/led": (moved("/account/login?next=x"), "log_in"),
            "/led-away": (moved("http://127.0.0.9/login"), "log_in"), "/soft": (Reply(GONE["sorry"].encode()), "gone"),
            "/missing": (Reply(b"", status=404), "gone"), "/home": (moved("/"), "gone"), "/withheld": (Reply(b"", status=451), "withheld"),
            "/private/x": (Reply(article(1)), "robots"), "/elsewhere": (moved("http://127.0.0.9/news"), None),
            "/guarded": (Reply(BLOCKS["just-a-moment"].encode()), "blocked"), "/busy-guard": (Reply(BLOCKS["human"].encode(), status=503), "blocked"),
        }
        site.pages |= {path: reply for path, (reply, _) in pages.items()}
        site.pages |= {"/": Reply(article(0)), "/account/login?next=x": Reply(b"<p>Please wait.</p>")}
        site.list_articles(["/news/0", *pages, "/news/1"])
        report = crawl_one(tmp_path / "a.db", site.source())
        assert (report.new, report.failed, report.postponed) == (2, len(pages), 0)
        told = refusals(tmp_path / "a.db")
        for path, (_, refusal) in pages.items():
            assert told[path][:2] == ("failed", refusal), path
            assert len(site.asked(path)) == (0 if refusal == "robots" else 1), path


def test_a_guard_before_an_api_or_a_feed_is_told_as_such(tmp_path: Path) -> None:
    with Replica() as site, Replica(address="127.0.0.2") as other:
        for each in (site, other):
            each.pages["/start"] = Reply(BLOCKS["denied"].encode())
        sources = [site.source(name="api", shape="gov_uk_search", start_urls=(f"{site.url}/start",)),
                   other.source(name="feed", start_urls=(f"{other.url}/start",))]
        report = crawl(tmp_path / "a.db", sources, progress=False)
        assert not report.healthy
        assert {refusal for _, refusal, _ in refusals(tmp_path / "a.db").values()} == {"blocked"}
        assert "a guard stands before the page" in report.sources[0].broken_starts[0]


def test_a_host_that_refuses_three_times_in_a_row_rests_for_a_day(tmp_path: Path) -> None:
    refused = Reply(b"", status=403)
    with Replica(articles=6) as site, Replica(articles=6, address="127.0.0.2") as other:
        # Slow answers after those that have to be read first: without pauses a site would be asked on meanwhile.
        slow = Reply(b"", status=403, seconds=2.5)
        site.pages |= {"/news/0": refused, "/news/1": refused, "/news/3": slow, "/news/4": Reply(BLOCKS["captcha"].encode()), "/news/5": slow}
        other.pages |= {"/news/1": refused, "/news/3": slow, "/news/5": slow}
        for each in (site, other):
            each.list_articles([f"/news/{number}" for number in range(6)] + ["/late/6", "/late/7"])
            each.pages |= {"/late/6": Reply(article(6)), "/late/7": Reply(article(7))}
        first, second = crawl(tmp_path / "a.db", [site.source(name="strict"), other.source(name="uneven")], progress=False).sources
        # Refused 0 and 1, had 2, refused 3, 4 and 5: that is enough.
        assert (first.new, first.failed, first.postponed) == (1, 5, 2)
        assert (second.new, second.failed, second.postponed) == (5, 3, 0)
        assert not site.asked("/late/6")
        with Store(tmp_path / "a.db") as store:
            free_at = dict(store.db.execute("SELECT host, free_at FROM hosts").fetchall())
            last, = store.db.execute("SELECT done_at, reason FROM frontier WHERE url LIKE '%/news/5' AND url LIKE ?", [f"{site.url}%"]).fetchall()
        assert abs(free_at["127.0.0.1"] - last[0] - DAY) < 5
        assert "127.0.0.1 has refused us 3 times in a row and is left alone for a day" in last[1]
        # Started again, the crawl still leaves it alone.
        site.log.clear()
        assert crawl_one(tmp_path / "a.db", site.source(name="strict")).fetched == 0
        assert site.log == []


def test_the_host_that_refuses_is_left_alone_and_not_the_one_that_led_to_it(tmp_path: Path) -> None:
    with Replica(articles=5) as site, Replica(address="127.0.0.2") as strict:
        for number in range(3):
            site.pages[f"/news/{number}"] = Reply(b"", status=302, headers={"Location": f"{strict.url}/{number}"})
            strict.pages[f"/{number}"] = Reply(b"", status=403)
        report, = run_job(Job(database=tmp_path / "a.db", sources=(site.source(),), known=(strict.source(name="strict"),),
                              reach=Reach.local_to([site.url, strict.url])), progress=False).sources
        assert (report.new, report.failed, report.postponed) == (2, 3, 0)
        with Store(tmp_path / "a.db") as store:
            free_at = dict(store.db.execute("SELECT host, free_at FROM hosts").fetchall())
            asked_last, = store.db.execute("SELECT max(done_at) FROM frontier").fetchone()
        assert free_at["127.0.0.2"] > asked_last + DAY / 2 > free_at["127.0.0.1"]
