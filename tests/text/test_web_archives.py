"""Web archives as large as Common Crawl's: what is worth reading is found in one pass, and the rest is counted. All content is invented."""

from __future__ import annotations

import gzip
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from bench.hostile_files import Watch
from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.screening import in_another_language, names_the_nhs
from corpora.text.warc import read_surveyed, read_warc
from corpora.text.warc_survey import NO_WORD, OTHER_LANGUAGE, survey
from tests.text.conftest import TODAY, page, pdf
from tests.text.office import odt
from tests.text.packs import board_pack

ABOUT = page("<main><p>Invented words about the NHS.</p></main>")
OTHER = page("<main><p>Invented words about a football match.</p></main>")


def record(url: str, body: bytes, *, media_type: str = "text/html", status: str = "200 OK", headers: str = "", kind: str = "response") -> bytes:
    response = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(response)}\r\n\r\n").encode() + response + b"\r\n\r\n"


def archive(folder: Path, *records: bytes, compressed: bool = True) -> Path:
    path = folder / ("a.warc.gz" if compressed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(one) if compressed else one for one in records))
    return path


def read(path: Path, *, every_page: bool = False) -> tuple[list[str | None], list[str], Counter[str]]:
    found = survey(path, every_page=every_page)
    items = list(read_surveyed(path, found, today=TODAY))
    return ([item.url for item in items if isinstance(item, Document)], [item.reason for item in items if isinstance(item, Issue)], found.passed_over)


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_without_a_word_about_the_nhs_are_passed_over_and_counted(tmp_path: Path, compressed: bool) -> None:
    path = archive(tmp_path, record("https://a.example/1", ABOUT), record("https://a.example/2", OTHER), record("https://a.example/3", OTHER),
                   record("https://a.example/4", ABOUT), compressed=compressed)
    assert read(path) == (["https://a.example/1", "https://a.example/4"], [], Counter({NO_WORD: 2}))
    assert len(read(path, every_page=True)[0]) == 4


def test_pages_in_other_languages_are_passed_over_and_counted(tmp_path: Path) -> None:
    german = ABOUT.replace(b"<html>", b"<html class='no-js' lang=\"de-DE\">")
    welsh = ABOUT.replace(b"<html>", b"<html lang='cy'>")
    path = archive(tmp_path, record("https://a.example/de", german), record("https://a.example/cy", welsh), record("https://a.example/en", ABOUT))
    assert read(path) == (["https://a.example/cy", "https://a.example/en"], [], Counter({OTHER_LANGUAGE: 1}))


def test_papers_are_read_whatever_their_packed_bytes_say(tmp_path: Path) -> None:
    path = archive(tmp_path, record("https://a.example/a.pdf", pdf(["Invented paper."]), media_type="application/pdf"),
                   record("https://a.example/b", odt("<text:p>Invented text.</text:p>"), media_type="application/vnd.oasis.opendocument.text"))
    assert read(path)[0] == ["https://a.example/a.pdf", "https://a.example/b"]


def test_requests_errors_redirects_and_pictures_are_no_pages(tmp_path: Path) -> None:
    path = archive(tmp_path, record("https://a.example/1", ABOUT, kind="request"), record("https://a.example/2", ABOUT, status="404 Not Found"),
                   record("https://a.example/3", ABOUT, status="301 Moved"), record("https://a.example/4", b"\x89PNG", media_type="image/png"),
                   record("ftp://a.example/5", ABOUT), record("https://a.example/6", ABOUT))
    assert read(path) == (["https://a.example/6"], [], Counter())


def test_a_body_that_was_packed_for_the_way_is_unpacked_before_it_is_looked_at(tmp_path: Path) -> None:
    packed = [record(f"https://a.example/{number}", gzip.compress(body), headers="Content-Encoding: gzip\r\n") for number, body in enumerate((ABOUT, OTHER))]
    assert read(archive(tmp_path, *packed)) == (["https://a.example/0"], [], Counter({NO_WORD: 1}))


def test_a_word_is_seen_however_far_down_it_stands(tmp_path: Path) -> None:
    filler = b"<p>Invented words.</p>" * 50_000
    for shift in range(3):
        body = page("<main>") + filler + b"x" * (2**20 - 4 - (len(page("<main>")) + len(filler)) % 2**20 + shift * 2) + b" CQC " + filler
        assert read(archive(tmp_path, record("https://a.example/long", body)))[2] == Counter()


