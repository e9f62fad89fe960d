"""Counts of organisations in a segment. All figures are invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

COUNTED = [
    ("The latest list shows that 60 out of 137 acute trusts were in segment 3.", {"60:3:acute"}),
    ("Of the 42 integrated care boards, three are in segment 4.", {"3:4:icb"}),
    ("There are 19 providers in segment 4 of the NHS Oversight Framework.", {"19:4:all"}),
    ("NHS England said that eighteen trusts were in segment 4.", {"18:4:trust"}),
    ("Some 58 acute trusts were in segment 3. A further 21 were in segment 4.", {"58:3:acute", "21:4:acute"}),
    ("Of 230 providers 32 are in segment 1, 109 in segment 2, 72 in segment 3 and 17 in segment 4.", {"32:1:all", "109:2:all", "72:3:all", "17:4:all"}),
    ("Two specialist trusts, six mental health trusts and three ambulance trusts were in segment 3.", {"2:3:specialist", "6:3:mental_health", "3:3:ambulance"}),
    ("Only one ICS has been assigned to segment 1.", {"1:1:icb"}),
    ("NHS trusts were segmented again: 12% (25) in segment 1, 41% (86) in segment 2.", {"25:1:trust", "86:2:trust"}),
    ("Segment 4 now holds 17 providers.", {"17:4:all"}),
    ("No ambulance trust is in segment 1.", {"0:1:ambulance"}),
    ("Community trusts: four in segment 1, six in segment 2.", {"4:1:community", "6:2:community"}),
    ("There were 22 organisations in segment 4 – eighteen trusts and four integrated care boards.", {"22:4:all", "18:4:trust", "4:4:icb"}),
    ("Twenty-six trusts are in segment 4 and eleven systems are.", {"26:4:trust", "11:4:icb"}),
    ("The 35 trusts in segment 1 will be asked to share what they know.", {"35:1:trust"}),
    ("In the bottom segment there are now no fewer than 30 trusts, NHS England’s list shows; 24 acute trusts are in the bottom segment.", {"24:4:acute"}),
]

NOT_COUNTED = [
    "Three of the five acute trusts in the West Midlands are in segment 4.",
    "Barnsley Hospital NHS Foundation Trust has been in segment 3 for two years.",
    "Barnsley Hospital NHS Foundation Trust moved from 3 to 2 in the segment list.",
    "Four trusts in segment 4 of the liver study were excluded.",
    "In 2023 the Trust was in segment 3.",
    "Mental health and community trusts taken together had thirteen in segment 4.",
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_a_count_is_filed_with_its_segment_and_group(read: Read, text: str, expected: set[str]) -> None:
    assert {e.value for e in read(text) if e.kind == "segment_count"} == expected


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_regions_mixed_groups_years_and_single_trusts_are_not_counted(read: Read, text: str) -> None:
    assert [e.value for e in read(text) if e.kind == "segment_count"] == []


def test_a_count_belongs_to_no_organisation(read: Read) -> None:
    found = [e for e in read("Barnsley Hospital NHS Foundation Trust is one of 19 trusts in segment 4.") if e.kind == "segment_count"]
    assert [(e.org, e.value) for e in found] == [(None, "19:4:trust")]
