"""What speaks for and against a group of names as those whom a trigger is about, as signs that a weighing can count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.groups import BEFORE_NAME, Group
from nlp.home import matter_of
from nlp.organisations.words import listed
from nlp.sheet import Sentence, Sheet

CONTRAST = re.compile(
    r"\b(?:while|whilst|whereas|but|although|though|however|unlike|except|bar|apart from|other than)\b", re.IGNORECASE)
RELATIVE = re.compile(r",\s*(?:which|who|whose|where|that)\b", re.IGNORECASE)
STOP = re.compile(r"[;–—]|\s-\s|\.\s")
VERB = re.compile(
    r"\b(?:is|isn[’']t|was|wasn[’']t|are|were|has|hasn[’']t|had|have|remains?|remained|stays?|stayed|left|exit\w*|"
    r"enter\w*|moved?|dropped|"
    r"rose|fell|went|came|got|joined|reported|declared|recorded|had|put|placed|given|served|fined|rated|found|said|told|"
    r"faces?|will|would|"
    r"may|could|be|been|pleaded|admitted|received|accepted|signed|asked|wrote|runs|took|takes)\b", re.IGNORECASE)
CUE = re.compile(
    r"\b(?:segment\s*\w+|special measures|never events?|inadequate|requires improvement|outstanding|warning notice|"
    r"undertakings?|fined|"
    r"prosecuted|turnaround|regulation 28|section 29A|recovery support|licence|SOF ?\d|NOF ?\d|good)\b", re.IGNORECASE)
PREPOSITIONS = listed("""by from with at in to near like unlike than of for via between alongside including and against over
    into on as around across under neighbouring called told joins join about that if so when where while but because after
    before nor or not both neither only""")
GIVING = listed("""put puts placed placing moved places serves served fined told gave given rated rates took takes issued sent
    prosecuted found keeps leaves left let ordered asked allowed""")
PRONOUN = re.compile(r"[“\"‘'(•–—\s-]*(?:It|Its|They|Their|He|She|This|That|These|Those|Both|There|The)\b")
PERSON = re.compile(r"[“\"‘'(•–—\s-]*(?:He|She)\b")
DESTINATION = re.compile(
    r"\b(?:divert|sent|send|mov|transferr|redirect|tak|referr|admitt|go(?:es|ing)?\b|"
    r"went)\w*\b[^.;]{0,50}\bto\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$")
"""What stands before the hospital that others' patients are sent to."""
HELPER = re.compile(
    r"\s+(?:(?:has|have|had|was|were|is|are|will|to)\s+){0,2}(?:be(?:en)?\s+)?(?:lent|lends?|commissioned\s+by|asked\s+by|"
    r"invited|engaged|"
    r"reviewed|reviewing|peer[- ]review\w*|advis\w+|support\w+|help\w+|seconded|buddied|buddies|mentor\w*|look(?:ed|ing)?\s+at)\b")
"""What follows a name that helps or examines another."""
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
PERSON_OF = re.compile(
    r"\b(?:executive|chair|chairman|chairwoman|director|officer|head|governor|doctor|nurse|consultant|manager|boss|leader|matron|"
    r"administrator|surgeon|team|board|help|support|advice|loan|colleagues|staff|expert|experts|partner|partners|buddy|"
    r"reviewer|auditor|inspector|professor|adviser|psychiatrist|midwife|colleague)s?\s+"
    r"(?:\w+\s+){0,2}(?:of|from|at|by|with|to)\s+(?:the\s+|a\s+|an\s+)?$", re.IGNORECASE)
SAYS = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:said|says|told|tells|observed|noted|reported\s+that|confirmed|explained|added|asked|argued|"
                  r"heard|understands|believes|recommended|announced|wrote|commented|welcomed)\b")


def of_sentence(sheet: Sheet, sentence: Sentence, coded: Sequence[Group]) -> Iterator[str]:
    """Signs in the sentence itself, whoever is weighed."""
    yield f"sentence_names:{min(len(coded), 2)}"
    yield f"form:{sentence.form}"
    words = sheet.words(sentence)
    if PRONOUN.match(words):
        yield f"pronoun:{min(len(coded), 1)}"
    if PERSON.match(words):
        yield f"person:{min(len(coded), 1)}"
    if FIRST_PERSON.search(words):
        yield "first_person"
    yield f"matter:{matter_of(sheet)}"
    if not sentence.index or sheet.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        yield "opens_paragraph"


def of_group(sheet: Sheet, group: Group) -> Iterator[str]:
    """Signs in how a group is named."""
    yield f"named_as:{group.names[0].form}"
    if sheet.home in group.codes:
        yield "is_home"
    if group.names[0].form == "anaphor":
        word = group.names[0].text.lower().split()[0]
        yield f"word:{word}"
        if word in ("we", "our", "us"):
            yield f"own:{'board' if group.codes[0].startswith('Q') else 'trust'}"
        elif len(group.codes) > 1:
            yield "plural_pointer"


