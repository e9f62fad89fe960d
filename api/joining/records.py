"""What the join answers: findings with their inputs, peers, system-level pieces."""

from __future__ import annotations

from typing import Literal

from api.joining.systems import Membership
from corpora.schema import CitedEvidence, OdsCode, PartialDate, Record, Segment, Slug

Stance = Literal["contradicts", "not_yet_published", "before_the_segment", "like_a_higher_segment"]

Outcome = Literal["like_a_higher_segment", "as_its_segment", "fewer_than_its_segment", "not_enough_evidence"]


class Input(Record):
    """One number or word that a formula was filled in with."""

    name: str
    value: float | int | str | None
    note: str = ""


class OfficialView(Record):
    """What had been published, and from when on it was known."""

    words: str
    known_from: PartialDate | None
    """The day from which it is sure to have been known; null where that cannot be said."""
    source: str


class Finding(Record):
    """Soft evidence that does not fit the official view: both sides, the formula and its numbers, and what would end it."""

    id: str
    rule: Slug
    org: OdsCode
    stance: Stance
    headline: str
    since: PartialDate
    """The date of the oldest document that it rests on."""
    newest: PartialDate
    """The date of the newest document that it rests on."""
    official: OfficialView
    soft: str
    """What the soft evidence says, in a sentence."""
    evidence_ids: tuple[str, ...]
    formula: str
    inputs: tuple[Input, ...]
    goes_away: str
    """What would end this finding."""
    is_not: str
    """What must not be read into it."""


class FindingAnswer(Finding):
    """A finding with the evidence that it rests on, quoted."""

    evidence: tuple[CitedEvidence, ...]


class Spread(Record):
    """Numbers of several trusts: quartiles by linear interpolation between the ordered values; null for no values."""

    trusts: int
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None


class KindRate(Record):
    """How much is written about a trust under one kind of evidence, for each document that names it, beside its peers."""

    kind: Slug
    pieces: int
    per_document: float | None
    """Pieces of evidence for each document that names the trust; null where fewer than three documents do."""
    peers: Spread


class Comparison(Record):
    """Whether a trust is written about like those of its segment: what the formula of docs/joining.md gives, with its numbers."""

    outcome: Outcome
    why: str
    score: float
    per_document: float | None
    """The score for each document that names the trust; null where fewer than three documents do."""
    contributions: tuple[Contribution, ...]
    segment: int
    own_segment: Spread
    """The scores of other trusts of its type in its segment that have been looked at."""
    own_per_document: Spread
    two_above: Spread
    two_above_per_document: Spread
    two_below: Spread


class Contribution(Record):
    """One happening that counts towards a score."""

    words: str
    date: PartialDate
    weight: float
    confidence: float
    evidence_id: str


class Peers(Record):
    """What others of a trust's type look like: its league table in the newest published period, and what is written about them."""

    framework: str
    period: str
    group: str
    """The league table, or the sector where the framework has none."""
    segments: dict[int, int]
    """How many trusts of the group are in each segment, this one included."""
    segment: int | None
    rank: int | None
    ranked: int
    """How many trusts of the group have a rank."""
    score: float | None
    scores: Spread
    published_on: PartialDate | None
    source: str
    documents: int
    """Documents of the last twelve months that name this trust, copies once."""
    documents_of_peers: Spread
    kinds: tuple[KindRate, ...]
    comparison: Comparison | None
    """Null where the trust has no published segment in that period."""


class SystemPiece(Record):
    """Something about the system that a trust belongs to. It is not about the trust, counts in none of its numbers and raises no
    alert."""

    membership: Membership
    note: str
    """``About NHS Devon Integrated Care Board, which this trust belongs to; not about the trust itself.``"""
    evidence: CitedEvidence | None = None
    segment: Segment | None = None


class Divergence(Record):
    """The findings on one organisation, and the day as known on which they were worked out."""

    as_of: PartialDate
    findings: tuple[FindingAnswer, ...]
    comparison: Comparison | None
    """How it is written about beside others of its segment, whatever came of that; null where no segment of it is known."""


Comparison.model_rebuild()
