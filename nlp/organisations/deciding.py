"""Whether a name stands for an organisation here, and for which: sure names first, then the weak ones by weighing signs."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from nlp.organisations.bearers import borne_elsewhere, is_bare_place, of_a_place_of_several, of_care
from nlp.organisations.decision import BYGONE, Decision, plural_of, ranked_readings, town_after
from nlp.organisations.matching import Match
from nlp.organisations.name_signs import MARGIN, all_signs, load_weights
from nlp.organisations.neighbours import joined, only_place
from nlp.organisations.readings import Reading
from nlp.organisations.situation import Situation
from nlp.organisations.surroundings import (
    APPOSITION,
    AREA_LIST,
    COMPOUND_BEFORE,
    OTHER_AFTER,
    PERSON_BEFORE,
    PLACE_BEFORE,
    PRIVATE_BEFORE,
    VERB_READING,
    town_before,
)
from nlp.sheet import Sentence

ANY_TRUST = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Ss]ome|[Aa]ny|[Oo]ne)\s+$")
"""What opens "a Manchester foundation trust": one of several, that is not named."""
JOINED_AFTER = re.compile(r"\s+and\s")
"""What parts a hospital's own name from the body after it: "University Hospitals Birmingham and Birmingham City Council"."""
COLLEGE = re.compile(r"(?:King['’]s|Imperial|Queen\s+Mary|University)\s+College,?\s+London\b(?!\s+(?:Hosp|NHS|Health))")
"""Colleges of the university, not their hospitals."""
CLEAR = 2.5
"""``MARGIN`` for a name that is not an organisation's own whole name."""
LISTED = 0.8
"""How probable a name is at the least that its place or the list that it stands in tells."""
ENOUGH = 0.5
"""How probable a name must be; a town's name more, since towns are named for much else; one that is beyond doubt elsewhere less."""
ENOUGH_OF_TOWN = 0.65
ENOUGH_WHEN_SETTLED = 0.35
ENOUGH_WHEN_JOINED = 0.2


def decide_all(situation: Situation, text: str, matches: Sequence[tuple[Match, Sentence | None]]) -> list[Decision]:
    """A decision on every match of a text."""
    decisions = [Decision(match, sentence) for match, sentence in matches]
    situation.note_places(match for match, _ in matches)
    for decision in decisions:
        _decide_sure(situation, text, decision)
    for _ in range(2):
        before = situation.settled.total()
        for position, decision in enumerate(decisions):
            if not decision.sure and not decision.other:
                _weigh(situation, text, decisions, position)
        if situation.settled.total() == before:
            break
    return decisions


def _decide_sure(situation: Situation, text: str, decision: Decision) -> None:
    match = decision.match
    if _is_other(situation, text, match):
        decision.other = True
        return
    ranked = ranked_readings(situation, text, decision)
    if not ranked:
        return
    best, reading = ranked[0]
    rival = ranked[1][0] if len(ranked) > 1 else -9.0
    named = reading.strength in ("sure", "usual") or (
        reading.article and text[max(0, match.start - 4):match.start].lower() == "the " and situation.alive(reading))
    suffixed = match.suffix in ("trust", "system") and (reading.rank < 3 or reading.shape == "system")
    formal = "nhs" in match.suffix_words or "foundation" in match.suffix_words or match.suffix == "system"
    if not suffixed and borne_elsewhere(situation, text, match, ranked):
        return
    if of_a_place_of_several(situation, text, match, reading):
        return
    if not formal and (situation.of_health() < 2 or (situation.abroad and not situation.of_nhs)):
        return
    if (named or suffixed) and (best - rival >= MARGIN or (formal and best > rival)) and (
            named or formal or situation.alive(reading)):
        _accept(situation, decision, reading, 0.97 if named else 0.93, sure=True)
        decision.sure = True


def _accept(situation: Situation, decision: Decision, reading: Reading, probability: float, *, sure: bool = False) -> None:
    if decision.code != reading.code:
        situation.settle(reading.code, sure=sure)
    decision.code, decision.reading, decision.probability = reading.code, reading, probability


