"""Segments of several organisations: members told in later sentences, lists under headings, columns. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

A, B, C, D, E = "Barnsley Hospital", "Walsall Healthcare", "East Kent Hospitals", "Medway NHS Foundation Trust", "Nottingham University Hospitals"
CODES = {"a": "RFF", "b": "RBK", "c": "RVV", "d": "RPA", "e": "RX1"}
STATUSES = {"c": "current", "e": "ended", "p": "planned", "n": "negated"}

GROUPS = [
    # members told after their number
    (f"Six trusts are in segment 4. Two of them are {A} and {B}. The others include {C}.", "a4c b4c c4c"),
    (f"Ten providers sit in the lowest segment. Among them are {A} and {B}. Also there is {C}.", "a4c b4c c4c"),
    (f"Nine trusts have been placed in segment 4. One is {A}. Another is {B}.", "a4c b4c"),
    (f"Nine trusts were placed in segment 4. {A} is among them. So is {B}.", "a4c b4c"),
    (f"Nationally twelve trusts are in segment 1. {A} is one of them.", "a1c"),
    (f"Nine trusts are in segment 4. More than half of these run deficits. The remaining trusts are {A}, {B} and {C}.", "a4c b4c c4c"),
    (f"{A} is in segment 3. {B} joins it there.", "a3c b3c"),
    (f"{A} is in segment 3. {B}: likewise.", "a3c b3c"),
    # part of a list
    (f"{A} and {B} were reviewed. The former is in segment 2 and the latter in segment 3.", "a2c b3c"),
    (f"{A}, {B} and {C} were reviewed. {A} is in segment 2; the other two are in segment 3.", "a2c b3c c3c"),
    (f"{A}, {B} and {C} were reviewed. The first is in segment 2 and the other two in segment 3.", "a2c b3c c3c"),
    (f"{A} and {B} share a chair. The two trusts are in segment 3.", "a3c b3c"),
    # joined and inverted
    (f"{A} joins {B} in segment 4.", "a4c b4c"),
    (f"{A}, like {B}, is in segment 4.", "a4c b4c"),
    (f"In segment 4 is {A}, and in segment 3 are {B} and {C}.", "a4c b3c c3c"),
    (f"Segment 4 trusts such as {A} and {B} will get help.", "a4c b4c"),
    (f"{A} (segment 2) and {B} (segment 3) are to merge.", "a2c b3c"),
    (f"At {A}, {B} and {C} no segment has altered (2, 2 and 3).", "a2c b2c c3c"),
    # lines and columns
    (f"Trusts in segment 4 (SOF)\n\n{A} NHS Foundation Trust\n{B} NHS Trust", "a4c b4c"),
    (f"Segment four\n{A} NHS Foundation Trust\n\nSegment three\n{B} NHS Trust\n{D}", "a4c b3c d3c"),
    (f"SOF segment 4:\n{A} NHS Foundation Trust\n{B} NHS Trust", "a4c b4c"),
    (f"Segment 1 | Segment 2 | Segment 3\n{A} | {B} | {C}", "a1c b2c c3c"),
    (f"Segment 1 | Segment 2 | Segment 3\n{A} | {B} | {C}\n | {D} | {E}", "a1c b2c c3c d2c e3c"),
    # a text that implies it
    (f"Undertakings apart, there is no change. {A}: 3 (RSP). {B}: 2. {C}: 3.", "a3c b2c c3c"),
    (f"Mandated support is on offer to the region’s trusts, with {A} in 3, {B} in 2 and {C} in 4.", "a3c b2c c4c"),
    ("Capability and oversight, by trust\n\n"
     f"{A} | 4 | undertakings | red\n{B} | 3 | – | amber\n{C} | 2 | – | green", "a4c b3c c2c"),
]

ONE = [
    (f"{A} is rated 3 on the Single Oversight Framework.", "a3c"),
    (f"{A} scored 2 under the oversight framework.", "a2c"),
    (f"{A} has a Single Oversight Framework score of 2.", "a2c"),
    (f"{A}\n\nSOF seg: 3 (prev: 2)", "a3c a2e"),
    (f"{A}\n\nNOF seg 3 ↓ (2)", "a3c a2e"),
    (f"After three years in segment 4, {A} has moved to segment 3.", "a4e a3c"),
    (f"Having spent two years in segment 3, {A} was promoted to segment 2.", "a3e a2c"),
    (f"Following a year in segment 1, {A} has dropped to segment 2.", "a1e a2c"),
    (f"{A} tumbled from segment 1 to segment 4.", "a1e a4c"),
    (f"{A} will now move from segment 4 to segment 3.", "a4e a3c"),
    (f"With effect from today {A} moves from segment 3 to segment 2.", "a3e a2c"),
    (f"The board asked what this would do to {A}’s place in segment 1.", "a1c"),
    (f"{A} could do better, but now finds itself in segment 4.", "a4c"),
    (f"The region will look again at {A}’s segment, presently 3, in July.", "a3c"),
    (f"{A} is in segment 3. A move to segment 2 is likely.", "a3c a2p"),
    (f"{A} is in segment 3; it has applied for a move to segment 2.", "a3c a2p"),
    (f"{A} was a 2 under the old framework. It is in segment 3.", "a2e a3c"),
]

NOTHING = [
    f"{A} came close to segment 4.",
    f"Nine trusts are in segment 4. They want more money. {A} treats more patients than ever.",
    f"Nine trusts are in segment 4. The chair of {A} said that it was sad.",
    f"No trusts are in segment 4. They are grateful to {A}.",
    f"{A} ran a radio programme in four parts. Segment 3 is about moths.",
    f"{A}’s catering contract is split: segment 1 and segment 2 are out to tender.",
    f"Goals this season: {A} 3, {B} 2, {C} 1.",
    f"Never events: {A}: 3. {B}: 2. {C}: 1. No change in oversight.",
    f"Wards open: {A}: 3. {B}: 2. {C}: 1. No change.",
]


def facts(read: Read, text: str) -> set[tuple[str | None, object, str]]:
    return {(e.org, e.value, e.status) for e in read(text) if e.kind == "segment"}


@pytest.mark.parametrize(("text", "told"), GROUPS + ONE)
def test_each_organisation_has_its_segment(read: Read, text: str, told: str) -> None:
    assert facts(read, text) == {(CODES[org], int(value), STATUSES[status]) for org, value, status in told.split()}


@pytest.mark.parametrize("text", NOTHING)
def test_what_gives_nobody_a_segment(read: Read, text: str) -> None:
    assert facts(read, text) == set()


def test_organisations_taken_up_are_not_counted(read: Read) -> None:
    text = f"{A} and {B} share a chair. The two trusts are in segment 3."
    assert not [e for e in read(text) if e.kind == "segment_count"]


def test_a_title_opens_a_list(read: Read) -> None:
    evidence = read(f"As of this week: {A}; {B}; {C}.", title="Who is in segment 4")
    assert {(e.org, e.value) for e in evidence if e.kind == "segment"} == {("RFF", 4), ("RBK", 4), ("RVV", 4)}
