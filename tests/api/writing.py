"""Small stores for tests. EVERYTHING SAID HERE ABOUT REAL ORGANISATIONS IS INVENTED."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.schema import Document, Evidence, Page, Passage, PublicationDate, Reading, Segment
from corpora.store import Store
from nlp.embed import Embedder, to_bytes
from nlp.events import group_events


@dataclass(frozen=True)
class Told:
    """One claim to be told in a document."""

    quote: str
    kind: str
    subtype: str
    org: str | None = "RX1"
    value: int | str | None = None
    status: str = "current"
    date: str | None = None
    rule: str = "by_hand"


def write(store: Store, document_id: str, *told: Told, text: str | None = None, published: str | None = "2021-09-15",
          reliability: float = 0.95, embedder: Embedder | None = None, **fields: object) -> None:
    """Store an invented document of these quotes, one a paragraph and passage, as if it had been read."""
    text = text if text is not None else "\n\n".join(one.quote for one in told)
    document = Document.model_validate({
        "id": document_id, "text": text, "title": f"Invented story {document_id}", "publisher": "The Invented Gazette",
        "url": f"https://news.example.org/{document_id}", "doc_type": "news",
        "published": PublicationDate(date=published, method="given", reliability=reliability) if published else None, **fields})
    store.add_document(document)
    evidence = []
    for one in told:
        start = text.index(one.quote)
        evidence.append(Evidence.model_validate({
            "id": Evidence.make_id(document_id, one.kind, one.subtype, one.org, None, one.value, one.status),
            "document_id": document_id, "kind": one.kind, "subtype": one.subtype, "org": one.org, "value": one.value,
            "status": one.status, "date": one.date, "quote": one.quote, "start": start, "end": start + len(one.quote),
            "confidence": 0.8, "rule": one.rule}))
    store.save_reading(Reading(document_id=document_id, reader="by-hand-1", evidence=tuple(evidence),
                               passages=_passages(text, evidence, embedder)))


def group(store: Store) -> Store:
    """Group the evidence into events, as ``softintel read`` does at its end."""
    store.replace_events(group_events(store.dated_evidence()))
    return store


def segment(org: str = "RX1", value: int | None = 3, period: str = "Q1 2025/26", valid_from: str = "2025-04-01",
            **fields: object) -> Segment:
    """An invented published segment."""
    return Segment.model_validate({"org": org, "framework": "NOF 2025/26", "segment": value, "period": period,
                                   "valid_from": valid_from, "source": "https://www.example.org/segments.csv", **fields})


def fill(database: Path, *, embedder: Embedder | None = None) -> None:
    """A small store with something of everything."""
    with Store(database) as store:
        write(store, "news-1", Told("The trust has been placed in the Recovery Support Programme.", "intervention",
                                    "recovery_support_programme", date="2021-09-14"),
              Told("It moved from segment 3 last year.", "segment", "sof", value=3, status="ended"),
              Told("It is now in segment 4 of the oversight framework.", "segment", "sof", value=4),
              Told("Waits in the emergency department have grown.", "concern", "operational_performance"), embedder=embedder)
        write(store, "news-2", Told("Inspectors rated maternity services inadequate at Nottingham.", "rating", "maternity",
                                    value="inadequate"),
              Told("The trust denied that it faces special measures.", "intervention", "special_measures", status="negated"),
              published="2022-03-04", reliability=0.4, embedder=embedder)
        write(store, "board-1", Told("Two never events were reported, both wrong side blocks.", "never_event",
                                     "wrong_site_surgery", value=2),
              Told("A leadership review is planned for June.", "intervention", "deep_dive_review", status="planned"),
              published="2023-05-25", doc_type="board_paper", publisher="Nottingham University Hospitals NHS Trust",
              url="https://www.example.org/papers/may.pdf", licence="OGL-3.0",
              pages=(Page(number=1, start=0, end=20), Page(number=2, start=20, end=100)), embedder=embedder)
        write(store, "other-1", Told("Frimley was fined £800,000 after a conviction.", "intervention", "prosecution", org="RDU",
                                     value=800_000), Told("There are 60 acute trusts in segment 3.", "segment_count", "nof",
                                                          org=None, value="60:3:acute"), published=None, embedder=embedder)
        store.add_segment(segment(score=2.31, rank=85, league_table="Acute", in_deficit=True, published_on="2025-09-09"))
        store.add_segment(segment(value=4, period="Q2 2025/26", valid_from="2025-07-01", score=2.6, rank=101,
                                  league_table="Acute", in_deficit=True, financial_override=True, published_on="2025-12-12"))
        store.add_segment(segment("RDU", 2))
        group(store)


def _passages(text: str, evidence: list[Evidence], embedder: Embedder | None) -> tuple[Passage, ...]:
    passages = []
    place = 0
    for paragraph in text.split("\n\n"):
        end = place + len(paragraph)
        orgs = tuple(sorted({one.org for one in evidence if one.org and place <= one.start < end}))
        vector = to_bytes(np.asarray(embedder.embed([paragraph])[0])) if embedder else None
        passages.append(Passage(start=place, end=end, orgs=orgs, vector=vector))
        place = end + 2
    return tuple(passages)
