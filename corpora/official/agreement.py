"""Several rows about one period: which agree and are one, which contradict each other, and which took another's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpora.official.known import KnownFrom, knowing
from corpora.official.releases import release_named
from corpora.schema import Record, Segment

STATED = ("league_table", "score", "rank", "financial_override", "in_deficit")
"""What one source may leave unsaid and another say: silence contradicts nobody."""


class PublishedSegment(Record):
    """A segment as published for a period, once for all the sources that agree about it."""

    segment: Segment
    """With the first of the sources; what that one leaves unsaid is taken from the others."""
    sources: tuple[str, ...]
    disputed: bool
    """Whether another source says something else of the same period; that stands beside it."""
    known_from: KnownFrom
    """From when on it was known, by the first of the sources that can be shown to have said it."""


def published_segments(segments: Sequence[Segment]) -> tuple[PublishedSegment, ...]:
    """The segments of one organisation, in the order given, with the rows of sources that agree about a period made one.

    Where sources disagree about a period, each view is there, and each is marked as disputed.
    """
    views = agreeing(segments)
    joined = [_joined(view) for view in views]
    known = dict(zip(segments, knowing(segments), strict=True))
    return tuple(
        PublishedSegment(segment=one, sources=tuple(dict.fromkeys(segment.source for segment in view)),
                         known_from=min((known[segment] for segment in view), key=lambda one: (one.method == "period end", one.on)),
                         disputed=any(_same_period(one, other) and not agree(one, other) for other in joined))
        for one, view in zip(joined, views, strict=True))


def agreeing(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Rows that say the same of a period together, in the order given."""
    views: list[list[Segment]] = []
    for segment in segments:
        found = next((view for view in views if all(agree(segment, other) for other in view)), None)
        if found is None:
            views.append([segment])
        else:
            found.append(segment)
    return views


def agree(one: Segment, other: Segment) -> bool:
    """Whether two rows are of one period and nothing that both state differs."""
    return (_same_period(one, other) and one.segment == other.segment
            and all(_fit(getattr(one, name), getattr(other, name)) for name in STATED))


def replaced(rows: Sequence[Segment]) -> set[int]:
    """The places of the rows that a later publication contradicts, so that they no longer stand.

    A later release of NHS England replaces what an earlier one said of the same period, whichever file it stands in. Any other
    source replaces only what it said itself, and only where both say when.
    """
    by_period: defaultdict[tuple[str, str], list[Segment]] = defaultdict(list)
    for row in rows:
        by_period[row.framework, row.period].append(row)
    return {place for place, row in enumerate(rows)
            if any(_same_period(row, other) and not agree(row, other) and _is_later(other, row)
                   for other in by_period[row.framework, row.period])}


def _is_later(one: Segment, other: Segment) -> bool:
    first, second = release_named(one.publication), release_named(other.publication)
    if first and second and first != second:
        return first > second
    if bool(first) != bool(second) or (not first and one.source != other.source):
        return False
    if not one.published_on or not other.published_on or one.published_on[:len(other.published_on)] == other.published_on:
        return False  # One day lies within the month that is all that is known of the other.
    return one.published_on > other.published_on


def _same_period(one: Segment, other: Segment) -> bool:
    return (one.framework, one.period) == (other.framework, other.period) and _fit(one.league_table, other.league_table)


def _fit(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return f"{one:.2f}" == f"{other:.2f}"  # Sources round: as far as it is shown it must agree.
    return one is None or other is None or one == other


def _joined(view: Sequence[Segment]) -> Segment:
    """The first row, with what it leaves unsaid taken from the others, as first published."""
    said = {name: next((getattr(segment, name) for segment in view if getattr(segment, name) is not None), None) for name in STATED}
    published = min((segment.published_on for segment in view if segment.published_on), default=None)
    return view[0].model_copy(update={**said, "published_on": published})
