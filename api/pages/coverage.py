"""``/coverage``: what was asked of each source, and how its newest round went."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from fastapi import APIRouter, Response

from api.library import OpenStore
from api.templating import render
from corpora.store import Store
from corpora.store.coverage import Coverage
from corpora.store.source_rounds import SourceRound

router = APIRouter()

WEEKS = 8
MOST_ROWS = 4_000


@dataclass(slots=True)
class Week:
    """What was looked at in one ISO week, by as many sources."""

    name: str
    asked: int = 0
    not_had: int = 0
    new: int = 0
    changed: int = 0
    naming: int = 0
    sources: list[str] = field(default_factory=list)

    def add(self, row: Coverage) -> None:
        """A further source's."""
        self.asked += row.asked
        self.not_had += row.failed + row.refused
        self.new += row.new
        self.changed += row.changed
        self.naming += row.naming
        if row.source not in self.sources:
            self.sources.append(row.source)


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source's newest round went."""

    round: SourceRound
    began: str
    """The day."""
    state: str
    """In words."""
    is_well: bool


@router.get("/coverage")
def coverage(store: OpenStore) -> Response:
    """All sources that were ever asked, and the newest weeks."""
    return render("coverage.html", sources=[_state(last) for last in store.last_rounds()],
                  weeks=_weeks(store.coverage(limit=MOST_ROWS)))


def weeks_of(store: Store, org: str) -> list[Week]:
    """The newest weeks in which anything was asked for an organisation, or gathered that names it."""
    return _weeks(store.coverage(org=org, limit=MOST_ROWS))


def _weeks(rows: Iterable[Coverage]) -> list[Week]:
    """Rows of the ledger, newest week first, by week."""
    weeks: dict[str, Week] = {}
    for row in rows:
        if row.week not in weeks and len(weeks) == WEEKS:
            break
        weeks.setdefault(row.week, Week(row.week)).add(row)
    return list(weeks.values())


def _state(last: SourceRound) -> SourceState:
    began = datetime.datetime.fromtimestamp(last.started_at, datetime.UTC).date().isoformat()
    if last.finished_at is None:
        return SourceState(last, began, "not finished", is_well=False)
    if not last.whole:
        return SourceState(last, began, "start pages could not be had", is_well=False)
    if last.alarm:
        return SourceState(last, began, last.alarm, is_well=False)
    if last.failed:
        return SourceState(last, began, f"{last.failed:,} {'page' if last.failed == 1 else 'pages'} failed", is_well=False)
    return SourceState(last, began, "as it should be", is_well=True)
