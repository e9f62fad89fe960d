"""Measured quality holds: the floors are the goals set for this reader, and fall only by a decision in the changelog."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.score import score_file
from nlp.score import GoldDocument, Score, score_readings
from tests.conftest import make_document, make_evidence

GOLD = Path(__file__).parent / "dev.jsonl"
FLOORS = {"organisations": 0.97, "hard": 0.84, "concern": 0.70}


@pytest.fixture(scope="module")
def score() -> Score:
    return score_file(GOLD)


@pytest.mark.parametrize("name", FLOORS)
def test_quality_on_the_gold_documents_stays_above_its_floor(score: Score, name: str) -> None:
    assert score.measures[name].f1 >= FLOORS[name]


def test_our_scorer_agrees_with_the_shared_one(score: Score, shared: Path, tmp_path: Path) -> None:
    predicted = subprocess.run([str(Path(sys.executable).parent / "softintel"), "extract", str(GOLD)],
                               capture_output=True, text=True, check=True).stdout
    (tmp_path / "predicted.jsonl").write_text(predicted, encoding="utf-8")
    reference = json.loads(subprocess.run(
        [sys.executable, str(shared / "gold" / "score.py"), str(GOLD), str(tmp_path / "predicted.jsonl"), "--json"],
        capture_output=True, text=True, check=True).stdout)
    for ours, theirs in (("organisations", "orgs"), ("hard", "hard"), ("concern", "concern")):
        measure = score.measures[ours]
        assert (measure.right, measure.wrong, measure.missed) == tuple(reference[theirs][name] for name in ("tp", "fp", "fn"))


def test_the_real_articles_give_what_a_reader_finds_in_them(shared: Path, tmp_path: Path) -> None:
    gold = [json.loads(line) for line in (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    seeds = {document["id"]: document for document in gold if document["id"].startswith("seed-")}
    path = tmp_path / "seeds.jsonl"
    path.write_text("".join(json.dumps(document) + "\n" for document in seeds.values()), encoding="utf-8")
    lines = subprocess.run([str(Path(sys.executable).parent / "softintel"), "extract", str(path)],
                           capture_output=True, text=True, check=True).stdout.splitlines()
    found = {(document["id"], e["kind"], e["org"], str(e["value"]), e["org_text"])
             for document in map(json.loads, lines) for e in document["evidence"]}
    for seed in ("seed-000", "seed-001"):
        for fact in seeds[seed]["facts"]:
            if fact["kind"] == "segment_count" and not fact.get("doubtful"):
                assert (seed, "segment_count", None, fact["value"], None) in found
    assert ("seed-001", "segment", "QNQ", "1", None) in found
    for system in ("QJK", "QRL", "QMM", "QOC"):
        assert ("seed-001", "segment", system, "4", None) in found
    areas = {e["org_text"] for document in map(json.loads, lines) for e in document["evidence"]
             if document["id"] == "seed-004" and e["subtype"] == "success_regime" and e["status"] == "planned"}
    assert areas == {"Essex", "north Cumbria", "northern, eastern and western Devon"}


def test_scores_count_right_wrong_missed_and_leave_the_doubtful_out() -> None:
    document = make_document("The trust is in segment 4, then 3.", document_id="a")
    gold = GoldDocument.model_validate({"id": "a", "orgs": ["RX1", "RJ1"], "facts": [
        {"kind": "segment", "subtype": "nof", "org": "RX1", "value": 4, "status": "current"},
        {"kind": "segment", "subtype": "nof", "org": "RX1", "value": 2, "status": "ended"},
        {"kind": "segment", "subtype": "nof", "org": "RX1", "value": 3, "status": "planned", "doubtful": True}]})
    from corpora.schema import Mention, Reading
    reading = Reading(document_id="a", reader="r", mentions=(Mention(code="RX1", text="The", start=0, end=3),), evidence=(
        make_evidence(document, "segment 4"), make_evidence(document, "3", value=3, status="planned"),
        make_evidence(document, "then 3", value=3, status="current")))
    score = score_readings([gold], [reading])
    hard, organisations = score.measures["hard"], score.measures["organisations"]
    assert (hard.right, hard.wrong, hard.missed) == (1, 1, 1)
    assert (organisations.right, organisations.wrong, organisations.missed) == (1, 0, 1)
    assert hard.f1 == pytest.approx(0.5)
