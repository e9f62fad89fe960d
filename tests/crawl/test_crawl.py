"""Whole crawls of a replica site on this machine, by the process that users run. All pages are invented."""

from __future__ import annotations

import datetime
import json
import socket
import ssl
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from corpora.errors import UsersMistake
from corpora.store import Store
from crawl.report import CrawlReport, Job, SourceReport
from crawl.run import CONTACT_VARIABLE, CrawlDied, crawl, run_job, start_worker
from crawl.sources import Source
from crawl.worker import only_crawl_of
from tests.crawl.machines import Machine
from tests.crawl.replica import Replica, Reply, article, day_of, gzip_bomb

MEBIBYTE = 2**20


def crawl_one(database: Path, source: Source) -> SourceReport:
    report, = crawl(database, [source], progress=False).sources
    return report


def reasons(database: Path) -> dict[str, str]:
    with Store(database) as store:
        return {issue.where: issue.reason for issue in store.issues()}


def test_every_article_becomes_a_document_with_its_date(tmp_path: Path) -> None:
    with (Replica(articles=12) as one, Replica(articles=12, address="127.0.0.2") as two,
          Replica(articles=12, address="127.0.0.3") as three):
        sources = [one.source(name="by-rss"), two.source(name="by-atom", shape="atom", start_urls=(f"{two.url}/atom.xml",)),
                   three.source(name="by-listing", shape="listing", start_urls=(f"{three.url}/news/",), article_css=".list h3",
                                max_pages=5)]
        report = crawl(tmp_path / "a.db", sources, progress=False)
        assert (report.new, report.failed, report.healthy) == (36, 0, True)
        with Store(tmp_path / "a.db") as store:
            documents = {document.url: document for document in store.documents()}
        for source, site in zip(sources, (one, two, three), strict=True):
            for number in range(12):
                document = documents[f"{site.url}/news/{number}"]
                assert document.title == f"Invented board hears report number {number}"
                assert document.source == source.name
                # A listing does not date its articles, and every third layout here does not date itself.
                undated = source.shape == "listing" and number % 3 == 2
                assert document.published_on == (None if undated else day_of(number))
            assert len(site.log) == len({line.path for line in site.log})


def test_a_listing_is_followed_no_further_than_the_source_says(tmp_path: Path) -> None:
    with Replica(articles=35) as site:
        report = crawl_one(tmp_path / "a.db", site.source(shape="listing", start_urls=(f"{site.url}/news/",), article_css=".list",
                                                          max_pages=2))
        assert report.new == 20
        assert not site.asked("/news/?page=3")


def test_a_second_crawl_of_an_unchanged_site_is_answered_not_modified(tmp_path: Path) -> None:
    with Replica(articles=40) as one, Replica(articles=40, address="127.0.0.2") as two:
        sources = [one.source(name="by-rss"), two.source(name="by-listing", shape="listing", start_urls=(f"{two.url}/news/",),
                                                         article_css=".list", max_pages=9)]
        first = crawl(tmp_path / "a.db", sources, progress=False)
        one.log.clear()
        two.log.clear()
        second = crawl(tmp_path / "a.db", sources, progress=False)
        assert (first.new, second.new, second.changed) == (80, 0, 0)
        for site in (one, two):
            statuses = Counter(line.status for line in site.log if line.path != "/robots.txt")
            assert statuses[304] / statuses.total() >= 0.95
            assert len(site.asked("/news/7")) == 1


