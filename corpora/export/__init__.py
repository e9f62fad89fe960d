"""Corpora as files: a selection of documents and evidence with a manifest and a card; one module a format."""

from corpora.export.build import EmptySelection, build_corpus
from corpora.export.formats import format_names
from corpora.export.records import CorpusDocument, CorpusEvidence, CorpusManifest
from corpora.export.selection import Selection

__all__ = ["CorpusDocument", "CorpusEvidence", "CorpusManifest", "EmptySelection", "Selection", "build_corpus", "format_names"]
