"""Whether a name stands for an organisation here, and for which: sure names first, then the weak ones by weighing signs."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from nlp.organisations.matching import Match
from nlp.organisations.readings import Reading
from nlp.organisations.situation import Situation, candidates
from nlp.organisations.surroundings import (
    AREA_LIST,
    COMPOUND_BEFORE,
    OTHER_AFTER,
    PERSON_BEFORE,
    PLACE_BEFORE,
    VERB_READING,
    plural_cue,
    signs_of,
)
from nlp.sheet import Sentence

MARGIN = 0.75
"""By how much the best reading must beat the next for a name without a suffix."""
REACH = 400
"""How many characters of a sentence count before and after a name."""
JOINING = ("", "and", "or", "nor", "and the", "the", "both", "nor the", "but not", "not")
ROAMING = re.compile(
    r"\b(?:(?:across|around|throughout|towards|near|outside)|(?:drov\w+|driv\w+|travel\w*|went|walk\w*|flew|commut\w+|moved|born|liv\w+|"
    r"resident\w*|raised|people|residents)\s+(?:to|in|from))\s+(?:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?(?:,\s+|\s+and\s+)){0,4}$")
"""Words that make a name mean the place: those who live there, or what is spread over it."""
ADDRESS = re.compile(
    r"\b(?:Units?|Hospital|House|Ward|Centre|Lane|Road|Street|Park|Clinic|Court|Lodge|View|Place|Hall|site|hotel|offices?),\s+(?:in\s+)?$")
"""What stands before a town that only says where something is."""
ANY_TRUST = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Ss]ome|[Aa]ny|[Oo]ne)\s+$")
"""What opens "a Manchester foundation trust": one of several, that is not named."""
OVERSIGHT = re.compile(
    r"segment|special measures|never event|inadequate|requires improvement|outstanding|\brated\b|\brating|undertaking|notice|"
    r"\bSOF|\bNOF|turnaround|\bRSP\b|\bPIP\b|\bMSSP\b|recovery|Regulation 28|licen[cs]e|deficit|fined|merge|"
    r"(?:remain|stay|stood|stand|sit|"
    r"mov|went|[Ii]s|[Ww]as|[Ii]n)\w*\s+(?:at\s+|in\s+|to\s+)?[1-5]\b", re.IGNORECASE)
"""What happens to trusts and seldom to towns."""
SOON = 60
WIDTH = 200
OPENS_LINE = re.compile(r"(?:^|\n)[\s•·*–—-]*(?:[0-9a-z][.)]\s+)?(?:[Tt]he\s+)?$")
BYGONE = re.compile(
    r"\b(?:[Ff]ormer|[Oo]ld|[Ee]rstwhile|[Tt]he\s+then|[Dd]efunct|[Dd]issolved|[Ll]egacy|[Pp]redecessor,?|[Oo]nce)\s+(?:the\s+)?$")
"""What stands before the name of a trust that is no more: "the old Ipswich trust"."""
TOLD_BY_PLACE = re.compile(r"(?:\s+hospital)?(?:,?\s+(?:in|at|near|of)\s+|,\s+|\s+\()(?=[A-Z])")
PLACED = re.compile(r"(?:\s+hospital)?(?:,?\s+(?:in|at|near)\s+|,\s+|\s+\()(?:the\s+)?")
IN_PLACE = re.compile(r"(?:\s+hospital)?(?:\s+(?:in|at|near)\s+|\s+\()(?:the\s+)?")
SPREAD = re.compile(r"\b(?:provid\w+|deliver\w+|offer\w*|run|spread|based|work\w*)\s+(?:across|throughout|around)\s+$")
SERVED = re.compile(
    r"\b(?:people|patients|residents|services?|population|populations|communit(?:y|ies)|care|trusts?|hospitals|providers?|someone|somebody|"
    r"professor|expert|firm|company|visitors?|families|ambulances|crews|calls|coroner|court)\s+(?:in|across|of|for|from|throughout|at|to|around)"
    r"\s+(?:the\s+)?$", re.IGNORECASE)
CLEAR = 2.5
LISTED = 0.8
ENOUGH = 0.5
ENOUGH_OF_TOWN = 0.65
ENOUGH_WHEN_SETTLED = 0.35
ENOUGH_WHEN_JOINED = 0.2


@dataclass(slots=True)
class Decision:
    """What was decided on one match."""

    match: Match
    sentence: Sentence | None
    code: str | None = None
    reading: Reading | None = None
    other: bool = False
    """The name of another body, or part of it: a council, a newspaper, a person."""
    probability: float = 0.0
    sure: bool = False
    around: tuple[str, ...] | None = None
    """The signs in the text around, which do not change while other names are decided."""
    plural: str | None = None


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
    if _is_other(text, match):
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
    if not formal and situation.of_health() < 2:
        return
    if (named or suffixed) and (best - rival >= MARGIN or (formal and best > rival)) and (
            named or formal or situation.alive(reading)):
        _accept(situation, decision, reading, 0.97 if named else 0.93, sure=True)
        decision.sure = True


def ranked_readings(situation: Situation, text: str, decision: Decision) -> list[tuple[float, Reading]]:
    """The organisations that a name may stand for, with how well each fits, best first."""
    return candidates(situation, decision.match, _plural(text, decision), following=_town_after(text, decision.match),
                      bygone=BYGONE.search(text, max(0, decision.match.start - 30), decision.match.start) is not None)


def _town_after(text: str, match: Match) -> str:
    """The place that a name is told by: East Grinstead of "the Queen Victoria in East Grinstead"."""
    found = TOLD_BY_PLACE.match(text, match.name_end)
    return " ".join(text[found.end():found.end() + 30].split()) if found else ""


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
    if _only_place(text, decisions, position):
        return
    signs = list(all_signs(situation, text, decisions, position, ranked))
    weights = load_weights()
    decision.probability = 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in signs)))
    reading = ranked[0][1]
    settled = reading.code in situation.sure
    joined = _joined(text, decisions, position)
    clear = MARGIN if reading.rank == 0 else CLEAR
    if match.generic and not (settled or joined) and situation.near(situation.register.by_code[reading.code]) < 2 and not (
            len(ranked) == 1 or ranked[0][0] - ranked[1][0] > clear):
        return
    if situation.of_health() and situation.lies_in(reading.code, _town_after(text, match)) and (
            match.generic or reading.shape == "site") and match.words > 1:
        decision.probability = max(decision.probability, LISTED)  # "the Queen Elizabeth in Gateshead"
    sector = situation.register.by_code[reading.code].sector
    if len(ranked) == 1 and sector == _plural(text, decision) and joined:
        decision.probability = max(decision.probability, LISTED)  # "the London and South East Coast ambulance trusts"
    if decision.probability >= (ENOUGH_WHEN_SETTLED if settled else ENOUGH_WHEN_JOINED if joined else
                                ENOUGH_OF_TOWN if reading.rank > 3 else ENOUGH):
        _accept(situation, decision, reading, decision.probability)


def all_signs(situation: Situation, text: str, decisions: Sequence[Decision], position: int,
              ranked: Sequence[tuple[float, Reading]]) -> Iterator[str]:
    """The signs for and against the best reading of a weak name."""
    decision, (best, reading) = decisions[position], ranked[0]
    match, sentence = decision.match, decision.sentence
    margin = best - ranked[1][0] if len(ranked) > 1 else 9.0
    organisation = situation.register.by_code[reading.code]
    yield "always"
    yield f"shape:{reading.shape}"
    yield f"rank:{reading.rank}"
    yield f"strength:{reading.strength}:{min(match.words, 3)}"
    yield f"of_health:{situation.of_health()}"
    yield f"of_nhs:{min(situation.of_nhs, 2)}"
    if situation.abroad:
        yield f"abroad:{2 if situation.abroad >= situation.of_nhs else 1}"
    yield f"margin:{0 if margin < MARGIN else 1 if margin < 2.5 else 2}"
    yield f"words:{min(match.words, 3)}"
    yield f"suffix:{match.suffix or 'none'}"
    yield f"near:{situation.near(organisation)}"
    if not situation.alive(reading):
        yield "not_alive"
    if reading.code in situation.sure:
        yield "settled"
    elif situation.settled[reading.code] > (decision.code == reading.code):
        yield "again"
    if match.town:
        yield f"town:{reading.shape}"
    elif match.words == 1:
        yield f"no_town:{reading.shape}"
    if reading.code in situation.titled or situation.home == reading.code:
        yield "titled"
    if sum(situation.settled.values()) > (decision.code == reading.code):
        yield "some_settled"
    if situation.publishers:
        yield f"own_paper:{reading.shape}:{situation.near(organisation)}"
    plural = _plural(text, decision)
    if plural:
        yield f"plural:{plural}:{'fits' if (plural == 'icb') == (reading.shape == 'system') else 'not'}"
    name = text[match.start:match.end]
    if name.isupper() and reading.shape != "acronym":
        yield "capitals"
    if text[max(0, match.start - 4):match.start].lower() == "the ":
        yield f"the:{reading.shape}"
    elif reading.article:
        yield "no_article"
    if situation.home and situation.home != reading.code and (match.town or reading.rank > 3):
        yield f"town:for:{situation.register.by_code[situation.home].sector}"
    if _joined(text, decisions, position):
        yield "joined"
    if ROAMING.search(text, max(0, match.start - 60), match.start):
        yield "roaming"
    if position and match.town:
        prior = decisions[position - 1]
        if prior.code and prior.reading and prior.reading.shape in ("name", "site") and (
                PLACED.fullmatch(text, prior.match.name_end, match.start)):
            yield "place_of_name"
    if SERVED.search(text, max(0, match.start - 60), match.start):
        yield f"served:{reading.shape}"
    if (match.generic or reading.shape == "site") and situation.lies_in(reading.code, _town_after(text, match)):
        yield "told_by_place"
    if match.town and ADDRESS.search(text, max(0, match.start - 30), match.start):
        yield "address"
    if _parallel(text, decisions, position):
        yield "parallel"
    if _in_column(text, decisions, position):
        yield "column"
    yield f"overseen:{situation.overseen}"
    if sentence and OVERSIGHT.search(text, match.name_end, min(sentence.end, match.name_end + SOON)):
        yield "then:oversight"
        yield f"then:oversight:{reading.shape}"
    yield f"form:{sentence.form if sentence else 'none'}"
    around = _around(text, decision)
    yield from around
    yield " ".join(sign for sign in around if sign.startswith(("before:", "after:", "possessive")))


def _joined(text: str, decisions: Sequence[Decision], position: int) -> bool:
    """Whether the name stands in a list with one that is already linked."""
    match = decisions[position].match
    before = decisions[position - 1] if position else None
    after = decisions[position + 1] if position + 1 < len(decisions) else None
    return bool(
        (before and before.code and _is_link(text[before.match.name_end:match.start]))
        or (after and after.code and _is_link(text[match.name_end:after.match.start])))


def _around(text: str, decision: Decision) -> tuple[str, ...]:
    match, sentence = decision.match, decision.sentence
    first, last = (sentence.start, sentence.end) if sentence else (match.start, match.name_end)
    first, last = max(first, match.start - REACH), min(last, match.name_end + REACH)
    decision.around = decision.around or tuple(signs_of(text, match.start, match.end, first, last))
    return decision.around


def _parallel(text: str, decisions: Sequence[Decision], position: int) -> bool:
    """Whether a name that is linked stands in the same way in this sentence or line: "East Kent's is; Leicester's isn't"."""
    own = decisions[position]
    if own.sentence is None:
        return False
    _around(text, own)
    manner = _manner(own)
    for other in (*decisions[max(0, position - 4):position], *decisions[position + 1:position + 5]):
        if other.code and other.around and other.sentence and abs(other.sentence.index - own.sentence.index) < 2 and (
                _manner(other) == manner):
            return True
    return False


def _only_place(text: str, decisions: Sequence[Decision], position: int) -> bool:
    """Whether the name is a town's that only says where the hospital or the service before it is: "St Peter's in Chertsey"."""
    match = decisions[position].match
    if not match.town or match.suffix in ("trust", "system"):
        return False
    if SPREAD.search(text, max(0, match.start - 40), match.start):
        return True
    prior = decisions[position - 1] if position else None
    return bool(prior and prior.code and prior.reading and (prior.match.generic or prior.reading.shape in ("name", "site"))
                and IN_PLACE.fullmatch(text, prior.match.name_end, match.start))


