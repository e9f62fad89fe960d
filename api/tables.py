"""Lists as CSV, for spreadsheets: one page a file, the next one named in the ``Link`` header (RFC 8288)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from fastapi import Request, Response

from corpora.schema import Record

CSV = "text/csv; charset=utf-8; header=present"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at a cell's beginning."""


def csv_answer(request: Request, kind: type[Record], records: Sequence[Record], *, next_cursor: str | None) -> Response:
    """Records as a table with a header line, a column a field."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(kind.model_fields)
    writer.writerows([_cell(value) for value in record.model_dump().values()] for record in records)
    headers = {"Link": f"<{request.url.include_query_params(cursor=next_cursor)}>; rel=\"next\""} if next_cursor else {}
    return Response(table.getvalue(), media_type=CSV, headers=headers)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
