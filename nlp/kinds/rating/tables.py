"""Ratings in tables: grades by key question, by year, by hospital or by trust, spelt out or as letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpora.schema import Status
from nlp.kinds.rating.aspects import ASPECT, KEY_QUESTIONS, SERVICES, aspects_in
from nlp.kinds.rating.cells import Graded, graded
from nlp.kinds.rating.wording import LEAD_WORDS
from nlp.sheet import Name, Sheet, Subject, Trigger
from nlp.tables import Cell, Row, Table, tables_in

EARLIER = re.compile(r"\b(?:before|previous(?:ly)?|prior|was|earlier|last\s+time|old)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SITE_HEADING = re.compile(r"\b(?:hospitals?|sites?|infirmary|campus)\b", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:trust|overall|whole|provider)\b", re.IGNORECASE)
COLUMN = re.compile(r"\b(?:CQC|ratings?|overall|grades?|inspection|now|latest|current)\b", re.IGNORECASE)
NO_SUCH_COLUMN = re.compile(r"\b(?:plan|target|assurance|RAG|risk|PLACE|audit|score|trend|opinion|Ofsted|"
                            r"capability|use\s+of\s+resources)\b", re.IGNORECASE)
LABELLED = re.compile(r"(?P<label>.{3,80}?):\s+(?=\S)", re.DOTALL)
LEFT_OVER = re.compile(r"\s*\|[ \t]*\n[ \t]*(?P<grade>[A-Za-z][A-Za-z ]{3,22}?)[ \t]*(?:\n|$)")
"""What a row broken behind its last bar leaves on the next line."""
FEW = 3
"""So many key questions in a heading make the table one of key questions."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table with its label and its grades; ``questions`` are what the columns of grades ask, where they do."""

    table: Table
    start: int
    end: int
    label: Cell | None
    grades: tuple[Graded, ...]
    questions: tuple[str | None, ...]


def find_table_ratings(sheet: Sheet) -> tuple[list[Trigger], list[tuple[int, int]]]:
    """The ratings in tables, and the stretches of text that they were read from (which prose rules then leave alone)."""
    triggers: list[Trigger] = []
    covered: list[tuple[int, int]] = []
    asked: tuple[str | None, ...] = ()
    for table in tables_in(sheet):
        asked = tuple(_question(cell.text) for cell in table.header) if _asks(table) else asked
        for line in _lines(sheet, table, asked):
            found = list(_read(sheet, line))
            triggers.extend(found)
            if found or sum(question in KEY_QUESTIONS for question in line.questions) >= FEW:
                covered.append((line.start, line.end))
    return triggers, covered


def _asks(table: Table) -> bool:
    return sum(_question(cell.text) in KEY_QUESTIONS for cell in table.header) >= FEW


def _lines(sheet: Sheet, table: Table, asked: Sequence[str | None]) -> Iterator[Line]:
    """The rows that hold grades, those broken in two put together again."""
    cells: list[Cell] = []
    headings: tuple[str, ...] = ()
    for position, row in enumerate(table.rows):
        if cells and cells[-1].text.lower() == "requires" and row.cells[0].text.lower().startswith("improvement"):
            joined = replace(cells[-1], end=row.cells[0].end, text=f"{cells[-1].text} {row.cells[0].text}")
            cells = [*cells[:-1], joined, *row.cells[1:]]
        else:
            cells = [*cells, *row.cells]
        headings = headings or row.headings
        if position + 1 < len(table.rows) and _goes_on(row, table.rows[position + 1]):
            continue
        if position + 1 == len(table.rows) and (left := LEFT_OVER.match(sheet.text, cells[-1].end)):
            cells.append(Cell(left.start("grade"), left.end("grade"), left["grade"]))
        yield from _line(table, _label_apart(cells), headings, asked)
        cells, headings = [], ()


def _goes_on(row: Row, following: Row) -> bool:
    last = row.cells[-1].text
    first = graded(following.cells[0], "") or following.cells[0].text.lower().startswith("improvement")
    return bool(first) and (last.lower().endswith("requires") or bool(graded(row.cells[-1], "")) or not last)


def _label_apart(cells: list[Cell]) -> list[Cell]:
    """ "Surgery: Good" as two cells."""
    found = LABELLED.match(cells[0].text)
    if found is None or graded(Cell(0, 0, cells[0].text[found.end():]), "") is None:
        return cells
    start = cells[0].start
    return [Cell(start, start + found.end("label"), found["label"]),
            Cell(start + found.end(), cells[0].end, cells[0].text[found.end():]), *cells[1:]]


def _line(table: Table, cells: list[Cell], headings: tuple[str, ...], asked: Sequence[str | None]) -> Iterator[Line]:
    if len(headings) != len(cells):
        over = tuple(cell.text for cell in table.header)
        headings = over if len(over) == len(cells) else ("", *over) if len(over) + 1 == len(cells) else ("",) * len(cells)
    label = cells[0] if graded(cells[0], "") is None else None
    grades = tuple(found for cell, heading in zip(cells, headings, strict=False) if (found := graded(cell, heading)))
    if not grades:
        return
    questions = tuple(_question(grade.heading) for grade in grades)
    if not any(questions) and sum(question in KEY_QUESTIONS for question in asked) >= FEW:
        in_order = [question for question in asked if question]
        if len(in_order) == len(grades):
            questions = tuple(in_order)
    yield Line(table, cells[0].start, cells[-1].end, label, grades, questions)


