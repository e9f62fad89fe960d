"""The table that ships with softintel."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest

from corpora.organisations import read_table
from corpora.segments import import_segments
from corpora.store import Store


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    with (as_file(files("corpora").joinpath("reference", "segments.csv")) as packaged,
          Store(tmp_path_factory.mktemp("packaged") / "segments.db") as store):
        yield store, import_segments(store, packaged)


def test_every_packaged_row_is_imported(imported):
    _, result = imported
    assert result.imported == result.read == len(read_table("segments.csv")) > 350
    assert result.refused == result.other == 0


def test_every_packaged_row_says_its_source_and_whether_it_was_checked():
    for row in read_table("segments.csv"):
        assert 0 < len(row["source"]) < 200
        assert row["via"]
        assert row["checked"] in ("yes", "no")
        assert row["segment"] or row["rank"] or not row["period"].startswith("Q")


def test_nottingham_university_hospitals_is_in_segment_four_at_the_end_of_2025(imported):
    store, _ = imported
    latest = store.latest_segments()["RX1"]
    assert (latest.framework, latest.segment, latest.period, latest.rank) == ("NOF 2025/26", 4, "Q3 2025/26", 132)


def test_every_packaged_table_says_where_it_came_from():
    described = {row["table"]: row for row in read_table("sources.csv")}
    assert set(described) == {table.name for table in files("corpora").joinpath("reference").iterdir()
                              if table.name.endswith(".csv")} - {"sources.csv"}
    for row in described.values():
        assert all(row[name] for name in ("publishers", "what", "compiled", "licence", "attribution", "checked", "gaps"))
        assert len(read_table(row["table"])) >= (5 if row["table"] == "releases.csv" else 80)
