"""Written about like a higher segment: the formula worked out by hand. Everything said about real organisations is invented."""

from __future__ import annotations

import pytest

from api.joining.records import Comparison
from corpora.store import Store
from tests.api.writing import Told, write
from tests.joining.telling import ACUTE, findings, joined, official, tell

OWN, ABOVE = ACUTE[1:9], ACUTE[9:17]
NOTICE = ("intervention", "warning_notice")


def notice(org: str = "RX1", quote: str = "A warning notice was served about crowding in the emergency department.", **more: str) -> Told:
    return Told(quote, *NOTICE, org=org, **more)


def fined(org: str = "RX1", *, value: int = 5000) -> Told:
    return Told("It was fined.", "intervention", "prosecution", org=org, value=value)


def undertakings(org: str = "RX1", *, status: str = "current") -> Told:
    return Told("It gave undertakings.", "intervention", "enforcement_undertakings", org=org, status=status)


def a_table(store: Store, *, own: int = 8, above: int = 8) -> None:
    """RX1, named by two documents, and eight others in segment 2, eight in segment 4, each named by three. Of the others in segment 2
    four have a requirement notice, a score of 0.8; of those in 4 each has undertakings and a fine, 3·0.8 + 3·0.8 = 4.8."""
    official(store, "RX1", 2)
    for place, org in enumerate(OWN[:own]):
        official(store, org, 2)
        tell(store, *([Told("It had a notice.", "intervention", "requirement_notice", org=org)] if place % 2 else []), names=[org])
    for org in ABOVE[:above]:
        official(store, org, 4)
        tell(store, undertakings(org), fined(org))
    for _ in range(2):
        tell(store, names=["RX1", *OWN, *ABOVE])


def compared(store: Store, org: str = "RX1") -> Comparison:
    found = joined(store).peers[org].comparison
    assert found
    return found


def test_the_formula_by_hand(store: Store) -> None:
    a_table(store)
    tell(store, notice(), published="2026-05-01")
    tell(store, fined(), undertakings(), published="2026-06-01")
    found = compared(store)
    # 3·0.8 for each of the three happenings; each is of weight 3.
    assert found.score == pytest.approx(7.2)
    # 0, 0, 0, 0, 0.8, 0.8, 0.8, 0.8: the median lies between the fourth and the fifth, the upper quartile at 0.8.
    assert (found.own_segment.trusts, found.own_segment.median, found.own_segment.upper_quartile) == (8, 0.4, 0.8)
    assert (found.two_above.trusts, found.two_above.median) == (8, 4.8)
    assert found.per_document == pytest.approx(7.2 / 4)
    assert found.own_per_document.median == pytest.approx((0 + 0.8 / 3) / 2, abs=1e-4)
    assert found.own_per_document.upper_quartile == pytest.approx(0.8 / 3, abs=1e-4)
    assert found.two_above_per_document.median == pytest.approx(4.8 / 3)
    assert found.outcome == "like_a_higher_segment"
    (finding,) = findings(store)
    assert finding.headline == "In segment 2, and written about like acute trusts in segment 4"
    assert (finding.since, finding.newest) == ("2026-05-01", "2026-06-01")
    values = {one.name: one.value for one in finding.inputs}
    assert values["S"] == pytest.approx(7.2)
    assert values["half-way between the medians of S"] == pytest.approx((0.4 + 4.8) / 2)
    assert values["half-way between the medians of R"] == pytest.approx((0.4 / 3 + 4.8 / 3) / 2, abs=1e-4)
    assert next(one.note for one in finding.inputs if one.name == "S") == (
        "3×0.80 (CQC warning notice) + 3×0.80 (Enforcement undertakings) + 3×0.80 (Prosecution or fine)")


def test_a_score_that_is_nearer_to_its_own_segment_is_no_finding(store: Store) -> None:
    a_table(store)
    for subtype in ("requirement_notice", "contract_notice", "ico_action"):
        tell(store, Told("It had a notice.", "intervention", subtype))
    found = compared(store)
    assert found.score == pytest.approx(2.4)  # below (0.4 + 4.8) / 2 = 2.6, above the upper quartile
    assert found.outcome == "as_its_segment"
    assert findings(store) == ()


def test_three_hard_happenings_are_needed(store: Store) -> None:
    a_table(store)
    tell(store, fined(), undertakings())
    found = compared(store)
    assert found.score == pytest.approx(4.8)
    assert (found.outcome, found.why) == ("not_enough_evidence", "Its score rests on 2 hard happenings; at least 3 are needed.")


@pytest.mark.parametrize(("own", "above", "why"), [
    (7, 8, "7 other trusts of its type in segment 2 have been looked at; at least 8 are needed."),
    (8, 7, "7 other trusts of its type in segment 4 have been looked at; at least 8 are needed.")])
