"""The many ways in which English says that something is entered, left, threatened or denied, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.nlp.conftest import Read

SAID = Path(__file__).with_name("said_in_other_words.txt")
SLOT = re.compile(r"\{(?P<name>[A-Z]2?)(?::(?P<status>\w+):(?P<whom>[A-C]+))?\}")
ORGANISATIONS = {
    "A": ("Medway NHS Foundation Trust", "RPA"), "B": ("Wye Valley NHS Trust", "RLQ"), "C": ("Bolton NHS Foundation Trust", "RMC")}
TERMS = {
    "R": (("special measures", "special_measures"), ("financial special measures", "financial_special_measures"),
          ("the Recovery Support Programme", "recovery_support_programme")),
    "N": (("warning notice", "warning_notice"), ("requirement notice", "requirement_notice")),
    "C": (("enforcement undertakings", "enforcement_undertakings"), ("conditions on its registration", "urgent_conditions")),
    "V": (("independent review", "independent_review"),),
    "S": (("segment 3", "3"),), "S2": (("segment 2", "2"),), "G": (("good", "good"),), "G2": (("inadequate", "inadequate"),)}
Fact = tuple[str, str, str]
"""What, whose, status."""


def said() -> Iterator[str]:
    """The lines; those that begin with a question mark are not read yet."""
    yield from (line for line in SAID.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))


def filled(line: str) -> tuple[str, set[Fact]]:
    """A line with names and terms in its slots, and what it says."""
    facts: set[Fact] = set()

    def fill(slot: re.Match[str]) -> str:
        if slot["name"] in ORGANISATIONS:
            return ORGANISATIONS[slot["name"]][0]
        terms = TERMS[slot["name"]]
        words, what = terms[len(line) % len(terms)]
        facts.update((what, ORGANISATIONS[letter][1], slot["status"]) for letter in slot["whom"] or "")
        return words

    text = SLOT.sub(fill, line)
    return text[0].upper() + text[1:], facts


@pytest.mark.parametrize("line", [
    pytest.param(line.removeprefix("? "), id=line, marks=[pytest.mark.xfail(strict=True)] if line.startswith("? ") else [])
    for line in said()])
def test_what_is_said_in_other_words_is_read(read: Read, line: str) -> None:
    text, expected = filled(line)
    found = {(str(e.value) if e.kind in ("segment", "rating") else e.subtype, e.org, e.status)
             for e in read(text, published="2019-05-15", doc_type="news") if e.kind in ("intervention", "segment", "rating")}
    assert found == expected
