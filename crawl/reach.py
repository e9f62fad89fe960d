"""Which addresses a crawl may reach: the public web, or the loopback sites it was told of, never anything between.

A page can name any address, and a name can be made to resolve to any address. So the rule is checked twice: on every
address before it is asked for (redirects and robots.txt included), and on every answer of the name system, at the moment
of connecting: what was resolved is what is connected to.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable, Sequence
from typing import Self
from urllib.parse import urlsplit

from corpora.schema import Record

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

LOCAL_NAMES = frozenset({"localhost"})
WEB_PORTS = frozenset({80, 443})
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
NO_SITES = tuple(map(ipaddress.ip_network, (
    "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20", "5f00::/16")))
"""Not the web, although some versions of Python call them global: Azure's virtual address of the machine's own host, which hands
out settings (learn.microsoft.com, "What is IP address 168.63.129.16?"), and IANA's special-purpose blocks; in 192.0.0.0/24 is
the like of Oracle's cloud."""


class OutOfReach(Exception):
    """An address that may not be reached. The message says which and why."""


class Reach(Record):
    """What one crawl may reach."""

    local: bool
    hosts: tuple[str, ...] = ()
    """For a public crawl: the hosts that its sources name; a subdomain of a named host counts."""
    origins: tuple[str, ...] = ()
    """For a local crawl: the only ``host:port`` that may be asked."""
    ports: frozenset[int] = WEB_PORTS
    """For a public crawl."""

    @classmethod
    def local_to(cls, urls: Iterable[str]) -> Self:
        """Reach of sources on this machine: the very hosts and ports of these addresses."""
        return cls(local=True, origins=tuple(sorted({_origin(url) for url in urls})))

    @classmethod
    def public(cls, hosts: Iterable[str]) -> Self:
        """Reach of sources on the web: these hosts, as long as they have public addresses."""
        return cls(local=False, hosts=tuple(sorted(set(hosts))))

    def check_url(self, url: str) -> None:
        """Check an address before it is asked for.

        Raises:
            OutOfReach: another scheme, port or host than allowed, or an address that is hidden in some way.
        """
        if any(character <= " " or character in "\\\x7f" for character in url):
            raise OutOfReach(f"{url!r} holds characters that addresses do not have")
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            raise OutOfReach(f"{url!r} is not an address: {error}") from error
        if parts.scheme not in ("http", "https"):
            raise OutOfReach(f"{parts.scheme or 'no'} scheme: only http and https are asked")
        if "@" in parts.netloc:
            raise OutOfReach("the address carries a user name")
        if not host:
            raise OutOfReach("the address names no host")
        literal = as_address(host)
        if literal is not None:
            self.check_address(literal)
        if self.local:
            if _origin(url) not in self.origins:
                raise OutOfReach(f"{host}:{port} is not a site of the local sources")
            return
        if port not in self.ports:
            raise OutOfReach(f"port {port}: only {' and '.join(map(str, sorted(self.ports)))} are asked")
        if host.rstrip(".") in LOCAL_NAMES or host.rstrip(".").endswith(".localhost"):
            raise OutOfReach(f"{host} is this machine; set the column local to true for a site on it")
        if not names_host(self.hosts, host):
            raise OutOfReach(f"{host} is not a host that the source names")

    def check_address(self, address: Address) -> None:
        """Check where a connection would go.

        Raises:
            OutOfReach: not a public address, or in a local crawl not a loopback one.
        """
        real = _innermost(address)
        if self.local:
            if not real.is_loopback:
                raise OutOfReach(f"{address} is not an address of this machine")
            return
        unfit = (not real.is_global or real.is_multicast or real.is_reserved or real.is_unspecified or real.is_link_local
                 or real.is_loopback or real.is_private or getattr(real, "is_site_local", False)
                 or any(real in network for network in NO_SITES)
                 or getattr(address, "sixtofour", None) is not None)  # a withdrawn way of wrapping: no site is there (RFC 7526)
        if unfit:
            remedy = "; set the column local to true for a site on this machine" if real.is_loopback else ""
            raise OutOfReach(f"{address} is not a public address{remedy}")


def as_address(host: str) -> Address | None:
    """The address that a host is in any of the ways that connecting understands, or None where it is a name.

    ``127.1``, ``2130706433``, ``0x7f000001`` and ``0177.0.0.1`` are all 127.0.0.1.
    """
    host = host.strip("[]").partition("%")[0].rstrip(".")
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, UnicodeEncodeError):
        return None


def is_loopback(host: str) -> bool:
    """True where a host is written as an address of this machine."""
    address = as_address(host)
    return address is not None and address.is_loopback


def names_host(named: Sequence[str], host: str) -> bool:
    """True where a host is one of the named ones or a subdomain of one."""
    return any(host == name or host.endswith(f".{name}") for name in named)


def _innermost(address: Address) -> Address:
    """The IPv4 address that an IPv6 one carries inside it, else itself: that is where the packets end up."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.sixtofour is not None:
        return address.sixtofour
    return address


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
