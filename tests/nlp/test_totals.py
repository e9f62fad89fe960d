"""A total of never events and its parts are one event. EVERYTHING SAID HERE ABOUT REAL ORGANISATIONS IS INVENTED."""

from __future__ import annotations

from random import Random

import pytest

from corpora.schema import Evidence
from nlp.events import group_events
from tests.conftest import make_document, make_evidence

WRONG_SITE, SWAB, IMPLANT, TOTAL = "wrong_site_surgery", "retained_foreign_object", "wrong_implant", "unspecified"
TWO = "The trust reported two never events in August 2026: one wrong site surgery and one retained swab."
Said = tuple[str, str, int | None, str | None]
"""Quote, subtype, value, date."""


def read(*said: Said, published: str = "2026-09-10", document_id: str = "a", between: str = " ", org: str = "RX1",
         confidence: float = 0.8) -> list[tuple[Evidence, str | None]]:
    """Evidence of an invented document whose sentences are these quotes."""
    document = make_document(between.join(dict.fromkeys(quote for quote, *_ in said)), document_id=document_id)
    return [(make_evidence(document, quote, kind="never_event", subtype=subtype, value=value, date=date, org=org,
                           confidence=confidence), published) for quote, subtype, value, date in said]


def together(pieces: list[tuple[Evidence, str | None]]) -> list[list[str]]:
    """The subtypes of the evidence behind each event, the event's own first."""
    subtypes = {evidence.id: evidence.subtype for evidence, _ in pieces}
    return sorted([event.subtype, *sorted(subtypes[id_] for id_ in event.evidence_ids[1:])] for event in group_events(pieces))


@pytest.mark.parametrize("said", [
    [(TWO, TOTAL, 2, "2026-08"), (TWO, WRONG_SITE, 1, "2026-08"), (TWO, SWAB, 1, "2026-08")],
    [(TWO, TOTAL, 2, "2026-08"), (TWO, WRONG_SITE, None, "2026-08-03"), (TWO, SWAB, 1, None)],
    [("It had two never events in August.", TOTAL, 2, "2026-08"), ("The first was a wrong site surgery.", WRONG_SITE, 1, None),
     ("Another was a retained swab.", SWAB, 1, None)],
    [("There was a wrong site surgery in August.", WRONG_SITE, 1, "2026-08"), ("There was a swab too.", SWAB, 1, None),
     ("That makes two never events.", TOTAL, 2, "2026-08")],
    [("It reported a further three never events: a wrong site surgery and swabs.", TOTAL, 3, None),
     ("It reported a further three never events: a wrong site surgery and swabs.", WRONG_SITE, 1, None),
     ("It reported a further three never events: a wrong site surgery and swabs.", SWAB, 2, None)],
])
def test_a_total_and_its_parts_are_one_event(said: list[Said]) -> None:
    pieces = read(*said)
    (event,) = group_events(pieces)
    total = next(evidence for evidence, _ in pieces if evidence.subtype == TOTAL)
    assert (event.subtype, event.value, event.evidence_ids[0]) == (TOTAL, total.value, total.id)
    assert sorted(event.evidence_ids) == sorted(evidence.id for evidence, _ in pieces)
    assert event.independent_sources == 1


def test_some_parts_of_a_total_are_part_of_its_event() -> None:
    said = "It had three never events, including two wrong site surgeries."
    assert together(read((said, TOTAL, 3, None), (said, WRONG_SITE, 2, None))) == [[TOTAL, WRONG_SITE]]


