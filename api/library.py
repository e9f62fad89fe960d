"""What the web knows of one database: its store, and what is kept in memory while the database does not change."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request
from pydantic import AfterValidator, StringConstraints
from starlette.concurrency import run_in_threadpool

from api.alerts import evaluate
from api.answers import ExplanationAnswer
from api.explaining import explained
from api.joining.joined import Joined, JoinedToday
from api.problems import AskedTooMuch, BeingWorkedOut, NotFound, StoreUnavailable, UnusableParameter
from api.register import register
from api.remembered import Remembered
from api.vectors import KeptVectors
from corpora.errors import UsersMistake
from corpora.organisations import Organisation
from corpora.schema import Alert
from corpora.store import Store
from corpora.store.budget import TookTooLong
from corpora.store.pool import Held, ReadOnlyStores
from nlp.embed import Embedder
from nlp.kinds import kinds
from nlp.pipeline import Pipeline

QUERY_SECONDS = 10.0
"""How long the questions of one request may take in all, where ``SOFTINTEL_QUERY_SECONDS`` does not say otherwise."""


class Library:
    """One database, for many requests."""

    def __init__(self, database: Path, *, by_meaning: bool = True) -> None:
        self.database = database
        self.stores = ReadOnlyStores(database, seconds=query_seconds())
        self._by_meaning = by_meaning
        self.alerts = Remembered(database, evaluate)
        self.vectors = KeptVectors(database)
        self.joined = JoinedToday(database)
        self._reading = Lock()

    @cached_property
    def embedder(self) -> Embedder | None:
        """The packaged model, opened at the first search."""
        return Embedder.load() if self._by_meaning else None

    def explain(self, store: Store, evidence_id: str) -> ExplanationAnswer | None:
        """Why a piece of evidence is filed as it is; None where there is none of this id. One document is read at a time."""
        cited = store.evidence_by_id(evidence_id)
        document = store.document(cited.evidence.document_id) if cited else None
        if cited is None or document is None:
            return None
        with self._reading:
            return explained(self._pipeline, document, cited, read_by=store.reader_of(document.id))

    @cached_property
    def _pipeline(self) -> Pipeline:
        """The reader, made ready at the first explanation."""
        return Pipeline.load(embed=False)

    @contextmanager
    def open(self) -> Iterator[Store]:
        """The store, read-only and in one state from first question to last.

        Raises:
            StoreUnavailable: the database is missing or cannot be read.
            AskedTooMuch: the questions took longer than the library allows.
        """
        with self.lend(self.take()) as store:
            yield store

    @contextmanager
    def lend(self, held: Held) -> Iterator[Store]:
        """As ``open``, for a store that was taken before.

        Raises:
            AskedTooMuch: the questions took longer than the library allows.
        """
        try:
            with self.stores.lend(held) as store:
                yield store
        except TookTooLong as error:
            raise AskedTooMuch(f"This {error}") from error

    def take(self) -> Held:
        """A store to lend.

        Raises:
            StoreUnavailable: the database is missing or cannot be read.
        """
        try:
            return self.stores.take()
        except UsersMistake as error:
            raise StoreUnavailable(str(error)) from error

    def all_alerts(self, store: Store) -> list[Alert]:
        """The alerts, newest event first.

        Raises:
            BeingWorkedOut: of a large database, which nobody waits for.
        """
        alerts = self.alerts.at_hand(store)
        if alerts is None:
            raise BeingWorkedOut
        return alerts

    def all_joined(self, store: Store) -> Joined:
        """The join of all organisations.

        Raises:
            BeingWorkedOut: of a large database, which nobody waits for.
        """
        joined = self.joined.at_hand(store)
        if joined is None:
            raise BeingWorkedOut
        return joined

    def stop(self) -> None:
        """Let nobody wait any longer for what is worked out from the whole database: the server is being stopped."""
        self.alerts.stop()
        self.joined.stop()

    def begin(self) -> None:
        """Have worked out, beside all else, what the first pages will ask for."""
        self.alerts.begin()
        self.joined.begin()

    def close(self) -> None:
        """Let go of the database."""
        self.alerts.close()
        self.vectors.close()
        self.joined.close()
        self.stores.close()


def query_seconds() -> float:
    """The time budget of a request's questions, in seconds.

    Raises:
        UsersMistake: ``SOFTINTEL_QUERY_SECONDS`` is no number above 0.
    """
    given = os.environ.get("SOFTINTEL_QUERY_SECONDS", "").strip()
    try:
        seconds = float(given or QUERY_SECONDS)
    except ValueError:
        seconds = 0.0
    if not seconds > 0:
        raise UsersMistake(f"SOFTINTEL_QUERY_SECONDS={given}: not a number of seconds above 0, such as 10")
    return seconds


async def the_library(request: Request) -> Library:
    """The library of the running application. (Not in a thread: nothing here waits.)"""
    library = request.app.state.library
    assert isinstance(library, Library)
    return library


TheLibrary = Annotated[Library, Depends(the_library)]


async def open_store(library: TheLibrary) -> AsyncIterator[Store]:
    """A read-only store for one request. Only opening a new one waits, and only that is done in a thread."""
    held = library.stores.take_idle()
    if held is None:
        held = await run_in_threadpool(library.take)
    with library.lend(held) as store:
        yield store


OpenStore = Annotated[Store, Depends(open_store)]


def known_kinds() -> tuple[str, ...]:
    """The evidence kinds that can be read."""
    return tuple(kind.name for kind in kinds())


def known_kind(store: Store, kind: str | None) -> str | None:
    """The kind as given: one that can be read, or that an older version has left in the store.

    Raises:
        UnusableParameter: there is no such kind of evidence.
    """
    if kind is not None and kind not in known_kinds() and not store.evidence(kind=kind, limit=1):
        raise UnusableParameter(f"kind: {kind!r} is no kind of evidence; the kinds are {', '.join(known_kinds())}")
    return kind


def known_organisation(code: str) -> Organisation:
    """The organisation at an address.

    Raises:
        NotFound: no trust or ICB has this code.
    """
    try:
        return register().organisation(code)
    except UsersMistake as error:
        raise NotFound(str(error)) from error


def _known_code(code: str) -> str:
    try:
        return register().organisation(code).code
    except UsersMistake as error:
        raise ValueError(str(error)) from error


KnownCode = Annotated[str, AfterValidator(_known_code)]
"""The ODS code of an organisation in the register, in capitals or not."""

Cursor = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
