"""Published files in their real layouts. The rows of good tables are real ones; the spoiled rows are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.segments import SegmentImport, date_in_name, import_segments
from corpora.store import Store

LEAGUE_HEADER = ("Quarter,Region,Trust_type,Trust_subtype,Trust_code,Trust_name,Average_score,Likely_range_of_average_score,"
                 "Segment,Trust_in_financial_deficit,Rank,Likely_range_of_rank")
KENT = ("Q4 2025/26,South East,Mental health and community trust,Community,RYY,Kent Community Health NHS Foundation Trust,"
        "1.53,1.2 to 1.89,1.0,No,1.0,1 to 11")
NOTTS = ("Q4 2025/26,Midlands,Mental health and community trust,Mental Health and Learning Disability,RHA,"
         "Nottinghamshire Healthcare NHS Foundation Trust,2.99,2.7 to 3.3,4.0,Yes,57.0,40 to 61")
DATA_HEADER = ("Quarter,Region,Trust_type,Trust_subtype,Trust_code,Trust_name,Domain,Sub-domain,Metric_ID,Metric_description,"
               "Reporting_date,Units,Value,Median_value,Lower_quartile,Upper_quartile,Rank")


def metric(metric_id: str, value: str, *, rank: str = "", quarter: str = "Q1 2025/26", code: str = "RHA") -> str:
    """A row of the long data file."""
    return (f"{quarter},Midlands,Mental health and community trust,Mental Health and Learning Disability,{code},"
            f"Nottinghamshire Healthcare NHS Foundation Trust,Summary,Summary,{metric_id},Some metric,{quarter},segment,"
            f"{value},,,,{rank}")


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "segments.db") as opened:
        yield opened


def write(folder: Path, *lines: str, name: str = "table.csv", encoding: str = "utf-8-sig") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path


def assert_every_row_is_accounted_for(result: SegmentImport) -> None:
    assert result.read == result.imported + result.unchanged + result.refused + result.other
    assert len(result.issues) == result.refused


def test_a_league_table_row_becomes_a_segment_of_its_quarter(store, register, tmp_path):
    result = import_segments(store, write(tmp_path, LEAGUE_HEADER, KENT, NOTTS), register=register)
    assert (result.read, result.imported, result.refused) == (2, 2, 0)
    (notts,) = store.segments(orgs=("RHA",))
    assert (notts.framework, notts.segment, notts.period) == ("NOF 2025/26", 4, "Q4 2025/26")
    assert (notts.valid_from, notts.valid_to, notts.published_on) == ("2026-01-01", "2026-03-31", None)
    assert (notts.league_table, notts.score, notts.rank, notts.in_deficit) == ("mental health and community", 2.99, 57, True)


def test_the_first_release_has_a_reporting_date_and_no_quarter(store, register, tmp_path):
    table = write(tmp_path, LEAGUE_HEADER.replace("Quarter", "Reporting_date"), KENT.replace("Q4 2025/26", "Q1 2025/26"))
    assert import_segments(store, table, register=register).imported == 1
    assert store.segments(orgs=("RYY",))[0].valid_from == "2025-04-01"


def test_the_same_file_again_changes_nothing(store, register, tmp_path):
    table = write(tmp_path, LEAGUE_HEADER, KENT, NOTTS)
    import_segments(store, table, register=register)
    before = store.segments()
    again = import_segments(store, table, register=register)
    assert (again.imported, again.unchanged) == (0, 2)
    assert store.segments() == before


def test_a_corrected_release_replaces_what_it_corrects(store, register, tmp_path):
    import_segments(store, write(tmp_path, LEAGUE_HEADER, KENT), register=register)
    corrected = write(tmp_path, LEAGUE_HEADER, KENT.replace(",1.0,No,", ",2.0,No,"), name="table-v2.csv")
    assert import_segments(store, corrected, register=register).imported == 1
    assert [segment.segment for segment in store.segments(orgs=("RYY",))] == [2]


def test_columns_are_known_by_name_whatever_their_case_and_order(store, register, tmp_path):
    table = write(tmp_path, "RANK,segment,Average score,TRUST_CODE,Trust_Type,quarter",
                  "1.0,1.0,1.53,ryy,Community trust,Q4 2025/26")
    assert import_segments(store, table, register=register).imported == 1
    assert store.segments(orgs=("RYY",))[0].rank == 1


def test_the_long_file_gives_one_segment_a_trust_and_quarter(store, register, tmp_path):
    table = write(tmp_path, DATA_HEADER, metric("OF0005", "9.03"), metric("OF5000", "3.0", rank="42.0"), metric("OF5002", "2.56"),
                  metric("OF5003", "2.0"), metric("OF5004", "1.0"), metric("OF5000", "2.0", rank="30.0", quarter="Q2 2025/26"))
    result = import_segments(store, table, register=register)
    assert (result.read, result.imported, result.other) == (6, 2, 4)
    second, first = store.segments(orgs=("RHA",))
    assert (first.segment, first.score, first.rank, first.financial_override) == (3, 2.56, 42, True)
    assert (second.segment, second.period, second.score) == (2, "Q2 2025/26", None)


def test_the_final_override_decides_the_segment(store, register, tmp_path):
    table = write(tmp_path, DATA_HEADER, metric("OF5000", "4.0", rank="56.0"), metric("OF5005", "5.0"), metric("OF5007", "1.0"))
    import_segments(store, table, register=register)
    assert store.segments(orgs=("RHA",))[0].segment == 5


def test_an_unreadable_final_override_refuses_its_decision_too(store, register, tmp_path):
    table = write(tmp_path, DATA_HEADER, metric("OF5000", "4.0", rank="56.0"), metric("OF5005", "fife"))
    result = import_segments(store, table, register=register)
    assert [issue.where for issue in result.issues] == ["table.csv row 3", "table.csv row 2"]
    assert store.segments() == []
    assert_every_row_is_accounted_for(result)


def test_an_unreadable_score_costs_the_score_and_not_the_segment(store, register, tmp_path):
    table = write(tmp_path, DATA_HEADER, metric("OF5000", "4.0"), metric("OF5002", "n.a.?"))
    result = import_segments(store, table, register=register)
    assert (result.imported, result.refused) == (1, 1)
    assert store.segments(orgs=("RHA",))[0].score is None


@pytest.mark.parametrize(("spoiled", "value", "reason"), [
    (NOTTS.replace("RHA", "ZZ9"), "ZZ9", "not the ODS code"),
    (NOTTS.replace("4.0", "6.0"), "6.0", "outside 1 to 5"),
    (NOTTS.replace("4.0", "0"), "0", "outside 1 to 5"),
    (NOTTS.replace("4.0", "3.5"), "3.5", "not a whole number"),
    (NOTTS.replace("2.99", "about three"), "about three", "not a number"),
    (NOTTS.replace("2.99", "nan"), "nan", "not a number"),
    (NOTTS.replace("57.0", "1_0"), "1_0", "not a number"),
    (NOTTS.replace("Q4 2025/26", "Q5 2025/26"), "Q5 2025/26", "no quarter"),
    (NOTTS.replace("Q4 2025/26", "Q4 2025/27"), "Q4 2025/27", "no quarter"),
    (NOTTS.replace("4.0,Yes,57.0", ",Yes,"), "RHA", "neither a segment nor a rank"),
    (NOTTS.replace("Yes", "perhaps"), "perhaps", "neither yes nor no"),
    ("Q4 2025/26,Midlands", None, "neither a segment nor a rank"),
])
def test_a_row_that_cannot_be_read_is_refused_with_place_value_and_reason(store, register, tmp_path, spoiled, value, reason):
    result = import_segments(store, write(tmp_path, LEAGUE_HEADER, KENT, spoiled), register=register)
    assert (result.imported, result.refused) == (1, 1)
    (issue,) = store.issues()
    assert (issue.stage, issue.where, issue.value) == ("segments", "table.csv row 3", value)
    assert reason in issue.reason
    assert_every_row_is_accounted_for(result)


def test_a_refused_row_that_is_mended_is_no_issue_any_more(store, register, tmp_path):
    table = write(tmp_path, LEAGUE_HEADER, KENT, NOTTS.replace("RHA", "ZZ9"))
    import_segments(store, table, register=register)
    assert [issue.where for issue in store.issues()] == ["table.csv row 3"]
    write(tmp_path, LEAGUE_HEADER, KENT, NOTTS)
    import_segments(store, table, register=register)
    assert store.issues() == []


def test_two_rows_that_contradict_each_other_are_not_both_taken(store, register, tmp_path):
    table = write(tmp_path, LEAGUE_HEADER, NOTTS, NOTTS, NOTTS.replace("4.0,Yes", "3.0,Yes"))
    for outcome in ((1, 1, 1), (0, 2, 1)):
        result = import_segments(store, table, register=register)
        assert (result.imported, result.unchanged, result.refused) == outcome
    assert store.segments(orgs=("RHA",))[0].segment == 4


def test_a_refused_row_imported_twice_is_one_issue(store, register, tmp_path):
    table = write(tmp_path, LEAGUE_HEADER, NOTTS.replace("RHA", "ZZ9"))
    import_segments(store, table, register=register)
    import_segments(store, table, register=register)
    assert len(store.issues()) == 1


def test_an_endless_cell_is_kept_short(store, register, tmp_path):
    import_segments(store, write(tmp_path, LEAGUE_HEADER, NOTTS.replace("RHA", "Z" * 100_000)), register=register)
    assert store.issues()[0].value == "Z" * 200


@pytest.mark.parametrize(("content", "complaint"), [
    (b"", "empty"),
    (b"\r\n\r\n", "empty"),
    (b"name,size\r\nRX1,4\r\n", "no known segmentation layout"),
    (b"\xff\xfe\x00\x01garbage", "no known segmentation layout"),
    (b"PK\x03\x04 and so on", "ZIP file; unpack it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "save it as .xlsx or CSV"),
    (f"{LEAGUE_HEADER}\r\n{KENT}\r\n".encode() + b'"' + b"x" * 200_000, "not a readable CSV"),
])
def test_a_file_that_is_no_such_table_is_the_users_mistake_and_leaves_nothing(store, register, tmp_path, content, complaint):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(UsersMistake, match=complaint) as mistake:
        import_segments(store, path, register=register)
    assert "odd.csv" in str(mistake.value)
    assert "\n" not in str(mistake.value)
    assert store.segments() == []
    assert store.issues() == []


def test_a_missing_file_and_a_folder_are_the_users_mistake(store, register, tmp_path):
    for path, complaint in ((tmp_path / "none.csv", "no such file"), (tmp_path, "not a file")):
        with pytest.raises(UsersMistake, match=complaint):
            import_segments(store, path, register=register)


def test_a_byte_of_another_encoding_does_not_stop_the_file(store, register, tmp_path):
    table = write(tmp_path, LEAGUE_HEADER, KENT.replace("Kent Community", "Kent\u2019s Community"), encoding="cp1252")
    assert import_segments(store, table, register=register).imported == 1


def test_the_day_of_publication_is_taken_from_the_file_name(store, register, tmp_path):
    assert date_in_name("league-table-q4-2025-26.csv") is None
    assert date_in_name("league-table_2026-13-45.csv") is None
    import_segments(store, write(tmp_path, LEAGUE_HEADER, KENT, name="q4_2026-06-11.csv"), register=register)
    assert store.segments(orgs=("RYY",))[0].published_on == "2026-06-11"


def test_older_frameworks_come_from_a_table_compiled_by_hand(store, register, tmp_path):
    table = write(tmp_path, "org,framework,segment,period,valid_from,valid_to,source,checked",
                  "RWD,SOF 2021/22,4,2021-07,2021-07,,NHS England Midlands news page,no",
                  "RWD,SOF 2021/22,4,2021-07,July 2021,,NHS England Midlands news page,no",
                  "RWD,System of the moon,4,2021-07,2021-07,,NHS England Midlands news page,no",
                  "RWD,SOF 2021/22,4,2021-07,2021-07,,,no")
    result = import_segments(store, table, register=register)
    assert (result.imported, result.refused) == (1, 3)
    assert [issue.value for issue in result.issues] == ["July 2021", "System of the moon", "RWD"]
    assert store.segments(orgs=("RWD",))[0].valid_to is None
