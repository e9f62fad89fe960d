"""Events: one happening told by several documents. All documents are invented."""

from __future__ import annotations

import pytest

from nlp.events import group_events
from tests.conftest import make_document, make_evidence


def claim(document_id: str, status: str = "current", **fields: object):  # type: ignore[no-untyped-def]
    return make_evidence(make_document("It is in segment 4.", document_id=document_id), "segment 4", status=status, **fields)


def test_two_reports_within_a_fortnight_are_one_event() -> None:
    events = group_events([(claim("a"), "2025-03-01"), (claim("b"), "2025-03-12")])
    assert [len(event.evidence_ids) for event in events] == [2]
    assert events[0].date == "2025-03-01"


@pytest.mark.parametrize(("first", "second"), [("2025-03-01", "2025-03-16"), ("2025-03-01", None), ("2024", "2025-03-01")])
def test_reports_far_apart_or_of_unknown_distance_are_two_events(first: str | None, second: str | None) -> None:
    assert len(group_events([(claim("a"), first), (claim("b"), second)])) == 2


def test_another_value_or_organisation_is_another_event() -> None:
    assert len(group_events([(claim("a"), "2025-03-01"), (claim("b", value=3), "2025-03-01"), (claim("c", org="RJ1"), "2025-03-01")])) == 3


@pytest.mark.parametrize("status", ["negated", "planned", "ended"])
def test_only_current_evidence_makes_an_event(status: str) -> None:
    assert group_events([(claim("a", status=status), "2025-03-01")]) == []


def test_the_claim_s_own_day_counts_before_the_publication_date() -> None:
    events = group_events([(claim("a", date="2025-01-05"), "2025-03-01"), (claim("b"), "2025-01-10")])
    assert len(events) == 1


def test_an_event_keeps_its_identity_when_later_reports_join_it() -> None:
    alone = group_events([(claim("a"), "2025-03-01")])
    joined = group_events([(claim("a"), "2025-03-01"), (claim("b"), "2025-03-05")])
    assert alone[0].id == joined[0].id


def told(document_id: str, quote: str, subtype: str = "warning_notice"):  # type: ignore[no-untyped-def]
    return make_evidence(make_document(quote, document_id=document_id), quote, kind="intervention", subtype=subtype, value=None)


def test_two_of_a_sort_within_a_fortnight_are_two_events_where_the_words_differ() -> None:
    emergency = told("a", "A warning notice was served about crowding in the emergency department.")
    echo = told("b", "The emergency department’s crowding led to a warning notice.")
    wards = told("c", "A warning notice tells it to improve its adolescent psychiatric wards.")
    events = group_events([(emergency, "2025-03-01"), (wards, "2025-03-01"), (echo, "2025-03-05")])
    assert sorted(event.evidence_ids for event in events) == sorted([(emergency.id, echo.id), (wards.id,)])
    assert len({event.id for event in events}) == 2


def test_what_holds_as_a_state_is_one_event_whatever_the_words() -> None:
    one = told("a", "It entered special measures over its surgery.", "special_measures")
    other = told("b", "Maternity brought it into special measures.", "special_measures")
    assert len(group_events([(one, "2025-03-01"), (other, "2025-03-03")])) == 1


def test_copies_of_one_text_are_one_source() -> None:
    pieces = [(claim("a"), "2025-03-01"), (claim("b"), "2025-03-02"), (claim("c"), "2025-03-03")]
    assert [event.independent_sources for event in group_events(pieces)] == [3]
    assert [event.independent_sources for event in group_events(pieces, {"a": "a", "b": "a"})] == [2]
