"""What the learned reader is shown, and how its word and the rules' are weighed. Every statement about an organisation is invented."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.organisations import Register
from nlp.claims import claims_of, decisions_of
from nlp.judge import OUTCOMES, Chances, filed, stated, together
from nlp.kinds import kinds
from nlp.layers import load_tokenizer, packaged_folder
from nlp.layout import lay_out
from nlp.learned import LearnedJudge
from nlp.options import Option, is_weighed, options_of
from nlp.organisations import Linker
from nlp.sheet import Sheet
from nlp.windows import MOST_TOKENS, WindowMaker

TWO = "University Hospitals Sussex NHS Foundation Trust left special measures in May, while Barts Health NHS Trust remains in them."
LINKER = Linker(Register.load())
MAKER = WindowMaker(load_tokenizer(packaged_folder()))


def sheet_of(text: str, title: str = "", published: str = "2019-06-12") -> Sheet:
    return LINKER.link(Sheet(text=text, title=title, published=published, doc_type="news", sentences=lay_out(text)))


def options_in(sheet: Sheet) -> list[Option]:
    return [option for decision in decisions_of(sheet, kinds()) if is_weighed(decision.trigger)
            for option in options_of(sheet, decision)]


def words(tokens: Sequence[int]) -> str:
    tokenizer = load_tokenizer(packaged_folder())
    return " ".join(tokenizer.id_to_token(token) or "" for token in tokens)


class Always:
    """A judge of one mind."""

    def __init__(self, outcome: str) -> None:
        self.outcome = outcome

    def chances(self, sheet: Sheet, options: Sequence[Option]) -> Chances:
        row = [0.96 if outcome == self.outcome else 0.01 for outcome in OUTCOMES]
        return np.asarray([row] * len(options), dtype=np.float32)


def test_a_trigger_may_be_about_each_organisation_near_it_and_the_rules_choice_comes_first() -> None:
    options = options_in(sheet_of(TWO))
    first = [option for option in options if option.trigger.start == options[0].trigger.start]
    assert {option.subject.code for option in first} >= {"RYR", "R1H"}
    assert first[0].chosen
    assert first[0].subject.code == "RYR"
    assert not first[-1].chosen


def test_a_window_marks_the_organisation_asked_about_the_others_and_the_trigger() -> None:
    sheet = sheet_of(TWO)
    by_code = {option.subject.code: option for option in reversed(options_in(sheet))}
    window = MAKER.window(sheet, by_code["RYR"])
    shown = words(window.tokens)
    assert "@ trust left * special measures * in may" in shown
    assert "while # trust remains" in shown
    assert "sussex" not in shown
    assert words([window.tokens[position] for position in window.organisation]) == "@ trust"
    assert words([window.tokens[position] for position in window.trigger]) == "* special measures *"
    assert "while @ trust remains" in words(MAKER.window(sheet, by_code["R1H"]).tokens)


def test_a_window_shows_the_title_with_its_organisations_marked() -> None:
    sheet = sheet_of("Barts Health is in special measures.", title="Barts Health: a hard year")
    assert "[SEP] @ trust : a hard year [SEP]" in words(MAKER.window(sheet, options_in(sheet)[0]).tokens)


def test_a_long_sentence_is_cut_about_its_trigger() -> None:
    sheet = sheet_of("Barts Health, " + "on a rainy day in a long year, " * 40 + "was put in special measures " + "and so on " * 60 + ".")
    option = next(option for option in options_in(sheet))
    window = MAKER.window(sheet, option)
    assert len(window.tokens) == MOST_TOKENS
    assert window.trigger


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120), st.text(max_size=40))
def test_windows_of_any_text_are_bounded_and_their_marks_lie_within(before: str, after: str, title: str) -> None:
    sheet = sheet_of(f"{before} Barts Health NHS Trust was served with a warning notice {after}", title=title)
    for option in options_in(sheet):
        window = MAKER.window(sheet, option)
        assert len(window.tokens) <= MOST_TOKENS
        assert all(0 <= position < len(window.tokens) for position in (*window.organisation, *window.trigger))


@pytest.mark.parametrize(("read", "outcome"), [
    ([0.2, 0.2, 0.2, 0.2, 0.2], "ended"),
    ([0.6, 0.1, 0.2, 0.05, 0.05], "ended"),
    ([0.995, 0.002, 0.001, 0.001, 0.001], "none"),
    ([0.01, 0.96, 0.01, 0.01, 0.01], "current"),
])
def test_the_rules_word_counts_but_can_be_overruled(read: list[float], outcome: str) -> None:
    option = options_in(sheet_of(TWO))[0]
    assert (option.chosen, option.decision.status) == (True, "ended")
    row = together([option], np.asarray([read], dtype=np.float32))[0]
    assert OUTCOMES[int(row.argmax())] == outcome
    assert float(row.sum()) == pytest.approx(1, abs=1e-5)


def test_no_options_have_no_chances() -> None:
    assert together([], np.zeros((0, 5), dtype=np.float32)).shape == (0, 5)


def test_what_is_filed_says_who_decided() -> None:
    option = options_in(sheet_of(TWO))[0]
    agreed = filed(option, np.asarray([0.1, 0.1, 0.7, 0.05, 0.05], dtype=np.float32))
    changed = filed(option, np.asarray([0.03, 0.93, 0.02, 0.01, 0.01], dtype=np.float32))
    assert agreed is not None
    assert (agreed.status, agreed.rule.rsplit("/", 1)[1], agreed.confidence) == ("ended", option.decision.decided, stated(0.7))
    assert changed is not None
    assert (changed.status, changed.rule.rsplit("/", 1)[1]) == ("current", "read")
    assert filed(option, np.asarray([0.6, 0.4, 0, 0, 0], dtype=np.float32)) is None


def test_where_the_two_disagree_and_the_network_is_not_sure_nothing_is_filed() -> None:
    option = options_in(sheet_of(TWO))[0]
    assert filed(option, np.asarray([0.1, 0.55, 0.35, 0, 0], dtype=np.float32)) is None


def test_the_stated_confidence_rises_with_the_chance_and_claims_less() -> None:
    steps = [stated(chance / 20) for chance in range(21)]
    assert steps == sorted(steps)
    assert stated(0.99) < 0.99
    assert stated(0) == 0


def test_a_never_event_that_the_network_takes_for_denied_counts_as_none() -> None:
    sheet = sheet_of("Barts Health NHS Trust reported two never events in May.")
    assert [(claim.value, claim.status) for claim in claims_of(sheet, kinds(), Always("negated")) if claim.kind == "never_event"] == [
        (0, "negated")]


def test_a_judge_that_files_nothing_leaves_only_what_it_is_not_asked_about() -> None:
    sheet = sheet_of("Twelve trusts are in segment 4. Barts Health NHS Trust is in special measures.", published="2023-05-01")
    assert {claim.kind for claim in claims_of(sheet, kinds())} == {"segment_count", "intervention"}
    assert {claim.kind for claim in claims_of(sheet, kinds(), Always("none"))} == {"segment_count"}


def test_behind_the_most_that_are_weighed_the_rules_decide_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = sheet_of("Barts Health NHS Trust is in special measures. Medway NHS Foundation Trust is in segment 4.", published="2019-05-01")
    monkeypatch.setattr("nlp.claims.MOST_WEIGHED", 2)
    assert {claim.kind for claim in claims_of(sheet, kinds(), Always("none"))} == {"segment"}


def test_decisions_keep_the_opinions_on_every_organisation() -> None:
    decision = next(decision for decision in decisions_of(sheet_of(TWO), kinds(), Always("current")) if is_weighed(decision.trigger))
    assert decision.opinions is not None
    assert set(decision.opinions) >= {"RYR", "R1H"}
    assert decision.opinions["RYR"]["current"] == pytest.approx(0.96)


def test_the_packaged_network_reads_the_same_twice_and_sums_to_one() -> None:
    judge = LearnedJudge.load()
    assert judge is not None, "the package ships without its learned reader: run `make train`"
    sheet = sheet_of(TWO)
    options = options_in(sheet)
    chances = judge.chances(sheet, options)
    assert np.array_equal(chances, judge.chances(sheet, options))
    assert np.allclose(chances.sum(axis=1), 1, atol=1e-4)


@pytest.mark.parametrize(("text", "whom", "outcome"), [
    (TWO, "RYR", "ended"),
    ("Barts Health NHS Trust has been served with a warning notice.", "R1H", "current"),
    ("Barts Health NHS Trust may be placed in special measures, its chair fears.", "R1H", "planned"),
    ("Barts Health NHS Trust has never been in special measures.", "R1H", "negated"),
    ("Barts Health NHS Trust sent a team to help Medway NHS Foundation Trust, which is in special measures.", "R1H", "none"),
])
def test_the_packaged_network_alone_reads_plain_sentences(text: str, whom: str, outcome: str) -> None:
    judge = LearnedJudge.load()
    assert judge is not None, "the package ships without its learned reader: run `make train`"
    sheet = sheet_of(text)
    option = next(option for option in options_in(sheet) if option.subject.code == whom)
    assert OUTCOMES[int(judge.read([MAKER.window(sheet, option)])[0].argmax())] == outcome
