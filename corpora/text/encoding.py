"""Bytes to characters: byte order marks first, then UTF-8, what is declared, and Windows-1252 at last."""

from __future__ import annotations

import codecs
import re

from corpora.errors import UnreadableInput
from corpora.text.cleaning import UNPRINTABLE

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
# Browsers read these names as Windows-1252, and so do the pages that bear them.
SAID_BUT_NOT_MEANT = {"iso8859-1", "ascii"}
MOST_UNPRINTABLE = 0.02
"""Larger shares of control characters are no text: an English page has none."""


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The characters of some bytes; never fails: what no encoding explains becomes U+FFFD.

    Args:
        declared: the character set that the sender named, if any; believed only where UTF-8 does not fit.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark):].decode(encoding, "replace")
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_known(declared) or "cp1252", "replace")


def decode_html(data: bytes, *, declared: str | None = None) -> str:
    """The characters of an HTML page, minding its ``<meta charset>``."""
    said = META_CHARSET.search(data[:4096])
    return decode(data, declared=declared or (said.group(1).decode("ascii", "replace") if said else None))


def decode_prose(data: bytes, *, name: str) -> str:
    """The characters of a text file.

    Raises:
        UnreadableInput: too much of it is no text, as in a picture or a program.
    """
    text = decode(data)
    sample = text[:100_000]
    strange = len(UNPRINTABLE.findall(sample)) + sample.count("\ufffd")
    if strange > 2 + MOST_UNPRINTABLE * len(sample):
        raise UnreadableInput(f"{name}: neither text nor a known document format")
    return text


def charset_of(media_type: str | None) -> str | None:
    """``text/html; charset=utf-8`` → ``utf-8``."""
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", media_type or "", re.IGNORECASE)
    return found.group(1) if found else None


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
        b"".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name in SAID_BUT_NOT_MEANT or name.startswith("utf-") else name


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:2000]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None
