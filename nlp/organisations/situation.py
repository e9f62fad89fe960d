"""What is known about a document while its names are being decided."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from corpora.organisations import Organisation, Register
from nlp.organisations.lexicon import Reading
from nlp.organisations.matching import Match

YEAR = re.compile(r"\b(20[0-3]\d)\b")
SECTOR_WORDS = (("ambulance", "ambulance"), ("mental health", "mental_health"), ("community", "community"), ("acute", "acute"),
                ("hospital", "acute"), ("partnership", "mental_health"))


@dataclass(slots=True)
class Situation:
    """The date of a document and the organisations settled on so far."""

    register: Register
    date: str | None
    settled: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    boards: Counter[str] = field(default_factory=Counter)
    titled: set[str] = field(default_factory=set)
    publishers: set[str] = field(default_factory=set)
    home: str | None = None
    defined: dict[str, str] = field(default_factory=dict)
    """Acronyms that the text itself defines."""

    def settle(self, code: str) -> None:
        """Count one sure mention."""
        organisation = self.register.by_code[code]
        self.settled[code] += 1
        self.regions[organisation.region] += 1
        if board := organisation.icb or (code if organisation.kind == "icb" else None):
            self.boards[board] += 1

    def near(self, organisation: Organisation) -> int:
        """2 where the text names another body of the same integrated care area, 1 of the same region, 0 of none, -1 of others only."""
        own = organisation.icb or organisation.code
        if self.boards[own] - (self.settled[organisation.code] > 0) > 0:
            return 2
        if self.regions[organisation.region]:
            return 1
        return -1 if self.regions else 0

    def alive(self, reading: Reading) -> bool:
        """Whether the organisation existed, and the reading held, on the document's date."""
        organisation = self.register.by_code[reading.code]
        if self.date is None:
            return not organisation.closed
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
        score = (4.0, 3.0, 2.2, 2.0, 0.5)[reading.rank]
        if reading.shape == "system":
            score += 4 if system else -2.5
        elif system:
            score -= 2
        if sector:
            score += 3 if organisation.sector == sector or sector == "acute" and organisation.sector == "specialist" else -3
        elif organisation.sector == "acute":
            score += 1.5
        elif organisation.sector == "ambulance":
            score -= 3
        if not situation.alive(reading):
            score -= 3
        if match.suffix == "trust" and reading.rank == 0:
            score += 1
        if situation.settled[reading.code]:
            score += 4
        if reading.code in situation.titled:
            score += 1
        if situation.home == reading.code:
            score += 2
        score += (-1, 0, 0.5, 1.5)[situation.near(organisation) + 1]
        if reading.code not in best or score > best[reading.code][0]:
            best[reading.code] = (score, reading)
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].code))
