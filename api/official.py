"""The official view of one organisation: its segment, its place, its domains, its never events, its ratings."""

from __future__ import annotations

from api.register import register
from corpora.official.as_known import SegmentAsKnown
from corpora.official.facts import DatedCount, DatedRating, DomainView
from corpora.official.league_tables import LeagueRow
from corpora.schema import OdsCode, PartialDate, Record
from corpora.store import Store


class LeaguePlace(Record):
    """Where an organisation stands in the league table of its type, for the period of its decision."""

    framework: str
    period: str
    league_table: str
    rank: int | None
    """As published."""
    organisations: int
    """How many are known here to be in that table; the published one may hold more."""


class OfficialAnswer(Record):
    """What was decided, counted and rated officially about one organisation, as known on a day."""

    org: OdsCode
    segment: SegmentAsKnown
    place: LeaguePlace | None
    domains: tuple[DomainView, ...]
    """Of the period of the decision. A domain's own segment is never the organisation's."""
    never_events: tuple[DatedCount, ...]
    """With those of predecessors, each under the code of the name that the report gives."""
    ratings: tuple[DatedRating, ...]
    """Of the whole organisation and its predecessors, each with the last day of which the files say that it held."""


def official_view(store: Store, org: OdsCode, *, valid_on: PartialDate | None = None,
                  known_on: PartialDate | None = None) -> OfficialAnswer:
    """All official facts about one organisation.

    Args:
        valid_on: the day that the segment is asked for; None for the newest decision.
        known_on: what was published after this day is left out; None leaves nothing out.
    """
    lineage = register().lineage(org)
    segment = store.segment_as_known(org, valid_on=valid_on, known_on=known_on, register=register())
    decision = segment.decisions[0].segment if segment.decisions else None
    place: LeaguePlace | None = None
    if decision and decision.league_table:
        table = store.league_table(decision.framework, decision.period, decision.league_table, known_on=known_on)
        own: LeagueRow | None = next((row for row in table.rows if row.org == org), None)
        place = LeaguePlace(framework=decision.framework, period=decision.period, league_table=decision.league_table,
                            rank=own.rank if own else None, organisations=table.organisations)
    domains = store.domain_scores(
        org, framework=decision.framework, period=decision.period, known_on=known_on) if decision else ()
    return OfficialAnswer(
        org=org, segment=segment, place=place, domains=domains,
        never_events=store.never_event_counts(lineage, known_on=known_on), ratings=store.ratings(lineage, known_on=known_on))
