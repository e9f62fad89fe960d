"""Whom a trigger is about. Every text is invented, whatever real organisation it names: never read it as a statement about one.

The trigger stands between « and »; the codes it is about come after.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.organisations import Register
from nlp.layout import lay_out
from nlp.organisations import Linker
from nlp.sheet import Sheet, Subject
from nlp.subjects import candidates_of, subjects_of

LINKER = Linker(Register.load())


def about(marked: str, **fields: str) -> tuple[Subject, ...]:
    sheet, start, end = laid_out(marked, **fields)
    sentence = sheet.sentence_at(start)
    return subjects_of(sheet, sentence, start, end) if sentence else ()


def laid_out(marked: str, **fields: str) -> tuple[Sheet, int, int]:
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    fields = {"published": "2018-05-12", **fields}
    return LINKER.link(Sheet(text=text, sentences=lay_out(text), **fields)), start, end  # type: ignore[arg-type]


SENTENCES = [
    ("Stockport NHS Foundation Trust is in «segment 3».", "RWJ"),
    ("The CQC has served a «warning notice» on Stockport NHS Foundation Trust.", "RWJ"),
    ("Stockport NHS Foundation Trust’s «rating» is good.", "RWJ"),
    ("NHS Improvement has put Stockport NHS Foundation Trust into «special measures».", "RWJ"),
    ("There were two «never events» at Bolton NHS Foundation Trust.", "RMC"),
    ("Stockport NHS Foundation Trust, Bolton NHS Foundation Trust and Salisbury NHS Foundation Trust are in «segment 3».", "RWJ RMC RNZ"),
    ("In «segment 3»: Stockport NHS Foundation Trust, Bolton NHS Foundation Trust.", "RWJ RMC"),
    ("Stockport NHS Foundation Trust is in «segment 3» while Bolton NHS Foundation Trust is in segment 2.", "RWJ"),
    ("Stockport NHS Foundation Trust is in segment 3 while Bolton NHS Foundation Trust is in «segment 2».", "RMC"),
    ("Stockport NHS Foundation Trust is in segment 3; Bolton NHS Foundation Trust is in «segment 2».", "RMC"),
    ("Supported by Bolton NHS Foundation Trust, Stockport NHS Foundation Trust left «special measures».", "RWJ"),
    ("Stockport NHS Foundation Trust, with a buddy from Bolton NHS Foundation Trust, left «special measures».", "RWJ"),
]


@pytest.mark.parametrize(("marked", "codes"), SENTENCES)
def test_a_sentence_is_about_whom_it_says(marked: str, codes: str) -> None:
    assert {subject.code for subject in about(marked)} == set(codes.split())


CARRIED = [
    ("Stockport NHS Foundation Trust was inspected in May. It was rated «inadequate».", "RWJ"),
    ("Stockport NHS Foundation Trust was inspected in May. The trust was rated «inadequate».", "RWJ"),
    ("Stockport NHS Foundation Trust\n\nRated «inadequate» in May.", "RWJ"),
    ("The trusts below are in special measures:\n• Stockport NHS Foundation Trust: «inadequate»\n• Bolton NHS Foundation Trust: good", "RWJ"),
    ("Stockport NHS Foundation Trust    «inadequate»\nBolton NHS Foundation Trust    good", "RWJ"),
]


@pytest.mark.parametrize(("marked", "codes"), CARRIED)
def test_a_sentence_without_a_name_goes_on_about_the_one_before(marked: str, codes: str) -> None:
    assert {subject.code for subject in about(marked)} == set(codes.split())


BOARD = {"publisher": "Salisbury NHS Foundation Trust", "doc_type": "board_paper"}


@pytest.mark.parametrize("marked", [
    "We had one «never event» in May.",
    "The Trust remains in «segment 2».",
    "Our colleagues at Bolton NHS Foundation Trust visited. The Trust remains in «segment 2».",
    "Finance\n\nThe «deficit» was £4m.",
])
def test_in_a_trusts_own_paper_the_trust_and_we_are_the_one_that_publishes_it(marked: str) -> None:
    assert {subject.code for subject in about(marked, **BOARD)} == {"RNZ"}


@pytest.mark.parametrize("marked", [
    "Nottingham City Council was placed in «special measures».",
    "A care home in Stockport was rated «inadequate».",
    "Betsi Cadwaladr University Health Board is in «special measures».",
    "A surgery next door to Bolton NHS Foundation Trust has been put in «special measures».",
    "Six GP practices in Somerset are rated «outstanding».",
])
def test_what_is_said_of_another_body_is_said_of_no_trust(marked: str) -> None:
    assert about(marked) == ()


@pytest.mark.parametrize(("marked", "codes"), [
    ("Stockport NHS Foundation Trust and Bolton NHS Foundation Trust were inspected. Both trusts were rated «good».", "RWJ RMC"),
    ("Stockport NHS Foundation Trust bid against Bolton NHS Foundation Trust. The latter was rated «good».", "RMC"),
])
def test_pointers_to_several_and_to_the_last_are_followed(marked: str, codes: str) -> None:
    assert {subject.code for subject in about(marked)} == set(codes.split())


@pytest.mark.parametrize(("marked", "codes"), [
    ("Stockport NHS Foundation Trust, which lent Bolton NHS Foundation Trust a director, was inspected. Bolton NHS Foundation Trust, "
     "with Stockport’s help, was too. Both were rated «good».", "RWJ RMC"),
    ("• Stockport NHS Foundation Trust: waits\n• Bolton NHS Foundation Trust: debts\n• Salisbury NHS Foundation Trust: a breach\n\n"
     "All three go into «special measures» today.", "RWJ RMC RNZ"),
    ("• Stockport NHS Foundation Trust\n• Bolton NHS Foundation Trust\n\nEach of these will enter «segment 4».", "RWJ RMC"),
    ("Stockport NHS Foundation Trust met Bolton NHS Foundation Trust. The latter left and the former stays in «segment 3».", "RWJ"),
])
def test_several_told_one_by_one_are_taken_up_together_or_singly(marked: str, codes: str) -> None:
    assert {subject.code for subject in about(marked)} == set(codes.split())


@pytest.mark.parametrize(("marked", "codes"), [
    ("Bolton NHS Foundation Trust is an old friend of ours. That trust was put into «special measures» in May.", "RMC"),
    ("The Trust met its neighbours. Bolton NHS Foundation Trust has a new chair. Its «rating» is good.", "RMC"),
    ("The Trust met its neighbours. Bolton NHS Foundation Trust has a new chair. The Trust is in «segment 2».", "RNZ"),
])
def test_in_a_trusts_own_paper_that_trust_is_the_other(marked: str, codes: str) -> None:
    assert {subject.code for subject in about(marked, **BOARD)} == set(codes.split())


@pytest.mark.parametrize("marked", [
    "Stockport NHS Foundation Trust buys beds in the town. The CQC went to a care home there. The provider was served a «warning notice».",
    "School put in «special measures» says it cannot find teachers\n\nPatients of Stockport NHS Foundation Trust are not affected.",
    "It is the second school in the town to go into «special measures», a nurse at Stockport NHS Foundation Trust said.",
])
def test_a_home_a_surgery_or_a_school_is_no_trust(marked: str) -> None:
    assert about(marked) == ()


def test_nobody_is_the_subject_where_nobody_is_named() -> None:
    assert about("Trusts in «segment 4» get support.") == ()


def test_candidates_hold_all_who_may_be_meant_and_more_than_the_subjects() -> None:
    sheet, start, end = laid_out(
        "Salisbury NHS Foundation Trust wrote. Stockport NHS Foundation Trust is in «segment 3» while Bolton NHS Foundation Trust is not.")
    sentence = sheet.sentence_at(start)
    assert sentence is not None
    assert {subject.code for subject in candidates_of(sheet, sentence, start, end)} == {"RWJ", "RMC", "RNZ"}
    assert candidates_of(sheet, sentence, start, end)[0].code == "RWJ"


def test_confidence_is_lower_for_the_home_than_for_a_name_beside_the_trigger() -> None:
    named = about("Salisbury NHS Foundation Trust is in «segment 2».", **BOARD)
    unnamed = about("For the record: «segment 2».", **BOARD)
    assert unnamed[0].confidence < named[0].confidence
    assert (named[0].rule, unnamed[0].rule) == ("same_sentence", "home")


WORDS = st.sampled_from(["Stockport NHS Foundation Trust", "Bolton", "the trust", "and", ",", "while", ";", "we", "both trusts", "segment 3", ".",
                         "\n", "\n\n", "•", "A council", "(", ")", ":", "It", "Devon ICB"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_subjects_are_among_the_candidates_and_each_is_given_once(text: str) -> None:
    sheet = LINKER.link(Sheet(text=text, sentences=lay_out(text), published="2018-05-12"))
    for sentence in sheet.sentences:
        middle = (sentence.start + sentence.end) // 2
        subjects = subjects_of(sheet, sentence, middle, sentence.end)
        codes = [subject.code for subject in subjects]
        assert len(codes) == len(set(codes))
        assert all(0 <= subject.confidence <= 1 and subject.rule for subject in subjects)
