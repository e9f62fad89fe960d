"""All that findings and peers are worked out from, as it was known on a day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from api.alerts.history import IMPLIED, LEAST_SURE
from api.joining.official import Row, rows
from corpora.schema import OdsCode, Segment
from corpora.store import Store
from corpora.store.claims import Claim, Happening

Item = TypeVar("Item", Claim, Happening, Segment)

DAYS = 365
"""How long evidence stands: what was published earlier is history, and supports no finding."""


@dataclass(frozen=True)
class Known:
    """What a store knew on a day. Of the soft evidence the last year, of the official view everything."""

    as_of: str
    since: str
    claims: dict[OdsCode, tuple[Claim, ...]]
    """Of every status, copies left out, the oldest first."""
    happenings: dict[OdsCode, tuple[Happening, ...]]
    documents: dict[OdsCode, int]
    """How many documents name each organisation, copies once."""
    rows: dict[OdsCode, tuple[Row, ...]]
    """Published segments, the oldest first."""
    names: dict[OdsCode, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, *, as_of: str) -> Known:
        """What a store holds from documents published by a day.

        Args:
            as_of: a day: ``2026-11-22``.
        """
        since = (datetime.date.fromisoformat(as_of) - datetime.timedelta(days=DAYS)).isoformat()
        return cls(
            as_of=as_of, since=since, claims=_by_org(store.claims(since=since, until=as_of)),
            happenings=_by_org(store.happenings(since=since, until=as_of)),
            documents=store.documents_naming(since=since, until=as_of),
            rows={org: rows(found) for org, found in _by_org(store.segments(limit=-1)).items()})

    def current(self, org: OdsCode, kind: str) -> list[Claim]:
        """Claims that something holds or has happened, sure enough to act on and named in words, the oldest first.

        What the words only imply, and what lay before the year as the words themselves say, is left out.
        """
        return [claim for claim in self.claims.get(org, ()) if claim.kind == kind and self.counts(claim)]

    def counts(self, claim: Claim) -> bool:
        """Whether a claim may support a finding."""
        return (claim.status == "current" and claim.confidence >= LEAST_SURE and claim.rule.split("/")[0] not in IMPLIED
                and (claim.date is None or claim.date >= self.since[:len(claim.date)]))


def _by_org(items: Iterable[Item]) -> dict[OdsCode, tuple[Item, ...]]:
    found: defaultdict[OdsCode, list[Item]] = defaultdict(list)
    for item in items:
        found[item.org].append(item)
    return {org: tuple(each) for org, each in found.items()}
