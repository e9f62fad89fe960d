"""What the description of the API cannot say to schemathesis: values of the formats that it names."""

from __future__ import annotations

import schemathesis
from hypothesis import strategies

from api.examples import cursor_of
from api.library import known_kinds
from api.listing import LISTED
from api.register import register

schemathesis.openapi.format("ods-code", strategies.sampled_from(sorted(register().by_code)))
schemathesis.openapi.format("evidence-kind", strategies.sampled_from(known_kinds()))
schemathesis.openapi.format("partial-date", strategies.dates().map(lambda day: day.isoformat()))
for name in (*LISTED, "search_passages"):
    schemathesis.openapi.format(f"cursor-{name}", strategies.just(cursor_of(name)))
