"""Names that say too little of whom they name: a hospital's that several bear, a town's alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nlp.counties import COUNTIES
from nlp.organisations.decision import Decision
from nlp.organisations.entries import GENERIC
from nlp.organisations.matching import Match
from nlp.organisations.readings import Reading
from nlp.organisations.situation import HEALTH, OF_THE_NHS, OVERSEEN, PLAIN_WORD, Situation
from nlp.organisations.words import words_of

COUNTY_WORDS = frozenset(county.lower() for county in COUNTIES.split("|"))
HOSPITAL_WORDS = frozenset(("hospital", "hospitals", "acute", "trust"))
REACH = 400
"""How many characters before and after a name its paragraph is looked at."""


def borne_elsewhere(situation: Situation, text: str, match: Match, ranked: Sequence[tuple[float, Reading]]) -> bool:
    """Whether a hospital's name is also that of a hospital of another area, so that something must say which is meant.

    Not where the trust itself is called by it ("Royal Marsden Hospital"), nor where the other bearer is a trust that is no more.
    """
    if match.suffix in ("trust", "system") or ranked[0][1].shape != "site":
        return False
    own = situation.register.by_code[ranked[0][1].code]
    telling = {word for word in words_of(text[match.start:match.end]) if word not in GENERIC}
    if telling and telling <= set(words_of(own.name)):
        return False
    return any(reading.shape == "site" and situation.alive(reading) and situation.register.by_code[reading.code].icb != own.icb
               for _, reading in ranked[1:])


def of_a_place_of_several(situation: Situation, text: str, match: Match, reading: Reading) -> bool:
    """Whether a name is only a place's with "hospital trust" behind it, and the place has more hospital trusts than one.

    "Norfolk hospital trust" is any of three, "Bristol NHS trust" either of two. The trusts of a place are those that are called
    by it; of a county also those of the care boards that bear its name, and of the board of the trust that it was read as.
    """
    suffix = text[match.end:match.name_end]
    place, *others = words_of(text[match.start:match.end]) or [""]
    if match.suffix not in ("trust", "hospital") or "Trust" in suffix or place in GENERIC or not HOSPITAL_WORDS.issuperset(others):
        return False
    acute = [trust for trust in situation.register if trust.sector == "acute" and not situation.over(trust.code)]
    if sum(place in _words_of_name(trust.name) for trust in acute) > 1:
        return True
    own = situation.register.by_code[reading.code]
    if place not in COUNTY_WORDS or (not reading.rank and words_of(own.name)[:1] == [place]):
        return False
    boards = {board.code for board in situation.register if board.kind == "icb" and place in _words_of_name(board.name)} | {own.icb}
    return sum(trust.icb in boards for trust in acute) > 1


@lru_cache(maxsize=1024)
def _words_of_name(name: str) -> frozenset[str]:
    """The words of an organisation's name; the register has a few hundred."""
    return frozenset(words_of(name))


def is_bare_place(match: Match, reading: Reading) -> bool:
    """Whether a name is only a place's: no word of a hospital or of care in it or after it."""
    return match.town and match.only_places and not match.suffix and reading.shape in ("name", "place") and (
        reading.strength == "weak")


def of_care(text: str, decision: Decision) -> bool:
    """Whether the paragraph around a name speaks of the NHS, of care or of oversight; a line that is no prose may be silent.

    The sentence before often says what all is about: "NHS England has published its segments. Bolton is rated a three."
    """
    sentence, match = decision.sentence, decision.match
    if sentence is None or sentence.form != "prose":
        return True
    line_end = text.find("\n", match.end)
    start = max(text.rfind("\n", 0, match.start) + 1, match.start - REACH)
    end = min(line_end if line_end >= 0 else len(text), match.end + REACH)
    return (OF_THE_NHS.search(text, start, end) is not None or OVERSEEN.search(text, start, end) is not None
            or any(word.lower() in HEALTH for word in PLAIN_WORD.findall(text, start, end)))
