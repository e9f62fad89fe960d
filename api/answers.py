"""The answers of the API that are more than one record of ``corpora.schema``."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from api.joining.records import FindingAnswer, Peers, SystemPiece
from corpora.official.agreement import PublishedSegment as PublishedSegment
from corpora.official.facts import DatedCount, DatedRating
from corpora.organisations import Organisation, Succession
from corpora.schema import Citation, CitedEvidence, DocumentType, PartialDate, PublicationDate, Record, Segment
from corpora.store.versions import Version
from nlp.explain import Explanation

Item = TypeVar("Item")


class Listing(Record, Generic[Item]):
    """One page of a list. ``next_cursor`` given as ``cursor`` asks for the next; null on the last page."""

    items: tuple[Item, ...]
    next_cursor: str | None = None

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """``AlertList``: its name in the description of the API."""
        return f"{params[0].__name__}List"


class TrustRow(Record):
    """An organisation in a list: with its newest published segment and how much evidence there is about it."""

    organisation: Organisation
    segment: Segment | None
    evidence: int


class TrustAnswer(Record):
    """All that is known about one organisation, the newest evidence first."""

    organisation: Organisation
    predecessors: tuple[Succession, ...]
    successors: tuple[Succession, ...]
    segments: tuple[Segment, ...]
    """Every row of every source that was imported, but for what a later publication corrected."""
    published_segments: tuple[PublishedSegment, ...]
    """The same with sources that agree about a period made one."""
    evidence_by_kind: dict[str, int]
    latest_evidence: tuple[CitedEvidence, ...]
    peers: Peers | None
    """What others of its type look like; null where no segment of it has been published."""
    divergence: tuple[FindingAnswer, ...]
    """Soft evidence that does not fit the official view, with both sides and the formula filled in."""
    being_worked_out: bool = False
    """Whether `peers` and `divergence` are still being worked out, as after the start of a server over much evidence: they are
    then null and empty, which says nothing about the organisation. Ask again in a moment."""
    ratings: tuple[DatedRating, ...]
    """CQC ratings of the whole trust from the official files, newest first, each with the days it is shown to have held."""
    never_events: tuple[DatedCount, ...]
    """Official counts of never events by year, newest first: its own and, under their codes, those of whom it took over from."""
    system_level: tuple[SystemPiece, ...]
    """What was decided about the systems that it belongs to: not about the organisation, and counted in none of its numbers."""


class Month(Record):
    """A month: the segments whose period began in it, the ratings published and the years of never events that ended in it, and
    the evidence published in it by kind. Null: undated evidence."""

    month: PartialDate | None
    segments: tuple[Segment, ...]
    ratings: tuple[DatedRating, ...]
    never_events: tuple[DatedCount, ...]
    evidence_by_kind: dict[str, int]


class Excerpt(Record):
    """A stretch of a document around the evidence quoted from it."""

    start: int
    end: int
    text: str
    evidence_ids: tuple[str, ...]


class VersionRow(Record):
    """A document as it was until another text took its place. Evidence is read from the newest text only."""

    version: Version
    diff: str
    """The address where what was changed is told."""


class VersionAnswer(Record):
    """What was changed when a version of a document was replaced."""

    document_id: str
    title: str
    """The document's present title."""
    version: Version
    diff: str | None
    """A unified diff to the text that took its place; null where the document's licence does not allow its text to be passed on."""


class DocumentAnswer(Record):
    """A document. ``text`` is given where its licence allows; where not, the surroundings of what is quoted from it."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    doc_type: DocumentType
    published: PublicationDate | None
    licence: str | None
    source: str | None
    characters: int
    text: str | None
    excerpts: tuple[Excerpt, ...]
    versions: tuple[VersionRow, ...] = ()
    """What it was before, the oldest first."""


class Step(Record):
    """One step of a decision, in words."""

    heading: str
    lines: tuple[str, ...]


class ExplanationAnswer(Record):
    """Why a piece of evidence is filed as it is: each step with what spoke for and against, and the same in words."""

    citation: Citation
    read_by: str | None
    """The reader version that filed it; ``explanation.reader`` is the one that explains."""
    explanation: Explanation
    in_words: tuple[Step, ...]


class Health(Record):
    """Proof that the database was read just now."""

    status: Literal["ok"]
    documents: int
    evidence: int
