"""A place's name with "hospital trust" behind it. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read


@pytest.mark.parametrize("county", ["Norfolk", "Devon", "Essex", "Kent", "Lancashire", "Sussex", "Bristol", "Birmingham"])
def test_a_place_with_several_hospital_trusts_stands_for_none_of_them(read_together: Read, county: str) -> None:
    for called in ("hospital trust", "hospitals trust", "NHS trust"):
        assert {found.org for found in read_together(f"{county} {called} placed in special measures.", published="2025-10-03")} <= {None}


@pytest.mark.parametrize(("sentence", "code"), [
    ("Norfolk hospital trust placed in special measures. The Queen Elizabeth Hospital King's Lynn was put into special measures on Monday.", "RCX"),
    ("Lancashire hospital trust rated inadequate. Inspectors visited Royal Preston Hospital.", "RXN"),
    ("Cornwall hospital trust rated inadequate.", "REF"),
    ("Gloucestershire hospitals trust put into special measures.", "RTE"),
    ("Bolton hospital trust put into special measures.", "RMC"),
    ("East Kent hospital trust rated inadequate.", "RVV"),
])
def test_a_trust_that_is_told_otherwise_or_is_the_only_one_is_linked(read_together: Read, sentence: str, code: str) -> None:
    assert {found.org for found in read_together(sentence)} == {code}
