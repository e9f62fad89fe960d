"""Characters that are no text, taken out before anything is quoted."""

from __future__ import annotations

import re
import unicodedata

# Controls other than tab and line feed, lone surrogates, noncharacters, and invisible marks: the byte order mark,
# zero-width space, soft hyphen, and the direction overrides with which a page can show another text than it holds.
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
                         "\ufeff\u200b\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def clean_text(text: str) -> str:
    """Text with one kind of line end and space, composed letters (NFC), no ligatures, and nothing unprintable."""
    text = LINE_ENDS.sub("\n", text)
    text = UNPRINTABLE.sub("", text)
    return unicodedata.normalize("NFC", SPACES.sub(" ", text).translate(LIGATURES))


def clean_line(text: str) -> str:
    """One line: cleaned, with every run of white space as one space."""
    if text.isascii():
        line = " ".join(text.split())
        if line.isprintable():
            return line
    return " ".join(clean_text(text).split())


def tidy_lines(text: str) -> str:
    """Cleaned text with no space at line ends, no more than one blank line in a row, none at the edges."""
    lines = "\n".join(line.rstrip() for line in clean_text(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def storable(text: str) -> str:
    """The same text, every offset kept, with what SQLite and UTF-8 cannot hold (NUL, lone surrogates) replaced."""
    return UNSTORABLE.sub("\ufffd", text)
