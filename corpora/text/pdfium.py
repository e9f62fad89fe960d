"""What pdfium knows of a page's characters, asked in as few calls as can be: a call costs more than the answer.

pypdfium2 wraps every handle in an object and every call in a conversion. A pack has a million characters on hundreds of pages,
so the few functions needed here are called directly, and whole lists of characters by one C-level loop.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice, repeat
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from pypdfium2 import raw

Numbers = NDArray[np.float32]
LEFT, TOP, RIGHT, BOTTOM = range(4)
"""The columns of boxes, in pdfium's order."""
BOX = 4 * ctypes.sizeof(ctypes.c_float)
SPARE_BOXES = 1000
MOST_CHARACTERS_MEASURED = 100_000
FONT_WEIGHT_BOLD = 600
BOLD_FONT = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
LONGEST_FONT_NAME = 128
LEAST_PICTURE = 0.1
"""Of the page: a smaller picture on an empty page is a logo."""
MANY_CURVES = 60
MOST_OBJECTS = 2000
UNUSUAL = re.compile("[\x00\x01\x03-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""Controls other than those at lines' ends, and white space other than a space."""
HYPHEN = b"\x02"
HYPHENS = (HYPHEN.decode(), "\ufffe")
"""What pdfium, older and newer, writes for a hyphen at a line's end; it leaves out the line's end then."""
USUAL = bytes(code for code in range(128) if not UNUSUAL.match(chr(code)) and chr(code) not in HYPHENS)


def _direct(function: object, result: type | None, *arguments: type) -> Callable[..., Any]:
    """A function of pdfium that takes and gives plain numbers, called without letting go of the interpreter's lock in between."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]  # ctypes's own function type is private
    function_of: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *arguments)(address or 0)
    return function_of


def _quick(function: object) -> Callable[..., None]:
    """The same for a function that is called a hundred thousand times: its arguments are taken as they are, and it gives nothing.

    They have to be ready for C: small whole numbers, and instances of ``c_void_p``: making those of numbers took half of the time.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]  # as above
    function_of: Callable[..., None] = ctypes.PYFUNCTYPE(None)(address or 0)
    return function_of


NUMBER, HANDLE = ctypes.c_int, ctypes.c_void_p
_load_page = _direct(raw.FPDF_LoadPage, HANDLE, HANDLE, NUMBER)
_load_text = _direct(raw.FPDFText_LoadPage, HANDLE, HANDLE)
_close_page = _direct(raw.FPDF_ClosePage, None, HANDLE)
_close_text = _direct(raw.FPDFText_ClosePage, None, HANDLE)
_rotation = _direct(raw.FPDFPage_GetRotation, NUMBER, HANDLE)
_count_chars = _direct(raw.FPDFText_CountChars, NUMBER, HANDLE)
_text = _direct(raw.FPDFText_GetText, NUMBER, HANDLE, NUMBER, NUMBER, HANDLE)
_loose_box = _quick(raw.FPDFText_GetLooseCharBox)
_char_index = _direct(raw.FPDFText_GetCharIndexFromTextIndex, NUMBER, HANDLE, NUMBER)
_count_rects = _direct(raw.FPDFText_CountRects, NUMBER, HANDLE, NUMBER, NUMBER)
_weight = _direct(raw.FPDFText_GetFontWeight, NUMBER, HANDLE, NUMBER)
_font = _direct(raw.FPDFText_GetFontInfo, ctypes.c_ulong, HANDLE, NUMBER, HANDLE, ctypes.c_ulong, HANDLE)


