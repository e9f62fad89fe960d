"""Systems and their trusts: which integrated care board a trust belongs to, and when; which area of the Success Regime.

Source: ``corpora/reference/systems.csv``, whose row in ``sources.csv`` says how it was compiled and what is left out.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from corpora.organisations import read_table
from corpora.schema import OdsCode, PartialDate, Record, Slug


class Membership(Record):
    """A trust's part in a system, with its first and last day."""

    system: OdsCode | Slug
    """The ODS code of an integrated care board, or the name of an area that has none."""
    kind: Literal["icb", "success_regime"]
    name: str
    words: str
    """How a text names an area: a word in small letters. Empty for a board, which has a code."""
    trust: OdsCode
    valid_from: PartialDate
    valid_to: PartialDate | None = None
    confidence: Literal["high", "medium"]
    """``high``: as the register has it. ``medium``: common knowledge, not a published list."""
    source: str

    def covers(self, day: PartialDate | None) -> bool:
        """Whether the trust belonged on a day, month or year; a month or year counts where any part of it does."""
        if not day:
            return False
        return self.valid_from[:len(day)] <= day and (self.valid_to is None or day <= self.valid_to[:len(day)])


@cache
def memberships() -> dict[OdsCode, tuple[Membership, ...]]:
    """By trust, the newest first."""
    found: dict[OdsCode, list[Membership]] = {}
    for row in read_table("systems.csv"):
        membership = Membership.model_validate(row | {"valid_to": row["valid_to"] or None})
        found.setdefault(membership.trust, []).append(membership)
    return {trust: tuple(sorted(each, key=lambda one: one.valid_from, reverse=True)) for trust, each in found.items()}


def systems_of(trust: OdsCode) -> tuple[Membership, ...]:
    """The systems that a trust belongs or belonged to, the newest first; none for a board or an unknown code."""
    return memberships().get(trust, ())
