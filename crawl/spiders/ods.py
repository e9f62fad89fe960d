"""The Organisation Data Service: lists and changes of organisations, each one's record, and the report of all trusts."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.organisations import Register
from corpora.schema import OdsCode
from crawl.answers.documents import parameter, with_parameter
from crawl.answers.json_parts import Part
from crawl.answers.ods import NHS_TRUST, read_organisation, read_report
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider

FOLDER = re.compile(r"/(?:organisations|sync)\b.*", re.DOTALL)
TRUST_OR_BOARD = re.compile(r"[QRT][A-Z0-9]{2}")
"""Codes that a trust or an ICB may have which the packaged register does not know; newer codes have five characters and are found
by role."""
FULL_PAGE = 1000


class OdsSpider(FrontierSpider):
    """Reads the ORD interface and the CSV report; what it gives are entries of the register, not documents.

    A source of the shape ``ods_ord`` starts with ``/organisations?PrimaryRoleId=…`` (all of one role) or ``/sync?LastChangeDate=…``
    (all that changed, of which only trusts and ICBs are asked for); one of the shape ``ods_report`` with the report of trusts.
    """

    name = "ods"
    start_roles = {"ods_ord": "organisations", "ods_report": "report"}
    accepts = {"organisations": "application/json", "record": "application/json"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A list's links, a record's entry, or a report's entries."""
        role = errand.visit.role
        if role == "report":
            entries, issues = read_report(response.body, url=response.url, role=NHS_TRUST, today=errand.today)
            return PageContents(register_entries=entries, issues=issues)
        answer = Part.of(response.body, url=response.url)
        if role == "organisations":
            return read_list(answer, response.url, errand)
        if role == "record":
            return PageContents(register_entries=(read_organisation(answer),))
        raise ValueError(f"{role!r} is not a role of the Organisation Data Service")


def read_list(answer: Part, url: str, errand: Errand) -> PageContents:
    """The records that a list names, and its next page where this one is full and the source allows.

    Raises:
        UnreadableInput: it names an organisation without a code.
    """
    root, by_role = FOLDER.sub("", url), "PrimaryRoleId=" in url
    links: dict[str, Link] = {}
    organisations = answer.part("Organisations").parts()
    for organisation in organisations:
        code = organisation.words("OrgId") or organisation.words("OrgLink").rstrip("/").rpartition("/")[2]
        if not re.fullmatch(r"[A-Z0-9]{2,12}", code):
            raise UnreadableInput(f"{organisation.where}: has no code, as such answers have")
        if by_role or code in _known_codes() or TRUST_OR_BOARD.fullmatch(code):
            links.setdefault(code, Link(url=f"{root}/organisations/{quote(code, safe='')}", role="record"))
    limit, offset, page = parameter(url, "Limit", FULL_PAGE), parameter(url, "Offset", 0), errand.visit.hint.page
    following: tuple[Link, ...] = ()
    # Changes come in one answer; where one of them were cut short, nothing in it would say so.
    if by_role and len(organisations) >= limit and page < errand.source.max_pages:
        following = (Link(url=with_parameter(url, "Offset", offset + limit), role="organisations", hint=Hint(page=page + 1)),)
    return PageContents(links=(*links.values(), *following))


@cache
def _known_codes() -> frozenset[OdsCode]:
    return frozenset(Register.load().by_code)
