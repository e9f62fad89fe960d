"""Segments of the oversight frameworks: SOF 2016 to mid-2022, NOF from July 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.schema import Status
from nlp.context import status_of
from nlp.kinds import Kind
from nlp.kinds.segment.counts import Count, counts_of, of_the_named
from nlp.kinds.segment.echoes import counted_names, echoes_of, excepted, inverted, joined
from nlp.kinds.segment.framework import framework_of
from nlp.kinds.segment.headed import labelled, on_cards, under_headings
from nlp.kinds.segment.implied import SPEAKS_OF_OVERSIGHT, implied
from nlp.kinds.segment.lists import listed, table_sentences, table_triggers, under_lead_in
from nlp.kinds.segment.marks import Mark, marks_of
from nlp.kinds.segment.members import members_of
from nlp.kinds.segment.moves import aside, is_left_behind, is_over, moves_of, step_from
from nlp.kinds.segment.paired import parallel, rows_of_numbers
from nlp.kinds.segment.standing import is_no_fact, standing_of
from nlp.sheet import Name, Sheet, Subject, Trigger
from nlp.tables import tables_in

SCAN = re.compile(r"\bseg(?:[-‐]\s*)?m?(?:rn)?(?:ent)?|\b[SN]OF(?:\b|[1-5])|oversight\s+framework", re.IGNORECASE)
SOMEONE = r"(?:any|all|every|each|no|those|a|an|another|such|most|many|some|few|other|these)"
BODY = (r"(?:(?:NHS|foundation|acute|ambulance|specialist|community|mental\s+health|care)\s+)*(?:providers?|trusts?|"
        r"organi[sz]ations?|ICBs?|ICSs?|systems?|bod(?:y|ies)|hospitals?|boards?)")
GENERIC = re.compile(
    rf"\b(?:{SOMEONE}\s+{BODY}|(?:providers|trusts|organi[sz]ations|ICBs|systems|bodies)|anyone|everyone|everybody|nobody|"
    rf"whoever|those|somebody|someone)\s+(?:(?:that|who|which|is|are|can|may|must|cannot|be|not|only|placed|put|rated|"
    r"currently|now|already|going|entering|exiting|leaving|found|in|into|to|allocated|assigned|and|integrated|care|boards?|"
    r"given|where|running|a|deficit|higher|than)\s+){0,8}(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
RULE = re.compile(rf"\b{SOMEONE}\s+{BODY}\b[^.;]{{0,80}}\b(?:may|can|cannot|can[’']t|must|should|shall|is\s+only|are\s+only|"
                  rf"is\s+sorted|are\s+sorted)\b[^.;]{{0,70}}$", re.IGNORECASE)
NOBODY = re.compile(r"\s*(?:\([^()]{1,16}\)\s*|(?:trusts?|providers?|ICBs?|total)\s*){0,2}[:–—]\s*(?:nobody|none|no\s+(?:trusts?"
                    r"|providers?|organisations?)|nil|\d{1,3}\b)",
    re.IGNORECASE)
MEMBER = re.compile(r"\b(?:one|some)\s+of\b|\bamong\b", re.IGNORECASE)
ABOUT_IT = re.compile(r"\b(?:what|how|why|whether\s+anyone|meaning\s+of|definition\s+of|criteria\s+for|about|called|entitled|"
                      r"titled|labelled|named|like\s+in|like\s+to\s+be\s+in|instead\s+of\s+calling)\s+(?:the\s+|a\s+)?[\"“‘']?$",
                          re.IGNORECASE)
SEGMENT_DOES = re.compile(r"[\"”’']?,?\s+(?!is\s+where|is\s+(?:confirmed|unchanged|ours|retained|the\s+trust)|"
                          r"was\s+(?:confirmed|retained|ours)|remains?\b|retained|confirmed|unchanged|since|has\s+been|it\s+is)"
                          r"(?:is|was|are|were|does|doesn[’']t|did|didn[’']t|means?|meant|brings?|brought|signif\w+|denote\w*|"
                          r"applie[sd]|has|had|holds?|contains?|carries|requires?|failed|will|would|can|may|gives?|gave|"
                          r"attracts?|involves?|entails?|providers?|trusts?|organi[sz]ations?)\b", re.IGNORECASE)
ALSO_IN = re.compile(r"(?:segments?\s+)?[1-5](?:\s*,\s*|\s+and\s+|\s+or\s+)$", re.IGNORECASE)
YOU = re.compile(r"\byou(?:r|rs|rselves)?\b", re.IGNORECASE)
LETTER = re.compile(r"\bdear\s+\w+|\byours\s+(?:sincerely|faithfully)|\byour\s+(?:trust|board|organi[sz]ation|ICB|system|"
                    r"segment|licence)", re.IGNORECASE)
SOMEBODY_ELSE = re.compile(r"\b(?:he|she|his|her|I|my|people|patients|visitors|suppose|imagine|hypothetical|Trust\s+X|Trust\s+A|"
                           r"somebody|a\s+man|a\s+woman)\b", re.IGNORECASE)
OR_AFTER = re.compile(r"\s+(?:or|nor)\s+(?:segment\s+)?[1-5]\b|\s*/\s*[1-5]\b")
OR_BEFORE = re.compile(r"[1-5]\s+(?:or|nor)\s+(?:in\s+)?(?:segment\s+)?$|[1-5]\s*/\s*$")
OWN = re.compile(r"^(?:[’']s?)?\s*(?:\([^()\d]{1,30}\)\s*)?[(,]\s*$")
IN_BRACKETS = re.compile(r"^(?:\s+(?:(?:NHS|foundation|university|teaching|hospitals?)\s+)*(?:trust|FT|ICB|ICS)s?)?\s*\("
                         r"(?:now\s+|also\s+|in\s+|both\s+|still\s+)*$",
                         re.IGNORECASE)
NEITHER = re.compile(r"\bneither\b", re.IGNORECASE)
DEFINES = re.compile(r"[\"”’']?\s*(?:is\s+for\b|are\s+for\b|means?\b|denotes?\b|applies\b|signif|is\s+reserved|being\s+the\b|=|"
                     r"covers\b|support\b|criteria\b|entry\b)", re.IGNORECASE)
SCALE = re.compile(r"(?<!ed )(?<!fell )(?<!went )(?<!rose )(?<!gone )(?<!move )(?<!drop )(?<!fall )(?<!moves )\bfrom\s+"
                   r"(?:segment\s+)?(?:1|one)\b[^.]{0,60}\bto\s+(?:segment\s+)?(?:4|5|four|five)\b|\b(?:four|five|4|"
                   r"5)\s+(?:oversight\s+)?segments\b", re.IGNORECASE)


def find_segments(sheet: Sheet) -> Iterator[Trigger]:
    """Everything that may say which segment an organisation is, was or will be in."""
    if SCAN.search(sheet.text) is None and SCAN.search(sheet.title) is None and not implied(sheet):
        return
    framework = framework_of(sheet)
    tables = tables_in(sheet)
    yield from table_triggers(sheet, framework, tables)
    skip = table_sentences(sheet, tables)
    marks = marks_of(sheet, skip)
    yield from rows_of_numbers(sheet, framework, marks, skip)
    counted = {count.mark: count for count in counts_of(sheet, marks) if count.start <= count.mark.start < count.end}
    by_sentence: dict[int, list[Mark]] = {}
    for mark in marks:
        by_sentence.setdefault(mark.sentence.index, []).append(mark)
    for mark, name in on_cards(sheet, by_sentence, skip).items():
        del by_sentence[mark.sentence.index]
        yield _trigger(framework, mark, "segment.card", subjects=(Subject(name.code, 0.9, "label", name),), status="current")
    listed_below = list(under_lead_in(sheet, framework, by_sentence, skip))
    yield from listed_below
    above = {lead for trigger in listed_below if (item := sheet.sentence_at(trigger.start)) and (lead := item.lead_in) is not None}
    headed = list(under_headings(sheet, framework, by_sentence, skip))
    yield from headed
    yield from members_of(sheet, framework, by_sentence)
    for trigger in headed:
        index = sheet.sentence_at(trigger.start).index  # type: ignore[union-attr]  # a trigger stands in a sentence
        above.add(max((marked for marked in by_sentence if marked < index), default=-1))
    for index in above:
        if not any(name.all_codes for name in sheet.names_in(sheet.sentences[index].start, sheet.sentences[index].end)):
            by_sentence.pop(index, None)
    for together in by_sentence.values():
        yield from _of_sentence(sheet, framework, together, counted)


def _of_sentence(sheet: Sheet, framework: str, marks: Sequence[Mark], counted: dict[Mark, Count]) -> Iterator[Trigger]:
    moved: set[Mark] = set()
    if SCALE.search(sheet.text, marks[0].sentence.start, marks[0].sentence.end):
        marks = [mark for mark in marks if mark.form == "superlative" or not _on_the_scale(sheet, mark)]
    for move in moves_of(sheet, marks):
        moved |= {move.old, move.new}
        own = _own_name(sheet, min(move.old, move.new, key=lambda mark: mark.start))
        yield _trigger(framework, move.old, "segment.moved_from", status=move.old_status, subjects=own)
        yield _trigger(framework, move.new, "segment.moved_to", status=move.new_status, subjects=own)
    asides = {mark: held for mark in marks if mark not in moved and (held := aside(sheet, mark))}
    inner = {held[0].start: mark for mark, held in asides.items()}
    marks = [mark for mark in marks if mark.start not in inner]
    for beside, held_status in asides.values():
        yield _trigger(framework, beside, "segment.aside", status=held_status)
    pairs = parallel(sheet, [mark for mark in marks if mark not in moved])
    for position, mark in enumerate(marks):
        until = marks[position + 1].start if position + 1 < len(marks) else mark.sentence.end
        beyond = marks[position + 1].start if position + 1 < len(marks) else len(sheet.text)
        yield from _echoed(sheet, framework, mark, beyond, counted.get(mark))
        if exception := excepted(sheet, mark, beyond):
            yield Trigger("segment", framework, exception.start, exception.end, "segment.excepted", mark.value, status="current",
                          subjects=exception.subjects, quote=(mark.sentence.start, mark.sentence.end), confidence=0.75)
            continue
        if _counted_names(sheet, mark, beyond, counted.get(mark)):
            continue
        if mark in moved or is_no_fact(sheet, mark) or _says_nothing_of_one(sheet, mark, counted.get(mark)):
            continue
        stepped = step_from(sheet, mark)
        if stepped is not None:
            yield _trigger(framework, mark, "segment.stepped_to", value=stepped, status="current")
        if stepped is not None or is_left_behind(sheet, mark):
            yield _trigger(framework, mark, "segment.left_behind", status="ended")
            continue
        subjects = (pairs.get(mark) or listed(sheet, mark, until) or _own_name(sheet, mark) or joined(sheet, mark)
                    or inverted(sheet, mark, until) or labelled(sheet, mark))
        status: Status | None = "ended" if is_over(sheet, mark) else standing_of(sheet, mark)
        if status is None and mark.strong and _own_name(sheet, mark):
            status = "current"
        yield _trigger(framework, mark, f"segment.{mark.form}", subjects=subjects, status=status)


def _counted_names(sheet: Sheet, mark: Mark, beyond: int, count: Count | None) -> tuple[Name, ...]:
    return counted_names(sheet, mark, count.start, min(beyond, mark.sentence.end)) if count is not None else ()


def _on_the_scale(sheet: Sheet, mark: Mark) -> bool:
    """ "From 1 to 4", "one of four segments": the scale itself is told, and nobody's place on it."""
    return SCALE.search(sheet.text, max(mark.sentence.start, mark.start - 80), min(mark.sentence.end, mark.end + 80)) is not None


