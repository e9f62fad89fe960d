"""Probes of server-side request forgery: a crawl of the web is shown addresses in every way a site can name one, and a canary that stands
for this machine, its network and the clouds' metadata services must hear nothing. All sites and words are invented.

The crawling process is the real one; its name system and its wires are :mod:`tests.crawl.pretend_network`. The crawl's reach names every host
and port of the probes, so that nothing but the address keeps a probe from the canary.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import pytest

from corpora.store import Store
from crawl.reach import Reach, as_address
from crawl.report import Job
from crawl.run import run_job
from crawl.sources import Source, host_of
from tests.crawl.pretend_network import Network
from tests.crawl.replica import Replica, Reply, article

ROOT = Path(__file__).parents[2]
SITE, ROBOTS_SITE, DEAD = "8.8.8.8", "8.8.4.4", "9.9.9.9"
"""Addresses that count as public. Nobody there is asked."""

NUMBERS = """127.0.0.1 127.1 127.0.0.2 127.255.255.254 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 127.0.0.1. 0.0.0.0 0 [::1] [::]
[0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:0001] [::ffff:0:7f00:1] [::127.0.0.1] [64:ff9b::7f00:1]
[64:ff9b::a9fe:a9fe] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:a9fe:a9fe::1] [2001:0:7f00:1::1] [fe80::1] [fe80::1%25lo] [fec0::1] [fc00::1]
[fd00:ec2::254] [ff02::1] [::ffff:169.254.169.254] [::ffff:10.0.0.1] 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 100.127.255.254
100.100.100.200 169.254.169.254 169.254.170.2 2852039166 0xa9fea9fe 168.63.129.16 192.0.0.192 198.18.0.1 224.0.0.1 240.0.0.1
255.255.255.255""".split()
"""Ways of writing this machine, its network, carriers' networks and metadata services."""
NAMES: dict[str, list[list[str]]] = {
    "localhost": [["127.0.0.1", "::1"]], "a.localhost": [["127.0.0.1"]], "localhost.localdomain": [["127.0.0.1"]], "ip6-localhost": [["::1"]],
    "metadata.google.internal": [["169.254.169.254"]], "metadata": [["169.254.169.254"]], "instance-data": [["169.254.169.254"]],
    "wire.example": [["168.63.129.16"]], "private.example": [["10.0.0.1"]], "carrier.example": [["100.64.0.1"]], "unique.example": [["fd00::1"]],
    "mapped.example": [["::ffff:127.0.0.1"]], "nat64.example": [["64:ff9b::7f00:1"]], "sixtofour.example": [["2002:7f00:1::"]],
    "zone.example": [["fe80::1%lo"]], "nowhere.example": [["0.0.0.0"]], "many.example": [["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"]]}
SPELLINGS = (*NAMES, "LOCALHOST", "localhost.", "LocalHost.", "user@127.0.0.1", "user:password@localhost", "site.example@127.0.0.1",
             "METADATA.google.internal.")
CHANGING: dict[str, list[list[str]]] = {
    # robots.txt, the feed, then the article; each at a connection of its own, each after the name system was asked again.
    "rebinds-late.example": [[SITE], [SITE], ["127.0.0.1"]], "rebinds-soon.example": [[SITE], ["127.0.0.1"]],
    "rebinds-there-and-back.example": [[SITE], ["169.254.169.254"], [SITE], ["::1"]],
    "mixed-first.example": [["127.0.0.1", SITE]], "mixed-last.example": [[SITE, "127.0.0.1"]],
    # The public address does not answer: a client that falls back on the others would go to this machine.
    "mixed-dead.example": [[DEAD, "127.0.0.1"]], "mixed-dead-first.example": [["::1", DEAD, "10.0.0.1"]]}
SCHEMES = ("https", "ftp", "gopher", "dict", "ws", "HTTP")
OTHERS = ("file:///etc/passwd", "data:text/html,<p>invented</p>", "javascript:alert(1)", "http:\\\\127.0.0.1\\{}", "http:///127.0.0.1{}",
          "http://127.0.0.1:22{}", "http://127.0.0.1:6379{}", "http://[::1]:5432{}", "http://127.0.0.1\\@site.example{}", "/\\127.0.0.1{}",
          "http://①②⑦.⓪.⓪.①{}", "http://127.0.0.1%09{}", "http://127。0。0。1{}", "http:127.0.0.1{}", "http://0x7f.1:80:80{}")
