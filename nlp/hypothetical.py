"""Sentences that claim nothing: definitions, rules for all trusts, suppositions, questions, wishes."""

from __future__ import annotations

from typing import Literal

from nlp import gated_re as re
from nlp.sheet import Sentence, Sheet

SUPPOSED = re.compile(
    r"^\W*(?:(?:Q\d*[.:)]\s*)?(?:suppose|imagine|picture|say|let[’']s\s+say)\b|what\s+if\b|scenario\b|example\s*\d*:|"
    r"for\s+example,?\s+(?:a|an|if)\b|"
    r"exercise\b|vignette\b|lot\s+\d|card\s+[A-Z0-9]\b)|\b(?:hypothetical|fictional|fictitious|imaginary|"
    r"(?:made-up|invented)\s+(?:\w+\s+){0,2}?(?:trust|hospital|scenario|case|example|story|vignette|incident|exercise|patient)s?|"
    r"simulat(?:ed|ion)|(?:exercise|scenario|drill|case\s+study|war\s+game)\s+(?:\w+\s+)?(?:imagin\w+|assum\w+|suppos\w+|"
    r"featur\w+|involv\w+|"
    r"test(?:ed|s)|posed|was\s+based)|mock|role[\s-]?play\w*|table-?top\s+exercise|worked\s+example)\b|"
    r"\b(?:play|film|book|novel|drama|series|show|album|song|exhibition|podcast|documentary|course|webinar|poem|quiz|game)\s+"
    r"(?:is\s+|was\s+)?(?:called|titled|entitled|named|“|‘)",
     re.IGNORECASE)
DEFINED = re.compile(
    r"\b(?:is|are)\s+(?:\w+\s+){0,2}?(?:defined\s+as|the\s+(?:term|name|label|phrase)\s+(?:for|given)|used\s+(?:to\s+describe|"
    r"where|when|for)|"
    r"reserved\s+for|a\s+(?:term|type\s+of|form\s+of|category\s+of)\b)|(?<!which\s)\bmeans\s+(?:that\s+)?(?:a|an)|"
    r"(?<!which\s)(?<!\bit\s)(?<!\bthis\s)(?<!\bthat\s)(?<!\bmove\s)(?<!\bdecision\s)(?<!\bchange\s)\bmeans\s+(?:that\s+)?the\s+"
    r"(?:trust|provider)s?\b|"
    r"\brefers?\s+to\b|\bby\s+definition\b|\bstands\s+for\b|\bglossary\b|"
    r"\b(?:is|are)\s+for\s+(?:all\s+|any\s+|those\s+|NHS\s+|challenged\s+|the\s+)*(?:trusts|providers|organisations|ICBs)\b|"
    r"\b(?:on\s+a\s+(?:[\w-]+\s+)?scale|on\s+a\s+scale\s+of|one\s+of\s+four\s+(?:grades|ratings)|four\s+(?:possible\s+)?ratings)\b|"
    r"\b(?:policy|cover|insurance|indemnity|terms\s+of\s+reference|handbook|guidance|framework|procedure|module|toolkit)\s+"
    r"(?:also\s+)?(?:extends\s+to|covers|sets\s+out|describes|explains|applies|says\s+what|tells\s+staff)\b", re.IGNORECASE)
SPELT_OUT = re.compile(r"\W*[A-Z]{2,8}\s*[–—:=-]\s*(?:(?:of|and|for|the|in|to)\s+|[A-Z][\w’'-]*[\s,.]*){2,10}\W*")
"""An acronym with what it stands for: a line of a glossary."""
GRADES_LISTED = re.compile(
    r"\boutstanding\W+(?:\w+\W+)?good\W+(?:\w+\W+)?requires\s+improvement\W+(?:or|and)\W+inadequate|"
    r"\binadequate\W+(?:\w+\W+)?requires\s+improvement\W+(?:\w+\W+)?good\W+(?:or|and)\W+outstanding", re.IGNORECASE)