def _own_name(sheet: Sheet, mark: Mark) -> tuple[Subject, ...] | None:
    """ "Mid Yorkshire (3), Sandwell (3)": a number in brackets or after a comma is of the name before it alone."""
    joint = OWN if mark.form == "name" else IN_BRACKETS
    names = [name for name in sheet.names_in(max(mark.sentence.start, mark.start - 120), mark.start) if name.all_codes]
    if not names or names[-1].form == "anaphor" or not joint.search(sheet.text[names[-1].end:mark.start]):
        return None
    return tuple(Subject(code, 0.9, "beside", names[-1]) for code in names[-1].all_codes)


def _echoed(sheet: Sheet, framework: str, mark: Mark, beyond: int, count: Count | None) -> Iterator[Trigger]:
    names = _counted_names(sheet, mark, beyond, count)
    if names:
        yield _trigger(framework, mark, "segment.counted_names",
                       subjects=tuple(Subject(code, 0.9, "list", name) for name in names for code in name.all_codes))
    for echo in echoes_of(sheet, mark, beyond):
        sentence = sheet.sentence_at(echo.start) or mark.sentence
        yield Trigger("segment", framework, echo.start, echo.end, "segment.echo", mark.value, subjects=echo.subjects,
                      quote=(mark.sentence.start, sentence.end), confidence=0.75)


