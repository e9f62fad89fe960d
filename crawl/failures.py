"""Why an answer did not come, in plain words; and a limit on headers, for which the network's library has none."""

from __future__ import annotations

import re
import traceback
from typing import Any

from scrapy.exceptions import DownloadCancelledError, ResponseDataLossError
from twisted.web._newclient import HTTPParser, ParseError

LONGEST_HEAD = 256 * 1024
"""Bytes of an answer before its body; honest ones have a few thousand."""
LONGEST_REASON = 300
INSIDE = re.compile(r"\[<twisted\.python\.failure\.Failure [\w.]*\.(\w+): (.*?)>\]")


def reason_of(error: BaseException) -> str:
    """Why a request got no answer, in one line."""
    reason = " ".join(str(error).split())[:LONGEST_REASON]
    if isinstance(error, ResponseDataLossError):
        return "the answer broke off, or is not in order"
    if isinstance(error, DownloadCancelledError) and not reason:
        return "the answer is larger than download max size"
    inside = INSIDE.search(reason)
    if inside and inside[1] in ("ConnectionDone", "ConnectionLost"):
        return "the site closed the connection before it had answered"
    if inside and inside[1] in ("ParseError", "ValueError"):
        return f"the answer is not in order: {inside[2]}"
    return reason or type(error).__name__


def forget_bodies(error: BaseException | None) -> None:
    """Let go of what the functions held in which an error came up: of a bomb, that is what it had unpacked to."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def limit_heads() -> None:
    """From now on, an answer whose head goes on and on is given up: else it would fill the memory until its time is over."""
    received = HTTPParser.lineReceived

    def line_received(parser: Any, line: bytes) -> None:
        parser.head_length = getattr(parser, "head_length", 0) + len(line) + 2
        if parser.head_length > LONGEST_HEAD:
            raise ParseError(f"its headers are longer than {LONGEST_HEAD // 1024} KiB", line[:100])  # type: ignore[no-untyped-call]  # likewise
        received(parser, line)  # type: ignore[no-untyped-call]  # Twisted's, without types

    HTTPParser.lineReceived = line_received  # type: ignore[method-assign]  # it offers no other way
