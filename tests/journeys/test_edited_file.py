"""A paper in a folder that is edited after its evidence was linked to. Its text is invented, whatever trust it names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from tests.journeys.conftest import Ended

STAYS = "Nottingham University Hospitals NHS Trust is in segment 4 of the NHS Oversight Framework.\n"
BEFORE = STAYS + "The CQC has issued a warning notice to Nottingham University Hospitals NHS Trust over its maternity services.\n"
AFTER = STAYS + "The CQC has lifted the warning notice that it had issued to Nottingham University Hospitals NHS Trust over its maternity services.\n"


def test_what_an_edited_paper_says_no_longer_is_no_evidence_any_more_and_links_to_it_say_why(
        tmp_path: Path, call: Callable[..., Ended]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "report.txt").write_text(BEFORE)
    assert call(tmp_path, "add", "in").out == "1 document added, 0 unchanged, 0 issues\n"
    assert call(tmp_path, "read").code == 0
    alerts = {alert["rule"]: alert["evidence_ids"][0] for alert in map(json.loads, call(tmp_path, "alerts", "--json").out.splitlines())}
    notice = alerts["hard_event"]
    with TestClient(create_app(tmp_path / "softintel.db")) as web:
        cited = {one["evidence"]["kind"]: one for one in web.get("/api/evidence?org=RX1").json()["items"]}
        document_id, stays = cited["segment"]["evidence"]["document_id"], cited["segment"]["evidence"]["id"]

        (tmp_path / "in" / "report.txt").write_text(AFTER)
        assert call(tmp_path, "add", "in").out == "0 documents added, 1 changed, 0 unchanged, 0 issues\n"
        for gone in (notice, stays):
            answer = web.get(f"/evidence/{gone}")
            assert (answer.status_code, "has not been read again since" in answer.text) == (410, True)
        assert call(tmp_path, "alerts").out == ""
        assert "`softintel read` has not read it since" in call(tmp_path, "explain", stays).err

        assert call(tmp_path, "read").code == 0
        assert [json.loads(line)["evidence_ids"] for line in call(tmp_path, "alerts", "--json").out.splitlines()] == [[stays]]
        found = {one["evidence"]["id"]: one["evidence"]["status"] for one in web.get("/api/evidence?org=RX1").json()["items"]}
        assert (len(found), found[stays]) == (2, "current")
        assert notice not in found
        assert "ended" in found.values()

        page = web.get(f"/evidence/{notice}")
        assert page.status_code == 410
        assert "Its document no longer says so" in page.text
        for address in (f"/documents/{document_id}", f"/api/documents/{document_id}/versions/1", f"/evidence/{stays}"):
            assert address in page.text or "evidence" in address
            assert web.get(address).status_code == 200
        problem = web.get(f"/api/evidence/{notice}")
        assert (problem.status_code, problem.json()["type"]) == (410, "/problems/gone")
        assert document_id in problem.json()["detail"]
        assert web.get(f"/api/evidence/{notice}/explanation").status_code == web.get(f"/evidence/{notice}/explanation").status_code == 410
        assert web.get("/evidence/0000000000000000").status_code == 404
        for address in ("/api/evidence?org=RX1", f"/api/documents/{document_id}", f"/documents/{document_id}", f"/evidence/{stays}", f"/evidence/{notice}"):
            assert "report.txt" not in web.get(address).text
            assert str(tmp_path) not in web.get(address).text
    told = call(tmp_path, "explain", notice)
    assert told.code == 2
    assert "was changed on" in told.err
    assert call(tmp_path, "corpus", "invented", "--out", "out").code == 0
    assert all(b"report.txt" not in file.read_bytes() for file in (tmp_path / "out").iterdir())
