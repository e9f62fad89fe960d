"""Text to sentences: headings, list items and table rows kept apart from prose, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.sheet import Form, Sentence

BULLET = re.compile(r"\s*(?:[•●▪◦‣\-–—*·o↑↓→=▲▼►▸🔹☐☒☑✓✔]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)", re.IGNORECASE)
CELLS = re.compile(r"\S(?:\s{2,}|\t|\s*\|\s*)\S")
CELL_MARKS = ("  ", "\t", "|", *(mark for mark in map(chr, range(0x3001)) if mark.isspace() and mark not in " \t\n"))
"""Without any of these in a text no line of it has cells: two spaces, a tab, a bar, or an uncommon white space."""
TERMINAL = (".", "!", "?", ":", ";")
CLOSING = "'\"”’)]"
SENTENCE_END = re.compile(
    r"""[.!?]                                                # the end itself comes first, since a search leaps to it
        (?:(?<!\b[A-Z].)|(?<=\w&[A-Z].))(?<!\b[A-Z]\.[A-Z].)  # an initial is not an end; A&E may be one
        (?<!\bMr.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bNo.)(?<!\bvs.)(?<!\bcf.)(?<!\bMrs.)(?<!\bviz.)(?<!\bReg.)(?<!\bProf.)
        (?<!\bCllr.)(?<!\be\.g.)(?<!\bi\.e.)(?<!\bpp.)(?<!\bp.)(?<!(?<!['’])\bs.)(?<!\bapprox.)(?<!\bincl.)(?<!\bHon.)(?<!\bRev.)(?<!\bSec.)
        [.!?]*['"”’)\]]*
        (?=\s+['"“‘(\[]*[A-Z0-9£•–—-]|\s*$)
    """, re.VERBOSE)
HEADING_WORDS = 14
WRAP_WIDTH = 55
LONGEST_WRAP = 130
FULL_LINE = 0.7


def lay_out(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; white space belongs to none of them."""
    sentences: list[Sentence] = []
    lead_in: int | None = None
    for paragraph, (start, end, form) in enumerate(blocks(text)):
        first = len(sentences)
        for piece_start, piece_end in pieces(text, start, end, form):
            sentences.append(Sentence(len(sentences), piece_start, piece_end, paragraph, form,
                                      lead_in if form in ("item", "row") else None))
        if len(sentences) > first and (form == "heading" or text[start:end].rstrip().endswith(":")):
            lead_in = len(sentences) - 1
        elif form == "prose":
            lead_in = None
    return tuple(sentences)


def blocks(text: str) -> Iterator[tuple[int, int, Form]]:
    """Stretches of lines that belong together: a paragraph of wrapped lines, one heading, one item, one row."""
    open_start: int | None = None
    open_end, open_form = 0, "prose"
    width = _wrap_width(text)
    has_cells = not is_evenly_spaced(text)
    line_start, previous = 0, -2
    for number, words in enumerate(text.split("\n")):
        stripped = words.strip()
        start = line_start
        line_start += len(words) + 1
        if not stripped:
            continue
        blank_between = number - previous > 1
        previous = number
        if stripped is not words:
            start += len(words) - len(words.lstrip())
        end = start + len(stripped)
        form = _form(words, has_cells=has_cells)
        continues = (open_start is not None and not blank_between and form == "prose" and open_form in ("prose", "item")
                     and not _is_terminated(text[open_start:open_end])
                     and (text[start].islower() or open_end - text.rfind("\n", 0, open_end) > width))
        if continues:
            open_end = end
            continue
        if open_start is not None:
            yield open_start, open_end, _closed(text[open_start:open_end], open_form)
        open_start, open_end, open_form = start, end, form
    if open_start is not None:
        yield open_start, open_end, _closed(text[open_start:open_end], open_form)


def is_evenly_spaced(text: str) -> bool:
    """Whether the words of each line of a text are parted by single spaces, and no bar stands in it."""
    return not any(mark in text for mark in CELL_MARKS)


def _wrap_width(text: str) -> float:
    """How long a line must be for the next to go on with it: most of the width at which the text was wrapped, if it was."""
    lengths = sorted(len(line) for line in text.splitlines() if len(line) > WRAP_WIDTH)
    if not lengths or lengths[-1] > 2 * LONGEST_WRAP:
        return float("inf")
    return max(WRAP_WIDTH, FULL_LINE * min(lengths[len(lengths) * 9 // 10], LONGEST_WRAP))


def _form(line: str, *, has_cells: bool) -> str:
    if BULLET.match(line):
        return "item"
    return "row" if has_cells and CELLS.search(line.strip()) else "prose"


def _closed(block: str, form: str) -> Form:
    if form == "prose" and not _is_terminated(block) and len(block.split(None, HEADING_WORDS)) <= HEADING_WORDS:
        return "heading"
    return form  # type: ignore[return-value]  # "prose", "item" and "row" are all that _form gives


def _is_terminated(block: str) -> bool:
    """Whether a block, without white space at its end, ends as a sentence does."""
    return block.rstrip(CLOSING).endswith(TERMINAL)


def pieces(text: str, start: int, end: int, form: Form) -> Iterator[tuple[int, int]]:
    """The sentences of one stretch, without the white space between them."""
    if form in ("row", "heading"):
        yield start, end
        return
    position = start
    marker = BULLET.match(text, start, end) if form == "item" else None
    for stop in SENTENCE_END.finditer(text, marker.end() if marker else start, end):
        if text[position:stop.end()].strip():
            yield _trimmed(text, position, stop.end())
        position = stop.end()
    if text[position:end].strip():
        yield _trimmed(text, position, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
