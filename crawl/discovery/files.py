"""Which links lead to files, and what a file is called: by ending, by the address of a download handler, by the page's word."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from crawl.discovery.anchors import Anchor
from crawl.discovery.signs import EMPTY_WORDS, NAMELESS, TRIMMINGS

ENDING = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?|od[stp]|zip|rtf)$", re.IGNORECASE)
OTHER_ENDING = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|mp[34]|mov|ics|css|js|xml|rss|json|exe|csv)$", re.IGNORECASE)
# Download handlers of the content management systems that trusts use.
HANDLER = re.compile(
    r"/download_file/(?:view(?:_inline)?/|force/)?\d|/navigate/\d+/\d+|/download\.(?:cfm|aspx?|php|ashx)\b|/downloads?/(?:file/)?[\w%.-]+/?$"
    r"|/(?:get|view|show|open)-?(?:file|document|asset|attachment|media)\w*(?:\.\w+)?/?|/easysiteweb/getresource|/downloadasset|\.ashx$"
    r"|/media/(?:download|\d+)\b|/file/\d+|/documents?/\d+/download|/attachments?/\d+|/assets/documents/", re.IGNORECASE)
HANDLER_QUERY = re.compile(r"(?:^|&)(?:wpdmdl|attachment_id|download|assetid|fileid|file|docid|documentid|doc)=", re.IGNORECASE)
SAID = re.compile(r"[\[(]\s*(?:pdf|word|docx?|zip|pptx?|xlsx?|od[pst])\b|\b[\d.,]+\s*[kmg]b\b|\bpdf\b"
                  r"|\.(?:pdf|docx?|od[pst]|zip)\b", re.IGNORECASE)
VERSION = re.compile(r"^(?:ver|version|v|rev|revision|t|ts|timestamp|_)$", re.IGNORECASE)


def is_file(anchor: Anchor) -> bool:
    """True where a link says that it leads to a document and not to a page."""
    parts = urlsplit(anchor.url)
    path = unquote(parts.path)
    if OTHER_ENDING.search(path):
        return False
    return bool(anchor.is_file or ENDING.search(path) or HANDLER_QUERY.search(parts.query)
                or any(ENDING.search(value) for _, value in parse_qsl(parts.query))
                or SAID.search(f"{anchor.words} {anchor.about}"))


def may_be_file(anchor: Anchor) -> bool:
    """True for files, and for addresses of download handlers, some of which give pages as well (``/navigate/10/2``)."""
    return is_file(anchor) or (HANDLER.search(unquote(urlsplit(anchor.url).path)) is not None and not leads_nowhere(anchor.url))


def leads_nowhere(url: str) -> bool:
    """True for pictures, sounds, style sheets and the like."""
    return bool(OTHER_ENDING.search(urlsplit(url).path))


def name_words(url: str) -> str:
    """The words of a file's name: ``/docs/Public_Board-papers%20March.pdf`` → ``Public Board papers March``."""
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    asked = next((value for _, value in parse_qsl(parts.query) if ENDING.search(value)), "")
    name = asked if asked and not ENDING.search(last) else last
    return re.sub(r"[\W_]+", " ", ENDING.sub("", name[:200])).strip()


def identity(url: str) -> str:
    """A file's address without the number of its version: a new version of a pack is not a second pack."""
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not VERSION.match(name)]
    # A handler that is asked for nothing but a version has nothing else that tells its files apart.
    return url if len(kept) == len(asked) else urlunsplit((*parts[:3], urlencode(kept), parts.fragment))


def trimmed(words: str) -> str:
    """A link's words without "(PDF, 3.2 MB)" and "opens in a new window"."""
    return re.sub(r"\s+", " ", TRIMMINGS.sub(" ", words)).strip(" -–—:|,>»›")


def says_nothing(words: str) -> bool:
    """True for "View papers", "Click here", "Read more" and the like, which do not say of which meeting."""
    return not words or bool(EMPTY_WORDS.match(words))


def is_nameless(words: str) -> bool:
    """True for "Download", "Click here" and the like, which do not say what the paper is."""
    return not words or bool(NAMELESS.match(words))
