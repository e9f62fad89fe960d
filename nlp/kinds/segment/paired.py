"""Organisations and segments told side by side: "A and B are in 3 and 4 respectively", "at A, B and C no change (2, 2 and 3)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.candidates import groups_in
from nlp.coordination import NAMES_IN_ORDER, SEGMENTS
from nlp.kinds.segment.marks import Mark, topics_of
from nlp.sheet import Name, Sentence, Sheet, Subject, Trigger

ROW_OF_NUMBERS = re.compile(
    r"(?<![\d.,/£])[1-5](?:\s*,\s*[1-5])*\s*,?\s*(?:and|&)\s+"
    r"(?:,?\s*[a-z][^,.;\d]{1,40},\s*)?[1-5](?=\s*(?:[.;)]|$|\srespectively))")
"""Figures told in the order of the organisations named before: "(2, 2 and 3)"."""


def rows_of_numbers(sheet: Sheet, framework: str, marks: Sequence[Mark], skip: frozenset[int]) -> Iterator[Trigger]:
    """Runs of figures as long as the list of names before them, in a sentence that is about segments and has no other mark."""
    marked = {mark.sentence.index for mark in marks}
    topics = topics_of(sheet)
    for sentence in sheet.sentences:
        if not topics[sentence.index] or sentence.index in skip or sentence.index in marked:
            continue
        for found in ROW_OF_NUMBERS.finditer(sheet.text, sentence.start, sentence.end):
            values = [(digit.start() + found.start(), int(digit.group())) for digit in re.finditer(r"[1-5]", found.group())]
            codes = _listed_before(sheet, sentence, found.start())
            if len(codes) != len(values):
                continue
            for (start, value), code in zip(values, codes, strict=True):
                yield Trigger("segment", framework, start, start + 1, "segment.row_of_numbers", value, status="current",
                              subjects=(Subject(code, 0.85, "respectively"),), quote=(sentence.start, sentence.end),
                              confidence=0.75)


def _listed_before(sheet: Sheet, sentence: Sentence, before: int) -> list[str]:
    """Everyone named in the sentence before an offset; in the sentence before it where this one names nobody."""
    for start, end in ((sentence.start, before), *((earlier.start, earlier.end) for earlier in sheet.before(sentence))):
        groups = [group for group in groups_in(sheet, start, end) if group.codes]
        if groups:
            return list(dict.fromkeys(code for group in groups for name in group.names
                                      if name.form != "anaphor" for code in name.all_codes))
    return []


def parallel(sheet: Sheet, marks: Sequence[Mark]) -> dict[Mark, tuple[Subject, ...]]:
    """ "A and B are in 3 and 4": as many names as marks, each run together, are paired in their order."""
    paired: dict[Mark, tuple[Subject, ...]] = {}
    position = 0
    while position < len(marks):
        run = [marks[position]]
        while position + len(run) < len(marks) and SEGMENTS.fullmatch(sheet.text[run[-1].end:marks[position + len(run)].start]):
            run.append(marks[position + len(run)])
        if len(run) > 1:
            names = _run_of_names(sheet, run[0].sentence, run[0].start)
            if len(names) == len(run):
                paired |= {mark: (Subject(name.code, 0.9, "respectively", name),) for mark, name in zip(run, names, strict=True)}
        position += len(run)
    return paired


def _run_of_names(sheet: Sheet, sentence: Sentence, before: int) -> list[Name]:
    """The names run together ("A, B and C") that end last before an offset of a sentence."""
    names = [name for name in sheet.names_in(sentence.start, before) if name.code and name.end <= before]
    run = names[-1:]
    for name in reversed(names[:-1]):
        if not NAMES_IN_ORDER.fullmatch(sheet.text[name.end:run[0].start]):
            break
        run.insert(0, name)
    return run
