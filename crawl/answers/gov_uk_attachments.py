"""Attachments of a page of GOV.UK: which of them hold its text, each text once.

The content API lists them under ``details.attachments`` (schema ``publication`` of GOV.UK's publishing API): ``attachment_type`` is
``html`` (a page of GOV.UK), ``file`` (with ``content_type``, on the host of its assets) or ``external`` (somebody else's page).
Pages that were last published before the API had that list have pieces of HTML under ``details.documents`` instead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal
from urllib.parse import urlsplit

from corpora.schema import Issue, Record
from corpora.text.addresses import canonical_address
from corpora.text.cleaning import clean_line
from corpora.text.tree import parse_tree
from crawl.answers.json_parts import Part

Form = Literal["html", "pdf", "odt", "docx", "unread"]
FORMS: tuple[Form, ...] = ("html", "pdf", "odt", "docx", "unread")
"""Which of several forms of one paper is taken: the first. A PDF has page numbers to quote."""
MEDIA_TYPES: dict[str, Form] = {
    "application/pdf": "pdf", "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/msword": "unread", "application/rtf": "unread", "text/rtf": "unread"}
ENDINGS: dict[str, Form] = {"pdf": "pdf", "odt": "odt", "docx": "docx", "doc": "unread", "rtf": "unread"}
"""Text papers; anything else (spreadsheets, data, pictures, slides, archives) is none."""
LANGUAGES = (
    "albanian|amharic|arabic|bengali|british sign language|bsl|bulgarian|cantonese|chinese|croatian|czech|dari|dutch|farsi|french|"
    "german|greek|gujarati|hebrew|hindi|hungarian|italian|japanese|korean|kurdish|latvian|lithuanian|mandarin|nepali|pashto|persian|polish|"
    "portuguese|pun?jabi|romanian|russian|serbian|sinhala|slovak|somali|spanish|sylheti|tamil|thai|tigrinya|turkish|ukrainian|urdu|"
    "vietnamese|welsh|yiddish")
TRANSLATION = re.compile(
    rf"\b(?:{LANGUAGES})(?: language)? (?:version|translation|summary)\b|(?: in|:| [-–—]) (?:{LANGUAGES})$"
    rf"|[(\[](?:in )?(?:{LANGUAGES})(?:\s*[)\]/,]|\s+(?:language\b|[/–—-]))|\btranslat(?:ion|ed)\b.{{0,20}}\b(?:{LANGUAGES})\b"
    r"|\bcymraeg\b", re.IGNORECASE)
"""Of a title; "Letter to the Welsh Government" is none."""
OTHER_FORM = re.compile(r"\b(?:easy[ -]?read|large[ -]print|braille|audio version)\b", re.IGNORECASE)
"""The same text once more, for other readers."""
FORM_WORD = (r"(?:html|pdf|odt|docx?|rtf|opendocument|open|text|microsoft|ms|word|web|online|print|printable|printing|ready|"
             r"friendly|accessible|for|version|format|file|document)\b")
SAID_OF_FORM = re.compile(
    rf"[(\[]\s*+(?:{FORM_WORD}[\s,/-]*+)+[)\]]"
    r"|[\s,:–—-](?:(?:accessible|web|online|html|pdf|odt|word|print|printable|print[ -](?:ready|friendly)) (?:version|format)"
    r"|html|pdf|odt)$", re.IGNORECASE)
"""``(PDF)``, ``(accessible version)``, ``– web version``; "Framework document" is another paper than "Framework"."""
ENGLISH = frozenset({"en", "en-gb", ""})
MOST_FILES = 30


class Attachment(Record):
    """One attachment that holds text."""

    url: str
    """A path on GOV.UK, or a whole address."""
    title: str
    form: Form

    @property
    def paper(self) -> str:
        """What all forms of one paper have in common: their title without what it says of the form."""
        return " ".join(re.findall(r"\w+", SAID_OF_FORM.sub(" ", self.title).lower())) or self.title.lower()


class Chosen(Record):
    """The attachments to follow, and what has to be told of the others."""

    attachments: tuple[Attachment, ...] = ()
    issues: tuple[Issue, ...] = ()


def choose_attachments(details: Part, *, url: str) -> Chosen:
    """A page's papers in English, each in one form, at most ``MOST_FILES``.

    Raises:
        UnreadableInput: the answer has not the layout of such answers.
    """
    listed = details.parts("attachments")
    found = list(_listed(listed) if listed else _in_documents(details.parts("documents")))
    papers: defaultdict[str, list[Attachment]] = defaultdict(list)
    for attachment in dict.fromkeys(found):
        papers[attachment.paper].append(attachment)
    chosen = [attachment for forms in papers.values() for attachment in _best(forms)]
    unread = [attachment for attachment in chosen if attachment.form == "unread"]
    wanted = [attachment for attachment in chosen if attachment.form != "unread"]
    issues = [Issue(stage="crawl", where=url, value=attachment.url[:200], reason=(
        "a paper that is not followed: it is there only in an old format of word processors, or under what is no address"))
        for attachment in unread[:MOST_FILES]]
    if len(wanted) > MOST_FILES:
        issues.append(Issue(stage="crawl", where=url, value=str(len(wanted)),
                            reason=f"the page has more than {MOST_FILES} attachments with text; the first were taken"))
    return Chosen(attachments=tuple(wanted[:MOST_FILES]), issues=tuple(issues))


def form_of(*, media_type: str, name: str) -> Form | None:
    """The form that a file is of, by its media type or else by its name's ending; None where it is no text paper."""
    return MEDIA_TYPES.get(media_type.partition(";")[0].strip().lower()) or (
        ENDINGS.get(name.rpartition(".")[2].lower()) if media_type in ("", "application/octet-stream") else None)


