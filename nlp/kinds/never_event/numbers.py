"""How many never events: totals by period, and the number that belongs to a type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.values import NUMBER, ORDINALS, number, ordinal

N = rf"(?:{NUMBER.pattern}|(?<!\w)(?:nought|nothing)(?!\w))"
MONTH = (r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|"
         r"Nov(?:ember)?|Dec(?:ember)?)")
QUALITY = (r"(?:(?:further|more|new|other|separate|confirmed|reported|declared|recorded|reportable|such|additional|suspected|"
           r"so-called|surgical|theatre|maternity|clinical|"
           r"serious|avoidable|preventable|cumulative|in-month|actual|[‘'“\"]|of\s+(?:the|its|their|our|these|those|"
           r"this\s+year[’']s)|the|its)\s*){0,3}")
NE = r"(?:never[\s-]+events?|never[’'”\"]\s+events?|NEs?\b)"
TOTAL_BEFORE = re.compile(rf"(?P<n>{N})\s+[‘'“\"]?{QUALITY}[‘'“\"]?{NE}", re.IGNORECASE)
ORDINAL_BEFORE = re.compile(rf"\b(?P<o>(?:{'|'.join(ORDINALS)})|\d{{1,2}}(?:st|nd|rd|th))\s+[‘'“\"]?(?:(?:such|confirmed|"
                            rf"reported|declared|surgical|theatre)\s+)*{NE}", re.IGNORECASE)
REPORT = (r"(?:\s+(?:to\s+(?:the\s+)?end\s+(?:of\s+)?\w+|reported|recorded|declared|logged|disclosed|confirmed|occurred|"
          r"happened|notified|raised|to\s+date|ytd|year\s+to\s+date|in[\s-]month|this\s+(?:month|year|quarter)|"
          r"total|number|count|tally|figure|for\s+the\s+(?:year|quarter|month)|in\s+(?:the\s+)?(?:year|quarter|month|Q[1-4]|"
          r"M\d+|[A-Z][a-z]+)(?:\s+\d{4})?|since\s+(?:1\s+)?[A-Z][a-z]+(?:\s+\d{4})?|"
          r"(?:in|for|during)\s+(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?))*")
TOTAL_AFTER = re.compile(rf"{NE}[”’\"']?{REPORT}(?:\s*\([^()\n]{{1,40}}\))?\s*(?:[:=]|(?<!\d)[–—-]|\s[–—-]\s|\.\s|,\s(?=to|year|"
                         rf"in|since|none|nil|"
                         rf"zero|\d))\s*"
                         rf"(?:(?:year\s+to\s+[\w\s]{{2,12}}|(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?|to\s+end\s+\w+|[A-Z][a-z]+|"
                         rf"Q[1-4]|YTD|total|trust)\s*[:,–=-]\s*|(?:actual|out-?turn|(?:in[\s-]?|this\s+)?month|YTD"
                         rf"|year\s+to\s+date|"
                         rf"cumulative|total)\s+)?(?P<n>{N})(?=\s*(?:[.,;:)(\]/|–—-]|$|\n)|\s{{2,}}|\s+(?:in|"
                         rf"since|for|this|to|so|at|recorded|reported|declared|year|return|have|has|were|was|and|against|"
                         rf"compared)\b)", re.IGNORECASE)
TOTAL_VERB = re.compile(rf"{NE}[”’\"']?(?:[^.;:\n]{{0,50}}?)\s(?:to|was|is|were|stands?\s+at|stood\s+at|remains?\s+at|reached|"
                        rf"totalled|numbered|at|of)\s+(?P<n>{N})(?=\s*(?:[.,;:)(–—]|$|since|this|in\b|for\b|after|by|from|as|"
                        rf"against|compared|\n))(?!\s*(?:months|weeks|days|years|hours))", re.IGNORECASE)
PERIOD = (rf"(?:{MONTH}\s*[’']?\d{{0,4}}\s*(?:[–—-]|to)\s*{MONTH}(?:\s*[’']?\d{{2,4}})?|"
          r"(?:19|20)\d\d\s*[-/–]\s*\d\d(?:\d\d)?|(?:19|20)\d\d|\d\d/\d\d|the\s+(?:whole\s+of\s+)?(?:previous|preceding|last|"
          r"prior|same)\s+(?:\w+\s+)?(?:year|period|quarter|twelve\s+months|12\s+months)|last\s+year|this\s+year|"
          r"the\s+year\s+(?:before|to\s+\w+)|the\s+(?:whole|rest)\s+of\s+(?:last|the)\s+(?:year|previous\s+year|19\d\d|20\d\d)|"
          r"(?:April|May|June|July|August|September|October|November|December|January|February|March)(?:\s+20\d\d)?|"
          r"Q[1-4](?:\s+20\d\d(?:[-/]\d\d)?)?|(?:the\s+)?(?:year|month|quarter)\s+to\s+date|YTD|that\s+year|"
          r"each\s+of\s+the\s+\w+\s+years\s+before|the\s+(?:first|second|third|fourth)\s+quarter|M\d{1,2})")
MORE_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("there_were", re.compile(rf"\bthere(?:\s+(?:were|was|have\s+been|has\s+been|had\s+been)|[’']s\s+been|[’']ve\s+been|"
                              rf"[’']d\s+been)\s+(?:now\s+|only\s+|just\s+|also\s+|as\s+many\s+as\s+|"
                              rf"a\s+total\s+of\s+)*(?P<n>{N})"
                              rf"(?:\s+(?:in\s+all|so\s+far|this\s+year|since|in|at|recorded|reported|declared|last|to\s+date|"
                              rf"overall|during|before|altogether|for|across|within|the\s+(?:year|month|quarter))\b|"
                              rf"\s*[.,:;(–—]|$)", re.IGNORECASE)),
    ("in_period", re.compile(rf"(?<![\w/£])(?P<p>{PERIOD})(?:[’']s\s+(?:equivalent|total|figure|number|"
                             rf"tally)(?:\s+was)?)?(?:\s+(?:to\s+date|same\s+period|"
                             rf"total))?\s*(?:\([^()\n]{{1,40}}\)\s*)?(?:[:=–—]\s*|,\s+|\s+-\s+|\s(?=\d{{1,2}}\b)|(?:was|"
                             rf"were)\s+|(?:there\s+(?:were|was|had\s+been|have\s+been)|it\s+(?:had|was|reported|recorded)|"
                             rf"we\s+had|it\s+reported|saw|the\s+(?:trust|total|figure)\s+(?:had|"
                             rf"was))\s+)(?P<n>{N})(?=\s*(?:[.,;)(\]]|$|in\s+all|of\s+which|were|had|–(?!\s*{MONTH})|\n|and\b"
                             rf"|so\s+far|"
                             rf"recorded|reported|to\s+date|since)|\s{{2,}})", re.IGNORECASE)),
    ("compared", re.compile(rf"\b(?:compared\s+(?:with|to)|as\s+against|against|versus|vs?\.?|up\s+from|down\s+from|"
                            rf"having\s+been|compares\s+with|from)\s+(?:just\s+|only\s+|the\s+)*(?P<n>{N})(?=\s+(?:in\s+(?:all|"
                            rf"the|{PERIOD})|the\s+(?:year|quarter|month)|last|at\s+(?:the\s+)?(?:same|this)|this\s+time|"
                            rf"a\s+year|for\s+the|during|over|across|before|twelve|12)|\s*[.,;)])", re.IGNORECASE)),
    ("making", re.compile(rf"\b(?:making|makes|taking|takes|brings?|bringing|brought|took|raising|raised|leaves|leaving|"
                          rf"left)\s+(?:it\s+|us\s+|(?:the|our|its|this)\s+(?:\w+\s+){{0,3}}(?:total|tally|number|count|figure|"
                          rf"events)\s+(?:\w+\s+){{0,6}}?)?(?:to\s+|up\s+to\s+|"
                          rf"at\s+)?(?:a\s+total\s+of\s+)?(?P<n>{N})(?=\s*(?:[.,;)(]|$|\n)|\s+(?:in|for|so|this|since|over|"
                          rf"within|on)\b)", re.IGNORECASE)),
    ("total", re.compile(rf"\b(?:total|tally|YTD|year\s+to\s+date|cumulative|in\s+(?:the\s+)?month|figure|out-?turn|"
                         rf"number)(?:\s+(?:for\s+the\s+(?:year|quarter)|ytd|to\s+date|now|therefore|so\s+far|was|is|"
                         rf"stands\s+at|of|for))*\s*[:=–—-]?\s*(?:therefore\s+)?(?P<n>{N})(?=\s*(?:[.,;)(]|$|\n)|\s{{2,}}|"
                         rf"\s+(?:in|for|since|against|at)\b)", re.IGNORECASE)),
    ("reported", re.compile(rf"\b(?:had|has|have|reported|recorded|declared|logged|disclosed|saw|suffered|reports|says?|"
                            rf"confirmed|counted|notified)\s+(?:only\s+|just\s+|now\s+|also\s+|"
                            rf"another\s+)*(?P<n>{N})(?=\s*(?:[.,;:)(–—]|$|\n)|\s+(?:in\s+(?:the|{PERIOD}|all|each|its|a|q)|"
                            rf"last|this|since|so\s+far|to\s+date|during|over|between|for\s+the|across|at)\b)", re.IGNORECASE)),
    ("none_since", re.compile(r"\b(?P<n>none|nil|zero|no\s+(?:more|others?|further))\s+(?:so\s+far|since|this\s+(?:year|month|"
                              r"quarter)|last\s+(?:year|month|quarter)|to\s+date|in\s+(?:the|20)|ha(?:s|ve)\s+(?:been|ever)|"
                              r"were|was|for\s+the)\b", re.IGNORECASE)),
    ("it_was", re.compile(rf"(?:(?<=[.;:]\s)|(?<=^)|(?<=\n))(?:it|that|this|the\s+(?:total|answer|figure|number|"
                          rf"tally))\s+(?:was|is|were)\s+(?:only\s+|just\s+)?(?P<n>{N})(?=\s*(?:[.,;:)]|$))", re.IGNORECASE)),
    ("of_the", re.compile(rf"\bof\s+(?:the|its|their|our)\s+(?P<n>{N})\s+(?:at|in|reported|recorded|declared)\b", re.IGNORECASE)),
    ("ordinal", re.compile(rf"\b(?:the|its|our|their|a)\s+(?P<o>{'|'.join(list(ORDINALS)[1:])}|(?!1st)\d{{1,2}}(?:st|nd|rd|"
                           rf"th))\s+(?:of\s+the\s+(?:year|financial\s+year|quarter)|of\s+(?:19|20)\d\d|this\s+(?:year|quarter)|"
                           rf"since\s+\w+|(?:in|within)\s+(?:\w+\s+)?(?:months|years|weeks|a\s+year))", re.IGNORECASE)),
    ("reverse", re.compile(rf"(?P<n>{N})\s+(?:were|was|have\s+been|had\s+been|has\s+been)\s+(?:reported|recorded|declared|"
                           rf"logged|confirmed|notified)\b|(?P<m>{N})\s+(?:in|for|during)\s+(?:the\s+year\s+|"
                           rf"all\s+of\s+)?(?:{PERIOD}|the\s+(?:first|last|past|previous)\s+\w+\s+(?:months|years|weeks))",
                               re.IGNORECASE)),
)
AFTER_NAME = re.compile(r"(?:['’]s)?(?:\s+(?:(?:NHS|foundation|university|hospitals?|teaching)\s+)*(?:trust|FT|"
                        r"NHS\s+FT)s?\b)?\s*(?:\((?!\d)[^()\n]{1,30}\)\s*)?(?:[:,–—-]|\.{2,}|/|\((?=\d{1,2}\))|\bsays\b|\bhad\b"
                        r"|\bhas\s+had\b|"
                        r"\breported\b|\brecorded\b|\blogged\b|(?=\s))\s*(?P<n>\d{1,2}(?![\d.,/]\d)|nil|none|zero|one|two|three|"
                        r"four|five|six|seven|eight|nine|ten|eleven|twelve)"
                        r"(?=\s*(?:[.,;:()–—*/]|$|\n|and\b|\s{2,}|in\s+(?:the|all)|last|this|since))", re.IGNORECASE)
BEFORE_TYPE = re.compile(rf"(?<!\bof\s)(?<!\baged\s)(?P<n>{N})(?:\s*(?:x|×)\s*|\s+(?:(?:were|was|are|is|being|of\s+(?:them|"
                         rf"these|those|which|the\s+\w+)|cases?|incidents?|events?|instances?|patients?|involved|involving|"
                         rf"concerned|concerning|related|relating|to|of|for|about|"
                         rf"because|due|the|a|an|more|further|others?|separate|surgical|both|all|each|mix-ups|been|had|happened|"
                         rf"operations?|as|in\s+which|where|procedures|surgery|retained|two)\s+){{0,6}})(?:[\w’'-]+\s+){{0,2}}$",
                             re.IGNORECASE)
AFTER_TYPE = re.compile(r"\s*(?:(?:incidents?|cases?|surgery|events?)\s*)?(?:\(\s*(?:x\s*|×\s*|n\s*=\s*)?(?P<a>\d{1,2}|one|two|"
                        r"three|four|five|six|seven|eight|nine|ten)\s*\)|(?:x|×)\s*(?P<b>\d{1,2})|\s*[,:=–—-]\s*(?P<c>\d{1,2}|"
                        r"one|two|three|four|five|six|seven|eight|nine|ten|nil|none)(?=\s*(?:[.,;)]|$))|\s+(?:remains?|was|were|"
                        r"is|being)\s+the\s+(?:commonest|most\s+\w+)\b[^.;]{0,20}?\s(?P<e>\d{1,2}|one|two|three|four|five|six|"
                        r"seven|eight|nine|ten)\b|\s(?P<d>\d{1,2})(?=\s*(?:[.,;)]|$|\n|\s{2,})))", re.IGNORECASE)
CLAUSE_END = re.compile(r"[;.]\s")
NOT_BEFORE = re.compile(r"\b(?:to|from|segment|tier|level|grade|by|than|ward|theatre|stage|category|band|table|item|section|"
                        r"paragraph)\s+$", re.IGNORECASE)
HAS_NUMBER = re.compile(
    r"\d|\b(?:no|none|nil|zero|nought|nothing|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent|thirt"
    r"|fort|"
    r"both|pair|couple|dozen|half|trio|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)", re.IGNORECASE)
MET_THE_CRITERIA = re.compile(
    rf"(?P<n>{N})\s+(?:\w+\s+)?(?:incidents?|events|cases|SIs?)\s+(?:\w+\s+){{0,5}}?(?:criteria|definition|class\w+|categor\w+|"
    rf"declared|reported|recorded)\b[^.;:\d]{{0,30}}?{NE}", re.IGNORECASE)
FROM_TO = re.compile(rf"\bfrom\s+(?P<n>{N})\s+(?:in\s+[\w\s/-]{{2,20}}?\s+)?to\s+(?P<m>{N})(?=\s*(?:[.,;:)]|$)|\s+(?:in|this|"
                     rf"last|since|over|by|for)\b)", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:risen|rose|rising|fallen|fell|falling|increased?|increasing|decreased?|dropped|down|up|gone|went|reduced|amended|"
    r"revised|changed|doubled|halved)\b[^.;]{0,30}$", re.IGNORECASE)
CORRECTED = re.compile(r"\b(?:amended|revised|corrected|changed|restated|adjusted)\b", re.IGNORECASE)
PEOPLE_BEFORE = re.compile(rf"(?P<n>{N})\s+(?:\w+\s+)?(?:patients|people|women|men|children)\s+(?:had\s+|have\s+)?(?:suffered|"
                           rf"experienced|been\s+(?:harmed|affected)\s+by|underwent|involved\s+in|"
                           rf"been\s+involved\s+in)\s+(?:so-called\s+)?[‘'“\"]?{NE}", re.IGNORECASE)
SINCE_THEN = re.compile(r"[”’\"']?\s*(?:since|for|in|of|this|to\s+be|at)\b|[”’\"']?\s*(?:,|\.|$)", re.IGNORECASE)
ONE_OF = re.compile(r"one\s+of\s+(?:the|those|these|what)\b", re.IGNORECASE)
TOTAL_WITH = re.compile(rf"{NE}[”’\"']?[^.;:\d]{{0,70}}?(?:,|–|—|\s-)\s*(?:with|at)\s+(?:a\s+total\s+of\s+)?(?P<n>{N})(?=\s*"
                        rf"(?:[.,;)(–—]|$|"
                        rf"in\b|since\b|for\b|over\b|between\b|reported\b|recorded\b))", re.IGNORECASE)
ANSWER = re.compile(rf"(?:A[.:]\s*)?(?P<n>{N})(?=\s*(?:\(|[.,;:]|$|since\b|return\b|reported\b|in\s+(?:the|20)|this\b|"
                    rf"to\s+date))", re.IGNORECASE)
NAMED_ASIDE = re.compile(rf"{NE}[^.;()]{{0,90}}?\(\s*(?P<n>{N})\s+(?:in|over|during|since|so\s+far|this|to\s+date|altogether)\b",
    re.IGNORECASE)
IN_SO_MANY = re.compile(rf"(?:^|[.;]\s+)in\s+(?P<n>{N})(?:\s+(?:more|others?|cases?|further|instances|of\s+(?:them|these|"
                        rf"those)))*,?\s+[^,.;:]{{0,40}}$", re.IGNORECASE)
COUNTED_BEFORE = re.compile(rf"(?P<n>{N})(?!\s+(?:months?|weeks?|days?|years?|"
                            rf"hours?))(?:\s+in\s+[\w\s]{{2,20}})?\s*[,(–—:-]?\s*$", re.IGNORECASE)
IN_BRACKETS = re.compile(rf"(?P<n>{N})\s+of\s+(?:them|these|those|which)\b[^.;()]{{0,60}}\(\s*$", re.IGNORECASE)
SUBJECT_NUMBER = re.compile(rf"(?:^|[.;:,(–—]\s*|\band\s+)(?P<n>{N})\s+(?:more\s+|others?\s+|"
                            rf"further\s+)?(?:of\s+[^,.;:()\d]{{0,50}}?\s)?(?:cases?\s+|incidents?\s+|others?\s+)?(?:were|was|"
                            rf"involved|involving|concerned|concerning|related\s+to|relating\s+to|being|"
                            rf"related)\s+[^,.;:()\d]{{0,30}}$", re.IGNORECASE)
REST = re.compile(r"\b(?:the\s+(?:rest|remainder|others?|remaining\s+\w+)|all\s+the\s+(?:rest|others))\s+(?:(?:were|was|being|"
                  r"all|involved|concerned|concerning|of|a|an)\s+){0,3}(?:[\w’'-]+\s+){0,1}$", re.IGNORECASE)
COLLECTIVES = re.compile(rf"\b(?:both|each|every\s+one|all)(?:\s+(?P<m>{N}))?(?:\s+(?:of\s+(?:them|these|which|whom|the\s+\w+)|"
                         rf"were|was|being|in\s+fact|the|concerning|concerned|involving|involved|related\s+to|relating\s+to|to|"
                         rf"for|a|an|of|had|been|on))*\s*(?:[\w’'‘“-]+\s+){{0,2}}$", re.IGNORECASE)
IN_EACH = re.compile(r"\s*(?:in|on)\s+each\b|\s*,?\s*(?:each\s+time|in\s+both\s+cases|every\s+time)\b", re.IGNORECASE)
BOTH = re.compile(r"\bboth\b", re.IGNORECASE)
ARTICLES = ("a", "an", "another", "a further", "a single", "single")
NO_COUNT_WORDS = ("a", "an", "once", "twice", "another", "a further", "a single", "single", "lone", "a lone", "hundred")


@dataclass(frozen=True, slots=True)
class Total:
    """A number of never events."""

    start: int
    end: int
    number: int
    rule: str


def value_of(words: str) -> int | None:
    """The worth of a number in these patterns; "nothing" and "nought" are none."""
    words = words.strip().lower()
    if words in ("nought", "nothing"):
        return 0
    found = number(words)
    if found is None and words.startswith("no "):
        return 0
    return found if found is not None and found < 400 else None


def totals_named(text: str, start: int, end: int) -> Iterator[Total]:
    """Totals beside the words "never event" themselves."""
    for found in TOTAL_BEFORE.finditer(text, start, end):
        value = value_of(found["n"])
        if value is not None:
            one_of = value == 1 and ONE_OF.match(text, found.start(), found.end())
            rule = "article" if found["n"].lower() in ARTICLES or one_of else "one" if value == 1 else "total"
            yield Total(found.start(), found.end(), value, rule)
    for pattern in (PEOPLE_BEFORE, MET_THE_CRITERIA):
        for found in pattern.finditer(text, start, end):
            value = value_of(found["n"])
            if value is not None and found["n"].lower() not in ARTICLES:
                yield Total(found.start(), found.end(), value, "total")
    for found in ORDINAL_BEFORE.finditer(text, start, end):
        value = ordinal(found["o"])
        if value is not None and (value > 1 or SINCE_THEN.match(text, found.end(), end)):
            yield Total(found.start(), found.end(), value, "ordinal" if value > 1 else "article")
    for pattern in (TOTAL_AFTER, TOTAL_VERB, NAMED_ASIDE, TOTAL_WITH):
        for found in pattern.finditer(text, start, end):
            value = value_of(found["n"])
            if value is not None and found["n"].lower() not in NO_COUNT_WORDS:
                yield Total(found.start("n"), found.end("n"), value, "after")


def totals_carried(text: str, start: int, end: int) -> Iterator[Total]:
    """Totals in a sentence that goes on about never events."""
    for found in FROM_TO.finditer(text, start, end):
        if CHANGED.search(text[max(start, found.start() - 60):found.start()]):
            for group in ("m",) if CORRECTED.search(text, max(start, found.start() - 60), found.start()) else ("n", "m"):
                value = value_of(found[group])
                if value is not None:
                    yield Total(found.start(group), found.end(group), value, "from_to")
    if HAS_NUMBER.search(text, start, end) is None:
        return
    for rule, pattern in MORE_PATTERNS:
        for found in pattern.finditer(text, start, end):
            if rule == "ordinal":
                value = ordinal(found["o"])
                if value is not None:
                    yield Total(found.start(), found.end(), value, rule)
                continue
            words = found["n"] if found["n"] is not None else found["m"]
            value = value_of(words)
            if rule == "reverse" and NOT_BEFORE.search(text[max(start, found.start() - 14):found.start()]):
                continue
            if value is not None and words.lower() not in NO_COUNT_WORDS and words.lower() != "no":
                yield Total(found.start(), found.end(), value, rule)


def number_of_type(text: str, start: int, type_start: int, type_end: int, end: int, total: int | None = None) -> int | None:
    """How many of a type: the number that stands with it, 1 where none does, None for "the rest".

    ``total`` is what "both", "all" and "each" speak of.
    """
    after = AFTER_TYPE.match(text, type_end, end)
    if after:
        value = value_of(next(group for group in after.groups() if group))
        if value is not None:
            return value
    window = CLAUSE_END.split(text[max(start, type_start - 110):type_start])[-1]
    if IN_EACH.match(text, type_end, end) and total:
        return total
    if collective := COLLECTIVES.search(window):
        stated = value_of(collective["m"]) if collective["m"] else None
        counted = COUNTED_BEFORE.search(window[:collective.start()]) if stated is None else None
        nearest = value_of(counted["n"]) if counted and counted["n"].lower() not in NO_COUNT_WORDS else None
        value = stated or (2 if BOTH.match(collective.group()) else nearest or total)
        if value:
            return value
    if REST.search(window):
        return None
    for pattern in (IN_BRACKETS, IN_SO_MANY, SUBJECT_NUMBER, BEFORE_TYPE):
        before = _last(pattern, window)
        value = value_of(before["n"]) if before else None
        if value is not None:
            return value
    return 1


def _last(pattern: re.Pattern[str], window: str) -> re.Match[str] | None:
    """The match whose number stands nearest to the end: "five were A and three were B" has three for B."""
    best = None
    found = pattern.search(window)
    while found is not None:
        best = found
        found = pattern.search(window, found.end("n"))
    return best
