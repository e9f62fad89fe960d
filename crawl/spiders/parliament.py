"""Parliament's written questions and their answers, a document each, and the papers attached to answers."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from scrapy.http import Response

from corpora.schema import Document
from corpora.text.addresses import canonical_address
from corpora.text.licences import licence_in_text
from crawl.answers.documents import day_in_words, make_document, parameter, text_of_html, with_parameter
from crawl.answers.gov_uk_attachments import MOST_FILES, Form, form_of, is_in_english
from crawl.answers.json_parts import Part
from crawl.answers.papers import read_paper
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider

CUT_SHORT = re.compile(r"(?:\.\.\.|…)\s*$")
"""How the list of questions ends a text that it does not give in full."""


class ParliamentSpider(FrontierSpider):
    """Reads the written questions API. Members are not named: what is asked and what the department answers is the matter.

    A source of the shape ``parliament_questions`` starts with a list of questions, ``take`` and ``skip`` in its address.
    """

    name = "parliament"
    start_roles = {"parliament_questions": "questions"}
    accepts = {"questions": "application/json", "record": "application/json"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """The questions of a list, one question in full, or a paper that an answer came with."""
        if errand.visit.role == "paper":
            return _unlicensed(read_paper(response, errand))
        answer = Part.of(response.body, url=response.url)
        if errand.visit.role == "questions":
            return read_questions(answer, response.url, errand)
        if errand.visit.role == "record":
            document = read_question(answer.part("value"), response.url, errand)
            return PageContents(documents=(document,), links=papers_of(answer.part("value"), document))
        raise ValueError(f"{errand.visit.role!r} is not a role of Parliament's questions")


def read_questions(answer: Part, url: str, errand: Errand) -> PageContents:
    """A document for each question that the list gives in full, a link to each that it does not, and the list's next page."""
    documents: list[Document] = []
    links: list[Link] = []
    results = answer.part("results").parts()
    for result in results:
        question = result.part("value")
        address = _address(question, url)
        unnamed = not question.parts("attachments") and question.number("attachmentCount")
        if unnamed or CUT_SHORT.search(question.text("questionText")) or CUT_SHORT.search(question.text("answerText")):
            links.append(Link(url=address, role="record"))
        else:
            documents.append(read_question(question, address, errand))
            links += papers_of(question, documents[-1])
    total, skip, page = answer.needed_number("totalResults"), parameter(url, "skip", 0), errand.visit.hint.page
    if results and skip + len(results) < total and page < errand.source.max_pages:
        links.append(Link(url=with_parameter(url, "skip", skip + len(results)), role="questions", hint=Hint(page=page + 1)))
    return PageContents(documents=tuple(documents), links=tuple(links))


def read_question(question: Part, url: str, errand: Errand) -> Document:
    """One question with its answer, where there is one yet. Published when it was answered, or else when it was tabled."""
    body, heading, number = question.words("answeringBodyName"), question.words("heading"), question.words("uin")
    tabled, answered = question.day("dateTabled"), question.day("dateAnswered")
    question.part("questionText")
    asked, reply = text_of_html(question.text("questionText")), text_of_html(question.text("answerText"))
    to = f" to the {body}" if body else ""
    lines = [f"Written question {number}{to}{f', tabled on {day_in_words(tabled)}' if tabled else ''}:", asked]
    if reply:
        lines += [f"Answer of the {body or 'department'}{f', {day_in_words(answered)}' if answered else ''}:", reply]
    else:
        lines.append("Not answered yet.")
    return make_document(errand, url=url, title=heading or f"Written question {number}{to}", text="\n\n".join(lines),
                         published=answered if reply and answered else tabled)


def papers_of(question: Part, document: Document) -> tuple[Link, ...]:
    """The text papers that an answer came with, published with it; not its spreadsheets, nor old formats that are not read."""
    links = {}
    for attachment in question.parts("attachments"):
        url, title = canonical_address(attachment.words("url")), attachment.words("title")
        if url and _form(attachment) not in (None, "unread") and is_in_english(title):
            links[url] = Link(url=url, role="paper", hint=Hint(title=f"{document.title}: {title}" if title else document.title,
                                                               published=document.published))
    return tuple(links.values())[:MOST_FILES]


def _form(attachment: Part) -> Form | None:
    """By its type, be it a media type or an ending, or else by the ending of its title or address."""
    kind, address = attachment.words("fileType").lower(), re.sub(r"[?#].*", "", attachment.words("url"))
    names = (f".{kind.removeprefix('.')}", attachment.words("title"), address)
    return form_of(media_type=kind, name="") or next(filter(None, (form_of(media_type="", name=name) for name in names)), None)


def _unlicensed(contents: PageContents) -> PageContents:
    """Whether Parliament's licence covers what departments attach is not known: a paper has the one that it states itself."""
    return contents.model_copy(update={"documents": tuple(
        document.model_copy(update={"licence": licence_in_text(document.text)}) for document in contents.documents)})


def _address(question: Part, url: str) -> str:
    """The question's own address in the API, which is its identity; the list's address without its query is the folder."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/{question.needed_number('id')}", "", ""))
