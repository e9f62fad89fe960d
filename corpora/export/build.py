"""A corpus on disk: written aside, then moved into place whole."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from pydantic import ValidationError
from tqdm import tqdm

from corpora.errors import UsersMistake
from corpora.export.card import write_card
from corpora.export.formats import Table, format_named
from corpora.export.records import CorpusDocument, CorpusEvidence, CorpusFile, CorpusManifest
from corpora.export.selection import Selected, Selection, select
from corpora.licences import allows_full_text, allows_quote
from corpora.organisations import Register
from corpora.schema import CitedEvidence
from corpora.store import Store

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
MANIFEST, CARD = "manifest.json", "card.md"


class EmptySelection(Exception):
    """Nothing in the store fits the selection; nothing was written."""


def build_corpus(store: Store, name: str, out: Path, *, formats: Sequence[str] = ("jsonl", "parquet"),
                 selection: Selection | None = None, register: Register | None = None, progress: bool = False) -> CorpusManifest:
    """Write the chosen documents and evidence to the folder ``out``, with ``manifest.json`` and ``card.md``.

    The same store and selection give the same bytes. An earlier corpus of the same name in ``out`` is replaced.

    Raises:
        UsersMistake: the name, a format or ``out`` cannot be used; nothing is written.
        EmptySelection: no document fits; nothing is written, and an earlier corpus stays.
    """
    selection = selection or Selection()
    if not NAME.fullmatch(name):
        raise UsersMistake(f"{name!r}: a corpus is named in letters, digits, dots, dashes and underscores, at most 80 of them")
    chosen = [format_named(each) for each in dict.fromkeys(formats)]
    with _folder(out, name) as folder:
        tables = [[module.open_table(folder, table, shape) for module in chosen]
                  for table, shape in (("documents", CorpusDocument), ("evidence", CorpusEvidence))]
        counts = _Counts()
        with store.snapshot():
            readers = tuple(store.reader_versions())
            clusters = store.clusters()
            documents = tqdm(store.documents(), total=store.count_documents(), desc="Selecting", unit="document", file=sys.stderr,
                             disable=not progress)
            for selected in select(store, documents, selection, register or Register.load()):
                _write(selected, clusters.get(selected.document.id), tables, counts)
        for table in (table for group in tables for table in group):
            table.close()
        if not counts.documents:
            raise EmptySelection(f"no document in {store.path} fits the selection")
        files = {table.path.name: _file(table.path, rows)
                 for group, rows in zip(tables, (counts.documents, counts.evidence), strict=True) for table in group}
        manifest = CorpusManifest(
            name=name, softintel=version("softintel"), readers=readers, selection=selection,
            documents=counts.documents, full_texts=counts.full_texts, evidence=counts.evidence, counts=counts.by(), files=files)
        card = folder / CARD
        card.write_text(write_card(manifest), encoding="utf-8", newline="\n")
        manifest = manifest.model_copy(update={"files": {**files, CARD: _file(card, None)}})
        (folder / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8", newline="\n")
    return manifest


class _Counts:
    def __init__(self) -> None:
        self.documents = self.evidence = self.full_texts = 0
        self._by: dict[str, Counter[str]] = {name: Counter() for name in (
            "doc_type", "publisher", "year", "licence", "kind", "status", "org")}

    def take_document(self, document: CorpusDocument) -> None:
        self.documents += 1
        self.full_texts += document.text is not None
        for name, value in (("doc_type", document.doc_type), ("publisher", document.publisher), ("licence", document.licence),
                            ("year", document.published and document.published[:4])):
            self._by[name][value or "not known"] += 1

    def take_evidence(self, evidence: CorpusEvidence) -> None:
        self.evidence += 1
        for name, value in (("kind", evidence.kind), ("status", evidence.status), ("org", evidence.org)):
            self._by[name][value or "not linked"] += 1

    def by(self) -> dict[str, dict[str, int]]:
        return {name: dict(sorted(counter.items())) for name, counter in self._by.items()}


def _write(selected: Selected, cluster: str | None, tables: list[list[Table]], counts: _Counts) -> None:
    document = _corpus_document(selected, cluster)
    counts.take_document(document)
    for table in tables[0]:
        table.write(document)
    for cited in selected.evidence:
        evidence = _corpus_evidence(cited, selected.document.licence)
        counts.take_evidence(evidence)
        for table in tables[1]:
            table.write(evidence)


def _corpus_document(selected: Selected, cluster: str | None) -> CorpusDocument:
    document, published = selected.document, selected.document.published
    return CorpusDocument(
        id=document.id, title=document.title, url=document.url, publisher=document.publisher, doc_type=document.doc_type,
        published=published.date if published else None, published_method=published.method if published else None,
        published_reliability=published.reliability if published else None, licence=document.licence, source=document.source,
        orgs=selected.orgs, text=document.text if allows_full_text(document.licence) else None, text_length=len(document.text),
        text_sha256=hashlib.sha256(document.text.encode("utf-8")).hexdigest(), copy_cluster=cluster)


def _corpus_evidence(cited: CitedEvidence, licence: str | None) -> CorpusEvidence:
    evidence, citation = cited.evidence, cited.citation
    fields = evidence.model_dump()
    if not allows_quote(licence, evidence.quote):
        fields["quote"] = None
    return CorpusEvidence(**fields, page=citation.page, page_label=citation.page_label, section=citation.section,
                          published=citation.published, url=citation.url)


def _file(path: Path, rows: int | None) -> CorpusFile:
    with path.open("rb") as stream:
        return CorpusFile(sha256=hashlib.file_digest(stream, "sha256").hexdigest(), bytes=path.stat().st_size, rows=rows)


@contextmanager
def _folder(out: Path, name: str) -> Iterator[Path]:
    """A new folder beside ``out`` that takes its place in the end, or is gone if anything fails."""
    target = out.resolve()
    _hold_free(out, name)
    aside, replaced = (target.parent / f".{target.name}.{os.getpid()}.{what}" for what in ("partial", "replaced"))
    try:
        aside.mkdir()
    except OSError as error:
        raise UsersMistake(f"{out}: cannot be written: {error.strerror}") from error
    try:
        yield aside
        if target.exists():
            target.rename(replaced)
        aside.rename(target)
    except OSError as error:
        raise UsersMistake(f"{out}: cannot be written: {error.strerror or error}") from error
    finally:
        if replaced.exists() and not target.exists():
            replaced.rename(target)
        for left in (aside, replaced):
            shutil.rmtree(left, ignore_errors=True)


def _hold_free(out: Path, name: str) -> None:
    """Refuse a folder that holds anything but an earlier corpus of this name: what is there would be lost."""
    if not out.resolve().parent.is_dir():
        raise UsersMistake(f"{out}: the folder {out.parent} does not exist")
    if not out.exists():
        return
    if not out.is_dir():
        raise UsersMistake(f"{out}: not a folder")
    present = {path.name for path in out.iterdir()}
    if not present:
        return
    try:
        earlier = CorpusManifest.model_validate_json((out / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise UsersMistake(f"{out}: not empty and not an earlier corpus; name another folder") from error
    if earlier.name != name:
        raise UsersMistake(f"{out}: holds the corpus {earlier.name!r}; name another folder for {name!r}")
    strangers = sorted(present - set(earlier.files) - {MANIFEST})
    if strangers:
        raise UsersMistake(f"{out}: would lose {strangers[0]!r}, which lies beside the corpus; move it or name another folder")
