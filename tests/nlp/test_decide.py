"""What is decided of a trigger, and who is said to say so. Every sentence and statement about an organisation here is invented."""

from __future__ import annotations

import pytest

from corpora.schema import Value
from nlp.decide import calibrated, decide, nature_of
from nlp.layout import lay_out
from nlp.settle import settled
from nlp.sheet import Claim, Sheet, Subject, Trigger
from nlp.speakers import speaker_of

WHOM = (Subject("RX1", 0.9, "same_sentence"),)


def claims(marked: str, *, kind: str = "intervention", subtype: str = "special_measures", published: str | None = "2019-06-12",
           value: Value = None, subjects: tuple[Subject, ...] | None = WHOM, impersonal: bool = False) -> list[Claim]:
    """The claims of the marked trigger."""
    start, text = marked.index("[["), marked.replace("[[", "").replace("]]", "")
    sheet = Sheet(text=text, published=published, sentences=lay_out(text))
    trigger = Trigger(kind, subtype, start, marked.index("]]") - 2, f"{kind}.test", value, subjects=subjects, impersonal=impersonal)
    return list(decide(sheet, trigger))


def test_a_claim_quotes_its_sentence_and_names_its_rule() -> None:
    text = "It rained. The trust is in [[special measures]]. It rained."
    claim, = claims(text)
    assert text.replace("[[", "").replace("]]", "")[claim.start:claim.end] == "The trust is in special measures."
    assert claim.rule == "intervention.test/same_sentence/plain"
    assert 0 < claim.confidence <= 1


@pytest.mark.parametrize(("marked", "date"), [
    ("The trust was put into [[special measures]] on 3 May 2018.", "2018-05-03"),
    ("The trust was put into [[special measures]] in March.", "2019-03"),
    ("The trust will be put into [[special measures]] in March.", "2020-03"),
    ("The trust is in [[special measures]].", None),
])
def test_a_claim_has_the_date_of_its_clause(marked: str, date: str | None) -> None:
    assert [claim.date for claim in claims(marked)] == [date]


@pytest.mark.parametrize("marked", [
    "Is the trust in [[special measures]]?", "The union demanded [[special measures]].", "Suppose it were in [[special measures]].",
])
def test_what_claims_nothing_is_left_out(marked: str) -> None:
    assert claims(marked) == []


def test_a_trigger_about_nobody_that_can_be_told_is_left_out() -> None:
    assert claims("They are in [[special measures]].", subjects=()) == []


def test_a_claim_is_made_for_each_organisation() -> None:
    two = (Subject("RX1", 0.9, "list"), Subject("RWD", 0.9, "list"))
    assert [claim.org for claim in claims("Both are in [[special measures]].", subjects=two)] == ["RX1", "RWD"]


def test_an_impersonal_claim_is_about_no_organisation() -> None:
    claim, = claims("There are [[60 trusts in segment 3]].", kind="segment_count", subtype="nof", value="60:3:trust", subjects=None,
                    impersonal=True)
    assert (claim.org, claim.value) == (None, "60:3:trust")


def test_a_negated_never_event_counts_as_none() -> None:
    claim, = claims("It was first called a [[never event]] and later downgraded.", kind="never_event", subtype="wrong_site_surgery", value=1)
    assert (claim.status, claim.value) == ("negated", 0)


def test_a_problem_that_is_denied_is_no_concern() -> None:
    assert claims("Inspectors found no evidence of [[bullying]].", kind="concern", subtype="workforce") == []


def test_a_problem_that_is_forecast_is_a_concern_now() -> None:
    claim, = claims("The trust is expected to end the year with [[a £9m deficit]].", kind="concern", subtype="finance")
    assert claim.status == "current"


@pytest.mark.parametrize(("marked", "published", "status"), [
    ("It was placed in [[special measures]] in 2015.", "2016-02-03", "current"),
    ("It was placed in [[special measures]] in 2015.", "2023-02-03", "ended"),
    ("It was placed in [[special measures]] in 2022.", "2023-02-03", "current"),
])
def test_an_abolished_regime_is_history(marked: str, published: str, status: str) -> None:
    assert [claim.status for claim in claims(marked, published=published)] == [status]


