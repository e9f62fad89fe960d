"""The licence that a document states, as an SPDX-like name."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from corpora.text.statements import Statements

ADDRESSES = (
    (re.compile(r"nationalarchives\.gov\.uk/doc/open-government-licence(?:/version/(\d))?", re.IGNORECASE), "OGL-{}.0", "3"),
    (re.compile(r"parliament\.uk/site-information/copyright-parliament/open-parliament-licence", re.IGNORECASE), "OPL-{}.0", "3"),
    (re.compile(r"opensource\.org/licenses?/mit\b", re.IGNORECASE), "MIT", ""),
    (re.compile(r"creativecommons\.org/publicdomain/zero/(\d\.\d)", re.IGNORECASE), "CC0-{}", "1.0"),
)
SPDX = re.compile(r"MIT|CC0-\d\.\d|CC-BY(?:-NC)?(?:-ND|-SA)?-\d\.\d|O[GP]L-\d\.\d", re.IGNORECASE)
CREATIVE_COMMONS = re.compile(r"creativecommons\.org/licenses/(by(?:-nc)?(?:-nd|-sa)?)/(\d\.\d)", re.IGNORECASE)
OPEN_GOVERNMENT = re.compile(
    r"(?:available|licensed|published|released|re-?use[a-z]*)\b[^.]{0,80}\bunder\s+(?:the\s+)?(?:terms\s+of\s+(?:the\s+)?)?Open\s+Government\s+Licence"
    r"(?:[^.]{0,20}?\bv(?:ersion)?\s?(\d))?", re.IGNORECASE)


def licence_of_page(tree: HtmlElement, statements: Statements) -> str | None:
    """The licence that a page names: ``rel=license``, a meta or JSON-LD ``license``, else a known sentence in it."""
    stated = [element.get("href") or "" for element in tree.iter("a", "link")
              if {"license", "licence"} & set((element.get("rel") or "").lower().split())]
    stated += [statements.meta("dc.rights", "dcterms.license", "dcterms.rights", "license", "licence") or ""]
    stated += [value for node in statements.nodes if isinstance(value := node.get("license"), str)]
    for statement in stated:
        licence = licence_named(statement)
        if licence:
            return licence
    return licence_in_text(" ".join(" ".join(element.itertext()) for element in tree.iter("footer", "p", "small"))[:2_000_000])


def licence_named(statement: str) -> str | None:
    """The licence that an address or an SPDX name says.

    ``https://creativecommons.org/licenses/by-sa/4.0/`` → ``CC-BY-SA-4.0``
    """
    if SPDX.fullmatch(statement.strip()):
        return statement.strip().upper()
    found = CREATIVE_COMMONS.search(statement)
    if found:
        return f"CC-{found.group(1).upper()}-{found.group(2)}"
    for address, name, usual in ADDRESSES:
        found = address.search(statement)
        if found:
            return name.format(found.group(1) if address.groups and found.group(1) else usual)
    return None


def licence_in_text(text: str) -> str | None:
    """``OGL-3.0`` where a text says that it is available under the Open Government Licence."""
    # To make a whole pack small takes longer than to look for this twice.
    if "overnment" not in text and "OVERNMENT" not in text:
        return None
    found = OPEN_GOVERNMENT.search(" ".join(text.split()))
    return f"OGL-{found.group(1) or '3'}.0" if found else None
