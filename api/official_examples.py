"""Worked examples of the official view for the description of the API: real rows of Nottingham University Hospitals (RX1)."""

from __future__ import annotations

from collections.abc import Mapping

NOT_KNOWN = "No decision for 2026-05-15 is known here to have been published; the newest one before is for Q3 2025/26."
CALENDAR = "Third-party notes on NHS England's releases, and the extract"
REPORT = "NHS England, never events by organisation (Table 3); a third party's transcription, not checked against the reports"
RATINGS = "Care Quality Commission, ratings of providers, state of March 2019; a third party's copy"

AS_KNOWN: Mapping[str, tuple[object, ...]] = {
    "known_on": (None, "2026-07-01"), "notes": ([], [NOT_KNOWN]), "standing": ("in force",), "successors": ([],),
    "valid_on": ("2025-11-15",),
}

OF_RECORD: Mapping[str, tuple[object, ...]] = {
    "DomainView.domain": ("patient_safety",), "DomainView.score": (3.25,), "DomainView.segment": (4,),
    "DomainView.source": ("NHS England, NHS Oversight Framework data and league table, Q3 2025/26 release",),
    "KnownFrom.on": ("2026-06-30",), "KnownFrom.not_before": ("2026-03-01",), "KnownFrom.method": ("release calendar",),
    "KnownFrom.seen_in": (None, "Q4 2025/26"), "KnownFrom.source": (CALENDAR,),
    "LeagueTable.known_on": (None, "2026-07-01"), "LeagueTable.organisations": (134,), "LeagueTable.with_segment": (134,),
    "LeaguePlace.organisations": (134,),
    "NeverEventCount.count": (5,), "NeverEventCount.org_name": ("Nottingham University Hospitals NHS Trust",),
    "NeverEventCount.source": (REPORT,), "NeverEventCount.status": ("provisional",), "NeverEventCount.valid_from": ("2024-04-01",),
    "NeverEventCount.valid_to": ("2025-03-31",), "NeverEventCount.year": ("2024/25",),
    "OfficialRating.as_of": ("2019-03",), "OfficialRating.caring": ("Good",), "OfficialRating.effective": ("Good",),
    "OfficialRating.inherited": (None, False), "OfficialRating.level": ("trust",), "OfficialRating.location": (None, "RX1CC"),
    "OfficialRating.overall": ("Good",), "OfficialRating.published_on": ("2016-03-08",), "OfficialRating.responsive": ("Good",),
    "OfficialRating.safe": ("Requires improvement",), "OfficialRating.source": (RATINGS,),
    "OfficialRating.well_led": ("Outstanding",),
    "DatedRating.until": (None, "2019-03-13"), "DatedRating.shown_until": ("2019-03-31",),
    **{f"{record}.{field}": examples for record in ("OneAsKnown", "SegmentAsKnown") for field, examples in AS_KNOWN.items()},
    "Span.start": ("2025-10-01",), "Span.end": (None, "2025-12-31"), "Span.ended_by": (None, "period"),
    "TableName.organisations": (134,), "TableName.with_segment": (134,),
}
"""By ``Record.field``."""

OF_PARAMETER: Mapping[str, tuple[object, ...]] = {"known_on": ("2026-07-01",), "valid_on": ("2025-11-15",), "level": ("trust",)}
"""By the name of the parameter."""
