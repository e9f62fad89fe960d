"""``/evidence/{id}``: a quote in its surroundings, and how to cite it; ``/evidence/{id}/explanation``: why it is filed so."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.library import OpenStore, TheLibrary
from api.problems import NotFound
from api.register import register
from api.surroundings import surroundings
from api.templating import render

router = APIRouter()

VERSIONS = 10
GONE = ("There is no such piece of evidence. It may have been replaced when its document was read again; "
        "the page of the trust lists what is known now")


@router.get("/evidence/{evidence_id}")
def evidence(store: OpenStore, evidence_id: str) -> Response:
    """One piece of evidence."""
    cited = store.evidence_by_id(evidence_id)
    document = store.document(cited.evidence.document_id) if cited else None
    if cited is None or document is None:
        raise NotFound(GONE)
    return render("evidence.html", cited=cited, document=document, around=surroundings(document, cited.evidence),
                  versions=store.versions(document.id)[-VERSIONS:],
                  organisation=register().by_code.get(cited.evidence.org or ""))


@router.get("/evidence/{evidence_id}/explanation")
def explanation(library: TheLibrary, store: OpenStore, evidence_id: str) -> Response:
    """Why one piece of evidence is filed as it is, step by step."""
    answer = library.explain(store, evidence_id)
    if answer is None:
        raise NotFound(GONE)
    evidence = answer.explanation.evidence
    return render("explanation.html", evidence=evidence, citation=answer.citation, steps=answer.in_words,
                  organisation=register().by_code.get(evidence.org or ""))
