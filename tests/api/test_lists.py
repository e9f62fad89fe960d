"""Every list in every form, page by page and whole. The content is invented."""

from __future__ import annotations

import csv
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from api.app import create_app
from api.listing import is_list, item_kind
from api.streaming import Stream
from api.tables import column_names, csv_lines
from corpora.schema import Alert, CitedEvidence, Document
from corpora.store import Store
from tests.api.writing import Told, write

LISTS = ("/api/evidence", "/api/trusts", "/api/segments", "/api/alerts", "/api/coverage", "/api/trusts/RX1/timeline",
         "/api/divergence",
         "/api/search?q=trust")


def with_(path: str) -> str:
    """The path, ready for further parameters."""
    return f"{path}{'&' if '?' in path else '?'}"


def follow(web: TestClient, path: str) -> Iterator[str]:
    """The texts of all pages, by the Link header alone."""
    link: str | None = path
    while link:
        answer = web.get(link)
        assert answer.status_code == 200
        yield answer.text
        link = answer.links["next"]["url"] if "next" in answer.links else None


@pytest.mark.parametrize("path", LISTS)
def test_a_list_says_the_same_in_every_form_page_by_page_and_whole(web: TestClient, path: str) -> None:
    pages = [item for page in follow(web, f"{with_(path)}limit=2") for item in json.loads(page)["items"]]
    lines = [json.loads(line) for page in follow(web, f"{with_(path)}limit=2&format=jsonl") for line in page.splitlines()]
    rows = [row for page in follow(web, f"{with_(path)}limit=2&format=csv") for row in csv.DictReader(page.splitlines())]
    whole = web.get(f"{with_(path)}all=true", headers={"Accept": "application/x-ndjson"})
    table = web.get(f"{with_(path)}all=true", headers={"Accept": "text/csv"})
    assert whole.headers["content-type"] == "application/jsonl"
    assert table.headers["content-type"].startswith("text/csv")
    assert pages == lines == [json.loads(line) for line in whole.text.splitlines()]
    assert rows == list(csv.DictReader(table.text.splitlines()))
    assert len(rows) == len(pages)


