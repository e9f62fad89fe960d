"""How English says how many organisations are in a segment: patterns only."""

from __future__ import annotations

import re

from nlp.kinds.segment.count_groups import ANY_GROUP, COUNT

TYPED = r"(?:NHS|English|other|further|more|additional|just|such|named|the|new)\s+"
OF_ALL = (rf"(?:\s*(?:,\s*)?(?:out\s+of|of|from|among)\s+(?:a\s+total\s+of\s+|the\s+|its\s+|our\s+|England[’']s\s+|"
          rf"the\s+country[’']s\s+|all\s+|these\s+|some\s+){{0,2}}(?:{COUNT})?)")
ASIDE = r"(?:\s*\([^()]{0,120}\)|\s*[–—-]\s[^–—\n]{1,60}\s[–—-]|,\s[^,\n]{1,40},)"
VERB = (r"(?:\s+(?:are|is|were|was|have|has|had|been|be|being|to|now|currently|still|remain|remained|remains|sit|sat|stand|"
        r"stood|fall|fell|fallen|"
        r"make|made|making|find|found|themselves|it|placed|put|rated|listed|assigned|allocated|counted|shown|appear|"
        r"categori[sz]ed|classed|moved|landed|came|come|out|made|languish(?:ed|ing)?|finished|ranked|given|assigned|"
        r"listed|languish|featured?|"
        r"ended|up|started|begin|began|each|apiece|all|both|only|also|ranked|that|which|who|so|entered|got)){0,6}")
INTO = (r"\s+(?:in|into|to|at|within|under)(?:\s+(?:the|its|that))?(?:\s+(?:best|worst|most|least|lowest|highest|bottom|top|"
        r"challenged|performing|[a-z]+-performing)){0,3}\s*[\"“‘']?")
BEFORE = re.compile(rf"(?<!quarter )(?<!month )(?<!week )(?<!period )(?<!phase )(?P<count>{COUNT})(?:\s*(?:further|more|"
    rf"others?|in\s+all|apiece))?(?:\s*\(\d[\d.]*\s*%\))?(?P<of>{OF_ALL})?"
                    rf"(?:\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP}))?(?P<aside>{ASIDE})?(?P<verb>{VERB})(?P<into>{INTO})$",
                        re.IGNORECASE)
LIST_ITEM = re.compile(rf"(?P<count>{COUNT})\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP})\s*(?:,\s*(?:and\s+)?|\s+and\s+|;\s*)$",
    re.IGNORECASE)
PERCENT = re.compile(r"\d\s*(?:%|per\s?cent)\s*\(\s*(?P<count>\d+)\s*\)(?:\s+(?P<group>[\w\s]{0,40}?))?(?:\s+(?:are|were|is|"
                     r"was)(?:\s+(?:rated|placed))?)?\s+(?:in|into|at)\s+(?:the\s+)?$", re.IGNORECASE)
AFTER = re.compile(rf"(?:\s+of\s+the\s+[\w\s]{{3,40}}?)?,?\s+(?:now\s+|currently\s+|still\s+|only\s+)*(?:holds|held|has|had|"
                   rf"contains?|contained|includes|comprises|counts|takes\s+in|took\s+in|covers?|numbers|is\s+home\s+to|"
     rf"houses|accounts?\s+for|"
                   rf"the\s+number\s+(?:is|was|stands\s+at|had\s+come\s+down\s+by\s+\w+,?\s+to|has\s+(?:risen|fallen|"
                   rf"grown)\s+to))\s+"
                   rf"(?:just\s+|only\s+|now\s+|the\s+)*(?P<count>{COUNT})(?:\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP}))?(?!\s+"
                   rf"(?:point|month|year))", re.IGNORECASE)
AS_ARE = re.compile(rf"\bas\s+(?:are|were|is|was)\s+(?:just\s+|only\s+)?(?P<count>{COUNT})(?P<of>{OF_ALL})?(?:\s+(?:{TYPED}){{0,"
                    rf"3}}(?P<group>{ANY_GROUP}))", re.IGNORECASE)
AND_ARE = re.compile(rf"\b(?:and|while|but)\s+(?P<count>{COUNT})\s+(?:{TYPED}){{0,2}}(?P<group>{ANY_GROUP})\s+(?:are|were|is|"
                     rf"was)(?=\s*[.,;])", re.IGNORECASE)
