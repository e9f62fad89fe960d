"""Which organisation a cell of a spreadsheet means: candidates with scores, and whether one of them is certain."""

from __future__ import annotations

import re

from api.reconciling.names import Name, Sort, names
from api.reconciling.records import Candidate, EntityType, ReconciliationQuery
from api.register import register
from api.words import date_in_words, in_words
from corpora.organisations import Organisation
from corpora.schema import OdsCode

SCORES: dict[Sort, float] = {"name": 99, "alias": 95, "known_as": 92, "former": 90, "ambiguous": 80, "site": 75, "other_site": 55}
SCORE_OF_CODE = 100.0
MOST_OF_NEAR = 50.0
"""For sharing all its words, and no others."""
LESS_IF_CLOSED = 10.0
LESS_IF_UNLIKE = 30.0
"""Where a further column says otherwise: another region, another sector."""
SUCCESSOR = 0.8
"""Of the score of the organisation that it took over from."""

TYPES = {"trust": EntityType(id="trust", name="NHS trust"), "icb": EntityType(id="icb", name="Integrated care board")}

_WITH_CODE = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<code>[A-Za-z0-9]{3,6})[)\]]$")


def candidates(asked: ReconciliationQuery) -> list[Candidate]:
    """Organisations that a cell may mean, best first: its code, a whole name, an alias, a hospital, shared words. Closed
    organisations come after open ones, with those that took over from them behind.

    ``match`` says that it is certain: the cell is the code, or a whole name of one organisation that means no other, and
    nothing else that was given speaks against it.
    """
    scores, certain = _scored(asked.query)
    for code in list(scores):
        for step in register().successors(code):
            scores[step.successor] = max(scores.get(step.successor, 0.0), scores[code] * SUCCESSOR)
    found = []
    for code, score in scores.items():
        organisation = register().by_code[code]
        if asked.kinds and organisation.kind not in asked.kinds:
            continue
        unlike = asked.speaks_against(organisation)
        found.append(Candidate(
            id=code, name=organisation.name, description=described(organisation), type=(TYPES[organisation.kind],),
            score=round(max(score - (LESS_IF_UNLIKE if unlike else 0), 0.0), 1), match=code == certain and not unlike))
    found.sort(key=lambda candidate: (-candidate.score, register().by_code[candidate.id].closed is not None, candidate.name))
    return found[:asked.most]


def described(organisation: Organisation) -> str:
    """What tells it from its namesakes: ``Acute, Midlands``; of a closed one since when, and who took over."""
    parts = [in_words(organisation.sector), organisation.region]
    if organisation.closed:
        after = ", ".join(f"{register().by_code[step.successor].name} ({step.successor})"
                          for step in register().successors(organisation.code))
        parts.append(f"closed {date_in_words(organisation.closed)}{f', now part of {after}' if after else ''}")
    return ", ".join(parts)


def _scored(query: str) -> tuple[dict[OdsCode, float], OdsCode | None]:
    """Scores by code, and the code that is certain."""
    with_code = _WITH_CODE.match(query.strip())
    if with_code and with_code["code"].upper() in register().by_code:
        code = with_code["code"].upper()
        scores, by_name = _by_name(with_code["name"])
        scores[code] = SCORE_OF_CODE
        return scores, code if by_name == code else None
    scores, certain = _by_name(query)
    code = query.strip().upper()
    if code in register().by_code:
        scores[code] = SCORE_OF_CODE
        certain = code if {name.code for name in names().called(query)} <= {code} else None
    return scores, certain


def _by_name(text: str) -> tuple[dict[OdsCode, float], OdsCode | None]:
    called = names().called(text)
    certain = _certain(called)
    near = {} if certain else names().near(text)
    scores: dict[OdsCode, float] = {code: share * MOST_OF_NEAR for code, share in near.items()}
    for name in called:
        scores[name.code] = max(scores.get(name.code, 0.0), SCORES[name.sort])
    for code in scores:
        if register().by_code[code].closed:
            scores[code] -= LESS_IF_CLOSED
    return scores, certain


def _certain(called: list[Name]) -> OdsCode | None:
    """The one organisation that a name means, if no other is called so. A hospital is not the trust that runs it; and a whole
    official name means that organisation, whatever hospital is called the same."""
    of_organisations = [name for name in called if name.sort not in ("site", "other_site")]
    official = any(name.sort == "name" for name in of_organisations)
    codes = {name.code for name in (of_organisations if official else called)}
    if len(codes) != 1 or not of_organisations or any(name.sort == "ambiguous" for name in of_organisations):
        return None
    return codes.pop()
