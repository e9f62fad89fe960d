"""Numbers that stand for an oversight segment.

A *strong* mark carries the word itself ("segment 4", "SOF3", "the bottom segment"). A *bare* one ("in 3", "Croydon: 2") is
read only where the text is speaking of segments: in the same paragraph, under a heading, or beside a name soon after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.kinds.segment.implied import implied
from nlp.kinds.segment.senses import is_ours, may_speak_of_oversight
from nlp.sheet import Sentence, Sheet

VALUES = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "first": 1, "second": 2,
          "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b"
COUNTED = (r"(?:of\s+(?:which|them|whom|these|those|\d|(?:the|its|our)\s+(?:\w+\s+)?(?:\d|trusts?|providers?|organi[sz]ations?|"
           r"ICBs?|criteria|conditions))|other|more|further|new|different|separate|NHS|acute|trusts?|"
           r"providers?|organi[sz]ations?|systems?|ICBs?|ICSs?|years?|months?|weeks?|days?|hours?|minutes?|times?|quarters?|"
           r"patients?|"
           r"people|beds?|never|serious|incidents?|hospitals?|wards?|sites?|services?|criteria|conditions?|domains?|themes?|areas?|"
           r"points?|places?|per\s?cent|percent|million|bn|m\b|categor|priorit|metrics?|measures?|steps?|pages?|notices?|"
           r"enforcement)")
NUMBER = (rf"(?:(?<![\d.,/£])[1-5](?![\d]|[.,/:]\d|\s*%|st\b|nd\b|rd\b|th\b|[a-zA-Z])(?!\s+(?:{MONTH}|{COUNTED}))"
          rf"|\b(?:one|two|three|four|five)\b(?!\s+{COUNTED})(?!-))")
ORDINAL = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)"
STRONG_NUMBER = (rf"(?:(?<![\d.,/£])[1-5](?![\d]|[.,/:]\d|\s*%|st\b|nd\b|rd\b|th\b|[a-zA-Z])(?!\s+(?:{MONTH}|of\s+(?:which|\d)))"
                 r"|\b(?:one|two|three|four|five)\b(?!-))")
WORD = (r"(?:(?:(?:single|system|NHS|national)\s+)?oversight\s+framework|seg(?:[-‐]\s*)?m?(?:rn)?ent(?:ation|ed|s)?|segs?\.?|"
        r"SOF|NOF)")
GLUE = (r"\)?(?:\s*\((?:SOF|NOF|[A-Z]{2,5})\))?"
        r"(?:\s+(?:rating|score|level|status|position|placement|category|allocation|number|no\.?|segments?|segmentation|band))*"
        r"(?:\s*,?\s+(?:under\s+the\s+[\w\s]{3,40}?framework))?"
        r"(?:\s*,?\s+(?:is|was|are|were|has|have|been|being|stands?|stood|remains?|remained|stays?|now|at|of|as|to|still|currently|"
        r"presently|provisionally|therefore|today|set|published|confirmed|unchanged|a|given|which|remain|decided|it)){0,5}"
        r"\s*[:=–—\-(,]{0,2}\s*[\"'‘“]?\s*")
STRONG = re.compile(rf"\b{WORD}{GLUE}(?P<value>{STRONG_NUMBER})", re.IGNORECASE)
ORDINAL_SEGMENT = re.compile(rf"\b(?P<value>{ORDINAL})(?:\s+and\s+(?:lowest|highest|bottom|top|worst|best|last))?\s+"
                             r"(?:oversight\s+|SOF\s+|NOF\s+)?segment\b", re.IGNORECASE)
SUPERLATIVE = re.compile(
    r"(?P<second>\b(?:second|next)[\s-](?:to[\s-])?)?(?:\b(?P<low>lowest|bottom|worst|weakest|poorest|most\s+(?:challenged|"
    r"serious|severe|troubled))"
    r"|\b(?P<high>highest|top|best))(?:[\s-](?:performing|rated|ranked|possible|oversight|SOF|NOF|of|the|four|five|all|NHS|"
    r"NHS\s+England[’']s))*\s+segments?\b(?!\s*\(?\d)",
    re.IGNORECASE)
ON_THE_FRAMEWORK = re.compile(
    rf"\b(?:rated|scored|graded|ranked|classed|categori[sz]ed|segmented|placed|put|assessed|score|rating|is|was|are|were"
    rf"|remains?|level|category|band|group)"
    rf"\s+(?:(?:as|at|in|into|of|is|was|a|an|overall|currently|now)\s+){{0,3}}(?:level\s+|category\s+|band\s+|group\s+)?[\"“‘']?"
    rf"(?P<value>{NUMBER})[\"”’']?"
    r"(?:\s+\([^()]{1,30}\))?\s+(?:on|under|in|by|for|within|against|of)\s+(?:the\s+)?(?:(?:new|NHS|NHSI[’']s|NHS\s+(?:England"
    r"|Improvement)[’']?s?|"
    r"regulator[’']s|national|current)\s+){0,2}(?:SOF|NOF|(?:(?:single|system|NHS|national)\s+)?oversight\s+framework"
    r"|segmentation)\b", re.IGNORECASE)
""" "Rated 3 on the Single Oversight Framework": the number before the word."""
TIER = re.compile(r"\b(?:(?P<low>lowest|bottom|worst)|(?P<high>highest|top|best))(?:[\s-]performing)?\s+(?:tier|group|category|"
                  r"band|bracket)\b(?!\s+\d)", re.IGNORECASE)
"""Read only beside the word "segment" in the same sentence, or in its paragraph."""
MORE = re.compile(rf"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor|&)\s+)(?:in\s+|a\s+|segments?\s+)?(?P<value>{NUMBER})",
    re.IGNORECASE)
ANCHOR = re.compile(r"\b(?:seg(?:[-‐]\s*)?ment(?:s|ed|ation)?|seg|SOF|NOF|(?:(?:single|system|NHS"
                    r"|national)\s+)?oversight\s+framework)(?=\b|"
                    r"[1-5])", re.IGNORECASE)
UP_FROM = re.compile(r"\)?,?\s*(?:\(|–\s*|-\s)?(?:up|down|was|previously|formerly|prev\.?|last\s+(?:quarter|time|year))\s*:?\s*"
                     r"(?:from\s+)?"
                     r"(?:a\s+)?(?P<value>[1-5](?![\d%]|[.,/]\d)|(?:one|two|three|four|five)\b)", re.IGNORECASE)
""" "A: 1, up from 2": a second number after one that stands beside a name."""
FOLLOW = (r"(?=[\"”’']?\s*(?:[.,;:)\]!?–—→↑↓]|-\s|->|$|\n|\((?!\d))|[\"”’']?\s+(?:since|from|to|and|or|nor|but|with|until|till|"
          r"as|on|for|at|by|after|while|when|"
          r"because|under|too|also|respectively|again|last|this|now|where|whose|which|who|though|although|if|that|there|not"
          r"|apart|except|"
          r"instead|apart|except|bar|other|alone|"
          r"throughout|pending|together|then|always|all|everywhere|regardless|subject|since|of\s+(?:the\s+)?(?:new\s+|NHS\s+|"
     r"national\s+)?(?:framework|NOF|SOF|oversight)|is|was|has|had|were|are|it|apiece|each|itself|up|down|so|before|unless|"
     r"being|having|rather|than|thanks|"
          r"following|"
          r"despite|owing|yet|ever|into|in|during|unchanged|like|alongside|along|also|either|without|through|until|next|today)\b)")
LEADING = (r"\b(?:its|their|our|first|occup(?:y|ies|ied)|expects?|gets?|gains?|gained|earns?|earned|given|scor(?:es?|ed)|awarded|"
           r"allocated|makes?\s+do\s+with|as|reached|hit|holds?|held|in|into|at|to|from|under|out\s+of|is|was|are|were|be|"
     r"been|being|remains?|remained|stays?|stayed|still|now|"
           r"kept|keeps|keep|"
           r"retains?|retained|entered|left|leave|leaving|a|also|both|all|each|itself|than|another|consider|neither|either|"
           r"says?|’s|'s)")
BARE = re.compile(rf"{LEADING}\s+(?:(?:a|an|the)\s+)?[\"“‘']?(?P<value>{NUMBER}){FOLLOW}", re.IGNORECASE)
BARE_IN = re.compile(rf"\b(?:in|into|to|at|a|its|as)\s+(?:a\s+)?(?P<value>(?<![\d.,/£])[1-5](?!\d|[.,/]\d)){FOLLOW}")
BARE_KEPT = re.compile(rf"\b(?:kept|keeps?|retain(?:s|ed)?|out\s+of|leaves?|leaving|left|entered|enters?|remains?|"
                       rf"stays?)\s+(?:its\s+)?"
                       rf"(?P<value>(?<![\d.,/£])[1-5](?!\d|[.,/]\d)){FOLLOW}", re.IGNORECASE)
BARE_ORDINAL = re.compile(rf"\b(?:occup(?:y|ies|ied)|in|into|to|from|out\s+of|left|entered|of)\s+(?:the\s+)?(?P<value>first|"
     rf"second|third|fourth|"
                          rf"fifth)(?:\s+(?:group|band|category|tier\s+of\s+support))?"
                          rf"{FOLLOW}", re.IGNORECASE)
AFTER_NAME = re.compile(
    r"(?:['’]s?)?(?:\s+(?:(?:NHS|foundation|university|hospitals?|teaching)\s+)*(?:trust|FT|NHS\s+FT|ICB|"
    r"ICS)s?\b)?(?:\s*\((?!\d)[^()\n]{1,30}\))?"
    r"(?P<joint>\s*[:,–—=|-]?\s*(?:(?:no\s+change|(?:up|down)(?:\s+(?:a|one)\s+(?:segment|place|notch|rung))?|unchanged|"
     r"static|same|stays?|stayed|remains?|remained|"
    r"holds?|held|steady|keeps?|kept|still|also|now|both|up|down|back|expects?|was|is|were|has|had|gets?|got|moves?|moved|"
     r"exits?|leaves?|enters?|entered|rises?|"
    r"falls?|drops?|goes|went|put|placed|segment|seg|again|currently|provisionally|confirmed|too)[\s,:(]+)"
    r"{0,3}?(?:(?:in|at|to|into|a|its|of|as)\s+){0,2})\(?(?P<value>(?<![\d.,/£])[1-5]|(?<=[:–—] )(?:one|two|three|four|"
     r"five)\b)(?![\d]|[.,/]\d|\s*%)"
    r"(?=\s*(?:[.,;:)\]–—(→↑↓▲▼]|->|to\s+[1-5]\b|(?:and|pending|with|throughout|till|until|again|since|then|from|this|last|in|"
     r"by|for|at)\b|apiece|each|$|\n|\s{2,}))")
FOLLOWED = re.compile(FOLLOW, re.IGNORECASE)
COUNTS_NEXT = re.compile(r"\s+(?:are\s+|were\s+)?(?:in|at)\s+(?:segment\s+)?[1-5]\b", re.IGNORECASE)
"""In "twenty in 3 and 4 in 4" the second number counts."""
FRAMEWORK = re.compile(r"(?!seg|SOF|NOF)", re.IGNORECASE)
FRAMEWORK_GIVES = re.compile(r".*(?:[:–—(-]|rating|score|segment\w*|level)\s*(?:\b(?:of|is|was|at|as|remains?)\s+){0,2}\S{0,2}"
                             r"(?:\d|one|two|three|four|five)", re.IGNORECASE | re.DOTALL)
"""The framework's full name gives a number only with a colon, a dash or a word for it between."""
OF_A_BODY = re.compile(r"\s+(?:organi[sz]ation|trust|provider|ICB|system|status|placement|rating)\b", re.IGNORECASE)
INDEFINITE = re.compile(r"\b(?:a|no|any)\s+$", re.IGNORECASE)
"""There is "a fifth segment": that puts nobody in it."""
PAIR = re.compile(r"(?:(?<=[,:(–—])\s*|(?<=[a-z’')])\s+|^)(?<![\d.])(?P<old>[1-5])\s*(?:→|->|–>|=>|▶|"
                  r"\bto\b)\s*(?P<value>[1-5])(?![\d%]|[.,/]\d|\s*(?:per|years?|months?|weeks?|days?|hours?|points?))")
