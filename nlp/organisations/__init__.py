"""Which organisations a text names: official names, press names, acronyms, hospitals and systems, linked to ODS codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from corpora.organisations import Register
from corpora.schema import Document
from nlp.counties import COUNTIES
from nlp.organisations.anaphors import Salience, anaphors
from nlp.organisations.deciding import decide_all
from nlp.organisations.decision import Decision
from nlp.organisations.defined import with_defined
from nlp.organisations.lexicon import Lexicon
from nlp.organisations.matching import Match, find_matches
from nlp.organisations.others import other_bodies
from nlp.organisations.otherwise import otherwise_meant, own_abbreviations
from nlp.organisations.passing import Glance, RawText, in_passing
from nlp.organisations.ranking import candidates
from nlp.organisations.readings import Reading
from nlp.organisations.situation import Situation, date_or_latest_year
from nlp.sheet import Name, NameForm, Sentence, Sheet

__all__ = ["Linker"]

AREA_REGIME = re.compile(r"\bsuccess[- ]regimes?\b", re.IGNORECASE)
"""A regime that is laid on areas: where a text speaks of it, a county's name alone is the county."""
AREA = re.compile(rf"(?:(?:north|south|east|west|mid|central)(?:ern)?\s+)?(?:{COUNTIES})", re.IGNORECASE)
PARTS = re.compile(r"\s*(?:[,|:;(]|\s[–—-]\s)\s*")
"""What divides a publisher's name: "Council of Governors, Derbyshire Healthcare"."""
BODY_AFTER = re.compile(r"(?:\s+(?:[Bb]oard(?:\s+of\s+[Dd]irectors)?|[Gg]roup|[Tt]rust\s+[Bb]oard|[Pp]ublic\s+[Bb]oard|"
                        r"[Cc]ouncil\s+of\s+[Gg]overnors))?[\s.)]*")
OF_BOARDS = 6
"""How much a board paper speaks of the NHS at the least."""
FORMS: dict[str, NameForm] = {"name": "name", "place": "name", "acronym": "acronym", "site": "site", "system": "system"}


