"""Reading what is new: documents from the store to evidence, passages and events in it."""

from __future__ import annotations

from tqdm import tqdm

from corpora.store import Store
from nlp.events import group_events
from nlp.pipeline import Pipeline


def read_new_documents(store: Store, pipeline: Pipeline, *, progress: bool = False) -> int:
    """Read every document that this reader version has not read, each in a transaction of its own, then group events.

    Killed at any point it can simply be run again. A document that is replaced while it is read is read once more.

    Returns:
        How many documents were read.
    """
    read = 0
    with tqdm(total=store.count_unread(pipeline.version), unit="document", desc="Reading", disable=not progress) as bar:
        while documents := store.unread_documents(pipeline.version):
            for document in documents:
                read += store.save_reading(pipeline.read(document), of=document)
                bar.update()
    store.replace_events(group_events(store.dated_evidence()))
    return read
