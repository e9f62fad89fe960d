"""What an analyst sees first on a trust's page: the official view and the soft evidence in four figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.joining.joined import Joined, today
from api.joining.records import Peers
from api.words import date_in_words, in_words
from corpora.official.agreement import PublishedSegment
from corpora.official.days import first_day, last_day
from corpora.official.facts import DatedCount, DatedRating
from corpora.organisations import Organisation
from corpora.schema import CitedEvidence, OdsCode, PartialDate


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, the figure, and what to know about it."""

    term: str
    value: str
    note: str = ""
    link: str = ""


def glance(organisation: Organisation, latest: Sequence[PublishedSegment], ratings: Sequence[DatedRating],
           reported: Sequence[CitedEvidence], counts: Sequence[DatedCount], joined: Joined | None) -> list[Figure]:
    """The figures of one organisation.

    Args:
        latest: the newest period's segment, or those that sources give for it.
        ratings: official ratings of the trust, newest first.
        reported: the newest current reports of its overall rating.
        counts: official counts of never events, newest year first.
        joined: None while it is being worked out: then what it says is left out.
    """
    org = organisation.code
    return [_segment(latest, joined.peers.get(org) if joined else None),
            *_rating(ratings, reported, today=joined.as_of if joined else today()),
            *_never_events(counts, organisation.closed), *([_written(org, joined)] if joined else [])]


def _segment(latest: Sequence[PublishedSegment], peers: Peers | None) -> Figure:
    if not latest:
        return Figure("Published segment", "–", "none has been imported")
    first = latest[0].segment
    value = " or ".join(dict.fromkeys(str(one.segment.segment) for one in latest))
    note = ""
    if len(latest) > 1:
        note = "the sources disagree"
    elif first.rank is not None:
        group = sum(peers.segments.values()) if peers and peers.period == first.period else 0
        of = f" of {group} {peers.group} trusts" if peers and group >= first.rank else ""
        note = f"rank {first.rank}{of}"
    return Figure(f"Published segment, {first.period} ({first.framework})", value, note)


def _rating(ratings: Sequence[DatedRating], reported: Sequence[CitedEvidence], *, today: str) -> list[Figure]:
    official = next((one for one in ratings if one.rating.overall), None)
    found = []
    if official and official.rating.overall:
        shown = date_in_words(official.shown_until[:7])
        if official.shown_until < _a_year_before(today):
            # A rating of years ago, large on a page, would be taken for today's.
            found.append(Figure("CQC rating overall, official", "Not known",
                                f"since {shown}, when it was {official.rating.overall}"))
        else:
            since = f"since {date_in_words(official.known_from.on)}, " if official.rating.published_on else ""
            found.append(Figure("CQC rating overall, official", official.rating.overall, f"{since}as files of {shown} show"))
    newest = max(reported, key=_spoken_of, default=None)
    if newest and (official is None or _spoken_of(newest) > official.shown_until):
        found.append(_reported_rating(newest))
    return found


def _reported_rating(cited: CitedEvidence) -> Figure:
    term, link = "CQC rating overall, reported", f"/evidence/{cited.evidence.id}"
    value, document = in_words(str(cited.evidence.value)), f"a document of {date_in_words(cited.citation.published)}"
    if _is_of_the_past(cited):
        past = date_in_words(cited.evidence.date)
        return Figure(term, "Not known", f"since {past}, when it was {value}, as {document} says", link)
    return Figure(term, value, f"in {document}", link)


def _spoken_of(cited: CitedEvidence) -> str:
    """The day that a report speaks of: its document's, unless its words name one of more than a year before."""
    return (cited.evidence.date if _is_of_the_past(cited) else cited.citation.published) or ""


def _is_of_the_past(cited: CitedEvidence) -> bool:
    date, told = cited.evidence.date, cited.citation.published
    return bool(date and (told is None or last_day(date) < _a_year_before(first_day(told))))


def _a_year_before(day: str) -> str:
    return f"{int(day[:4]) - 1:04d}{day[4:]}"


def _never_events(counts: Sequence[DatedCount], closed: PartialDate | None) -> list[Figure]:
    if not counts:
        return []
    year = counts[0].count.year
    of_year = [one for one in counts if one.count.year == year]
    if any(one.disputed for one in of_year):
        return [Figure(f"Never events in {year}", "–", "the sources disagree")]
    before = next((one.count.year for one in counts if one.count.year < year), None)
    until = last_day(of_year[0].count.valid_to)
    note = [of_year[0].count.status, *([] if until.endswith("-03-31") else [f"counted until {date_in_words(until)}"]),
            *([f"{_total(counts, before)} in {before}"] if before else []),
            *(["still reported under its old name"] if closed and of_year[0].count.valid_from > closed else [])]
    return [Figure(f"Never events in {year}", str(_total(counts, year)), ", ".join(note))]


def _total(counts: Sequence[DatedCount], year: str) -> int:
    return sum(one.count.count for one in counts if one.count.year == year)


def _written(org: OdsCode, joined: Joined) -> Figure:
    documents = joined.documents.get(org, 0)
    return Figure("Pieces of evidence in the last 12 months", str(joined.pieces.get(org, 0)),
                  "1 document names it" if documents == 1 else f"{documents or 'no'} documents name it")
