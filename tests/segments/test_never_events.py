"""Tables of never events by organisation, as they are copied out of NHS England's reports. The numbers are invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.segments import import_segments
from corpora.store import Store
from tests.text.office import ods, xlsx

ROWS: list[list[object]] = [
    ["Organisation name", "Number of Never Events"], ["Nottingham University Hospitals NHS Trust", 5],
    ["BASILDON AND THURROCK UNIVERSITY HOSPITALS NHS FOUNDATION TRUST", 2], ["The Invented Private Hospital Ltd", 1],
    ["Barts Health NHS Trust", None], ["Total", 9]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as opened:
        yield opened


def csv_of(rows: list[list[object]]) -> bytes:
    return "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows).encode()


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("make", "ending"), [
    (csv_of, "csv"), (lambda rows: xlsx({"Table 3": [["Table 3: invented"], *rows]}), "xlsx"),
    (lambda rows: ods({"Notes": [["x"]], "Table 3": [["Table 3: invented"], *rows]}), "ods")])
def test_a_table_is_read_by_whole_names_whatever_its_file(store: Store, tmp_path: Path, make: Callable[[list[list[object]]], bytes],
                                                         ending: str) -> None:
    result = import_segments(store, write(tmp_path, f"never-events-2024-25-provisional.{ending}", make(ROWS)))
    assert (result.read, result.imported, result.refused, result.other) == (5, 2, 2, 1)
    assert [(issue.value, issue.reason) for issue in result.issues] == [
        ("The Invented Private Hospital Ltd", "no organisation has this name"),
        ("Barts Health NHS Trust", "states no number of never events")]
    found, = store.never_event_counts(("RX1",))
    assert (found.count.count, found.count.year, found.count.status, found.count.valid_to) == (5, "2024/25", "provisional", "2025-03-31")


def test_a_trust_that_merged_keeps_its_own_code(store: Store, tmp_path: Path) -> None:
    import_segments(store, write(tmp_path, "never-events-2024-25.csv", csv_of(ROWS)))
    assert [one.count.count for one in store.never_event_counts(("RDD",))] == [2]
    assert store.never_event_counts(("RAJ",)) == ()


def test_a_table_says_final_by_its_name_and_covers_no_more_than_the_days_before_its_publication(store: Store, tmp_path: Path) -> None:
    import_segments(store, write(tmp_path, "never_events_2024_25_final.csv", csv_of(ROWS)), published_on="2026-02-10")
    import_segments(store, write(tmp_path, "never_events_2025-26.csv", csv_of(ROWS)), published_on="2025-11-20")
    newer, older = store.never_event_counts(("RX1",))
    assert (older.count.status, older.count.valid_to, older.known_from.on) == ("final", "2025-03-31", "2026-02-10")
    assert (newer.count.status, newer.count.valid_to, newer.known_from.on) == ("provisional", "2025-11-20", "2025-11-20")


def test_a_second_number_for_one_organisation_is_an_issue_and_a_table_by_type_is_of_no_known_layout(store: Store, tmp_path: Path) -> None:
    twice = [*ROWS[:2], ["Nottingham University Hospitals", 2]]
    result = import_segments(store, write(tmp_path, "never-events-2024-25.csv", csv_of(twice)))
    assert [(issue.value, issue.reason) for issue in result.issues] == [
        ("Nottingham University Hospitals", "the organisation has a number in row 2 already")]
    by_type: list[list[object]] = [["Organisation name", "Type", "Number of Never Events"], ["Barts Health NHS Trust", "Wrong site surgery", 1]]
    with pytest.raises(UsersMistake, match="no known segmentation layout"):
        import_segments(store, write(tmp_path, "never-events-2023-24.csv", csv_of(by_type)))


def test_the_year_must_be_said_and_may_be_given(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "table3.csv", csv_of(ROWS))
    for year, complaint in ((None, "--year 2024/25"), ("2024/26", "names no NHS year")):
        with pytest.raises(UsersMistake, match=complaint):
            import_segments(store, path, year=year)
    assert import_segments(store, path, year="2024/25").imported == 2
    assert import_segments(store, path, year="2024-25").unchanged == 2
