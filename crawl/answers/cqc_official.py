"""The ratings of the Care Quality Commission's API as official facts, beside the document that says them in sentences."""

from __future__ import annotations

import datetime

from corpora.official.records import OfficialRating
from corpora.schema import OdsCode
from crawl.answers.cqc_ratings import Ratings

SOURCE = "Care Quality Commission, API"


def official_ratings(ratings: Ratings, *, org: OdsCode, location: str | None = None,
                     as_of: datetime.date) -> tuple[OfficialRating, ...]:
    """The dated ratings of a trust, or of one of its locations, as a whole; those of services are left out.

    What is marked as replaced counts only where what replaced it is there too, since nothing else says when it ended.

    Args:
        location: the location's id; without it the ratings are the trust's own.
        as_of: the day on which the register said so.
    """
    overall = [rating for rating in ratings.ratings if not rating.service and rating.published]
    newest = max((rating.published for rating in overall if rating.published), default="")
    return tuple(
        OfficialRating.model_validate({
            "org": org, "level": "location" if location else "trust", "location": location,
            "overall": rating.rating if rating.is_rated else "Not rated",
            **{question.lower().replace("-", "_"): answer for question, answer in rating.questions},
            "published_on": rating.published, "as_of": as_of.isoformat(), "source": SOURCE})
        for rating in overall if rating.current or rating.published != newest)
