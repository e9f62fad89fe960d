"""What was published about an organisation's segment: sources that say the same of a period stand together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from corpora.official import agreement
from corpora.official.agreement import PublishedSegment
from corpora.schema import Segment

__all__ = ["PublishedSegment", "published_segments"]

KEPT = 1024
"""Organisations: more than the register has. What is made of the same rows is the same, so that it is never out of date."""


def published_segments(segments: Sequence[Segment]) -> tuple[PublishedSegment, ...]:
    """``corpora.official.agreement.published_segments``, whose comparisons of every row with every other are done once."""
    return _published(tuple(segments))


@lru_cache(maxsize=KEPT)
def _published(segments: tuple[Segment, ...]) -> tuple[PublishedSegment, ...]:
    return agreement.published_segments(segments)
