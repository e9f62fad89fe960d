"""Collecting: what workers put into the shared frontier's outbox is kept in the store of one machine.

One process collects at a time. A batch of the outbox is kept in the store in one transaction together with its rows' ids, and
deleted from the outbox. Whoever is killed in between leaves the rows in the outbox; they are taken again, known by their ids, and
change nothing. A result that the store refuses is set aside (:mod:`crawl.setting_aside`), and the others are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing

import psycopg
from pydantic import TypeAdapter

from corpora.errors import UsersMistake
from corpora.schema import Record
from corpora.store import Store
from crawl.keeping import LostRecords, forget, keep
from crawl.mirroring import RoundNews, mirror_round, mirror_visit
from crawl.opening import VARIABLE
from crawl.pages import Result
from crawl.setting_aside import REFUSALS, ask_again_in_full, failed_instead, set_aside
from crawl.shared_database import COLLECT_LOCK, FrontierLost, SharedDatabase, first_line
from crawl.sources import Source

MOST_AT_ONCE = 50
MOST_CHARACTERS = 2**24
"""Of results in a batch, before the last: a pack's text is a few million characters, and many may come together."""
RESULT: TypeAdapter[Result | LostRecords | RoundNews] = TypeAdapter(Result | LostRecords | RoundNews)


class Collected(Record):
    """What one collecting did."""

    results: int = 0
    """Visits whose results came in, those that were as before or failed included."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    refused: int = 0
    """Results that the store did not take; their pages are set aside as failed, each with the reason, and counted as such too."""
    alarms: tuple[str, ...] = ()
    """What is odd about rounds that have ended, each with its source's name."""


def collect(url: str, store: Store, sources: Sequence[Source] = (), *,
            on_batch: Callable[[int], object] = lambda _: None) -> Collected:
    """Take all results that are in the outbox now into the store.

    Args:
        sources: those whose rounds are judged by what is expected of them.
        on_batch: told how many results each batch had.

    Raises:
        UsersMistake: the database cannot be reached, or somebody else is collecting.
    """
    counts, alarms = Counter[str](), dict[str, str | None]()
    known = {source.name: source for source in sources}
    with closing(SharedDatabase(url)) as database:
        try:
            # In the order in which they were put in, as nobody else collects: an older result never follows a newer one.
            if database.connection.execute("SELECT pg_try_advisory_lock(%s)", [COLLECT_LOCK]).fetchone() != (True,):
                raise UsersMistake(f"{VARIABLE}: somebody else is collecting from {database.name}; wait until that is done")
            while batch := _collect_batch(database, store, known, counts, alarms):
                on_batch(batch)
        except psycopg.OperationalError as error:
            raise FrontierLost(f"{VARIABLE}: {database.name} is lost: {first_line(error)}; what was collected is kept, and "
                               "collecting again goes on from there") from error
    return Collected(**counts, alarms=tuple(f"{name}: {alarm}" for name, alarm in sorted(alarms.items()) if alarm))


def _collect_batch(database: SharedDatabase, store: Store, known: Mapping[str, Source], counts: Counter[str],
                   alarms: dict[str, str | None]) -> int:
    execute = database.connection.execute
    rows = execute(
        "SELECT id, result FROM (SELECT *, sum(length(result)) OVER (ORDER BY number) - length(result) AS before "
        "FROM (SELECT * FROM outbox ORDER BY number LIMIT %s) first) batch WHERE before < %s ORDER BY number",
        [MOST_AT_ONCE, MOST_CHARACTERS]).fetchall()
    with store.atomic():
        for id_, written in rows:
            if store.db.execute("INSERT OR IGNORE INTO collected (id) VALUES (?)", [str(id_)]).rowcount == 0:
                continue
            try:
                with store.joining():
                    _keep(store, written, known, counts, alarms)
            except REFUSALS as error:
                failed = failed_instead(written, error)
                if failed:
                    # At once, before the store has its part: whoever dies in between finds the result refused again.
                    ask_again_in_full(database, failed)
                set_aside(store, id_, error, failed)
                counts.update({"results": 1, "failed": 1, "refused": 1})
    execute("DELETE FROM outbox WHERE id = ANY(%s)", [[id_ for id_, _ in rows]])
    with store.atomic():
        # They will not come again.
        store.db.conn.executemany("DELETE FROM collected WHERE id = ?", [(str(id_),) for id_, _ in rows])
    return len(rows)


def _keep(store: Store, written: str, known: Mapping[str, Source], counts: Counter[str], alarms: dict[str, str | None]) -> None:
    result = RESULT.validate_json(written)
    if isinstance(result, LostRecords):
        forget(store, result)
        return
    if isinstance(result, RoundNews):
        alarms[result.source] = mirror_round(store, result, known.get(result.source))
        return
    kept = keep(store, result)
    mirror_visit(store, result)
    counts.update({"results": 1, "failed": int(result.ended == "failed"), "new": kept.new, "changed": kept.changed,
                   "unchanged": kept.unchanged})
