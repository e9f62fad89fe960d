"""Papers attached to a page of GOV.UK: what the page says of them (:mod:`crawl.answers.papers` reads them).

A paper is a file on the host of GOV.UK's assets. It has no date of its own in the content API, only the page's: the day of its
first publication and the notes of its changes, by which a file may have come or been replaced later.
"""

from __future__ import annotations

import re

from corpora.schema import PartialDate, PublicationDate
from crawl.answers.documents import STATED, stated_date
from crawl.answers.gov_uk_attachments import Attachment
from crawl.answers.json_parts import Part
from crawl.reading import Errand

LONGEST_TITLE = 500
NAMED, CHANGED = 0.85, 0.6
"""How far a paper's date is trusted: that of the change which names it; that of the first publication of a page that changed."""


def paper_title(page: str, attachment: str) -> str:
    """``Annual report 2026: Annex A``; where one of both titles holds the other, that one."""
    for longer, shorter in ((attachment, page), (page, attachment)):
        if shorter.lower() in longer.lower():
            return longer[:LONGEST_TITLE]
    return f"{page}: {attachment}"[:LONGEST_TITLE]


def published_of_paper(page: Part, attachment: Attachment, errand: Errand) -> PublicationDate | None:
    """When a paper was published, as far as its page says.

    A page that has not changed since it was published was published with its papers. Else the newest change whose note names the
    paper counts; and where none does, the first publication is trusted less than a date that the paper states of itself.

    Raises:
        UnreadableInput: what the page says is no date.
    """
    first = page.day("first_published_at") or page.day("public_updated_at")
    changes = [(change.day("public_timestamp"), change.words("note")) for change in page.part("details").parts("change_history")]
    later = {day: note for day, note in sorted((day, note) for day, note in changes if day) if first and day > first}
    if first and page.day("first_published_at") and not later and (page.day("public_updated_at") or first) <= first:
        return stated_date(first, errand.today)
    # One word, such as "Report", may be any in a note.
    title = _plain(attachment.title)
    naming = [day for day, note in later.items() if title in _plain(note)] if len(title.split()) > 1 else []
    return _less_trusted(naming[-1], NAMED, errand) if naming else _less_trusted(first, CHANGED, errand)


def _less_trusted(day: PartialDate | None, reliability: float, errand: Errand) -> PublicationDate | None:
    stated = stated_date(day, errand.today)
    return stated.model_copy(update={"reliability": min(reliability, STATED)}) if stated else None


def _plain(words: str) -> str:
    """The words alone, each between spaces."""
    return " ".join(["", *re.findall(r"[^\W_]+", words.lower()), ""])
