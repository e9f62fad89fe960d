"""When a source has gone quiet or floods, and when it only seems so. The histories are invented."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from corpora.store.source_rounds import SourceRound
from crawl.alarms import alarm_of, working_days
from crawl.sources import Source

DAY = 86_400.0


def at(day: str) -> float:
    return datetime.datetime.fromisoformat(f"{day}T06:00:00+00:00").timestamp()


def source(cadence: str = "daily", expected: str = "") -> Source:
    return Source.model_validate({
        "name": "invented", "publisher": "Exampleshire News (invented)", "cadence": cadence, "doc_type": "news", "shape": "rss",
        "start_urls": ("https://news.example/rss",), "expected": expected})


def history(news: Sequence[int], *, every: float = 1, last: str = "2026-06-15", lacking: Sequence[int] = ()) -> list[SourceRound]:
    """Rounds this many days apart, of which the newest began on that day."""
    start = at(last) - (len(news) - 1) * every * DAY
    return [SourceRound(source="invented", number=number + 1, started_at=start + number * every * DAY,
                        finished_at=start + number * every * DAY + 60, whole=number not in lacking, fetched=new + 1, new=new)
            for number, new in enumerate(news)]


@pytest.mark.parametrize(("cadence", "every", "expected", "news", "last", "word"), [
    # Quiet by what is expected of it.
    ("daily", 1, "1-40", [200, 3, 0, 0, 0, 0, 0], "2026-06-15", "quiet"),
    ("daily", 1, "1-40", [0], "2026-06-15", "quiet"),
    ("weekly", 7, "2-40", [90, 5, 1, 0, 1], "2026-06-15", "quiet"),
    ("monthly", 30, "1-10", [12, 2, 0, 0, 0], "2026-09-15", "quiet"),
    # Quiet by its own history.
    ("daily", 1, "", [500] + [8, 12, 9, 0, 0, 11, 10] * 6 + [0, 1, 0, 0, 0, 0], "2026-06-15", "quiet"),
    # Floods.
    ("daily", 1, "1-40", [200, 3, 41], "2026-06-15", "floods"),
    ("daily", 1, "", [200, 5, 6, 3, 4, 9, 8, 120], "2026-06-15", "floods"),
])
def test_a_source_that_is_odd_is_told_of(cadence: str, every: float, expected: str, news: list[int], last: str, word: str) -> None:
    alarm = alarm_of(source(cadence, expected), history(news, every=every, last=last))
    assert alarm is not None
    assert alarm.startswith(word)


@pytest.mark.parametrize(("cadence", "every", "expected", "news", "last"), [
    # A first round brings what had gathered: it floods nobody, and its number is no measure.
    ("daily", 1, "1-40", [2_000], "2026-06-15"),
    ("daily", 1, "", [2_000, 3, 2, 4, 3, 2, 5, 3], "2026-06-15"),
    # A weekend with a bank holiday.
    ("daily", 1, "1-40", [200, 3, 4, 0, 0, 0, 0], "2026-06-15"),
    # Christmas and the new year: eighteen days without a word.
    ("daily", 1, "1-40", [200, 3, 5] + [0] * 18, "2027-01-06"),
    ("daily", 1, "", [500] + [8, 12, 9, 0, 0, 11, 10] * 6 + [0] * 18, "2027-01-06"),
    # A monthly publication that comes some days late.
    ("monthly", 30, "1-10", [12, 2, 0], "2026-06-15"),
    # One that comes in batches: most weeks give nothing.
    ("weekly", 7, "", [40] + [0, 0, 0, 30] * 6 + [0, 0, 0, 0], "2026-06-15"),
    # It gives little, and always did.
    ("daily", 1, "", [3] + [0, 1, 0, 0, 0, 0, 0] * 8, "2026-06-15"),
    # After a pause of ten days ten days' worth is due.
    ("daily", 10, "1-40", [200, 399], "2026-06-15"),
    # A busy day is no flood.
    ("daily", 1, "", [200, 5, 6, 3, 4, 9, 8, 60], "2026-06-15"),
    # Nothing is expected of it, and nothing has been given yet.
    ("daily", 1, "", [0], "2026-06-15"),
])
def test_a_source_that_only_seems_odd_is_not(cadence: str, every: float, expected: str, news: list[int], last: str) -> None:
    assert alarm_of(source(cadence, expected), history(news, every=every, last=last)) is None


def test_a_round_whose_start_pages_failed_is_not_called_silence() -> None:
    assert alarm_of(source(expected="1-40"), history([200, 3, 0, 0, 0, 0, 0, 0], lacking=[7])) is None


def test_rounds_that_failed_are_no_part_of_the_history() -> None:
    assert alarm_of(source(expected="1-40"), history([200, 3, 0, 0, 0, 0, 0, 2], lacking=[2, 3, 4, 5, 6])) is None


def test_the_days_around_the_new_year_are_not_counted() -> None:
    assert working_days(at("2026-06-01"), at("2026-06-11")) == 10
    assert working_days(at("2026-12-18"), at("2027-01-08")) == pytest.approx(4, abs=0.01)
    assert working_days(at("2026-12-24"), at("2027-01-03")) == 0
