"""The rounds of each source, with what they gave: what is told of a source's health follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.schema import Record
from corpora.store.connection import Connection

COLUMNS = "source, number, started_at, finished_at, whole, fetched, new, changed, failed, alarm"


class SourceRound(Record):
    """One round of a source. Times are seconds since 1970."""

    source: str
    number: int
    started_at: float
    finished_at: float | None = None
    """None while it goes on, and where it was stopped."""
    whole: bool = True
    """Whether its start pages were got."""
    fetched: int = 0
    """Pages that were answered."""
    new: int = 0
    """Documents that were not known."""
    changed: int = 0
    failed: int = 0
    """Pages that were given up."""
    alarm: str | None = None
    """What is odd about its counts, in words."""


class SourceRounds(Connection):
    """Counting and asking for rounds. Those of a shared frontier are not here."""

    def count_in_round(self, source: str, *, fetched: int, new: int, changed: int, failed: int) -> None:
        """Add to the source's round that goes on; nothing where none does."""
        self.db.execute("UPDATE rounds SET fetched = fetched + ?, new = new + ?, changed = changed + ?, failed = failed + ? "
                        "WHERE source = ? AND finished_at IS NULL", [fetched, new, changed, failed, source])

    def rounds_of(self, source: str) -> list[SourceRound]:
        """A source's rounds, the oldest first."""
        return self._rounds("WHERE source = ? ORDER BY number", [source])

    def last_rounds(self) -> list[SourceRound]:
        """The newest round of every source that was ever crawled, by the source's name."""
        return self._rounds("WHERE number = (SELECT max(number) FROM rounds r WHERE r.source = rounds.source) ORDER BY source", [])

    def count_captured(self, sources: Sequence[str]) -> int:
        """How many pages of these sources have bytes on record."""
        return int(self.db.execute("SELECT count(*) FROM frontier WHERE capture_id IS NOT NULL AND source IN "
                                   f"({', '.join('?' * len(sources))})", list(sources)).fetchone()[0])

    def count_failed(self, source: str) -> int:
        """How many pages of a source were given up and can be asked for again: those whose addresses are not forgotten."""
        return int(self.db.execute("SELECT count(*) FROM frontier WHERE source = ? AND state = 'failed' "
                                   "AND url NOT LIKE 'forgotten:%'", [source]).fetchone()[0])

    def set_alarm(self, source: str, number: int, alarm: str | None) -> None:
        """What is odd about a round, or that nothing is."""
        with self.atomic():
            self.db.execute("UPDATE rounds SET alarm = ? WHERE source = ? AND number = ?", [alarm, source, number])

    def _rounds(self, rest: str, parameters: list[object]) -> list[SourceRound]:
        return [SourceRound.model_validate(dict(zip(COLUMNS.split(", "), row, strict=True)))
                for row in self.db.execute(f"SELECT {COLUMNS} FROM rounds {rest}", parameters)]