def test_what_a_page_was_says_nothing_of_another_that_its_address_leads_to_now(tmp_path: Path) -> None:
    with Replica() as site:
        site.list_articles(["/latest", "/held", "/moved"])
        # Put up earlier than it was published, as papers are.
        days = ("Fri, 05 Sep 2025 09:00:00 GMT", "Mon, 01 Sep 2025 09:00:00 GMT")
        for number, day in enumerate(days):
            site.pages[f"/news/{number}"] = Reply(article(number), headers={"Last-Modified": day}, conditional=False)
        site.pages["/latest"] = site.pages["/held"] = Reply(b"", status=302, headers={"Location": "/news/0"})
        site.pages["/moved"] = Reply(b"", status=301, headers={"Location": "/news/1"})
        crawl_one(tmp_path / "a.db", site.source())
        site.pages["/latest"] = Reply(b"", status=302, headers={"Location": "/news/1"})
        site.pages["/held"] = Reply(article(3), headers={"Last-Modified": days[1]}, conditional=False)
        crawl_one(tmp_path / "a.db", site.source())
        # What stays where it led to is asked for with what was kept of it.
        assert [(line.path, line.status) for line in site.log[-5:]] == [
            ("/latest", 302), ("/news/1", 200), ("/held", 200), ("/moved", 301), ("/news/1", 304)]


def test_a_changed_page_replaces_its_document_and_is_a_new_capture(tmp_path: Path) -> None:
    with Replica(articles=3) as site:
        database, source = tmp_path / "a.db", site.source()
        crawl_one(database, source)
        site.pages["/news/1"] = Reply(article(1, note="This invented article was corrected: the number of open actions was four."))
        site.pages["/news/3"] = Reply(article(3))
        site.list_articles([f"/news/{number}" for number in range(4)])
        report = crawl_one(database, source)
        assert (report.new, report.changed) == (1, 1)
        with Store(database) as store:
            assert store.count_documents() == 4
            corrected, = (document for document in store.documents() if document.url == f"{site.url}/news/1")
            assert "was corrected" in corrected.text
            captures = [row[0] for row in store.db.execute("SELECT id FROM captures WHERE url = ?", [corrected.url])]
        assert len(captures) == 2
        assert corrected.capture_id in captures


def test_what_robots_txt_disallows_is_never_asked_for(tmp_path: Path) -> None:
    robots = "User-agent: *\nDisallow: /\n\nUser-agent: softintel\nDisallow: /private/\nDisallow: /*?print=\n"
    with Replica(articles=2, robots=robots) as site:
        site.pages["/moved"] = Reply(b"", status=302, headers={"Location": "/private/b"})
        site.list_articles(["/news/0", "/private/a", "/moved", "/news/1", "/news/1?print=1"])
        report = crawl_one(tmp_path / "a.db", site.source())
        assert (report.new, report.failed) == (2, 3)
        assert not [line for line in site.log if line.path.startswith("/private/") or "print" in line.path]
        assert "robots.txt does not allow" in reasons(tmp_path / "a.db")[f"{site.url}/private/a"]


def test_a_site_whose_robots_txt_is_broken_is_left_alone_and_one_without_is_crawled(tmp_path: Path) -> None:
    with Replica(articles=2) as broken, Replica(articles=2, robots=None, address="127.0.0.2") as without:
        broken.pages["/robots.txt"] = Reply(b"", status=503)
        report = crawl(tmp_path / "a.db", [broken.source(name="broken"), without.source(name="without")], progress=False)
        left_alone, crawled = report.sources
        assert not left_alone.healthy
        assert {line.path for line in broken.log} == {"/robots.txt"}
        assert "robots.txt could not be read: the site answered 503, 3 times" in left_alone.broken_starts[0]
        assert crawled.new == 2


def test_a_host_gets_one_request_at_a_time_with_its_pause_between(tmp_path: Path) -> None:
    with Replica(articles=4) as one, Replica(articles=4, robots="User-agent: *\nCrawl-delay: 0.3\n", address="127.0.0.2") as two:
        sources: list[Source] = []
        for site, delay in ((one, 0.3), (two, 0.0)):
            site.pages["/news/1"] = Reply(article(1), seconds=0.2)
            site.pages["/news/2"] = Reply(b"", status=301, headers={"Location": "/news/0"})
            name = f"source{len(sources)}"
            sources += [site.source(name=f"{name}-rss", delay_seconds=delay), site.source(
                name=f"{name}-atom", shape="atom", start_urls=(f"{site.url}/atom.xml",), delay_seconds=delay)]
        crawl(tmp_path / "a.db", sources, progress=False)
        for site in (one, two):
            lines = sorted(site.log, key=lambda line: line.began)
            assert len(lines) == 8
            assert min(later.began - earlier.ended for earlier, later in pairwise(lines)) >= 0.3