def _read(sheet: Sheet, line: Line) -> Iterator[Trigger]:
    if sum(question in KEY_QUESTIONS for question in line.questions) >= min(FEW, len(line.grades)):
        yield from _by_question(sheet, line)
        return
    if line.label is None or not _is_about_ratings(sheet, line):
        return
    subtype, subjects = _of(sheet, line, line.label)
    if subtype is None:
        return
    grades = [grade for grade in line.grades if not NO_SUCH_COLUMN.search(grade.heading)]
    statuses = _statuses(grades)
    if statuses is None:  # one column a hospital: each grade is the service's there
        if len(grades) in (5, 6) and not line.table.header:
            yield _trigger(line, subtype, grades[-1], None, subjects)
            return
        subtype = "site" if subtype == "overall" and len(grades) > 1 else subtype
        statuses = [None] * len(grades)
    for grade, status in zip(grades, statuses, strict=True):
        yield _trigger(line, subtype, grade, status, subjects)
        if grade.old and grade.old != grade.value:
            yield replace(_trigger(line, subtype, grade, "ended", subjects), value=grade.old)


def _is_about_ratings(sheet: Sheet, line: Line) -> bool:
    """Whether a row without key questions is one of ratings: by its headings, its caption, the page, or several grades in it."""
    if len(line.grades) > 1:
        return True
    heading = line.grades[0].heading
    if heading:
        return COLUMN.search(heading) is not None and NO_SUCH_COLUMN.search(heading) is None
    if len(line.grades[0].value) == 1:
        return False
    return bool(sheet.doc_type == "cqc_report" or LEAD_WORDS.search(line.table.caption) or LEAD_WORDS.search(sheet.title))


def _by_question(sheet: Sheet, line: Line) -> Iterator[Trigger]:
    subtype, subjects = _of(sheet, line, line.label) if line.label else ("overall", None)
    for question, grade in zip(line.questions, line.grades, strict=True):
        if question is None:
            continue
        if subtype == "overall":
            yield _trigger(line, question, grade, None, subjects)
        elif question == "overall" and subtype:
            yield _trigger(line, subtype, grade, None, subjects)


def _of(sheet: Sheet, line: Line, label: Cell) -> tuple[str | None, tuple[Subject, ...] | None]:
    """What a row is about, by its label: a service, a hospital, the trust, or a trust that it names."""
    name = next((name for name in sheet.names_in(label.start, label.end) if name.code and name.form != "anaphor"), None)
    caption = "" if "|" in line.table.caption else line.table.caption[-160:]
    heading = " ".join((line.table.header[0].text if line.table.header else "", caption))
    several = _labelled(sheet, line.table)
    found = [aspect for aspect in aspects_in(sheet, label.start, label.end) if aspect.subtype not in ("overall", "site")]
    if found:
        subtype = found[0].subtype
        return (subtype if subtype in SERVICES or subtype in KEY_QUESTIONS else None), None
    if SITE_HEADING.search(label.text) and not (name and name.form in ("name", "acronym")):
        return _at_a_site(heading), _whose(name)
    by_site = re.search(r"\b(?:by|each)\s+(?:hospital|site)\b", heading, re.IGNORECASE)
    if name and name.code and (by_site or several.get(name.code, 0) > 1 or (name.form == "site" and len(several) < 2)):
        return _at_a_site(heading), _whose(name)
    if name and name.form in ("name", "acronym", "site"):
        return "overall", _whose(name)
    if WHOLE.search(label.text):
        of_a_site = SITE_HEADING.search(heading) and "trust" not in label.text.lower() and "trust" not in heading.lower()
        return ("site" if of_a_site else "overall"), None
    by_site = by_site or SITE_HEADING.search(caption)
    return ("site" if by_site and label.text[:1].isupper() and len(label.text) < 40 else None), None


def _labelled(sheet: Sheet, table: Table) -> dict[str, int]:
    """How many rows of a table are labelled with each organisation: two rows of one are two of its hospitals."""
    codes = [name.code for row in table.rows
             for name in sheet.names_in(row.cells[0].start, row.cells[0].end)[:1] if name.code and name.form != "anaphor"]
    return dict(Counter(codes))


def _whose(name: Name | None) -> tuple[Subject, ...] | None:
    return (Subject(name.code, 0.9, "row", name),) if name and name.code else None


def _at_a_site(heading: str) -> str:
    """A hospital's overall rating, or that of the service which the heading of the table is about."""
    services = [found.lastgroup for found in ASPECT.finditer(heading) if found.lastgroup in SERVICES]
    return services[-1] or "site" if services else "site"


def _statuses(grades: Sequence[Graded]) -> list[Status | None] | None:
    """By columns of years or "before": the newest counts, older ones that differ are ended. None where columns are no times."""
    if len(grades) == 1:
        return [None]
    years = [YEAR.search(grade.heading) for grade in grades]
    earlier = [bool(EARLIER.search(grade.heading)) for grade in grades]
    if all(years):
        newest = max(range(len(grades)), key=lambda position: years[position].group())  # type: ignore[union-attr]  # all() above
    elif any(earlier) and not all(earlier):
        newest = earlier.index(False)
    else:
        return None
    return [None if position == newest or grade.value == grades[newest].value else "ended" for position, grade in enumerate(grades)]


def _question(words: str) -> str | None:
    found = ASPECT.match(words.strip())
    if found and found.lastgroup in (*KEY_QUESTIONS, "overall"):
        return found.lastgroup
    return None


def _trigger(line: Line, subtype: str, grade: Graded, status: Status | None, subjects: tuple[Subject, ...] | None) -> Trigger:
    start = line.label.start if line.label else line.start
    return Trigger("rating", subtype, grade.cell.start, grade.cell.end, "rating.table", grade.value, status=status,
                   subjects=subjects, quote=(min(start, grade.cell.start), grade.cell.end), confidence=0.8)
