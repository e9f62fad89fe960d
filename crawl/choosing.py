"""Which sources a crawl asks: the named ones, or all that are due and can be asked."""

from __future__ import annotations

import datetime
import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from corpora.errors import UsersMistake
from corpora.schema import Record
from corpora.store import Store
from crawl.keys import lacks_key
from crawl.opening import open_frontier
from crawl.rounds import due_at
from crawl.sources import Source, choose_sources


class Choice(Record):
    """The sources of one crawl."""

    sources: tuple[Source, ...]
    remarks: tuple[str, ...] = ()
    """What the user should know of the choice, a line each."""


def choose_for_crawl(sources: Sequence[Source], names: Sequence[str], *, database: Path, now: float,
                     shared_frontier: str | None = None, given: Sequence[str] = ()) -> Choice:
    """The named sources, due or not; without names all that are due and have the key that they want.

    Args:
        database: where the rounds so far are on record, if it exists.
        now: seconds since 1970.
        shared_frontier: the address of the frontier where they are on record instead.
        given: the words after ``softintel crawl`` that said which sources are known, for a command that remarks give.

    Raises:
        UsersMistake: there is no such source, or a named one wants a key and none is set; the database cannot be read.
    """
    chosen = choose_sources(sources, names)
    keyless = [source for source in chosen if lacks_key(source)]
    if names and keyless:
        raise UsersMistake(f"{keyless[0].name}: {keyless[0].publisher} wants a key: set {keyless[0].key_variable} to yours")
    remarks = [f"{source.name}: left out, since {source.key_variable} is not set" for source in keyless]
    due = due_times(database, chosen, now=now, shared_frontier=shared_frontier)
    if names:
        remarks += [f"{source.name}: not due until {_minute(due[source.name])}; crawled now since it is named"
                    for source in chosen if due[source.name] > now]
        return Choice(sources=chosen, remarks=tuple(remarks))
    able = [source for source in chosen if source not in keyless]
    resting = [source for source in able if due[source.name] > now]
    if resting:
        soonest = min(resting, key=lambda source: due[source.name])
        remarks.append(f"{len(resting)} of {len(able)} sources are not due yet; the next is {soonest.name}, at "
                       f"{_minute(due[soonest.name])}; name a source to crawl it now: "
                       f"{shlex.join(['softintel', 'crawl', *given, soonest.name])}")
    return Choice(sources=tuple(source for source in able if source not in resting), remarks=tuple(remarks))


def choose_to_retry(sources: Sequence[Source], names: Sequence[str], *, database: Path,
                    shared_frontier: str | None = None) -> Choice:
    """Those of the named sources, or of all, that have pages which failed and the key that they want.

    Args:
        shared_frontier: the address of the frontier where they are on record instead of ``database``.

    Raises:
        UsersMistake: there is no such source, a named one wants a key and none is set, or there is no database.
    """
    asked = choose_sources(sources, names)
    unlisted: tuple[str, ...] = ()
    if shared_frontier:
        with open_frontier(database, shared=shared_frontier, worker=f"{os.getpid()}") as frontier:
            failed = {source.name: frontier.count_failed(source.name) for source in asked}
    elif not database.is_file():
        raise UsersMistake(f"{database}: no such database; nothing was crawled that could be asked for again")
    else:
        with Store(database, read_only=True) as store:
            failed = {source.name: store.count_failed(source.name) for source in asked}
            unlisted = () if names else tuple(name for name in unlisted_sources(store, sources) if store.count_failed(name))
    chosen = tuple(source for source in asked if failed[source.name])
    keyless = [source for source in chosen if lacks_key(source)]
    if names and keyless:
        raise UsersMistake(f"{keyless[0].name}: {keyless[0].publisher} wants a key: set {keyless[0].key_variable} to yours")
    remarks = [f"{name}: no page has failed" for name in names if not failed[name]]
    remarks += [f"{source.name}: left out, since {source.key_variable} is not set" for source in keyless]
    remarks += [remark_on_unlisted(unlisted)] if unlisted else []
    return Choice(sources=tuple(source for source in chosen if source not in keyless),
                  remarks=tuple(remarks or ([] if chosen else ["no page has failed"])))


def unlisted_sources(store: Store, known: Sequence[Source]) -> tuple[str, ...]:
    """Names of sources that were crawled before and are not among those known now: they stand in another file."""
    names = {source.name for source in known}
    return tuple(last.source for last in store.last_rounds() if last.source not in names)


def remark_on_unlisted(names: Sequence[str]) -> str:
    """What to do about pages of sources that stand in another file."""
    told = "this source is" if len(names) == 1 else "these sources are"
    return (f"pages of {', '.join(names)} are left out: {told} not in the list that was taken; give the file that has them with "
            "--sources, or none for the packaged ones")


def due_times(database: Path, sources: Sequence[Source], *, now: float, shared_frontier: str | None = None) -> dict[str, float]:
    """When each source's next round is due, in seconds since 1970; 0 where none has been finished."""
    if not shared_frontier and not database.exists():
        return dict.fromkeys((source.name for source in sources), 0.0)
    with open_frontier(database, shared=shared_frontier, worker=f"{os.getpid()}") as frontier:
        return {source.name: due_at(source, frontier.last_round(source.name), now=now) for source in sources}


def _minute(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
