"""Segments on cards, and under headings. Every statement about an organisation is invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

LEEDS, BRADFORD, BARTS = ("Leeds Teaching Hospitals NHS Trust", "Bradford Teaching Hospitals NHS Foundation Trust", "Barts Health NHS Trust")


def segments(read: Read, text: str) -> set[tuple[str | None, object]]:
    return {(fact.org, fact.value) for fact in read(text) if fact.kind == "segment"}


@pytest.mark.parametrize("text", [
    f"{LEEDS}\nSegment: 4\n{BRADFORD}\nSegment: 2\n{BARTS}\nSegment: 3",
    f"{LEEDS}\nRegion: North East and Yorkshire\nSegment: 4\n\n{BRADFORD}\nRegion: North East and Yorkshire\nSegment: 2\n\n"
    f"{BARTS}\nRegion: London\nSegment: 3",
    f"Trusts and where they stand\n\n{LEEDS}\nOversight segment 4\n\n{BRADFORD}\nOversight segment 2\n\n{BARTS}\nOversight segment 3",
    f"• {LEEDS}\nSOF segment: 4\n• {BRADFORD}\nSOF segment: 2\n• {BARTS}\nSOF segment: 3\n",
])
@pytest.mark.parametrize("reader", ["read", "read_together"])
def test_each_card_gives_its_own_trust_its_own_segment(text: str, reader: str, request: pytest.FixtureRequest) -> None:
    assert segments(request.getfixturevalue(reader), text) == {("RR8", 4), ("RAE", 2), ("R1H", 3)}


@pytest.mark.parametrize(("text", "expected"), [
    (f"Segment 4\n{LEEDS}\n{BARTS}\n\nSegment 2\n{BRADFORD}", {("RR8", 4), ("R1H", 4), ("RAE", 2)}),
    (f"Segment 4\n{LEEDS}\nSegment 2\n{BRADFORD}", {("RR8", 4), ("RAE", 2)}),
    (f"{BARTS}: board papers\nSegment 4\n{LEEDS}\nSegment 2\n{BRADFORD}", {("RR8", 4), ("RAE", 2)}),
])
@pytest.mark.parametrize("reader", ["read", "read_together"])
def test_lists_under_headings_are_no_cards(text: str, expected: set[tuple[str, int]], reader: str,
                                           request: pytest.FixtureRequest) -> None:
    assert segments(request.getfixturevalue(reader), text) == expected
