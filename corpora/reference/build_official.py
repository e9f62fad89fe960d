"""Rebuild the packaged ``domain_scores.csv``, ``never_events.csv`` and ``ratings.csv`` from a folder of compiled reference data.

    python -m corpora.reference.build_official FOLDER

``FOLDER`` holds segmentation_domains.csv, segmentation.csv, never_events_counts.csv and cqc_ratings.csv, as described in
``sources.csv``. Facts only.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from corpora.official.records import DOMAINS
from corpora.segments import cells

Row = dict[str, str]

NEVER_EVENTS = "NHS England, never events by organisation (Table 3); a third party's transcription, not checked against the reports"
RELEASES = (
    ("NHS England NOF MH/community data CSV Q4 2025/26 release", "Q4 2025/26", "mental health and community",
     "NHS England, NHS Oversight Framework data, Q4 2025/26 release"),
    ("NHS England NOF Q3 2025/26 v2 data", "Q3 2025/26 v2", "",
     "NHS England, NHS Oversight Framework data and league table, Q3 2025/26 release"))
LEVELS = (
    ("trust", "trust", "2019-03", "Care Quality Commission, ratings of providers, state of March 2019; a third party's copy"),
    ("location", "location", "2026-05-05", "Care Quality Commission, latest ratings of 5 May 2026; one location a trust"),
    ("derived", "most_common", "2026",
     "Care Quality Commission, latest ratings of 2026; the most common among all locations and services"))


def domain_scores(folder: Path) -> Iterator[Row]:
    """Scores and segments of single domains; the league table is that of the organisation's row of the same quarter."""
    tables = {(row["org_code"], row["quarter"]): cells.league_table(row["league_table"]) or ""
              for row in _rows(folder / "segmentation.csv") if row["quarter"]}
    for row in _rows(folder / "segmentation_domains.csv"):
        quarter = cells.quarter(row["quarter"])
        _, release, table, source = next(one for one in RELEASES if row["source"].startswith(one[0]))
        yield {
            "org": row["org_code"], "framework": f"NOF {quarter.year}", "period": quarter.name,
            "league_table": table or tables.get((row["org_code"], quarter.name), ""), "domain": DOMAINS[row["metric_id"][-1]],
            "measure": row["units"], "value": row["value"], "publication": release, "source": source}


def never_events(folder: Path) -> Iterator[Row]:
    """Totals by organisation and year; the table's days of publication are not known."""
    for row in _rows(folder / "never_events_counts.csv"):
        yield {
            "org": row["ods_code"], "org_name": row["org_name_as_published"], "year": cells.nhs_year(row["year"]).name,
            "count": row["count"], "status": row["data_status"], "valid_from": row["period_start"], "valid_to": row["period_end"],
            "published_on": "", "source": NEVER_EVENTS, "via": row["source"],
            "checked": row["checked"]}


def ratings(folder: Path) -> Iterator[Row]:
    """Ratings of three levels, kept apart."""
    for row in _rows(folder / "cqc_ratings.csv"):
        _, level, as_of, source = next(one for one in LEVELS if row["level"].startswith(one[0]))
        flag = cells.flag(row["inherited"], "inherited")
        yield {
            "org": row["trust_code"], "level": level, "location": row["cqc_location_id"],
            **{name: row[name] for name in ("overall", "safe", "effective", "caring", "responsive", "well_led")},
            "published_on": row["publication_date"], "as_of": as_of, "inherited": "" if flag is None else str(flag).lower(),
            "source": source, "via": row["source"], "checked": row["checked"]}


TABLES: dict[str, Callable[[Path], Iterator[Row]]] = {
    "domain_scores.csv": domain_scores, "never_events.csv": never_events, "ratings.csv": ratings}


def build(source: Path, target: Path) -> None:
    """Make the tables in ``target`` from those in ``source``."""
    for name, compile_rows in TABLES.items():
        rows = sorted(compile_rows(source), key=lambda row: list(row.values()))
        with (target / name).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).parent)