@pytest.mark.parametrize("said", [
    [("It had three never events in 2025.", TOTAL, 3, "2025"), ("In 2024 there was a wrong site surgery.", WRONG_SITE, 1, "2024")],
    [("It had two never events in 2019.", TOTAL, 2, "2019"), ("A wrong site surgery was told this month.", WRONG_SITE, 1, None)],
    [("It had two never events.", TOTAL, 2, None), ("In 2019 there was a wrong site surgery.", WRONG_SITE, 1, "2019")],
    [("Two in July and one wrong site surgery in August.", TOTAL, 2, "2026-07"),
     ("Two in July and one wrong site surgery in August.", WRONG_SITE, 1, "2026-08")],
    [("It had two never events, and three wrong site surgeries.", TOTAL, 2, None),
     ("It had two never events, and three wrong site surgeries.", WRONG_SITE, 3, None)],
    [("One never event was told in July.", TOTAL, 1, "2026"), ("Another, a wrong site surgery, came later.", WRONG_SITE, 1, None)],
    [("A wrong site surgery was reported.", WRONG_SITE, 1, None), ("Two further never events followed.", TOTAL, 2, None)],
    [("Three never events and a further wrong site surgery.", TOTAL, 3, None),
     ("Three never events and a further wrong site surgery.", WRONG_SITE, 1, None)],
    [("Never events were reported, a wrong site surgery.", TOTAL, None, None),
     ("Never events were reported, a wrong site surgery.", WRONG_SITE, 1, None)],
])
def test_what_is_no_part_of_a_total_stays_an_event_of_its_own(said: list[Said]) -> None:
    assert together(read(*said)) == [[TOTAL], [WRONG_SITE]]


def test_parts_that_exceed_their_total_all_stay_events_of_their_own() -> None:
    said = "It had three never events, two wrong site surgeries and two swabs."
    assert together(read((said, TOTAL, 3, None), (said, WRONG_SITE, 2, None), (said, SWAB, 2, None))) == [[SWAB], [TOTAL], [WRONG_SITE]]


def test_a_sentence_that_tells_more_than_is_left_of_the_total_stays_apart() -> None:
    third = "A wrong implant was found as well."
    pieces = read((TWO, TOTAL, 2, "2026-08"), (TWO, WRONG_SITE, 1, "2026-08"), (TWO, SWAB, 1, "2026-08"), (third, IMPLANT, 1, None))
    assert together(pieces) == [[TOTAL, SWAB, WRONG_SITE], [IMPLANT]]


def test_another_organisation_s_part_in_the_same_sentence_is_an_event_of_its_own() -> None:
    pieces = [*read((TWO, TOTAL, 2, None)), *read((TWO, WRONG_SITE, 1, None), org="R1H")]
    assert together(pieces) == [[TOTAL], [WRONG_SITE]]


def test_another_paragraph_and_another_document_have_no_parts_of_a_total() -> None:
    apart: list[Said] = [("It had two never events.", TOTAL, 2, None), ("There was a wrong site surgery.", WRONG_SITE, 1, None)]
    assert together(read(*apart)) == [[TOTAL, WRONG_SITE]]
    assert together(read(*apart, between="\n\n")) == [[TOTAL], [WRONG_SITE]]
    assert together([*read(apart[0]), *read(apart[1], document_id="b")]) == [[TOTAL], [WRONG_SITE]]


def test_an_unsure_total_hides_no_part() -> None:
    unsure = read((TWO, TOTAL, 2, None), confidence=0.41)
    assert together([*unsure, *read((TWO, WRONG_SITE, 1, None))]) == [[TOTAL], [WRONG_SITE]]


def test_of_two_totals_in_a_sentence_the_smaller_that_holds_the_parts_takes_them() -> None:
    said = "Two never events in August, which makes five: one wrong site surgery and one swab."
    pieces = read((said, TOTAL, 5, None), (said, TOTAL, 2, None), (said, WRONG_SITE, 1, None), (said, SWAB, 1, None))
    assert {event.value: len(event.evidence_ids) for event in group_events(pieces)} == {5: 1, 2: 3}


def test_totals_of_two_documents_are_one_event_with_the_parts_that_either_tells_whatever_the_order() -> None:
    pieces = [*read((TWO, TOTAL, 2, None), (TWO, WRONG_SITE, 1, None), (TWO, SWAB, 1, None)),
              *read(("Two never events were declared.", TOTAL, 2, None), document_id="b", published="2026-09-12"),
              *read(("It had a swab left in.", SWAB, 1, None), document_id="c", published="2026-09-13")]
    first = group_events(pieces)
    assert [(event.subtype, len(event.evidence_ids), event.independent_sources) for event in first] == [(SWAB, 1, 1), (TOTAL, 4, 2)]
    for seed in range(20):
        Random(seed).shuffle(pieces)
        assert group_events(pieces) == first


def test_an_event_keeps_its_identity_when_parts_join_it() -> None:
    (alone,), (joined,) = group_events(read((TWO, TOTAL, 2, None))), group_events(read((TWO, TOTAL, 2, None), (TWO, SWAB, 1, None)))
    assert alone.id == joined.id
