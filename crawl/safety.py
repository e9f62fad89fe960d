"""Whether crawling is set as it must be: what :mod:`crawl.settings` may never be changed from. ``softintel doctor`` tells."""

from __future__ import annotations

import ipaddress
from typing import NamedTuple

from crawl import settings
from crawl.reach import OutOfReach, Reach


class Safeguard(NamedTuple):
    """A setting that has to have this value."""

    setting: str
    value: object
    words: str
    """What stands while it has."""
    danger: str
    """What holds when it has not."""


SAFEGUARDS = (
    Safeguard("DOWNLOAD_VERIFY_CERTIFICATES", True, "TLS verified", "sites' TLS certificates are not verified"),
    Safeguard("TELNETCONSOLE_ENABLED", False, "telnet off", "the telnet console is open"),
    Safeguard("REMOTE_CONTROL_ENABLED", False, "remote control off", "the crawl can be controlled from elsewhere"),
    Safeguard("ROBOTSTXT_OBEY", True, "robots.txt obeyed", "robots.txt is not obeyed"),
    Safeguard("METAREFRESH_ENABLED", False, "pages' own redirects not followed", "pages can redirect the crawl"),
    Safeguard("HTTPPROXY_ENABLED", False, "proxies not asked", "a proxy is connected to in place of the address that was checked"),
    Safeguard("TWISTED_DNS_RESOLVER", "crawl.guard.GuardedResolver", "names resolved under guard",
              "names may resolve to this machine"))
MIDDLEWARES = {
    "crawl.guard.GuardMiddleware": "addresses are not checked before they are asked for",
    "crawl.robots.RobotsMiddleware": "robots.txt is not asked for",
    "crawl.pace.PaceMiddleware": "no pause is kept between requests"}
PRIVATE = ("127.0.0.1", "::1", "10.0.0.1", "100.64.0.1", "169.254.169.254", "fd00::1", "::ffff:127.0.0.1")


def dangers() -> list[str]:
    """What is wrong, in words; empty where all safeguards stand."""
    found = [f"{guard.danger} ({guard.setting} is {getattr(settings, guard.setting, None)!r}, not {guard.value!r})"
             for guard in SAFEGUARDS if getattr(settings, guard.setting, None) != guard.value]
    found += [f"{danger} ({name} is left out)" for name, danger in MIDDLEWARES.items()
              if settings.DOWNLOADER_MIDDLEWARES.get(name) is None]
    return found + [f"a crawl of the web reaches {address}" for address in PRIVATE if _is_reached(address)]


def safeguards() -> str:
    """What stands, in a line."""
    return ", ".join([*(guard.words for guard in SAFEGUARDS), "private addresses refused"])


def _is_reached(address: str) -> bool:
    try:
        Reach.public([address]).check_address(ipaddress.ip_address(address))
    except OutOfReach:
        return False
    return True
