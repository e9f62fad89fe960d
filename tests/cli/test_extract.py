"""``softintel extract``: the contract that others run. All documents here are invented, whatever trust they name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DOCUMENT = {
    "id": "a", "title": "Trust placed in bottom segment", "published": "2025-09-15",
    "text": "Nottingham University Hospitals NHS Trust has been placed in segment 4 of the NHS Oversight Framework.\n\n"
            "The trust’s maternity services were rated inadequate by the Care Quality Commission.",
}
FIELDS = {"kind", "subtype", "org", "org_text", "value", "status", "date", "quote", "start", "end", "confidence", "rule"}


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_line_in_gives_a_line_out_in_the_contract_s_shape(softintel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = softintel("extract", write_lines(tmp_path / "in.jsonl", DOCUMENT, {"id": "b", "text": "Rain fell in Derby."}))
    assert result.returncode == 0, result.stderr
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    assert second["evidence"] == []
    assert {"code": "RX1", "text": "Nottingham University Hospitals NHS Trust", "start": 0, "end": 41} in first["orgs"]
    found = {(e["kind"], e["subtype"], e["org"], e["value"], e["status"]) for e in first["evidence"]}
    assert ("segment", "nof", "RX1", 4, "current") in found
    assert ("rating", "maternity", "RX1", "inadequate", "current") in found
    for evidence in first["evidence"]:
        assert set(evidence) == FIELDS
        assert DOCUMENT["text"][evidence["start"]:evidence["end"]] == evidence["quote"]


def test_stdin_reads_the_same(softintel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = write_lines(tmp_path / "in.jsonl", DOCUMENT)
    assert softintel("extract", "-", stdin=path.read_text()).stdout == softintel("extract", path).stdout


@pytest.mark.parametrize(("content", "says"), [
    pytest.param(None, "in.jsonl", id="missing file"),
    pytest.param("", "in.jsonl", id="empty file"),
    pytest.param('{"id": "a", "text": "b"}\n{"id": \n', "line 2", id="invalid JSON"),
    pytest.param('["a"]\n', "line 1", id="not an object"),
    pytest.param('{"id": "a"}\n', "text", id="no text"),
    pytest.param('{"id": "a", "text": 7}\n', "text", id="text is a number"),
    pytest.param("%PDF-1.4\n\x00\x01", "line 1", id="a PDF"),
])
def test_bad_input_is_one_line_and_exit_code_2(softintel, tmp_path: Path, content: str | None, says: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "in.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = softintel("extract", path)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert says in result.stderr
    assert "in.jsonl" in result.stderr


def test_bytes_that_are_not_utf_8_are_the_users_mistake(softintel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "in.jsonl").write_bytes(b'{"id": "a", "text": "\xff\xfe"}\n')
    result = softintel("extract", tmp_path / "in.jsonl")
    assert result.returncode == 2
    assert "UTF-8" in result.stderr
