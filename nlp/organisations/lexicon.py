"""Every way to write an organisation's name, made by rule from the register.

A **reading** of a name is one organisation that it may stand for. Suffixes ("NHS Foundation Trust", "ICB") are no part of
the entries: the matcher reads them from the text and lets them raise or choose readings.
"""

from __future__ import annotations

from dataclasses import replace

from corpora.organisations import Register
from nlp.organisations.entries import COUNTRY_WORDS, FILLERS, HOSPITAL, entries
from nlp.organisations.readings import Reading
from nlp.organisations.words import SAME, words_of


class Lexicon:
    """Names as a trie over compared words; the readings stand at the end of a path, under ``""``."""

    def __init__(self, register: Register) -> None:
        self.trie: dict[str, dict[str, object]] = {}
        self.towns = {" ".join(words_of(site.town)) for site in register.sites if site.town}
        """Names of towns, as compared: a name that is one may well mean the place."""
        lodged: dict[str, set[str]] = {}
        for site in register.sites:
            if site.town and site.principal and HOSPITAL.search(site.name):
                lodged.setdefault(site.code, set()).add(site.town)
        self.lodged = {code: frozenset(towns) for code, towns in lodged.items()}
        """The towns in which each organisation has hospitals."""
        self.known_towns = frozenset(town for towns in lodged.values() for town in towns)
        self._readings: dict[tuple[str, ...], dict[tuple[str, str, str], Reading]] = {}
        for words, reading in entries(register):
            self._add(words, reading)
        takeovers = _takeovers(register)
        for path, readings in self._readings.items():
            node: dict[str, object] = self.trie  # type: ignore[assignment]  # a trie of tries
            for word in path:
                node = node.setdefault(word, {})  # type: ignore[assignment]  # a trie of tries
            found = _in_turn(tuple(readings.values()), takeovers)
            if any(reading.shape == "system" for reading in found) and len(found) > 1:  # the area and the trust are called alike
                found = tuple(replace(reading, strength="weak") if reading.strength == "usual" else reading for reading in found)
            node[""] = found
        self.firsts = frozenset(self.trie) | {word for word, same in SAME.items() if same in self.trie}
        """How a name may begin, in lower case, possessives and other apostrophes aside."""

    def _add(self, words: list[str], reading: Reading) -> None:
        while words and words[0] == "the":
            words = words[1:]
        if "and" in words[2:] and not reading.commas:  # "Barking, Havering and Redbridge", whichever way the register has it
            reading = replace(reading, commas=True)
        if not words or len("".join(words)) < 2 or (
                reading.strength != "sure" and all(word in FILLERS or word in COUNTRY_WORDS for word in words)):
            return
        held = self._readings.setdefault(tuple(words), {})
        key = (reading.code, "system" if reading.shape == "system" else "",
               reading.until if reading.shape == "site" else f"from {reading.since}" if reading.since else "")
        before = held.get(key)
        order = ("sure", "usual", "weak")
        if before is not None:
            article, commas = before.article or reading.article, before.commas or reading.commas
            reading = replace(reading, article=article, commas=commas)
            held[key] = before = replace(before, article=article, commas=commas)
            names = [one for one in (before, reading) if one.rank == 0 and one.shape == "name"]
            sites = [one for one in (before, reading) if one.rank == 3 and one.strength == "usual"]
            if names and sites:  # its hospital, which nothing else is called like, and its own name in short
                held[key] = replace(names[0], strength="usual")
                return
        if before is None or (order.index(reading.strength), reading.rank) < (order.index(before.strength), before.rank):
            held[key] = reading


def _takeovers(register: Register) -> dict[tuple[str, str], tuple[str, bool]]:
    """The day from which a later organisation holds what an earlier one was called by, through chains of mergers.

    Of one that was split up a successor takes hospitals only.
    """
    days: dict[tuple[str, str], tuple[str, bool]] = {}
    for organisation in register:
        waiting = [(step.successor, step.date or "", step.kind == "split") for step in register.successors(organisation.code)]
        while waiting:
            successor, day, split = waiting.pop()
            if (organisation.code, successor) not in days:
                days[organisation.code, successor] = day, split
                waiting.extend((step.successor, max(day, step.date or ""), split or step.kind == "split")
                               for step in register.successors(successor))
    return days


def _in_turn(readings: tuple[Reading, ...], takeovers: dict[tuple[str, str], tuple[str, bool]]) -> tuple[Reading, ...]:
    """A successor answers to its predecessor's name from the takeover only."""
    turned = []
    for reading in readings:
        since = reading.since
        for other in readings:
            day, split = takeovers.get((other.code, reading.code), ("", False))
            if other.rank <= reading.rank and (not split or reading.shape == "site" or reading.rank > 3):
                since = max(since, day)
        turned.append(replace(reading, since=since))
    return tuple(turned)