class PageText:
    """The characters of one page. Offsets are those of ``text``; boxes are in points, upright, from the lower left corner."""

    def __init__(self, page: int, handle: int, scratch: Scratch) -> None:
        self._page, self._handle, self.scratch = page, handle, scratch
        self.quarters = _rotation(page) % 4
        count = max(0, _count_chars(handle))
        units = scratch.units(handle, count)
        self.codes = np.frombuffer(units, np.uint16)
        """The UTF-16 units of the text, with a zero at the end."""
        self.text = units[:-2].decode("utf-16-le", "replace")
        if len(self.text) != len(self.codes) - 1:
            # Pairs of surrogates, rare pictograms: one of our characters for each of pdfium's, so that offsets stay the same.
            self.codes = np.where((self.codes & 0xF800) == 0xD800, np.uint16(0xFFFD), self.codes)
            self.text = self.codes.tobytes()[:-2].decode("utf-16-le", "replace")
        self._shifted = len(self.text) != count
        left_over = self.text.encode().translate(None, USUAL) if self.text.isascii() else b""
        self.is_ascii = not left_over.strip(HYPHEN) and self.text.isascii()
        """Whether all but hyphens at lines' ends are letters of ASCII, spaces and line ends."""
        self.is_unusual = not self.is_ascii and bool(UNUSUAL.search(self.text))
        """Whether there are controls or white space of other kinds than pdfium's own."""
        self.has_hyphens = bool(left_over) if self.is_ascii else any(hyphen in self.text for hyphen in HYPHENS)

    def close(self) -> None:
        """Give the page back; nothing can be asked of it any more."""
        _close_text(self._handle)
        _close_page(self._page)

    def pieces(self, offset: int, length: int) -> int:
        """In how many pieces a stretch was written; the gaps between columns of a table lie between pieces."""
        return int(_count_rects(self._handle, self._indices([offset])[0], length))

    def is_bold(self, offset: int) -> bool:
        """Whether a character is set in bold."""
        (index,) = self._indices([offset])
        if _weight(self._handle, index) >= FONT_WEIGHT_BOLD:
            return True
        # Many files state no weight; the name of the font says it then.
        name = ctypes.create_string_buffer(LONGEST_FONT_NAME)
        length = _font(self._handle, index, ctypes.addressof(name), LONGEST_FONT_NAME, None)
        return 0 < length <= LONGEST_FONT_NAME and bool(BOLD_FONT.search(name.raw[:length]))

    def fill(self, places: Iterable[ctypes.c_void_p], offsets: Sequence[int]) -> None:
        """Have the boxes of characters written to these places, as the file has them; not those of a page too full to be one."""
        if len(self.text) > MOST_CHARACTERS_MEASURED:
            return
        deque(map(_loose_box, repeat(HANDLE(self._handle)), self._indices(offsets), places), maxlen=0)

    def _indices(self, offsets: Sequence[int]) -> Sequence[int]:
        """pdfium's numbers of characters, which count some that have no text."""
        return [int(_char_index(self._handle, offset)) for offset in offsets] if self._shifted else offsets


class _BrokenPage(PageText):
    """A page that cannot be opened: no characters."""

    def __init__(self) -> None:
        self.text, self.has_hyphens, self.is_unusual, self.is_ascii, self.codes = "", False, False, True, np.zeros(1, np.uint16)


class Scratch:
    """Memory that pdfium writes its answers to, used for one page after another."""

    def __init__(self) -> None:
        self._text = ctypes.create_string_buffer(2)
        self._boxes = ctypes.create_string_buffer(BOX)
        self._places = [HANDLE(ctypes.addressof(self._boxes))]
        """Where each box is written."""

    def units(self, handle: int, count: int) -> bytes:
        """The UTF-16 units of a page of so many characters, with a zero at the end."""
        # A character outside the basic plane takes two.
        if len(self._text) < 4 * count + 4:
            self._text = ctypes.create_string_buffer(6 * count + 4)
        written = _text(handle, 0, count, ctypes.addressof(self._text)) if count else 0
        return ctypes.string_at(self._text, 2 * written) if written > 0 else bytes(2)

    def boxes(self, asked: Sequence[tuple[PageText, Sequence[int]]], count: int) -> Numbers:
        """The boxes of so many characters; see :func:`boxes_of`."""
        if len(self._places) < count:
            self._boxes = ctypes.create_string_buffer(BOX * (count + SPARE_BOXES))
            first = ctypes.addressof(self._boxes)
            self._places = list(map(HANDLE, range(first, first + BOX * (count + SPARE_BOXES), BOX)))
        # What pdfium does not know of it leaves as it is.
        ctypes.memset(self._boxes, 0, BOX * count)
        first = 0
        for page, offsets in asked:
            page.fill(islice(self._places, first, None), offsets)
            first += len(offsets)
        boxes: Numbers = np.frombuffer(bytearray(memoryview(self._boxes)[:BOX * count]), np.float32).reshape(-1, 4)
        return boxes


