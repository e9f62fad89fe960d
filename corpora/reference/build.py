"""Rebuild the packaged tables from a folder of compiled reference data.

    python -m corpora.reference.build FOLDER

``FOLDER`` holds trusts.csv, icbs.csv, trust_aliases.csv, hospital_sites.csv and trust_successions.csv, as described in
``sources.csv``. Facts only are taken: codes, names, dates, relations. ``past_sites.csv`` beside this module is kept by hand:
hospitals whose earlier operator the lists, which are of 2018 and later, do not show.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
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
        *((r["code"], alias, "variant", "false", "", "") for r in icbs for alias in _names_of_icb(r))])
    past = rows_of(target / "past_sites.csv")
    dated = {(r["name"], r["code"]) for r in past}
    successors = {r["predecessor_code"]: r for r in rows_of(source / "trust_successions.csv") if r["kind"] != "rename"}
    write(target / "sites.csv", "name code principal town ambiguous setting until", [
        *((r["site_name"], r["trust_code"], _flag("yes" if r["role"] == "principal" else "no"), r["town"],
           _flag(r["ambiguous"]), r["kind"], "") for r in rows_of(source / "hospital_sites.csv")),
        *((r["name"], r["code"], "true", r["town"], "false", "acute", r["until"]) for r in past),
        *((r["site_name"], code, "true", r["town"], "false", r["kind"], _day_before(successors[code]["effective_date"]))
          for r in rows_of(source / "hospital_sites.csv") if r["role"] == "principal"
          for code in r["trust_code_at_source"].split()[:1]
          if code != r["trust_code"] and code in successors and (r["site_name"], code) not in dated)])
    write(target / "successions.csv", "predecessor successor date kind predecessor_name successor_name", (
        (r["predecessor_code"], r["successor_code"], r["effective_date"], r["kind"], r["predecessor_name"], r["successor_name"])
        for r in rows_of(source / "trust_successions.csv")))


def _names_of_icb(row: dict[str, str]) -> Iterator[str]:
    """The board's name, its listed short names, and its system by the name it had as a partnership before 2022."""
    yield row["icb_name"]
    yield from (alias.strip() for alias in row["aliases"].split(";") if alias.strip())
    former = re.sub(r"\s*\(.*?\)|\s+(?:Health and (?:Social )?Care(?: Partnership| ICS)?)$", "", row["stp_name_2021"])
    if former and former != row["ics_name"] and "London" not in former:
        yield f"{former} ICS"


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _flag(yes_or_no: str) -> str:
    return "true" if yes_or_no == "yes" else "false"


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).parent)
