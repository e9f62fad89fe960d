"""Oversight segments: which organisation is, was or will be in which. All sentences are invented, whatever trust they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.kinds.segment import find_segments
from nlp.kinds.segment_count import find_segment_counts
from nlp.layout import lay_out
from nlp.sheet import Sheet
from tests.nlp.conftest import Read

TRUST = "Barnsley Hospital NHS Foundation Trust"
WALSALL = "Walsall Healthcare NHS Trust"
B, W = "RFF", "RBK"

PLACED = [
    # the number beside the word
    (f"{TRUST} is in segment 4.", {(B, 4, "current")}),
    (f"{TRUST} has been placed in segment 3 of the NHS Oversight Framework.", {(B, 3, "current")}),
    (f"{TRUST} was allocated to SOF 3.", {(B, 3, "current")}),
    (f"{TRUST} has been put into NOF4.", {(B, 4, "current")}),
    (f"{TRUST} sits in segment four.", {(B, 4, "current")}),
    (f"{TRUST} is in NOF segment two.", {(B, 2, "current")}),
    (f"{TRUST} remains in the fourth segment of the regulator’s framework.", {(B, 4, "current")}),
    (f"{TRUST} is in the 2nd segment of the oversight framework.", {(B, 2, "current")}),
    (f"{TRUST} has an oversight segmentation of 3.", {(B, 3, "current")}),
    (f"{TRUST}'s segment is 2.", {(B, 2, "current")}),
    (f"{TRUST}’s oversight segment (3) was confirmed this week.", {(B, 3, "current")}),
    (f"{TRUST}\n\nOversight\n\nNOF segment: 3", {(B, 3, "current")}),
    (f"{TRUST} stays in seg-\nment 3 of the framework.", {(B, 3, "current")}),
    # superlatives
    (f"NHS England has placed {TRUST} in the bottom segment.", {(B, 4, "current")}),
    (f"{TRUST} is in the lowest of the four segments.", {(B, 4, "current")}),
    (f"{TRUST} has been put in the top segment by NHS England.", {(B, 1, "current")}),
    # moves
    (f"{TRUST} has moved from segment 4 to segment 3.", {(B, 4, "ended"), (B, 3, "current")}),
    (f"{TRUST} has moved from segment 2 to 3.", {(B, 2, "ended"), (B, 3, "current")}),
    (f"{TRUST} has moved out of segment 4 and into segment 3.", {(B, 4, "ended"), (B, 3, "current")}),
    (f"{TRUST} was stepped down from segment 4 into segment 3 in May.", {(B, 4, "ended"), (B, 3, "current")}),
    (f"{TRUST} has left segment 4 for segment 3.", {(B, 4, "ended"), (B, 3, "current")}),
    (f"{TRUST}, 3 → 2 in the latest segmentation.", {(B, 3, "ended"), (B, 2, "current")}),
    (f"{TRUST} is now in segment 2, up from 3.", {(B, 3, "ended"), (B, 2, "current")}),
    (f"{TRUST} is in segment 3 (was 4).", {(B, 4, "ended"), (B, 3, "current")}),
    (f"{TRUST} dropped from segment 1 to segment 2.", {(B, 1, "ended"), (B, 2, "current")}),
    (f"{TRUST} will move from segment 3 to segment 4 on 1 July.", {(B, 3, "current"), (B, 4, "planned")}),
    (f"{TRUST} is to move from segment 2 to segment 1 in the autumn.", {(B, 2, "current"), (B, 1, "planned")}),
    (f"{TRUST} was a 2 and is now a 3 in the segment list.", {(B, 2, "ended"), (B, 3, "current")}),
    # several
    (f"{TRUST} and {WALSALL} are in segment 3.", {(B, 3, "current"), (W, 3, "current")}),
    (f"{TRUST} and {WALSALL} are in segments 3 and 4 respectively.", {(B, 3, "current"), (W, 4, "current")}),
    (f"Segment 2: {TRUST}; {WALSALL}.", {(B, 2, "current"), (W, 2, "current")}),
    (f"{TRUST} moved from segment 4 to 3, while {WALSALL} remained in 3.", {(B, 4, "ended"), (B, 3, "current"), (W, 3, "current")}),
    (f"{TRUST} is in segment 4 of the NHS Oversight Framework, along with {WALSALL}.", {(B, 4, "current"), (W, 4, "current")}),
    (f"{TRUST} is in segment 2. So is {WALSALL}.", {(B, 2, "current"), (W, 2, "current")}),
    (f"Oversight segments: {TRUST} (3), {WALSALL} (2).", {(B, 3, "current"), (W, 2, "current")}),
    # as board papers and the press put it
    (f"NHS England confirmed {TRUST}'s exit from NOF4 to NOF3.", {(B, 4, "ended"), (B, 3, "current")}),
    (f"{TRUST}\n\nSystem Oversight Framework (SOF) Rating – 3", {(B, 3, "current")}),
    (f"As a segment 4 organisation, {TRUST} receives mandated support.", {(B, 4, "current")}),
    (f"NHS England has moved {TRUST} to segment four from segment three.", {(B, 3, "ended"), (B, 4, "current")}),
    (f"{TRUST} has been rated as 'Segment 4', the lowest category.", {(B, 4, "current")}),
    (f"{TRUST} dropped two segments, from 1 to 3.", {(B, 1, "ended"), (B, 3, "current")}),
    (f"{TRUST}: Segment 3 (no change). {WALSALL}: Segment 2 (previously 3).", {(B, 3, "current"), (W, 2, "current"), (W, 3, "ended")}),
    (f"The following trusts are in segment 4:\n\n- {TRUST}\n- {WALSALL}", {(B, 4, "current"), (W, 4, "current")}),
    (f"Segment 4\n\n- {TRUST}\n\nSegment 3\n\n- {WALSALL}", {(B, 4, "current"), (W, 3, "current")}),
    (f"Trusts in segment 4: {TRUST} and {WALSALL}.", {(B, 4, "current"), (W, 4, "current")}),
    (f"{TRUST}\n\nMeasure | Jan | Feb | Mar\nSingle Oversight Framework - Segment | 2 | 2 | 3", {(B, 2, "ended"), (B, 3, "current")}),
    (f"Two trusts ({TRUST} and {WALSALL}) have been placed in segment 4.", {(B, 4, "current"), (W, 4, "current")}),
    (f"None of the trusts in the area is in segment 4, apart from {TRUST} and {WALSALL}.", {(B, 4, "current"), (W, 4, "current")}),
    # tables
    (f"Trust | Segment | CQC\n{TRUST} | 4 | Good\n{WALSALL} | 3 | Good", {(B, 4, "current"), (W, 3, "current")}),
    (f"Provider          Q1 segment    Q2 segment\n{TRUST}     3     2\n{WALSALL}       3     3",
     {(B, 3, "ended"), (B, 2, "current"), (W, 3, "current")}),
    (f"Trust | NOF segment | Previous segment\n{TRUST} | 3 | 4", {(B, 3, "current"), (B, 4, "ended")}),
]

NOTHING = [
    f"{TRUST}: the ECG showed ST segment 2 elevation.",
    f"At {TRUST} the tumour lay in segment 4 of the liver.",
    f"{TRUST} runs the podcast; segment 3 of the episode is about parking.",
    f"{TRUST} has been placed in tier 1 for elective recovery.",
    f"{TRUST} is in the lowest tier for cancer waits.",
    f"{TRUST} has a use of resources score of 3.",
    f"{TRUST} has a continuity of services risk rating of 4.",
    f"{TRUST} is at OPEL 4.",
    f"{TRUST} board. Segment 4 is for trusts that need intensive support.",
    f"{TRUST} board. Trusts in segment 4 must accept mandated support.",
    f"{TRUST} board. A trust may be placed in segment 3 where it is in breach of its licence.",
    f"{TRUST} board. There are five segments, from 1 to 5.",
    f"{TRUST} treated patients in age segment 3 of its population health model.",
    f"{TRUST} will be escalated to level 4 in Wales's terms.",
    f"{TRUST} board noted what segment 4 means for its neighbours.",
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_a_segment_is_filed_with_its_organisation_and_status(read: Read, text: str, expected: set[tuple[str, int, str]]) -> None:
    assert {(e.org, e.value, e.status) for e in read(text) if e.kind == "segment"} == expected


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_other_segments_are_not_filed(read: Read, text: str) -> None:
    assert [e for e in read(text) if e.kind == "segment"] == []


@pytest.mark.parametrize(("published", "name", "framework"), [
    ("2018-03-01", "", "sof"), ("2022-06-30", "", "sof"), ("2022-07-01", "", "nof"), ("2025-09-10", "", "nof"),
    ("2019-11-01", " of the NHS Oversight Framework", "sof"), (None, " of the NHS Oversight Framework", "nof"),
    (None, " of the Single Oversight Framework", "sof"), (None, "", "unspecified")])
def test_the_date_decides_the_framework_and_the_name_where_there_is_no_date(
        read: Read, published: str | None, name: str, framework: str) -> None:
    found = [e for e in read(f"{TRUST} is in segment 3{name}.", published=published) if e.kind == "segment"]
    assert [e.subtype for e in found] == [framework]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300).map(lambda words: words + " segment 4 → 3, SOF 2 (was 3)\nA | 3 | 4"))
def test_triggers_stand_where_they_say_in_any_text(text: str) -> None:
    sheet = Sheet(text=text, title="NHS England segmentation", published="2024-01-01", sentences=lay_out(text))
    for trigger in (*find_segments(sheet), *find_segment_counts(sheet)):
        assert 0 <= trigger.start < trigger.end <= len(text)
        assert text[trigger.start:trigger.end].strip()


@pytest.mark.parametrize("text", ["a " * 50_000, "4" * 100_000, "segment " * 12_000, "in 3 and " * 11_000, "from 2 to 3 " * 8_000, "| 3 " * 25_000])
def test_long_monotonous_text_is_read_in_good_time(text: str) -> None:
    sheet = Sheet(text="Segment 4. " + text, sentences=lay_out("Segment 4. " + text))
    list(find_segments(sheet))
    list(find_segment_counts(sheet))
