"""Bytes to readable text, with page offsets and publication dates."""

from corpora.text.jsonl import read_json_line
from corpora.text.paths import read_path
from corpora.text.reading import read_bytes

__all__ = ["read_bytes", "read_json_line", "read_path"]