def test_a_busy_site_is_left_alone_as_long_as_it_asks(tmp_path: Path) -> None:
    with Replica(articles=4) as site:
        site.pages["/news/1"] = [Reply(b"", status=429, headers={"Retry-After": "1"}), Reply(article(1))]
        assert crawl_one(tmp_path / "a.db", site.source()).new == 4
        busy, _ = site.asked("/news/1")
        assert min(line.began for line in site.log if line.began > busy.ended) - busy.ended >= 1.0


def test_a_site_that_asks_for_long_patience_is_asked_again_by_a_later_crawl(tmp_path: Path) -> None:
    with Replica(articles=3) as site:
        site.pages["/news/1"] = [Reply(b"", status=503, headers={"Retry-After": "86400"}), Reply(article(1))]
        report = crawl_one(tmp_path / "a.db", site.source())
        assert (report.new, report.failed, report.postponed) == (1, 0, 2)
        with Store(tmp_path / "a.db") as store, store.atomic():
            store.db.execute("UPDATE frontier SET not_before = 0")
            store.db.execute("UPDATE hosts SET free_at = 0")
        report = crawl_one(tmp_path / "a.db", site.source())
        assert (report.new, report.postponed) == (2, 0)
        assert len(site.asked("/rss.xml")) == 1


def test_broken_pages_fail_with_a_reason_while_the_rest_goes_on(tmp_path: Path) -> None:
    with Replica(articles=3) as site:
        broken = {
            "/missing": (Reply(b"", status=404), "there is no such page (404)"),
            "/gone": (Reply(b"", status=410), "the page is gone (410)"),
            "/wall": (Reply(b"Subscribe", status=402), "wants payment"),
            "/refused": (Reply(b"Are you human?", status=403), "refuses us"),
            "/down": (Reply(b"", status=500), "answered 500, 3 times"),
            "/empty": (Reply(b""), "empty"),
            "/wordless": (Reply(b"<html><body></body></html>"), "text"),
            "/huge": (Reply(b"x" * (33 * MEBIBYTE)), "larger than download max size"),
            "/bomb": (gzip_bomb(80 * MEBIBYTE), "during decompression"),
            "/ungzipped": (Reply(b"not gzip", headers={"Content-Encoding": "gzip"}), ""),
            "/loop": (Reply(b"", status=302, headers={"Location": "/loop"}), "max redirections reached"),
            "/short": (Reply(b"half", headers={"Content-Length": "100", "Connection": "close"}), ""),
            "/picture": (Reply(b"\x89PNG\r\n\x1a\n" + b"\0" * 500, headers={"Content-Type": "image/png"}), "picture"),
            "/unasked": (Reply(b"", status=304, conditional=False), "(304)"),
            "/nowhere": (Reply(b"", status=302), "(302)"),
        }
        site.pages |= {path: reply for path, (reply, _) in broken.items()}
        site.pages["/shaky"] = [Reply(b"", status=500), Reply(article(9))]
        site.list_articles(["/news/0", *broken, "/news/1", "/shaky", "/news/2"])
        report = crawl_one(tmp_path / "a.db", site.source())
        assert (report.new, report.failed, report.postponed, report.healthy) == (4, len(broken), 0, True)
        told = reasons(tmp_path / "a.db")
        for path, (_, reason) in broken.items():
            assert reason in told[site.url + path], path
        assert f"{site.url}/shaky" not in told
        assert len(site.asked("/down")) == 3
        assert len(site.asked("/refused")) == 1


def test_a_page_that_breaks_the_reader_is_set_aside_with_its_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import crawl.spiders.articles as articles\n"
        "read = articles.read_bytes\n"
        "def break_on_one(data, **named):\n"
        "    if named['url'].endswith('/news/1'):\n"
        "        raise ZeroDivisionError('a defect of ours')\n"
        "    return read(data, **named)\n"
        "articles.read_bytes = break_on_one\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Replica(articles=3) as site:
        report = crawl_one(tmp_path / "a.db", site.source())
        assert (report.new, report.failed) == (2, 1)
        assert "ZeroDivisionError: a defect of ours" in reasons(tmp_path / "a.db")[f"{site.url}/news/1"]


