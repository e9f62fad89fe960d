"""Whatever the bytes, there is a document or one clear refusal, and soon."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.errors import UnreadableInput
from corpora.schema import Document
from corpora.text import read_bytes, read_json_line
from corpora.text.cleaning import UNPRINTABLE
from tests.text.conftest import PAGES, TODAY, page, pdf, word, word_paragraph, word_xml
from tests.text.hostile import mutations

STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body>", b"<!DOCTYPE html><p>", b"{\"id\":\"a\",\"text\":\"", b"\x1f\x8b\x08", b"WARC/1.0\r\n",
          b"\xff\xfe", b"\xef\xbb\xbf", b"<?xml version='1.0' encoding='utf-16'?><html>"]
NAMES = ["a", "a.html", "a.pdf", "a.docx", "a.txt", "a.jsonl", "a.json"]


def told(refused: UnreadableInput, name: str) -> None:
    assert str(refused).startswith(name)
    assert "\n" not in str(refused)


def attempt(data: bytes, name: str) -> Document | None:
    try:
        document = read_bytes(data, name=name, today=TODAY)
    except UnreadableInput as refused:
        told(refused, name)
        return None
    assert document.text.strip()
    document.text.encode("utf-8")
    assert all(0 <= one.start <= one.end <= len(document.text) for one in document.pages)
    return document


@settings(max_examples=300, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400), name=st.sampled_from(NAMES))
def test_random_bytes_are_read_or_refused(start: bytes, rest: bytes, name: str) -> None:
    attempt(start + rest, name)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.sampled_from(NAMES))
def test_random_text_is_read_or_refused_and_comes_out_clean(text: str, name: str) -> None:
    document = attempt(f"<p>{text}</p>".encode("utf-8", "surrogatepass"), name)
    assert document is None or name.endswith(("jsonl", "json")) or not UNPRINTABLE.search(document.text)


@settings(max_examples=200, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from(["id", "text", "title", "published", "url", "doc_type", "x"]), inner, max_size=7), max_leaves=12))
def test_any_json_value_is_a_document_or_refused(value: object) -> None:
    try:
        document = read_json_line(json.dumps(value), where="f, line 1")
    except UnreadableInput as refused:
        told(refused, "f, line 1: ")
    else:
        document.text.encode("utf-8")


@pytest.mark.parametrize("name", ["trade_press.html", "campaign.html", "trust_news.html", "broadcaster.html"])
def test_250_damaged_copies_of_each_page_are_read_or_refused(name: str) -> None:
    read = [attempt(data, "page.html") for data in mutations((PAGES / name).read_bytes(), 250, seed=len(name))]
    assert sum(document is not None for document in read) > 200


@pytest.mark.parametrize(("data", "name"), [
    (pdf(["Invented paper of one page.", "With a second paragraph."]), "p.pdf"), (word(lambda d: d.add_paragraph("Invented.")), "p.docx")])
def test_150_damaged_copies_of_a_paper_are_read_or_refused(data: bytes, name: str) -> None:
    for damaged in mutations(data, 150, seed=7):
        attempt(damaged, name)


LARGE = {
    "nested": page("<div>" * 20_000 + "words at the bottom"),
    "unclosed": page("<p>Start.</p>" + "<font>" * 2000 + "<p>words at the bottom</p>" * 3),
    "paragraphs": page("<p>Some invented words here.</p>" * 20_000),
    "comments": page("<h2>Comments</h2><p>Some invented words here.</p>" * 10_000),
    "rows": page("<table>" + "<tr><td>invented</td><td>3</td></tr>" * 10_000 + "</table>"),
    "tables": page("<table><tr><td>" * 120 + "words at the bottom"),
    "class": page(f"<div class='{'comments-' * 100_000}'>words in it</div>"),
    "statements": page("<script type='application/ld+json'>" + '[{"a":' * 50_000 + "</script><p>some words</p>"),
    "dates": page("<h1>Words</h1>" + "<p>21.10.16</p>" * 10_000),
    "prose": b"published under the board of directors inspection report regulation 28 " * 20_000,
    "controls": word_xml("<w:sdt>" * 20_000 + word_paragraph("words") + "</w:sdt>" * 20_000),
    "cells": word_xml(("<w:tbl><w:tr><w:tc>" + word_paragraph("words") + "</w:tc></w:tr></w:tbl>") * 10_000),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_and_deep_input_takes_seconds_at_most(name: str) -> None:
    started = time.monotonic()
    attempt(LARGE[name], "input")
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("data", [
    pytest.param(b"<!---->" * 500 + b"words", id="comments"), pytest.param(b"<!-- a -->\n" * 400 + b"words", id="comments on lines"),
    pytest.param(page(f"<div class='cookie{'a' * 200}!'><p>words</p></div><p>More words.</p>"), id="a long class"),
    pytest.param(page(f"<div class='cookie{'-a' * 200}!'><p>words</p></div><p>More words.</p>"), id="a class of many parts")])
def test_no_few_bytes_are_looked_at_for_long(data: bytes) -> None:
    started = time.monotonic()
    document = attempt(data, "page")
    assert time.monotonic() - started < 5
    assert document is not None
    assert "words" in document.text


def test_text_below_unclosed_elements_is_not_lost() -> None:
    document = attempt(LARGE["unclosed"], "page.html")
    assert document is not None
    assert len(re.findall("words at the bottom", document.text)) == 3


def test_no_page_makes_the_reader_look_at_another_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words")
    prologue = f"<!DOCTYPE html [<!ENTITY s SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]>"
    document = attempt(f"{prologue}<html><body><main><p>open &s;</p></main></body></html>".encode(), "page.html")
    assert document is None or "secret" not in document.text
