"""A canary stands on this machine, and no crawl that is not sent there may ever reach it (the web's probes: ``test_probes``)."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from twisted.internet.address import IPv4Address, IPv6Address

from corpora.store import Store
from crawl.guard import GuardedResolver
from crawl.reach import Reach
from crawl.report import Job
from crawl.run import run_job
from crawl.sources import Source
from tests.crawl.replica import Replica, Reply, article


@pytest.fixture
def canary() -> Iterator[Replica]:
    with Replica(articles=1, robots=None) as site:
        yield site


def failures(database: Path) -> dict[str, str]:
    with Store(database) as store:
        return {issue.where: issue.reason for issue in store.issues()}


def web_source(number: int, url: str) -> Source:
    """A source that claims to be on the web."""
    return Source(name=f"probe{number}", publisher="Invented", cadence="daily", doc_type="news", shape="rss", start_urls=(url,))


def test_no_redirect_of_a_local_site_reaches_another_one(tmp_path: Path, canary: Replica) -> None:
    port = canary.server.server_port
    probes = [
        f"http://127.0.0.1:{port}/news/0", f"//127.0.0.1:{port}/news/0", f"http://localhost:{port}/news/0", f"http://127.1:{port}/news/0",
        f"http://2130706433:{port}/news/0", f"http://0x7f000001:{port}/news/0", f"http://0177.0.0.1:{port}/news/0",
        f"http://0.0.0.0:{port}/news/0", f"http://[::1]:{port}/news/0", f"http://[::ffff:127.0.0.1]:{port}/news/0",
        f"http://[::ffff:7f00:1]:{port}/news/0", f"http://127.0.0.2:{port}/news/0", f"http://user@127.0.0.1:{port}/news/0",
        f"http://127.0.0.1:{port}\\@127.0.0.1/news/0", f"http:\\\\127.0.0.1:{port}\\news\\0", f"https://127.0.0.1:{port}/news/0",
        f"HTTP://LOCALHOST:{port}/news/0", f"http://127.0.0.1.:{port}/news/0", f"http://①②⑦.⓪.⓪.①:{port}/news/0",
        f"ftp://127.0.0.1:{port}/news/0", "file:///etc/passwd", "data:text/html,<p>invented</p>", "javascript:alert(1)",
        "http://169.254.169.254/latest/meta-data/", f"/\\127.0.0.1:{port}/news/0",
    ]
    with Replica(articles=1) as site, Replica(articles=1, address="127.0.0.3") as misled:
        for number, probe in enumerate(probes):
            site.pages[f"/probe/{number}"] = Reply(b"", status=302, headers={"Location": probe.encode("utf-8").decode("latin-1")})
        site.pages["/hop"] = Reply(b"", status=307, headers={"Location": "/probe/0"})
        site.list_articles(["/news/0", *(f"/probe/{number}" for number in range(len(probes))), "/hop"])
        misled.pages["/robots.txt"] = Reply(b"", status=302, headers={"Location": f"{canary.url}/news/0"})
        report = run_job(Job(database=tmp_path / "a.db", sources=(site.source(), misled.source(name="misled"))), progress=False)
        good, bad = sorted(report.sources, key=lambda source: source.source, reverse=True)
        assert canary.log == []
        assert (good.new, good.failed, good.postponed) == (1, len(probes) + 1, 0)
        assert (bad.fetched, bad.healthy) == (0, False)
        assert {line.path for line in misled.log} == {"/robots.txt"}
        assert "not a site of the local sources" in failures(tmp_path / "a.db")[f"{site.url}/probe/0"]


def test_a_name_that_resolves_to_this_machine_is_refused_when_connecting(tmp_path: Path, canary: Replica) -> None:
    port = canary.server.server_port
    known = (socket.gethostname(), "localhost.localdomain", "ip6-localhost", "ip6-loopback")
    names = [name for name in known if _resolves_here(name)]
    # Full-width digits are digits to the name system, and no address to any parser.
    names += ["127.0.0.1".translate(str.maketrans("0127", "０１２７"))]
    sources = tuple(web_source(number, f"http://{name}:{port}/news/0") for number, name in enumerate(names))
    reach = Reach(local=False, hosts=tuple(names), ports=frozenset({port}))
    report = run_job(Job(database=tmp_path / "a.db", sources=sources, reach=reach), progress=False)
    assert canary.log == []
    assert all(source.failed == 1 for source in report.sources)
    assert all("refused" in reason for reason in failures(tmp_path / "a.db").values())


def test_only_public_addresses_of_a_name_are_handed_out() -> None:
    answers = ["10.0.0.1", "127.0.0.1", "8.8.8.8", "169.254.169.254", "100.64.0.1", "::1", "::ffff:127.0.0.1", "fe80::1%eth0",
               "64:ff9b::a00:1", "2a00:1450:4009::1"]
    received = resolve(answers, Reach.public(["news.example"]))
    assert received == ["8.8.8.8", "2a00:1450:4009::1"]


def test_a_local_crawl_s_names_lead_to_this_machine_only() -> None:
    assert resolve(["8.8.8.8", "127.0.0.1", "10.0.0.1", "::1"], Reach.local_to(["http://localhost/"])) == ["127.0.0.1", "::1"]


def resolve(answers: list[str], reach: Reach) -> list[str]:
    """What a guarded resolver hands out of a hostile name system's answers."""
    class NameSystem:
        def resolveHostName(self, receiver: Any, name: str, *_: object) -> None:
            receiver.resolutionBegan(None)
            for answer in answers:
                receiver.addressResolved((IPv6Address if ":" in answer else IPv4Address)("TCP", answer, 80))
            receiver.resolutionComplete()

    class Receiver:
        def __init__(self) -> None:
            self.addresses: list[str] = []
            self.complete = False

        def resolutionBegan(self, resolution: object) -> None:
            assert not self.complete

        def addressResolved(self, address: Any) -> None:
            self.addresses.append(address.host)

        def resolutionComplete(self) -> None:
            self.complete = True

    receiver = Receiver()
    GuardedResolver(SimpleNamespace(nameResolver=NameSystem()), reach).resolveHostName(receiver, "news.example", 80)
    assert receiver.complete
    return receiver.addresses


def test_a_name_is_resolved_where_it_may_be(tmp_path: Path) -> None:
    with Replica(articles=1) as site:
        url = site.url.replace("127.0.0.1", "localhost")
        site.pages["/rss.xml"] = Reply(f"<rss><channel><item><link>{url}/news/0</link></item></channel></rss>".encode())
        site.pages["/news/0"] = Reply(article(0))
        report = run_job(Job(database=tmp_path / "a.db", sources=(site.source(start_urls=(f"{url}/rss.xml",)),)), progress=False)
        assert report.new == 1


def _resolves_here(name: str) -> bool:
    try:
        return all(address[4][0] in ("127.0.0.1", "127.0.1.1", "::1") for address in socket.getaddrinfo(name, 80))
    except OSError:
        return False
