"""That documents wait to be read: until they are, silence about a trust says even less than it does."""

from __future__ import annotations

from corpora.store import Store
from nlp.pipeline import READER_VERSION


def still_to_be_read(store: Store) -> str | None:
    """How many documents this version has not read, and what that means for an answer; None where all are read."""
    unread = store.count_unread(READER_VERSION)
    if not unread:
        return None
    return (f"{unread:,} {'document has' if unread == 1 else 'documents have'} not been read by this version, and what stands in "
            f"{'it' if unread == 1 else 'them'} may be missing here; run `softintel read`")
