"""What is told only to be denied, and what was thought of and given up: "reports that … are wrong", "the idea of … was dropped"."""

from __future__ import annotations

import re

from nlp.sheet import Sentence, Sheet

REACH = 200
REPORTED = re.compile(
    r"\b(?:reports?|claims?|rumours?|suggestions?|stories|story|speculation|talk|assertions?|allegations?|gossip|notion|idea|"
    r"belief|headlines?|posts?|(?:it|this)\s+(?:is|was)\s+(?:said|rumoured|reported|claimed|suggested))\b(?:\s+\w+){0,3}?\s+"
    r"(?:that|of|about|saying|suggesting|claiming)\b[^.;?!]*$", re.IGNORECASE)
"""Up to a trigger: it is what a report says."""
UNTRUE = re.compile(
    r"^[^.;?!]{0,90}?\b(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+\s+){0,2}?(?:wrong|untrue|false|unfounded|baseless|"
    r"incorrect|inaccurate|mistaken|misleading|nonsense|rubbish|fiction|fanciful|denied|dismissed|rejected|refuted|rebutted|"
    r"scotched|quashed|not\s+(?:true|so|right|correct|the\s+case)|without\s+(?:foundation|substance)|wide\s+of\s+the\s+mark|"
    r"a\s+myth)|(?:turned\s+out|proved)\s+(?:to\s+be\s+)?(?:\w+\s+)?(?:wrong|untrue|false|unfounded|baseless|groundless|mistaken)|"
    r"(?:has|have)\s+no\s+(?:basis|foundation|truth))\b", re.IGNORECASE)
INTENDED = re.compile(
    r"\b(?:plans?|ideas?|proposals?|threats?|prospects?|possibilit(?:y|ies)|recommendations?|intentions?|moves?|bids?|suggestions?|"
    r"talks?|dangers?|risks?|fears?|thoughts?|spectre|notions?|steps?|options?|applications?|demands?|calls?|requests?|"
    r"case|warnings?)"
    r"(?:\s+(?!(?:for|on)\b\W+(?:improv|recover))[\w’'-]+){0,2}?\s+(?:to|of|for|that|about|from)\b[^.;?!]*$", re.IGNORECASE)
"""Up to a trigger: it is what somebody has in mind."""
GIVEN_UP = re.compile(
    r"^(?:(?!\b(?:but|which|who|if|unless|until|when|before|not|never|yet|will|could|may)\b)[^.;?!]){0,90}?\b(?:"
    r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:now\s+|since\s+|later\s+|quietly\s+|finally\s+|"
    r"formally\s+|\w+ly\s+)?"
    r"(?:dropped|shelved|abandoned|scrapped|withdrawn|lifted|rejected|averted|over|past|ruled\s+out|off\s+the\s+table|dismissed|"
    r"set\s+aside|removed|discounted|turned\s+down|refused|declined|binned|ditched|thrown\s+out|voted\s+down|quashed|gone|"
    r"no\s+more|not\s+(?:accepted|taken\s+(?:up|forward)|pursued|followed))|"
    r"(?:has|have|had)\s+(?:now\s+|since\s+|\w+ly\s+)?(?:receded|passed|gone(?:\s+away)?|faded|lifted|evaporated|"
    r"disappeared|vanished|"
    r"come\s+to\s+nothing|fallen\s+(?:away|through))|"
    r"(?:proved|turned\s+out\s+to\s+be)\s+(?:groundless|unfounded|baseless|empty|misplaced)|(?:receded|faded|evaporated|"
    r"disappeared|vanished|fell\s+(?:away|through)|came\s+to\s+nothing|went\s+away|"
    r"passed)\b(?!\s+to\b))\b",
    re.IGNORECASE)
DEFERRED = re.compile(r"\bcriteri|\bexit|\bleav|\blift|\bremov|\bwithdraw|\bout\s+of\b|\bend\b|\bending\b|\breleas|"
                      r"\bimprov|\bclos", re.IGNORECASE)
"""A plan to leave, or to lift: that it came to nothing denies no entry."""


def denied_as_told(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """The words by which a sentence denies what it tells of the trigger as reported or intended, or None."""
    before = sheet.text[max(sentence.start, start - REACH):start]
    after = sheet.text[end:min(sentence.end, end + REACH)]
    for told, denied in ((REPORTED, UNTRUE), (INTENDED, GIVEN_UP)):
        opening = told.search(before)
        if opening is None:
            continue
        closing = denied.match(after)
        if closing is not None and DEFERRED.search(opening.group()) is None:
            return closing.group().strip().split(",")[-1].strip()[:60]
    return None
