"""The offices of a board: a chair, a chief executive, executive directors. Offices only; no names of those who hold them."""

from __future__ import annotations

import re

from nlp.kinds.intervention.patterns import compiled

OFFICES: tuple[tuple[str, str], ...] = (
    ("deputy_chief_executive", r"deputy (?:chief executive(?: officer)?|ceo)"),
    ("chief_executive", r"chief exec(?:utive)?s?(?: officers?)?(?! team)|ceos?|accountable officer"),
    ("chief_nurse", r"chief nurs(?:e|es|ing officers?)|(?:executive )?(?:directors? of nursing|nursing directors?|"
                    r"executive nurse)"
                    r"(?:,? (?:and|&) (?:midwifery|quality|patient experience))?"),
    ("medical_director", r"(?:executive |joint )?medical directors?|chief medical officers?"),
    ("finance_director", r"chief (?:finance|financial) officers?|finance (?:directors?|chief)|directors? of finance|cfos?"),
    ("chief_operating_officer", r"chief operating officers?|coos?|(?:operations directors?|directors? of operations)"),
    ("people_director", r"chief people officers?|(?:workforce|people|hr|human resources) directors?|"
                        r"directors? of (?:people|workforce|human resources|hr)"),
    ("strategy_director", r"chief strategy officers?|strategy directors?|directors? of strategy|"
                        r"chief transformation officers?"),
    ("digital_director", r"chief (?:digital|information)(?: and information)? officers?"),
    ("managing_director", r"managing directors?"),
    ("chair", r"chair(?:man|woman|person)s?|chairs?"),
)
"""The subtype of each office, and how it is written."""
OFFICE = compiled(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in OFFICES) + r")\b(?!['-]?s? (?:committee|"
                        r"report|action|update|award|office\b))")
LESSER_BEFORE = re.compile(
    r"\b(?:deputy|vice|vice-|associate|assistant|regional|national|divisional|clinical|site|hospital|group's deputy|"
    r"committee|subcommittee|former|"
    r"ex|ex-|previous|previously|then|late|union|nhs england|nhse|england's|cqc|cqc's|commission's|council|council's|"
    r"charity|charity's|"
    r"governors'|wheel|arm|high|the review's|inquiry|review|providers'|confederation|nhs providers)[\s-]+(?:\w+\s)?$")
"""What makes it another office than a board's, or one held before."""
CHAIR_OF = compiled(r"(?:,? | of the | of its | for the |'s )?(?:of|for) (?:the |its |our |"
                    r"an? )?(?:[\w&'-]+ ){0,5}?(?:committee|sub-committee|group meeting|working group|review|inquiry|"
                    r"enquiry|investigation|panel|council|charity|friends|governors|royal college|task ?force|campaign|"
                    r"federation|confederation|"
                    r"nhs england|nhs improvement|nhs providers|care quality commission|cqc|school|university|meeting|"
                    r"session|assurance)\b")
"""What makes a chair that of something else than the board."""
CHAIRS = compiled(r" (?:the|its|an?|this|that|their) (?:[\w'-]+ ){0,4}?(?:committee|review|inquiry|enquiry|investigation|"
                  r"panel|task ?force)\b")
"""After "to chair": what somebody presides over that is not a board."""
SOUGHT_IN_VAIN = compiled(
    r"\b(?:delay(?:s|ed|ing)?|failures?|fail(?:s|ed|ing)?|difficult(?:y|ies)|struggl(?:es?|ed|ing)|slow(?:ness)?|unable|inability|"
    r"time taken)(?: (?:in|over|with|at|to|of|about|around))?(?: [\w'-]+){0,3} "
    r"(?:appoint(?:ing|ment)?|nam(?:e|ing)|recruit(?:ing|ment)?|hir(?:e|ing)|select(?:ing)?|choos(?:e|ing)|install(?:ing)?)$")
"""The words up to and with an appointment that has not been made: "the delay in naming a chair"."""
INQUIRY = compiled(r"\b(?:inquiry|enquiry|review|panel|investigation|committee)(?:'s)?\b")
"""Before a chair: it is probably theirs."""
