"""Never-event counts, ratings and domain scores, as known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpora.official.days import day_before, first_day, last_day
from corpora.official.known import KnownFrom, known_from
from corpora.official.records import Domain, DomainScore, NeverEventCount, OfficialRating
from corpora.official.releases import Release, release_named
from corpora.schema import PartialDate, Record


class DatedCount(Record):
    """A count of never events and the day from which it was known."""

    count: NeverEventCount
    known_from: KnownFrom
    disputed: bool = False
    """Whether another count of the same standing is given for the same organisation and year."""


class DatedRating(Record):
    """A rating, when it was known, and until when it is known to have held."""

    rating: OfficialRating
    known_from: KnownFrom
    until: str | None
    """The day before the next rating of the same level and place; None where none is known."""
    shown_until: str
    """The last day of which the files say that it held: nothing here tells of later ratings."""


class DomainView(Record):
    """What an organisation scored in one domain in one period."""

    framework: str
    period: str
    domain: Domain
    score: float | None
    segment: int | None
    """What this domain alone would give; never the organisation's segment."""
    publication: str | None
    known_from: KnownFrom
    source: str


def counts_as_known(rows: Sequence[NeverEventCount], *, known_on: PartialDate | None) -> tuple[DatedCount, ...]:
    """One count for each organisation and year: a final one before a provisional one, then the one published last."""
    until = last_day(known_on) if known_on else "9999"
    groups: defaultdict[tuple[str, str], list[DatedCount]] = defaultdict(list)
    for row in rows:
        known = known_from(row)
        if known.on <= until:
            groups[row.org, row.year].append(DatedCount(count=row, known_from=known))
    found: list[DatedCount] = []
    for group in groups.values():
        best = max(_standing(one) for one in group)
        standing = [one for one in group if _standing(one) == best]
        disputed = len({one.count.count for one in standing}) > 1
        if not disputed:
            standing = [min(standing, key=lambda one: (one.known_from.on, one.count.source))]
        found.extend(one.model_copy(update={"disputed": disputed}) for one in standing)
    found.sort(key=lambda one: (one.count.org, one.count.count))
    return tuple(sorted(found, key=lambda one: one.count.year, reverse=True))


def ratings_as_known(rows: Sequence[OfficialRating], *, known_on: PartialDate | None) -> tuple[DatedRating, ...]:
    """Ratings known by a day, the newest first; what several files say alike is one, shown until the newest of them."""
    until = last_day(known_on) if known_on else "9999"
    groups: defaultdict[tuple[str, str], list[OfficialRating]] = defaultdict(list)
    for row in rows:
        if _rating_known(row).on <= until:
            groups[row.org, row.location or ""].append(row)
    found: list[DatedRating] = []
    for group in groups.values():
        alike: dict[OfficialRating, list[OfficialRating]] = defaultdict(list)
        for row in group:
            alike[row.model_copy(update={"as_of": "2000", "source": ""})].append(row)
        starts = sorted({_rating_known(row).not_before for row in group})
        for same in alike.values():
            first, newest = min(same, key=lambda row: row.as_of), max(same, key=lambda row: last_day(row.as_of))
            known = _rating_known(first)
            following = next((start for start in starts if start > known.on), None)
            shown = min([last_day(newest.as_of), *([until] if known_on else []), *([day_before(following)] if following else [])])
            found.append(DatedRating(rating=first, known_from=known, until=day_before(following) if following else None,
                                     shown_until=max(shown, known.on)))
    return tuple(sorted(sorted(found, key=lambda one: (one.rating.org, one.rating.location or "")),
                        key=lambda one: one.known_from.on, reverse=True))


def domains_as_known(rows: Sequence[DomainScore], *, known_on: PartialDate | None) -> tuple[DomainView, ...]:
    """Score and segment of each domain and period, as the newest release known by a day says them; the newest period first."""
    until = last_day(known_on) if known_on else "9999"
    first: dict[tuple[str, str], Release] = {}
    for row in rows:
        release = release_named(row.publication)
        if release:
            first[row.framework, row.period] = min(release, first.get((row.framework, row.period), release))
    groups: defaultdict[tuple[str, str, Domain, str], list[tuple[DomainScore, KnownFrom]]] = defaultdict(list)
    for row in rows:
        stands_in = release_named(row.publication) == first.get((row.framework, row.period))
        known = known_from(row, period=row.period, stands_in=stands_in)
        if known.on <= until:
            groups[first_day(row.valid_from), row.period, row.domain, row.framework].append((row, known))
    views = []
    for (_, period, domain, framework), group in groups.items():
        said = {}
        for row, known in sorted(group, key=lambda pair: (release_named(pair[0].publication) or Release(0, 0, 0),
                                                          pair[0].published_on or "", pair[0].source)):
            said[row.measure] = (row, known)
        row, known = said.get("score") or said["segment"]
        views.append((row.valid_from, DomainView(
            framework=framework, period=period, domain=domain, score=said["score"][0].value if "score" in said else None,
            segment=int(said["segment"][0].value) if "segment" in said else None, publication=row.publication,
            known_from=known, source=row.source)))
    return tuple(view for _, view in sorted(sorted(views, key=lambda pair: pair[1].domain), key=lambda pair: pair[0], reverse=True))


def _standing(one: DatedCount) -> tuple[bool, str]:
    return one.count.status == "final", first_day(one.count.published_on) if one.count.published_on else ""


def _rating_known(row: OfficialRating) -> KnownFrom:
    """Ratings are published when they are made; one without a date was known at the latest when its file was made."""
    if row.published_on:
        return KnownFrom(on=last_day(row.published_on), not_before=first_day(row.published_on), method="stated")
    return KnownFrom(on=last_day(row.as_of), not_before=first_day(row.as_of), method="state of the file")
