"""Rebuild the packaged tables from a folder of compiled reference data.

    python -m corpora.reference.build FOLDER

``FOLDER`` holds trusts.csv, icbs.csv, trust_aliases.csv, hospital_sites.csv and trust_successions.csv, as described in
``sources.csv``. Facts only are taken: codes, names, dates, relations.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

SECTORS = {"digital": "other", "other (national telephone service)": "other"}


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of one compiled table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(path: Path, columns: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write one packaged table, sorted, without doubles."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns.split())
        writer.writerows(sorted(set(rows)))


def build(source: Path, target: Path) -> None:
    """Make the packaged tables in ``target`` from the compiled ones in ``source``."""
    trusts, icbs = rows_of(source / "trusts.csv"), rows_of(source / "icbs.csv")
    write(target / "organisations.csv", "code name kind sector region icb postcode opened closed", [
        *((r["ods_code"], r["name"], "trust", SECTORS.get(r["sector"], r["sector"]), r["region"], r["icb_code"],
           r["postcode"], r["open_date"], r["close_date"]) for r in trusts),
        *((r["code"], r["icb_name"], "icb", "icb", r["region"], "", "", r["open_date"], r["close_date"]) for r in icbs)])
    write(target / "aliases.csv", "code name kind ambiguous valid_from valid_to", [
        *((r["ods_code"], r["alias"], r["kind"], _flag(r["ambiguous"]), r["valid_from"], r["valid_to"])
          for r in rows_of(source / "trust_aliases.csv")),
        *((r["code"], alias.strip(), "variant", "false", "", "")
          for r in icbs for alias in [r["icb_name"], *r["aliases"].split(";")] if alias.strip())])
    write(target / "sites.csv", "name code principal town ambiguous", (
        (r["site_name"], r["trust_code"], _flag("yes" if r["role"] == "principal" else "no"), r["town"], _flag(r["ambiguous"]))
        for r in rows_of(source / "hospital_sites.csv")))
    write(target / "successions.csv", "predecessor successor date kind predecessor_name successor_name", (
        (r["predecessor_code"], r["successor_code"], r["effective_date"], r["kind"], r["predecessor_name"], r["successor_name"])
        for r in rows_of(source / "trust_successions.csv")))


def _flag(yes_or_no: str) -> str:
    return "true" if yes_or_no == "yes" else "false"


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).parent)
