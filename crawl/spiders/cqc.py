"""The Care Quality Commission's public API: what changed, providers and locations with their ratings, and the reports."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import quote, urlsplit

from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.organisations import Register
from corpora.schema import Document, OdsCode
from crawl.answers.cqc_official import official_ratings
from crawl.answers.cqc_ratings import Ratings, read_ratings, sentences_of_location, sentences_of_provider
from crawl.answers.documents import day_in_words, make_document, parameter, stated_date, with_parameter
from crawl.answers.json_parts import Part
from crawl.any_frontier import SETTLED
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider
from crawl.spiders.articles import ArticleSpider

PUBLIC_PAGE = "https://www.cqc.org.uk/provider/{}"
TRUST_CODE = re.compile(r"[RT][A-Z0-9]{2}")
"""A trust's ODS code, also of one that the packaged register does not know yet."""
REPORT_YEARS = 5
"""Reports older than this are not fetched: what they found stands in the history of ratings, and there are tens of thousands."""
FOLDERS = re.compile(r"/(?:changes|providers|locations|reports)(?=[/?]|$)")


class CqcSpider(FrontierSpider):
    """Reads the API's lists, lists of changes, provider and location records, and reports.

    A source of the shape ``cqc`` starts with ``/providers``, ``/changes/provider`` or ``/changes/location``, with ``page`` and
    ``perPage`` in the address. Of all providers only NHS trusts are asked for: there the provider's id is the ODS code.
    """

    name = "cqc"
    start_roles = {"cqc": "index"}
    private_fields = frozenset({"personTitle", "personGivenName", "personFamilyName"})
    accepts = {"index": "application/json", "record": "application/json", SETTLED: "application/pdf, text/plain;q=0.8"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A list's trusts; a record's ratings as a document, with links to its reports and locations; a report's document."""
        role = errand.visit.role
        if role == SETTLED:
            return PageContents(documents=(read_report(response),))
        answer = Part.of(response.body, url=response.url)
        if role == "index":
            return read_index(answer, response.url, errand)
        if role == "record":
            return (read_location if answer.has("locationId") else read_provider)(answer, response.url, errand)
        raise ValueError(f"{role!r} is not a role of the Care Quality Commission's API")


def read_index(answer: Part, url: str, errand: Errand) -> PageContents:
    """The trusts, or their locations, that a list names, and its next page while the source allows.

    Raises:
        UnreadableInput: it lists neither changes nor providers nor locations.
    """
    root, kind = _root(url), "locations" if "/location" in urlsplit(url).path else "providers"
    if answer.has("changes"):
        ids = [change.value for change in answer.parts("changes")]
    elif answer.has(kind):
        ids = [part.words(f"{kind[:-1]}Id") for part in answer.parts(kind)]
    else:
        raise UnreadableInput(f"{url}: lists neither changes nor {kind}")
    if not all(isinstance(id_, str) for id_ in ids):
        raise UnreadableInput(f"{url}: lists something other than ids")
    wanted = dict.fromkeys(str(id_) for id_ in ids if (is_trust(str(id_)) if kind == "providers" else trust_of(str(id_))))
    links = [Link(url=f"{root}/{kind}/{quote(id_, safe='')}", role="record", hint=Hint(org=trust_of(id_))) for id_ in wanted]
    page = errand.visit.hint.page
    if ids and page < min(errand.source.max_pages, answer.number("totalPages") or 0):
        links.append(Link(url=with_parameter(url, "page", parameter(url, "page", 1) + 1), role="index", hint=Hint(page=page + 1)))
    return PageContents(links=tuple(links))


def read_provider(answer: Part, url: str, errand: Errand) -> PageContents:
    """What the register says of a trust, as a document, with links to its locations and reports; named contacts are left out."""
    code, ratings = answer.words("providerId"), read_ratings(answer)
    if not is_trust(code):
        return PageContents()
    name = _name(answer)
    paragraphs = [*sentences_of_provider(name, code, ratings), *_use_of_resources(answer, name), *_registration(answer, name),
                  *_relationships(answer, name)]
    document = make_document(errand, url=PUBLIC_PAGE.format(code), title=f"{name}: ratings by the Care Quality Commission",
                             text="\n\n".join(paragraphs), published=_latest(answer, ratings))
    ids = dict.fromkeys(str(part.value) for part in answer.parts("locationIds") if isinstance(part.value, str) and part.value)
    locations = [Link(url=f"{_root(url)}/locations/{quote(id_, safe='')}", role="record", hint=Hint(org=code)) for id_ in ids]
    return PageContents(documents=(document,), issues=ratings.issues, facts=official_ratings(ratings, org=code, as_of=errand.today),
                        links=(*locations, *_reports(answer, url, name=name, org=code, today=errand.today)))


def read_location(answer: Part, url: str, errand: Errand) -> PageContents:
    """What the register says of a trust's hospital or unit, as a document, with links to its reports."""
    code, ratings = answer.words("providerId"), read_ratings(answer)
    if not is_trust(code):
        return PageContents()
    name, trust = answer.words("name"), trusts_by_code().get(code, "")
    if not name:
        raise UnreadableInput(f"{url}: has no name, as such answers have")
    paragraphs = [f"{name} is a location of {trust} ({code})." if trust else f"{name} is a location of the provider {code}.",
                  *sentences_of_location(name, ratings), *_registration(answer, name)]
    document = make_document(errand, url=url, title=f"{name}: ratings by the Care Quality Commission",
                             text="\n\n".join(paragraphs), published=_latest(answer, ratings))
    facts = official_ratings(ratings, org=code, location=answer.words("locationId"), as_of=errand.today)
    return PageContents(documents=(document,), issues=ratings.issues, facts=facts,
                        links=tuple(_reports(answer, url, name=name, org=code, today=errand.today)))


def read_report(response: Response) -> Document:
    """The document of a report, PDF or text; its title is what the record called it, since the file's own is often a program's."""
    document = ArticleSpider.parse_document(response)
    hint = response.meta["errand"].visit.hint
    return document.model_copy(update={"title": hint.title or document.title, "published": hint.published or document.published})


def is_trust(id_: str) -> bool:
    """Whether a provider's id is an NHS trust's."""
    return id_ in trusts_by_code() or TRUST_CODE.fullmatch(id_) is not None


def trust_of(id_: str) -> OdsCode | None:
    """The trust that an id is of: its own code, or for a location's id the code that it begins with."""
    for code in (id_[:5], id_[:3]):
        if code in trusts_by_code() or (len(code) == 3 and TRUST_CODE.fullmatch(code)):
            return code
    return None


@cache
def trusts_by_code() -> dict[OdsCode, str]:
    """Trusts of the packaged register: code and name."""
    return {organisation.code: organisation.name for organisation in Register.load() if organisation.kind == "trust"}


def _root(url: str) -> str:
    """The API's own address, before the folder of an answer's."""
    found = FOLDERS.search(url)
    if not found:
        raise UnreadableInput(f"{url}: is no address of the Care Quality Commission's API")
    return url[:found.start()]


def _name(answer: Part) -> str:
    name = answer.words("name")
    if not name:
        raise UnreadableInput(f"{answer.where}: has no name, as such answers have")
    return name


def _latest(answer: Part, ratings: Ratings) -> str | None:
    report = answer.maybe("lastReport")
    days = [day for day in (ratings.latest, report.day("publicationDate") if report else None) if day]
    return max(days, default=None)


def _use_of_resources(answer: Part, name: str) -> Iterable[str]:
    current = answer.maybe("currentRatings")
    overall = current.maybe("overall") if current else None
    resources = overall.maybe("useOfResources") if overall else None
    rating = resources.words("useOfResourcesRating") if resources and resources.has("useOfResourcesRating") else ""
    if rating:
        yield f"For its use of resources, {name} is rated {rating.capitalize()}."


def _registration(answer: Part, name: str) -> Iterable[str]:
    inspection = answer.maybe("lastInspection")
    inspected, ended = inspection.day("date") if inspection else None, answer.day("deregistrationDate")
    if inspected:
        yield f"The last inspection of {name} was on {day_in_words(inspected)}."
    if ended:
        yield f"{name} was deregistered on {day_in_words(ended)}."


def _relationships(answer: Part, name: str) -> Iterable[str]:
    for relation in answer.parts("relationships"):
        other, kind, reason = relation.words("relatedProviderId"), relation.words("type"), relation.words("reason")
        if other and kind:
            yield f"Relation of {name} to the provider {other}: {kind}{f', {reason}' if reason else ''}."


def _reports(answer: Part, url: str, *, name: str, org: OdsCode, today: datetime.date) -> Iterable[Link]:
    """Links to the reports of the last years and to what belongs to them; inspection and publication are told apart."""
    oldest = today.replace(year=today.year - REPORT_YEARS, day=min(today.day, 28)).isoformat()
    for report in answer.parts("reports"):
        id_, published, visited = report.words("linkId"), report.day("reportDate"), report.day("firstVisitDate")
        if not id_ or (published or oldest) < oldest:
            continue
        kind = report.words("reportType")
        title = (f"{name}: inspection report{f' ({kind})' if kind else ''}"
                 f"{f', first visit on {day_in_words(visited)}' if visited else ''}")
        address = f"{_root(url)}/reports/{quote(id_, safe='')}"
        hint = Hint(title=title, published=stated_date(published, today), org=org)
        yield Link(url=address, role=SETTLED, hint=hint)
        for related in report.parts("relatedDocuments"):
            what = related.words("documentType")
            if what:
                yield Link(url=f"{address}/{quote(what, safe='')}", role=SETTLED,
                           hint=hint.model_copy(update={"title": f"{title}: {what}"}))
