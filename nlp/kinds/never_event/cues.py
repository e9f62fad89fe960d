"""What makes words about never events a claim, and what takes one off the list again."""

from __future__ import annotations

import re

USE_OF_THE_LIST = re.compile(r"\s+(?:list|framework|polic\w+|definitions?|criteri\w+|categor\w+|types?|guidance|thresholds?|"
                             r"standards?|alerts?|training|"
                             r"workshops?|summit|prevention|action\s+plan|review\s+group|data\b)", re.IGNORECASE)
WITHDRAWN = re.compile(
    r"\b(?:downgraded|de-?escalated|stood\s+down|stepped\s+down|withdrawn|retracted|taken\s+(?:off|down)|"
    r"removed\s+from\s+(?:the\s+list|StEIS|the\s+national)|declassified|reclassified|"
    r"no\s+longer\s+(?:\w+\s+){0,2}(?:a|an|reportable|regarded|classed|counted)|rescinded|ruled\s+out\s+as|(?:not|"
    r"n[’']t)\s+(?:\w+\s+){0,3}?(?:(?:meet|met|fulfil\w*|satisf\w+)\s+(?:the|any|all|its|"
    r"national)\s+(?:[\w-]+\s+){0,3}(?:criteria|definitions?|thresholds?|tests?)|qualify|qualified|fall\s+within|constitute|"
    r"(?:a|an)\s+never\s+event|(?:be\s+)?(?:classed|classified|declared|regarded|reported|counted|described|treated)\s+as\s+a)|"
    r"(?:did|does|had)\s+not\s+qualify|"
    r"failed\s+to\s+meet\s+(?:the\s+)?(?:criteria|definition|threshold)|found\s+not\s+to\s+(?:meet|be|qualify|have)|"
    r"nobody\s+regards\s+it|(?:turned|proved)\s+out[^.;]{0,30}not\s+to\s+qualify|"
    r"(?:isn|wasn)[’']t,?\s+(?:[\w\s]{0,20},\s+)?a\s+never\s+event|was\s+not\s+after\s+all)\b", re.IGNORECASE)
REFUSED = re.compile(r"\b(?:request|appeal|bid|attempt|application)s?\s+(?:to|for)\s+(?:\w+\s+){0,3}(?:downgrad\w+|withdraw\w*|"
                     r"de-?escalat\w+)|could\s+be\s+(?:downgraded|withdrawn)|"
                     r"might\s+(?:yet\s+)?be\s+(?:taken|downgraded|withdrawn)|not\s+(?:be(?:en)?\s+)?(?:downgraded|withdrawn|"
                     r"de-?escalated|stood\s+down)", re.IGNORECASE)
STANDS_DOWN = re.compile(r"\b(?:chief|chair|director|president|minister|secretary|officer|staff|consultant|hospital|"
                         r"governor)\w*(?:\s+[\w’']+){0,4}\s+(?:stood|stepped)\s+down|\b(?:capital|scheme|hospital|ward|unit|"
                         r"service|offer|funding|staff)\s+\w+\s+(?:was|were)\s+withdrawn", re.IGNORECASE)
"""People who go, and services that are withdrawn, are no incidents taken off a list."""
NO_SINGLE = re.compile(r"\bno\s+(?:\w+\s+)?[‘'“\"]?never[\s-]+event\b", re.IGNORECASE)
LIST_TALK = re.compile(r"\b(?:revised|new|updated|national|latest|current|2015|2018|2021)\s+(?:\w+\s+){0,2}(?:list|framework|"
                       r"policy|guidance)\b|never[\s-]+events?[”’\"']?\s+(?:list|framework|policy|guidance)\b|"
                       r"\blist\s+of\s+(?:\w+\s+)?never|(?:suspended|removed|taken|added)\s+(?:from|to)\s+the\s+list",
                           re.IGNORECASE)
NEGATED_ONE = re.compile(r"\bfree\s+(?:of|from)\s+(?:any\s+)?[‘'“\"]?never[\s-]+events?|\bnever[\s-]+event[\s-]+free\b|"
                         r"\b(?:clean|spotless|unblemished|perfect|blank|"
     r"clear)\s+(?:\w+\s+){0,2}?never[\s-]+events?\s+(?:record|sheet|log|slate)\b|"
                         r"\bnever[\s-]+events?\s+(?:\w+\s+)?(?:record|tally|column|sheet|log|count)\s+(?:\w+\s+)?(?:is|was|"
     r"remains?|remained|stayed|stays|"
                         r"stands?)\s+(?:\w+\s+)?(?:clean|spotless|blank|empty|unblemished|clear|intact)\b|"
                         r"\blast\s+never[\s-]+event\s+(?:was|is|dates?|came)\b[^.;:]{0,60}?\b(?:years?|months?|days?)\s+ago\b|"
                         r"\bgone\s+[^.;:]{0,30}?\b(?:days|weeks|months|years?)\s+without\b(?=[^.;:]{0,40}never[\s-]+event)|"
                         r"(?:n[’']t|\bnot(?!\s+(?:least|only|just))|\bwithout|never\s+had|nor|neither|none|nobody|"
                         r"no\s+(?:\w+\s+){0,2}(?:record|report|evidence|sign)\s+of|no\s+(?:SIs?|incidents?|cases?)\b|"
                         r"not\s+one)\b[^.;:]{0,60}?\b(?:an?|any|one|another)\s+(?:\w+\s+)?[‘'“\"]?never[\s-]+events?",
                             re.IGNORECASE)
