"""The learned reader: MiniLM with its upper layers trained further, and a head over the organisation and the trigger.

The embeddings and the lower layers keep their published weights, so what they make of a window is computed once, whatever
number of times the upper layers see it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from nlp.export_model import load_base
from nlp.judge import OUTCOMES
from nlp.layers import LOWER_LAYERS
from nlp.windows import Window

WIDTH = 384
HIDDEN = 256
DROPOUT = 0.15
BATCH = 32
LEARNING_RATE, HEAD_LEARNING_RATE = 2.5e-4, 1e-3
SMOOTHING = 0.05
LEFT_OPEN = -100

Probabilities = npt.NDArray[np.float32]


class Network(nn.Module):
    """From a window to the chances of the five outcomes."""

    def __init__(self) -> None:
        super().__init__()
        base = load_base()
        self.embeddings = base.embeddings
        self.layers = base.encoder.layer
        self.head = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(4 * WIDTH, HIDDEN), nn.GELU(), nn.Dropout(DROPOUT),
                                  nn.Linear(HIDDEN, len(OUTCOMES)))

    def lower(self, tokens: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the frozen layers make of windows (batch, tokens): (batch, tokens, width)."""
        hidden = self.embeddings(input_ids=tokens)
        return self._through(hidden, mask, 0, LOWER_LAYERS)

    def upper(self, hidden: torch.Tensor, mask: torch.Tensor, organisation: torch.Tensor, trigger: torch.Tensor) -> torch.Tensor:
        """From there to the outcomes (batch, 5), before the softmax."""
        hidden = self._through(hidden, mask, LOWER_LAYERS, len(self.layers))
        pooled = (hidden[:, 0], _mean(hidden, mask), _mean(hidden, organisation), _mean(hidden, trigger))
        return self.head(torch.cat(pooled, dim=1))  # type: ignore[no-any-return]  # torch is untyped here

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor, organisation: torch.Tensor, trigger: torch.Tensor) -> torch.Tensor:
        """The whole way."""
        return self.upper(self.lower(tokens, mask), mask, organisation, trigger)

    def _through(self, hidden: torch.Tensor, mask: torch.Tensor, first: int, last: int) -> torch.Tensor:
        closed = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -10_000.0
        for layer in self.layers[first:last]:
            given = layer(hidden, attention_mask=closed)
            hidden = given[0] if isinstance(given, tuple) else given
        return hidden


def _mean(hidden: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
    weight = where.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weight).sum(1) / weight.sum(1).clamp(min=1.0)


@dataclass(frozen=True)
class Seen:
    """Windows as the frozen layers leave them, kept at half precision."""

    windows: Sequence[Window]
    hidden: Sequence[torch.Tensor]


def number_of(outcome: str | None) -> int:
    """An outcome's place in ``OUTCOMES``; ``LEFT_OPEN`` where the annotation leaves it open."""
    return LEFT_OPEN if outcome is None else OUTCOMES.index(outcome)


def see(windows: Sequence[Window]) -> Seen:
    """Run the frozen layers over windows once."""
    network = Network().eval()
    hidden: list[torch.Tensor | None] = [None] * len(windows)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in _by_length(range(len(windows)), windows, 64):
            tokens, mask, _, _ = _tensors([windows[i] for i in batch])
            states = network.lower(tokens, mask).to(torch.bfloat16)
            for row, i in enumerate(batch):
                hidden[i] = states[row, :len(windows[i].tokens)].clone()
    return Seen(windows, [state for state in hidden if state is not None])


def train(seen: Seen, chosen: Sequence[int], outcomes: Sequence[int], *, epochs: int, seed: int) -> Network:
    """Train the upper layers and the head on the chosen windows; ``outcomes`` are numbers of ``OUTCOMES`` or ``LEFT_OPEN``."""
    torch.manual_seed(seed)
    shuffle = random.Random(seed)  # noqa: S311  # it mixes training texts, it guards nothing
    network = Network().train()
    for parameter in (*network.embeddings.parameters(), *network.layers[:LOWER_LAYERS].parameters()):
        parameter.requires_grad = False
    chosen = [i for i in chosen if outcomes[i] != LEFT_OPEN]
    steps = epochs * (len(chosen) // BATCH + 2)
    optimiser = torch.optim.AdamW([
        {"params": list(network.layers[LOWER_LAYERS:].parameters()), "lr": LEARNING_RATE},
        {"params": list(network.head.parameters()), "lr": HEAD_LEARNING_RATE}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=[LEARNING_RATE, HEAD_LEARNING_RATE], total_steps=steps, pct_start=0.1)
    for _ in range(epochs):
        batches = list(_mixed(chosen, seen.windows, shuffle))
        for batch in batches:
            hidden, mask, organisation, trigger = _states(seen, batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answer = network.upper(hidden, mask, organisation, trigger)
            loss = nn.functional.cross_entropy(
                answer.float(), torch.tensor([outcomes[i] for i in batch]), label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch is untyped here
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return network.eval()


def predict(network: Network, seen: Seen, chosen: Sequence[int]) -> Probabilities:
    """The chances of the outcomes for the chosen windows, in their order."""
    place = {i: row for row, i in enumerate(chosen)}
    answers = np.zeros((len(chosen), len(OUTCOMES)), dtype=np.float32)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in _by_length(chosen, seen.windows, 64):
            answer = torch.softmax(network.upper(*_states(seen, batch)).float(), dim=1).numpy()
            for row, i in enumerate(batch):
                answers[place[i]] = answer[row]
    return answers


def _by_length(chosen: Sequence[int], windows: Sequence[Window], size: int) -> Iterator[list[int]]:
    order = sorted(chosen, key=lambda i: len(windows[i].tokens))
    for first in range(0, len(order), size):
        yield order[first:first + size]


def _mixed(chosen: Sequence[int], windows: Sequence[Window], shuffle: random.Random) -> Iterator[list[int]]:
    """Batches of windows of about one length, in a random order."""
    order = list(chosen)
    shuffle.shuffle(order)
    batches = [batch for first in range(0, len(order), BATCH * 20)
               for batch in _by_length(order[first:first + BATCH * 20], windows, BATCH)]
    shuffle.shuffle(batches)
    yield from batches


def _tensors(windows: Sequence[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    width = max(len(window.tokens) for window in windows)
    tokens = torch.zeros(len(windows), width, dtype=torch.long)
    mask, organisation, trigger = (torch.zeros(len(windows), width) for _ in range(3))
    for row, window in enumerate(windows):
        tokens[row, :len(window.tokens)] = torch.tensor(window.tokens)
        mask[row, :len(window.tokens)] = 1
        organisation[row, list(window.organisation)] = 1
        trigger[row, list(window.trigger)] = 1
    return tokens, mask, organisation, trigger


def _states(seen: Seen, batch: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    windows = [seen.windows[i] for i in batch]
    tokens, mask, organisation, trigger = _tensors(windows)
    hidden = torch.zeros(*tokens.shape, WIDTH, dtype=torch.bfloat16)
    for row, i in enumerate(batch):
        hidden[row, :len(seen.hidden[i])] = seen.hidden[i]
    return hidden.float(), mask, organisation, trigger
