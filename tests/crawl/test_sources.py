"""What a source may be, and what is said when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from crawl.sources import Source, choose_sources, load_sources

FIELDS = {"name": "invented", "publisher": "Invented", "cadence": "daily", "doc_type": "news", "shape": "rss",
          "start_urls": ("https://news.example/feed",)}


def make(**changes: object) -> Source:
    return Source.model_validate(FIELDS | changes)


def test_every_packaged_source_is_public_and_polite() -> None:
    sources = load_sources()
    assert len(sources) >= 7
    for source in sources:
        assert not source.local
        assert source.delay_seconds >= 5
        assert source.licence or source.terms
        assert all(url.startswith("https://") for url in source.start_urls)


def test_packaged_sources_own_their_start_pages_and_no_other_site() -> None:
    for source in load_sources():
        assert all(source.owns(url) for url in source.start_urls)
        assert not source.owns("https://elsewhere.example/")


@pytest.mark.parametrize("changes", [
    {"delay_seconds": 4.9},
    {"local": True},
    {"local": True, "start_urls": ("http://10.0.0.1/feed",)},
    {"local": True, "start_urls": ("http://127.0.0.1/feed",), "hosts": ("news.example",)},
    {"start_urls": ()},
    {"start_urls": ("ftp://news.example/feed",)},
    {"start_urls": ("file:///etc/passwd",)},
    {"start_urls": ("https:///feed",)},
    {"shape": "listing"},
    {"shape": "listing", "article_pattern": "("},
    {"shape": "listing", "article_css": "a["},
    {"hosts": ("News.example",)},
    {"hosts": ("https://news.example",)},
    {"hosts": ("news.example:443",)},
    {"name": "Not A Name"},
    {"cadence": "sometimes"},
    {"unknown": 1},
])
def test_a_source_that_is_impolite_unsafe_or_unclear_is_never_born(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        make(**changes)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "http://127.0.0.2/", "http://[::1]:8000/", "http://localhost:8000/"])
def test_a_local_source_may_be_quick(url: str) -> None:
    assert make(local=True, start_urls=(url,), delay_seconds=0).delay_seconds == 0


def test_a_source_owns_subdomains_of_its_hosts_but_not_look_alikes() -> None:
    source = make(hosts=("news.example",))
    assert source.owns("https://www.news.example/1")
    assert not source.owns("https://fakenews.example/1")
    assert not source.owns("https://news.example.evil.example/1")


def test_an_unknown_source_is_told_with_its_nearest_names() -> None:
    with pytest.raises(UsersMistake, match=r"^nhs-englnd: no such source; did you mean nhs-england"):
        choose_sources(load_sources(), ["nhs-englnd"])
    with pytest.raises(UsersMistake, match=r"crawl --list"):
        choose_sources(load_sources(), ["zzzzzz"])


HEADER = "name,publisher,cadence,doc_type,shape,start_urls"


@pytest.mark.parametrize(("text", "complaint"), [
    ("", "holds no sources"),
    ("name,publisher\n", "holds no sources"),
    (f"{HEADER}\na,P,daily,news,rss,https://a.example/,extra\n", "line 2: has not as many cells"),
    (f"{HEADER}\na,P,daily,news\n", "line 2: has not as many cells"),
    (f"{HEADER},delay_seconds\na,P,daily,news,rss,https://a.example/,1\n", "at least 5"),
    (f"{HEADER}\na,P,daily,news,rss,nowhere\n", "start_urls: 'nowhere' is not an http"),
    (f"{HEADER}\n" + 2 * "a,P,daily,news,rss,https://a.example/\n", "two sources are called a"),
    ("name,colour\na,red\n", "line 1: 'colour' is not a column of sources$"),
    (f"{HEADER},expectd\na,P,daily,news,rss,https://a.example/,\n", "'expectd' is not a column of sources; did you mean expected"),
    ("name,cadence\na,daily\n", "line 1: the header line lacks publisher, doc_type, shape, start_urls"),
    (f"{HEADER}\na,,daily,news,rss,https://a.example/\n", "line 2: publisher: is empty"),
])
def test_a_broken_file_of_sources_is_told_in_one_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "sources.csv"
    path.write_text(text)
    with pytest.raises(UsersMistake, match=complaint) as told:
        load_sources(path)
    assert str(told.value).startswith(str(path))
    assert "\n" not in str(told.value)


def test_a_missing_or_binary_file_of_sources_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsersMistake, match="cannot be read"):
        load_sources(tmp_path / "none.csv")
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(UsersMistake, match="UTF-8"):
        load_sources(tmp_path / "binary.csv")