"""Addresses with the place of a probe's path."""
STATUSES = (301, 302, 303, 307, 308)
PAGES = ("base", "listing", "next", "meta-refresh", "canonical", "refresh-header", "link-header", "content-location", "frame", "picture",
         "robots-redirect", "robots-sitemap", "proxy", "guid", "enclosure", "atom", "sitemap-index", "protocol-relative", "chain",
         "chain-of-names")
LISTED = [*(f"{way} {host}" for host in (*NUMBERS, *SPELLINGS) for way in ("start", "redirect", "feed", "sitemap")),
          *(f"redirect {scheme}:" for scheme in SCHEMES), *(f"redirect {url}" for url in OTHERS), *(f"redirect {status}" for status in STATUSES),
          *(f"name {name}" for name in CHANGING), *(f"page {page}" for page in PAGES)]


@dataclass
class Outcome:
    """What came of a crawl."""

    hits: list[str] = field(default_factory=list)
    """Paths that the canary was asked for."""
    attempts: list[str] = field(default_factory=list)
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Address → state and reason of each page."""
    where: dict[str, str] = field(default_factory=dict)
    """Probe → the address of the page that leads to it, or its own."""


class Trap:
    """The sites that lead to the canary, and the sources that a crawl of them begins with."""

    def __init__(self, site: Replica, misled: Replica, canary: Replica) -> None:
        self.site, self.misled, self.canary = site, misled, canary
        self.port = canary.server.server_port
        self.where: dict[str, str] = {}
        self.sources: list[Source] = []
        self.hosts = sorted({host for host in map(_host, (*NUMBERS, *SPELLINGS)) if host} | set(CHANGING) | {"site.example", "misled.example"})
        self._starts()
        self._site()
        self._names()
        self._robots()

    def hit(self, probe: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """An address that is the canary's where nothing guards, with a path that tells the probe."""
        return f"{scheme}://{host}:{self.port}{path_of(probe)}"

    def source(self, name: str, url: str, **more: object) -> None:
        fields: dict[str, object] = {"name": name, "publisher": "Invented", "cadence": "daily", "doc_type": "news", "shape": "rss", "start_urls": (url,),
                                     "hosts": tuple(self.hosts), "delay_seconds": 0.0, "revisit_hours": 0.0}
        self.sources.append(Source.model_validate(fields | more))

    def _starts(self) -> None:
        for number, host in enumerate((*NUMBERS, *SPELLINGS)):
            probe = f"start {host}"
            self.where[probe] = self.hit(probe, host)
            self.source(f"start-{number}", self.where[probe], hosts=())

    def _site(self) -> None:
        pages, hosts = self.site.pages, (*NUMBERS, *SPELLINGS)
        redirects = {f"redirect {host}": self.hit(f"redirect {host}", host) for host in hosts}
        redirects |= {f"redirect {scheme}:": self.hit(f"redirect {scheme}:", scheme=scheme) for scheme in SCHEMES}
        redirects |= {f"redirect {url}": url.format(path_of(f"redirect {url}")) for url in OTHERS}
        redirects |= {f"redirect {status}": self.hit(f"redirect {status}") for status in STATUSES}
        redirects |= {"page chain-of-names": self.hit("page chain-of-names", "metadata.google.internal"),
                      "page protocol-relative": self.hit("page protocol-relative").removeprefix("http:")}
        listed = ["/news/0"]
        for number, (probe, target) in enumerate(redirects.items()):
            status = int(probe.split()[1]) if probe.split()[1] in map(str, STATUSES) else 302
            pages[f"/leads/{number}"] = Reply(b"", status=status, headers={"Location": target.encode("utf-8").decode("latin-1")})
            self.where[probe] = f"http://site.example/leads/{number}"
            listed.append(f"/leads/{number}")
        pages["/chain/1"] = Reply(b"", status=307, headers={"Location": "/chain/2"})
        pages["/chain/2"] = Reply(b"", status=308, headers={"Location": "//site.example/chain/3"})
        pages["/chain/3"] = Reply(b"", status=301, headers={"Location": self.hit("page chain")})
        self.where["page chain"] = "http://site.example/chain/1"
        listed += ["/chain/1", *self._articles()]
        feed = "".join(f"<item><link>http://site.example{path}</link></item>" for path in listed)
        feed += "".join(f"<item><link>{escape(self.hit(f'feed {host}', host))}</link></item>" for host in hosts)
        feed += f"<item><guid>{self.hit('page guid')}</guid></item><item><enclosure url='{self.hit('page enclosure')}'/><link>/news/1</link></item>"
        pages["/feed"] = Reply(f"<rss><channel>{feed}</channel></rss>".encode())
        self.source("feed", "http://site.example/feed")
        pages["/atom"] = Reply(f"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='{self.hit('page atom')}/'><entry><link href='{self.hit('page atom')}'/>"
                               "</entry><entry><link href='relative'/></entry></feed>".encode())
        self.source("atom", "http://site.example/atom", shape="atom")
        today = datetime.datetime.now(datetime.UTC).date().isoformat()
        entries = "".join(f"<url><loc>{escape(self.hit(f'sitemap {host}', host))}</loc><lastmod>{today}</lastmod></url>" for host in hosts)
        pages["/sitemap"] = Reply(f"<urlset>{entries}</urlset>".encode())
        pages["/index"] = Reply(f"<sitemapindex><sitemap><loc>{self.hit('page sitemap-index')}</loc></sitemap></sitemapindex>".encode())
        self.source("sitemap", "http://site.example/sitemap", shape="sitemap")
        self.source("index", "http://site.example/index", shape="sitemap")
        pages["/based"] = Reply(f"<base href='{self.hit('page base')}/'><a href='relative'>Invented</a><a href='{self.hit('page listing')}'>Invented</a>"
                                f"<a rel=next href='{self.hit('page next')}'>Older</a>".encode())
        self.source("based", "http://site.example/based", shape="listing", article_pattern=".", max_pages=3)

    def _articles(self) -> list[str]:
        heads = {
            "meta-refresh": '<meta http-equiv="refresh" content="0; url={}">', "canonical": '<link rel="canonical" href="{}">',
            "frame": '<iframe src="{}"></iframe>', "picture": '<img src="{}"><link rel="stylesheet" href="{}"><link rel="amphtml" href="{}">'}
        headers = {"refresh-header": ("Refresh", "0; url={}"), "link-header": ("Link", '<{}>; rel="canonical"'), "content-location": ("Content-Location", "{}")}
        for name, head in heads.items():
            self.site.pages[f"/news/{name}"] = Reply(article(0).replace(b"<head>", b"<head>" + head.replace("{}", self.hit(f"page {name}")).encode()))
        for name, (header, value) in headers.items():
            self.site.pages[f"/news/{name}"] = Reply(article(0), headers={header: value.format(self.hit(f"page {name}"))})
        return [f"/news/{name}" for name in (*heads, *headers)]

    def _names(self) -> None:
        for number, name in enumerate(CHANGING):
            # Closed after each answer, so that the next request asks the name system again.
            path = path_of(f"name {name}")
            self.site.pages[f"{path}feed"] = Reply(f"<rss><channel><item><link>http://{name}{path}</link></item></channel></rss>".encode(),
                                          headers={"Connection": "close"})
            self.site.pages[path] = Reply(article(number), headers={"Connection": "close"})
            self.source(f"name-{number}", f"http://{name}{path}feed")

    def _robots(self) -> None:
        self.misled.pages["/robots.txt"] = Reply(b"", status=302, headers={"Location": self.hit("page robots-redirect")})
        self.site.pages["/robots.txt"] = Reply(f"User-agent: *\nDisallow:\nSitemap: {self.hit('page robots-sitemap')}\n".encode(),
                                               headers={"Connection": "close"})
        self.source("misled", "http://misled.example/feed")
        self.where["page robots-redirect"] = "http://misled.example/feed"


