"""Sentences that claim nothing: definitions, rules for all trusts, suppositions, questions, wishes."""

from __future__ import annotations

import re

from nlp.sheet import Sentence, Sheet

SUPPOSED = re.compile(
    r"^\W*(?:(?:Q\d*[.:)]\s*)?(?:suppose|imagine|picture|say|let[’']s\s+say)\b|what\s+if\b|scenario\b|example\s*\d*:|"
    r"for\s+example,?\s+(?:a|an|if)\b|"
    r"exercise\b|vignette\b|lot\s+\d|card\s+[A-Z0-9]\b)|\b(?:hypothetical|fictional|fictitious|imaginary|made-up|invented)\b",
     re.IGNORECASE)
DEFINED = re.compile(
    r"\b(?:is|are)\s+(?:\w+\s+){0,2}?(?:defined\s+as|the\s+(?:term|name|label|phrase)\s+(?:for|given)|used\s+(?:to\s+describe|"
    r"where|when|for)|"
    r"reserved\s+for|a\s+(?:term|type\s+of|form\s+of|category\s+of)\b)|\bmeans\s+(?:that\s+)?(?:a|an|the\s+(?:trust|provider)s?\b)|"
    r"\brefers?\s+to\b|\bby\s+definition\b|\bstands\s+for\b|\bglossary\b", re.IGNORECASE)
NEVER_EVENT_DEFINED = re.compile(
    r"\b(?:a\s+)?never[\s-]events?[’'”\"]?\s*(?:[–—:-]\s+(?:one\s+that|an?\s+(?:serious|incident|event)\b|serious\b|incidents?\b)|"
    r"(?:are|is)\s+(?:\w+\s+){0,2}?(?:serious|incidents?|patient\s+safety|errors?|mistakes?|things|those|so\s+serious|defined|"
    r"preventable|"
    r"wholly|largely|events?)|should(?:n[’']t|\s+(?:not|never|be))|(?:list|framework|policy|training|"
    r"poster)\b(?!\s+and\s+(?:did|was)))|"
    r"\b(?:(?<!\bin\s)what\s+(?:is|are|counts\s+as|constitutes)|not\s+every)\b.{0,40}\bnever\s+event", re.IGNORECASE)
BODIES = r"(?:trusts|providers|organisations|hospitals|boards|ICBs|locations|practices)"
GENERIC = re.compile(
    rf"(?:^\W*|[;:(–—]\s*|\b(?:all|any|most|many|some|other|such|where|if|when|that|which|for|how)\s+)"
    rf"(?:NHS\s+|acute\s+|foundation\s+|other\s+|challenged\s+)*{BODIES}\b(?!\s+(?:in|at|across)\s+(?:the\s+)?(?-i:[A-Z]))|"
    r"\b(?:a|an|any|each|every)\s+(?:\w+\s+){0,2}?(?:trust|provider|organisation|hospital|board|system|ICB)\s+"
    r"(?:is|are|that|which|in|with|may|can|must|will|would|could|enters?|leaves?|stays?|moves?|goes|does|should)\b|"
    r"\b(?:if|where|when|once|unless|whenever)\s+(?:a|an|any|the\s+CQC|CQC|NHS\s+England)\b", re.IGNORECASE)
INDEFINITE = re.compile(
    r"\b(?:if|where|when|once|whenever)\s+(?:a|an|any)\s+(?:\w+\s+){0,2}?(?:trust|provider|organisation|hospital|ICB)\b|"
    r"^\W*(?:an?|any|each|every)\s+(?:\w+\s+){0,2}?(?:trust|provider|organisation|hospital|ICB)\s+(?:in\s+segment\s+\w+\s+)?"
    r"(?:gets?|may|can|must|cannot|is\s+only|isn[’']t|should|has\s+to|will\s+(?:be|have))\b", re.IGNORECASE)
"""Rules for whatever trust it may be: "when a trust is placed in special measures it gets …"."""
SEGMENT_DEFINED = re.compile(
    r"^\W*segments?\s+\w+\W{0,3}\s*(?:is|are|was|were|means?|signif\w+|lies|stands|covers|includes|comprises|denotes|providers|"
    r"trusts|organisations)\b",
    re.IGNORECASE)
CLAIMED = re.compile(r"^\W*(?:assertion|claim|myth|rumour|misconception|correction)\s*[:–—]|^\W*(?:it\s+is\s+(?:a\s+myth|"
 r"not\s+true)\s+that)\b", re.IGNORECASE)
"""What is said only to be set right."""
PARTICULAR = re.compile(
    r"\b(?:the\s+(?:trust|hospital|organisation|board|ICB|service|unit|department|licensee|provider|group|system)|it|its|"
    r"itself|we|our|us|their|they|both|two|three|four|"
    r"here|this\s+(?:trust|hospital))\b", re.IGNORECASE)
ASKED = re.compile(r"\?[\s'\"”’)\]]*$")
OPEN_QUESTION = re.compile(r"\W*(?:Q\d*[.:)]?\s*)?(?:why|when|where|who|how|what|which)\b(?![^?]{0,60}\b(?:would|if|could|"
 r"might)\b)", re.IGNORECASE)
"""Questions that take their matter for granted: "When is the review due?"."""


def claims_nothing(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """Why the trigger at ``[start, end)`` states no fact of any organisation, or None where it may state one."""
    left, right = max(sentence.start, start - 300), min(sentence.end, end + 300)
    words = sheet.text[left:right]
    if CLAIMED.match(words):
        return "claimed"
    if SUPPOSED.search(words):
        return "supposed"
    if NEVER_EVENT_DEFINED.search(words) or DEFINED.search(words):
        return "defined"
    named = any(name.form not in ("other", "anaphor") for name in sheet.names_in(sentence.start, sentence.end))
    if named or sentence.form != "prose":
        return None
    if INDEFINITE.search(words):
        return "generic"
    if SEGMENT_DEFINED.match(words) and not PARTICULAR.search(words):
        return "defined"
    generic = GENERIC.search(words)
    if generic and generic.start() < start - left and not PARTICULAR.search(words):
        return "generic"
    return None


def is_choice(sheet: Sheet, sentence: Sentence) -> bool:
    """Whether a question offers a choice, so that no is no answer to it."""
    return re.search(r"\bor\b(?!\s+not\b)", sheet.text[max(sentence.start, sentence.end - 200):sentence.end]) is not None


def is_question(sheet: Sheet, sentence: Sentence) -> bool:
    """Whether a sentence asks if something is so."""
    return (ASKED.search(sheet.text, max(sentence.start, sentence.end - 10), sentence.end) is not None
            and OPEN_QUESTION.match(sheet.text, sentence.start, sentence.end) is None)
