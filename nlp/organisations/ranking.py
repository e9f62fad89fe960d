"""The organisations that a name may stand for, ranked by how well each fits what is known of the document."""

from __future__ import annotations

from nlp.organisations.matching import Match
from nlp.organisations.readings import Reading
from nlp.organisations.situation import Situation

SECTOR_WORDS = (("ambulance", "ambulance"), ("mental health", "mental_health"), ("community", "community"), ("acute", "acute"),
                ("hospital", "acute"), ("partnership", "mental_health"))
USUAL_OWNERS = {"CPFT": "RT1", "KCHFT": "RYY", "LPT": "RT5", "UHB": "RRK", "WHT": "RBK", "RUH": "RD1", "SFT": "RNZ", "CFT": "RJ8",
                "NUTH": "RTD", "BHT": "RXQ", "DCH": "RBD", "ESHT": "RXC", "LCHS": "RY5", "SWFT": "RJC", "UHD": "R0D"}
"""Whom acronyms that several could bear mean where nothing else tells: those who use them of themselves."""


IMPOSSIBLE = -10.0


def candidates(situation: Situation, match: Match, plural: str | None, *, following: str = "", preceding: str = "",
               bygone: bool = False) -> list[tuple[float, Reading]]:
    """The readings of a match with how well each fits the document, best first, one for each organisation.

    Args:
        situation: what is known of the document.
        match: the name.
        plural: what a list in its sentence is a list of (``plural_cue``).
        following: the text from a place on that is named after it, to tell it by ("the Queen Elizabeth in Gateshead").
        preceding: such a place before it ("Gateshead's Queen Elizabeth").
        bygone: the words before it say that it is no more.
    """
    sector = next((sector for words, sector in SECTOR_WORDS if words in match.suffix_words), None) or (
        plural if plural in ("ambulance", "mental_health") else None)
    system = match.suffix == "system" or plural == "icb"
    of_systems = situation.of_systems or (situation.systems and situation.only_systems())
    areas = {situation.register.by_code[reading.code].icb or reading.code for reading in match.readings}
    shared = len(areas) > 1 and not any(reading.shape == "acronym" for reading in match.readings)
    best: dict[str, tuple[float, Reading]] = {}
    for reading in match.readings:
        organisation = situation.register.by_code[reading.code]
        if match.suffix == "system" and reading.shape != "system":
            continue
        if reading.shape == "system" and match.suffix in ("trust", "hospital"):
            continue
        if reading.shape == "place" and (organisation.sector == "ambulance" or match.region) and not (
                sector == organisation.sector or (organisation.sector == "ambulance" and situation.other_ambulances(match))):
            continue
        formal = match.suffix == "trust" and "nhs" in match.suffix_words
        if situation.to_come(reading) and not situation.soon(reading):
            continue
        score = (4.0, 3.0, 2.2, 2.0, 0.5)[reading.rank]
        if reading.shape == "system":
            score += 5 if system else 3.5 if of_systems else 0.5 if situation.systems else -2.5
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
        if bygone and situation.over(reading.code):
            score += 6
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
        score += (-1, 0, 0.5, 1.5)[situation.near(organisation, shared=shared) + 1]
        if USUAL_OWNERS.get(reading.written) == reading.code:
            score += 2.5 if situation.near(organisation) > 1 else 1
        for told in filter(None, (following, preceding) if reading.rank <= 3 and (
                match.generic or reading.shape == "site") else ()):
            if situation.lies_in(reading.code, told):
                score += 4
            elif match.generic and situation.lies_elsewhere(reading.code, told):
                score -= 20
        if reading.code not in best or score > best[reading.code][0]:
            best[reading.code] = (score, reading)
    if match.suffix == "trust" and sector in ("mental_health", "community", "ambulance") and not any(
            situation.register.by_code[code].sector == sector for code in best):
        other = situation.only_one(sector, set(best))
        best = {other: (4.0, Reading(other, "weak", "name", 1, sector))} if other else best
    best = {code: pair for code, pair in best.items() if pair[0] > IMPOSSIBLE}
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].code))
