"""What reading real texts taught: dates of ends, totals and fines, reviews of many, readings that contradict each other.

Every event, figure and date here is invented; only the organisations are real.
"""

from __future__ import annotations

import pytest

from api.alerts.history import LEAST_SURE
from nlp.contradictions import UNSURE
from tests.nlp.conftest import Read


def found(read: Read, text: str, subtype: str, **fields: object) -> list[tuple[str | None, object, str]]:
    return sorted((e.org, e.value, e.status) for e in read(text, **fields) if e.subtype == subtype)


def dates(read: Read, text: str, subtype: str, status: str, **fields: object) -> list[str | None]:
    return [e.date for e in read(text, **fields) if e.subtype == subtype and e.status == status]


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust had been put in special measures in 2016. It came out of them later.",
    "In 2016 Medway NHS Foundation Trust had been placed in special measures. It has since left special measures.",
    "Medway NHS Foundation Trust, which had been in special measures since May 2016, has now left the regime.",
    "Medway NHS Foundation Trust entered special measures in 2016.",
])
def test_the_date_of_a_beginning_is_not_filed_for_what_is_over(read: Read, text: str) -> None:
    assert dates(read, text, "special_measures", "ended") == [None]


@pytest.mark.parametrize(("text", "date"), [
    ("Medway NHS Foundation Trust left special measures in March 2018.", "2018-03"),
    ("Medway NHS Foundation Trust was put in special measures in 2016 and left special measures in 2018.", "2018"),
    ("In March 2018 Medway NHS Foundation Trust was taken out of special measures.", "2018-03"),
    ("Medway NHS Foundation Trust was in special measures until March 2018.", "2018-03"),
])
def test_the_date_of_an_end_is_filed(read: Read, text: str, date: str) -> None:
    assert dates(read, text, "special_measures", "ended") == [date]


@pytest.mark.parametrize(("text", "subtype"), [
    ("Medway NHS Foundation Trust has closed its birth centre on safety grounds until August 2024.", "service_suspension"),
    ("Admissions to a ward of Medway NHS Foundation Trust are suspended over safety until 3 August.", "service_suspension"),
])
def test_when_a_state_will_be_over_is_not_when_it_began(read: Read, text: str, subtype: str) -> None:
    assert dates(read, text, subtype, "current") == [None]


@pytest.mark.parametrize(("text", "date"), [
    ("NHS England told the trust on 3 May 2024, after a warning notice from CQC to Medway NHS Foundation Trust.", None),
    ("On 3 May 2024 the board met following a CQC warning notice to Medway NHS Foundation Trust.", None),
    ("CQC has served a warning notice on Medway NHS Foundation Trust, the Gazette reported on 3 May 2024.", None),
    ("CQC served a warning notice on Medway NHS Foundation Trust on 3 May 2024.", "2024-05-03"),
])
def test_a_date_of_what_came_later_or_of_a_report_is_not_that_of_a_notice(read: Read, text: str, date: str | None) -> None:
    assert dates(read, text, "warning_notice", "current") == [date]


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust was ordered to pay £215,000 at the magistrates' court. It was fined £140,000 for the offence.",
    "Medway NHS Foundation Trust was fined £140,000 by magistrates. In all it must pay £215,000.",
    "Medway NHS Foundation Trust has to pay £215,000, a court has ruled. The fine was £140,000; the rest is for the CQC's case.",
])
def test_of_a_total_and_a_fine_only_the_fine_is_filed(read: Read, text: str) -> None:
    assert [value for _, value, _ in found(read, text, "prosecution")] == [140_000]


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust was ordered to pay £215,000, including costs and a surcharge, in a CQC prosecution.",
    "Medway NHS Foundation Trust was ordered by the court to pay £215,000, made up of a penalty and costs.",
    "Medway NHS Foundation Trust was ordered by the court to pay £215,000. That includes the CQC's costs.",
])
def test_of_a_total_with_costs_in_it_the_fine_is_not_known(read: Read, text: str) -> None:
    assert 215_000 not in [value for _, value, _ in found(read, text, "prosecution")]