def _says_nothing_of_one(sheet: Sheet, mark: Mark, count: Count | None) -> bool:
    """A count that names nobody, a definition, a rule, or words about whoever is in a segment."""
    sentence = mark.sentence
    names = [name for name in sheet.names_in(sentence.start, sentence.end) if name.all_codes]
    before = sheet.text[sentence.start:mark.start]
    if ABOUT_IT.search(before) or _alternative(sheet, mark) or NOBODY.match(sheet.text, mark.end, sentence.end):
        return True
    if not before.strip(" “\"'‘(•-–—*") and mark.strong and SEGMENT_DOES.match(sheet.text, mark.end, sentence.end):
        return True
    if count is not None and of_the_named(sheet, count):
        return False
    if count is not None and not MEMBER.search(sheet.text[max(sentence.start, count.start - 12):count.end]):
        return not any(name.form != "anaphor" for name in names)
    if names:
        return False
    before = ALSO_IN.sub("", before)
    if GENERIC.search(before[-90:]) or RULE.search(before[-160:]) or DEFINES.match(sheet.text, mark.end, sentence.end):
        return True
    return SOMEBODY_ELSE.search(before) is not None or (YOU.search(before) is not None and LETTER.search(sheet.text) is None)


def _alternative(sheet: Sheet, mark: Mark) -> bool:
    """ "Segment 3 or 4" tells nothing, unless it is to come ("either 2 or 3")."""
    after = sheet.text[mark.end:mark.end + 14]
    before = sheet.text[max(mark.sentence.start, mark.start - 8):mark.start]
    if not (OR_AFTER.match(after) or OR_BEFORE.search(before)):
        return False
    if NEITHER.search(sheet.text, max(mark.sentence.start, mark.start - 40), mark.start):
        return False
    return status_of(sheet, mark.sentence, mark.start, mark.end, nature="standing").status != "planned"


def _trigger(framework: str, mark: Mark, rule: str, *, value: int | None = None, status: Status | None = None,
             subjects: tuple[Subject, ...] | None = None) -> Trigger:
    return Trigger("segment", framework, mark.start, mark.end, rule, mark.value if value is None else value,
                   status=status, subjects=subjects, confidence=0.85 if mark.strong else 0.7)


KIND = Kind("segment", (SCAN, SPEAKS_OF_OVERSIGHT), find_segments)
