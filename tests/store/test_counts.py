"""Counts of evidence that are kept beside it. EVERYTHING SAID HERE ABOUT REAL ORGANISATIONS IS INVENTED."""

from __future__ import annotations

import random
from pathlib import Path

from corpora.store import Store
from tests.api.writing import Told, write

QUOTES = ("Waits have grown again.", "The board was warned.", "Two never events were reported.")
KINDS = (("concern", "workforce"), ("intervention", "warning_notice"), ("never_event", "unspecified"))


def recounted(store: Store) -> dict[tuple[str, str], int]:
    """Counted anew from the evidence itself."""
    return {(org, kind): count for org, kind, count in store.db.execute(
        "SELECT coalesce(org, ''), kind, count(*) FROM evidence WHERE copy_of IS NULL GROUP BY 1, 2")}


def kept(store: Store) -> dict[tuple[str, str], int]:
    """As they are kept."""
    return {(org, kind): count for org, kind, count in store.db.execute("SELECT * FROM evidence_counts WHERE pieces <> 0")}


def test_kept_counts_are_those_of_a_recount_whatever_is_read_replaced_marked_and_removed(tmp_path: Path) -> None:
    chance = random.Random(11)
    with Store(tmp_path / "test.db") as store:
        for step in range(120):
            number = step if step < 12 else chance.randrange(12)
            told = [Told(quote, *kind, org=chance.choice(("RX1", "RDU", None)))
                    for quote, kind in zip(QUOTES, chance.sample(KINDS, chance.randrange(1, 4)), strict=False)]
            write(store, f"d{number}", *told, published=chance.choice(("2021-09-15", "2022-01-02", None)))
            if step % 7 == 3 and step > 12:
                for document_id in ("d1", "d2"):
                    store.add_fingerprint(document_id, method="m", exact="same", bands=[1])
                store.join_copies("d1", "d2")
                store.mark_copies()
            if step % 13 == 5:
                with store.atomic():
                    store.db.execute("DELETE FROM documents WHERE id = ?", [f"d{chance.randrange(3, 12)}"])
            assert kept(store) == recounted(store), step
        assert sum(store.count_evidence().values()) == sum(recounted(store).values()) > 0
        by_org = {org: sum(count for (of, _), count in recounted(store).items() if of == org) for org in ("RX1", "RDU")}
        assert store.evidence_totals() == by_org


def test_what_is_rolled_back_is_not_counted(tmp_path: Path) -> None:
    with Store(tmp_path / "test.db") as store:
        write(store, "d1", Told(QUOTES[0], *KINDS[0]))
        store.db.conn.execute("BEGIN")
        store.db.execute("DELETE FROM evidence")
        assert store.count_evidence() == {}
        store.db.conn.rollback()
        assert store.count_evidence() == {"concern": 1} == store.count_evidence(orgs=("RX1",))
