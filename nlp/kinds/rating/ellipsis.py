"""Grades that are not said again: "so is caring", "as was surgery", "well-led too", "each given the same rating"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.sheet import Sentence, Sheet

AUXILIARY = r"(?:is|are|was|were|has|have|had|did|does|do)"
OF = r"(?P<of>[^.;–—()]{2,140}?)"
END = r"(?=\s*(?:[.;–—()]|$|\n\n|,\s+(?:but|while|whereas|although|though|which|who|where|with|the\s+(?:latter|last))\b))"
SHORT = r"(?P<of>[^.;:–—()]{2,90}?)"
SAME = (r"(?:too|as\s+well|likewise|similarly|ditto|(?:was\s+|were\s+|is\s+|are\s+|gets?\s+|got\s+)?"
        r"(?:exactly\s+|much\s+)?the\s+same)")
STAYS = r"(?<!\bstay)(?<!stays)(?<!stayed)(?<!remain)(?<!remains)(?<!remained)(?<!keeps)(?<!kept)(?<!still)"
"""What stays the same is as it was, and not as what was told before it."""
WITH_IT = (r"(?:went|goes|go|going|came|come|moved|rose|fell|dropped|followed|follows|done|did|do)\s+"
           r"(?:with\s+it|suit|likewise|the\s+same(?:\s+way)?|(?:up|down)\s+with\s+it)")
ALSO = r"(?:(?:also|too|then|duly|both|all|each|has|have|had|since)\s+)*"
SAME_GRADE = (r"(?:the|an?)\s+(?:same|identical|similar|like)\s+(?:\w+\s+)?"
              r"(?:rating|grade|mark|verdict|level|score|judgement|conclusion|label)s?")
AFTER = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"(?:[,;–—(]|\.|\band|\bbut)\s*(?:and\s+)?so,?\s+(?:too,?\s+)?{AUXILIARY}\s+{OF}{END}",
    rf"(?:,|\band|\bjust)\s+as\s+{AUXILIARY}\s+{OF}{END}",
    rf"(?:,|;|\band)\s+(?:and\s+)?{SHORT}{STAYS}\s+{SAME}(?=\s*(?:[,.;–—()]|$|\sand\b))",
    rf"(?:,|;|\band|–)\s+(?:and\s+)?(?:likewise|similarly|ditto|the\s+same\s+(?:for|of|goes\s+for|is\s+true\s+of))\s+{OF}{END}",
    rf"(?:,|;|\band|–)\s+(?:and\s+)?{SHORT}\s+{ALSO}{WITH_IT}",
    rf"(?:,|;|\band|\bwith)\s+(?:and\s+)?(?:it\s+)?{SHORT}\s*(?:\w+\s+){{0,4}}{SAME_GRADE}(?P<tail>\s+(?:overall"
    rf"|for\s+[^.;,]{{2,60}}))?",
    r"(?:[,–—]|\band)\s+(?:and\s+)?(?P<of>(?:for|on|in)\s+[^.;–—()]{2,80}?)\s+(?:also|too|as\s+well)(?=\s*(?:[,.;–—()]|$))",
    rf"(?:[,–—]|\band)\s+(?:and,?\s+)?(?:in\s+particular|also|not\s+least|likewise|moreover|again|most\s+of\s+all|above\s+all"
    rf"|both),?\s+"
    rf"(?P<of>(?:for|on|in)\s+(?:whether|how|being|its|the)?\b[^.;–—()]{{2,80}}?){END}",
))
"""What follows a grade in its sentence; ``of`` is what has it as well."""
NEXT = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"\W*(?:and\s+|but\s+)?so,?\s+(?:too,?\s+)?{AUXILIARY}\s+{OF}{END}",
    rf"\W*(?:and\s+)?{SHORT}{STAYS},?\s+{SAME}\W*$",
    rf"\W*(?:and\s+)?{SHORT}\s+(?:is|are|was|were|remains?|stays?)\s+so\s+too\b",
    rf"\W*(?:likewise|similarly|ditto|same\s+(?:again\s+)?for|the\s+same\s+(?:goes\s+for|is\s+true\s+(?:of|for)|applies\s+to"
    rf"|went\s+for|was\s+true\s+of))\s+"
    rf"{OF}{END}",
    rf"\W*(?:and\s+)?{SHORT}\s+{ALSO}{WITH_IT}",
    rf"\W*(?:and\s+)?{SHORT}\s+(?:\w+\s+){{0,4}}{SAME_GRADE}(?P<tail>\s+(?:overall|for\s+[^.;,]{{2,60}}))?",
))
"""A sentence that says the same of something else as the one before it did."""
REACH = 260


@dataclass(frozen=True, slots=True)
class Echo:
    """A stretch that tells what else has a grade, and the whole of the words that say so."""

    start: int
    end: int
    of_start: int
    of_end: int


def echoes_after(sheet: Sheet, sentence: Sentence, start: int, until: int) -> Iterator[Echo]:
    """What the words behind a grade, up to the next one, say to have it too."""
    taken: list[Echo] = []
    for pattern in AFTER:
        for found in pattern.finditer(sheet.text, start, min(until, start + REACH)):
            echo = Echo(found.start(), found.end(), found.start("of"), _of_end(found))
            if not any(other.start < echo.end and echo.start < other.end for other in taken):
                taken.append(echo)
                yield echo


def echo_of_the_sentence_before(sheet: Sheet, sentence: Sentence) -> Echo | None:
    """What a sentence without a grade of its own says to have that of the sentence before."""
    if sentence.end - sentence.start > REACH:
        return None
    for pattern in NEXT:
        found = pattern.match(sheet.text, sentence.start, sentence.end)
        if found:
            return Echo(sentence.start, found.end(), found.start("of"), _of_end(found))
    return None


def _of_end(found: re.Match[str]) -> int:
    tail = found.groupdict().get("tail")
    return found.end("tail") if tail else found.end("of")
