"""The signs for and against what a weak name may stand for, and what each counts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from nlp.organisations.decision import Decision, plural_of, town_after
from nlp.organisations.neighbours import around_of, in_column, joined, parallel
from nlp.organisations.readings import Reading
from nlp.organisations.situation import Situation
from nlp.organisations.surroundings import town_before

MARGIN = 0.75
"""By how much the best reading must beat the next for a name without a suffix."""
ROAMING = re.compile(
    r"\b(?:(?:across|around|throughout|towards|near|outside)|(?:drov\w+|driv\w+|travel\w*|went|walk\w*|flew|commut\w+|moved|born|liv\w+|"
    r"resident\w*|raised|people|residents)\s+(?:to|in|from))\s+(?:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?(?:,\s+|\s+and\s+)){0,4}$")
"""Words that make a name mean the place: those who live there, or what is spread over it."""
ADDRESS = re.compile(
    r"\b(?:Units?|Hospital|House|Ward|Centre|Lane|Road|Street|Park|Clinic|Court|Lodge|View|Place|Hall|site|hotel|offices?),\s+(?:in\s+)?$")
"""What stands before a town that only says where something is."""
OVERSIGHT = re.compile(
    r"segment|special measures|never event|inadequate|requires improvement|outstanding|\brated\b|\brating|undertaking|notice|"
    r"\bSOF|\bNOF|turnaround|\bRSP\b|\bPIP\b|\bMSSP\b|recovery|Regulation 28|licen[cs]e|deficit|fined|merge|"
    r"(?:remain|stay|stood|stand|sit|"
    r"mov|went|[Ii]s|[Ww]as|[Ii]n)\w*\s+(?:at\s+|in\s+|to\s+)?[1-5]\b", re.IGNORECASE)
"""What happens to trusts and seldom to towns."""
SIZES = (600, 2500)
"""How many characters part snippets from documents, and those from long ones."""
SOON = 60
"""How many characters after a name its oversight must be told."""
PLACED = re.compile(r"(?:\s+hospital)?(?:,?\s+(?:in|at|near)\s+|,\s+|\s+\()(?:the\s+)?")
SERVED = re.compile(
    r"\b(?:people|patients|residents|services?|population|populations|communit(?:y|ies)|care|trusts?|hospitals|providers?|someone|somebody|"
    r"professor|expert|firm|company|visitors?|families|ambulances|crews|calls|coroner|court)\s+(?:in|across|of|for|from|throughout|at|to|around)"
    r"\s+(?:the\s+)?$", re.IGNORECASE)


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
    walks = f"elsewhere:{min(situation.elsewhere, 2)}"
    yield f"{walks}:{'nhs' if situation.of_nhs else situation.of_health()}"
    yield f"{walks}:{situation.overseen}:{'town' if match.town else reading.shape}"
    size = sum(len(text) > length for length in SIZES)
    yield f"size:{size}:{'town' if match.town else reading.shape}"
    yield f"size:{size}:{reading.rank}"
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
    plural = plural_of(text, decision)
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
    if joined(text, decisions, position):
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
    if (match.generic or reading.shape == "site") and any(situation.lies_in(reading.code, place) for place in (
            town_after(text, match), town_before(text, match.start, situation.known_towns)) if place):
        yield "told_by_place"
    if match.town and ADDRESS.search(text, max(0, match.start - 30), match.start):
        yield "address"
    if parallel(text, decisions, position):
        yield "parallel"
    if in_column(text, decisions, position):
        yield "column"
    yield f"overseen:{situation.overseen}"
    if sentence and OVERSIGHT.search(text, match.name_end, min(sentence.end, match.name_end + SOON)):
        yield "then:oversight"
        yield f"then:oversight:{reading.shape}"
    yield f"form:{sentence.form if sentence else 'none'}"
    around = around_of(text, decision)
    yield from around
    yield " ".join(sign for sign in around if sign.startswith(("before:", "after:", "possessive")))


@cache
def load_weights() -> dict[str, float]:
    """What each sign counts, as fitted by ``nlp.training.names``."""
    with files("nlp.organisations").joinpath("weights.csv").open(encoding="utf-8") as lines:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(lines)}
