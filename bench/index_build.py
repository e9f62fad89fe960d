"""How long the indexes of search take to build, on one core.

    python -m bench.index_build words stores/1m.db       the index of words and the vectors' file, made anew
    python -m bench.index_build vectors [--passages 400] [--repeat 3]

``words`` works on a copy of the store, which needs room beside it. ``vectors`` embeds the same passages of an invented newspaper
with the packaged int8 model and with sentence-transformers in fp32 (the extra ``models``), in turns within one run, one core
each; their vectors are compared, so that speed is not had for another meaning.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from api import vectors
from bench.one_core import on_one_core
from bench.ordinary import Newspaper
from corpora.store import Store
from corpora.store.tags import orgs_of
from corpora.store.word_index import index_all
from nlp.embed import Embedder
from nlp.layers import LowerLayers, packaged_folder
from nlp.passages import passages_of_text


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print how long what is done inside takes, by the clock and on the processor."""
    began, used = time.perf_counter(), time.process_time()
    yield
    print(f"{name:40} {time.perf_counter() - began:7.1f} s, processor {time.process_time() - used:7.1f} s", flush=True)


def words(path: Path) -> None:
    """Make the indexes of a copy of a store."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        with Store(copy) as store:
            print(f"{store.next_passage_id() - 1:,} passages")
            with timed("index of words, goal 120 s a million"), store.atomic():
                index_all(store.db.conn, orgs_of)
            with timed("file of vectors"):
                vectors.build(store)
            size = copy.with_name("copy.db-vectors").stat().st_size / 1e6
            print(f"{store.unindexed_passages()} passages missing in the index; file of vectors {size:,.0f} MB")


def invented_passages(count: int) -> list[str]:
    """Passages of an invented newspaper, as the reader cuts them."""
    texts: list[str] = []
    for document in Newspaper(5).documents(count):
        texts.extend(document.text[passage.start:passage.end] for passage in passages_of_text(document.text))
        if len(texts) >= count:
            break
    return texts[:count]


def torch_fp32() -> Callable[[list[str]], Any]:
    """sentence-transformers with the official weights, as it is used by default, on one core."""
    import torch
    from sentence_transformers import SentenceTransformer

    from nlp.export_model import weights_folder

    torch.set_num_threads(1)
    model = SentenceTransformer(str(weights_folder()), device="cpu")
    return lambda texts: model.encode(texts, batch_size=32, normalize_embeddings=True, show_progress_bar=False)


def embedding(count: int, repeat: int) -> None:
    """Embed the same passages both ways."""
    texts = invented_passages(count)
    packaged = Embedder(packaged_folder(), LowerLayers(packaged_folder(), threads=1), threads=1)
    ways: dict[str, Callable[[list[str]], Any]] = {"packaged int8 ONNX": packaged.embed, "torch fp32": torch_fp32()}
    rates: dict[str, list[float]] = {name: [] for name in ways}
    made = {name: embed(texts[:64]) for name, embed in ways.items()}
    for _ in range(repeat):
        for name, embed in ways.items():
            used = time.process_time()
            made[name] = embed(texts)
            rates[name].append(len(texts) / (time.process_time() - used))
    alike = np.sum(made["packaged int8 ONNX"] * made["torch fp32"], axis=1)
    print(f"{len(texts)} passages of {statistics.mean(len(text.split()) for text in texts):.0f} words")
    for name, reached in rates.items():
        print(f"{name:20} {statistics.median(reached):7.1f} passages/s")
    ratio = statistics.median(one / other for one, other in zip(*rates.values(), strict=True))
    print(f"ratio {ratio:.2f}, goal 2.5: {'reached' if ratio >= 2.5 else 'not reached'}; "
          f"cosine between the two: mean {alike.mean():.3f}, least {alike.min():.3f}")


def main() -> None:
    """Measure one or the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways = parser.add_subparsers(dest="way", required=True)
    ways.add_parser("words").add_argument("path", type=Path)
    of_vectors = ways.add_parser("vectors")
    of_vectors.add_argument("--passages", type=int, default=400)
    of_vectors.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    on_one_core()
    if given.way == "words":
        words(given.path)
    else:
        embedding(given.passages, given.repeat)


if __name__ == "__main__":
    main()
