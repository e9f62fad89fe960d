"""Pages of a replica are believed about the public page that they stand for, in every form, and only on this machine."""

from __future__ import annotations

import datetime
import json

import fpdf
import pytest
from scrapy.http import Request, Response

from corpora.errors import UnreadableInput
from corpora.sample import answers, pdf, read_sample
from corpora.sample.pages import article_page
from crawl.pages import Hint, Visit
from crawl.reading import Errand
from crawl.sources import Source
from crawl.spiders.replica import ReplicaSpider

TEXT = next(text for text in read_sample() if len(text.published) == len("2025-09-15") and text.doc_type == "regulator")
FORMS = {
    "text/html; charset=utf-8": ("article", article_page(TEXT).encode()), "application/pdf": ("article", pdf.article_pdf(TEXT)),
    "application/json": ("record", answers.content_answer(TEXT))}


def read(media_type: str, role: str, body: bytes, *, local: bool = True) -> list[tuple[str | None, ...]]:
    """Address, publisher's note, kind, licence and day of the documents that a page gives."""
    url = "http://127.0.0.1/a" if local else "https://www.example.org/a"
    source = Source(name="replica", publisher="x", licence="MIT", cadence="daily", doc_type="regulator", shape="replica_api",
                    start_urls=(url,), article_pattern="^/", local=local, delay_seconds=0 if local else 5)
    visit = Visit(id=1, source="replica", url=url, role=role, hint=Hint(), attempts=0, worker="test")
    errand = Errand(visit=visit, source=source, today=datetime.date(2026, 11, 22))
    response = Response(url, body=body, headers={"Content-Type": media_type}, request=Request(url, meta={"errand": errand}))
    found = ReplicaSpider.read_page(response, errand).documents
    return [(each.url, each.publisher, each.doc_type, each.licence, each.published_on) for each in found]


@pytest.mark.parametrize("media_type", FORMS)
def test_the_public_page_is_what_each_form_says(media_type: str) -> None:
    (url, publisher, *rest), = read(media_type, *FORMS[media_type])
    assert (url, *rest) == (TEXT.url, "regulator", "MIT", TEXT.published)
    assert publisher is not None
    assert publisher.startswith(f"{TEXT.publisher} (summary in our own words")


@pytest.mark.parametrize("media_type", FORMS)
def test_a_source_that_is_not_on_this_machine_is_not_believed(media_type: str) -> None:
    with pytest.raises(UnreadableInput, match="only a source on this machine"):
        read(media_type, *FORMS[media_type], local=False)


def test_a_page_that_names_no_public_page_is_not_read() -> None:
    answer = json.loads(answers.content_answer(TEXT))
    answer["details"]["external_related_links"] = []
    paper = fpdf.FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=11)
    paper.multi_cell(0, 6, "Invented words that name no source, and go on for a line or two.")
    for media_type, role, body in (("application/json", "record", json.dumps(answer).encode()),
                                   ("application/pdf", "article", bytes(paper.output()))):
        with pytest.raises(UnreadableInput, match="does not name the public page"):
            read(media_type, role, body)
