"""What people should know about an answer, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.official.as_known import KnownDecision, SegmentAsKnown
from corpora.official.days import last_day
from corpora.organisations import Organisation, Register
from corpora.schema import OdsCode, PartialDate

BOARDS_UNTIL = "2025-06-25"
"""The last day of the last framework that gave integrated care boards segments."""


def notes_on(answer: SegmentAsKnown, *, organisation: Organisation | None, lists: tuple[PartialDate, ...] = ()) -> Iterator[str]:
    """One sentence each.

    Args:
        lists: the days of the lists of the decision's framework that leave the organisation out.
    """
    by = f" by {answer.known_on}" if answer.known_on else ""
    if answer.standing == "none":
        yield f"No decision for {answer.valid_on or 'any day'} or before is known here to have been published{by}."
    if answer.standing == "earlier":
        yield (f"No decision for {answer.valid_on} is known here to have been published{by}; "
               f"the newest one before is for {answer.decisions[0].segment.period}.")
    if answer.disputed:
        yield "Sources contradict each other about this period; each is given."
    if answer.decisions and all(one.segment.segment is None for one in answer.decisions):
        yield "The sources at hand state no segment for this period."
    for one in answer.decisions:
        yield from _of_knowing(one)
        left_out = [day for day in lists if one.span.start < last_day(day) <= (one.span.end or "9999")
                    and last_day(day) <= last_day(answer.known_on or "9999")]
        if left_out and one.span.ended_by != "period":
            yield f"The list of {left_out[0]} leaves the organisation out; nothing says that the decision ended with it."
    if answer.later_versions:
        yield "What was published afterwards for the same period says something else."
    if answer.perhaps:
        yield "Something else may have been published or in force by then; its day is not known well enough to say."
    if answer.under_other_frameworks:
        yield "A decision under another framework is for the same day; numbers of two frameworks are not comparable."
    if organisation is None:
        return
    day = last_day(answer.valid_on) if answer.valid_on else None
    if organisation.closed and (day is None or day > organisation.closed):
        after = f"; {' and '.join(answer.successors)} followed" if answer.successors else ""
        yield f"{organisation.name} closed on {organisation.closed}{after}. Its decisions stand under its own code."
    if organisation.kind == "icb" and (day is None or day > BOARDS_UNTIL):
        yield "Integrated care boards have had no segments since 26 June 2025."
    if answer.name and answer.name != organisation.name:
        yield f"On that day it was called {answer.name}."
    for before in answer.predecessors:
        yield f"{before.name or before.org} ({before.org}) went before it; decisions about that one are given apart."


def name_on(register: Register, org: OdsCode, day: PartialDate | None) -> str | None:
    """What an organisation was called on a day; its present name where no change of name is dated."""
    found = register.by_code.get(org)
    if found is None:
        return None
    renamed = sorted((step.date, step.predecessor_name) for step in register.successions
                     if step.predecessor == step.successor == org and step.date and step.predecessor_name)
    return next((name for date, name in renamed if day and last_day(day) < date), found.name)


def _of_knowing(one: KnownDecision) -> Iterator[str]:
    known, period = one.known_from, one.segment.period
    if known.method == "release calendar":
        said = f"on {known.on}" if known.on == known.not_before else f"between {known.not_before} and {known.on}"
        yield f"{period} was published {said}, by a table of releases; the file does not say when."
    if known.method == "period end":
        yield (f"Nothing says when {period} was published; it cannot have been before {known.not_before}, "
               f"and is taken to have been by {known.on}.")
    if known.seen_in:
        yield f"What is given for {period} was taken from the release of {known.seen_in}; the first publication was not seen."
