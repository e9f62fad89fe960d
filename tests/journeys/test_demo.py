"""The demo as the check table asks for it: alerts, evidence, pages, feeds, corpora; and again changes nothing."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import etree, html

from api.alerts import evaluate
from corpora.store import Store
from tests.api.test_feeds import assert_valid
from tests.journeys.conftest import Ended, real

ATOM = {"a": "http://www.w3.org/2005/Atom", "x": "http://www.w3.org/1999/xhtml"}


def contents(database: Path) -> list[str]:
    """All that a database says, but for which page was asked for when, how often and at which port."""
    with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as connection:
        lines = [line for line in connection.iterdump()
                 if not re.match(r'INSERT INTO "(frontier|hosts|rounds|ledger)"', line)]
    connection.close()
    return lines


def test_there_are_at_least_five_alerts_and_every_piece_of_their_evidence_is_current(demo_database: Path) -> None:
    with Store(demo_database, read_only=True) as store:
        alerts = evaluate(store)
        assert len(alerts) >= 5
        assert len({alert.event_id for alert in alerts}) == len(alerts)
        for alert in alerts:
            cited = store.evidence(ids=alert.evidence_ids, limit=-1)
            assert {piece.evidence.id for piece in cited} == set(alert.evidence_ids) != set()
            assert {(piece.evidence.status, piece.evidence.org) for piece in cited} == {("current", alert.org)}, alert.headline


def test_the_command_prints_one_line_an_alert(demo_database: Path, call: Callable[..., Ended]) -> None:
    ended = call(demo_database.parent, "--db", "demo.db", "alerts")
    assert (ended.code, ended.err) == (0, "")
    with Store(demo_database, read_only=True) as store:
        assert len(ended.out.splitlines()) == len(evaluate(store))


def test_the_page_of_rx1_shows_its_segment_and_quotes_that_link_to_their_sources(web: TestClient) -> None:
    page = html.document_fromstring(web.get("/trusts/RX1").content)
    standing = page.xpath("//section[@class='official']/p[@class='standing']")
    assert [line.xpath("string(.//strong[@class='segment'])") for line in standing] == ["4"]
    quoted = 0
    for piece in page.xpath("//section[@class='soft']//article[.//blockquote]"):
        assert piece.xpath("string(.//blockquote)").strip()
        source = urlsplit(piece.xpath("string(.//p[@class='origin']/a/@href)"))
        assert source.scheme in ("http", "https")
        assert source.hostname
        assert not source.hostname.startswith("127.")
        quoted += 1
    assert quoted >= 3


@pytest.mark.parametrize("path", ["/feed.atom", "/trusts/RX1/feed.atom"])
def test_the_feeds_of_the_demo_are_valid(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.headers["content-type"].partition(";")[0] == "application/atom+xml"
    feed = etree.fromstring(answer.content)
    assert_valid(feed)
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) >= 5
    for element in feed.iterfind(".//a:updated", ATOM):
        assert datetime.datetime.fromisoformat(element.text or "").tzinfo is not None
    newest = max(entry.findtext("a:updated", namespaces=ATOM) or "" for entry in entries)
    assert feed.findtext("a:updated", namespaces=ATOM) == newest
    for entry in entries:
        assert entry.findtext(".//x:blockquote/x:p", namespaces=ATOM)
        for link in entry.iterfind(".//x:a", ATOM):
            assert (link.get("href") or "").startswith(("http://", "https://"))


def test_a_corpus_built_twice_is_the_same_byte_for_byte_and_its_manifest_is_true(
        demo_database: Path, tmp_path: Path, call: Callable[..., Ended]) -> None:
    for folder in ("a", "b"):
        ended = call(tmp_path, "--db", str(demo_database), "corpus", "demo", "--out", folder)
        assert ended.code == 0, ended.err
    built = [{path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("a", "b")]
    assert built[0] == built[1]
    manifest = json.loads(built[0]["manifest.json"])
    assert set(manifest["files"]) | {"manifest.json"} == set(built[0])
    for name, file in manifest["files"].items():
        assert file["sha256"] == hashlib.sha256(built[0][name]).hexdigest()
    documents = [json.loads(line) for line in built[0]["documents.jsonl"].splitlines()]
    with Store(demo_database, read_only=True) as store:
        assert len(documents) == manifest["documents"] == store.count_documents() >= 30
        assert len(built[0]["evidence.jsonl"].splitlines()) == manifest["evidence"] == sum(store.count_evidence().values())


def test_reading_again_changes_nothing(demo_database: Path, call: Callable[..., Ended]) -> None:
    before = contents(demo_database)
    ended = call(demo_database.parent, "--db", "demo.db", "read")
    assert ended.code == 0, ended.err
    assert ended.out.startswith("0 documents read; ")
    assert contents(demo_database) == before
    assert len(before) > 500


def test_a_second_demo_changes_nothing(demo_database: Path) -> None:
    before = contents(demo_database)
    done = real(demo_database.parent, "demo", "--no-serve", "--database", "demo.db")
    assert done.returncode == 0, done.stderr
    assert contents(demo_database) == before
