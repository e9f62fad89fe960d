"""The groups of organisations that texts count, and the numbers that they count them by."""

from __future__ import annotations

import re

from nlp.values import NUMBER as ANY_NUMBER
from nlp.values import number

HEALTH = r"(?:care\s+|health\s+|healthcare\s+|hospital\s+|services?\s+)"
GROUPS = (
    ("", rf"(?:non-acute|mental\s+health\s+and\s+community|community\s+and\s+mental\s+health|"
         rf"acute\s+and\s+(?!specialist)\w+)\s+{HEALTH}*(?:trusts?|providers?)"),
    ("acute", rf"acutes\b|(?:acute(?:\s+and\s+specialist)?|(?:general\s+|district\s+)?hospital|"
              rf"acute\s+hospital)\s+{HEALTH}*(?:NHS\s+)?(?:foundation\s+)?(?:trusts?|providers?|hospitals?)"),
    ("mental_health", rf"mental[\s-]+health\s+(?:and\s+learning\s+disabilit\w+\s+)?{HEALTH}*(?:NHS\s+)?(?:trusts?|providers?)"),
    ("community", rf"community:|community\s+{HEALTH}*(?:trusts?|providers?)"),
    ("ambulance", r"ambulance:|ambulance\s+(?:services?\s+)?(?:trusts?|services?|providers?)"),
    ("specialist", r"specialist\s+(?:acute\s+|hospital\s+)?(?:trusts?|providers?|hospitals?)"),
    ("icb", r"integrated\s+care\s+(?:boards?|systems?)|ICBs?|ICSs?|STPs?|(?:health\s+)?systems?|local\s+systems?"),
    ("trust", r"(?:NHS\s+)?(?:foundation\s+)?trusts?(?:\s+of\s+(?:all|every|any)\s+(?:types?|kinds?))?|"
              r"trusts\s+and\s+foundation\s+trusts|FTs"),
    ("all", r"(?:NHS\s+)?providers?|(?:NHS\s+)?organi[sz]ations?|(?:NHS\s+)?bodies"),
)
GROUP = "|".join(f"(?P<g{index}>\\b(?:{pattern}))" for index, (_, pattern) in enumerate(GROUPS))
ANY_GROUP = "|".join(f"(?:{pattern})" for _, pattern in GROUPS)
GROUP_FINDER = re.compile(GROUP, re.IGNORECASE)
HUNDREDS = r"(?:\b(?:a|one|two)\s+hundred\s+and\s+[a-z]+(?:-[a-z]+)?\b)"
COUNT = rf"(?:{HUNDREDS}|{ANY_NUMBER.pattern}|\bnone\b|\bnobody\b|\bnot\s+one\b)"
MOST = 400
"""There have never been more organisations than this; 2023 is a year."""


def group_in(words: str) -> str | None:
    """The slug of the last group that some words name; empty for one that has none; None where no group is named."""
    found = list(GROUP_FINDER.finditer(words))
    if not found:
        return None
    return next(slug for index, (slug, _) in enumerate(GROUPS) if found[-1][f"g{index}"] is not None)


def counted(words: str) -> int | None:
    """The number that some words tell, hundreds in words included; None where it is none, or too many to be organisations."""
    words = " ".join(words.lower().split())
    if words in ("none", "nobody", "not one"):
        return 0
    hundreds, joined, rest = words.partition(" hundred and ")
    value = (100 * (number(hundreds) or 0) + (number(rest) or 0)) if joined else number(words)
    return value if value is not None and value <= MOST else None
