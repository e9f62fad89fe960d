"""The documents that the judged queries are asked of: the sample, the gold documents of ``dev.jsonl`` and a fixed list of others.

Texts of the sample are our own words on real facts. EVERYTHING THAT THE GOLD DOCUMENTS SAY OF REAL ORGANISATIONS IS INVENTED.

What the reader made of them (whom they name, what they claim) is kept in ``readings.csv``, for two reasons: filling a store
takes seconds and not minutes, and a filtered query asks the same of every version of softintel, whatever its reader finds.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from corpora.sample import read_sample
from corpora.schema import Document, Evidence, Mention, Passage, PublicationDate, Reading, identifier
from corpora.store import Store
from corpora.text.jsonl import read_json_line
from nlp.embed import Embedder, to_bytes
from nlp.passages import passages_of_text
from nlp.pipeline import Pipeline

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"
READINGS = HERE / "readings.csv"
COLUMNS = ("document", "kind", "subtype", "org", "value", "status", "start", "end")
"""Of ``readings.csv``. A row without a kind says only that these characters name the organisation."""


def read_collection() -> list[Document]:
    """All documents of the collection, in a fixed order: the sample, ``dev.jsonl``, those listed in ``documents.txt``."""
    listed: dict[str, list[str]] = {}
    for line in (HERE / "documents.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            file, identity = line.split()
            listed.setdefault(file, []).append(identity)
    documents = [*_sample(), *_gold(GOLD / "dev.jsonl")]
    for file, identities in listed.items():
        held = {document.id: document for document in _gold(GOLD / "train" / f"{file}.jsonl")}
        documents += [held[identity] for identity in identities]
    return documents


def fill_store(path: Path, embedder: Embedder) -> None:
    """Write a store of the collection, with the vectors that this embedder gives its passages now."""
    documents = read_collection()
    readings = list(_kept_readings(documents))
    vectors = iter(embedder.embed([document.text[passage.start:passage.end] for document, reading in
                                   zip(documents, readings, strict=True) for passage in reading.passages]))
    with Store(path) as store, store.atomic():
        for document, reading in zip(documents, readings, strict=True):
            store.add_document(document)
            store.save_reading(reading.model_copy(update={"passages": tuple(
                passage.model_copy(update={"vector": to_bytes(next(vectors))}) for passage in reading.passages)}))


def read_again(pipeline: Pipeline) -> None:
    """Write ``readings.csv`` anew, by the whole reader."""
    with READINGS.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        for document in read_collection():
            reading = pipeline.read(document)
            rows.writerows([document.id, None, None, name.code, None, None, name.start, name.end] for name in reading.mentions)
            rows.writerows(dict.fromkeys((document.id, one.kind, one.subtype, one.org, one.value, one.status, one.start, one.end)
                                         for one in reading.evidence))


def _kept_readings(documents: list[Document]) -> Iterator[Reading]:
    with READINGS.open(encoding="utf-8", newline="") as file:
        rows = {name: list(kept) for name, kept in groupby(csv.DictReader(file), key=lambda row: row["document"])}
    for document in documents:
        kept = rows.get(document.id, [])
        mentions = tuple(Mention(code=row["org"], text=document.text[int(row["start"]):int(row["end"])],
                                 start=int(row["start"]), end=int(row["end"])) for row in kept if not row["kind"])
        evidence = tuple(_evidence(document, row) for row in kept if row["kind"])
        yield Reading(document_id=document.id, reader="kept", mentions=mentions, evidence=evidence,
                      passages=tuple(_passages(document, mentions, evidence)))


def _evidence(document: Document, row: dict[str, str]) -> Evidence:
    start, end = int(row["start"]), int(row["end"])
    value = int(row["value"]) if row["value"].isdecimal() else row["value"] or None
    org = row["org"] or None
    return Evidence.model_validate({
        "id": identifier(*row.values()), "document_id": document.id, "kind": row["kind"], "subtype": row["subtype"], "org": org,
        "value": value, "status": row["status"], "quote": document.text[start:end], "start": start, "end": end,
        "confidence": 1.0, "rule": "kept"})


def _passages(document: Document, mentions: tuple[Mention, ...], evidence: tuple[Evidence, ...]) -> Iterator[Passage]:
    for passage in passages_of_text(document.text):
        named = [mention.code for mention in mentions if mention.start < passage.end and passage.start < mention.end]
        claimed = [one.org for one in evidence if one.org and one.start < passage.end and passage.start < one.end]
        yield passage.model_copy(update={"orgs": tuple(dict.fromkeys([*named, *claimed]))})


def _sample() -> list[Document]:
    return [Document(id=f"sample-{text.id}", text=text.text, title=text.title, url=text.url, publisher=text.publisher,
                     doc_type=text.doc_type, licence=text.licence, source="sample",
                     published=PublicationDate(date=text.published, method="given", reliability=1.0)) for text in read_sample()]


def _gold(path: Path) -> list[Document]:
    return [read_json_line(line, where=path.name) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
