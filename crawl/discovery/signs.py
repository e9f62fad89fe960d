"""The words by which boards' pages and papers are known, and those of everything else. Tables; the scoring is elsewhere."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Body = Literal["board", "other", "both"]
"""Whose meetings a text speaks of: the board's, another body's (a committee, governors), or both."""


class Sign(NamedTuple):
    """Words, what they weigh, and how an explanation calls them."""

    name: str
    weight: float
    pattern: re.Pattern[str]


def _sign(name: str, weight: float, *words: str) -> Sign:
    """A sign of any of these words; a space in them is any white space."""
    return Sign(name, weight, re.compile(rf"\b(?:{'|'.join(words)})\b".replace(" ", r"\s+"), re.IGNORECASE))


# "Integrated care board" is what an organisation is called, not a meeting of its board.
ICB_NAME = re.compile(r"\bintegrated[\s-]+care[\s-]+board\b", re.IGNORECASE)
OTHER_BODY = re.compile(
    r"\b(?:(?:sub-?)?committees?|councils?\s+(?:of\s+(?:governors|members)|meetings?)|cog|members['’]?\s+council|governors?['’]?|forums?|panels?"
    r"|working\s+groups?|task\s+and\s+finish|integrated\s+care\s+partnership|scrutiny"
    r"|annual\s+(?:general|public|members['’]?)\s+meetings?"
    r"|agm|boards?\s+of\s+trustees|charitable\s+funds?|patients?\s+participation"
    r"|(?:youth|shadow|advisory|partnership|programme|project|divisional|clinical|medical|management|executive|cancer"
    r"|transformation"
    r"|delivery|operational|quality|people|collaborative|alliance|place|neighbourhood|charity|notice|improvement|transition|tumour"
    r"|wellbeing|safeguarding(?:\s+(?:adults?|children(?:['’]?s)?))?)\s+boards?)\b", re.IGNORECASE)
BOARD = re.compile(r"\b(?:boards?|icb\s+(?:meetings?|papers)|icb\s+in\s+public)\b", re.IGNORECASE)
BY_NAME = re.compile(
    r"\b(?:boards?\s+of\s+directors|(?:trust|public|group|icb)\s+board|boards?\s+(?:in\s+(?:common|public)|meetings?|papers?|packs?))\b",
    re.IGNORECASE)
"""The board by its name, whatever the heading above says."""
OWN_MEETING = re.compile(r"\b(?:agendas?|papers?|packs?|bundles?|meetings?)\b", re.IGNORECASE)
REPORT_OF = re.compile(
    r"\b(?:reports?|assurance|chair(?:['’]?s)?|highlights?|escalation|summary|minutes|terms|update|aaa|items?|enc(?:losure)?"
    r"|appendix)\b"
    r"|^\W*\d", re.IGNORECASE)

LEADS: tuple[Sign, ...] = (
    _sign("board papers", 8, "boards? (?:meetings? )?(?:papers?|packs?|agendas?|minutes|documents|bundles?)"),
    _sign("board meetings", 7, "boards? (?:of directors['’]? )?meetings?", r"meetings? of (?:the|our) (?:\w+ )?board"),
    _sign("ICB meetings", 7, "icb (?:board )?(?:meetings?|papers)"),
    _sign("meetings in public", 5, "meetings? (?:held )?in public", "public (?:board )?meetings?", "boards? in public"),
    _sign("papers and minutes", 5, "(?:papers|agendas?|minutes) (?:and|&) (?:papers|agendas?|minutes|meetings)",
          "meetings? (?:dates )?(?:and|&) (?:papers|minutes)", "meeting papers"),
    _sign("the board", 5, "boards? of directors", "(?:trust|our|the|group|icb|joint|public|governing) board", "boards? in common"),
    _sign("board", 3, "boards?"),
    _sign("papers", 2, "papers|minutes|agendas?"),
    _sign("meetings", 3, "meetings?"),
    _sign("governance", 3, "(?:corporate )?governance", "how we(?:['’]re| are) (?:run|governed|managed)", "how we work",
          "trust management"),
    _sign("about us", 3, "about(?: (?:us|(?:our|the) (?:trust|icb)))?", "who we are", "our (?:organisation|trust)",
          "(?:inside )?the trust|trust info(?:rmation)?"),
    _sign("publications", 1.5, "publications?", "(?:key|corporate) documents", "corporate", "document library",
          "leadership|transparency", "get involved"),
)
OF_MEETINGS = LEADS[:3]
"""Signs of the board's meetings themselves."""
EARLIER = _sign("earlier papers", 4, "archives?d?|previous|past|earlier|older|historic(?:al)?")
AGAINST: tuple[Sign, ...] = (
    _sign("news", -6, "news(?:room|letters?)?|blogs?|press|media|stories|podcasts?|campaigns?"),
    _sign("vacancies", -7, r"vacanc(?:y|ies)|jobs?|careers?|recruit\w*|appointments?|apprentice\w*", "work(?:ing)? (?:for|with)"),
    _sign("people of the board", -4, r"(?:board )?members|biograph\w*|profiles?", "meet (?:the|our)", "who['’]?s who"),
    _sign("membership", -4, "membership|elections?", "become a member"),
    _sign("patients' information", -6, r"leaflets?|patients?|visit(?:ors|ing)?|wards?|services|conditions|referr\w+|clinics?"),
    _sign("policies", -5, r"polic(?:y|ies)|procedures?|strateg(?:y|ies)|accounts", r"annual reports?|registers? of \w+"),
    _sign("charity", -6, r"charit(?:y|able)|fundrais\w*|donat\w*|volunteer\w*"),
    _sign("research", -5, "research|innovation|education|training"),
    _sign("the site's own", -6, r"contact|accessib\w+|cookies?|privacy|site ?map|log ?in|sign ?in|feedback|complain\w*",
          "search|share|subscribe|print|tweet|facebook|linkedin|calendar", "find us|terms (?:and|&) conditions|skip to"),
    _sign("freedom of information", -4, "foi|freedom of information"),
    _sign("equality", -4, "equality|diversity|safeguarding", "gender pay|modern slavery"),
)
PAPERS = _sign("a paper's name", 2, "agendas?|minutes|papers?|packs?|bundles?|enclosures?|enc|items?|appendi(?:x|ces)",
               r"supplementary|part (?:\d|[a-d])", "full (?:set|pdf)")