def test_too_few_others_are_not_enough(store: Store, own: int, above: int, why: str) -> None:
    a_table(store, own=own, above=above)
    tell(store, notice(), fined(), undertakings())
    found = compared(store)
    assert (found.outcome, found.why) == ("not_enough_evidence", why)
    assert findings(store) == ()


def test_a_trust_that_hardly_any_document_names_is_not_compared(store: Store) -> None:
    a_table(store)
    found = compared(store)
    assert (found.outcome, found.why) == (
        "not_enough_evidence", "2 of the documents read of the last 12 months name it; at least 3 are needed.")


def test_what_is_planned_over_denied_long_ago_or_told_again_does_not_count(store: Store) -> None:
    a_table(store)
    for status in ("planned", "ended", "negated"):
        tell(store, undertakings(status=status), published="2026-03-01")
    tell(store, notice(date="2021"), published="2026-03-01")
    tell(store, fined(), published="2025-10-01")
    assert compared(store).score == 0
    for month in ("02", "04", "06", "08"):
        tell(store, Told("It gave undertakings.", "intervention", "enforcement_undertakings"), published=f"2026-{month}-01")
    assert compared(store).score == pytest.approx(2.4)
    tell(store, undertakings(status="ended"), published="2026-09-01")
    assert compared(store).score == 0


def test_the_surest_telling_of_a_happening_counts(store: Store) -> None:
    a_table(store)
    tell(store, undertakings(), published="2026-06-01", confidence=0.5)
    tell(store, undertakings(), published="2026-06-02", confidence=0.9)
    tell(store, fined(), published="2026-06-02", confidence=0.3)
    assert compared(store).score == pytest.approx(2.7)


def test_the_segment_told_again_and_programmes_that_come_with_it_do_not_count(store: Store) -> None:
    a_table(store)
    tell(store, Told("It is in segment 2.", "segment", "nof", value=2), Told("It has support.", "intervention", "mandated_support"),
         Told("It is in the programme.", "intervention", "recovery_support_programme"),
         Told("It was named.", "intervention", "national_maternity_investigation"))
    assert compared(store).score == 0


def test_concerns_are_weak_each_theme_once(store: Store) -> None:
    a_table(store)
    for month in ("03", "05", "07"):
        tell(store, Told("Waits have grown.", "concern", "operational_performance"), published=f"2026-{month}-01")
    assert compared(store).score == pytest.approx(0.2)


def test_a_trust_of_which_more_is_written_but_not_worse_is_no_finding(store: Store) -> None:
    a_table(store)
    for org in OWN:
        tell(store, Told("It had a notice.", "intervention", "contract_notice", org=org))
    tell(store, notice(), fined(), undertakings())
    for _ in range(40):
        tell(store, names=["RX1"])
    found = compared(store)
    assert found.outcome == "as_its_segment"
    assert "more is written about it, not worse" in found.why


def test_where_what_is_written_does_not_tell_the_segments_apart_nothing_is_found(store: Store) -> None:
    a_table(store)
    for org in OWN[:3]:
        tell(store, undertakings(org), fined(org))
    tell(store, notice(), fined(), undertakings())
    found = compared(store)
    assert found.outcome == "as_its_segment"
    assert "does not tell the two segments apart" in found.why


def test_fewer_than_its_segment_is_an_absence_and_no_finding(store: Store) -> None:
    a_table(store)
    for org in (*OWN, *ABOVE, "RX1"):
        official(store, org, 2 if org in OWN else 4, period="Q1 2026/27", published_on="2026-09-10")
    tell(store, names=["RX1"])
    found = compared(store)
    assert found.outcome == "fewer_than_its_segment"
    assert "an absence of evidence, and says nothing about the trust" in found.why
    assert findings(store) == ()


def test_trusts_of_another_league_table_are_no_peers(store: Store) -> None:
    a_table(store)
    official(store, "RYC", 2, league_table="ambulance")
    peers = joined(store).peers
    assert peers["RX1"].segments == {2: 9, 4: 8}
    assert peers["RYC"].segments == {2: 1}


def test_a_total_of_never_events_and_its_parts_count_once(store: Store) -> None:
    official(store, "RX1", 2)
    quote = "It reported two never events: one wrong site surgery and one retained swab."
    write(store, "d", *(Told(quote, "never_event", subtype, value=value) for subtype, value in (
        ("unspecified", 2), ("wrong_site_surgery", 1), ("retained_foreign_object", 1))), published="2026-06-01")
    peers = joined(store).peers["RX1"]
    assert peers.comparison
    assert peers.comparison.score == pytest.approx(0.8)
    assert {rate.kind: rate.pieces for rate in peers.kinds}["never_event"] == 1
