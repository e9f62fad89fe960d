"""ETags: what has not changed is not sent again, and nothing is used without asking.

The tag is the hash of the body, so that it is the same in every process and after every restart, and another as soon as one
character is. An answer that is sent in parts (a whole list) has none, and is not to be kept.
"""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAY_BE_KEPT = "no-cache"
"""Kept, but asked again each time whether it still holds: evidence is never shown stale."""

NOT_OF_NOTHING = ("content-length", "content-type", "content-disposition")
"""Headers that an answer without a body does not have."""


class Revalidation:
    """Gives every whole 200 answer to a GET its tag, and answers 304 to who has it already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, holding the beginning of the answer back until its body is there."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        held: list[Message] = []

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start":
                _set_defaults(message, asked, scope["path"])
                held.append(message)
            elif held:
                start = held.pop()
                same = not message.get("more_body") and start["status"] == 200 and _tagged_alike(start, message["body"], asked)
                if same:
                    start["status"] = 304
                    headers = MutableHeaders(scope=start)
                    for name in NOT_OF_NOTHING:
                        if name in headers:
                            del headers[name]
                await send(start)
                await send({**message, "body": b""} if same else message)
            else:
                await send(message)

        await self.app(scope, receive, tagged)


def is_known(asked: Headers, tag: str) -> bool:
    """Whether the tag is among those that ``If-None-Match`` names; weakly compared, as RFC 9110 has it for GET."""
    known = ", ".join(asked.getlist("if-none-match"))
    return known.strip() == "*" or tag.removeprefix("W/") in [one.strip().removeprefix("W/") for one in known.split(",")]


def _set_defaults(start: Message, asked: Headers, path: str) -> None:
    headers = MutableHeaders(scope=start)
    if "authorization" in asked:
        # What was given to one who showed a token is nobody else's.
        headers["Cache-Control"] = "no-store" if headers.get("cache-control") == "no-store" else f"private, {MAY_BE_KEPT}"
    headers.setdefault("Cache-Control", MAY_BE_KEPT)
    if path.startswith("/api/"):
        headers.add_vary_header("Accept")
        headers.add_vary_header("Authorization")


def _tagged_alike(start: Message, body: bytes, asked: Headers) -> bool:
    """Set the tag, where the answer has none of its own and may be kept; True where it is one that is known."""
    headers = MutableHeaders(scope=start)
    if headers.get("cache-control") == "no-store":
        return False
    headers.setdefault("ETag", f'"{hashlib.sha256(body).hexdigest()[:32]}"')
    return is_known(asked, headers["etag"])
