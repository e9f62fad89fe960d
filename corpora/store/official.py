"""Official facts beside segments: domain scores, never-event counts, CQC ratings; every publication kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeVar

from corpora.official.days import last_day
from corpora.official.facts import DatedCount, DatedRating, DomainView, counts_as_known, domains_as_known, ratings_as_known
from corpora.official.records import DomainScore, Level, NeverEventCount, OfficialRating
from corpora.schema import OdsCode, PartialDate, Record, identifier
from corpora.store.connection import Connection

TABLES: dict[type[Record], str] = {
    DomainScore: "domain_scores", NeverEventCount: "never_event_counts", OfficialRating: "official_ratings"}
ABOUT: dict[type[Record], tuple[str, ...]] = {
    DomainScore: ("org", "framework", "period", "domain", "measure"), NeverEventCount: ("org", "year"),
    OfficialRating: ("org", "level")}
"""What a row is about: rows that differ in it have nothing to do with each other."""
NOT_NULL = frozenset({"league_table", "publication"})
"""Columns in which an empty text stands for what is not said."""

Fact = TypeVar("Fact", bound=Record)


class OfficialFacts(Connection):
    """Writing and asking for official facts."""

    def add_fact(self, fact: DomainScore | NeverEventCount | OfficialRating) -> Literal["imported", "unchanged"]:
        """Store one published fact. Nothing is overwritten, the same again changes nothing, and the order does not matter.

        A row that leaves the release or the day of publication unsaid is one with a row that says them and else the same.
        """
        kind = type(fact)
        with self.atomic():
            if self.db.execute(f"SELECT 1 FROM {TABLES[kind]} WHERE id = ?", [_id(fact)]).fetchone():
                return "unchanged"
            about = {name: getattr(fact, name) for name in ABOUT[kind]}
            stored = list(self._facts(kind, " AND ".join(f"{name} = ?" for name in about), list(about.values())))
            if any(_says_as_much(row, fact) for row in stored):
                return "unchanged"
            for row in stored:
                if _says_as_much(fact, row):
                    self.db.execute(f"DELETE FROM {TABLES[kind]} WHERE id = ?", [_id(row)])
            fields = {"id": _id(fact)} | {
                name: value if value is not None or name not in NOT_NULL else "" for name, value in fact.model_dump().items()}
            self.db.execute(f"INSERT INTO {TABLES[kind]} ({', '.join(fields)}) VALUES ({', '.join('?' * len(fields))})",
                            list(fields.values()))
        return "imported"

    def domain_scores(self, org: OdsCode, *, framework: str | None = None, period: str | None = None,
                      known_on: PartialDate | None = None) -> tuple[DomainView, ...]:
        """What an organisation scored in each domain, the newest period first; as known on a day, or all that is stored."""
        found = [row for row in self._facts(DomainScore, "org = ?", [org])
                 if (framework is None or row.framework == framework) and (period is None or row.period == period)]
        return domains_as_known(found, known_on=known_on)

    def never_event_counts(self, orgs: Sequence[OdsCode], *, known_on: PartialDate | None = None) -> tuple[DatedCount, ...]:
        """Never events by organisation and year, the newest year first; each under the code of the name it was published for.

        Args:
            orgs: codes, widened to predecessors by whoever asks (``Register.lineage``).
            known_on: what was published after this day does not count; None for all that is stored.
        """
        return counts_as_known(self._of(NeverEventCount, orgs), known_on=known_on)

    def ratings(self, orgs: Sequence[OdsCode], *, level: Level = "trust", known_on: PartialDate | None = None,
                ) -> tuple[DatedRating, ...]:
        """CQC ratings of one level, the newest first, each with the days it is known to have held.

        Args:
            level: only ``trust`` is the trust's own rating.
        """
        return ratings_as_known([row for row in self._of(OfficialRating, orgs) if row.level == level], known_on=known_on)

    def _of(self, kind: type[Fact], orgs: Sequence[OdsCode]) -> list[Fact]:
        return list(self._facts(kind, f"org IN ({', '.join('?' * len(orgs))})", list(orgs))) if orgs else []

    def _facts(self, kind: type[Fact], condition: str, parameters: list[Any]) -> Iterator[Fact]:
        names = list(kind.model_fields)
        found = self.db.execute(f"SELECT {', '.join(names)} FROM {TABLES[kind]} WHERE {condition} ORDER BY id", parameters)
        for row in found.fetchall():
            fields = {name: None if value == "" and name in NOT_NULL else value for name, value in zip(names, row, strict=True)}
            yield kind.model_validate(fields)


def _id(fact: Record) -> str:
    return identifier(*fact.model_dump().values())


def _says_as_much(row: Record, other: Record) -> bool:
    """Whether a row says all that the other says, and the same. A rating of a day that an older file held stands in the newer."""
    unsaid: dict[str, str | None] = {name: None for name in ("publication", "published_on") if getattr(other, name, "") is None}
    if (isinstance(row, OfficialRating) and isinstance(other, OfficialRating) and row.published_on and other.published_on
            and last_day(row.as_of) >= last_day(other.as_of)):
        unsaid["as_of"] = other.as_of
    return row.model_copy(update=unsaid) == other
