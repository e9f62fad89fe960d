"""The learned reader at work: windows of options through the packaged network, beside what the rules say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from nlp.judge import OUTCOMES, Chances, together
from nlp.layers import Array, LowerLayers, load_tokenizer, open_graph, packaged_folder, packaged_lower_layers
from nlp.options import Option
from nlp.sheet import Sheet
from nlp.windows import Window, WindowMaker

BATCH = 32
GRAPH = "judge.onnx"


class LearnedJudge:
    """Gives options the chances of the outcomes. ``LearnedJudge.load()`` takes the packaged network."""

    def __init__(self, folder: Path, lower: LowerLayers | None = None, *, threads: int = 0) -> None:
        """Open ``judge.onnx``, ``lower.onnx`` and ``tokenizer.json`` in ``folder``."""
        self._lower = lower or LowerLayers(folder, threads=threads)
        self._session = open_graph(folder / GRAPH, threads=threads)
        self._windows = WindowMaker(load_tokenizer(folder))

    @classmethod
    def load(cls, *, threads: int = 0) -> LearnedJudge | None:
        """The packaged network, opened once a process, or None where the package was built without it.

        Args:
            threads: on how many cores it runs; 0 leaves that to onnxruntime.
        """
        return _packaged(threads)

    def chances(self, sheet: Sheet, options: Sequence[Option]) -> Chances:
        """A row of five an option: what the network reads and what the rules say, as one."""
        return together(options, self.read([self._windows.window(sheet, option) for option in options]))

    def read(self, windows: Sequence[Window]) -> Chances:
        """What the network alone makes of windows."""
        answers = np.zeros((len(windows), len(OUTCOMES)), dtype=np.float32)
        order = sorted(range(len(windows)), key=lambda position: len(windows[position].tokens))
        for first in range(0, len(order), BATCH):
            batch = order[first:first + BATCH]
            answers[batch] = self._read_batch([windows[position] for position in batch])
        return answers

    def _read_batch(self, windows: Sequence[Window]) -> Array:
        width = max(len(window.tokens) for window in windows)
        tokens = np.zeros((len(windows), width), dtype=np.int64)
        mask, organisation, trigger = (np.zeros((len(windows), width), dtype=np.float32) for _ in range(3))
        for row, window in enumerate(windows):
            tokens[row, :len(window.tokens)] = window.tokens
            mask[row, :len(window.tokens)] = 1
            organisation[row, list(window.organisation)] = 1
            trigger[row, list(window.trigger)] = 1
        hidden = self._lower.run(tokens, mask)
        chances: Array = self._session.run(
            None, {"hidden": hidden, "mask": mask, "organisation": organisation, "trigger": trigger})[0]
        return chances


@cache
def _packaged(threads: int) -> LearnedJudge | None:
    folder = packaged_folder()
    lower = packaged_lower_layers() if not threads else None
    return LearnedJudge(folder, lower, threads=threads) if (folder / GRAPH).is_file() else None