def _weigh(situation: Situation, text: str, decisions: Sequence[Decision], position: int) -> None:
    decision = decisions[position]
    match = decision.match
    ranked = ranked_readings(situation, text, decision)
    if not ranked:
        return
    if only_place(text, decisions, position) or (situation.abroad and not (situation.of_nhs or situation.sure)):
        return
    signs = list(all_signs(situation, text, decisions, position, ranked))
    weights = load_weights()
    decision.probability = 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in signs)))
    reading = ranked[0][1]
    settled = reading.code in situation.sure
    listed = joined(text, decisions, position)
    clear = MARGIN if reading.rank == 0 else CLEAR
    told = any(situation.lies_in(reading.code, place) for place in (
        town_after(text, match), town_before(text, match.start, situation.known_towns)) if place)
    elsewhere = borne_elsewhere(situation, text, match, ranked)
    if (match.generic or elsewhere) and not (settled or listed or told) and (
            _undecided(situation, ranked, clear) or not _supported(situation, decisions, match, reading, shared=elsewhere)):
        return
    if of_a_place_of_several(situation, text, match, reading) and not _known(situation, decision, reading):
        return
    if is_bare_place(match, reading) and not (
            listed or _known(situation, decision, reading) or of_care(text, decision)
            or (situation.of_nhs > 1 and situation.overseen > 1 and situation.of_health() > 1)):
        return
    if situation.of_health() and told and (match.generic or reading.shape == "site") and match.words > 1:
        decision.probability = max(decision.probability, LISTED)  # "the Queen Elizabeth in Gateshead"
    sector = situation.register.by_code[reading.code].sector
    if len(ranked) == 1 and sector == plural_of(text, decision) and listed:
        decision.probability = max(decision.probability, LISTED)  # "the London and South East Coast ambulance trusts"
    if decision.probability >= (ENOUGH_WHEN_SETTLED if settled else ENOUGH_WHEN_JOINED if listed else
                                ENOUGH_OF_TOWN if reading.rank > 3 else ENOUGH):
        _accept(situation, decision, reading, decision.probability)


def _undecided(situation: Situation, ranked: Sequence[tuple[float, Reading]], clear: float) -> bool:
    """Whether the best of several who bear a name is hardly better than the next, and nothing else of its area is named."""
    near = situation.near(situation.register.by_code[ranked[0][1].code])
    return near < 2 and len(ranked) > 1 and ranked[0][0] - ranked[1][0] <= clear


def _supported(situation: Situation, decisions: Sequence[Decision], match: Match, reading: Reading, *, shared: bool) -> bool:
    """Whether anything but the words of a name that many hospitals bear speaks for one of them."""
    mentions = sum(1 for decision in decisions if decision.match.readings == match.readings)
    return bool(situation.settled[reading.code] or reading.code in situation.titled or situation.home == reading.code
                or (reading.strength != "weak" and not shared)
                or situation.near(situation.register.by_code[reading.code], shared=not situation.counts(match),
                                  mentions=mentions) > 0)


def _known(situation: Situation, decision: Decision, reading: Reading) -> bool:
    """Whether an organisation is known from elsewhere in the document, and not from this name alone."""
    return (reading.code in situation.sure or reading.code in situation.titled or situation.home == reading.code
            or situation.settled[reading.code] > (decision.code == reading.code))


def _is_university(situation: Situation, words: str, match: Match) -> bool:
    """Whether a name is a university's, since its trust bears the same with "Hospitals": "Cambridge University"."""
    return "University" in words and words.endswith(("University", "London")) and all(
        situation.register.by_code[reading.code].name.lower().startswith(f"{words.lower()} hospital") for reading in match.readings)


def _is_other(situation: Situation, text: str, match: Match) -> bool:
    if match.suffix == "system" or (match.suffix == "trust" and "nhs" in match.suffix_words):
        return False
    if match.suffix == "trust" and match.suffix_words.islower() and ANY_TRUST.search(text, max(0, match.start - 10), match.start):
        return True
    usual = any(reading.strength != "weak" for reading in match.readings)
    after = OTHER_AFTER.match(text, match.end)
    if after and not (usual and match.words > 1 and JOINED_AFTER.match(after.group())):
        return True
    if (APPOSITION.match(text, match.end) and not (usual and match.suffix)) or COLLEGE.match(text, match.start):
        return True
    if PRIVATE_BEFORE.search(text, max(0, match.start - 30), match.start) or (
            not match.suffix and _is_university(situation, text[match.start:match.end], match)):
        return True
    if VERB_READING.match(text, match.start) or (
            not match.suffix and AREA_LIST.search(text, max(0, match.start - 160), match.start)):
        return True
    window = text[max(0, match.start - 40):match.start]
    if (not usual or match.town or match.only_places) and PLACE_BEFORE.search(window):
        return True
    return not usual and bool((match.words == 1 and PERSON_BEFORE.search(window)) or (
        COMPOUND_BEFORE.search(window) and not (match.suffix and BYGONE.search(window))))
