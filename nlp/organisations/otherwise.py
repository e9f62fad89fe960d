"""Abbreviations that stand for something else in a text ("lipid profile test (LPT)", "UHL plc"), or for whom it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nlp.organisations.entries import INSTITUTION
from nlp.organisations.words import words_of

BRACKETED = re.compile(r"\s\(([A-Z][A-Z&]{1,6})s?\)")
COMPANY = re.compile(r"(?<![\w&])([A-Z][A-Z&]{1,6})(?:\s+(?:plc|PLC|Ltd|Limited|Inc|LLP|GmbH|Holdings|Airlines?|Airways|Bank)\b|"
                     r",\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:airline|company|firm|bank|retailer|supplier|broadcaster|union)\b)")
SPELT = re.compile(
    r"(?<![\w&])([A-Z][A-Z&]{1,6})\s+(?:\w+\s+){0,2}?(?:abbreviat\w+\s+(?:for|of)|stands\s+for|short\s+for|means|meaning)\s")
LONG = 80
"""How many characters the words before a bracket may take."""
WORD = re.compile(r"[A-Za-z][\w’']*")
SMALL = frozenset("of and the for in on to a an".split())


def own_abbreviations(name: str) -> frozenset[str]:
    """What a trust may call itself in its own paper: SFT of "Somerset NHS Foundation Trust", with and without the N of NHS."""
    words = [word for word in WORD.findall(name) if word.lower() not in SMALL and word != "The"]
    spelt = "".join(word[0].upper() for word in words if word != "NHS")
    return frozenset(short for short in (spelt, "".join(word[0].upper() for word in words)) if len(short) > 2)


def otherwise_meant(text: str, taken: Iterable[tuple[int, int]]) -> frozenset[str]:
    """The abbreviations that a text says are something else's.

    Args:
        text: the document's.
        taken: where names of organisations stand in full: what stands in brackets after one of them may be its own.
    """
    spans = sorted(taken)
    return frozenset((*(found[1] for found in COMPANY.finditer(text)), *(found[1] for found in SPELT.finditer(text)),
                      *_spelt_out(text, spans)))


def _spelt_out(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    for found in BRACKETED.finditer(text):
        if any(start < found.start() + 1 and end > found.start() - LONG // 4 for start, end in spans):
            continue
        words = [word.group() for word in WORD.finditer(text, max(0, found.start() - LONG), found.start())]
        letters = [letter for letter in found[1].lower() if letter != "&"]
        for count in range(len(letters), min(len(words), 2 * len(letters)) + 1):
            long_form = words[-count:]
            if _initials(long_form) == letters and not (
                    any(word[0].isupper() for word in long_form) and INSTITUTION & set(words_of(" ".join(long_form)))):
                yield found[1]
                break


def _initials(words: list[str]) -> list[str]:
    return [word[0].lower() for word in words if word.lower() not in SMALL]