ASSERTS_BEFORE = re.compile(r"\b(?:declar\w+|report(?:ed|s|ing)?|record(?:ed|s|ing)|confirm\w*|log(?:ged|s)?|disclos\w+|"
                            r"notif\w+|had|has|have|having|suffered|experienced|saw|seen|there\s+(?:was|is|has\s+been|"
                            r"had\s+been)|there[’']s\s+been|class(?:ed|ified|es)|treat(?:ed|s)|"
                            r"constitut\w+|is|was|were|being|known\s+as|called|regarded|investigat\w+|following|after|"
                            r"involved\s+in|amount\w*\s+to|qualif\w+|led\s+to|of|and|with|be|becoming|became|as)\b[^.;]{0,45}$",
                                re.IGNORECASE)
ASSERTS_AFTER = re.compile(r"[”’\"']?\s*(?:,|\(|–|—|:|\.|$|(?:was|were|has|had|have|is)\s+(?:been\s+)?(?:also\s+|now\s+|"
                           r"however\s+)?(?:declared|reported|recorded|confirmed|logged|notified|identified|discussed|"
                           r"investigated)|occurred|happened|took\s+place|in\s+(?:theatre|which|maternity|the|January|February|"
                           r"March|April|May|June|July|August|September|October|November|December|Q\d)|"
                           r"involving|concerning|relating|at\b|on\b|since\b|this\b|last\b|to\s+the)", re.IGNORECASE)
UNREAL = re.compile(r"\b(?:recogni[sz]ing|would|could|might|may|if|whether|unless|suppose|need\s+not|define|definition|"
                    r"describe[sd]?|another\s+kind|so-called|what\s+is|any|every|each|should|lockdown|seen|lest|avoid\w*|"
                    r"prevent\w*|risk\s+of|in\s+case\s+of|imagine|“a)\b[^.;]{0,60}$", re.IGNORECASE)
NONE_OF_SEVERAL = re.compile(
    r"\bno\s+(?:(?:new|further|serious|other)\s+)*(?:\w+\s+){0,3}(?:or|and|nor|"
    r"incidents?\s+(?:\w+\s+){0,5})\s*(?:no\s+)?[‘'“\"]?never[\s-]+events?\b", re.IGNORECASE)
AIM = re.compile(r"\b(?:target|objective|aim|ambition|goal|zero\s+tolerance|trajectory|plan|threshold|tolerance)\b[^.;]{0,40}$",
    re.IGNORECASE)
SINCE = re.compile(r"\bsince\b|\bwhen\b|\buntil\b|\bbefore\b", re.IGNORECASE)
NEAR_MISS = re.compile(r"\bnear[\s-]miss(?:es)?\b", re.IGNORECASE)
NATIONAL = re.compile(r"\b(?:nationally|national(?:\s+(?:total|figures?|picture|data|number|count|average))|across\s+(?:England|"
                      r"the\s+(?:country|NHS|nation|UK))|in\s+England|NHS-wide|"
                      r"(?:English|England[’']s)\s+hospitals|the\s+NHS\s+as\s+a\s+whole|countrywide|in\s+(?:Wales|Scotland|"
                      r"Northern\s+Ireland|Australia|Minnesota|America|Ireland|Canada)|"
                      r"Welsh|Scottish|health\s+boards?|to\s+the\s+\w+\s+region|(?:London|national|regional)\s+region|"
                      r"regional\s+(?:total|network|figure)|network:|across\s+the\s+(?:region|network)|in\s+the\s+region)\b",
                          re.IGNORECASE)
AMERICAN = re.compile(r"\bMedicare|\bMedicaid|\bJoint\s+Commission|\bLeapfrog|\bMedical\s+Center\b|"
                      r"\bDepartment\s+of\s+Public\s+Health\b|\b(?:Connecticut|Nashville|Minnesota|Pennsylvania|Texas|"
                      r"California|Massachusetts|Ohio|New\s+Jersey|Illinois|Florida|Tennessee)\b|\binsurers\s+won")
BRITISH = re.compile(r"\bNHS\b|\b[Tt]rust\b|\bCQC\b")
EXAMPLES = re.compile(r"\b(?:e\.g\.|for\s+(?:example|instance)|such\s+as|on\s+the\s+(?:national\s+)?list\b|national\s+list\s+\(|"
                      r"true\s+or\s+false|chiefly\s+means?|shouldn[’']t\s+occur|"
                      r"should\s+not\s+occur|should\s+never|types?\s+of\s+never|for\s+which\s+national|most\s+often\s+reported|"
                      r"most\s+common(?:ly)?)", re.IGNORECASE)
DEFINITION = re.compile(r"\bnever[\s-]+events?[”’\"']?\s*(?:,|–|-|\(|:)?\s*(?:are|is|means?|refers?\s+to|covers?)\s+(?:defined|"
                        r"a\b|an\b|the\s+(?:kind|sort|type|name|term)|those|one\s+(?:which|that)|serious|patient\s+safety|"
                        r"incidents?|mistakes?|errors?|something|largely|wholly|so\s+called|events?|things?|what|particular|"
                        r"considered|mishaps?)|"
                        r"\btypes?\s+of\s+never|\blist\s+of\s+(?:the\s+)?never|\bexamples?\s+of\s+never", re.IGNORECASE)
