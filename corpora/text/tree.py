"""HTML as a tree, with what is never part of an article cut off."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpora.text.cleaning import UNPRINTABLE, clean_line
from corpora.text.furniture import is_ending

# Page furniture by element, role and the words that sites use in class and id.
FURNITURE_ELEMENTS = {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas", "video", "audio",
                      "map", "form", "button", "input", "select", "textarea", "nav", "footer", "dialog", "menu"}
FURNITURE_ROLES = {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu", "menubar"}
# One word of ``class`` or ``id``, behind the short prefixes and before the suffixes that style conventions add.
FURNITURE_WORDS = re.compile(r"(?:[a-z]{1,4}-){0,2}(?:styles_)?(?:" + "|".join((
    r"comments?(?:-?(?:list|area|section|form|thread|block|box|respond|wrapper|container))?|disqus(?:_thread)?|respond",
    r"cookies?[\w-]*|gdpr|consent|breadcrumbs?|skip-?links?|pagination|pager|post-?navigation",
    r"share(?:-?(?:bar|links?|buttons?|tools?|this))?|sharing|social(?:-?(?:links?|share|media|icons?))?|addthis\w*|sharedaddy",
    r"jp-relatedposts|related(?:-?(?:posts?|stories|articles?|content|news|links?|items?|navigation))?|recommended(?:-?\w+)?",
    r"most-?(?:read|popular|viewed)|popular-?posts?|trending|more-?(?:stories|news|articles|from|on)|read-?next",
    r"you-?may-?(?:also-?)?like|up-?next|latest-?(?:news|posts?|stories|articles)|recent-?posts?",
    r"newsletter(?:-?\w+)?|subscribe(?:-?\w+)?|sign-?up(?:-?\w+)?|donat(?:e|ion)s?(?:-?\w+)?",
    r"promo(?:tion|s)?(?:-?\w+)?|advert(?:s|isement|ising)?|ads?|ad-(?:slot|unit|container)\w*|sponsored|outbrain|taboola",
    r"side-?bar|widget(?:-area)?|(?:site|global|page)-?(?:header|footer|nav|navigation)|masthead|nav(?:bar|igation)?|footer|menu",
    r"calendar|events?-?calendar|datepicker|tag-?(?:list|cloud)|tags|author-?(?:bio|box)|print-?(?:this|page|link)|back-?to-?top",
    r"screen-reader-(?:text|only)|sr-only|(?:\w+-u-)?visually-?hidden|modal|popup|paywall|(?:page-)?feedback|is-this-page-useful",
)) + r")(?:__\w+|--\w+|-\d+)?", re.IGNORECASE)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What these words call furniture only when it is a part of the page, never when it is most of it.
MOST_OF_THE_PAGE = 0.5
MOST_ENDINGS = 30
WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "m", "t", "w", "f", "s", "mo", "tu", "we", "th", "fr", "sa", "su",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
INLINE_TAG = re.compile(r"</?(?:font|span|b|i|u|em|strong|center|small|big|tt|a)\b[^<>]*>", re.IGNORECASE)
DIVISION_TAG = re.compile(
    r"<(/?)(?:div|section|article|main|blockquote|ul|ol|dl|dd|dt|li|table|tbody|tr|td)\b[^<>]*>", re.IGNORECASE)


def parse_tree(html: str) -> HtmlElement | None:
    """The tree of a page, or None where it holds no element. Nothing is fetched and no entity expanded."""
    html = UNPRINTABLE.sub("", html)
    tree, complete = _parsed(html)
    if not complete:
        # Hundreds of unclosed elements: libxml2 stops at 256 levels and loses the rest. Without them it is a flat page.
        tree, _ = _parsed(DIVISION_TAG.sub(r"<\1p>", INLINE_TAG.sub(" ", html)))
    return tree


def prune(tree: HtmlElement) -> None:
    """Take page furniture out of the tree: menus, comments, calendars, share bars, teaser lists, hidden parts."""
    body = tree.find("body")
    root = tree if body is None else body
    whole = max(1, len(text_of(root)))
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element is root or element.getparent() is None:
            continue
        if _is_furniture(element, whole):
            element.drop_tree()
    _cut_endings(root, whole)


def text_of(element: HtmlElement) -> str:
    """All text below an element."""
    return "".join(element.itertext())


def _parsed(html: str) -> tuple[HtmlElement | None, bool]:
    parser = HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None, True
    return tree, not any("depth" in entry.message for entry in parser.error_log)


def _is_furniture(element: HtmlElement, whole: int) -> bool:
    tag = str(element.tag)
    if tag in FURNITURE_ELEMENTS:
        # Old ASP.NET sites wrap the whole page in one form.
        return tag != "form" or len(text_of(element)) < MOST_OF_THE_PAGE * whole
    if tag in ("body", "main", "article", "html"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" or HIDDEN_STYLE.search(element.get("style", "")):
        return len(text_of(element)) < MOST_OF_THE_PAGE * whole
    if tag == "table":
        return _is_calendar(element)
    named = CAMEL.sub("-", f"{element.get('class', '')} {element.get('id', '')}").split()
    if tag == "aside" or element.get("role", "") in FURNITURE_ROLES or any(FURNITURE_WORDS.fullmatch(word) for word in named):
        return element.find(".//h1") is None and len(text_of(element)) < MOST_OF_THE_PAGE * whole
    if tag != "header" or element.find(".//h1") is not None:
        return False
    return not any(outer.tag in ("article", "main") for outer in element.iterancestors())


def _cut_endings(root: HtmlElement, whole: int) -> None:
    """Take out each "Comments", "Related stories" and the like with what follows it in its part of the page."""
    tries = 0
    for element in list(root.iter("h2", "h3", "h4", "h5", "h6", "p", "div", "strong", "b", "a", "span")):
        if len(element) > 3 or root not in element.iterancestors() or not is_ending(clean_line(text_of(element))):
            continue
        tries += 1
        if tries > MOST_ENDINGS:
            return
        while element.getparent() is not root and clean_line(text_of(element.getparent())) == clean_line(text_of(element)):
            element = element.getparent()
        following = [element, *element.itersiblings()]
        # On a page that lists news, "Latest news" begins the very thing.
        if _is_most(following, whole):
            continue
        for part in following:
            part.drop_tree()


def _is_most(parts: list[HtmlElement], whole: int) -> bool:
    """Whether these parts hold the headline or most of the page's text."""
    size = 0
    for part in parts:
        size += len(text_of(part))
        if size > MOST_OF_THE_PAGE * whole or next(part.iter("h1"), None) is not None:
            return True
    return False


def _is_calendar(table: HtmlElement) -> bool:
    for row in table.iter("tr"):
        cells = [text_of(cell).strip().lower() for cell in row if isinstance(cell.tag, str)]
        if len(cells) == 7 and all(cell in WEEKDAYS for cell in cells):
            return True
    return False
