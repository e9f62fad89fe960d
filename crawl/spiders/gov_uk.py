"""GOV.UK: its search answers which pages there are, its content API gives each page; files are attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from scrapy.http import Response

from corpora.schema import Issue
from corpora.text.addresses import canonical_address
from crawl.answers.documents import day_in_words, make_document, parameter, stated_date, text_of_html, with_parameter
from crawl.answers.gov_uk_attachments import choose_attachments
from crawl.answers.gov_uk_papers import paper_title, published_of_paper
from crawl.answers.json_parts import Part, day_of
from crawl.answers.papers import read_paper
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider

SITE = "https://www.gov.uk"
NO_PAGES = frozenset({"redirect", "gone", "vanish", "unpublishing"})
"""Kinds of content that stand where a page was."""
TEXTS = {"final_outcome_detail": "Outcome of the consultation", "public_feedback_detail": "Feedback received", "body": ""}
"""Where a page's text stands, with its heading; a consultation's outcome stands first, as on GOV.UK."""


class GovUkSpider(FrontierSpider):
    """Reads ``/api/search.json``, for each page it names ``/api/content``, and the papers attached to that.

    A source of the shape ``gov_uk_search`` starts with a search, ``count`` and ``start`` in its address.
    """

    name = "gov_uk"
    start_roles = {"gov_uk_search": "search"}
    accepts = {"search": "application/json", "record": "application/json"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """The pages that a search found, one page's document, or one paper's."""
        if errand.visit.role == "paper":
            return read_paper(response, errand)
        answer = Part.of(response.body, url=response.url)
        if errand.visit.role == "search":
            return read_search(answer, response.url, errand)
        if errand.visit.role == "record":
            return read_content(answer, response.url, errand)
        raise ValueError(f"{errand.visit.role!r} is not a role of GOV.UK")


def read_search(answer: Part, url: str, errand: Errand) -> PageContents:
    """What a search found on GOV.UK itself, and the next page of it while the source allows."""
    results = answer.part("results").parts()
    links: dict[str, Link] = {}
    issues = []
    for result in results:
        path = result.words("link")
        if not path.startswith("/") or path.startswith("//"):
            issues.append(Issue(stage="crawl", where=result.where, value=path[:200] or None,
                                reason="the search names a page that is not on GOV.UK"))
            continue
        hint = Hint(title=result.words("title"), published=stated_date(result.day("public_timestamp"), errand.today))
        links.setdefault(path, Link(url=urljoin(url, f"/api/content{path}"), role="record", hint=hint))
    start, page = parameter(url, "start", 0), errand.visit.hint.page
    total = answer.needed_number("total")
    following: tuple[Link, ...] = ()
    if results and page < errand.source.max_pages and start + len(results) < total:
        following = (Link(url=with_parameter(url, "start", start + len(results)), role="search", hint=Hint(page=page + 1)),)
    return PageContents(links=(*links.values(), *following), issues=tuple(issues))


def read_content(answer: Part, url: str, errand: Errand) -> PageContents:
    """The document of one page: its summary and texts; a publication leads to its attachments, which hold its text.

    A page that went elsewhere or was withdrawn is said to be gone.

    The date is that of the first publication; without it, that of the last change, which may be much later, is trusted less. A
    consultation with its outcome has the outcome's date, since that is what is new.
    """
    path, kind = answer.words("base_path"), answer.words("document_type")
    if kind in NO_PAGES:
        return PageContents(refusal="gone", issues=(
            Issue(stage="crawl", where=url, value=kind, reason=f"GOV.UK has no page there any more ({kind})"),))
    address = canonical_address(f"{SITE}{path}") or url
    details = answer.part("details")
    parts = [answer.words("title"), _withdrawal(answer), answer.words("description"), *_texts(details)]
    document = make_document(errand, url=address, title=parts[0], text="\n\n".join(part for part in parts if part),
                             published=answer.day("first_published_at"))
    outcome = bool(details.words("final_outcome_detail"))
    if document.published is None or outcome:
        stated = stated_date(day_of(details.words("final_outcome_publication_date")), errand.today) if outcome else None
        changed = stated_date(answer.day("public_updated_at"), errand.today)
        document = document.model_copy(update={"published": stated or (
            changed.model_copy(update={"reliability": 0.6}) if changed else document.published or errand.visit.hint.published)})
    chosen = choose_attachments(details, url=url)
    links = tuple(
        Link(url=urljoin(url, f"/api/content{attachment.url}"), role="record", hint=Hint(title=attachment.title))
        if attachment.form == "html" else
        Link(url=urljoin(url, attachment.url), role="paper", hint=Hint(
            title=paper_title(document.title, attachment.title), published=published_of_paper(answer, attachment, errand)))
        for attachment in chosen.attachments)
    return PageContents(documents=(document,), links=links, issues=chosen.issues)


def _texts(details: Part) -> Iterator[str]:
    """The page's text; of a guide, that of each of its parts under its heading."""
    for name, heading in TEXTS.items():
        yield from _text(details, name, heading)
    if isinstance(details.value, dict) and isinstance(details.value.get("parts"), list):
        for part in details.parts("parts"):
            if part.has("body"):
                yield from _text(part, "body", part.words("title"))


def _text(part: Part, name: str, heading: str) -> Iterator[str]:
    found = part.maybe(name)
    if found is not None and isinstance(found.value, str) and found.value.strip():
        yield f"{heading}\n\n{text_of_html(part.text(name))}" if heading else text_of_html(part.text(name))


def _withdrawal(answer: Part) -> str:
    """What GOV.UK says above a page that it keeps although it no longer stands by it; empty where it does."""
    notice = answer.maybe("withdrawn_notice")
    if notice is None or not notice.has("explanation", "withdrawn_at"):
        return ""
    day = notice.day("withdrawn_at")
    return f"This page was withdrawn{f' on {day_in_words(day)}' if day else ''}. {text_of_html(notice.text('explanation'))}".strip()
