"""What is decided about a system stands on its trusts, apart. Everything said about real organisations is invented."""

from __future__ import annotations

import pytest

from api.alerts import evaluate
from api.joining.system_level import system_level
from corpora.schema import Document, Evidence, PublicationDate, Reading
from corpora.store import Store
from tests.api.writing import Told, group
from tests.joining.telling import joined, official, tell

BOARD = Told("The board is in the programme.", "intervention", "recovery_support_programme", org="QMM")
"""The board that RMY belonged to until 31 March 2026."""


def area(store: Store, name: str, *, published: str = "2015-06-03") -> None:
    document = f"area-{name}"
    text = f"The success regime comes to {name}."
    store.add_document(Document(id=document, text=text, published=PublicationDate(date=published, method="given", reliability=0.9)))
    store.save_reading(Reading(document_id=document, reader="by-hand-1", evidence=(Evidence.model_validate({
        "id": Evidence.make_id(document, "intervention", "success_regime", None, name, None, "planned"), "document_id": document,
        "kind": "intervention", "subtype": "success_regime", "org": None, "org_text": name, "status": "planned", "quote": text,
        "start": 0, "end": len(text), "confidence": 0.8, "rule": "by_hand"}),)))


def test_an_action_on_a_board_stands_on_its_trusts_and_says_that_it_is_not_about_them(store: Store) -> None:
    tell(store, BOARD, published="2024-03-01")
    (piece,) = system_level(store, "RMY")
    assert piece.evidence
    assert piece.evidence.evidence.org == "QMM"
    assert piece.note == ("About NHS Norfolk and Waveney Integrated Care Board, which this trust belonged to from 1 July 2022 to "
                          "31 March 2026; not about the trust itself.")
    assert system_level(store, "RX1") == ()


@pytest.mark.parametrize("published", ["2022-06-30", "2026-04-01"])
def test_what_was_said_of_a_board_outside_the_membership_does_not(store: Store, published: str) -> None:
    tell(store, BOARD, published=published)
    assert system_level(store, "RMY") == ()


def test_a_published_segment_of_a_board_stands_there_and_is_never_the_trusts(store: Store) -> None:
    official(store, "QMM", 4, framework="NOF 2022/23", period="2024-02", valid_from="2024-02-01", valid_to="2024-02-29",
             published_on="2024-02-20", league_table=None)
    (piece,) = system_level(store, "RMY")
    assert piece.segment
    assert piece.segment.segment == 4
    assert "RMY" not in joined(store).peers
    assert "RMY" not in store.latest_segments()


@pytest.mark.parametrize(("named", "trust", "found"), [
    ("Essex", "RDD", 1), ("north Cumbria", "RNL", 1), ("northern, eastern and western Devon", "RH8", 1), ("most of Devon", "RBZ", 1),
    ("Essex", "RH8", 0), ("Torbay", "RH8", 0), ("Essex", "RA9", 0)])
def test_the_success_regime_of_an_area_stands_on_the_trusts_that_were_inside(store: Store, named: str, trust: str, found: int) -> None:
    area(store, named)
    pieces = system_level(store, trust)
    assert len(pieces) == found
    if pieces:
        assert "the Success Regime area of" in pieces[0].note


def test_counts_and_alerts_of_a_trust_know_nothing_of_its_system(store: Store) -> None:
    tell(store, BOARD, published="2024-03-01")
    area(store, "Essex")
    assert store.count_evidence(orgs=("RMY",)) == {}
    assert {alert.org for alert in evaluate(group(store))} == {"QMM"}
    assert joined(store, as_of="2024-06-01").findings == {}
