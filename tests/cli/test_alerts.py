"""``softintel alerts``. Everything said about real organisations is invented."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from corpora.schema import Alert
from corpora.store import Store
from tests.api.writing import Told, fill, group, write

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_one_line_an_alert_newest_first(tmp_path: Path, softintel: Run) -> None:
    fill(tmp_path / "softintel.db")
    done = softintel("alerts")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len(lines) == 5
    date, code, headline, evidence, source = lines[0].split("  ")[:1] + [part.strip() for part in lines[0].split("  ")[1:] if part]
    assert (date, code) == ("2023-05-25", "RX1")
    assert headline == "Nottingham University Hospitals NHS Trust: 2 never events reported (wrong site surgery)"
    assert evidence.startswith("/evidence/")
    assert source == "https://www.example.org/papers/may.pdf"
    assert lines[-1].startswith("undated     RDU")


def test_one_organisation(tmp_path: Path, softintel: Run) -> None:
    fill(tmp_path / "softintel.db")
    assert len(softintel("alerts", "--org", "rdu").stdout.splitlines()) == 1


def test_json_is_one_record_a_line(tmp_path: Path, softintel: Run) -> None:
    fill(tmp_path / "softintel.db")
    alerts = [Alert.model_validate(json.loads(line)) for line in softintel("alerts", "--json").stdout.splitlines()]
    assert len({alert.event_id for alert in alerts}) == len(alerts) == 5


def test_no_alerts_is_success(tmp_path: Path, softintel: Run) -> None:
    with Store(tmp_path / "softintel.db"):
        pass
    done = softintel("alerts")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "softintel: no alerts\n")


def test_that_documents_wait_to_be_read_is_said_beside_no_alerts_and_nothing_found(tmp_path: Path, softintel: Run) -> None:
    (tmp_path / "a.txt").write_text("Barts Health NHS Trust was served with a warning notice. This is invented.")
    assert softintel("add", "a.txt").returncode == 0
    waits = "softintel: 1 document has not been read by this version, and what stands in it may be missing here; run `softintel read`\n"
    assert softintel("alerts").stderr == f"softintel: no alerts\n{waits}"
    assert softintel("search", "warning").stderr == f"softintel: nothing found\n{waits}"
    assert softintel("read").returncode == 0
    assert softintel("alerts").stderr == ""


def test_an_alert_is_one_line_whatever_its_source_is_called(tmp_path: Path, softintel: Run) -> None:
    with Store(tmp_path / "softintel.db") as store:
        write(store, "d", Told("It was fined.", "intervention", "prosecution"), url="https://example.org/\x1b[2J\r\nforged line")
        group(store)
    done = softintel("alerts")
    assert len(done.stdout.splitlines()) == 1
    assert "\x1b" not in done.stdout


def test_an_unknown_code_is_a_mistake(tmp_path: Path, softintel: Run) -> None:
    fill(tmp_path / "softintel.db")
    done = softintel("alerts", "--org", "NOPE")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_a_missing_database_is_a_mistake(softintel: Run) -> None:
    assert softintel("alerts").returncode == 2
