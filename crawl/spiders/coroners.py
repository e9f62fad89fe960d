"""Coroners' reports to prevent future deaths, as the judiciary publishes them: cards, a page a report, its PDF and the replies.

Nobody who died is named in what is stored. A report is known by its reference number (``2026-0123``), and its address is the
list's, with that number behind ``#``. The site's own addresses and file names carry the name: the frontier holds them only
until their visit (:attr:`crawl.pages.Hint.forget`), and no bytes are archived, since all of them name somebody. A PDF is
stored where the name that the page gives was found in its text and taken out; where it was not found, or the text was
recognised from a picture and may hold it misspelt, the PDF is not stored and an issue says so by the reference number.
"""

from __future__ import annotations

import contextlib
import re
from typing import ClassVar
from urllib.parse import urljoin, urlsplit

from parsel import Selector
from scrapy.http import Response, TextResponse

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, PublicationDate, identifier
from corpora.text import read_bytes
from corpora.text.addresses import canonical_address
from corpora.text.calendar_dates import first_date
from corpora.text.cleaning import clean_line
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.redaction import redact, redact_document
from crawl.refusals import withheld_page
from crawl.spider import FrontierSpider

LIST = "https://www.judiciary.uk/prevention-of-future-death-reports/"
LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("recipients", re.compile(r"\bsent to\b|\brecipients?\b")),
    ("name", re.compile(r"\bdeceased\b|^name of the dead\b")),
    ("area", re.compile(r"\bareas?\b")),
    ("coroner", re.compile(r"\bcoroners?\b")),
    ("reference", re.compile(r"\bref(?:erence)?\b")),
    ("date", re.compile(r"\bdate of (?:the |this )?report\b|^(?:report )?date$|\bpublished\b")),
    ("category", re.compile(r"\bcategor")),
)
"""What the labels of a report's page mean; their wording varies from year to year, and the first that fits decides."""
REFERENCE = re.compile(r"\b(20\d\d)\s?[-–/]\s?(\d{2,4})\b")
PERSON = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Professor|Prof|Rt Hon|The Rt Hon)\b\.?[^,|]{0,60}(?:,\s*|$)")
LONGEST_NAME, LONGEST_VALUE = 200, 2000
"""Of a label's value; what is longer than any name is none, and nothing is taken out by it."""
STATED = 0.8
"""How far the date of a report is trusted as that of its publication, which follows within weeks."""


