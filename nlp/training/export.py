"""The trained network as it is packaged."""

from __future__ import annotations

from pathlib import Path

import torch

from nlp.export_model import export_graph
from nlp.learned import GRAPH
from nlp.training.network import WIDTH, Network


class Upper(torch.nn.Module):
    """From the states of the shared lower layers to the chances of the outcomes."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: torch.Tensor, mask: torch.Tensor, organisation: torch.Tensor, trigger: torch.Tensor) -> torch.Tensor:
        """Chances (batch, 5)."""
        return torch.softmax(self.network.upper(hidden, mask, organisation, trigger), dim=1)


def export_judge(network: Network, folder: Path) -> None:
    """Write ``judge.onnx``: int8, a scale a channel."""
    marks = torch.ones((2, 8))
    with torch.no_grad():
        export_graph(Upper(network.eval()), (torch.ones((2, 8, WIDTH)), marks, marks, marks),
                     ("hidden", "mask", "organisation", "trigger"), "chances", folder / GRAPH)
