"""A county's name with "hospital trust" behind it. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read


@pytest.mark.parametrize("county", ["Norfolk", "Devon", "Essex", "Kent", "Lancashire", "Sussex"])
def test_a_county_with_several_hospital_trusts_stands_for_none_of_them(read: Read, county: str) -> None:
    assert {found.org for found in read(f"{county} hospital trust placed in special measures.")} <= {None}


@pytest.mark.parametrize(("sentence", "code"), [
    ("Norfolk hospital trust placed in special measures. The Queen Elizabeth Hospital King's Lynn was put into special measures on Monday.", "RCX"),
    ("Lancashire hospital trust rated inadequate. Inspectors visited Royal Preston Hospital.", "RXN"),
    ("Cornwall hospital trust rated inadequate.", "REF"),
    ("Gloucestershire hospitals trust put into special measures.", "RTE"),
    ("Bolton hospital trust put into special measures.", "RMC"),
    ("East Kent hospital trust rated inadequate.", "RVV"),
])
def test_a_trust_that_is_told_otherwise_or_is_the_only_one_is_linked(read: Read, sentence: str, code: str) -> None:
    assert {found.org for found in read(sentence)} == {code}
