"""Reading keeps nothing of what it has read. The documents are invented."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from bench.memory import many
from corpora.text.jsonl import read_json_line
from nlp.pipeline import Pipeline

GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"
MOST_GROWTH = 9_000
"""Blocks of memory, ten a document; one that were kept would be some hundreds. Patterns and tables that are made when they are
first needed take some thousands in all, fewer with each pass."""


def test_memory_does_not_grow_with_the_documents_read() -> None:
    annotated = [read_json_line(line, where="gold") for line in GOLD.read_text(encoding="utf-8").splitlines()]
    pipeline = Pipeline.load(embed=False, learned=False)

    def read(seed: int) -> int:
        for document in many(annotated, 900, seed):
            pipeline.read(document)
        for document in annotated:
            pipeline.read(document)
        gc.collect()
        return sys.getallocatedblocks()

    warm = read(1)
    assert read(2) - warm < MOST_GROWTH
