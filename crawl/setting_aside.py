"""Results that the store refuses: each is set aside as a failed page with the reason, and the rest is collected.

A page may give what no table takes, and a worker may be of another version than the collector. What such a page gave is lost to the
store, but not the page: it is failed on the shared frontier too, so that ``--retry`` asks for it again, in full; and its bytes are
on record where they can be, so that ``--again`` reads them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from uuid import UUID

from pydantic import ValidationError

from corpora.schema import Issue
from corpora.store import Store
from crawl.keeping import keep
from crawl.mirroring import mirror_visit
from crawl.pages import Result
from crawl.shared_database import SharedDatabase, first_line

REFUSALS = (sqlite3.IntegrityError, sqlite3.DataError, ValueError, LookupError, TypeError, ArithmeticError, AssertionError)
"""What is wrong with a result. A full disk, a damaged file, a lost connection are none of these: they end the collecting."""
LONGEST_REASON = 300


def failed_instead(written: str, error: Exception) -> Result | None:
    """The refused result as one of a page that failed; None where it was no visit's, or not even that can be read from it."""
    try:
        fields = json.loads(written)
        failed = {"visit": fields["visit"], "at": fields["at"], "ended": "failed"}
        plain = Result.model_validate(failed | {"reason": _reason(error)})
        if plain.visit.hint.forget:
            # What the error quotes may be a name.
            return plain.model_copy(update={"reason": f"the database refused what it gave: {type(error).__name__}"})
    except (ValueError, LookupError, TypeError):
        return None
    try:
        return Result.model_validate(plain.model_dump() | {"answer": fields.get("answer")})
    except ValidationError:
        return plain


def ask_again_in_full(database: SharedDatabase, failed: Result) -> None:
    """The page counts as failed on the shared frontier too, unless it was visited again since."""
    database.connection.execute(
        "UPDATE frontier SET etag = NULL, last_modified = NULL, reason = CASE WHEN state = 'done' THEN %(reason)s ELSE reason END, "
        "state = CASE WHEN state = 'done' THEN 'failed' ELSE state END WHERE id = %(id)s AND done_at = %(at)s",
        {"reason": failed.reason, "id": failed.visit.id, "at": failed.at})


def set_aside(store: Store, id_: UUID, error: Exception, failed: Result | None) -> None:
    """An issue with the reason, and where it was a visit's result, a failed page."""
    for result in _told_in_turn(failed):
        try:
            with store.joining():
                keep(store, result)
                mirror_visit(store, result)
        except REFUSALS:
            continue
        return
    with store.joining():
        store.add_issue(Issue(stage="crawl", where=f"result {id_} of a worker", reason=_reason(error)))


def _told_in_turn(failed: Result | None) -> Iterator[Result]:
    """With what was answered, and if that is what is refused, without."""
    if failed:
        yield failed
        yield failed.model_copy(update={"answer": None})


def _reason(error: Exception) -> str:
    words = first_line(error)
    if isinstance(error, ValidationError):
        first = error.errors(include_input=False)[0]
        words = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return f"the database refused what it gave: {words}"[:LONGEST_REASON]
