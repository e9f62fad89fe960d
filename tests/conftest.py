"""What all tests share: a store on a temporary file, documents and readings made by hand, the command line.

Every document in these tests is invented unless it says otherwise, whatever real organisation it names.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpora.schema import Document, Evidence, PublicationDate
from corpora.store import Store

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(tmp_path / "store.db") as opened:
        yield opened


@pytest.fixture
def shared() -> Path:
    """The folder of shared reference data, which lies beside a checkout and is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this checkout: tests on its files are left out")
    return SHARED


@pytest.fixture
def softintel(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the real command in a temporary folder: ``softintel("read", "--help")``."""
    def run(*arguments: str | Path, stdin: str | None = None, timeout: float = 120,
            environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("SOFTINTEL_")}
        return subprocess.run(
            [str(Path(sys.executable).parent / "softintel"), *map(str, arguments)], input=stdin, capture_output=True, text=True,
            cwd=tmp_path, env=own | (environment or {}), timeout=timeout, check=False)
    return run


def make_document(text: str, *, document_id: str = "d1", title: str = "", published: str | None = None, **fields: object) -> Document:
    """A document given directly."""
    date = PublicationDate(date=published, method="given", reliability=1.0) if published else None
    return Document.model_validate({"id": document_id, "text": text, "title": title, "published": date, **fields})


def make_evidence(document: Document, quote: str, *, kind: str = "segment", subtype: str = "nof", org: str | None = "RX1",
                  value: int | str | None = 4, status: str = "current", **fields: object) -> Evidence:
    """Evidence quoted from a document, as a reader would file it."""
    start = document.text.index(quote)
    return Evidence.model_validate({
        "id": Evidence.make_id(document.id, kind, subtype, org, None, value, status), "document_id": document.id, "kind": kind,
        "subtype": subtype, "org": org, "value": value, "status": status, "quote": quote, "start": start,
        "end": start + len(quote), "confidence": 0.8, "rule": "test", **fields})
