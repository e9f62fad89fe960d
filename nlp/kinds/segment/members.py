"""Members of a group in a segment, told in the sentences after: "Eight trusts are in segment 4. Two of them are A and B. The others
are C and D", "A is among them", "D joins it there", and the reverse, "A is one of them"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.schema import Status
from nlp.candidates import VERB
from nlp.context import status_of
from nlp.counted import BODIES, NUMBER
from nlp.kinds.segment.marks import Mark
from nlp.sheet import Name, Sentence, Sheet, Subject, Trigger

QUANTITY = (rf"(?:{NUMBER}|one|some|most|many|several|half|another|both|over\s+half|more\s+than\s+half|"
            rf"a\s+(?:third|quarter|further\s+(?:{NUMBER})))")
OF_THEM = (rf"(?:of\s+(?:them|these|those|which|whom|that\s+group|the\s+(?:others?|rest|remainder|(?:remaining|other|last|first"
           rf"|same)?\s*"
           rf"(?:{NUMBER})?)(?:\s+{BODIES})?))")
HEAD = re.compile(
    r"\W*(?:(?:And|But|Also|In\s+addition|Meanwhile|Of\s+(?:these|them|those|the\s+\w+)),?\s+)?(?:"
    rf"(?:{QUANTITY})\s+(?:more\s+|others?\s+|further\s+)?{OF_THEM}"
    rf"|(?:Another|One|A\s+second|A\s+third|A\s+fourth|The\s+other|The\s+second|The\s+third|The\s+last|The\s+only\s+(?:one"
    rf"|other))(?=\s+(?:is|was)\b)"
    rf"|(?:The|These|Those|All|The\s+other|The\s+remaining|The\s+last|The\s+first|A\s+further|Another)\s+(?:{NUMBER})(?:\s+"
    rf"(?:others?|more))?(?:\s+{BODIES})?"
    rf"|The\s+(?:others?|rest|remainder|remaining\s+{BODIES}|{BODIES}(?:\s+(?:concerned|affected|named|involved|in\s+(?:question"
    rf"|that\s+segment)))?|"
    r"(?:full\s+)?list(?:\s+in\s+full)?|names?|group|ones?)"
    r"|They|These|Those|Among(?:st)?\s+(?:them|these|those|their\s+number)|Included|Including|Also\s+(?:there|included"
    r"|on\s+the\s+list|in\s+it)|"
    r"Joining\s+(?:them|it)|Alongside\s+them|With\s+them|In\s+full|In\s+(?:alphabetical\s+)?order)",
    re.IGNORECASE)
"""What opens a sentence that names members of a group told of before."""
TELLS = re.compile(r"[^.;:]{0,60}?(?:\b(?:are|is|were|was|being|include[sd]?|including|comprise[sd]?|consist(?:s|ed)?\s+of"
                   r"|namely|will\s+be|reads?)\b|:|[–—-]\s)",
    re.IGNORECASE)
ONE_OF_THEM = re.compile(
    rf"(?:['’]s)?(?:\s+(?:(?:NHS|foundation|university|teaching|hospitals?)\s+)*(?:trust|FT|ICB|ICS|hospitals?)s?)?\s*"
    rf"(?:\([^()]{{1,30}}\)\s*)?,?\s*"
    rf"(?:is|are|was|were)\s+(?:also\s+|both\s+|now\s+|itself\s+)?"
    rf"(?:(?:(?:one|two|three|another|part|some)\s+of|among(?:st)?)\s+(?:them|these|those|that\s+(?:group|number)|"
    rf"the\s+(?:{NUMBER})(?:\s+{BODIES})?(?=\s*[.,;]|$))|another(?:\s+one)?(?=\s*[.,;]|$)|"
    rf"(?:in|on)\s+(?:that|the)\s+(?:same\s+)?(?:group|list|segment|category)(?=\s*[.,;]|$)|in\s+it(?=\s*[.,;]|$)|"
    rf"(?:also\s+)?there(?:\s+too)?(?=\s*[.,;]|$))",
    re.IGNORECASE)
JOINS_THERE = re.compile(
    r"[^.;]{0,60}?\b(?:joins|joined|has\s+joined|have\s+joined|join)\s+(?:it|them|her|him)(?:\s+(?:there|in\s+(?:it"
    r"|that\s+segment|the\s+same\s+segment)))?(?=\s*[.,;–—(]|\s+there|$)"
    r"|(?:\s+(?:is|are|was|were))\s+(?:there|in\s+the\s+same\s+(?:segment|boat|place|position|group))(?:\s+(?:too|as\s+well))?"
    r"(?=\s*[.,;]|$)",
    re.IGNORECASE)
LIKEWISE = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?::\s*|,\s*|\s+[–—-]\s*|\s+)\(?(?:likewise|ditto|the\s+same|also|as\s+above"
                      r"|same)\b", re.IGNORECASE)
SO_IS = re.compile(r"\W*(?:And\s+)?(?:So|As)\s+(?:too\s+)?(?:is|are|was|were|has|have|did|do|does)\s+(?:too\s+)?(?:both\s+)?"
                   r"(?:the\s+)?", re.IGNORECASE)
A_GROUP = re.compile(rf"\b(?:{BODIES}|acutes|ones)\b", re.IGNORECASE)
NOBODY = re.compile(r"\b(?:no|none|nobody|neither|not\s+one|never|without)\b", re.IGNORECASE)
SPOKEN_OF = re.compile(rf"\b(?:{QUANTITY})\s+(?:\([^()]{{1,12}}\)\s+)?of\s+(?:the|them|these|those)\b|\bthe\s+(?:remaining|other"
                       rf"|most)\b", re.IGNORECASE)
"""A sentence that goes on about the group without naming anybody keeps it open."""
PLACE_BEFORE = re.compile(r"\b(?:in|of|from|near|around|across|throughout)\s+(?:the\s+)?$", re.IGNORECASE)
PARTS = re.compile(r"\.\s|[–—]|\b(?:while|which|but|whereas|not)\b", re.IGNORECASE)
GAP = 2
"""So many sentences may come between the group and its members."""
RUN_GAP = 48


@dataclass
class _Group:
    mark: Mark
    status: Status
    left: int
    plural: bool


def members_of(sheet: Sheet, framework: str, by_sentence: dict[int, list[Mark]]) -> Iterator[Trigger]:
    """Triggers for those whom a sentence without a segment of its own tells as members of the group before it."""
    group: _Group | None = None
    for sentence in sheet.sentences:
        marks = by_sentence.get(sentence.index, [])
        if marks:
            group = _opened(sheet, sentence, marks)
            continue
        if group is None:
            continue
        names, rule = _told(sheet, sentence, group)
        if names:
            subjects = tuple(Subject(code, 0.85, "member", name) for name in names for code in name.all_codes)
            yield Trigger("segment", framework, names[0].start, names[-1].end, f"segment.{rule}", group.mark.value,
                          status=group.status, subjects=subjects,
                          quote=(sentence.start, sentence.end), confidence=0.75)
            group.left = GAP
        elif SPOKEN_OF.search(sheet.text, sentence.start, sentence.end):
            group.left = GAP
        else:
            group.left -= 1
            group = group if group.left > 0 else None


def _opened(sheet: Sheet, sentence: Sentence, marks: Sequence[Mark]) -> _Group | None:
    last = marks[-1]
    if len({mark.value for mark in marks}) > 1 or NOBODY.search(sheet.text, sentence.start, last.start):
        return None
    judged = status_of(sheet, sentence, last.start, last.end, nature="standing")
    if judged.hypothetical and judged.cue != "generic":
        return None
    about = max(sentence.start, last.start - 160), min(sentence.end, last.end + 60)
    return _Group(last, judged.status, GAP, last.strong and A_GROUP.search(sheet.text, *about) is not None)


def _told(sheet: Sheet, sentence: Sentence, group: _Group) -> tuple[tuple[Name, ...], str]:
    """The members that a sentence names, and by which construction."""
    names = [name for name in sheet.names_in(sentence.start, sentence.end) if name.all_codes and name.form != "anaphor"]
    if not names:
        return (), ""
    first = names[0]
    if first.start - sentence.start < 25:
        run = _run(sheet, names, first.start)
        if JOINS_THERE.match(sheet.text, run[-1].end, sentence.end) or LIKEWISE.match(sheet.text, run[-1].end, sentence.end):
            return tuple(run), "joins"
        if group.plural and ONE_OF_THEM.match(sheet.text, run[-1].end, sentence.end):
            return tuple(run), "one_of_them"
    if (so := SO_IS.match(sheet.text, sentence.start, sentence.end)) and first.start == so.end():
        return tuple(_run(sheet, names, first.start)), "joins"
    if not group.plural:
        return (), ""
    head = HEAD.match(sheet.text, sentence.start, sentence.end)
    tells = TELLS.match(sheet.text, head.end(), sentence.end) if head else None
    if tells is None:
        return (), ""
    after = [name for name in names if name.start >= tells.end()]
    if not after or any(name.end <= tells.end() for name in names):
        return (), ""
    between = sheet.text[tells.end():after[0].start]
    if len(between) > RUN_GAP or VERB.search(between) or NOBODY.search(between):
        return (), ""
    return tuple(_run(sheet, after, after[0].start)), "member"


def _run(sheet: Sheet, names: Sequence[Name], start: int) -> list[Name]:
    """The names from an offset on that no verb parts, without those that tell a place ("East Kent in Kent")."""
    run: list[Name] = []
    for name in names:
        if name.start < start:
            continue
        if run:
            gap = sheet.text[run[-1].end:name.start]
            if PLACE_BEFORE.search(gap):
                continue
            if len(gap) > RUN_GAP or VERB.search(gap) or PARTS.search(gap):
                break
        run.append(name)
    return run