def is_in_english(title: str, locale: str = "") -> bool:
    """False for a translation, and for the same text for other readers."""
    return locale.lower() in ENGLISH and not TRANSLATION.search(title) and not OTHER_FORM.search(title)


def _listed(attachments: Iterable[Part]) -> Iterator[Attachment]:
    for part in attachments:
        kind, url, title = part.words("attachment_type"), part.words("url"), part.words("title")
        if not url or not is_in_english(title, part.words("locale")):
            continue
        on_gov_uk = url.startswith("/") and not url.startswith("//")
        if kind == "html" and on_gov_uk:
            yield Attachment(url=url, title=title, form="html")
        elif kind == "file" and (on_gov_uk or url.startswith(("https://", "http://"))):
            form = form_of(media_type=part.words("content_type"), name=part.words("filename") or _path(url))
            if form:
                yield _file(url, title or part.words("filename"), form)


def _in_documents(pieces: Iterable[Part]) -> Iterator[Attachment]:
    """The links that are headings of the pieces of HTML: each piece is one attachment."""
    for piece in pieces:
        tree = parse_tree(f"<div>{piece.value}</div>") if isinstance(piece.value, str) and "<a" in piece.value else None
        if tree is None:
            continue
        for anchor in tree.xpath(".//*[self::h2 or self::h3]//a[@href]")[:1]:
            url, title = anchor.get("href").strip(), clean_line(anchor.text_content())
            if not is_in_english(title):
                continue
            path = _path(url)
            form = form_of(media_type="", name=path)
            if form and (url.startswith(("https://", "http://")) or (url.startswith("/") and not url.startswith("//"))):
                yield _file(url, title, form)
            elif url.startswith("/government/publications/") and "." not in path:
                yield Attachment(url=path, title=title, form="html")


def _file(url: str, title: str, form: Form) -> Attachment:
    address = url if url.startswith("/") else canonical_address(url)
    return Attachment(url=address or url, title=title, form=form if address else "unread")


def _path(url: str) -> str:
    """The path of an address; empty where it is none."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _best(forms: list[Attachment]) -> list[Attachment]:
    """Of one paper's forms the best. Files of that form with the very same title are parts of it, such as two letters."""
    best = min(forms, key=lambda attachment: FORMS.index(attachment.form))
    return [each for each in forms if (each.form, each.title) == (best.form, best.title)]
