"""How many organisations of which group are in a segment: "60 of 137 acute trusts were in segment 3"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.coordination import SEGMENTS
from nlp.counted import PART as PART_OF_NAMED
from nlp.kinds.segment.count_groups import counted, group_in
from nlp.kinds.segment.count_wording import (
    AFTER,
    AGAINST,
    AND_ARE,
    ANY_COUNT,
    APIECE,
    AS_ARE,
    BEFORE,
    EARLIER,
    ELLIPSIS,
    FINITE,
    LIST_ITEM,
    OF_WHOM,
    ONLY,
    OPENS,
    PART,
    PERCENT,
    REGIONAL,
    RUN_OF_COUNTS,
    SO_PLACED,
    THEY,
    TITLED,
)
from nlp.kinds.segment.marks import Mark
from nlp.sheet import Sheet
from nlp.values import NUMBER as ANY_NUMBER

ARTICLES = ("a", "both", "an", "another", "single", "once", "twice")
SURELY_NATIONAL = 6
"""A number this large, beside a segment and with no group named, can hardly be of anything but trusts."""
WINDOW = 190
NO_SLUG = ""
"""A count that the text makes of a group without a slug: regional, mixed, or not told."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many organisations of a group in a segment."""

    start: int
    end: int
    number: int
    value: int
    group: str
    mark: Mark
    earlier: bool = False
    """The text gives it as the figure of an earlier time."""


def of_the_named(sheet: Sheet, count: Count) -> bool:
    """Whether what looks like a count takes up organisations that the text has named: "both", "the two trusts", "the other two"."""
    if any(name.form == "anaphor" and len(name.all_codes) > 1 for name in sheet.names_in(count.start - 8, count.mark.start)):
        return True
    return PART_OF_NAMED.search(sheet.text, max(count.mark.sentence.start, count.start - 14), count.mark.start) is not None


def counts_of(sheet: Sheet, marks: Sequence[Mark]) -> tuple[Count, ...]:
    """The counts that stand beside marks; the group of a count holds for the counts after it in its paragraph."""
    return sheet.once("segment_counts", lambda of: tuple(_counts(of, marks)))


