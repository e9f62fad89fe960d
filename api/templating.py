"""Pages from templates: everything escaped, every missing name an error."""

from __future__ import annotations

import re

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from api.links import safe_link, source_link
from api.words import (
    LOW_RELIABILITY,
    claim_in_words,
    date_in_words,
    how_to_cite,
    in_words,
    lower_first,
    place_in_words,
    value_in_words,
)

_CODE = re.compile(r"`+([^`]+)`+")

environment = Environment(
    loader=PackageLoader("api", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def code_spans(text: str) -> Markup:
    """Text with what stands between backticks as code, escaped."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704  # escaped before


environment.filters |= {
    "code": code_spans,
    "words": in_words, "lower_first": lower_first, "claim": claim_in_words, "day": date_in_words, "safe_link": safe_link,
    "source_link": source_link, "place": place_in_words,
    "capital": lambda text: text[:1].upper() + text[1:], "how_to_cite": how_to_cite, "thousands": lambda number: f"{number:,}"}
environment.globals |= {"low_reliability": LOW_RELIABILITY, "value_in_words": value_in_words}


def render(template: str, *, status: int = 200, headers: dict[str, str] | None = None, **values: object) -> HTMLResponse:
    """A template filled in, as a response."""
    return HTMLResponse(environment.get_template(template).render(values), status, headers)
