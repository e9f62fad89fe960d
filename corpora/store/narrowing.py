"""A scope as tokens: what is asked of a passage, as an expression for the index of words or a test of its tags.

Tokens decide everything but the segment at the document's date, which changes as segments are imported: that is looked up
for each passage that has the tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpora.organisations import packaged_register
from corpora.schema import OdsCode
from corpora.store.scope import SearchScope, first_day, last_day
from corpora.store.standing import Spell, in_force
from corpora.store.tags import DAY, MONTH, YEAR, date_of, evidence_tag, org_tag, tag_of

NO_TAG = "notag"
"""Stands where no tag would do: an expression must name one."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a passage's tags must hold: a token of every clause."""

    clauses: tuple[frozenset[str], ...] = ()
    spells: Mapping[str, tuple[Spell, ...]] | None = None
    """Where a segment is asked for: by the token of an organisation, when it stood in it."""

    @property
    def expression(self) -> str | None:
        """For the index of words; None where nothing is asked."""
        return " AND ".join(map(_any_of, self.clauses)) or None

    @property
    def is_empty(self) -> bool:
        """Whether no passage can satisfy it."""
        return not all(self.clauses)

    def apart(self, is_wide: Callable[[str], bool]) -> tuple[Narrowing, Narrowing]:
        """What is best asked of the index, and what is left to ask of each passage that it gives.

        Args:
            is_wide: whether very many passages match an expression; to match those costs more than to look at some.
        """
        asked = tuple(clause for clause in self.clauses if not is_wide(_any_of(clause)))
        return Narrowing(asked), Narrowing(tuple(clause for clause in self.clauses if clause not in asked), self.spells)

    @property
    def asks_nothing(self) -> bool:
        """Whether every passage satisfies it."""
        return not self.clauses and self.spells is None

    def holds(self, tags: str) -> bool:
        """Whether a passage with these tags is in the scope."""
        present = tags.split()
        return all(not clause.isdisjoint(present) for clause in self.clauses) and self._stood(tags, present)

    def _stood(self, tags: str, present: Sequence[str]) -> bool:
        """Whether an organisation of the passage stood in the segment when it was published."""
        if self.spells is None:
            return True
        published = date_of(tags)
        return any(in_force(self.spells[tag], published) for tag in present if tag in self.spells)


def _any_of(clause: frozenset[str]) -> str:
    return "(tags : ({}))".format(" OR ".join(f'"{tag}"' for tag in sorted(clause)))


def narrowing(scope: SearchScope, *, years: Iterable[str], spells: Mapping[OdsCode, tuple[Spell, ...]]) -> Narrowing:
    """The tokens of a scope.

    Args:
        years: those in which any document was published; asked where a date or a segment is.
        spells: when each organisation stood in the segment; asked where a segment is.
    """
    asked = (("source", scope.sources), ("publisher", (scope.publisher,)), ("doc_type", (scope.doc_type,)))
    clauses = [frozenset(tag_of(name, value) for value in values if value) for name, values in asked if any(values)]
    if scope.since or scope.until:
        clauses.append(frozenset(_dates(scope, years)))
    codes = _codes(scope)
    if scope.asks_for_segment:
        codes = frozenset(spells) if codes is None else codes & frozenset(spells)
    by_tag = {_subject(scope, code): code for code in codes or ()}
    if codes is not None:
        clauses.append(frozenset(by_tag))
        if scope.asks_for_segment:
            clauses.append(frozenset(_years_of([spell for code in codes for spell in spells[code]], years)))
    elif scope.asks_for_evidence:
        clauses.append(frozenset((_subject(scope, None),)))
    return Narrowing(tuple(clauses), {tag: spells[code] for tag, code in by_tag.items()} if scope.asks_for_segment else None)


def _subject(scope: SearchScope, code: OdsCode | None) -> str:
    if scope.asks_for_evidence or code is None:
        return evidence_tag(code, scope.kind, scope.subtype, scope.status)
    return org_tag(code)


def _codes(scope: SearchScope) -> frozenset[OdsCode] | None:
    """The organisations that a passage of the scope may be about; None where any or none will do."""
    if not (scope.region or scope.sector):
        return frozenset(scope.orgs) or None
    asked = frozenset(organisation.code for organisation in packaged_register()
                      if scope.region in (None, organisation.region) and scope.sector in (None, organisation.sector))
    return asked & frozenset(scope.orgs) if scope.orgs else asked


def _dates(scope: SearchScope, years: Iterable[str]) -> Iterable[str]:
    """Whole years, then whole months at either end of the time, then days."""
    first = first_day(scope.since) if scope.since else ""
    last = last_day(scope.until) if scope.until else "9999-12-31"
    for year in years:
        if first <= first_day(year) and last_day(year) <= last:
            yield f"{YEAR}{year}"
            continue
        for month in (f"{year}-{number:02}" for number in range(1, 13)):
            if first <= first_day(month) and last_day(month) <= last:
                yield f"{MONTH}{month.replace('-', '')}"
            elif first <= last_day(month) and first_day(month) <= last:
                yield from (f"{DAY}{month.replace('-', '')}{day:02}" for day in range(1, int(last_day(month)[8:]) + 1)
                            if first <= f"{month}-{day:02}" <= last)


def _years_of(spells: Iterable[Spell], years: Iterable[str]) -> Iterable[str]:
    """The years in which any of these spells lies at least in part."""
    stretches = {(spell.first[:4], spell.last[:4]) for spell in spells}
    return (f"{YEAR}{year}" for year in years if any(first <= year <= last for first, last in stretches))
