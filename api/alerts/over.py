"""Whether a later document says that something is over: the store itself may know, and who reads of the beginning is to be told."""

from __future__ import annotations

from api.alerts.history import LEAST_SURE
from corpora.schema import Evidence, Value

MOMENTARY = frozenset({"prosecution", "warning_notice", "requirement_notice", "prevention_of_future_deaths", "leadership_change",
                       "contract_notice", "hse_notice", "fire_notice", "ico_action", "nhs_england_letter", "hssib_investigation",
                       "auditor_s30_referral", "auditor_recommendation"})
"""Actions that happen at one moment; all others last until they are lifted."""


def lasts(kind: str, subtype: str) -> bool:
    """Whether it is of a sort that can be over."""
    return kind in {"segment", "rating"} or (kind == "intervention" and subtype not in MOMENTARY)


def says_over(ended: Evidence, published: str, *, value: Value, happened: str, told: str) -> bool:
    """Whether a piece of evidence of the same organisation, kind and subtype says that it is over.

    Args:
        published: the date of its document.
        value: that of what may be over: a segment or rating must be the same one.
        happened: when that was, ``""`` where it is not known; what ended before is another.
        told: the date of the newest document that says it held; ``""`` where it is not known, and nothing is later.
    """
    alike = ended.value == value or (ended.kind == "intervention" and None in (ended.value, value))
    after = bool(told) and published > told and not published.startswith(told)
    return (ended.status == "ended" and ended.confidence >= LEAST_SURE and alike and after
            and (ended.date is None or not happened or ended.date[:len(happened)] >= happened[:len(ended.date)]))
