"""Which organisations a text names: official names, press names, acronyms, hospitals and systems, linked to ODS codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from corpora.organisations import Register
from nlp.organisations.deciding import Decision, decide_all
from nlp.organisations.lexicon import Lexicon
from nlp.organisations.matching import find_matches
from nlp.organisations.situation import Situation, date_or_latest_year
from nlp.sheet import Name, NameForm, Sentence, Sheet

__all__ = ["Linker"]

ANAPHOR = re.compile(r"\b[Tt]he [Tt]rust\b")
FORMS: dict[str, NameForm] = {"name": "name", "place": "name", "acronym": "acronym", "site": "site", "system": "system"}


class Linker:
    """Links names to ODS codes. Build once, over a register; link many."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.lexicon = Lexicon(register)

    def link(self, sheet: Sheet) -> Sheet:
        """The sheet with its names and its home organisation."""
        situation, decisions = self.decide(sheet)
        home = situation.home
        names = [_name(sheet.text, decision) for decision in decisions if decision.code or decision.other]
        if home is None and names:
            home = next((name.code for name in names if name.code), None)
        anaphors = [Name(m.start(), m.end(), m.group(), home, "anaphor") for m in ANAPHOR.finditer(sheet.text)
                    if home and not any(n.start <= m.start() < n.end for n in names)]
        return replace(sheet, names=tuple(sorted([*names, *anaphors], key=lambda name: name.start)), home=home)

    def decide(self, sheet: Sheet) -> tuple[Situation, list[Decision]]:
        """What each name in a sheet stands for, with what was known of the document."""
        situation = Situation(self.register, date_or_latest_year(sheet.published, sheet.text))
        titled = self._heading(situation, sheet.title)
        publisher = self._heading(situation, sheet.publisher or "", sure=True)
        situation.titled.update(titled)
        situation.home = next(iter([*publisher, *titled]), None)
        starts = [sentence.start for sentence in sheet.sentences]
        matches = []
        for match in find_matches(self.lexicon, sheet.text):
            position = bisect_right(starts, match.start) - 1
            matches.append((match, sheet.sentences[position] if position >= 0 else None))
        return situation, decide_all(situation, sheet.text, matches)

    def _heading(self, situation: Situation, text: str, *, sure: bool = False) -> list[str]:
        """The organisations that a title or a publisher's name names."""
        whole = Sentence(0, 0, len(text), 0, "heading")
        own = Situation(situation.register, situation.date)
        decisions = decide_all(own, text, [(match, whole) for match in find_matches(self.lexicon, text)])
        codes = [decision.code for decision in decisions if decision.code and (decision.sure or not sure)]
        for code in codes:
            situation.settle(code)
        return [code for code, _ in Counter(codes).most_common()]


def _name(text: str, decision: Decision) -> Name:
    match = decision.match
    if decision.other or decision.reading is None:
        return Name(match.start, match.name_end, text[match.start:match.name_end], None, "other")
    return Name(match.start, match.name_end, text[match.start:match.name_end], decision.code, FORMS[decision.reading.shape])
