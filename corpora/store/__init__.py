"""The store: one SQLite file, and the only writer of its SQL, split by idea.

``passages``, ``versions`` < ``documents`` < ``evidence``, ``claims``, ``files``, ``readings``; ``segments``; ``official``;
``gathering``; ``coverage``; ``source_rounds``; ``search``; ``tokens``; ``health``: slices of one ``Store``.
"""

from __future__ import annotations

from corpora.store.claims import Claims
from corpora.store.coverage import CoverageStore
from corpora.store.evidence import EvidenceStore
from corpora.store.files import Files
from corpora.store.gathering import Gathering
from corpora.store.health import Health
from corpora.store.hits import Hits
from corpora.store.meetings import Meetings
from corpora.store.official import OfficialFacts
from corpora.store.readings import MisquotedEvidence, Readings
from corpora.store.search import Search
from corpora.store.segments import Segments
from corpora.store.source_rounds import SourceRounds
from corpora.store.tokens import Tokens


class Store(EvidenceStore, Claims, Files, Readings, Segments, OfficialFacts, Gathering, Meetings, CoverageStore, SourceRounds,
            Search, Hits, Tokens, Health):
    """An open softintel database. ``Store(path)`` writes; ``Store(path, read_only=True)`` only asks."""


__all__ = ["MisquotedEvidence", "Store"]
