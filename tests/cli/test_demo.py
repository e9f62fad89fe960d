"""``softintel demo`` from the sample's site to served pages, on real parts."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from api.alerts import evaluate
from api.cli.demo import document_id, listen
from api.words import place_in_words
from corpora.sample import answers, pdf, read_sample
from corpora.sample.site import HOSTS
from corpora.store import Store


def demo(folder: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_call(*arguments), cwd=folder, capture_output=True, text=True, timeout=240, env=os.environ | environment)


def _call(*arguments: object) -> list[str]:
    return [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)]


@contextmanager
def served(folder: Path, *arguments: object) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """A running demo: its process, the address that it printed, and its messages until then."""
    messages = folder / "messages.txt"
    with messages.open("w") as err, subprocess.Popen(_call(*arguments), cwd=folder, stdout=subprocess.PIPE, stderr=err,
                                                     text=True) as process:
        try:
            address = next((line.strip() for line in process.stdout if line.startswith("http://")), "")
            yield process, address, messages.read_text()
        finally:
            process.kill()


def snapshot(database: Path) -> dict[str, object]:
    with Store(database, read_only=True) as store:
        return {table: store.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                for table in ("documents", "readings", "evidence", "passages", "events", "segments", "issues")}


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo")
    done = demo(folder, "demo", "--no-serve", SOFTINTEL_DATABASE="somebody's real one.db")
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_the_demo_fills_a_database_of_its_own_in_the_working_folder(filled):
    folder, said = filled
    assert sorted(path.name for path in folder.iterdir() if path.suffix == ".db") == ["softintel-demo.db"]
    assert f"{len(read_sample())} documents" in said


def test_every_text_is_a_document_at_its_public_source_with_its_date(filled):
    with Store(filled[0] / "softintel-demo.db", read_only=True) as store:
        for text in read_sample():
            document = store.document(document_id(text))
            assert document is not None, text.id
            assert (document.url, document.published_on, document.doc_type) == (text.url, text.published, text.doc_type)
            assert document.text == f"{text.title}\n\n{text.text}"
            assert "summary in our own words" in (document.publisher or "")
        assert store.count_documents() == len(read_sample())
        assert store.issues() == []


def test_rx1_has_its_segment_and_at_least_three_quoted_pieces_of_evidence(filled):
    with Store(filled[0] / "softintel-demo.db", read_only=True) as store:
        assert store.latest_segments()["RX1"].segment == 4
        found = store.evidence(orgs=("RX1",))
        assert len(found) >= 3
        for cited in found:
            document = store.document(cited.evidence.document_id)
            assert document.text[cited.evidence.start:cited.evidence.end] == cited.evidence.quote


def test_a_claim_from_a_pdf_with_its_page_and_one_from_an_api_are_shown_quoted_and_linked(filled):
    folder, said = filled
    with Store(folder / "softintel-demo.db", read_only=True) as store:
        sources = {text.source for text in map(store.document, map(document_id, read_sample()))}
        assert sources == {f"sample-{layout}" for layout in HOSTS}
        for what, note, place in (("a PDF", pdf.NOTE, "page 1"), ("an API", answers.NOTE, "")):
            claim, where, address = said.split(f"Read from {what}:\n", 1)[1].splitlines()[:3]
            cited, = [each for each in store.evidence(orgs=("RX1",), limit=-1) if f"‘{each.evidence.quote}’" in claim
                      and note in each.citation.publisher]
            assert address.strip() == cited.citation.url
            assert note in where
            assert place_in_words(cited.citation).endswith(place)
            assert where.endswith(place_in_words(cited.citation) or "2022")
        pages = {each.citation.page for each in store.evidence(limit=-1) if pdf.NOTE in each.citation.publisher}
        assert pages == {1, 2}


def test_there_are_alerts_and_all_of_them_cite_current_evidence(filled):
    with Store(filled[0] / "softintel-demo.db", read_only=True) as store:
        alerts = evaluate(store)
        assert len(alerts) >= 5
        for alert in alerts:
            assert {store.evidence_by_id(found).evidence.status for found in alert.evidence_ids} >= {"current"}


def test_a_second_demo_changes_nothing(filled):
    folder, said = filled
    before = snapshot(folder / "softintel-demo.db")
    again = demo(folder, "demo", "--no-serve")
    assert (again.returncode, again.stdout) == (0, said)
    assert snapshot(folder / "softintel-demo.db") == before


def test_the_served_page_shows_segment_and_quotes_and_ctrl_c_ends_it_with_0(filled):
    folder, _ = filled
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with served(folder, "demo", "--port", port) as (process, address, messages):
            host, other = re.fullmatch(r"http://(127\.0\.0\.1):(\d+)/trusts/RX1", address).groups()
            assert int(other) != port
            assert f"port {port} is taken" in messages
            connection = http.client.HTTPConnection(host, int(other), timeout=20)
            connection.request("GET", "/trusts/RX1")
            answer = connection.getresponse()
            page = answer.read().decode()
            connection.close()
            assert answer.status == 200
            assert "Nottingham University Hospitals NHS Trust" in page
            assert "segment" in page.lower()
            assert page.count("<blockquote") >= 3
            assert sum(text.url in page for text in read_sample()) >= 3
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0


def test_ctrl_c_while_it_crawls_ends_it_with_0_and_the_next_demo_goes_on(tmp_path):
    def on_a_terminal() -> None:
        # A shell that runs the tests in the background has them, and all they start, take no notice of Ctrl-C.
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(_call("demo", "--no-serve"), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          start_new_session=True, preexec_fn=on_a_terminal) as process:
        assert process.stderr.readline().startswith("1/4")
        os.killpg(process.pid, signal.SIGINT)
        assert "stopped" in process.stderr.read()
        assert process.wait(timeout=60) == 0
    again = demo(tmp_path, "demo", "--no-serve")
    assert again.returncode == 0, again.stderr
    assert f"{len(read_sample())} documents" in again.stdout


def test_an_unwritable_database_and_an_impossible_port_are_one_line(tmp_path):
    for arguments in (("demo", "--no-serve", "--database", tmp_path / "no" / "folder" / "a.db"), ("demo", "--port", "70000")):
        done = demo(tmp_path, *arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert not list(tmp_path.iterdir())


def test_the_next_free_port_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken, listen(taken.getsockname()[1]) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert listening.getsockname()[1] != taken.getsockname()[1]
