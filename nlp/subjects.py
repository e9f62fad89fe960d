"""Which organisations a trigger speaks of."""

from __future__ import annotations

from nlp.sheet import Sentence, Sheet, Subject


def subjects_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> tuple[Subject, ...]:
    """The organisations that the trigger at ``[start, end)`` of a sentence is about; empty where none can be told.

    A coordinated list ("A, B and C are in segment 4") gives them all.
    """
    near = [name for name in sheet.names_in(sentence.start, sentence.end) if name.form != "other" and name.code]
    if near:
        before = [name for name in near if name.end <= start]
        name = before[-1] if before else near[0]
        return (Subject(name.code, 0.8, "same_sentence", name),)
    for earlier in reversed(sheet.before(sentence, 3)):
        names = [name for name in sheet.names_in(earlier.start, earlier.end) if name.code]
        if names:
            return (Subject(names[0].code, 0.6, "carried", names[0]),)
    return (Subject(sheet.home, 0.5, "home"),) if sheet.home else ()
