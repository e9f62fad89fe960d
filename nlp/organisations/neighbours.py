"""How a name stands beside the other names of its text: in a list, in a column, in the same way, as the place of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.organisations.decision import Decision
from nlp.organisations.surroundings import signs_of

REACH = 400
"""How many characters of a sentence count before and after a name."""
JOINING = ("", "and", "or", "nor", "and the", "the", "both", "nor the", "but not", "not")
WIDTH = 200
"""How many characters apart the openings of two lines of a column may be."""
OPENS_LINE = re.compile(r"(?:^|\n)[\s•·*–—-]*(?:[0-9a-z][.)]\s+)?(?:[Tt]he\s+)?$")
IN_PLACE = re.compile(r"(?:\s+hospital)?(?:\s+(?:in|at|near)\s+|\s+\()(?:the\s+)?")
OWNS = re.compile(r"['’]s?\s+(?:the\s+)?")
SPREAD = re.compile(r"\b(?:provid\w+|deliver\w+|offer\w*|run|spread|based|work\w*)\s+(?:across|throughout|around)\s+$")


def joined(text: str, decisions: Sequence[Decision], position: int) -> bool:
    """Whether the name stands in a list with one that is already linked."""
    match = decisions[position].match
    before = decisions[position - 1] if position else None
    after = decisions[position + 1] if position + 1 < len(decisions) else None
    return bool(
        (before and before.code and _is_link(text[before.match.name_end:match.start]))
        or (after and after.code and _is_link(text[match.name_end:after.match.start])))


def around_of(text: str, decision: Decision) -> tuple[str, ...]:
    """The signs in the words around a name, looked for once."""
    match, sentence = decision.match, decision.sentence
    first, last = (sentence.start, sentence.end) if sentence else (match.start, match.name_end)
    first, last = max(first, match.start - REACH), min(last, match.name_end + REACH)
    decision.around = decision.around or tuple(signs_of(text, match.start, match.end, first, last))
    return decision.around


def parallel(text: str, decisions: Sequence[Decision], position: int) -> bool:
    """Whether a name that is linked stands in the same way in this sentence or line: "East Kent's is; Leicester's isn't"."""
    own = decisions[position]
    if own.sentence is None:
        return False
    around_of(text, own)
    manner = _manner(own)
    for other in (*decisions[max(0, position - 4):position], *decisions[position + 1:position + 5]):
        if other.code and other.around and other.sentence and abs(other.sentence.index - own.sentence.index) < 2 and (
                _manner(other) == manner):
            return True
    return False


def only_place(text: str, decisions: Sequence[Decision], position: int) -> bool:
    """Whether a town's name only says where a hospital or service is: "St Peter's in Chertsey", "Chertsey's St Peter's"."""
    match = decisions[position].match
    if not match.town or match.suffix in ("trust", "system"):
        return False
    if SPREAD.search(text, max(0, match.start - 40), match.start):
        return True
    following = decisions[position + 1].match if position + 1 < len(decisions) else None
    if following and following.generic and OWNS.fullmatch(text, match.end, following.start):
        return True
    prior = decisions[position - 1] if position else None
    return bool(prior and prior.code and prior.reading and (prior.match.generic or prior.reading.shape in ("name", "site"))
                and IN_PLACE.fullmatch(text, prior.match.name_end, match.start))


def in_column(text: str, decisions: Sequence[Decision], position: int) -> bool:
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
