"""Whether a text speaks of health care more than in passing, and if not, whether it names anybody: told at a glance.

Most towns have a trust that is called by their name: "Colchester went into special measures". In a newspaper most towns are
towns. Where hardly a word in sixty is of health care or its oversight, a name that may mean something else does: the bare name
of a place is the place. What is left are names that say what they are ("Whipps Cross Hospital", "Colchester NHS Trust") and the
few that nothing else bears ("Barts"). So one pass of an automaton over the raw text, for the words that such names cannot do
without, shows of nearly all that a newspaper prints that it names nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation

from nlp.literals import SHIFTING
from nlp.organisations.lexicon import Lexicon
from nlp.organisations.matching import find_match
from nlp.organisations.readings import Reading
from nlp.organisations.words import SAME, listed
from nlp.stems import stem_pattern

TELLING = sorted(listed("""nhs cqc trust hosp infirmar patient nurs midwi matern ward clinic icb ics segment undertaking sof1 sof2
    sof3 sof4 nof oversight turnaround rsp monitor tda emergency outstanding deficit board licen foundation regulat inspect provider
    theatre consultant pfd mssp ockenden keogh care quality health medic doctor surg ambulance inadequate measures never notice
    coroner safety improvement infection swab prosecut fined special intervention director executive governor sepsis mortality
    deaths"""))
"""Beginnings of words that tell of health care and its oversight; none begins another."""
SUFFIXED = ("ft", "stp", "system", "econom", "sustainab", "integrated")
"""Beginnings of the other words that make a name one of an organisation ("Colchester FT", "the Devon system")."""
SUFFIXED_TELLING = ("nhs", "trust", "hosp", "icb", "ics", "foundation")
BEFORE_NAMES = frozenset(("icb", "ics", "integrated"))
"""What may stand before the name of a place and make it a system."""
SPARSE = 60
"""How many spaces to one telling word make a text that speaks of health care in passing only."""
REACH = 160
"""No name is longer, with what follows it."""
OPENING = 3
"""So many letters of the next word tell whether a name goes on."""
SHORT = 3
NEXT = re.compile(r"(?:['’ʼ`]s?)?[\W_]{0,6}?([^\W_]+|&)")
ANYTHING = frozenset({""})
BROKEN = ("-\n", "\u00ad\n", "\u2010\n", "   ", "\t\t", "\xa0\xa0\xa0")
"""Words broken at the end of a line, and gaps that make a name longer than any is."""
CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_telling = AhoCorasick(TELLING, implementation=Implementation.DFA)


@dataclass(frozen=True)
class RawText:
    """Title and text of a document, before anything is made of them."""

    title: str
    text: str

    @cached_property
    def whole(self) -> str:
        """Both, a blank line between."""
        return f"{self.title}\n\n{self.text}"

    @cached_property
    def lowered(self) -> str:
        """Both in lower case."""
        return self.whole.lower()

    @cached_property
    def shifts(self) -> bool:
        """Whether lower case hides or moves letters."""
        return not self.whole.isascii() and any(letter in self.whole for letter in SHIFTING)


def in_passing(raw: RawText) -> bool:
    """Whether a document speaks of health care in passing, or not at all."""
    begins = _beginning(raw.lowered, _telling, len(TELLING))
    return begins is not None and _is_sparse(raw.lowered, len(begins))


def _beginning(lowered: str, automaton: AhoCorasick, most: int) -> list[tuple[int, int]] | None:
    """Where the strings of an automaton begin a word, with their number; None where one that numbers ``most`` or more occurs."""
    begins = []
    for number, start, _ in automaton.find_matches_as_indexes(lowered, overlapping=True):
        if number >= most:
            return None
        if not (start and lowered[start - 1].isalnum()):
            begins.append((number, start))
    return begins


def _is_sparse(lowered: str, told: int) -> bool:
    return (told + 1) * SPARSE < lowered.count(" ")


class Glance:
    """Looks through raw text for names of organisations."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        following: dict[str, frozenset[str]] = dict.fromkeys((*TELLING, *SUFFIXED), ANYTHING)
        self._naming = {*SUFFIXED, *SUFFIXED_TELLING}
        for path in _strong_paths(lexicon):
            self._naming.update(stem for stem in TELLING for word in path if word.startswith(stem))
            word, after = _key(path) or ("", ANYTHING)
            for written in _with_apostrophe(word) if word else ():
                following[written] = following.get(written, frozenset()) | after
        self._strings, self._following = list(following), list(following.values())
        self._plain = len(TELLING) + len(SUFFIXED)
        self._automaton = AhoCorasick([*self._strings, *BROKEN], implementation=Implementation.DFA)

    @cached_property
    def _first_words(self) -> re.Pattern[str]:
        """The words that names begin with, with a capital or a figure; that stands first, so that the search leaps to it."""
        by_first: dict[str, list[str]] = defaultdict(list)
        for word in self.lexicon.firsts:
            by_first[word[0].upper()].extend(written[1:] for written in _with_apostrophe(word))
        branches = (f"{first}(?i:{stem_pattern(rests)})" for first, rests in sorted(by_first.items()) if first in CAPITALS)
        return re.compile(f"(?:{'|'.join(branches)})")

    def sees_nobody(self, raw: RawText, *, barred: Callable[[Reading], bool]) -> bool:
        """Whether a document speaks of health care in passing only and holds no name that is not a weak one."""
        begins = _beginning(raw.lowered, self._automaton, len(self._strings))
        if begins is None or not _is_sparse(raw.lowered, sum(number < len(TELLING) for number, _ in begins)) or raw.shifts:
            return False
        looked = 0
        for number, start in begins:
            if not self._may_name(raw.lowered, number, start):
                continue
            before, last = max(looked, start - REACH), start + (REACH if self._strings[number] in BEFORE_NAMES else 0)
            if any(self._names(raw.whole, before, last, barred)):
                return False
            looked = last + 1
        return True

    def _may_name(self, lowered: str, number: int, start: int) -> bool:
        """Whether the word that one of the strings begins may be part of a name, by itself or by what follows it."""
        following = self._following[number]
        if number < self._plain:
            return self._strings[number] in self._naming
        end = start + len(self._strings[number])
        if lowered[end:end + 1].isalnum():
            return False
        return "" in following or bool((after := NEXT.match(lowered, end)) and after[1][:OPENING] in following)

    def _names(self, whole: str, start: int, last: int, barred: Callable[[Reading], bool]) -> Iterator[bool]:
        """Of each name that begins in ``whole[start:last + 1]`` whether it may stand for an organisation in a text like this."""
        for first in self._first_words.finditer(whole, max(start, 0), last + REACH):
            if first.start() > last:
                return
            if not (first.start() and whole[first.start() - 1].isalnum()):
                found = find_match(self.lexicon, whole, first.start(), barred)
                yield found is not None and not found.weak


