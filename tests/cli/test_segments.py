from __future__ import annotations

import sys
from pathlib import Path

import pytest

from api.cli import main
from corpora.store import Store

HEADER = "Quarter,Trust_type,Trust_code,Average_score,Segment,Trust_in_financial_deficit,Rank"
KENT = "Q4 2025/26,Mental health and community trust,RYY,1.53,1.0,No,1.0"


def run(monkeypatch, database: Path, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["softintel", "--db", str(database), "segments", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def table(folder: Path, *rows: str, name: str = "league.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return path


def test_a_good_file_says_its_counts_and_ends_with_0(monkeypatch, tmp_path, capsys):
    assert run(monkeypatch, tmp_path / "a.db", table(tmp_path, KENT)) == 0
    assert capsys.readouterr().out == "league.csv: 1 rows read: 1 imported, 0 unchanged, 0 refused\n"
    assert run(monkeypatch, tmp_path / "a.db", table(tmp_path, KENT)) == 0
    assert capsys.readouterr().out == "league.csv: 1 rows read: 0 imported, 1 unchanged, 0 refused\n"


def test_a_refused_row_is_named_on_stderr_and_ends_with_1(monkeypatch, tmp_path, capsys):
    assert run(monkeypatch, tmp_path / "a.db", table(tmp_path, KENT, KENT.replace("RYY", "ZZ9\x1b[2J"))) == 1
    output = capsys.readouterr()
    assert "2 rows read: 1 imported, 0 unchanged, 1 refused" in output.out
    assert "league.csv row 3" in output.err
    assert "ZZ9" in output.err
    assert "\x1b" not in output.err


def test_one_bad_file_among_good_ones_ends_with_2_and_imports_none(monkeypatch, tmp_path, capsys):
    (tmp_path / "empty.csv").touch()
    for bad in (tmp_path / "missing.csv", tmp_path / "empty.csv", tmp_path):
        assert run(monkeypatch, tmp_path / "a.db", table(tmp_path, KENT), bad) == 2
        message = capsys.readouterr().err
        assert message.count("\n") == 1
        assert str(bad) in message
    assert not (tmp_path / "a.db").exists()


def test_without_a_file_the_packaged_table_is_imported(monkeypatch, tmp_path, capsys):
    assert run(monkeypatch, tmp_path / "a.db") == 0
    assert capsys.readouterr().out.startswith("segments.csv: ")
    with Store(tmp_path / "a.db", read_only=True) as store:
        assert store.latest_segments()["RX1"].segment == 4


def test_the_day_of_publication_can_be_given_and_must_be_a_date(monkeypatch, tmp_path, capsys):
    assert run(monkeypatch, tmp_path / "a.db", "--published", "11 June", table(tmp_path, KENT)) == 2
    assert "11 June" in capsys.readouterr().err
    assert run(monkeypatch, tmp_path / "b.db", "--published-on", "2026-06", table(tmp_path, KENT)) == 0
    with Store(tmp_path / "b.db", read_only=True) as store:
        assert store.segment_as_known("RYY", known_on="2026-06-29").standing == "none"
        assert store.segment_as_known("RYY", known_on="2026-06-30").standing == "newest"
    assert run(monkeypatch, tmp_path / "a.db", "--published", "2026-06-11", table(tmp_path, KENT)) == 0
    with Store(tmp_path / "a.db", read_only=True) as store:
        assert store.segments(orgs=("RYY",))[0].published_on == "2026-06-11"


def test_an_unwritable_database_is_one_line(monkeypatch, tmp_path, capsys):
    assert run(monkeypatch, tmp_path / "nowhere" / "a.db", table(tmp_path, KENT)) == 2
    assert capsys.readouterr().err.count("\n") == 1
