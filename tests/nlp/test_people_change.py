"""Board members who come and go. All sentences, people and events here are invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

B = "Barts Health NHS Trust"
FOUND = [
    # appointed
    ("chief_executive", "appointed", "current", f"{B} has appointed a new chief executive."),
    ("chief_executive", "appointed", "current", f"Pat Example has been named as the next chief executive of {B}."),
    ("chief_executive", "appointed", "current", f"{B} names new chief executive"),
    ("chair", "appointed", "current", f"The appointment of Sam Sample as chair of {B} was announced on Monday."),
    ("chair", "appointed", "current", f"Sam Sample joined {B} as its chair in May."),
    ("chair", "appointed", "current", f"A new chair was appointed at {B}."),
    ("chief_nurse", "appointed", "current", f"The board of {B} welcomed Jo Example, the new Chief Nurse."),
    ("chief_nurse", "appointed", "current", f"Jo Example becomes director of nursing at {B}."),
    ("chief_nurse", "appointed", "current", f"{B} recruited a chief nurse from abroad."),
    ("medical_director", "appointed", "current", f"Dr Made Up has been appointed medical director of {B}."),
    ("medical_director", "appointed", "current", f"The chief medical officer of {B}, Dr Made Up, took up her post in April."),
    ("finance_director", "appointed", "current", f"{B} picked a chief finance officer from outside the NHS."),
    ("finance_director", "appointed", "current", f"Ann Sample was promoted to director of finance at {B}."),
    ("chief_operating_officer", "appointed", "current", f"Lee Example starts as chief operating officer of {B} next week."),
    ("people_director", "appointed", "current", f"{B} has chosen a chief people officer."),
    ("chief_executive", "appointed", "planned", f"{B} is to appoint a new chief executive in the autumn."),
    ("chair", "appointed", "planned", f"A new chair of {B} will be appointed by the governors."),
    # standing in
    ("chief_executive", "interim", "current", f"{B} has appointed an interim chief executive."),
    ("chief_executive", "interim", "current", f"Pat Example was named acting chief executive of {B}."),
    ("chief_nurse", "interim", "current", f"Jo Example steps in as chief nurse of {B} on an interim basis."),
    ("finance_director", "interim", "current", f"Her deputy is acting up as finance director at {B}."),
    # leaving
    ("chief_executive", "departing", "current", f"The chief executive of {B} has resigned."),
    ("chief_executive", "departing", "current", f"{B}: the chief executive, Pat Example, left in March."),
    ("chief_executive", "departing", "current", f"The resignation of Pat Example as chief executive of {B} was accepted."),
    ("chief_executive", "departing", "current", f"Pat Example stepped down as chief executive of {B} last week."),
    ("chair", "departing", "current", f"The chair of {B} was removed by the governors."),
    ("chair", "departing", "current", f"{B} has lost its chair."),
    ("chair", "departing", "current", f"The outgoing chair of {B} was thanked."),
    ("chief_nurse", "departing", "current", f"{B} said that its chief nurse had been suspended."),
    ("chief_nurse", "departing", "current", f"The departure of the director of nursing at {B} came as a surprise."),
    ("medical_director", "departing", "current", f"The medical director of {B} quits"),
    ("finance_director", "departing", "planned", f"The finance director of {B} will retire in June."),
    ("chief_operating_officer", "departing", "planned", f"Chief operating officer to leave {B}"),
    ("people_director", "departing", "planned", f"The director of workforce at {B} is to step down."),
    ("chief_executive", "departing", "negated", f"The chief executive of {B} has not resigned."),
]


@pytest.mark.parametrize(("office", "value", "status", "sentence"), FOUND, ids=[f"{o}-{v}-{t[:40]}" for o, v, _, t in FOUND])
def test_a_change_is_found_with_its_office_and_status(read: Read, office: str, value: str, status: str, sentence: str) -> None:
    found = {(one.subtype, one.value, one.status, one.org) for one in read(sentence) if one.kind == "people_change"}
    assert (office, value, status, "R1H") in found


@pytest.mark.parametrize("sentence", [
    f"The chief executive of {B} said that waits had grown.",
    f"{B} appointed a deputy chief nurse.",
    f"The chair of the audit committee of {B} resigned.",
    f"Pat Example, former chief executive of {B}, has died.",
    f"The acting chief executive of {B} told the board that beds were full.",
    f"The chief executive of {B} left the meeting at noon.",
    f"A wheelchair was left at {B}; the chair presented the report.",
    f"The inquiry into {B} has lost its chair.",
    f"NHS England’s chief executive resigned, the board of {B} heard.",
    f"The chief executive of {B} was named as one of the best in England.",
    f"The chair of {B} closed the last meeting of the year.",
    f"The medical director of {B} presented the report; a nurse has resigned.",
])
def test_what_is_no_change_on_the_board_is_left_alone(read: Read, sentence: str) -> None:
    assert [one for one in read(sentence) if one.kind == "people_change"] == []


def test_two_offices_that_change_together_are_two_changes(read: Read) -> None:
    found = {(one.subtype, one.value) for one in read(f"The chair and the chief executive of {B} resigned on Monday.") if one.kind == "people_change"}
    assert found == {("chair", "departing"), ("chief_executive", "departing")}


def test_who_moves_from_one_office_to_another_is_appointed_to_the_new_one(read: Read) -> None:
    found = {(one.subtype, one.value) for one in read(f"Its finance director, Pat Example, was named chief executive of {B}.")
             if one.kind == "people_change"}
    assert found == {("chief_executive", "appointed")}


def test_no_name_is_filed(read: Read) -> None:
    (found,) = [one for one in read(f"Pat Example has been appointed chair of {B}.") if one.kind == "people_change"]
    assert (found.subtype, found.value, found.reported_by) == ("chair", "appointed", None)
