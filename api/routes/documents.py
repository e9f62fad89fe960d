"""``/api/documents/{id}``: the documents that evidence is quoted from."""

from __future__ import annotations

from fastapi import APIRouter

from api.answers import DocumentAnswer
from api.library import OpenStore
from api.problems import NotFound, responses
from api.surroundings import excerpts
from corpora.licences import allows_full_text

router = APIRouter(tags=["documents"])


@router.get("/api/documents/{document_id:path}", responses=responses(404, 503))
def get_document(store: OpenStore, document_id: str) -> DocumentAnswer:
    """A document: its text where the licence allows it to be passed on, else what stands around the quotes from it."""
    document = store.document(document_id)
    if document is None:
        raise NotFound(f"There is no document {document_id!r}")
    is_open = allows_full_text(document.licence)
    evidence = [cited.evidence for cited in store.evidence(document_id=document.id, limit=-1)]
    return DocumentAnswer(
        id=document.id, title=document.title, url=document.url, publisher=document.publisher, doc_type=document.doc_type,
        published=document.published, licence=document.licence, source=document.source, characters=len(document.text),
        text=document.text if is_open else None, excerpts=excerpts(document, evidence))
