"""Tables with a column for an intervention: "Mandated support? Yes", "In RSP: since May", "Special measures: exited 2019"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.schema import Status
from nlp.kinds.intervention.patterns import Family, Page, compiled
from nlp.kinds.intervention.topics import titled
from nlp.sheet import Subject, Trigger
from nlp.tables import Cell, Row, tables_in

ANSWERS: tuple[tuple[Status, str], ...] = (
    ("negated", r"(?:no|none|nil|n|never|not (?:in|subject|applicable|imposed|required)\b.{0,40})"),
    ("ended", r"(?:yes,? )?(?:exited|left|lifted|removed|ended|closed|discharged|released|out|complied|met|completed?|expired|"
              r"formerly|until|"
              r"to)\b.{0,60}|(?:\w+ )?(?:19|20)\d\d ?(?:-|to) ?(?:\w+ )?(?:19|20)?\d\d"),
    ("planned", r"(?:proposed|pending|expected|under (?:consideration|discussion)|from next|due|recommended|possible|tbc|"
                r"at risk)\b.{0,60}"),
    ("current", r"(?:yes|y|x|[✓✔☑]|in place|in force|in|current(?:ly)?|active|open|on|remains?|still|since|from|entered|joined|"
                r"accepted|issued|imposed|"
                r"placed)\b.{0,60}|[✓✔☑]|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?'?(?:\d\d)?\d\d|"
                r"(?:19|20)\d\d|\d{1,2}/\d{1,2}/(?:\d\d)?\d\d"),
)
READ = tuple((status, compiled(words)) for status, words in ANSWERS)


def find_in_columns(page: Page, triggers: Sequence[Trigger], families: Sequence[Family]) -> Iterator[Trigger]:
    """One trigger for each cell that answers a column's question about the organisation of its row."""
    starts = frozenset(trigger.start for trigger in triggers)
    for table in tables_in(page.sheet):
        if not table.header:
            continue
        asked = {heading: subtypes[0] for heading in {cell.text for cell in table.header}
                 if len(subtypes := titled(heading, families)) == 1}
        for row in table.rows if asked else ():
            yield from _in_row(page, row, asked, starts)


def _in_row(page: Page, row: Row, asked: dict[str, str], starts: frozenset[int]) -> Iterator[Trigger]:
    names = [name for name in page.sheet.names_in(row.sentence.start, row.sentence.end) if name.code and name.form != "anaphor"]
    if not names:
        return
    code = names[0].code
    for cell, heading in zip(row.cells, row.headings, strict=True):
        subtype = asked.get(heading)
        status = _answer(page, cell)
        if subtype and status and not any(cell.start <= start < cell.end for start in starts):
            yield Trigger("intervention", subtype, cell.start, cell.end, "intervention.column", status=status,
                          subjects=(Subject(code, 0.9, "row", names[0]),), quote=(row.sentence.start, row.sentence.end))


def _answer(page: Page, cell: Cell) -> Status | None:
    words = page.folded[cell.start:cell.end]
    return next((status for status, pattern in READ if pattern.fullmatch(words)), None)
