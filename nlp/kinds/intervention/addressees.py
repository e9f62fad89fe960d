"""To whom a coroner's report goes: "This report is being sent to:" and the lines under it, "I make no report to …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpora.schema import Status
from nlp.kinds.intervention.patterns import Family, Page, Pattern, compiled
from nlp.sheet import Name, Sentence, Subject, Trigger

SUBTYPE = "prevention_of_future_deaths"
CORONER = compiled(r"coroner|inquest|regulation 28|reg\.? ?28|prevent(?:ion of)? (?:future|further|other) deaths|rule 43|56 days")
ADDRESSED = compiled(
    r"\b(?:(?:this|my) (?:\w+ ){0,2}?report(?: also)? (?:is|was|has been|is being|goes|went|will go)(?: (?:being|also|now|"
    r"therefore))* ?"
    r"(?:sent|made|addressed|directed|issued|going)? ?to\b|"
    r"(?:report|letter)s? (?:is|was|are|were|has been|have been|is being) (?:also )?(?:sent|made|addressed|directed) to\b|"
    r"(?:make|made|making|send|sent|sending|direct|directed|address|addressed|issue|issued) (?:[\w']+ ){0,4}?(?:report|letter|"
    r"one|concerns)"
    r"(?: [\w']+){0,3}? to\b|"
    r"(?:shall|will|must|have|has|had|may) (?:\w+ )?(?:write|written|report) to\b|"
    r"(?:nothing|none|one|two|three|another|it|report|letter) (?:went|goes|has gone|ought to go|should go|was sent|will go) to\b|"
    r"(?:addressees?|recipients?|sent to|addressed to|this report is sent to|to): ?)")
DENIED = compiled(r"\b(?:nothing|no|none)\b")
IT = compiled(r" (?:it|them)\b")
OPENS = compiled(r"(?:(?:this|my) report (?:goes|went|will go) to|this report is (?:being )?(?:sent|made|addressed|directed) to|"
                 r"addressees?|sent to|recipients?|addressed "
                 r"to)\b:?")
COPIED = compiled(r"\b(?:cop(?:y|ies|ied)|for information|cc|no response required|interested persons?)\b")
OUTSIDE = compiled(r"\b(?:chief coroner|director of public prosecutions|police|gmc|nmc|committee|board asked|family)\b")
ROWS = 8
"""How many lines under the words may be addressees."""


def addressees(page: Page, sentence: Sentence) -> Iterator[Trigger]:
    """One trigger for each line or sentence that says to whom a report goes, about everybody whom it names."""
    found = ADDRESSED.search(page.folded, sentence.start, sentence.end)
    opens = OPENS.match(page.folded, sentence.start, sentence.end)
    if found is None and opens is None:
        return
    if opens is None and not CORONER.search(page.whole):
        return
    while found is not None:
        stop = COPIED.search(page.folded, found.end(), sentence.end)
        end = stop.start() if stop else sentence.end
        names = [name for name in page.sheet.names_in(found.end(), end) if name.all_codes]
        if names and names[0].start - found.end() <= 60:
            yield _trigger(found.start(), found.end(), names, 0.7, _status(found))
            break
        if IT.match(page.folded, found.end(), sentence.end):
            yield Trigger("intervention", SUBTYPE, found.start(), found.end(), "intervention.addressee", status=_status(found),
                          confidence=0.5)
            break
        found = ADDRESSED.search(page.folded, found.end(), sentence.end)
    if opens is not None and sentence.end - opens.end() <= 2:
        yield from _lines(page, sentence)


def _lines(page: Page, sentence: Sentence) -> Iterator[Trigger]:
    """The lines under the words, down to the first that is prose or a numbered heading of the form."""
    for line in page.sheet.sentences[sentence.index + 1:sentence.index + 1 + ROWS]:
        words = page.folded[line.start:line.end]
        names = [name for name in page.sheet.names_in(line.start, line.end) if name.all_codes]
        if line.form == "prose" or re.match(r"\d?\W*(?:coroner|from|i am)\b", words) or COPIED.match(words):
            return
        if names and not COPIED.search(words):
            yield _trigger(names[0].start, names[0].end, names, 0.85)


def _status(found: re.Match[str]) -> Status | None:
    return "negated" if DENIED.search(found.group()) else None


def _trigger(start: int, end: int, names: Iterable[Name], confidence: float, status: Status | None = None) -> Trigger:
    return Trigger("intervention", SUBTYPE, start, end, "intervention.addressee", status=status,
                confidence=confidence, subjects=tuple(
        Subject(code, confidence, "addressee", name) for name in names for code in name.all_codes))


FAMILY = Family("addressees", anchor=(
    r"addressee|addressed|sent to|report|letter|recipients?|make\b|made\b|send|sent\b|write|written|direct|went to|goes to|"
    r"issue|deaths|death\b"),
    patterns=(
        Pattern("deaths_prevented", SUBTYPE,
                r"\bprevent(?:ing)? (?:any )?(?:similar|such|recurring|avoidable|another|a recurrence of|further such|any more|"
                r"a repeat of)(?: \w+)? (?:deaths?|loss of life|tragedy)\b|"
                r"\brisk (?:of|that) (?:future|further|other) deaths\b", document=r"coroner"),
        Pattern("coroner_acted", SUBTYPE,
                r"\bcoroner\b[^.;]{0,90}\b(?P<k1>(?:wrote|written|writes?|writing|report(?:ed|s|ing)?|letter|minded to (?:make|"
                r"issue|write|send)))\b",
                document=r"regulation 28|reg\.? ?28|pfd|prevent(?:ion of)? (?:future|further|other) deaths|rule 43",
                unless=r"\b(?:post[- ]mortem|toxicology|reported (?:to|that) the coroner|report(?:ed)? to (?:the|hm) coroner|"
                       r"news|death was reported)\b", confidence=0.6),
    ),
    readers=(addressees,))
