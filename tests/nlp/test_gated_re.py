"""Gated patterns find what ``re`` finds, in scanned texts and in stretches of them. Texts are invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp import gated_re
from nlp.gated_re import HOT, GatedPattern, ScannedText, preceded, scanned, stretch
from nlp.hypothetical import DEFINED, GENERIC, INDEFINITE, SUPPOSED
from nlp.kinds.concern import COMPILED
from nlp.kinds.intervention.patterns import ANOTHER, SOMEONE_ELSE, THIRD_PARTY, UNSETTLED
from nlp.organisations.situation import ABROAD, OF_THE_NHS, OVERSEEN
from nlp.speakers import ACCORDING, SAID

COINED = (r"\b(?:warning\s+)?notices?\b", r"(?<=rated )good", r"good(?= care)", r"(?i:nhs) trust|\bICB\b", r"(?<!not )(?:was|were) fined",
          r"^the trust$", r"\d+ never events?", r"st mary['’]s", r"(?:a|an) \w+ review", r"(?<![\w£])\d{1,3} (?:beds|wards)")
PATTERNS = [gated_re.compile(pattern, flags) for pattern in COINED for flags in (0, re.IGNORECASE)] + [
    ABROAD, OF_THE_NHS, OVERSEEN, SUPPOSED, DEFINED, GENERIC, INDEFINITE, ACCORDING, SAID, THIRD_PARTY, SOMEONE_ELSE, ANOTHER, UNSETTLED,
    *(pattern for pattern, _ in COMPILED)]
WORDS = """the Trust was not rated good care NHS trust ICB warning notice notices fined were St Mary’s 12 3 £80 beds wards a critical
    review never events Scotland said according to board Monitor imagine if any deficit nurses shortage waiting-list ſ K İ – council
    a trust is defined as school""".split()


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Every pattern asked so often that it is gated, and the automaton built."""
    for pattern in PATTERNS:
        for _ in range(HOT):
            pattern.search("")
    gated_re.GATES._build()


def spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text, start, end)]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=14), st.sampled_from((" ", "\n", "")), st.data())
def test_what_is_found_is_what_re_finds(words: list[str], joint: str, data: st.DataObject) -> None:
    plain = joint.join(words)
    start, end = sorted((data.draw(st.integers(0, len(plain))), data.draw(st.integers(0, len(plain)))))
    text = scanned(plain)
    inner, from_, to = stretch(text, start, end), 0, len(plain)
    for pattern in PATTERNS:
        model = re.compile(pattern.pattern, pattern.flags)
        found, expected = pattern.search(text, start, end), model.search(plain, start, end)
        assert (found and found.span()) == (expected and expected.span())
        assert spans(pattern, text, start, end) == spans(model, plain, start, end)
        assert spans(pattern, inner, from_, to) == spans(model, plain[start:end], from_, to)
        assert pattern.findall(text) == model.findall(plain)


def test_a_pattern_is_not_searched_where_its_letters_do_not_stand() -> None:
    pattern = GatedPattern(r"\bcorrugated\s+iron\b", 0)
    for _ in range(HOT):
        pattern.search("")
    gated_re.GATES._build()
    text = scanned("A roof of corrugated iron. The other is of slate.")
    assert isinstance(text, ScannedText)
    assert pattern.number < text.known
    assert pattern.search(text)
    pattern.__dict__["compiled"] = None
    assert pattern.search(text, 26) is None
    assert pattern.search(stretch(text, 27, 49)) is None


@pytest.mark.parametrize("text", ["ſwab", "the \u212aing", "İstanbul"])
def test_a_text_whose_lower_case_misleads_is_left_as_it_is(text: str) -> None:
    assert not isinstance(scanned(text), ScannedText)


def test_a_text_that_was_scanned_after_its_title_is_found_with_it() -> None:
    whole = scanned("A title\nThe text.")
    text = stretch(whole, 8, len(whole))
    assert text == "The text."
    assert isinstance(preceded(text, "A title\n"), ScannedText)
    assert not isinstance(preceded(text, "Another title\n"), ScannedText)
    assert preceded("plain", "A title\n") == "A title\nplain"
