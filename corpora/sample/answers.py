"""The sample as answers of an API, laid out as GOV.UK's are: a search that names pages, and the contents of each page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from uuid import NAMESPACE_URL, uuid5

from corpora.sample import SampleText

NOTE = "summary in our own words, from an API"
PER_ANSWER = 4
START = f"/api/search.json?order=-public_timestamp&count={PER_ANSWER}&start=0"


def content_path(text: SampleText) -> str:
    """Where the contents of a text's page are had."""
    return f"/api/content/texts/{text.id}"


def search_path(start: int) -> str:
    """Where the answer stands that begins with the text of this number, counted from 0."""
    return START.removesuffix("0") + str(start)


def search_answer(texts: Sequence[SampleText], start: int) -> bytes:
    """The texts that a search finds, newest first, from this one on."""
    newest = list(reversed(texts))
    return _json({
        "results": [{"title": text.title, "link": f"/texts/{text.id}", "public_timestamp": _noon(text), "format": "press_release",
                     "organisations": [{"title": text.publisher}]} for text in newest[start:start + PER_ANSWER]],
        "total": len(newest), "start": start, "facets": {}, "suggested_queries": []})


def content_answer(text: SampleText) -> bytes:
    """The contents of one page: its summary is the first paragraph, its body the others. Its source is an external link of it."""
    opening, *others = text.paragraphs
    return _json({
        "base_path": f"/texts/{text.id}", "content_id": str(uuid5(NAMESPACE_URL, text.url)), "document_type": "press_release",
        "schema_name": "news_article", "locale": "en", "title": text.title, "description": opening,
        "first_published_at": _noon(text), "public_updated_at": _noon(text), "withdrawn_notice": {},
        "details": {"body": "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in others),
                    "external_related_links": [{"title": text.publisher, "url": text.url}]},
        "links": {"organisations": [{"title": f"{text.publisher} ({NOTE})"}]}})


def _noon(text: SampleText) -> str:
    return f"{text.published}T12:00:00Z"


def _json(answer: object) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode()
