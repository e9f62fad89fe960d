"""Triage passes over nothing: what is read with it is what is read without. Documents and sentences are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.ordinary import Newspaper
from corpora.organisations import Register
from corpora.schema import Document
from corpora.text.jsonl import read_json_line
from nlp.kinds import Kind, kinds
from nlp.literals import literals_of
from nlp.organisations.passing import RawText
from nlp.passages import passages_of, passages_of_text
from nlp.pipeline import Pipeline, sheet_of
from nlp.triage import kinds_in
from tests.conftest import make_document

GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"
NAMES = [organisation.name for organisation in Register.load()] + [alias.name for alias in Register.load().aliases]
CLAIMS = (
    "{} is in segment 4", "{} moved from SOF3 to SOF2", "Sixty trusts are in segment 3", "{} reported two never events",
    "3 NEs declared at {}", "{} was rated inadequate", "{}  RI  G  I", "Overall: req. imp.", "{} went into special measures",
    "It came out of them in May", "A success regime was laid on north Devon", "The regime covers Essex", "{} was fined £80,000",
    "the notice was lifted", "{} has a £9m deficit", "not enough nurses at {}", "a swab was left inside a man at {}", "ABO transfusion",
    "the undertakings were discharged", "{} Hosp.", "the {} system", "ICB for {}", "the board of {} met", "{} FT", "{}: 0", "so has {}")
ORDINARY = next(Newspaper(3).documents(1)).text.split("\n\n")


@pytest.fixture(scope="module")
def pipelines() -> tuple[Pipeline, Pipeline]:
    with_triage, without = Pipeline.load(embed=False, learned=False), Pipeline.load(embed=False, learned=False)
    without.triage = False
    return with_triage, without


def check(pipelines: tuple[Pipeline, Pipeline], document: Document) -> None:
    with_triage, without = pipelines
    assert with_triage.read(document) == without.read(document)
    sheet = without.linker.link(sheet_of(document))
    named = sheet.home is not None or any(name.all_codes for name in sheet.names)
    asked = kinds_in(RawText(document.title, document.text), named=named)
    for kind in kinds():
        if named and next(iter(kind.find(sheet)), None):
            assert kind in asked, f"{kind.name} found a trigger in a document that Kind.scan says holds none: widen its scan"


def read_gold(path: Path) -> list[Document]:
    return [read_json_line(line, where=path.name) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("document", read_gold(GOLD), ids=lambda document: document.id)
def test_gold_documents_are_read_alike_with_and_without_triage(pipelines: tuple[Pipeline, Pipeline], document: Document) -> None:
    check(pipelines, document)


@pytest.mark.parametrize("path", sorted((GOLD.parent / "train").glob("*.jsonl")), ids=lambda path: path.stem)
def test_annotated_documents_are_read_alike_with_and_without_triage(pipelines: tuple[Pipeline, Pipeline], path: Path) -> None:
    with_triage, without = pipelines
    for document in read_gold(path):
        assert with_triage.read(document) == without.read(document)


def test_the_shared_gold_is_read_alike_with_and_without_triage(pipelines: tuple[Pipeline, Pipeline], shared: Path) -> None:
    for path in sorted((shared / "gold").rglob("*.jsonl")):
        for document in read_gold(path):
            check(pipelines, document)


def test_ordinary_news_is_read_alike_and_nearly_all_of_it_passed_over(pipelines: tuple[Pipeline, Pipeline]) -> None:
    documents = list(Newspaper(20).documents(150))
    for document in documents:
        check(pipelines, document)
    passed = sum(pipelines[0].holds_nothing(document) for document in documents)
    assert passed > 0.8 * len(documents)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_generated_texts_are_read_alike_with_and_without_triage(pipelines: tuple[Pipeline, Pipeline], data: st.DataObject) -> None:
    names, claims = st.sampled_from(NAMES), st.sampled_from(CLAIMS)
    told = [claim.format(data.draw(names)) for claim in data.draw(st.lists(claims, max_size=3))]
    parts = data.draw(st.permutations([*told, *data.draw(st.lists(st.sampled_from(ORDINARY), max_size=8))]))
    joint = data.draw(st.sampled_from((". ", ".\n", "\n\n", "; ")))
    title = data.draw(st.one_of(st.just(""), claims.map(lambda claim: claim.format("the trust")), names))
    check(pipelines, make_document(joint.join(parts) or "-", title=title, published=data.draw(st.sampled_from((None, "2016-05-01", "2025-02-01"))),
                                   publisher=data.draw(st.one_of(st.none(), names))))


@pytest.mark.parametrize("write", [
    str, str.upper, lambda name: name.replace("'", "’"), lambda name: name.replace(" and ", " & "),
    lambda name: name.replace("Hospital", "Hosp"), lambda name: name.replace(" ", "\n", 1), lambda name: f"{name}’s",
    lambda name: name.replace("Saint", "St.")], ids=range(8))
def test_every_name_is_seen_in_the_midst_of_ordinary_news(pipelines: tuple[Pipeline, Pipeline], write: object) -> None:
    text, linker = "\n\n".join(ORDINARY), pipelines[1].linker
    place = text.index(" ", len(text) // 2)
    for name in NAMES:
        document = make_document(f"{text[:place]} {write(name)}{text[place:]}")  # type: ignore[operator]
        if linker.names_nobody(document, RawText("", document.text)):
            assert not [name for name in linker.link(sheet_of(document)).names if name.all_codes]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_every_match_of_a_scan_is_seen(kind: Kind, data: st.DataObject) -> None:
    for pattern in (*kind.scan, *kind.unnamed):
        match = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
        found = pattern.search(match)
        assert found
        assert kind in kinds_in(RawText("", match), named=True)


@pytest.mark.parametrize(("pattern", "literals"), [
    (r"\bseg(?:ment)?s?\b", {"seg"}), (r"never\s+events?", {"never"}), (r"(?:fined|fines?)", {"fine"}), (r"\d+", None), (r"(?:abc)?", None),
    (r"[nm]hs", {"nhs", "mhs"}), (r"rat(?:ed|ing)|grade", {"rated", "rating", "grade"}), (r"a|\w", None), (r"x(?=inadequate)", {"inadequate"}),
    (r"require[sd]? improvement", {"require"}), (r"(?:a\s)?board", {"board"}), (r"’s notice", {"notice"})])
def test_literals_are_what_a_match_cannot_do_without(pattern: str, literals: set[str] | None) -> None:
    found = literals_of(pattern, re.IGNORECASE)
    assert (found is None) == (literals is None)
    if literals:
        assert found is not None
        assert all(any(stem in literal or literal in stem for stem in literals) for literal in found)


@given(st.lists(st.text(st.sampled_from("ab .:\n\t|-•1Q’"), max_size=40), max_size=12))
def test_passages_of_a_raw_text_are_those_of_its_sentences(lines: list[str]) -> None:
    text = "\n".join(line * 9 for line in lines)
    assert passages_of_text(text) == passages_of(sheet_of(make_document(text or "-")) if text else sheet_of(make_document("-"))) or not text
