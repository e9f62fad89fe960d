"""The judged set: queries as people type them, and how well each of many passages answers them (``README.md`` says how)."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpora.schema import Document
from corpora.store.scope import SearchScope

HERE = Path(__file__).parent
Half = Literal["tuning", "kept"]
ANSWERS = 2
"""Grade from which a passage counts as an answer: 3 answers, 2 answers in part, 1 is on the topic, 0 is not."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: a passage, however documents are parted into passages at the time."""

    document: str
    start: int
    end: int

    def is_mostly(self, other: Span) -> bool:
        """Whether the two share at least half of the shorter one."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return self.document == other.document and 2 * shared >= min(self.end - self.start, other.end - other.start)


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """One query, with the filters that it is asked with and what its author wants to know."""

    id: str
    query: str
    type: str
    topic: str
    need: str
    scope: SearchScope
    half: Half

    @property
    def length(self) -> str:
        """``short`` (one or two words), ``medium`` or ``long`` (six or more)."""
        words = len(re.findall(r"[^\W_]+", self.query))
        return "short" if words <= 2 else "medium" if words <= 5 else "long"

    @property
    def facets(self) -> tuple[str, str, str]:
        """The groups that it belongs to."""
        return f"type: {self.type}", f"topic: {self.topic}", f"length: {self.length}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one stretch of text is worth to one query."""

    query: str
    grade: int
    span: Span
    hash: str
    """The beginning of the SHA-256 of the text judged."""


def read_queries() -> list[JudgedQuery]:
    """The 60 queries. Of each type half are for tuning and half are kept for the figure that is quoted: by the hash of their ids,
    once and for all."""
    rows = [json.loads(line) for line in (HERE / "queries.jsonl").read_text(encoding="utf-8").splitlines()]
    by_type: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest()):
        by_type.setdefault(row["type"], []).append(row["id"])
    tuning = {identity for identities in by_type.values() for identity in identities[:len(identities) // 2]}
    return [JudgedQuery(
        id=row["id"], query=row["query"], type=row["type"], topic=row["topic"], need=row["need"],
        scope=SearchScope(orgs=(row["org"],) if "org" in row else (), kind=row.get("kind"), since=row.get("since")),
        half="tuning" if row["id"] in tuning else "kept") for row in rows]


def read_judgements() -> list[Judgement]:
    """All judgements."""
    with (HERE / "judgements.csv").open(encoding="utf-8", newline="") as file:
        return [Judgement(query=row["query"], grade=int(row["grade"]), hash=row["hash"],
                          span=Span(row["document"], int(row["start"]), int(row["end"]))) for row in csv.DictReader(file)]


def stale(judgements: Iterable[Judgement], documents: Iterable[Document]) -> list[Judgement]:
    """Judgements of text that is not what it was: it must be read and judged again."""
    texts = {document.id: document.text for document in documents}
    return [one for one in judgements
            if text_hash(texts.get(one.span.document, "")[one.span.start:one.span.end]) != one.hash]


def text_hash(text: str) -> str:
    """The beginning of a text's SHA-256, as kept beside a judgement."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


class Grades:
    """The grades of the passages that a store has now, whatever the passages were when they were judged."""

    def __init__(self, judgements: Iterable[Judgement], passages: Iterable[Span]) -> None:
        """Carry each judgement over to the passages that are mostly the same text; the best counts where several are."""
        by_document: dict[str, list[Span]] = {}
        for passage in passages:
            by_document.setdefault(passage.document, []).append(passage)
        self._grades: dict[str, dict[Span, int]] = {}
        for one in judgements:
            grades = self._grades.setdefault(one.query, {})
            for passage in by_document.get(one.span.document, ()):
                if passage.is_mostly(one.span):
                    grades[passage] = max(one.grade, grades.get(passage, 0))

    def of(self, query: str) -> dict[Span, int]:
        """Every judged passage of a query with its grade."""
        return self._grades.get(query, {})
