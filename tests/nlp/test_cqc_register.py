"""What the Care Quality Commission's API says of ratings is read as it is said. All ratings here are invented."""

from __future__ import annotations

import json

import pytest

from crawl.answers.cqc_ratings import Ratings, read_ratings, sentences_of_location, sentences_of_provider
from crawl.answers.json_parts import Part
from tests.nlp.conftest import Read

SERVICES = {"Maternity": "maternity", "Urgent and emergency services": "urgent_and_emergency", "Surgery": "surgery",
            "Services for children & young people": "children_and_young_people", "Critical care": "critical_care",
            "Medical care (including older people's care)": "medical_care", "End of life care": "end_of_life",
            "Wards for older people with mental health problems": "mental_health_wards"}
TRUST = "Barts Health NHS Trust"


def questions(**ratings: str) -> list[dict[str, str]]:
    return [{"name": name.replace("_", "-"), "rating": rating} for name, rating in ratings.items()]


def ratings_of(**fields: object) -> Ratings:
    return read_ratings(Part.of(json.dumps(fields).encode(), url="https://api.example/providers/R1H"))


OLD = {
    "currentRatings": {
        "overall": {"rating": "Requires improvement", "reportDate": "2026-03-03",
                    "keyQuestionRatings": questions(Safe="Requires improvement", Effective="Good", Caring="Good", Well_led="Inadequate")},
        "serviceRatings": [{"name": name, "rating": "Inadequate", "reportDate": "2025-09-13",
                            "keyQuestionRatings": questions(Safe="Inadequate", Caring="Outstanding")} for name in SERVICES]},
    "historicRatings": [{"reportDate": "2019-03-14", "overall": {"rating": "Good", "keyQuestionRatings": questions(Safe="Outstanding")},
                         "serviceRatings": [{"name": "Maternity", "rating": "Good"}]}]}


def filed(read: Read, text: str) -> set[tuple[str, str | None, object, str]]:
    return {(one.subtype, one.org, one.value, one.status) for one in read(text, published="2026-03-03", doc_type="cqc_report")}


def test_a_trust_s_ratings_are_read_as_the_register_has_them(read_together: Read) -> None:
    text = "\n\n".join(sentences_of_provider(TRUST, "R1H", ratings_of(**OLD)))
    assert filed(read_together, text) == {
        ("overall", "R1H", "requires_improvement", "current"), ("safe", "R1H", "requires_improvement", "current"),
        ("effective", "R1H", "good", "current"), ("caring", "R1H", "good", "current"), ("well_led", "R1H", "inadequate", "current"),
        *((subtype, "R1H", "inadequate", "current") for subtype in SERVICES.values()),
        ("overall", "R1H", "good", "ended"), ("maternity", "R1H", "good", "ended")}


@pytest.mark.parametrize("place", ["The Royal London Hospital", "Newham University Hospital", "Invented Clinic", "Invented House, Unit 3"])
def test_a_hospital_s_rating_is_not_taken_for_the_trust_s(read_together: Read, place: str) -> None:
    text = "\n\n".join([f"{place} is a location of {TRUST} (R1H).", *sentences_of_location(place, ratings_of(**OLD))])
    assert filed(read_together, text) == {
        ("site", "R1H", "requires_improvement", "current"), ("site", "R1H", "good", "ended"),
        *((subtype, "R1H", "inadequate", "current") for subtype in SERVICES.values()), ("maternity", "R1H", "good", "ended")}


def test_newer_work_goes_before_older_in_both_layouts(read_together: Read) -> None:
    ratings = ratings_of(**OLD, assessment=[
        {"assessmentPlanPublishedDateTime": "2026-06-18T09:30:00Z", "ratings": {
            "overall": [{"rating": "Good", "status": "Current"}],
            "asgRatings": [{"assessmentPlanId": "AP1", "assessmentDate": "2026-02-10T00:00:00Z", "name": "Maternity", "status": "Current",
                            "rating": "Requires Improvement"}]}}])
    assert ratings.latest == "2026-06-18"
    text = "\n\n".join(sentences_of_provider(TRUST, "R1H", ratings))
    assert text.startswith(f"{TRUST} (R1H) is rated Good overall (published 18 June 2026). Date of the assessment: 10 February 2026.")
    read = filed(read_together, text)
    assert {("overall", "R1H", "good", "current"), ("overall", "R1H", "requires_improvement", "ended"),
            ("maternity", "R1H", "requires_improvement", "current"), ("maternity", "R1H", "inadequate", "ended")} <= read
    assert not [one for one in read if one[0] in ("safe", "well_led")]


def test_what_is_not_rated_is_not_filed(read_together: Read) -> None:
    ratings = ratings_of(currentRatings={"overall": {"rating": "Inspected but not rated", "reportDate": "2026-03-03"}, "serviceRatings": [
        {"name": "Surgery", "rating": "No published rating"}]})
    assert filed(read_together, "\n\n".join(sentences_of_provider(TRUST, "R1H", ratings))) == set()
    assert filed(read_together, "\n\n".join(sentences_of_provider(TRUST, "R1H", ratings_of()))) == set()


def test_a_rating_of_an_unknown_wording_is_an_issue() -> None:
    ratings = ratings_of(currentRatings={"overall": {"rating": "Splendid", "reportDate": "2026-03-03"}})
    assert ratings.ratings == ()
    issue, = ratings.issues
    assert (issue.value, issue.where) == ("Splendid", "https://api.example/providers/R1H, currentRatings overall")
