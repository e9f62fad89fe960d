"""How many each of several organisations has had: "Warning notices: A, 1; B, none", "two to A, one each to B and C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Name, Subject, Trigger

COUNTED = frozenset({"warning_notice", "requirement_notice", "urgent_conditions", "prevention_of_future_deaths", "prosecution",
                     "enforcement_undertakings"})
FIGURE = r"(?P<figure>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|none|nil|zero|no)"
BEHIND = compiled(rf"(?: ?[,:(=-]| has| had| have| with| received)? ?{FIGURE}\b(?!%| (?:of|per cent|days|weeks|months|years|"
                  rf"january|february|march|april|may|june|july|"
                  r"august|september|october|november|december)\b)")
BEFORE = compiled(rf"\b{FIGURE} (?:each )?(?:to|at|for|against|on|in|from) (?:the )?$")
NONE = frozenset({"none", "nil", "zero", "no", "0"})
REACH = 25
FEWEST = 2


def find_series(page: Page, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """One trigger for each organisation of a series that a number, or none, stands by."""
    done: set[tuple[int, str]] = set()
    for trigger in triggers:
        sentence = page.sheet.sentence_at(trigger.start)
        if trigger.subtype not in COUNTED or sentence is None or (sentence.index, trigger.subtype) in done:
            continue
        done.add((sentence.index, trigger.subtype))
        names = [name for name in page.sheet.names_in(sentence.start, sentence.end) if name.all_codes]
        told = [(name, figure) for name in names for figure in [_figure(page, name, sentence.start, sentence.end)] if figure]
        if len(told) < FEWEST:
            continue
        for name, figure in told:
            yield Trigger("intervention", trigger.subtype, name.start, name.end, "intervention.series", confidence=0.7,
                          status="negated" if figure in NONE else "current", quote=(sentence.start, sentence.end), subjects=tuple(
                              Subject(code, 0.8, "series", name) for code in name.all_codes))


def _figure(page: Page, name: Name, start: int, end: int) -> str | None:
    """The number that stands right behind a name, or with a preposition before it."""
    found = BEHIND.match(page.folded, name.end, end) or BEFORE.search(page.folded, max(start, name.start - REACH), name.start)
    return found["figure"] if found else None
