"""Board papers of an NHS trust or ICB, found from its home page (:mod:`crawl.discovery`).

A source is one organisation's site: shape ``board_papers``, ``org`` its ODS code, ``start_urls`` its home page. Layouts differ
from trust to trust (year folders, accordions, download handlers, packs and single papers), so no addresses are listed: links are
followed by what they and the headings above them say, a few hops deep, and each says in its hint why it was chosen.
"""

from __future__ import annotations

from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.sniffing import sniff
from corpora.text.zipped import read_zip
from crawl.discovery.dates_ahead import next_meeting_of_pack
from crawl.discovery.listing import PAGE, PAPER, read_listing
from crawl.discovery.paper import finished_paper, member_words, read_paper
from crawl.pages import Hint, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider


class BoardPapersSpider(FrontierSpider):
    """Reads pages on the way and papers. What an answer is, is told from its bytes: handlers' addresses do not say it."""

    name = "board_papers"
    start_roles = {"board_papers": "home"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A page's links and meetings, or a paper's document."""
        if errand.visit.role not in ("home", PAGE, PAPER):
            raise ValueError(f"{errand.visit.role!r} is not a role of boards' sites")
        hint = errand.visit.hint.model_copy(update={"org": errand.visit.hint.org or errand.source.org})
        media_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
        kind = sniff(response.body, name=response.url, media_type=media_type)
        if kind == "html":
            contents = read_listing(response.body, media_type=media_type, url=response.url, hint=hint, today=errand.today)
            if errand.visit.role == PAPER and not contents.links and not contents.refusal:
                raise UnreadableInput(f"{response.url}: a page without papers, where one of the board's papers was to be")
            return contents
        if kind == "zip":
            return cls._read_zip(response, errand, hint)
        document = read_paper(response.body, media_type=media_type, url=response.url, source=errand.source, hint=hint,
                              today=errand.today)
        if document is None:
            return PageContents()
        meetings = next_meeting_of_pack(document, hint=hint, today=errand.today)
        return PageContents(documents=(document,), meetings=meetings)

    @classmethod
    def _read_zip(cls, response: Response, errand: Errand, hint: Hint) -> PageContents:
        """The papers in a ZIP, each a document of its own, and what could not be read of it."""
        source, today = errand.source, errand.today
        found = read_zip(response.body, name=response.url, url=response.url, source=source.name, stage="crawl", today=today)
        papers = [finished_paper(member, size=0, address=member.url or response.url, source=source, today=today,
                                 hint=hint.model_copy(update={"title": member_words(member.url or "")}))
                  for member in found if isinstance(member, Document)]
        return PageContents(documents=tuple(paper for paper in papers if paper),
                            issues=tuple(issue for issue in found if isinstance(issue, Issue)))