def test_a_page_of_which_not_even_the_failure_can_be_kept_waits_and_the_crawl_ends(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    with Store(database) as store:
        store.db.conn.execute("CREATE TRIGGER refusing BEFORE UPDATE ON frontier WHEN new.state = 'failed' "
                              "BEGIN SELECT RAISE(ABORT, 'no failures here'); END")
    with Replica(articles=2) as site:
        del site.pages["/news/0"]
        machine = Machine(Job(database=database, sources=(site.source(),)))
        try:
            machine.process.wait(20)
        finally:
            machine.kill()
        assert (machine.report.new, machine.report.failed, machine.report.postponed) == (1, 0, 1)


def test_a_start_page_that_fails_makes_the_source_unhealthy(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}/rss.xml"
    with Replica(articles=1) as site:
        starts = {"missing": f"{site.url}/none.xml", "article": f"{site.url}/news/0", "nobody": nobody}
        sources = [site.source(name=name, start_urls=(url,)) for name, url in starts.items()]
        report = crawl(tmp_path / "a.db", sources, progress=False)
        told = {source.source: source.broken_starts[0] for source in report.sources if not source.healthy}
    for name, reason in (("missing", "no such page"), ("article", "not a feed"), ("nobody", "refused, 3 times")):
        assert reason in told[name]


def test_links_to_hosts_that_the_source_does_not_name_are_not_followed_but_told(tmp_path: Path) -> None:
    with Replica(articles=2) as site, Replica(articles=1, address="127.0.0.2") as stranger:
        feed = site.pages["/rss.xml"]
        assert isinstance(feed, Reply)
        foreign = f"<item><link>{stranger.url}/news/0</link></item></channel>".encode()
        site.pages["/rss.xml"] = Reply(feed.body.replace(b"</channel>", foreign))
        assert crawl_one(tmp_path / "a.db", site.source()).new == 2
        assert stranger.log == []
        assert "does not name the host 127.0.0.2" in reasons(tmp_path / "a.db")[f"{stranger.url}/news/0"]


def test_a_redirect_to_another_source_s_site_is_not_filed_under_this_one(tmp_path: Path) -> None:
    with Replica(articles=1) as site, Replica(articles=1, address="127.0.0.2") as other:
        site.pages["/moved"] = Reply(b"", status=302, headers={"Location": f"{other.url}/news/0"})
        site.list_articles(["/news/0", "/moved"])
        other.list_articles([])
        sources = [site.source(name="open", licence="OGL-3.0"), other.source(name="closed")]
        report = {source.source: source for source in crawl(tmp_path / "a.db", sources, progress=False).sources}
        assert (report["open"].new, report["open"].failed, report["closed"].new) == (1, 1, 0)
        assert "does not name its host" in reasons(tmp_path / "a.db")[f"{site.url}/moved"]


def test_several_sources_are_crawled_at_once_and_reported_apart(tmp_path: Path) -> None:
    with Replica(articles=5) as one, Replica(articles=4, address="127.0.0.2") as two:
        for site in (one, two):
            for number in range(4):
                site.pages[f"/news/{number}"] = Reply(article(number), seconds=0.15)
        report = crawl(tmp_path / "a.db", [one.source(name="one"), two.source(name="two")], progress=False)
        assert [(source.source, source.new) for source in report.sources] == [("one", 5), ("two", 4)]
        assert report.new == 9
        overlapping = [line for line in one.log for other in two.log if line.began < other.ended and other.began < line.ended]
        assert overlapping


def test_a_certificate_that_cannot_be_verified_stops_the_crawl_of_its_site(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
                   .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
                   .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
                   .sign(key, hashes.SHA256()))
    pem = tmp_path / "site.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    site = Replica(articles=1)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    # The handshake fails in the server too, as it should.
    site.server.handle_error = lambda *_: None  # type: ignore[method-assign]
    with site:
        url = site.url.replace("http://127.0.0.1", "https://localhost")
        report = crawl_one(tmp_path / "a.db", site.source(start_urls=(f"{url}/rss.xml",)))
        assert "certificate cannot be verified" in report.broken_starts[0]
        assert site.log == []


def test_a_crawl_of_the_web_needs_a_contact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source(name="web", publisher="P", cadence="daily", doc_type="news", shape="rss", start_urls=("http://127.0.0.1/",))
    monkeypatch.delenv(CONTACT_VARIABLE, raising=False)
    with pytest.raises(UsersMistake, match=f"set {CONTACT_VARIABLE}"):
        crawl(tmp_path / "a.db", [source], progress=False)
    monkeypatch.setenv(CONTACT_VARIABLE, "me\r\nX-Header: 1")
    with pytest.raises(UsersMistake, match="neither an e-mail nor a web address"):
        crawl(tmp_path / "a.db", [source], progress=False)
    assert not (tmp_path / "a.db").exists()


def test_every_request_says_who_asks(tmp_path: Path) -> None:
    with Replica(articles=2) as site:
        run_job(Job(database=tmp_path / "a.db", sources=(site.source(),), contact="mailto:desk@example.org"), progress=False)
        agents = {line.user_agent for line in site.log}
        assert len(site.log) == 4
        assert len(agents) == 1
        assert agents.pop().endswith(" (mailto:desk@example.org)")


def test_two_crawls_of_one_database_do_not_work_at_once(tmp_path: Path) -> None:
    with Replica(articles=1) as site, only_crawl_of(tmp_path / "a.db"):
        with pytest.raises(UsersMistake, match="another crawl is at work"):
            crawl(tmp_path / "a.db", [site.source()], progress=False)
        assert site.log == []


def test_an_unknown_shape_and_a_missing_folder_are_told_in_one_line(tmp_path: Path) -> None:
    with Replica(articles=1) as site:
        with pytest.raises(UsersMistake, match="no spider reads the shape 'hologram'"):
            crawl(tmp_path / "a.db", [site.source(shape="hologram")], progress=False)
        with pytest.raises(UsersMistake, match="missing"):
            crawl(tmp_path / "missing" / "a.db", [site.source()], progress=False)
        assert site.log == []


def test_a_crawl_whose_caller_is_gone_stops_in_good_order(tmp_path: Path) -> None:
    with Replica(articles=40) as site:
        for number in range(40):
            site.pages[f"/news/{number}"] = Reply(article(number), seconds=0.05)
        with start_worker() as worker:
            assert worker.stdin
            assert worker.stdout
            worker.stdin.write(Job(database=tmp_path / "a.db", sources=(site.source(),)).model_dump_json() + "\n")
            worker.stdin.flush()
            next(line for line in worker.stdout if json.loads(line)["progress"]["visits"] >= 5)
            worker.stdin.close()
            last = worker.stdout.readlines()[-1]
        assert worker.returncode == 0
        assert '"postponed":' in last
        with Store(tmp_path / "a.db") as store:
            stored = store.count_documents()
            states = {state for state, in store.db.execute("SELECT state FROM frontier")}
        assert 0 < stored < 40
        assert "leased" not in states
        rest = crawl_one(tmp_path / "a.db", site.source())
        assert rest.new == 40 - stored


def test_a_crawl_that_dies_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("import os\nos._exit(7)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Replica(articles=1) as site, pytest.raises(CrawlDied, match="code 7"):
        crawl(tmp_path / "a.db", [site.source()], progress=False)


def test_an_empty_list_of_sources_is_an_empty_report(tmp_path: Path) -> None:
    assert crawl(tmp_path / "a.db", [], progress=False) == CrawlReport(sources=())


def test_a_page_with_a_very_long_address_is_asked_for_too(tmp_path: Path) -> None:
    with Replica() as site:
        path = f"/news/{'invented-' * 300}"
        site.pages[path] = Reply(article(1))
        site.list_articles([path])
        assert crawl(tmp_path / "a.db", [site.source()], progress=False).new == 1
