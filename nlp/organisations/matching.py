"""Names found in a text: the longest entry of the lexicon at each capitalised word, with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nlp.organisations.entries import FILLERS, GENERIC, INSTITUTION
from nlp.organisations.lexicon import Lexicon
from nlp.organisations.readings import Reading
from nlp.organisations.words import GAP, WORD, compared, without_possessive, words_of

MEANINGS = frozenset(("MRI", "ECT", "PAT", "CT", "ED", "CHS", "OH", "WH", "SCH", "BCF", "CRH", "SCT", "SPT", "HCT", "NOC", "CHT"))
"""Acronyms of trusts that mean something else more often: a scan, a therapy, testing …"""
REGIONS = frozenset((
    "north east", "north west", "south west", "south east", "east of england", "east midlands", "west midlands", "midlands",
    "north east and yorkshire", "south central", "london", "thames valley", "merseyside", "tees valley"))
CAPITALISED = re.compile(r"[A-Z0-9](?<![^\W_].)[^\W_]*(?:['’ʼ`&][^\W_]+)*")
"""The capital comes first, since a search for a set of characters is several times as fast as one for what stands before."""
TRUST_AFTER = re.compile(
    r"['’]?s?[\s,]+(?:(?:University|Teaching|Hospitals?|Healthcare)\s+){0,3}"
    r"(?:NHS\s+(?:and\s+Social\s+Care\s+)?(?:Foundation\s+|Partnership\s+)?Trust|NHS\s*FT|NHSFT|"
    r"National\s+Health\s+Service\s+Trust|"
    r"Foundation\s+Trust|FT|Foundation(?=\s*[|:;,.\n]|\s{2})|(?:(?:NHS|acute|hospitals?|ambulance|mental\s+health|community|teaching|health|care|"
    r"partnership)\s+)*trust(?!\s+(?:funds?|deeds?|accounts?)\b)|ambulance\s+service)(?![a-z])",
    re.IGNORECASE)
SYSTEM_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:ICB|ICS|STP|integrated\s+care\s+(?:board|system|partnership)|(?:(?:health|NHS|care|whole|local|"
    r"wider|and|social)\s+){0,5}"
    r"(?:system|economy)|sustainability\s+and\s+transformation\s+p\w+)\b(?!s)", re.IGNORECASE)
HOSPITAL_AFTER = re.compile(r"(?:['’]s)?\s+(?:(?:general|district|county|main|acute|university)\s+)?hospitals?\b", re.IGNORECASE)
NHS_AFTER = re.compile(r"\s+NHS\b(?!\s+England)")
SUFFIX_BEGINS = re.compile(
    r"['’]?s?[\s,]+(?:univ|teach|hosp|heal|nhs|nati|found|ft|acut|ambu|ment|comm|care|part|trust|icb|ics|stp|inte|whol|"
    r"loca|wide|and|soci|syst|econ|sust|gene|dist|coun|main)", re.IGNORECASE)
"""How every suffix begins: most names are followed by none, which one look tells."""
SYSTEM_BEFORE = re.compile(r"(?:\b(?:ICB|ICS|integrated care (?:board|system))\s*(?:for|in|of|:)\s+(?:the\s+)?)$", re.IGNORECASE)
SUFFIXES = (("system", SYSTEM_AFTER), ("trust", TRUST_AFTER), ("hospital", HOSPITAL_AFTER), ("nhs", NHS_AFTER))


@dataclass(slots=True)
class Match:
    """A stretch of text that the lexicon knows, and what it may stand for."""

    start: int
    end: int
    """Without a suffix."""
    readings: tuple[Reading, ...]
    words: int
    suffix: str = ""
    """``trust``, ``system``, ``hospital`` or ``nhs`` where such words follow; they belong to the name, up to ``name_end``."""
    name_end: int = 0
    suffix_words: str = ""
    region: bool = False
    """The words name a region of the country, which stands for no organisation by itself."""
    town: bool = False
    generic: bool = False
    """Every word of it is one that many hospitals bear ("Queen Elizabeth", "City Hospital")."""

    only_places: bool = False
    """No word of it tells of a hospital or of care ("County Durham and Darlington")."""

    @property
    def weak(self) -> bool:
        """The words may well mean something else, and nothing beside them says that they do not."""
        return not self.suffix and all(reading.strength == "weak" for reading in self.readings)


def find_matches(lexicon: Lexicon, text: str, *, barred: Callable[[Reading], bool] = lambda reading: False) -> Iterator[Match]:
    """The longest names in a text, left to right, none overlapping; ``barred`` readings (of bodies yet to come) do not count."""
    firsts, past = lexicon.firsts, 0
    for first in CAPITALISED.finditer(text):
        word = first.group()
        if word.lower() not in firsts and (word.isalnum() or not _opens_a_name(lexicon, word)):
            continue
        start = first.start()
        if start < past:
            continue
        found = find_match(lexicon, text, start, barred)
        if found is not None:
            past = found.name_end
            yield found


def find_match(lexicon: Lexicon, text: str, start: int, barred: Callable[[Reading], bool]) -> Match | None:
    """The longest name that begins at ``start``."""
    found = _longest(lexicon, text, start, barred)
    return _with_suffix(lexicon, text, found) if found is not None else None


def _opens_a_name(lexicon: Lexicon, word: str) -> bool:
    return compared(word) in lexicon.trie or (without_possessive(word) or "") in lexicon.trie


def _longest(lexicon: Lexicon, text: str, start: int, barred: Callable[[Reading], bool]) -> Match | None:
    node: dict[str, object] = lexicon.trie  # type: ignore[assignment]  # a trie of tries
    position, best, count, commas = start, None, 0, False
    while token := WORD.match(text, position):
        word = token.group()
        key = compared(word)
        following = node.get(key)
        end = token.end()
        if following is None:
            bare = without_possessive(word)
            following = node.get(bare) if bare else None
            if following is None:
                break
            end -= 2
        if not (word[0].isupper() or word[0].isdigit() or key in FILLERS or key == "and" or (key in INSTITUTION and count)):
            break
        node, count = following, count + 1  # type: ignore[assignment]  # a trie of tries
        readings = node.get("")
        if readings:
            fitting = tuple(reading for reading in _fitting(readings, text[start:end], commas=commas)  # type: ignore[arg-type]  # as above
                            if not barred(reading))
            if fitting:
                best = Match(start, end, fitting, count)
        if end != token.end():
            break
        gap = GAP.match(text, end)
        position = gap.end() if gap else end
        if key == "saint" and text[end:end + 1] == ".":
            position = GAP.match(text, end + 1).end()  # type: ignore[union-attr]  # may match nothing, so always matches
        if position == end and text[end:end + 1] not in ("&",) and key != "and":
            break
        commas = commas or "," in text[end:position]
    return best


def _fitting(readings: tuple[Reading, ...], words: str, *, commas: bool) -> tuple[Reading, ...]:
    single = " " not in words
    if words in MEANINGS:
        return ()
    return tuple(
        reading for reading in readings
        if (not reading.written or _same_capitals(words, reading.written))
        and (not commas or reading.commas)
        and (reading.written or not single or not words.isupper() or len(words) > 4))


def _same_capitals(words: str, written: str) -> bool:
    if " " not in words and len(words) > 3 and words.upper() == written.upper() and sum(map(str.isupper, words)) > 1:
        return True  # "NLaG", "DHcFT", "LSCft"
    return words == written or (words.isupper() and len(words) > 3) or words.replace(" ", "") == written.replace(" ", "")


def _with_suffix(lexicon: Lexicon, text: str, match: Match) -> Match:
    match.name_end = match.end
    words = " ".join(words_of(text[match.start:match.end]))
    match.generic = all(word in GENERIC or word in FILLERS for word in words.split())
    match.only_places = INSTITUTION.isdisjoint(words.split())
    match.region, match.town = words in REGIONS, words in lexicon.towns or words.endswith("shire")
    for kind, pattern in SUFFIXES if SUFFIX_BEGINS.match(text, match.end) else ():
        after = pattern.match(text, match.end)
        if after and "\n\n" not in after.group() and not (  # "Leeds, NHS Devon ICB": the next name's NHS
                kind == "nhs" and _longest(lexicon, text, after.end() - len("NHS"), lambda reading: False)):
            match.suffix, match.name_end, match.suffix_words = kind, after.end(), after.group().lower()
            return match
    before = text[max(0, match.start - 40):match.start].lower()
    if ("ic" in before or "integrated" in before) and SYSTEM_BEFORE.search(text, max(0, match.start - 40), match.start):
        match.suffix = "system"
    return match