def test_the_last_state_of_an_address_decides_whether_it_is_read(tmp_path: Path) -> None:
    path = archive(tmp_path, record("https://a.example/1?utm_source=x", ABOUT), record("https://a.example/2", OTHER),
                   record("https://a.example/1", OTHER), record("https://a.example/2", ABOUT))
    assert read(path) == (["https://a.example/2"], [], Counter({NO_WORD: 1}))


@pytest.mark.parametrize("cut", [1, 9, 40])
def test_an_archive_that_was_cut_short_says_so_and_the_rest_is_read(tmp_path: Path, cut: int) -> None:
    path = archive(tmp_path, record("https://a.example/1", ABOUT), record("https://a.example/2", ABOUT))
    path.write_bytes(path.read_bytes()[:-cut])
    urls, issues, _ = read(path)
    assert urls[:1] == ["https://a.example/1"]
    assert any("cut short" in reason or "broken" in reason for reason in issues)


def test_an_archive_that_is_broken_in_the_middle_says_where(tmp_path: Path) -> None:
    first = gzip.compress(record("https://a.example/1", ABOUT))
    path = archive(tmp_path)
    path.write_bytes(first + b"\x1f\x8b\x08\x00garbage garbage garbage" + gzip.compress(record("https://a.example/2", ABOUT)))
    urls, issues, _ = read(path)
    assert urls[:1] == ["https://a.example/1"]
    assert any("broken" in reason or "cut short" in reason for reason in issues)


def test_an_archive_of_nothing_to_read_is_refused_and_one_of_other_pages_is_not(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="holds no pages or papers"):
        survey(archive(tmp_path, record("https://a.example/4", b"\x89PNG", media_type="image/png")), every_page=False)
    assert read(archive(tmp_path, record("https://a.example/2", OTHER))) == ([], [], Counter({NO_WORD: 1}))


def test_the_look_through_an_archive_holds_one_page_at_a_time_and_tells_how_far_it_is(tmp_path: Path) -> None:
    path = archive(tmp_path, *(record(f"https://a.example/{number}", OTHER + b"<p>words</p>" * 40_000) for number in range(60)))
    gone: list[int] = []
    names_the_nhs(b"warm")
    tracemalloc.start()
    try:
        survey(path, every_page=False, advance=gone.append)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8 * 2**20
    assert 0.9 * path.stat().st_size < sum(gone) <= path.stat().st_size


def test_a_page_that_unpacks_without_end_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = gzip.compress(b"words " * (30 * 2**20))
    path = archive(tmp_path, record("https://a.example/bomb", bomb, headers="Content-Encoding: gzip\r\n"), record("https://a.example/1", ABOUT))
    urls, issues, _ = read(path)
    assert urls == ["https://a.example/1"]
    assert len(issues) == 1
    assert "MiB" in issues[0]


@pytest.mark.parametrize("words", [b"the NHS.", b"nhs", b"<b>CQC</b>", b"Hospitals", b"an NHSE letter", b"University Hospitals of Leicester NHS Trust",
                                   b"foundation trusts", b"Healthwatch Invent", b"https://www.invent.nhs.uk/a"])
def test_words_that_let_a_page_pass(words: bytes) -> None:
    assert names_the_nhs(b"before " + words + b" after")


@pytest.mark.parametrize("words", [b"xnhsx", b"enhs", b"NHSA1", b"cqcs7", b"a football match", b"inhospitable", b"trust", b"health", b""])
def test_words_that_do_not(words: bytes) -> None:
    assert not names_the_nhs(b"before " + words + b" after")


@pytest.mark.parametrize(("head", "other"), [
    (b"<html lang=en>", False), (b'<html lang="en-GB">', False), (b"<html>", False), (b"<HTML data-x='1' LANG='fr'>", True), (b'<html xml:lang="de">', True),
    (b"<html data-lang-x='de'>", False), (b"<p lang='de'>", False)])
def test_a_page_states_its_language(head: bytes, other: bool) -> None:
    assert in_another_language(b"<!DOCTYPE html>\n" + head + b"<head>") is other


def test_a_paper_that_is_larger_than_a_page_may_be_is_read_and_held_once(tmp_path: Path) -> None:
    filler = b"%" + bytes(60 * 2**20).replace(b"\0", b"x") + b"\nstartxref"
    large = board_pack(2).replace(b"startxref", filler)
    path = archive(tmp_path, record("https://a.example/pack.pdf", large, media_type="application/pdf"), compressed=False)
    del filler, large
    with Apart() as reader, Watch() as watch:
        documents = [item for item in read_warc(path, today=TODAY, reader=reader) if isinstance(item, Document)]
    assert [document.url for document in documents] == ["https://a.example/pack.pdf"]
    assert len(documents[0].pages) == 2
    assert watch.most - watch.before < 100
