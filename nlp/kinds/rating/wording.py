"""How English says which grade is of what, and which of two came first: patterns only."""

from __future__ import annotations

import re

CLAUSE_END = re.compile(
    r";|\.\s|,\s+(?:the\s+(?:latter|former|last|first)|but|while|whereas|although|though|with|and\s+(?:the|its|it|was|were|is|"
     r"are|\w+\s+(?:was|were|is|are)))\b"
    r"|(?<!\s)\s+(?:but|while|whereas|although|though)\s", re.IGNORECASE)
PRONOUN = re.compile(r"^\W*(?:they|it|both|all|each|these|those|which)\b", re.IGNORECASE)
NEAR = 300
MOST_SENTENCES_BACK = 25
TOGETHER = re.compile(
    r"\b(?:all|both|each|every\s+one)(?:\s+(?:of\s+(?:them|these|the)|two|three|four|five|six|services))*\b", re.IGNORECASE)
FROM = re.compile(
    r"\b(?:from|out\s+of|replac(?:es|ing)|instead\s+of|(?:up|down)\s+on|(?:improvement|advance|step\s+up|rise"
    r"|drop)\s+(?:up)?on)\s+(?:an?\s+|the\s+|its\s+|previous\s+|earlier\s+"
    r"|last\s+)*[‘“'\"(]*$",
    re.IGNORECASE)
WAS = re.compile(r"""
    \b(?:previous(?:ly)?(?:\s+rat(?:ed|ing))?|formerly|(?<!as\s)before|earlier|used\s+to\s+be|(?:had|having)\s+been(?:\s+rated)?|once|last\s+time)\b
      [\s:–-]*(?:[\w’']+\s+){0,3}[‘“'"(]*$
  | \(\s*(?:it\s+)?was\s*:?\s*$ | ,\s+was\s+$
""", re.IGNORECASE | re.VERBOSE)
WERE = re.compile(r"\b(?:was|were|had\s+been)\b[^.;,]{0,20}$", re.IGNORECASE)
NOW_IT = re.compile(r"\bnow\s+(?:(?:re-?)?rated\s+|graded\s+|judged\s+|an?\s+|to\s+be\s+)*[‘“'\"]?$", re.IGNORECASE)
"""Right before a grade that another one, told to be over, gave way to: "used to be good, now requires improvement"."""
NO_SERVICE = re.compile(
    r"\b(?:no|none\s+of\s+(?:the|its|their|our))\s+(?:\w+\s+){0,2}?(?:services?|wards?|hospitals?|sites?|trusts?|departments?"
    r"|areas?|"
    r"core\s+services?)\b[^.;,]{0,30}$", re.IGNORECASE)
"""Before a grade that nothing has: it is no one's."""
SERVICES_TOGETHER = re.compile(
    r"\W*(?:Both|All|Each\s+of|These|The\s+two|The\s+three)(?:\s+(?:of\s+)?(?:the|these))?\s+(?:services?|units?|wards|"
    r"departments)\b", re.IGNORECASE)
"""A sentence whose subject is several services, so that what follows it is of them and not of the trust."""
FIRST_TRUST = re.compile(
    r"\b(?:is|was|are|become|became|becomes|becoming)\s+(?:\w+\s+){0,3}?(?:first|only|second|third|latest|best"
    r"|worst)\s+(?:\w+\s+){0,4}?trusts?\b",
    re.IGNORECASE)
"""Says of a name that it is a trust, so that the grade is the trust's."""
ARROW = re.compile(r"^[’”'\"\s]*(?:→|->|⇒|>)\s*[‘“'\"]?$")
TO = re.compile(
    r"^[’”'\",\s]*(?:(?:in|at)\s+[^,;.]{1,30}\s+)?(?:up\s+|down\s+)?to\s+(?:an?\s+)?(?:now\s+)?[‘“'\"]?$", re.IGNORECASE)
LISTED = re.compile(r"^[’”'\"]?\s*[:(]\s*(?:the\s+|its\s+)?")
"""Between a grade and the list of what has it: "four were good (children, maternity …)", "good: wards for older people …"."""
GIVEN_FOR = re.compile(
    r"^[’”'\"]?,?\s+(?:which|that)\s[^.;,]{2,60}?\s(?:for|to)\s+(?:(?:our|its|their|the|being)\s+)*", re.IGNORECASE)
