"""Worked examples of the join for the description of the API. The finding is invented: it only shows what one looks like."""

from __future__ import annotations

from collections.abc import Mapping

NUMBERS: tuple[object, ...] = (2.4,)

OF_RECORD: Mapping[str, tuple[object, ...]] = {
    "Comparison.outcome": ("as_its_segment",), "Comparison.score": NUMBERS, "Comparison.per_document": NUMBERS,
    "Comparison.why": ("Its score lies where those of its segment lie, or the formula cannot tell.",),
    "Contribution.words": ("CQC warning notice",), "Contribution.date": ("2026-02-10",), "Contribution.weight": (3.0,),
    "Contribution.confidence": (0.93,),
    "Divergence.as_of": ("2026-11-22",),
    "FindingAnswer.rule": ("reported_segment",), "FindingAnswer.stance": ("contradicts",), "FindingAnswer.newest": ("2026-04-02",),
    "FindingAnswer.since": ("2026-04-02",), "FindingAnswer.headline": ("Reported in segment 3; the published segment is 4",),
    "FindingAnswer.soft": ("A document of 2 April 2026 reports segment 3.",),
    "FindingAnswer.formula": ("A segment v is reported on day p; a segment of the framework F was published by p; …",),
    "FindingAnswer.goes_away": ("A published segment 3, a later document that says otherwise, or a year without another report.",),
    "FindingAnswer.is_not": ("It is no judgement of the care that the organisation gives.",),
    "Input.name": ("v",), "Input.value": (3,), "Input.note": ("the segment reported",),
    "KindRate.pieces": (4,), "KindRate.per_document": (0.5,),
    "Membership.system": ("QT1",), "Membership.kind": ("icb",), "Membership.trust": ("RX1",), "Membership.words": ("essex",),
    "Membership.name": ("NHS Nottingham and Nottinghamshire Integrated Care Board",), "Membership.confidence": ("high",),
    "Membership.valid_from": ("2022-07-01",), "Membership.valid_to": (None, "2026-03-31"),
    "OfficialView.words": ("Segment 4 in Q3 2025/26 (NOF 2025/26).",), "OfficialView.known_from": ("2026-03-31",),
    "Peers.group": ("acute",), "Peers.segments": ({"1": 20, "2": 7, "3": 71, "4": 36},), "Peers.ranked": (129,),
    "Spread.trusts": (128,), "Spread.lower_quartile": (2.16,), "Spread.median": (2.39,), "Spread.upper_quartile": (2.72,),
    "SystemPiece.note": ("About NHS Nottingham and Nottinghamshire Integrated Care Board, which this trust has belonged to since "
                         "1 July 2022; not about the trust itself.",),
}
"""By ``Record.field``."""

OF_PARAMETER: Mapping[str, object] = {
    "list_divergence.rule": "reported_segment", "list_divergence.stance": "contradicts", "get_divergence.as_of": "2026-05-01",
}
"""By ``operation.parameter``."""
