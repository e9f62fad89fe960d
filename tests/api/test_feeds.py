"""Atom feeds. Everything said about real organisations is invented."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from api.feeds import ATOM, NEVER, XHTML, atom_feed
from corpora.store import Store
from tests.api.writing import Told, group, write

NAMES = {"a": ATOM, "x": XHTML}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
TAG = re.compile(r"tag:[a-z0-9.@-]+,\d{4}(-\d\d(-\d\d)?)?:[\w/-]+")


def assert_valid(feed: etree._Element) -> None:
    """What RFC 4287 demands of a feed and its entries, section by section."""
    def one(element: etree._Element, path: str) -> etree._Element:
        found = element.findall(path, NAMES)
        assert len(found) == 1, path
        return found[0]
    assert feed.tag == f"{{{ATOM}}}feed"
    for holder in (feed, *feed.findall("a:entry", NAMES)):
        assert TAG.fullmatch(one(holder, "a:id").text or "")  # 4.2.6: an absolute IRI
        assert one(holder, "a:title").text  # 4.2.14
        assert RFC_3339.fullmatch(one(holder, "a:updated").text or "")  # 3.3
        for link in holder.findall("a:link", NAMES):
            assert (link.get("href") or "").startswith("http")  # 4.2.7.1
        alternates = holder.findall("a:link[@rel='alternate']", NAMES)
        assert len(alternates) == len({(link.get("type"), link.get("hreflang")) for link in alternates}) == 1  # 4.1.1, 4.1.2
    assert one(feed, "a:author/a:name").text  # 4.1.1: or every entry must have one
    assert one(feed, "a:link[@rel='self']").get("type") == "application/atom+xml"
    ids = [element.text for element in feed.findall(".//a:id", NAMES)]
    assert len(ids) == len(set(ids))
    for entry in feed.findall("a:entry", NAMES):
        content = one(entry, "a:content")
        assert content.get("type") == "xhtml"
        assert [child.tag for child in content] == [f"{{{XHTML}}}div"]  # 4.1.3.3: a single xhtml:div
        assert not (content.text or "").strip()
        allowed = {f"{{{XHTML}}}{name}" for name in ("div", "p", "blockquote", "a", "span")}
        assert {element.tag for element in content[0].iter()} <= allowed


def read(web: TestClient, path: str) -> etree._Element:
    response = web.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/atom+xml"
    return etree.fromstring(response.content)


@pytest.mark.parametrize(("path", "entries"), [("/feed.atom", 5), ("/trusts/RX1/feed.atom", 4), ("/trusts/RTG/feed.atom", 0)])
def test_a_feed_is_valid_atom_with_an_entry_an_alert(web: TestClient, path: str, entries: int) -> None:
    feed = read(web, path)
    assert_valid(feed)
    assert len(feed.findall("a:entry", NAMES)) == entries


def test_an_entry_quotes_its_evidence_and_links_to_the_source(web: TestClient) -> None:
    entry = read(web, "/trusts/RX1/feed.atom").findall("a:entry", NAMES)[0]
    assert entry.findtext("a:updated", namespaces=NAMES) == "2023-05-25T00:00:00Z"
    assert entry.findtext(".//x:blockquote/x:p", namespaces=NAMES) == "Two never events were reported, both wrong side blocks."
    links = [element.get("href") for element in entry.iterfind(".//x:a", NAMES)]
    assert links[0] == "https://www.example.org/papers/may.pdf#page=1"
    assert links[1].startswith("http://testserver/evidence/")  # type: ignore[union-attr]


def test_entries_keep_their_ids_wherever_they_are_served_from(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def ids() -> list[str | None]:
        return [element.text for element in read(web, "/feed.atom").findall(".//a:id", NAMES)]
    before = ids()
    monkeypatch.setenv("SOFTINTEL_ADDRESS", "https://oversight.example.org/softintel/")
    assert ids() == before
    self_link = read(web, "/feed.atom").find("a:link[@rel='self']", NAMES)
    assert self_link is not None
    assert self_link.get("href") == "https://oversight.example.org/softintel/feed.atom"


def test_hostile_text_stays_text(database: Path, web: TestClient) -> None:
    hostile = ']]></div></content><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>&bogus;\x01\x0b\ufffe fined.'
    with Store(database) as store:
        write(store, "bad", Told(hostile, "intervention", "prosecution"), title=hostile, publisher=hostile,
              url="javascript:alert(1)", published="2024-02-29")
        group(store)
    feed = read(web, "/trusts/RX1/feed.atom")
    assert_valid(feed)
    assert not feed.findall(".//x:script", NAMES)
    entry = feed.findall("a:entry", NAMES)[0]
    assert "<script" in (entry.findtext(".//x:blockquote/x:p", namespaces=NAMES) or "")
    assert not [element for element in entry.iterfind(".//x:a", NAMES) if (element.get("href") or "").startswith("javascript")]


def test_an_undated_alert_is_dated_long_ago(web: TestClient) -> None:
    entry = read(web, "/trusts/RDU/feed.atom").findall("a:entry", NAMES)[0]
    assert entry.findtext("a:updated", namespaces=NAMES) == NEVER
    assert entry.find("a:published", NAMES) is None


def test_a_feed_that_has_not_changed_is_not_sent_again(database: Path, web: TestClient) -> None:
    first = web.get("/feed.atom")
    assert parsedate_to_datetime(first.headers["last-modified"]).tzinfo is not None
    for header in ({"If-None-Match": first.headers["etag"]}, {"If-None-Match": f'"other", W/{first.headers["etag"]}'},
                   {"If-Modified-Since": first.headers["last-modified"]}):
        again = web.get("/feed.atom", headers=header)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    with Store(database) as store:
        write(store, "new", Told("It received a warning notice.", "intervention", "warning_notice"))
        group(store)
    assert web.get("/feed.atom", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("header", [{"If-Modified-Since": "yesterday"}, {"If-None-Match": '"other"'},
                                    {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"},
                                    {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 +99999999999999999999"}])
def test_a_feed_that_may_have_changed_is_sent(web: TestClient, header: dict[str, str]) -> None:
    assert web.get("/feed.atom", headers=header).status_code == 200


def test_an_unknown_trust_has_no_feed(web: TestClient) -> None:
    assert web.get("/trusts/NOPE/feed.atom").status_code == 404


def test_an_empty_feed_is_valid() -> None:
    feed = etree.fromstring(atom_feed([], title="Nothing", name="all", base="http://127.0.0.1", path="/"))
    assert_valid(feed)
    assert feed.findtext("a:updated", namespaces=NAMES) == NEVER
