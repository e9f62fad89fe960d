"""What a name may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Strength = Literal["sure", "usual", "weak"]
"""``sure``: nothing else is called so; ``usual``: an organisation's own words, several of them; ``weak``: a place, a common
word, a short acronym, which stands for an organisation only where the text around it says so."""
Shape = Literal["name", "acronym", "site", "system", "place"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One organisation that a name may stand for."""

    code: str
    strength: Strength
    shape: Shape
    rank: int
    """How near the name is to the organisation: 0 its own name, 1 the start of it, 2 a later part, 3 a hospital, 4 a town."""
    sector: str
    since: str = ""
    until: str = ""
    commas: bool = False
    written: str = ""
    """As acronyms are written, since their capitals count."""
    article: bool = False
    """Said with an article: "the Lister", "the Marsden"."""
