"""What the description of the API cannot say to schemathesis: values of the formats that it names."""

from __future__ import annotations

import schemathesis
from hypothesis import strategies

from api.register import register

schemathesis.openapi.format("ods-code", strategies.sampled_from(sorted(register().by_code)))
schemathesis.openapi.format("partial-date", strategies.dates().map(lambda day: day.isoformat()))
