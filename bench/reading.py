"""How well and how fast softintel reads, beside what a user would write in an afternoon.

    python -m bench.reading GOLD.jsonl [--repeat 3]

Quality: both readers on the same annotated documents. The baseline is spaCy's EntityRuler on the register's official names,
and a keyword and an organisation in the same sentence. Speed: words a second on one core against spaCy's bare tokeniser on
the same text in the same run, on the annotated documents as they are ("dense"), on a made-up newspaper of many words
(``bench.ordinary``), and on that newspaper with one paragraph in twenty-five from annotated documents ("ordinary").
"rules" is softintel without its learned reader, which runs on one core here. How many windows of text it is given for a document,
and how long one takes, is said at the end: it is what reading costs where much is claimed.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from bench.ordinary import Newspaper
from corpora.organisations import Register
from corpora.schema import Document, Evidence, Mention, Reading
from corpora.text.jsonl import read_json_line
from nlp.judge import Chances
from nlp.learned import LearnedJudge
from nlp.organisations import Linker
from nlp.pipeline import Pipeline
from nlp.score import GoldDocument, Score, score_readings
from nlp.windows import Window

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


@dataclass(frozen=True)
class Texts:
    """Documents to read in one go, which no reader has met before."""

    name: str
    documents: tuple[Document, ...]

    @property
    def words(self) -> int:
        return sum(len(document.text.split()) for document in self.documents)


def ordinary(annotated: Sequence[Document], seed: int, *, count: int = 400, share: float = 0.04) -> tuple[Texts, Texts]:
    """A newspaper without any annotated document, and one of whose paragraphs a share stands in annotated documents."""
    news = list(Newspaper(seed).documents(count))
    room = share * sum(_paragraphs(document) for document in news)
    draw = random.Random(seed)
    mixed = list(news)
    for document in draw.sample(annotated, len(annotated)):
        room -= _paragraphs(document)
        if room < 0:
            break
        mixed.append(document)
    draw.shuffle(mixed)
    return Texts("newspaper", tuple(news)), Texts("ordinary", tuple(mixed))


def _paragraphs(document: Document) -> int:
    return sum(1 for line in document.text.splitlines() if line.strip())


def seconds(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """Processor time of one pass over the documents."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def measure_speed(annotated: Sequence[Document], readers: dict[str, Callable[[Document], object]], repeat: int) -> None:
    """Words a second of each reader on each sort of text, and how they compare with the first: medians of repeated runs.

    Every run is on documents that no reader has met: another newspaper, another part of the annotated ones. So what a tokeniser
    keeps of the words that it has seen helps it as much as it would in use.
    """
    for document in ordinary(annotated, 0)[0].documents:
        for read in readers.values():
            read(document)
    rates: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for turn in range(repeat):
        part = annotated[turn::repeat]
        for texts in (Texts("dense", tuple(part)), *ordinary(part, turn + 1)):
            for name, read in readers.items():
                rates[texts.name][name].append(texts.words / seconds(read, texts.documents))
    for text, by_reader in rates.items():
        base = next(iter(by_reader.values()))
        for name, reached in by_reader.items():
            ratio = statistics.median(own / other for own, other in zip(reached, base, strict=True))
            print(f"{text:10} {name:10} {statistics.median(reached):10,.0f} words/s   ratio {ratio:.2f}")


def measure_network(documents: Sequence[Document], judge: LearnedJudge) -> None:
    """How many windows the learned reader reads of a document, and what one costs."""
    windows, taken = 0, 0.0
    read = judge.read

    def counted(asked: Sequence[Window]) -> Chances:
        nonlocal windows, taken
        start = time.process_time()
        chances = read(asked)
        windows, taken = windows + len(asked), taken + time.process_time() - start
        return chances

    judge.read = counted  # type: ignore[method-assign, assignment]  # measured where it works
    pipeline = Pipeline(Linker(Register.load()), None, judge)
    whole = seconds(pipeline.read, documents)
    judge.read = read  # type: ignore[method-assign]
    words = sum(len(document.text.split()) for document in documents)
    print(f"network    {windows / len(documents):.1f} windows a document of {words / len(documents):.0f} words, "
          f"{1000 * taken / max(windows, 1):.1f} ms a window, {taken / whole:.0%} of the time of reading")


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
    judge, baseline = LearnedJudge.load(threads=1), Baseline()
    pipeline = Pipeline(Linker(Register.load()), None, judge)
    print_quality("baseline", score_readings(gold, map(baseline.read, documents)))
    print_quality("softintel", score_readings(gold, map(pipeline.read, documents)))
    tokeniser = spacy.blank("en")
    measure_speed(documents, {"tokeniser": lambda document: tokeniser(document.text), "softintel": pipeline.read,
                              "rules": Pipeline.load(embed=False, learned=False).read, "baseline": baseline.read}, arguments.repeat)
    if judge is not None:
        measure_network(documents, judge)


if __name__ == "__main__":
    main()
