"""Concerns: problems under the six themes of oversight, where the text gives the problem itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from nlp import gated_re
from nlp.kinds import Kind
from nlp.kinds.concern import finance, leadership, operations, quality, strategy, workforce
from nlp.kinds.concern.finance import is_on_plan
from nlp.kinds.concern.wording import Wording
from nlp.leaping import LeapingPattern
from nlp.sheet import Sheet, Trigger
from nlp.signs import plain
from nlp.stems import stem_pattern

WORDINGS: tuple[Wording, ...] = (*finance.WORDINGS, *operations.WORDINGS, *workforce.WORDINGS, *leadership.WORDINGS,
                                 *quality.WORDINGS, *strategy.WORDINGS)
COMPILED = tuple((gated_re.compile(wording.pattern, re.IGNORECASE), wording) for wording in WORDINGS)
STEMS = sorted({stem for wording in WORDINGS for stem in wording.stems}, key=len, reverse=True)
WORD_STEMS = stem_pattern(stem for stem in STEMS if stem.isascii() and stem[0].isalnum())
SIGN_STEMS = "".join(stem for stem in STEMS if not stem[0].isalnum())
SCAN = re.compile(rf"(?<!\w)(?:{WORD_STEMS})|[{SIGN_STEMS}]", re.IGNORECASE)
WORDED = LeapingPattern(re.compile(rf"(?<!\w)(?:{WORD_STEMS})"))
SIGNED = re.compile(f"[{SIGN_STEMS}]")
SEARCHED = {stem: frozenset(index for index, wording in enumerate(WORDINGS) if any(stem.startswith(own) for own in wording.stems))
            for stem in STEMS}
"""Which wordings a stem calls for: its own and those of any shorter stem that it begins with."""


def find_concerns(sheet: Sheet) -> Iterator[Trigger]:
    """The problems that a sheet words, the first of each theme in a sentence."""
    if not sheet.names and sheet.home is None:
        return
    wanted: dict[int, set[int]] = defaultdict(set)
    lowered = plain(sheet.text)
    for found in sorted([*WORDED.finditer(lowered), *SIGNED.finditer(lowered)], key=re.Match.start):
        sentence = sheet.sentence_at(found.start())
        if sentence is not None and sentence.form != "heading":
            wanted[sentence.index].update(SEARCHED[found.group().lower()])
    for index, wordings in wanted.items():
        sentence = sheet.sentences[index]
        themes: set[str] = set()
        for number in sorted(wordings):
            pattern, wording = COMPILED[number]
            if wording.theme in themes:
                continue
            match = pattern.search(sheet.text, sentence.start, sentence.end)
            if match and not (wording.theme == "finance" and is_on_plan(sheet.text, sentence.start, sentence.end)):
                themes.add(wording.theme)
                yield Trigger("concern", wording.theme, match.start(), match.end(), f"concern.{wording.theme}",
                              confidence=wording.confidence)


KIND = Kind("concern", (re.compile(WORD_STEMS, re.IGNORECASE), SIGNED), find_concerns)
