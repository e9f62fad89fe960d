"""The segment of one day as known on another: a table of cases, written by hand.

Cases of ``packaged`` are answered from the table that ships with softintel; the rows in ``INVENTED`` are invented, though the codes
are real ones. Expected: how the answer stands, the segments that it gives, the period that they are of, and what is uncertain.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpora.official.as_known import SegmentAsKnown
from corpora.schema import Segment
from corpora.segments import import_packaged
from corpora.store import Store
from corpora.store.segments import packaged_register

FIRST, SECOND = "An invented list", "A second invented list"


def quarter(org: str, value: int | None, number: int, *, publication: str | None = None, published_on: str | None = None,
            source: str = "NHS England, invented", **fields: object) -> Segment:
    """An invented decision for a quarter of 2025/26."""
    first, last = (("2025-04-01", "2025-06-30"), ("2025-07-01", "2025-09-30"), ("2025-10-01", "2025-12-31"),
                   ("2026-01-01", "2026-03-31"))[number - 1]
    return Segment.model_validate({
        "org": org, "framework": "NOF 2025/26", "segment": value, "period": f"Q{number} 2025/26", "valid_from": first,
        "valid_to": last, "published_on": published_on, "publication": publication, "source": source, **fields})


def listed(org: str, value: int | None, day: str, framework: str, source: str = FIRST) -> Segment:
    """An invented decision of a list by name."""
    return Segment(org=org, framework=framework, segment=value, period=day, valid_from=day, published_on=day, source=source)


INVENTED = (
    # Before the merger of 1 April 2020 under RAJ, which was Southend's code.
    listed("RDD", 3, "2018-11-01", "SOF 2016"), listed("RQ8", 2, "2018-11-01", "SOF 2016"), listed("RAJ", 1, "2018-11-01", "SOF 2016"),
    listed("RAJ", 3, "2021-11-11", "SOF 2021/22"),
    # A list, and the next one that leaves RGT out; a framework that ends.
    listed("RGT", 2, "2021-11-11", "SOF 2021/22"), listed("RGN", 3, "2021-11-11", "SOF 2021/22"),
    listed("RGN", 2, "2022-05-16", "SOF 2021/22"),
    *(listed(org, 2, "2022-05-16", "SOF 2021/22") for org in sorted(packaged_register().by_code)[60:120] if org not in ("RGT", "RGN")),
    # A board, segmented until 2025.
    listed("QJM", 4, "2024-04-12", "NOF 2022/23"),
    # A corrected release, whose second version came out nine days later.
    quarter("RX2", 3, 3, publication="Q3 2025/26", published_on="2026-03-12"),
    quarter("RX2", 4, 3, publication="Q3 2025/26 v2", published_on="2026-03-21"),
    # A release of the next quarter that says otherwise of the one before.
    quarter("RX3", 2, 1, publication="Q1 2025/26", published_on="2025-09-09"),
    quarter("RX3", 3, 1, publication="Q4 2025/26", published_on="2026-06-11"),
    quarter("RX3", 3, 4, publication="Q4 2025/26", published_on="2026-06-11"),
    # Only the month of publication is known; and another source that contradicts it.
    quarter("RX4", 2, 2, published_on="2025-12"), quarter("RX4", 3, 2, published_on="2026-01-15", source=SECOND),
    # Nothing is known of the publication.
    quarter("RX6", 4, 2),
    # A later quarter than the calendar knows.
    Segment(org="RX7", framework="NOF 2026/27", segment=5, period="Q1 2026/27", valid_from="2026-04-01", valid_to="2026-06-30",
            publication="Q1 2026/27", source="NHS England, invented"),
    # The same decision from a table and from a data file, the one silent where the other speaks.
    quarter("RX8", 3, 3, publication="Q3 2025/26", published_on="2026-03-12", rank=80),
    quarter("RX8", 3, 3, publication="Q3 2025/26", published_on="2026-03-13", score=2.4, source=SECOND),
)


@dataclass(frozen=True)
class Case:
    """A question and what is to be answered."""

    what: str
    org: str
    valid_on: str | None
    known_on: str | None
    standing: str
    segments: tuple[int | None, ...] = ()
    period: str | None = None
    perhaps: tuple[int | None, ...] = ()
    method: str | None = None
    before: tuple[str, ...] = ()
    """Predecessors that are told of."""
    says: str = ""
    """Words of one of the notes."""
    packaged: bool = False


CASES = (
    # Real rows ------------------------------------------------------------------------------------------------------------
    Case("segment 5 on the day of its publication", "RXV", "2025-05-01", "2025-09-09", "in force", (5,), "Q1 2025/26",
         method="release calendar", says="the first publication was not seen", packaged=True),
    Case("nothing on the day before", "RXV", "2025-05-01", "2025-09-08", "none", says="No decision", packaged=True),
    Case("an earlier quarter while the next is not published", "RXV", "2025-08-15", "2025-11-01", "earlier", (5,), "Q1 2025/26",
         says="the newest one before is for Q1 2025/26", packaged=True),
    Case("about 12 December is not certain on the 15th", "RXV", "2025-08-15", "2025-12-15", "earlier", (5,), "Q1 2025/26",
         perhaps=(4,), says="may have been published", packaged=True),
    Case("and certain at the end of the month", "RXV", "2025-08-15", "2025-12-31", "in force", (4,), "Q2 2025/26", packaged=True),
    Case("RX1 as known on 1 May 2022: nothing is at hand", "RX1", "2022-05-01", "2022-05-01", "none", packaged=True),
    Case("RX1 today: a day of 2022 stays unanswered, however much is known of 2025", "RX1", "2022-05-01", None, "none", packaged=True),
    Case("the second version of Q3 may have been out in April", "RX1", "2025-11-15", "2026-04-15", "none", perhaps=(4,), packaged=True),
    Case("and was by the end of June", "RX1", "2025-11-15", "2026-06-30", "in force", (4,), "Q3 2025/26", packaged=True),
    Case("RX1 in May 2026: the newest is of Q3", "RX1", "2026-05-15", "2026-11-22", "earlier", (4,), "Q3 2025/26",
         says="No decision for 2026-05-15", packaged=True),
    Case("the newest, whatever its day", "RHA", None, None, "newest", (4,), "Q4 2025/26", packaged=True),
    Case("the newest known in January 2026", "RHA", None, "2026-01-31", "newest", (5,), "Q2 2025/26", packaged=True),
    Case("a decision of 2021 that was said only in 2022: not known the day before", "RWD", "2021-09-01", "2022-03-15", "none",
         packaged=True),
    Case("and known on the day", "RWD", "2021-09-01", "2022-03-16", "in force", (4,), "2021-07", method="stated", packaged=True),
    Case("after the way out of segment 4 no segment is stated", "RWD", "2022-04-01", "2022-04-01", "in force", (None,), "2022-03-16",
         says="state no segment", packaged=True),
    Case("a decision of July 2021 is not certain in the middle of July", "RWD", "2021-07-15", None, "none", perhaps=(4,),
         packaged=True),
    Case("a decision of 2021 holds for certain from its end", "RTX", "2022-01-15", "2022-02-28", "in force", (4,), "2021", packaged=True),
    Case("and not beyond its framework", "RTX", "2022-08-01", "2022-09-01", "earlier", (4,), "2021", packaged=True),
    Case("a change of framework: the one in force answers, the other stands apart", "RMY", "2025-05-01", None, "in force", (3,),
         "2025-02", says="not comparable", packaged=True),
    Case("after the change the new one answers", "RMY", "2025-06-30", "2025-10-31", "in force", (4,), "Q1 2025/26", packaged=True),
    Case("as known in May 2025 no decision about it was public", "RMY", "2025-05-01", "2025-05-10", "none", packaged=True),
    Case("a rank without a segment", "R0A", "2025-05-01", "2025-09-09", "in force", (None,), "Q1 2025/26", says="state no segment",
         packaged=True),
    Case("a board has no row here", "QJM", "2025-08-01", None, "none", says="no segments since 26 June 2025", packaged=True),
    Case("a trust that closed before", "RRP", "2025-05-01", None, "none", says="G6V2S followed", packaged=True),
    Case("its successor has its own, beside that of a trust that joined it in 2026", "G6V2S", "2025-05-01", "2025-10-01", "in force", (3,),
         "Q1 2025/26", before=("RNK",), packaged=True),
    # Invented rows --------------------------------------------------------------------------------------------------------
    Case("a merged trust before the merger, under the name of then", "RAJ", "2019-06-01", "2019-06-01", "in force", (1,),
         "2018-11-01", before=("RDD", "RQ8"), says="called Southend University Hospital"),
    Case("a predecessor's own", "RDD", "2019-06-01", "2019-06-01", "in force", (3,), "2018-11-01"),
    Case("a predecessor's ends with it", "RDD", "2020-04-01", None, "earlier", (3,), "2018-11-01", says="RAJ followed"),
    Case("nor does it become the successor's", "RAJ", "2020-06-01", "2020-06-01", "earlier", (1,), "2018-11-01",
         before=("RDD", "RQ8")),
    Case("a list on its first day", "RAJ", "2021-11-11", "2021-11-11", "in force", (3,), "2021-11-11", before=("RDD", "RQ8")),
    Case("a decision holds until the day before the next list that names it", "RGN", "2022-05-15", None, "in force", (3,), "2021-11-11"),
    Case("and then that one holds", "RGN", "2022-05-16", None, "in force", (2,), "2022-05-16"),
    Case("as known before that list, the first holds on", "RGN", "2022-05-16", "2022-05-15", "in force", (3,), "2021-11-11"),
    Case("a list that leaves it out ends nothing, and that is said", "RGT", "2022-06-01", "2022-06-01", "in force", (2,), "2021-11-11",
         says="leaves the organisation out"),
    Case("the list is not held against it before it is known", "RGT", "2022-05-01", "2022-05-01", "in force", (2,), "2021-11-11"),
    Case("the end of the framework ends it", "RGT", "2022-07-01", None, "earlier", (2,), "2021-11-11"),
    Case("a board under the framework of 2022", "QJM", "2025-06-25", "2025-08-01", "in force", (4,), "2024-04-12"),
    Case("a board afterwards", "QJM", "2025-06-26", "2025-08-01", "earlier", (4,), "2024-04-12", says="no segments since 26 June 2025"),
    Case("a release before its correction", "RX2", "2025-11-01", "2026-03-20", "in force", (3,), "Q3 2025/26",
         says="says something else"),
    Case("and after it", "RX2", "2025-11-01", "2026-03-21", "in force", (4,), "Q3 2025/26"),
    Case("what a later release says of an earlier quarter is not known before", "RX3", "2025-05-01", "2026-06-10", "in force", (2,),
         "Q1 2025/26"),
    Case("and replaces it afterwards", "RX3", "2025-05-01", "2026-06-11", "in force", (3,), "Q1 2025/26"),
    Case("a month of publication is not certain within it", "RX4", "2025-08-01", "2025-12-30", "none", perhaps=(2,)),
    Case("but at its end", "RX4", "2025-08-01", "2025-12-31", "in force", (2,), "Q2 2025/26", method="stated"),
    Case("two sources that contradict each other", "RX4", "2025-08-01", "2026-01-15", "in force", (2, 3), "Q2 2025/26",
         says="contradict each other"),
    Case("unknown publication: not before the period ended", "RX6", "2025-08-01", "2025-09-30", "none"),
    Case("and not for certain in the half year after", "RX6", "2025-08-01", "2025-10-01", "none", perhaps=(4,)),
    Case("only then, and said so", "RX6", "2025-08-01", "2026-04-02", "in force", (4,), "Q2 2025/26", method="period end",
         says="it cannot have been before 2025-10-01, and is taken to have been by 2026-04-02"),
    Case("a release that the calendar lacks: not before its quarter ended", "RX7", "2026-05-01", "2026-06-30", "none"),
    Case("nor for certain soon after", "RX7", "2026-05-01", "2026-07-01", "none", perhaps=(5,)),
    Case("and then as a bound", "RX7", "2026-05-01", "2026-12-31", "in force", (5,), "Q1 2026/27", method="period end"),
    Case("sources that agree are one", "RX8", "2025-11-01", "2026-03-13", "in force", (3,), "Q3 2025/26", method="stated"),
)


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("packaged") / "a.db") as store:
        import_packaged(store)
        yield store


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("invented") / "a.db") as store:
        store.add_segments(INVENTED)
        yield store


def given(answer: SegmentAsKnown) -> tuple[int | None, ...]:
    return tuple(sorted((one.segment.segment for one in answer.decisions), key=str))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_the_segment_of_a_day_as_known_on_another(case: Case, packaged: Store, invented: Store) -> None:
    answer = (packaged if case.packaged else invented).segment_as_known(case.org, valid_on=case.valid_on, known_on=case.known_on)
    assert (answer.standing, given(answer)) == (case.standing, case.segments), answer
    assert {one.segment.period for one in answer.decisions} == ({case.period} if case.period else set())
    assert tuple(one.segment.segment for one in answer.perhaps) == case.perhaps
    assert answer.disputed == (len(case.segments) > 1)
    assert tuple(each.org for each in answer.predecessors) == case.before
    assert case.method is None or {one.known_from.method for one in answer.decisions} == {case.method}
    assert any(case.says in note for note in answer.notes) or not case.says, answer.notes
    for one in answer.decisions:
        assert case.known_on is None or one.known_from.on <= case.known_on
        assert one.segment.org == case.org


def test_at_least_twenty_cases_are_of_real_rows_and_as_many_of_invented_ones() -> None:
    assert sum(case.packaged for case in CASES) >= 20
    assert sum(not case.packaged for case in CASES) >= 20


def test_the_order_of_importing_does_not_matter(tmp_path: Path) -> None:
    rows = [row for row in INVENTED if row.org in ("RX2", "RX3", "RX4", "RX8")]
    rows += [row.model_copy(update={"published_on": None}) for row in rows]  # The same once more, without its day.
    dumps = set()
    for number in range(8):
        random.Random(number).shuffle(rows)
        with Store(tmp_path / f"{number}.db") as store:
            store.add_segments(rows)
            dumps.add(tuple(store.db.execute("SELECT * FROM segments ORDER BY id").fetchall()))
            assert store.add_segments(rows) == 0
    assert len(dumps) == 1
    assert len(next(iter(dumps))) == 9


def test_an_older_release_imported_later_does_not_replace_a_newer_one(tmp_path: Path) -> None:
    first, second = (row for row in INVENTED if row.org == "RX2")
    for order in itertools.permutations((first, second)):
        with Store(tmp_path / f"{order[0].segment}.db") as store:
            store.add_segments(order)
            assert store.latest_segments()["RX2"].segment == 4
            assert [row.segment for row in store.segments(orgs=("RX2",))] == [4]
            assert {row.segment for row in store.segments(orgs=("RX2",), every_publication=True)} == {3, 4}


def test_what_was_corrected_and_what_corrected_it_stand_beside_the_answer(invented: Store) -> None:
    before = invented.segment_as_known("RX2", valid_on="2025-11-01", known_on="2026-03-20")
    assert [one.segment.segment for one in before.later_versions] == [4]
    after = invented.segment_as_known("RX2", valid_on="2025-11-01", known_on="2026-03-21")
    assert [one.segment.segment for one in after.earlier_versions] == [3]


def test_numbers_of_two_frameworks_stand_apart_and_each_says_whose_it_is(packaged: Store) -> None:
    answer = packaged.segment_as_known("RMY", valid_on="2025-05-01")
    assert [(one.segment.framework, one.segment.segment) for one in answer.decisions] == [("NOF 2022/23", 3)]
    assert [(one.segment.framework, one.segment.segment) for one in answer.under_other_frameworks] == [("NOF 2025/26", 4)]


def test_sources_that_agree_are_known_from_the_first_of_them(invented: Store) -> None:
    one, = invented.segment_as_known("RX8", valid_on="2025-11-01").decisions
    assert (one.segment.rank, one.segment.score, one.known_from.on) == (80, 2.4, "2026-03-12")
    assert len(one.sources) == 2
