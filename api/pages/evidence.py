"""``/evidence/{id}``: a quote in its surroundings, and how to cite it; ``/evidence/{id}/explanation``: why it is filed so."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.alerts.over import lasts, says_over
from api.former import former
from api.library import OpenStore, TheLibrary
from api.problems import NotFound
from api.register import register
from api.surroundings import surroundings
from api.templating import render
from corpora.schema import CitedEvidence
from corpora.store import Store

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
        return _gone(store, evidence_id)
    return render("evidence.html", cited=cited, document=document, around=surroundings(document, cited.evidence),
                  over=_over(store, cited), versions=store.versions(document.id)[-VERSIONS:],
                  organisation=register().by_code.get(cited.evidence.org or ""))


def _gone(store: Store, evidence_id: str) -> Response:
    found = former(store, evidence_id)
    if found is None:
        raise NotFound(GONE)
    return render("former.html", status=410, headers={"Cache-Control": "no-store"}, former=found)


def _over(store: Store, cited: CitedEvidence) -> CitedEvidence | None:
    """What a later document says of its end; None where none does."""
    evidence, told = cited.evidence, cited.citation.published or ""
    if evidence.status != "current" or evidence.org is None or not told or not lasts(evidence.kind, evidence.subtype):
        return None
    found = store.evidence(orgs=(evidence.org,), kind=evidence.kind, subtype=evidence.subtype, status="ended", since=told,
                           without_copies=True)
    return next((one for one in reversed(found) if says_over(
        one.evidence, one.citation.published or "", value=evidence.value, happened=evidence.date or told, told=told)), None)


@router.get("/evidence/{evidence_id}/explanation")
def explanation(library: TheLibrary, store: OpenStore, evidence_id: str) -> Response:
    """Why one piece of evidence is filed as it is, step by step."""
    answer = library.explain(store, evidence_id)
    if answer is None:
        return _gone(store, evidence_id)
    evidence = answer.explanation.evidence
    return render("explanation.html", evidence=evidence, citation=answer.citation, steps=answer.in_words,
                  organisation=register().by_code.get(evidence.org or ""))
