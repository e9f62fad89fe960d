"""Makes stores of any size, to measure search and the API on. EVERYTHING IN THEM IS INVENTED, whatever real code it names.

    python -m bench.stores PATH --passages 1000000 [--embed] [--evidence 0.3] [--seed 1]

Documents of ten passages of some sixty words (Zipf, ``bench.invented_words``) with the ODS codes of the register, evidence,
segments and vectors, written by the store's own methods. Embedding a million passages takes most of an hour; so vectors are
by default drawn around those of 400 passages that are embedded, which keeps them as near to a query's as real ones are.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.invented_words import Zipf, vocabulary
from corpora.organisations import Register
from corpora.schema import Document, DocumentType, Evidence, Passage, PublicationDate, Reading, Segment
from corpora.store import Store
from nlp.embed import DIMENSIONS, Embedder, to_bytes
from nlp.pipeline import READER_VERSION

PASSAGES_EACH = 10
WORDS_EACH = 60
DOCUMENTS_A_STEP = 200
CENTRES = 400
NEARNESS = 0.75
"""Cosine between a drawn vector and the embedded one that it is drawn around."""

CLAIMS = (("concern", "operational_performance", None), ("concern", "workforce", None), ("concern", "finance", None),
          ("concern", "quality_and_safety", None), ("intervention", "special_measures", None),
          ("intervention", "recovery_support_programme", None), ("intervention", "warning_notice", None),
          ("rating", "overall", "inadequate"), ("rating", "maternity", "requires_improvement"), ("rating", "well_led", "good"),
          ("segment", "sof", 3), ("segment", "nof", 4), ("never_event", "wrong_site_surgery", 1),
          ("never_event", "unspecified", 2), ("incident", "unspecified", None), ("people_change", "chief_executive", None))
STATUSES = ("current", "current", "current", "ended", "planned", "negated")
SOURCES = ("invented_news", "invented_board_papers", "invented_regulator", "invented_coroners")
PUBLISHERS = ("The Invented Gazette", "The Invented Courier", "Invented Regulator", "Invented Trust", "Invented Broadcaster")
TYPES: tuple[DocumentType, ...] = ("news", "board_paper", "regulator", "coroner", "cqc_report")
FRAMEWORKS = (("SOF 2016", range(2016, 2021)), ("SOF 2021/22", range(2021, 2022)), ("NOF 2022/23", range(2022, 2025)),
              ("NOF 2025/26", range(2025, 2027)))


@dataclass(frozen=True, slots=True)
class Told:
    """An invented document and what a reader would have found in it."""

    document: Document
    reading: Reading


class Invention:
    """Makes documents with their readings, the same for the same seed."""

    def __init__(self, *, evidence: float = 0.3, seed: int = 1, vectors: Callable[[list[str]], list[bytes | None]]) -> None:
        self._words = np.array(vocabulary(seed), dtype=object)
        self._zipf = Zipf(len(self._words), seed)
        self._random = np.random.default_rng(seed + 1)
        self._codes = sorted(organisation.code for organisation in Register.load())
        self._random.shuffle(self._codes)
        weights = self._random.lognormal(0, 0.7, len(self._codes))
        self._weights = np.cumsum(weights / weights.sum())
        self._evidence = evidence
        self._vectors = vectors

    def told(self, number: int, passages: int = PASSAGES_EACH) -> Told:
        """The document of this number."""
        draw = self._random
        document_id = f"invented-{number:07}"
        words = self._words[self._zipf.draw(passages * WORDS_EACH)].reshape(passages, WORDS_EACH)
        home = self._code()
        orgs = [tuple(dict.fromkeys([*([home] if chance < 0.6 else []), *([self._code()] if chance > 0.45 and chance < 0.75
                                                                        else [])])) for chance in draw.random(passages)]
        counts = draw.poisson(self._evidence, passages)
        texts, evidence, spans, place = [], list[Evidence](), [], 0
        for row, (codes, count) in enumerate(zip(orgs, counts, strict=True)):
            claims = [f"Invented claim {row}.{which} about {(codes or (home,))[0]}." for which in range(count)]
            text = " ".join([*claims, *words[row]]) + "."
            for which, quote in enumerate(claims):
                start = place + text.index(quote)
                evidence.append(self._claimed(document_id, (codes or (home,))[which % max(1, len(codes))], quote, start))
            spans.append((place, place + len(text), codes))
            texts.append(text)
            place += len(text) + 2
        kind = int(draw.integers(len(TYPES)))
        dated = draw.random() < 0.95
        day = f"{draw.integers(2013, 2027)}-{draw.integers(1, 13):02}-{draw.integers(1, 29):02}"
        document = Document.model_construct(
            id=document_id, title=f"Invented text {number}: {' '.join(words[0][:5])}", text="\n\n".join(texts),
            url=f"https://invented.example.org/{number}", publisher=PUBLISHERS[(kind + number) % len(PUBLISHERS)],
            doc_type=TYPES[kind], source=SOURCES[kind % len(SOURCES)], licence="CC0-1.0",
            published=PublicationDate(date=day, method="given", reliability=0.9) if dated else None)
        vectors = self._vectors(texts)
        return Told(document, Reading(
            document_id=document_id, reader=READER_VERSION, evidence=tuple({one.id: one for one in evidence}.values()),
            passages=tuple(Passage(start=start, end=end, orgs=codes, vector=vector)
                           for (start, end, codes), vector in zip(spans, vectors, strict=True))))

    def _code(self) -> str:
        return self._codes[int(np.searchsorted(self._weights[:-1], self._random.random()))]

    def _claimed(self, document_id: str, org: str, quote: str, start: int) -> Evidence:
        kind, subtype, value = CLAIMS[int(self._random.integers(len(CLAIMS)))]
        status = STATUSES[int(self._random.integers(len(STATUSES)))]
        return Evidence.model_validate({
            "id": Evidence.make_id(document_id, kind, subtype, org, None, value, status), "document_id": document_id,
            "kind": kind, "subtype": subtype, "org": org, "value": value, "status": status, "quote": quote, "start": start,
            "end": start + len(quote), "confidence": 0.8, "rule": "invented"})


def segments(seed: int = 1) -> Iterator[Segment]:
    """An invented segment for every organisation and year from 2016 on."""
    draw = np.random.default_rng(seed)
    for organisation in Register.load():
        for framework, years in FRAMEWORKS:
            for year in years:
                yield Segment(org=organisation.code, framework=framework, segment=int(draw.choice(4, p=(.15, .4, .35, .1))) + 1,
                              period=f"{year}/{year % 100 + 1}", valid_from=f"{year}-04-01", valid_to=f"{year + 1}-03-31",
                              published_on=f"{year}-05-15", source="https://invented.example.org/segments.csv")


def no_vectors(texts: list[str]) -> list[bytes | None]:
    """None for each."""
    return [None] * len(texts)


class DrawnVectors:
    """Vectors of unit length around those of a few embedded passages."""

    def __init__(self, embedder: Embedder, seed: int) -> None:
        invention = Invention(seed=seed + 7, vectors=no_vectors)
        texts = [text for number in range(CENTRES // PASSAGES_EACH)
                 for text in invention.told(number).document.text.split("\n\n")]
        self._centres = embedder.embed(texts)
        self._random = np.random.default_rng(seed)

    def __call__(self, texts: list[str]) -> list[bytes | None]:
        """One for each text."""
        away: npt.NDArray[np.float32] = self._random.standard_normal((len(texts), DIMENSIONS), dtype=np.float32)
        away *= (1 - NEARNESS ** 2) ** 0.5 / np.sqrt(DIMENSIONS)
        drawn = NEARNESS * self._centres[self._random.integers(len(self._centres), size=len(texts))] + away
        drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
        return [to_bytes(row) for row in drawn]


def make_store(path: Path, *, passages: int, evidence: float = 0.3, embed: bool = False, vectors: bool = True, seed: int = 1,
               progress: Callable[[int], None] = lambda done: None) -> None:
    """Fill a new database.

    Args:
        evidence: pieces of evidence a passage.
        embed: real vectors of the packaged model, at some milliseconds each.
        vectors: False for none.
        progress: told how many passages are stored.
    """
    embedder = Embedder.load() if vectors or embed else None
    given: Callable[[list[str]], list[bytes | None]] = no_vectors
    if embedder is not None:
        given = (lambda texts: [to_bytes(row) for row in embedder.embed(texts)]) if embed else DrawnVectors(embedder, seed)
    invention = Invention(evidence=evidence, seed=seed, vectors=given)
    documents = [min(PASSAGES_EACH, passages - first) for first in range(0, passages, PASSAGES_EACH)]
    with Store(path) as store:
        store.add_segments(segments(seed))
        for first in range(0, len(documents), DOCUMENTS_A_STEP):
            with store.atomic():
                for number, count in enumerate(documents[first:first + DOCUMENTS_A_STEP], start=first):
                    told = invention.told(number, count)
                    store.add_document(told.document)
                    store.save_reading(told.reading)
            progress(min(passages, (first + DOCUMENTS_A_STEP) * PASSAGES_EACH))


def main() -> None:
    """Make one store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--evidence", type=float, default=0.3)
    parser.add_argument("--embed", action="store_true")
    parser.add_argument("--no-vectors", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.path.exists():
        parser.error(f"{given.path} is there already")
    began = time.monotonic()
    make_store(given.path, passages=given.passages, evidence=given.evidence, embed=given.embed, vectors=not given.no_vectors,
               seed=given.seed, progress=lambda done: print(f"\r{done:,} passages", end="", flush=True))
    print(f"\r{given.passages:,} passages in {time.monotonic() - began:.0f} s, {given.path.stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
