"""Who a trigger may be about: the groups of names around it, each with the signs that speak for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.organisations.words import listed
from nlp.sheet import Name, Sentence, Sheet

LINK = re.compile(r"(?:\s+(?:Teaching|Acute|Trust|Hospitals?|Healthcare))?"
                  r"(?:\s*\([^()]{1,12}\))?\s*(?:[,;/&]|\band\b|\bor\b|\bnor\b|\bas well as\b|\balong with\b)?\s*"
                  r"(?:and|or|nor|&)?\s*(?:the|both|at|in|of)?\s*(?:neighbouring)?\s*(?:the)?\s*", re.IGNORECASE)
"""What stands between the members of a list of names."""
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
BEFORE_NAME = re.compile(r"([A-Za-z’'&-]+|[:;,.(–—“\"|])\s*(?:the\s+|The\s+)?[“\"‘']?$")
PREPOSITIONS = listed("""by from with at in to near like unlike than of for via between alongside including and against over
    into on as around across under neighbouring called told joins join about that if so when where while but because after
    before nor or not both neither only""")
GIVING = listed("""put puts placed placing moved places serves served fined told gave given rated rates took takes issued sent
    prosecuted found keeps leaves left let ordered asked allowed""")
PRONOUN = re.compile(r"[“\"‘'(•–—\s-]*(?:It|Its|They|Their|He|She|This|That|These|Those|Both|There|The)\b")
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
BACK = 3
REACH = 700
"""How many characters of a sentence count before and after a trigger."""
OWN_REACH = 90
OBLIQUE = listed("by from with to near like unlike than for via between alongside and against over into on as or of at in")
HELD_BY = re.compile(r"\s+(?:at|in|of|for|to|on|against|by)\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+){0,2}")
SECTION = 24
"""How many sentences above may still rule as a heading."""
PERSON_OF = re.compile(
    r"\b(?:executive|chair|chairman|chairwoman|director|officer|head|governor|doctor|nurse|consultant|manager|boss|leader|matron|"
    r"administrator|surgeon|team|board|help|support|advice|loan|colleagues|staff|expert|experts|partner|partners|buddy)s?\s+"
    r"(?:\w+\s+){0,2}(?:of|from|at|by|with|to)\s+(?:the\s+|a\s+|an\s+)?$", re.IGNORECASE)
KIN = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:successor|predecessor|neighbours?|rival|sister|twin|counterpart)\b")
"""After a name: another is meant, which is told by this one ("Gosport's successor, Southern Health")."""
SAYS = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:said|says|told|tells|observed|noted|reported\s+that|confirmed|explained|added|asked|argued|"
                  r"heard|understands|believes|recommended|announced|wrote|commented|welcomed)\b")


@dataclass(frozen=True, slots=True)
class Group:
    """Names that a sentence lists together, or one alone."""

    names: tuple[Name, ...]

    @property
    def start(self) -> int:
        return self.names[0].start

    @property
    def end(self) -> int:
        return self.names[-1].end

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for name in self.names for code in name.all_codes))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Organisations that a trigger may be about, and why they may be."""

    codes: tuple[str, ...]
    source: str
    """``here``, ``back``, ``lead_in`` or ``home``."""
    group: Group | None
    signs: tuple[str, ...]


