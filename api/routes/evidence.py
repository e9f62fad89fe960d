"""``/api/evidence``: claims about organisations, each quoted from its source."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.answered import answered
from api.answers import ExplanationAnswer, Listing
from api.former import why_gone
from api.library import KnownCode, OpenStore, TheLibrary, known_kind, known_kinds
from api.listing import Paging, listed
from api.paging import decode_cursor, encode_cursor
from api.problems import responses
from api.register import register
from corpora.schema import CitedEvidence, PartialDate, Slug, Status

router = APIRouter(tags=["evidence"])


class EvidenceFilters(Paging):
    """Which evidence to list."""

    org: Annotated[KnownCode | None, Field(description="About the organisation of this ODS code", examples=["RX1"])] = None
    include_predecessors: Annotated[bool, Field(description="With `org`: also about those it took over from")] = False
    kind: Annotated[Slug | None, Field(description=f"One of {', '.join(known_kinds())}", examples=["intervention"])] = None
    subtype: Annotated[Slug | None, Field(description="As evidence of the kind has it",
                                             examples=["recovery_support_programme"])] = None
    status: Annotated[Status | None, Field(description="Whether it holds, on the date of the document")] = None
    since: Annotated[PartialDate | None, Field(description="Published on or after this date", examples=["2021-09-15"])] = None
    include_copies: Annotated[bool, Field(description="Also what copies of an earlier document only tell again; else those stand "
                                                      "in `also_published_by`")] = False


@router.get("/api/evidence", responses=responses(422, 503))
@listed
def list_evidence(store: OpenStore, filters: Annotated[EvidenceFilters, Query()]) -> Listing[CitedEvidence]:
    """Evidence with the document it is quoted from, newest document first, undated ones last."""
    after = decode_cursor(filters.cursor, parts=2)
    orgs = () if filters.org is None else register().lineage(filters.org) if filters.include_predecessors else (filters.org,)
    found = store.evidence(
        orgs=orgs, kind=known_kind(store, filters.kind), subtype=filters.subtype, status=filters.status, since=filters.since,
        without_copies=not filters.include_copies,
        after=(after[0], after[1]) if after else None, limit=filters.limit + 1)
    page = found[:filters.limit]
    return Listing(items=tuple(page), next_cursor=place_of(page[-1]) if len(found) > len(page) else None)


@router.get("/api/evidence/{evidence_id}", responses=responses(404, 410, 503))
@answered
def get_evidence(store: OpenStore, evidence_id: str) -> CitedEvidence:
    """One piece of evidence with the document it is quoted from."""
    found = store.evidence_by_id(evidence_id)
    if found is None:
        raise why_gone(store, evidence_id)
    return found


@router.get("/api/evidence/{evidence_id}/explanation", responses=responses(404, 410, 503))
def explain_evidence(library: TheLibrary, store: OpenStore, evidence_id: str) -> ExplanationAnswer:
    """Why it is filed as it is: the words that state it, whom they are about and who else was thought of, whether it holds, when.

    Its document is read again by the present version; `explanation.outcome` says whether that still finds the evidence.
    """
    answer = library.explain(store, evidence_id)
    if answer is None:
        raise why_gone(store, evidence_id)
    return answer


def place_of(cited: CitedEvidence) -> str:
    """The cursor that goes on behind this piece of evidence."""
    return encode_cursor(cited.citation.published or "", cited.evidence.id)
