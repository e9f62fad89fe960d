"""Words that point back: "the trust", "the hospital", "we" in a trust's own paper, "both trusts", "the latter"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.organisations import Organisation, Register
from nlp.leaping import LeapingPattern
from nlp.organisations.situation import Situation
from nlp.sheet import Name, Sentence

NUMBERS = {"two": 2, "both": 2, "pair": 2, "three": 3, "four": 4, "five": 5, "six": 6}
POINTER = re.compile(
    r"""\b(?:
      (?P<plural>[Bb]oth(?:\s+of\s+(?:the|these|them))?(?:\s+(?:the\s+)?(?:trusts|hospitals|organisations|providers|boards|systems|ICBs))?(?=\s)
        |(?:[Tt]he|[Tt]hese|[Aa]ll|[Tt]hose|[Tt]he\s+other)\s+(?:two|three|four|five|six|pair)\b
         (?:\s+(?:trusts|hospitals|organisations|providers|boards|systems|ICBs)\b|(?=[,.;:]|\s+(?:are|were|have|had|will|is|was|has|remain|stay|left|share|in|of\s+them)\b))
        |(?:[Tt]he|[Tt]hese)\s+(?:trusts|ICBs|systems)\b
        |[Nn]either(?=\s+(?:trust|hospital|has|is|was|had|will|of\s+them)\b))
     |(?P<former>[Tt]he\s+former(?:[’']s)?)(?=[\s,.;:)’'])
        (?!\s+(?!(?:is|was|has|had|will|would|may|remains|stays|left|in|at|by|having|being|with|being|on|and|but|still)\b)[a-z]+)(?!\s+[A-Z])
     |(?P<latter>[Tt]he\s+latter(?:[’']s)?)(?=[\s,.;:)’'])
     |(?P<icb>(?:[Tt]he|[Oo]ur|[Tt]hat|[Tt]his)\s+(?:ICB|ICS|[Ii]ntegrated\s+[Cc]are\s+(?:[Bb]oard|[Ss]ystem)|[Ss]ystem))(?![\w-])
     |(?P<sector>(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts)(?:\s+(?:city|county|town|area|region|borough|island)[’']s)?\s+(?:local\s+)?
        (?:(?:ambulance|mental\s+health|community|acute|partnership|hospitals?)\s+(?:(?:health|services|NHS|foundation|hospitals?|care)\s+)*
           (?:trust|provider|one)|ambulance\s+service))\b(?!s)
     |(?P<trust>(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Ii]ts|[Oo]ur|[Oo]ur\s+own|[Hh]er|[Hh]is|TH[EI]S?)\s+
        (?:(?:foundation|NHS|hospitals?|troubled|struggling|same|failing|beleaguered|NHS\s+foundation|whole)\s+)?
        (?:[Tt]rust|TRUST|[Oo]rganisation|[Pp]rovider|FT|NHS\s+[Ff]oundation\s+[Tt]rust))(?![\w-])(?!\s+(?:[Dd]evelopment|[Ii]mprovement\s+[Pp]rogramme|[Bb]oards?\s+in|[Ss]pecial\s+[Aa]dmin))
     |(?P<hospital>(?:[Tt]he|[Tt]his|[Tt]hat)\s+hospitals?)(?![\w-])
     |(?P<own>[Ww]e|[Oo]ur|[Uu]s|[Oo]urselves|WE|OUR)\b(?![’'](?!re|ve|ll|d))
    )""", re.VERBOSE)
SECTORS = (("ambulance", "ambulance"), ("mental", "mental_health"), ("partnership", "mental_health"), ("community", "community"),
           ("acute", "acute"), ("hospital", "acute"))
POINTERS = LeapingPattern(POINTER)
RECENT = 16
"""How many names back a pointer may reach."""
FAR = 40
PROVIDER = re.compile(r"provider|organisation", re.IGNORECASE)
NEARBY = 600
PAIR = ("both", "the two", "neither", "the two trusts", "both trusts")
OWN_TRUST = re.compile(r"\b[Tt]he\s+Trust\b(?![’']s\s+own)")
OBLIQUE = re.compile(
    r"\b(?:by|from|with|at|in|to|near|like|unlike|than|of|for|via|between|alongside|including|and|against|over|"
    r"into)\s+(?:the\s+|neighbouring\s+|nearby\s+)?$",
    re.IGNORECASE)


@dataclass(slots=True)
class Salience:
    """Who has been named so far, in order."""

    register: Register
    home: str | None
    situation: Situation
    own_paper: bool
    """The document comes from ``home`` itself: "the Trust" is ``home`` whoever was just named, and "we" is ``home``."""


def anaphors(salience: Salience, text: str, names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """The pointers in a text that can be resolved, as names, in order."""
    found: list[Name] = []
    coded = [name for name in names if name.all_codes]
    coded_starts = [name.start for name in coded]
    taken = sorted((name.start, name.end) for name in names)
    starts = [sentence.start for sentence in sentences]
    other_starts = [name.start for name in names if not name.all_codes]
    for match in POINTERS.finditer(text):
        inside = bisect_right(taken, (match.start(), len(text))) - 1
        if inside >= 0 and taken[inside][1] > match.start():
            continue
        position = bisect_right(starts, match.start()) - 1
        sentence = sentences[position] if position >= 0 else None
        until = bisect_right(coded_starts, match.start())
        before = coded[max(0, until - RECENT):until]
        if PROVIDER.search(match.group()):  # "the provider" may be the care home just spoken of
            other = bisect_right(other_starts, match.start()) - 1
            if other >= 0 and match.start() - other_starts[other] < NEARBY and (
                    not before or other_starts[other] > before[-1].start):
                found.append(Name(match.start(), match.end(), match.group(), None, "other"))
                continue
        if match.lastgroup == "plural":
            before = sorted([*before, *found[-RECENT:]], key=lambda name: name.start)
        codes = _resolved(salience, str(match.lastgroup), match.group(), text, before, sentences, sentence)
        if codes:
            found.append(Name(match.start(), match.end(), match.group(), codes[0] if len(codes) == 1 else None, "anaphor",
                              codes if len(codes) > 1 else ()))
    return found


def _resolved(salience: Salience, kind: str, words: str, text: str, before: Sequence[Name], sentences: Sequence[Sentence],
              sentence: Sentence | None) -> tuple[str, ...]:
    home = salience.home
    if kind == "sector":
        return _of_sector(salience, words, text, before, sentences, sentence)
    if kind == "own":
        return (home,) if salience.own_paper and home else ()
    if kind == "plural":
        return _subjects_lately(salience, words, text, before, sentences, sentence) or _last_several(salience, words, before)
    if kind == "latter":
        return before[-1].all_codes if before else ()
    if kind == "former":
        several = _last_several(salience, "both", before)
        return several[:1]
    if kind == "trust" and home and salience.own_paper and _fits(salience.register.by_code[home], kind):
        another = _another(salience, words, text, before, sentence)
        return (another,) if another else (home,)
    if words.lower().startswith(("our", "its")) and kind == "trust" and home and not before:
        return (home,)
    recent = _most_salient(salience, kind, text, before, sentences, sentence)
    if recent:
        return (recent,)
    return (home,) if home and _fits(salience.register.by_code[home], kind) else ()


def _another(salience: Salience, words: str, text: str, before: Sequence[Name], sentence: Sentence | None) -> str | None:
    """Whom a paper means by "that trust", or by "the trust" where its own is "the Trust", if it has just spoken of another."""
    if not words.lower().startswith("that") and not (words.startswith("the ") and words.islower() and OWN_TRUST.search(text)):
        return None
    fitting = [name for name in before if name.code and _fits(salience.register.by_code[name.code], "trust")]
    if not fitting or fitting[-1].code == salience.home or sentence is None:
        return None
    return fitting[-1].code if "\n" not in text[fitting[-1].end:sentence.start].strip(" ") or (
        words.lower().startswith("that") and fitting[-1].end > sentence.start - 300) else None


def _of_sector(salience: Salience, words: str, text: str, before: Sequence[Name], sentences: Sequence[Sentence],
               sentence: Sentence | None) -> tuple[str, ...]:
    """Whom "the mental health trust" points to: one that was named, else the only one of the sort in the areas of those named."""
    sector = next(sector for word, sector in SECTORS if word in words.lower())
    recent = _most_salient(salience, sector, text, before, sentences, sentence)
    if recent:
        return (recent,)
    register = salience.register
    if salience.home and _fits(register.by_code[salience.home], sector):
        return (salience.home,)
    if words.endswith("service"):
        return ()
    only = salience.situation.only_one(sector, {code for code in (*(name.code for name in before[-2:]), salience.home) if code})
    return (only,) if only else ()


def _fits(organisation: Organisation, kind: str) -> bool:
    if kind == "icb":
        return organisation.kind == "icb"
    if organisation.kind == "icb":
        return False
    if kind in ("ambulance", "mental_health", "community"):
        return organisation.sector == kind
    if kind in ("hospital", "acute"):
        return organisation.sector in ("acute", "specialist")
    return True


def _most_salient(salience: Salience, kind: str, text: str, before: Sequence[Name], sentences: Sequence[Sentence],
                  sentence: Sentence | None) -> str | None:
    """The organisation last spoken of: in this sentence or the nearest before it that names a fitting one, its subject first."""
    home = salience.home
    fitting = [name for name in before if name.code and _fits(salience.register.by_code[name.code], kind)]
    if not fitting:
        return None
    for index in range(sentence.index if sentence else 0, max(-1, (sentence.index if sentence else 0) - FAR), -1):
        first = sentences[index].start
        last = sentences[index + 1].start if index + 1 < len(sentences) else len(text)
        here = [name for name in fitting if first <= name.start < last]
        if here:
            direct = [name for name in here if not OBLIQUE.search(text, max(first, name.start - 30), name.start)]
            if home and _fits(salience.register.by_code[home], kind) and len({name.code for name in here}) > 1 and (
                    sentence and index < sentence.index and _listed(text, here)):
                return home
            return (direct or here)[0 if sentence and index < sentence.index else -1].code
        far = sentence is not None and (sentence.paragraph - sentences[index].paragraph > 1 or sentence.index - index > 4)
        if far and home and _fits(salience.register.by_code[home], kind):
            return home
    return fitting[-1].code


def _listed(text: str, names: Sequence[Name]) -> bool:
    """Whether the first names of a sentence stand in a list, so that no single one of them is spoken of."""
    return bool(re.fullmatch(r"[\s,]*(?:and|&|or|,)?\s*(?:the\s+)?", text[names[0].end:names[1].start]))


def _subjects_lately(salience: Salience, words: str, text: str, before: Sequence[Name], sentences: Sequence[Sentence],
                     sentence: Sentence | None) -> tuple[str, ...]:
    """Whom "both" takes up where the two sentences before are about one each, whoever else they name."""
    if sentence is None or sentence.index < 2 or words.lower() not in PAIR:
        return ()
    if any(name.start >= sentence.start for name in before):
        return ()
    codes: list[str] = []
    for earlier in sentences[sentence.index - 2:sentence.index]:
        here = [name for name in before if earlier.start <= name.start < earlier.end]
        if not here or here[0].start - earlier.start > 4 or not here[0].code or (len(here) > 1 and _listed(text, here)):
            return ()
        codes.append(here[0].code)
    return tuple(codes) if len(set(codes)) == 2 else ()


def _last_several(salience: Salience, words: str, before: Sequence[Name]) -> tuple[str, ...]:
    counted = next((count for word, count in NUMBERS.items() if word in words.lower().split()), 2)
    other = "other" in words.lower()
    kind = "icb" if re.search(r"systems|ICBs", words) else "trust" if "trust" in words else ""
    distinct: dict[str, None] = {}
    for name in reversed(before):
        for code in reversed(name.all_codes):
            if not kind or _fits(salience.register.by_code[code], kind):
                distinct.setdefault(code)
        if len(distinct) >= counted + other and not other:
            break
    codes = tuple(reversed(list(distinct)))[-(counted + other):] if other else tuple(reversed(list(distinct)[:counted]))
    return codes if len(codes) == counted else ()
