"""When to ask again."""

from __future__ import annotations

import pytest

from crawl.patience import LONGEST_REST, back_off, retry_after

NOON = 1_700_000_000.0  # Tue, 14 Nov 2023 22:13:20 GMT


@pytest.mark.parametrize(("header", "seconds"), [
    (b"120", 120), (b" 5 ", 5), (b"Tue, 14 Nov 2023 22:15:20 GMT", 120), (b"Tue, 14 Nov 2023 22:15:20", 120),
    (b"Tue, 14 Nov 2023 22:00:00 GMT", 0), (b"-5", 0), (b"soon", 0), (b"", 0), (None, 0), (b"\xff", 0), (b"Mon, 01 Jan 2024 00:00:00 +99999999999999999999", 0), ("٣".encode(), 0)])
def test_retry_after_is_seconds_or_a_date(header: bytes | None, seconds: float) -> None:
    assert retry_after(header, now=NOON) == seconds


@pytest.mark.parametrize("header", [b"999999999999", b"Fri, 31 Dec 9999 23:59:59 GMT"])
def test_no_host_is_left_alone_for_longer_than_a_week(header: bytes) -> None:
    assert retry_after(header, now=NOON) == LONGEST_REST == 7 * 24 * 3600


def test_each_try_waits_twice_as_long() -> None:
    assert [back_off(attempts, delay_seconds=5) for attempts in (1, 2, 3)] == [30, 60, 120]
    assert back_off(1, delay_seconds=0) > 0
