"""The join of all organisations, worked out once for each state of the database and each day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

from api.joining.findings import findings_on
from api.joining.known import Known
from api.joining.peers import Field
from api.joining.records import Finding, Peers
from api.register import register
from api.remembered import Remembered
from corpora.schema import OdsCode
from corpora.store import Store

AT_ONCE_SECONDS = 0.1
"""A join that takes longer is given out for a while, whatever is written meanwhile: ``api.remembered`` says for how long."""


@dataclass(frozen=True)
class Joined:
    """Findings and peers of all organisations."""

    as_of: str
    findings: Mapping[OdsCode, tuple[Finding, ...]]
    peers: Mapping[OdsCode, Peers]
    documents: Mapping[OdsCode, int]
    """Documents of the last year that name each organisation, copies once."""
    pieces: Mapping[OdsCode, int]
    """Pieces of evidence of the last year on each organisation, copies left out."""
    left_out: Mapping[OdsCode, int]
    """Documents of the last year on each organisation that are set against nothing since their dates are not sure."""

    @property
    def newest(self) -> list[Finding]:
        """All findings, the newest evidence first."""
        found = [finding for each in self.findings.values() for finding in each]
        return sorted(sorted(found, key=lambda finding: finding.id), key=lambda finding: finding.newest, reverse=True)


def join(store: Store, *, as_of: str) -> Joined:
    """What soft evidence and official view say together, from all that had been published by a day."""
    field = Field(Known.of(store, register(), as_of=as_of), register())
    found = {org: findings_on(field, org) for org in sorted(field.known.claims)}
    return Joined(as_of=as_of, findings={org: each for org, each in found.items() if each}, peers=field.peers,
                  documents=field.known.documents, pieces={org: len(claims) for org, claims in field.known.claims.items()},
                  left_out={org: number for org in field.known.claims if (number := field.known.left_out(org))})


class JoinedToday:
    """``join`` of today. For use from many threads."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._lock = Lock()
        self._day = ""
        self._kept: Remembered[Joined] | None = None

    def get(self) -> Joined:
        """The join of the database as it is now.

        Raises:
            UsersMistake: the database cannot be opened.
        """
        return self._of(today()).get()

    def at_hand(self, store: Store) -> Joined | None:
        """The same; None where that would wait for the join of a large database, which is begun instead.

        Args:
            store: open, over the same path.
        """
        return self._of(today()).at_hand(store)

    def stop(self) -> None:
        """End what is being worked out; who waits for it is told so."""
        with self._lock:
            if self._kept:
                self._kept.stop()

    def begin(self) -> None:
        """Have it worked out now, beside whatever else is to be made ready."""
        self._of(today()).begin()

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            if self._kept:
                self._kept.close()
            self._kept, self._day = None, ""

    def _of(self, day: str) -> Remembered[Joined]:
        with self._lock:
            if self._kept is None or self._day != day:
                if self._kept:
                    self._kept.close()
                self._day, self._kept = day, Remembered(self._database, partial(join, as_of=day), at_once=AT_ONCE_SECONDS)
            return self._kept


def today() -> str:
    """This day in universal time."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()
