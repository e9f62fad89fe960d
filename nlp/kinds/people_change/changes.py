"""The words that say that somebody takes or leaves an office, before it and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.kinds.intervention.patterns import compiled
from nlp.organisations.words import listed


@dataclass(frozen=True, slots=True)
class Change:
    """Words for a change, on one side of an office."""

    value: str
    words: re.Pattern[str]
    most_others: int
    """How many words may stand between beside those that are passed over: a name, a trust."""


PASSED = listed("""as of by from for to at in on the its our their his her a an and both new next first permanent substantive
    full time joint group shared interim acting temporary caretaker executive trust hospital board icb current
    latest outgoing incoming nhs post role position job be become has have had is are was were will would who
    been being announced announces that she he they going due set decided today also now not never recently
    suddenly formally shortly confirmed plans intends told staff colleagues intention may could might must
    should january february march april june july august september october november december foundation s
    university hospitals health care icbs yesterday later this week month year with immediate effect after over
    under just then since reported previously""")
"""Words that may stand between an office and what became of its holder."""
BROKEN = compiled(r"[;:]|\. |\b(?:said|says|told|asked|thanked|noted|reported that|explained|presented|which|while|but|"
                  r"whose|where|when|because|"
                  r"introduced|advised|added|confirmed that the|if|unless)\b")
"""What ends the reach of an office: from there on something else is told."""
BEFORE = (
    Change("departing", compiled(
        r"\b(?:resign(?:s|ed|ing|ation)?|retir(?:es|ed|ing|ement)|step(?:s|ped|ping)? (?:down|aside)|stood (?:down|aside)|"
        r"stand(?:s|ing)? (?:down|aside)|departure|exit|removal|removed|dismissal|dismissed|sacking|sacked|ousted|ousting|"
        r"suspension|"
        r"suspended|quits?|farewell|los(?:s of|ing|t|es)|parted company|goodbye|outgoing|departing)\b"), 4),
    Change("appointed", compiled(
        r"\b(?:appoint(?:s|ed|ing|ment)?|named|names|naming|confirm(?:s|ed)(?= as| [\w'-]+ [\w'-]+ as)|unveil(?:s|ed)|hire[sd]|"
        r"recruit(?:s|ed)|chosen|chooses|picks|picked|select(?:s|ed)|install(?:s|ed)|promot(?:ed|ion)|elevated|becomes?|became|"
        r"join(?:s|ed)|start(?:s|ed)(?= as)|takes over|took over|taken over|began(?= as)|succeed(?:s|ed)|replace[sd]|"
        r"returns? as|returned as|"
        r"steps up|stepped up|acts up|acting up|seconded|steps in|stepped in|incoming|newly[ -]appointed|welcom(?:ed|es|"
        r"ing))\b"), 5),
)
AFTER = (
    Change("departing", compiled(
        r"\b(?:resign(?:s|ed|ing)?|retir(?:es?|ed|ing)|step(?:s|ped|ping)? (?:down|aside)|stood (?:down|aside)|stand(?:s|"
        r"ing)? (?:down|aside)|"
        r"depart(?:s|ed|ing)?|leaves|leave|leaving|left(?= (?:the (?:trust|organisation|hospital|board|post)|his|her|their|"
        r"its|in|on|last|for|at)\b|\.|$)|"
        r"(?:has|have|had) left|quits?|removed|dismissed|sacked|ousted|suspended|resignation|departure|"
        r"retirement|"
        r"(?:his|her|their) (?:last|final) (?:board |public )*meeting|mov(?:es|ing|ed) on|(?:extended|sick|gardening|"
        r"special) leave|"
        r"career break)\b"
        r"(?! (?:a |an )?(?:patients?|meeting|statement|message|note|legacy|questions?|it|them|behind|of absence policy))"), 5),
    Change("appointed", compiled(
        r"\b(?:appointed|named(?! (?:by|after|in|as (?:the|one|a|among)))|recruited|hired|appointment|(?:took|takes?|"
        r"taking) up (?:the|her|his|their) posts?|"
        r"in post (?:from|since|on)|"
        r"start(?:s|ed)? (?:work|in|on|at|this|last|next|today)|joins|joined|(?:his|her|their) first (?:board |"
        r"public )*meeting)\b"), 5),
)
INTERIM_BEFORE = compiled(r"\b(?:interim|acting|temporary|caretaker|stand-in)(?: (?:joint|group|trust|executive|deputy))? $")
INTERIM_NEAR = compiled(
    r"\bon an? (?:interim|acting|temporary) basis\b|\bacts? up\b|\bacting up\b|\bseconded\b|\bin the interim\b|"
    r"\buntil a (?:permanent|substantive)\b|\bsteps? in\b|\bstepp(?:ed|ing) in\b")
TO_COME = re.compile(
    r"(?<!has )(?<!had )(?<!have )(?<!decided )(?<!chose )(?<!forced )(?<!used )\bto (?:be )?$")
"""The infinitive right before a change: "chair to step down"."""
