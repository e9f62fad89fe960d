"""Who a trigger may be about: the groups of names around it, each with the signs that speak for and against it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nlp.candidate_signs import CONTRAST, STOP, VERB, of_group, of_sentence, signs_back, signs_here
from nlp.groups import BEFORE_NAME, OBLIQUE, Group, groups_in
from nlp.home import home_signs
from nlp.sheet import Sentence, Sheet

__all__ = ["VERB", "Candidate", "Group", "about_another", "find_candidates", "groups_in"]

BACK = 3
LEAD = 2
REACH = 700
"""How many characters of a sentence count before and after a trigger."""
OWN_REACH = 90
HELD_BY = re.compile(r"\s+(?:at|in|of|for|to|on|against|by)\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+){0,2}")
KIN = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:successor|predecessor|neighbours?|rival|sister|twin|counterpart)\b")
"""After a name: another is meant, which is told by this one ("Gosport's successor, Southern Health")."""
SECTION = 24
"""How many sentences above may still rule as a heading."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Organisations that a trigger may be about, and why they may be."""

    codes: tuple[str, ...]
    source: str
    """``here``, ``back``, ``lead_in`` or ``home``."""
    group: Group | None
    signs: tuple[str, ...]


def find_candidates(sheet: Sheet, sentence: Sentence, start: int, end: int) -> list[Candidate]:
    """Everyone whom the trigger at ``[start, end)`` of a sentence may be about, each once, by its nearest mention."""
    found: dict[tuple[str, ...], Candidate] = {}
    groups = groups_in(sheet, max(sentence.start, start - REACH), min(sentence.end, end + REACH))
    coded = [group for group in groups if group.codes]
    coded = [group for group in coded if len(coded) == 1 or not KIN.match(sheet.text, group.end)]
    settled = tuple(of_sentence(sheet, sentence, coded))
    for group in sorted(coded, key=lambda group: _distance(group, start, end)):
        if group.codes not in found:
            found[group.codes] = Candidate(group.codes, "here", group, (
                *(f"here:{sign}" for sign in signs_here(sheet, sentence, group, groups, start, end)), *of_group(sheet, group)))
    for steps, earlier in enumerate(reversed(sheet.before(sentence, BACK)), 1):
        others = [group for group in groups_in(sheet, max(earlier.start, earlier.end - REACH), earlier.end) if group.codes]
        for group in others:
            found.setdefault(group.codes, Candidate(group.codes, "back", group, (
                *signs_back(sheet, sentence, earlier, steps, group, others), *settled, *of_group(sheet, group))))
    if sentence.lead_in is not None:
        leading = sheet.sentences[sentence.lead_in]
        for group in groups_in(sheet, leading.start, min(leading.end, leading.start + REACH)):
            if group.codes:
                signs = ("lead_in", *settled, *of_group(sheet, group))
                found.setdefault(group.codes, Candidate(group.codes, "lead_in", group, signs))
        for earlier in reversed(sheet.before(leading, LEAD)):  # "It has agreed to:" is said of whom the sentences before name
            for group in groups_in(sheet, max(earlier.start, earlier.end - REACH), earlier.end):
                if group.codes:
                    found.setdefault(group.codes, Candidate(group.codes, "lead_in", group, (
                        "before_lead_in", f"before_lead_in:{leading.index - earlier.index}", *settled, *of_group(sheet, group))))
    for source, above in (("heading", _heading(sheet, sentence)), ("opening", _opening(sheet, sentence))):
        for group in groups_in(sheet, above.start, min(above.end, above.start + REACH))[:1] if above is not None else ():
            if group.codes:
                # There are groups only where ``above`` is not None.
                found.setdefault(group.codes, Candidate(group.codes, source, group, (
                    source, f"{source}:far:{min((sentence.index - above.index) // 4, 3)}", *settled, *of_group(sheet, group))))  # type: ignore[union-attr]
    if sheet.home:
        kind = "icb" if sheet.home.startswith("Q") else "trust"
        found.setdefault((sheet.home,), Candidate((sheet.home,), "home", None, (
            "home", f"home:{sheet.doc_type}:{kind}", f"home:{kind}:rivals:{min(len(found), 3)}",
            f"home:{kind}:ruled:{_ruled(found)}", *home_signs(sheet, sentence), *(f"home:{sign}" for sign in settled))))
    return list(found.values())


def _ruled(found: Mapping[tuple[str, ...], Candidate]) -> str:
    """What speaks of another than the home: a heading, the opening of the paragraph, a short line just before; or nothing."""
    for candidate in found.values():
        if candidate.source in ("heading", "opening"):
            return candidate.source
        if "back:label" in candidate.signs or "back:form:heading" in candidate.signs:
            return "label"
    return "nothing"


def about_another(sheet: Sheet, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name nearest to a trigger is that of a body outside the register, to which it then belongs."""
    nearby = sheet.names_in(max(sentence.start, start - REACH), min(sentence.end, end + 80))
    before = [name for name in nearby if name.end <= start and name.text.lower() not in ("we", "our", "us")]
    if before:
        nearest = before[-1]
        for name in reversed(before):  # "a surgery next door to Luton and Dunstable Hospital has been …"
            prior = BEFORE_NAME.search(sheet.text, max(sentence.start, name.start - 30), name.start)
            nearest = name
            if prior is None or prior[1].lower() not in OBLIQUE:
                break
        else:
            return False
        between = sheet.text[nearest.end:start]
        return nearest.form == "other" and len(between) < OWN_REACH and not (STOP.search(between) or CONTRAST.search(between))
    after = next((name for name in nearby if name.start >= end), None)
    return after is not None and after.form == "other" and bool(HELD_BY.fullmatch(sheet.text, end, after.start))


def _heading(sheet: Sheet, sentence: Sentence) -> Sentence | None:
    """The nearest heading above that names somebody."""
    for index in range(sentence.index - 1, max(-1, sentence.index - SECTION), -1):
        above = sheet.sentences[index]
        if _rules(sheet, above, sentence) and any(
                name.all_codes and name.form != "anaphor" for name in sheet.names_in(above.start, above.end)):
            return above
    return None


def _rules(sheet: Sheet, above: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence is a heading, or a numbered line that stands over prose as one does."""
    return above.form == "heading" or (
        above.form == "item" and sentence.form == "prose" and sheet.text[above.end - 1] not in ".;:,!?")


def _opening(sheet: Sheet, sentence: Sentence) -> Sentence | None:
    """The sentence that opens this paragraph, where it names somebody in its first words."""
    for index in range(sentence.index - 1, max(-1, sentence.index - SECTION), -1):
        above = sheet.sentences[index]
        if above.paragraph != sentence.paragraph:
            break
        if index == 0 or sheet.sentences[index - 1].paragraph != above.paragraph:
            first = next(iter(sheet.names_in(above.start, above.end)), None)
            return above if first is not None and first.all_codes and first.start - above.start < 12 else None
    return None


def _distance(group: Group, start: int, end: int) -> int:
    return start - group.end if group.end <= start else max(0, group.start - end) + 1
