"""CQC ratings: what is rated, how, and which of two grades holds. All sentences are invented, whatever trust they name."""

from __future__ import annotations

import pytest

from nlp.kinds.rating.grades import grades_in
from tests.nlp.conftest import Read

TRUST = "Barnsley Hospital NHS Foundation Trust"

RATED = [
    # the whole trust
    (f"{TRUST} has been rated good overall by the Care Quality Commission.", {("overall", "good", "current")}),
    (f"Inspectors rated {TRUST} as ‘requires improvement’.", {("overall", "requires_improvement", "current")}),
    (f"The CQC has published its report on {TRUST}. The overall rating is Inadequate.", {("overall", "inadequate", "current")}),
    (f"{TRUST} is an outstanding trust, the Care Quality Commission said, rating it Outstanding overall.", {("overall", "outstanding", "current")}),
    (f"{TRUST} remains rated as requires improvement.", {("overall", "requires_improvement", "current")}),
    (f"{TRUST} was given an overall rating of inadequate after an inspection in March.", {("overall", "inadequate", "current")}),
    # key questions
    (f"{TRUST} was rated good for being caring and effective by the CQC.", {("caring", "good", "current"), ("effective", "good", "current")}),
    (f"Inspectors rated {TRUST} inadequate for being safe and well-led.", {("safe", "inadequate", "current"), ("well_led", "inadequate", "current")}),
    (f"{TRUST}\n\nCQC ratings\n\nSafe: Requires improvement\n\nCaring: Good", {("safe", "requires_improvement", "current"), ("caring", "good", "current")}),
    # services
    (f"Maternity services at {TRUST} have been rated inadequate by the CQC.", {("maternity", "inadequate", "current")}),
    (f"At {TRUST} the CQC rated surgery and critical care good.", {("surgery", "good", "current"), ("critical_care", "good", "current")}),
    (f"At {TRUST}, inspectors found that end of life care was outstanding and rated it so; outpatients were rated requires improvement.",
     {("end_of_life", "outstanding", "current"), ("outpatients", "requires_improvement", "current")}),
    (f"The Care Quality Commission rated the emergency department of {TRUST} as requires improvement.",
     {("urgent_and_emergency", "requires_improvement", "current")}),
    (f"{TRUST} was told by the CQC that its services for children and young people were rated good.",
     {("children_and_young_people", "good", "current")}),
    # moves
    (f"{TRUST} has been upgraded from requires improvement to good by the CQC.",
     {("overall", "requires_improvement", "ended"), ("overall", "good", "current")}),
    (f"The CQC has downgraded maternity services at {TRUST} from good to inadequate.",
     {("maternity", "good", "ended"), ("maternity", "inadequate", "current")}),
    (f"{TRUST} is rated Good overall (previously Requires Improvement).",
     {("overall", "good", "current"), ("overall", "requires_improvement", "ended")}),
    (f"{TRUST}\n\nCQC ratings\n\nWell-led: Inadequate, was Good", {("well_led", "inadequate", "current"), ("well_led", "good", "ended")}),
    # tables
    (f"{TRUST}\n\nCQC ratings\n\nSafe | Effective | Caring | Responsive | Well-led | Overall\n"
     "Surgery | Good | Good | Good | Good | Good | Requires improvement\nMaternity | RI | G | G | G | I | I",
     {("surgery", "requires_improvement", "current"), ("maternity", "inadequate", "current")}),
    (f"{TRUST}\n\nCQC ratings\n\n            2018     2022\nTrust       RI       Good\nSurgery     Good     Good",
     {("overall", "requires_improvement", "ended"), ("overall", "good", "current"), ("surgery", "good", "current")}),
]

NOT_RATED = [
    f"{TRUST} said that its staff had done a good job in outstanding circumstances.",
    f"{TRUST} has £4m of invoices outstanding, and its cash is inadequate.",
    f"Ventilation at {TRUST} is inadequate for the new theatres.",
    f"It was a good year for {TRUST}, whose choir found outstanding form.",
    f"Record keeping at {TRUST} needs improvement, the auditors wrote.",
    f"{TRUST} thanked volunteers for their outstanding contribution.",
    f"Ofsted rated the school next to {TRUST} inadequate.",
    "The CQC rates services as outstanding, good, requires improvement or inadequate.",
    f"Nothing is outstanding from the action log of {TRUST}.",
]


def found_in(read: Read, text: str, **fields: object) -> set[tuple[str, object, str]]:
    return {(e.subtype, e.value, e.status) for e in read(text, **fields) if e.kind == "rating"}