def signs_here(sheet: Sheet, sentence: Sentence, group: Group, groups: Sequence[Group], start: int, end: int) -> Iterator[str]:
    """Signs of a group that stands in the sentence of the trigger at ``[start, end)``."""
    text = sheet.text
    side = "before" if group.end <= start else "after" if group.start >= end else "around"
    yield side
    yield f"{side}:matter:{matter_of(sheet)}"
    if len(group.codes) > 1:
        yield f"{side}:several"
        yield f"several:{group.names[0].form}:{sheet.text[group.start - 1:group.start] == '('}"
    between = text[group.end:start] if side == "before" else text[end:group.start]
    first, last = (group.end, start) if side == "before" else (end, group.start)
    crossed = [other for other in groups if other is not group and first <= other.start < last]
    yield f"{side}:crossed:{min(sum(1 for other in crossed if other.codes), 2)}"
    if any(not other.codes for other in crossed):
        yield f"{side}:other_crossed"
    length = len(between)
    yield f"{side}:far:{0 if length < 12 else 1 if length < 35 else 2 if length < 80 else 3}"
    for sign, pattern in (("contrast", CONTRAST), ("relative", RELATIVE), ("stop", STOP), ("verb", VERB), ("cue", CUE)):
        if pattern.search(between):
            yield f"{side}:{sign}"
    yield f"{side}:commas:{min(between.count(','), 2)}"
    if "(" in between and ")" not in between:
        yield f"{side}:opens"
    if ")" in between and "(" not in between:
        yield f"{side}:closes"
    if between.rstrip().endswith(":") or ":" in between:
        yield f"{side}:colon"
    yield f"{side}:prep:{_word_before(text, sentence, group)}"
    if text[group.end:group.end + 2] in ("'s", "’s") or text[group.end - 2:group.end] in ("'s", "’s"):
        yield f"{side}:possessive"
    elif re.match(r"\s*(?:,?\s*(?:which|who|whose)\b)", text[group.end:group.end + 12]):
        yield f"{side}:who"
    elif VERB.match(text, group.end + 1):
        yield f"{side}:acts"
        if len(group.codes) > 1:
            yield f"{side}:several:acts"
    if side == "after" and DESTINATION.search(text, max(sentence.start, group.start - 90), group.start):
        yield "destination"
    if HELPER.match(text, group.end):
        yield f"{side}:helper"
    if SAYS.match(text, group.end):
        yield f"{side}:says"
    if PERSON_OF.search(text, max(sentence.start, group.start - 50), group.start):
        yield f"{side}:person_of"
    coded = [other for other in groups if other.codes]
    if len(coded) == 1:
        yield f"{side}:only"
    elif coded[0] is group:
        yield f"{side}:first"
    if side == "before" and not [other for other in crossed if other.codes]:
        yield "nearest_before"
        if any(other.start >= end for other in coded):
            yield "nearest_before:some_after"
    if side == "after" and not any(other.end <= start for other in coded):
        yield "none_before"
        if not [other for other in crossed if other.codes]:
            yield "none_before:nearest"
    since = group.end if side == "before" else sentence.start
    if any(not other.codes and other.end <= start and other.start > since for other in groups):
        yield f"{side}:other_nearer"
    yield f"form:{sentence.form}:{side}"


def _word_before(text: str, sentence: Sentence, group: Group) -> str:
    if group.start == sentence.start:
        return "start"
    before = BEFORE_NAME.search(text, max(sentence.start, group.start - 30), group.start)
    if before is None:
        return "start" if not text[sentence.start:group.start].strip("•–—-*0123456789.)( \t\n“\"‘'") else "none"
    word = before[1].lower()
    if word in GIVING:
        return "giving"
    return word if word in PREPOSITIONS or not word[0].isalpha() else "word"


def signs_back(sheet: Sheet, sentence: Sentence, earlier: Sentence, steps: int, group: Group,
                others: Sequence[Group]) -> Iterator[str]:
    """Signs of a group that stands so many sentences before the trigger's."""
    yield f"back:{steps}"
    yield f"back:{'same' if earlier.paragraph == sentence.paragraph else 'other'}_paragraph"
    yield f"back:form:{earlier.form}"
    if len(group.codes) > 1:
        yield "back:several"
    if len(others) == 1:
        yield "back:only"
    elif others[0] is group:
        yield "back:first"
    elif others[-1] is group:
        yield "back:last"
    if _word_before(sheet.text, earlier, group) in ("start", "and", "that", "giving"):
        yield "back:subject"
    if sentence.lead_in == earlier.index:
        yield "lead_in"
    if earlier.end - earlier.start - (group.end - group.start) < 12 and group.names[0].form != "anaphor":
        yield "back:label"
        if sentence.paragraph == earlier.paragraph:
            yield "back:label:same"
    if earlier.index == 0 or sheet.sentences[earlier.index - 1].paragraph != earlier.paragraph:
        yield f"back:opening:{min(group.start - earlier.start, 13) < 13}"
