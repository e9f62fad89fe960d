"""Reading one text, for the tests of the reading. Every text in these tests is invented, whatever real trust it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpora.schema import Evidence
from nlp.pipeline import Pipeline
from tests.conftest import make_document

Read = Callable[..., tuple[Evidence, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    """``read(text, title=…, published=…, doc_type=…)`` gives what the rules file; every quote is checked on the way."""
    return _reading_with(Pipeline.load(embed=False, learned=False))


@pytest.fixture(scope="session")
def read_together() -> Read:
    """The same, as it is read in use: the rules and the learned reader together."""
    return _reading_with(Pipeline.load(embed=False))


def _reading_with(pipeline: Pipeline) -> Read:
    def read_text(text: str, **fields: object) -> tuple[Evidence, ...]:
        document = make_document(text, **{"published": "2024-06-14", **fields})  # type: ignore[arg-type]
        reading = pipeline.read(document)
        for evidence in reading.evidence:
            assert document.text[evidence.start:evidence.end] == evidence.quote
        return reading.evidence

    return read_text
