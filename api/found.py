"""The answers of search."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from corpora.schema import Citation, Evidence, OdsCode, Record, SearchHit
from corpora.store.facets import Facets

Matched = Literal["all words", "any word", "no words"]


class Mark(Record):
    """A stretch of a text: ``text[start:end]``, in Unicode code points."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class FoundPassage(SearchHit):
    """One passage that answers a query: where it stands, what in it was matched, what evidence is quoted from it."""

    is_extract: bool = False
    """Whether ``text`` is a part of the passage: its document's licence does not allow more to be passed on. ``start``, ``end``,
    ``marks`` and ``sentence`` are of this part; words matched may stand elsewhere in the passage."""
    marks: tuple[Mark, ...] = ()
    """The words matched, in ``text``: other forms of what was asked for and widened words included."""
    sentence: Mark
    """The sentence that the links open at, in ``text``: the first with most of the words, or the first."""
    opens_at: str
    """The address, on this server, of the document at that sentence."""
    source: str | None
    """The address of the source, at that sentence (web pages) or page (PDF); null where its address is not a safe link."""
    evidence: tuple[Evidence, ...] = ()
    """What is quoted from the passage."""
    also_published_by: tuple[Citation, ...] = ()
    """Other documents among those found in which the same words stand: copies of one text are shown once."""


class Filter(Record):
    """A filter that was applied."""

    name: str
    value: str
    in_words: str
    typed: bool = False
    """Whether it was typed into the query, as ``kind:rating``."""


class WidenedWord(Record):
    """Words of the query that other words stood in for."""

    typed: str
    to: tuple[str, ...]
    reason: str


class Offer(Record):
    """Something to ask instead. ``text`` says what; the rest is what to ask."""

    kind: Literal["organisation", "synonyms"]
    text: str
    q: str
    org: OdsCode | None = None
    expand: bool = False


class SearchAnswer(Record):
    """What a search found, and how."""

    query: str
    items: tuple[FoundPassage, ...]
    matched: Matched
    """``any word``: no passage holds all the words asked for, so that passages with some of them are given."""
    by_meaning: bool
    """Whether passages were also compared by meaning."""
    filters: tuple[Filter, ...] = ()
    """Every filter that holds for the answer, those typed into the query and predecessors folded in included."""
    widened: tuple[WidenedWord, ...] = ()
    """What other words were searched for, where that was asked for (``expand``)."""
    offers: tuple[Offer, ...] = ()
    facets: Facets | None = None
    """How the passages that hold the words are spread, where that was asked for."""
    notes: tuple[str, ...] = ()
    """For people: what to know about this answer."""
    next_cursor: str | None = None
