"""Never events: totals, types, and those that were none. All sentences are invented, whatever trust they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.kinds.incident import find_incidents
from nlp.kinds.never_event import find_never_events
from nlp.kinds.never_event.types import types_in
from nlp.layout import lay_out
from nlp.sheet import Sheet
from tests.nlp.conftest import Read

TRUST = "Barnsley Hospital NHS Foundation Trust"

WORDINGS = {
    "wrong_site_surgery": ["surgery on the wrong side", "a wrong-site nerve block", "wrong level spinal surgery", "an injection in the wrong eye",
                           "the wrong tooth extracted", "an operation on the wrong knee", "the removal of the wrong lesion", "WSS"],
    "wrong_implant": ["a wrong lens", "the wrong hip prosthesis", "a lens of the wrong power", "the wrong size of knee implant", "an incorrect intraocular lens",
                      "wrong implant/prosthesis"],
    "retained_foreign_object": ["a retained swab", "a retained guidewire", "a swab left inside a patient", "a drill tip that was left in the bone",
                                "a retained throat pack", "a tampon left in after a birth", "retained foreign object post procedure", "a guidewire left in a vein"],
    "strong_potassium": ["mis-selected potassium chloride", "a concentrated potassium solution", "undiluted potassium"],
    "medication_wrong_route": ["an oral medicine given intravenously", "a wrong route medication error", "an epidural infusion given into a vein"],
    "insulin_overdose": ["an insulin overdose", "an overdose of insulin", "a tenfold dose of insulin"],
    "methotrexate_overdose": ["methotrexate given daily rather than weekly", "a methotrexate overdose"],
    "midazolam": ["high-strength midazolam", "a midazolam overdose"],
    "collapsible_rails": ["a curtain rail that did not collapse", "the failure of a collapsible rail", "a shower rail that bore weight"],
    "window_fall": ["a fall from a window", "a patient who fell from a second floor window", "a patient who climbed out of an unrestricted window"],
    "bed_rail_entrapment": ["entrapment in bed rails", "a patient whose neck was caught in a bed rail", "a bed-rail entrapment"],
    "transfusion_abo": ["an ABO-incompatible transfusion", "a transfusion of the wrong blood", "blood of the wrong group"],
    "nasogastric_tube": ["a misplaced nasogastric tube", "a misplaced NG tube", "a feeding tube placed in the lung"],
    "scalding": ["a scald in the bath", "the scalding of a patient"],
    "air_flowmeter": ["a patient connected to air instead of oxygen", "the use of an air flowmeter", "connection to medical air rather than oxygen"],
    "oesophageal_intubation": ["an undetected oesophageal intubation", "a breathing tube placed in the gullet", "an unrecognised oesophageal intubation"],
}

TOLD = [
    # totals
    (f"{TRUST} has reported four never events since April.", {("unspecified", 4, "current")}),
    (f"There have been no never events at {TRUST} this year.", {("unspecified", 0, "negated")}),
    (f"{TRUST} board report\n\nNever events: nil", {("unspecified", 0, "negated")}),
    (f"{TRUST} recorded six never events last year, compared with two the year before.", {("unspecified", 6, "current"), ("unspecified", 2, "current")}),
    (f"The number of never events at {TRUST} rose to five.", {("unspecified", 5, "current")}),
    (f"It was the third never event of the year at {TRUST}.", {("unspecified", 3, "current")}),
    (f"{TRUST} has declared a never event.", {("unspecified", 1, "current")}),
    (f"{TRUST} has not had a never event since 2019.", {("unspecified", 0, "negated")}),
    (f"{TRUST} has gone two years without a never event.", {("unspecified", 0, "negated")}),
    (f"{TRUST} reported two never events in 2022/23. In 2021/22 there were five.", {("unspecified", 2, "current"), ("unspecified", 5, "current")}),
    # types and totals
    (f"{TRUST} reported three never events: two retained swabs and one wrong-side block.",
     {("unspecified", 3, "current"), ("retained_foreign_object", 2, "current"), ("wrong_site_surgery", 1, "current")}),
    (f"{TRUST} declared a never event after a guidewire was left in a vein.", {("retained_foreign_object", 1, "current")}),
    (f"A swab was left inside a patient at {TRUST}. The trust reported it as a never event.", {("retained_foreign_object", 1, "current")}),
    (f"{TRUST} has had four never events since April, one a wrong lens and the rest retained swabs.",
     {("unspecified", 4, "current"), ("wrong_implant", 1, "current"), ("retained_foreign_object", 3, "current")}),
    (f"{TRUST} had five never events (tooth; swab; swab; lens; insulin).", {
        ("unspecified", 5, "current"), ("wrong_site_surgery", 1, "current"), ("retained_foreign_object", 2, "current"), ("wrong_implant", 1, "current"),
        ("insulin_overdose", 1, "current")}),
    # as board papers and the press put it
    (f"{TRUST} has reported 2 Never Events YTD (1 x wrong site surgery, 1 x retained foreign object).",
     {("unspecified", 2, "current"), ("wrong_site_surgery", 1, "current"), ("retained_foreign_object", 1, "current")}),
    (f"{TRUST} had reported eight never events in the previous 12 months. Five of these were wrong site surgery and three were retained foreign objects.",
     {("unspecified", 8, "current"), ("wrong_site_surgery", 5, "current"), ("retained_foreign_object", 3, "current")}),
    (f"From August 2017 to July 2018, {TRUST} reported no incidents classified as never events for surgery.", {("unspecified", 0, "negated")}),
    (f"{TRUST} reported four incidents which met the criteria of a never event.", {("unspecified", 4, "current")}),
    (f"{TRUST} has not reported any never events this year.", {("unspecified", 0, "negated")}),
    (f"There were no Serious Incidents or Never Events declared by {TRUST} in March.", {("unspecified", 0, "negated")}),
    (f"{TRUST} reported its fourth never event of 2018/19 in February, a retained throat pack.",
     {("unspecified", 4, "current"), ("retained_foreign_object", 1, "current")}),
    (f"{TRUST} recorded five never events in 2018-19, up from three in 2017-18.", {("unspecified", 5, "current"), ("unspecified", 3, "current")}),
    (f"The number of never events reported by {TRUST} has fallen from six to two.", {("unspecified", 6, "current"), ("unspecified", 2, "current")}),
    (f"{TRUST}\n\nIndicator Target Apr May Jun YTD\nNever Events 0 0 1 0 1", {("unspecified", 1, "current"), ("unspecified", 0, "negated")}),
    # withdrawn
    (f"A retained swab at {TRUST} was reported as a never event and later downgraded.", {("retained_foreign_object", 0, "negated")}),
    (f"The wrong-side block at {TRUST} did not meet the never event criteria.", {("wrong_site_surgery", 0, "negated")}),
    (f"{TRUST} had reported a misplaced NG tube as a never event. It was stood down in May.", {("nasogastric_tube", 0, "negated")}),
    (f"{TRUST}: a retained guidewire reported as a never event has been de-escalated.", {("retained_foreign_object", 0, "negated")}),
    # tables
    (f"{TRUST}\n\nMetric | Target | Mar | Apr | YTD\nNever events | 0 | 0 | 1 | 3", {("unspecified", 1, "current"), ("unspecified", 3, "current")}),
    (f"Never events by trust\n\nTrust | Number\n{TRUST} | 4\nWalsall Healthcare NHS Trust | 0",
     {("unspecified", 4, "current"), ("unspecified", 0, "negated")}),
]

NOTHING = [
    f"{TRUST} board. Never events are serious incidents that are wholly preventable.",
    f"{TRUST} board. There are 15 types of never event, such as wrong site surgery and retained objects.",
    f"{TRUST} board. Nationally there were 384 never events last year.",
    f"{TRUST} staff attended never event training in theatres.",
    f"{TRUST} reported a near miss: a retained swab was noticed before closure, so it was no worse. Never events are on the agenda for May.",
    f"{TRUST} has a target of no never events.",
    f"{TRUST} board. The Joint Commission says hospitals in Minnesota had 24 never events.",
    f"It has been 214 days since the last never event at {TRUST}.",
    f"{TRUST} revised its never events policy in 2023.",
]


@pytest.mark.parametrize(("slug", "words"), [(slug, words) for slug, wordings in WORDINGS.items() for words in wordings])
def test_the_wordings_of_each_type_are_known(slug: str, words: str) -> None:
    assert {found.slug for found in types_in(words, 0, len(words))} == {slug}


@pytest.mark.parametrize(("slug", "words"), [(slug, words) for slug, wordings in WORDINGS.items() for words in wordings])
def test_a_never_event_with_its_type_is_filed_as_that_type(read: Read, slug: str, words: str) -> None:
    found = {(e.subtype, e.value, e.status) for e in read(f"{TRUST} has reported a never event, {words}.", published="2019-05-01") if e.kind == "never_event"}
    assert found == {(slug, 1, "current")}


LISTED = [
    # the words as a heading
    (f"{TRUST}\n\nNever Events\nNone reported.", {("unspecified", 0, "negated")}),
    (f"{TRUST}\n\nTB/19/026  Never Events\nThe director gave the position. Three in the first four months.", {("unspecified", 3, "current")}),
    (f"{TRUST}\n\nNever Events by financial year\n16/17: 6     17/18: 9     18/19: 3",
     {("unspecified", 6, "current"), ("unspecified", 9, "current"), ("unspecified", 3, "current")}),
    # rows and lines
    (f"{TRUST}\n\nNever events 0 2 target 0", {("unspecified", 0, "negated"), ("unspecified", 2, "current")}),
    (f"{TRUST}\n\nNumber of never events: actual 1, target 0", {("unspecified", 1, "current")}),
    (f"Never events by type, {TRUST}\n\nType | Number\nWrong site surgery | 2\nScalding | 1\nTotal | 3",
     {("wrong_site_surgery", 2, "current"), ("scalding", 1, "current"), ("unspecified", 3, "current")}),
    # numbers beside names, corrections, ordinals
    (f"The trusts with the most never events were {TRUST} (9) and others.", {("unspecified", 9, "current")}),
    (f"A never event of 2017 has come to light, so that the total of never events at {TRUST} is amended from 2 to 3.",
     {("unspecified", 3, "current")}),
    (f"It was {TRUST}'s first never event since 2016.", {("unspecified", 1, "current")}),
    (f"Among the never events reported in the half-year: {TRUST} (a retained swab).", {("retained_foreign_object", 1, "current")}),
    # withdrawn some sentences later
    (f"A wrong lens was reported at {TRUST} as a never event. The patient is well. It was later withdrawn.",
     {("wrong_implant", 0, "negated")}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD + LISTED)
def test_never_events_are_filed_with_type_number_and_status(read: Read, text: str, expected: set[tuple[str, int, str]]) -> None:
    found = {(e.subtype, e.value, e.status) for e in read(text, published="2019-05-01") if e.kind == "never_event"}
    assert found == expected


@pytest.mark.parametrize("text", NOTHING)
def test_definitions_near_misses_targets_and_other_countries_are_not_filed(read: Read, text: str) -> None:
    assert [(e.subtype, e.value) for e in read(text) if e.kind == "never_event"] == []


def test_a_wrong_tooth_is_no_never_event_after_march_2021(read: Read) -> None:
    text = f"{TRUST} reported a never event list of one: the wrong tooth extracted."
    assert [e for e in read(text, published="2023-05-01") if e.kind == "never_event" and e.subtype == "wrong_site_surgery"] == []


def test_without_the_words_an_incident_is_filed_as_a_candidate_only(read: Read) -> None:
    found = read(f"A swab was left inside a patient during an operation at {TRUST}.")
    assert [(e.kind, e.subtype) for e in found if e.kind in ("incident", "never_event")] == [("incident", "retained_foreign_object")]


def test_ordinary_medicine_is_no_incident(read: Read) -> None:
    assert [e for e in read(f"Patients at {TRUST} were given insulin and had a nasogastric tube.") if e.kind == "incident"] == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300).map(lambda words: words + " two never events (swab; wrong lens) 2019/20: 3"))
def test_triggers_stand_where_they_say_in_any_text(text: str) -> None:
    sheet = Sheet(text=text, published="2020-01-01", sentences=lay_out(text))
    for trigger in (*find_never_events(sheet), *find_incidents(sheet)):
        assert 0 <= trigger.start < trigger.end <= len(text)


@pytest.mark.parametrize("text", ["a " * 50_000, "4" * 100_000, "never event " * 9_000, "wrong " * 17_000, "retained swab and " * 5_000, "2019/20: 3 " * 9_000])
def test_long_monotonous_text_is_read_in_good_time(text: str) -> None:
    text = "Never events. " + text
    list(find_never_events(Sheet(text=text, sentences=lay_out(text))))