def test_a_heading_is_less_sure_than_a_sentence() -> None:
    heading, = claims("Trust in [[special measures]]\n\nIt rained on the day that the inspectors came, and they got wet.")
    sentence, = claims("The trust is in [[special measures]].")
    assert heading.confidence < sentence.confidence


@pytest.mark.parametrize(("kind", "subtype", "nature"), [
    ("segment", "nof", "standing"), ("rating", "overall", "standing"), ("never_event", "unspecified", "incident"),
    ("concern", "finance", "moment"), ("intervention", "leadership_change", "moment"), ("intervention", "warning_notice", "notice"),
    ("intervention", "independent_review", "review"), ("intervention", "service_suspension", "closure"),
    ("intervention", "special_measures", "state"),
])
def test_each_kind_has_its_nature(kind: str, subtype: str, nature: str) -> None:
    assert nature_of(Trigger(kind, subtype, 0, 1, "x.y")) == nature


@pytest.mark.parametrize(("marked", "speaker"), [
    ("The CQC said that the trust was in [[special measures]].", "The CQC"),
    ("According to Monitor, the trust is in [[special measures]].", "Monitor"),
    ("“It is in [[special measures]],” said chief executive Jane Roe.", "chief executive Jane Roe"),
    ("Sir John Poe, the chief inspector, said that it was in [[special measures]].", "Sir John Poe"),
    ("NHS England has confirmed that the trust is in [[special measures]].", "NHS England"),
    ("The trust is in [[special measures]], NHS Improvement announced on Monday.", "NHS Improvement"),
    ("The trust is in [[special measures]].", None),
    ("The report was long. The trust is in [[special measures]].", None),
])
def test_the_speaker_is_named_as_the_text_names_them(marked: str, speaker: str | None) -> None:
    assert [claim.reported_by for claim in claims(marked)] == [speaker]


@pytest.mark.parametrize("word", ["Aa Bb ", "said ", "said Aa ", "chief executive ", "the trust "])
def test_a_speaker_is_sought_only_near_the_trigger(word: str) -> None:
    text = word * 20_000
    sheet = Sheet(text=text, sentences=lay_out(text))
    found = speaker_of(sheet, sheet.sentences[0], len(text) // 2, len(text) // 2 + 3)
    assert found is None or len(found) < 200


def segment(value: int, status: str, rule: str = "plain", date: str | None = None, org: str = "RX1") -> Claim:
    """A claim about a segment, as a sentence gives it."""
    return Claim("segment", "nof", org, value, status, 0, 1, f"segment.number/same_sentence/{rule}", date=date)  # type: ignore[arg-type]


def test_a_segment_said_to_be_over_is_not_current_too() -> None:
    assert [claim.status for claim in settled([segment(4, "current"), segment(4, "ended", "cue")])] == ["ended"]


def test_a_segment_said_to_hold_still_outweighs_its_history() -> None:
    assert [claim.status for claim in settled([segment(4, "current", "holds"), segment(4, "ended", "cue")])] == ["current"]


def test_the_older_of_two_segments_is_over() -> None:
    both = settled([segment(4, "current", date="2023-05"), segment(3, "current", date="2024-09")])
    assert [(claim.value, claim.status) for claim in both] == [(4, "ended"), (3, "current")]


def test_segments_of_two_organisations_do_not_touch_each_other() -> None:
    both = settled([segment(4, "current", date="2023-05"), segment(3, "current", date="2024-09", org="RWD")])
    assert [claim.status for claim in both] == ["current", "current"]


def test_undated_segments_stand_side_by_side() -> None:
    assert [claim.status for claim in settled([segment(4, "current"), segment(3, "current")])] == ["current", "current"]


def test_confidence_grows_with_its_parts_and_stays_a_share() -> None:
    products = [step / 50 for step in range(51)]
    shares = [calibrated(product) for product in products]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
