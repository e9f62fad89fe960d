"""``softintel explain``. Everything said about real organisations is invented."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from corpora.store import Store
from nlp.pipeline import Pipeline
from tests.conftest import make_document, make_evidence

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def ids(tmp_path: Path) -> tuple[str, str]:
    """A store with a piece of evidence that this reader finds, and one of an older reader that it does not."""
    with Store(tmp_path / "softintel.db") as store:
        document = make_document("Frimley Health was served with a warning notice. Its car park is full.", published="2024-06-14")
        store.add_document(document)
        reading = Pipeline.load(embed=False).read(document)
        old = make_evidence(document, "Its car park is full.", kind="concern", subtype="operational_performance", org="RDU", value=None)
        store.save_reading(reading.model_copy(update={"reader": "softintel-0.0.9-7", "evidence": (*reading.evidence, old)}))
        return reading.evidence[0].id, old.id


def test_the_steps_are_told_in_lines(ids: tuple[str, str], softintel: Run) -> None:
    done = softintel("explain", ids[0])
    assert (done.returncode, done.stderr) == (0, "")
    headings = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert headings == ["The claim", "The document", "The quote", "The words that state it", "The organisation", "The status", "The date",
                        "Who says so", "The confidence", "Rules and learned reader together"]
    assert all(len(line) <= 100 for line in done.stdout.splitlines())


def test_an_id_may_be_written_as_alerts_print_it(ids: tuple[str, str], softintel: Run) -> None:
    assert softintel("explain", f"/evidence/{ids[0]}").returncode == 0


def test_json_has_every_step(ids: tuple[str, str], softintel: Run) -> None:
    done = softintel("explain", ids[0], "--json")
    told = json.loads(done.stdout)
    assert told["explanation"]["organisation"]["code"] == "RDU"
    assert told["citation"]["published"] == "2024-06-14"


def test_evidence_of_an_older_reader_that_is_no_longer_found_is_exit_code_1(ids: tuple[str, str], softintel: Run) -> None:
    done = softintel("explain", ids[1])
    assert (done.returncode, done.stderr) == (1, "")
    assert "The present reader no longer finds this evidence" in done.stdout
    assert "It was filed by softintel-0.0.9-7" in done.stdout


def test_an_unknown_id_is_a_mistake(ids: tuple[str, str], softintel: Run) -> None:
    done = softintel("explain", "nothing")
    assert (done.returncode, done.stdout) == (2, "")
    assert "EVIDENCE_ID: there is no evidence 'nothing'" in done.stderr
