"""The frontier's side of reading again and of the archive: which pages have bytes at hand, and what reading them anew replaces."""

from __future__ import annotations

from collections.abc import Iterable

from corpora.schema import Capture
from crawl.any_frontier import priority_of
from crawl.frontier_rows import VISIT_COLUMNS, FrontierRows
from crawl.keeping import LostRecords, forget, keep
from crawl.pages import FORGOTTEN, Answer, Captured, Kept, PageContents, Result, Visit


class FrontierArchive(FrontierRows):
    """What a frontier knows of the pages whose bytes are kept."""

    # Reading again --------------------------------------------------------------------------------------------------

    def captured(self, source: str, *, behind: tuple[float, int], limit: int) -> list[Captured]:
        """Pages of a source that were read or should have been, in the order in which that was last tried. Not those whose
        addresses were forgotten.

        Args:
            behind: when that was and the page's number, of the last one that was given out.
        """
        rows = self.db.execute(
            f"SELECT {VISIT_COLUMNS}, state = 'failed' AND refusal IS NOT 'gone', refusal IS 'gone', read_at, capture_id, "
            "capture_url FROM frontier WHERE source = ? "
            f"AND capture_id IS NOT NULL AND url NOT LIKE '{FORGOTTEN}%' AND (read_at, id) > (?, ?) ORDER BY read_at, id LIMIT ?",
            [source, *behind, limit]).fetchall()
        return [Captured(visit=self._visit(row), failed=failed, gone=gone, read_at=read_at, capture_id=capture_id,
                         capture_url=capture_url) for *row, failed, gone, read_at, capture_id, capture_url in rows]

    def finish_again(self, captured: Captured, capture: Capture, contents: PageContents) -> Kept:
        """Keep what reading a page again gave. New links are to be asked for; what was linked before stays as it is."""
        visit = captured.visit
        with self._together():
            documents = tuple(document for document in contents.documents if self._may_replace(visit, capture, document.id))
            kept = keep(self.store, Result(
                visit=visit, ended="read", at=captured.read_at, answer=Answer(status=capture.status, capture=capture),
                contents=contents.model_copy(update={"documents": documents}), refusal="gone" if captured.gone else None),
                again=True)
            for link in contents.links:
                # Those whose addresses are to be forgotten wait until a page that is asked for names them.
                if not link.hint.forget:
                    self._insert(link.source or visit.source, link, found_on=None if link.source else visit.id,
                                 priority=priority_of(link.role))
            if captured.failed:
                self.db.execute("UPDATE frontier SET state = 'done', reason = NULL, refusal = NULL WHERE id = ? "
                                "AND state = 'failed'", [visit.id])
        return kept

    def _may_replace(self, visit: Visit, capture: Capture, document_id: str) -> bool:
        """False where a document was last given by another page, whose bytes are at hand as well: that one says what it is."""
        stored = self.store.document(document_id)
        return stored is None or stored.capture_id in (None, capture.id) or self.db.execute(
            "SELECT 1 FROM frontier WHERE capture_id = ? AND id <> ?", [stored.capture_id, visit.id]).fetchone() is None

    # The archive ----------------------------------------------------------------------------------------------------

    def is_archived(self, capture_id: str, url: str) -> bool:
        """True where these bytes of this address lie in the archive."""
        return self.store.is_archived(capture_id, url)

    def last_records(self, files: Iterable[str]) -> dict[str, int]:
        """Where the last committed record begins in each file of the archive, whether it is there or not."""
        return dict(self.db.execute(
            "SELECT archive, max(archive_offset) FROM captures WHERE archive IS NOT NULL GROUP BY archive").fetchall())

    def records_lost(self, file: str, *, end: int) -> None:
        """The records of this file from byte ``end`` on are gone: their pages are asked for again."""
        with self._together():
            self.db.execute(
                "UPDATE frontier SET state = 'pending', etag = NULL, last_modified = NULL, not_before = 0 WHERE capture_id IN "
                "(SELECT id FROM captures WHERE archive = ?1 AND archive_offset >= ?2) AND state = 'done'", [file, end])
            forget(self.store, LostRecords(file=file, end=end))
