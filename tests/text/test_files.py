"""Plain text, JSON Lines, web archives, folders: what a file is and what becomes of it. All content is invented."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text import read_json_line, read_path
from tests.text.conftest import TODAY, Read, page, pdf, word


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_plain_text_is_read_in_the_encodings_that_windows_writes(read: Read, encoding: str) -> None:
    text = "Invented note\n\n“It’s £3m” – so they say."
    assert read(text.encode(encoding), name="note.txt").text == text


def test_the_text_of_a_plain_file_is_kept_but_for_what_is_no_text(read: Read) -> None:
    assert read(b"One\x00 line \r\nand\x0c two\r\n\r\n\r\n\r\nthree\xc2\xa0\xef\xac\x81ne\n", name="a.txt").text == (
        "One line\nand\n two\n\nthree fine")


def test_the_same_bytes_are_the_same_document_under_any_name(read: Read) -> None:
    assert read(b"Some words.", name="a.txt") == read(b"Some words.", name="b.txt")


def test_an_address_makes_the_identity_without_its_tracking(read: Read) -> None:
    first = read(page("<p>Some words.</p>"), url="https://Example.org/a?id=3&utm_source=x#top")
    second = read(page("<p>Other words.</p>"), url="https://example.org:443/a?id=3")
    assert first.id == second.id != read(page("<p>Some words.</p>"), url="https://example.org/a?id=4").id
    assert first.url == "https://example.org/a?id=3"


@pytest.mark.parametrize(("data", "name", "reason"), [
    (b"", "a.txt", "is empty"), (b"  \r\n\t", "a.html", "is empty"), (b"\xef\xbb\xbf", "a.txt", "is empty"),
    (page("<p>Log in</p>"), "report.pdf", "not a PDF, as it is called, but an HTML page"),
    (b"Some words.", "report.pdf", "not a PDF"), (page("<p>x</p>"), "a.docx", "not a Word document"),
    (b"\x89PNG\r\n\x1a\n....", "a.png", "picture"), (b"PK\x03\x04....", "a.xlsx", "the spreadsheet is broken"), (b"{\\rtf1 x}", "a.rtf", "Rich Text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "a.doc", "old Microsoft Office"), (gzip.compress(b"x"), "a.gz", "gzip"),
    (b"<?xml version='1.0'?><rss><channel/></rss>", "a.xml", "XML"), (b'{"a": [1,\n2]}', "a.json", "JSON Lines"),
    (bytes(range(256)) * 20, "a.bin", "neither text"), (b"... --- ...", "a.txt", "no readable text"),
    (page("<script>x</script>"), "a.html", "without readable text")])
def test_what_cannot_be_read_is_refused_in_one_line_that_names_it(read: Read, data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refused:
        read(data, name=name)
    assert str(refused.value).startswith(f"{name}: ")
    assert "\n" not in str(refused.value)


def test_bytes_decide_over_names(read: Read) -> None:
    assert read(pdf(["Invented paper."]), name="a.html").pages
    assert read(page("<main><p>Invented page.</p></main>"), name="a.txt").text == "Invented page."
    assert read(word(lambda document: document.add_paragraph("Invented.")), name="a").text == "Invented."
    assert read(b'{"id": "x", "text": "Invented line."}\n', name="a.txt").id == "x"


def test_a_pdf_announced_by_its_sender_that_is_a_page_is_refused(read: Read) -> None:
    with pytest.raises(UnreadableInput, match="not a PDF"):
        read(page("<p>Not found</p>"), name="https://example.org/a.pdf", url="https://example.org/a.pdf", media_type="application/pdf")


def test_a_line_of_json_keeps_its_text_character_for_character() -> None:
    text = " x \r\n\u00a0“quote”\ufb01\u200b "
    document = read_json_line(json.dumps({"id": "a", "text": text, "published": "2016-10-21", "facts": [1], "title": None}), where="f, line 1")
    assert document.text == text
    assert document.published is not None
    assert (document.published.date, document.published.method, document.published.reliability) == ("2016-10-21", "given", 1.0)


def test_what_cannot_be_stored_is_replaced_without_moving_an_offset() -> None:
    document = read_json_line('{"id": "a", "text": "a\\u0000b\\ud800c 4"}', where="f, line 1")
    assert document.text == "a\ufffdb\ufffdc 4"
    document.text.encode("utf-8")


@pytest.mark.parametrize(("line", "reason"), [
    ('{"id": "a"', "not valid JSON"), ("[1]", "not a JSON object"), ("3", "not a JSON object"), ('{"text": "x"}', 'no "id"'), ('{"id": "a"}', 'no "text"'),
    ('{"id": 3, "text": "x"}', '"id" is not a word: 3'), ('{"id": "a", "text": null}', '"text" is not text'), ('{"id": "a", "text": " "}', "empty"),
    ('{"id": "a", "text": "x", "published": "21/10/2016"}', "not a date"), ('{"id": "a", "text": "x", "published": "2016-02-31"}', "not a date"),
    ('{"id": "a", "text": "x", "published": 2016}', "not a date"), ('{"id": "a", "text": "x", "doc_type": "blog"}', "not one of news"),
    ('{"id": "a", "text": "x", "url": 3}', '"url" is not text'), ("[" * 100_000, "not "), ('{"id": "a", "text": "x", "n": ' + "9" * 5000 + "}", "not valid JSON")])
def test_a_bad_line_is_refused_by_file_and_number(line: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refused:
        read_json_line(line, where="new.jsonl, line 7")
    assert str(refused.value).startswith("new.jsonl, line 7: ")


def found(path: Path) -> tuple[list[Document], list[Issue]]:
    items = list(read_path(path, today=TODAY))
    return [item for item in items if isinstance(item, Document)], [item for item in items if isinstance(item, Issue)]


def test_a_named_file_of_json_lines_with_a_bad_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n\n{"id": \n')
    with pytest.raises(UnreadableInput, match=r"a\.jsonl, line 3: not valid JSON"):
        found(path)


def test_an_id_that_comes_twice_is_refused_with_both_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n')
    with pytest.raises(UnreadableInput, match='line 2: the id "a" stands in line 1 too'):
        found(path)


def test_in_a_folder_the_good_lines_are_read_and_the_bad_ones_kept_as_issues(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"id": "a", "text": "x"}\nnonsense\n{"id": "b", "text": "y"}\n'.encode("utf-16"))
    documents, issues = found(tmp_path)
    assert [document.id for document in documents] == ["a", "b"]
    assert [(issue.where, issue.reason.split(":")[0]) for issue in issues] == [(f"{tmp_path}/a.jsonl, line 2", "not valid JSON")]


def test_a_folder_is_read_with_the_folders_in_it_and_without_hidden_files_and_those_of_programs(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "b.txt").write_text("Second.")
    (tmp_path / "a.txt").write_text("First.")
    (tmp_path / ".DS_Store").write_bytes(b"\x00\x01")
    (tmp_path / "~$a.docx").write_bytes(b"\x00\x01")
    (tmp_path / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "in" / "Desktop.ini").write_text("[.ShellClassInfo]")
    (tmp_path / "loop").symlink_to(tmp_path)
    documents, issues = found(tmp_path)
    assert [document.text for document in documents] == ["First.", "Second."]
    assert issues == []


def archive(path: Path, records: list[tuple[str, str, bytes]], *, compressed: bool = True) -> Path:
    members = []
    for url, media_type, body in records:
        response = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n")
        member = head.encode() + response + b"\r\n\r\n"
        members.append(gzip.compress(member) if compressed else member)
    path.write_bytes(b"".join(members))
    return path


RECORDS = [("https://example.org/a?utm_source=x", "text/html; charset=utf-8", page("<main><p>Invented page.</p></main>")),
           ("https://example.org/b.pdf", "application/pdf", pdf(["Invented paper."])),
           ("https://example.org/c.png", "image/png", b"\x89PNG"),
           ("https://example.org/d", "text/html", page("<script></script>"))]


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_and_papers_of_a_web_archive_are_documents_with_their_address(tmp_path: Path, compressed: bool) -> None:
    documents, issues = found(archive(tmp_path / "a.warc", RECORDS, compressed=compressed))
    assert [(document.url, document.text) for document in documents] == [
        ("https://example.org/a", "Invented page."), ("https://example.org/b.pdf", "Invented paper.")]
    assert [issue.value for issue in issues] == ["https://example.org/d"]


def test_an_address_archived_twice_counts_with_its_last_state(tmp_path: Path) -> None:
    states = [("https://example.org/a", "text/html", page(f"<main><p>State {state}.</p></main>")) for state in (1, 2)]
    documents, _ = found(archive(tmp_path / "a.warc.gz", states))
    assert [document.text for document in documents] == ["State 2."]


def test_an_archive_cut_short_gives_what_came_before_and_an_issue(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.warc.gz", RECORDS[:2])
    path.write_bytes(path.read_bytes()[:-200])
    documents, issues = found(path)
    assert [document.url for document in documents] == ["https://example.org/a"]
    assert issues
    assert all("cut short" in issue.reason or "broken" in issue.reason for issue in issues)


@pytest.mark.parametrize("data", [b"WARC/1.0\r\nnonsense", b"WARC/1.0\r\n\r\n", gzip.compress(b"WARC/1.0\r\nWARC-Type: x\r\n\r\n")])
def test_an_archive_of_nothing_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=r"a\.warc\.gz: "):
        found(path)


def test_a_file_larger_than_is_read_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.write(b"Some words. ")
        stream.truncate(33 * 2**20)
    with pytest.raises(UnreadableInput, match="33 MiB, more than the 32 MiB"):
        found(path)
