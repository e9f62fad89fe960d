"""What is decided on one name, and the organisations that it may stand for where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.organisations.matching import Match
from nlp.organisations.ranking import candidates
from nlp.organisations.readings import Reading
from nlp.organisations.situation import Situation
from nlp.organisations.surroundings import plural_cue, town_before
from nlp.sheet import Sentence

BYGONE = re.compile(
    r"\b(?:[Ff]ormer|[Oo]ld|[Ee]rstwhile|[Tt]he\s+then|[Dd]efunct|[Dd]issolved|[Ll]egacy|[Pp]redecessor,?|[Oo]nce)\s+(?:the\s+)?$")
"""What stands before the name of a trust that is no more: "the old Ipswich trust"."""
TOLD_BY_PLACE = re.compile(r"(?:\s+hospital)?(?:,?\s+(?:in|at|near|of)\s+|,\s+|\s+\()(?=[A-Z])")


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
    """What ``plural_of`` found, empty for nothing; None until it was asked."""


def ranked_readings(situation: Situation, text: str, decision: Decision) -> list[tuple[float, Reading]]:
    """The organisations that a name may stand for, with how well each fits, best first."""
    return candidates(situation, decision.match, plural_of(text, decision), following=town_after(text, decision.match),
                      preceding=town_before(text, decision.match.start, situation.known_towns),
                      bygone=BYGONE.search(text, max(0, decision.match.start - 30), decision.match.start) is not None)


def town_after(text: str, match: Match) -> str:
    """The place that a name is told by: East Grinstead of "the Queen Victoria in East Grinstead"."""
    found = TOLD_BY_PLACE.match(text, match.name_end)
    return " ".join(text[found.end():found.end() + 30].split()) if found else ""


def plural_of(text: str, decision: Decision) -> str | None:
    """The kind of organisation that the words around a list give to all its names: "the Kent and Sussex ICBs"."""
    sentence, match = decision.sentence, decision.match
    if sentence is None:
        return None
    if decision.plural is None:
        decision.plural = plural_cue(text, max(sentence.start, match.start - 200), min(sentence.end, match.name_end + 120)) or ""
    return decision.plural or None
