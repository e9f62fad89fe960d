"""Which links of a listing page are followed. All pages here are invented."""

from __future__ import annotations

import pytest

from corpora.errors import UnreadableInput
from crawl.listings import parse_listing
from crawl.sources import Source

URL = "https://news.example/all/"
PAGE = """<html><head><base href="/all/"></head><body><nav><a href="/about">About</a></nav>
<ul><li class="card"><h3><a href="/news/1?utm_source=x#top"> First
 item </a></h3></li><li class="card"><h3><a href="../news/2">Second</a></h3></li>
<li class="card"><a href="mailto:press@news.example">Press</a></li><li class="card"><a href="http://[broken">Broken</a></li></ul>
<a href="/news/1">Again</a><a rel="next nofollow" href="?page=2">Older</a></body></html>"""


def source(**changes: object) -> Source:
    return Source.model_validate({"name": "invented", "publisher": "Invented", "cadence": "daily", "doc_type": "news",
                                  "shape": "listing", "start_urls": (URL,), "article_css": ".card", "max_pages": 3} | changes)


def addresses(role: str, chosen: Source, *, page: int = 1) -> list[str]:
    return [link.url for link in parse_listing(PAGE, url=URL, source=chosen, page=page).links if link.role == role]


@pytest.mark.parametrize("chosen", [source(), source(article_css="", article_pattern=r"^/news/\d+$"),
                                    source(article_css=".card a", article_pattern="news"), source(article_css="h3")])
def test_articles_are_what_the_selector_and_the_pattern_say(chosen: Source) -> None:
    assert addresses("article", chosen) == ["https://news.example/news/1", "https://news.example/news/2"]


def test_a_link_s_words_are_the_title() -> None:
    assert parse_listing(PAGE, url=URL, source=source(), page=1).links[0].hint.title == "First item"


def test_the_next_page_is_followed_as_far_as_the_source_says() -> None:
    assert addresses("listing", source(), page=1) == ["https://news.example/all/?page=2"]
    assert addresses("listing", source(), page=2) == ["https://news.example/all/?page=2"]
    assert addresses("listing", source(), page=3) == []


def test_a_next_page_that_is_this_page_is_not_followed() -> None:
    page = '<a rel="next" href="/all/">Next</a><div class="card"><a href="/news/1">x</a></div>'
    assert [link.role for link in parse_listing(page, url=URL, source=source(), page=1).links] == ["article"]


def test_an_attribute_whose_name_is_none_does_not_hide_a_link() -> None:
    page = '<a \x01b="1" href="/items/1">One</a><a \x0c\x02="2" href="/items/2">Two</a>'
    assert len(parse_listing(page, url=URL, source=source(article_css="", article_pattern="^/items/"), page=1).links) == 2


def test_a_first_page_without_articles_is_unreadable_and_a_later_one_is_the_end() -> None:
    with pytest.raises(UnreadableInput, match="its layout may have changed"):
        parse_listing("<main><p>No items.</p></main>", url=URL, source=source(), page=1)
    assert not parse_listing("<main><p>No items.</p></main>", url=URL, source=source(), page=2).links


def test_an_empty_page_is_unreadable() -> None:
    with pytest.raises(UnreadableInput):
        parse_listing(" \n", url=URL, source=source(), page=1)