@pytest.mark.parametrize(("text", "values"), [
    ("Magistrates ordered Medway NHS Foundation Trust to pay £900,000 for failing a patient and a further £100,000 for not "
     "telling CQC.", [100_000, 900_000]),
    ("Medway NHS Foundation Trust was ordered to pay £215,000 in a criminal case that the CQC brought.", [215_000]),
    ("Medway NHS Foundation Trust was ordered to pay £215,000 in fines at the magistrates' court. It was fined £50,000 in 2015.",
     [50_000, 215_000]),
])
def test_what_is_ordered_to_be_paid_is_a_fine_where_nothing_else_is_told(read: Read, text: str, values: list[int]) -> None:
    assert sorted(str(value) for _, value, _ in found(read, text, "prosecution")) == sorted(map(str, values))


@pytest.mark.parametrize("text", [
    "The minister was asked about Dame Mary Holt's review of 14 trusts with long waits. Medway NHS Foundation Trust was one of three trusts in "
    "the review that were told to do nothing.",
    "The minister spoke of a review into twelve hospitals. The review's advice is for others than Medway NHS Foundation Trust.",
    "A national review covering several maternity units goes on. In the review Medway NHS Foundation Trust takes part.",
])
def test_a_review_of_many_is_not_taken_up_for_one(read: Read, text: str) -> None:
    assert found(read, text, "independent_review") == []


def test_a_review_of_one_is_taken_up(read: Read) -> None:
    text = ("An independent review of Medway NHS Foundation Trust was set up in May. "
            "The review of Medway NHS Foundation Trust was published in June.")
    assert found(read, text, "independent_review") == [("RPA", None, "ended")]


@pytest.mark.parametrize("text", [
    "Monitor has opened an inquiry into Medway NHS Foundation Trust's finances.",
    "An inquiry was opened at Medway NHS Foundation Trust to establish whether there is a breach of its licence.",
    "NHSI's investigation of Medway NHS Foundation Trust and its provider licence goes on.",
])
def test_a_regulators_own_investigation_is_no_independent_review(read: Read, text: str) -> None:
    assert found(read, text, "independent_review") == []


def test_a_review_that_a_regulator_commissions_is_one(read: Read) -> None:
    text = "NHS England has commissioned an independent investigation into care at Medway NHS Foundation Trust."
    assert [org for org, _, _ in found(read, text, "independent_review")] == ["RPA"]


@pytest.mark.parametrize("text", [
    "An independent review of Medway NHS Foundation Trust is at work. It publishes interim findings today.",
    "The independent review of Medway NHS Foundation Trust has told its initial findings.",
    "An independent review into Medway NHS Foundation Trust was set up in May. Its emerging conclusions were published.",
])
def test_a_review_with_first_findings_still_runs(read: Read, text: str) -> None:
    assert [status for _, _, status in found(read, text, "independent_review")] == ["current"]


def test_a_review_whose_final_report_has_appeared_is_over(read: Read) -> None:
    text = "The independent review of care at Medway NHS Foundation Trust, whose final report appeared in March, was long."
    assert [status for _, _, status in found(read, text, "independent_review")] == ["ended"]


@pytest.mark.parametrize("reason", [
    "for both its quality of care and its finances", "because of concerns about both quality and finances",
    "over worries about quality and money", "for reasons of finance and quality"])
def test_special_measures_for_both_reasons_are_two(read: Read, reason: str) -> None:
    kinds = {e.subtype for e in read(f"Medway NHS Foundation Trust was placed in special measures {reason}.", published="2017-05-02")}
    assert {"special_measures", "financial_special_measures"} <= kinds


def test_special_measures_for_the_quality_of_care_are_one(read: Read) -> None:
    text = "Medway NHS Foundation Trust was placed in special measures because of the quality of its care."
    kinds = {e.subtype for e in read(text, published="2017-05-02")}
    assert "special_measures" in kinds
    assert "financial_special_measures" not in kinds


@pytest.mark.parametrize("told", [
    "has been ordered to put its breaches of the licence right", "was directed by Monitor to remedy its breaches",
    "has been required to put right the breaches, Monitor said"])
def test_breaches_that_must_be_put_right_have_been_found(read: Read, told: str) -> None:
    text = f"Medway NHS Foundation Trust {told}. Each foundation trust holds a provider licence."
    assert ("RPA", None, "current") in found(read, text, "licence_breach", published="2014-05-02")


