"""Refusals: answers in which a site withholds what was asked for, told apart from pages that only speak of such things.

A paywall, a guard that takes us for a nuisance, a log-in, a page that is gone although the answer says 200. They are recorded
with their reason and never got round: nothing here leads to another request.

A refusal says little and has a form of its own; a true page says more, or states of itself that it is an article. So wording
counts only where it begins an element, and signs of guards only on pages with little else.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from scrapy.http import Response

from corpora.schema import Issue
from corpora.text.cleaning import clean_line
from corpora.text.encoding import charset_of, decode_html
from corpora.text.sniffing import sniff
from corpora.text.statements import Statements
from corpora.text.tree import HIDDEN_STYLE, parse_tree, prune, text_of
from crawl.pages import PageContents, Refusal, Visit, told_address
from crawl.refusal_words import (
    ARTICLE_TYPES,
    CHALLENGE_MARKUP,
    CHALLENGE_SAYING,
    CHALLENGE_TITLE,
    ERROR_PATH,
    LOG_IN_HOST,
    LOG_IN_PATH,
    LOG_IN_TITLE,
    MISSING_TITLE,
    PAYWALL_SAYING,
    PRICED_TYPES,
    SIGNS,
)

STATUSES: dict[int, tuple[Refusal, str]] = {
    401: ("log_in", "the site wants a log-in"), 402: ("paywall", "the site wants payment"), 403: ("blocked", "the site refuses us"),
    404: ("gone", "there is no such page"), 410: ("gone", "the page is gone"),
    451: ("withheld", "the page is withheld for legal reasons")}
GUARDED_STATUSES = frozenset({429, 503})
"""Answers that ask for patience, unless a guard's page stands in them: then more patience changes nothing."""
LOOKED_AT, FORM_WITHIN = 64 * 1024, 256 * 1024
"""So much of an answer that is no page is looked at, in bytes; and of a page for a guard's form."""
LITTLE, TEASER, SAYING = 400, 2500, 240
"""Characters: a page that says less is no article; a page that says more is no teaser; a longer element is no notice."""
MOST_ELEMENTS = 20_000
NOTICES = ("h1", "h2", "h3", "h4", "p", "div", "section", "a", "button", "span", "strong", "legend", "label", "noscript")
ASIDE = frozenset({"aside", "nav", "header", "footer", "li", "figure", "template"})


def refusal_of(response: Response) -> tuple[Refusal, str] | None:
    """Why an answer is not the page that was asked for: the kind of refusal, and a sentence. None where it is, or only fails.

    A pure function. Anything but a web page is what its status says. Of a web page, the status counts before what it says.
    """
    if response.status in STATUSES:
        return STATUSES[response.status]
    if response.status in GUARDED_STATUSES:
        return ("blocked", "a guard stands before the site") if is_challenge(response.body) else None
    if response.status not in (200, 203) or sniff(response.body, name=response.url, media_type=_media_type(response)) != "html":
        return None
    return _by_address(response) or (_by_page(response) if SIGNS.search(response.body) else None)


def withheld_page(response: Response) -> PageContents | None:
    """The contents of an answer that is a refusal: that and nothing else. None where it is none."""
    told = refusal_of(response)
    if told is None:
        return None
    visit: Visit = response.meta["errand"].visit
    # What the page says may be a name that is to be forgotten.
    reason = told[1].partition(": '")[0] if visit.hint.forget else told[1]
    return PageContents(refusal=told[0], issues=(
        Issue(stage="crawl", where=told_address(visit.url, visit.hint), value=visit.source, reason=reason),))


def is_challenge(body: bytes) -> bool:
    """True where the beginning of an answer has a guard's title or saying. Nothing is parsed: for answers that are no pages."""
    words = body[:LOOKED_AT].decode("utf-8", "replace")
    opening = words.lower().find("<title")
    title = clean_line(words[words.find(">", opening) + 1:].partition("<")[0][:SAYING]) if opening >= 0 else ""
    return bool(CHALLENGE_TITLE.search(title) or CHALLENGE_SAYING.search(words) or CHALLENGE_MARKUP.search(words))


def is_log_in(url: str) -> bool:
    """True where an address is that of a log-in: by its host's first name or a part of its path."""
    try:
        parts = urlsplit(url)
        return bool(LOG_IN_HOST.match(parts.hostname or "") or LOG_IN_PATH.search(parts.path))
    except ValueError:
        return False


def _by_address(response: Response) -> tuple[Refusal, str] | None:
    """Where a redirect led to says what became of the page."""
    asked = response.meta["errand"].visit.url
    if asked == response.url:
        return None
    before, after = urlsplit(asked), urlsplit(response.url)
    if before.path.strip("/") and not after.path.strip("/") and not after.query:
        return "gone", "the page is gone: the site led to its front page instead"
    if ERROR_PATH.search(after.path) and not ERROR_PATH.search(before.path):
        return "gone", "the page is gone: the site led to a page that says so"
    if is_log_in(response.url) and not is_log_in(asked):
        return "log_in", "the site wants a log-in: it led to its log-in page"
    return None


