"""The two untouched files of NHS England. They are not part of the project: without them these tests are skipped."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from corpora.organisations import Register
from corpora.segments import SegmentImport, import_segments
from corpora.store import Store

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reference" / "originals"
DATA = FOLDER / "nhs-oversight-framework-mental-health-and-community-trust-data_q4-2025-26.csv"
TABLE = FOLDER / "nhs-oversight-framework-mental-health-and-community-trust-league-table_q4-2025-26.csv"
pytestmark = pytest.mark.skipif(not DATA.is_file(), reason=f"NHS England's files are not at hand in {FOLDER}")

Imports = tuple[SegmentImport, SegmentImport, list[str], list[str], list[SegmentImport]]
"""Of the data file and the table; what the database held then and after both again; what came of that."""
NOT_KEPT = ("issues", "sqlite_sequence")


def dump(store: Store) -> list[str]:
    return [line for line in store.db.conn.iterdump() if not any(f'INTO "{name}"' in line for name in NOT_KEPT)]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imports:
    register = Register.load()
    with Store(tmp_path_factory.mktemp("originals") / "a.db") as store:
        data, table = (import_segments(store, path, register=register) for path in (DATA, TABLE))
        before = dump(store)
        again = [import_segments(store, path, register=register) for path in (TABLE, DATA)]
        return data, table, before, dump(store), again


def test_every_row_of_the_files_is_accounted_for(imported: Imports) -> None:
    for result, path in zip(imported[:2], (DATA, TABLE), strict=True):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert result.read == len(rows) == result.imported + result.unchanged + result.refused + result.other
        assert len(result.issues) == result.refused == 0
        assert sum(result.other_by_reason.values()) == result.other
    with DATA.open(encoding="utf-8-sig", newline="") as lines:
        metrics = [row["Metric_ID"] for row in csv.DictReader(lines)]
    assert imported[0].imported == sum(metric == "OF5000" or metric[:4] in ("OF40", "OF41") for metric in metrics) == 2654
    assert imported[0].other_by_reason == {
        "a detail of a decision": sum(metric[:4] == "OF50" and metric != "OF5000" for metric in metrics),
        "a metric that is neither a segment nor the score of a domain": sum(metric[:3] in ("OF0", "OF1") for metric in metrics)}


def test_a_second_import_in_the_other_order_changes_nothing(imported: Imports) -> None:
    _, _, before, after, again = imported
    assert before == after
    assert [result.imported for result in again] == [0, 0]
    assert sum(result.unchanged for result in again) == 2654 + 61


def test_the_table_and_the_data_agree_trust_by_trust(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        for path in (TABLE, DATA):
            import_segments(store, path)
        table = store.league_table("NOF 2025/26", "Q4 2025/26", "mental health and community")
        assert (table.organisations, table.with_segment, any(row.disputed for row in table.rows)) == (61, 61, False)
        with TABLE.open(encoding="utf-8-sig", newline="") as lines:
            published = {row["Trust_code"]: float(row["Rank"]) for row in csv.DictReader(lines)}
        assert {row.org: row.rank for row in table.rows} == published
        assert all(len(row.decisions[0].sources) == 2 for row in table.rows)
