"""How a regime goes on: taken up by later words, ended, replaced, only promised. Every event here is invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read
from tests.nlp.test_regime_mentions import EU, FSM, HULL, LEEDS, MSSP, RSP, SM, YORK, D, H, L, Told, Y, told

EARLY = "2018-06-14"


@pytest.mark.parametrize(("text", "expected"), [
    (f"The success of special measures is debated. {L} is no longer in it.", (SM, LEEDS, "ended")),
    (f"Special measures are for trusts in trouble. {L} isn't in them.", (SM, LEEDS, "negated")),
    (f"The maternity safety support programme has thirty members. {L} is still on it.", (MSSP, LEEDS, "current")),
    (f"{H} is in special measures. {L} has been in since May.", (SM, LEEDS, "current")),
    (f"{H} is in special measures. {L} is being recommended for release.", (SM, LEEDS, "current")),
    (f"{H} is in special measures and in financial special measures. {L} is in neither.", (FSM, LEEDS, "negated")),
    (f"{H} is in both special measures and financial special measures. On Monday they came off.", (FSM, HULL, "ended")),
    (f"{Y} is in special measures. There is a regime for money, financial special measures. {L} came out of it in May; {H} was in and "
     "out within a year.", (FSM, HULL, "ended")),
    (f"For {H} an exit date of March is proposed. The Recovery Support Programme keeps {L}. For {Y} an exit date of May is proposed.",
     (RSP, YORK, "current")),
    (f"{L} was in the Recovery Support Programme until May. " + "The ward was painted. " * 30 + f"{Y} is not in the programme.",
     (RSP, YORK, "negated")),
    (f"The undertakings of {L} were given in 2016. In May NHS Improvement released the trust from them.", (EU, LEEDS, "ended")),
    (f"{L} signed undertakings in 2016. Those on governance were discharged in May. The financial ones have not been.",
     (EU, LEEDS, "current")),
    (f"{L} signed undertakings in 2016 and has met them. A shorter set, on finance, was signed in May.", (EU, LEEDS, "current")),
    (f"The Recovery Support Programme is no joke. Two of our neighbours know. {L}'s exit from the programme has been agreed; "
     f"{Y} has met all of the exit criteria.", (RSP, YORK, "current")),
])
def test_later_words_take_up_the_regime(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(read, text, published=EARLY if expected[0] in (SM, FSM) else "2022-06-14")


def test_a_title_names_what_the_text_takes_up(read: Read) -> None:
    found = told(read, f"{L} has been in for a year. {Y} came out last month.", title="Special measures: who is where", published=EARLY)
    assert found == {(SM, LEEDS, "current"), (SM, YORK, "ended")}


@pytest.mark.parametrize("text", [
    f"{L} has been in for a year.",
    f"{H} is in special measures. The chief nurse of {L} left last month.",
    f"{H} is in special measures. {L} carried out repairs in May.",
])
def test_other_ins_and_outs_are_none(read: Read, text: str) -> None:
    assert {org for _, org, _ in told(read, text, published=EARLY)} <= {HULL}


@pytest.mark.parametrize(("text", "expected"), [
    (f"The undertakings that {L} gave in 2019 were superseded in May by a new set.",
     {(EU, LEEDS, "ended"), (EU, LEEDS, "current")}),
    (f"The undertakings of {L} are to be replaced by a longer set.", {(EU, LEEDS, "current"), (EU, LEEDS, "planned")}),
    (f"{L} has been released from its undertakings, bar those on finance.", {(EU, LEEDS, "ended"), (EU, LEEDS, "current")}),
    (f"{L} gave back its last undertakings in June.", {(EU, LEEDS, "ended")}),
    (f"{L}: undertakings sought.", {(EU, LEEDS, "planned")}),
    (f"The undertakings of {L}, insofar as they concern cancer, are hereby withdrawn.", {(EU, LEEDS, "ended")}),
    (f"Walsall Healthcare has undertakings. {L}'s were discharged in May, bar those for finance.",
     {(EU, LEEDS, "ended"), (EU, LEEDS, "current"), (EU, "RBK", "current")}),
    (f"The mandated support agreed with {L} in May stopped on 31 August.", {("mandated_support", LEEDS, "ended")}),
])
def test_an_intervention_is_replaced_left_in_part_or_given_up(read: Read, text: str, expected: Told) -> None:
    assert told(read, text, published="2022-09-14") == expected


@pytest.mark.parametrize(("text", "expected"), [
    (f"{L} is on a watch-list for mandated support.", ("mandated_support", LEEDS, "planned")),
    (f"{L} has been approached about the Recovery Support Programme.", (RSP, LEEDS, "planned")),
    (f"A move of {L} to segment 4 would bring with it the Recovery Support Programme.", (RSP, LEEDS, "planned")),
    (f"{L} was nominated for the Recovery Support Programme.", (RSP, LEEDS, "planned")),
    (f"Undertakings of {L} were discussed and would not be sought.", (EU, LEEDS, "negated")),
    (f"The trust that ran {L} has ceased to be, and with it the undertakings of {L}.", (EU, LEEDS, "ended")),
    (f"The licence condition of {L} was removed in April and its undertakings with it.", (EU, LEEDS, "ended")),
    (f"NHS England issued a compliance certificate to {L}, which means that the trust has done all that it promised.",
     (EU, LEEDS, "ended")),
])
def test_what_is_only_thought_of_or_goes_with_the_rest(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(read, text, published="2022-06-14")


@pytest.mark.parametrize(("text", "status"), [
    (f"The TDA sent in Mrs Ashdown to advise the board of {L}.", "current"),
    (f"{L} undertakes to appoint an improvement director.", "planned"),
    (f"{L} has agreed to:\n\n- take on a turnaround director whom the regulator approves; and\n- publish a plan.\n", "planned"),
    (f"The improvement director whom NHS England sent to {L} left in March.", "ended"),
    (f"{L} has an improvement director, sent in by NHS England.", "current"),
    (f"Improvement directors: {L} hasn't got one.", "negated"),
])
def test_an_improvement_director_is_promised_comes_and_goes(read: Read, text: str, status: str) -> None:
    assert {found for kind, org, found in told(read, text) if kind == "improvement_director"} == {status}


@pytest.mark.parametrize("text", [
    f"{L} sent six managers to the Improvement Directors' Network.",
    f"{L} has hired an improvement director, who is employed by the trust.",
    "Bulb Energy went into special administration. Its special administrator wrote to customers in Leeds.",
    f"Ofcom found a radio station at {L} in breach of its licence.",
    f"The defendant gave undertakings not to enter {L}.",
    f"6. Undertakings.\n\n{L} met.",
])
def test_look_alikes_are_none(read: Read, text: str) -> None:
    assert told(read, text) == set()


@pytest.mark.parametrize(("text", "expected"), [
    (f"NHS Improvement has opened an investigation into the finances of {L}.", ("licence_breach", LEEDS, "current")),
    (f"Monitor does not intend to open an investigation of {L}.", ("licence_breach", LEEDS, "negated")),
    (f"Monitor's open investigation into {L} concerns cancer waits.", ("licence_breach", LEEDS, "current")),
    (f"Promises made by {D} to Monitor in 2014 have been replaced by wider ones.", (EU, "RTG", "ended")),
    (f"Compliance certificates issued in May: {L}; {Y}.", (EU, YORK, "ended")),
    (f"The midwives of {L} are glad: maternity joined a national support programme in 2021.", (MSSP, LEEDS, "current")),
    (f"NHS England is to put {L} into a programme of intensive support.", (RSP, LEEDS, "planned")),
    (f"NHS England has asked a firm of accountants to carry out a review of governance at {L}.", ("deep_dive_review", LEEDS, "current")),
    (f"Monitor has let its investigation of {L} drop.", ("licence_breach", LEEDS, "ended")),
    (f"A review of the board of {L}, carried out on our instructions, reported in May.", ("deep_dive_review", LEEDS, "ended")),
    (f"NHS England's capability assessment of {L} has begun.", ("deep_dive_review", LEEDS, "current")),
])
def test_other_words_for_the_same(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(read, text, published="2022-06-14")


@pytest.mark.parametrize(("published", "subtype"), [
    ("2023-05-01", RSP), ("2025-06-01", RSP), ("2025-09-10", "provider_improvement_programme")])
def test_intensive_support_is_of_its_day(read: Read, published: str, subtype: str) -> None:
    assert (subtype, LEEDS, "current") in told(read, f"{L} is in a programme of intensive support.", published=published)


@pytest.mark.parametrize(("text", "expected"), [
    (f"Special measures: three names so far. {L} in; {Y} in.", {(SM, LEEDS, "current"), (SM, YORK, "current")}),
    (f"{L} is out of special measures. {Y}: likewise.", {(SM, LEEDS, "ended"), (SM, YORK, "ended")}),
])
def test_hardly_a_word_will_do(read: Read, text: str, expected: Told) -> None:
    assert told(read, text, published=EARLY) >= expected
