"""Which interventions a document is about: those that its title or its first lines name, or that it names often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.kinds.intervention.patterns import Family, Page
from nlp.layout import lay_out
from nlp.sheet import Sentence, Sheet, Trigger

OFTEN = 3
"""How often a document names what it is about, where its title does not."""
OPENING = 4
"""How many lines a document may open with before its matter is told."""


@dataclass(frozen=True)
class Topics:
    """What a document is about, the title's first."""

    of_title: tuple[str, ...]
    of_text: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, likeliest first."""
        return tuple(dict.fromkeys((*self.of_title, *self.of_text)))

    def main(self, among: Iterable[str]) -> str | None:
        """The first that is one of ``among``."""
        wanted = frozenset(among)
        return next((subtype for subtype in self.all if subtype in wanted), None)


def topics_of(page: Page, triggers: Sequence[Trigger], families: Sequence[Family]) -> Topics:
    """The topics of a page in which ``triggers`` were found."""
    sheet = page.sheet
    counts = Counter(trigger.subtype for trigger in triggers)
    heads = [sentence for sentence in sheet.sentences[:OPENING] if sentence.form == "heading"]
    heads += [sentence for sentence in sheet.sentences[:2 * OPENING] if sentence.form == "prose"][:1]
    opened = Counter(trigger.subtype for trigger in triggers
                     if any(head.start <= trigger.start < head.end for head in heads))
    often = [subtype for subtype, count in counts.most_common() if count >= OFTEN]
    of_text = tuple(dict.fromkeys((*(subtype for subtype, _ in opened.most_common()), *often)))
    return Topics(titled(sheet.title, families, sheet.text), of_text)


def titled(title: str, families: Sequence[Family], text: str = "") -> tuple[str, ...]:
    """The interventions that a title over a text names, of whomever."""
    if not title:
        return ()
    page = Page(Sheet(text=title, title=text, sentences=lay_out(title)))
    found: list[Trigger] = []
    for sentence in page.sheet.sentences:
        found += _in(page, sentence, families)
    return tuple(dict.fromkeys(trigger.subtype for trigger in sorted(found, key=lambda trigger: trigger.start)))


def _in(page: Page, sentence: Sentence, families: Sequence[Family]) -> list[Trigger]:
    found = [trigger for family in families if family.anchor_pattern.search(page.folded, sentence.start, sentence.end)
             for trigger in family.read(page, sentence)]
    return [*found, *page.mentioned]
