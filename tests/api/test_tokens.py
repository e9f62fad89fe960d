"""Writing through the API: only with a token that is good, one document at a time. The documents are invented."""

from __future__ import annotations

import datetime
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import softintel as program
from api.rates import Rates, client_of
from api.tokens import digest_of, make_token
from corpora.errors import UsersMistake
from corpora.store import Store

NOW = datetime.datetime.now(tz=datetime.UTC)
DOCUMENT = {"id": "pack/2025 03", "text": "The trust is in segment 3.", "title": "Board paper", "published": "2025-03-04", "doc_type": "board_paper"}

Give = Callable[..., str]


@pytest.fixture
def token(database: Path) -> Give:
    """Makes a token, and gives its text."""
    def made(*, scopes: Any = ("documents:write",), days: int = 1, ago: int = 0, revoked: bool = False) -> str:
        one, text = make_token("a test", scopes=scopes, now=NOW - datetime.timedelta(days=ago), days=days)
        with Store(database) as store:
            store.add_token(one, digest=digest_of(text))
            if revoked:
                store.revoke_token(one.id, at=one.created_at)
        return text
    return made


def post(web: TestClient, text: str | None = None, document: object = DOCUMENT, path: str = "/api/documents") -> Any:
    return web.post(path, json=document, headers={"Authorization": f"Bearer {text}"} if text else {})


def test_a_document_is_added_once_and_then_unchanged(web: TestClient, token: Give, database: Path) -> None:
    text = token()
    first, again = post(web, text), post(web, text)
    assert (first.status_code, first.json()["outcome"]) == (201, "added")
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    assert "location" not in again.headers
    found = web.get(first.headers["location"])
    assert (found.json()["id"], found.json()["title"], found.json()["source"]) == ("pack/2025 03", "Board paper", "api")
    with Store(database) as store:
        assert "pack/2025 03" in [document.id for document in store.unread_documents("any")]


def test_another_text_of_the_same_id_is_taken_only_as_its_newer_text(web: TestClient, token: Give, database: Path) -> None:
    text = token()
    post(web, text)
    newer = DOCUMENT | {"text": "The trust is in segment 2."}
    assert post(web, text, newer).status_code == 409
    assert "replace=true" in post(web, text, newer).json()["detail"]
    replaced = post(web, text, newer, "/api/documents?replace=true")
    assert (replaced.status_code, replaced.json()["outcome"]) == (200, "replaced")
    with Store(database) as store:
        gathered = next(store.documents()).id
    assert post(web, text, newer | {"id": gathered}, "/api/documents?replace=true").status_code == 409


def test_nothing_can_be_written_while_no_token_was_made(web: TestClient, database: Path) -> None:
    answer = post(web, "softintel_00000000_" + "0" * 64)
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/not-allowed")
    assert "softintel token create" in answer.json()["detail"]


@pytest.mark.parametrize("spoilt", ["", "x", "softintel_00000000_" + "0" * 64])
def test_a_token_that_is_not_known_is_refused(web: TestClient, token: Give, spoilt: str) -> None:
    token()
    answer = post(web, spoilt)
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert answer.headers["www-authenticate"].startswith("Bearer ")


def test_a_token_with_another_secret_one_of_the_past_and_a_revoked_one_are_refused(web: TestClient, token: Give) -> None:
    good = token()
    for text in (good[:-1] + ("0" if good[-1] != "0" else "1"), token(days=1, ago=2), token(revoked=True), good.upper()):
        assert post(web, text).status_code == 401
    assert post(web, good).status_code == 201
    assert web.post("/api/documents", json=DOCUMENT, headers={"Authorization": f"Basic {good}"}).status_code == 401


def test_a_token_without_the_scope_is_not_allowed(web: TestClient, token: Give) -> None:
    answer = post(web, token(scopes=("other",)))
    assert answer.status_code == 403
    assert 'error="insufficient_scope"' in answer.headers["www-authenticate"]


