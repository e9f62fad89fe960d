"""Never events in tables: a column of numbers, a row of months, types as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.kinds.never_event.numbers import value_of
from nlp.kinds.never_event.scope import ABBREVIATED, NEVER_EVENT
from nlp.kinds.never_event.types import types_in
from nlp.sheet import Sheet, Subject, Trigger
from nlp.tables import Row, Table

FIGURE = re.compile(r"(?P<n>\d{1,3}|nil|none|zero)\s*[*†‡¹²³^]?\s*(?:[↑↓▲▼►]\s*)?", re.IGNORECASE)
NOT_A_TOTAL = re.compile(r"\b(?:target|threshold|plan|standard|limit|trend|spc|rag|change|variance|rank|rate|ref|date|tolerance|"
                         r"ceiling|aim|goal|benchmark|per\s+\d)\b", re.IGNORECASE)
TOTAL_HEADING = re.compile(r"\b(?:total|number|never\s+events?|NEs?|count|all|reported)\b", re.IGNORECASE)
OTHER_MEASURE = re.compile(r"\b(?:complaints?|deaths|falls|infections?|MRSA|C\.?\s?diff\w*|vacanc\w+|ulcers?|segments?|ratings?|"
                           r"serious\s+incidents?|mortality)\b", re.IGNORECASE)
BARE_ROW = re.compile(r"^[ ]*never[ ]events?(?:[ ]\([^()\n]{1,30}\))?[ ](?P<figures>(?:(?:\d{1,2}|nil|none|-|"
                      r"–)[ ]){1,14}(?:\d{1,2}|nil|none|-|–))"
                      r"(?:[ ](?:target|plan|threshold|tolerance|limit)[ ]?:?[ ]?\d{1,2})?[ ]*$", re.IGNORECASE | re.MULTILINE)
TOTAL_LABEL = re.compile(r"(?:grand\s+)?totals?(?:\s+never\s+events)?|all(?:\s+types)?|overall", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)?\d\d\s*[-/–]\s*\d\d(?:\d\d)?|(?:19|20)\d\d|y\s?t\s?d|year|cumulative|total|to\s+date|12\s+months|"
                  r"rolling", re.IGNORECASE)
MONTHLY = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^M\s?\d|month|^Q\d|quarter|actual|current|this|"
                     r"latest", re.IGNORECASE)


def table_triggers(sheet: Sheet, tables: Sequence[Table]) -> Iterator[Trigger]:
    """What tables say: rows labelled "Never events", and rows of organisations under a heading or caption that says so."""
    for table in tables:
        about = _is_about(sheet, table)
        for row in table.rows:
            if row.cells and _named(row.cells[0].text):
                yield from _label_row(sheet, row)
            elif about and len(row.cells) > 1:
                yield from _organisation_row(sheet, row) if _names_anybody(sheet, row) else _label_row(sheet, row, of_types=True)


def bare_rows(sheet: Sheet) -> Iterator[Trigger]:
    """ "Never events 0 0 1 0 1", where single spaces part the cells: the headings are the last words of the line above."""
    for found in BARE_ROW.finditer(sheet.text):
        sentence = sheet.sentence_at(found.start("figures"))
        if sentence is None or sentence.form == "row":
            continue
        figures = list(re.finditer(r"\S+", found["figures"]))
        above = sheet.text[:found.start()].rstrip().rpartition("\n")[2].split()
        headings = above[-len(figures):] if len(above) > len(figures) else []
        if not any(pattern.search(heading) for heading in headings for pattern in (MONTHLY, YEAR, NOT_A_TOTAL)):
            headings = [""] * len(figures)
        kept = [(figure, heading) for figure, heading in zip(figures, headings, strict=True)
                if not NOT_A_TOTAL.search(heading) and value_of(figure.group()) is not None]
        latest = [pair for pair in kept if MONTHLY.search(pair[1]) and not YEAR.search(pair[1])][-1:]
        for figure, heading in kept:
            value = value_of(figure.group()) or 0
            if value or not headings[0] or YEAR.search(heading) or (figure, heading) in latest:
                start = found.start("figures") + figure.start()
                yield _trigger(start, start + len(figure.group()), "unspecified", value, "never_event.bare_row", None,
                               (sentence.start, sentence.end))


def _is_about(sheet: Sheet, table: Table) -> bool:
    """Its caption or headings say so, or the title does, or its headings are types."""
    if _named(table.caption) or _named(table.heading_words):
        return True
    before = " ".join(sheet.words(sentence) for sentence in sheet.before(table.rows[0].sentence, 6))
    periods = len(table.header) > 1 and all(cell.is_period for cell in table.header[1:])
    if periods and len(table.rows) > 1 and _named(before) and not OTHER_MEASURE.search(before[-300:]):
        return True
    types = {t.slug for cell in table.header for t in types_in(cell.text, 0, len(cell.text), short=True)}
    return len(types) > 1 or (_named(sheet.title) and len(table.rows) > 1)


def _named(text: str) -> bool:
    return NEVER_EVENT.search(text) is not None or ABBREVIATED.search(text) is not None


def _names_anybody(sheet: Sheet, row: Row) -> bool:
    return any(name.code for name in sheet.names_in(row.sentence.start, row.sentence.end))


def _label_row(sheet: Sheet, row: Row, *, of_types: bool = False) -> Iterator[Trigger]:
    """ "Never events | 0 | 0 | 1 | 4": the year's total, the latest month, and earlier years; targets and trends are none."""
    subjects = None
    readings: list[tuple[int, int, int, str]] = []
    slug = next((t.slug for t in types_in(sheet.text, row.cells[0].start, row.cells[0].end, short=of_types)), "unspecified")
    if of_types and slug == "unspecified" and not TOTAL_LABEL.fullmatch(row.cells[0].text):
        return
    for cell, heading in zip(row.cells[1:], row.headings[1:], strict=True):
        found = FIGURE.fullmatch(cell.text)
        if found is None or NOT_A_TOTAL.search(heading):
            continue
        value = value_of(found["n"])
        if value is not None:
            readings.append((cell.start, cell.end, value, heading))
    headed = any(row.headings)
    months = [r for r in readings if MONTHLY.search(r[3]) and not YEAR.search(r[3])]
    for start, end, value, heading in readings:
        yearly = YEAR.search(heading) is not None
        latest = bool(months) and (start, end, value, heading) == months[-1]
        if ((headed and not yearly and not latest) or of_types) and value == 0:
            continue
        yield _trigger(start, end, slug, value, "never_event.table_row", subjects, (row.sentence.start, row.sentence.end))


