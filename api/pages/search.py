"""``/search``: passages that answer a query."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from api.answering import answered, offset_of
from api.asking import Asked, made_ready
from api.found import Offer, SearchAnswer
from api.library import OpenStore, TheLibrary, known_kind, known_kinds
from api.named import whose_name
from api.narrowing import chips, facet_lists, less_widened
from api.problems import UnusableParameter
from api.register import register
from api.search_addresses import SearchAddress
from api.search_filters import SEVERAL, Lineage, Region, SearchFilters
from api.snippets import snippet
from api.templating import render
from corpora.organisations import Sector
from corpora.schema import DocumentType, Status

router = APIRouter()

GIVEN = tuple(name for name in SearchFilters.model_fields if name not in ("facets", "limit", "cursor"))


@router.get("/search")
def search(request: Request, library: TheLibrary, store: OpenStore) -> Response:
    """A search box, and what was found. What cannot be used is told on the page."""
    asked_for = [(name, value.strip()) for name, value in request.query_params.multi_items() if value.strip()]
    given = {name: ", ".join(value for key, value in asked_for if key == name) for name in GIVEN}
    mistakes: dict[str, str] = {}
    asked: Asked | None = None
    found: SearchAnswer | None = None
    if given["q"]:
        try:
            asked = made_ready(_filters(asked_for))
            known_kind(store, asked.filters.kind)
            found = answered(store, asked, embedder=library.embedder, vectors=library.vectors.get)
        except ValidationError as error:
            mistakes = {str(one["loc"][0]): MISTAKES.get(str(one["loc"][0]), str(one["msg"])) for one in error.errors()}
            if "org" in mistakes:
                mistakes["org"] += _meant(given["org"])
        except UnusableParameter as error:
            name, _, detail = str(error).partition(": ")
            mistakes = {name: detail}
    elif any(given.values()):
        mistakes = {"q": NO_WORDS}
    address = SearchAddress.of(asked_for)
    return render(
        "search.html", status=422 if mistakes else 200, given=given, mistakes=mistakes, kinds=known_kinds(), found=found,
        statuses=get_args(Status), doc_types=get_args(DocumentType), sectors=get_args(Sector), regions=get_args(Region),
        lineages=get_args(Lineage), frameworks=store.frameworks(), organisations=sorted(register(), key=lambda one: one.name),
        names=register().by_code, first=offset_of(asked.filters.cursor) if asked and found else 0,
        snippets=[snippet(hit.text, hit.marks, hit.sentence) for hit in found.items] if found else [],
        chips=chips(asked, address) if asked else (), widened=less_widened(found, address) if found else (),
        facets=facet_lists(found.facets, asked, address) if asked and found and found.facets else (),
        offers=[(one.text, _instead(one, address)) for one in found.offers] if found else [],
        more=address.after(found.next_cursor) if found and found.next_cursor else None,
        more_filters=any(given[name] for name in MORE_FILTERS), open_filters=any(name in mistakes for name in MORE_FILTERS))


MORE_FILTERS = tuple(name for name in GIVEN if name not in ("q", "org", "expand", "expand_except"))
MOST_MEANT = 5
NO_WORDS = "Give words to look for; all evidence about a trust stands on its own page"
MISTAKES = {
    "org": "Give the ODS code of an NHS trust or integrated care board, such as RX1, or choose a name from the list",
    "since": "Give a date, such as 2021-09-15, 2021-09 or 2021",
    "until": "Give a date, such as 2021-09-15, 2021-09 or 2021",
    "kind": "Choose a kind from the list",
    "subtype": "Give a subtype as evidence has it, such as warning_notice",
    "segment": "Choose a segment from 1 to 5",
    "cursor": "That page of results is gone; search again",
}
"""For people, by field."""


def _filters(asked_for: list[tuple[str, str]]) -> SearchFilters:
    values: dict[str, object] = {"facets": True}
    for name, value in asked_for:
        if name in SEVERAL:
            held = values.setdefault(name, [])
            assert isinstance(held, list)
            held.extend(_codes(value) if name == "org" else [value])
        elif name in GIVEN or name == "cursor":
            values[name] = value
    if isinstance(subtype := values.get("subtype"), str):
        values["subtype"] = subtype.lower().replace(" ", "_").replace("-", "_")
    return SearchFilters.model_validate(values)


def _codes(value: str) -> list[str]:
    """The codes in a field for organisations: codes parted by commas, or a whole name, which may hold commas itself."""
    if value.upper() in register().by_code:
        return [value]
    bearers = whose_name(value)
    return [bearers[0].code] if len(bearers) == 1 else value.split(",")


def _meant(value: str) -> str:
    """What may have been meant by a name that no single organisation bears."""
    found = register().find(value, MOST_MEANT)
    return f". Was one of these meant? {'; '.join(f'{one.name}: {one.code}' for one in found)}" if found else ""


def _instead(suggestion: Offer, address: SearchAddress) -> str:
    instead = address.with_one("q", suggestion.q)
    if suggestion.org:
        instead = instead.with_one("org", suggestion.org)
    return str(instead.with_one("expand", "true") if suggestion.expand else instead)
