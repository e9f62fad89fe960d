"""The lists of 2016 to 2025, by name. Titles and segments are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.segments import import_segments
from corpora.store import Store
from tests.text.office import ods, xlsx

ROWS: list[list[object]] = [
    ["An invented list of segments"], [None], ["Region", "Integrated Care System", "Provider name", "Segment"],
    ["Midlands", "Nottingham and Nottinghamshire", "Nottingham University Hospitals NHS Trust", 4],
    ["South West", "Dorset", "Poole Hospital", "Segment 2"], ["Midlands", "Nowhere", "The Invented Hospitals NHS Trust", 3]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as opened:
        yield opened


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("name", "data"), [
    ("list_2019-03-01.csv", "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in ROWS).encode()),
    ("list_2019-03-01.xlsx", xlsx({"About": [["x"]], "List": ROWS})), ("list_2019-03-01.ods", ods({"List": ROWS}))])
def test_a_list_is_imported_with_the_day_in_its_name(store: Store, tmp_path: Path, name: str, data: bytes) -> None:
    result = import_segments(store, write(tmp_path, name, data))
    assert (result.read, result.imported, result.refused) == (3, 2, 1)
    assert [(issue.value, issue.reason) for issue in result.issues] == [("The Invented Hospitals NHS Trust", "no organisation has this name")]
    segment, = store.segments(orgs=("RX1",))
    assert (segment.framework, segment.segment, segment.valid_from, segment.published_on) == ("SOF 2016", 4, "2019-03-01", "2019-03-01")
    assert store.segment_as_known("RD3", valid_on="2019-08-22").standing == "in force"
    assert store.segment_as_known("RD3", valid_on="2019-08-23").standing == "earlier"
    assert import_segments(store, tmp_path / name).unchanged == 2


def test_the_next_list_follows_the_first_in_whatever_order_they_come(store: Store, tmp_path: Path) -> None:
    text = "Provider,Segment\nNottingham University Hospitals NHS Trust,{}\n"
    for day, segment in (("2022-05-16", 3), ("2021-11-11", 4)):
        import_segments(store, write(tmp_path, f"list{segment}.csv", text.format(segment).encode()), published_on=day)
    on = {day: store.segment_as_known("RX1", valid_on=day).decisions[0].segment.segment for day in ("2022-05-15", "2022-05-16")}
    assert on == {"2022-05-15": 4, "2022-05-16": 3}
    assert store.segment_as_known("RX1", valid_on="2022-05-16", known_on="2022-05-15").decisions[0].segment.segment == 4


@pytest.mark.parametrize(("published_on", "complaint"), [(None, "--published-on 2021-11-11"), ("2014-01-01", "tells no framework")])
def test_a_list_without_a_day_of_its_years_is_refused_in_one_line(store: Store, tmp_path: Path, published_on: str | None, complaint: str) -> None:
    with pytest.raises(UsersMistake, match=complaint):
        import_segments(store, write(tmp_path, "list.csv", b"Provider,Segment\nBarts Health NHS Trust,3\n"), published_on=published_on)
    assert store.segments() == []
