"""Publication dates that lie in the future, and addresses that are none of the web, in JSON Lines. All content is invented."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.future import is_in_the_future
from corpora.text.jsonl import read_json_line
from corpora.text.paths import read_file

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(("published", "ahead"), [
    ("2026", False), ("2027", True), ("2026-11", False), ("2026-12", True), ("2026-11-25", False), ("2026-11-26", True),
    ("2030-02-20", True), ("2016-10-21", False)])
def test_a_date_is_in_the_future_where_all_of_it_lies_more_than_three_days_ahead(published: str, ahead: bool) -> None:
    assert is_in_the_future(published, today=TODAY) is ahead


def test_a_document_with_a_date_to_come_is_kept_without_it_and_an_issue_names_file_line_and_value(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "a", "text": "Invented.", "published": "2016"}\n{"id": "b", "text": "Invented.", "published": "2030-02-20"}\n')
    first, second, issue = read_file(file, today=TODAY)
    assert isinstance(first, Document)
    assert first.published_on == "2016"
    assert isinstance(second, Document)
    assert (second.id, second.published) == ("b", None)
    assert isinstance(issue, Issue)
    assert (issue.where, issue.value) == (f"{file}, line 2", "2030-02-20")
    assert "lies in the future (today is 2026-11-22)" in issue.reason


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "ftp://a.example/b", "http://",
                                 "//a.example/b", "https://[x/", "a page"])
def test_addresses_that_are_none_of_web_pages_are_refused(url: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^f, line 1: \"url\" is .* not an http or https address"):
        read_json_line(json.dumps({"id": "a", "text": "x", "url": url}), where="f, line 1")


@pytest.mark.parametrize("url", ["https://a.example/b?c=d", "HTTP://a.example/"])
def test_addresses_of_web_pages_are_kept_as_given(url: str) -> None:
    assert read_json_line(json.dumps({"id": "a", "text": "x", "url": url}), where="f, line 1").url == url
