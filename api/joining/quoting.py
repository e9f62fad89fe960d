"""Findings with the evidence that they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from api.joining.records import Finding, FindingAnswer
from corpora.store import Store

QUOTED = 5
"""At most so many pieces of evidence are quoted of one finding, the weightiest or newest first; all are named by their ids."""


def quoted(store: Store, findings: Sequence[Finding]) -> tuple[FindingAnswer, ...]:
    """Findings as they are answered. Evidence that has gone since they were worked out is passed over."""
    wanted = tuple(dict.fromkeys(one for finding in findings for one in finding.evidence_ids[:QUOTED]))
    found = {cited.evidence.id: cited for first in range(0, len(wanted), 500)
             for cited in store.evidence(ids=wanted[first:first + 500], limit=-1)}
    return tuple(FindingAnswer(**dict(finding), evidence=tuple(found[one] for one in finding.evidence_ids[:QUOTED] if one in found))
                 for finding in findings)
