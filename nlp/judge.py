"""The learned reader's part in a decision: what it makes of each option, weighed together with what the rules make of it.

The network gives each option the chances of five outcomes: nothing is filed, or it is with one of four statuses. What the rules
say, and how sure of it they are, are further signs; a logistic regression over all of them, fitted on documents that the
network had not seen, has the last word (``judge_weights.csv``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, cast

import numpy as np
import numpy.typing as npt

from corpora.schema import Status
from nlp.decide import Decision, value_of
from nlp.options import Option
from nlp.sheet import Claim, Sheet

OUTCOMES = ("none", "current", "ended", "planned", "negated")
"""What an option comes to: nothing is filed, or a status."""
BIAS = "bias"
READ = "read"
"""What a rule ends in where the network decided against the rules."""
LEAST = 1e-4
ENOUGH = 0.5
"""How likely an option must be to be filed, whatever its status."""

Chances = npt.NDArray[np.float32]
Weights = Mapping[str, Sequence[float]]
"""For each sign, what it counts towards each of the outcomes."""


class Judge(Protocol):
    """Gives options the chances of the outcomes."""

    def chances(self, sheet: Sheet, options: Sequence[Option]) -> Chances:
        """A row of five an option."""


def signs_of(option: Option, read: Sequence[float] | None) -> Iterator[tuple[str, float]]:
    """What speaks for and against the outcomes of an option, by name and strength.

    Args:
        read: the network's five chances, or None to weigh the rules alone.
    """
    decision, trigger, kind = option.decision, option.trigger, option.trigger.kind
    yield BIAS, 1.0
    yield f"kind:{kind}", 1.0
    if read is not None:
        for outcome, chance in zip(OUTCOMES, read, strict=True):
            yield f"read:{outcome}", math.log(max(chance, LEAST))
        yield f"read:none:{kind}", math.log(max(read[0], LEAST))
        yield f"read:none:chosen:{option.chosen}", math.log(max(read[0], LEAST))
    rules = "filed" if option.chosen else "supposed" if not decision.subjects else "left"
    yield f"rules:{rules}", 1.0
    yield f"rules:{rules}:{kind}", 1.0
    yield f"rules:{rules}:{decision.status}", 1.0
    if option.chosen:
        yield f"decided:{decision.decided}:{decision.status}", 1.0
        yield f"decided:{decision.decided}:{kind}:{decision.status}", 1.0
        yield "sure", _logit(option.claim.confidence)
    yield f"rules:{rules}:whom:{option.subject.rule}", 1.0
    yield f"whom:sure:{rules}", _logit(option.subject.confidence)
    yield "trigger:sure", _logit(trigger.confidence)
    yield f"rank:{rules}:{min(option.rank, 3)}", 1.0
    yield f"construction:{trigger.rule}", 1.0
    yield f"subtype:{trigger.subtype}" if kind == "intervention" else f"subtype:{kind}", 1.0


def weigh(weights: Weights, signs: Iterable[tuple[str, float]]) -> list[float]:
    """The chances of the outcomes."""
    total = np.zeros(len(OUTCOMES))
    for sign, strength in signs:
        if sign in weights:
            total += strength * np.asarray(weights[sign])
    raised = np.exp(total - total.max())
    return cast(list[float], (raised / raised.sum()).tolist())


def filed(option: Option, row: npt.NDArray[np.float32], *, enough: float = ENOUGH) -> Claim | None:
    """What the chances of an option file of it."""
    if 1.0 - float(row[0]) < enough:
        return None
    best = int(row[1:].argmax()) + 1
    status = cast(Status, OUTCOMES[best])
    by = option.decision.decided if option.chosen and status == option.decision.status else READ
    claim = option.claim
    return replace(claim, status=status, value=value_of(option.trigger, status), confidence=round(float(row[best]), 3),
                   rule=f"{claim.rule.rsplit('/', 1)[0]}/{by}")


def judged(options: Sequence[Option], chances: Chances) -> Decision:
    """The decision on one trigger as the chances of its options have it; they are kept as its opinions."""
    pairs = [(option.subject, claim) for option, row in zip(options, chances, strict=True)
             for claim in [filed(option, row)] if claim is not None]
    opinions = {option.subject.code: dict(zip(OUTCOMES, row.tolist(), strict=True))
                for option, row in zip(options, chances, strict=True)}
    decision = options[0].decision
    claims = [claim for _, claim in pairs]
    kept = {claim.org for claim in claims}
    beside = [claim for claim in decision.claims[len(decision.subjects):] if claim.org in kept]  # told in the same breath
    return replace(decision, subjects=tuple(subject for subject, _ in pairs), claims=(*claims, *beside), opinions=opinions)


def _logit(chance: float) -> float:
    chance = min(max(chance, 0.01), 0.99)
    return math.log(chance / (1 - chance))