def crawl_trap(folder: Path, *, guarded: bool) -> Outcome:
    """One crawl of the whole trap by a crawling process of its own."""
    with (Replica(articles=2) as site, Replica() as misled, Replica(robots=None) as canary, pytest.MonkeyPatch.context() as patch):
        # The pause between requests, which the web is owed, is not what is looked at.
        patch.setattr("crawl.sources.POLITE_SECONDS", 0.0)
        trap = Trap(site, misled, canary)
        network = Network(
            names=NAMES | CHANGING | {"site.example": [[SITE]], "misled.example": [[ROBOTS_SITE]]}, dead=[DEAD], canary=trap.port,
            sites={SITE: site.server.server_port, ROBOTS_SITE: misled.server.server_port}, attempts=folder / "attempts")
        (folder / "network.json").write_text(network.model_dump_json())
        unguarded = "" if guarded else ("import crawl.reach\ncrawl.reach.Reach.check_url = crawl.reach.Reach.check_address = lambda *_: None\n")
        (folder / "sitecustomize.py").write_text(
            # The network first: Twisted keeps the name system that it finds when it is imported.
            "from pathlib import Path\nfrom tests.crawl.pretend_network import Network\n"
            f"Network.model_validate_json(Path({str(folder / 'network.json')!r}).read_text()).install()\n"
            f"import crawl.sources, crawl.patience\ncrawl.sources.POLITE_SECONDS = 0.0\ncrawl.patience.TRIES = 1\n{unguarded}")
        patch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(ROOT)]))
        for variable in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            patch.setenv(variable, f"http://127.0.0.1:{trap.port}{path_of('page proxy')}")
        reach = Reach(local=False, hosts=tuple(trap.hosts), ports=frozenset({80, 443, 22, 6379, 5432, trap.port}))
        run_job(Job(database=folder / "a.db", sources=tuple(trap.sources), reach=reach), progress=False)
        with Store(folder / "a.db") as store:
            pages = {url: (state, reason or "") for url, state, reason in store.db.execute("SELECT url, state, reason FROM frontier")}
        attempts = network.attempts.read_text().splitlines() if network.attempts.exists() else []
        return Outcome(hits=[line.path for line in canary.log], attempts=[":".join(map(str, json.loads(line))) for line in attempts],
                       pages=pages, where=trap.where)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    found = crawl_trap(tmp_path_factory.mktemp("guarded"), guarded=True)
    yield found
    print(f"\n{len(LISTED)} probes, {len(found.hits)} hits, {len(found.attempts)} connections begun")


