"""Finding organisations in the register, with what the store knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from api.answers import TrustAnswer, TrustRow
from api.joining.joined import Joined
from api.joining.quoting import quoted
from api.joining.system_level import system_level
from api.published import published_segments
from api.register import register
from corpora.organisations import Organisation, Sector
from corpora.store import Store

_WORDS = re.compile(r"[^\W_]+")


def find_organisations(*, q: str | None = None, region: str | None = None, sector: Sector | None = None,
                       kind: Literal["trust", "icb"] | None = None) -> Iterator[Organisation]:
    """Organisations by code. ``q`` is a code, or words that begin the words of one of its names, former ones included."""
    wanted = _folded(q or "")
    for organisation in sorted(register(), key=lambda organisation: organisation.code):
        if ((kind is None or organisation.kind == kind) and (sector is None or organisation.sector == sector)
                and (region is None or organisation.region.casefold() == region.strip().casefold())
                and (q is None or _answers_to(organisation, wanted))):
            yield organisation


def regions() -> tuple[str, ...]:
    """The regions of the register."""
    return tuple(sorted({organisation.region for organisation in register()}))


def trust_rows(store: Store, organisations: list[Organisation]) -> tuple[TrustRow, ...]:
    """Organisations with their newest published segment and how much evidence there is."""
    latest = store.latest_segments(orgs=[organisation.code for organisation in organisations])
    totals = store.evidence_totals()
    return tuple(TrustRow(organisation=organisation, segment=latest.get(organisation.code),
                          evidence=totals.get(organisation.code, 0)) for organisation in organisations)


def trust_answer(store: Store, organisation: Organisation, joined: Joined | None, *, latest: int = 20) -> TrustAnswer:
    """All that is known about one organisation, with its newest pieces of evidence.

    Args:
        joined: what was worked out from all organisations together; None while it is being worked out.
    """
    code = organisation.code
    segments = tuple(store.segments(orgs=(code,)))
    return TrustAnswer(
        organisation=organisation, predecessors=tuple(register().predecessors(code)),
        successors=tuple(register().successors(code)), segments=segments,
        published_segments=published_segments(segments),
        evidence_by_kind=store.count_evidence(orgs=(code,)),
        latest_evidence=tuple(store.evidence(orgs=(code,), without_copies=True, limit=latest)),
        peers=joined.peers.get(code) if joined else None, divergence=quoted(store, joined.findings.get(code, ()) if joined else ()),
        being_worked_out=joined is None,
        ratings=store.ratings((code,)), never_events=store.never_event_counts(register().lineage(code)),
        system_level=system_level(store, code))


def _answers_to(organisation: Organisation, wanted: tuple[str, ...]) -> bool:
    if wanted == (organisation.code.casefold(),):
        return True
    return bool(wanted) and any(
        all(any(word.startswith(start) for word in name) for start in wanted) for name in _names().get(organisation.code, ()))


@cache
def _names() -> dict[str, tuple[tuple[str, ...], ...]]:
    names: dict[str, set[tuple[str, ...]]] = {organisation.code: {_folded(organisation.name)} for organisation in register()}
    for alias in register().aliases:
        names.setdefault(alias.code, set()).add(_folded(alias.name))
    return {code: tuple(found) for code, found in names.items()}


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORDS.findall(text.replace("’", "").replace("'", "")))
