"""Grades as they stand in the cells of tables: words, letters, arrows beside them, what they were in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.tables import Cell

MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
WORDS = (r"(?P<{0}outstanding>out(?:-\n)?standing|O)|(?P<{0}good>good|G)"
         r"|(?P<{0}requires_improvement>requires?\s+imp(?:-\s*)?rove?(?:-\s*)?ment|req(?:uires|\.)?\s+imp(?:\.|rovement)?|RI)"
         r"|(?P<{0}inadequate>inad(?:-\n)?equate|I)")
ARROWS = r"[\s*†‡↑↓↔→←▲▼⬆⬇➔=]*"
GRADE_CELL = re.compile(
    rf"(?:{WORDS.format('')})(?:\s+overall)?{ARROWS}"
    rf"(?:\((?:was|from|previously|prev\.?|up\s+from|down\s+from)?[:\s]*(?:{WORDS.format('old_')})\)"
    rf"|\([^)]{{0,40}}\)|\[[^\]]{{0,40}}\]|,?\s*(?:{MONTHS}\s+)?(?:19|20)\d\d)?{ARROWS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Graded:
    """A cell that holds a grade, with the heading over it and the grade that it says to have been before."""

    cell: Cell
    value: str
    heading: str
    old: str | None = None


def graded(cell: Cell, heading: str) -> Graded | None:
    """The grade in a cell, or None. A letter counts as a capital only."""
    found = GRADE_CELL.fullmatch(cell.text.strip())
    if found is None:
        return None
    groups = {name: words for name, words in found.groupdict().items() if words}
    value = next(name for name in groups if not name.startswith("old_"))
    if len(groups[value]) == 1 and not groups[value].isupper():
        return None
    old = next((name.removeprefix("old_") for name in groups if name.startswith("old_")), None)
    return Graded(cell, value, heading, old)
