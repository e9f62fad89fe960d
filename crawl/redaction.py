"""Taking one person's name out of a text: what is stored of a coroner's report names nobody who died.

Rather too much is taken out than too little: a word that the name shares with the language goes where it is written with a
capital. Only where it begins the name of a hospital or council ("Barnsley Hospital") does a word stay.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

from corpora.schema import Document, Record

NAME = "[name]"
TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "reverend",
          "baby", "master", "the", "late", "and", "also", "known", "as", "aka", "formerly", "nee", "née", "child", "infant", "of")
TITLED = re.compile(rf"(?:{re.escape(NAME)}|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Baby|MR|MRS|MS|MISS|DR)\.?)[\s,'’-]{{1,3}}$")
BODY = re.compile(
    r"(?:[ \n]+(?:and|of|[A-Z][\w&'’-]{0,30})){0,4}[ \n]+(?:Hospitals?|Infirmary|NHS (?:Foundation )?Trust|Ambulance Service|"
    r"(?:City |County |Borough |Metropolitan )?Council|University|Integrated Care Board|ICB|Constabulary|Police)\b")


class Redacted(Record):
    """A text without the name."""

    text: str
    found: int
    """How often a part of the name was taken out."""
    edges: tuple[int, ...]
    """Where each part that was taken out ended, in the old text."""
    shifts: tuple[int, ...]
    """How far what follows it moved."""

    def moved(self, offset: int) -> int:
        """Where an offset of the old text lies in the new one."""
        place = bisect_right(self.edges, offset)
        return max(0, min(len(self.text), offset + (self.shifts[place - 1] if place else 0)))


def redact(text: str, name: str) -> Redacted:
    """The text with every part of the name replaced by ``[name]``."""
    parts = parts_of(name)
    if not parts:
        return Redacted(text=text, found=0, edges=(), shifts=())
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(plain(text)):
        before = text[max(0, match.start() - 12):match.start()]
        follows_name = bool(spans) and not text[spans[-1][1]:match.start()].strip(" \n,.'’-")
        if not follows_name and not TITLED.search(before) and BODY.match(text, match.end()):
            continue
        if follows_name and match.start() - spans[-1][1] <= 3:
            spans[-1] = (spans[-1][0], match.end())
        else:
            spans.append(match.span())
    pieces: list[str] = []
    end = 0
    for start, stop in spans:
        pieces += [text[end:start], NAME]
        end = stop
    shifts = accumulate(len(NAME) - (stop - start) for start, stop in spans)
    return Redacted(text="".join([*pieces, text[end:]]), found=len(spans), edges=tuple(stop for _, stop in spans),
                    shifts=tuple(shifts))


def redact_document(document: Document, name: str) -> Document:
    """The document without the name in its text, its pages and sections where they now are."""
    read = redact(document.text, name)
    pages = tuple(page.model_copy(update={"start": read.moved(page.start), "end": read.moved(page.end)}) for page in document.pages)
    sections = tuple(section.model_copy(update={
        "start": read.moved(section.start), "end": read.moved(section.end), "title": redact(section.title, name).text})
        for section in document.sections)
    return document.model_copy(update={"text": read.text, "pages": pages, "sections": sections})


def parts_of(name: str) -> list[str]:
    """Patterns of a name's words, the longest first, as they may be written: ``Anne-Marie``, ``ANNE``, ``Anne``."""
    words: set[str] = set()
    for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", plain(name)):
        for part in {word, *re.split(r"['’-]", word)}:
            if len(part) > 1 and part.lower() not in TITLES:
                words |= {part, part.upper(), re.sub(r"[^\W\d_]+", lambda letters: letters[0].capitalize(), part)}
    return [re.sub("['’]", "['’]", re.escape(word)) for word in sorted(words, key=lambda word: (-len(word), word))]


def plain(text: str) -> str:
    """The text with letters that have no accents, each in its place."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFKD", letter)[0] for letter in text)
