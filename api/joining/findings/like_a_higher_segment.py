"""Written about like trusts two segments above: the formula of ``api.joining.comparison`` and docs/joining.md."""

from __future__ import annotations

from collections.abc import Iterator

from api.joining.findings import IS_NO_JUDGEMENT, Rule
from api.joining.peers import Field
from api.joining.records import Comparison, Finding, Input, OfficialView, Peers, Spread
from corpora.schema import OdsCode, identifier

NAME = "like_a_higher_segment"
FORMULA = ("S = sum of weight × confidence over the happenings of the last year, each counted once; R = S for each document that "
           "names the trust. Among trusts of its type: the median of S in segment s+2 > the upper quartile of S in its segment s; "
           "S > that upper quartile; S > (median in s + median in s+2) / 2; R > the upper quartile of R in s; R > (median of R in "
           "s + median of R in s+2) / 2; at least 3 hard happenings; at least 8 other trusts in s and in s+2, each named by at "
           "least 3 documents.")


def find(field: Field, org: OdsCode) -> Iterator[Finding]:
    """At most one."""
    peers = field.peers.get(org)
    if peers and peers.comparison and peers.comparison.outcome == NAME:
        yield _finding(field, org, peers, peers.comparison)


def _finding(field: Field, org: OdsCode, peers: Peers, comparison: Comparison) -> Finding:
    s = comparison.segment
    row = field.places[org]
    dates = {claim.id: claim.published for claim in field.known.claims[org]}
    cited = tuple(one.evidence_id for one in comparison.contributions)
    return Finding(
        id=identifier(NAME, org, peers.framework, peers.period), rule=NAME, org=org, stance="like_a_higher_segment",
        headline=f"In segment {s}, and written about like {peers.group} trusts in segment {s + 2}",
        since=min(dates[one] for one in cited), newest=max(dates[one] for one in cited),
        official=OfficialView(words=f"Segment {s} in {peers.period} ({peers.framework}).",
                              known_from=row.by, source=peers.source),
        soft=f"{len(cited)} different happenings of the last year count, together {comparison.score:.2f}.",
        evidence_ids=cited, formula=FORMULA,
        inputs=(Input(name="S", value=comparison.score, note=" + ".join(
                    f"{one.weight:g}×{one.confidence:.2f} ({one.words})" for one in comparison.contributions)),
                Input(name="s", value=s),
                *_numbers(f"S of trusts in segment {s}", comparison.own_segment),
                *_numbers(f"S of trusts in segment {s + 2}", comparison.two_above),
                Input(name="half-way between the medians of S", value=_half_way(comparison.own_segment, comparison.two_above)),
                Input(name="R", value=comparison.per_document, note=f"{peers.documents} documents name it"),
                *_numbers(f"R of trusts in segment {s}", comparison.own_per_document),
                *_numbers(f"R of trusts in segment {s + 2}", comparison.two_above_per_document),
                Input(name="half-way between the medians of R",
                      value=_half_way(comparison.own_per_document, comparison.two_above_per_document))),
        goes_away="Happenings pass out of the year or are reported to be over, a new published segment, or more being read about "
                  "others of its type.",
        is_not="It says how a trust is written about, in the documents that happen to have been read. " + IS_NO_JUDGEMENT)


def _half_way(one: Spread, other: Spread) -> float:
    assert one.median is not None
    assert other.median is not None
    return (one.median + other.median) / 2


def _numbers(name: str, found: Spread) -> tuple[Input, ...]:
    return (Input(name=f"{name}: median", value=found.median, note=f"{found.trusts} trusts"),
            Input(name=f"{name}: upper quartile", value=found.upper_quartile))


RULE = Rule(NAME, find)
