"""An entry to a programme of support that is reported before any published segment shows it.

Formula, for a report of day *p* that an organisation is in a programme which goes with segment *L* under the framework *F*:

    the segment of F published for certain by p is better (lower) than L, no segment of F published since is L or worse, and no
    later document says that the organisation has left the programme or was never in it.

A report that it *remains* in a programme is no entry and does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from api.joining.findings import IS_NO_JUDGEMENT, Rule
from api.joining.official import Row, in_view, known, numbers, published
from api.joining.official import in_words as official_in_words
from api.joining.peers import Field
from api.joining.records import Finding, Input, OfficialView
from api.joining.regimes import PROGRAMME_SEGMENTS, framework_of
from api.words import date_in_words, in_words, lower_first
from corpora.official.days import first_day, last_day
from corpora.schema import OdsCode, identifier
from corpora.store.claims import Claim

NAME = "entry_before_segment"
FORMULA = ("An entry to a programme that goes with segment L under the framework F is reported on day p; the segment of F "
           "published by p is lower than L; no segment of F published since is L or higher; no later document says that it "
           "has left.")


def find(field: Field, org: OdsCode) -> Iterator[Finding]:
    """One finding for each programme."""
    rows = field.known.rows.get(org, ())
    reports: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in field.known.current(org, "intervention"):
        framework = framework_of(claim) if claim.subtype in PROGRAMME_SEGMENTS and field.known.is_recent(claim) else None
        if (framework and framework in PROGRAMME_SEGMENTS[claim.subtype] and not claim.rule.endswith("/holds")
                and _is_ahead(rows, claim, framework, field.known.as_of)):
            reports[claim.subtype, framework].append(claim)
    for (programme, framework), claims in reports.items():
        if not _has_left(field, org, claims[-1]):
            yield _finding(field, org, programme, framework, claims)


def _is_ahead(rows: tuple[Row, ...], claim: Claim, framework: str, as_of: str) -> bool:
    level = PROGRAMME_SEGMENTS[claim.subtype][framework]
    official = known(rows, first_day(claim.published), framework=framework)
    seen = [*official, *in_view(rows, last_day(claim.published), framework=framework)]
    since = [row for row in rows if row.segment.framework == framework and row.not_before <= as_of
             and row.by >= first_day(claim.published)]
    return bool(official) and all((row.segment.segment or 0) < level for row in [*seen, *since])


def _has_left(field: Field, org: OdsCode, claim: Claim) -> bool:
    return any(other.subtype == claim.subtype and other.status in {"ended", "negated"} and other.published > claim.published
               for other in field.known.claims.get(org, ()))


def _finding(field: Field, org: OdsCode, programme: str, framework: str, claims: list[Claim]) -> Finding:
    first, newest = claims[0], claims[-1]
    level = PROGRAMME_SEGMENTS[programme][framework]
    rows = field.known.rows[org]
    official = known(rows, first_day(first.published), framework=framework)
    said = numbers(official)
    now = known(rows, field.known.as_of, framework=framework)
    return Finding(
        id=identifier(NAME, org, programme, framework), rule=NAME, org=org, stance="before_the_segment",
        headline=f"Reported to be in {_named(programme)}, which goes with segment {level}; "
                 f"{published(official, rows, field.known.as_of)}",
        since=first.published, newest=newest.published,
        official=OfficialView(words=official_in_words(official), known_from=official[0].by, source=official[0].segment.source),
        soft=f"A document of {date_in_words(first.published)} reports that it is in {_named(programme)}.",
        evidence_ids=tuple(claim.id for claim in reversed(claims)), formula=FORMULA,
        inputs=(Input(name="programme", value=in_words(programme)), Input(name="F", value=framework),
                Input(name="L", value=level, note="the segment that the programme goes with under F"),
                Input(name="p", value=first.published, note="the day of the first document"),
                Input(name="segment published by p", value=said,
                      note=f"{official[0].segment.period}, published by {official[0].by}"),
                Input(name="newest segment published", value=now[0].segment.segment if now else None,
                      note=now[0].segment.period if now else "")),
        goes_away=f"A published segment {level} or higher, a document that says that it has left the programme or never entered "
                  "it, or a year without another report.",
        is_not="Segments are published weeks after the quarter that they are for: to be ahead of them is what news is for, and "
               "no mistake of anybody's. " + IS_NO_JUDGEMENT)


def _named(programme: str) -> str:
    return f"the {in_words(programme)}" if programme.endswith("programme") else lower_first(in_words(programme))


RULE = Rule(NAME, find)
