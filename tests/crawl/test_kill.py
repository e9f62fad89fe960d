"""A crawl is killed at random moments, again and again, and loses nothing."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from pathlib import Path

from corpora.store import Store
from crawl.report import Job, Message
from crawl.run import crawl, start_worker
from crawl.sources import Source
from crawl.spider import MOST_AT_ONCE
from tests.crawl.replica import Replica, Reply, article

PAGES = 150
KILLS = 5


def kill_a_crawl(database: Path, *sources: Source, after: int, chance: random.Random) -> bool:
    """Start a crawl and ``kill -9`` it some moments after so many visits; says whether it was killed before its end."""
    with start_worker() as worker:
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(Job(database=database, sources=sources).model_dump_json() + "\n")
        worker.stdin.flush()
        for line in worker.stdout:
            progress = Message.model_validate_json(line).progress
            if progress is None or progress.visits >= after:
                break
        time.sleep(chance.uniform(0, 0.05))
        worker.kill()
    return worker.returncode == -signal.SIGKILL


def test_a_crawl_that_is_killed_again_and_again_loses_no_page_and_keeps_none_twice(tmp_path: Path) -> None:
    chance = random.Random(20261121)
    database = tmp_path / "a.db"
    with Replica(articles=PAGES) as site:
        # Slow enough that no crawl ends before it is killed.
        for number in range(PAGES):
            site.pages[f"/news/{number}"] = Reply(article(number), seconds=0.005)
        source = site.source()
        killed = [kill_a_crawl(database, source, after=chance.randint(0, PAGES // KILLS - 5), chance=chance) for _ in range(KILLS)]
        assert killed == [True] * KILLS
        report = crawl(database, [source], progress=False)
        assert report.failed == 0
        asked = Counter(line.path for line in site.log)
        with Store(database) as store:
            urls = sorted(document.url or "" for document in store.documents())
            states = store.db.execute("SELECT state, count(*) FROM frontier GROUP BY state").fetchall()
            orphans = store.db.execute(
                "SELECT count(*) FROM frontier f LEFT JOIN documents d ON d.url = f.url LEFT JOIN captures c ON c.id = f.capture_id "
                "WHERE f.role = 'article' AND (d.id IS NULL OR c.id IS NULL OR d.capture_id <> c.id)").fetchone()[0]
            unfinished = store.db.execute("SELECT count(*) FROM rounds WHERE finished_at IS NULL").fetchone()[0]
        assert urls == sorted(f"{site.url}/news/{number}" for number in range(PAGES))
        assert (states, orphans, unfinished) == ([("done", PAGES + 1)], 0, 0)
        # What was asked for again is what was under way at a kill: a page a host.
        again = sum(asked[f"/news/{number}"] - 1 for number in range(PAGES)) + asked["/rss.xml"] - 1
        assert 0 <= again <= KILLS * MOST_AT_ONCE
        # The last crawl continued the killed ones, so a further one starts a new round.
        assert crawl(database, [source], progress=False).new == 0
