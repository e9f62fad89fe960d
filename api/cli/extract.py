"""``softintel extract``: documents in, evidence out, without a database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

import click
from tqdm import tqdm

from corpora.errors import UsersMistake
from corpora.schema import Document, Reading
from corpora.text.jsonl import read_json_line
from nlp.pipeline import Pipeline

EVIDENCE_FIELDS = ("kind", "subtype", "org", "org_text", "value", "status", "date", "quote", "start", "end", "confidence", "rule")


@click.command(name="extract")
@click.argument("file")
def command(file: str) -> None:
    """Read documents from FILE, one JSON object a line (- for stdin), and write their evidence to stdout.

    A line in: {"id", "text", "title"?, "published"?, "url"?, "publisher"?, "doc_type"?}. A line out: {"id", "orgs",
    "evidence"}. Nothing is stored.
    """
    name = "stdin" if file == "-" else file
    with ExitStack() as stack:
        lines = sys.stdin if file == "-" else stack.enter_context(_opened(Path(file)))
        documents = tqdm(_documents(lines, name), unit=" documents", desc="Reading", disable=not sys.stderr.isatty())
        pipeline: Pipeline | None = None
        for document in documents:
            pipeline = pipeline or Pipeline.load(embed=False)
            print(json.dumps(extracted(pipeline.read(document)), ensure_ascii=False))
    if pipeline is None:
        raise UsersMistake(f"{name}: no documents in it; expected one JSON object a line")


def extracted(reading: Reading) -> dict[str, object]:
    """A reading in the output shape of ``softintel extract``."""
    return {
        "id": reading.document_id,
        "orgs": [mention.model_dump() for mention in reading.mentions],
        "evidence": [evidence.model_dump(include=set(EVIDENCE_FIELDS)) for evidence in reading.evidence],
    }


def _opened(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8-sig")
    except OSError as error:
        raise UsersMistake(f"{path}: {error.strerror or error}") from error


def _documents(lines: TextIO, name: str) -> Iterator[Document]:
    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield read_json_line(line, where=f"{name}, line {number}")
    except UnicodeDecodeError as error:
        raise UsersMistake(f"{name}: not UTF-8 text ({error.reason} at byte {error.start})") from error
