"""Rebuild the packaged ``segments.csv`` from a folder of compiled reference data.

    python -m corpora.reference.build_segments FOLDER

``FOLDER`` holds segmentation.csv as described in ``sources.csv``. Facts only; rows of a quarter with neither segment nor rank are
left out. Outside the quarters such a row says that a decision ended.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from corpora.segments import cells

COLUMNS = ["org", "framework", "segment", "period", "valid_from", "valid_to", "published_on", "league_table", "score", "rank",
           "financial_override", "in_deficit", "source", "publication", "via", "checked"]
FRAMEWORKS = {"NOF 2022/23 to 2024/25": "NOF 2022/23"}
PUBLISHED = (
    ("press reports of the first league table", "2025-09-09"),
    ("NHS England Midlands news page 16 Mar 2022", "2022-03-16"),
    ("Trust web page on Recovery Support Programme (segment 4), Feb 2022", "2022-02"),
    ("CQC provider page RMY, Oct 2025", "2025-10"))
"""How a compiled source begins, and the day on which what it says was public. The releases' days are in ``releases.csv``."""
RELEASES = (
    ("NHS England NOF mental health and community trust data CSV, Q4 2025/26 release", "Q4 2025/26"),
    ("NHS England NOF Q3 2025/26 v2", "Q3 2025/26 v2"),
    ("Drewsif95-Intuita", "Q3 2025/26"))
"""How a compiled source begins, and the release that it was taken from."""

SOURCES = (
    ("NHS England NOF mental health and community trust data CSV", "NHS England, NHS Oversight Framework data, Q4 2025/26 release"),
    ("NHS England NOF Q3 2025/26 v2", "NHS England, NHS Oversight Framework data and league table, Q3 2025/26 release"),
    ("Drewsif95-Intuita", "NHS England, NHS Oversight Framework data; the quarter is inferred"),
    ("press reports of the first league table", "Press reports of the first league tables, September 2025"))
"""How a compiled source begins, and its publisher in a few words; the whole of it stays in ``via``."""


def build(source: Path, target: Path) -> None:
    """Make ``segments.csv`` in ``target`` from ``segmentation.csv`` in ``source``."""
    with (source / "segmentation.csv").open(encoding="utf-8", newline="") as lines:
        rows = [packaged(row) for row in csv.DictReader(lines) if row["segment"] or row["rank"] or not row["quarter"]]
    with (target / "segments.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: [row[name] for name in ("org", "valid_from", "source")]))


def packaged(row: dict[str, str]) -> dict[str, str]:
    """One compiled row in the packaged shape."""
    quarter = cells.quarter(row["quarter"]) if row["quarter"] else None
    return {
        "org": row["org_code"], "framework": FRAMEWORKS.get(row["framework"], row["framework"]), "segment": row["segment"],
        "period": quarter.name if quarter else row["as_of"], "valid_from": quarter.first_day if quarter else row["as_of"],
        "valid_to": quarter.last_day if quarter else "", "published_on": _of(row["source"], PUBLISHED),
        "league_table": cells.league_table(row["league_table"]) or "", "score": row["score"], "rank": row["rank"],
        "financial_override": _flag(row["financial_override"]), "in_deficit": _flag(row["trust_in_financial_deficit"]),
        "source": next((short for start, short in SOURCES if row["source"].startswith(start)), row["source"]),
        "publication": _of(row["source"], RELEASES), "via": row["source"], "checked": row["checked"]}


def _of(source: str, table: tuple[tuple[str, str], ...]) -> str:
    return next((said for start, said in table if source.startswith(start)), "")


def _flag(cell: str) -> str:
    found = cells.flag(cell, "the flag")
    return "" if found is None else str(found).lower()


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).parent)
