"""What an explanation tells: the steps of a decision, each with what spoke for and against."""

from __future__ import annotations

from typing import Literal

from corpora.schema import Evidence, OdsCode, PartialDate, Record, Status, Value

Outcome = Literal["found", "other_claim", "nothing_claimed", "nobody", "overruled", "no_trigger"]
"""``found``: the present reader files the very same; ``other_claim``: it reads the same words as something else;
``nothing_claimed``: as a supposition, a question, a definition; ``nobody``: it cannot tell whom they are about;
``overruled``: another place in the document says otherwise; ``no_trigger``: it sees no claim of this kind there."""


class WeighedSign(Record):
    """Something seen in the text, and what it counts: above nought it speaks for, below it against (in log-odds)."""

    sign: str
    weight: float


class OrganisationCandidate(Record):
    """One organisation, or several listed together, that the words may be about."""

    codes: tuple[OdsCode, ...]
    named_as: str | None
    """The name in the text; None where the document as a whole points to it."""
    source: str
    """Where it was found: ``here`` in the sentence, ``back`` before it, ``lead_in``, ``heading``, ``opening``, ``home``."""
    probability: float
    chosen: bool
    signs: tuple[WeighedSign, ...]
    """Those that counted most, the heaviest first."""


class NameReading(Record):
    """An organisation that a name may stand for, and how well it fits the document."""

    code: OdsCode
    fit: float


class NameTrace(Record):
    """How the name that decided was linked to its code."""

    text: str
    start: int
    end: int
    form: str
    """``name``, ``acronym``, ``site``, ``system``, or ``anaphor`` for words that point back ("the trust")."""
    code: OdsCode | None
    probability: float | None = None
    readings: tuple[NameReading, ...] = ()
    """Best first."""
    signs: tuple[WeighedSign, ...] = ()
    """What was weighed of a name that could mean something else; empty for one that is sure by itself."""
    points_to: str | None = None
    """Of words that point back: the name last used of that organisation before them, or None."""


class OrganisationTrace(Record):
    """Whom the claim is about, and who else was thought of."""

    rule: str
    """``same_sentence``, ``list``, ``anaphor``, ``carried``, ``home``, ``echo``, ``impersonal`` …"""
    code: OdsCode | None
    by_construction: bool
    """The construction itself says who (a row of a table, a list): nobody else was weighed."""
    home: OdsCode | None
    """The organisation that the document as a whole is about."""
    name: NameTrace | None
    candidates: tuple[OrganisationCandidate, ...]
    """Likeliest first."""


class CueTrace(Record):
    """Words that bear on whether a claim holds."""

    text: str
    start: int
    end: int
    effect: str
    direction: str
    scope: int
    """How many words may stand between it and the trigger."""
    words_between: int
    reaches: bool


class StatusTrace(Record):
    """Whether it holds, and what decided that."""

    status: Status
    read_alone: Status
    """What the sentence says by itself, before other places in the document were heard."""
    decided_by: str
    """``plain``: nothing spoke against its being so; ``cue``, ``holds``, ``construction``."""
    words: str | None
    """The words that decided, as the text has them."""
    nature: str
    cues: tuple[CueTrace, ...]


class DateTrace(Record):
    """When it was, and how the words came to a date."""

    words: str
    start: int
    end: int
    date: PartialDate
    against: PartialDate | None
    """The date of the document, which words such as "last month" are counted from."""


class ConfidenceTrace(Record):
    """How sure the claim is: the product of its parts, read off a table of what such products were worth on annotated texts."""

    confidence: float
    product: float
    parts: dict[str, float]
    """``wording``, ``organisation``, ``status``, ``place``."""
    contradicted: bool = False
    """Another reading of the same stands in the document, and nothing tells which holds: both are stated as unsure."""


class TriggerTrace(Record):
    """The words that may state the claim, and the rule that found them."""

    text: str
    start: int
    end: int
    rule: str
    subtype: str
    value: Value
    sentence: str
    """The sentence they stand in, or of a long one the part around them."""
    sentence_start: int
    form: str
    """``prose``, ``heading``, ``item``, ``row``."""


class Explanation(Record):
    """Why a piece of evidence is filed as it is, by the reader at hand."""

    evidence: Evidence
    reader: str
    """The version that explains."""
    outcome: Outcome
    also_filed: tuple[str, ...] = ()
    """What the present reader files from the same words instead, each in short: ``segment nof RX1 3 ended``."""
    trigger: TriggerTrace | None = None
    organisation: OrganisationTrace | None = None
    status: StatusTrace | None = None
    date: DateTrace | None = None
    reported_by: str | None = None
    confidence: ConfidenceTrace | None = None
    opinions: dict[str, float] | None = None
    """What a learned model makes of the trigger, a probability for each answer; None where none was asked."""