def test_breaches_of_other_rules_are_none_of_the_licence(read: Read) -> None:
    text = "Medway NHS Foundation Trust was told by CQC inspectors to remedy its breaches. It has a provider licence."
    assert found(read, text, "licence_breach") == []


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust is in segment 4. Medway NHS Foundation Trust is in segment 3.",
    "Medway NHS Foundation Trust is rated good overall by CQC. Medway NHS Foundation Trust is rated inadequate overall by CQC.",
    "Medway NHS Foundation Trust was put in special measures. Medway NHS Foundation Trust is not in special measures.",
])
def test_two_readings_that_contradict_each_other_are_both_unsure(read: Read, text: str) -> None:
    told = [e for e in read(text, published="2017-05-02") if e.kind != "concern"]
    assert len(told) == 2
    assert all(e.confidence < 0.5 for e in told)


def test_what_a_document_contradicts_itself_on_raises_no_alert() -> None:
    assert UNSURE < LEAST_SURE


@pytest.mark.parametrize(("text", "sure"), [
    ("Medway NHS Foundation Trust is in segment 4. Medway NHS Foundation Trust is now in segment 3.", 3),
    ("The table has Medway NHS Foundation Trust in segment 2. Medway NHS Foundation Trust remains in segment 4.", 4),
])
def test_of_two_standings_the_one_that_is_told_as_of_now_stays_sure(read: Read, text: str, sure: int) -> None:
    told = {e.value: e.confidence for e in read(text) if e.kind == "segment"}
    assert [value for value, confidence in told.items() if confidence >= 0.5] == [sure]


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust moved from segment 4 to segment 3.",
    "Medway NHS Foundation Trust left special measures in 2014 but is back in special measures.",
    "Medway NHS Foundation Trust was in segment 2 in 2022. Medway NHS Foundation Trust is in segment 3.",
])
def test_two_facts_that_the_text_tells_apart_are_both_sure(read: Read, text: str) -> None:
    assert all(e.confidence >= 0.5 for e in read(text, published="2017-05-02"))


@pytest.mark.parametrize("text", [
    "It is on course for the deficit that was agreed, £12m, said Medway NHS Foundation Trust.",
    "Medway NHS Foundation Trust kept to its planned deficit of £12m.",
    "Medway NHS Foundation Trust was asked to bring its deficit £3m below plan.",
])
def test_a_deficit_on_plan_is_no_concern(read: Read, text: str) -> None:
    assert found(read, text, "finance") == []


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust is £4m behind its agreed deficit of £12m.",
    "Medway NHS Foundation Trust has a deficit of £12m.",
    "Medway NHS Foundation Trust will not meet its planned deficit of £12m and forecasts a deficit of £19m.",
])
def test_a_deficit_off_plan_is_a_concern(read: Read, text: str) -> None:
    assert [org for org, _, _ in found(read, text, "finance")] == ["RPA"]


@pytest.mark.parametrize(("text", "subtypes"), [
    ("CQC has inspected Medway NHS Foundation Trust. Maternity and leadership are rated good.", {"maternity", "well_led"}),
    ("CQC has inspected Medway NHS Foundation Trust. Surgery and its leadership were rated good.", {"surgery", "well_led"}),
    ("CQC has inspected Medway NHS Foundation Trust. Its maternity service was good for being safe.", set()),
])
def test_a_service_and_a_question_side_by_side_are_two(read: Read, text: str, subtypes: set[str]) -> None:
    assert {e.subtype for e in read(text) if e.kind == "rating"} == subtypes


def test_the_service_is_the_whole_of_an_ambulance_service(read: Read) -> None:
    text = "CQC has inspected North West Ambulance Service NHS Trust. The service was rated good for being caring."
    assert found(read, text, "caring") == [("RX7", "good", "current")]


def test_the_service_is_a_part_of_another_trust(read: Read) -> None:
    text = "CQC has inspected maternity at Medway NHS Foundation Trust. The service was rated good for being caring."
    assert found(read, text, "caring") == []


def test_a_hospital_called_a_medical_centre_has_its_own_rating(read: Read) -> None:
    text = ("CQC has rated both hospitals of the Nottingham trust. Nottingham City Hospital is rated good, and the Queen's Medical "
            "Centre is rated requires improvement.")
    assert found(read, text, "site") == [("RX1", "good", "current"), ("RX1", "requires_improvement", "current")]


def test_a_practice_called_a_medical_centre_is_no_trusts(read: Read) -> None:
    text = "CQC has rated Wobbly Lane Medical Centre in Nottingham requires improvement."
    assert found(read, text, "site") == []


