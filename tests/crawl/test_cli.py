"""``softintel crawl`` as people run it."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.crawl.replica import Replica

Run = Callable[..., subprocess.CompletedProcess[str]]
HEADER = "name,publisher,licence,cadence,doc_type,shape,start_urls,delay_seconds,revisit_hours,local\n"


def test_the_sources_are_listed_with_publisher_licence_cadence_and_shape(softintel: Run) -> None:
    done = softintel("crawl", "--list")
    assert done.returncode == 0
    header, *lines = done.stdout.splitlines()
    assert header.split() == ["NAME", "PUBLISHER", "LICENCE", "CADENCE", "KEY", "SHAPE"]
    news, = (line for line in lines if line.startswith("nhs-england-news "))
    assert news.split()[-1] == "rss"
    assert "OGL-3.0" in news
    assert not (Path(done.args[0]).parent / "softintel.db").exists()


def test_a_crawl_prints_one_line_a_source_and_tells_what_failed(softintel: Run, tmp_path: Path) -> None:
    with Replica(articles=3) as site:
        site.list_articles(["/news/0", "/news/1", "/news/2", "/missing"])
        (tmp_path / "sources.csv").write_text(
            f"{HEADER}good,Invented,,daily,news,rss,{site.url}/rss.xml,0,0,true\nbad,Invented,,daily,news,rss,{site.url}/no.xml,0,0,true\n")
        good = softintel("crawl", "--sources", "sources.csv", "good")
        assert (good.returncode, good.stdout) == (0, "good: 4 pages fetched: 3 documents new, 0 changed, 0 unchanged, 1 failed\n")
        assert "kept as issues" in good.stderr
        again = softintel("crawl", "--sources", "sources.csv", "good")
        assert (again.returncode, again.stdout) == (0, "good: 4 pages fetched: 0 documents new, 0 changed, 4 unchanged, 0 failed\n")
        assert "good: not due until" in again.stderr
        both = softintel("crawl", "--sources", "sources.csv", "good", "bad")
        assert both.returncode == 1
        assert [line.split(":")[0] for line in both.stdout.splitlines()] == ["bad", "good"]
        assert "bad: " in both.stderr
        assert "(404)" in both.stderr
        asked = len(site.log)
        due = softintel("crawl", "--sources", "sources.csv")
        assert (due.returncode, due.stdout) == (0, "")
        assert "2 of 2 sources are not due yet; the next is " in due.stderr
        assert "name a source to crawl it now: softintel crawl --sources sources.csv bad" in due.stderr
        assert len(site.log) == asked
    # The packaged sources are not those that these pages are from.
    retry, reread = softintel("crawl", "--retry"), softintel("crawl", "--again")
    assert (retry.returncode, retry.stdout) == (reread.returncode, reread.stdout) == (0, "")
    assert "softintel: pages of bad, good are left out: these sources are not in the list that was taken; " in retry.stderr
    assert "softintel: pages of good are left out: this source is not in the list that was taken; " in reread.stderr
    none = softintel("--db", "none.db", "crawl", "--retry")
    assert (none.returncode, none.stderr) == (2, "softintel: none.db: no such database; nothing was crawled that could be asked for again\n")


def test_a_code_that_is_no_organisation_s_is_told_before_anything_is_asked(softintel: Run, tmp_path: Path) -> None:
    row = "board,Invented,weekly,board_paper,board_papers,{},https://board.example/"
    (tmp_path / "sources.csv").write_text("name,publisher,cadence,doc_type,shape,org,start_urls\n" + row.format("ZZ99"))
    done = softintel("crawl", "--sources", "sources.csv", "--list")
    assert (done.returncode, done.stderr) == (0, "softintel: board: the register has no organisation ZZ99: what the source gives stands on no "
                                                 "trust's page; look at its column org\n")
    (tmp_path / "sources.csv").write_text("name,publisher,cadence,doc_type,shape,org,start_urls\n" + row.format("RPA"))
    assert softintel("crawl", "--sources", "sources.csv", "--list").stderr == ""


def test_whoever_waits_is_told_what_is_gathered_and_which_site_does_not_answer(softintel: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    (tmp_path / "sources.csv").write_text(f"{HEADER}gone,Invented,,daily,news,rss,http://127.0.0.1:{port}/rss.xml,0,0,true\n")
    done = softintel("crawl", "--sources", "sources.csv")
    first, second, *_ = done.stderr.splitlines()
    assert done.returncode == 1
    assert first.startswith("softintel: gathering from gone; ")
    assert second.startswith("softintel: gone: robots.txt could not be read: ")
    assert done.stderr.count("is tried again later") == 1


def test_a_source_without_its_key_is_left_out_and_a_mistake_where_it_is_named(softintel: Run, tmp_path: Path) -> None:
    with Replica(articles=1) as site:
        (tmp_path / "sources.csv").write_text(
            f"{HEADER.strip()},key_variable,key_header\nopen,Invented,,daily,news,rss,{site.url}/rss.xml,0,0,true,,\n"
            f"closed,Invented,,daily,news,rss,{site.url}/atom.xml,0,0,true,SOFTINTEL_INVENTED_KEY,X-Key\n")
        named = softintel("crawl", "--sources", "sources.csv", "closed")
        assert (named.returncode, named.stdout) == (2, "")
        assert named.stderr.strip() == "softintel: closed: Invented wants a key: set SOFTINTEL_INVENTED_KEY to yours"
        every = softintel("crawl", "--sources", "sources.csv")
        assert (every.returncode, every.stdout.split(":")[0]) == (0, "open")
        assert "closed: left out, since SOFTINTEL_INVENTED_KEY is not set" in every.stderr
        listed = softintel("crawl", "--sources", "sources.csv", "--list").stdout.splitlines()
        assert "SOFTINTEL_INVENTED_KEY needed" in listed[2]


def test_mistakes_are_told_in_one_line(softintel: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(f"{HEADER}x,Invented,,daily,news,rss,http://127.0.0.1/,0,0,false\n")
    (tmp_path / "text.db").write_text("This is not a database, but a text that is long enough to be taken for one by mistake.")
    (tmp_path / "local.csv").write_text(f"{HEADER}x,Invented,,daily,news,rss,http://127.0.0.1:1/,0,0,true\n")
    for arguments, words in (
            (("crawl", "nhs-englnd"), "nhs-englnd: no such source; did you mean nhs-england"),
            (("crawl",), "SOFTINTEL_CONTACT"),
            (("crawl", "--sources", "none.csv"), "none.csv: cannot be read"),
            (("crawl", "--sources", "bad.csv"), "bad.csv, line 2: delay_seconds is at least 5"),
            (("--db", "text.db", "crawl", "--sources", "local.csv"), "text.db"),
            (("--db", "no/such.db", "crawl", "--sources", "local.csv"), "no/such.db"),
            (("crawl", "--lits"), "--lits")):
        done = softintel(*arguments)
        assert (done.returncode, done.stdout) == (2, ""), (arguments, done.stderr)
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1, done.stderr
