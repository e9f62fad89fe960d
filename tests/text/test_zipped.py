"""ZIP files of papers: each member a document, and nothing that a hostile one claims is believed. All content is invented."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Mapping

import pytest

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, identifier
from corpora.text import zipped
from corpora.text.zipped import read_zip
from tests.text.conftest import TODAY, page, pdf, word_paragraph, word_xml
from tests.text.test_hostile_input import mutations, told

ADDRESS = "https://www.inventshire.nhs.uk/download.cfm?ver=9"
MINUTES = pdf(["Board of Directors", "Minutes of the meeting held in public on 26 September 2024."])
REPORT = word_xml(word_paragraph("Invented integrated performance report."))


def packed(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def read(data: bytes, *, url: str | None = None, name: str = "pack.zip") -> tuple[list[Document], list[Issue]]:
    found = read_zip(data, name=name, url=url, today=TODAY)
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Issue)]


def test_each_paper_of_a_pack_is_a_document_with_the_packs_address_and_its_own_name() -> None:
    documents, issues = read(packed({"Papers/Item 1 - minutes.pdf": MINUTES, "Papers/Item 2.docx": REPORT, "read me.txt": b"Invented words.",
                                     "agenda.html": page("<main><p>Invented agenda.</p></main>")}), url=ADDRESS)
    assert not issues
    assert [document.url for document in documents] == [
        f"{ADDRESS}#Papers/Item%201%20-%20minutes.pdf", f"{ADDRESS}#Papers/Item%202.docx", f"{ADDRESS}#read%20me.txt",
        f"{ADDRESS}#agenda.html"]
    assert [document.id for document in documents] == [identifier(document.url) for document in documents]
    assert documents[0].doc_type == "board_paper"
    assert documents[0].published is not None
    assert documents[0].published.date == "2024-09-26"
    assert [document.text for document in documents[1:]] == ["Invented integrated performance report.", "Invented words.", "Invented agenda."]


def test_the_same_pack_has_the_same_documents_and_a_changed_member_keeps_its_identity() -> None:
    first, _ = read(packed({"a.pdf": MINUTES, "b.txt": b"Invented words."}), url=ADDRESS)
    again, _ = read(packed({"a.pdf": MINUTES, "b.txt": b"Other invented words."}), url=ADDRESS)
    assert first[0] == again[0]
    assert first[1].id == again[1].id
    assert first[1].text != again[1].text


def test_without_an_address_the_bytes_of_a_member_are_its_identity() -> None:
    documents, _ = read(packed({"a.txt": b"Invented words."}))
    renamed, _ = read(packed({"b.txt": b"Invented words."}))
    assert documents[0].id == renamed[0].id
    assert documents[0].url is None
    assert documents[0].title == "a.txt"


def test_what_cannot_be_read_is_an_issue_and_the_others_are_read() -> None:
    documents, issues = read(packed({
        "a.pdf": MINUTES, "login.pdf": page("<p>Log in</p>"), "empty.txt": b"", "logo.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "b.txt": b"Invented words."}))
    assert len(documents) == 2
    assert [(issue.where, issue.reason) for issue in issues] == [
        ("pack.zip, member login.pdf", "not a PDF, as it is called, but an HTML page"),
        ("pack.zip, member empty.txt", "the file is empty"),
        ("pack.zip, member logo.png", "the file is a picture and holds no text"),
        ("pack.zip, member old.doc", "the file is in an old Microsoft Office format; save it as .docx, .xlsx, .pptx or PDF")]


@pytest.mark.parametrize(("name", "label"), [
    ("../../etc/a.txt", "etc/a.txt"), ("/etc/a.txt", "etc/a.txt"), ("C:\\papers\\a.txt", "papers/a.txt"), ("a\nb.txt", "a b.txt"),
    ("./x/./a.txt", "x/a.txt"), ("Päper – März.txt", "Päper – März.txt")])
def test_names_of_members_are_labels_and_lead_nowhere(name: str, label: str) -> None:
    documents, _ = read(packed({name: b"Invented words."}))
    assert documents[0].title == label.rpartition("/")[2]
    assert zipped._label(name) == label


def test_what_programs_leave_in_zips_is_no_paper() -> None:
    documents, issues = read(packed({"a.txt": b"Invented words.", "__MACOSX/._a.txt": b"\x00\x05\x16\x07", "x/.DS_Store": b"\x00\x00",
                                     "Thumbs.db": b"\x00", "x/~$a.docx": b"\x00\x01"}))
    assert (len(documents), issues) == (1, [])


def test_two_members_of_one_name_are_two_documents() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", b"Invented words.")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", b"Other invented words.")
    documents, _ = read(stream.getvalue(), url=ADDRESS)
    assert [document.url for document in documents] == [f"{ADDRESS}#a.txt", f"{ADDRESS}#a.txt%20(2)"]
    assert {document.text for document in documents} == {"Invented words.", "Other invented words."}


def test_a_zip_in_the_zip_is_read_and_one_in_that_is_not() -> None:
    innermost = packed({"deep.txt": b"Deep words."})
    inner = packed({"b.txt": b"Invented words.", "innermost.zip": innermost})
    documents, issues = read(packed({"inner.zip": inner}), url=ADDRESS)
    assert [document.url for document in documents] == [f"{ADDRESS}#inner.zip/b.txt"]
    assert [(issue.where, issue.reason) for issue in issues] == [
        ("pack.zip, member inner.zip/innermost.zip", "is a ZIP file in a ZIP file in a ZIP file; unpack it first")]


def test_a_broken_zip_in_the_zip_is_an_issue() -> None:
    documents, issues = read(packed({"inner.zip": packed({"b.txt": b"x"})[:-10], "a.txt": b"Invented words."}))
    assert len(documents) == 1
    assert issues[0].where == "pack.zip, member inner.zip"
    assert issues[0].reason.startswith("the ZIP file is broken: ")


def test_an_encrypted_member_is_an_issue() -> None:
    data = bytearray(packed({"secret.pdf": MINUTES, "a.txt": b"Invented words."}))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + flags] |= 1
    documents, issues = read(bytes(data))
    assert len(documents) == 1
    assert (issues[0].where, issues[0].reason) == ("pack.zip, member secret.pdf", "is encrypted; save it without a password")


def test_members_beyond_the_most_that_are_read_are_told_once() -> None:
    documents, issues = read(packed({f"{number}.txt": b"Words." for number in range(zipped.MOST_MEMBERS + 3)}))
    assert len(documents) == zipped.MOST_MEMBERS
    assert [(issue.where, issue.reason) for issue in issues] == [("pack.zip", "holds more than 500 members; those after were not read")]


def test_a_member_that_unpacks_to_a_thousand_times_its_size_is_an_issue() -> None:
    documents, issues = read(packed({"bomb.txt": b"a" * (30 * 2**20), "a.txt": b"Invented words."}))
    assert len(documents) == 1
    assert issues[0].reason == "unpacks to more than 200 times its size; not read"


def test_what_is_unpacked_is_counted_and_not_what_the_directory_claims() -> None:
    data = bytearray(packed({"bomb.txt": b"a" * (30 * 2**20)}))
    entry = data.find(b"PK\x01\x02")
    data[entry + 24:entry + 28] = struct.pack("<I", 100)
    tracemalloc.start()
    try:
        documents, issues = read(bytes(data))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert not documents
    assert len(issues) == 1
    assert most < 20 * 2**20


def test_all_members_together_may_unpack_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 10_000)
    documents, issues = read(packed({f"{number}.txt": b"Invented words. " * 250 for number in range(5)}))
    assert len(documents) == 2
    assert len(issues) == 1
    assert "unpacks to more than" in issues[0].reason


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", packed({"a.txt": b"x"})[:-4], packed({}), packed({"folder/": b""})])
def test_a_zip_that_is_broken_or_empty_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^pack\.zip: the ZIP file (?:is broken|holds no documents)"):
        read(data)


def test_a_directory_of_too_many_members_is_not_even_looked_at() -> None:
    with pytest.raises(UnreadableInput, match="lists more than 100,000 members"):
        read(b"PK\x03\x04" + zipped.ENTRY * (zipped.MOST_ENTRIES + 1))


def test_200_damaged_packs_are_read_or_refused() -> None:
    data = packed({"a.pdf": MINUTES, "b.docx": REPORT, "c.txt": b"Invented words. " * 20, "d.zip": packed({"e.txt": b"Words."})})
    for damaged in mutations(data, 200, seed=11):
        try:
            documents, issues = read(damaged)
        except UnreadableInput as refused:
            told(refused, "pack.zip: ")
        else:
            assert documents or issues