"""A move between figures: "2→3", "Bedford: 3 to 2"."""
OTHER_MEASURE = re.compile(r"\bnever\s+events?|\bcomplaints?\b|\binfections?\b|\bfalls\b|\bmortality\b|\bvacanc|\bincidents?\b|"
                           r"\brank(?:ed|ing|s)\b|\btiers?\b", re.IGNORECASE)
RIVAL = re.compile(r"\b(?:tiers?|stages?|grades?|scores?(?!\s+an?\s+[1-5])|phases?|CQUIN|OPEL|REAP|use[\s-]of[\s-]resources|UoR|"
                   r"risk\s+rating|CoSRR|continuity\s+of\s+services?|quartile)\b", re.IGNORECASE)
MOST_MARKS = 150
"""Marks of one sentence; no one writes more."""
REACH = 6
"""Sentences of a paragraph, after a word about segments, in which a bare number is still read as one."""
FAR_REACH = 20
"""Sentences after the last word about segments in which a number beside a name is still one, unless another measure came up."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that stands for a segment."""

    start: int
    end: int
    """``[start, end)`` are the words with the number ("segment 4", "3")."""
    value: int
    number: int
    """Where the number itself begins."""
    sentence: Sentence
    strong: bool
    form: str
    """How it is put: ``number``, ``ordinal``, ``superlative``, ``bare``, ``name``."""


