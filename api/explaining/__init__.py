"""An explanation in plain words, a heading and a few lines for each step of the decision."""

from __future__ import annotations

from api.answers import ExplanationAnswer, Step
from api.explaining.organisation import organisation_in_words
from api.explaining.status import chances_in_words, confidence_in_words, date_in_words_of, status_in_words
from api.words import claim_in_words, date_in_words, in_words, place_in_words, value_in_words
from corpora.schema import Citation, CitedEvidence, Document
from nlp.explain import Explanation, explain
from nlp.judge import READ
from nlp.pipeline import Pipeline

__all__ = ["explained", "explanation_in_words"]

NO_LONGER = "The present reader no longer finds this evidence:"
OUTCOMES = {
    "found": "The present reader finds this evidence.",
    "other_claim": f"{NO_LONGER} it reads the same words as another claim.",
    "nothing_claimed": f"{NO_LONGER} it takes the words for a supposition, a question or a definition.",
    "nobody": f"{NO_LONGER} it cannot tell whom the words are about.",
    "overruled": f"{NO_LONGER} it reads the words so, but another place in the document says otherwise.",
    "no_trigger": f"{NO_LONGER} it sees no claim of this kind in the quote.",
}


def explained(pipeline: Pipeline, document: Document, cited: CitedEvidence, *, read_by: str | None) -> ExplanationAnswer:
    """Why a piece of evidence is filed as it is, in steps and in words. The document is read again."""
    told = explain(pipeline, document, cited.evidence)
    return ExplanationAnswer(citation=cited.citation, read_by=read_by, explanation=told,
                             in_words=explanation_in_words(told, cited.citation, read_by=read_by))


def explanation_in_words(told: Explanation, citation: Citation, *, read_by: str | None) -> tuple[Step, ...]:
    """The steps in order.

    Args:
        read_by: the reader version that filed the evidence, as stored.
    """
    evidence = told.evidence
    sections = [
        Step(heading="The claim", lines=(f"{claim_in_words(evidence)}. {in_words(evidence.status)}, as of the document’s own date.",
                              *_outcome(told, read_by))),
        Step(heading="The document", lines=(_document(citation),)),
        Step(heading="The quote", lines=(_in_its_sentence(told),)),
    ]
    if told.trigger:
        given = told.trigger.value
        value = "" if given is None else f"; it gives the value {value_in_words(evidence.kind, evidence.subtype, given)}"
        sections.append(Step(heading="The words that state it", lines=(
            f"“{_line(told.trigger.text).strip()}”, found by the rule {told.trigger.rule}{value}.",)))
    if told.organisation:
        sections.append(Step(heading="The organisation", lines=organisation_in_words(told.organisation)))
    if told.status:
        sections.append(Step(heading="The status", lines=status_in_words(told.status, learned=evidence.rule.endswith(f"/{READ}"))))
    if told.trigger:
        sections.append(Step(heading="The date", lines=date_in_words_of(told.date, citation.published)))
        sections.append(Step(heading="Who says so", lines=(f"{told.reported_by}." if told.reported_by
                                                else "The document itself: the sentence names nobody else.",)))
    if told.confidence:
        sections.append(Step(heading="The confidence", lines=confidence_in_words(told.confidence)))
    if told.opinions:
        sections.append(Step(heading="Rules and learned reader together", lines=chances_in_words(told.opinions)))
    return tuple(sections)


def _outcome(told: Explanation, read_by: str | None) -> tuple[str, ...]:
    if told.outcome == "found":
        return ()
    by = f"It was filed by {read_by}; this explanation is by {told.reader}." if read_by and read_by != told.reader else (
        f"This explanation is by {told.reader}.")
    instead = f"From this quote it files: {'; '.join(told.also_filed)}." if told.also_filed else ""
    return tuple(line for line in (OUTCOMES[told.outcome], by, instead) if line)


def _document(citation: Citation) -> str:
    place = f", {place_in_words(citation)}" if place_in_words(citation) else ""
    where = f" {citation.url}" if citation.url else ""
    return (f"‘{citation.title or 'Untitled'}’, {citation.publisher or 'publisher not known'}, "
            f"{date_in_words(citation.published)}{place}.{where}")


def _in_its_sentence(told: Explanation) -> str:
    """The sentence with the words that state the claim in brackets; the quote alone where no such words are found."""
    trigger = told.trigger
    if trigger is None:
        return f"“{_line(told.evidence.quote)}”"
    sentence = trigger.sentence
    left = trigger.start - trigger.sentence_start
    right = left + len(trigger.text.rstrip())
    return f"“{_line(sentence[:left])}[{_line(sentence[left:right])}]{_line(sentence[right:])}”"


def _line(words: str) -> str:
    """Line breaks and runs of space as single spaces, at the ends too."""
    joined = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{joined}{' ' if joined and words[-1:].isspace() else ''}"
