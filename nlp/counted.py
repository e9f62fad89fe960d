"""Organisations told by their number: "put three more trusts into it. They are A, B and C", "the first two", "each of them"."""

from __future__ import annotations

import re

from nlp.candidates import groups_in
from nlp.sheet import Sentence, Sheet, Subject
from nlp.values import number

NUMBER = (r"\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
          r"eighteen|nineteen|twenty")
BODIES = r"(?:trusts|providers|hospitals|organisations|boards|ICBs|systems|others)"
SORT = (r"(?:(?:more|other|further|additional|NHS|acute|foundation|hospital|mental|health|community|ambulance|of|the|these|"
        r"those)\s+){0,4}")
QUANTIFIED = re.compile(
    rf"\W*(?:(?:More|Fewer|Less)\s+than\s+|Over\s+|About\s+|Around\s+|Nearly\s+|Almost\s+|A\s+further\s+|At\s+least\s+)?"
    rf"(?:{NUMBER}|[Hh]alf|a\s+(?:third|quarter)|[Mm]ost|[Mm]any|[Ss]everal|[Ss]ome|[Dd]ozens|[Ss]cores)\s+{SORT}{BODIES}\b",
    re.IGNORECASE)
"""A line whose subject is so many organisations, of which none is named in it."""
AFTER_VERB = re.compile(rf"\b(?P<number>{NUMBER})\s+(?!of\b){SORT}{BODIES}\b", re.IGNORECASE)
THEY_ARE = re.compile(
    r"\W*(?:They|These|Those|The\s+\w+(?:\s+(?:trusts|providers|hospitals|organisations))?)\s+(?:are|"
    r"were)\s*:?\s+(?:the\s+)?", re.IGNORECASE)
EACH = re.compile(
    rf"\W*(?:Between\s+them,?\s+(?:(?:all|both|the)\s+)*(?P<between>{NUMBER})?|Each(?:\s+of\s+(?:them|the\s+"
    rf"(?P<each>{NUMBER})))?\b|"
    rf"(?:All|The|These|Those)\s+(?P<all>{NUMBER})(?:\s+{BODIES})?\b(?!\s+\w+s\b)|(?P<side>The\s+first|The\s+last"
    rf"|The\s+other)\s+(?P<some>{NUMBER})\b"
    r"(?!\s+\w+s\b)|They\b|All\s+of\s+them\b)",
    re.IGNORECASE)
"""A sentence about several organisations that the sentences before list."""
PART = re.compile(
    rf"\b(?:[Tt]he\s+(?P<which>former|latter|first|second|third|last)(?:\s+of\s+(?:the\s+)?(?:{NUMBER}|these|them))?"
    r"(?=,?\s+(?:is|was|has|had|remains?|remained|stays?|stayed|moved|will|in|at|reported|declared|recorded)\b)"
    rf"|[Tt]he\s+(?P<rest>others|rest|remainder|(?:other|remaining)\s+(?P<left>{NUMBER})(?:\s+{BODIES})?))\b")
"""Part of the organisations that a sentence before lists: "the former", "the other two", "the rest"."""
ORDER = {"former": 0, "first": 0, "second": 1, "third": 2, "last": -1, "latter": -1}
SURENESS = 0.85
BACK = 2
REACH = 300
ABOVE = 24
OPENS = 12
"""How far from the start of its line a name may stand to be what the line is of."""


def counted_subjects(sheet: Sheet, sentence: Sentence, start: int) -> tuple[Subject, ...] | None:
    """Whom a sentence means that names nobody and tells them by their number; empty where it is nobody named; else None."""
    part = _part_listed(sheet, sentence, start)
    if part:
        return part
    if any(name.all_codes for name in sheet.names_in(sentence.start, sentence.end)):
        return None
    if QUANTIFIED.match(sheet.text, sentence.start, sentence.end) is not None:
        return _listed_next(sheet, sentence, None) or ()
    for found in AFTER_VERB.finditer(sheet.text, max(sentence.start, start - REACH), min(sentence.end, start + REACH)):
        following = _listed_next(sheet, sentence, number(found["number"]))
        if following:
            return following
    each = EACH.match(sheet.text, sentence.start, min(sentence.end, start))
    if each is None:
        return None
    return _listed_before(sheet, sentence, each) or _itemised_before(sheet, sentence, each)