def _strong_paths(lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The words of every name that says by itself whom it means."""
    waiting: list[tuple[tuple[str, ...], dict[str, object]]] = [((), lexicon.trie)]  # type: ignore[list-item]  # a trie of tries
    while waiting:
        path, node = waiting.pop()
        for word, below in node.items():
            if word:
                waiting.append(((*path, word), below))  # type: ignore[arg-type]  # a trie of tries
            elif any(reading.strength != "weak" for reading in below):  # type: ignore[attr-defined]  # readings at the leaves
                yield path


def _key(path: tuple[str, ...]) -> tuple[str, frozenset[str]] | None:
    """A word that a name is known by where none of its words tells of health care, and how the word after it may begin."""
    if any(word.startswith(tuple(TELLING)) for word in path if word not in SAME.values() or word.startswith("hosp")):
        return None
    spelt = [place for place, word in enumerate(path) if word not in SAME.values() and word not in SAME and word.isalnum()]
    inner = [place for place in spelt if place + 1 < len(path) and len(path[place]) >= SHORT]
    place = max(inner or spelt or [0], key=lambda place: len(path[place]))
    following = path[place + 1] if place + 1 < len(path) else ""
    return path[place], frozenset(written[:OPENING] for written in _written(following))


def _with_apostrophe(word: str) -> list[str]:
    """ "kings" as it stands and as "king's"."""
    return [word, *(f"{word[:-1]}{mark}s" for mark in "'’ʼ`" if word.endswith("s"))]


def _written(word: str) -> list[str]:
    """The ways in which a word as compared may be written."""
    return [word, *(short for short, same in SAME.items() if same == word)]