def _by_page(response: Response) -> tuple[Refusal, str] | None:
    tree = parse_tree(decode_html(response.body, declared=charset_of(_media_type(response))))
    if tree is None:
        return None
    statements = Statements.of(tree)
    told = _stated_price(statements)
    if told is not None:
        return ("paywall", "the page says of itself that it is not free") if told else None
    signs = _Signs.of(tree, response.body)
    if not signs:
        return None
    prune(tree)
    body = tree.find("body")
    size = len(clean_line(text_of(tree if body is None else body)))
    if size >= TEASER:
        return None
    if signs.wall:
        return "paywall", f"the page stops before its text: '{signs.wall:.100}'"
    if _is_article(statements):
        return None
    if signs.guard_title or (size < LITTLE and (signs.guard_saying or signs.guard_form)):
        return "blocked", f"a guard stands before the page: '{signs.guard_saying or signs.guard_title or signs.guard_form:.100}'"
    if signs.missing:
        return "gone", f"the site answers 200 and says that the page is not there: '{signs.missing:.100}'"
    if signs.password and (size < LITTLE or signs.log_in):
        return "log_in", "the site wants a log-in: it gives a form for a password in place of the page"
    return None


class _Signs(NamedTuple):
    """What on a page may mean a refusal, in its own words; each empty where nothing does."""

    wall: str
    guard_title: str
    guard_saying: str
    guard_form: str
    missing: str
    log_in: str
    password: bool

    @classmethod
    def of(cls, tree: HtmlElement, body: bytes) -> Self | None:
        """The signs of a page that has not been pruned; None where there are none."""
        titles = [title for element in (*tree.iter("title"), *tree.iter("h1")) if (title := _brief(element))]
        said = {True: "", False: ""}
        for number, element in enumerate(tree.iter(*NOTICES)):
            text = _brief(element) if number < MOST_ELEMENTS else ""
            for guards, found in ((False, PAYWALL_SAYING.match(text)), (True, CHALLENGE_SAYING.search(text))):
                if found and not said[guards] and _is_shown(element):
                    said[guards] = text
        form = CHALLENGE_MARKUP.search(body[:FORM_WITHIN].decode("utf-8", "replace"))
        signs = cls(
            wall=said[False], guard_title=_first(CHALLENGE_TITLE, titles), guard_saying=said[True],
            guard_form=form[0] if form else "", missing=_first(MISSING_TITLE, titles),
            log_in=_first(LOG_IN_TITLE, titles),
            password=next(tree.iterfind(".//input[@type='password']"), None) is not None)
        return signs if any(signs) else None


def _stated_price(statements: Statements) -> bool | None:
    """True where the page states that it is not free, False where that it is, None where it states neither.

    Only what is said of the page itself counts, not what is said of other articles that it lists.
    """
    if statements.meta("article:content_tier") == "locked":
        return True
    stated = {str(node["isAccessibleForFree"]).strip().lower() for node in statements.nodes
              if "isAccessibleForFree" in node and _is_main(node)}
    if any(word.rpartition("/")[2] == "true" for word in stated):
        return False
    return True if any(word.rpartition("/")[2] == "false" for word in stated) else None


def _is_main(node: dict[str, object]) -> bool:
    # What dates or describes it marks the page's own node; in a list of others there are headlines and addresses at most.
    return bool(PRICED_TYPES.intersection(_kinds(node))) and any(name in node for name in (
        "articleBody", "datePublished", "mainEntityOfPage", "hasPart", "description"))


def _kinds(node: dict[str, object]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _is_article(statements: Statements) -> bool:
    return (bool(statements.types & ARTICLE_TYPES) or statements.meta("og:type") == "article"
            or statements.meta("article:published_time") is not None)


def _first(pattern: re.Pattern[str], titles: list[str]) -> str:
    return next((title for title in titles if pattern.search(title)), "")


def _is_shown(element: HtmlElement) -> bool:
    """False for what stands in menus and lists of other articles, or is hidden."""
    return not any(outer.tag in ASIDE or outer.get("hidden") is not None or HIDDEN_STYLE.search(outer.get("style", ""))
                   for outer in (element, *element.iterancestors()))


def _brief(element: HtmlElement) -> str:
    """The words of an element that says little; empty where it says more, which is not read: elements stand in each other."""
    words: list[str] = []
    size = 0
    for part in element.itertext():
        size += len(part.strip())
        if size > SAYING:
            return ""
        words.append(part)
    return clean_line("".join(words))


def _media_type(response: Response) -> str | None:
    return (response.headers.get("Content-Type") or b"").decode("latin-1") or None
