"""Organisations listed under a line, or a title, that gives a single segment: one a line, or several in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpora.schema import Status
from nlp.context import status_of
from nlp.kinds.segment.marks import ANCHOR, STRONG, SUPERLATIVE, VALUES, Mark
from nlp.sheet import Name, Sentence, Sheet, Subject, Trigger

BULLETS = " \t\n•●▪◦‣-–—*·○■□➢>0123456789.()|/\"“‘"
WORDS = re.compile(r"[A-Za-z]{2,}")
ASIDE = re.compile(r"\([^()]*\)|(?:–|—|-\s).*")
SMALL = frozenset("""and the nhs foundation trust trusts ft icb ics university hospital hospitals teaching of for now as by with
    new also too both healthcare health care services service partnership community mental""".split())
MOST_LINES = 80
LABEL_REACH = 10
FEWEST_CARDS, MOST_BETWEEN, LONGEST_LABEL = 2, 4, 80
LABEL_START = 6
LABEL_OPENS = re.compile(r"[^A-Za-z]*(?:(?:NHS|England|oversight|current|published|latest|framework|SOF|NOF)\s+)*", re.IGNORECASE)
VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|remains?|stays?|moved|moves|went|placed|put|not|said|says|told|reported|rated"
    r"|can|may|must|"
    r"should|tells|wrote|asked)\b", re.IGNORECASE)
OPENS_LIST = re.compile(r"[^:]{0,60}:\s*(?:the\s+)?", re.IGNORECASE)
FEWEST_IN_LINE = 3
"""So many names with nothing but commas between make a list of a sentence that no heading but the title opens."""
NAMES_A_MOVE = re.compile(r"\b(?:moves?|moved|enters?|entered|leaves?|left|exits?|out\s+of|to|from|into|joins?)\b", re.IGNORECASE)


def under_headings(sheet: Sheet, framework: str, marks: dict[int, list[Mark]], skip: frozenset[int]) -> Iterator[Trigger]:
    """Lines that are but names, under a heading or an introducing line that gives one segment and names nobody."""
    head: Mark | None = None
    lines = 0
    title = _of_title(sheet)
    for sentence in sheet.sentences:
        own = marks.get(sentence.index, [])
        if own:
            head, lines, title = _heads(sheet, sentence, own), 0, None
            continue
        if ANCHOR.search(sheet.text, sentence.start, sentence.end):
            head, title = None, None
        if sentence.index in skip or sentence.lead_in in marks:
            continue
        if head is None and title is None:
            continue
        names = _line_of_names(sheet, sentence)
        if names and lines < MOST_LINES:
            lines += 1
            told = status_of(sheet, head.sentence, head.start, head.end, nature="standing").status if head else "current"
            yield _trigger(sheet, sentence, framework, head.value if head else title or 0, names, told)
        elif title is not None and sentence.index < FEWEST_IN_LINE and (listed := _list_in_sentence(sheet, sentence)):
            yield _trigger(sheet, sentence, framework, title, listed)
        elif head is not None or sentence.index >= FEWEST_IN_LINE:
            head, title = None, None if lines == 0 and sentence.form == "prose" else title


def _trigger(sheet: Sheet, sentence: Sentence, framework: str, value: int, names: Sequence[Name],
             status: Status = "current") -> Trigger:
    return Trigger("segment", framework, names[0].start, names[-1].end, "segment.headed", value, status=status,
                   subjects=tuple(Subject(name.code, 0.85, "headed", name) for name in {n.code: n for n in names}.values()),
                   quote=(sentence.start, sentence.end), confidence=0.8)


def on_cards(sheet: Sheet, marks: dict[int, list[Mark]], skip: frozenset[int]) -> dict[Mark, Name]:
    """Marks of "Trust A / Segment: 4 / Trust B / Segment: 2": a name a line and below each its own segment, two such cards or more.

    What begins with a segment, or ends with a name, is a list under headings instead: "Segment 4 / Trust A / Segment 2 / Trust B".
    """
    found: dict[Mark, Name] = {}
    run: dict[Mark, Name] = {}
    name: Name | None = None
    between, headed = 0, False
    for sentence in sheet.sentences:
        own = marks.get(sentence.index, [])
        if own:
            if name is not None and not headed and _is_label(sheet, sentence, own):
                run[own[0]] = name
            else:
                run, headed = {}, True
            name = None
            continue
        names = [] if sentence.index in skip else _line_of_names(sheet, sentence)
        if len({one.code for one in names}) == 1:
            if name is not None:  # two names together: no cards
                run, headed = {}, headed or bool(run)
            name, between = names[0], 0
            continue
        between += 1
        if between > MOST_BETWEEN or sentence.form == "prose":
            if name is None and len(run) >= FEWEST_CARDS:
                found |= run
            run, name, headed = {}, None, False
    if name is None and len(run) >= FEWEST_CARDS:
        found |= run
    return found


def _is_label(sheet: Sheet, sentence: Sentence, marks: Sequence[Mark]) -> bool:
    """Whether a line is a segment and nothing more."""
    return (len(marks) == 1 and marks[0].strong and sentence.end - sentence.start <= LONGEST_LABEL
            and LABEL_OPENS.fullmatch(sheet.text, sentence.start, marks[0].start) is not None
            and not any(name.all_codes for name in sheet.names_in(sentence.start, sentence.end)))


def labelled(sheet: Sheet, mark: Mark) -> tuple[Subject, ...] | None:
    """ "Segment 2.", a sentence of its own: of the organisation whose name opens the paragraph, or heads the lines just above."""
    if not mark.strong or sheet.text[mark.sentence.start:mark.start].strip(BULLETS + "*") or (sheet.home or "").startswith("R"):
        return None
    if any(name.all_codes for name in sheet.names_in(mark.sentence.start, mark.sentence.end)):
        return None
    for above in reversed(sheet.before(mark.sentence, LABEL_REACH)):
        first = next(iter(sheet.names_in(above.start, above.end)), None)
        opens = not above.index or sheet.sentences[above.index - 1].paragraph != above.paragraph
        if opens and first is not None and first.code and first.form in ("name", "acronym", "site", "system") and (
                first.start - above.start < LABEL_START):
            return (Subject(first.code, 0.85, "label", first),)
        if opens and above.form == "heading":
            return None
    return None


def _heads(sheet: Sheet, sentence: Sentence, marks: Sequence[Mark]) -> Mark | None:
    """The mark of a heading, or of a line that ends in a colon, which names no trust."""
    if len({mark.value for mark in marks}) > 1 or not marks[0].strong:
        return None
    if any(name.all_codes and name.form not in ("anaphor", "system") for name in sheet.names_in(sentence.start, sentence.end)):
        return None
    opens = sentence.form in ("heading", "item") or sheet.text[sentence.end - 1] == ":"
    return marks[0] if opens and not sheet.text[marks[0].end:sentence.end].rstrip().endswith((".", "?")) else None


def _of_title(sheet: Sheet) -> int | None:
    """The one segment that a title gives, if it names no organisation's move."""
    found = [*STRONG.finditer(sheet.title)] or [*SUPERLATIVE.finditer(sheet.title)]
    if len(found) != 1 or NAMES_A_MOVE.search(sheet.title):
        return None
    if found[0].re is STRONG:
        return VALUES[found[0]["value"].lower()]
    return None if found[0]["second"] else 4 if found[0]["low"] else 1


