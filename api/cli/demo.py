"""``softintel demo``: everything on a local replica of sources: crawl, read, join, alert, serve."""

from __future__ import annotations

import contextlib
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import uvicorn
from tqdm import tqdm

from api.alerts import evaluate
from api.words import claim_in_words, date_in_words, place_in_words
from corpora.sample import SampleText, answers, pdf
from corpora.sample.site import Layout, SampleSite, sample_sites
from corpora.schema import Alert, CitedEvidence, identifier
from corpora.segments import import_packaged
from corpora.store import Store
from corpora.text.addresses import canonical_address
from crawl.run import CrawlDied, crawl
from crawl.sources import Source

DATABASE = Path("softintel-demo.db")
SHOWN = "RX1"
"""Nottingham University Hospitals: the trust of which the sample says most."""
CALLED: dict[Layout, str] = {
    "feed": "a feed", "listing": "a listing", "sitemap": "a sitemap", "api": "an API", "pdfs": "a list of PDFs"}
QUOTED = {"a PDF": pdf.NOTE, "an API": answers.NOTE}
"""What a claim is shown from at the end, by what the publisher's name says of such texts."""
HOST = "127.0.0.1"
PORTS_TRIED = 20
NEWEST = 5


@click.command("demo")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535),
              help="Where to serve; the next free port where this one is taken.")
@click.option("--no-serve", is_flag=True, help="Fill the database and stop.")
@click.option("--database", "path", metavar="PATH", type=click.Path(path_type=Path),
              help="The demo's database, like --db before the command.")
@click.pass_context
def command(context: click.Context, port: int, no_serve: bool, path: Path | None) -> int:
    """Show the whole way from a web site to a page, on this machine only.

    Serves a sample of public facts, in our own words and each with the link to its source, as five small web sites (a feed, a
    listing, a sitemap, an API, a list of PDFs); crawls them, reads them, imports the published segments, evaluates the alerts, and
    serves API and pages. The database is softintel-demo.db in this folder unless --db or --database names another. Running it
    again changes nothing. Ctrl-C ends it.
    """
    # Not what SOFTINTEL_DATABASE names: that may be somebody's real one.
    given = context.parent.params.get("database") if context.parent else None
    database = path or given or DATABASE
    try:
        if not fill(database):
            return 1
        if not no_serve:
            serve(database, port)
    except KeyboardInterrupt:
        print("\nstopped; the database is kept", file=sys.stderr)
    return 0


def fill(database: Path) -> bool:
    """Take the sample into the database, read it, add the published segments. True where all of it is in."""
    progress = sys.stderr.isatty()
    with Store(database):
        pass  # a database that cannot be written is told before anything is served
    with contextlib.ExitStack() as served:
        sites = [served.enter_context(site) for site in sample_sites()]
        _say(f"1/4 Crawling the sample: {', '.join(f'{CALLED[site.layout]} at {site.start}' for site in sites)}")
        try:
            crawl(database, [_source(site) for site in sites], progress=progress)
        except CrawlDied as error:
            _say(f"softintel: {error}")
            return False
    with Store(database) as store:
        missing = [text.id for site in sites for text in site.texts if store.document(document_id(text)) is None]
        if missing:
            _say(f"softintel: {len(missing)} texts of the sample could not be crawled, {missing[0]} for one; "
                 f"`softintel --db {database} doctor --issues` says why")
            return False
        _say("2/4 Reading")
        # Only here: the reading takes a moment to import, and the crawl need not wait for it.
        from nlp.pipeline import Pipeline
        from nlp.reading import read_new_documents

        read_new_documents(store, Pipeline.load(), progress=progress)
        _say("3/4 Joining the published segments")
        with _stage("Segments", progress):
            import_packaged(store)
        _say("4/4 Looking for alerts")
        with _stage("Alerts", progress):
            alerts = evaluate(store)
        _summarise(store, alerts)
    return True


def document_id(text: SampleText) -> str:
    """The document that a text of the sample becomes: its public source makes its identity."""
    return identifier(canonical_address(text.url))


def _summarise(store: Store, alerts: list[Alert]) -> None:
    print(f"{store.count_documents()} documents, {sum(store.count_evidence().values())} pieces of evidence on "
          f"{len(store.evidence_totals())} organisations, {len(store.latest_segments())} organisations with a published segment, "
          f"{len(alerts)} alerts; the newest:")
    for alert in alerts[:NEWEST]:
        print(f"  {alert.date or 'undated':10}  {alert.headline}")
    found = store.evidence(orgs=(SHOWN,), limit=-1)
    for what, note in QUOTED.items():
        named = [each for each in found if note in (each.citation.publisher or "")]
        if named:
            print(f"Read from {what}:\n{_quoted(min(named, key=lambda each: each.evidence.start))}")


def _quoted(cited: CitedEvidence) -> str:
    """A claim as the pages show it: quoted, with its document, its page and the link to its source."""
    citation = cited.citation
    return (f"  {claim_in_words(cited.evidence)} ({cited.evidence.status}): ‘{cited.evidence.quote}’\n"
            f"  {', '.join(filter(None, (citation.publisher, date_in_words(citation.published), place_in_words(citation))))}\n"
            f"  {citation.url}")


def serve(database: Path, port: int) -> None:
    """Serve API and pages until Ctrl-C, at this port or the next free one."""
    # Only here, as above: what is not yet needed need not be waited for.
    from api.app import create_app

    with listen(port) as listening:
        taken = listening.getsockname()[1]
        if taken != port:
            _say(f"port {port} is taken: serving at {taken}")
        _say("Open this address in a browser; Ctrl-C ends the demo:")
        print(f"http://{HOST}:{taken}/trusts/{SHOWN}", flush=True)
        config = uvicorn.Config(create_app(database), log_level="warning", server_header=False, timeout_graceful_shutdown=5)
        uvicorn.Server(config).run(sockets=[listening])


def listen(port: int) -> socket.socket:
    """A socket that listens on the loopback address at this port, or the next free one, or any."""
    for candidate in [*range(port, min(port + PORTS_TRIED, 65536)), 0]:
        listening = socket.socket()
        # Without it a port is refused for a minute after a demo that had visitors.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            listening.bind((HOST, candidate))
            listening.listen()
            return listening
        listening.close()
    raise OSError("no port is free")


def _source(site: SampleSite) -> Source:
    return Source(
        name=f"sample-{site.layout}", publisher="softintel sample", licence="MIT",
        terms="Our own words, under the licence of the project.", cadence="daily",
        # An answer in GOV.UK's layout does not say which of our kinds it is.
        doc_type="regulator" if site.layout == "api" else "other",
        shape=f"replica_{site.layout}", start_urls=(site.start,), article_pattern="^/texts/", max_pages=9, backlog_days=10_000,
        delay_seconds=0, revisit_hours=0, local=True, note="The demo's own site on this machine.")


@contextmanager
def _stage(name: str, progress: bool) -> Iterator[None]:
    with tqdm(total=1, desc=name, disable=not progress) as bar:
        yield
        bar.update()


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
