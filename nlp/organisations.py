"""Which organisations a text names: official names, press names, acronyms and sites, linked to ODS codes."""

from __future__ import annotations

import re
from dataclasses import replace

from corpora.organisations import Register
from nlp.sheet import Name, Sheet

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
SUFFIX = re.compile(r"\s+(?:(?:university\s+)?NHS\s+(?:foundation\s+)?trust|NHS FT|foundation trust|FT|trust)$", re.IGNORECASE)
ANAPHOR = re.compile(r"\b[Tt]he [Tt]rust\b")


class Linker:
    """Finds organisation names by a trie over normalised words."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.trie: dict[str, object] = {}
        for alias in register.aliases:
            if not alias.ambiguous:
                self._add(alias.name, alias.code)
        for organisation in register:
            self._add(organisation.name, organisation.code)
            self._add(SUFFIX.sub("", organisation.name), organisation.code)

    def link(self, sheet: Sheet) -> Sheet:
        """The sheet with its names and its home organisation."""
        found = self._find(sheet.text)
        titled = self._find(sheet.title)
        home = (titled or found or [None])[0]
        code = home.code if home else None
        anaphors = [Name(m.start(), m.end(), m.group(), code, "anaphor") for m in ANAPHOR.finditer(sheet.text)
                    if code and not any(n.start <= m.start() < n.end for n in found)]
        return replace(sheet, names=tuple(sorted([*found, *anaphors], key=lambda name: name.start)), home=code)

    def _add(self, name: str, code: str) -> None:
        node = self.trie
        words = [_norm(token) for token in TOKEN.findall(name)]
        if not words:
            return
        for word in words:
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node[""] = code

    def _find(self, text: str) -> list[Name]:
        tokens = [(match.start(), match.end(), _norm(match.group())) for match in TOKEN.finditer(text)]
        names: list[Name] = []
        position = 0
        while position < len(tokens):
            node, best = self.trie, None
            for ahead in range(position, min(position + 14, len(tokens))):
                node = node.get(tokens[ahead][2])  # type: ignore[assignment]
                if node is None:
                    break
                if "" in node:
                    best = (ahead, node[""])
            if best is None or not text[tokens[position][0]].isupper():
                position += 1
                continue
            start, end = tokens[position][0], tokens[best[0]][1]
            names.append(Name(start, end, text[start:end], str(best[1]), "name"))
            position = best[0] + 1
        return names


def _norm(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    return {"&": "and", "st": "saint"}.get(word, word)