REGIONAL = re.compile(r"\bin\s+(?:the\s+|our\s+|this\s+|that\s+|its\s+|greater\s+)?(?:north|south|east|west|midlands|london|"
                      r"region|county|system|patch|area|"
                      r"yorkshire|lancashire|cheshire|cumbria|kent|sussex|essex|manchester|thames|capital)\b|\bregion(?:al|"
                      r"[’']s)\b|\bour\b|\bLondon[’']s\b|"
                      r"\b(?:Midlands|northern|southern|eastern|western)\s+(?:trusts?|providers?|ICBs?|systems?)\b|\bpeers?\b|"
                      r"\bits?\s+(?:two|three|four|five|six|seven)\b", re.IGNORECASE)
AGAINST = re.compile(rf"[^.;\d]{{0,30}}?,?\s*\(?(?:against|compared\s+(?:with|to)|up\s+from|down\s+from|was|from|versus|vs\.?|"
     rf"previously)\s+(?:just\s+|only\s+)?"
                     rf"(?P<count>{COUNT})\s*(?=[.,;)]|(?:in|at|last|a\s+year|before|previously|the\s+\w+\s+before|"
     rf"when)\b)", re.IGNORECASE)
""" "In segment 4, against 27 in the autumn": the same count at an earlier time."""
EARLIER = re.compile(r"\b(?:a\s+year\s+ago|previously|at\s+its\s+(?:fullest|peak|height|worst)|when\s+last|used\s+to\s+be|"
                     r"a\s+year\s+earlier|"
                     r"(?:had\s+been|were)\s+[\w\s]{0,30}(?:a\s+year|the\s+year|the\s+quarter)\s+before)\b", re.IGNORECASE)
FINITE = re.compile(r"\b(?:are|is|were|was|have|has|had|remain|sit|sat|stand|stood|fall|fell|make|made|find|found)\b",
    re.IGNORECASE)
"""With such a verb "two of the ten trusts are in segment 4" counts two; without, "one of the ten in segment 4" counts ten."""
APIECE = re.compile(r"\b(?:apiece|each)\b", re.IGNORECASE)
ONLY = re.compile(r"\b(?:only|just|but|merely|there\s+is|there\s+was|alone)\s+$", re.IGNORECASE)
THEY = re.compile(r"(?:they|these|those|all\s+of\s+them|all\s+of\s+these)\s+(?:[\w’']+\s+){0,6}(?:in|into|"
                  r"to)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
OF_WHOM = re.compile(rf"\(?(?P<count>{COUNT})\)?{OF_ALL}?\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP})", re.IGNORECASE)
OPENS = re.compile(r"(?:\s+of\s+the\s+[\w\s]{3,40}?)?\s*(?::|[–—-]\s|,\s+comprising|\()\s*", re.IGNORECASE)
PART = re.compile(rf"(?:,?\s*(?:and|plus)?\s*(?:,\s*[\w\s]{{3,25}},\s*)?)(?P<count>{COUNT})\s+(?:of\s+)?(?:{TYPED}){{0,2}}(?P<gr"
                  rf"oup>{ANY_GROUP})(?:\s*\([^()]{{1,30}}\))?", re.IGNORECASE)
SO_PLACED = re.compile(rf"(?P<count>{COUNT})\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP})\s+(?:to\s+be\s+|that\s+are\s+|"
                       rf"which\s+are\s+|currently\s+)?(?:so\s+(?:placed|rated)|in\s+(?:that|this|the\s+same|the)\s+(?:segment|"
                       rf"position|category|group)\b(?!\s*\d))", re.IGNORECASE)
ELLIPSIS = re.compile(r"\b(?:as|are|were|is|was|so|in)\b", re.IGNORECASE)
ANY_COUNT = re.compile(COUNT, re.IGNORECASE)
RUN_OF_COUNTS = re.compile(rf"(?:{COUNT})(?:\s*,\s*(?:{COUNT}))+(?:\s*,?\s*(?:and\s+)?(?:{COUNT}))?", re.IGNORECASE)
TITLED = re.compile(r"(?:acute|mental\ health|community|ambulance|specialist)(?=\s+(?:trusts?|providers?|"
                    r"services?)?\s*(?:league|table|segment|sector))", re.IGNORECASE)
"""A text that by its title is about one group means that group by "trusts"."""
