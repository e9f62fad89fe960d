"""Every stored page gives its golden result (:mod:`tests.crawl.stored_pages`)."""

from __future__ import annotations

import pytest

from tests.crawl.stored_pages import cases, golden, read_case


@pytest.mark.parametrize("name", cases())
def test_a_stored_page_gives_its_golden_result(name: str) -> None:
    assert read_case(name) == golden(name)
