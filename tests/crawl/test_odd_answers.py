"""Answers of another shape than expected are unreadable, never a defect: stored answers, broken one value at a time."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator

import pytest

from corpora.errors import UnreadableInput
from crawl.answers.json_parts import Part, day_of
from crawl.answers.private_fields import blank_fields
from tests.crawl.stored_pages import PAGES, cases, read_case

ODD: tuple[object, ...] = (None, True, 0, -1, 10**30, 1.5, "", "x", "\ud800", "2026-13-45", "https://[", "javascript:x", [], [None], [[]], ["x"],
                           {}, {"x": 1}, "<p>", "9" * 5000, "\x00", "RX1", "../../x")
JSON_CASES = [name for name in cases() if next((PAGES / name).glob("page.*")).suffix == ".json"]


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where values stand in an answer."""
    yield path
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(child, (*path, key))


def with_value(value: object, path: tuple[str | int, ...], odd: object) -> object:
    """The answer with another value at one place."""
    if not path:
        return odd
    copy = dict(value) if isinstance(value, dict) else list(value)  # type: ignore[call-overload]  # what has places holds values
    copy[path[0]] = with_value(copy[path[0]], path[1:], odd)
    return copy


@pytest.mark.parametrize("name", JSON_CASES)
def test_an_answer_with_an_odd_value_is_read_or_refused(name: str) -> None:
    body = next((PAGES / name).glob("page.*")).read_text("utf-8")
    whole = json.loads(body)
    dice = random.Random(name)
    tried = [(path, odd) for path in places(whole) for odd in ODD]
    for path, odd in dice.sample(tried, min(len(tried), 300)):
        read_case(name, body=json.dumps(with_value(whole, path, odd)).encode())
    for _ in range(40):
        cut = dice.randrange(len(body))
        read_case(name, body=body[:cut].encode())


@pytest.mark.parametrize(("body", "reason"), [
    (b"", "is not JSON"), (b"<html>", "is not JSON"), (b"\xff\xfe{}", "is not JSON"), (b'{"a": NaN}', "NaN is no number"),
    (b"[" * 100 + b"]" * 100, "nested deeper than 60"), (b'{"a":' * 50_000 + b"1", "nested deeper than 60"),
    (b"1" * 10_000, "is not JSON")])
def test_what_is_no_json_or_an_attack_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        Part.of(body, url="https://api.example/x")


def test_brackets_within_texts_do_not_count_as_depth() -> None:
    assert Part.of(json.dumps({"a": '["' * 100 + "\\"}).encode(), url="https://api.example/x").words("a").startswith('["["')


def test_messages_say_where_in_the_answer_something_is_missing() -> None:
    answer = Part.of(b'\xef\xbb\xbf{"a": [{"b": 1}, {"c": {}}]}', url="https://api.example/x")
    assert answer.parts("a")[0].number("b") == 1
    with pytest.raises(UnreadableInput, match=r"^https://api\.example/x, a 2: has no b, as such answers have$"):
        answer.parts("a")[1].part("b")
    with pytest.raises(UnreadableInput, match=r"a 2 c: is not text"):
        answer.parts("a")[1].words("c")


@pytest.mark.parametrize(("written", "day"), [
    ("2026-03-03", "2026-03-03"), ("2026-03-03T10:00:00Z", "2026-03-03"), ("2026-03-03 00:00:00", "2026-03-03"),
    ("20260303", "2026-03-03"), ("20260303T100000Z", "2026-03-03"), ("20260303100000", "2026-03-03"), ("2026-02-30", None),
    ("03/03/2026", None), ("2026-03-031", None), ("2026", None), ("", None)])
def test_days_are_read_in_every_iso_writing(written: str, day: str | None) -> None:
    assert day_of(written) == day


@pytest.mark.parametrize(("body", "blanked"), [
    (rb'{"author": "a \"b\" c", "authorRole":"x", "body": "by the author: me"}',
     rb'{"author": null, "authorRole":"x", "body": "by the author: me"}'),
    (b'{"author"  :\n 12.5e3}', b'{"author"  :\n null}'), (b'{"author": null}', b'{"author": null}'),
    (b'{"author": {"name": "x"}}', b'{"author": {"name": "x"}}'), (b"no JSON, author: x", b"no JSON, author: x"),
    (b'{"author": "not ended', b'{"author": "not ended')])
def test_private_fields_are_blanked_and_nothing_else_changes(body: bytes, blanked: bytes) -> None:
    assert blank_fields(body, {"author"}) == blanked


def test_blanking_takes_linear_time() -> None:
    for body in (b'"author":"' * 500_000, b'{"author": "' + b'\\"' * 2_000_000, b'"author" ' * 500_000, b'"author"' + b" " * 4_000_000):
        began = time.perf_counter()
        blank_fields(body, {"author"})
        assert time.perf_counter() - began < 3