@pytest.mark.parametrize(("body", "content_type", "status", "says"), [
    (b"{", "application/json", 422, "invalid JSON"), (b"[]", "application/json", 422, "should be an object"),
    (b'{"id": "x"}', "application/json", 422, "text: field required"), (b'{"id": "x", "text": " "}', "application/json", 422, "text: is empty"),
    (b'{"id": "x", "text": "y", "published": "yesterday"}', "application/json", 422, "published: not of the right form"),
    (b'{"id": "x", "text": "y", "published": "2930-02-20"}', "application/json", 422, "published: 2930-02-20 lies in the future"),
    (b'{"id": "x", "text": "y", "url": "javascript:alert(1)"}', "application/json", 422, "not an http or https address"),
    (b'{"id": "x", "text": "y", "doc_type": "gossip"}', "application/json", 422, "doc_type: "), (b"\xff", "application/json", 422, "JSON"),
    (json.dumps({"id": "x" * 501, "text": "y"}).encode(), "application/json", 422, "id: string should have at most 500"),
    (b"[" * 200_000, "application/json", 422, "JSON"), (b"{}", "text/plain", 415, "application/json"),
    (b'{"id": "x", "text": "' + b"y" * 10_000_000 + b'"}', "application/json", 413, "10,000,000 bytes")])
def test_what_cannot_be_used_is_told(web: TestClient, token: Give, body: bytes, content_type: str, status: int, says: str) -> None:
    answer = web.post("/api/documents", content=body, headers={"Authorization": f"Bearer {token()}", "Content-Type": content_type})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert says in answer.json()["detail"]


def test_a_secret_is_neither_stored_nor_logged(web: TestClient, token: Give, database: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    text = token()
    post(web, text)
    post(web, text, {"id": 1})
    secret = text.rpartition("_")[2]
    with Store(database) as store:
        assert secret not in "\n".join(store.db.conn.iterdump())
    assert secret not in caplog.text


def test_a_token_may_write_so_often(web: TestClient, token: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.routes.adding._rates", Rates(2))
    text = token()
    assert [post(web, text).status_code for _ in range(3)] == [201, 200, 429]
    answer = post(web, text)
    assert 1 <= int(answer.headers["retry-after"]) <= 30
    assert post(web, token()).status_code == 200


def test_reading_is_limited_only_where_that_is_asked_for(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOFTINTEL_RATE_LIMIT", "3")
    with TestClient(create_app(database, by_meaning=False)) as web:
        answers = [web.get("/api/trusts/RX1") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert answers[3].headers["content-type"] == "application/problem+json"
        assert int(answers[3].headers["retry-after"]) >= 1
        assert "default-src" in answers[3].headers["content-security-policy"]
        assert web.get("/trusts/RX1").status_code == 429
        assert web.get("/healthz").status_code == 200


def test_an_allowance_is_refilled_evenly_and_households_of_ipv6_have_one() -> None:
    rates = Rates(60)
    assert [rates.wait("a", at=0) for _ in range(60)] == [0.0] * 60
    assert rates.wait("a", at=0) == pytest.approx(1)
    assert rates.wait("b", at=0) == 0
    assert rates.wait("a", at=1.1) == 0
    assert client_of({"client": ("2001:db8::1", 1)}) == client_of({"client": ("2001:db8::2", 1)})
    assert client_of({"client": ("192.0.2.1", 1)}) != client_of({"client": ("192.0.2.2", 1)})


def test_tokens_are_made_listed_and_revoked_on_the_command_line(database: Path, web: TestClient) -> None:
    def call(*arguments: str) -> Result:
        return CliRunner().invoke(program, ["--db", str(database), "token", *arguments])

    made = call("create", "The importer", "--days", "30")
    text = made.stdout.strip()
    token_id = text.split("_")[1]
    assert made.exit_code == 0
    assert token_id in made.stderr
    listed = call("list").stdout
    assert "good until" in listed
    assert "The importer" in listed
    assert text.rpartition("_")[2] not in listed + made.stderr
    assert post(web, text).status_code == 201
    assert call("revoke", token_id).exit_code == 0
    assert post(web, text).status_code == 401
    assert "revoked" in call("list").stdout
    assert isinstance(call("revoke", token_id).exception, UsersMistake)
