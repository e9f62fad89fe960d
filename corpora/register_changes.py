"""How the register of today, as it was gathered, differs from the one that ships with softintel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from corpora.organisations import Register, plain_words
from corpora.schema import OdsCode, Record, RegisterEntry

ROLES = frozenset({"RO197", "RO107", "RO261"})
"""Primary roles of trusts, care trusts and ICBs; that of trusts is unconfirmed, that of care trusts more so."""


class RegisterChange(Record):
    """One difference."""

    kind: Literal["new", "renamed", "closed", "reopened", "succession"]
    code: OdsCode
    detail: str


def register_changes(register: Register, entries: Iterable[RegisterEntry]) -> tuple[RegisterChange, ...]:
    """What the gathered entries say that the packaged register does not, by code. Capitals, "&" and apostrophes make no new name.

    An organisation that closed before the packaged register begins, or that is neither trust nor ICB, is no difference.
    """
    return tuple(change for entry in sorted(entries, key=lambda entry: entry.code) if entry.role in ROLES
                 for change in _changes(register, entry))


def _changes(register: Register, entry: RegisterEntry) -> Iterator[RegisterChange]:
    known = register.by_code.get(entry.code)
    if known is None:
        if entry.active:
            since = f", open since {entry.opened}" if entry.opened else ""
            yield RegisterChange(kind="new", code=entry.code, detail=f"{entry.name}{since}")
        return
    if plain_words(known.name) != plain_words(entry.name):
        yield RegisterChange(kind="renamed", code=entry.code, detail=f"{entry.name}, here {known.name}")
    if known.closed is None and not entry.active:
        on = f" on {entry.closed}" if entry.closed else ""
        yield RegisterChange(kind="closed", code=entry.code, detail=f"{known.name} closed{on}")
    if known.closed is not None and entry.active:
        yield RegisterChange(kind="reopened", code=entry.code, detail=f"{known.name} is active, here closed on {known.closed}")
    followed = {step.successor for step in register.successors(entry.code)}
    for successor in entry.successors:
        if successor not in followed and successor != entry.code:
            yield RegisterChange(kind="succession", code=entry.code, detail=f"{known.name} was followed by {successor}")
    preceded = {step.predecessor for step in register.predecessors(entry.code)}
    for predecessor in entry.predecessors:
        # What came before the packaged register, such as the trusts of the 1990s, is not in it on purpose.
        if predecessor in register.by_code and predecessor not in preceded and predecessor != entry.code:
            yield RegisterChange(kind="succession", code=entry.code, detail=f"{known.name} followed {predecessor}")
