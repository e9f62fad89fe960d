"""The segment of an organisation on one day, as it was known on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from corpora.official.agreement import agree, agreeing, replaced
from corpora.official.days import first_day, last_day
from corpora.official.frameworks import framework_in_force
from corpora.official.known import KnownFrom as KnownFrom
from corpora.official.known import knowing as knowing
from corpora.official.validity import Span, span_of
from corpora.schema import OdsCode, PartialDate, Record, Segment

Standing = Literal["in force", "earlier", "newest", "none"]


class KnownDecision(Record):
    """A decision with the days that it holds for and the day from which it was known."""

    segment: Segment
    """As the first of its sources says it."""
    sources: tuple[str, ...]
    span: Span
    known_from: KnownFrom


class OneAsKnown(Record):
    """What was decided about one organisation for one day, as known on another; those it took over from left out."""

    org: OdsCode
    name: str | None = None
    """What it was called on the day asked about, where the register knows."""
    valid_on: PartialDate | None
    """The day asked about; None asks for the newest decision."""
    known_on: PartialDate | None
    """What was published after this day is left out; None leaves nothing out."""
    standing: Standing
    """``in force``: decided for that day; ``earlier``: no decision for that day was known, this is the newest one before;
    ``newest``: no day was asked about, and this is the newest known; ``none``: no decision for that day or before was known."""
    decisions: tuple[KnownDecision, ...] = ()
    """One; several where sources contradict each other."""
    disputed: bool = False
    under_other_frameworks: tuple[KnownDecision, ...] = ()
    """What holds for the same day under another framework, in order of time. Numbers of two frameworks are not comparable."""
    perhaps: tuple[KnownDecision, ...] = ()
    """What may have been published by then, or may have begun by then: not certain, and not counted."""
    earlier_versions: tuple[KnownDecision, ...] = ()
    """What had been published for the same period and was corrected by then."""
    later_versions: tuple[KnownDecision, ...] = ()
    """What was published for the same period only afterwards and says something else."""
    successors: tuple[OdsCode, ...] = ()
    notes: tuple[str, ...] = ()
    """For people."""


class SegmentAsKnown(OneAsKnown):
    """The answer to: in which segment was an organisation on one day, as known on another?"""

    predecessors: tuple[OneAsKnown, ...] = ()
    """The decisions about organisations that this one took over from: theirs, under their own codes."""


def as_known(rows: Sequence[Segment], *, org: OdsCode, valid_on: PartialDate | None = None, known_on: PartialDate | None = None,
             closed: PartialDate | None = None) -> OneAsKnown:
    """What is to be answered from all that is stored about one organisation.

    Args:
        rows: every publication about it.
        valid_on: the day asked about, by its end where it is known in part; None for the newest.
        known_on: the day until which publications count, by its end; None for all.
        closed: the organisation's last day.
    """
    asked, until = (last_day(day) if day else "9999-12-31" for day in (valid_on, known_on))
    told = list(zip(rows, knowing(rows), strict=True))
    certain = [(row, known) for row, known in told if known.on <= until]
    gone = replaced([row for row, _ in certain])
    standing = [pair for place, pair in enumerate(certain) if place not in gone]
    standing_rows = {row for row, _ in standing}
    spans = _spans([row for row, _ in standing], closed)
    known = [_decision([pair], span) for pair, span in zip(standing, spans, strict=True)]
    begun = [one for one in known if one.span.start <= asked]
    holding = [one for one in begun if one.span.holds_on(asked)] if valid_on else []
    chosen = _of_the_framework_in_force(holding, asked) if holding else _newest(begun)
    given = _one_a_view(chosen)
    period = {(one.segment.framework, one.segment.period) for one in chosen}

    def versions(pairs: Sequence[tuple[Segment, KnownFrom]]) -> tuple[KnownDecision, ...]:
        """Of the same period, and saying something else than is answered."""
        return _one_a_view([_decision([pair], span_of(pair[0], [pair[0]], closed=closed)) for pair in pairs
                            if (pair[0].framework, pair[0].period) in period
                            and not any(agree(pair[0], one.segment) for one in chosen)])

    doubtful = [(row, found) for row, found in told if found.not_before <= until and first_day(row.valid_from) <= asked
                and (found.on > until or last_day(row.valid_from) > asked)
                and (found.on > until or row in standing_rows)
                and not any(agree(row, one.segment) for one in chosen)
                and not any(last_day(row.valid_from) < one.span.start for one in chosen)]
    others = [one for one in holding if one.segment.framework not in {each.segment.framework for each in chosen}]
    return OneAsKnown(
        org=org, valid_on=valid_on, known_on=known_on,
        standing="none" if not chosen else "newest" if valid_on is None else "in force" if holding else "earlier",
        decisions=given, disputed=len(given) > 1,
        under_other_frameworks=tuple(sorted(_one_a_view(others), key=lambda one: one.span.start)),
        perhaps=_one_a_view([_decision([pair], span_of(pair[0], [pair[0]], closed=closed)) for pair in doubtful]),
        earlier_versions=versions([pair for place, pair in enumerate(certain) if place in gone]),
        later_versions=versions([pair for pair in told if pair[1].on > until and pair[1].not_before > until]))


def rows_known(rows: Sequence[Segment], *, known_on: PartialDate | None) -> list[Segment]:
    """Of all that is stored about one organisation, what was known by a day and not corrected by then."""
    until = last_day(known_on) if known_on else "9999-12-31"
    certain = [row for row, known in zip(rows, knowing(rows), strict=True) if known.on <= until]
    gone = replaced(certain)
    return [row for place, row in enumerate(certain) if place not in gone]


def decisions_of_period(rows: Sequence[Segment], *, known_on: PartialDate | None) -> tuple[KnownDecision, ...]:
    """What was known by a day of one organisation in one period; several where sources contradict each other.

    Args:
        rows: every publication about that organisation and period.
    """
    until = last_day(known_on) if known_on else "9999-12-31"
    certain = [(row, known) for row, known in zip(rows, knowing(rows), strict=True) if known.on <= until]
    gone = replaced([row for row, _ in certain])
    found = [_decision([pair], span_of(pair[0], [pair[0]])) for place, pair in enumerate(certain) if place not in gone]
    return _one_a_view([one for one in found if one.segment.segment is not None] or found)


def _spans(rows: Sequence[Segment], closed: PartialDate | None) -> list[Span]:
    return [span_of(row, rows, closed=closed) for row in rows]


def _of_the_framework_in_force(holding: Sequence[KnownDecision], day: str) -> list[KnownDecision]:
    """Of what holds on a day, that of the framework in force then; else of the one that began last."""
    framework = framework_in_force(day)
    fitting = [one for one in holding if framework and one.segment.framework == framework.name]
    return _newest(fitting or holding)


def _newest(decisions: Sequence[KnownDecision]) -> list[KnownDecision]:
    """Those of the newest period; of these the ones with a segment, where any has one."""
    if not decisions:
        return []
    newest = max(decisions, key=lambda one: (one.span.start, one.segment.segment is not None)).segment
    found = [one for one in decisions if one.segment.framework == newest.framework
             and (one.segment.period == newest.period or one.span.start == last_day(newest.valid_from))]
    return [one for one in found if one.segment.segment is not None] or found


def _decision(pairs: Sequence[tuple[Segment, KnownFrom]], span: Span) -> KnownDecision:
    row, known = min(pairs, key=lambda pair: pair[1].on)
    return KnownDecision(segment=row, sources=tuple(dict.fromkeys(row.source for row, _ in pairs)), span=span, known_from=known)


def _one_a_view(decisions: Sequence[KnownDecision]) -> tuple[KnownDecision, ...]:
    """Those that agree as one, known from when the first of them was."""
    of_row = {id(row): place for place, view in enumerate(agreeing([one.segment for one in decisions])) for row in view}
    by_row: defaultdict[int, list[KnownDecision]] = defaultdict(list)
    for one in decisions:
        by_row[of_row[id(one.segment)]].append(one)
    joined = []
    for place in sorted(by_row):
        view = sorted(by_row[place], key=lambda one: (one.known_from.on, one.segment.source))
        sources = tuple(dict.fromkeys(source for one in view for source in one.sources))
        said = {name: next((value for one in view if (value := getattr(one.segment, name)) is not None), None)
                for name in ("league_table", "score", "rank", "financial_override", "in_deficit")}
        joined.append(view[0].model_copy(update={"sources": sources, "segment": view[0].segment.model_copy(update=said)}))
    return tuple(joined)
