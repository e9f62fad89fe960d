"""Meaning as numbers: 384-dimensional sentence embeddings by the packaged int8 ONNX export of all-MiniLM-L6-v2.

The weights are those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0); ``nlp/model/README.md`` says how they were
checked and exported. Running them needs onnxruntime and tokenizers only, neither torch nor a model hub.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlp.layers import LowerLayers, load_tokenizer, open_graph, packaged_folder, packaged_lower_layers

DIMENSIONS = 384
MOST_TOKENS = 256
BATCH = 32

Vectors = npt.NDArray[np.float32]


class Embedder:
    """Embeds texts. ``Embedder.load()`` takes the packaged model."""

    def __init__(self, folder: Path, lower: LowerLayers | None = None, *, threads: int = 0) -> None:
        """Open the model in ``folder`` (``lower.onnx``, ``meaning.onnx``, ``tokenizer.json``).

        Args:
            lower: the lower layers, where they are open already.
            threads: cores to use; 0 leaves the choice to onnxruntime.
        """
        self._lower = lower or LowerLayers(folder, threads=threads)
        self._session = open_graph(folder / "meaning.onnx", threads=threads)
        self._tokenizer = load_tokenizer(folder)
        self._tokenizer.enable_truncation(MOST_TOKENS)

    @classmethod
    def load(cls) -> Embedder | None:
        """The packaged model, opened once a process, or None where the package was built without it."""
        return _packaged()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of 384 numbers of unit length a text, in the order of the texts; only the first 256 tokens of each count."""
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        encoded = self._tokenizer.encode_batch([text.replace("\x00", " ") for text in texts])
        by_length = sorted(range(len(texts)), key=lambda position: len(encoded[position].ids))
        for first in range(0, len(by_length), BATCH):
            batch = by_length[first:first + BATCH]
            width = len(encoded[batch[-1]].ids)
            ids = np.zeros((len(batch), width), dtype=np.int64)
            mask = np.zeros((len(batch), width), dtype=np.float32)
            for row, position in enumerate(batch):
                tokens = encoded[position].ids
                ids[row, :len(tokens)] = tokens
                mask[row, :len(tokens)] = 1
            vectors[batch] = self._session.run(None, {"hidden": self._lower.run(ids, mask), "mask": mask})[0]
        return vectors


@cache
def _packaged() -> Embedder | None:
    folder = packaged_folder()
    return Embedder(folder, packaged_lower_layers()) if (folder / "meaning.onnx").is_file() else None


def to_bytes(vector: Vectors) -> bytes:
    """A vector as stored: little-endian float16."""
    return vector.astype("<f2").tobytes()


def from_bytes(blobs: Sequence[bytes]) -> Vectors:
    """Stored vectors as one float32 array, a row each."""
    return np.frombuffer(b"".join(blobs), dtype="<f2").astype(np.float32).reshape(-1, DIMENSIONS)