@pytest.mark.parametrize(("text", "expected"), RATED)
def test_a_rating_is_filed_with_what_it_is_of(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert found_in(read, text) == expected


@pytest.mark.parametrize("text", NOT_RATED)
def test_praise_and_blame_are_no_ratings(read: Read, text: str) -> None:
    assert found_in(read, text) == set()


def test_a_key_question_of_one_service_is_not_the_trust_s(read: Read) -> None:
    text = f"At {TRUST} the CQC looked at maternity. Maternity was rated inadequate for being safe and well-led."
    assert not {subtype for subtype, _, _ in found_in(read, text)} & {"safe", "well_led"}


@pytest.mark.parametrize(("words", "values"), [
    ("rated “good” for caring", ["good"]),
    ("from RI to Good", ["requires_improvement", "good"]),
    ("good care was given to patients", []),
    ("the staff were good with children", []),
    ("the lowest possible rating", ["inadequate"]),
    ("it requires\nimprovement", ["requires_improvement"]),
])
def test_grades_are_told_from_ordinary_words(words: str, values: list[str]) -> None:
    assert [grade.value for grade in grades_in(words, 0, len(words), rating_context="rat" in words)] == values


ELLIPSIS = [
    (f"The CQC rated {TRUST} good for being caring, and so was effective.", {("caring", "good", "current"), ("effective", "good", "current")}),
    (f"At {TRUST} the CQC rated surgery good; critical care likewise.", {("surgery", "good", "current"), ("critical_care", "good", "current")}),
    (f"The CQC rated the maternity service of {TRUST} inadequate, as was surgery.",
     {("maternity", "inadequate", "current"), ("surgery", "inadequate", "current")}),
    (f"The CQC has rated {TRUST}. Safe is inadequate; the rest are good.",
     {("safe", "inadequate", "current"), ("effective", "good", "current"), ("caring", "good", "current"), ("responsive", "good", "current"),
      ("well_led", "good", "current")}),
    (f"{TRUST} was rated good for all five key questions by the CQC.",
     {(question, "good", "current") for question in ("safe", "effective", "caring", "responsive", "well_led")}),
]
ORDER = [
    (f"The CQC has reported on {TRUST}. Surgery, which was inadequate in 2016, is now good.",
     {("surgery", "inadequate", "ended"), ("surgery", "good", "current")}),
    (f"The CQC rates {TRUST} inadequate. Until Monday it was good.", {("overall", "inadequate", "current"), ("overall", "good", "ended")}),
    (f"Having lost its Outstanding, {TRUST} is rated good by the CQC.", {("overall", "outstanding", "ended"), ("overall", "good", "current")}),
]
BESIDE = [
    (f"{TRUST} (RI since October) sent its inspectors’ letter to the CQC.", {("overall", "requires_improvement", "current")}),
    (f"{TRUST}: Good overall. The CQC was there in May.", {("overall", "good", "current")}),
    (f"CQC ratings this week: outstanding ({TRUST}).", {("overall", "outstanding", "current")}),
]
NO_GRADE_OF_A_TRUST = [
    f"The care home next to {TRUST} was rated inadequate by the CQC.",
    f"The police force was rated requires improvement. {TRUST} treats its officers.",
    f"{TRUST} wants applicants who have worked in trusts rated inadequate or requires improvement by the CQC.",
    f"{TRUST} explained the CQC's letters: G = good, I = inadequate.",
]


@pytest.mark.parametrize(("text", "expected"), ELLIPSIS + ORDER + BESIDE)
def test_a_grade_left_unsaid_or_given_up_is_filed(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert found_in(read, text) == expected


@pytest.mark.parametrize("text", NO_GRADE_OF_A_TRUST)
def test_grades_of_others_are_not_the_trust_s(read: Read, text: str) -> None:
    assert found_in(read, text) == set()


@pytest.mark.parametrize("text", [
    "The trial at Barts Health NHS Trust was rated outstanding by its funder.",
    "Placements at Barts Health NHS Trust were rated outstanding by student nurses.",
    "Courses run by Barts Health NHS Trust were rated good by most trainees.",
    "The new app of Barts Health NHS Trust is rated good by users.",
])
def test_what_others_grade_is_no_rating_of_the_commission_s(text: str, read_together: Read) -> None:
    assert not [fact for fact in read_together(text) if fact.kind == "rating"]


@pytest.mark.parametrize("text", [
    "Barts Health NHS Trust was rated good by the Care Quality Commission.",
    "Barts Health NHS Trust was rated good by the chief inspector of hospitals.",
    "Barts Health NHS Trust, which was rated good by inspectors, thanked its staff and patients.",
])
def test_near_misses_are_ratings(text: str, read_together: Read) -> None:
    assert [fact for fact in read_together(text) if fact.kind == "rating"]
