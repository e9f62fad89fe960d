"""``/documents/{id}``: a document's text, opened at a sentence, where its licence lets it be shown; else around a quote."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.library import OpenStore
from api.links import document_address, sentence_link
from api.parts import Part, opened_at
from api.problems import NotFound
from api.surroundings import surroundings_at
from api.templating import render
from corpora.licences import allows_full_text
from corpora.schema import Document

router = APIRouter()

GONE = "There is no such document here. It may have been removed since the link was made; search for its words"

Offset = Annotated[int, Query(ge=0, le=10**9)]


@router.get("/documents/{document_id:path}")
def document(store: OpenStore, document_id: str, start: Offset = 0, end: Offset = 0) -> Response:
    """A document at ``text[start:end]``, which is marked and which the fragment ``at`` leads to."""
    found = store.document(document_id)
    if found is None:
        raise NotFound(GONE)
    start = min(start, len(found.text))
    end = min(max(start, end), len(found.text))
    whole = allows_full_text(found.licence)
    opened = opened_at(found, start) if whole else None
    shown = (opened.part.start, max(opened.part.end, end)) if opened else (0, 0)
    if not whole:
        evidence = [cited.evidence for cited in store.evidence(document_id=found.id, limit=-1)] if end > start else []
        shown = around = surroundings_at(found, evidence, start, end) or (start, start)
        start, end = max(start, around[0]), min(end, around[1])
    citation = store.citation(found.id, start)
    sentence = found.text[start:end]
    return render(
        "document.html", document=found, citation=citation, whole=whole, opened=opened,
        before=found.text[shown[0]:start], marked=sentence, after=found.text[max(start, end):shown[1]],
        from_start=shown[0] == 0, to_end=shown[1] == len(found.text),
        source=sentence_link(citation, sentence) if citation else None,
        earlier=_address(found, opened.before) if opened and opened.before else None,
        later=_address(found, opened.after) if opened and opened.after else None)


def _address(found: Document, part: Part) -> str:
    return document_address(found.id, part.start, part.start).partition("&end")[0]
