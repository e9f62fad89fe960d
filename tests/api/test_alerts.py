"""Which events are alerts. Everything said about real organisations is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.alerts import evaluate, rules
from api.feeds import atom_feed
from api.pages.feeds import entries_of
from corpora.schema import Alert
from corpora.store import Store
from tests.api.writing import Told, fill, group, segment, write

MEASURES = ("intervention", "special_measures")
NUH = "Nottingham University Hospitals NHS Trust"


def told_of(*matter: str, value: int | str | None = None, status: str = "current", quote: str = "It was said.",
            **fields: object) -> Told:
    """One invented claim."""
    return Told(quote, *matter, value=value, status=status, **fields)  # type: ignore[arg-type]


def alerts(store: Store) -> list[Alert]:
    return evaluate(group(store))


def headlines(store: Store) -> list[str]:
    return [alert.headline.removeprefix(f"{NUH}: ") for alert in alerts(store)]


def test_the_rule_is_found_by_its_file() -> None:
    assert "hard_event" in [rule.name for rule in rules()]


@pytest.mark.parametrize(("told", "headline"), [
    (told_of("intervention", "recovery_support_programme"), "regulator action reported in 2021: Recovery Support Programme"),
    (told_of("intervention", "warning_notice"), "regulator action reported in 2021: CQC warning notice"),
    (told_of("intervention", "prosecution", value=5000), "regulator action reported in 2021: prosecution or fine of £5,000"),
    (told_of("rating", "overall", value="inadequate"), "rated inadequate by the CQC (overall)"),
    (told_of("never_event", "unspecified", value=2), "2 never events reported"),
    (told_of("never_event", "wrong_implant", value=1), "a never event reported (wrong implant)"),
    (told_of("never_event", "unspecified"), "never events reported"),
    (told_of("segment", "nof", value=4), "reported in segment 4"),
])
def test_a_hard_event_is_an_alert(store: Store, told: Told, headline: str) -> None:
    write(store, "d", told)
    (alert,) = alerts(store)
    assert alert.headline == f"{NUH}: {headline}"
    assert (alert.org, alert.rule, alert.date) == ("RX1", "hard_event", "2021-09-15")
    assert len(alert.evidence_ids) == 1


@pytest.mark.parametrize("told", [
    *(told_of(*matter, value=value, status=status) for status in ("planned", "ended", "negated") for matter, value in (
        (MEASURES, None), (("rating", "overall"), "inadequate"), (("never_event", "unspecified"), 3), (("segment", "nof"), 4))),
    told_of("rating", "overall", value="good"), told_of("concern", "finance"), told_of("segment", "nof", value=2),
    told_of("never_event", "unspecified", value=0, status="negated"), told_of("segment_count", "nof", value="60:3:acute", org=None),
])
def test_what_is_planned_over_denied_or_soft_is_no_alert(store: Store, told: Told) -> None:
    write(store, "d", told)
    assert alerts(store) == []


@pytest.mark.parametrize(("rule", "raised"), [
    ("intervention.requirement_notice/same_sentence/plain", 1), ("intervention.breaches_found/same_sentence/plain", 0)])
def test_a_notice_that_words_only_imply_raises_no_alert(store: Store, rule: str, raised: int) -> None:
    write(store, "d", told_of("intervention", "requirement_notice", rule=rule))
    assert len(alerts(store)) == raised


def test_a_syndicated_story_is_one_alert_with_all_its_evidence(store: Store) -> None:
    for n in range(4):
        write(store, f"copy-{n}", told_of(*MEASURES), published=f"2021-09-{15 + n}")
    (alert,) = alerts(store)
    assert len(alert.evidence_ids) == 4
    assert alert.date == "2021-09-15"


def test_the_evidence_of_an_alert_is_current_only(store: Store) -> None:
    write(store, "yes", told_of(*MEASURES))
    write(store, "no", told_of(*MEASURES, status="negated"))
    (alert,) = alerts(store)
    assert [store.evidence_by_id(one).evidence.status for one in alert.evidence_ids] == ["current"]  # type: ignore[union-attr]


def test_what_is_said_again_a_year_later_is_nothing_new(store: Store) -> None:
    write(store, "first", told_of(*MEASURES), published="2021-09-15")
    write(store, "again", told_of(*MEASURES, quote="It remains in special measures."), published="2022-09-15")
    assert [alert.date for alert in alerts(store)] == ["2021-09-15"]


def test_what_was_lifted_in_between_is_new_again(store: Store) -> None:
    write(store, "first", told_of(*MEASURES), published="2021-09-15")
    write(store, "lifted", told_of(*MEASURES, status="ended"), published="2022-02-01")
    write(store, "again", told_of(*MEASURES), published="2022-09-15")
    assert [alert.date for alert in alerts(store)] == ["2022-09-15", "2021-09-15"]


def test_a_better_rating_in_between_makes_an_inadequate_one_new_again(store: Store) -> None:
    write(store, "first", told_of("rating", "maternity", value="inadequate"), published="2021-01-15")
    write(store, "better", told_of("rating", "maternity", value="good"), published="2021-09-01")
    write(store, "again", told_of("rating", "maternity", value="inadequate"), published="2022-03-15")
    assert len(alerts(store)) == 2


def test_a_second_warning_notice_half_a_year_later_is_new(store: Store) -> None:
    write(store, "first", told_of("intervention", "warning_notice"), published="2021-01-15")
    write(store, "echo", told_of("intervention", "warning_notice"), published="2021-02-25")
    write(store, "second", told_of("intervention", "warning_notice"), published="2021-09-15")
    assert [alert.date for alert in alerts(store)] == ["2021-09-15", "2021-01-15"]


def test_a_fine_of_the_same_amount_years_later_is_the_same_fine(store: Store) -> None:
    write(store, "first", told_of("intervention", "prosecution", value=800_000), published="2021-01-15")
    write(store, "recalled", told_of("intervention", "prosecution", value=800_000), published="2024-02-25")
    write(store, "another", told_of("intervention", "prosecution", value=900_000), published="2024-02-25")
    assert [alert.date for alert in alerts(store)] == ["2024-02-25", "2021-01-15"]


def test_undated_evidence_of_what_is_known_is_nothing_new(store: Store) -> None:
    write(store, "first", told_of(*MEASURES))
    write(store, "undated", told_of(*MEASURES), published=None)
    assert [alert.date for alert in alerts(store)] == ["2021-09-15"]


def test_a_segment_as_published_is_no_alert(store: Store) -> None:
    store.add_segment(segment(value=4, published_on="2025-09-09"))
    write(store, "d", told_of("segment", "nof", value=4), published="2025-10-01")
    assert alerts(store) == []


def test_a_segment_other_than_published_is_an_alert(store: Store) -> None:
    store.add_segment(segment(value=3, published_on="2025-09-09"))
    write(store, "d", told_of("segment", "nof", value=4), published="2025-10-01")
    assert headlines(store) == ["reported in segment 4; the published segment is 3 (NOF 2025/26, Q1 2025/26)"]


def test_only_what_was_published_by_then_counts(store: Store) -> None:
    store.add_segment(segment(value=4, published_on="2025-12-12"))
    store.add_segment(segment(value=2, period="Q0", valid_from="2025-01-01", published_on="2025-09-09"))
    write(store, "d", told_of("segment", "nof", value=4), published="2025-10-01")
    assert headlines(store) == ["reported in segment 4; the published segment is 2 (NOF 2025/26, Q0)"]


def test_segments_of_different_frameworks_are_not_compared(store: Store) -> None:
    store.add_segment(segment(value=3, framework="NOF 2022/23", valid_from="2024-04-12"))
    write(store, "d", told_of("segment", "nof", value=2), published="2025-10-01")
    assert alerts(store) == []


def test_a_move_is_an_alert_with_both_segments(store: Store) -> None:
    write(store, "d", told_of("segment", "sof", value=3, status="ended", quote="It left segment 3."),
          told_of("segment", "sof", value=2, quote="It is now in segment 2."))
    assert headlines(store) == ["reported to have moved from segment 3 to segment 2"]


def test_a_planned_move_is_no_alert(store: Store) -> None:
    write(store, "d", told_of("segment", "sof", value=2, quote="It is in segment 2."),
          told_of("segment", "sof", value=4, status="planned", quote="It will enter segment 4."))
    assert alerts(store) == []


def test_a_segment_other_than_last_reported_is_an_alert_and_the_same_again_is_not(store: Store) -> None:
    for month, value in ((1, 2), (4, 2), (7, 3), (10, 3)):
        write(store, f"m{month}", told_of("segment", "nof", value=value), published=f"2024-{month:02}-15")
    assert [(alert.date, alert.headline) for alert in alerts(store)] == [
        ("2024-07-15", f"{NUH}: reported in segment 3; reported in segment 2 before")]


def test_alerts_are_the_same_each_time_and_newest_first(tmp_path: Path) -> None:
    fill(tmp_path / "test.db")
    with Store(tmp_path / "test.db", read_only=True) as store:
        found = evaluate(store)
        assert evaluate(store) == found
    assert len(found) == 5
    assert len({alert.id for alert in found}) == len({alert.event_id for alert in found}) == 5
    dates = [alert.date or "" for alert in found]
    assert dates == sorted(dates, reverse=True)


def test_two_notices_within_a_fortnight_are_two_alerts_where_their_words_differ(store: Store) -> None:
    notice = ("intervention", "warning_notice")
    write(store, "a", told_of(*notice, quote="A warning notice was served about crowding in the emergency department."))
    write(store, "b", told_of(*notice, quote="Crowding in A&E brought the trust a warning notice."), published="2021-09-20")
    assert headlines(store) == ["regulator action reported in 2021: CQC warning notice"]
    write(store, "c", told_of(*notice, quote="A warning notice is about adolescent psychiatric wards."), published="2021-09-17")
    assert headlines(store) == ["regulator action reported in 2021: CQC warning notice"] * 2


@pytest.mark.parametrize(("date", "published", "headline"), [
    ("2013-07-16", "2021-09-15", "regulator action of 2013: special measures"),
    ("2013", "2021-09-15", "regulator action of 2013: special measures"),
    (None, "2013", "regulator action reported in 2013: special measures"),
    (None, None, "regulator action of an unknown date: special measures")])
def test_a_headline_says_the_year_and_calls_no_action_new(store: Store, date: str | None, published: str | None, headline: str) -> None:
    write(store, "d", told_of(*MEASURES, date=date), published=published)
    assert headlines(store) == [headline]


@pytest.mark.parametrize(("told", "date", "headline"), [
    (told_of("rating", "overall", value="inadequate", date="2018"), "2018", "rated inadequate by the CQC in 2018 (overall)"),
    (told_of("rating", "overall", value="inadequate", date="2018-03-04"), "2018-03-04", "rated inadequate by the CQC in 2018 (overall)"),
    (told_of("never_event", "unspecified", value=5, date="2019-11"), "2019-11", "5 never events of 2019 reported"),
    (told_of("never_event", "wrong_implant", value=1, date="2019"), "2019", "a never event of 2019 reported (wrong implant)"),
    (told_of("segment", "nof", value=4, date="2023"), "2023", "reported in segment 4 in 2023"),
    (told_of("intervention", "nhs_england_letter"), "2025-09-01", "letter from NHS England reported in 2025"),
    (told_of("intervention", "leadership_change", date="2022"), "2022", "chief executive or chair change of 2022"),
    (told_of("intervention", "hse_notice", date="2022"), "2022",
     "regulator action of 2022: Health and Safety Executive notice or investigation")])
def test_an_alert_about_the_past_carries_its_own_date_and_year(store: Store, told: Told, date: str, headline: str) -> None:
    write(store, "d", told, published="2025-09-01")
    assert [alert.date for alert in alerts(store)] == [date]
    assert headlines(store) == [headline]


def test_what_is_dated_by_its_year_alone_stands_last_in_the_year(store: Store) -> None:
    write(store, "year", told_of("rating", "overall", value="inadequate", date="2018"), published="2025-09-01")
    write(store, "day", told_of("rating", "maternity", value="inadequate"), published="2018-02-01")
    write(store, "later", told_of("never_event", "unspecified", value=2), published="2019-02-01")
    assert [alert.date for alert in alerts(store)] == ["2019-02-01", "2018-02-01", "2018"]


def test_a_segment_of_years_ago_is_not_set_against_today_s(store: Store) -> None:
    store.add_segment(segment(value=3, published_on="2025-09-09"))
    write(store, "d", told_of("segment", "nof", value=2, date="2018"), published="2025-10-01")
    assert alerts(store) == []


def test_a_feed_entry_about_the_past_was_updated_when_it_was_told(store: Store) -> None:
    write(store, "d", told_of("rating", "overall", value="inadequate", date="2018"), published="2025-09-01")
    feed = atom_feed(entries_of(store, alerts(store)), title="x", name="all", base="https://example.org", path="/").decode()
    assert feed.count("<updated>2025-09-01T00:00:00Z</updated>") == 2
    assert "<published>2018-01-01T00:00:00Z</published>" in feed


@pytest.mark.parametrize(("matter", "value", "ended", "date", "published", "over"), [
    (MEASURES, None, None, None, "2026-11-05", True), (MEASURES, None, None, "2026-10", "2026-11-05", True),
    (MEASURES, None, None, "2016", "2026-11-05", False), (MEASURES, None, None, None, "2020-11-05", False),
    (("rating", "overall"), "inadequate", "inadequate", None, "2026-11-05", True),
    (("rating", "overall"), "inadequate", "good", None, "2026-11-05", False),
    (("intervention", "warning_notice"), None, None, None, "2026-11-05", False)])
def test_an_alert_says_what_a_later_document_says_to_be_over(
        store: Store, matter: tuple[str, str], value: str | None, ended: str | None, date: str | None, published: str, over: bool) -> None:
    write(store, "first", told_of(*matter, value=value))
    write(store, "end", told_of(*matter, value=ended, status="ended", date=date, quote="It is over."), published=published)
    (alert,) = alerts(store)
    assert (alert.ended_on == published) is over
    feed = atom_feed(entries_of(store, [alert]), title="x", name="all", base="https://example.org", path="/").decode()
    assert ("A later document (5 November 2026) says that it is over" in feed) is over


def test_a_total_of_never_events_and_its_parts_are_one_alert(store: Store) -> None:
    quote = "It reported two never events: one wrong site surgery in May 2021 and one retained swab."
    write(store, "d", told_of("never_event", "unspecified", value=2, quote=quote),
          told_of("never_event", "wrong_site_surgery", value=1, date="2021-05", quote=quote),
          told_of("never_event", "retained_foreign_object", value=1, quote=quote))
    assert headlines(store) == ["2 never events reported (with retained foreign object, wrong site surgery)"]
    write(store, "later", told_of("never_event", "wrong_site_surgery", value=1, quote="The wrong site surgery is looked into."),
          published="2021-10-20")
    assert len(headlines(store)) == 1  # One part told again is nothing new.
