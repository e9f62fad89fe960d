"""What the README says of sources: its rows are sources, and its shapes are read."""

from __future__ import annotations

import re
from pathlib import Path

from crawl.sources import load_sources
from tests.crawl.stored_pages import spiders

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_the_rows_of_the_readme_are_sources(tmp_path: Path) -> None:
    rows = re.search(r"```csv\n(name,publisher.*?)```", README, re.DOTALL)
    assert rows
    (tmp_path / "mine.csv").write_text(rows[1], "utf-8")
    assert [source.shape for source in load_sources(tmp_path / "mine.csv")] == ["rss", "sitemap"]


def test_every_shape_that_the_readme_or_a_packaged_source_names_is_read() -> None:
    table = README[README.index("| `shape` |"):].partition("\n\n")[0]
    named = {name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert named >= {"rss", "atom", "sitemap", "listing", "headlines", "publications"}
    assert named | {source.shape for source in load_sources()} <= set(spiders())
