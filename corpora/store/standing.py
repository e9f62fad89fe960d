"""Which segment an organisation stood in on which days, as published: for search, which asks it of every passage's date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpora.official.frameworks import framework_named
from corpora.schema import OdsCode, PartialDate
from corpora.store.connection import Connection
from corpora.store.scope import first_day, last_day

OPEN_END = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of days in which a published segment was in force: from ``first`` to ``last``, both counted."""

    first: str
    last: str


class Standing(Connection):
    """Asking who stood in a segment, and when."""

    def spells(self, *, segment: int | None, framework: str | None) -> dict[OdsCode, tuple[Spell, ...]]:
        """When each organisation stood in this segment of this framework (None: in any); only those that ever did.

        A decision without a last day holds until the day before the organisation's next one begins, and no longer than its
        framework, and a first day of it that is known in part counts from its end, as in ``corpora.official.validity``. Where
        sources differ about a period, each is believed.
        """
        rows = self.db.execute(
            "SELECT org, framework, segment, valid_from, valid_to, "
            "(SELECT min(n.valid_from) FROM segments n WHERE n.replaced = 0 AND n.org = s.org AND n.valid_from > s.valid_from) "
            "FROM segments s WHERE replaced = 0 AND segment IS NOT NULL "
            "AND (?1 IS NULL OR segment = ?1) AND (?2 IS NULL OR framework = ?2) ORDER BY org, valid_from",
            [segment, framework]).fetchall()
        found: dict[OdsCode, list[Spell]] = {}
        for org, under, _, valid_from, valid_to, next_from in rows:
            found.setdefault(org, []).append(Spell(
                first_day(valid_from) if valid_to else last_day(valid_from), _last(under, valid_to, next_from)))
        return {org: tuple(dict.fromkeys(spells)) for org, spells in found.items()}

    def frameworks(self) -> tuple[str, ...]:
        """The frameworks that segments are stored of, the earliest first."""
        return tuple(str(name) for (name,) in self.db.execute(
            "SELECT framework FROM segments GROUP BY framework ORDER BY min(valid_from), framework"))


def in_force(spells: Iterable[Spell], published: PartialDate | None) -> bool:
    """Whether a date, however much of it is known, surely lies in one of these spells."""
    if published is None:
        return False
    first, last = first_day(published), last_day(published)
    return any(spell.first <= first and last <= spell.last for spell in spells)


def _last(framework: str, valid_to: str | None, next_from: str | None) -> str:
    if valid_to:
        return last_day(valid_to)
    known = framework_named(framework)
    return min(known.end if known and known.end else OPEN_END, _day_before(first_day(next_from)) if next_from else OPEN_END)


def _day_before(day: str) -> str:
    # Only ever compared: the 31st of the month before, or day nought, stands for the day before.
    return f"{day[:8]}{int(day[8:]) - 1:02}"
