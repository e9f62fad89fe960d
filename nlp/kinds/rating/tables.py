"""Ratings in tables: grades by key question, by year or by hospital, spelt out or as letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.schema import Status
from nlp.kinds.rating.aspects import ASPECT, KEY_QUESTIONS, SERVICES
from nlp.sheet import Sheet, Trigger

LINE = re.compile(r"[^\n]+(?:(?:\|[ \t]*|\b[Rr]equires[ \t]*)\n[^\n]+)*")
"""A row may be wrapped behind a bar or inside "Requires improvement"."""
LABELLED = re.compile(r"^(.{3,80}?):\s+(?=\S)")
CELL = re.compile(r"[^\s|](?:[^\t|]*?[^\s|])??(?=\s{2,}|\t|\s*\||\s*$)")
GRADE_CELL = re.compile(
    r"^(?:(?P<outstanding>outstanding|O)|(?P<good>good|G)|(?P<requires_improvement>requires?\s+improvement|req(?:uires"
    r"|\.)?\s+imp(?:\.|rovement)?|RI)|(?P<inadequate>inadequate|I))"
    r"[*†↑↓↔→←▲▼ ]*(?:\((?:was|from|previously)?[^)]{0,30}\)|\[[^\]]{0,30}\])?$", re.IGNORECASE)
EARLIER = re.compile(r"\b(?:before|previous(?:ly)?|prior|was|earlier|last\s+time)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SITE_HEADING = re.compile(r"\b(?:hospital|site|infirmary|campus)\b", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:trust|overall|whole|provider)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row; ``grade`` where it holds one."""

    start: int
    end: int
    text: str
    grade: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """What the header above a row says of its columns."""

    columns: tuple[Cell, ...]
    heading: str


def find_table_ratings(sheet: Sheet) -> tuple[list[Trigger], list[tuple[int, int]]]:
    """The ratings in tables, and the stretches of text that they were read from (which prose rules then leave alone)."""
    triggers: list[Trigger] = []
    covered: list[tuple[int, int]] = []
    table: Table | None = None
    heading = ""
    blank_from = 0
    for line in LINE.finditer(sheet.text):
        if sheet.text.count("\n", blank_from, line.start()) > 2:
            table = None
        blank_from = line.end()
        cells = _cells(line)
        grades = [cell for cell in cells if cell.grade]
        if len(cells) < 2:
            heading = line.group().strip() or heading
            continue
        if not grades:
            table = Table(tuple(cells), heading)
            continue
        found = list(_row(sheet, cells, grades, table, heading)) if len(grades) > 1 else []
        if found:
            triggers.extend(found)
            covered.append((line.start(), line.end()))
    return triggers, covered


def _cells(line: re.Match[str]) -> list[Cell]:
    cells: list[Cell] = []
    for match in CELL.finditer(line.group()):
        start, end = line.start() + match.start(), line.start() + match.end()
        label = LABELLED.match(match.group())
        if label and not cells and _grade(match.group()[label.end():]):
            cells.append(Cell(start, start + label.end(1), label.group(1), None))
            start += label.end()
        words = line.string[start:end]
        cells.append(Cell(start, end, words, _grade(words)))
    return cells


def _grade(words: str) -> str | None:
    found = GRADE_CELL.match(words)
    lower_case_letter = found is not None and len(words.strip("*†↑↓↔→←▲▼ ")) == 1 and not words[0].isupper()
    return found.lastgroup if found and not lower_case_letter else None


def _row(sheet: Sheet, cells: list[Cell], grades: list[Cell], table: Table | None, heading: str) -> Iterator[Trigger]:
    label = cells[0] if not cells[0].grade else None
    header = table.columns if table else ()
    questions = [_question(cell.text) for cell in header]
    if sum(question in KEY_QUESTIONS for question in questions) >= 3:
        asked = [question for question in questions if question]
        yield from _by_question(sheet, cells, grades, asked, label, table.heading if table else heading)
        return
    if label is None:
        return
    subtype = _label_subtype(sheet, label)
    if subtype is None:
        return
    columns = header[-len(grades):] if len(header) >= len(grades) else ()
    statuses = _column_statuses(columns, grades)
    if statuses is None:  # one column a hospital: each grade is the service's there
        if subtype == "overall":
            subtype = "site"
        if len(grades) in (5, 6) and not columns:
            yield _trigger(subtype, cells[0], grades[-1], None)
            return
        statuses = [None] * len(grades)
    for grade, status in zip(grades, statuses, strict=True):
        yield _trigger(subtype, cells[0], grade, status)


def _by_question(
    sheet: Sheet, cells: list[Cell], grades: list[Cell], questions: list[str], label: Cell | None, heading: str,
) -> Iterator[Trigger]:
    subtype = _label_subtype(sheet, label) if label else "overall"
    if len(grades) != len(questions):
        return
    says_trust = label is not None and "trust" in label.text.lower()
    of_a_site = subtype == "site" or (subtype == "overall" and bool(SITE_HEADING.search(heading)) and not says_trust)
    for question, grade in zip(questions, grades, strict=True):
        if subtype == "overall" and not of_a_site:
            yield _trigger(question, cells[0], grade, None)
        elif question == "overall" and subtype:
            yield _trigger("site" if of_a_site else subtype, cells[0], grade, None)


def _column_statuses(columns: tuple[Cell, ...], grades: list[Cell]) -> list[Status | None] | None:
    """By columns of years or "before": the newest counts, older ones that differ are ended. None where columns are no times."""
    years = [YEAR.search(column.text) for column in columns]
    if len(grades) == len(columns) and all(years):
        newest = max(range(len(columns)), key=lambda position: years[position].group())  # type: ignore[union-attr]  # all() above
    elif len(columns) == len(grades) == 2 and sum(bool(EARLIER.search(column.text)) for column in columns) == 1:
        newest = 1 if EARLIER.search(columns[0].text) else 0
    else:
        return None
    return [None if position == newest or grade.grade == grades[newest].grade else "ended" for position, grade in enumerate(grades)]


def _question(words: str) -> str | None:
    found = ASPECT.match(words.strip())
    if found and found.lastgroup in (*KEY_QUESTIONS, "overall"):
        return found.lastgroup
    return None


def _label_subtype(sheet: Sheet, label: Cell) -> str | None:
    found = ASPECT.search(label.text)
    if found and (found.lastgroup in SERVICES or found.lastgroup in KEY_QUESTIONS):
        return found.lastgroup
    if found and found.lastgroup == "unfiled":
        return None
    if WHOLE.search(label.text) and not SITE_HEADING.search(label.text):
        return "overall"
    if SITE_HEADING.search(label.text) or any(name.form == "site" for name in sheet.names_in(label.start, label.end)):
        return "site"
    return None


def _trigger(subtype: str, label: Cell, grade: Cell, status: Status | None) -> Trigger:
    return Trigger("rating", subtype, grade.start, grade.end, "rating.table", grade.grade, status=status,
                   quote=(min(label.start, grade.start), grade.end), confidence=0.8)
