"""What the store keeps of a visit: at its end where frontier and store are one database, later where results are collected."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Literal

from corpora.schema import Document, Issue, Record
from corpora.store import Store
from corpora.store.documents import ADDED
from crawl.pages import Kept, Result

Outcome = Literal["new", "changed", "unchanged"]
RECORDS_LOST_REASON = "the archive lost records that were committed (a power cut?); their pages are asked for again"


class LostRecords(Record):
    """Records of the archive that are gone: those of this file from byte ``end`` on."""

    file: str
    end: int


def keep(store: Store, result: Result, *, again: bool = False) -> Kept:
    """Keep what a visit gave, in one transaction. The same result kept again changes no capture, document or issue.

    Args:
        again: the page was read again from the archive and not asked for: the ledger counts nothing, and what its documents
            were before was no other version of the page.

    Returns:
        How many of the page's documents are new, changed and unchanged.
    """
    outcomes = Counter[str]()
    with store.atomic():
        if result.answer and result.answer.capture:
            store.add_capture(result.answer.capture)
        if result.ended == "read":
            outcomes = _keep_contents(store, result, again=again)
        elif result.ended == "unchanged":
            # It may have failed since; what its items were found to lack is as true as before.
            store.replace_issues("crawl", result.visit.url, parts=False)
        else:
            store.add_issue(Issue(stage="crawl", where=result.visit.url, value=result.visit.source, reason=result.reason))
            if result.refusal == "gone":
                # What nobody says any more nobody can check. A site that is out of order, or will not have us, takes nothing back.
                day = datetime.datetime.fromtimestamp(result.at, datetime.UTC).date()
                store.page_is_gone(result.visit.url, since=day.isoformat())
        kept = Kept(**outcomes)
        if not again:
            _count(store, result, kept)
    return kept


def forget(store: Store, lost: LostRecords) -> None:
    """The store no longer says that these records are in the archive, and says that they were lost."""
    with store.atomic():
        store.db.execute("UPDATE captures SET archive = NULL, archive_offset = NULL WHERE archive = ? AND archive_offset >= ?",
                         [lost.file, lost.end])
        store.add_issue(Issue(stage="crawl", where=lost.file, reason=RECORDS_LOST_REASON))


def _count(store: Store, result: Result, kept: Kept) -> None:
    """What was asked for, and what came of it: in the ledger, and in the source's round."""
    failed = result.ended == "failed"
    store.add_to_ledger(
        result.visit.source, week=week_of(result.at), org=result.visit.hint.org, asked=1, new=kept.new, changed=kept.changed,
        unchanged=int(not failed and not kept.new and not kept.changed), failed=int(failed and not result.refusal),
        refused=int(failed and bool(result.refusal)))
    store.count_in_round(result.visit.source, fetched=int(not failed), new=kept.new, changed=kept.changed, failed=int(failed))


def week_of(seconds: float) -> str:
    """The ISO week of a time, in UTC: ``2026-W47``."""
    year, week, _ = datetime.datetime.fromtimestamp(seconds, datetime.UTC).isocalendar()
    return f"{year}-W{week:02d}"


def _keep_contents(store: Store, result: Result, *, again: bool) -> Counter[str]:
    contents = result.contents
    assert contents is not None
    assert result.answer is not None
    capture = result.answer.capture
    assert capture is not None
    outcomes = Counter[str](_keep_document(store, document, seen_at=capture.fetched_at, again=again)
                            for document in contents.documents)
    if contents.segments:
        store.add_segments(contents.segments)
    for fact in contents.facts:
        store.add_fact(fact)
    if result.refusal != "gone":
        # What is read again of a page that went since announces nothing.
        store.replace_meetings(result.visit.url, contents.meetings, seen_at=capture.fetched_at, led_to=capture.url,
                               in_paper=bool(contents.documents))
    if contents.register_entries:
        store.add_register_entries(contents.register_entries, seen_at=capture.fetched_at)
    for place in {result.visit.url, capture.url}:
        store.replace_issues("crawl", place, contents.issues)
    return outcomes


def _keep_document(store: Store, document: Document, *, seen_at: str, again: bool) -> Outcome:
    stored = store.document(document.id)
    if stored is None:
        store.add_document(document)
        return "new"
    # A document that two sources give belongs to the one that gave it first, or each crawl would file it anew.
    if stored.source not in (None, ADDED, document.source):
        return "unchanged"
    # Bytes change for reasons that no reader sees; then the document stays with the capture it was first read from.
    if stored.model_copy(update={"capture_id": document.capture_id}) == document:
        return "unchanged"
    store.add_document(document, seen_at=seen_at, is_version=not again)
    return "changed"