"""The grades told over: the scale itself."""
NEVER_EVENT_DEFINED = re.compile(
    r"\b(?:a\s+)?never[\s-]events?[’'”\"]?\s*(?:[–—:-]\s+(?:one\s+that|an?\s+(?:serious|incident|event)\b|serious\b|incidents?\b)|"
    r"(?:are|is)\s+(?:\w+\s+){0,2}?(?:serious|incidents?|patient\s+safety|errors?|mistakes?|things|those|so\s+serious|defined|"
    r"preventable|"
    r"wholly|largely|events?)|should(?:n[’']t|\s+(?:not|never|be))|(?:list|framework|policy|training|"
    r"poster)\b(?!\s+and\s+(?:did|was)))|\b(?:is|are)\s+(?:a\s+)?never[\s-]events?\s+(?:only|if|where|when|unless)\b|"
    r"\b(?:(?<!\bin\s)what\s+(?:is|are|counts\s+as|constitutes)|not\s+every)\b.{0,40}\bnever\s+event", re.IGNORECASE)
BODIES = r"(?:trusts|providers|organisations|hospitals|boards|ICBs|locations|practices)"
GENERIC = re.compile(
    rf"(?:^\W*|[;:(–—]\s*|\b(?:all|any|most|many|some|other|such|where|if|when|that|which|for|how)\s+)"
    rf"(?:NHS\s+|acute\s+|foundation\s+|other\s+|challenged\s+)*{BODIES}\b(?!\s+(?:in|at|across)\s+(?:the\s+)?(?-i:[A-Z]))|"
    r"\b(?:a|an|any|each|every)\s+(?:\w+\s+){0,2}?(?:trust|provider|organisation|hospital|board|system|ICB)\s+"
    r"(?:is|are|that|which|in|with|may|can|must|will|would|could|enters?|leaves?|stays?|moves?|goes|does|should)\b|"
    r"\b(?:if|unless|whenever)\s+(?:a|an|any|the\s+CQC|CQC|NHS\s+England)\b|"
    r"\b(?:where|when|once)\s+(?:a|an|any|the\s+CQC|CQC|NHS\s+England)\b(?!\s+(?:[\w-]+\s+){1,3}?(?:was|were|had|has|[a-z]+ed)\b)",
    re.IGNORECASE)
INDEFINITE = re.compile(
    r"\b(?:events|actions?|incidents|sanctions|interventions|issues|matters|consequences|outcomes|circumstances|measures|"
    r"powers|tools)\s+"
    r"(?:such\s+as|like|including|e\.g\.)\s+(?!the\b|its\b|our\b|those\b|two\b|three\b)|"
    r"\b(?:is|are)\s+(?:[\w-]+\s+){1,8}?(?:where|when|if|once|that|which|by\s+which|whereby)\s+an?\s+(?:\w+\s+)?(?:trust|"
    r"provider|coroner|"
    r"regulator|organisation|hospital|service|body|director)\s+(?!was\b|has\b)(?:\w+s|can|may|must|have|do)\b|"
    r"\b(?:if|where|when|once|whenever)\s+(?:a|an|any)\s+(?:\w+\s+){0,2}?(?:trust|provider|organisation|hospital|ICB)\b|"
    r"^\W*(?:an?|any|each|every)\s+(?:\w+\s+){0,2}?(?:trust|provider|organisation|hospital|ICB)\s+(?:in\s+segment\s+\w+\s+)?"
    r"(?:gets?|may|can|must|cannot|is\s+only|isn[’']t|should|has\s+to|will\s+(?:be|have))\b", re.IGNORECASE)
"""Rules for whatever trust it may be: "when a trust is placed in special measures it gets …"."""
POWERS = re.compile(
    rf"\b(?:(?:has|have|had)\s+(?:also\s+|now\s+|long\s+)?(?:been\s+(?:able|empowered|allowed|entitled)|(?:the\s+)?(?:new\s+|legal\s+)?powers?)|"
    rf"(?:is|are|was|were|became)\s+(?:also\s+|now\s+)?(?:able|empowered|allowed|entitled)|can|may|could|gained\s+(?:the\s+)?(?:new\s+)?powers?|"
    rf"was\s+given\s+(?:the\s+)?(?:new\s+)?powers?)\s+(?:to\s+|also\s+|now\s+)*"
    rf"(?:prosecut|fin|clos|suspend|inspect|rat|plac|put|serv|issu|impos|regulat|warn|tak\w+\s+action\s+against|act\s+against|"
    rf"bring\w*\s+(?:\w+\s+)?(?:charges|cases|prosecutions)\s+against)\w*\s+(?:(?:a|an|any|to|on|against|NHS|failing|other)\s+|"
    rf"(?:fines|conditions|notices|warning\s+notices|special\s+measures)\s+)*{BODIES}\b"
    rf"(?!\s+(?:in|at|across|run\s+by)\s+(?:the\s+)?(?-i:[A-Z]))", re.IGNORECASE)
