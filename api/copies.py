"""Copies of one text among what was found: shown once, with those who also published it."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.store import Store

RUN = 4
"""Words in a row that are compared."""

SAME = 0.5
"""The share of the shorter passage's runs of words that the other must hold: copies are cut to passages at other places."""


def folded(store: Store, ranked: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The passages in their order, those left out that say again what a better one of a copied document says.

    Returns:
        for each passage that stays the passages that it stands for, best first.
    """
    groups = store.copy_groups(ranked)
    members: dict[str, list[int]] = {}
    for passage_id in ranked:
        if passage_id in groups:
            members.setdefault(groups[passage_id].cluster, []).append(passage_id)
    several = {cluster: ids for cluster, ids in members.items() if len({groups[one].document_id for one in ids}) > 1}
    texts = store.found_texts([passage_id for ids in several.values() for passage_id in ids]) if several else {}
    runs = {passage_id: _runs(found.text) for passage_id, found in texts.items()}
    stands_for: dict[int, list[int]] = {}
    gone: dict[int, int] = {}
    for ids in several.values():
        kept: list[int] = []
        for passage_id in ids:
            same = next((one for one in kept if passage_id in runs and groups[one].document_id != groups[passage_id].document_id
                         and _same(runs[one], runs[passage_id])), None)
            if same is None:
                kept.extend([passage_id] if passage_id in runs else [])
            else:
                gone[passage_id] = same
                stands_for.setdefault(same, []).append(passage_id)
    return {passage_id: tuple(stands_for.get(passage_id, ())) for passage_id in ranked if passage_id not in gone}


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.casefold().split()
    return frozenset(tuple(words[place:place + RUN]) for place in range(max(1, len(words) - RUN + 1)))


def _same(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return len(one & other) >= SAME * min(len(one), len(other))
