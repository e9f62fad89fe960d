"""Regimes that a sentence does not name again: labels, tables, left-out nouns, answers. Every event here is invented."""

from __future__ import annotations

import pytest

from nlp.layout import lay_out
from tests.nlp.conftest import Read

LEEDS, YORK, HULL, DERBY, WALSALL = "RR8", "RCB", "RWA", "RTG", "RBK"
L, Y, H = ("Leeds Teaching Hospitals NHS Trust", "York and Scarborough Teaching Hospitals NHS Foundation Trust",
           "Hull University Teaching Hospitals NHS Trust")
D = "University Hospitals of Derby and Burton NHS Foundation Trust"
Told = set[tuple[str, str | None, str]]


def told(read: Read, text: str, **fields: object) -> Told:
    return {(e.subtype, e.org, e.status) for e in read(text, **fields) if e.kind == "intervention"}


RSP, PIP, EU, FSM, SM, MSSP = ("recovery_support_programme", "provider_improvement_programme", "enforcement_undertakings",
                               "financial_special_measures", "special_measures", "maternity_support")


@pytest.mark.parametrize(("text", "expected"), [
    ("Recovery Support Programme: quarterly note\n\nJOINED\n• " + L + "\n• " + Y + ", after a run of bad winters\n\nLEFT\n• " + H + "\n",
     {(RSP, LEEDS, "current"), (RSP, YORK, "current"), (RSP, HULL, "ended")}),
    (f"Undertakings given to NHS England in the region. In force: {L}, {Y}. Discharged this year: {H}. Not pursued: {D}.",
     {(EU, LEEDS, "current"), (EU, YORK, "current"), (EU, HULL, "ended"), (EU, DERBY, "negated")}),
    (f"Provider Improvement Programme: decisions of the executive\n\nEntering. {L} joins with immediate effect. {Y} follows on 1 "
     f"October.\n\nDeclined. {H} was put forward by the region.\n",
     {(PIP, LEEDS, "current"), (PIP, YORK, "planned"), (PIP, HULL, "negated")}),
    ("Provider Improvement Programme: who is where\n\n" + L + " – exited\nWalsall Healthcare – remains\nAiredale NHS Foundation Trust – under consideration\n",
     {(PIP, LEEDS, "ended"), (PIP, WALSALL, "current"), (PIP, "RCF", "planned")}),
    (f"Provider Improvement Programme: decisions\n\nEntering. {L} joins today. Neither {Y} nor {H} forms part of this decision.\n",
     {(PIP, LEEDS, "current"), (PIP, YORK, "negated"), (PIP, HULL, "negated")}),
    (f"Maternity safety support: who is in\n\nAccording to the slides: {L} (since July), Walsall Healthcare (‘graduated’).\n",
     {(MSSP, LEEDS, "current"), (MSSP, WALSALL, "ended")}),
    (f"Case updates\n\nAn inquiry may end in a finding that a licence was breached.\n\n{L} – closed\n\nWalsall Healthcare – open\n\n"
     "Airedale NHS Foundation Trust – new\n",
     {("licence_breach", LEEDS, "ended"), ("licence_breach", WALSALL, "current"), ("licence_breach", "RCF", "current")}),
])
def test_a_word_for_how_things_stand_speaks_for_the_organisations_under_it(read: Read, text: str, expected: Told) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize("text", [
    f"Board news\n\nJOINED\n• {L}\n\nLEFT\n• {H}\n",
    f"Recovery Support Programme: a guide\n\nNew\n• {L}'s canteen has opened.\n",
    f"Sponsors of the marathon. In: {L}. Out: {H}.",
])
def test_a_label_says_nothing_of_an_intervention_that_the_document_is_not_about(read: Read, text: str) -> None:
    assert told(read, text) == set()


@pytest.mark.parametrize(("text", "expected"), [
    (f"{L} has been released from its undertakings. Walsall Healthcare's were discharged in 2021.", (EU, WALSALL, "ended")),
    (f"{L} has been released from its undertakings. Hull’s, dating from 2019, run on.", (EU, HULL, "current")),
    (f"{L} has an improvement director. Walsall Healthcare's arrives on Monday.", ("improvement_director", WALSALL, "planned")),
    (f"NHS England is looking into whether {L} broke its licence. One into York Hospital was dropped in May.",
     ("licence_breach", YORK, "ended")),
    (f"{L} was put into special measures last week. Hull was another.", (SM, HULL, "current")),
])
def test_a_noun_left_out_is_that_of_the_last_intervention_named(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(read, text, published="2018-06-14" if expected[0] == SM else "2024-06-14")


@pytest.mark.parametrize("text", [
    f"{L} has been released from its undertakings. York's wards were painted.",
    f"{L} has been released from its undertakings. King's is a teaching hospital.",
    f"{L} is large. York's were painted in the spring.",
])
def test_an_owner_of_something_else_is_not_concerned(read: Read, text: str) -> None:
    assert {org for _, org, _ in told(read, text)} <= {LEEDS}


@pytest.mark.parametrize(("text", "expected"), [
    ("Which trusts in the north are in special measures? There are two: " + L + " and " + Y + ".", {LEEDS, YORK}),
    ("Three trusts were placed in special measures last week. They include " + L + " and " + H + ".", {LEEDS, HULL}),
    ("To ask the Secretary of State, how many trusts are in special measures. At 1 May: " + L + "; " + Y + "; " + H + ".",
     {LEEDS, YORK, HULL}),
])
def test_an_answer_names_those_that_were_asked_after(read: Read, text: str, expected: set[str]) -> None:
    found = told(read, text, published="2018-06-14")
    assert {org for subtype, org, status in found if subtype == SM and status == "current"} == expected


@pytest.mark.parametrize("text", [
    f"Which trusts are in special measures? {L} has a surplus and is content.",
    f"Two trusts were told that they are not in special measures. They are {L} and {H}.",
])
def test_what_answers_no_question_names_nobody(read: Read, text: str) -> None:
    assert not [fact for fact in told(read, text, published="2018-06-14") if fact[2] == "current"]


TABLE = f"""Organisation                       Segment    Mandated support?
{L}     3          Yes
{Y}    2          No
{H}    3          Ended May 2024
"""


def test_a_column_asks_each_row(read: Read) -> None:
    assert told(read, TABLE) == {("mandated_support", LEEDS, "current"), ("mandated_support", YORK, "negated"),
                                 ("mandated_support", HULL, "ended")}


@pytest.mark.parametrize("legend", ["EU = enforcement undertakings.", "Key. EU: enforcement undertakings.", "The last column shows enforcement undertakings (EU)."])
def test_an_abbreviation_means_what_the_document_says(read: Read, legend: str) -> None:
    text = f"{legend}\n\nProvider    Segment    Action\n{L}    3    EU\n{Y}    2    –\n"
    assert told(read, text) == {(EU, LEEDS, "current")}


def test_an_abbreviation_that_is_not_explained_means_nothing(read: Read) -> None:
    assert told(read, f"Provider    Segment    Area\n{L}    3    EU\n{Y}    2    –\n") == set()


@pytest.mark.parametrize("text", [
    f"{L} was inspected in May. So was St George's. York was not.",
    f"{L} lies near the Children's. York was inspected.",
])
def test_a_possessive_may_end_a_sentence(text: str) -> None:
    assert len(lay_out(text)) == text.count(". ") + 1
