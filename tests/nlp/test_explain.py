"""Why evidence is filed as it is. Every text is invented, whatever real trust it names."""

from __future__ import annotations

import pytest

from corpora.schema import Evidence
from nlp.explain import Explanation, explain
from nlp.judge import stated
from nlp.pipeline import Pipeline
from tests.conftest import make_document

TEXTS = (
    "Frimley Health was served with a warning notice last month.",
    "Barts Health moved from segment 4 to segment 3.",
    "There are 60 acute trusts in segment 3.",
    "Sherwood Forest Hospitals reported two never events. Both were retained swabs.",
    "Whipps Cross is rated inadequate. Barts Health has a deficit of £90m, well off its plan.",
    "Leeds Teaching Hospitals NHS Trust\nSegment: 4\nBradford Teaching Hospitals NHS Foundation Trust\nSegment: 2\n",
    "Barts Health NHS Trust is in segment 3. The oversight report puts Barts Health NHS Trust in segment 2.",
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The rules alone."""
    return Pipeline.load(embed=False, learned=False)


@pytest.fixture(scope="module")
def together() -> Pipeline:
    """The rules and the learned reader."""
    return Pipeline.load(embed=False)


def explained(pipeline: Pipeline, text: str, **changed: object) -> Explanation:
    """The explanation of the first evidence in a text, or of that evidence with some fields changed."""
    document = make_document(text, published="2024-06-14")
    evidence = pipeline.read(document).evidence[0]
    return explain(pipeline, document, evidence.model_copy(update=changed))


@pytest.mark.parametrize("text", TEXTS)
def test_everything_that_is_read_can_be_explained(pipeline: Pipeline, text: str) -> None:
    document = make_document(text, published="2024-06-14")
    found = pipeline.read(document).evidence
    assert found
    for evidence in found:
        told = explain(pipeline, document, evidence)
        assert told.outcome == "found"
        assert told.trigger
        assert told.status
        assert told.confidence
        assert evidence.rule.startswith(told.trigger.rule)
        assert document.text[told.trigger.start:told.trigger.end] == told.trigger.text
        assert told.trigger.text in told.trigger.sentence
        assert (told.status.status, told.confidence.confidence) == (evidence.status, evidence.confidence)
        assert (told.date.date if told.date else None) == evidence.date
        assert told.reported_by == evidence.reported_by


def test_candidates_that_lost_are_told_with_what_counted(pipeline: Pipeline) -> None:
    told = explained(pipeline, "Barts Health has had a hard year. Frimley Health was served with a warning notice.")
    assert told.organisation
    chosen, *lost = told.organisation.candidates
    assert (chosen.codes, chosen.chosen, chosen.named_as) == (("RDU",), True, "Frimley Health")
    assert [(rival.codes, rival.chosen, rival.source) for rival in lost] == [(("R1H",), False, "back")]
    assert chosen.probability > lost[0].probability
    weights = [abs(sign.weight) for sign in chosen.signs]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0


def test_a_name_is_told_with_its_readings_and_a_pointer_with_what_it_points_to(pipeline: Pipeline) -> None:
    named = explained(pipeline, "Frimley Health was served with a warning notice.").organisation
    assert named
    assert named.name
    assert (named.name.text, named.name.form, named.name.readings[0].code) == ("Frimley Health", "name", "RDU")
    pointed = explained(pipeline, "Frimley Health met on Monday. The trust was served with a warning notice.").organisation
    assert pointed
    assert pointed.name
    assert (pointed.name.text, pointed.name.form, pointed.name.points_to) == ("The trust", "anaphor", "Frimley Health")


def test_cues_tell_their_direction_and_scope_and_whether_they_reach(pipeline: Pipeline) -> None:
    told = explained(pipeline, "Frimley Health has not been placed in special measures.").status
    assert told
    assert told.decided_by == "cue"
    reaching = [cue for cue in told.cues if cue.reaches]
    assert {(cue.text, cue.effect, cue.direction) for cue in reaching} == {("not", "negated", "forward")}
    assert all(cue.words_between <= cue.scope for cue in reaching)


def test_a_cue_beyond_a_boundary_is_told_as_not_reaching(pipeline: Pipeline) -> None:
    told = explained(pipeline, "No inspectors came; Frimley Health is in special measures.").status
    assert told
    assert [(cue.text, cue.reaches) for cue in told.cues] == [("No", False)]


def test_a_date_is_told_with_its_words_and_what_they_are_counted_from(pipeline: Pipeline) -> None:
    told = explained(pipeline, "Frimley Health was served with a warning notice last month.").date
    assert told
    assert (told.words, told.date, told.against) == ("last month", "2024-05", "2024-06-14")


def test_confidence_is_told_with_its_parts(pipeline: Pipeline) -> None:
    told = explained(pipeline, "Frimley Health was served with a warning notice.").confidence
    assert told
    assert set(told.parts) == {"wording", "organisation", "status", "place"}
    assert told.product == pytest.approx(
        told.parts["wording"] * told.parts["organisation"] * told.parts["status"] * told.parts["place"], abs=0.002)


@pytest.mark.parametrize("changed", [{"status": "ended"}, {"org": "R1H"}, {"subtype": "special_measures"}])
def test_evidence_of_an_older_reader_is_told_apart_with_what_is_filed_instead(pipeline: Pipeline, changed: dict[str, object]) -> None:
    told = explained(pipeline, "Frimley Health was served with a warning notice.", **changed)
    assert told.outcome == "other_claim"
    assert told.also_filed == ("intervention warning_notice RDU current",)
    assert told.trigger


@pytest.mark.parametrize(("text", "outcome"), [
    ("Frimley Health met. It was a warm day in May.", "no_trigger"),
    ("Suppose that Frimley Health was served with a warning notice.", "nothing_claimed"),
    ("A warning notice was served.", "nobody"),
])
def test_it_is_told_why_nothing_is_found_any_more(pipeline: Pipeline, text: str, outcome: str) -> None:
    document = make_document(text, published="2024-06-14")
    assert pipeline.read(document).evidence == ()
    old = Evidence(id="x", document_id="d1", kind="intervention", subtype="warning_notice", org="RDU", status="current",
                   quote=text, start=0, end=len(text), confidence=0.8, rule="intervention.warning_notice")
    told = explain(pipeline, document, old)
    assert (told.outcome, told.also_filed) == (outcome, ())


def test_of_a_long_sentence_only_the_part_around_the_words_is_shown(pipeline: Pipeline) -> None:
    told = explained(pipeline, f"Frimley Health was served with a warning notice {'and also with words ' * 200}.").trigger
    assert told
    assert len(told.sentence) < 1_000


def test_the_rules_alone_have_no_opinions(pipeline: Pipeline) -> None:
    assert explained(pipeline, "Frimley Health was served with a warning notice.").opinions is None


@pytest.mark.parametrize("text", TEXTS)
def test_what_both_read_is_explained_with_the_same_confidence(together: Pipeline, text: str) -> None:
    document = make_document(text, published="2024-06-14")
    for evidence in together.read(document).evidence:
        told = explain(together, document, evidence)
        assert told.outcome == "found"
        assert told.confidence
        assert told.confidence.confidence == evidence.confidence


def test_it_is_told_where_two_readings_contradict_each_other(together: Pipeline) -> None:
    document = make_document(TEXTS[-1], published="2024-06-14")
    found = together.read(document).evidence
    assert {evidence.value for evidence in found} == {2, 3}
    for evidence in found:
        told = explain(together, document, evidence).confidence
        assert told
        assert told.contradicted


def test_the_learned_reader_s_opinion_is_told(together: Pipeline) -> None:
    told = explained(together, "Frimley Health was served with a warning notice.")
    assert told.opinions
    assert set(told.opinions) == {"none", "current", "ended", "planned", "negated"}
    assert stated(told.opinions["current"]) == told.evidence.confidence
