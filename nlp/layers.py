"""The lower layers of MiniLM, which the embedding model and the learned reader share, as packaged ONNX."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

LOWER_LAYERS = 2
"""Of six: their weights are the published ones, those of the two above are each task's own."""

Array = npt.NDArray[np.float32]


def packaged_folder() -> Path:
    """Where the packaged models are."""
    return Path(str(files("nlp").joinpath("model")))


def open_graph(path: Path, *, threads: int = 0) -> onnxruntime.InferenceSession:
    """An ONNX graph, to run on ``threads`` cores; 0 leaves the choice to onnxruntime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokeniser of MiniLM, neither padding nor cutting off."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class LowerLayers:
    """From token numbers to what the lower layers make of them."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        self._session = open_graph(folder / "lower.onnx", threads=threads)

    def run(self, tokens: npt.NDArray[np.int64], mask: Array) -> Array:
        """States (batch, tokens, 384) of token numbers (batch, tokens); ``mask`` is 1 where they are no padding."""
        states: Array = self._session.run(None, {"tokens": tokens, "mask": mask})[0]
        return states


@cache
def packaged_lower_layers() -> LowerLayers:
    """The packaged lower layers, opened once a process."""
    return LowerLayers(packaged_folder())
