"""How well and how fast softintel reads, beside what a user would write in an afternoon.

    python bench/reading.py GOLD.jsonl [--repeat 3]

Quality: both readers on the same annotated documents. The baseline is spaCy's EntityRuler on the register's official names,
and a keyword and an organisation in the same sentence. Speed: words a second on one core against spaCy's bare tokeniser on
the same text in the same run, on ordinary news (the annotated documents diluted with paragraphs that speak of nothing we
read) and on the annotated documents as they are.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

from corpora.organisations import Register
from corpora.schema import Document, Evidence, Mention, Reading
from corpora.text.jsonl import read_json_line
from nlp.pipeline import Pipeline
from nlp.score import GoldDocument, Score, score_readings

KEYWORDS = {
    ("never_event", "unspecified", 1): r"never event",
    ("intervention", "special_measures", None): r"special measures",
    ("intervention", "recovery_support_programme", None): r"recovery support programme",
    ("intervention", "warning_notice", None): r"warning notice",
    ("intervention", "enforcement_undertakings", None): r"undertakings",
    ("intervention", "prosecution", None): r"fined|prosecut",
    ("intervention", "independent_review", None): r"independent review|public inquiry",
    ("rating", "overall", "inadequate"): r"inadequate",
    ("rating", "overall", "requires_improvement"): r"requires improvement",
    ("rating", "overall", "outstanding"): r"rated outstanding",
    ("rating", "overall", "good"): r"rated good",
    **{("segment", "nof", value): rf"segment {value}" for value in range(1, 6)},
}
ORDINARY = (
    "The council said that work on the market square would start in the spring, once the contractor had been chosen. "
    "Traders were told that stalls would move to the car park behind the library. One of them, who has sold cheese there "
    "for thirty years, said he would believe it when he saw it.",
    "Heavy rain fell over the hills on Sunday and two roads were closed for an hour. A spokeswoman for the fire service "
    "thanked drivers for their patience. The forecast for the rest of the week is dry, with temperatures about what they "
    "should be in autumn.",
    "The under-elevens won by three goals to one, and their coach, a bus driver, bought them all ice cream. The league has "
    "grown to forty teams since it was founded by a group of parents, and it is looking for referees. Those who would like "
    "to help may write to the secretary.",
)


class Baseline:
    """An afternoon's script: official names, keywords, same sentence."""

    def __init__(self) -> None:
        self.nlp = spacy.blank("en")
        self.nlp.add_pipe("sentencizer")
        ruler = self.nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
        ruler.add_patterns([{"label": "ORG", "pattern": organisation.name, "id": organisation.code}
                            for organisation in Register.load()])
        self.keywords = [(claim, re.compile(words, re.IGNORECASE)) for claim, words in KEYWORDS.items()]

    def read(self, document: Document) -> Reading:
        doc = self.nlp(document.text)
        mentions = tuple(Mention(code=e.ent_id_, text=e.text, start=e.start_char, end=e.end_char) for e in doc.ents)
        evidence = {}
        for sentence in doc.sents:
            for (kind, subtype, value), pattern in self.keywords:
                for entity in sentence.ents if pattern.search(sentence.text) else ():
                    key = Evidence.make_id(document.id, kind, subtype, entity.ent_id_, None, value, "current")
                    evidence[key] = Evidence(
                        id=key, document_id=document.id, kind=kind, subtype=subtype, org=entity.ent_id_, value=value,
                        status="current", quote=sentence.text, start=sentence.start_char, end=sentence.end_char, confidence=0.5,
                        rule="keyword")
        return Reading(document_id=document.id, reader="baseline", mentions=mentions, evidence=tuple(evidence.values()))


def diluted(documents: list[Document], *, share: float = 0.04) -> Iterator[Document]:
    """Ordinary news: about one paragraph in twenty-five is one of the annotated ones."""
    for number, document in enumerate(documents):
        paragraphs: list[str] = []
        for paragraph in document.text.split("\n\n")[:4]:
            paragraphs.append(paragraph)
            paragraphs.extend(ORDINARY[(number + turn) % len(ORDINARY)] for turn in range(round(1 / share)))
        yield document.model_copy(update={"text": "\n\n".join(paragraphs)})


def seconds(work: Callable[[Document], object], documents: list[Document], repeat: int) -> float:
    """The median time of one pass over the documents."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        for document in documents:
            work(document)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def print_quality(name: str, score: Score) -> None:
    for part in ("organisations", "hard", "concern"):
        if part in score.measures:
            measure = score.measures[part]
            print(f"{name:10} {part:14} precision {measure.precision:.3f}  recall {measure.recall:.3f}  F1 {measure.f1:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    lines = [line for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = [GoldDocument.model_validate_json(line) for line in lines]
    documents = [read_json_line(line, where="gold") for line in lines]
    pipeline, baseline = Pipeline.load(embed=False), Baseline()
    print_quality("baseline", score_readings(gold, map(baseline.read, documents)))
    print_quality("softintel", score_readings(gold, map(pipeline.read, documents)))
    tokeniser = spacy.blank("en")
    for name, texts in (("dense", documents), ("ordinary", list(diluted(documents)))):
        words = sum(len(document.text.split()) for document in texts)
        bare = seconds(lambda document: tokeniser(document.text), texts, arguments.repeat)
        ours = seconds(pipeline.read, texts, arguments.repeat)
        print(f"{name:9} {words:8,} words: tokeniser {words / bare:10,.0f} words/s, softintel {words / ours:10,.0f} words/s, "
              f"ratio {bare / ours:.2f}")


if __name__ == "__main__":
    main()