def _organisation_row(sheet: Sheet, row: Row) -> Iterator[Trigger]:
    """A row of one organisation, or of several one after the other ("A | 5 | B | 3"): a figure is of the name before it."""
    quote = (row.sentence.start, row.sentence.end)
    plain = not any(row.headings)
    single: tuple[Subject, ...] = ()
    for cell, heading in zip(row.cells, row.headings, strict=True):
        names = [name for name in sheet.names_in(cell.start, cell.end) if name.code]
        if names:
            single = (Subject(names[0].code, 0.95, "row", names[0]),)
            continue
        if not single:
            continue
        found = FIGURE.match(cell.text)
        slug = next((t.slug for t in types_in(heading, 0, len(heading), short=True)), None) if heading else None
        if found is not None and found.end() == len(cell.text) and not NOT_A_TOTAL.search(heading):
            value = value_of(found["n"])
            if value is None:
                continue
            if slug is not None and value > 0:
                yield _trigger(cell.start, cell.end, slug, value, "never_event.table_type", single, quote)
            elif slug is None and (plain or _of_all(heading)):
                yield _trigger(cell.start, cell.end, "unspecified", value, "never_event.table_cell", single, quote)
            continue
        value = value_of(found["n"]) if found else None
        if value is not None and cell.text[found.end():found.end() + 1] == "(" and plain:  # type: ignore[union-attr]  # there is a value
            yield _trigger(cell.start, cell.end, "unspecified", value, "never_event.table_cell", single, quote)
        yield from _types_cell(sheet, cell.start, cell.end, single, quote)


def _types_cell(sheet: Sheet, start: int, end: int, subjects: tuple[Subject, ...], quote: tuple[int, int]) -> Iterator[Trigger]:
    from nlp.kinds.never_event.grouping import grouped_types
    for group in grouped_types(sheet.text, start, end, short=True):
        yield _trigger(group.start, group.end, group.slug, group.number, "never_event.table_types", subjects, quote)


def _of_all(heading: str) -> bool:
    return "other" not in heading.lower() and any(pattern.search(heading) for pattern in (TOTAL_HEADING, YEAR, MONTHLY))


def _trigger(start: int, end: int, slug: str, value: int, rule: str, subjects: tuple[Subject, ...] | None,
             quote: tuple[int, int]) -> Trigger:
    return Trigger("never_event", slug if value else "unspecified", start, end, rule, value,
                   status="current" if value else "negated", subjects=subjects, quote=quote, confidence=0.85)
