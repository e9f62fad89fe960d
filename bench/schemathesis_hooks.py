"""What the description of the API cannot say to schemathesis: values of the formats that it names."""

from __future__ import annotations

import json
from pathlib import Path

import schemathesis
from hypothesis import strategies

from api.app import create_app
from api.examples import cursor_of
from api.joining.findings import rules
from api.library import known_kinds
from api.listing import LISTED
from api.register import register

schemathesis.openapi.format("ods-code", strategies.sampled_from(sorted(register().by_code)))
schemathesis.openapi.format("evidence-kind", strategies.sampled_from(known_kinds()))
schemathesis.openapi.format("divergence-rule", strategies.sampled_from([rule.name for rule in rules()]))
schemathesis.openapi.format("partial-date", strategies.dates().map(lambda day: day.isoformat()))
schemathesis.openapi.format("reconciliation-queries", strategies.dictionaries(
    strategies.text(max_size=5), strategies.fixed_dictionaries({"query": strategies.text(max_size=40)}), min_size=1, max_size=5,
).map(json.dumps))
schemathesis.openapi.format("reconciliation-extension", strategies.just(
    json.dumps({"ids": ["RX1", "none"], "properties": [{"id": "segment"}]})))
create_app(Path("none.db"), by_meaning=False)  # Every list is known once its route is.
for name in LISTED:
    schemathesis.openapi.format(f"cursor-{name}", strategies.just(cursor_of(name)))
