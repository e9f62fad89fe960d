"""NHS England's data CSV of the NHS Oversight Framework: one row a trust, quarter and metric, earlier quarters repeated.

``Quarter,Region,Trust_type,Trust_subtype,Trust_code,Trust_name,Domain,Sub-domain,Metric_ID,Metric_description,
Reporting_date,Units,Value,Median_value,Lower_quartile,Upper_quartile,Rank``. The row of OF5000 is the decision; the other
OF50xx rows of that trust and quarter are its details. OF40xx and OF41xx are the scores and segments of single domains. The
hundreds of other metrics carry neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpora.official.records import DOMAINS, DomainScore
from corpora.organisations import Register
from corpora.schema import Segment
from corpora.segments import cells
from corpora.segments.rows import Decision, Fact, Given, Other, Outcome, Refusal, Row

COLUMNS = frozenset({"trust_code", "trust_type", "metric_id", "value"})
RELEASED = True

ADJUSTED_SEGMENT = "OF5000"
AVERAGE_SCORE = "OF5002"
UNADJUSTED_SEGMENT = "OF5003"
FINANCIAL_OVERRIDE = "OF5004"
FINAL_SEGMENT = "OF5005"
"""Segment 5, the Recovery Support Programme, is only here; published for Q1 and Q2 2025/26."""
RECOVERY_SUPPORT = "OF5007"
DOMAIN_METRIC = re.compile("OF4[01]0[02345]")
DETAILS = (ADJUSTED_SEGMENT, AVERAGE_SCORE, UNADJUSTED_SEGMENT, FINANCIAL_OVERRIDE, FINAL_SEGMENT, RECOVERY_SUPPORT)


@dataclass(slots=True)
class Group:
    """What one trust's OF50xx rows of one quarter say."""

    rows: dict[str, Row] = field(default_factory=dict)
    lost_override: Refusal | None = None
    """The final segment that could not be read: without it the adjusted segment may be the wrong one."""


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One decision for each trust and quarter with an adjusted segment, domain scores, and what becomes of every other row."""
    groups: dict[tuple[str, str], Group] = {}
    scores: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        metric = row["metric_id"].upper()
        if DOMAIN_METRIC.fullmatch(metric):
            yield _domain_score(row, metric, scores, register)
        elif metric not in DETAILS:
            yield Other(row=row.number, reason="a metric that is neither a segment nor the score of a domain")
        else:
            outcome = _file(row, groups, register)
            if outcome:
                yield outcome
    for (code, period), group in groups.items():
        if ADJUSTED_SEGMENT in group.rows:
            yield _decision(code, cells.quarter(period), group)


def _domain_score(row: Row, metric: str, scores: dict[tuple[str, str, str], Row], register: Register) -> Outcome:
    try:
        org, quarter = cells.organisation_code(row["trust_code"], register), cells.quarter(row["quarter"] or row["reporting_date"])
        value = cells.number(row["value"], "domain score") if metric[3] == "0" else cells.segment_number(row["value"])
        if value is not None and not 1 <= value <= 5:
            raise cells.UnreadableCell(row["value"], "the score of a domain is outside 1 to 5")
    except cells.UnreadableCell as error:
        return Refusal(row=row.number, value=error.value, reason=error.reason)
    if value is None:
        return Other(row=row.number, reason="a domain without a score")
    first = scores.setdefault((org, quarter.name, metric), row)
    if first is not row:
        if first["value"] == row["value"]:
            return Other(row=row.number, reason="repeats another row")
        return Refusal(row=row.number, value=row["value"], reason=f"contradicts row {first.number}")
    return Fact(row=row.number, fact=DomainScore(
        org=org, framework=f"NOF {quarter.year}", period=quarter.name, league_table=cells.league_table(row["trust_type"]),
        domain=DOMAINS[metric[-1]], measure="score" if metric[3] == "0" else "segment", value=value, valid_from=quarter.first_day,
        valid_to=quarter.last_day, source="NHS England, NHS Oversight Framework data"))


def _file(row: Row, groups: dict[tuple[str, str], Group], register: Register) -> Outcome | None:
    """Put a row into its group; None for the row that is to become the decision."""
    metric = row["metric_id"].upper()
    try:
        key = (cells.organisation_code(row["trust_code"], register), cells.quarter(row["quarter"] or row["reporting_date"]).name)
    except cells.UnreadableCell as error:
        return Refusal(row=row.number, value=error.value, reason=error.reason)
    group = groups.setdefault(key, Group())
    try:
        _check(metric, row)
    except cells.UnreadableCell as error:
        refusal = Refusal(row=row.number, value=error.value, reason=error.reason)
        if metric == FINAL_SEGMENT:
            group.lost_override = refusal
        return refusal
    first = group.rows.setdefault(metric, row)
    if (first["value"], first["rank"]) != (row["value"], row["rank"]):
        return Refusal(row=row.number, value=row["value"], reason=f"contradicts row {first.number}")
    if first is not row:
        return Other(row=row.number, reason="repeats another row")
    return None if metric == ADJUSTED_SEGMENT else Other(row=row.number, reason="a detail of a decision")


def _check(metric: str, row: Row) -> None:
    if metric in (ADJUSTED_SEGMENT, UNADJUSTED_SEGMENT, FINAL_SEGMENT):
        cells.segment_number(row["value"])
    elif metric == AVERAGE_SCORE:
        cells.number(row["value"], "average score")
    else:
        cells.flag(row["value"], row["metric_description"] or metric)
    if metric == ADJUSTED_SEGMENT:
        cells.position(row["rank"])


def _decision(code: str, quarter: cells.Quarter, group: Group) -> Decision | Refusal:
    row = group.rows[ADJUSTED_SEGMENT]

    def value(metric: str) -> str:
        return group.rows[metric]["value"] if metric in group.rows else ""

    if group.lost_override:
        return Refusal(row=row.number, value=row["value"],
                       reason=f"its final segment override, in row {group.lost_override.row}, cannot be read")
    segment = cells.segment_number(value(FINAL_SEGMENT)) or cells.segment_number(row["value"])
    rank = cells.position(row["rank"])
    if segment is None and rank is None:
        return Refusal(row=row.number, value=code, reason="states neither a segment nor a rank")
    return Decision(row=row.number, segment=Segment(
        org=code, framework=f"NOF {quarter.year}", segment=segment, period=quarter.name, valid_from=quarter.first_day,
        valid_to=quarter.last_day, league_table=cells.league_table(row["trust_type"]),
        score=cells.number(value(AVERAGE_SCORE), "average score"), rank=rank,
        financial_override=cells.flag(value(FINANCIAL_OVERRIDE), "the financial override"),
        source="NHS England, NHS Oversight Framework data"))
