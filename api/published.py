"""What was published about an organisation's segment: sources that say the same of a period stand together."""

from __future__ import annotations

from collections.abc import Sequence

from api.answers import PublishedSegment
from corpora.schema import Segment

STATED = ("league_table", "score", "rank", "financial_override", "in_deficit")
"""What one source may leave unsaid and another say: silence contradicts nobody."""


def published_segments(segments: Sequence[Segment]) -> tuple[PublishedSegment, ...]:
    """The segments of one organisation, in the order given, with the rows of sources that agree about a period made one.

    Where sources disagree about a period, each view is there, and each is marked as disputed.
    """
    views: list[list[Segment]] = []
    for segment in segments:
        agreeing = next((view for view in views if all(_agree(segment, other) for other in view)), None)
        if agreeing is None:
            views.append([segment])
        else:
            agreeing.append(segment)
    joined = [_joined(view) for view in views]
    return tuple(
        PublishedSegment(segment=one, sources=tuple(dict.fromkeys(segment.source for segment in view)),
                         disputed=any(_same_period(one, other) and not _agree(one, other) for other in joined))
        for one, view in zip(joined, views, strict=True))


def _same_period(one: Segment, other: Segment) -> bool:
    return (one.framework, one.period) == (other.framework, other.period) and _fit(one.league_table, other.league_table)


def _agree(one: Segment, other: Segment) -> bool:
    return (_same_period(one, other) and one.segment == other.segment
            and all(_fit(getattr(one, name), getattr(other, name)) for name in STATED))


def _fit(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return f"{one:.2f}" == f"{other:.2f}"  # Sources round: as far as it is shown it must agree.
    return one is None or other is None or one == other


def _joined(view: Sequence[Segment]) -> Segment:
    """The first row, with what it leaves unsaid taken from the others, as first published."""
    said = {name: next((getattr(segment, name) for segment in view if getattr(segment, name) is not None), None) for name in STATED}
    published = min((segment.published_on for segment in view if segment.published_on), default=None)
    return view[0].model_copy(update={**said, "published_on": published})
