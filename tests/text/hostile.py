"""Files made to do harm: bombs, loops, depths, and damaged copies of harmless ones. All content is invented."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.text.conftest import page, word_paragraph, word_xml
from tests.text.office import odt

MEBIBYTE = 2**20


def mutations(data: bytes, number: int, seed: int) -> Iterator[bytes]:
    """Damaged copies: bytes changed, stretches cut, doubled and moved."""
    chance = random.Random(seed)
    for _ in range(number):
        copy = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            at, length = chance.randrange(len(copy)), chance.randint(1, 60)
            damage = chance.randrange(4)
            if damage == 0:
                copy[at] = chance.randrange(256)
            elif damage == 1 and len(copy) > 200:
                del copy[at:at + length]
            elif damage == 2:
                copy[at:at] = copy[at:at + length]
            else:
                copy[at:at] = chance.randbytes(3)
        yield bytes(copy)


def raw_pdf(*objects: bytes, root: int = 1, trailer: bytes = b"", prev: int | None = None) -> bytes:
    """A PDF of these objects, numbered from 1; ``prev``: where its table of objects says that an earlier one stands."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    before = b"" if prev is None else b"/Prev %d" % (table if prev < 0 else prev)
    return bytes(out + b"trailer <</Size %d /Root %d 0 R %b %b>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, root, before, trailer, table))


def stream(data: bytes, *, filters: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    """A packed stream."""
    return b"<</Length %d /Filter %b %b>>\nstream\n%b\nendstream" % (len(data), filters, more, data)


CATALOG = b"<</Type /Catalog /Pages 2 0 R>>"
FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
WORDS = b"BT /F 12 Tf 72 700 Td (Invented words.) Tj ET"


def one_page(content: bytes, *, box: bytes = b"0 0 595 842", resources: bytes = b"/Font <</F 5 0 R>>", more: tuple[bytes, ...] = (),
             prev: int | None = None, kids: bytes = b"3 0 R", count: int = 1) -> bytes:
    """A PDF of one page with this object for its content, numbered 4."""
    return raw_pdf(CATALOG, b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, count),
                   b"<</Type /Page /Parent 2 0 R /MediaBox [%b] /Contents 4 0 R /Resources <<%b>>>>" % (box, resources),
                   content, FONT, *more, prev=prev)


def plain(data: bytes) -> bytes:
    """A stream that is not packed."""
    return b"<</Length %d>>\nstream\n%b\nendstream" % (len(data), data)


def _zeros(size: int, filler: bytes = b" ") -> bytes:
    packer = zlib.compressobj(9)
    piece = filler * (MEBIBYTE // len(filler))
    return b"".join(packer.compress(piece) for _ in range(size // MEBIBYTE)) + packer.flush()


def flate_bomb() -> bytes:
    """A page whose content unpacks to 1.5 GiB of white space."""
    return one_page(stream(_zeros(1500 * MEBIBYTE)))


def double_flate_bomb() -> bytes:
    """The same, packed twice: a few kilobytes."""
    return one_page(stream(zlib.compress(_zeros(1500 * MEBIBYTE), 9), filters=b"[/FlateDecode /FlateDecode]"))


def text_bomb() -> bytes:
    """A page that writes a word some tens of millions of times."""
    return one_page(stream(zlib.compress(b"BT /F 1 Tf " + b"(Invented) Tj " * 20_000_000 + b"ET", 1)))


def deep_page_tree() -> bytes:
    """Pages in pages in pages, 100,000 deep."""
    depth = 100_000
    nodes = [b"<</Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R>>" % (number + 1, number - 1) for number in range(2, depth)]
    return raw_pdf(CATALOG, *nodes, b"<</Type /Page /Parent %d 0 R /MediaBox [0 0 9 9]>>" % (depth - 1))


def looping_page_tree() -> bytes:
    """Pages that are their own children."""
    return one_page(plain(WORDS), kids=b"2 0 R 3 0 R 2 0 R", count=1000)


def looping_table() -> bytes:
    """A table of objects that says that it stands before itself."""
    return one_page(plain(WORDS), prev=-1)


def looping_bookmarks() -> bytes:
    """Bookmarks each of which is the other's next and child."""
    ring = [b"<</Title (Invented %d) /Parent 6 0 R /Next %d 0 R /First %d 0 R /Dest [3 0 R /Fit]>>" % (n, 7 + (n + 1) % 50, 7 + (n + 7) % 50)
            for n in range(50)]
    return raw_pdf(b"<</Type /Catalog /Pages 2 0 R /Outlines 6 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
                   b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
                   plain(WORDS), FONT, b"<</Type /Outlines /First 7 0 R /Last 7 0 R /Count 50>>", *ring)


def form_within_itself() -> bytes:
    """A form that draws itself, twice."""
    form = plain(b"/X Do /X Do " + WORDS)
    form = form.replace(b"<<", b"<</Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <</XObject <</X 6 0 R>> /Font <</F 5 0 R>>>> ", 1)
    return one_page(plain(b"/X Do"), resources=b"/Font <</F 5 0 R>> /XObject <</X 6 0 R>>", more=(form,))


def picture_bomb() -> bytes:
    """A page of a billion points, black: what draws it must not draw it so large."""
    picture = stream(_zeros(113 * MEBIBYTE, b"\x00"), more=b"/Type /XObject /Subtype /Image /Width 30000 /Height 30000 "
                     b"/ColorSpace /DeviceGray /BitsPerComponent 1")
    return one_page(plain(b"595 0 0 842 0 0 cm /I Do"), resources=b"/XObject <</I 6 0 R>>", more=(picture,))


def huge_box() -> bytes:
    """A page a hundred million points wide with a picture on it."""
    picture = stream(zlib.compress(b"\x7f" * 10_000), more=b"/Type /XObject /Subtype /Image /Width 100 /Height 100 "
                     b"/ColorSpace /DeviceGray /BitsPerComponent 8")
    return one_page(plain(b"100000000 0 0 100000000 0 0 cm /I Do"), box=b"0 0 100000000 100000000",
                    resources=b"/XObject <</I 6 0 R>>", more=(picture,))


def many_pages() -> bytes:
    """100,000 pages, all the same object."""
    return one_page(plain(WORDS), kids=b"3 0 R " * 100_000, count=100_000)


def word_bomb() -> bytes:
    """A Word document of which one paragraph unpacks to 70 MiB."""
    return word_xml(word_paragraph("a" * 70_000_000))


def text_of_70_mebibytes() -> bytes:
    """An OpenDocument text that unpacks to 70 MiB."""
    return odt("a" * 70_000_000)


def lying_zip() -> bytes:
    """A ZIP of a thousand members that unpack to 200 MiB each."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        packed = b" " * (200 * MEBIBYTE)
        for number in range(3):
            archive.writestr(f"paper-{number}.txt", packed)
    return out.getvalue()


def warc_bomb() -> bytes:
    """A web archive whose page unpacks to 500 MiB."""
    body = b"<p>invented</p>" * (500 * MEBIBYTE // 15)
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(response))
    return gzip.compress(head + response + b"\r\n\r\n", 1)


BOMBS: dict[str, Callable[[], bytes]] = {
    "flate.pdf": flate_bomb, "double-flate.pdf": double_flate_bomb, "words.pdf": text_bomb, "deep.pdf": deep_page_tree,
    "tree-loop.pdf": looping_page_tree, "table-loop.pdf": looping_table, "bookmarks.pdf": looping_bookmarks,
    "form.pdf": form_within_itself, "picture.pdf": picture_bomb, "box.pdf": huge_box, "pages.pdf": many_pages,
    "word.docx": word_bomb, "text.odt": text_of_70_mebibytes, "members.zip": lying_zip, "archive.warc.gz": warc_bomb,
    "deep.html": lambda: page("<div>" * 1_000_000 + "words at the bottom"),
    "attributes.html": lambda: page("<p " + "a=1 " * 6_000_000 + ">words</p>"),
    "entities.html": lambda: page("<p>" + "&amp;" * 6_000_000 + " words</p>"),
    "deep.json": lambda: b'{"a":' * 5_000_000,
    "lists.json": lambda: b"[" + b"[]," * 10_000_000 + b"0]",
    "deep.jsonl": lambda: b'{"id": "a", "text": ' + b"[" * 10_000_000,
    "lists.jsonl": lambda: json.dumps({"id": "a", "text": "x"}).encode()[:-1] + b', "n": [' + b"[]," * 9_000_000 + b"0]}",
}
