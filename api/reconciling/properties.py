"""What can be told of an organisation to fill a new column of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from api.reconciling.records import (
    Extension,
    ExtensionQuery,
    ExtensionValue,
    NumberValue,
    OrganisationValue,
    Property,
    TextValue,
)
from api.register import register
from corpora.organisations import Organisation
from corpora.schema import Segment
from corpora.store import Store

Values = tuple[ExtensionValue, ...]


def _text(value: str | None) -> Values:
    return () if value is None else (TextValue(text=value),)


def _organisations(codes: Sequence[str | None]) -> Values:
    return tuple(OrganisationValue(id=code, name=register().by_code[code].name) for code in codes if code in register().by_code)


OF_REGISTER: dict[str, tuple[str, Callable[[Organisation], Values]]] = {
    "name": ("Official name", lambda organisation: _text(organisation.name)),
    "kind": ("Kind", lambda organisation: _text(organisation.kind)),
    "sector": ("Sector", lambda organisation: _text(organisation.sector)),
    "region": ("Region", lambda organisation: _text(organisation.region)),
    "icb": ("Integrated care board", lambda organisation: _organisations([organisation.icb])),
    "postcode": ("Postcode", lambda organisation: _text(organisation.postcode)),
    "opened": ("Opened", lambda organisation: _text(organisation.opened)),
    "closed": ("Closed", lambda organisation: _text(organisation.closed)),
    "successors": ("Taken over by", lambda organisation: _organisations(
        [step.successor for step in register().successors(organisation.code)])),
}

OF_SEGMENT: dict[str, tuple[str, Callable[[Segment], Values]]] = {
    "segment": ("Newest published segment", lambda newest: () if newest.segment is None else (NumberValue(number=newest.segment),)),
    "segment_framework": ("Framework of the newest segment", lambda newest: _text(newest.framework)),
    "segment_period": ("Period of the newest segment", lambda newest: _text(newest.period)),
}

PROPERTIES = tuple(Property(id=name, name=found[0]) for name, found in (*OF_REGISTER.items(), *OF_SEGMENT.items()))


def extended(asked: ExtensionQuery, store: Callable[[], Store]) -> Extension:
    """What is known of these organisations. An id or a property that there is none of has nothing known of it.

    Args:
        store: opens the database; only where a property asks for it.
    """
    by_id = {one.id: one for one in PROPERTIES}
    wanted = [by_id[name] for name in dict.fromkeys(one.id for one in asked.properties) if name in by_id]
    codes = list(dict.fromkeys(asked.ids))
    known = tuple(code for code in codes if code in register().by_code)
    newest = _newest(store(), known) if known and any(one.id in OF_SEGMENT for one in wanted) else {}
    return Extension(meta=tuple(wanted), rows={
        code: {one.id: _value(one.id, register().by_code.get(code), newest.get(code)) for one in wanted} for code in codes})


def _value(name: str, organisation: Organisation | None, newest: Segment | None) -> Values:
    if name in OF_REGISTER:
        return OF_REGISTER[name][1](organisation) if organisation else ()
    return OF_SEGMENT[name][1](newest) if newest else ()


def _newest(store: Store, codes: tuple[str, ...]) -> dict[str, Segment]:
    found: dict[str, Segment] = {}
    for first in range(0, len(codes), 500):
        for segment in store.segments(orgs=codes[first:first + 500], limit=-1):
            if segment.segment is not None:
                found.setdefault(segment.org, segment)
    return found
