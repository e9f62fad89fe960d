"""Scrapy's side of :mod:`crawl.reach`: no request, redirect or answer of the name system gets past it."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Request, Response
from scrapy.settings import BaseSettings
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]  # ships no types

from crawl.reach import OutOfReach, Reach
from crawl.sources import host_of


class Refused(IgnoreRequest):
    """A request that may not be made. The message is the reason."""

    def __init__(self, reason: str, *, redirected_to: str | None = None) -> None:
        super().__init__(reason)
        self.redirected_to = redirected_to


def reach_of(settings: BaseSettings) -> Reach:
    """What this crawl may reach; a crawl that does not say it may reach nothing at all."""
    reach = settings.get("REACH")
    return reach if isinstance(reach, Reach) else Reach(local=False)


class GuardMiddleware:
    """Checks every request before it is made, redirects and robots.txt included, and every answer's address."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Called by Scrapy."""
        return cls(reach_of(crawler.settings))

    def process_request(self, request: Request) -> None:
        """Refuse what is out of reach."""
        try:
            self.reach.check_url(request.url)
        except OutOfReach as error:
            if "redirect_urls" in request.meta:
                raise Refused(f"redirected to {request.url}, refused: {error}", redirected_to=request.url) from error
            raise Refused(f"refused: {error}") from error

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse an answer that came from an address out of reach; the resolver should have left none."""
        address = response.ip_address
        if isinstance(address, ipaddress.IPv4Address | ipaddress.IPv6Address):
            try:
                self.reach.check_address(address)
            except OutOfReach as error:
                raise Refused(f"refused: answered from {error}") from error
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """A name without an address is one thing, a name whose addresses are out of reach another."""
        from twisted.internet import reactor

        resolver = reactor.nameResolver
        if isinstance(exception, CannotResolveHostError) and isinstance(resolver, GuardedResolver):
            why = resolver.refused.get(host_of(request.url))
            if why:
                raise Refused(f"refused: {host_of(request.url)} resolves out of reach: {why}") from exception


@implementer(IHostnameResolver)
class GuardedResolver:
    """A name resolver that keeps addresses out of reach to itself, whatever the name system says.

    Connections are made to what it hands out, so a name cannot change its address between check and use.
    """

    def __init__(self, reactor: Any, reach: Reach) -> None:
        self.reactor = reactor
        self.reach = reach
        self.original: Any = reactor.nameResolver
        self.refused: dict[str, str] = {}
        """Why a name's addresses were kept back."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Called by Scrapy."""
        return cls(reactor, reach_of(crawler.settings))

    def install_on_reactor(self) -> None:
        """Called by Scrapy."""
        self.reactor.installNameResolver(self)

    def resolveHostName(self, resolutionReceiver: Any, hostName: str, portNumber: int = 0,  # noqa: N802, N803  # Twisted's names
                        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803  # the same
                        transportSemantics: str = "TCP") -> IHostResolution:  # noqa: N803  # the same
        """Resolve a name; addresses out of reach are left out, so that a name with no other resolves to nothing."""
        resolution: IHostResolution = self.original.resolveHostName(
            _Filter(resolutionReceiver, self, hostName), hostName, portNumber, addressTypes, transportSemantics)
        return resolution


@implementer(IResolutionReceiver)
class _Filter:
    def __init__(self, receiver: Any, resolver: GuardedResolver, name: str) -> None:
        self.receiver = receiver
        self.resolver = resolver
        self.name = name

    def resolutionBegan(self, resolutionInProgress: Any) -> None:  # noqa: N802, N803  # Twisted's names
        self.receiver.resolutionBegan(resolutionInProgress)

    def addressResolved(self, address: Any) -> None:  # noqa: N802  # Twisted's name
        try:
            self.resolver.reach.check_address(ipaddress.ip_address(address.host.partition("%")[0]))
        except OutOfReach as error:
            self.resolver.refused[self.name] = str(error)
            return
        self.receiver.addressResolved(address)

    def resolutionComplete(self) -> None:  # noqa: N802  # Twisted's name
        self.receiver.resolutionComplete()
