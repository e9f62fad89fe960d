"""Whose papers: a page of one trust may list another's."""

from __future__ import annotations

import functools
import re

from corpora.organisations import Register, plain_words
from corpora.schema import OdsCode

NAMED = re.compile(
    r"((?:[A-Z][\w'’&.-]*,?\s+(?:(?:and|of|the|in|for|upon|on|&)\s+){0,2}){1,8})(?:NHS\s+(?:Foundation\s+)?Trust|NHSFT|NHS\s+FT)\b")
TOGETHER = re.compile(r"\b(?:in\s+common|joint|jointly|group\s+(?:trust\s+)?boards?|shared)\b", re.IGNORECASE)
NO_NAMES = frozenset("papers of and in for on minutes agenda board boards trust public meeting meetings pack our this".split())
TITLES = ("nhs foundation trust", "nhs trust", "foundation trust", "integrated care board")


@functools.cache
def register() -> Register:
    """The packaged register."""
    return Register.load()


def official_name(org: OdsCode | None, otherwise: str) -> str:
    """The name of an organisation as the register has it."""
    found = register().by_code.get(org or "")
    return found.name if found else otherwise


@functools.cache
def own_names(org: OdsCode) -> frozenset[str]:
    """What an organisation and those that it took over from are called, in plain words without ``NHS Trust``."""
    lineage = set(register().lineage(org))
    names = [alias.name for alias in register().aliases if alias.code in lineage]
    names += [register().by_code[code].name for code in lineage if code in register().by_code]
    return frozenset(short for name in names if (short := _short(name)))


def names_another(text: str, org: OdsCode | None) -> bool:
    """True where a text names another trust than this one, and not both together (boards in common)."""
    if org is None or org not in register().by_code or TOGETHER.search(text):
        return False
    for found in NAMED.finditer(text[:600]):
        name = _short(found.group(1))
        if not set(name.split()) <= NO_NAMES and not any(name == own or name.endswith(f" {own}") for own in own_names(org)):
            return True
    return False


def _short(name: str) -> str:
    words = " ".join(plain_words(name))
    for title in TITLES:
        words = words.removesuffix(f" {title}")
    return words.removeprefix("nhs ")