def _in_column(text: str, decisions: Sequence[Decision], position: int) -> bool:
    """Whether a name opens a line, as one that is linked opens the line before or after it."""
    start = decisions[position].match.start
    if not OPENS_LINE.search(text, max(0, start - 8), start):
        return False
    for other in (*decisions[max(0, position - 3):position], *decisions[position + 1:position + 4]):
        between = (other.match.start, start) if other.match.start < start else (start, other.match.start)
        if other.code and between[1] - between[0] < WIDTH and text.count("\n", *between) in (1, 2) and (
                OPENS_LINE.search(text, max(0, other.match.start - 8), other.match.start)):
            return True
    return False


def _manner(decision: Decision) -> tuple[str, ...]:
    return tuple(sign for sign in decision.around or () if sign.startswith(("after:", "possessive", "then:")))


def _is_link(between: str) -> bool:
    return len(between) < 12 and between.strip(" \n\t,;&/").lower() in JOINING


def _plural(text: str, decision: Decision) -> str | None:
    sentence, match = decision.sentence, decision.match
    if sentence is None:
        return None
    if decision.plural is None:
        decision.plural = plural_cue(text, max(sentence.start, match.start - 200), min(sentence.end, match.name_end + 120)) or ""
    return decision.plural or None


def _is_other(text: str, match: Match) -> bool:
    if match.suffix == "system" or (match.suffix == "trust" and "nhs" in match.suffix_words):
        return False
    if match.suffix == "trust" and match.suffix_words.islower() and ANY_TRUST.search(text, max(0, match.start - 10), match.start):
        return True
    if OTHER_AFTER.match(text, match.end):
        return True
    if VERB_READING.match(text, match.start) or (
            not match.suffix and AREA_LIST.search(text, max(0, match.start - 160), match.start)):
        return True
    usual = any(reading.strength != "weak" for reading in match.readings)
    window = text[max(0, match.start - 40):match.start]
    if (not usual or match.town) and PLACE_BEFORE.search(window):
        return True
    return not usual and bool((match.words == 1 and PERSON_BEFORE.search(window)) or (
        COMPOUND_BEFORE.search(window) and not (match.suffix and BYGONE.search(window))))


@cache
def load_weights() -> dict[str, float]:
    """What each sign counts, as fitted by ``nlp.organisations.fit``."""
    with files("nlp.organisations").joinpath("weights.csv").open(encoding="utf-8") as lines:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(lines)}
