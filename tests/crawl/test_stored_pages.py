"""Every stored page gives its golden result (:mod:`tests.crawl.stored_pages`)."""

from __future__ import annotations

import pytest

from crawl.sources import load_sources
from tests.crawl.stored_pages import cases, golden, read_case


@pytest.mark.parametrize("name", cases())
def test_a_stored_page_gives_its_golden_result(name: str) -> None:
    assert read_case(name) == golden(name)


def test_every_shape_of_a_packaged_source_has_a_stored_page() -> None:
    assert {source.shape for source in load_sources()} <= {name.partition("/")[0] for name in cases()}
