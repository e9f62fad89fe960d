"""What was gathered through a shared frontier stands in the store's own frontier too, as if this machine had gathered it.

So its health is told, its pages can be read again from the archive, and one worker can go on alone with what many began.
"""

from __future__ import annotations

from corpora.schema import Record
from corpora.store import Store
from crawl.any_frontier import priority_of
from crawl.frontier import Frontier
from crawl.pages import Result
from crawl.sources import Source, host_of


class RoundNews(Record):
    """A round of a source on a shared frontier has begun, ended, or goes on after all. Times are seconds since 1970."""

    source: str
    began: float
    ended: float | None = None
    whole: bool = True


def mirror_visit(store: Store, result: Result) -> None:
    """The page as it is now: done or failed, and which bytes of which day were read. Forgotten addresses are not here either."""
    visit, answer = result.visit, result.answer
    if visit.hint.forget:
        return
    with store.atomic():
        store.db.execute("INSERT OR IGNORE INTO hosts (host) VALUES (?)", [host_of(visit.url)])
        store.db.execute("INSERT OR IGNORE INTO frontier (source, url, role, host, priority) VALUES (?, ?, ?, ?, ?)",
                         [visit.source, visit.url, visit.role, host_of(visit.url), priority_of(visit.role)])
        store.db.execute(
            "UPDATE frontier SET role = ?1, context = ?2, state = ?3, done_at = ?4, http_status = ?5, reason = ?6, refusal = ?7, "
            "round = (SELECT coalesce(max(number), 0) FROM rounds WHERE source = ?8), attempts = 0, lost = 0, not_before = 0 "
            "WHERE source = ?8 AND url = ?9",
            [visit.role, visit.hint.model_dump_json(), "failed" if result.ended == "failed" else "done", result.at,
             304 if result.ended == "unchanged" else answer.status if answer else None, result.reason or None, result.refusal,
             visit.source, visit.url])
        if answer and answer.capture:
            capture, read = answer.capture, result.ended == "read"
            store.db.execute(
                "UPDATE frontier SET etag = ?, last_modified = ?, capture_id = ?, capture_url = ?, read_at = ? "
                "WHERE source = ? AND url = ?",
                [capture.etag if read else None, capture.last_modified if read else None, capture.id, capture.url,
                 result.at, visit.source, visit.url])


def mirror_round(store: Store, news: RoundNews, source: Source | None) -> str | None:
    """The source's rounds as they are now.

    Args:
        source: as this machine's list of sources has it; None where it has none of that name.

    Returns:
        What is odd about a round that has ended.
    """
    with store.atomic():
        row = store.db.execute("SELECT number FROM rounds WHERE source = ? AND started_at = ?",
                               [news.source, news.began]).fetchone()
        if row is None:
            # One that this machine left unfinished is not gone on with.
            store.db.execute("UPDATE rounds SET finished_at = ?, whole = 0 WHERE source = ? AND finished_at IS NULL",
                             [news.began, news.source])
            row = store.db.execute(
                "INSERT INTO rounds (source, number, started_at) SELECT ?1, coalesce(max(number), 0) + 1, ?2 FROM rounds "
                "WHERE source = ?1 RETURNING number", [news.source, news.began]).fetchone()
        store.db.execute("UPDATE rounds SET finished_at = ?, whole = ? WHERE source = ? AND number = ?",
                         [news.ended, news.whole, news.source, row[0]])
        if source is None or news.ended is None:
            return None
        return Frontier(store, worker="collector").sound_alarm(source)