def marks_of(sheet: Sheet, skip: frozenset[int] = frozenset()) -> tuple[Mark, ...]:
    """All marks outside the sentences to skip (those of tables), in order and without overlap."""
    return sheet.once("segment_marks", lambda of: _marks(of, skip))


def _marks(sheet: Sheet, skip: frozenset[int]) -> tuple[Mark, ...]:
    if not may_speak_of_oversight(sheet):
        return ()
    topic = topics_of(sheet)
    found: list[Mark] = []
    for sentence in sheet.sentences:
        if sentence.index in skip or not topic[sentence.index]:
            continue
        found.extend(_of_sentence(sheet, sentence, topic[sentence.index]))
    return tuple(found)


def topics_of(sheet: Sheet) -> list[int]:
    """How surely each sentence is about segments: see ``_topics``; all of them in a text that implies it throughout."""
    topic = sheet.once("segment_topics", _topics)
    return [2] * len(topic) if not any(topic) and implied(sheet) else topic


def _topics(sheet: Sheet) -> list[int]:
    """For each sentence: 2 where it or its paragraph or lead-in speaks of segments, 1 where the text did shortly before, else 0."""
    levels: list[int] = []
    last, last_paragraph = -FAR_REACH - 1, -1
    titled = ANCHOR.search(sheet.title) is not None
    anchored: list[bool] = []
    ours = {sentence.index for m in ANCHOR.finditer(sheet.text) if is_ours(sheet.text, m.start(), m.end())
            and (sentence := sheet.sentence_at(m.start()))}
    elsewhere = {sentence.index for m in OTHER_MEASURE.finditer(sheet.text) if (sentence := sheet.sentence_at(m.start()))}
    for sentence in sheet.sentences:
        here = sentence.index in ours
        anchored.append(here)
        if here:
            last, last_paragraph = sentence.index, sentence.paragraph
        under = sentence.lead_in is not None and anchored[sentence.lead_in]
        heading = sentence.index > 0 and anchored[-2] and sheet.sentences[sentence.index - 1].form == "heading"
        if here or under or heading or (last_paragraph == sentence.paragraph and sentence.index - last <= REACH):
            levels.append(2)
        else:
            if sentence.index in elsewhere:
                last = min(last, sentence.index - FAR_REACH - 1)
            levels.append(1 if sentence.index - last <= FAR_REACH or (titled and last > sentence.index - 3 * FAR_REACH) else 0)
    for index in range(len(levels) - 2, -1, -1):
        if not levels[index] and levels[index + 1] and _shortly_before(sheet, index, anchored):
            levels[index] = 1
    return levels


