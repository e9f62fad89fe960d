"""All that findings and peers are worked out from, as it was known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from api.alerts.history import IMPLIED, LEAST_SURE
from api.joining.official import Row, rows
from api.joining.regimes import is_dated
from corpora.official.days import later
from corpora.official.facts import DatedCount, DatedRating
from corpora.organisations import Register
from corpora.schema import OdsCode, Segment
from corpora.store import Store
from corpora.store.claims import Claim, Happening

Item = TypeVar("Item", Claim, Happening, Segment)

DAYS = 365
"""How long evidence stands: what was published earlier is history, and supports no finding."""


COMPARED = ("segment", "rating", "never_event")
"""Kinds of evidence that are set against what was published by the day of their document."""


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
    ratings: dict[OdsCode, tuple[DatedRating, ...]]
    """Official ratings of whole trusts that had been published, the newest first."""
    never_events: dict[OdsCode, tuple[DatedCount, ...]]
    """Official counts that had been published, under the code of the name that they were published for."""

    @classmethod
    def of(cls, store: Store, register: Register, *, as_of: str) -> Known:
        """What a store holds from documents published by a day.

        Args:
            as_of: a day: ``2026-11-22``.
        """
        since = later(as_of, -DAYS)
        claims = _by_org(store.claims(since=since, until=as_of))

        def told(kind: str) -> tuple[OdsCode, ...]:
            return tuple(sorted({code for org, found in claims.items() if any(claim.kind == kind for claim in found)
                                 for code in register.lineage(org)}))

        return cls(
            as_of=as_of, since=since, claims=claims,
            happenings=_by_org(store.happenings(since=since, until=as_of)),
            documents=store.documents_naming(since=since, until=as_of),
            rows={org: rows(found) for org, found in _by_org(store.segments(every_publication=True, limit=-1)).items()},
            ratings=_grouped((one.rating.org, one) for one in store.ratings(told("rating"), known_on=as_of)),
            never_events=_grouped((one.count.org, one) for one in store.never_event_counts(told("never_event"), known_on=as_of)))

    def current(self, org: OdsCode, kind: str) -> list[Claim]:
        """Claims that something holds or has happened, sure enough to act on and named in words, the oldest first; what the words
        only imply is left out."""
        return [claim for claim in self.claims.get(org, ()) if claim.kind == kind and _is_sure(claim)]

    @cached_property
    def parts(self) -> frozenset[str]:
        """Ids of evidence that tells of one part of what the event it belongs to is the total of."""
        subtypes = {claim.id: claim.subtype for claims in self.claims.values() for claim in claims}
        return frozenset(id_ for happenings in self.happenings.values() for happening in happenings
                         for id_ in happening.evidence_ids if subtypes.get(id_, happening.subtype) != happening.subtype)

    def left_out(self, org: OdsCode) -> int:
        """How many documents tell of a matter that findings compare, and are not compared since their dates are not sure enough."""
        return len({claim.document_id for kind in COMPARED for claim in self.current(org, kind) if not is_dated(claim)})

    def counts(self, claim: Claim) -> bool:
        """Whether a claim is sure, and of this year as far as its words say."""
        return _is_sure(claim) and self.is_recent(claim)

    def is_recent(self, claim: Claim) -> bool:
        """Whether the words do not say that it lay before the year."""
        return claim.date is None or claim.date >= self.since[:len(claim.date)]


def _is_sure(claim: Claim) -> bool:
    return claim.status == "current" and claim.confidence >= LEAST_SURE and claim.rule.split("/")[0] not in IMPLIED


def _by_org(items: Iterable[Item]) -> dict[OdsCode, tuple[Item, ...]]:
    return _grouped((item.org, item) for item in items)


def _grouped(pairs: Iterable[tuple[OdsCode, Any]]) -> dict[OdsCode, tuple[Any, ...]]:
    found: defaultdict[OdsCode, list[Any]] = defaultdict(list)
    for org, item in pairs:
        found[org].append(item)
    return {org: tuple(each) for org, each in found.items()}
