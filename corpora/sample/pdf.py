"""One text of the sample as a PDF of a few pages, plain enough to be written by hand.

What a web page states of itself in its head stands among the PDF's own facts (its ``Info``): title, publisher, public source,
date, type.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from corpora.sample import SampleText

NOTE = "summary in our own words, as a PDF"
WIDTH, HEIGHT, MARGIN = 420, 595, 48
"""Points: A5."""
FONT_SIZE, TITLE_SIZE, FOOT_SIZE = 11, 14, 8
LEADING = 1.35
"""From line to line, in heights of the font."""
CHARACTER = 0.6
"""How wide all characters of Courier are, in heights: so a line's length is known without a table of widths."""
FONTS = (b"Courier", b"Courier-Bold")
"""Every reader of PDFs has them."""
PAGES, REGULAR, BOLD, INFO, FIRST = 2, 3, 4, 5, 6
"""The numbers of the PDF's objects; each page is two, its frame and what stands on it."""


def article_pdf(text: SampleText) -> bytes:
    """The title and the first paragraph on page 1, the others on page 2; the same bytes every time, and so the same ETag.

    Raises:
        ValueError: it does not fit these pages.
    """
    opening, *others = text.paragraphs
    title = _lines(text.title, top=HEIGHT - MARGIN, size=TITLE_SIZE, font=b"B")
    pages = [title + _paragraphs([opening], top=HEIGHT - MARGIN - (len(title) + 1) * LEADING * TITLE_SIZE)]
    if others:
        pages.append(_paragraphs(others, top=HEIGHT - MARGIN))
    frames = b" ".join(b"%d 0 R" % (FIRST + 2 * at) for at in range(len(pages)))
    objects = [
        b"<</Type /Catalog /Pages %d 0 R /Lang (en-GB)>>" % PAGES,
        b"<</Type /Pages /Count %d /Kids [%b]>>" % (len(pages), frames),
        *(b"<</Type /Font /Subtype /Type1 /BaseFont /%b /Encoding /WinAnsiEncoding>>" % font for font in FONTS), _info(text)]
    for number, page in enumerate(pages, start=1):
        objects += _page(page + _foot(number, len(pages)), number=len(objects) + 1)
    return _file(objects)


def _info(text: SampleText) -> bytes:
    """Title and author where programs look for them, and the facts that only a replica of ours states."""
    facts = {"Title": text.title, "Author": f"{text.publisher} ({NOTE})", "Source": text.url, "Published": text.published,
             "Type": text.doc_type, "Licence": text.licence}
    return b"<<%b>>" % b" ".join(b"/%b %b" % (name.encode(), _marked(value)) for name, value in facts.items())


def _paragraphs(paragraphs: Sequence[str], *, top: float) -> list[bytes]:
    lines: list[bytes] = []
    for number, paragraph in enumerate(paragraphs):
        above = (len(lines) + number) * LEADING * FONT_SIZE
        lines += _lines(paragraph, top=top - above, size=FONT_SIZE, font=b"R")
    return lines


def _lines(text: str, *, top: float, size: int, font: bytes) -> list[bytes]:
    """The text in lines of the page's width, from ``top`` down.

    Raises:
        ValueError: it does not fit the page.
    """
    length = int((WIDTH - 2 * MARGIN) / (CHARACTER * size))
    lines = textwrap.wrap(text, length, break_on_hyphens=False)
    if top - len(lines) * LEADING * size < MARGIN:
        raise ValueError(f"the text is too long for its page: {text[:40]!r}")
    return [_line(line, y=top - at * LEADING * size, size=size, font=font) for at, line in enumerate(lines)]


def _foot(number: int, pages: int) -> list[bytes]:
    return [_line(f"Page {number} of {pages}", y=MARGIN / 2, size=FOOT_SIZE, font=b"R")]


def _line(text: str, *, y: float, size: int, font: bytes) -> bytes:
    return b"BT /%b %d Tf %d %.1f Td <%b> Tj ET" % (font, size, MARGIN, y, text.encode("cp1252").hex().encode())


def _page(lines: Sequence[bytes], *, number: int) -> list[bytes]:
    content = b"\n".join(lines)
    frame = b"<</Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources <</Font <</R %d 0 R /B %d 0 R>>>>>>"
    return [frame % (PAGES, WIDTH, HEIGHT, number + 1, REGULAR, BOLD),
            b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content)]


def _marked(value: str) -> bytes:
    """A string of a PDF in any script: UTF-16 in hexadecimal."""
    return b"<%b>" % ("\ufeff" + value).encode("utf-16-be").hex().encode()


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects, numbered from 1, with the table that says where each stands."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root 1 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, INFO, table)
    return bytes(out)