class Linker:
    """Links names to ODS codes. Build once, over a register; link many."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.lexicon = Lexicon(register)
        self.glance = Glance(self.lexicon)
        self._is_name = lru_cache(maxsize=4096)(self._is_name_anew)

    def link(self, sheet: Sheet) -> Sheet:
        """The sheet with its names and its home organisation."""
        situation, decisions = self.decide(sheet)
        names = list(_apart(sheet.text, [_name(sheet.text, decision) for decision in decisions if decision.code]))
        bodies = list(other_bodies(sheet.text, names))
        names = sorted([*names, *bodies, *_unlinked(sheet.text, decisions, [*names, *bodies], home=situation.home)],
                       key=lambda name: name.start)
        home = situation.home or _home(sheet, names)
        salience = Salience(self.register, home, situation, own_paper=self._own_paper(sheet, situation))
        pointers = anaphors(salience, sheet.text, names, sheet.sentences)
        return replace(sheet, names=tuple(sorted([*names, *pointers], key=lambda name: name.start)), home=home,
                       home_by="publisher" if home in situation.publishers else "title" if home in situation.titled else "text")

    def names_nobody(self, document: Document, raw: RawText) -> bool:
        """Whether a raw document certainly names no organisation of the register, as ordinary news does: told without a sheet.

        What ``link`` would find in it is nothing; what this leaves open, ``link`` decides.
        """
        situation = Situation(self.register, date_or_latest_year(document.published_on, document.text), towns=self.lexicon.lodged)
        return (self.glance.sees_nobody(raw, barred=situation.barred)
                and not (document.publisher and (self._is_name(document.publisher) or (
                    document.doc_type == "board_paper" and any(find_matches(self.lexicon, document.publisher))))))

    def _matches(self, situation: Situation, text: str) -> Iterator[Match]:
        """The names in a text that may stand for an organisation in this situation."""
        matches = find_matches(self.lexicon, text, barred=situation.barred)
        return (match for match in matches if not match.weak) if situation.passing else matches

    def decide(self, sheet: Sheet) -> tuple[Situation, list[Decision]]:
        """What each name in a sheet stands for, with what was known of the document."""
        situation = Situation(self.register, date_or_latest_year(sheet.published, sheet.text), towns=self.lexicon.lodged,
                              known_towns=self.lexicon.known_towns, passing=in_passing(RawText(sheet.title, sheet.text)))
        situation.survey(sheet.whole)
        situation.note_places(find_matches(self.lexicon, f"{sheet.title}\n\n{sheet.publisher or ''}"))
        titled = self._heading(situation, sheet.title)
        publisher = self._publisher(situation, sheet)
        situation.titled.update(titled)
        situation.publishers.update(publisher)
        situation.home = next(iter([*publisher, *titled]), None)
        starts = [sentence.start for sentence in sheet.sentences]
        matches = []
        of_areas = AREA_REGIME.search(sheet.text) is not None
        mastheads = [] if publisher else _mastheads(sheet)
        for match in self._matches(situation, sheet.text):
            if of_areas and AREA.fullmatch(sheet.text, match.start, match.name_end):
                continue
            if any(start <= match.start and match.end <= end for start, end in mastheads):
                continue
            position = bisect_right(starts, match.start) - 1
            matches.append((match, sheet.sentences[position] if position >= 0 else None))
        others = otherwise_meant(sheet.text, [(match.start, match.name_end) for match, _ in matches
                                              if any(reading.shape != "acronym" for reading in match.readings)])
        matches = [(match, sentence) for match, sentence in matches if sheet.text[match.start:match.end] not in others]
        for match, _ in matches:
            self._own_abbreviation(situation, match, sheet.text)
        return situation, with_defined(sheet.text, decide_all(situation, sheet.text, matches))

    def _own_abbreviation(self, situation: Situation, match: Match, text: str) -> None:
        """Let an abbreviation stand for the trust that a document comes from or is about, where it is that trust's own."""
        home = self.register.by_code[situation.home] if situation.home else None
        if home is not None and home.kind == "trust" and match.readings[0].shape == "acronym" and (
                text[match.start:match.end] in own_abbreviations(home.name)):
            match.readings = (Reading(home.code, "usual", "acronym", 0, home.sector, written=text[match.start:match.end]),)

    def _own_paper(self, sheet: Sheet, situation: Situation) -> bool:
        return bool(situation.publishers) or (sheet.doc_type == "board_paper" and not sheet.publisher)

    def _is_name_anew(self, publisher: str) -> bool:
        """Whether a publisher's name is an organisation's and nothing more: no "Essex Partnership Watch"."""
        match = next(find_matches(self.lexicon, publisher), None)
        return match is not None and match.end > match.start and publisher[:match.start].strip() in ("", "The", "the") and not (
            publisher[match.name_end:].strip(" .")) and (match.suffix in ("trust", "system") or match.words > 2
                                                         or CARING.search(publisher) is not None)

    def _publisher(self, situation: Situation, sheet: Sheet) -> list[str]:
        """The organisation that a publisher's name names; of a board paper also in short or beside a committee's."""
        publisher = sheet.publisher or ""
        if sheet.doc_type != "board_paper":
            return self._heading(situation, publisher) if self._is_name(publisher) else []
        of_boards = replace(situation, health=max(situation.health, OF_BOARDS), elsewhere=0, abroad=0,
                            of_nhs=max(situation.of_nhs, OF_BOARDS), passing=False)
        for part in (publisher, *PARTS.split(publisher)):
            match = next(find_matches(self.lexicon, part, barred=situation.barred), None)
            if match is None or part[:match.start].strip() not in ("", "The", "the") or not (
                    BODY_AFTER.fullmatch(part, match.name_end)):
                continue
            if part[:match.end].startswith("NHS ") and not match.suffix:
                match.suffix = "system"
            ranked = candidates(of_boards, match, None)
            if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
                code = ranked[0][1].code
                situation.settle(code)
                return [code]
        return []

    def _heading(self, situation: Situation, text: str) -> list[str]:
        """The organisations that a title or a publisher's name names."""
        whole = Sentence(0, 0, len(text), 0, "heading")
        own = Situation(situation.register, situation.date, towns=situation.towns, known_towns=situation.known_towns,
                        health=situation.health, elsewhere=situation.elsewhere,
                        abroad=situation.abroad, of_nhs=situation.of_nhs, overseen=situation.overseen,
                        systems=situation.systems, ambulances=situation.ambulances, passing=situation.passing)
        of_areas = AREA_REGIME.search(text) is not None
        decisions = decide_all(own, text, [(match, whole) for match in self._matches(own, text)
                                           if not (of_areas and AREA.fullmatch(text, match.start, match.name_end))])
        for decision in decisions:
            if decision.code:
                situation.settle(decision.code, sure=decision.sure)
        return [code for code, _ in Counter(decision.code for decision in decisions if decision.code).most_common()]


