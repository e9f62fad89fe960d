"""Ratings by the Care Quality Commission: of the trust, its key questions, its services, its hospitals."""

from __future__ import annotations

import re

from nlp.kinds import Kind
from nlp.kinds.rating.grades import GRADE
from nlp.kinds.rating.pairing import find_ratings

KIND = Kind("rating", re.compile(GRADE.pattern + r"|(?:^|\s{2,}|\|\s*)(?:I|G|O|RI)(?=\s{2,}|\s*\||$)", re.MULTILINE), find_ratings)