def _part_listed(sheet: Sheet, sentence: Sentence, start: int) -> tuple[Subject, ...]:
    """ "The former", "the other two": those of a list in the sentences before that the words nearest to the trigger take up."""
    found = next(reversed([*PART.finditer(sheet.text, max(sentence.start, start - REACH), start)]), None)
    if found is None or any(name.all_codes and name.form != "anaphor" for name in sheet.names_in(found.end(), start)):
        return ()
    places = [(sentence.start, found.start()), *((earlier.start, earlier.end)
                                                 for earlier in reversed(sheet.before(sentence, BACK + 1)))]
    for opens, ends in places:
        group = next((group for group in groups_in(sheet, opens, ends)
                      if len(group.codes) > 1 and group.names[0].form != "anaphor"), None)
        if group is None:
            continue
        codes, ends = group.codes, group.end
        if found["which"]:
            position = ORDER[found["which"].lower()]
            taken = codes[position:position + 1] if position >= 0 else codes[-1:]
        else:
            between = sheet.names_in(ends, found.start())
            told = {code for name in between if name.form != "anaphor" for code in name.all_codes}
            told |= _individually(sheet, sentence, found.start(), codes)
            taken = tuple(code for code in codes if code not in told) if told else ()
            if found["left"] and number(found["left"]) != len(taken):
                return ()
        return tuple(Subject(code, SURENESS, "list_part") for code in taken)
    return ()


def _individually(sheet: Sheet, sentence: Sentence, until: int, codes: tuple[str, ...]) -> set[str]:
    """Those of a list whom "the first", "the former" has taken up before in the sentence."""
    return {codes[ORDER[found["which"].lower()]] for found in PART.finditer(sheet.text, sentence.start, until)
            if found["which"] and ORDER[found["which"].lower()] < len(codes)}


def _listed_next(sheet: Sheet, sentence: Sentence, count: int | None) -> tuple[Subject, ...]:
    """The organisations that the next sentence says they are."""
    if sentence.index + 1 >= len(sheet.sentences):
        return ()
    following = sheet.sentences[sentence.index + 1]
    opening = THEY_ARE.match(sheet.text, following.start, following.end)
    if opening is None:
        return ()
    groups = [group for group in groups_in(sheet, following.start, following.end) if group.codes]
    if not groups or groups[0].start > opening.end() + 4 or (count is not None and count != len(groups[0].codes)):
        return ()
    return tuple(Subject(code, SURENESS, "list_next") for code in groups[0].codes)


def _itemised_before(sheet: Sheet, sentence: Sentence, each: re.Match[str]) -> tuple[Subject, ...] | None:
    """The organisations that the items, rows or lines above begin with, one each: "All six go into special measures"."""
    told = next((each[name] for name in ("between", "each", "all") if each[name]), None)
    count = int(number(told) or 0) if told else None
    codes: dict[str, None] = {}
    for earlier in reversed(sheet.before(sentence, ABOVE)):
        first = next(iter(sheet.names_in(earlier.start, min(earlier.end, earlier.start + OPENS))), None)
        if first is not None and first.code and first.form != "anaphor":
            codes.setdefault(first.code)
        elif count is None and codes and earlier.form not in ("item", "row"):
            break
        if count is not None and len(codes) == count:
            break
    if len(codes) < 2 or (count is not None and len(codes) != count):
        return None
    return tuple(Subject(code, SURENESS, "list_before") for code in reversed(codes))


def _listed_before(sheet: Sheet, sentence: Sentence, each: re.Match[str]) -> tuple[Subject, ...] | None:
    """The organisations that one of the sentences before lists, if they are as many as told."""
    told = next((each[name] for name in ("between", "each", "all", "some") if each[name]), None)
    count = int(number(told) or 0) if told else None
    for earlier in reversed(sheet.before(sentence, BACK)):
        codes = next((group.codes for group in groups_in(sheet, earlier.start, earlier.end) if len(group.codes) > 1), ())
        if not codes:
            continue
        side = (each["side"] or "").lower()
        if side and count is not None and 0 < count < len(codes):
            codes = codes[:count] if side.endswith("first") else codes[-count:] if side.endswith("last") else ()
        elif side or (count is not None and count != len(codes)):
            return None
        return tuple(Subject(code, SURENESS, "list_before") for code in codes) or None
    return None
