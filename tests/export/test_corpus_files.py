"""Corpora as files. All documents are invented, whatever organisations they name."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corpora.errors import UsersMistake
from corpora.export import CorpusManifest, EmptySelection, Selection, build_corpus, format_names
from corpora.export.parquet import column_type
from corpora.licences import LONGEST_QUOTE, allows_full_text
from corpora.organisations import Register
from corpora.schema import Mention, Page, Reading
from corpora.store import Store
from tests.conftest import make_document, make_evidence

QUOTE = "Invented trust is in segment 4."
OPEN = make_document(f"Open. {QUOTE} More of it.", document_id="open", title="An open text", published="2024-03-05", licence="OGL-3.0",
                     publisher="Invented | Gazette", doc_type="regulator", url="https://example.org/open",
                     pages=(Page(number=1, start=0, end=6), Page(number=2, start=6, end=49)))
CLOSED = make_document(f"Closed. {QUOTE} {'Long. ' * 200}", document_id="closed", title="A closed text", published="2023-11-30",
                       doc_type="news", publisher="Invented Post", url="https://example.org/closed")
UNDATED = make_document("Undated. An invented rating: good.", document_id="undated", licence="All rights reserved")
UNREAD = make_document("Unread and about nobody.", document_id="unread", published="2019", licence="CC-BY-4.0")


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with four documents, three of them read."""
    for document in (OPEN, CLOSED, UNDATED, UNREAD):
        store.add_document(document)
    long = CLOSED.text[8:]
    readings = {
        OPEN: [make_evidence(OPEN, QUOTE, org="RX1")],
        CLOSED: [make_evidence(CLOSED, QUOTE, org="RJE"), make_evidence(CLOSED, long.strip(), org="RX1", kind="concern", subtype="staffing")],
        UNDATED: [make_evidence(UNDATED, "An invented rating: good.", org="RW6", kind="rating", subtype="overall", value="good")]}
    for document, evidence in readings.items():
        mentions = tuple(Mention(code=code, text="x", start=0, end=1) for code in {each.org for each in evidence if each.org})
        store.save_reading(Reading(document_id=document.id, reader="invented-1", evidence=tuple(evidence), mentions=mentions))
    return store


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_store_gives_the_same_bytes_twice(filled: Store, tmp_path: Path) -> None:
    build_corpus(filled, "invented", tmp_path / "one")
    build_corpus(filled, "invented", tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")
    assert set(bytes_of(tmp_path / "one")) == {
        "documents.jsonl", "evidence.jsonl", "documents.parquet", "evidence.parquet", "manifest.json", "card.md"}


def test_the_manifest_counts_the_rows_and_sums_the_files(filled: Store, tmp_path: Path) -> None:
    manifest = build_corpus(filled, "invented", tmp_path / "out")
    assert manifest == CorpusManifest.model_validate_json((tmp_path / "out" / "manifest.json").read_bytes())
    assert (manifest.documents, manifest.evidence, manifest.full_texts) == (4, 4, 2)
    assert manifest.readers == ("invented-1",)
    assert manifest.counts["kind"] == {"concern": 1, "rating": 1, "segment": 2}
    assert manifest.counts["year"] == {"2019": 1, "2023": 1, "2024": 1, "not known": 1}
    for name, file in manifest.files.items():
        data = (tmp_path / "out" / name).read_bytes()
        assert (file.sha256, file.bytes) == (hashlib.sha256(data).hexdigest(), len(data))
    assert {name: file.rows for name, file in manifest.files.items()} == {
        "documents.jsonl": 4, "documents.parquet": 4, "evidence.jsonl": 4, "evidence.parquet": 4, "card.md": None}


def test_full_text_goes_out_only_where_the_licence_allows_it(filled: Store, tmp_path: Path) -> None:
    build_corpus(filled, "invented", tmp_path / "out")
    documents = {row["id"]: row for row in rows(tmp_path / "out", "documents")}
    assert {name: row["text"] for name, row in documents.items()} == {
        "open": OPEN.text, "closed": None, "undated": None, "unread": UNREAD.text}
    assert documents["closed"]["text_length"] == len(CLOSED.text)
    assert documents["closed"]["text_sha256"] == hashlib.sha256(CLOSED.text.encode()).hexdigest()
    assert "Long. Long. Long." not in "".join(path.read_bytes().decode("utf-8", "replace") for path in (tmp_path / "out").glob("*.jsonl"))


@pytest.mark.parametrize(("licence", "shared"), [
    ("OGL-3.0", True), ("OGL-UK-3.0", True), ("CC-BY-4.0", True), ("CC-BY-SA-3.0", True), ("CC0-1.0", True), ("MIT", True),
    ("CC-BY-NC-4.0", False), ("CC-BY-ND-4.0", False), ("All rights reserved", False), ("", False), (None, False), ("not OGL-3.0", False),
    ("ogl-3.0 ", True), ("MITIGATED terms", False), ("CC-BY-4.0-NC", False)])
def test_licences_that_let_anyone_pass_a_text_on_are_named(licence: str | None, shared: bool) -> None:
    assert allows_full_text(licence) is shared


def test_evidence_keeps_its_offsets_page_and_short_quote(filled: Store, tmp_path: Path) -> None:
    build_corpus(filled, "invented", tmp_path / "out")
    evidence = rows(tmp_path / "out", "evidence")
    by_document = {(row["document_id"], row["kind"]): row for row in evidence}
    opened, closed = by_document["open", "segment"], by_document["closed", "segment"]
    assert (opened["quote"], opened["page"], opened["url"]) == (QUOTE, 2, "https://example.org/open")
    assert closed["quote"] == QUOTE == CLOSED.text[int(str(closed["start"])):int(str(closed["end"]))]
    assert by_document["closed", "concern"]["quote"] is None
    assert len(CLOSED.text) > LONGEST_QUOTE


def test_parquet_holds_the_rows_of_json_lines(filled: Store, tmp_path: Path) -> None:
    build_corpus(filled, "invented", tmp_path / "out")
    for table in ("documents", "evidence"):
        expected = [{name: str(value) if name == "value" and value is not None else value for name, value in row.items()}
                    for row in rows(tmp_path / "out", table)]
        assert pq.read_table(tmp_path / "out" / f"{table}.parquet").to_pylist() == expected


def test_a_field_that_no_column_fits_is_an_error() -> None:
    with pytest.raises(TypeError, match="no column type"):
        column_type(bytes)


@pytest.mark.parametrize(("selection", "documents", "evidence"), [
    (Selection(orgs=("RX1",)), ["closed", "open"], 2), (Selection(orgs=("RJE",)), ["closed"], 1), (Selection(orgs=("RX1", "RW6")), ["closed", "open", "undated"], 3),
    (Selection(kinds=("segment",)), ["closed", "open"], 2), (Selection(orgs=("RX1",), kinds=("segment",)), ["open"], 1),
    (Selection(since="2023"), ["closed", "open"], 3), (Selection(until="2023"), ["closed", "unread"], 2), (Selection(since="2023-12"), ["open"], 1),
    (Selection(since="2023-11-30", until="2023-11"), ["closed"], 2), (Selection(doc_types=("news",)), ["closed"], 2)])
def test_a_selection_chooses_documents_and_their_evidence(
        filled: Store, tmp_path: Path, selection: Selection, documents: list[str], evidence: int) -> None:
    build_corpus(filled, "invented", tmp_path / "out", selection=selection, formats=["jsonl"])
    assert [row["id"] for row in rows(tmp_path / "out", "documents")] == documents
    assert len(rows(tmp_path / "out", "evidence")) == evidence


def test_predecessors_are_folded_in_on_request(store: Store, tmp_path: Path) -> None:
    register = Register.load()
    successor, predecessor = next((step.successor, step.predecessor) for step in register.successions
                                  if step.kind == "merger" and step.predecessor in register.lineage(step.successor))
    document = make_document(QUOTE, document_id="old", published="2012")
    store.add_document(document)
    store.save_reading(Reading(document_id="old", reader="invented-1", evidence=(make_evidence(document, QUOTE, org=predecessor),)))
    with pytest.raises(EmptySelection):
        build_corpus(store, "invented", tmp_path / "out", selection=Selection(orgs=(successor,)))
    manifest = build_corpus(store, "invented", tmp_path / "out", selection=Selection(orgs=(successor,), predecessors=True))
    assert manifest.counts["org"] == {predecessor: 1}


def test_an_earlier_corpus_of_the_name_is_replaced_whole(filled: Store, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_corpus(filled, "invented", out)
    build_corpus(filled, "invented", out, formats=["jsonl"], selection=Selection(orgs=("RJE",)))
    assert set(bytes_of(out)) == {"documents.jsonl", "evidence.jsonl", "manifest.json", "card.md"}
    assert os.listdir(tmp_path) == ["out"] or set(os.listdir(tmp_path)) - {"store.db", "store.db-wal", "store.db-shm"} == {"out"}


def test_an_empty_selection_writes_nothing_and_leaves_the_earlier_corpus(filled: Store, tmp_path: Path) -> None:
    build_corpus(filled, "invented", tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    with pytest.raises(EmptySelection, match="no document"):
        build_corpus(filled, "invented", tmp_path / "out", selection=Selection(since="2026"))
    assert bytes_of(tmp_path / "out") == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_what_else_lies_in_a_folder_is_never_lost(filled: Store, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_corpus(filled, "invented", out)
    (out / "my notes.txt").write_text("Mine.")
    with pytest.raises(UsersMistake, match=r"my notes\.txt"):
        build_corpus(filled, "invented", out)
    with pytest.raises(UsersMistake, match="holds the corpus 'invented'"):
        build_corpus(filled, "other", out)
    (out / "manifest.json").write_text("{}")
    with pytest.raises(UsersMistake, match="not an earlier corpus"):
        build_corpus(filled, "invented", out)
    assert (out / "my notes.txt").read_text() == "Mine."


@pytest.mark.parametrize(("name", "out", "formats", "says"), [
    ("../up", "out", ["jsonl"], "is named in letters"), ("", "out", ["jsonl"], "is named in letters"), ("a", "no/out", ["jsonl"], "does not exist"),
    ("a", "file", ["jsonl"], "not a folder"), ("a", "file/out", ["jsonl"], "does not exist"), ("a", "out", ["csv"], "there are jsonl, parquet")])
def test_what_cannot_be_used_is_said_and_nothing_written(
        filled: Store, tmp_path: Path, name: str, out: str, formats: list[str], says: str) -> None:
    (tmp_path / "file").write_text("x")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(UsersMistake, match=says):
        build_corpus(filled, name, tmp_path / out, formats=formats)
    assert sorted(os.listdir(tmp_path)) == before


def test_formats_are_found_and_not_listed() -> None:
    assert format_names() == ("jsonl", "parquet")


def test_the_card_tells_selection_counts_licences_and_how_to_rebuild(filled: Store, tmp_path: Path) -> None:
    build_corpus(filled, "invented", tmp_path / "out", selection=Selection(orgs=("RX1",), since="2023"))
    card = (tmp_path / "out" / "card.md").read_text(encoding="utf-8")
    assert "2 documents and 2 pieces of evidence" in card
    assert "- organisations: RX1" in card
    assert "| Invented \\| Gazette | 1 |" in card
    assert "The full text of 1 document is included" in card
    assert "Of 1 document there are metadata" in card
    assert "softintel corpus invented --out DIR --org RX1 --since 2023 --format jsonl --format parquet" in card
    assert "Open Government Licence" in card


class WriterBesideIt(Register):
    """A register that is asked while the corpus is being built, and has another program write just then."""

    path: Path

    def lineage(self, code: str) -> tuple[str, ...]:
        late = make_document(QUOTE, document_id="late", published="2024")
        with Store(self.path) as other:
            other.add_document(late)
            other.save_reading(Reading(document_id="late", reader="invented-2", evidence=(make_evidence(late, QUOTE),)))
        return (code,)


def test_a_corpus_is_one_state_of_the_store_whatever_others_write_meanwhile(filled: Store, tmp_path: Path) -> None:
    register = WriterBesideIt([], [], [], [])
    register.path = filled.path
    selection = Selection(orgs=("RX1",), predecessors=True)
    manifest = build_corpus(filled, "invented", tmp_path / "out", selection=selection, register=register)
    assert (manifest.documents, manifest.readers) == (2, ("invented-1",))
    assert build_corpus(filled, "invented", tmp_path / "out", selection=selection).documents == 3


def test_a_name_on_the_card_is_neither_link_nor_picture_nor_markup(store: Store, tmp_path: Path) -> None:
    hostile = "[x](javascript:a) ![y](http://t.example/p.png) <b> `c` *d* | e\n# f \x1b[31m \u202e"
    store.add_document(make_document("Invented words.", publisher=hostile, licence=f"MIT {hostile}"))
    build_corpus(store, "invented", tmp_path / "out")
    card = (tmp_path / "out" / "card.md").read_text(encoding="utf-8")
    plain = r"\[x\](javascript:a) !\[y\](http://t.example/p.png) &lt;b> \`c\` \*d\* \| e # f  \[31m  "
    assert f"| {plain} | 1 |" in card
    assert f"| MIT {plain} | 1 |" in card
    assert not {"\x1b", "\u202e"} & set(card)


def test_copies_share_a_cluster_that_others_lack(filled: Store, tmp_path: Path) -> None:
    for document_id in ("open", "closed", "undated"):
        filled.add_fingerprint(document_id, method="invented", exact=document_id, bands=())
    filled.join_copies("open", "closed")
    build_corpus(filled, "invented", tmp_path / "corpus")
    assert {row["id"]: row["copy_cluster"] for row in rows(tmp_path / "corpus", "documents")} == {
        "open": "closed", "closed": "closed", "undated": None, "unread": None}
    assert pq.read_table(tmp_path / "corpus" / "documents.parquet").column("copy_cluster").null_count == 2
