"""What is known about a document while its names are being decided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpora.organisations import Organisation, Register
from nlp.organisations.lexicon import Reading
from nlp.organisations.matching import Match
from nlp.organisations.words import listed

SYSTEMS = re.compile(r"\bIC[BS]s?\b|\b[Ii]ntegrated [Cc]are (?:[Bb]oard|[Ss]ystem)")
AMBULANCES = re.compile(r"\bambulance (?:trusts|services)\b", re.IGNORECASE)
PLAIN_WORD = re.compile(r"[A-Za-z&]{2,}")
SURVEYED = 8_000
"""How many characters from the start tell what a text is about."""
HEALTH = listed("""NHS NHSE NHSI CQC Care Quality trust trusts Trust Trusts TRUST hospital hospitals Hospital Hospitals
    HOSPITAL HOSPITALS Monitor TDA ICB ICBs ICS patient patients Patients A&E maternity Maternity SOF NOF ward wards Wards
    nurse nurses nursing clinical Ockenden Keogh midwives theatre theatres consultants PFD MSSP RSP providers""")
ELSEWHERE = listed("""council Council councils councillor councillors Ofsted school schools School pupils football league
    League match museum university universities University students prison prisons police Police fire brigade brigades water
    Water sewage railway trains train state State Mass federal Scotland Scottish Welsh Wales Ireland charity charities Charity
    horse horses cricket club Club parish church bells bell auction park Park river theatre cinema novel housing pension union
    Union Test goal pitch Zealand Ontario Australia court trial stable pub castle beach fair collector coach bus library
    Library""")
YEAR = re.compile(r"\b(20[0-3]\d)\b")
SECTOR_WORDS = (("ambulance", "ambulance"), ("mental health", "mental_health"), ("community", "community"), ("acute", "acute"),
                ("hospital", "acute"), ("partnership", "mental_health"))


@dataclass(slots=True)
class Situation:
    """The date of a document and the organisations settled on so far."""

    register: Register
    date: str | None
    settled: Counter[str] = field(default_factory=Counter)
    sure: set[str] = field(default_factory=set)
    regions: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    """Care areas of the towns and hospitals that the text speaks of."""
    systems: bool = False
    """The text speaks of integrated care boards or systems."""
    ambulances: bool = False
    health: int = 0
    elsewhere: int = 0
    """How many words of health care the text has, and how many of other walks of life and other countries."""
    boards: Counter[str] = field(default_factory=Counter)
    titled: set[str] = field(default_factory=set)
    publishers: set[str] = field(default_factory=set)
    home: str | None = None
    defined: dict[str, str] = field(default_factory=dict)
    """Acronyms that the text itself defines."""

    def survey(self, text: str) -> None:
        """Note what a text speaks of before its names are decided."""
        self.systems = self.systems or bool(SYSTEMS.search(text))
        words = PLAIN_WORD.findall(text, 0, SURVEYED)
        self.health += sum(word in HEALTH for word in words)
        self.elsewhere += sum(word in ELSEWHERE for word in words)
        self.ambulances = self.ambulances or bool(AMBULANCES.search(text))

    def note_places(self, matches: Iterable[Match]) -> None:
        """Count the care areas of all names and places that can lie in one only."""
        for match in matches:
            areas = {organisation.icb or organisation.code for organisation in (
                self.register.by_code[reading.code] for reading in match.readings if reading.shape != "acronym")}
            if len(areas) == 1:
                self.places[areas.pop()] += 1

    def settle(self, code: str, *, sure: bool = True) -> None:
        """Count one mention."""
        if sure:
            self.sure.add(code)
        organisation = self.register.by_code[code]
        self.settled[code] += 1
        self.regions[organisation.region] += 1
        if board := organisation.icb or (code if organisation.kind == "icb" else None):
            self.boards[board] += 1

    def of_health(self) -> int:
        """0 where a document hardly speaks of health care, 3 where of little else."""
        return 0 if not self.health else 1 if self.elsewhere > self.health else 2 if self.elsewhere * 3 > self.health else 3

    def near(self, organisation: Organisation) -> int:
        """2 where the text names another body of the same care area, 1 of the same region, 0 of none, -1 of others only."""
        own = organisation.icb or organisation.code
        if self.boards[own] - self.settled[organisation.code] > 0 or self.places[own] > 1:
            return 2
        if self.regions[organisation.region]:
            return 1
        return -1 if self.regions else 0

    def to_come(self, reading: Reading) -> bool:
        """Whether the organisation was not yet founded, or not yet called so, on the document's date."""
        organisation = self.register.by_code[reading.code]
        founded = "" if reading.code.startswith("Q") else organisation.opened or ""
        return self.date is not None and max(founded, "" if reading.shape == "system" else reading.since)[:7] > self.date[:7]

    def alive(self, reading: Reading) -> bool:
        """Whether the organisation existed, and the reading held, on the document's date."""
        organisation = self.register.by_code[reading.code]
        if self.date is None:
            return not organisation.closed
        if reading.since > self.date:
            return False
        began = "" if organisation.kind == "icb" and reading.code.startswith("Q") else organisation.opened or ""
        until = reading.until if reading.shape == "site" else organisation.closed or ""
        return began <= self.date and (not until or self.date <= until)


def date_or_latest_year(published: str | None, text: str) -> str | None:
    """The publication date, or the last year that the text speaks of."""
    if published:
        return published
    years = YEAR.findall(text)
    return f"{max(years)}-06" if years else None


def candidates(situation: Situation, match: Match, plural: str | None) -> list[tuple[float, Reading]]:
    """The readings of a match with how well each fits the document, best first, one for each organisation."""
    sector = next((sector for words, sector in SECTOR_WORDS if words in match.suffix_words), None) or (
        plural if plural in ("ambulance", "mental_health") else None)
    system = match.suffix == "system" or plural == "icb"
    best: dict[str, tuple[float, Reading]] = {}
    for reading in match.readings:
        organisation = situation.register.by_code[reading.code]
        if match.suffix == "system" and reading.shape != "system":
            continue
        if reading.shape == "system" and match.suffix in ("trust", "hospital"):
            continue
        if reading.shape == "place" and (organisation.sector == "ambulance" or match.region) and not (
                sector == organisation.sector or (organisation.sector == "ambulance" and situation.ambulances)):
            continue
        formal = match.suffix == "trust" and "nhs" in match.suffix_words
        if situation.to_come(reading):
            continue
        score = (4.0, 3.0, 2.2, 2.0, 0.5)[reading.rank]
        if reading.shape == "system":
            score += 5 if system else 0.5 if situation.systems else -2.5
        elif system:
            score -= 2
        if formal and reading.rank == 0 and reading.shape == "name":
            score += 3
        if sector:
            score += 3 if organisation.sector == sector or (sector == "acute" and organisation.sector == "specialist") else -3
        elif organisation.sector == "acute":
            score += 1.5
        elif organisation.sector == "ambulance":
            score -= 3
        if not situation.alive(reading) and not (formal and reading.rank == 0):
            score -= 3
        if match.suffix == "trust" and reading.rank == 0:
            score += 1
        if situation.settled[reading.code]:
            score += (4, 4, 3, 3, 1)[reading.rank]
        if situation.date is None and reading.since:
            score -= 1
        if reading.code in situation.titled:
            score += 1
        if situation.home == reading.code:
            score += 2
        score += (-1, 0, 0.5, 1.5)[situation.near(organisation) + 1]
        if reading.code not in best or score > best[reading.code][0]:
            best[reading.code] = (score, reading)
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].code))
