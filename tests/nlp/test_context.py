"""The status of what a trigger says. Every sentence here is invented; the trigger stands in double square brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.context import Judgement, status_of
from nlp.cues import Nature
from nlp.layout import lay_out
from nlp.sheet import Sheet


def judged(marked: str, nature: Nature = "state", published: str | None = "2019-06-12") -> Judgement:
    """The judgement on the marked trigger."""
    start = marked.index("[[")
    text = marked.replace("[[", "").replace("]]", "")
    end = marked.index("]]") - 2
    sheet = Sheet(text=text, published=published, sentences=lay_out(text))
    sentence = sheet.sentence_at(start)
    assert sentence is not None
    return status_of(sheet, sentence, start, end, nature=nature)


def status(marked: str, nature: Nature = "state", published: str | None = "2019-06-12") -> str:
    """The status of the marked trigger, ``nothing`` where it is no fact."""
    judgement = judged(marked, nature, published)
    return "nothing" if judgement.hypothetical else judgement.status


@pytest.mark.parametrize("marked", [
    "The trust is in [[special measures]].",
    "The trust was placed in [[special measures]] in March.",
    "Regulators have put the hospital into [[special measures]] after a damning report.",
    "The trust entered [[the recovery support programme]] with four others.",
    "It has been in [[special measures]] since 2017.",
    "The trust gave [[undertakings]] to the regulator over its finances.",
    "The trust remains in [[special measures]].",
    "The trust will remain in [[special measures]] for at least a year.",
    "It is still subject to [[enforcement undertakings]].",
    "The trust has not yet left [[special measures]].",
    "It has yet to come out of [[special measures]].",
    "The trust failed to exit [[special measures]] at the second attempt.",
    "The trust is on track to leave [[special measures]] by the spring.",
    "The trust hopes to come out of [[special measures]] next year.",
    "The trust could exit [[special measures]] as early as June.",
    "The chief inspector has recommended that the trust comes out of [[special measures]].",
    "The regulator refused to lift the trust's [[special measures]].",
    "The [[undertakings]] have not been lifted.",
    "The [[undertakings]] have never been discharged.",
    "The [[conditions]] will be lifted in July if progress is kept up.",
    "The [[conditions]] are due to be removed next month.",
    "The trust, which is in [[special measures]], will be inspected in the autumn.",
    "It was not until November that the trust was put in [[special measures]].",
    "There is no doubt that the trust's [[special measures]] were needed.",
    "Not only was the trust put into [[special measures]], its chair resigned.",
    "The trust is no fewer than three years into [[special measures]].",
    "The regulator accepted the recommendation that the trust be placed in [[special measures]].",
    "Because it could not recruit, the trust was put in [[special measures]].",
    "Although it was not fined, the trust was put in [[special measures]].",
    "If that was not enough, the trust was placed in [[special measures]].",
    "The trust did not welcome [[special measures]].",
    "The trust has not responded to [[the undertakings]].",
    "The trust is unlikely to leave [[special measures]] this year.",
])
def test_what_holds_is_current(marked: str) -> None:
    assert status(marked) == "current"


@pytest.mark.parametrize("marked", [
    "The trust left [[special measures]] in 2017.",
    "The trust has come out of [[special measures]].",
    "The trust was taken out of [[special measures]] last week.",
    "Inspectors lifted the trust out of [[special measures]].",
    "The trust has been released from [[its undertakings]].",
    "The trust was freed from [[financial special measures]] on Thursday.",
    "The trust is no longer in [[special measures]].",
    "The trust was formerly in [[special measures]].",
    "The trust emerged from [[special measures]] stronger.",
    "[[Special measures]] were lifted in May.",
    "The [[conditions]] on its registration have since been removed.",
    "The [[undertakings]], given in 2016, were discharged last month.",
    "The [[undertakings]] which it gave in 2016 lapsed on merger.",
    "The [[conditions]] have now all been met and closed.",
    "[[Undertakings]]: discharged.",
    "[[Section 31 conditions]] – removed",
    "The trust was in [[special measures]] until 2018.",
    "The trust was in [[special measures]] from 2013 to 2015.",
    "In 2015 the trust was in [[special measures]].",
    "The [[success regime]] came to an end two years ago.",
    "The regulator opened [[an investigation]] in May and has now closed it.",
    "It was put in [[special measures]], from which it was released in the spring.",
    "The trust will leave [[special measures]] today.",
    "A certificate of compliance was issued for [[the undertakings]].",
    "The trust exited [[the recovery support programme]] in April.",
    "Monitor placed it under [[turnaround]]. It was ended in 2014.",
])
def test_what_is_over_is_ended(marked: str) -> None:
    assert status(marked) == "ended"


@pytest.mark.parametrize("marked", [
    "The trust will be placed in [[special measures]].",
    "The trust could be put into [[special measures]].",
    "The trust faces [[special measures]].",
    "The trust is at risk of [[special measures]].",
    "The regulator is considering [[special measures]] for the trust.",
    "The chief inspector recommended [[special measures]].",
    "The chief inspector has recommended that the trust is placed in [[special measures]].",
    "The regulator is minded to impose [[a licence condition]].",
    "The regulator proposes to add [[a licence condition]].",
    "The trust was threatened with [[special administration]].",
    "The trust is expected to enter [[special measures]] within weeks.",
    "The trust is to be put in [[special measures]].",
    "The trust is set to enter [[special measures]].",
    "The trust is on course for [[special measures]].",
    "The trust may be moved into [[special measures]] if it does not improve.",
    "If waiting times do not fall, [[special measures]] could follow.",
    "Should the board not act, it will be placed in [[special measures]].",
    "[[Special measures]] are a possibility.",
    "[[Undertakings]] are being considered.",
    "[[An improvement director]] will be appointed in the summer.",
    "[[An improvement director]] is to be appointed.",
    "[[Undertakings]] are expected to be agreed in July.",
    "A warning was given that [[special measures]] may follow.",
    "The trust would be placed in [[special measures]], the minister said.",
    "The regulator intends to appoint [[an improvement director]].",
])
def test_what_is_to_come_or_possible_is_planned(marked: str) -> None:
    assert status(marked) == "planned"


@pytest.mark.parametrize("marked", [
    "The trust is not in [[special measures]].",
    "The trust isn't in [[special measures]].",
    "The trust isn’t in [[special measures]].",
    "The trust has never been in [[special measures]].",
    "No trust in the county is in [[special measures]].",
    "None of the three is in [[special measures]].",
    "Neither hospital is in [[special measures]].",
    "The trust was not placed in [[special measures]].",
    "The trust will not be placed in [[special measures]].",
    "The regulator has no plans to put the trust in [[special measures]].",
    "There are no plans for [[special measures]].",
    "The regulator ruled out [[special measures]].",
    "The regulator decided against [[special measures]].",
    "The regulator stopped short of [[special measures]].",
    "The trust escaped [[special measures]].",
    "The trust avoided [[special measures]].",
    "The trust denied that it was in [[special measures]].",
    "The regulator chose not to put it in [[special measures]].",
    "It was given a month rather than [[special measures]].",
    "[[Special measures]] have been ruled out.",
    "[[Special measures]] were not imposed.",
    "[[Special measures]] will not be used.",
    "[[Conditions]]: none.",
    "Is the trust in [[special measures]]? No.",
    "Is the trust in [[special measures]]? It is not.",
    "One paper said that the trust was in [[special measures]]. It isn't.",
    "The union called for [[an inquiry]]. The minister refused.",
    "The trust does not face [[special measures]].",
    "The trust was spared [[special measures]].",
    "Monitor did not think that the trust was in [[breach]].",
])
def test_what_is_denied_is_negated(marked: str) -> None:
    assert status(marked) == "negated"


@pytest.mark.parametrize("marked", [
    "Trusts in trouble can be placed in [[special measures]].",
    "What if a trust were put into [[special measures]]?",
    "Is the trust in [[special measures]]?",
    "It would be in [[special measures]] but for its new board.",
    "The trust would have been put in [[special measures]].",
    "Campaigners called for [[special measures]].",
    "The union demanded [[a public inquiry]].",
    "Suppose that a hospital is put into [[special measures]].",
    "[[Special measures]] is the term for intensive help from a regulator.",
    "When a trust is placed in [[special measures]] it gets an improvement director.",
    "[[Special measures]] means that a trust gets more help.",
])
def test_what_is_only_supposed_asked_or_defined_is_no_fact(marked: str) -> None:
    assert status(marked) == "nothing"


@pytest.mark.parametrize(("marked", "expected"), [
    ("The [[warning notice]] has been met.", "ended"),
    ("The trust has complied with the [[warning notice]].", "ended"),
    ("The [[warning notice]] was withdrawn on appeal.", "ended"),
    ("The [[warning notice]], issued in May, was closed in September.", "ended"),
    ("The [[warning notice]] of 2016 on staffing had been met by the time of the visit.", "ended"),
    ("The trust has not complied with the [[warning notice]].", "current"),
    ("The trust was issued with a [[warning notice]] in 2014.", "current"),
    ("A [[warning notice]] was served on the trust.", "current"),
    ("The CQC met the board after the [[warning notice]].", "current"),
    ("No [[warning notice]] was served.", "negated"),
    ("A [[warning notice]] was not served.", "negated"),
    ("Inspectors may serve a [[warning notice]].", "planned"),
    ("Two [[requirement notices]] were issued, since met.", "ended"),
])
def test_a_notice_stands_until_it_is_met_or_withdrawn(marked: str, expected: str) -> None:
    assert status(marked, "notice") == expected


@pytest.mark.parametrize(("marked", "expected"), [
    ("An [[independent review]] has been ordered.", "current"),
    ("An [[independent review]] is under way.", "current"),
    ("The [[independent review]] was published on Monday.", "ended"),
    ("The [[independent review]], commissioned by the board, reported in March.", "ended"),
    ("The [[independent review]] found that staff had been bullied.", "ended"),
    ("An [[independent review]] will be held.", "planned"),
    ("An [[independent review]] is to be commissioned.", "planned"),
    ("The [[independent review]] begins in July.", "planned"),
    ("The minister ruled out an [[independent review]].", "negated"),
    ("Families demanded an [[independent review]].", "nothing"),
    ("The report of the [[independent review]] was damning.", "ended"),
])
def test_a_review_runs_until_it_has_reported(marked: str, expected: str) -> None:
    assert status(marked, "review") == expected


@pytest.mark.parametrize(("marked", "expected"), [
    ("The ward has been [[closed]] since May because of staffing.", "current"),
    ("The ward, [[closed]] in May, has reopened.", "ended"),
    ("The unit was [[closed]] for two weeks in May.", "ended"),
    ("The ward will be [[closed]] in July.", "planned"),
    ("The ward was not [[closed]].", "negated"),
    ("The ward was [[closed]] in May. It reopened in June.", "ended"),
])
def test_a_closure_lasts_until_the_service_reopens(marked: str, expected: str) -> None:
    assert status(marked, "closure") == expected


@pytest.mark.parametrize(("marked", "expected"), [
    ("The incident was first reported as a [[never event]] and later downgraded.", "negated"),
    ("The [[never event]] has been de-escalated.", "negated"),
    ("It was found not to meet the definition of a [[never event]].", "negated"),
    ("There were no [[never events]] in the quarter.", "negated"),
    ("A [[never event]] was reported in 2013.", "current"),
    ("This is a [[never event]], the first since 2012.", "current"),
    ("[[Never events]]: one, a drill bit.", "current"),
    ("A [[never event]] is a serious incident that should not happen.", "nothing"),
    ("[[Never events]] are serious incidents that are wholly preventable.", "nothing"),
    ("Staff learned from the [[never event]].", "current"),
    ("The trust did not disclose the [[never event]] for a year.", "current"),
])
def test_a_never_event_stays_unless_it_is_declassified(marked: str, expected: str) -> None:
    assert status(marked, "incident") == expected


@pytest.mark.parametrize(("marked", "expected"), [
    ("The chief executive has [[stepped down]].", "current"),
    ("The chief executive [[resigned]] in 2014.", "current"),
    ("The chief executive is to [[step down]].", "planned"),
    ("The chief executive will [[step down]] in May.", "planned"),
    ("The chief executive has not [[resigned]].", "negated"),
    ("The chief executive denied that she had [[resigned]].", "negated"),
    ("The union has called on the chief executive to go, but he has not [[resigned]].", "negated"),
])
def test_what_happened_once_stays_current_whatever_the_year(marked: str, expected: str) -> None:
    assert status(marked, "moment") == expected


@pytest.mark.parametrize(("marked", "expected"), [
    ("The trust was in [[segment 2]] in 2017.", "ended"),
    ("In 2017 it was in [[segment 2]].", "ended"),
    ("The trust was placed in [[segment 3]] in 2017.", "current"),
    ("The trust is in [[segment 3]].", "current"),
    ("The trust stays in [[segment 3]].", "current"),
    ("The trust may be moved to [[segment 4]].", "planned"),
    ("The trust is not in [[segment 4]].", "negated"),
    ("The trust has never been in [[segment 4]].", "negated"),
    ("The rating did not change and remains [[good]].", "current"),
    ("Inspectors raised it from [[inadequate]] to good.", "ended"),
    ("Inspectors raised it from inadequate to [[good]].", "current"),
    ("The service is good, up from [[inadequate]].", "ended"),
    ("Surgery is good (was [[inadequate]]).", "ended"),
    ("Surgery was [[inadequate]] and is now good.", "ended"),
    ("Previously: [[inadequate]].", "ended"),
    ("Surgery, [[inadequate]] before, is good.", "ended"),
    ("Apart from [[outstanding]] leadership there was little to praise.", "current"),
    ("The rating fell, from [[outstanding]] to good.", "ended"),
])
def test_a_standing_lasts_until_the_next(marked: str, expected: str) -> None:
    assert status(marked, "standing") == expected


def test_the_words_that_decided_are_named() -> None:
    assert judged("The trust has been ruled out of the running, and is no longer in [[special measures]].").cue == "no longer"


def test_a_plain_statement_names_no_cue() -> None:
    assert judged("The trust is in [[special measures]].").cue is None


def test_a_long_name_between_cue_and_trigger_counts_as_one_word() -> None:
    text = "Inspectors recommended that Lower Upper Middle Outer Inner Greater Lesser Valley Hospitals NHS Trust enters special measures."
    sheet = Sheet(text=text, sentences=lay_out(text))
    start = text.index("special")
    assert status_of(sheet, sheet.sentences[0], start, start + 16).status == "planned"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 20))
def test_any_text_can_be_judged(text: str, start: int, length: int) -> None:
    sheet = Sheet(text=text, sentences=lay_out(text), published="2019-06-12")
    sentence = sheet.sentence_at(start)
    if sentence is None:
        return
    start = max(sentence.start, min(start, sentence.end - 1))
    judgement = status_of(sheet, sentence, start, min(sentence.end, start + length))
    assert judgement.status in ("current", "ended", "planned", "negated")


@pytest.mark.parametrize("word", ["not ", "will ", "a ", "lifted, ", "which (", "no longer "])
def test_an_endless_sentence_is_judged_from_the_words_around_the_trigger(word: str) -> None:
    text = word * 20_000
    sheet = Sheet(text=text, sentences=lay_out(text), published="2019-06-12")
    sentence = sheet.sentences[0]
    assert status_of(sheet, sentence, len(text) // 2, len(text) // 2 + 5).confidence > 0
