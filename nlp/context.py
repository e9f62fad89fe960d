"""Whether what a trigger says holds, is over, is to come or is denied, and who says so.

The algorithm is that of ConText: cues with a direction and a scope, ended by terminators, around a trigger. What the cues
that reach a trigger make of it together is composed: "has not left" is still in, "will leave" is still in, "no plan to" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpora.schema import Status
from nlp.cues import CUES, Cue, Effect, Nature
from nlp.sheet import Sentence, Sheet

REACH = 400
"""How many characters before and after a trigger are looked at."""
WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?|'ll\b")
BREAK = re.compile(r"[;:()\[\]|\n]|\s[–—-]\s|—|\.\s|\?\s|!\s|\s{3,}")
COMMA = re.compile(r",\s")
COMMA_WORDS = 3
"""How many words a comma counts for in the distance between a cue and a trigger."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of a claim and what decided it."""

    status: Status
    cue: str | None = None
    """The words that decided, or None where nothing spoke against ``current``."""
    reported_by: str | None = None
    confidence: float = 0.8
    hypothetical: bool = False
    """A counterfactual, a question, a definition ("trusts in segment 4 are those that …"): no fact at all."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue as it stands in a sentence."""

    start: int
    end: int
    cue: Cue


def _compiled(words: str) -> re.Pattern[str]:
    pattern = ""
    for part in words.split():
        space = r"\s+" if pattern else ""
        if part.startswith("{"):
            pattern += rf"(?:\s+[\w'’-]+){{0,{part[1:-1]}}}?"
        elif part.startswith("["):
            pattern += rf"(?:{space}(?:{_words(part[1:-1])}))?"
        else:
            pattern += rf"{space}(?:{_words(part)})"
    return re.compile(rf"{pattern}(?![\w'])" if not pattern.endswith("20)") else pattern)


def _words(alternatives: str) -> str:
    return "|".join(re.escape(word) for word in alternatives.split("|"))


def _first_words(words: str) -> Iterable[str]:
    for word in words.split()[0].split("|"):
        found = WORD.match(word)
        if found:
            yield found.group()


def _by_first_word(cues: Iterable[Cue]) -> dict[str, tuple[tuple[re.Pattern[str], Cue], ...]]:
    table: dict[str, list[tuple[re.Pattern[str], Cue]]] = {}
    for cue in cues:
        pattern = _compiled(cue.words)
        for word in dict.fromkeys(_first_words(cue.words)):
            table.setdefault(word, []).append((pattern, cue))
    return {word: tuple(entries) for word, entries in table.items()}


TABLE = _by_first_word(CUES)


@lru_cache(maxsize=512)
def signs_in(words: str) -> tuple[Sign, ...]:
    """All cues in a stretch of text, in order; of several that overlap, the longest stands."""
    plain = words.lower().replace("’", "'") if len(words.lower()) == len(words) else words.replace("’", "'")
    found: list[Sign] = []
    for word in WORD.finditer(plain):
        for pattern, cue in TABLE.get(word.group(), ()):
            match = pattern.match(plain, word.start())
            if match:
                found.append(Sign(match.start(), match.end(), cue))
    longest: dict[int, int] = {}
    for sign in found:
        longest[sign.start] = max(longest.get(sign.start, 0), sign.end)
    kept: list[Sign] = []
    reached, owner = -1, -1
    for sign in sorted(found, key=lambda sign: (sign.start, -sign.end)):
        if sign.start < reached and not (sign.start == owner and sign.end == reached):
            continue
        kept.append(sign)
        reached, owner = sign.end, sign.start
    return tuple(kept)


def status_of(sheet: Sheet, sentence: Sentence, start: int, end: int, *, nature: Nature = "state") -> Judgement:
    """The status, as of the document's own date, of what the trigger at ``[start, end)`` says."""
    base = max(sentence.start, start - REACH)
    words = sheet.text[base:min(sentence.end, end + REACH)]
    reaching = reaching_signs(words, start - base, end - base, nature)
    return _composed(reaching)


def reaching_signs(words: str, start: int, end: int, nature: Nature) -> tuple[Sign, ...]:
    """The cues that reach a trigger at ``words[start:end]``."""
    signs = signs_in(words)
    walls = sorted([*(sign.start for sign in signs if sign.cue.effect == "stop"),
                    *(found.start() for found in BREAK.finditer(words))])
    reaching = []
    for sign in signs:
        if sign.cue.effect in ("stop", "pseudo", "plug") or (sign.cue.natures is not None and nature not in sign.cue.natures):
            continue
        if sign.end <= start:
            left, right, fits = sign.end, start, sign.cue.direction != "backward"
        elif sign.start >= end:
            left, right, fits = end, sign.start, sign.cue.direction != "forward"
        else:
            continue
        if not fits or any(left <= wall < right for wall in walls):
            continue
        gap = words[left:right]
        if len(WORD.findall(gap)) + COMMA_WORDS * len(COMMA.findall(gap)) > sign.cue.scope:
            continue
        if sign.cue.effect in ("negated", "planned") and sign.end <= start and any(
                other.cue.effect == "plug" and sign.end <= other.start and other.end <= start for other in signs):
            continue
        reaching.append(sign)
    return tuple(reaching)


def _composed(signs: tuple[Sign, ...]) -> Judgement:
    by_effect: dict[Effect, Sign] = {}
    for sign in signs:
        by_effect.setdefault(sign.cue.effect, sign)
    if "no_fact" in by_effect:
        return Judgement("current", by_effect["no_fact"].cue.words, hypothetical=True)
    negated, ended, planned = (effect in by_effect for effect in ("negated", "ended", "planned"))
    if "holds" in by_effect and not negated:
        return Judgement("current", by_effect["holds"].cue.words)
    if ended:
        return Judgement("current" if negated or planned else "ended", by_effect["ended"].cue.words)
    if negated:
        return Judgement("negated", by_effect["negated"].cue.words)
    if planned:
        return Judgement("planned", by_effect["planned"].cue.words)
    return Judgement("current")