"""Between a grade and what a relative clause says that it was given for: "the Inadequate that CQC awarded to our wards"."""
FOR = re.compile(r"""
    ^[’”'",]*\s*(?:overall\s+)?(?:\([^)]{0,30}\)\s*)?(?:rating\s+|grade\s+)?(?:each\s+)?
    (?:in\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)(?:\s+\d{4})?,?\s+)?(?:for|in|on|under|against|across)\s+
    (?:(?:being|how|the|its|their|whether|both|all|our|services|are|is|it|trust)\s+)*
""", re.IGNORECASE | re.VERBOSE)
OVERALL_AFTER = re.compile(
    r"^[’”'\",]*\s*(?:\([^)]{0,20}\)\s*)?(?:rating\s+)?(?:overall|over-\s*all|as\s+a\s+whole)\b", re.IGNORECASE)
WHOLE_TRUST = re.compile(r"\b(?:trust|provider|organisation)(?!['’]s)\b", re.IGNORECASE)
LABELLED_GRADE = re.compile(
    r"\s*(?:\([^)]{0,40}\)\s*)?(?:(?:at|in)\s+[^:–—.;]{1,40})?\s*[:–—●•|=]\s*[‘“'\"]?"
    r"(?:(?i:outstanding|good|inadequate|requires\s+improvement)|RI)\b")
"""What stands behind a service or a question that is a label: "Critical care: good", "Maternity (Hexham) – RI"."""
INSPECTORS = re.compile(
    r"\bCQC\b|\bCare\s+Quality\s+Commission\b|\binspect(?:or|ion|ed)s?\b|\bwatchdog\b|\bregulators?\b", re.IGNORECASE)
REGULATED = re.compile(
    r"\bspecial\s+measures\b|\brat(?:ed|ing)\s+(?:\w+\s+){0,3}?[‘“'\"]?(?:good|outstanding|inadequate|requires\s+improvement)\b|"
    r"\b(?:is|are|was|were)\s+(?:good|outstanding)\b[^.]{0,90}\brequires?[\s-]+improvement\b|"
    r"\brequires?[\s-]+improvement\b[^.]{0,90}\b(?:is|are|was|were)\s+(?:good|outstanding)\b|\bsegment\s+\d|"
     r"\bnever\s+events?\b|\bwarning\s+notices?\b|"
    r"\bs(?:ection\s+)?(?:29A?|31)\b|\b(?:secure|acute|PICU|maternity|forensic)\s+(?:wards?|services?)\b|"
     r"\bwell-led\b", re.IGNORECASE)
IS = (r"\s*(?:services?|care|wards?|units?|departments?)?(?:\s+(?:at|in|on|for|across)\s+[^,;.]{1,40}?)?"
      r"(?:\s*\([^)]{0,40}\))?(?:,[^,.;]{2,60},)?\s*"
      r"(?:is|are|was|were|remains?|remained|stays?|stayed|kept|has\s+been|have\s+been|had\s+been|had|has\s+become|had\s+become"
      r"|became|becomes)"
      r"(?:\s+(?:also|now|still|again|both|all|each|once|at|only|merely|too|its|their|on))*\s*[‘“'\"]?")
SAID_OF = re.compile(rf"^{IS}$", re.IGNORECASE)
SAID_BEFORE = re.compile(
    rf"{IS}(?:outstanding|good|inadequate)\b(?!\s+(?!and|but|or|too|in|at|for|since|by|with)\w)", re.IGNORECASE)
COMMA = re.compile(r"^\s*(?:\([^)]{0,40}\))?,\s*(?:too,\s*|also\s+)?$")
ASIDE = re.compile(r",\s+(?:(?:in|of|for|at)\s+)?(?:which|whose|where)\b", re.IGNORECASE)
SUBJECT_ASIDE = re.compile(
    r"\W*The\s+(?:trust|provider|organisation),\s+(?:which|whose|where)\s[^.;,]{3,120}(?:,[^.;,]{3,60}){0,3},\s+(?=(?:is|was"
    r"|has|had|remains)\b)",
    re.IGNORECASE)
"""A sentence about a trust whose hospitals an aside names: "The trust, which runs A and B, was rated …"."""
AFTER_ASIDE = re.compile(r"^[^,;.]{0,60},\s+(?:is|was|are|were|has|have|had|becomes?|remains?|now)\b", re.IGNORECASE)
LABEL = re.compile(r"^[’”'\"\s]*[:–—●•|=\-]\s*[‘“'\"]?$")
LEAD_WORDS = re.compile(r"\b(?:ratings?|rated|CQC|inspect)", re.IGNORECASE)
