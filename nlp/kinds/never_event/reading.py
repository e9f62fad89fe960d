"""What one sentence says of never events: types, totals, and whether it takes them back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.kinds.never_event.cues import (
    AIM,
    ASSERTS_AFTER,
    ASSERTS_BEFORE,
    DEFINITION,
    EXAMPLES,
    NEAR_MISS,
    NEGATED_ONE,
    NO_SINGLE,
    NONE_OF_SEVERAL,
    REFUSED,
    STANDS_DOWN,
    UNREAL,
    USE_OF_THE_LIST,
    WITHDRAWN,
)
from nlp.kinds.never_event.elsewhere import MOST_OF_A_TRUST, is_of_others
from nlp.kinds.never_event.grouping import TypeCount, grouped_types
from nlp.kinds.never_event.numbers import AFTER_NAME, ANSWER, Total, totals_carried, totals_named, value_of
from nlp.kinds.never_event.scope import Level
from nlp.kinds.never_event.types import TOOTH_UNTIL
from nlp.sheet import Sentence, Sheet, Subject

GOES_ON = re.compile(r"(?:both|all|one|two|three|four|five|the\s+(?:first|second|third|fourth|fifth|other|last|remaining|single|"
                     r"only)|these|they|of\s+(?:these|the|them)|another|in\s+(?:one|another|the)|each|a\s+(?:second|third))\b",
                         re.IGNORECASE)
POINTS_BACK = re.compile(r"(?:nobody\s+\w+\s+(?:it|this|that)\b|it|this|that|the\s+(?:\w+\s+)?(?:incident|event|case|report|fall"
                         r"|entry|one)|which|these|they|"
                         r"on\s+review|later|subsequently|after\s+review|following|de-?escalated|downgraded|withdrawn|"
                         r"stood\s+down|stepped\s+down)\b", re.IGNORECASE)
MANY_SENTENCES = 3
COUNTED_LINE = re.compile(r"\s\d{1,2}\s*$|[:–—-]\s*\d{1,2}\b")
"""A short line with a number is an entry of a list, and no headline."""
DEFINING = re.compile(r"\b(?:define|definition|describe|recogni[sz]e|explain)\b", re.IGNORECASE)
COMPARES = re.compile(r"(?:this|it|that|which|\(|compare|against|up\s+from|down\s+from|v\.|the\s+(?:trust|figure|total)|"
                      r"\w+,?\s+(?:compared|against|up|down))", re.IGNORECASE)
PLURAL = re.compile(r"(?<!i)(?:s|teeth)$", re.IGNORECASE)
PATIENTS = re.compile(r"[:(–—-]\s*(?:patients|people|children)\b[^.;]*$", re.IGNORECASE)


@dataclass
class Reading:
    """What one sentence says of never events, before its neighbours are heard."""

    sentence: Sentence
    level: Level
    types: list[TypeCount] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    withdrawn: bool = False
    negated_one: bool = False
    denial: tuple[int, int] | None = None
    """The words that withdraw or deny."""
    subjects: dict[int, tuple[Subject, ...]] = field(default_factory=dict)
    """For totals that stand beside a name, by where they start."""


def read_sentence(sheet: Sheet, sentence: Sentence, level: Level, before: Reading | None,
                  typed_before: Reading | None = None) -> Reading:
    """What a sentence says; ``before`` is what the last one said; ``typed_before``, the last that named a type, is changed where
    this one takes it back."""
    text, start, end = sheet.text, sentence.start, sentence.end
    near = before is not None and sentence.index - before.sentence.index == 1 and (
        sentence.paragraph == before.sentence.paragraph or (before.sentence.form == "heading" and before.level is Level.NAMED))
    reading = Reading(sentence, level)
    reading.totals = list(_totals(sheet, sentence, level, before if near else None, reading.subjects))
    total = next((t.number for t in reading.totals if t.number > 1 and t.rule != "ordinal"), None)
    if total is None and near and before is not None:
        total = next((t.number for t in before.totals if t.number > 1 and t.rule != "ordinal"), None)
    defines = level is Level.NAMED and DEFINITION.search(text, start, end) is not None
    exemplary = defines or EXAMPLES.search(text, start, end) is not None
    headline = sentence.form == "heading" and len(sheet.sentences) > MANY_SENTENCES and not COUNTED_LINE.search(text, start, end)
    if not exemplary and not headline:
        goes_on = GOES_ON.match(text, start, end) is not None or bool(reading.totals)
        short = level is Level.NAMED or (level is Level.PARAGRAPH and goes_on)
        breaks = [name.start for name in sheet.names_in(start, end) if name.all_codes]
        reading.types = [count for count in grouped_types(text, start, end, short=short, breaks=breaks, total=total,
                                                          tooth=sheet.published is None or sheet.published < TOOTH_UNTIL)
                         if count.number <= MOST_OF_A_TRUST]
    withdrawal = WITHDRAWN.search(text, start, end)
    reading.denial = withdrawal.span() if withdrawal else None
    reading.withdrawn = (withdrawal is not None and REFUSED.search(text, start, end) is None
                         and STANDS_DOWN.search(text, start, end) is None)
    if level is Level.NAMED and (denied := NEGATED_ONE.search(text, start, end)):
        reading.negated_one = DEFINING.search(denied.group()) is None
        reading.denial = denied.span()
    elif level is Level.NAMED and (several := NONE_OF_SEVERAL.search(text, start, end)):
        reading.negated_one, reading.denial = True, several.span()
    typed = bool(reading.types) or (near and before is not None and bool(before.types))
    if level is Level.NAMED and typed and NO_SINGLE.search(text, start, end):
        reading.negated_one = True
    _give_the_total(text, reading, total)
    if NEAR_MISS.search(text, start, end) and not reading.withdrawn and not reading.negated_one:
        reading.types = []
    if reading.withdrawn and not reading.types:
        points_back = (typed_before is not None and POINTS_BACK.match(text, start, end) is not None
                       and not any(name.code and name.form != "anaphor" for name in sheet.names_in(start, end)))
        if points_back and typed_before is not None:
            typed_before.withdrawn = True
        elif level is not Level.NAMED and not POINTS_BACK.match(text, start, end):
            reading.withdrawn = False
        if points_back:
            reading.withdrawn = False
            reading.totals = [t for t in reading.totals if t.rule not in ("article", "one")]
    if reading.negated_one and not reading.types and typed_before is not None and POINTS_BACK.search(text[start:end]):
        typed_before.withdrawn = True
    return reading


def _give_the_total(text: str, reading: Reading, total: int | None) -> None:
    """ "Two never events (retained swabs)": one type, in the plural and without a number of its own, makes up the total."""
    if total is not None and len(reading.types) == 1 and reading.types[0].number == 1:
        only = reading.types[0]
        if PLURAL.search(text[only.start:only.end]) or PATIENTS.search(text[reading.sentence.start:only.start]):
            reading.types = [TypeCount(only.start, only.end, only.slug, total)]


def _totals(sheet: Sheet, sentence: Sentence, level: Level, before: Reading | None,
            subjects: dict[int, tuple[Subject, ...]]) -> Iterator[Total]:
    text, start, end = sheet.text, sentence.start, sentence.end
    if level is Level.NAMED:
        if DEFINITION.search(text, start, end):
            return
        holding = False
        for total in sorted(totals_named(text, start, end), key=lambda total: total.start):
            if total.rule != "after" and USE_OF_THE_LIST.match(text, total.end):
                continue
            if total.rule == "article" and (holding or not _asserted(text, start, total, end)):
                continue
            holding = holding or total.rule == "total"
            if total.number == 0 and AIM.search(text[max(start, total.start - 60):total.start]):
                continue
            if not is_of_others(sheet, sentence, total):
                yield total
    if level >= Level.PARAGRAPH:
        carried = list(totals_carried(text, start, end))
        first = min((total.start for total in carried if total.rule != "compared"), default=end)
        for total in carried:
            alone = total.rule == "compared" and level is not Level.NAMED and first > total.start
            if alone and not COMPARES.match(text, start, end):
                continue
            if not is_of_others(sheet, sentence, total):
                yield total
        if before is not None and before.level is Level.NAMED and (answer := ANSWER.match(text, start, end)):
            value = value_of(answer["n"])
            if value is not None and answer["n"].lower() not in ("a", "an", "both", "another"):
                yield Total(answer.start("n"), answer.end("n"), value, "answer")
        for name in sheet.names_in(start, end):
            found = AFTER_NAME.match(text, name.end, end) if name.all_codes else None
            value = value_of(found["n"]) if found else None
            if found and value is not None:
                subjects[found.start("n")] = tuple(Subject(code, 0.9, "beside", name) for code in name.all_codes)
                yield Total(found.start("n"), found.end("n"), value, "name")


def _asserted(text: str, start: int, total: Total, end: int) -> bool:
    """ "A never event" counts where the text says that it happened, and not where it defines, fears or denies one."""
    before = text[max(start, total.start - 70):total.start]
    if UNREAL.search(before):
        return False
    return ASSERTS_BEFORE.search(before) is not None or ASSERTS_AFTER.match(text, total.end, end) is not None
