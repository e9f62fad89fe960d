"""What is said and decided about the systems that a trust belongs to, apart from all that is about the trust itself."""

from __future__ import annotations

from api.joining.records import SystemPiece
from api.joining.systems import Membership, systems_of
from api.words import date_in_words
from corpora.schema import CitedEvidence, OdsCode, PartialDate, Segment
from corpora.store import Store

MOST = 12
AREA_ACTIONS = ("success_regime", "capped_expenditure_process")


def system_level(store: Store, trust: OdsCode) -> tuple[SystemPiece, ...]:
    """Published segments of its boards, and evidence on regulators' actions and segments of its boards and areas, from the time in
    which the trust belonged to them, newest first. None of it is inherited by the trust."""
    pieces = [piece for membership in systems_of(trust) for piece in _of(store, membership)]
    return tuple(sorted(pieces, key=_day, reverse=True)[:MOST])


def _of(store: Store, membership: Membership) -> list[SystemPiece]:
    note = _note(membership)
    if membership.kind == "icb":
        segments = store.segments(orgs=(membership.system,))
        cited = [one for kind in ("intervention", "segment")
                 for one in store.evidence(orgs=(membership.system,), kind=kind, without_copies=True, limit=MOST)]
    else:
        segments = []
        ids = tuple(id_ for id_, area in store.area_evidence(AREA_ACTIONS) if membership.words in area.casefold())
        cited = store.evidence(ids=ids, limit=MOST) if ids else []
    return [*(SystemPiece(membership=membership, note=note, segment=segment) for segment in segments
              if segment.segment is not None and _overlaps(membership, segment)),
            *(SystemPiece(membership=membership, note=note, evidence=one) for one in cited if membership.covers(_told(one)))]


def _note(membership: Membership) -> str:
    ended = membership.valid_to
    what = membership.name if membership.kind == "icb" else f"the Success Regime area of {membership.name}"
    when = (f"belonged to from {date_in_words(membership.valid_from)} to {date_in_words(ended)}" if ended
            else f"has belonged to since {date_in_words(membership.valid_from)}")
    return f"About {what}, which this trust {when}; not about the trust itself."


def _overlaps(membership: Membership, segment: Segment) -> bool:
    begins, ends = segment.valid_from, segment.valid_to
    return (membership.valid_to is None or begins <= membership.valid_to) and (ends is None or ends >= membership.valid_from)


def _told(cited: CitedEvidence) -> PartialDate | None:
    return cited.evidence.date or cited.citation.published


def _day(piece: SystemPiece) -> str:
    if piece.segment:
        return piece.segment.valid_from
    return (piece.evidence.citation.published or "") if piece.evidence else ""
