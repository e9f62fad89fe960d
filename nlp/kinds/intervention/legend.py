"""Abbreviations that a document itself explains: "EU = enforcement undertakings", "intensive support programme (ISP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.kinds.intervention.anaphora import Taken
from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Trigger

PHRASES: tuple[tuple[str, str], ...] = (
    ("financial_special_measures", r"(?:financ\w+ special measures|special measures (?:for|on|\(|- ?)(?: ?)financ\w+)"),
    ("special_measures", r"(?:quality )?special measures"),
    ("enforcement_undertakings", r"(?:enforcement |formal |legal )?undertakings?"),
    ("licence_condition", r"(?:additional|extra|special|further) (?:provider )?licen[cs]e conditions?|section 111 conditions?"),
    ("licence_breach", r"(?:licen[cs]e breach|breach of (?:the |its )?(?:provider )?licen[cs]e)"),
    ("recovery_support_programme", r"(?:national )?(?:recovery support programme|intensive (?:mandated )?support(?: programme)?)"),
    ("provider_improvement_programme", r"(?:national )?provider improvement programme"),
    ("mandated_support", r"mandated (?:regional )?support"),
    ("special_administration", r"(?:trust )?special administrat(?:ion|ors?)"),
    ("improvement_director", r"(?:improvement|turnaround) directors?"),
    ("maternity_support", r"(?:national )?maternity (?:safety )?(?:support|improvement) programme"),
    ("success_regime", r"success regime"),
)
NAMED = "|".join(f"(?P<{subtype}>{words})" for subtype, words in PHRASES)
SHORT = r"(?P<short>[A-Z][a-z]?[A-Z&]{1,5}\d{0,3})"
BEFORE = re.compile(rf"(?<![\w&]){SHORT}\s?(?:=|:|–|-|—|means|stands\s+for|denotes)\s?(?:the\s+)?$")
AFTER = re.compile(rf"\s?\([“\"'‘]?{SHORT}[”\"'’]?\)")
PHRASE = compiled(rf"(?<![\w-])(?:{NAMED})(?![\w-])")
WORDS = frozenset({"NHS", "NHSE", "NHSI", "CQC", "TDA", "ICB", "Yes", "No", "Key", "Note", "Trust", "Board"})
"""Short words in capitals that stand before a colon for other reasons."""


def find_abbreviated(page: Page, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Abbreviations wherever the document uses them, save where it explains them."""
    explained: dict[str, str] = {}
    for found in PHRASE.finditer(page.folded):
        short = BEFORE.search(page.straight, max(0, found.start() - 24), found.start()) or AFTER.match(page.straight, found.end())
        if short is not None and short["short"] not in WORDS:
            explained.setdefault(short["short"], next(subtype for subtype, _ in PHRASES if found[subtype]))
    if not explained:
        return
    taken = Taken(triggers)
    for found in re.finditer(rf"(?<![\w&])(?:{'|'.join(map(re.escape, explained))})(?![\w&])", page.straight):
        sentence = page.sheet.sentence_at(found.start())
        if sentence is None or taken.overlaps(found) or _explains(page, found):
            continue
        yield Trigger("intervention", explained[found.group()], found.start(), found.end(), "intervention.abbreviated",
                      confidence=0.75)


def _explains(page: Page, found: re.Match[str]) -> bool:
    """Whether this is the place that says what the abbreviation means."""
    bracketed = page.straight[found.start() - 1:found.start()] == "(" and page.straight[found.end():found.end() + 1] == ")"
    return bracketed or PHRASE.match(page.folded, min(len(page.folded), found.end() + 3)) is not None
