"""What is said and decided about the systems that a trust belongs to, apart from all that is about the trust itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from api.joining.records import SystemPiece
from api.joining.systems import Membership, systems_of
from api.words import date_in_words
from corpora.schema import OdsCode, Segment
from corpora.store import Store

MOST = 12
BOARD_KINDS = ("intervention", "segment")
AREA_ACTIONS = ("success_regime", "capped_expenditure_process")


@dataclass(frozen=True, slots=True)
class _Found:
    """Something that may be told: what it is, and the day that it is sorted by."""

    membership: Membership
    day: str
    segment: Segment | None = None
    evidence_id: str = ""


def system_level(store: Store, trust: OdsCode) -> tuple[SystemPiece, ...]:
    """Published segments of its boards, and evidence on regulators' actions and segments of its boards and areas, from the time in
    which the trust belonged to them, newest first. None of it is inherited by the trust."""
    found = [one for membership in systems_of(trust) for one in _of(store, membership)]
    newest = sorted(found, key=lambda one: one.day, reverse=True)[:MOST]
    ids = tuple(one.evidence_id for one in newest if one.evidence_id)
    quoted = {cited.evidence.id: cited for cited in store.evidence(ids=ids)} if ids else {}
    return tuple(SystemPiece(membership=one.membership, note=_note(one.membership), segment=one.segment,
                             evidence=quoted.get(one.evidence_id)) for one in newest)


def _of(store: Store, membership: Membership) -> list[_Found]:
    """Without the evidence itself: most of it is older than what is told in the end."""
    if membership.kind == "icb":
        segments = store.segments(orgs=(membership.system,))
        said = [(one.id, one.date or one.published, one.published)
                for one in store.evidence_days(membership.system, kinds=BOARD_KINDS, limit=MOST)]
    else:
        segments = []
        ids = tuple(id_ for id_, area in store.area_evidence(AREA_ACTIONS) if membership.words in area.casefold())
        said = [(one.evidence.id, one.evidence.date or one.citation.published, one.citation.published)
                for one in (store.evidence(ids=ids, limit=MOST) if ids else [])]
    return [*(_Found(membership, segment.valid_from, segment=segment) for segment in segments
              if segment.segment is not None and _overlaps(membership, segment)),
            *(_Found(membership, published or "", evidence_id=id_) for id_, told, published in said if membership.covers(told))]


@cache
def _note(membership: Membership) -> str:
    ended = membership.valid_to
    what = membership.name if membership.kind == "icb" else f"the Success Regime area of {membership.name}"
    when = (f"belonged to from {date_in_words(membership.valid_from)} to {date_in_words(ended)}" if ended
            else f"has belonged to since {date_in_words(membership.valid_from)}")
    return f"About {what}, which this trust {when}; not about the trust itself."


def _overlaps(membership: Membership, segment: Segment) -> bool:
    begins, ends = segment.valid_from, segment.valid_to
    return (membership.valid_to is None or begins <= membership.valid_to) and (ends is None or ends >= membership.valid_from)

