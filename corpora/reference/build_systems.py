"""Rebuild the packaged ``systems.csv`` from a folder of compiled reference data.

    python -m corpora.reference.build_systems FOLDER

``FOLDER`` holds trusts.csv and icbs.csv as described in ``sources.csv``. A trust's board of July 2022 is its
``icb_code_2022_2026``, its board since 1 April 2026 its ``icb_code``; a membership lasts from the day on which both the
board and the trust exist until one of them does not, or the trust changes boards. The areas of the Success Regime are a
constant here: no list of their members was found, so only trusts are named that ran the hospitals of the area.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from corpora.reference.build import rows_of

COLUMNS = ["system", "kind", "name", "words", "trust", "valid_from", "valid_to", "confidence", "source"]
BOARDS_BEGAN, BOARDS_CHANGED = "2022-07-01", "2026-04-01"
ODS = "NHS Organisation Data Service, trust file (etr.csv) of December 2025 and July 2026"

REGIME_FROM, REGIME_TO = "2015-06-03", "2017-12-31"
ANNOUNCED = "NHS England, 3 June 2015, names the area; which trusts ran its hospitals is common knowledge"
AREAS = (
    ("success_regime_essex", "Essex", "essex", ("RDD", "RQ8", "RAJ")),
    ("success_regime_north_cumbria", "North Cumbria", "cumbria", ("RNL", "RNN")),
    ("success_regime_devon", "Northern, Eastern and Western Devon", "devon", ("RBZ", "RH8", "RK9")))
"""Success Regime areas: key, name, the word by which a text names it, trusts that are sure to have been inside."""


def build(source: Path, target: Path) -> None:
    """Make ``systems.csv`` in ``target`` from the compiled tables in ``source``."""
    trusts, icbs = rows_of(source / "trusts.csv"), {row["code"]: row for row in rows_of(source / "icbs.csv")}
    rows = [row for trust in trusts for row in memberships(trust, icbs)]
    rows += [_row(system, "success_regime", name, word, trust, REGIME_FROM, REGIME_TO, "medium", ANNOUNCED)
             for system, name, word, members in AREAS for trust in members]
    with (target / "systems.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (row["system"], row["trust"], row["valid_from"])))


def memberships(trust: dict[str, str], icbs: dict[str, dict[str, str]]) -> Iterator[dict[str, str]]:
    """The boards of one trust, one after the other."""
    before, now = trust["icb_code_2022_2026"], trust["icb_code"]
    spans = [(now, BOARDS_BEGAN, "")] if before == now else [
        (before, BOARDS_BEGAN, _day_before(BOARDS_CHANGED)), (now, BOARDS_CHANGED, "")]
    for code, begins, ends in spans:
        if not code:
            continue
        board = icbs[code]
        first = max(begins, board["open_date"], trust["open_date"])
        last = min((day for day in (ends, board["close_date"], trust["close_date"]) if day), default="")
        if not last or first <= last:
            yield _row(code, "icb", board["icb_name"], "", trust["ods_code"], first, last, "high", ODS)


def _row(*cells: str) -> dict[str, str]:
    return dict(zip(COLUMNS, cells, strict=True))


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).parent)
