"""``softintel search``. Everything said about real organisations is invented."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from api.found import FoundPassage
from corpora.store import Store
from tests.api.writing import fill

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    fill(tmp_path / "softintel.db")
    return tmp_path / "softintel.db"


def test_a_hit_names_its_source_and_quotes_the_passage(database: Path, softintel: Run) -> None:
    done = softintel("search", '"emergency department"')
    assert done.returncode == 0
    assert done.stdout.startswith("15 September 2021 · The Invented Gazette · Invented story news-1 · "
                                  "https://news.example.org/news-1 [RX1]\n"
                                  "    Waits in the emergency department have grown.\n"
                                  "    evidence ")


def test_the_evidence_quoted_from_a_passage_is_named_by_the_id_that_explains_it(database: Path, softintel: Run) -> None:
    done = softintel("search", "recovery support", "--org", "rx1")
    ids = re.findall(r"^    evidence (\S+): .+ \(\w+, RX1\)$", done.stdout, re.M)
    assert ids
    with Store(database, read_only=True) as store:
        assert all(store.evidence_by_id(one) for one in ids)


def test_several_words_are_one_query(database: Path, softintel: Run) -> None:
    apart, together = softintel("search", "recovery", "support", "--org", "rx1"), softintel("search", "recovery support", "--org", "rx1")
    assert apart.returncode == 0
    assert apart.stdout == together.stdout
    without = softintel("search", "--", "trust", "-recovery")
    assert without.returncode == 0
    assert "Recovery" not in without.stdout


def test_json_is_one_record_a_line(database: Path, softintel: Run) -> None:
    done = softintel("search", "trust", "--json", "--org", "rx1", "--since", "2021", "--kind", "intervention")
    hits = [FoundPassage.model_validate(json.loads(line)) for line in done.stdout.splitlines()]
    assert len(hits) == 2
    assert {hit.orgs for hit in hits} == {("RX1",)}


def test_finding_nothing_is_exit_code_1(database: Path, softintel: Run) -> None:
    done = softintel("search", '"no such phrase"')
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing found" in done.stderr


def test_a_subtype_that_no_evidence_has_is_told_with_those_that_there_are(database: Path, softintel: Run) -> None:
    done = softintel("search", "trust", "--kind", "rating", "--subtype", "nonsense")
    assert done.returncode == 1
    assert "no evidence of the kind rating has the subtype nonsense; its subtypes are such as " in done.stderr
    assert "maternity" in done.stderr


def test_the_fall_back_is_told(database: Path, softintel: Run) -> None:
    done = softintel("search", "emergency conviction", "--limit", "1")
    assert done.returncode == 0
    assert "these hold some of them" in done.stderr


@pytest.mark.parametrize(("arguments", "says"), [
    (("x", "--org", "NOPE"), "'NOPE' is not the ODS code"),
    (("x", "--kind", "gossip"), "'gossip' is no kind of evidence; the kinds are"),
    (("x", "--since", "soon"), "--since: soon"),
    (("x", "--since", "2021-W05-1"), "dates are written 2021"),
    (("x", "--since", "2021-02-30"), "no date of the calendar"),
    (("x", "--since", "2025-13"), "--since: 2025-13: not of the right form; dates are written 2021, 2021-09 or 2021-09-15\n"),
    (("x", "--until", "2025-13"), "--until: 2025-13: not of the right form; dates are written 2021, 2021-09 or 2021-09-15\n"),
    (("x", "--kind", "Never"), "--kind: Never: not of the right form; kinds are written never_event\n"),
    (("warning", "-maternity"), "-maternity: no such option; to leave out a word, give `--` before the words: softintel search -- "
                                "warning -maternity\n"),
    (("x", "--limit", "0"), "--limit"),
    ((), "QUERY"),
])
def test_a_mistake_is_one_line_and_exit_code_2(database: Path, softintel: Run, arguments: tuple[str, ...], says: str) -> None:
    done = softintel("search", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_missing_database_is_a_mistake(softintel: Run) -> None:
    done = softintel("search", "x")
    assert done.returncode == 2
    assert "softintel.db: no such database" in done.stderr


def test_any_string_is_a_query(database: Path, softintel: Run) -> None:
    assert softintel("search", "--", '-"NEAR( AND *:^').returncode == 1
