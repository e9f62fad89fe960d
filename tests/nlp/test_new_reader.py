"""What somebody who read with it for the first time found misread. All sentences and events are invented, whatever trust they name."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

LEEDS = "Leeds Teaching Hospitals NHS Trust"


@pytest.mark.parametrize("sentence", [
    "NHS England apologised for the distress caused by the delay in naming a chair.",
    "Families were angry at delays in appointing a chair.",
    "Ministers were criticised for their failure to name a chair.",
    "NHS England has struggled to appoint a chair.",
    "There was difficulty in recruiting a medical director.",
    "NHS England has appointed a chair of the review.",
    "A former judge was named chair of the inquiry into the deaths.",
    "Sam Sample was appointed to chair the investigation panel.",
    "The appointment of a chair for the independent panel was welcomed.",
    "The delay to the appointment of a chief executive was noted.",
])
def test_the_chair_of_a_review_and_one_sought_in_vain_are_no_change_of_a_board(read_together: Read, sentence: str) -> None:
    assert not [one for one in read_together(f"{LEEDS} said that it was sorry. {sentence}")
                if one.kind == "people_change" and one.status == "current"]


@pytest.mark.parametrize("sentence", [
    f"{LEEDS} named a chair on Monday.", f"{LEEDS} has appointed a new chief executive after months without one.",
    f"After a delay {LEEDS} appointed a new chair.", f"Pat Example was named chief nurse of {LEEDS}.",
    f"A new chair was appointed at {LEEDS}."])
def test_the_naming_of_a_trust_s_own_chair_stays_a_change(read_together: Read, sentence: str) -> None:
    assert [one.value for one in read_together(sentence) if one.kind == "people_change"] == ["appointed"]


@pytest.mark.parametrize("sentence", [
    "Since April 2015 the regulator has been able to prosecute providers where people come to avoidable harm.",
    "The CQC can prosecute trusts when patients suffer avoidable harm.",
    "The Care Quality Commission may fine providers where patients come to harm.",
    "Trusts may be fined if patients come to avoidable harm.",
    "Hospitals can be placed in special measures.",
    "Since 2014 providers could be prosecuted where patients came to avoidable harm.",
    "In 2015 the regulator gained powers to prosecute providers where people come to avoidable harm.",
    "Inspectors are able to close hospitals where patients come to avoidable harm.",
    "NHS trusts are liable to prosecution where people come to avoidable harm.",
])
def test_what_a_regulator_may_do_to_providers_at_large_is_no_claim_about_one(read_together: Read, sentence: str) -> None:
    found = read_together(f"{LEEDS} is in segment 3. {sentence}")
    assert {one.kind for one in found} <= {"segment"}


@pytest.mark.parametrize("sentence", [
    "Patients at the trust came to avoidable harm.", "The CQC found that patients had come to avoidable harm at the trust.",
    f"Inspectors found that patients of {LEEDS} had come to avoidable harm."])
def test_harm_at_the_trust_itself_stays_a_concern(read_together: Read, sentence: str) -> None:
    assert "concern" in {one.kind for one in read_together(f"{LEEDS} is in segment 3. {sentence}")}


@pytest.mark.parametrize(("sentence", "date"), [
    (f"{LEEDS} reported its first never event since 2023.", None),
    (f"{LEEDS} has declared its first never event since March 2021.", None),
    (f"{LEEDS} recorded its second never event since 2019.", None),
    (f"{LEEDS} received its first warning notice since 2018.", None),
    (f"In 2022 {LEEDS} received its first warning notice since 2018.", "2022"),
    (f"{LEEDS} has reported two never events since April 2023.", "2023-04"),
    (f"{LEEDS} has been in special measures since 2023.", "2023"),
    (f"{LEEDS} reported a never event in March 2024.", "2024-03"),
    (f"{LEEDS} was fined £20,000 in 2022.", "2022"),
])
def test_since_when_there_had_been_none_is_no_date_of_the_first_since(read: Read, sentence: str, date: str | None) -> None:
    assert {one.date for one in read(sentence) if one.kind in ("never_event", "intervention")} == {date}
