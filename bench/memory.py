"""How much memory one process takes while it reads many documents, printed as it goes.

    python -m bench.memory GOLD.jsonl [--documents 20000] [--rules]

Nineteen documents in twenty are a made-up newspaper's, hardly a word twice alike; the twentieth is one of the annotated
documents with its numbers changed, so that no two are the same. ``--rules`` reads without the learned reader, many times as fast.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import random
import re
from collections.abc import Iterator
from pathlib import Path

from bench.ordinary import Newspaper
from corpora.schema import Document
from corpora.text.jsonl import read_json_line
from nlp.pipeline import Pipeline

PAGE = 4096
NUMBER = re.compile(r"\d")


def resident() -> float:
    """Resident memory of this process in megabytes (Linux)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE / 1e6


def many(annotated: list[Document], count: int, seed: int = 1) -> Iterator[Document]:
    """Documents without end of which no two are the same."""
    draw = random.Random(seed)
    for number, news in enumerate(Newspaper(seed).documents(count)):
        if number % 20:
            yield news
        else:
            document = draw.choice(annotated)
            yield document.model_copy(update={"text": NUMBER.sub(lambda _: str(draw.randint(1, 5)), document.text)})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--every", type=int, default=1000, help="after how many documents the memory is printed")
    arguments = parser.parse_args()
    lines = [line for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    annotated = [read_json_line(line, where="gold") for line in lines]
    pipeline = Pipeline.load(embed=False, learned=not arguments.rules)
    documents = many(annotated, arguments.documents)
    for read in range(0, arguments.documents, arguments.every):
        for document in itertools.islice(documents, arguments.every):
            pipeline.read(document)
        gc.collect()
        print(f"{read + arguments.every:6,} documents  {resident():8.1f} MB")


if __name__ == "__main__":
    main()
