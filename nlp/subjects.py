"""Which organisations a trigger speaks of."""

from __future__ import annotations

import csv
import math
import re
from functools import cache
from importlib.resources import files

from nlp.candidates import Candidate, about_another, find_candidates
from nlp.counted import counted_subjects
from nlp.sheet import Sentence, Sheet, Subject

ENOUGH = 0.1
"""What the best candidate must reach to be the subject, if it is named about the trigger."""
ENOUGH_AS_HOME = 0.3
NEAR = 300
PLURAL = re.compile(
    r"\b(?:they|their|them|themselves|both|all|each|either|neither|none|these|those|two|three|four|five|six|trusts|hospitals|"
    r"providers|organisations|boards|systems|others)\b", re.IGNORECASE)
"""What takes up several organisations that the sentence before listed."""
OWN = ("we", "our", "us")
SINGULAR = re.compile(r"\W*(?:It|Its|He|She)\b")


def subjects_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> tuple[Subject, ...]:
    """The organisations that the trigger at ``[start, end)`` of a sentence is about; empty where none can be told.

    A coordinated list ("A, B and C are in segment 4") gives them all.
    """
    counted = counted_subjects(sheet, sentence, start)
    if counted is not None:
        return counted
    if about_another(sheet, sentence, start, end):
        return ()
    scored = scored_candidates(sheet, sentence, start, end)
    if PLURAL.search(sheet.text, max(sentence.start, start - NEAR), min(sentence.end, end + NEAR)) is None:
        scored = [pair for pair in scored if pair[1].source != "back" or len(pair[1].codes) == 1]
    if SINGULAR.match(sheet.text, sentence.start, sentence.end):
        taken_up = _subject_before(sheet, sentence)
        scored = [pair for pair in scored if pair[1].source == "here" or (
            len(pair[1].codes) == 1 and (taken_up is None or pair[1].codes[0] == taken_up))]
    if not scored or scored[0][0] < (ENOUGH_AS_HOME if scored[0][1].source == "home" else ENOUGH):
        return ()
    probability, candidate = scored[0]
    return tuple(_subjects(candidate, probability))


def _subject_before(sheet: Sheet, sentence: Sentence) -> str | None:
    """The one organisation that the sentence before, in the same paragraph, begins with: whom "it" takes up."""
    for earlier in sheet.before(sentence):
        names = [name for name in sheet.names_in(earlier.start, earlier.end) if name.text.lower() not in OWN]
        if earlier.paragraph == sentence.paragraph and names and (
                len(names[0].all_codes) == 1 and names[0].start - earlier.start < 5):
            return names[0].all_codes[0]
    return None


def candidates_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> tuple[Subject, ...]:
    """All organisations that the trigger may be about, likeliest first: high recall, for a model to choose from."""
    return tuple(subject for probability, candidate in scored_candidates(sheet, sentence, start, end)
                 for subject in _subjects(candidate, probability))


def scored_candidates(sheet: Sheet, sentence: Sentence, start: int, end: int) -> list[tuple[float, Candidate]]:
    """Everyone whom the trigger may be about with how probable that is by the signs, likeliest first."""
    weights = load_weights()
    scored = [(1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in candidate.signs))), candidate)
              for candidate in find_candidates(sheet, sentence, start, end)]
    return sorted(scored, key=lambda pair: -pair[0])


def _subjects(candidate: Candidate, probability: float) -> list[Subject]:
    names = {code: name for name in reversed(candidate.group.names if candidate.group else ()) for code in name.all_codes}
    here = "list" if len(candidate.codes) > 1 else "same_sentence"
    rule = {"here": here, "back": "carried"}.get(candidate.source, candidate.source)
    if candidate.source == "here" and all(name.form == "anaphor" for name in names.values()):
        rule = "anaphor"
    return [Subject(code, round(probability, 3), rule, names.get(code)) for code in candidate.codes]


@cache
def load_weights() -> dict[str, float]:
    """What each sign of ``nlp.candidates`` counts, as fitted by ``nlp.training.subjects``."""
    with files("nlp").joinpath("subject_weights.csv").open(encoding="utf-8") as lines:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(lines)}
