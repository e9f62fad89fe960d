"""Signs for and against the organisation that a document as a whole is about, where a sentence names nobody.

That a text names one trust only does not make it the text's subject: a school, a water company or a trade journal may mention
one in passing. What tells is where the document has the organisation from, how often and how near it is named, and whether the
text speaks of the NHS at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.gated_re import stretch
from nlp.organisations.situation import ABROAD, ELSEWHERE, HEALTH, OF_THE_NHS, PLAIN_WORD
from nlp.sheet import Sentence, Sheet

NEAR = 4
FAR = 12


def home_signs(sheet: Sheet, sentence: Sentence) -> Iterator[str]:
    """What speaks for and against ``sheet.home`` as the subject of a sentence that does not name it."""
    if sheet.home is None:
        return
    mentions = [name.start for name in sheet.names if sheet.home in name.all_codes]
    yield f"home:by:{sheet.home_by}"
    yield f"home:by:{sheet.home_by}:{sheet.doc_type}"
    yield f"home:named:{min(len(mentions), 4)}"
    last = max((start for start in mentions if start < sentence.start), default=None)
    named = sheet.sentence_at(last) if last is not None else None
    steps = sentence.index - named.index if named is not None else None
    yield f"home:since:{'never' if steps is None else 'near' if steps <= NEAR else 'middle' if steps <= FAR else 'far'}"
    yield f"home:matter:{matter_of(sheet)}"


def matter_of(sheet: Sheet) -> str:
    """What a text is of: ``nhs``, ``health`` or ``other``, by its words."""
    return sheet.once("matter", _matter)


def _matter(sheet: Sheet) -> str:
    text = stretch(sheet.whole, 0, 8_000)
    words = [word.lower() for word in PLAIN_WORD.findall(text)]
    health, elsewhere = sum(word in HEALTH for word in words), sum(word in ELSEWHERE for word in words)
    of_nhs, abroad = sum(1 for _ in OF_THE_NHS.finditer(text)), sum(1 for _ in ABROAD.finditer(text))
    if abroad > of_nhs or elsewhere > health:
        return "other"
    if of_nhs == 0:
        return "health" if health else "unknown"
    return "nhs" if elsewhere * 3 <= health else "mixed"