def boxes_of(asked: Sequence[tuple[PageText, Sequence[int]]]) -> Numbers:
    """Where characters stand, with the height of their font: letters without tails do not sit closer to the next line.

    Args:
        asked: pages, and of each the offsets of the characters.

    Returns:
        One row a character: left, top, right, bottom; zeros for a character that stands nowhere.
    """
    asked = [(page, offsets) for page, offsets in asked if offsets]
    count = sum(len(offsets) for _, offsets in asked)
    if not asked:
        return np.zeros((0, 4), np.float32)
    boxes = asked[0][0].scratch.boxes(asked, count)
    fallen = boxes[:, TOP] < boxes[:, BOTTOM]
    if fallen.any():
        # Letters that stand on their heads.
        boxes[fallen] = boxes[fallen][:, (LEFT, BOTTOM, RIGHT, TOP)]
    if any(page.quarters for page, _ in asked):
        first = 0
        for page, offsets in asked:
            if page.quarters:
                boxes[first:first + len(offsets)] = _upright(boxes[first:first + len(offsets)], page.quarters)
            first += len(offsets)
    return boxes


@contextmanager
def open_pages(pdf: pypdfium2.PdfDocument, indices: Sequence[int], scratch: Scratch) -> Iterator[list[PageText | None]]:
    """The texts of some pages, closed afterwards; None for a page that pdfium cannot load."""
    document = ctypes.cast(pdf.raw, HANDLE).value
    pages: list[PageText | None] = []
    try:
        for index in indices:
            page = _load_page(document, index)
            text = _load_text(page) if page else None
            if page and not text:
                _close_page(page)
            pages.append(PageText(page, text, scratch) if text else None)
        yield pages
    finally:
        for opened in pages:
            if opened:
                opened.close()


BROKEN_PAGE: PageText = _BrokenPage()


def shows_a_picture(pdf: pypdfium2.PdfDocument, index: int) -> bool:
    """Whether a page without text shows something that may be read: a picture of some size, or letters drawn as curves."""
    page = raw.FPDF_LoadPage(pdf.raw, index)
    if not page:
        return False
    try:
        area = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
        curves = 0
        for number in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
            thing = raw.FPDFPage_GetObject(page, number)
            kind = raw.FPDFPageObj_GetType(thing)
            curves += kind == raw.FPDF_PAGEOBJ_PATH
            # What stands in a form is not looked into: scanners put the whole page there.
            if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) and _area(thing) >= LEAST_PICTURE * area:
                return True
        return curves >= MANY_CURVES
    finally:
        raw.FPDF_ClosePage(page)


def _area(thing: object) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0
    return abs((right.value - left.value) * (top.value - bottom.value))


def _upright(boxes: Numbers, quarters: int) -> Numbers:
    """Boxes of a page that is shown turned clockwise by so many quarters, as they are seen: only differences count here."""
    left, top, right, bottom = (boxes[:, column] for column in range(4))
    turned = {1: (bottom, -left, top, -right), 2: (-right, -bottom, -left, -top), 3: (-top, right, -bottom, left)}[quarters]
    return np.stack(turned, axis=1)