"""What a regulator may do to whichever providers: "has been able to prosecute providers where people come to harm"."""
CAPABLE = re.compile(
    rf"^(?:[^,.;:]{{0,60}},\s+|(?:since|from|in)\s+(?:\w+\s+)?\d{{4}}\s+)?\W*(?:(?:all|any|most|many|some|other|such|NHS|acute|foundation)\s+)*{BODIES}\s+"
    rf"(?:that|which|where|with)?[^,.;:]{{0,60}}?\b(?:can|may|must|could|should|(?:are|were|is)\s+(?:now\s+|also\s+)?"
    rf"(?:able|liable|required|obliged|expected|allowed))\b", re.IGNORECASE)
"""What trusts at large can, may or must: "trusts may be fined", "since 2015 providers are liable to …"."""
SEGMENT_DEFINED = re.compile(
    r"^\W*segments?\s+\w+\W{0,3}\s*(?:is|are|was|were|means?|signif\w+|lies|stands|covers|includes|comprises|denotes|providers|"
    r"trusts|organisations)\b",
    re.IGNORECASE)
WHO = r"(?:it|they|he|she|we|you|the|its|their|this|that|those|these|our|(?-i:[A-Z])[\w’'&.-]*)"
CONDITION = r"(?:(?!\b(?:would|could|might|will)\b)[^,;:?])*"
"""The rest of a condition, as far as what would follow from it."""
INVERTED = re.compile(
    rf"^[\s“‘\"'(]*(?:had\s+{WHO}\s+(?:(?!has\b|was\b|were\b|is\b|had\b)[\w’'&.-]+\s+){{0,12}}?"
    r"(?:been|not|[a-z]{2,}(?:ed|en)|gone|got|done|made|kept|met|lost|left|won|put|slipped|sunk|found)\b|"
    rf"were\s+(?!there\b){WHO}\s+(?:(?!has\b|was\b|is\b|had\b|were\b)[\w’'&.-]+\s+){{0,12}}?"
    rf"to\s+(?!blame\b)[a-z]+\b){CONDITION}", re.IGNORECASE)
"""A condition without "if" at a sentence's beginning: "Had the trust been rated inadequate, …", "Were it to fall …"."""
INVERTED_LATER = re.compile(
    rf"(?:[,;:–—(]\s*|\b(?:that|and|but|because|since|although)\s+)(?:had\s+{WHO}\s+(?:[\w’'&.-]+\s+){{0,9}}?(?:been|not)\b|"
    rf"were\s+{WHO}\s+(?:[\w’'&.-]+\s+){{0,9}}?to\s+(?:be|have|fall|go|slip|drop|enter|get|become|receive)\b){CONDITION}",
    re.IGNORECASE)
"""The same within a sentence, where something only would have followed: "it would have closed, had it been rated …"."""
ONLY_IF = re.compile(r"\b(?:would|could|might)(?:n[’']t)?\b", re.IGNORECASE)
CLAIMED = re.compile(r"^\W*(?:(?:assertion|claim|myth|rumour|misconception)\s*[:–—]|correction\s*[:–—](?=[^.]*\b(?:said|"
                     r"stated|reported|wrote|"
                     r"described)\b))", re.IGNORECASE)
"""What is said only to be set right."""
PARTICULAR = re.compile(
    r"\b(?:the\s+(?:trust|hospital|organisation|board|ICB|service|unit|department|licensee|provider(?!\s+improvement)|"
    r"group|system)|it|its|"
    r"itself|we|our|us|their|they|both|two|three|four|"
    r"here|this\s+(?:trust|hospital))\b", re.IGNORECASE)
ASKED = re.compile(r"\?[\s'\"”’)\]]*$")
OPEN_QUESTION = re.compile(r"\W*(?:Q\d*[.:)]?\s*)?(?:why|when|where|who|how|what|which)\b(?![^?]{0,60}\b(?:would|if|could|"
 r"might)\b)", re.IGNORECASE)
