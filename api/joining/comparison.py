"""Whether a trust is written about like those of its own segment, or like those two segments above. docs/joining.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.joining.records import Comparison, Contribution
from api.joining.scoring import score
from api.joining.spread import spread
from api.joining.weights import HARD

FEWEST_DOCUMENTS = 3
FEWEST_HARD = 3
FEWEST_OWN = 8
FEWEST_OTHER = 5
WORST = 5


def compare(segment: int, counted: tuple[Contribution, ...], *, documents: int, others: Mapping[int, Sequence[float]],
            rates: Sequence[float]) -> Comparison:
    """The outcome of the formula with its numbers.

    Args:
        segment: the trust's own.
        counted: what counts towards its score.
        documents: how many documents name it.
        others: the scores of the other trusts of its group that enough documents name, by segment.
        rates: the score for each document of those of the own segment.
    """
    own, above, below = (spread(others.get(number, ())) for number in (segment, segment + 2, segment - 2))
    mine, own_rates = score(counted), spread(rates)
    rate = round(mine / documents, 4) if documents >= FEWEST_DOCUMENTS else None
    hard = sum(one.weight >= HARD for one in counted)
    outcome, why = "as_its_segment", "Its score lies where those of its segment lie, or the formula cannot tell."
    if documents < FEWEST_DOCUMENTS:
        outcome = "not_enough_evidence"
        why = f"{documents or 'None'} of the documents read of the last 12 months name it; at least {FEWEST_DOCUMENTS} are needed."
    elif own.trusts < FEWEST_OWN:
        outcome = "not_enough_evidence"
        why = f"{own.trusts} other trusts of its type in segment {segment} have been looked at; at least {FEWEST_OWN} are needed."
    elif own.median is None or own.upper_quartile is None or own.lower_quartile is None:
        raise AssertionError("a group of eight has quartiles")
    elif mine > own.upper_quartile:
        if segment + 2 > WORST:
            why = f"Its score is above the upper quartile of its segment, but there is no segment two above {segment}."
        elif above.trusts < FEWEST_OTHER or above.median is None:
            outcome = "not_enough_evidence"
            why = (f"{above.trusts} trusts of its type in segment {segment + 2} have been looked at; at least {FEWEST_OTHER} are "
                   "needed.")
        elif hard < FEWEST_HARD:
            outcome = "not_enough_evidence"
            why = f"Its score rests on {hard} hard happenings; at least {FEWEST_HARD} are needed."
        elif rate is not None and own_rates.median is not None and rate < own_rates.median:
            why = ("Its score is above the upper quartile of its segment, but for each document that names it it is below the "
                   "median: more is written about it, not worse.")
        elif own.median < above.median and mine > (own.median + above.median) / 2:
            outcome = "like_a_higher_segment"
            why = (f"Its score is above the upper quartile of its segment and nearer to the median of segment {segment + 2} than "
                   "to that of its own.")
        else:
            why = f"Its score is above the upper quartile of its segment, but not nearer to the median of segment {segment + 2}."
    elif (mine < own.lower_quartile and below.trusts >= FEWEST_OTHER and below.median is not None and below.median < own.median
          and mine < (own.median + below.median) / 2):
        outcome = "fewer_than_its_segment"
        why = ("Fewer hard happenings were read of it than of most others in its segment. That is an absence of evidence, and says "
               "nothing about the trust.")
    return Comparison.model_validate({"outcome": outcome, "why": why, "score": mine, "contributions": counted, "segment": segment,
                                      "per_document": rate, "own_segment": own, "own_per_document": own_rates, "two_above": above,
                                      "two_below": below})