def groups_in(sheet: Sheet, start: int, end: int) -> list[Group]:
    """The names in a stretch of text, those that are listed together as one."""
    groups: list[list[Name]] = []
    for name in sheet.names_in(start, end):
        if groups and groups[-1][-1].all_codes and name.all_codes and LINK.fullmatch(sheet.text, groups[-1][-1].end, name.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [Group(tuple(part)) for names in groups for part in _apart(sheet.text, start, names)]


def _apart(text: str, start: int, names: list[Name]) -> list[list[Name]]:
    """Two names with only a comma between are no list where a preposition opens the first: "supported by A, B left …"."""
    if len(names) != 2 or text[names[0].end:names[1].start].strip() != ",":
        return [names]
    before = BEFORE_NAME.search(text, max(start, names[0].start - 30), names[0].start)
    return [[names[0]], [names[1]]] if before and before[1].lower() in OBLIQUE else [names]


def find_candidates(sheet: Sheet, sentence: Sentence, start: int, end: int) -> list[Candidate]:
    """Everyone whom the trigger at ``[start, end)`` of a sentence may be about, each once, by its nearest mention."""
    found: dict[tuple[str, ...], Candidate] = {}
    groups = groups_in(sheet, max(sentence.start, start - REACH), min(sentence.end, end + REACH))
    coded = [group for group in groups if group.codes]
    coded = [group for group in coded if len(coded) == 1 or not KIN.match(sheet.text, group.end)]
    settled = tuple(_of_sentence(sheet, sentence, coded))
    for group in sorted(coded, key=lambda group: _distance(group, start, end)):
        if group.codes not in found:
            found[group.codes] = Candidate(group.codes, "here", group, (
                *(f"here:{sign}" for sign in _signs_here(sheet, sentence, group, groups, start, end)), *_of_group(sheet, group)))
    for steps, earlier in enumerate(reversed(sheet.before(sentence, BACK)), 1):
        others = [group for group in groups_in(sheet, max(earlier.start, earlier.end - REACH), earlier.end) if group.codes]
        for group in others:
            found.setdefault(group.codes, Candidate(group.codes, "back", group, (
                *_signs_back(sheet, sentence, earlier, steps, group, others), *settled, *_of_group(sheet, group))))
    if sentence.lead_in is not None:
        leading = sheet.sentences[sentence.lead_in]
        for group in groups_in(sheet, leading.start, min(leading.end, leading.start + REACH)):
            if group.codes:
                signs = ("lead_in", *settled, *_of_group(sheet, group))
                found.setdefault(group.codes, Candidate(group.codes, "lead_in", group, signs))
    for source, above in (("heading", _heading(sheet, sentence)), ("opening", _opening(sheet, sentence))):
        for group in groups_in(sheet, above.start, min(above.end, above.start + REACH))[:1] if above is not None else ():
            if group.codes:
                found.setdefault(group.codes, Candidate(group.codes, source, group, (
                    source, f"{source}:far:{min((sentence.index - above.index) // 4, 3)}", *settled, *_of_group(sheet, group))))  # type: ignore[union-attr]
    if sheet.home:
        kind = "icb" if sheet.home.startswith("Q") else "trust"
        found.setdefault((sheet.home,), Candidate((sheet.home,), "home", None, (
            "home", f"home:{sheet.doc_type}:{kind}", *(f"home:{sign}" for sign in settled))))
    return list(found.values())


def about_another(sheet: Sheet, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name nearest to a trigger is that of a body outside the register, to which it then belongs."""
    nearby = sheet.names_in(max(sentence.start, start - REACH), min(sentence.end, end + 80))
    before = [name for name in nearby if name.end <= start and name.text.lower() not in ("we", "our", "us")]
    if before:
        nearest = before[-1]
        for name in reversed(before):  # "a surgery next door to Luton and Dunstable Hospital has been …"
            prior = BEFORE_NAME.search(sheet.text, max(sentence.start, name.start - 30), name.start)
            nearest = name
            if prior is None or prior[1].lower() not in OBLIQUE:
                break
        else:
            return False
        between = sheet.text[nearest.end:start]
        return nearest.form == "other" and len(between) < OWN_REACH and not (STOP.search(between) or CONTRAST.search(between))
    after = next((name for name in nearby if name.start >= end), None)
    return after is not None and after.form == "other" and bool(HELD_BY.fullmatch(sheet.text, end, after.start))


def _heading(sheet: Sheet, sentence: Sentence) -> Sentence | None:
    """The nearest heading above that names somebody."""
    for index in range(sentence.index - 1, max(-1, sentence.index - SECTION), -1):
        above = sheet.sentences[index]
        if _rules(sheet, above, sentence) and any(
                name.all_codes and name.form != "anaphor" for name in sheet.names_in(above.start, above.end)):
            return above
    return None


def _rules(sheet: Sheet, above: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence is a heading, or a numbered line that stands over prose as one does."""
    return above.form == "heading" or (
        above.form == "item" and sentence.form == "prose" and sheet.text[above.end - 1] not in ".;:,!?")


def _opening(sheet: Sheet, sentence: Sentence) -> Sentence | None:
    """The sentence that opens this paragraph, where it names somebody in its first words."""
    for index in range(sentence.index - 1, max(-1, sentence.index - SECTION), -1):
        above = sheet.sentences[index]
        if above.paragraph != sentence.paragraph:
            break
        if index == 0 or sheet.sentences[index - 1].paragraph != above.paragraph:
            first = next(iter(sheet.names_in(above.start, above.end)), None)
            return above if first is not None and first.all_codes and first.start - above.start < 12 else None
    return None


def _distance(group: Group, start: int, end: int) -> int:
    return start - group.end if group.end <= start else max(0, group.start - end) + 1


def _of_sentence(sheet: Sheet, sentence: Sentence, coded: Sequence[Group]) -> Iterator[str]:
    yield f"sentence_names:{min(len(coded), 2)}"
    yield f"form:{sentence.form}"
    words = sheet.words(sentence)
    if PRONOUN.match(words):
        yield f"pronoun:{min(len(coded), 1)}"
    if FIRST_PERSON.search(words):
        yield "first_person"
    if not sentence.index or sheet.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        yield "opens_paragraph"


def _of_group(sheet: Sheet, group: Group) -> Iterator[str]:
    yield f"named_as:{group.names[0].form}"
    if sheet.home in group.codes:
        yield "is_home"
    if group.names[0].form == "anaphor":
        yield f"word:{group.names[0].text.lower().split()[0]}"


def _signs_here(sheet: Sheet, sentence: Sentence, group: Group, groups: Sequence[Group], start: int, end: int) -> Iterator[str]:
    text = sheet.text
    side = "before" if group.end <= start else "after" if group.start >= end else "around"
    yield side
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


def _signs_back(sheet: Sheet, sentence: Sentence, earlier: Sentence, steps: int, group: Group,
                others: Sequence[Group]) -> Iterator[str]:
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
