"""The Organisation Data Service's answers as entries of the register: one record of the ORD interface, or a report's rows."""

from __future__ import annotations

import csv
import datetime
import re

from pydantic import TypeAdapter, ValidationError

from corpora.errors import UnreadableInput
from corpora.schema import Issue, OdsCode, PartialDate, RegisterEntry
from corpora.text.cleaning import clean_line
from crawl.answers.json_parts import Part, day_of

CODE = TypeAdapter(OdsCode)
NHS_TRUST = "RO197"
"""The primary role of NHS trusts (unconfirmed)."""
COLUMNS = 27
"""A report has no header: code, name, national grouping, high-level geography, five lines of address, postcode, open date, close
date, status and further columns."""
CODE_AT, NAME_AT, POSTCODE_AT, OPENED_AT, CLOSED_AT = 0, 1, 9, 10, 11
LEGAL = "legal"


def read_organisation(answer: Part) -> RegisterEntry:
    """The entry of one organisation's record.

    Of its dates the legal ones count before the operational ones. Names are in capitals, as the service gives them.

    Raises:
        UnreadableInput: it is laid out in another way.
    """
    organisation = answer.part("Organisation")
    code = _code(organisation.part("OrgId").words("extension"), organisation.where)
    geography = organisation.maybe("GeoLoc")
    location = geography.maybe("Location") if geography else None
    opened, closed = _period(organisation)
    successions = organisation.maybe("Succs")
    steps: dict[str, list[OdsCode]] = {"successor": [], "predecessor": []}
    for step in successions.parts("Succ") if successions else ():
        kind = step.words("Type").lower()
        if kind not in steps:
            raise UnreadableInput(f"{step.where}: {kind[:40]!r} is neither successor nor predecessor")
        steps[kind].append(_code(step.part("Target").part("OrgId").words("extension"), step.where))
    return RegisterEntry(
        code=code, name=organisation.words("Name"), role=_primary_role(organisation),
        active=organisation.words("Status").lower() == "active", opened=opened, closed=closed,
        postcode=location.words("PostCode") if location else "",
        successors=tuple(dict.fromkeys(steps["successor"])), predecessors=tuple(dict.fromkeys(steps["predecessor"])))


def read_report(body: bytes, *, url: str, role: str,
                today: datetime.date) -> tuple[tuple[RegisterEntry, ...], tuple[Issue, ...]]:
    """The entries of a report (``etr``), which has a row an organisation and no header; a row that is none is an issue.

    Args:
        role: the primary role of what the report lists, which its rows do not say.
        today: an organisation that closes later is still active.

    Raises:
        UnreadableInput: it is no CSV, or not the report.
    """
    entries: list[RegisterEntry] = []
    issues: list[Issue] = []
    try:
        rows = list(csv.reader(body.decode("utf-8-sig", "replace").splitlines(), strict=True))
    except csv.Error as error:
        raise UnreadableInput(f"{url}: is not CSV: {error}") from error
    if not rows or not any(len(row) == COLUMNS for row in rows):
        raise UnreadableInput(f"{url}: has no row of {COLUMNS} columns, as the report has")
    for number, row in enumerate(rows, start=1):
        problem = _row_problem(row)
        if problem:
            issues.append(Issue(stage="crawl", where=f"{url}, row {number}", value=", ".join(row)[:200] or None, reason=problem))
            continue
        opened, closed = day_of(row[OPENED_AT].strip()), day_of(row[CLOSED_AT].strip())
        entries.append(RegisterEntry(
            code=row[CODE_AT].strip(), name=clean_line(row[NAME_AT]), role=role, active=not closed or closed > today.isoformat(),
            opened=opened, closed=closed, postcode=clean_line(row[POSTCODE_AT])))
    if not entries:
        raise UnreadableInput(f"{url}: none of its {len(rows)} rows is an organisation")
    return tuple(entries), tuple(issues)


def _row_problem(row: list[str]) -> str:
    if len(row) != COLUMNS:
        return f"has {len(row)} columns, not {COLUMNS}"
    if not re.fullmatch(r"[A-Z0-9]{3,6}", row[CODE_AT].strip()) or not row[NAME_AT].strip():
        return "has no ODS code or no name where the report has them"
    wrong = [row[at] for at in (OPENED_AT, CLOSED_AT) if row[at].strip() and day_of(row[at].strip()) is None]
    return f"{wrong[0][:40]!r} is not a date" if wrong else ""


def _code(written: str, where: str) -> OdsCode:
    try:
        return CODE.validate_python(written)
    except ValidationError as error:
        raise UnreadableInput(f"{where}: {written[:40]!r} is not an ODS code") from error


def _period(organisation: Part) -> tuple[PartialDate | None, PartialDate | None]:
    dates = sorted(organisation.parts("Date"), key=lambda date: date.words("Type").lower() != LEGAL)
    opened = next((day for date in dates if (day := date.day("Start"))), None)
    return opened, next((day for date in dates if (day := date.day("End"))), None)


def _primary_role(organisation: Part) -> str:
    roles = organisation.maybe("Roles")
    for role in roles.parts("Role") if roles else ():
        primary = role.maybe("primaryRole")
        if primary and primary.value in (True, "true"):
            return role.words("id")
    return ""
