"""Organisations listed under words that state an intervention: rows below a heading, names after a label and a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Name, Sentence, Subject, Trigger

OWN_STATUS = compiled(
    r"\b(?:left|exit\w*|out|closed|met|none|no|not|never|nil|lifted|discharged|withdrawn|removed|released|until|expected|"
    r"planned|possible|due|proposed|"
    r"considered|discontinued|completed?|expired|graduated|ended|replaced|isn't|hasn't|signed off|under discussion)\b")
LABEL = compiled(r"^[\"' -]*(?P<label>[a-z][\w ,()'-]{1,60}):")
LISTED = frozenset({
    "special_measures", "financial_special_measures", "recovery_support_programme", "provider_improvement_programme",
                "enforcement_undertakings",
    "licence_breach", "warning_notice", "urgent_conditions", "requirement_notice", "maternity_support",
                "prevention_of_future_deaths",
    "improvement_director", "mandated_support", "success_regime", "deep_dive_review", "turnaround", "prosecution"})


def find_listed(page: Page, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """One trigger for each listed row, about the organisations that the row names."""
    sheet = page.sheet
    by_sentence: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        sentence = sheet.sentence_at(trigger.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.index, []).append(trigger)
    if not by_sentence:
        return
    for sentence in sheet.sentences:
        names = [name for name in sheet.names_in(sentence.start, sentence.end) if name.code and name.form != "anaphor"]
        if not names or sentence.index in by_sentence:
            continue
        if sentence.lead_in is not None and sentence.lead_in in by_sentence:
            yield from _rows(page, sentence, names, by_sentence[sentence.lead_in])
        elif sentence.form != "heading":
            yield from _labelled(page, sentence, names, by_sentence)


def _rows(page: Page, sentence: Sentence, names: Sequence[Name], leads: Sequence[Trigger]) -> Iterator[Trigger]:
    if sentence.form == "row" and page.folded[sentence.end - 1] == "-":
        return
    own = OWN_STATUS.search(page.folded, sentence.start if sentence.form == "row" else names[0].end, sentence.end)
    for lead in {lead.subtype: lead for lead in leads if lead.subtype in LISTED}.values():
        start, end = (own.start(), own.end()) if own else (lead.start, lead.end)
        yield Trigger("intervention", lead.subtype, start, end, "intervention.listed", lead.value,
                      subjects=tuple(Subject(name.code, 0.85, "list_row", name) for name in names),
                      quote=(sentence.start, sentence.end), confidence=0.75)


def _labelled(page: Page, sentence: Sentence, names: Sequence[Name], by_sentence: dict[int, list[Trigger]]) -> Iterator[Trigger]:
    """``In force: A, B. Discharged this year: C.`` after a sentence that named what is in force."""
    label = LABEL.match(page.folded, sentence.start, sentence.end)
    if label is None or any(name.start < label.end("label") for name in names):
        return
    for index in (sentence.index - 1, sentence.index - 2, sentence.index - 3):
        leads = [t for t in by_sentence.get(index, ()) if t.subtype in LISTED]
        if leads:
            yield Trigger("intervention", leads[-1].subtype, label.start("label"), label.end("label"), "intervention.labelled",
                          subjects=tuple(Subject(name.code, 0.8, "label", name) for name in names), confidence=0.65)
            return