@pytest.mark.parametrize("text", [
    "Inspections in April and May had found a shortage of nurses at Medway NHS Foundation Trust.",
    "Visits in June and July found a shortage of nurses at Medway NHS Foundation Trust.",
    "The audit of March found a shortage of nurses at Medway NHS Foundation Trust.",
])
def test_a_month_says_nothing(read: Read, text: str) -> None:
    assert not any(month in (e.reported_by or "") and not (e.reported_by or "").startswith("The audit")
                   for e in read(text) for month in ("March", "May", "July"))


def test_the_sentence_with_a_date_is_quoted_rather_than_the_heading(read: Read) -> None:
    text = ("Medway NHS Foundation Trust fined\n\nMedway NHS Foundation Trust was put in special measures on 3 May 2016.\n\n"
            "Medway NHS Foundation Trust in special measures")
    quotes = [(e.quote, e.date) for e in read(text, published="2016-05-04") if e.subtype == "special_measures"]
    assert quotes == [("Medway NHS Foundation Trust was put in special measures on 3 May 2016.", "2016-05-03")]


def test_most_of_an_area_is_not_all_of_it(read: Read) -> None:
    text = "Essex and most of Devon are to enter the success regime."
    areas = {e.org_text for e in read(text, published="2015-06-03") if e.subtype == "success_regime"}
    assert areas == {"Essex", "most of Devon"}


@pytest.mark.parametrize("sentence", [
    "The regime is run jointly by three national bodies.", "The regime asks for three things.",
    "This programme was meant for hard cases.", "The programme works with regional teams."])
def test_what_a_regime_is_claims_nothing_of_anyone(read: Read, sentence: str) -> None:
    text = f"Nobody in Kent has entered special measures.\n\nMedway NHS Foundation Trust is in Kent. {sentence}"
    assert [e.status for e in read(text, published="2016-05-02") if e.subtype == "special_measures" and e.org == "RPA"
            and e.rule.startswith("intervention.reference")] == []


def test_who_has_left_the_regime_is_told(read: Read) -> None:
    text = "Medway NHS Foundation Trust was put in special measures in 2014. The regime was lifted from it on 3 May 2016."
    assert ("RPA", None, "ended") in found(read, text, "special_measures", published="2016-05-05")


@pytest.mark.parametrize("opening", ["It means the trust", "This means that the trust", "The decision means the trust"])
def test_what_news_means_for_a_trust_is_told_of_it(read: Read, opening: str) -> None:
    text = f"There was news for Medway NHS Foundation Trust. {opening} has left special measures."
    assert found(read, text, "special_measures", published="2017-05-02") == [("RPA", None, "ended")]


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust explains. Special measures means the trust has a partner.",
    "Medway NHS Foundation Trust explains. Special measures means that a trust must improve."])
def test_what_a_regime_means_is_told_of_nobody(read: Read, text: str) -> None:
    assert found(read, text, "special_measures", published="2017-05-02") == []


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust needs leave for each new post until it leaves special measures.",
    "An adviser sits with the board of Medway NHS Foundation Trust until it exits special measures.",
    "Medway NHS Foundation Trust gets more money until it has left special measures.",
])
def test_what_lasts_until_it_leaves_is_still_there(read: Read, text: str) -> None:
    assert found(read, text, "special_measures", published="2017-05-02") == [("RPA", None, "current")]


def test_what_lasted_until_it_left_is_over(read: Read) -> None:
    text = "Medway NHS Foundation Trust had an adviser until it left special measures."
    assert found(read, text, "special_measures", published="2017-05-02") == [("RPA", None, "ended")]


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust was inspected in 2016. The inspectors had found a shortage of nurses.",
    "A visit in 2017 had found a shortage of nurses at Medway NHS Foundation Trust.",
    "Medway NHS Foundation Trust was rated good in 2015, when inspectors pointed to a shortage of nurses.",
])
def test_a_problem_found_years_ago_and_told_as_history_is_over(read: Read, text: str) -> None:
    assert {status for _, _, status in found(read, text, "workforce")} == {"ended"}


@pytest.mark.parametrize("text", [
    "Medway NHS Foundation Trust was inspected in May 2024. The inspectors had found a shortage of nurses.",
    "A visit in 2017 had found a shortage of nurses at Medway NHS Foundation Trust, which still goes on.",
    "Medway NHS Foundation Trust has a shortage of nurses, as in 2017.",
])
def test_a_problem_of_now_is_current(read: Read, text: str) -> None:
    assert {status for _, _, status in found(read, text, "workforce")} == {"current"}
