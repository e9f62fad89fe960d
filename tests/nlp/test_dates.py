"""Dates resolved against the day of publication. Every sentence here is invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.dates import date_of, dates_in, is_after
from nlp.layout import lay_out
from nlp.sheet import Sheet

PUBLISHED = "2018-05-24"
"""A Thursday."""


@pytest.mark.parametrize(("words", "date"), [
    ("It was placed there on 27 January 2016.", "2016-01-27"),
    ("It was placed there on the 3rd of March 2017.", "2017-03-03"),
    ("It was rated inadequate on October 5, 2017.", "2017-10-05"),
    ("The list of 21.10.16 has it in 3.", "2016-10-21"),
    ("Served 03/04/2018.", "2018-04-03"),
    ("Updated 2018-02-11 by the team.", "2018-02-11"),
    ("The notice of 2 May was met.", "2018-05-02"),
    ("The notice of 2 June was met.", "2017-06-02"),
    ("In March it was fined.", "2018-03"),
    ("In December it was fined.", "2017-12"),
    ("It has been there since September 2016.", "2016-09"),
    ("It was fined in mid-February.", "2018-02"),
    ("It left in April last year.", "2017-04"),
    ("It was fined last month.", "2018-04"),
    ("It was fined earlier this year.", "2018"),
    ("It was fined last year.", "2017"),
    ("It was fined two years ago.", "2016"),
    ("It was fined six months ago.", "2017-11"),
    ("It was fined ten days ago.", "2018-05-14"),
    ("It was fined yesterday.", "2018-05-23"),
    ("It was fined today.", "2018-05-24"),
    ("It was fined on Thursday.", "2018-05-24"),
    ("It was fined on Tuesday.", "2018-05-22"),
    ("It was fined last Friday.", "2018-05-18"),
    ("There were three in 2016-17.", "2016"),
    ("There were three in 2016/17.", "2016"),
    ("There were three in Q3 2016/17.", "2016-10"),
    ("There were three in the fourth quarter of 2016/17.", "2017-01"),
    ("It went in in the spring of 2014.", "2014"),
    ("It went in last autumn.", "2017"),
    ("It was inspected in 2015 under the Health and Social Care Act 2008.", "2015"),
])
def test_a_date_is_resolved_against_the_day_of_publication(words: str, date: str) -> None:
    assert [moment.date for moment in dates_in(words, PUBLISHED)] == [date]


@pytest.mark.parametrize(("words", "date"), [
    ("It will be fined in March.", "2019-03"), ("It will be fined in July.", "2018-07"), ("It will leave on 1 June.", "2018-06-01"),
    ("It will leave on 1 April.", "2019-04-01"), ("The inspectors return on Tuesday.", "2018-05-29"),
    ("It will leave next month.", "2018-06"), ("It will leave next year.", "2019"), ("It leaves tomorrow.", "2018-05-25"),
])
def test_a_date_to_come_is_the_next_of_its_name(words: str, date: str) -> None:
    assert [moment.date for moment in dates_in(words, PUBLISHED, future=True)] == [date]


@pytest.mark.parametrize("words", [
    "It may be fined.", "May it never happen.", "Staff march on.", "Under the Health and Social Care Act 2008 it must.",
    "Regulations 2014 apply.", "Version 3.10.2", "On 31 June it rained.",
    "99.99.99", "£2018", "ward 2018a", "It fell by 2,016.",
])
def test_what_is_no_date_is_none(words: str) -> None:
    assert not list(dates_in(words, PUBLISHED))


def test_without_a_day_of_publication_only_whole_dates_are_told() -> None:
    words = "In March 2016, last month, on Thursday, in May, two years ago and on 3 June 2017"
    assert [moment.date for moment in dates_in(words, None)] == ["2016-03", "2017-06-03"]


@pytest.mark.parametrize(("text", "trigger", "date"), [
    ("It was fined in March 2016, and rated good in 2017.", "fined", "2016-03"),
    ("It was fined in March 2016, and rated good in 2017.", "rated good", "2017"),
    ("In 2014 it was put into special measures; it left them in 2016.", "special measures", "2014"),
    ("Rated inadequate in 2015, the trust was fined last month.", "fined", "2018-04"),
    ("The trust was fined.", "fined", None),
])
def test_the_nearest_date_in_the_clause_is_the_triggers(text: str, trigger: str, date: str | None) -> None:
    sheet = Sheet(text=text, published=PUBLISHED, sentences=lay_out(text))
    start = text.index(trigger)
    assert date_of(sheet, sheet.sentences[0], start, start + len(trigger)) == date


@pytest.mark.parametrize(("moment", "published", "after"), [
    ("2018-06", "2018-05-24", True), ("2018-05", "2018-05-24", False), ("2019", "2018-05-24", True), ("2018", "2018-05-24", False),
    ("2018-05-25", "2018-05", False), ("2018-05-25", "2018-05-24", True), ("2018-06-01", None, False)])
def test_a_date_is_to_come_where_all_of_it_lies_after_publication(moment: str, published: str | None, after: bool) -> None:
    assert is_after(moment, published) is after


@given(st.text(), st.sampled_from([None, "2018", "2018-05", "2018-05-24"]), st.booleans())
def test_any_text_gives_only_partial_iso_dates(text: str, published: str | None, future: bool) -> None:
    for moment in dates_in(text, published, future=future):
        assert re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", moment.date)
        assert text[moment.start:moment.end]


@pytest.mark.parametrize("text", ["in " * 30_000, " " * 100_000, "12/" * 30_000, "last " * 20_000, "20" * 50_000,
                                  "the end of " * 9_000])
def test_long_runs_of_one_word_hold_no_date_and_take_linear_time(text: str) -> None:
    assert not list(dates_in(text, PUBLISHED))
