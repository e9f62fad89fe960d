"""Checks of the installation and of a store, for ``softintel doctor``."""

from __future__ import annotations

import datetime
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import numpy as np
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidGraph, InvalidProtobuf, NoSuchFile

from api.printing import one_line
from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.register_changes import register_changes
from corpora.store import Store
from crawl.safety import dangers, safeguards
from nlp.embed import DIMENSIONS, Embedder
from nlp.kinds import kinds
from nlp.pipeline import READER_VERSION

OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 13)
REINSTALL = "install softintel again"
MOST_CHANGES_TOLD = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    verdict: Literal["ok", "note", "problem"]
    what: str
    detail: str


def check_installation() -> Iterator[Finding]:
    """Python, spaCy, the register, what keeps crawls safe, the packaged model, the optional models."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield (Finding("ok", "Python", python) if OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON
           else Finding("problem", "Python", f"{python}; softintel needs 3.11 to 3.13: make the environment with one of these"))
    yield Finding("ok", "SQLite", sqlite3.sqlite_version)
    from nlp.components import create_language  # only here: spaCy takes seconds to import, and reading does without it

    language = create_language()
    yield Finding("ok", "spaCy", f"{version('spacy')}, components {', '.join(language.pipe_names)}")
    names = ", ".join(kind.name for kind in kinds())
    yield Finding("ok", "Evidence kinds", names) if names else Finding("problem", "Evidence kinds", f"none found; {REINSTALL}")
    yield Finding("ok", "Register", f"{len(Register.load().by_code)} organisations")
    yield check_crawling()
    yield _check_model()
    yield _check_extra()


def check_store(database: Path) -> Iterator[Finding]:
    """The file, its indexes, its quotes, and what is still to be read. Stops at what makes further checks useless."""
    try:
        store = Store(database, read_only=True)
    except UsersMistake as error:
        yield Finding("problem", "Store", str(error))
        return
    with store:
        try:
            yield Finding("ok", "Store", f"{database} opens, its schema is this version's")
            yield from _check_file(store)
            yield _check_quotes(store)
            yield _check_unread(store)
            yield from _check_register(store)
            yield from _check_sources(store)
            yield _check_issues(store)
        except sqlite3.DatabaseError as error:
            yield Finding("problem", "Store", f"{database}: cannot be read through ({error}); restore it from a copy, or delete it "
                                              "and gather again")
            return
    yield _check_words(database)


def check_crawling() -> Finding:
    """Whether the settings that keep a crawl safe and polite are as they were made."""
    found = dangers()
    return (Finding("problem", "Crawling", f"{'; '.join(found)}; {REINSTALL}") if found
            else Finding("ok", "Crawling", safeguards()))


def _check_model() -> Finding:
    what = "Embedding model"
    try:
        embedder = Embedder.load()
    except (Fail, InvalidGraph, InvalidProtobuf, NoSuchFile, OSError) as error:
        return Finding("problem", what, f"packaged, but does not open ({str(error).splitlines()[0]}); {REINSTALL}")
    if embedder is None:
        return Finding("problem", what, f"not in the package, so that search is by words only; {REINSTALL}, or run `make model`")
    near, same, far = embedder.embed(["The trust entered special measures.", "The hospital was put into special measures.",
                                      "A recipe for apple cake."])
    if near.shape != (DIMENSIONS,) or not np.dot(near, same) > np.dot(near, far):
        return Finding("problem", what, f"opens, but its numbers make no sense; {REINSTALL}")
    return Finding("ok", what, f"embeds, {DIMENSIONS} dimensions")


def _check_extra() -> Finding:
    what = "Extra `models`"
    try:
        found = f"sentence-transformers {version('sentence-transformers')}, torch {version('torch')}"
    except PackageNotFoundError as error:
        return Finding("note", what, f"{error.name} is not installed; needed only to train and export models")
    return Finding("ok", what, found)


def _check_file(store: Store) -> Iterator[Finding]:
    damage = store.damage()
    yield (Finding("problem", "Database file", f"damaged: {damage[0]}; restore it from a copy") if damage
           else Finding("ok", "Database file", "whole"))
    missing = store.unindexed_passages()
    yield (Finding("problem", "Passages", f"{missing} differ from the index of words; restore the database from a copy")
           if missing else Finding("ok", "Passages", "all are in the index of words"))


def _check_quotes(store: Store) -> Finding:
    wrong = store.misquoted_evidence()
    if wrong:
        return Finding("problem", "Quotes", f"{len(wrong)} differ from their documents, the first {wrong[0]}; "
                                            "add those documents again, then run `softintel read`")
    return Finding("ok", "Quotes", f"all {sum(store.count_evidence().values())} are what their documents say")


def _check_unread(store: Store) -> Finding:
    documents, unread = store.count_documents(), store.count_unread(READER_VERSION)
    if not documents:
        return Finding("note", "Documents", "none yet; add some with `softintel add` or `softintel crawl`")
    if unread:
        return Finding("note", "Documents", f"{unread} of {documents} not read by this version; run `softintel read`")
    return Finding("ok", "Documents", f"all {documents} read by this version")


def _check_register(store: Store) -> Iterator[Finding]:
    what = "Register of today"
    entries = store.register_entries()
    if not entries:
        yield Finding("ok", what, "not gathered, and nothing to compare the packaged one with; `softintel crawl ods-organisations`")
        return
    changes = register_changes(Register.load(), entries)
    if not changes:
        yield Finding("ok", what, f"{len(entries)} organisations gathered, and the packaged register says the same of them")
        return
    count = Counter(change.kind for change in changes)
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(count.items()))
    yield Finding("note", what, f"differs from the packaged register: {told}; a newer softintel may know them")
    for change in changes[:MOST_CHANGES_TOLD]:
        yield Finding("note", what, f"{change.code} {change.kind}: {one_line(change.detail)}")
    if len(changes) > MOST_CHANGES_TOLD:
        yield Finding("note", what, f"and {len(changes) - MOST_CHANGES_TOLD} more")


def _check_sources(store: Store) -> Iterator[Finding]:
    """How each source's newest round went: a line each."""
    for last in store.last_rounds():
        what = f"Source {last.source}"
        failed = f", {last.failed:,} failed" if last.failed else ""
        counts = f"{last.fetched:,} pages, {last.new:,} documents new, {last.changed:,} changed{failed}"
        began = datetime.datetime.fromtimestamp(last.started_at, datetime.UTC).date().isoformat()
        if last.finished_at is None:
            yield Finding("note", what, f"round of {began} is not finished: {counts}; "
                                        f"`softintel crawl {last.source}` goes on with it")
        elif not last.whole:
            yield Finding("note", what, f"round of {began} lacks start pages: {counts}; `softintel doctor --issues` tells why")
        elif last.alarm:
            yield Finding("note", what, f"{last.alarm} (round of {began}: {counts}); see whether its site has changed")
        elif last.failed:
            yield Finding("note", what, f"{last.failed:,} {'page' if last.failed == 1 else 'pages'} failed (round of {began}: "
                                        f"{counts}); `softintel doctor --issues` tells why")
        else:
            yield Finding("ok", what, f"round of {began}: {counts}")


def _check_issues(store: Store) -> Finding:
    issues = store.issues()
    if not issues:
        return Finding("ok", "Issues", "nothing failed")
    latest = f"{issues[-1].where}: {issues[-1].reason}"
    return Finding("note", "Issues",
                   f"{len(issues):,} {'input' if len(issues) == 1 else 'inputs'} could not be handled; the latest: "
                   f"{one_line(latest)} (`softintel doctor --issues` lists them)")


def _check_words(database: Path) -> Finding:
    try:
        with Store(database) as store:
            store.check_word_index()
    except sqlite3.OperationalError as error:
        return Finding("note", "Index of words", f"not checked from inside: {error}")
    except sqlite3.DatabaseError as error:
        return Finding("problem", "Index of words", f"damaged: {error}; restore the database from a copy")
    except UsersMistake as error:
        return Finding("note", "Index of words", f"not checked from inside: {error}")
    return Finding("ok", "Index of words", "sound")
