"""The mentions that a document is filed under."""

from __future__ import annotations

from corpora.schema import Mention
from nlp.sheet import Sheet


def mentions_of(sheet: Sheet) -> tuple[Mention, ...]:
    """Every name of an organisation, and for one that the text only points to ("the Trust") its first pointer.

    Where the title or the publisher alone says whom a document is about, the mention is empty, at the start of the text.
    """
    named = [Mention(code=name.code, text=name.text, start=name.start, end=name.end)
             for name in sheet.names if name.code and name.form != "anaphor"]
    codes = {mention.code for mention in named}
    pointed: dict[str, Mention] = {}
    for name in sheet.names:
        if name.form == "anaphor":
            for code in name.all_codes:
                if code not in codes and (code != sheet.home or _speaks_of_itself(sheet)):
                    pointed.setdefault(code, Mention(code=code, text=name.text, start=name.start, end=name.end))
    if sheet.home and sheet.home not in codes and sheet.home not in pointed and _speaks_of_itself(sheet):
        pointed[sheet.home] = Mention(code=sheet.home, text="", start=0, end=0)
    return tuple(sorted([*named, *pointed.values()], key=lambda mention: (mention.start, mention.end, mention.code)))


def _speaks_of_itself(sheet: Sheet) -> bool:
    """Whether a paper is about the organisation that it comes from: a system's board not in a passage without a title."""
    return not (sheet.home or "").startswith("Q") or bool(sheet.title.strip())
