"""Whether a trust is written about like those of its own segment, or like those two segments above. docs/joining.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.joining.records import Comparison, Contribution, Outcome, Spread
from api.joining.scoring import score
from api.joining.spread import spread
from api.joining.weights import HARD

FEWEST_DOCUMENTS = 3
FEWEST_HARD = 3
FEWEST_TRUSTS = 8
WORST = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """What is written about one trust: its score, and how many documents name it (three at least)."""

    score: float
    documents: int


def compare(segment: int, counted: tuple[Contribution, ...], *, documents: int,
            others: Mapping[int, Sequence[Measured]]) -> Comparison:
    """The outcome of the formula with its numbers.

    Args:
        segment: the trust's own.
        counted: what counts towards its score.
        documents: how many documents name it.
        others: the other trusts of its group that enough documents name, by segment.
    """
    mine = score(counted)
    numbers = _Numbers(
        segment=segment, mine=mine, documents=documents, rate=round(mine / documents, 4) if documents >= FEWEST_DOCUMENTS else None,
        hard=sum(one.weight >= HARD for one in counted), own=_scores(others, segment), own_rates=_rates(others, segment),
        above=_scores(others, segment + 2), above_rates=_rates(others, segment + 2), below=_scores(others, segment - 2))
    outcome, why = _outcome(numbers)
    return Comparison(
        outcome=outcome, why=why, score=mine, per_document=numbers.rate, contributions=counted, segment=segment,
        own_segment=numbers.own, own_per_document=numbers.own_rates, two_above=numbers.above,
        two_above_per_document=numbers.above_rates, two_below=numbers.below)


@dataclass(frozen=True, slots=True)
class _Numbers:
    segment: int
    mine: float
    documents: int
    rate: float | None
    hard: int
    own: Spread
    own_rates: Spread
    above: Spread
    above_rates: Spread
    below: Spread


def _outcome(n: _Numbers) -> tuple[Outcome, str]:
    if n.rate is None:
        return "not_enough_evidence", (f"{n.documents or 'None'} of the documents read of the last 12 months name it; at least "
                                       f"{FEWEST_DOCUMENTS} are needed.")
    if n.own.trusts < FEWEST_TRUSTS:
        return "not_enough_evidence", _too_few(n.own.trusts, n.segment)
    if n.mine > _number(n.own.upper_quartile):
        return _above(n, n.rate)
    if n.below.trusts >= FEWEST_TRUSTS and n.mine < _number(n.own.lower_quartile) and n.mine < _half_way(n.own, n.below):
        return "fewer_than_its_segment", ("Fewer hard happenings were read of it than of most others in its segment. That is an "
                                          "absence of evidence, and says nothing about the trust.")
    return "as_its_segment", "Its score is no higher than the upper quartile of its segment."


def _above(n: _Numbers, rate: float) -> tuple[Outcome, str]:
    """For a score above the upper quartile of its segment."""
    here = "Its score is above the upper quartile of its segment"
    if n.segment + 2 > WORST:
        return "as_its_segment", f"{here}, but there is no segment two above {n.segment}."
    if n.above.trusts < FEWEST_TRUSTS:
        return "not_enough_evidence", _too_few(n.above.trusts, n.segment + 2)
    if n.hard < FEWEST_HARD:
        return "not_enough_evidence", f"Its score rests on {n.hard} hard happenings; at least {FEWEST_HARD} are needed."
    if _number(n.above.median) <= _number(n.own.upper_quartile):
        return "as_its_segment", (f"{here}, but so are fewer than half of those in segment {n.segment + 2}: what is written "
                                  "does not tell the two segments apart.")
    if n.mine <= _half_way(n.own, n.above):
        return "as_its_segment", f"{here}, but not nearer to the median of segment {n.segment + 2}."
    if rate <= _number(n.own_rates.upper_quartile) or rate <= _half_way(n.own_rates, n.above_rates):
        return "as_its_segment", (f"{here}, but for each document that names it it is not, or not nearer to the median of segment "
                                  f"{n.segment + 2}: more is written about it, not worse.")
    return "like_a_higher_segment", (f"{here}, and so is its score for each document; both are nearer to the median of segment "
                                     f"{n.segment + 2} than to that of its own.")


def _too_few(found: int, segment: int) -> str:
    return f"{found} other trusts of its type in segment {segment} have been looked at; at least {FEWEST_TRUSTS} are needed."


def _scores(others: Mapping[int, Sequence[Measured]], segment: int) -> Spread:
    return spread(one.score for one in others.get(segment, ()))


def _rates(others: Mapping[int, Sequence[Measured]], segment: int) -> Spread:
    return spread(one.score / one.documents for one in others.get(segment, ()))


def _half_way(one: Spread, other: Spread) -> float:
    return (_number(one.median) + _number(other.median)) / 2


def _number(value: float | None) -> float:
    assert value is not None  # a group of eight has quartiles
    return value
