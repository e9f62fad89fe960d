"""Numbers and sums of money in words and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = ({word: value for value, word in enumerate(UNITS)} | {word: 10 * value for value, word in enumerate(TENS, start=2)}
         | {f"{ten}{join}{unit}": 10 * value + digit for value, ten in enumerate(TENS, start=2)
            for digit, unit in enumerate(UNITS[1:10], start=1) for join in ("-", " ", "")}
         | {"a": 1, "an": 1, "no": 0, "nil": 0, "none": 0, "single": 1, "both": 2, "dozen": 12, "hundred": 100,
            "pair": 2, "couple": 2, "a pair of": 2, "a pair": 2, "a couple of": 2, "a couple": 2, "a brace of": 2, "brace": 2,
            "a trio of": 3, "trio": 3, "a quartet of": 4, "a dozen": 12, "half a dozen": 6, "half-a-dozen": 6, "a half-dozen": 6,
            "half-dozen": 6, "two dozen": 24, "a score of": 20, "a hundred": 100, "a solitary": 1, "solitary": 1, "a single": 1,
            "a further": 1, "another": 1, "a lone": 1, "lone": 1, "once": 1, "twice": 2, "thrice": 3})
"""What each counting word or phrase is worth."""

ORDINALS = {word: value for value, word in enumerate(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
     "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"), start=1)}


def _any(words: object) -> str:
    """The longest first, spaces of any kind."""
    # The keys of mappings of several value types come in as one object.
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


NUMBER = re.compile(rf"(?<![\w£$€.,:/])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|{_any(WORDS)})(?![\w%]|[.,:/]\d)", re.IGNORECASE)
"""A whole number; no part of a decimal, a percentage, a date with strokes, a time or a sum of money."""

ORDINAL = re.compile(rf"\b(?:(?P<figures>\d{{1,3}})(?:st|nd|rd|th)|{_any(ORDINALS)})\b", re.IGNORECASE)

SCALE = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "million": 1_000_000,
         "bn": 1_000_000_000, "b": 1_000_000_000, "billion": 1_000_000_000}
AMOUNT_WORDS = (rf"(?:(?:{_any([*UNITS[1:], *TENS])})(?:[\s-]+(?:{_any(UNITS[1:10])}))?|half\s+a|quarter\s+of\s+a|"
                r"three[\s-]quarters\s+of\s+a|an?|\d{1,4}(?:\.\d{1,3})?)(?:[\s-]+and[\s-]+(?:a[\s-]+half|"
                r"a[\s-]+quarter))?(?:\s+(?:a[\s-]+)?hundred)?")
MONEY = re.compile(
    r"(?:£|\bGBP\s?)\s?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,3})?)"
    r"(?:[\s-]?(?P<scale>million|billion|thousand|mln|mn|bn|[mkb])(?![A-Za-z]))?"
    rf"|\b(?P<words>{AMOUNT_WORDS})[\s-]+(?P<word_scale>million|billion|thousand|hundred)(?:\s+and\s+(?P<half>a\s+half))?"
    r"[\s-]+pounds?\b", re.IGNORECASE)
"""A sum of money: "£1.6m", "£733,000", "£200k", "a million pounds", "half a million pounds"."""

FRACTIONS = {"half a": 0.5, "quarter of a": 0.25, "three-quarters of a": 0.75, "three quarters of a": 0.75}
RANGE = re.compile(rf"(?<![\w£])(?:(?:between|from)\s+)?(?P<low>\d{{1,6}}|{_any(WORDS)})\s*(?:-|–|—|to|and|or)\s*"
                   rf"(?P<high>\d{{1,6}}|{_any(WORDS)})(?![\w%]|[.,]\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a sum, and where it stands."""

    start: int
    end: int
    value: int


def number(words: str) -> int | None:
    """``"four"`` → 4, ``"1,200"`` → 1200, ``"a"`` → 1, ``"half a dozen"`` → 6; None where it is no whole number."""
    words = " ".join(words.strip().lower().split())
    figures = words.replace(",", "")
    if figures.isascii() and figures.isdigit():
        return int(figures) if len(figures) <= 12 else None
    return WORDS.get(words)


def ordinal(words: str) -> int | None:
    """``"third"`` → 3, ``"21st"`` → 21; None where it is no ordinal."""
    found = ORDINAL.fullmatch(words.strip())
    if found is None:
        return None
    return int(found["figures"]) if found["figures"] else ORDINALS[found.group().lower()]


def money(words: str) -> int | None:
    """``"£1.6m"`` → 1600000, ``"£733,000"`` → 733000, ``"a million pounds"`` → 1000000; None where it is no sum."""
    found = MONEY.fullmatch(words.strip())
    return None if found is None else _pounds(found)


def sums_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """All sums of money in ``text[start:end]``, in whole pounds."""
    for found in MONEY.finditer(text, start, len(text) if end is None else end):
        pounds = _pounds(found)
        if pounds is not None:
            yield Quantity(found.start(), found.end(), pounds)


def numbers_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """All whole numbers in ``text[start:end]``, in words or figures; "a" and "an" among them."""
    for found in NUMBER.finditer(text, start, len(text) if end is None else end):
        value = number(found.group())
        if value is not None:
            yield Quantity(found.start(), found.end(), value)


def number_range(words: str) -> tuple[int, int] | None:
    """``"two or three"`` → (2, 3), ``"between 4 and 6"`` → (4, 6); None where it is no range."""
    found = RANGE.fullmatch(words.strip())
    if found is None:
        return None
    low, high = number(found["low"]), number(found["high"])
    return (low, high) if low is not None and high is not None and low < high else None


def _pounds(found: re.Match[str]) -> int | None:
    if found["figure"]:
        scale = SCALE[found["scale"].lower()] if found["scale"] else 1
        return round(float(found["figure"].replace(",", "")) * scale)
    words = " ".join(found["words"].lower().split())
    hundred = words.endswith(" hundred")
    if hundred:
        words = words.removesuffix(" hundred").removesuffix(" a")
    base, extra = words, 0.5 if found["half"] else 0.0
    for tail, part in (("and a half", 0.5), ("and a quarter", 0.25)):
        if tail in words.replace("-", " "):
            base, extra = words[:len(words) - len(tail) - 1], part
    scale = {"hundred": 100}.get(found["word_scale"].lower()) or SCALE[found["word_scale"].lower()]
    value = FRACTIONS.get(base)
    if value is None:
        value = float(base) if re.fullmatch(r"\d+(?:\.\d+)?", base) else WORDS.get(base.replace("  ", " "))
    return None if value is None else round((value + extra) * (100 if hundred else 1) * scale)
