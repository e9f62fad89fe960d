"""The archive: whole files or none, whatever happens to the process that writes them. All content is invented."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crawl.archive import OPEN, Archive, ArchiveDamaged, Kept

BODY = b"<html><body><p>Invented page.</p></body></html>"
FETCHED = "2026-11-21T09:30:00Z"


def keep(archive: Archive, number: int, body: bytes = BODY) -> Kept:
    return archive.keep(f"https://news.example/{number}", status=200, headers=[("Content-Type", "text/html"), ("Set-Cookie", "x=1")],
                        body=body + str(number).encode(), fetched_at=FETCHED)


def test_what_is_kept_is_read_back_before_and_after_sealing(tmp_path: Path) -> None:
    archive = Archive(tmp_path, worker="one")
    kept = [keep(archive, number) for number in range(5)]
    for _ in range(2):
        for number, where in enumerate(kept):
            record = archive.read(where)
            assert (record.url, record.status, record.body) == (f"https://news.example/{number}", 200, BODY + str(number).encode())
            assert record.fetched_at == FETCHED
            assert dict(record.headers)["Content-Type"] == "text/html"
            assert "Set-Cookie" not in dict(record.headers)
        archive.seal()
    file, = tmp_path.iterdir()
    assert file.name.endswith(".warc.gz")
    assert subprocess.run(["gzip", "-t", str(file)], check=False).returncode == 0
    assert subprocess.run([sys.executable, "-m", "warcio.cli", "check", str(file)], check=False).returncode == 0


@pytest.mark.parametrize("cut", [1, 7, 40, 200])
def test_a_record_cut_short_by_a_crash_is_cut_off_and_the_others_stand(tmp_path: Path, cut: int) -> None:
    dead = Archive(tmp_path, worker="one")
    kept = [keep(dead, number) for number in range(4)]
    assert dead.stream
    dead.stream.close()
    file, = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-cut])
    archive = Archive(tmp_path, worker="two")
    assert archive.recover({kept[2].archive: kept[2].offset}) == {}
    assert [path.name for path in tmp_path.iterdir()] == [kept[0].archive]
    assert [archive.read(where).body for where in kept[:3]] == [BODY + str(number).encode() for number in range(3)]
    assert subprocess.run(["gzip", "-t", str(tmp_path / kept[0].archive)], check=False).returncode == 0
    with pytest.raises(ArchiveDamaged):
        archive.read(kept[3])


def test_a_record_that_no_capture_points_to_is_cut_off(tmp_path: Path) -> None:
    dead = Archive(tmp_path, worker="one")
    kept = [keep(dead, number) for number in range(3)]
    assert dead.stream
    dead.stream.close()
    assert Archive(tmp_path, worker="two").recover({kept[0].archive: kept[0].offset}) == {}
    assert (tmp_path / kept[0].archive).stat().st_size == kept[1].offset


def test_a_file_without_any_committed_record_goes(tmp_path: Path) -> None:
    dead = Archive(tmp_path, worker="one")
    keep(dead, 1)
    assert dead.stream
    dead.stream.close()
    assert Archive(tmp_path, worker="two").recover({}) == {}
    assert list(tmp_path.iterdir()) == []


def test_committed_records_that_a_power_cut_took_are_told_and_a_file_that_is_elsewhere_is_not(tmp_path: Path) -> None:
    dead = Archive(tmp_path, worker="one")
    kept = [keep(dead, number) for number in range(3)]
    assert dead.stream
    dead.stream.close()
    file, = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:kept[1].offset + 20])
    (tmp_path / f"cut.warc.gz{OPEN}").write_bytes(file.read_bytes()[:9])
    committed = {kept[2].archive: kept[2].offset, "cut.warc.gz": 7, "elsewhere.warc.gz": 7}
    for _ in ("and whoever dies before that is on record", "is told again"):
        assert Archive(tmp_path, worker="two").recover(committed) == {kept[2].archive: kept[1].offset, "cut.warc.gz": 0}
    assert Archive(tmp_path, worker="two").recover({kept[0].archive: kept[0].offset}) == {}
    assert not list(tmp_path.glob(f"*{OPEN}"))


def test_two_processes_never_write_to_one_file(tmp_path: Path) -> None:
    first, second = Archive(tmp_path, worker="one"), Archive(tmp_path, worker="one")
    assert keep(first, 1).archive != keep(second, 1).archive
    first.seal()
    second.seal()


def test_a_record_that_unpacks_to_much_may_stand_before_another(tmp_path: Path) -> None:
    archive = Archive(tmp_path, worker="w")
    kept = [archive.keep(f"https://a.example/{number}", status=200, headers=(), body=b"invented " * size, fetched_at="2026-11-21T09:30:00Z")
            for number, size in enumerate((400_000, 1, 3_000_000, 116_508, 1))]
    archive.seal()
    assert [archive.read(each).url for each in kept] == [f"https://a.example/{number}" for number in range(5)]
