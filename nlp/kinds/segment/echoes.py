"""Organisations that share a segment named once: "… along with A and B", "so is C", "D the same", "four trusts (A, B, C and D)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.candidates import groups_in
from nlp.coordination import NAMES_IN_ORDER
from nlp.kinds.segment.marks import Mark
from nlp.sheet import Name, Sheet, Subject

OPENERS = re.compile(
    r"\b(?:along(?:side)?(?:\s+with)?|together\s+with|as\s+well\s+as|in\s+company\s+with|joining|where\s+it\s+joins|"
    r"joined\s+there\s+by|including|such\s+as|for\s+(?:example|instance),?|like|among\s+them|namely|which\s+are|they\s+are"
    r"|these\s+are|"
    r"(?:as|so)\s+(?:too\s+)?(?:is|are|was|were|has|have|had|did|does|do))(?:\s+(?:both|now))?\s*:?\s+(?:the\s+)?", re.IGNORECASE)
LIST_OPENS = re.compile(r"(?:\s+of\s+the\s+[\w\s’']{3,45}?)?\s*(?:\(|:\s|[–—-]\s)\s*(?:the\s+)?", re.IGNORECASE)
NONE_OF = re.compile(r"\b(?:none|no|nobody|not\s+one|neither)\b", re.IGNORECASE)
APART_FROM = re.compile(
    r"\b(?:apart\s+from|except(?:\s+for)?|excepting|other\s+than|save|bar|but\s+for|with\s+the\s+exceptions?\s+of)\s+(?:the\s+)?",
    re.IGNORECASE)
TOO = re.compile(r"(?:['’]s)?(?:\s+(?:trust|hospitals?|ICB))?\s*(?:\([^()]{1,30}\)\s*)?,?\s*(?:is|are|was|were|has|"
                 r"has\s+been)?\s*(?:the\s+same|likewise|too|as\s+well|ditto)\b", re.IGNORECASE)
SAME = re.compile(r"(?:\s+and|;|,|\.)\s+(?:the\s+)?$", re.IGNORECASE)
NEXT_SENTENCE = 160
JOINS = re.compile(
    r"['’]?s?(?:\s+(?:trust|hospitals?|ICB))?\s*(?:\([^()]{1,30}\)\s*)?(?:(?:has\s+|have\s+|will\s+|now\s+|is\s+to\s+)?(?:joins?"
    r"|joined|"
    r"followed|follows)|,\s+(?:just\s+)?like|,\s+(?:along|together)\s+with|,\s+as\s+(?:with|well\s+as))\s+(?:the\s+"
    r"|its\s+neighbour\s+)?",
    re.IGNORECASE)
OPENS_CLAUSE = re.compile(r"(?:^\W*|[.;,:]\s+|\b(?:and|while|but|with)\s+)(?:(?:also|still|now|alone|only|down|up|left|remaining|"
                          r"stuck)\s+)?(?:in|into|at)\s+(?:the\s+)?$", re.IGNORECASE)
INVERTED = re.compile(r"[\"”’']?\s*,?\s*(?:is|are|was|were|comes?|sits?|stands?|remains?|we\s+(?:have|find))\s+(?:both\s+|now\s+"
                      r"|still\s+)?(?:the\s+)?",
                      re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Echo:
    """Further organisations of a mark, and where the text says so."""

    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """They, as subjects."""
        return tuple(Subject(code, 0.85, "echo", name) for name in self.names for code in name.all_codes)


def echoes_of(sheet: Sheet, mark: Mark, until: int) -> Iterator[Echo]:
    """What follows a mark and takes it up for further organisations, up to the next mark or the end of the next sentence."""
    index = mark.sentence.index
    after = sheet.sentences[index + 1] if index + 1 < len(sheet.sentences) else None
    same = after is not None and after.paragraph == mark.sentence.paragraph
    end = min(until, after.end if same and after is not None else mark.sentence.end, mark.end + 2 * NEXT_SENTENCE)
    for opener in OPENERS.finditer(sheet.text, mark.end, end):
        names = _names_from(sheet, opener.end(), end)
        if names and (opener.start() < mark.sentence.end or (after is not None and opener.start() - after.start < 4)):
            yield Echo(opener.start(), names[-1].end, names)
            return
    for name in sheet.names_in(mark.end, end):
        joined = SAME.search(sheet.text[max(mark.end, name.start - 8):name.start])
        if name.all_codes and name.form != "anaphor" and joined and TOO.match(sheet.text, name.end, end):
            yield Echo(name.start, name.end, (name,))


def joined(sheet: Sheet, mark: Mark) -> tuple[Subject, ...] | None:
    """ "A joins B in segment 4", "A, like B, is in 3": both; None where the two names nearest before a mark are not so joined."""
    since = max(mark.sentence.start, mark.start - 2 * NEXT_SENTENCE)
    groups = [group for group in groups_in(sheet, since, mark.start) if group.codes]
    if len(groups) < 2 or not JOINS.fullmatch(sheet.text, groups[-2].end, groups[-1].start):
        return None
    return tuple(Subject(code, 0.85, "joined") for group in groups[-2:] for code in group.codes)


def inverted(sheet: Sheet, mark: Mark, until: int) -> tuple[Subject, ...] | None:
    """ "In segment 4 is A", "and in segment 3 are B and C": the names that follow, None where the mark opens no such clause."""
    if not OPENS_CLAUSE.search(sheet.text[max(mark.sentence.start, mark.start - 30):mark.start]):
        return None
    verb = INVERTED.match(sheet.text, mark.end, min(until, mark.sentence.end))
    names = _names_from(sheet, verb.end(), min(until, mark.sentence.end)) if verb else ()
    return tuple(Subject(code, 0.9, "list", name) for name in names for code in name.all_codes) or None


def counted_names(sheet: Sheet, mark: Mark, since: int, until: int) -> tuple[Name, ...]:
    """The names that a bracket, colon or dash lists beside a count: "four ICSs (A, B and C) are in segment 4", "two are in
    segment 2 (A; B)". ``since`` is where the count begins."""
    opens = LIST_OPENS.match(sheet.text, mark.end, until)
    after = _names_from(sheet, opens.end(), until) if opens else ()
    bracket = sheet.text.find("(", since, mark.start)
    return after or (_names_from(sheet, bracket + 1, sheet.text.find(")", bracket, mark.start)) if bracket >= 0 else ())


def excepted(sheet: Sheet, mark: Mark, until: int) -> Echo | None:
    """ "None were in segment 4, apart from A and B": whom a denial leaves out."""
    if NONE_OF.search(sheet.text, mark.sentence.start, mark.start) is None:
        return None
    opener = APART_FROM.search(sheet.text, mark.end, min(until, mark.sentence.end))
    names = tuple(name for name in sheet.names_in(opener.end(), min(until, mark.sentence.end, opener.end() + NEXT_SENTENCE))
                  if name.all_codes and name.form != "anaphor") if opener else ()
    return Echo(names[0].start, names[-1].end, names) if names else None


def _names_from(sheet: Sheet, start: int, end: int) -> tuple[Name, ...]:
    """The names run together from an offset on; none where the text there begins with anything else."""
    run: list[Name] = []
    position = start
    for name in sheet.names_in(start, end):
        if not name.all_codes or name.form == "anaphor":
            break
        gap = sheet.text[position:name.start]
        if (run and not NAMES_IN_ORDER.fullmatch(gap)) or (not run and gap.strip(" \n(“‘'\"").lower() not in ("", "the", "both")):
            break
        run.append(name)
        position = name.end
    return tuple(run)
