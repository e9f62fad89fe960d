"""Ratings by the Care Quality Commission: of the trust, its key questions, its services, its hospitals."""

from __future__ import annotations

import re

from nlp.kinds import Kind
from nlp.kinds.rating.grades import GRADES, ROUNDABOUT
from nlp.kinds.rating.pairing import find_ratings

WORDS = re.compile("|".join((*GRADES.values(), *ROUNDABOUT.values(), r"req(?:uires|\.)?\s+imp")), re.IGNORECASE)
LETTERS = re.compile(r"[IGOR](?<![^\s|].)I?(?=\s*(?:\||$)|\s{2})|RI(?<![\w&/-]..)(?![\w&/-])", re.MULTILINE)
"""Grades as letters, in the cells of a table or between words."""

KIND = Kind("rating", (WORDS, LETTERS), find_ratings)