def _line_of_names(sheet: Sheet, sentence: Sentence) -> list[Name]:
    """The first name of a line that is nothing but a name, with perhaps a bracket; several where commas part them."""
    names = [name for name in sheet.names_in(sentence.start, sentence.end) if name.code and name.form not in ("anaphor", "other")]
    if not names or sentence.end - sentence.start > 400 or sheet.text[sentence.start:names[0].start].strip(BULLETS):
        return []
    words = sheet.words(sentence)
    for name in reversed(names):
        words = words[:name.start - sentence.start] + " " + words[name.end - sentence.start:]
    rest = [word for word in WORDS.findall(ASIDE.sub(" ", words)) if word.lower() not in SMALL]
    if len(rest) > 2 or VERBS.search(ASIDE.sub(" ", words)):
        return []
    bracket = sheet.text.find("(", sentence.start, sentence.end)
    return [name for name in names if bracket < 0 or name.start < bracket or ")" in sheet.text[bracket:name.start]] or names[:1]


def _list_in_sentence(sheet: Sheet, sentence: Sentence) -> list[Name]:
    """ "As of this week: A; B; C": three names and more, with nothing that is said of them."""
    opens = OPENS_LIST.match(sheet.text, sentence.start, sentence.end)
    start = opens.end() if opens else sentence.start
    names = [name for name in sheet.names_in(start, sentence.end) if name.code and name.form not in ("anaphor", "other")]
    if len(names) < FEWEST_IN_LINE or names[0].start - start > 4:
        return []
    gaps = [sheet.text[a.end:b.start] for a, b in pairwise(names)]
    return names if all(len(gap) < 40 and not VERBS.search(gap) for gap in gaps) else []