REPORTS = _sign("a report", 1, "reports?|updates?|framework|presentation|slides|story|declarations?")
# No paper of any meeting, wherever it stands.
NEVER: tuple[Sign, ...] = (
    _sign("a leaflet", -8, "leaflets?|booklets?|flyers?|posters?|newsletters?|maps?", "easy read|car parking"),
    _sign("how to attend", -8, "how to (?!improve)|attend(?:ing)?|observer|etiquette", "joining (?:instructions?|details)",
          "ask(?:ing)? (?:a )?questions?|question form|guidance for (?:the )?public"),
    _sign("a vacancy", -8, "vacanc(?:y|ies)|candidate", "job description|recruitment pack|application form"),
    _sign("the site's own", -8, "privacy|cookies?", "accessibility statement|publication scheme"),
)
# Papers of their own beside the meetings; within a meeting they are items.
STANDING: tuple[Sign, ...] = (
    _sign("a policy", -6, "polic(?:y|ies)|procedures?|constitution|handbook", "standing (?:orders|financial)",
          "scheme of (?:delegation|reservation)|terms of reference|code of conduct|rules of procedure"),
    _sign("a yearly report", -6, "strateg(?:y|ies)|statements?", "annual (?:reports?|accounts|plan|review)",
          "quality accounts?|five year"),
    _sign("a register", -6, r"expenses|biograph\w*|profiles?", "registers? of|gifts and hospitality|declarations? of interests?",
          "attendance matrix"),
    _sign("dates only", -6, r"(?:dates (?:of|for)|schedule of|calendar of) (?:\w+ ){0,4}(?:meetings?|dates)",
          "(?:meeting|board) (?:dates|schedule)", "corporate calendar"),
)
END_OF_PAPERS = re.compile(
    r"\b(?:related|useful|see\s+also|more\s+(?:about|information|from|in\s+this)|further\s+information|elsewhere|quick\s+links|popular|latest\s+news"
    r"|in\s+this\s+section|governance\s+documents|key\s+documents|corporate\s+documents|policies|patients?['’]?\s+information|other\s+documents"
    r"|leaflets|news)\b", re.IGNORECASE)
NEXT_PAGE = re.compile(r"^\W*(?:next(?:\s+page)?|older(?:\s+\w+)?|load\s+more|show\s+more|view\s+more|>|»|›)\W*$", re.IGNORECASE)
EMPTY_WORDS = re.compile(
    r"^\W*(?:(?:please\s+)?(?:click\s+here|read\s+more|find\s+out\s+more|view|open|see|download|here|more(?:\s+information|\s+details)?|details|pdf|file"
    r"|this|the|document|link|to|full|meeting|papers?|documents?|icon)\W*)+$", re.IGNORECASE)
NAMELESS = re.compile(
    r"^\W*(?:(?:please\s+)?(?:click\s+here|read\s+more|find\s+out\s+more|view|open|see|download|here|more|details|pdf|file|this|the|document|link"
    r"|to|full|icon)\W*)+$", re.IGNORECASE)
"""What is no name of a paper, although it is all that the link says."""
# Rounds of page furniture that links carry in their words.
TRIMMINGS = re.compile(
    r"\(?\b(?:opens?\s+in\s+(?:a\s+)?new\s+(?:window|tab)|external\s+link|pdf\s+icon|download\s+icon)\b\)?"
    r"|[\[(]\s*(?:pdf|docx?|xlsx?|pptx?|od[pst]|zip|word|excel)?[\s,:|–-]*(?:[\d.,]+\s*[kmg]i?b)?[\s,]*(?:\d+\s+pages?)?\s*[\])]"
    r"|\b(?:pdf|docx?|zip)[\s,:|–-]+[\d.,]+\s*[kmg]b\b|\b[\d.,]+\s*[kmg]b\b"
    r"|\.(?:pdf|docx?|xlsx?|pptx?|od[pst]|zip)\b", re.IGNORECASE)


def body_of(text: str) -> Body | None:
    """Whose meetings a text speaks of; None where it says nothing of it."""
    text = ICB_NAME.sub("ICB", text[:600])
    rest, others = OTHER_BODY.subn(" ", text)
    board = BOARD.search(rest) is not None
    if others:
        return "both" if board else "other"
    return "board" if board else None


def is_own_meeting_of_another(text: str) -> bool:
    """``Quality Committee papers``, ``Council of Governors agenda``; not ``Quality Committee chair's report``, which is an item."""
    return body_of(text) == "other" and bool(OWN_MEETING.search(text)) and not REPORT_OF.search(text)
