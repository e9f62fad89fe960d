"""Days at the ends of the calendar, and days that cannot be right, break nothing. Everything said here is invented."""

from __future__ import annotations

import pytest

from api.joining.chart import chart
from api.joining.official import later
from api.published import published_segments
from corpora.store import Store
from tests.api.writing import Told
from tests.joining.telling import TODAY, findings, official, tell


def test_the_calendar_ends_without_an_error() -> None:
    assert (later("9999-12-31", 5), later("0001-01-01", -5), later("2026-02-27", 3)) == ("9999-12-31", "0001-01-01", "2026-03-02")


@pytest.mark.parametrize(("valid_from", "valid_to"), [("0001-01-01", "9999-12-31"), ("9999-12-01", "9999-12-31"), ("2026", "2026")])
def test_a_segment_of_an_impossible_period_breaks_nothing(store: Store, valid_from: str, valid_to: str) -> None:
    official(store, "RX1", 2, valid_from=valid_from, valid_to=valid_to, published_on=None, period="odd")
    tell(store, Told("It is in segment 4.", "segment", "nof", value=4), published="2026-07-01")
    tell(store, Told("It is in segment 4.", "segment", "nof", value=4, date="9999"), published="2026-07-01")
    tell(store, Told("It reported 9.", "never_event", "unspecified", value=9, date="0001"), published="2026-07-01")
    findings(store)


def test_misdated_documents_are_not_of_the_last_year_and_do_not_empty_the_drawing(store: Store) -> None:
    official(store, "RX1", 2)
    tell(store, Told("It is in segment 4.", "segment", "nof", value=4), published="2999-07-01")
    assert findings(store) == ()
    segments = published_segments(store.segments(orgs=("RX1",)))
    drawn = chart(segments, store.evidence_by_month(orgs=("RX1",)), until=TODAY)
    assert drawn
    assert (drawn.last, [block.number for block in drawn.lanes[0].blocks], drawn.bars) == ("2026-03", ["2"], ())


def test_where_nothing_is_dated_nothing_is_drawn() -> None:
    assert chart((), {"": {"concern": 3}, "2026": {"rating": 1}}, until=TODAY) is None
