"""What was changed between two texts: lines added and removed, and a unified diff, in time that grows with their length.

Lines that stand once in both texts and in the same order hold the two together (the idea of patience diff, Bram Cohen); only what
lies between two such lines is compared closely, and where that is long it is taken as replaced. So a board's pack of 500 pages in
which two lines changed is quick, and no text can make it slow.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CONTEXT = 3
MOST_COMPARED = 40_000
"""Between two lines that hold the texts together: lines of the one times lines of the other, at most."""
LONGEST_DIFF = 1_000_000
"""Characters of a diff that are kept."""
CUT_SHORT = "\\ The rest of this comparison is left out: it is too long."


class Differences(NamedTuple):
    """How a text became another."""

    added: int
    """Lines."""
    removed: int
    diff: str
    """A unified diff without file names, cut where it would be longer than ``LONGEST_DIFF``."""


class Change(NamedTuple):
    """Lines ``old_start:old_end`` became ``new_start:new_end``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def differences(old: str, new: str) -> Differences:
    """How the older text became the newer."""
    before, after = old.split("\n"), new.split("\n")
    changes = list(_changes(before, after))
    return Differences(added=sum(change.new_end - change.new_start for change in changes),
                       removed=sum(change.old_end - change.old_start for change in changes),
                       diff=_cut("\n".join(_unified(before, after, changes))))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    old, new = 0, 0
    for held_old, held_new in [*_held(before, after), (len(before), len(after))]:
        yield from _between(before, after, Change(old, held_old, new, held_new))
        old, new = held_old + 1, held_new + 1


def _between(before: Sequence[str], after: Sequence[str], gap: Change) -> Iterator[Change]:
    old_start, old_end, new_start, new_end = gap
    while old_start < old_end and new_start < new_end and before[old_start] == after[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and before[old_end - 1] == after[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    if old_start == old_end and new_start == new_end:
        return
    if (old_end - old_start) * (new_end - new_start) > MOST_COMPARED:
        yield Change(old_start, old_end, new_start, new_end)
        return
    matcher = difflib.SequenceMatcher(None, before[old_start:old_end], after[new_start:new_end], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield Change(old_start + a, old_start + b, new_start + c, new_start + d)


def _held(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that stand once in both texts: as many as can be had in the order of both."""
    once = {line for line, count in Counter(before).items() if count == 1} & {
        line for line, count in Counter(after).items() if count == 1}
    place = {line: number for number, line in enumerate(after) if line in once}
    pairs = [(number, place[line]) for number, line in enumerate(before) if line in once]
    # The longest rising run of places in the newer text, by what ends each length lowest.
    lowest: list[int] = []
    ends: list[int] = []
    behind: list[int] = []
    for index, (_, there) in enumerate(pairs):
        length = bisect_left(lowest, there)
        behind.append(ends[length - 1] if length else -1)
        lowest[length:length + 1] = [there]
        ends[length:length + 1] = [index]
    run: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(pairs[index])
        index = behind[index]
    return run[::-1]


def _unified(before: Sequence[str], after: Sequence[str], changes: Sequence[Change]) -> Iterator[str]:
    for group in _groups(changes):
        first, last = group[0], group[-1]
        old_start, old_end = max(0, first.old_start - CONTEXT), min(len(before), last.old_end + CONTEXT)
        new_start, new_end = max(0, first.new_start - CONTEXT), min(len(after), last.new_end + CONTEXT)
        yield f"@@ -{old_start + 1},{old_end - old_start} +{new_start + 1},{new_end - new_start} @@"
        at = old_start
        for change in group:
            yield from (f" {line}" for line in before[at:change.old_start])
            yield from (f"-{line}" for line in before[change.old_start:change.old_end])
            yield from (f"+{line}" for line in after[change.new_start:change.new_end])
            at = change.old_end
        yield from (f" {line}" for line in before[at:old_end])


def _groups(changes: Sequence[Change]) -> Iterator[list[Change]]:
    group: list[Change] = []
    for change in changes:
        if group and change.old_start - group[-1].old_end > 2 * CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _cut(diff: str) -> str:
    if len(diff) <= LONGEST_DIFF:
        return diff
    return f"{diff[:diff.rindex(chr(10), 0, LONGEST_DIFF) + 1] if chr(10) in diff[:LONGEST_DIFF] else ''}{CUT_SHORT}"