def _counts(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[Count]:
    paragraph, group, previous_end = -1, None, 0
    row: list[Count] = []
    for position, mark in enumerate(marks):
        if mark.sentence.paragraph != paragraph:
            yield from _positional(sheet, row)
            paragraph, row = mark.sentence.paragraph, []
            previous_end = _paragraph_start(sheet, mark)
            group = None
        found = list(_before(sheet, mark, previous_end, group)) or list(_referred(sheet, mark))
        if not found:
            upto = marks[position + 1].start if position + 1 < len(marks) else mark.sentence.end
            found = list(_after(sheet, mark, min(upto, mark.sentence.end), group))
        shared = row[-1] if row and position and marks[position - 1] is row[-1].mark else None
        if (not found and shared is not None and APIECE.search(sheet.text[shared.start:shared.end])
                and SEGMENTS.fullmatch(sheet.text[shared.mark.end:mark.start])):
            found = [Count(row[-1].start, mark.end, row[-1].number, mark.value, row[-1].group, mark)]
        if found:
            group = found[-1].group or group
            found += _earlier_figure(sheet, found[-1])
            found += _broken_down(sheet, found[-1])
        following = marks[position + 1].start if position + 1 < len(marks) else len(sheet.text)
        yield from (*found, *_elliptical(sheet, mark, following))
        row += found[:1]
        previous_end = max(mark.end, found[-1].end if found else 0)
    yield from _positional(sheet, row)


def _paragraph_start(sheet: Sheet, mark: Mark) -> int:
    index = mark.sentence.index
    while index and sheet.sentences[index - 1].paragraph == mark.sentence.paragraph:
        index -= 1
    return sheet.sentences[index].start


def _before(sheet: Sheet, mark: Mark, since: int, group: str | None) -> Iterator[Count]:
    """A count in the words before a mark, with the others of its list ("two specialist and six community trusts were in …")."""
    window_start = max(since, mark.sentence.start, mark.start - WINDOW)
    window = sheet.text[window_start:mark.start]
    share = PERCENT.search(window)
    found = share or BEFORE.search(window)
    if found is None:
        return
    named = found["group"]
    of = "" if share else (found["of"] or "")
    loose = not share and not FINITE.search(found["verb"])
    whole = ANY_NUMBER.search(of) if loose else None
    value = counted(whole.group() if whole else found["count"])
    if value is None or found["count"].lower() in ARTICLES:
        return
    if REGIONAL.search(window):
        yield Count(window_start + found.start(), mark.end, value, mark.value, NO_SLUG, mark)
        return
    inside = found["into"].split()[0].lower().startswith("in") if loose else True
    if loose and not whole and not named and (not inside or window[:found.start()].rstrip().endswith(("from", "of"))):
        return
    if value == 1 and not ONLY.search(window[:found.start()]):
        return
    slug = group_in(named) if named else group_in(of)
    if slug is None:
        slug = group_in(sheet.text[mark.sentence.start:window_start] + window[:found.start()])
    if slug is None:
        slug = group if group is not None else group_in(sheet.text[since:window_start])
        slug = slug if slug is not None or value < SURELY_NATIONAL else "trust"
        if value < SURELY_NATIONAL and group is None and not of:
            slug = None
    slug = NO_SLUG if slug is None else slug
    if slug == "trust" and (titled := TITLED.match(sheet.title)):
        slug = titled.group().lower().replace(" ", "_")
    earlier = EARLIER.search(sheet.text, mark.sentence.start, mark.end) is not None
    items: list[Count] = []
    rest = window[:found.start()]
    while named and (item := LIST_ITEM.search(rest)):
        number_, item_group = counted(item["count"]), group_in(item["group"])
        if number_ is not None and item_group is not None:
            items.insert(0, Count(window_start + item.start(), mark.end, number_, mark.value, item_group, mark, earlier))
        rest = rest[:item.start()]
    yield from items
    yield Count(window_start + found.start(), mark.end, value, mark.value, slug, mark, earlier)


def _earlier_figure(sheet: Sheet, count: Count) -> list[Count]:
    """The figure of an earlier time that stands behind a count: "… in segment 4, against 27 in the autumn"."""
    found = AGAINST.match(sheet.text, max(count.end, count.mark.end), count.mark.sentence.end)
    value = counted(found["count"]) if found else None
    if found is None or value is None or count.group == NO_SLUG or value == count.number:
        return []
    return [Count(found.start("count"), found.end("count"), value, count.value, count.group, count.mark, earlier=True)]


def _referred(sheet: Sheet, mark: Mark) -> Iterator[Count]:
    """ "They fall into segment 3", where the sentence before says how many of whom."""
    if not mark.sentence.index or not THEY.match(sheet.text[mark.sentence.start:mark.start]):
        return
    before = sheet.sentences[mark.sentence.index - 1]
    found = OF_WHOM.search(sheet.text, before.start, before.end)
    value = counted(found["count"]) if found else None
    slug = group_in(found["group"]) if found else None
    if found and value is not None and slug and not REGIONAL.search(sheet.words(before)):
        yield Count(found.start(), mark.end, value, mark.value, slug, mark)


def _after(sheet: Sheet, mark: Mark, upto: int, group: str | None) -> Iterator[Count]:
    found = AFTER.match(sheet.text, mark.end, upto)
    if found is None:
        return
    value = counted(found["count"])
    slug = group_in(found["group"]) if found["group"] else group
    if value is not None and slug is not None:
        yield Count(mark.start, found.end(), value, mark.value, slug, mark)


def _broken_down(sheet: Sheet, count: Count) -> list[Count]:
    """ "… in segment 4: twelve acute trusts, two ambulance services": the parts of a count that a colon or dash opens."""
    opens = OPENS.match(sheet.text, count.mark.end, count.mark.sentence.end)
    if opens is None:
        return []
    parts: list[Count] = []
    position = opens.end()
    while part := PART.match(sheet.text, position, count.mark.sentence.end):
        value, slug = counted(part["count"]), group_in(part["group"])
        if value is None or slug is None or part["count"].lower() in ARTICLES:
            break
        parts.append(Count(part.start(), part.end("group"), value, count.value, slug, count.mark, count.earlier))
        position = part.end()
    return parts if sum(part.number for part in parts) == count.number else []


def _elliptical(sheet: Sheet, mark: Mark, following: int) -> Iterator[Count]:
    """Counts that leave the segment unsaid because it has just been said: "… as are eleven ICBs"."""
    if ELLIPSIS.search(sheet.text, mark.end, min(following, mark.end + 250)) is None:
        return
    for pattern in (AS_ARE, AND_ARE, SO_PLACED):
        end = mark.sentence.end + (200 if pattern is SO_PLACED else 0)
        for found in pattern.finditer(sheet.text, mark.end, min(following, end, mark.end + 250)):
            value, slug = counted(found["count"]), group_in(found["group"])
            if value is not None and slug and not REGIONAL.search(found.group()):
                yield Count(found.start(), found.end(), value, mark.value, slug, mark)


def _positional(sheet: Sheet, row: Sequence[Count]) -> Iterator[Count]:
    """ "Community: five, four, three, one", after a sentence that gave as many counts with their segments."""
    by_sentence: dict[int, list[Count]] = {}
    for count in row:
        by_sentence.setdefault(count.mark.sentence.index, []).append(count)
    counts = next((held for held in by_sentence.values() if len(held) > 2), [])
    if not counts:
        return
    given = counts[0].mark.sentence
    for sentence in sheet.sentences[given.index + 1:given.index + 4]:
        if sentence.paragraph != given.paragraph:
            break
        found = RUN_OF_COUNTS.search(sheet.text, sentence.start, sentence.end)
        slug = group_in(sheet.text[sentence.start:found.start()] + " trusts") if found else None
        slug = group_in(sheet.text[sentence.start:found.start()]) or slug if found else None
        if found is None or not slug:
            continue
        numbers = [counted(number_.group()) for number_ in ANY_COUNT.finditer(found.group())]
        if len(numbers) == len(counts):
            for value, count in zip(numbers, counts, strict=True):
                if value is not None:
                    yield Count(found.start(), found.end(), value, count.value, slug, count.mark)