"""Questions that take their matter for granted: "When is the review due?"."""
WHETHER = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|quer(?:y|ied|ies|ying)|enquir\w+|inquired|question(?:ed|s)|wonder\w*|confirm|clarify|ascertain|"
    r"establish|check|verify|confirmation|clarification|assurance|asking|question|queries)\s+(?:(?!that\b)[\w'’.]+\s+"
    r"){0,5}?(?:whether|if)\b(?!\s+to\b)"
    r"(?:(?!,\s+(?:after|following|as|when|which|who|because|since|given|having)\b)[^.;?!])*$",
    re.IGNORECASE)
PRESUPPOSED = re.compile(
    r"(?<!\bin )(?<!\binto )(?<!\bunder )\b(?:the|its|our|their|this|these|those)\s+(?:(?!trust|hospital|board|provider|"
    r"icb|cqc|organisation)[\w'’-]+\s+){0,3}$|"
    r"\b(?:left|exit(?:ed)?|leave|lift(?:ed)?|out\s+of|remove[ds]?|off|end(?:ed)?|when|would|will|could|should|might|may)\b[^,]*$",
    re.IGNORECASE)
"""Between the asking and the trigger: what is asked is not whether it is so, but what becomes of it."""
TO_COME = re.compile(r"[^.,;]{0,40}?\b(?:should|could|might|would|may|will)\b", re.IGNORECASE)


INDIRECT = re.compile(
    r"[^?]{0,120}?\b(?:say|tell\s+\w+|state|set\s+out|explain|update\s+\w+(?:\s+\w+)?\s+on|make\s+a\s+statement\s+"
    r"on)\s+(?:to\s+\w+\s+)?"
    r"(?:when|how|why|what|which|where)\b", re.IGNORECASE)
"""Asks for the when and the why of what it takes for granted."""


def claims_nothing(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """Why the trigger at ``[start, end)`` states no fact of any organisation, or None where it may state one."""
    left, right = max(sentence.start, start - 300), min(sentence.end, end + 300)
    words = re.stretch(sheet.text, left, right)
    if CLAIMED.match(words):
        return "claimed"
    if SUPPOSED.search(words):
        return "supposed"
    if SPELT_OUT.fullmatch(sheet.text, sentence.start, sentence.end):
        return "defined"
    if is_inverted(words, start - left):
        return "inverted"
    if NEVER_EVENT_DEFINED.search(words) or DEFINED.search(words) or GRADES_LISTED.search(words):
        return "defined"
    named = any(name.form not in ("other", "anaphor") for name in sheet.names_in(sentence.start, sentence.end))
    if named or sentence.form != "prose":
        return None
    if INDEFINITE.search(words):
        return "generic"
    if (POWERS.search(words) or CAPABLE.match(words)) and not PARTICULAR.search(words):
        return "generic"
    if SEGMENT_DEFINED.match(words) and not PARTICULAR.search(words):
        return "defined"
    generic = GENERIC.search(words)
    if generic and generic.start() < start - left and not PARTICULAR.search(words):
        return "generic"
    return None


def is_inverted(words: str, start: int) -> bool:
    """Whether the trigger at an offset of some words stands in a condition without "if"."""
    first = INVERTED.match(words)
    if first and start < first.end():
        return True
    return ONLY_IF.search(words) is not None and any(
        found.start() <= start < found.end() for found in INVERTED_LATER.finditer(words))


def asked_within(sheet: Sheet, sentence: Sentence, start: int, end: int) -> Literal["asked"] | None:
    """Whether a sentence tells that somebody asked if what the trigger says is so: "asked whether the trust was in …"."""
    words = re.stretch(sheet.text, max(sentence.start, start - 140), start)
    if WHETHER.search(words) is None or PRESUPPOSED.search(words) or TO_COME.match(sheet.text, end, sentence.end):
        return None
    return "asked"


def is_choice(sheet: Sheet, sentence: Sentence) -> bool:
    """Whether a question offers a choice, so that no is no answer to it."""
    return re.search(r"\bor\b(?!\s+not\b)", sheet.text[max(sentence.start, sentence.end - 200):sentence.end]) is not None


def is_question(sheet: Sheet, sentence: Sentence) -> bool:
    """Whether a sentence asks if something is so."""
    return (ASKED.search(sheet.text, max(sentence.start, sentence.end - 10), sentence.end) is not None
            and OPEN_QUESTION.match(sheet.text, sentence.start, sentence.end) is None
            and INDIRECT.match(sheet.text, sentence.start, sentence.end) is None)
