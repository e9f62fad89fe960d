"""The nearest passages are the nearest of the store's own vectors, whatever the file beside it holds. All texts are invented."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from api import vectors
from api.vectors import KeptVectors, building, nearness, open_vectors
from api.vectors.file import open_file, path_beside
from corpora.schema import Passage, Reading
from corpora.store import Store
from corpora.store.scope import EVERYTHING, SearchScope
from nlp.embed import to_bytes
from tests.conftest import make_document

Numbers = npt.NDArray[np.float32]
RANDOM = np.random.default_rng(5)
CENTRES = RANDOM.standard_normal((8, 384)).astype(np.float32)


def unit(rows: Numbers) -> Numbers:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def add(store: Store, number: int, passages: int = 20) -> None:
    """An invented document of passages with vectors around a few centres; every third speaks of an organisation."""
    around = unit(CENTRES[RANDOM.integers(8, size=passages)] + 0.7 * RANDOM.standard_normal((passages, 384)).astype(np.float32))
    texts = [f"Invented {'waits' if place % 4 else 'beds'} {number} {place}." for place in range(passages)]
    starts = np.cumsum([0, *(len(text) + 2 for text in texts)])
    store.add_document(make_document("\n\n".join(texts), document_id=f"d{number}", title=f"Turn {RANDOM.random()}"))
    store.save_reading(Reading(document_id=f"d{number}", reader="r", passages=tuple(
        Passage(start=int(start), end=int(start) + len(text), orgs=("RX1",) if place % 3 == 0 else (), vector=to_bytes(row))
        for place, (start, text, row) in enumerate(zip(starts, texts, around, strict=False)))))


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store of 1,200 vectors, which are many here: a file is worth it at 100, clusters at 500."""
    monkeypatch.setattr(building, "WORTH_A_FILE", 100)
    monkeypatch.setattr(building, "WORTH_CLUSTERS", 500)
    with Store(tmp_path / "store.db") as store:
        with store.atomic():
            for number in range(60):
                add(store, number)
        yield store


def by_looking(store: Store, vector: Numbers, *, scope: SearchScope = EVERYTHING, match: str | None = None,
               barred: str | None = None, least: float, limit: int) -> list[int]:
    inside = set(store.passage_ids(scope=scope, match=match)) - set(store.passage_ids(match=barred) if barred else ())
    stored = [one for one in store.vectors() if one.passage_id in inside]
    likeness = np.array([np.frombuffer(one.vector, "<f2").astype(np.float32) @ vector for one in stored])
    order = np.argsort(-likeness, kind="stable")[:limit]
    return [stored[place].passage_id for place in order if likeness[place] >= least]


@pytest.mark.parametrize("asked", [
    {}, {"scope": SearchScope(orgs=("RX1",))}, {"match": '"beds"'}, {"barred": '"beds"'},
    {"scope": SearchScope(orgs=("RX1",)), "match": '"beds"', "barred": '"turn" AND "d3"'}], ids=str)
@pytest.mark.parametrize("few", [20_000, 50])
def test_the_nearest_are_those_that_looking_at_every_vector_gives(
        filled: Store, asked: dict[str, object], few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "FEW", few)
    for is_made in (False, True):
        if is_made:
            vectors.renew(filled)
        held = open_vectors(filled)
        assert (held.file is not None) == is_made
        for vector in unit(RANDOM.standard_normal((6, 384)).astype(np.float32) + CENTRES[0]):
            found = vectors.nearest(filled, held, vector, least=0.05, limit=30, **asked)  # type: ignore[arg-type]
            assert list(found.ids) == by_looking(filled, vector, least=0.05, limit=30, **asked)  # type: ignore[arg-type]


def test_clusters_hold_most_of_the_nearest_though_few_rows_are_looked_at(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors.renew(filled)
    monkeypatch.setattr(nearness, "ENOUGH", 400)
    held, hits = open_vectors(filled), 0
    assert held.file is not None
    assert len(held.file.centres) == 32
    asked = unit(RANDOM.standard_normal((20, 384)).astype(np.float32) * 0.5 + CENTRES[RANDOM.integers(8, size=20)])
    for vector in asked:
        found = vectors.nearest(filled, held, vector, least=0.05, limit=10)
        hits += len(set(found.ids) & set(by_looking(filled, vector, least=0.05, limit=10)))
    assert hits / 200 > 0.85


def test_what_is_replaced_after_the_file_was_made_is_found_and_what_is_gone_is_not(filled: Store) -> None:
    vectors.renew(filled)
    held = open_vectors(filled)
    for number in (2, 59, 70):
        add(filled, number)
    for opened in (held, open_vectors(filled), open_vectors(filled, held)):
        for vector in unit(CENTRES[:4]):
            found = vectors.nearest(filled, opened, vector, least=0.05, limit=2_000)
            there = by_looking(filled, vector, least=0.05, limit=2_000)
            assert set(found.ids) <= set(there)
            if opened is not held:
                assert set(found.ids) == set(there)
    assert open_vectors(filled, held).file is held.file


def test_the_file_is_made_anew_only_when_it_is_due(filled: Store) -> None:
    assert vectors.renew(filled)
    assert not vectors.renew(filled)
    add(filled, 70, passages=3)
    assert not vectors.renew(filled)
    for number in range(71, 75):
        add(filled, number)
    assert vectors.renew(filled)
    assert len(open_vectors(filled).tail.ids) == 0


def test_a_file_of_another_database_or_of_rubbish_is_not_used(filled: Store, tmp_path: Path) -> None:
    vectors.renew(filled)
    with Store(tmp_path / "other.db") as other:
        for number in range(6):
            add(other, number)
        for content in (path_beside(filled.path).read_bytes(), b"rubbish", b"", path_beside(filled.path).read_bytes()[:90_000]):
            path_beside(other.path).write_bytes(content)
            held = open_vectors(other)
            assert held.file is None
            assert held.count == 120
        shutil.copy(path_beside(filled.path), path_beside(other.path))
        assert vectors.renew(other)
        assert open_vectors(other).count == 120


def test_many_threads_and_writers_meet_whole_files_only(filled: Store) -> None:
    path, wrong = filled.path, list[str]()

    def make() -> None:
        with Store(path, read_only=True) as store:
            for _ in range(5):
                vectors.build(store)

    def look() -> None:
        for _ in range(60):
            file = open_file(path)
            if file is not None and len(file.ids) != 1_200:
                wrong.append(str(file.stamp))

    threads = [threading.Thread(target=work) for work in (make, make, look, look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert [found.name for found in path.parent.iterdir() if "vectors" in found.name] == ["store.db-vectors"]


def test_a_server_makes_the_file_in_the_background_and_takes_it_up(filled: Store) -> None:
    kept = KeptVectors(filled.path)
    try:
        assert kept.get().file is None
        assert kept._renewing is not None
        kept._renewing.join()
        assert kept.get().file is not None
        add(filled, 70)
        assert kept.get().count == 1_220
    finally:
        kept.close()


def test_where_the_file_cannot_be_written_searches_go_on(filled: Store, capsys: pytest.CaptureFixture[str],
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("read-only folder")

    monkeypatch.setattr(building, "replacing", refused)
    kept = KeptVectors(filled.path)
    try:
        kept.get()
        assert kept._renewing is not None
        kept._renewing.join()
        assert "kept in memory only" in capsys.readouterr().err
        add(filled, 70)
        assert kept.get().count == 1_220
    finally:
        kept.close()
