"""Addresses in one form: two ways of writing the same page's address are one document."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = re.compile(r"(?:utm_\w+|gclid|dclid|fbclid|msclkid|mc_cid|mc_eid|igshid|ocid|cmpid|cmp|ito|xtor|at_\w+|ns_\w+|_ga|_gl|"
                      r"s_?cid|smid|icid|intcmp|ref_src|spm|yclid|wt\.\w+|__twitter_impression)", re.IGNORECASE)
DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_address(url: str) -> str | None:
    """An absolute web address without fragment, tracking parameters and default port; None where it is none.

    ``HTTPS://Example.org:443/a?utm_source=x&id=3#top`` → ``https://example.org/a?id=3``
    """
    url = "".join(character for character in url.strip() if character.isprintable())
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not host or " " in url:
        return None
    if ":" in host:
        host = f"[{host}]"
    place = host if port is None or port == DEFAULT_PORTS[parts.scheme] else f"{host}:{port}"
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(name)]
    kept = urlencode(asked) if len(asked) != len(parse_qsl(parts.query, keep_blank_values=True)) else parts.query
    return urlunsplit((parts.scheme, place, parts.path or "/", kept, ""))
