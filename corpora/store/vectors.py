"""The embeddings of passages, as they are stored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.store.connection import Connection


@dataclass(frozen=True, slots=True)
class StoredVector:
    """One passage's embedding, as stored."""

    passage_id: int
    vector: bytes


class Vectors(Connection):
    """Handing out vectors."""

    def vectors(self, *, after: int = 0) -> Iterator[StoredVector]:
        """The vectors of all passages that have one and whose id is greater than ``after``, by id."""
        for passage_id, vector in self.db.execute(
                "SELECT id, vector FROM passages WHERE vector IS NOT NULL AND id > ? ORDER BY id", [after]):
            yield StoredVector(int(passage_id), bytes(vector))

    def vectors_of(self, passage_ids: Sequence[int]) -> list[StoredVector]:
        """The vectors of those of these passages that are there and have one, by id."""
        return [StoredVector(int(passage_id), bytes(vector)) for passage_id, vector in self.db.execute(
            "SELECT id, vector FROM passages WHERE vector IS NOT NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
            [json.dumps(list(passage_ids))])]

    def count_vectors(self, *, after: int = 0, most: int) -> int:
        """How many passages with an id greater than ``after`` have a vector, counted no further than ``most``."""
        return int(self.db.execute("SELECT count(*) FROM (SELECT 1 FROM passages WHERE vector IS NOT NULL AND id > ? LIMIT ?)",
                                   [after, most]).fetchone()[0])

    def next_passage_id(self) -> int:
        """The id that the next passage will have; none that there ever was is as great."""
        return int(self.db.execute("SELECT max(coalesce((SELECT next FROM passage_counter), 1), "
                                   "coalesce((SELECT max(id) + 1 FROM passages), 1))").fetchone()[0])
