"""Segments in tables, in lists under a segment's heading, and in parallel ("A and B are in 3 and 4 respectively")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.schema import Status
from nlp.kinds.segment.implied import implied
from nlp.kinds.segment.marks import ANCHOR, VALUES, Mark
from nlp.sheet import Name, Sheet, Subject, Trigger
from nlp.tables import Cell, Row, Table

COLUMN = re.compile(r"\bseg(?:ment\w*)?\b|\bSOF\b|\bNOF\b|oversight\s+framework", re.IGNORECASE)
NOT_A_COLUMN = re.compile(r"\b(?:no\.?|number|count|trusts|providers|how\s+many|change)\s+in\b|\bin\s+segment\b|\bthreshold|"
                          r"\btarget", re.IGNORECASE)
OLD_COLUMN = re.compile(r"\b(?:previous|prior|last|was|before|earlier|old|prev|from)\b", re.IGNORECASE)
NEW_COLUMN = re.compile(r"\b(?:now|current|currently|latest|new|this|present|to)\b", re.IGNORECASE)
COMING_COLUMN = re.compile(r"\b(?:advice|advised|recommend\w*|proposed|expected|forecast|planned|target|provisional|next|likely|"
                           r"indicative|shadow)\b", re.IGNORECASE)
VALUE = re.compile(r"(?:seg(?:ment)?\s*|SOF\s*|NOF\s*)?(?P<value>[1-5]|one|two|three|four|five)\s*[*†‡¹²³^]*\s*[↑↓▲▼►→=↔]?\s*"
                   r"(?:[(\[]\s*(?:was\s+|from\s+|prev(?:ious)?\.?:?\s*|"
                   r"Q\d\s*:?\s*)?(?P<old>[1-5])\s*[)\]])?(?:\s*\([^)\d]{1,40}\))?", re.IGNORECASE)
SEGMENT_LABEL = re.compile(r"(?:(?:SOF|NOF)\s*)?(?:seg(?:ment)?\.?|SOF|NOF)\s*[:–-]?\s*(?P<value>[1-5]|one|two|three|four|five)"
                           r"(?:\s*\([^()\d]{1,40}\))?",
                           re.IGNORECASE)
MOVED = re.compile(r"(?:Q\d:?\s*)?(?<!\d)(?P<old>[1-5])\s*(?:→|->|–>|=>|\bto\b)\s*(?:Q\d:?\s*)?(?P<value>[1-5])(?!\d)",
    re.IGNORECASE)
PLAIN = re.compile(r"(?P<value>[1-5])\s*(?:\(\s*(?P<old>[1-5])\s*\))?\s*[*†‡¹²³]?")
ANOTHER_MEASURE = re.compile(r"\bnever|complaints?|incidents?|\brank|score|tiers?\b|stars?\b|rating|vacanc|breach|deaths?|"
                             r"number|count\b|total|cases|falls|infections?|likelihood|consequence|risk", re.IGNORECASE)
AIMED_AT = re.compile(r"target|plan|threshold", re.IGNORECASE)
FEWEST_ROWS = 3
"""So many rows of organisations with nothing but 1 to 5 beside them make a table of segments, in a text about segments."""
SORT_KEY = re.compile(r"(?:19|20)?(?P<year>\d\d)\s*[-/–]\s*\d\d|(?:19|20)(?P<whole>\d\d)")
QUARTER = re.compile(r"\b[QM]\s?(?P<number>\d{1,2})\b|\bquarter\s+(?P<words>\d|one|two|three|four)\b", re.IGNORECASE)
LIST_OPENS = re.compile(r"[)\]]?\s*(?:\([^()]{1,40}\))?\s*(?:in\s+the\s+[\w\s]{1,50})?[:–—\t-]\s*|\s{2,}")
COPULA = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|remains?|stays?|moved|moves|went|placed|put|not)\b",
    re.IGNORECASE)


def table_triggers(sheet: Sheet, framework: str, tables: Sequence[Table]) -> Iterator[Trigger]:
    """What the cells under a heading about segments, or of a row about them, say."""
    for table in tables:
        if of_columns := _segment_columns(table):
            yield from _names_by_column(sheet, framework, table, of_columns)
            continue
        columns = _columns(table)
        if not columns and _of_plain_numbers(sheet, table):
            columns = [1]
        for row in table.rows:
            if not columns and (moved := MOVED.search(sheet.words(row.sentence))) and ANCHOR.search(
                f"{sheet.title} {sheet.text[:row.sentence.start]}"):
                yield from _moved_row(sheet, framework, row, moved)
                continue
            if columns:
                yield from _row_triggers(sheet, framework, row, [c for c in columns if c < len(row.cells)], table)
            elif COLUMN.search(row.cells[0].text) and not NOT_A_COLUMN.search(row.cells[0].text):
                yield from _label_triggers(sheet, framework, row)


def table_sentences(sheet: Sheet, tables: Sequence[Table]) -> frozenset[int]:
    """The sentences that tables about segments read, so that prose does not read them again."""
    read: set[int] = set()
    for table in tables:
        whole = bool(_columns(table) or _segment_columns(table) or _of_plain_numbers(sheet, table))
        read.update(row.sentence.index for row in table.rows if whole or MOVED.search(sheet.words(row.sentence))
                    or (len(row.cells) > 2 and COLUMN.search(row.cells[0].text)))
    return frozenset(read)


def _segment_columns(table: Table) -> dict[int, int]:
    """ "Segment 1 | Segment 2 | Segment 3" over names: which column is of which segment; empty where cells hold figures."""
    found = {index: VALUES[label["value"].lower()] for index, cell in enumerate(table.header)
             if (label := SEGMENT_LABEL.fullmatch(cell.text))}
    figures = any(cell.is_figure and cell.text.strip() not in ("-", "–", "—") for row in table.rows for cell in row.cells)
    return found if len(found) > 1 and not figures else {}


def _names_by_column(sheet: Sheet, framework: str, table: Table, columns: dict[int, int]) -> Iterator[Trigger]:
    """The organisations in each column of a table whose columns are segments."""
    for row in table.rows:
        shift = len(table.header) - len(row.cells) if len(row.cells) < len(table.header) else 0
        texts = {cell.text: columns[index] for index, cell in enumerate(table.header) if index in columns}
        for index, (cell, heading) in enumerate(zip(row.cells, row.headings, strict=True)):
            value = columns.get(index) if not shift else texts.get(heading)
            names = [name for name in sheet.names_in(cell.start, cell.end) if name.code and name.form != "anaphor"]
            if value is not None and names:
                yield Trigger("segment", framework, cell.start, cell.end, "segment.table_column", value, status="current",
                              subjects=tuple(Subject(name.code, 0.9, "column", name) for name in _distinct(names)),
                              quote=(row.sentence.start, row.sentence.end), confidence=0.85)


def _of_plain_numbers(sheet: Sheet, table: Table) -> bool:
    """Rows of organisations with one number from 1 to 5 each, in a text that has spoken of segments and names no other measure."""
    if len(table.rows) < FEWEST_ROWS or table.header or ANOTHER_MEASURE.search(table.caption):
        return False
    if not all(len(row.cells) > 1 and PLAIN.fullmatch(row.cells[1].text) and not any(cell.is_figure and cell.text not in "-–—"
               for cell in row.cells[2:]) for row in table.rows):
        return False
    if implied(sheet):
        return True
    return ANCHOR.search(f"{sheet.title} {sheet.text[:table.rows[0].sentence.start]}") is not None


def _moved_row(sheet: Sheet, framework: str, row: Row, moved: re.Match[str]) -> Iterator[Trigger]:
    """ "Dartford   Q1 2 -> Q2 1": a move as a row, or a segment kept."""
    start = row.sentence.start + moved.start()
    told: tuple[tuple[str, Status], ...] = ((moved["old"], "ended"), (moved["value"], "current"))
    for value, status in told:
        if status == "current" or moved["old"] != moved["value"]:
            yield Trigger("segment", framework, start, row.sentence.start + moved.end(), "segment.moved_row", int(value),
                          status=status, subjects=subjects_of_row(sheet, row), quote=(row.sentence.start, row.sentence.end),
                          confidence=0.85)


def _columns(table: Table) -> list[int]:
    """The columns that hold segments, oldest first."""
    texts = _header_texts(table)
    own = [index for index, text in enumerate(texts) if COLUMN.search(text) and not NOT_A_COLUMN.search(text)]
    if own:
        first = own[0]
        after = [i for i in range(first + 1, len(texts)) if i not in own and _is_when(texts[i])]
        return _by_age(texts, [*own, *after])
    if ANCHOR.search(table.caption):
        return _by_age(texts, [index for index, text in enumerate(texts) if index and _is_when(text)])
    return []


def _header_texts(table: Table) -> list[str]:
    if not table.rows:
        return []
    longest = max(table.rows, key=lambda row: len(row.cells))
    return list(longest.headings)


def _is_when(text: str) -> bool:
    return bool(QUARTER.fullmatch(text) or NEW_COLUMN.search(text) or OLD_COLUMN.search(text) or COMING_COLUMN.search(text)
                or SORT_KEY.search(text)) and len(text) < 30


def _by_age(texts: Sequence[str], columns: list[int]) -> list[int]:
    def age(index: int) -> tuple[int, int, int]:
        text = texts[index]
        years = [found.group() for before in texts[:index + 1] if (found := SORT_KEY.search(before))]
        if years and not SORT_KEY.search(text):
            text = f"{years[-1]} {text}"
        stage = 2 if COMING_COLUMN.search(text) else 0 if OLD_COLUMN.search(text) and not NEW_COLUMN.search(text) else 1
        year, quarter = SORT_KEY.search(text), QUARTER.search(text)
        return (stage, int(year["year"] or year["whole"]) if year else 0,
                VALUES.get((quarter["number"] or quarter["words"]).lower(), int(quarter["number"] or 0)) if quarter else 0)
    return sorted(columns, key=age)


def _row_triggers(sheet: Sheet, framework: str, row: Row, columns: Sequence[int], table: Table) -> Iterator[Trigger]:
    subjects = subjects_of_row(sheet, row)
    if subjects == ():
        return
    told: list[tuple[Cell, int, Status]] = []
    for index in columns:
        cell = row.cells[index]
        if moved := MOVED.fullmatch(cell.text):
            told += [(cell, VALUES[moved["old"]], "ended"), (cell, VALUES[moved["value"]], "current")]
        elif found := VALUE.fullmatch(cell.text):
            value = VALUES[found["value"].lower()]
            status: Status = "planned" if COMING_COLUMN.search(row.headings[index]) else "current"
            told = [(c, v, "ended" if s == "current" and status == "current" else s) for c, v, s in told]
            told.append((cell, value, status))
            if found["old"]:
                told.append((cell, VALUES[found["old"]], "ended"))
    current = {value for _, value, status in told if status == "current"}
    for cell, value, status in told:
        if status == "current" or value not in current:
            yield Trigger("segment", framework, cell.start, cell.end, "segment.table", value, status=status, subjects=subjects,
                          quote=(row.sentence.start, row.sentence.end), confidence=0.9)


def _label_triggers(sheet: Sheet, framework: str, row: Row) -> Iterator[Trigger]:
    """ "Segment   3  3  4": periods run from left to right unless the headings say otherwise."""
    order = _by_age(row.headings, list(range(1, len(row.cells))))
    values = [(row.cells[i], VALUES[found["value"].lower()]) for i in order
              if (found := VALUE.fullmatch(row.cells[i].text)) and not AIMED_AT.search(row.headings[i])]
    for position, (cell, value) in enumerate(values):
        last = position == len(values) - 1
        if last or value != values[-1][1]:
            yield Trigger("segment", framework, cell.start, cell.end, "segment.table_row", value,
                          status="current" if last else "ended", quote=(row.sentence.start, row.sentence.end))


def subjects_of_row(sheet: Sheet, row: Row) -> tuple[Subject, ...] | None:
    """Who a row of a table is about: whom its first naming cell names; empty where it names nobody."""
    for cell in row.cells:
        aside = sheet.text.find("(", cell.start, cell.end)
        names = [name for name in sheet.names_in(cell.start, cell.end) if name.code]
        names = [name for name in names if aside < 0 or name.start < aside] or names[:1]
        if names:
            return tuple(Subject(name.code, 0.95, "row", name) for name in _distinct(names))
    return ()


def listed(sheet: Sheet, mark: Mark, until: int) -> tuple[Subject, ...] | None:
    """ "Segment 3: A; B; C": the names that follow a mark which opens its line, None where it opens no list."""
    if not mark.strong or sheet.text[mark.sentence.start:mark.start].strip(" •-–—*(["):
        return None
    opens = LIST_OPENS.match(sheet.text, mark.end, until)
    if opens is None:
        return None
    names = [name for name in sheet.names_in(opens.end(), until) if name.code and name.form != "anaphor"]
    if not names or COPULA.search(sheet.text, mark.end, names[-1].start):
        return None
    return tuple(Subject(name.code, 0.9, "list", name) for name in _distinct(names))


def under_lead_in(sheet: Sheet, framework: str, marks: dict[int, list[Mark]], skip: frozenset[int]) -> Iterator[Trigger]:
    """Items and rows that name organisations under a heading that gives a single segment, and give none of their own."""
    for sentence in sheet.sentences:
        if sentence.lead_in is None or sentence.index in marks or sentence.index in skip:
            continue
        above = marks.get(sentence.lead_in, [])
        if len(above) != 1 or not above[0].strong:
            continue
        names = [name for name in sheet.names_in(sentence.start, sentence.end) if name.code and name.form != "anaphor"]
        if names and sheet.text[sentence.start:names[0].start].strip(" •●▪◦-–—*·()0123456789.|/") == "":
            yield Trigger("segment", framework, names[0].start, names[0].end, "segment.lead_in", above[0].value,
                          subjects=tuple(Subject(name.code, 0.85, "lead_in", name) for name in _distinct(names[:1])),
                          quote=(sentence.start, sentence.end), status="current")


def _distinct(names: Sequence[Name]) -> list[Name]:
    return list({name.code: name for name in reversed(names)}.values())[::-1]