def _shortly_before(sheet: Sheet, index: int, anchored: Sequence[bool]) -> bool:
    """A sentence up to four before a word about segments, in its paragraph or the one before it."""
    here = sheet.sentences[index]
    return any(anchored[later.index] and later.paragraph <= here.paragraph + 1 for later in sheet.sentences[index + 1:index + 5])


def _of_sentence(sheet: Sheet, sentence: Sentence, topic: int) -> list[Mark]:
    taken: list[Mark] = []
    if topic == 2:
        for mark in _strong(sheet, sentence):
            _add(taken, mark)
    if (topic == 2 and taken) or (topic and not _rivalled(sheet, sentence)):
        for mark in _bare(sheet, sentence, topic, bool(taken)):
            _add(taken, mark)
    return sorted(taken, key=lambda mark: mark.start)


def _add(taken: list[Mark], mark: Mark) -> None:
    if len(taken) < MOST_MARKS and not any(mark.start < other.end and other.start < mark.end for other in taken):
        taken.append(mark)


def _rivalled(sheet: Sheet, sentence: Sentence) -> bool:
    """The sentence speaks of another scale and not of segments."""
    return (RIVAL.search(sheet.text, sentence.start, sentence.end) is not None
            and ANCHOR.search(sheet.text, sentence.start, sentence.end) is None)


