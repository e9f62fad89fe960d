"""``/api/documents/{id}``: the documents that evidence is quoted from."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path

from api.answers import DocumentAnswer, VersionAnswer, VersionRow
from api.library import OpenStore
from api.problems import NotFound, responses
from api.surroundings import excerpts
from corpora.licences import allows_full_text

router = APIRouter(tags=["documents"])


# Before the document itself, whose id may hold slashes.
@router.get("/api/documents/{document_id:path}/versions/{number}", responses=responses(404, 422, 503))
def get_version(store: OpenStore, document_id: str, number: Annotated[int, Path(ge=1, le=1_000_000)]) -> VersionAnswer:
    """What was changed when this version of a document was replaced: lines added and removed, and how, where its licence allows."""
    document = store.document(document_id)
    diff = store.version_diff(document_id, number)
    if document is None or diff is None:
        raise NotFound(f"There is no version {number} of a document {document_id!r}; the document itself lists its versions")
    return VersionAnswer(document_id=document.id, title=document.title, version=store.versions(document_id)[number - 1],
                         diff=diff if allows_full_text(document.licence) else None)


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
        text=document.text if is_open else None, excerpts=excerpts(document, evidence),
        versions=tuple(VersionRow(version=version, diff=f"/api/documents/{quote(document.id)}/versions/{version.number}")
                       for version in store.versions(document.id)))
