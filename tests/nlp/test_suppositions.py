"""Conditions without "if", open questions, numbers and grades of others: nothing is filed of the trust named. All is invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

CLAIMS = ("segment", "rating", "intervention", "never_event")


@pytest.mark.parametrize("sentence", [
    "Had Medway NHS Foundation Trust been placed in special measures, its board would have been replaced.",
    "Had University Hospitals Sussex been rated inadequate, it would have been placed in special measures, one union official said.",
    "Had Medway NHS Foundation Trust's rating slipped to inadequate, the merger would have stopped.",
    "Were Leeds Teaching Hospitals to be rated inadequate, the consequences would be severe.",
    "Leeds Teaching Hospitals would have lost its chief executive, had it been rated inadequate.",
    "Managers said that had Leeds Teaching Hospitals been put in segment 4 it could not have opened the unit.",
    "The unit could not open, were Leeds Teaching Hospitals to be put in segment 4.",
    "“Had Leeds Teaching Hospitals been served with a warning notice, I would know,” she said.",
    "Is Airedale NHS Foundation Trust in special measures?",
    "Was Airedale NHS Foundation Trust served with a warning notice?",
    "Has Airedale NHS Foundation Trust been rated inadequate?",
    "Patients at Airedale NHS Foundation Trust rated the food as good.",
    "Patients at Airedale NHS Foundation Trust have rated its wards outstanding in a survey.",
    "Families of Airedale NHS Foundation Trust patients rated the car park inadequate.",
    "Airedale NHS Foundation Trust ranked in the bottom ten, alongside trusts rated inadequate.",
    "Airedale NHS Foundation Trust waits longer than many trusts rated inadequate.",
    "Airedale NHS Foundation Trust contractor rated inadequate.",
    "The inspection of a private ambulance firm that works for Airedale NHS Foundation Trust led to a rating of inadequate.",
    "A cleaning company used by Airedale NHS Foundation Trust was rated inadequate.",
    "The report looked at 12 never events nationally, including at Airedale NHS Foundation Trust.",
    "Hospitals in England, among them Airedale NHS Foundation Trust, reported 38 never events.",
    "The surgeon, who also works at Airedale NHS Foundation Trust, was involved in a never event at a private clinic.",
])
def test_what_is_only_supposed_asked_or_said_of_others_is_not_filed(read_together: Read, sentence: str) -> None:
    assert [found for found in read_together(sentence) if found.kind in CLAIMS] == []


@pytest.mark.parametrize("sentence", [
    "Allegations of a culture of bullying at Airedale NHS Foundation Trust have been strongly denied.",
    "A culture of bullying at Airedale NHS Foundation Trust has been categorically rejected by its chief executive.",
    "A culture of bullying at Airedale NHS Foundation Trust has been denied by its chair.",
])
def test_a_problem_that_is_firmly_denied_is_none(read_together: Read, sentence: str) -> None:
    assert [found for found in read_together(sentence) if found.kind == "concern"] == []


@pytest.mark.parametrize(("sentence", "filed"), [
    ("Maternity services at Airedale General Hospital: overall inadequate, safe inadequate, well-led requires improvement.",
     {("maternity", "inadequate")}),
    ("Airedale General Hospital, maternity: safe – inadequate; well-led – inadequate; overall – inadequate.", {("maternity", "inadequate")}),
    ("Surgery at Airedale General Hospital – safe: requires improvement; effective: good; overall: good.", {("surgery", "good")}),
    ("Maternity – overall: inadequate, safe: inadequate. Airedale NHS Foundation Trust's overall rating remains good.",
     {("maternity", "inadequate"), ("overall", "good")}),
    ("Maternity: inadequate; overall: requires improvement. Airedale NHS Foundation Trust apologised.",
     {("maternity", "inadequate"), ("overall", "requires_improvement")}),
])
def test_the_grades_of_one_service_told_one_after_the_other_are_not_the_trusts(read_together: Read, sentence: str, filed: set[tuple[str, str]]) -> None:
    assert {(found.subtype, found.value) for found in read_together(sentence) if found.kind == "rating"} == filed


@pytest.mark.parametrize(("sentence", "kind", "value"), [
    ("Leeds Teaching Hospitals had been rated inadequate, and it would be inspected again.", "rating", "inadequate"),
    ("Leeds Teaching Hospitals were rated inadequate last month.", "rating", "inadequate"),
    ("Leeds Teaching Hospitals is in segment 4. Were that to change, the board would be told.", "segment", 4),
    ("Why is Leeds Teaching Hospitals NHS Trust in segment 4?", "segment", 4),
    ("Is Leeds Teaching Hospitals NHS Trust in segment 4? Yes, since May.", "segment", 4),
    ("Staff at Leeds Teaching Hospitals, rated inadequate last month, are leaving.", "rating", "inadequate"),
    ("Leeds Teaching Hospitals is one of six trusts rated inadequate.", "rating", "inadequate"),
    ("A transport company used by Leeds Teaching Hospitals was fined, while the trust is rated outstanding.", "rating", "outstanding"),
    ("Nationally, 12 never events were recorded, and Leeds Teaching Hospitals recorded two.", "never_event", 2),
    ("Of 30 never events across the region, Leeds Teaching Hospitals had five.", "never_event", 5),
    ("Leeds Teaching Hospitals reported four never events, against a national total of 370.", "never_event", 4),
])
def test_what_is_said_of_the_trust_beside_it_is(read_together: Read, sentence: str, kind: str, value: object) -> None:
    assert [(found.org, found.value, found.status) for found in read_together(sentence) if found.kind == kind] == [("RR8", value, "current")]


def test_what_would_follow_from_a_condition_is_to_come(read_together: Read) -> None:
    found = read_together("Leeds Teaching Hospitals is in segment 3. Were that to happen the trust would move to segment 5.")
    assert {(one.value, one.status) for one in found if one.kind == "segment"} == {(3, "current"), (5, "planned")}


@pytest.mark.parametrize(("sentence", "filed"), [
    ("The trust's overall rating did not change from requires improvement, Airedale NHS Foundation Trust said.",
     {("requires_improvement", "current")}),
    ("Airedale NHS Foundation Trust's rating has not moved from inadequate since 2022.", {("inadequate", "current")}),
    ("Airedale NHS Foundation Trust's rating has not dropped from good.", {("good", "current")}),
    ("Airedale NHS Foundation Trust's rating did not fall from good to requires improvement, as staff had feared.",
     {("good", "current"), ("requires_improvement", "negated")}),
    ("Airedale NHS Foundation Trust has improved from requires improvement to good.", {("requires_improvement", "ended"), ("good", "current")}),
])
def test_a_grade_that_something_did_not_change_from_is_the_grade(read_together: Read, sentence: str, filed: set[tuple[str, str]]) -> None:
    assert {(found.value, found.status) for found in read_together(sentence) if found.kind == "rating"} == filed


@pytest.mark.parametrize("exception", ["apart from safety", "except safe", "bar safety", "other than safe"])
def test_good_in_every_area_but_one_says_nothing_of_the_whole(read_together: Read, exception: str) -> None:
    found = read_together(f"Airedale NHS Foundation Trust was rated good in every area {exception}.")
    assert {one.subtype for one in found if one.kind == "rating"} == {"effective", "caring", "responsive", "well_led"}


@pytest.mark.parametrize("sentence", [
    "Airedale NHS Foundation Trust is in special measures in all but name.",
    "The measures are tantamount to special measures for Airedale NHS Foundation Trust.",
    "The support for Airedale NHS Foundation Trust is akin to special measures.",
])
def test_what_is_only_like_a_regime_is_none(read_together: Read, sentence: str) -> None:
    assert [found for found in read_together(sentence) if found.kind == "intervention"] == []


@pytest.mark.parametrize("sentence", [
    "The CQC is prosecuting Airedale NHS Foundation Trust, which denies the charges.",
    "Airedale NHS Foundation Trust, summonsed to court by the CQC, denies three charges of failing to provide safe care.",
])
def test_who_denies_the_charges_is_prosecuted_all_the_same(read_together: Read, sentence: str) -> None:
    assert {found.status for found in read_together(sentence) if found.subtype == "prosecution"} == {"current"}


@pytest.mark.parametrize("sentence", [
    "It would be premature to say that Airedale NHS Foundation Trust is out of segment 4.",
    "It is too soon to declare Airedale NHS Foundation Trust out of special measures.",
])
def test_an_end_that_it_is_too_early_for_is_none(read_together: Read, sentence: str) -> None:
    assert {found.status for found in read_together(sentence) if found.kind in CLAIMS} == {"current"}


@pytest.mark.parametrize(("sentence", "filed"), [
    ("Following the inspection, the overall rating for medical care at Airedale General Hospital has again been rated as requires improvement, "
     "as have the areas of safe and well-led. Effective has gone down from good to requires improvement.", {"medical_care"}),
    ("Following the inspection, the rating for the maternity service at Airedale General Hospital dropped to inadequate, as did the areas of safe "
     "and well-led.", {"maternity"}),
    ("The overall rating for Airedale NHS Foundation Trust has again been rated as requires improvement, as have the areas of safe and well-led.",
     {"overall", "safe", "well_led"}),
])
def test_the_areas_of_a_service_are_its_own(read_together: Read, sentence: str, filed: set[str]) -> None:
    assert {found.subtype for found in read_together(sentence) if found.kind == "rating"} == filed


def test_a_grade_that_answers_a_question_is_of_what_was_asked_and_quoted_with_it(read_together: Read) -> None:
    found = read_together("Airedale NHS Foundation Trust: overall rating: Good. Are services safe? Requires improvement. Are services caring? Good.")
    assert {(one.subtype, one.value) for one in found if one.kind == "rating"} == {
        ("overall", "good"), ("safe", "requires_improvement"), ("caring", "good")}
    assert "Are services safe? Requires improvement." in {one.quote for one in found}


@pytest.mark.parametrize("sentence", [
    "Maternity at Airedale General Hospital: Are services safe? Inadequate. Are services well-led? Inadequate.",
    "Airedale General Hospital's maternity unit was inspected. How effective, caring and responsive the service is remains good.",
])
def test_the_questions_of_a_service_are_nobodys(read_together: Read, sentence: str) -> None:
    assert [found for found in read_together(sentence) if found.kind == "rating"] == []


@pytest.mark.parametrize(("sentence", "filed"), [
    ("Airedale NHS Foundation Trust's medical wards, rated requires improvement in June, have been rated good. Its overall rating stays the same.",
     {"medical_care"}),
    ("Surgery at Airedale NHS Foundation Trust was rated good, and medicine the same.", {"surgery", "medical_care"}),
    ("The rating for Airedale General Hospital has moved from requires improvement to good overall.", {"site"}),
    ("Maternity services at Airedale General Hospital moved from requires improvement to good overall.", {"maternity"}),
])
def test_what_stays_or_moves_is_what_it_is_said_of(read_together: Read, sentence: str, filed: set[str]) -> None:
    assert {found.subtype for found in read_together(sentence) if found.kind == "rating"} == filed
