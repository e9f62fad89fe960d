"""Care Opinion: what patients and their families tell of services. Authors are not kept, by no name and by no role."""

from __future__ import annotations

from urllib.parse import urljoin

from scrapy.http import Response

from corpora.schema import Document, Issue
from crawl.answers.documents import make_document, parameter, stated_date, text_of_html, with_parameter
from crawl.answers.json_parts import Part, is_on_site
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider

TAKE = 100
SERVICES = "healthservices"
LONGEST_STORY = 20_000
"""Characters; stories have a thousand or two."""


class CareOpinionSpider(FrontierSpider):
    """Reads lists of stories (``/api/v2/opinions``) and of the services that a story is about.

    A list gives the stories and, apart, where their services are told: a story becomes a document when its services are known,
    since without them it names nobody. A source of the shape ``care_opinion`` starts with a list, ``take`` and ``skip`` in its
    address.
    """

    name = "care_opinion"
    start_roles = {"care_opinion": "opinions"}
    private_fields = frozenset({"author", "authorRole", "authorAgeGroup"})
    accepts = {"opinions": "application/json", "record": "application/json"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """The stories of a list, or one story with its services."""
        answer = Part.of(response.body, url=response.url)
        if errand.visit.role == "opinions":
            return read_opinions(answer, response.url, errand)
        if errand.visit.role == "record":
            return PageContents(documents=(read_services(answer, errand),))
        raise ValueError(f"{errand.visit.role!r} is not a role of Care Opinion")


def read_opinions(answer: Part, url: str, errand: Errand) -> PageContents:
    """A link to the services of each story, which the link carries; a document at once where none are named.

    The list says neither how many stories there are nor where the next page is: a full page means that there is more.
    """
    stories = answer.parts()
    documents: list[Document] = []
    links: list[Link] = []
    issues: list[Issue] = []
    folder = url.partition("?")[0].rstrip("/")
    for story in stories:
        address = f"{folder}/{story.needed_number('id')}"
        title, body = story.words("title"), text_of_html(story.text("body"))[:LONGEST_STORY]
        day = story.day("dateOfPublication") or story.day("dateOfSubmission")
        if not body:
            issues.append(Issue(stage="crawl", where=address, value=title[:200] or None, reason="the story has no text"))
            continue
        services = [urljoin(url, link.words("link")) for link in story.parts("links") if link.words("relation") == SERVICES]
        if services and is_on_site(services[0], url):
            links.append(Link(url=services[0], role="record", hint=Hint(
                title=title, published=stated_date(day, errand.today), more={"story": body, "address": address})))
        else:
            documents.append(make_document(errand, url=address, title=title, text=body, published=day))
    take, skip, page = parameter(url, "take", TAKE), parameter(url, "skip", 0), errand.visit.hint.page
    if len(stories) >= take and page < errand.source.max_pages:
        links.append(Link(url=with_parameter(url, "skip", skip + len(stories)), role="opinions", hint=Hint(page=page + 1)))
    return PageContents(documents=tuple(documents), links=tuple(links), issues=tuple(issues))


def read_services(answer: Part, errand: Errand) -> Document:
    """The story of the link that led here, headed by the services that it is about."""
    named: dict[str, None] = {}
    for service in answer.parts():
        name, organisation = service.words("name"), service.words("organisation")
        named[", ".join(part for part in (name, organisation) if part)] = None
    hint = errand.visit.hint
    about = f"A story about {'; '.join(name for name in named if name)}:\n\n" if any(named) else ""
    return make_document(errand, url=hint.more["address"], title=hint.title, text=f"{about}{hint.more['story']}",
                         published=hint.published.date if hint.published else None)
