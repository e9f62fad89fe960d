"""Segments in a text that never says the word: "A: 4 (RSP). B: 3. C: 3 (no change)", "with A in 3, B in 2 and C in 1"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.sheet import Name, Sheet

SPEAKS_OF_OVERSIGHT = re.compile(
    r"\bRSP\b|\brecovery\s+support|\bmandated\s+support|\bundertakings?\b|\bspecial\s+measures|\bcapability\b|\bno\s+(?:change"
    r"|movement)|"
    r"\bleague\s+tables?|\boversight\b|\bthe\s+regime\b|\bPIP\b|\bprovider\s+improvement\s+programme|\b(?:trio|neighbours)\b|"
    r"\blooked\s+at\s+again\b|\breviewed\b", re.IGNORECASE)
ANOTHER_SCALE = re.compile(
    r"\bnever|\bcomplaints?|\bincidents?|\brank|\bscores?\b|\btiers?\b|\bstars?\b|\brating|\bvacanc|\bbreach|\bdeaths?"
    r"|\bnumber\s+of|\bcount\b|\btotal|"
    r"\bcases\b|\bfalls\b|\binfections?\b|\blikelihood|\bconsequence|\brisk\s+score|\bwards?\b|\bbeds\b|\bOPEL|\bREAP|\bgoals?\b"
    r"|\bbeat\b|\bleague\s+(?:one|two)|"
    r"\bpoints\b|\blevel\s+\d|\bgrade|\bstage\s+\d|\bphase|\bconsultants?\b|\bposts?\b|\bhours?\b|\bMonitor\b|\bCoSRR"
    r"|\bcases?\b", re.IGNORECASE)
BESIDE = re.compile(
    r"(?:['’]s?)?(?:\s+(?:(?:NHS|foundation|university|hospitals?|teaching)\s+)*(?:trust|FT|ICB|ICS)s?\b)?"
    r"(?:\s*:\s*|\s*\|\s*|\s+\((?=[1-5]\))|"
    r"\s+(?:is\s+|still\s+|remains\s+)?(?:in|at)\s+)(?P<value>[1-5])(?![\d%]|[.,/:]\d|\s*(?:%|per\b|million|years?|months?|days?"
    r"|weeks?))"
    r"(?=\s*(?:[.,;)(|]|$|\n|and\b|to\s+[1-5]\b|→|->))", re.IGNORECASE)
FEWEST = 3


def implied(sheet: Sheet) -> bool:
    """Whether a text that does not say "segment" gives at least three organisations with a number from 1 to 5 each, and speaks of
    oversight and of no other measure."""
    if len(sheet.text) > 3000 or SPEAKS_OF_OVERSIGHT.search(sheet.text) is None or ANOTHER_SCALE.search(sheet.text):
        return False
    return len({name.code for name in _numbered(sheet)}) >= FEWEST


def _numbered(sheet: Sheet) -> Sequence[Name]:
    return [name for name in sheet.names if name.code and BESIDE.match(sheet.text, name.end)]
