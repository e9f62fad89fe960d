"""Headers that every answer carries, and HEAD answered as GET without its body."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                               "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""No scripts at all: the pages work without. What is quoted comes from crawled pages and is hostile until proved otherwise."""


SHARED_BELOW = "/api/reconcile"
SHARED = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""Pages of other sites may read the reconciliation service: it is public, and asks for no token."""


class SecurityHeaders:
    """Adds the headers above to every answer, and answers HEAD wherever GET is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, with the headers added to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head_only = scope["method"] == "HEAD"

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                may_be_framed = "frame-ancestors *" in headers.get("content-security-policy", "")
                headers.update(SHARED if scope["path"].startswith(SHARED_BELOW) else {})
                for name, value in SECURITY_HEADERS.items():
                    if not (may_be_framed and name == "X-Frame-Options"):
                        headers.setdefault(name, value)
            elif head_only and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        asked = {**scope, "method": "GET", "softintel.head_only": True} if head_only else scope
        await self.app(asked, receive, send_with_headers)
