"""Never events that a text counts and then tells one by one: "two never events: one wrong site surgery and one retained swab".

Each is a piece of evidence, the total and every type, and all of them are one happening.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpora.schema import Evidence

Dated = tuple[Evidence, str | None]
"""A piece of evidence and the date of its document's publication."""

KIND, TOTAL = "never_event", "unspecified"
ADJOINING = 1
"""Characters between two quotes that stand side by side in one paragraph; a blank line, between paragraphs, is more."""
SURE_ENOUGH = 0.5
"""The least confidence of a total that takes up its parts: one too unsure to raise an alert is not to hide those that would."""
SAME_SPELL = 1
"""So many years before that of publication a total may be of for a sentence beside it that names no date to go on about it."""

FURTHER = re.compile(r"\b(?:further|another|additional|additionally|in\s+addition|separately|separate|besides|also|"
                     r"subsequently|subsequent)\b", re.IGNORECASE)
"""Says that what is told comes on top of what was told before."""
AND_FURTHER = re.compile(r"\b(?:and|plus|besides|as\s+well\s+as|in\s+addition\s+to)\s+(?:to\s+)?(?:(?:an?|one|two|three|of)\s+)?"
                         r"(?:further|another|additional|separate)\b|\b(?:plus|in\s+addition)\b", re.IGNORECASE)
"""Says so within one sentence; "a further two never events, one …" does not."""


def totals_of_parts(dated_evidence: Iterable[Dated]) -> dict[str, str]:
    """The id of the total that each part belongs to, by the part's id; what is part of no total is left out.

    A part names a type, and stands in the sentence of the total or in one of those that follow it or come before it without a gap;
    it is of the same organisation and document and of no other time; all parts together are no more than the total, and none is
    said to come on top of it. Of two totals in one sentence the smaller takes them, if they fit.
    """
    by_place: defaultdict[tuple[str, str], list[Dated]] = defaultdict(list)
    for evidence, published in dated_evidence:
        if evidence.kind == KIND and evidence.status == "current" and evidence.org is not None and _number(evidence):
            by_place[evidence.document_id, evidence.org].append((evidence, published))
    found: dict[str, str] = {}
    for pieces in by_place.values():
        for total, part in _parts_of_place(pieces):
            found[part.id] = total.id
    return found


def _parts_of_place(pieces: Sequence[Dated]) -> Iterator[tuple[Evidence, Evidence]]:
    """Totals with their parts, of what one document says of one organisation: first those told in one sentence."""
    totals = sorted((pair for pair in pieces if pair[0].subtype == TOTAL and pair[0].confidence >= SURE_ENOUGH),
                    key=lambda pair: (_number(pair[0]), pair[0].start, pair[0].id))
    parts = sorted((evidence for evidence, _ in pieces if evidence.subtype != TOTAL), key=lambda part: (part.start, part.id))
    taken: dict[str, list[Evidence]] = {}
    left = {part.id: part for part in parts}
    for total, _ in totals:
        inside = [part for part in left.values() if _gap(total, part) < 0]
        fitting = [part for part in inside if _same_time(total, part)]
        counted = sum(map(_number, fitting))
        if counted == _number(total) or (counted < _number(total) and not AND_FURTHER.search(total.quote)):
            taken[total.id] = fitting
            left = {id_: part for id_, part in left.items() if part not in fitting}
    for total, published in totals:
        if total.id not in taken:
            continue
        for beside in _sentences_beside(total, list(left.values()), published):
            counted = sum(map(_number, [*taken[total.id], *beside]))
            on_top = FURTHER.search(max(total, beside[0], key=lambda one: one.start).quote) is not None
            if counted > _number(total) or (on_top and (not taken[total.id] or counted < _number(total))):
                break
            taken[total.id] += beside
            left = {id_: part for id_, part in left.items() if part not in beside}
        yield from ((total, part) for part in taken[total.id])


def _sentences_beside(total: Evidence, parts: Sequence[Evidence], published: str | None) -> Iterator[list[Evidence]]:
    """The parts of the sentences after a total, then of those before it, a sentence at a time, up to the first that is apart."""
    for step in (1, -1):
        last = total
        while beside := [part for part in parts if 0 <= (_after(last, part) if step > 0 else _after(part, last)) <= ADJOINING
                         and _goes_on(total, part, published)]:
            yield beside
            last = beside[0]


def _after(one: Evidence, other: Evidence) -> int:
    """How many characters after the end of one quote the other begins; less than 0 where it does not begin after it."""
    return other.start - one.end


def _gap(one: Evidence, other: Evidence) -> int:
    """How many characters lie between two quotes; less than 0 where they overlap."""
    return max(one.start, other.start) - min(one.end, other.end)


def _same_time(total: Evidence, part: Evidence) -> bool:
    """Whether the date of a part, where both have one, lies within that of the total."""
    return total.date is None or part.date is None or part.date.startswith(total.date)


def _goes_on(total: Evidence, part: Evidence, published: str | None) -> bool:
    """Whether another sentence may speak of the time of the total: what names no date is of about the document's own."""
    if total.date == part.date:
        return True
    if total.date and part.date:
        return part.date.startswith(total.date)
    named = total.date or part.date or ""
    return published is not None and 0 <= int(published[:4]) - int(named[:4]) <= SAME_SPELL


def _number(evidence: Evidence) -> int:
    """How many a piece counts; a type told without a number is one, and a total without one is none."""
    if isinstance(evidence.value, int):
        return max(0, evidence.value)
    return 1 if evidence.value is None and evidence.subtype != TOTAL else 0
