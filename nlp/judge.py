"""The learned reader's part in a decision: what it reads of each option, beside what the rules say.

The network gives an option the chances of five outcomes: nothing is filed, or it is with one of four statuses. What the rules
say of it then counts as so many times as likely: more than the network's word alone, less than certain. How many times was
chosen on genres that neither the rules nor the network had been fitted to.
"""

from __future__ import annotations

from collections.abc import Sequence
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
TRUST_IN_FILING, TRUST_IN_LEAVING = 2.5, 3.5
"""How much the rules' word adds to the logarithm of a chance, where they file an option and where they leave it."""
TRUST_IN_CONSTRUCTION = 4.0
"""The same, where the construction itself tells the status: "from segment 4 to 3", "lifted one and kept the other"."""
ECHO = "echo"
"""How an organisation was found of which a sentence says the same as of another."""
READ = "read"
"""What a rule ends in where the network decided against the rules."""
LEAST = 1e-4
ENOUGH = 0.5
"""How likely an option must be to be filed, whatever its status."""
SURE = 0.8
"""How likely a status must be to be filed against the rules. Below that, where the two disagree, nothing is filed."""

RELIABILITY = ((0.0, 0.0), (0.45, 0.4), (0.6, 0.52), (0.85, 0.64), (0.91, 0.67), (0.963, 0.78), (0.99, 0.9), (1.0, 0.95))
"""Chances, and the share of claims with such a chance that were right in genres left out of the training."""

SURE_OF_FACT = 0.9
"""The same, where the rules read something over, to come or denied, and the network something in force."""

Chances = npt.NDArray[np.float32]


class Judge(Protocol):
    """Gives options the chances of the outcomes."""

    def chances(self, sheet: Sheet, options: Sequence[Option]) -> Chances:
        """A row of five an option."""


def together(options: Sequence[Option], read: Chances) -> Chances:
    """What the network reads of options (a row of five each) and what the rules say, as one."""
    logarithms = np.log(_echoing(options, read) + LEAST)
    for row, option in enumerate(options):
        if option.chosen:
            certain = option.decision.decided == "construction" or told_twice(option.decision)
            logarithms[row, OUTCOMES.index(option.decision.status)] += TRUST_IN_CONSTRUCTION if certain else TRUST_IN_FILING
        else:
            logarithms[row, 0] += TRUST_IN_LEAVING
    raised = np.exp(logarithms - logarithms.max(axis=1, initial=-np.inf, keepdims=True))
    return cast(Chances, (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32))


def _echoing(options: Sequence[Option], read: Chances) -> Chances:
    """The chances, those of an organisation of which the same is said as of another ("and so did B") being those of that other."""
    shared = read.copy()
    for row, option in enumerate(options):
        if option.chosen and option.subject.rule == ECHO:
            of = next((place for place, other in enumerate(options) if other.chosen and other.subject.rule != ECHO
                       and other.decision is option.decision), None)
            if of is not None:
                shared[row] = read[of]
    return shared


def told_twice(decision: Decision) -> bool:
    """Whether the words tell two statuses in one breath."""
    return len(decision.claims) > len(decision.subjects)


def filed(option: Option, row: npt.NDArray[np.float32]) -> Claim | None:
    """What the chances of an option file of it."""
    if 1.0 - float(row[0]) < ENOUGH:
        return None
    best = int(row[1:].argmax()) + 1
    status = cast(Status, OUTCOMES[best])
    by = option.decision.decided if option.chosen and status == option.decision.status else READ
    hedged = option.chosen and option.decision.status != "current" and status == "current"
    if by == READ and float(row[best]) < (SURE_OF_FACT if hedged else SURE):
        return None
    claim = option.claim
    if status == "ended" and option.decision.status != "ended":
        claim = replace(claim, date=None)  # it was read as the date of a beginning
    return replace(claim, status=status, value=value_of(option.trigger, status), confidence=stated(float(row[best])),
                   rule=f"{claim.rule.rsplit('/', 1)[0]}/{by}")


def stated(chance: float) -> float:
    """The confidence that a chance stands for, between the points of ``RELIABILITY``."""
    chances, right = zip(*RELIABILITY, strict=True)
    return round(float(np.interp(chance, np.asarray(chances), np.asarray(right))), 3)


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
