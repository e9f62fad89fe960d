"""Problems under the six themes. Every sentence here is invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.kinds.concern import KIND, find_concerns
from nlp.layout import lay_out
from nlp.sheet import Sheet


def themes(text: str) -> set[str]:
    """The themes of the problems that a text words."""
    return {trigger.subtype for trigger in find_concerns(Sheet(text=text, sentences=lay_out(text), home="RX1"))}


@pytest.mark.parametrize("text", [
    "The trust ended the year with a £9.4m deficit.", "It has a deficit of £12 million.", "A shortfall of £6.1m is forecast.",
    "The hospital is £3m in the red.", "It overspent by £4.2m in the first half.", "The trust is £2m worse than plan at month 7.",
    "It has missed its control total for the third year.", "Savings of £8m were still unidentified.",
    "The trust owes the department £140m.", "It expects to lose £29m this year.", "The trust will not break even until 2027.",
    "There is a £16m black hole in its budget.", "The trust ran out of cash in February.",
])
def test_deficits_debts_and_missed_plans_are_finance(text: str) -> None:
    assert "finance" in themes(text)


@pytest.mark.parametrize("text", [
    "The trust missed the four-hour target in every month.", "Only 61.9% of patients were seen within four hours.",
    "More than 300 patients waited over 12 hours on trolleys.", "A critical incident was declared on Monday.",
    "There is a backlog of 8,400 appointments.", "Ambulance handovers exceeded an hour on 412 occasions.",
    "Patients were waiting too long for treatment.", "Some 40 operations were cancelled.", "The department was overcrowded.",
    "Children waited up to 18 months for an assessment.", "Response times were outside the national standard.",
    "People lay on trolleys for up to 14 hours.",
])
def test_waits_delays_and_missed_standards_are_operational_performance(text: str) -> None:
    assert "operational_performance" in themes(text)


@pytest.mark.parametrize("text", [
    "There were not enough nurses on some wards.", "One unit closed because of a shortage of midwives.", "The vacancy rate is 19%.",
    "Thirty-one of 118 posts were vacant.", "Staff described bullying by managers.", "A culture of fear persists at the trust.",
    "Sickness absence stands at 7.1%.", "Agency spending reached £1.9m a month.", "Staff did not feel able to raise concerns.",
    "Morale is low.", "The department relied on locums.", "The staff survey score was the lowest in the region.",
])
def test_shortages_and_bullying_are_workforce(text: str) -> None:
    assert "workforce" in themes(text)


@pytest.mark.parametrize("text", [
    "The board did not have sufficient oversight of risk.", "Governance was not effective.", "It is on its sixth chief "
     "executive in three years.",
    "Consultants passed a vote of no confidence in the board.", "Leaders were not acting on the risks.",
    "The trust has not had a permanent chair since January.", "There was insufficient challenge of the executive.",
    "Whistleblowers' warnings were ignored.",
])
def test_turnover_at_the_top_and_weak_governance_are_leadership(text: str) -> None:
    assert "leadership" in themes(text)


@pytest.mark.parametrize("text", [
    "Inspectors found serious failings in care.", "Risk assessments were not kept up to date.", "Medicines were not stored safely.",
    "The delay contributed to her death.", "Staff did not always follow infection control procedures.", "The mortality rate "
     "was higher than expected.",
    "Avoidable deaths were found by the review.", "Patients were put at risk of harm.", "The ward was not clean.",
    "Ligature points had not been removed.", "Scans had not been read for weeks.",
])
def test_harm_poor_records_and_unsafe_wards_are_quality_of_care(text: str) -> None:
    assert "quality_of_care" in themes(text)


@pytest.mark.parametrize("text", [
    "The merger has been called off.", "The opening of the new hospital has been put back again.", "The business case was "
     "rejected.",
    "The other bidder walked away from the takeover.", "The trust is not clinically or financially sustainable.",
    "The council is seeking a judicial review.",
])
def test_mergers_and_rebuilding_in_difficulty_are_strategic_change(text: str) -> None:
    assert "strategic_change" in themes(text)


@pytest.mark.parametrize("text", [
    "The trust employs 4,000 staff and has a budget of £310m.", "The board discussed the staff survey.",
    "The finance report was received.", "Visitors may use the car park.", "The trust hopes to balance its books.",
    "The committee reviewed waiting times.", "The merger takes effect on 1 April.", "The new chief nurse starts in May.",
    "Patients praised the care that they had.", "The hospital opened in 1974.", "A surplus of £2m was reported.",
    "The deficit support fund is national.",
])
def test_a_topic_alone_is_no_concern(text: str) -> None:
    assert themes(text) == set()


def test_a_heading_words_no_problem() -> None:
    assert themes("A £9m deficit\n\nThe weather was fine on the day of the meeting, which was open to all.") == set()


def test_a_theme_is_found_once_in_a_sentence() -> None:
    text = "It has a £9m deficit, a £3m overspend and debts of £40m."
    assert len(list(find_concerns(Sheet(text=text, sentences=lay_out(text), home="RX1")))) == 1


def test_a_text_about_no_organisation_is_left() -> None:
    text = "It has a £9m deficit."
    assert not list(find_concerns(Sheet(text=text, sentences=lay_out(text))))


@given(st.text())
def test_each_problem_stands_in_the_text_and_the_scan_sees_its_paragraph(text: str) -> None:
    for trigger in find_concerns(Sheet(text=text, sentences=lay_out(text), home="RX1")):
        assert 0 <= trigger.start < trigger.end <= len(text)
        assert any(pattern.search(text) for pattern in KIND.scan)


@pytest.mark.parametrize("word", ["a ", "deficit ", "9", "not enough ", "£1 ", "wait ", "staff did not ", "the board ",
 "vacancies "])
def test_long_runs_of_one_word_are_searched_quickly(word: str) -> None:
    text = word * (100_000 // len(word))
    began = time.process_time()
    list(find_concerns(Sheet(text=text, sentences=lay_out(text), home="RX1")))
    assert time.process_time() - began < 20
