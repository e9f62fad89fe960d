"""What stands between things that a sentence tells together: names, segments, what was rated. Patterns only.

They differ in what may come between: a list of names takes up articles and suffixes, one of ratings whole phrases ("services
for adults, and at"), so that what joins the one would part the other. All are matched against the whole gap, which is
hostile text and may be long: what could be read in two ways takes up white space for good (``++``).
"""

from __future__ import annotations

import re

NAMES_LISTED = re.compile(r"(?:\s++(?:Teaching|Acute|Trust|Hospitals?|Healthcare))?"
                          r"(?:\s*+\([^()]{1,12}\))?\s*+(?:[,;/&]|\band\b|\bor\b|\bnor\b|\bas well as\b|\balong with\b)?\s*+"
                          r"(?:and|or|nor|&)?\s*+(?:the|both|at|in|of)?\s*+(?:neighbouring)?\s*+(?:the)?\s*+", re.IGNORECASE)
"""Between names that are subjects together: ", ", " or ", " and at the neighbouring "."""
NAMES_IN_ORDER = re.compile(
    r"\s*+(?:,|;|&|/|and|as\s+well\s+as|plus)?\s*+(?:,\s*+)?(?:and\s+|the\s+|that\s+of\s+|[’']s?\s*+|both\s+)*"
    r"(?:\([^()]{1,30}\)\s*+)?(?:(?:NHS\s+)?(?:foundation\s+)?trusts?|ICB|ICS)?\s*+(?:\([^()]{1,30}\)\s*+)?(?:,|;|&|/|and)?\s*+"
    r"(?:the\s++)?", re.IGNORECASE)
"""Between names that segments are told of in the same order: "A’s and that of B"."""
SEGMENTS = re.compile(r"\s*(?:,|;|and|&|/|,\s*and)\s*(?:in\s+|segments?\s*|a\s+)*", re.IGNORECASE)
"""Between segments told together: "in 3, 4 and 4", "segment 2 and segment 3"."""
RATED = re.compile(r"""
    (?:\s+(?:services?|care|wards?|departments?|teams?|units?))?(?:\s+of\s+(?:its|the|their|our)\s+\w+)?\s*(?:\([^)]{0,40}\))?
    (?: (?:\s+(?:at|in|on)\s+[^,;.]{1,40})?\s*(?:,\s*(?:and|as\s+well\s+as)?|(?:and|&|/|plus)|as\s+well\s+as|along\s+with)
      | :?\s+(?:at|in|on|for) )
    \s+(?:(?:the|its|our|their|both|for|in|of|then)\s+)*
""", re.VERBOSE | re.IGNORECASE)
"""Between two things rated together: ", ", " and the ", " at " before a hospital."""
