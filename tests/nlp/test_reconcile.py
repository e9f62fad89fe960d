"""What several places in a document make of one intervention. All events here are invented; only the organisations are real."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read


def statuses(read: Read, text: str, subtype: str) -> list[str]:
    return sorted(evidence.status for evidence in read(text) if evidence.subtype == subtype)


@pytest.mark.parametrize("text", [
    "CQC served a warning notice on Mersey Care NHS Foundation Trust in May. The warning notice was lifted in August.",
    "Mersey Care NHS Foundation Trust had a section 29A notice from CQC in 2018. The notice was met in August.",
    "A warning notice on Mersey Care NHS Foundation Trust was closed in June. CQC issued the warning notice in March.",
])
def test_a_notice_served_and_then_lifted_has_ended(read: Read, text: str) -> None:
    assert statuses(read, text, "warning_notice") == ["ended"]


def test_a_notice_that_remains_beside_one_that_was_lifted_is_two_facts(read: Read) -> None:
    text = ("The warning notice on Mersey Care NHS Foundation Trust's wards was lifted in August. "
            "A second warning notice on Mersey Care NHS Foundation Trust remains in force.")
    assert statuses(read, text, "warning_notice") == ["current", "ended"]


def test_a_guilty_plea_is_told_by_its_fine(read: Read) -> None:
    text = ("Medway NHS Foundation Trust pleaded guilty to failing to provide safe care. "
            "Medway NHS Foundation Trust was fined £80,000 by magistrates.")
    values = [evidence.value for evidence in read(text) if evidence.subtype == "prosecution"]
    assert values == [80_000]


def test_two_organisations_keep_their_own_status(read: Read) -> None:
    text = ("Barts Health NHS Trust was placed in special measures in March 2015. "
            "Tameside Hospital NHS Foundation Trust left special measures in September 2015.")
    found = {(e.org, e.status) for e in read(text, published="2015-10-01") if e.subtype == "special_measures"}
    assert found == {("R1H", "current"), ("RMP", "ended")}
