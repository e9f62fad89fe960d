"""Reading what is new: documents from the store to evidence, passages and events in it."""

from __future__ import annotations

from dataclasses import dataclass

from tqdm import tqdm

from corpora.schema import Issue
from corpora.store import Store
from nlp.copies import METHOD, are_copies, fingerprint
from nlp.events import group_events
from nlp.pipeline import Pipeline

STUMBLES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a defect of ours, met in one hostile or odd document, may raise: that document is put aside, the others are read."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """How a run of reading went."""

    read: int
    issues: tuple[Issue, ...] = ()
    """One for each document that could not be read and was put aside, to be tried again at the next run."""

    @property
    def put_aside(self) -> int:
        """How many documents could not be read."""
        return len(self.issues)


def read_new_documents(store: Store, pipeline: Pipeline, *, progress: bool = False) -> ReadReport:
    """Read every document that this reader version has not read, each in a transaction of its own; find copies, group events.

    Killed at any point it can simply be run again. A document that is replaced while it is read is read once more.
    """
    read, put_aside = 0, dict[str, Issue]()
    with tqdm(total=store.count_unread(pipeline.version), unit="document", desc="Reading", disable=not progress) as bar:
        while documents := store.unread_documents(pipeline.version, leaving_out=frozenset(put_aside)):
            for document in documents:
                place = document.url or document.id
                try:
                    read += store.save_reading(pipeline.read(document), of=document)
                    store.replace_issues("read", place)
                except STUMBLES as error:
                    put_aside[document.id] = Issue(
                        stage="read", where=place, reason=f"could not be read ({type(error).__name__}: {error}); please report it")
                    store.replace_issues("read", place, [put_aside[document.id]])
                bar.update()
    find_copies(store)
    store.mark_copies()
    store.replace_events(group_events(store.dated_evidence(), store.clusters(), store.text_around))
    return ReadReport(read, tuple(put_aside.values()))


def find_copies(store: Store) -> None:
    """Compare every document whose present text has not been compared with those that may be copies of it."""
    while document_ids := store.unfingerprinted(METHOD):
        for document_id in document_ids:
            with store.atomic():
                _compare(store, document_id)


def _compare(store: Store, document_id: str) -> None:
    document = store.document(document_id)
    if document is None:
        return
    mark = fingerprint(document.text)
    store.add_fingerprint(document_id, method=METHOD, exact=mark.exact, bands=mark.bands)
    for other_id in store.alike(document_id, exact=mark.exact, bands=mark.bands):
        if store.cluster_of(other_id) == store.cluster_of(document_id):
            continue
        other = store.document(other_id)
        if other is not None and are_copies(document, other):
            store.join_copies(document_id, other_id)