class CoronersSpider(FrontierSpider):
    """Reads the list of reports, each report's page, and the PDFs behind it."""

    name = "coroners"
    start_roles: ClassVar[dict[str, str]] = {"coroners": "listing"}
    archives = False

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A list's links, a report's facts and links, or the text of its PDF or of a reply."""
        role = errand.visit.role
        if role == "paper":
            return read_paper(response, errand)
        if role not in ("listing", "record"):
            raise ValueError(f"{role!r} is not a role of coroners' reports")
        if not isinstance(response, TextResponse):
            raise UnreadableInput(f"{LIST}: not a web page")
        withheld = withheld_page(response)
        if withheld:
            # Without what the page says: its title may repeat the address.
            return withheld.model_copy(update={
                "issues": tuple(issue.model_copy(update={"where": LIST, "value": None}) for issue in withheld.issues)})
        tree = Selector(text=response.text, type="html")
        return read_list(tree, response.url, errand) if role == "listing" else read_report(tree, response.url, errand)


def read_list(tree: Selector, url: str, errand: Errand) -> PageContents:
    """The reports of one page of the list, and its next page while the source allows.

    Raises:
        UnreadableInput: it shows no cards.
    """
    addresses = _addresses(tree, "h3.card__title a.card__link::attr(href)", url)
    if not addresses:
        raise UnreadableInput(f"{url}: the list shows no reports; its layout may have changed")
    page = errand.visit.hint.page
    links = [Link(url=address, role="record", hint=Hint(forget=True)) for address in addresses]
    following = next((address for address in _addresses(tree, "a::attr(href)", url)
                      if re.search(rf"/page/{page + 1}/?$", urlsplit(address).path)), None)
    if following and page < errand.source.max_pages:
        links.append(Link(url=following, role="listing", hint=Hint(page=page + 1)))
    return PageContents(links=tuple(links))


def read_report(tree: Selector, url: str, errand: Errand) -> PageContents:
    """What a report's page says of it, but for names, and the PDFs that it leads to.

    Raises:
        UnreadableInput: it has not the layout of a report, or no reference number.
    """
    facts, unknown = labelled(tree)
    found = REFERENCE.search(facts.get("reference", ""))
    if not facts:
        raise UnreadableInput(f"{LIST}: a report's page has none of the labels that are known; its layout may have changed")
    if found is None:
        raise UnreadableInput(f"{LIST}: a report has no reference number, and no other name is kept of it")
    reference = f"{found[1]}-{found[2].zfill(4)}"
    tags = [clean_line(" ".join(tag.css("::text").getall())) for tag in tree.css("p.pill--single a")]
    name = facts.get("name", "") if len(facts.get("name", "")) <= LONGEST_NAME else ""
    category = facts.get("category", "") or "; ".join(filter(None, tags))
    recipients = [PERSON.sub("", part.strip()) for part in facts.get("recipients", "").split("|")]
    about = {"Date of report": facts.get("date", ""), "Reference": reference, "Coroner's area": facts.get("area", ""),
             "Category": category, "This report is being sent to": " | ".join(filter(None, recipients))}
    text = redact("\n\n".join(f"{label}: {value}" for label, value in about.items() if value), name).text
    kind = f"Prevention of future deaths report {reference}"
    title = redact(", ".join(filter(None, [kind, category, facts.get("area", "")])), name).text
    published = _day(facts.get("date", ""), errand)
    # Not which: where the layout has changed, what stands before a colon may be a name.
    issues = [Issue(stage="crawl", where=place_of(reference), value=str(unknown),
                    reason="labels on the page of a coroner's report that are not known")] if unknown else []
    files = _addresses(tree, "a.related-content__link::attr(href)", url)
    if not name or not files:
        issues.append(Issue(stage="crawl", where=place_of(reference), reason=(
            "the report's page does not say which name to take out, so its PDF and replies are not stored" if files else
            "the report's page leads to no PDF")))
    links = tuple(Link(url=address, role="paper", hint=Hint(
        title=title, published=published, forget=True,
        more={"name": name, "reference": reference, "part": f"reply-{number}" if number else "report"}))
        for number, address in enumerate(files)) if name else ()
    return PageContents(documents=(_document(errand, reference, title=title, text=text, published=published),), links=links,
                        issues=tuple(issues))


def read_paper(response: Response, errand: Errand) -> PageContents:
    """The text of a report's PDF or of a reply without the name of who died; nothing but an issue where that is not certain.

    Raises:
        UnreadableInput: it cannot be read.
    """
    hint = errand.visit.hint
    reference, part = hint.more["reference"], hint.more["part"]
    place = place_of(reference, part)
    media_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
    read = read_bytes(response.body, name=place, media_type=media_type, source=errand.source.name, today=errand.today)
    cleared = redact_document(read, hint.more["name"])
    # The surname at least: where only "Mary" was found, the other word stands there misspelt.
    found = redact(read.text, hint.more["name"].split()[-1]).found
    recognised = any(page.state == "recognised" for page in read.pages)
    if not found or recognised:
        why = "its text was recognised from a picture and may hold it misspelt" if recognised else "it was not found in the text"
        return PageContents(issues=(Issue(stage="crawl", where=place, value=part, reason=(
            f"not stored: the name of who died cannot be taken out with certainty, since {why}")),))
    title = hint.title if part == "report" else f"{part.capitalize().replace('-', ' ')} to: {hint.title}"
    # A reply is weeks younger than the report, and its own date is the best there is.
    published = read.published if part != "report" else hint.published
    document = _document(errand, reference, part, title=title, text=cleared.text, published=published)
    return PageContents(documents=(document.model_copy(update={
        "pages": cleared.pages, "sections": cleared.sections, "extraction": cleared.extraction}),))


def labelled(tree: Selector) -> tuple[dict[str, str], int]:
    """The facts that a report's page gives under labels, by what they are, and how many labels are not known."""
    facts: dict[str, str] = {}
    unknown = 0
    for paragraph in tree.css("div.flow > p"):
        words = clean_line(" ".join(paragraph.css("::text").getall()))
        label, colon, value = words.partition(":")
        if not colon or len(label) > 60:
            continue
        plain = re.sub(r"['’]", "", label.lower())
        kind = next((kind for kind, pattern in LABELS if pattern.search(plain)), None)
        if kind:
            facts.setdefault(kind, value.strip()[:LONGEST_VALUE])
        else:
            unknown += 1
    return facts, unknown


def place_of(reference: str, part: str = "") -> str:
    """The address under which a report, its PDF (``report``) or a reply (``reply-1``) is stored: the list, and which one it is."""
    return f"{LIST}#{reference}{f'-{part}' if part else ''}"


def _document(errand: Errand, reference: str, part: str = "", *, title: str, text: str,
              published: PublicationDate | None) -> Document:
    source, url = errand.source, place_of(reference, part)
    return Document(id=identifier(url), url=url, title=title, text=text, publisher=source.publisher, doc_type=source.doc_type,
                    licence=source.licence, source=source.name, published=published)


def _day(stated: str, errand: Errand) -> PublicationDate | None:
    day = first_date(stated, today=errand.today)
    return PublicationDate(date=day.isoformat(), method="stated", reliability=STATED) if day else None


def _addresses(tree: Selector, css: str, base: str) -> list[str]:
    addresses = []
    for href in tree.css(css).getall():
        with contextlib.suppress(ValueError):
            addresses.append(canonical_address(urljoin(base, href.strip())))
    return list(dict.fromkeys(filter(None, addresses)))
