"""A hard event: a regulator action, a change of segment, an inadequate rating or a never event, that was not told before.

One alert an event, from evidence of status ``current`` only. What is merely said again ("the trust remains in special
measures") is nothing new: see ``RESTATED_DAYS``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.alerts import Rule
from api.alerts.history import History, Statement
from api.alerts.over import MOMENTARY, lasts, says_over
from api.alerts.segment_change import segment_change
from api.dates import first_day
from api.words import in_words, lower_first, never_events_in_words, pounds
from corpora.schema import Alert, Event, identifier
from nlp.events import WINDOW_DAYS
from nlp.wording import same_wording

NAME = "hard_event"

NO_ACTION = {"nhs_england_letter": "letter from NHS England", "leadership_change": "chief executive or chair change",
             "capability_assessment": "provider capability assessment"}
"""Filed as interventions, and no action that a regulator takes against anybody: a letter may bring good news."""

RESTATED_DAYS = {"lasting": 1095, "momentary": 90}
"""The same thing reported again within so many days of the last report, and not lifted in between, is not a new event."""


def find(history: History) -> Iterator[Alert]:
    """All hard events in what is known, oldest first."""
    told: dict[tuple[str, ...], list[Telling]] = {}
    segments_told: dict[tuple[str, int], tuple[int, str]] = {}
    for event in history.events:
        if not history.current(event):
            continue
        headline = (segment_change(history, event, segments_told) if event.kind == "segment"
                    else _news(history, event, told))
        if headline:
            yield _alert(history, event, headline)


@dataclass(frozen=True, slots=True)
class Telling:
    """When something was told, and in which words."""

    day: str
    quotes: tuple[str, ...]


def _news(history: History, event: Event, told: dict[tuple[str, ...], list[Telling]]) -> str | None:
    said = _in_words(event, _when(history, event), history.named(event)[:4])
    if said is None:
        return None
    if types := sorted({statement.evidence.subtype for statement in history.current(event)} - {event.subtype}):
        said += f" (with {', '.join(lower_first(in_words(one)) for one in types)})"
    happening = (event.org, event.kind, event.subtype, str(event.value))
    telling = Telling(history.day(event), tuple(statement.evidence.quote for statement in history.current(event)))
    before = max((one.day for one in told.get(happening, ()) if _may_be_one(event, one, telling)), default=None)
    for matter in {(event.org, event.kind, statement.evidence.subtype, str(statement.evidence.value))
                   for statement in history.current(event)}:
        told.setdefault(matter, []).append(telling)  # Whoever tells of one part of a total later tells nothing new.
    if _only_goes_on(history, event) or (before is not None and _restated(history, event, before, telling.day)):
        return None
    return said


def _may_be_one(event: Event, one: Telling, other: Telling) -> bool:
    """Whether two tellings may be of one happening: not where events within a fortnight were told apart by their words."""
    if one.day and other.day and _days_between(one.day, other.day) > WINDOW_DAYS:
        return True
    return any(same_wording(event.kind, event.subtype, quote, other_quote, org=event.org)
               for quote in one.quotes for other_quote in other.quotes)


def _only_goes_on(history: History, event: Event) -> bool:
    """Whether all that is said is that it still holds: "remains in", "recommends that it leaves", "has not yet left"."""
    statements = history.current(event)
    return bool(statements) and all(statement.evidence.rule.endswith("/holds") for statement in statements)


def _when(history: History, event: Event) -> str:
    """``of 2021`` where the words name when it happened, ``reported in 2021`` where only the document has a date.

    An alert may be about an action of years ago that is first read of today, and nothing in it is to call that new.
    """
    named = history.named(event)
    if named:
        return f"of {named[:4]}"
    day = history.day(event)
    return f"reported in {day[:4]}" if day else "of an unknown date"


def _in_words(event: Event, when: str, year: str) -> str | None:
    """The headline.

    Args:
        when: as ``_when`` gives it.
        year: the year that the words name, ``""`` where they name none.
    """
    if event.kind == "intervention" and event.subtype in NO_ACTION and event.value is None:
        return f"{NO_ACTION[event.subtype]} {when}"
    if event.kind == "intervention" and event.subtype.startswith("tiering_"):
        return f"regulator action {when}: {lower_first(in_words(event.subtype))}, tier {event.value}"
    if event.kind == "intervention":
        amount = "" if event.value is None else f" of {pounds(event.value)}"
        return f"regulator action {when}: {lower_first(in_words(event.subtype))}{amount}"
    if event.kind == "never_event" and event.value != 0:
        what, _, which = lower_first(never_events_in_words(event.subtype, event.value)).partition(" · ")
        what = f"{what} of {year} reported" if year else f"{what} reported"
        return f"{what} ({which})" if which else what
    if event.kind == "rating" and event.value == "inadequate":
        return f"rated inadequate by the CQC{f' in {year}' if year else ''} ({lower_first(in_words(event.subtype))})"
    return None


def _restated(history: History, event: Event, before: str, day: str) -> bool:
    if not before or not day or (event.kind == "intervention" and event.value is not None):
        return True  # A fine of the very same amount is the same fine told again.
    lasting = event.kind == "rating" or (event.kind == "intervention" and event.subtype not in MOMENTARY)
    if _days_between(before, day) > RESTATED_DAYS["lasting" if lasting else "momentary"]:
        return False
    return not any(_lifts(statement.evidence.status, statement.evidence.value, event)
                   for statement in history.about(event.org, event.kind, event.subtype, since=before, before=day))


def _lifts(status: str, value: object, event: Event) -> bool:
    if status in {"ended", "negated"}:
        return event.kind != "rating" or value == event.value
    return event.kind == "rating" and status == "current" and value != event.value


def _days_between(earlier: str, later: str) -> int:
    return (first_day(later) - first_day(earlier)).days


def _alert(history: History, event: Event, headline: str) -> Alert:
    over = _over(history, event)
    return Alert(
        id=identifier(NAME, event.id), rule=NAME, org=event.org, event_id=event.id, date=history.happened(event) or None,
        headline=f"{history.name(event.org)}: {headline}",
        evidence_ids=tuple(statement.evidence.id for statement in history.current(event)),
        independent_sources=event.independent_sources, ended_by=over.evidence.id if over else None,
        ended_on=over.published if over else None)


def _over(history: History, event: Event) -> Statement | None:
    """The first later statement that it is over."""
    if not lasts(event.kind, event.subtype):
        return None
    told = max((statement.published for statement in history.current(event)), default="")
    found = (statement for statement in history.about(event.org, event.kind, event.subtype, since="", before="9999")
             if says_over(statement.evidence, statement.published, value=event.value, happened=history.happened(event), told=told))
    return min(found, key=lambda statement: (statement.published, statement.evidence.id), default=None)


RULE = Rule(NAME, find)
