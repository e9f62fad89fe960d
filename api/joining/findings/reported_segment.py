"""A segment that a board paper or the news reports, other than the one published for that day and framework.

Formula, for a report of segment *v* in a document of day *p*, under the framework *F* in force on *p*:

    there is a segment of F that was published for certain by p, and v is none of those that may rightly have been in view on p
    (published by p as far as can be known, and not replaced for more than 92 days, or for the very period that the report
    names), and no segment published since is v.

It *contradicts* where a published period covers the day that the report speaks of; else it may tell of a release to come: *not
yet published*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from api.joining.findings import IS_NO_JUDGEMENT, Rule
from api.joining.official import Row, covers, in_view, in_words, known, numbers, published
from api.joining.peers import Field
from api.joining.records import Finding, Input, OfficialView
from api.joining.regimes import framework_of
from api.words import date_in_words
from corpora.official.days import first_day, last_day
from corpora.schema import OdsCode, Value, identifier
from corpora.store.claims import Claim

NAME = "reported_segment"
FORMULA = ("A segment v is reported on day p; a segment of the framework F was published by p; v is not among the segments that "
           "may have been in view on p (published by then and not replaced for more than 92 days, or for the period that the "
           "report names); no segment of F published since is v.")


def find(field: Field, org: OdsCode) -> Iterator[Finding]:
    """Reports of one segment, joined to one finding each."""
    rows = field.known.rows.get(org, ())
    reports: defaultdict[tuple[str, Value], list[Claim]] = defaultdict(list)
    as_of = field.known.as_of
    for claim in field.known.current(org, "segment"):
        framework = framework_of(claim) if field.known.is_recent(claim) or _names_a_period(rows, claim, as_of) else None
        if (framework and claim.subtype in ("unspecified", framework[:3].lower())
                and _differs(rows, claim, framework, as_of) and not _came_true(rows, claim, framework, as_of)):
            reports[framework, claim.value].append(claim)
    for (framework, value), claims in reports.items():
        if not _withdrawn(field, org, claims[-1]):
            yield _finding(field, org, framework, value, claims)


def _names_a_period(rows: tuple[Row, ...], claim: Claim, as_of: str) -> bool:
    """Whether it speaks of a published period of the framework of its day, however long ago."""
    return claim.date is not None and any(
        row.segment.framework == framework_of(claim) and row.segment.valid_to and row.not_before <= as_of
        and covers(row.segment, claim.date) for row in rows)


def _differs(rows: tuple[Row, ...], claim: Claim, framework: str, as_of: str) -> bool:
    if not known(rows, first_day(claim.published), framework=framework):
        return False
    seen = {row.segment.segment for day in (first_day(claim.published), last_day(claim.published))
            for row in in_view(rows, day, framework=framework)}
    named = {row.segment.segment for row in rows
             if row.segment.framework == framework and row.not_before <= as_of and claim.date and covers(row.segment, claim.date)}
    return claim.value not in seen | named


def _came_true(rows: tuple[Row, ...], claim: Claim, framework: str, as_of: str) -> bool:
    return any(row.segment.framework == framework and row.segment.segment == claim.value and row.not_before <= as_of
               and row.by >= first_day(claim.published) for row in rows)


def _withdrawn(field: Field, org: OdsCode, claim: Claim) -> bool:
    """Whether a later document says that it is over or never was."""
    return any(other.kind == "segment" and other.value == claim.value and other.status in {"ended", "negated"}
               and other.published > claim.published for other in field.known.claims.get(org, ()))


def _finding(field: Field, org: OdsCode, framework: str, value: Value, claims: list[Claim]) -> Finding:
    newest = claims[-1]
    rows = field.known.rows[org]
    named = tuple(row for row in rows if row.segment.framework == framework and row.segment.valid_to and newest.date
                  and row.by <= first_day(newest.published) and covers(row.segment, newest.date))
    official = named or known(rows, first_day(newest.published), framework=framework)
    since_then = known(rows, field.known.as_of, framework=framework)
    spoken_of = newest.date or newest.published
    contradicts = bool(named) or any(covers(row.segment, spoken_of) and row.segment.valid_to for row in since_then + official)
    said = numbers(official)
    return Finding(
        id=identifier(NAME, org, framework, value), rule=NAME, org=org, since=claims[0].published, newest=newest.published,
        stance="contradicts" if contradicts else "not_yet_published",
        headline=(f"Reported in segment {value}; {published(official, rows, field.known.as_of)}" if contradicts
                  else f"Reported in segment {value}, which has not been published; the newest published segment was {said}"),
        official=OfficialView(words=in_words(official), known_from=official[0].by, source=official[0].segment.source),
        soft=f"A document of {date_in_words(newest.published)} reports segment {value}"
             + (f", of {date_in_words(newest.date)}." if newest.date else "."),
        evidence_ids=tuple(claim.id for claim in reversed(claims)), formula=FORMULA,
        inputs=(Input(name="v", value=value, note="the segment reported"),
                Input(name="p", value=newest.published, note="the day of the document"),
                Input(name="F", value=framework, note="the framework in force on p"),
                Input(name="segment published by p", value=said,
                      note=f"{official[0].segment.period}, published by {official[0].by}"),
                Input(name="newest segment published since", value=_newest(since_then, official))),
        goes_away=f"A published segment {value}, a later document that says otherwise, or a year without another report.",
        is_not="The reader may have misread the words, or the words may be about the system and not the trust. " + IS_NO_JUDGEMENT)


def _newest(since_then: tuple[Row, ...], official: tuple[Row, ...]) -> str:
    if since_then == official or not since_then:
        return "none"
    return f"{since_then[0].segment.segment} in {since_then[0].segment.period}"


RULE = Rule(NAME, find)
