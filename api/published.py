"""What was published about an organisation's segment: sources that say the same of a period stand together."""

from __future__ import annotations

from corpora.official.agreement import PublishedSegment, published_segments

__all__ = ["PublishedSegment", "published_segments"]
