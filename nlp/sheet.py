"""A document laid out for reading: its sentences, the organisations it names, and what a claim about one of them is.

All offsets count code points of the document's text, so ``sheet.text[x.start:x.end]`` is always what was seen there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

from corpora.schema import Status, Value
from nlp.gated_re import preceded

Result = TypeVar("Result")
Form = Literal["prose", "heading", "item", "row"]
"""``prose`` a sentence; ``heading`` a short line over others; ``item`` a list item; ``row`` cells of a table."""

NameForm = Literal["name", "acronym", "site", "system", "anaphor", "other"]
"""``system``: an ICS or "the X system"; ``anaphor``: "the trust"; ``other``: a body outside the register (CQC, a council,
a Welsh health board, a school), kept so that what is said of it is not filed against a trust."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading, list item or table row."""

    index: int
    start: int
    end: int
    paragraph: int
    form: Form
    lead_in: int | None = None
    """Index of the heading or introducing line ("The trusts in segment 4 are:") that this one stands under."""


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that stands for an organisation."""

    start: int
    end: int
    text: str
    code: str | None
    form: NameForm
    codes: tuple[str, ...] = ()
    """Where one stretch stands for several ("both trusts"): their codes, and ``code`` is None. Read ``all_codes``."""

    @property
    def all_codes(self) -> tuple[str, ...]:
        """Every organisation that it stands for."""
        return self.codes or ((self.code,) if self.code else ())


@dataclass(frozen=True, slots=True)
class Subject:
    """An organisation that a claim is about, and how sure that is."""

    code: str | None
    """An ODS code, or None where the claim is about a region, named by ``text``."""
    confidence: float
    rule: str
    """How it was decided: ``same_sentence``, ``list``, ``anaphor``, ``carried``, ``heading``, ``home``, ``region`` …"""
    name: Name | None = None
    """The mention that decided, or None where the document as a whole did."""
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may state a claim: found at high recall by a kind, then decided on (``nlp.decide``)."""

    kind: str
    subtype: str
    start: int
    end: int
    """``[start, end)`` are the words themselves ("segment 4", "was fined", "retained swab")."""
    rule: str
    """``kind.construction``, such as ``segment.from_to``."""
    value: Value = None
    status: Status | None = None
    """Where the construction itself decides ("moved from segment 4 to 3": 4 is ended); None leaves it to the context."""
    subjects: tuple[Subject, ...] | None = None
    """Where the construction itself says who (a table row, a count of no organisation: ``()`` with ``impersonal``)."""
    quote: tuple[int, int] | None = None
    """The shortest span that proves it, where that is not the whole sentence."""
    impersonal: bool = False
    """A claim about no single organisation (``segment_count``)."""
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class Claim:
    """One reading of one trigger about one organisation, before it is filed as evidence."""

    kind: str
    subtype: str
    org: str | None
    value: Value
    status: Status
    start: int
    end: int
    rule: str
    confidence: float = 0.8
    org_text: str | None = None
    date: str | None = None
    reported_by: str | None = None
    cue: str | None = None
    """The words that decided the status; None where nothing spoke against ``current``."""


@dataclass(frozen=True)
class Sheet:
    """A document as the readers of each kind see it."""

    text: str
    title: str = ""
    published: str | None = None
    publisher: str | None = None
    doc_type: str = "other"
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = field(default=())
    """In order of ``start``; they do not overlap."""
    home: str | None = None
    """The organisation that the document as a whole is about or comes from: whom "the trust" means by default."""
    home_by: Literal["publisher", "title", "text"] = "text"
    """What tells the home: the publisher, the title, or only that the text names it most."""
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What one kind has worked out about this sheet and another asks again: see ``once``."""

    def once(self, name: str, make: Callable[[Sheet], Result]) -> Result:
        """What ``make`` gives for this sheet, made the first time only."""
        if name not in self.memo:
            self.memo[name] = make(self)
        return self.memo[name]  # type: ignore[no-any-return]  # it is what make gave

    @cached_property
    def whole(self) -> str:
        """Title and text."""
        return preceded(self.text, f"{self.title}\n")

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.names]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def names_in(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that begin in ``[start, end)``."""
        first = bisect_right(self._name_starts, start - 1)
        last = bisect_right(self._name_starts, end - 1)
        return self.names[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset, or the last one before it."""
        position = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[position] if position >= 0 else None

    def words(self, sentence: Sentence) -> str:
        """The text of a sentence."""
        return self.text[sentence.start:sentence.end]

    def before(self, sentence: Sentence, count: int = 1) -> tuple[Sentence, ...]:
        """Up to ``count`` sentences before this one, nearest last."""
        return self.sentences[max(0, sentence.index - count):sentence.index]