@pytest.mark.parametrize("probe", LISTED)
def test_a_probe_does_not_reach_the_canary(outcome: Outcome, probe: str) -> None:
    assert not [path for path in outcome.hits if path.startswith(path_of(probe))]
    if probe in outcome.where:
        state, reason = outcome.pages[outcome.where[probe]]
        assert state == "failed"
        assert reason


def test_the_canary_hears_nothing_and_the_good_pages_are_read(outcome: Outcome) -> None:
    assert len(LISTED) >= 60
    assert outcome.hits == []
    assert outcome.attempts == []
    assert outcome.pages["http://site.example/news/0"][0] == "done"
    # Where a name has a public address beside others, that one is asked.
    assert outcome.pages[f"http://mixed-first.example{path_of('name mixed-first.example')}"][0] == "done"
    rebound = outcome.pages[f"http://rebinds-late.example{path_of('name rebinds-late.example')}"]
    assert rebound[0] == "failed"
    assert "resolves out of reach" in rebound[1]


def test_without_the_guard_the_same_probes_reach_the_canary(tmp_path: Path) -> None:
    """Else the test above would show nothing."""
    found = crawl_trap(tmp_path, guarded=False)
    reached = [probe for probe in LISTED if any(hit.startswith(path_of(probe)) for hit in found.hits)]
    print(f"\n{len(reached)} of {len(LISTED)} probes reach the canary where nothing guards")
    # A hundred fewer on a machine without IPv6.
    assert len(reached) >= 150
    assert {probe.partition(" ")[0] for probe in reached} == {"start", "redirect", "feed", "sitemap", "name", "page"}


def path_of(probe: str) -> str:
    """The path that a probe asks for."""
    return f"/hit/{LISTED.index(probe)}/"


def _host(written: str) -> str | None:
    """A host as a source may name it; None where it may not."""
    host = host_of(f"http://{written}/")
    literal = as_address(host)
    again = host_of(f"http://{f'[{host}]' if ':' in host else host}/")
    return host if again == host and (literal is None or urlsplit(f"http://{written}/").hostname == host) else None
