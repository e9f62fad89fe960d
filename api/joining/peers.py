"""What others of a trust's type look like: the same league table in the newest published period of the same framework."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from api.joining.comparison import FEWEST_DOCUMENTS, Measured, compare
from api.joining.known import Known
from api.joining.official import Row, known
from api.joining.records import Contribution, KindRate, Peers
from api.joining.scoring import contributions, score
from api.joining.spread import spread
from corpora.organisations import Register
from corpora.schema import OdsCode

KINDS = ("intervention", "rating", "never_event", "concern")

Group = tuple[str, str, str]
"""Framework, period, league table or sector."""


@dataclass(frozen=True)
class Field:
    """All organisations with a published segment, in the groups that they are compared in."""

    known: Known
    register: Register

    @cached_property
    def peers(self) -> Mapping[OdsCode, Peers]:
        """The picture for each organisation of which a segment had been published."""
        return {org: self._picture(org, row) for org, row in self.places.items()}

    def _picture(self, org: OdsCode, row: Row) -> Peers:
        group = self.group_of(org, row)
        members = self.groups[group]
        others = [other for other in members if other != org]
        looked_at = [other for other in others if self.known.documents.get(other, 0) >= FEWEST_DOCUMENTS]
        segment = row.segment
        return Peers(
            framework=segment.framework, period=segment.period, group=group[2],
            segments=dict(sorted(Counter(self.number(member) for member in members).items())),
            segment=segment.segment, rank=segment.rank,
            ranked=sum(self.places[member].segment.rank is not None for member in members),
            score=segment.score, scores=spread(self._scores(others)), published_on=segment.published_on, source=segment.source,
            documents=self.known.documents.get(org, 0), documents_of_peers=spread(self.known.documents.get(o, 0) for o in others),
            kinds=tuple(self._rate(org, kind, looked_at) for kind in KINDS),
            comparison=compare(self.number(org), self.counted[org], documents=self.known.documents.get(org, 0),
                               others={number: [Measured(self.totals[other], self.known.documents[other])
                                                for other in looked_at if self.number(other) == number] for number in range(1, 6)}))

    @cached_property
    def places(self) -> Mapping[OdsCode, Row]:
        """The newest segment of each organisation that was known; where sources disagree, the one that says most."""
        newest = {org: known(found, self.known.as_of) for org, found in self.known.rows.items()}
        return {org: max(found, key=lambda row: (row.segment.rank is not None, row.segment.score is not None, row.segment.source))
                for org, found in newest.items() if found}

    @cached_property
    def groups(self) -> Mapping[Group, list[OdsCode]]:
        """The organisations of each group, by code."""
        found: defaultdict[Group, list[OdsCode]] = defaultdict(list)
        for org, row in sorted(self.places.items()):
            found[self.group_of(org, row)].append(org)
        return found

    @cached_property
    def counted(self) -> Mapping[OdsCode, tuple[Contribution, ...]]:
        """What counts towards the score of each organisation that has a segment."""
        return {org: contributions(self.known, org) for org in self.places}

    @cached_property
    def totals(self) -> Mapping[OdsCode, float]:
        """The score of each of them."""
        return {org: score(counted) for org, counted in self.counted.items()}

    def number(self, org: OdsCode) -> int:
        """Its segment."""
        segment = self.places[org].segment.segment
        assert segment is not None
        return segment

    def group_of(self, org: OdsCode, row: Row) -> Group:
        """Which organisations it is compared with."""
        found = self.register.by_code.get(org)
        return (row.segment.framework, row.segment.period,
                row.segment.league_table or (found.sector.replace("_", " ") if found else "other"))

    def _scores(self, orgs: Iterable[OdsCode]) -> list[float]:
        return [found for org in orgs if (found := self.places[org].segment.score) is not None]

    @cached_property
    def _pieces(self) -> Counter[tuple[OdsCode, str]]:
        """How many pieces of each kind there are on each organisation; a total and its parts are one."""
        parts = self.known.parts
        return Counter((org, claim.kind) for org, claims in self.known.claims.items() for claim in claims if claim.id not in parts)

    def _rate(self, org: OdsCode, kind: str, looked_at: list[OdsCode]) -> KindRate:
        documents = self.known.documents.get(org, 0)
        pieces = self._pieces[org, kind]
        return KindRate(
            kind=kind, pieces=pieces, per_document=round(pieces / documents, 4) if documents >= FEWEST_DOCUMENTS else None,
            peers=spread(self._pieces[other, kind] / self.known.documents[other] for other in looked_at))
