"""Annotated documents as options with what the annotation says of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.organisations import Register
from nlp.decide import decision_of
from nlp.kinds import kinds
from nlp.layout import lay_out
from nlp.options import Option, is_weighed, options_of
from nlp.organisations import Linker
from nlp.sheet import Sheet
from nlp.training.patterns import documents


@dataclass(frozen=True, slots=True)
class Case:
    """A document's sheet, its options, and for each the outcome by the annotation (None where it leaves that open)."""

    genre: str
    document: dict[str, Any]
    sheet: Sheet
    options: tuple[Option, ...]
    outcomes: tuple[str | None, ...]


PATTERNS = "patterns"
"""The genre of texts made from patterns."""


def read_cases(paths: Iterable[Path]) -> Iterator[Case]:
    """The documents of annotated files; a file's name is their genre."""
    linker = Linker(Register.load())
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield _case(linker, path.stem, json.loads(line))


def pattern_cases(seed: int) -> Iterator[Case]:
    """The texts made from patterns; ``seed`` chooses the names in them."""
    linker = Linker(Register.load())
    for document in documents(seed):
        yield _case(linker, PATTERNS, document)


def _case(linker: Linker, genre: str, document: dict[str, Any]) -> Case:
    sheet = sheet_of(linker, document)
    options = tuple(
        option for kind in kinds() for trigger in kind.find(sheet) if is_weighed(trigger)
        for decision in [decision_of(sheet, trigger)] if decision is not None for option in options_of(sheet, decision))
    return Case(genre, document, sheet, options, tuple(outcomes(document, sheet, options)))


def sheet_of(linker: Linker, document: dict[str, Any]) -> Sheet:
    """An annotated document, laid out and linked."""
    return linker.link(Sheet(
        text=document["text"], title=document.get("title") or "", published=document.get("published"),
        publisher=document.get("publisher"), doc_type=document.get("doc_type") or "other", sentences=lay_out(document["text"])))


def outcomes(document: dict[str, Any], sheet: Sheet, options: Iterable[Option]) -> Iterator[str | None]:
    """What the annotation says of each option."""
    facts: dict[tuple[str, str, str | None], list[dict[str, Any]]] = {}
    for fact in document["facts"]:
        facts.setdefault((fact["kind"], fact["subtype"], fact.get("org")), []).append(fact)
    for option in options:
        trigger = option.trigger
        yield _outcome(option, [fact for fact in facts.get((trigger.kind, trigger.subtype, option.subject.code), [])
                                if _has_value(fact, trigger.value)], sheet.text)


def _has_value(fact: dict[str, Any], value: object) -> bool:
    if fact["kind"] == "never_event" and fact["status"] == "negated":
        return True
    return fact["value"] is None or str(fact["value"]).lower() == str(value).lower()


def _outcome(option: Option, facts: list[dict[str, Any]], text: str) -> str | None:
    """Facts quoted from the option's sentence decide; else the only status that the document gives it anywhere."""
    near = [fact for fact in facts if _quoted(fact["quote"], option, text)]
    about = [fact for fact in near if not fact.get("doubtful")]
    if near and not about:
        return None
    if not about:
        if any(fact.get("doubtful") for fact in facts):
            return None
        about = facts
    statuses = {fact["status"] for fact in about}
    if not statuses:
        return "none"
    if len(statuses) == 1:
        return str(statuses.pop())
    for status in (option.trigger.status, option.decision.status if option.chosen else None):
        if status in statuses:
            return status
    return None


def _quoted(quote: str, option: Option, text: str) -> bool:
    start = text.find(quote)
    while start >= 0:
        if start < option.sentence.end and option.sentence.start < start + len(quote):
            return True
        start = text.find(quote, start + 1)
    return False