def _strong(sheet: Sheet, sentence: Sentence) -> Iterator[Mark]:
    text, end = sheet.text, sentence.end
    for found in STRONG.finditer(text, sentence.start, end):
        if not is_ours(sheet.text, found.start(), found.end()):
            continue
        if FRAMEWORK.match(found.group()) and not FRAMEWORK_GIVES.fullmatch(found.group()):
            continue
        if found["value"].isalpha() and not (FOLLOWED.match(text, found.end()) or OF_A_BODY.match(text, found.end())):
            continue
        yield _mark(found, sentence, "number")
        position = found.end()
        plural = "s" in text[found.start():found.start("value")].lower().rstrip(" :(–-")[-1:]
        while plural and (more := MORE.match(text, position, end)):
            yield replace(_mark_number(more, sentence, "number"), strong=True)
            position = more.end()
    for found in ORDINAL_SEGMENT.finditer(text, sentence.start, end):
        indefinite = INDEFINITE.search(text[max(sentence.start, found.start() - 6):found.start()])
        if not indefinite and is_ours(sheet.text, found.start(), found.end()):
            yield _mark(found, sentence, "ordinal")
    for found in ON_THE_FRAMEWORK.finditer(text, sentence.start, end):
        yield _mark(found, sentence, "number")
    for found in SUPERLATIVE.finditer(text, sentence.start, end):
        if is_ours(sheet.text, found.start(), found.end()):
            value = (3 if found["second"] else 4) if found["low"] else (2 if found["second"] else 1)
            yield Mark(found.start(), found.end(), value, found.start(), sentence, True, "superlative")


def _bare(sheet: Sheet, sentence: Sentence, topic: int, marked: bool) -> Iterator[Mark]:
    text = sheet.text
    beside_names = [(name, found) for name in sheet.names_in(sentence.start, sentence.end) if name.all_codes
                    and (found := AFTER_NAME.match(text, name.end, sentence.end))]
    if beside_names or topic == 2:
        for found in PAIR.finditer(text, sentence.start, sentence.end):
            for group in ("old", "value"):
                yield Mark(found.start(group), found.end(group), VALUES[found[group]], found.start(group), sentence, False, "name")
    for _, found in beside_names:
        if sentence.form != "row" or topic == 2 or found["joint"].strip():
            yield from _with_more(text, _mark_number(found, sentence, "name"))
            if old := UP_FROM.match(text, found.end("value"), sentence.end):
                yield _mark_number(old, sentence, "bare")
    if topic == 2:
        for pattern in (BARE, BARE_ORDINAL):
            for found in pattern.finditer(text, sentence.start, sentence.end):
                yield from _with_more(text, _mark_number(found, sentence, "bare"))
        for found in TIER.finditer(text, sentence.start, sentence.end):
            yield Mark(found.start(), found.end(), 4 if found["low"] else 1, found.start(), sentence, False, "superlative")
    elif any(name.all_codes for name in sheet.names_in(sentence.start, sentence.end)):
        for pattern in (BARE_IN, BARE_KEPT):
            for found in pattern.finditer(text, sentence.start, sentence.end):
                yield from _with_more(text, _mark_number(found, sentence, "bare"))


def _with_more(text: str, mark: Mark) -> Iterator[Mark]:
    """A bare mark and the numbers run together with it: "in 2 and 3 respectively", "2, 2 and 3"."""
    yield mark
    position = mark.end
    while (more := MORE.match(text, position, mark.sentence.end)) and more["value"].isdigit():
        if not FOLLOWED.match(text, more.end()) or COUNTS_NEXT.match(text, more.end()):
            break
        yield _mark_number(more, mark.sentence, mark.form)
        position = more.end()


def _mark(found: re.Match[str], sentence: Sentence, form: str) -> Mark:
    return Mark(found.start(), found.end(), VALUES[found["value"].lower()], found.start("value"), sentence, True, form)


def _mark_number(found: re.Match[str], sentence: Sentence, form: str) -> Mark:
    start, end = found.span("value")
    return Mark(start, end, VALUES[found["value"].lower()], start, sentence, False, form)
