"""Papers attached to a page of GOV.UK: what the page says of them, and what they are when they were read.

A paper is a file on the host of GOV.UK's assets. It has no date of its own in the content API, only the page's: the day of its
first publication and the notes of its changes, by which a file may have come or been replaced later.
"""

from __future__ import annotations

import re

from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, PartialDate, PublicationDate
from corpora.text.licences import licence_in_text
from corpora.text.sniffing import UNREADABLE_FORMATS, sniff
from crawl.answers.documents import STATED, stated_date
from crawl.answers.gov_uk_attachments import Attachment
from crawl.answers.json_parts import Part
from crawl.pages import PageContents
from crawl.reading import Errand
from crawl.refusals import withheld_page
from crawl.spiders.articles import ArticleSpider

NAMED, CHANGED = 0.85, 0.6
"""How far a paper's date is trusted: that of the change which names it; that of the first publication of a page that changed."""
RESERVED = re.compile(r"\ball\s+rights\s+reserved\b|\bmay\s+not\s+be\s+reproduced\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|of|and)\b", re.IGNORECASE)
FEWEST_WORDS, FEWEST_ENGLISH = 200, 0.01
"""Every tenth word or so of English prose is one of these three, and hardly one of tables; of Welsh, Polish or Arabic none."""


def paper_title(page: str, attachment: str) -> str:
    """``Annual report 2026: Annex A``; where one of both titles holds the other, that one."""
    for longer, shorter in ((attachment, page), (page, attachment)):
        if shorter.lower() in longer.lower():
            return longer
    return f"{page}: {attachment}"


def published_of_paper(page: Part, attachment: Attachment, errand: Errand) -> PublicationDate | None:
    """When a paper was published, as far as its page says.

    A page that has not changed since it was published was published with its papers. Else the newest change whose note names the
    paper counts; and where none does, the first publication is trusted less than a date that the paper states of itself.

    Raises:
        UnreadableInput: what the page says is no date.
    """
    first = page.day("first_published_at") or page.day("public_updated_at")
    changes = [(change.day("public_timestamp"), change.words("note")) for change in page.part("details").parts("change_history")]
    later = {day: note for day, note in sorted((day, note) for day, note in changes if day) if first and day > first}
    if first and page.day("first_published_at") and not later and (page.day("public_updated_at") or first) <= first:
        return stated_date(first, errand.today)
    # One word, such as "Report", may be any in a note.
    title = _plain(attachment.title)
    naming = [day for day, note in later.items() if title in _plain(note)] if len(title.split()) > 1 else []
    return _less_trusted(naming[-1], NAMED, errand) if naming else _less_trusted(first, CHANGED, errand)


def read_paper(response: Response, errand: Errand) -> PageContents:
    """The document of a paper, under the title that its page gives it; gone where the site leads to a page of its own instead.

    Raises:
        UnreadableInput: it is no paper, or cannot be read.
    """
    media_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
    kind = sniff(response.body, name=response.url, media_type=media_type)
    if kind == "html":
        withheld = withheld_page(response)
        if withheld:
            return withheld
        if response.url != errand.visit.url:
            return PageContents(refusal="gone", issues=(Issue(
                stage="crawl", where=errand.visit.url, value=errand.visit.source,
                reason=f"the paper is gone: the site led to a page instead, {response.url[:200]}"),))
    if kind not in ("pdf", "odt", "docx"):
        what = UNREADABLE_FORMATS.get(kind, f"is {kind}")
        raise UnreadableInput(f"{response.url}: {what}, where a PDF or a text document was to be")
    document = ArticleSpider.parse_document(response)
    if not is_in_english(document.text):
        return PageContents(issues=(Issue(stage="crawl", where=errand.visit.url, value=errand.visit.hint.title[:200] or None,
                                          reason="not stored: the paper is not in English"),))
    return PageContents(documents=(document.model_copy(update={
        "title": errand.visit.hint.title or document.title, "licence": licence_of(document)}),))


def licence_of(document: Document) -> str | None:
    """The source's licence, which GOV.UK gives to all "except where otherwise stated"; None for a paper that states otherwise."""
    stated = licence_in_text(document.text)
    return stated or (None if RESERVED.search(document.text) else document.licence)


def is_in_english(text: str) -> bool:
    """False for a long text without the commonest words of English."""
    words = len(re.findall(r"[^\W\d_]+", text))
    return words < FEWEST_WORDS or len(ENGLISH.findall(text)) >= FEWEST_ENGLISH * words


def _less_trusted(day: PartialDate | None, reliability: float, errand: Errand) -> PublicationDate | None:
    stated = stated_date(day, errand.today)
    return stated.model_copy(update={"reliability": min(reliability, STATED)}) if stated else None


def _plain(words: str) -> str:
    """The words alone, each between spaces."""
    return " ".join(["", *re.findall(r"[^\W_]+", words.lower()), ""])
