"""Abbreviations that a text itself gives: "Mid Yorkshire Teaching NHS Trust (MYTT)", "UHP = University Hospitals Plymouth".

What a text calls an organisation counts for that text, whoever else may be called so: no list could hold them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.organisations.decision import Decision
from nlp.organisations.matching import Match
from nlp.organisations.readings import Reading
from nlp.organisations.words import listed

SHORT = r"[A-Z][A-Za-z]*(?:&?[A-Z][A-Za-z]*)+"
QUOTED = r"[\"“‘']?"
AFTER = re.compile(
    rf"\s*[(\[]\s*(?:(?:hereafter|hereinafter|henceforth|here|or|also|formerly|known\s+as|referred\s+to\s+as|called|abbreviated\s+to|"
    rf"[‘“\"'](?=[Tt]he\b)),?\s+)*(?:[Tt]he\s+)?{QUOTED}(?:[Tt]he\s+)?({SHORT})[\"”’']?"
    rf"(?:\s*(?:,|;|or|and|/)\s*(?:[Tt]he\s+)?{QUOTED}(?:[Tt]he\s+)?[A-Za-z&]+[\"”’']?)?\s*[)\]]"
    rf"|\s*(?:=|[–—-])\s*({SHORT})(?=\s*(?:[;,.\n]|$))")
BEFORE = re.compile(rf"\b({SHORT})\s*(?:\(\s*(?:[Tt]he\s+)?|=\s*|:\s+|\s[–—-]\s+)$")
REACH = 24
OTHERS = listed("""NHS NHSE NHSI NHSFT CQC FT ICB ICS STP RSP SOF NOF PIP MSSP FSM CEO CFO COO UEC RTT HSJ BBC TDA DHSC GIRFT MP MPs
    PFD HSE""")
"""What stands beside the names of organisations without being one."""
UNSAID = listed("and of the for in upon")


def defined(text: str, decisions: Sequence[Decision]) -> dict[str, tuple[str, Reading]]:
    """The abbreviations that a text gives, with the organisation that each stands for there; one given to two is left out."""
    found: dict[str, tuple[str, Reading]] = {}
    unclear: set[str] = set()
    for decision in decisions:
        if not decision.code or decision.reading is None or decision.reading.shape == "acronym":
            continue
        match = decision.match
        for short in _beside(text, match):
            if short in OTHERS or not _abbreviates(short, text[match.start:match.name_end]):
                continue
            if found.setdefault(short, (decision.code, decision.reading))[0] != decision.code:
                unclear.add(short)
    return {short: meant for short, meant in found.items() if short not in unclear}


def _beside(text: str, match: Match) -> Iterator[str]:
    after = AFTER.match(text, match.name_end)
    if after:
        yield after[1] or after[2]
    before = BEFORE.search(text, max(0, match.start - REACH), match.start)
    if before:
        yield before[1]


def _abbreviates(short: str, name: str) -> bool:
    """Whether an abbreviation takes its letters, in order, from a name: most of them from the starts of words."""
    letters = [letter for letter in short if letter.isalpha()]
    starts = [word[0].lower() for word in re.findall(r"[A-Za-z][\w’']*", name) if word.lower() not in UNSAID]
    if letters[0].lower() not in starts[:3]:
        return False
    rest = iter(name.lower())
    if not all(letter.lower() in rest for letter in letters if letter.lower() not in "ft"):
        return False
    capitals = [letter.lower() for letter in letters if letter.isupper()]
    return sum(letter in starts or letter in "ft" for letter in capitals) * 3 >= 2 * len(capitals)


def with_defined(text: str, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions on a text, its abbreviations standing for what it says they stand for wherever they occur."""
    meanings = defined(text, decisions)
    if not meanings:
        return list(decisions)
    pattern = re.compile(rf"(?<![\w&])(?:{'|'.join(map(re.escape, sorted(meanings, key=len, reverse=True)))})(?![\w&])")
    spans = sorted((decision.match.start, decision.match.name_end) for decision in decisions if decision.code)
    held = {decision.match.start: decision for decision in decisions}
    added: list[Decision] = []
    position = 0
    for occurrence in pattern.finditer(text):
        code, reading = meanings[occurrence.group()]
        while position < len(spans) and spans[position][1] <= occurrence.start():
            position += 1
        if position < len(spans) and spans[position][0] < occurrence.start():
            continue
        decision = held.get(occurrence.start())
        meant = Reading(code, "sure", "system" if reading.shape == "system" else "acronym", 0, reading.sector)
        if decision is None:
            match = Match(occurrence.start(), occurrence.end(), (meant,), 1, name_end=occurrence.end())
            decision = Decision(match, None)
            added.append(decision)
        elif decision.match.end > occurrence.end() or (decision.code and decision.reading and decision.reading.strength != "weak"):
            continue
        decision.code, decision.other, decision.sure, decision.probability = code, False, True, 0.97
        decision.reading = meant
    return sorted([*decisions, *added], key=lambda decision: decision.match.start)