def test_the_next_page_is_at_the_address_that_others_know_the_server_by(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOFTINTEL_ADDRESS", "https://oversight.example.org/softintel/")
    answer = web.get("/api/trusts?limit=2&sector=acute", headers={"Host": "elsewhere.example"})
    assert answer.links["next"]["url"].startswith("https://oversight.example.org/softintel/api/trusts?limit=2&sector=acute&cursor=")


def test_every_list_of_the_api_is_given_in_every_form(web: TestClient) -> None:
    description = web.get("/openapi.json").json()
    found = {path: {parameter["name"] for parameter in methods["get"].get("parameters", [])}
             for path, methods in description["paths"].items() if "get" in methods}
    lists = {path for path, parameters in found.items() if "cursor" in parameters} - {"/api/reconcile/suggest"}
    assert lists >= {path.partition("?")[0].replace("RX1", "{code}") for path in LISTS}
    assert [path for path in lists if not {"all", "format", "limit"} <= found[path]] == []


def test_columns_are_named_by_their_place_and_do_not_depend_on_what_is_in_them() -> None:
    names = column_names(CitedEvidence)
    assert names[:3] == ("evidence.id", "evidence.document_id", "evidence.kind")
    assert {"citation.title", "citation.page", "copy_of", "also_published_by"} <= set(names)
    assert csv_lines(CitedEvidence, [], header=True).decode() == ",".join(names) + "\r\n"


@pytest.mark.parametrize("start", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_a_cell_that_a_spreadsheet_would_calculate_is_given_as_text(start: str) -> None:
    alert = Alert(id="a", rule="r", org="RX1", event_id="e", headline=start, date=None, evidence_ids=("1", "2"))
    row, = csv.DictReader(csv_lines(Alert, [alert], header=True).decode().splitlines(keepends=True))
    assert row["headline"].startswith("'")
    assert (row["date"], row["evidence_ids"]) == ("", "1; 2")


@pytest.mark.parametrize(("accept", "media_type"), [
    ("*/*", "application/json"), ("text/html, */*;q=0.8", "application/json"), ("text/csv", "text/csv"),
    ("application/json;q=0.5, text/csv;q=0.9", "text/csv"), ("application/jsonl", "application/jsonl"), ("text/*", "text/csv"),
    ("text/csv;q=0, */*", "application/json"), ("nonsense", "application/json"), ("", "application/json")])
def test_the_accept_header_chooses_the_form(web: TestClient, accept: str, media_type: str) -> None:
    answer = web.get("/api/alerts", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(("path", "accept"), [("/api/alerts", "image/png"), ("/api/alerts", "application/json;q=0"),
                                              ("/api/trusts/RX1", "text/csv"), ("/healthz", "text/html")])
def test_where_nothing_acceptable_is_asked_for_it_is_a_406(web: TestClient, path: str, accept: str) -> None:
    answer = web.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (406, "application/problem+json")
    assert answer.json()["type"] == "/problems/not-acceptable"


def test_format_goes_before_the_header(web: TestClient) -> None:
    assert web.get("/api/alerts?format=jsonl", headers={"Accept": "image/png"}).headers["content-type"] == "application/jsonl"


@pytest.mark.parametrize("path", LISTS)
def test_a_whole_list_as_json_is_one_long_page(web: TestClient, path: str) -> None:
    whole, first = web.get(f"{with_(path)}all=true"), web.get(f"{with_(path)}limit=2")
    assert whole.headers["content-type"] == "application/json"
    assert whole.json() == first.json() | {
        "items": [item for page in follow(web, f"{with_(path)}limit=2") for item in json.loads(page)["items"]], "next_cursor": None}


def many(path: Path, number: int) -> None:
    with Store(path) as store, store.atomic():
        for document in range(number // 500):
            quotes = [f"{document} {claim} in segment 4" for claim in range(500)]
            write(store, f"many-{document}", *(Told(quote, "segment", f"nof_{claim}", value=4) for claim, quote in enumerate(quotes)))


@contextmanager
def served(database: Path) -> Iterator[tuple[str, int]]:
    """The application behind a real server, at this host and port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # Little is sent ahead of who reads.
        server = uvicorn.Server(uvicorn.Config(create_app(database, by_meaning=False), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join()


def is_held(database: Path) -> bool:
    """Whether someone reads an older state of the database, whose log of changes then cannot be folded in."""
    with Store(database) as store:
        store.add_document(Document(id="noise", text=str(time.monotonic())))
        return bool(store.db.conn.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()[0])


def test_a_client_that_hangs_up_frees_the_connection(database: Path) -> None:
    many(database, 4000)
    assert not is_held(database)
    with served(database) as address:
        with socket.create_connection(address) as client:
            client.sendall(b"GET /api/evidence?all=true&format=jsonl HTTP/1.1\r\nHost: x\r\n\r\n")
            assert b"200 OK" in client.recv(1000)
            with Store(database) as store:
                store.db.conn.execute("PRAGMA busy_timeout = 1")
                store.add_document(Document(id="noise", text="noise"))
                assert store.db.conn.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()[0]
        until = time.monotonic() + 10
        while time.monotonic() < until and is_held(database):
            time.sleep(0.05)
        assert not is_held(database)


def test_a_whole_list_is_of_one_state_of_the_database(database: Path) -> None:
    many(database, 1500)
    with served(database) as address, Store(database) as store, socket.create_connection(address) as client:
        client.sendall(b"GET /api/evidence?all=true&format=jsonl HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        received = client.recv(1000)
        document = store.document("many-2")
        assert document is not None
        store.add_document(document.model_copy(update={"text": "another"}))
        assert len(store.evidence(limit=-1)) < 1500
        received += b"".join(iter(lambda: client.recv(65536), b""))
    assert received.endswith(b"0\r\n\r\n")
    assert received.count(b'{"evidence":{"id":') >= 1500


def test_a_list_that_takes_too_long_is_broken_off_and_does_not_look_whole(database: Path) -> None:
    def slowly() -> Iterator[bytes]:
        while True:
            time.sleep(0.05)
            yield b"x" * 100

    app = create_app(database, by_meaning=False)
    app.add_api_route("/api/slow", lambda: Stream(slowly(), media_type="text/csv", seconds=0.3), include_in_schema=False)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        with socket.create_connection(listener.getsockname()) as client:
            client.sendall(b"GET /api/slow HTTP/1.1\r\nHost: x\r\n\r\n")
            client.settimeout(10)
            received = b"".join(iter(lambda: client.recv(65536), b""))
        server.should_exit = True
        thread.join()
    assert b"200 OK" in received
    assert not received.endswith(b"0\r\n\r\n")


def test_head_of_a_whole_list_does_not_read_it(web: TestClient) -> None:
    answer = web.head("/api/evidence?all=true&format=csv")
    assert (answer.status_code, answer.content) == (200, b"")


def test_what_is_a_list_is_told_from_its_record() -> None:
    from api.answers import Listing
    assert is_list(Listing[Alert])
    assert item_kind(Listing[Alert]) is Alert
    assert not is_list(Alert)