CLAUSE_BEFORE = re.compile(r"(?:^|[.;:!?,]\s+|\n\s*|\b(?:and|but|while|whereas|as)\s+)$")
SUBJECT_OF = re.compile(
    r"(?:,\s+with\b|\s+(?:had|has|recorded|reported|saw|was|is|remains?|remained|stays?|stayed|moved|left|entered|came)\b)")
LONGEST_JOINT = 12


def _unlinked(text: str, decisions: list[Decision], names: list[Name], *, home: str | None) -> Iterator[Name]:
    """Names that stand for nobody in particular where they are the subject of a clause: "Barts had eight; Oxford had seven".

    Whoever is meant, what is said of them is said of no other. Not so where the name may be the document's own organisation's.
    """
    taken = [(name.start, name.end) for name in names]
    for decision in decisions:
        match = decision.match
        if (decision.code is None and not decision.other and text[match.start].isupper()
                and SUBJECT_OF.match(text, match.end)
                and CLAUSE_BEFORE.search(text, max(0, match.start - LONGEST_JOINT), match.start)
                and home not in {reading.code for reading in match.readings}
                and not any(start < match.end and match.start < end for start, end in taken)):
            yield Name(match.start, match.end, text[match.start:match.end], None, "other")


CARING = re.compile(r"\b(?:health|healthcare|hospitals?|nhs)\b", re.IGNORECASE)
"""Words that no newspaper's name ends in: "Frimley Health" publishes as the trust."""


def _mastheads(sheet: Sheet) -> list[tuple[int, int]]:
    """Where a text has the name of its publisher, which is that of a newspaper: "HUMBER HAPPENINGS" is no trust."""
    name = sheet.publisher or ""
    if len(name.split()) < 2:
        return []
    return [found.span() for found in re.finditer(re.escape(name), sheet.text, re.IGNORECASE)]


def _home(sheet: Sheet, names: list[Name]) -> str | None:
    """Where neither title nor publisher is an organisation: the one named at the top, if it is named most, or the only one."""
    counted = Counter(name.code for name in names if name.code)
    if not counted:
        return None
    first = next(name.code for name in names if name.code)
    others = max((times for code, times in counted.items() if code != first), default=0)
    tied = counted[first] == others and len(counted) > 2
    if not tied and counted[first] >= others and (len(counted) < 4 or 3 * counted[first] > sum(counted.values())):
        return first
    return None


def _apart(text: str, names: list[Name]) -> Iterator[Name]:
    """Names in order, each up to where the next begins: of "Nottingham NHS Devon" the NHS is Devon's."""
    for name, following in zip_longest(names, names[1:]):
        end = min(name.end, following.start) if following is not None else name.end
        yield name if end == name.end else replace(name, end=end, text=text[name.start:end])


def _name(text: str, decision: Decision) -> Name:
    match = decision.match
    if decision.other or decision.reading is None:
        return Name(match.start, match.name_end, text[match.start:match.name_end], None, "other")
    return Name(match.start, match.name_end, text[match.start:match.name_end], decision.code, FORMS[decision.reading.shape])
