"""Ranked passages as they are shown: what in them was matched, where they open, what is quoted from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.extracts import extract_of, within
from api.found import FoundPassage, Mark
from api.links import document_address, sentence_link
from api.query import Query
from corpora.licences import allows_full_text
from corpora.schema import Citation, Evidence
from corpora.store import Store
from corpora.store.hits import FoundText
from corpora.store.marking import Stretch, matched_stretches
from nlp.layout import blocks, pieces


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score, how it was found, and the passages of copies that it stands for."""

    passage_id: int
    score: float
    by_words: bool
    by_meaning: bool
    copies: tuple[int, ...] = ()


def shown(store: Store, ranked: Sequence[Ranked], asked: Query, *, whole: bool = False) -> tuple[FoundPassage, ...]:
    """The passages of one page of results, in their order; those whose licence is not open as extracts.

    A passage that is stored no more is left out: the vectors in memory may be older than this view of the store.

    Args:
        whole: give them whole whatever their licence, to whoever holds the store.
    """
    ids = [one.passage_id for one in ranked]
    texts = store.found_texts([*ids, *(copy for one in ranked for copy in one.copies)])
    evidence = store.evidence_quoted_from(ids)
    here = [one for one in ranked if one.passage_id in texts]
    marked = matched_stretches([texts[one.passage_id].text for one in here], asked.marked)
    return tuple(
        _passage(one, texts[one.passage_id], stretches, evidence.get(one.passage_id, ()),
                 _citations([texts[copy] for copy in one.copies if copy in texts]), whole=whole)
        for one, stretches in zip(here, marked, strict=True))


def _passage(one: Ranked, found: FoundText, marks: tuple[Stretch, ...], evidence: tuple[Evidence, ...],
             copies: tuple[Citation, ...], *, whole: bool) -> FoundPassage:
    quoted = tuple(Stretch(max(0, piece.start - found.start), min(len(found.text), piece.end - found.start)) for piece in evidence)
    given = Stretch(0, len(found.text))
    if not whole and not allows_full_text(found.licence):
        given = extract_of(found.text, quoted, marks)
        marks, quoted = within(marks, given), within(quoted, given)
    text, start = found.text[given.start:given.end], found.start + given.start
    sentence = sentence_of(text, marks or quoted[:1])
    citation = found.citation_at(given.start + sentence.start)
    return FoundPassage(
        citation=citation, start=start, end=start + len(text), text=text, is_extract=len(text) < len(found.text), orgs=found.orgs,
        score=one.score, found_by=(*(("words",) if one.by_words else ()), *(("meaning",) if one.by_meaning else ())),
        marks=tuple(Mark(start=mark.start, end=mark.end) for mark in marks),
        sentence=Mark(start=sentence.start, end=sentence.end),
        opens_at=document_address(citation.document_id, start + sentence.start, start + sentence.end),
        source=sentence_link(citation, text[sentence.start:sentence.end]),
        evidence=evidence, also_published_by=copies)


def sentence_of(text: str, marks: Sequence[Stretch]) -> Stretch:
    """The sentence of a passage with most of the marked words: the first where several have as many, a heading after all others."""
    best, most = Stretch(0, len(text)), (-1, False)
    for start, end, form in blocks(text):
        for piece in pieces(text, start, end, form):
            worth = (sum(piece[0] <= mark.start < piece[1] for mark in marks), form != "heading")
            if worth > most:
                best, most = Stretch(*piece), worth
    return best


def _citations(found: Sequence[FoundText]) -> tuple[Citation, ...]:
    of_documents = {one.citation.document_id: one.citation for one in reversed(found)}
    return tuple(sorted(of_documents.values(), key=lambda citation: (
        citation.published is None, citation.published or "", citation.document_id)))
