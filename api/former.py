"""Evidence that links still lead to although its document says it no longer: the text was changed since it was filed."""

from __future__ import annotations

from typing import NamedTuple

from api.problems import Gone, NotFound
from corpora.errors import UsersMistake
from corpora.schema import Document
from corpora.store import Store
from corpora.store.versions import Version


class Former(NamedTuple):
    """Where such evidence stood."""

    document: Document
    """As it is now."""
    version: Version
    """The last that said so."""
    is_read: bool
    """Whether the document has been read since it was changed."""


def former(store: Store, evidence_id: str) -> Former | None:
    """Where a piece of evidence stood that is not filed any more; None where none of this id is known to have been."""
    found = store.former_evidence(evidence_id)
    document = store.document(found.document_id) if found else None
    if found is None or document is None:
        return None
    return Former(document, store.versions(document.id)[found.version - 1], store.reader_of(document.id) is not None)


def why_gone(store: Store, evidence_id: str) -> UsersMistake:
    """Why there is no evidence of this id, as the error to raise."""
    found = former(store, evidence_id)
    if found is None:
        return NotFound(f"There is no evidence {evidence_id!r}; it may have been replaced when its document was read again")
    since = "no longer says it" if found.is_read else "has not been read again since"
    return Gone(f"The document that evidence {evidence_id!r} was quoted from was changed on {found.version.replaced_at[:10]} and "
                f"{since}: its id is {found.document.id!r}, and its version {found.version.number} was the last that did")
