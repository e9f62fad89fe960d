"""Small stores for the join. EVERYTHING SAID HERE ABOUT REAL ORGANISATIONS IS INVENTED, as are all of their segments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from api.joining.joined import Joined, join
from api.joining.records import Finding
from corpora.schema import Document, Evidence, Mention, PublicationDate, Reading, Segment
from corpora.store import Store
from nlp.events import group_events
from tests.api.writing import Told

TODAY = "2026-11-22"
_NUMBERS = count(1)

ACUTE = ("RX1", "RAJ", "RXW", "RVV", "RR8", "RM3", "RWE", "RTH", "RGT", "RCX", "RWD", "R1H", "RJ7", "RRK", "RF4", "RAE", "RXL", "RTE",
         "RXK", "RTX")
"""Codes of real trusts, for invented tables."""


def tell(store: Store, *told: Told, published: str = "2026-06-15", names: Sequence[str] = (), reliability: float = 0.95,
         confidence: float = 0.8, met_on: str | None = None) -> str:
    """Store an invented document of these claims that names these organisations, and those of the claims; says its id."""
    document_id = f"told-{next(_NUMBERS):04}"
    text = "\n\n".join(f"{place}. {one.quote}" for place, one in enumerate(told)) or "Nothing of note."
    store.add_document(Document(id=document_id, text=text, title=f"Invented {document_id}", publisher="The Invented Gazette",
                                url=f"https://news.example.org/{document_id}", doc_type="board_paper" if met_on else "news", met_on=met_on,
                                published=PublicationDate(date=published, method="given", reliability=reliability)))
    evidence = []
    for place, one in enumerate(told):
        start = text.index(f"{place}. {one.quote}") + len(f"{place}. ")
        evidence.append(Evidence.model_validate({
            "id": Evidence.make_id(document_id, one.kind, one.subtype, one.org, None, one.value, one.status),
            "document_id": document_id, "kind": one.kind, "subtype": one.subtype, "org": one.org, "value": one.value,
            "status": one.status, "date": one.date, "quote": one.quote, "start": start, "end": start + len(one.quote),
            "confidence": confidence, "rule": one.rule}))
    codes = dict.fromkeys([*names, *(one.org for one in told if one.org)])
    store.save_reading(Reading(
        document_id=document_id, reader="by-hand-1", evidence=tuple(evidence),
        mentions=tuple(Mention(code=code, text="x", start=place, end=place + 1) for place, code in enumerate(codes))))
    return document_id


def official(store: Store, org: str, segment: int | None, period: str = "Q4 2025/26", **fields: object) -> None:
    """Store an invented published segment."""
    first = last = None
    if period.startswith("Q"):
        quarter, year = int(period[1]), int(period[3:7])
        first = f"{year + (quarter == 4)}-{('04', '07', '10', '01')[quarter - 1]}-01"
        last = f"{year + (quarter == 4)}-{('06-30', '09-30', '12-31', '03-31')[quarter - 1]}"
    store.add_segment(Segment.model_validate({
        "org": org, "framework": "NOF 2025/26", "segment": segment, "period": period, "valid_from": first, "valid_to": last,
        "published_on": "2026-06-10", "league_table": "acute", "source": "https://www.example.org/invented.csv", **fields}))


def joined(store: Store, *, as_of: str = TODAY) -> Joined:
    """The join of a store whose events are grouped first."""
    store.replace_events(group_events(store.dated_evidence()))
    return join(store, as_of=as_of)


def findings(store: Store, org: str = "RX1", *, as_of: str = TODAY) -> tuple[Finding, ...]:
    """What is found on one organisation."""
    return joined(store, as_of=as_of).findings.get(org, ())
