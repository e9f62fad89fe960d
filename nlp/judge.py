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
TRUST_IN_FILING, TRUST_IN_LEAVING = 2.0, 3.0
"""How much the rules' word adds to the logarithm of a chance, where they file an option and where they leave it."""
READ = "read"
"""What a rule ends in where the network decided against the rules."""
LEAST = 1e-4
ENOUGH = 0.5
"""How likely an option must be to be filed, whatever its status."""

Chances = npt.NDArray[np.float32]


class Judge(Protocol):
    """Gives options the chances of the outcomes."""

    def chances(self, sheet: Sheet, options: Sequence[Option]) -> Chances:
        """A row of five an option."""


def together(options: Sequence[Option], read: Chances) -> Chances:
    """What the network reads of options (a row of five each) and what the rules say, as one."""
    logarithms = np.log(read + LEAST)
    for row, option in enumerate(options):
        if option.chosen:
            logarithms[row, OUTCOMES.index(option.decision.status)] += TRUST_IN_FILING
        else:
            logarithms[row, 0] += TRUST_IN_LEAVING
    raised = np.exp(logarithms - logarithms.max(axis=1, initial=-np.inf, keepdims=True))
    return cast(Chances, (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32))


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
