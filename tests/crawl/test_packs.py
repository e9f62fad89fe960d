"""How large an answer may be: a pack of board papers larger than a page. What unpacks to more is set aside with its reason. All is invented."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from corpora.store import Store
from crawl.run import crawl
from crawl.sources import Source
from tests.crawl.board_sites import zipped
from tests.crawl.replica import MEBIBYTE, Replica, Reply, article, bomb
from tests.crawl.test_broken_answers import MOST_GROWTH, crawl_measured
from tests.text.hostile import BOMBS, WORDS, one_page, plain

LARGE = 33 * MEBIBYTE
TOO_LARGE = "max"
"""What Scrapy says of both limits."""


@pytest.fixture(autouse=True)
def this_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """The crawling process has the code of these tests, wherever it is started."""
    monkeypatch.setenv("PYTHONPATH", os.fspath(Path(__file__).parents[2]))


def streamed(body: bytes, media_type: bytes, *, told: bool) -> Reply:
    """An answer in pieces, with its length told before or not at all."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: " + media_type + (b"\r\nContent-Length: %d" % len(body) if told else b"\r\nConnection: close")
    return Reply(b"", raw=[head + b"\r\n\r\n", *(body[at:at + MEBIBYTE] for at in range(0, len(body), MEBIBYTE))])


def pack(size: int) -> bytes:
    """A PDF of one page of words and so many bytes of what no page shows."""
    return one_page(plain(WORDS), more=(plain(b" " * size),))


def publications(site: Replica, files: list[str], pages: list[str] = []) -> Source:  # noqa: B006  # never changed
    """A list of a publication with these files, and of these pages."""
    links = "".join(f"<li><a href='{path}'>Invented paper {path}</a></li>" for path in files)
    site.pages["/publication/"] = Reply("".join(f"<a href='/publication/{name}/'>Invented {name}</a>" for name in ("papers", *pages)).encode())
    site.pages["/publication/papers/"] = Reply(article(0).replace(b"</article>", f"<ul>{links}</ul></article>".encode()))
    return site.source(shape="publications", start_urls=(f"{site.url}/publication/",), article_pattern="^/publication/[^/]+/$")


def test_a_paper_may_be_larger_than_a_page(tmp_path: Path) -> None:
    with Replica() as site:
        source = publications(site, ["/told.pdf", "/untold.pdf", "/over.pdf"], ["told", "untold"])
        page = article(1).replace(b"</body>", b"<!--" + b"x" * LARGE + b"--></body>")
        for told, name in ((True, "told"), (False, "untold")):
            site.pages[f"/{name}.pdf"] = streamed(pack(LARGE), b"application/pdf", told=told)
            site.pages[f"/publication/{name}/"] = streamed(page, b"text/html", told=told)
        site.pages["/over.pdf"] = Reply(b"", raw=[b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: %d\r\n\r\n%%PDF-1.7\n"
                                                  % (101 * MEBIBYTE)])
        pages, _ = crawl_measured(tmp_path / "a.db", source)
    assert (pages["/told.pdf"], pages["/untold.pdf"]) == (("done", ""), ("done", ""))
    with Store(tmp_path / "a.db") as store:
        lengths = {url.rpartition("/")[2]: length for url, length in store.db.execute("SELECT url, length FROM captures WHERE url LIKE '%.pdf'")}
    assert set(lengths) == {"told.pdf", "untold.pdf"}
    assert min(lengths.values()) > LARGE
    for path in ("/over.pdf", "/publication/told/", "/publication/untold/"):
        state, reason = pages[path]
        assert state == "failed", path
        assert TOO_LARGE in reason.lower()


def test_a_bomb_where_a_paper_was_to_be_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    with Replica() as site:
        names = {"double-flate.pdf": "ended the reading process", "deep.pdf": "no page of it can be read", "word.docx": "unpacks to more than 64 MiB"}
        source = publications(site, ["/packed.pdf", "/good.pdf", *(f"/{name}" for name in names)])
        for name in names:
            site.pages[f"/{name}"] = Reply(BOMBS[name]())
        site.pages["/packed.pdf"] = bomb("gzip", 256 * MEBIBYTE)
        site.pages["/good.pdf"] = Reply(one_page(plain(WORDS)))
        pages, growth = crawl_measured(tmp_path / "a.db", source)
    assert pages["/good.pdf"][0] == "done"
    for path, reason in (("/packed.pdf", TOO_LARGE), *((f"/{name}", reason) for name, reason in names.items())):
        assert pages[path][0] == "failed", path
        assert reason.lower() in pages[path][1].lower()
    assert growth < MOST_GROWTH


def test_a_zip_bomb_where_a_board_s_papers_were_to_be_is_told_member_by_member(tmp_path: Path) -> None:
    site = zipped(datetime.datetime.now(datetime.UTC).date())
    path, = (path for path in site.pages if path.endswith(".zip"))
    with Replica() as replica:
        replica.pages |= site.pages
        replica.pages[path] = Reply(BOMBS["members.zip"]())
        source = replica.source(shape="board_papers", doc_type="board_paper", start_urls=(f"{replica.url}/",), org=site.org)
        crawl(tmp_path / "a.db", [source], progress=False)
        with Store(tmp_path / "a.db") as store:
            told = [issue.reason for issue in store.issues() if issue.where.startswith(f"{replica.url}{path}")]
    assert told
    assert all("unpacks to" in reason for reason in told)
