"""What an ordinary page must not be made to say. Every event here is invented, whatever real organisation is named."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

Fact = tuple[str, str | None, object, str]
LEEDS, YORK, HULL, DEVON = "RR8", "RCB", "RWA", "RH8"
L, Y, H = ("Leeds Teaching Hospitals NHS Trust", "York and Scarborough Teaching Hospitals NHS Foundation Trust",
           "Hull University Teaching Hospitals NHS Trust")


def facts(read: Read, text: str, kind: str, **fields: object) -> set[Fact]:
    return {(e.subtype, e.org, e.value, e.status) for e in read(text, **fields) if e.kind == kind}


@pytest.mark.parametrize(("text", "expected"), [
    (f"NHS England put two more trusts into special measures in May 2019. They are {L} and {H}.", {LEEDS, HULL}),
    (f"Three trusts have left special measures. These are: {L}, {Y} and {H}.", {LEEDS, YORK, HULL}),
    (f"The regulator wrote to {L}, {Y} and {H}. Each of the three has been placed in special measures.", {LEEDS, YORK, HULL}),
    (f"The regulator wrote to {L}, {Y} and {H}. The first two have been placed in special measures.", {LEEDS, YORK}),
    (f"{L} met ministers in June. Seven trusts of the second wave have left special measures.", set()),
    (f"More than a third of acute trusts may be put in special measures\n\n{L} reported a small surplus for the year.", set()),
])
def test_organisations_told_by_their_number_are_those_that_the_text_lists(read: Read, text: str, expected: set[str]) -> None:
    assert {org for subtype, org, _, _ in facts(read, text, "intervention", published="2019-06-14")
            if subtype == "special_measures"} == expected


@pytest.mark.parametrize("text", [
    f"{L} has been rated inadequate for being well-led by the CQC. The report came out in May.",
    f"The CQC rates {L} inadequate for being well-led. The report came out this week.",
    f"{L} remains rated inadequate for being well-led, the CQC says. It follows nine inspections.",
])
def test_a_report_that_comes_out_ends_no_rating(read: Read, text: str) -> None:
    assert facts(read, text, "rating") == {("well_led", LEEDS, "inadequate", "current")}


@pytest.mark.parametrize(("text", "expected"), [
    (f"CQC inspectors went to {L}. Surgery, which used to be good, now requires improvement.",
     {("surgery", LEEDS, "good", "ended"), ("surgery", LEEDS, "requires_improvement", "current")}),
    (f"The CQC inspected {L}. Surgery and critical care were found to be good, and the trust is now rated good for being caring.",
     {("surgery", LEEDS, "good", "current"), ("critical_care", LEEDS, "good", "current"), ("caring", LEEDS, "good", "current")}),
    (f"The CQC has reported on {L}. The trust, which runs Leeds General Infirmary and Wharfedale Hospital, "
     "was rated inadequate overall.", {("overall", LEEDS, "inadequate", "current")}),
    (f"The CQC has reported on {L}. The trust is inadequate for being safe, and good for being caring.",
     {("safe", LEEDS, "inadequate", "current"), ("caring", LEEDS, "good", "current")}),
    (f"The CQC has reported on {L}. The chair said that no service is rated inadequate overall.", set()),
    (f"The trust {L} was rated requires improvement by the CQC in 2016. Its latest rating is inadequate.",
     {("overall", LEEDS, "requires_improvement", "ended"), ("overall", LEEDS, "inadequate", "current")}),
    (f"The CQC has inspected maternity at {L}. Both services require improvement overall. Being effective has improved from inadequate to good.",
     set()),
])
def test_a_grade_is_filed_of_what_it_is_of_and_as_long_as_it_holds(read: Read, text: str, expected: set[Fact]) -> None:
    assert facts(read, text, "rating") == expected


@pytest.mark.parametrize(("text", "expected"), [
    (f"{L} fined nearly £1.4 million\n\n{L} was fined £1,366,500 at Leeds Magistrates' Court.", {1_366_500}),
    (f"{L} was fined £12,000 for six breaches, £2,000 for each.", {12_000}),
    (f"{L} was fined £80,000 in 2021. In 2023 {L} was fined £95,000 by magistrates.", {80_000, 95_000}),
])
def test_a_fine_is_filed_once_and_in_full(read: Read, text: str, expected: set[int]) -> None:
    assert {value for subtype, _, value, _ in facts(read, text, "intervention") if subtype == "prosecution"} == expected


@pytest.mark.parametrize(("text", "subtype", "status"), [
    (f"{L} inadequate, special measures recommended", "special_measures", "planned"),
    (f"The CQC issued {L} with a warning notice, which names the changes to be made by a set date.", "warning_notice", "current"),
    (f"Jane Roe, who leads the independent review of maternity care at {L}, criticised the delay.", "independent_review", "current"),
    (f"{L} was placed in special administration on 3 May 2013. Administrators will set out their plans.",
     "special_administration", "current"),
])
def test_a_step_has_one_status_the_one_that_the_page_tells(read: Read, text: str, subtype: str, status: str) -> None:
    found = {told for kind, _, _, told in facts(read, text, "intervention", published="2016-05-04") if kind == subtype}
    assert found == {status}


@pytest.mark.parametrize("text", [
    f"The CQC placed conditions on {L}'s registration. Nurses did not see that the condition of patients had got worse.",
    f"Urgent conditions were imposed on {L}. The condition of the mother was not recorded.",
])
def test_the_condition_of_a_patient_is_no_condition_of_registration(read: Read, text: str) -> None:
    found = {status for subtype, _, _, status in facts(read, text, "intervention") if subtype == "urgent_conditions"}
    assert found == {"current"}


@pytest.mark.parametrize(("text", "expected"), [
    ("Kent, south Cumbria and parts of Dorset to enter a success regime", {"planned"}),
    ("Essex and north Cumbria have entered the success regime. The regime is run by NHS England.", {"current"}),
])
def test_a_success_regime_is_laid_on_areas_not_on_trusts_of_that_name(read: Read, text: str, expected: set[str]) -> None:
    found = facts(read, text, "intervention", title=text.split(".")[0], published="2015-06-05")
    assert found
    assert {org for _, org, _, _ in found} == {None}
    assert {status for _, _, _, status in found} == expected


@pytest.mark.parametrize("text", [
    f"{L} reported six never events, as did {H}.",
    f"{L} reported six never events in the year, and so did {H}.",
    f"{L} has reported six never events, as has {H}.",
])
def test_what_is_said_the_same_of_another_is_filed_for_both(read: Read, text: str) -> None:
    assert facts(read, text, "never_event") == {("unspecified", LEEDS, 6, "current"), ("unspecified", HULL, 6, "current")}


@pytest.mark.parametrize("text", [
    f"{L} came second. A metric looks at waits for planned treatment of no more than 18 weeks.",
    f"At {L} fewer staff reported bullying than a year before.",
    f"{L} was praised for its plan. Contractors failed to keep to the timetable of the new car park.",
])
def test_no_problem_is_no_concern(read: Read, text: str) -> None:
    assert facts(read, text, "concern") == set()


@pytest.mark.parametrize(("text", "subtype", "date"), [
    (f"{L} is now rated good overall by the CQC, having been rated inadequate in 2019.", "overall", None),
    (f"{L} was told to act. After inspections between 2 May and 9 June the CQC placed conditions on the trust's registration.", "urgent_conditions", None),
    (f"{L} was placed in special measures in 2019. Inspectors that summer had found too few nurses.", "workforce", None),
    (f"{L} was placed in special measures on 4 March 2019.", "special_measures", "2019-03-04"),
])
def test_a_date_is_that_of_what_is_filed_or_none(read: Read, text: str, subtype: str, date: str | None) -> None:
    assert {e.date for e in read(text, published="2020-06-14") if e.subtype == subtype and e.status == "current"} == {date}


@pytest.mark.parametrize(("text", "status"), [
    (f"{L} was not served with a warning notice.", "negated"),
    (f"{L} has never been issued with a warning notice.", "negated"),
    (f"{L} will be presented with a warning notice in August.", "planned"),
    (f"{L} was served with a warning notice.", "current"),
])
def test_what_a_trust_is_served_with_is_within_reach_of_not_and_will(read: Read, text: str, status: str) -> None:
    assert {(subtype, told) for subtype, _, _, told in facts(read, text, "intervention")} == {("warning_notice", status)}
