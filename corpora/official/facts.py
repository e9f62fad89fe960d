"""Never-event counts, ratings and domain scores, as known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpora.official.days import day_before, first_day, last_day
from corpora.official.known import KnownFrom, known_from
from corpora.official.records import Domain, DomainScore, NeverEventCount, OfficialRating
from corpora.official.releases import Release, release_named
from corpora.schema import OdsCode, PartialDate, Record

MAY_BE_UNSAID = ("safe", "effective", "caring", "responsive", "well_led", "inherited")
"""What one file of ratings may leave out and another say."""


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

    org: OdsCode
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
        groups[row.org, row.location or ""].append(row)
    found: list[DatedRating] = []
    for whole in groups.values():
        knowing = {row: _rating_known(row, whole) for row in whole}
        group = [row for row in whole if knowing[row].on <= until and not any(_was_corrected(row, other, until) for other in whole)]
        starts = sorted({row.published_on or row.as_of for row in group})
        for same in _alike(group):
            first, newest = min(same, key=lambda row: row.as_of), max(same, key=lambda row: last_day(row.as_of))
            known = min((knowing[row] for row in same), key=lambda one: one.on)
            began = last_day(first.published_on or first.as_of)
            following = next((first_day(start) for start in starts if first_day(start) > began), None)
            shown = min([last_day(newest.as_of), *([until] if known_on else []), *([day_before(following)] if following else [])])
            said = {name: next((value for row in same if (value := getattr(row, name)) is not None), None)
                    for name in MAY_BE_UNSAID}
            found.append(DatedRating(rating=first.model_copy(update=said), known_from=known,
                                     until=day_before(following) if following else None, shown_until=max(shown, known.on)))
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
            org=row.org, framework=framework, period=period, domain=domain,
            score=said["score"][0].value if "score" in said else None,
            segment=int(said["segment"][0].value) if "segment" in said else None, publication=row.publication,
            known_from=known, source=row.source)))
    return tuple(view for _, view in sorted(sorted(views, key=lambda pair: pair[1].domain), key=lambda pair: pair[0], reverse=True))


def _alike(rows: Sequence[OfficialRating]) -> list[list[OfficialRating]]:
    """Rows of one place that are of the same day and contradict each other in nothing; silence contradicts nobody."""
    views: list[list[OfficialRating]] = []
    for row in rows:
        view = next((view for view in views if all(
            row.published_on == other.published_on and all(
                getattr(row, name) == getattr(other, name) or None in (getattr(row, name), getattr(other, name))
                for name in ("overall", *MAY_BE_UNSAID)) for other in view)), None)
        if view is None:
            views.append([row])
        else:
            view.append(row)
    return views


def _was_corrected(row: OfficialRating, other: OfficialRating, until: str) -> bool:
    """Whether a later state of the same file says something else of the same day, and was seen by then."""
    return (row.source == other.source and row.published_on is not None and row.published_on == other.published_on
            and last_day(row.as_of) < last_day(other.as_of) <= until and row.overall != other.overall)


def _standing(one: DatedCount) -> tuple[bool, str]:
    return one.count.status == "final", first_day(one.count.published_on) if one.count.published_on else ""


def _rating_known(row: OfficialRating, rows: Sequence[OfficialRating]) -> KnownFrom:
    """Ratings are published when they are made; one without a date, or that corrects another, is known from its file's day."""
    if row.published_on and not any(_was_corrected(other, row, "9999") for other in rows):
        return KnownFrom(on=last_day(row.published_on), not_before=first_day(row.published_on), method="stated")
    return KnownFrom(on=last_day(row.as_of), not_before=first_day(row.as_of), method="state of the file")
