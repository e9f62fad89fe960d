"""Who says so: the speaker that a sentence names for what it reports."""

from __future__ import annotations

import re

from nlp.sheet import Sentence, Sheet

REGULATOR = (
    r"(?:the )?(?:Care Quality Commission(?: \(CQC\))?|CQC|NHS England(?: and (?:NHS )?Improvement)?|NHS Improvement|"
    r"NHSE(?:/I)?|NHSI|Monitor|"
    r"TDA|(?:NHS )?Trust Development Authority(?: \(TDA\))?|regulators?|inspectors|watchdog|coroner|health secretary|secretary "
    r"of state|"
    r"ministers?|Department of Health(?: and Social Care)?|court|judge|unions?|Unison|GMB|RCN|BMA|campaigners|auditors?|"
    r"regional (?:team|director)|chief inspector(?: of hospitals)?)")
NAME = r"[A-Z][\w’'-]+(?: (?:of |the |and |& )?[A-Z][\w’'-]+){0,5}"
PERSON = rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Baroness|Cllr|Councillor)\.? )?{NAME}"
OFFICE = (
    r"(?:(?:interim|acting|former|deputy|company|regional|medical|finance|managing|nursing) )?(?:chief (?:executive|nurse|"
    r"inspector|(?:operating|finance|medical) officer)|chair(?:man|woman)?|director(?: of [a-z]+)?|spokes(?:man|woman|person)|"
    r"sources?|"
    r"secretary|governors?|MPs?|trust|hospital|board|ICB|committee|report|letter|inquiry|review|papers?|minutes)")
SPEAKER = (rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur) )?{OFFICE}(?: (?:for|of|at|from) (?:the )?{NAME})?(?:,? {PERSON})?|"
           rf"{PERSON}(?:, [^,.;]{{3,60}},)?")

SAID = re.compile(
    r"\b(?:said|says|told|tells|confirmed|confirms|announced|announces|claimed|claims|insisted|insists|stated|states|warned|"
    r"warns|revealed|reveals|admitted|admits|wrote|writes|denied|denies|noted|argued|argues|concluded|disclosed|understands|"
    r"heard|believes)\b")
BEFORE = re.compile(
    rf"(?:(?P<regulator>\b(?i:{REGULATOR}))|(?P<speaker>(?<![\w’'-])(?:{SPEAKER})))"
    r"(?: (?:has|have|had|also|today|yesterday|later|since|now|then|on \w+day))*\s*$")
AFTER = re.compile(rf" (?:by )?(?:(?P<regulator>(?i:{REGULATOR})\b)|(?P<speaker>{SPEAKER}))")
ACCORDING = re.compile(rf"\b(?:[Aa]ccording to|[Ii]n the (?:words|view) of|[Aa]s reported by) "
                       rf"(?:(?P<regulator>(?i:{REGULATOR})\b)|(?P<speaker>{SPEAKER}))")
REACH = 240
SPEAKER_LENGTH = 110


def speaker_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """Who is named as saying what the trigger at ``[start, end)`` says, as the text names them, or None."""
    left, right = max(sentence.start, start - REACH), min(sentence.end, end + REACH)
    words = re.sub(r"\s", " ", sheet.text[left:right])
    found = ACCORDING.search(words)
    if found:
        return _named(found)
    for said in SAID.finditer(words):
        if left + said.start() < end and left + said.end() > start:
            continue
        found = BEFORE.search(words[max(0, said.start() - SPEAKER_LENGTH):said.start()]) or AFTER.match(words, said.end())
        if found and _named(found):
            return _named(found)
    return None


def _named(found: re.Match[str]) -> str:
    return (found["regulator"] or found["speaker"] or "").split(",")[0].strip()
