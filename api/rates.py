"""How often one may ask: so many requests a minute, some of them at once. Kept in memory, for one process."""

from __future__ import annotations

import ipaddress
import os
from collections import OrderedDict
from threading import Lock
from time import monotonic

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import TooManyRequests, refuse
from corpora.errors import UsersMistake

MOST_KNOWN = 10_000
"""Whoever asked longest ago is forgotten beyond these, and may then ask as if for the first time."""

NOT_COUNTED = ("/healthz", "/static/")


class Rates:
    """One allowance a name, refilled evenly: a minute's worth may be asked at once."""

    def __init__(self, a_minute: int) -> None:
        self.a_minute = a_minute
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, name: str, *, at: float) -> float:
        """Count a request; how many seconds it is too early, 0 where it may be answered.

        Args:
            at: the time, in seconds of any clock that only goes forward.
        """
        with self._lock:
            left, since = self._left.pop(name, (float(self.a_minute), at))
            left = min(left + (at - since) * self.a_minute / 60, float(self.a_minute))
            may = left >= 1
            self._left[name] = (left - 1 if may else left, at)
            if len(self._left) > MOST_KNOWN:
                self._left.popitem(last=False)
        return 0.0 if may else (1 - left) * 60 / self.a_minute


class ReadingRate:
    """Answers 429 to a client that asks more often than it may."""

    def __init__(self, app: ASGIApp, *, a_minute: int) -> None:
        self.app = app
        self.rates = Rates(a_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request, and pass it on."""
        if scope["type"] == "http" and not scope["path"].startswith(NOT_COUNTED):
            wait = self.rates.wait(client_of(scope), at=monotonic())
            if wait:
                await refuse(Request(scope), TooManyRequests("This client", wait))(scope, receive, send)
                return
        await self.app(scope, receive, send)


def client_of(scope: Scope) -> str:
    """Who asks: an address, of IPv6 the network of a household (/64)."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return str(host)
    return host if address.version == 4 else str(ipaddress.ip_network((address, 64), strict=False))


def reading_rate() -> int | None:
    """Requests a minute that one client may make, by ``SOFTINTEL_RATE_LIMIT``; None where it is not set.

    Raises:
        UsersMistake: it is no whole number above 0.
    """
    given = os.environ.get("SOFTINTEL_RATE_LIMIT", "").strip()
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and int(given) > 0):
        raise UsersMistake(f"SOFTINTEL_RATE_LIMIT={given}: not a number of requests a minute above 0, such as 600")
    return int(given)
