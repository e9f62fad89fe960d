"""What the learned reader sees of an option: a window of the text with the organisation and the trigger marked.

``kind subtype value whence doc_type year [SEP] title [SEP] … @ trust was served with * a warning notice * by the CQC …``.
The organisation asked about stands as ``@ trust`` wherever it is named, every other one as ``# trust``, so that what is learned
is how English says it and not which trust it was said of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

from nlp.options import Option
from nlp.sheet import Name, Sentence, Sheet

MOST_TOKENS = 128
MOST_HEAD, MOST_TITLE, MOST_LEAD = 20, 24, 24
BEFORE, AFTER = 2, 1
"""Sentences of the text before and after the trigger's own."""
REACH_BEFORE, REACH_AFTER, REACH_NEXT = 600, 450, 220
SHARE_BEFORE = 0.6
"""Of what room there is, the share that stands before the trigger where the window is cut."""
START, SEPARATOR = 101, 102
"""[CLS] and [SEP] in the vocabulary of MiniLM."""
ASKED, ANOTHER = "@ trust", "# trust"
BOUNDS = "*"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """Token numbers, and where among them stand the organisation asked about and the trigger."""

    tokens: tuple[int, ...]
    organisation: tuple[int, ...]
    """Positions of the organisation asked about; empty where the window does not name it."""
    trigger: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    tokens: tuple[int, ...]
    role: str = ""


class WindowMaker:
    """Makes windows with the tokeniser of the model."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._encode = lru_cache(maxsize=4096)(self._encode_anew)

    def window(self, sheet: Sheet, option: Option) -> Window:
        """The window of an option."""
        code = option.subject.code
        head = self._encode(_head(sheet, option))[:MOST_HEAD]
        title = [piece for name, role in _title(sheet, code) for piece in [_Piece(self._encode(name), role)]]
        lead = self._lead(sheet, option.sentence, code)
        body = self._body(sheet, option, code)
        front = _joined([_Piece((START, *head, SEPARATOR))], _cut(title, MOST_TITLE), [_Piece((SEPARATOR,))], lead)
        room = MOST_TOKENS - len(front) - 1
        return _window([*front, *_around(body, room), (SEPARATOR, "")])

    def _lead(self, sheet: Sheet, sentence: Sentence, code: str | None) -> list[tuple[int, str]]:
        """The heading or introducing line, where it stands before what the window shows anyway."""
        if sentence.lead_in is None or sentence.index - sentence.lead_in <= BEFORE:
            return []
        above = sheet.sentences[sentence.lead_in]
        pieces = self._pieces(sheet, above.start, min(above.end, above.start + REACH_NEXT), code)
        return _joined(_cut(pieces, MOST_LEAD), [_Piece((SEPARATOR,))])

    def _body(self, sheet: Sheet, option: Option, code: str | None) -> list[tuple[int, str]]:
        sentence, trigger = option.sentence, option.trigger
        first = sheet.sentences[max(0, sentence.index - BEFORE)]
        last = sheet.sentences[min(len(sheet.sentences) - 1, sentence.index + AFTER)]
        start = max(first.start, trigger.start - REACH_BEFORE)
        end = min(last.end, sentence.end + REACH_NEXT, trigger.end + REACH_AFTER)
        stop = min(trigger.end, end)
        star = [_Piece(self._encode(BOUNDS), "trigger")]
        return _joined(self._pieces(sheet, start, trigger.start, code), star,
                       self._pieces(sheet, trigger.start, stop, code, "trigger"), star, self._pieces(sheet, stop, end, code))

    def _pieces(self, sheet: Sheet, start: int, end: int, code: str | None, role: str = "") -> list[_Piece]:
        pieces, position = [], start
        for name in sheet.names_in(start, end):
            if name.end > end or name.start < position:
                continue
            pieces.append(_Piece(self._encode(sheet.text[position:name.start]), role))
            pieces.append(_Piece(self._encode(_shown(name, code)), "organisation" if code in name.all_codes else role))
            position = name.end
        pieces.append(_Piece(self._encode(sheet.text[position:end]), role))
        return pieces

    def _encode_anew(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(text.replace("\x00", " "), add_special_tokens=False).ids) if text.strip() else ()


def _head(sheet: Sheet, option: Option) -> str:
    trigger = option.trigger
    value = "" if trigger.value is None else str(trigger.value).replace("_", " ")
    home = "main" if sheet.home is not None and sheet.home == option.subject.code else ""
    return " ".join((trigger.kind, trigger.subtype, value, ":", option.subject.rule, home, sheet.doc_type,
                     (sheet.published or "")[:4])).replace("_", " ")


def _shown(name: Name, code: str | None) -> str:
    """How a name stands in a window: marked, and with its own words where they are no trust's name."""
    if name.form == "other":
        return name.text
    mark = ASKED if code in name.all_codes else ANOTHER
    return f"{mark} {name.text}" if name.form == "anaphor" else mark


def _title(sheet: Sheet, code: str | None) -> list[tuple[str, str]]:
    """The title in parts, with the names that the text gives to organisations marked as there."""
    names = sheet.once("names_for_titles", _names_for_titles)
    parts, position = [], 0
    for found in names.finditer(sheet.title) if names else ():
        codes = sheet.once("codes_of_names", _codes_of_names)[found[0]]
        parts += [(sheet.title[position:found.start()], ""),
                  (ASKED, "organisation") if code in codes else (ANOTHER, "")]
        position = found.end()
    return [*parts, (sheet.title[position:], "")]


def _codes_of_names(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    return {name.text: name.all_codes for name in sheet.names if name.all_codes and name.form != "anaphor" and len(name.text) > 2}


def _names_for_titles(sheet: Sheet) -> re.Pattern[str] | None:
    names = sorted((name for name in _codes_of_names(sheet) if name in sheet.title), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names)) if names else None


def _cut(pieces: list[_Piece], most: int) -> list[_Piece]:
    kept: list[_Piece] = []
    for piece in pieces:
        kept.append(_Piece(piece.tokens[:most], piece.role))
        most -= len(kept[-1].tokens)
    return kept


def _joined(*groups: list[_Piece] | list[tuple[int, str]]) -> list[tuple[int, str]]:
    joined: list[tuple[int, str]] = []
    for group in groups:
        for piece in group:
            joined += [(token, piece.role) for token in piece.tokens] if isinstance(piece, _Piece) else [piece]
    return joined


def _around(body: list[tuple[int, str]], room: int) -> list[tuple[int, str]]:
    """As much of the body as there is room for, about its trigger."""
    if len(body) <= room:
        return body
    at = next((position for position, (_, role) in enumerate(body) if role == "trigger"), 0)
    first = max(0, min(at - int(room * SHARE_BEFORE), len(body) - room))
    return body[first:first + room]


def _window(tokens: list[tuple[int, str]]) -> Window:
    return Window(tuple(token for token, _ in tokens),
                  tuple(position for position, (_, role) in enumerate(tokens) if role == "organisation"),
                  tuple(position for position, (_, role) in enumerate(tokens) if role == "trigger"))
