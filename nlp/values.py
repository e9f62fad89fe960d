"""Numbers and sums of money in words and figures."""

from __future__ import annotations

import re

WORDS = {word: number for number, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])} | {"a": 1, "an": 1, "no": 0, "nil": 0, "none": 0, "single": 1, "both": 2, "dozen": 12}
NUMBER = re.compile(rf"\b(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(WORDS)})\b", re.IGNORECASE)


def number(words: str) -> int | None:
    """``"four"`` → 4, ``"1,200"`` → 1200, ``"a"`` → 1; None where it is no whole number."""
    words = words.strip().lower().replace(",", "")
    return int(words) if words.isdigit() else WORDS.get(words)
