"""Whether a stored page can be about the NHS at all, told from its raw bytes: most of a news archive is not, and is not extracted.

It is a sieve and no judgement: a page passes that names the NHS, a hospital, the CQC or a trust anywhere, be it in its menu.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from corpora.organisations import Register

WHOLE_WORDS = ("nhs", "nhse", "nhsi", "cqc", "hssib", "hsib")
BEGINNINGS = ("hospital", "care quality commission", "integrated care board", "foundation trust", "ambulance service",
              "ambulance trust", "mental health trust", "healthwatch", "health secretary", "maternity")
SHORTEST_NAME = 8
"""Shorter names of trusts (Barts, UHB) are letters that stand for much else."""
LANGUAGE = re.compile(rb"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?\s*([A-Za-z]{2,3})\b", re.IGNORECASE)
LANGUAGES_READ = frozenset({b"en", b"eng", b"cy"})
"""English, and Welsh, which pages of both sides of the border state beside it."""
LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789")
LONGEST_WORD = 120


class Words(NamedTuple):
    """The words that are looked for, in small letters."""

    automaton: BytesAhoCorasick
    whole: tuple[bool, ...]
    """For each word whether it must end where it ends: ``nhs`` must, ``hospital`` need not."""


@functools.cache
def words() -> Words:
    """The words above and the names of trusts and ICBs that mean nobody else."""
    register = Register.load()
    names = {organisation.name for organisation in register} | {alias.name for alias in register.aliases if not alias.ambiguous}
    whole = sorted({*WHOLE_WORDS, *(name.lower() for name in names if SHORTEST_NAME <= len(name) <= LONGEST_WORD)})
    patterns = [word.encode() for word in (*whole, *BEGINNINGS)]
    return Words(BytesAhoCorasick(patterns), (True,) * len(whole) + (False,) * len(BEGINNINGS))


def names_the_nhs(data: bytes) -> bool:
    """Whether one of the words stands in some bytes of UTF-8 or of an encoding of Western Europe."""
    automaton, whole = words()
    data = data.lower()
    for word, start, end in automaton.find_matches_as_indexes(data, overlapping=True):
        if (start and data[start - 1] in LETTERS) or (whole[word] and end < len(data) and data[end] in LETTERS):
            continue
        return True
    return False


def in_another_language(head: bytes) -> bool:
    """Whether the beginning of an HTML page states a language that is not read."""
    stated = LANGUAGE.search(head)
    return stated is not None and stated.group(1).lower() not in LANGUAGES_READ
