"""What documents were before, and what was changed. The texts are invented."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from corpora.schema import Document, PublicationDate
from corpora.store import Store
from corpora.store.differences import CUT_SHORT, LONGEST_DIFF, differences


def document(text: str, *, capture: str | None = None, title: str = "Invented report") -> Document:
    return Document(id="a", text=text, title=title, capture_id=capture)


def applied(old: str, diff: str) -> str:
    """The text that a unified diff makes of another."""
    lines, at, result = old.split("\n"), 0, []
    for line in diff.split("\n"):
        if line.startswith("@@"):
            start = int(line.split(" ")[1].split(",")[0][1:]) - 1
            result += lines[at:start]
            at = start
        elif line.startswith((" ", "-")):
            assert lines[at] == line[1:]
            result += [line[1:]] if line[0] == " " else []
            at += 1
        elif line.startswith("+"):
            result.append(line[1:])
    return "\n".join(result + lines[at:])


def test_a_text_that_is_replaced_leaves_a_version_with_what_was_changed(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.add_document(document("One.\nTwo.\nThree.", capture="c1"))
        assert store.versions("a") == []
        assert store.citation("a").changed_on is None  # type: ignore[union-attr]
        store.add_document(document("One.\nTwo, as corrected.\nThree.\nFour.", capture="c2"), seen_at="2026-03-05T09:00:00Z")
        [version] = store.versions("a")
        assert (version.number, version.replaced_at, version.capture_id) == (1, "2026-03-05T09:00:00Z", "c1")
        assert (version.added, version.removed) == (2, 1)
        diff = store.version_diff("a", 1)
        assert diff == "@@ -1,3 +1,4 @@\n One.\n-Two.\n+Two, as corrected.\n Three.\n+Four."
        assert store.version_diff("a", 2) is None
        assert store.version_diff("a", 0) is None
        assert store.citation("a").changed_on == "2026-03-05"  # type: ignore[union-attr]
        assert store.count_documents() == 1


def test_the_same_bytes_read_in_another_way_are_no_version(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.add_document(document("One.", capture="c1"))
        store.add_document(document("One, read better.", capture="c1"))
        assert store.versions("a") == []
        # Nor is a licence that was learnt of later.
        store.add_document(document("One, read better.", capture="c2").model_copy(update={"licence": "OGL-3.0"}))
        assert store.versions("a") == []


def test_another_title_or_date_is_a_version_too(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.add_document(document("One."))
        store.add_document(document("One.", title="Invented report, corrected"))
        dated = document("One.", title="Invented report, corrected").model_copy(
            update={"published": PublicationDate(date="2026-03-01", method="given", reliability=1)})
        store.add_document(dated)
        first, second = store.versions("a")
        assert (first.title, first.added, first.removed) == ("Invented report", 0, 0)
        assert (second.title, second.published) == ("Invented report, corrected", None)


@pytest.mark.parametrize("seed", range(30))
def test_a_diff_makes_the_newer_text_of_the_older(seed: int) -> None:
    chance = random.Random(seed)
    old = [chance.choice("abcdefghijklmnopqrstuvwxyz") * chance.randint(1, 2) for _ in range(chance.randint(0, 60))]
    new = old[:]
    for _ in range(chance.randint(1, 12)):
        place = chance.randint(0, len(new))
        new[place:place + chance.randint(0, 3)] = [chance.choice("abcxyz") for _ in range(chance.randint(0, 3))]
    found = differences("\n".join(old), "\n".join(new))
    assert applied("\n".join(old), found.diff) == "\n".join(new)
    assert found.added - found.removed == len("\n".join(new).split("\n")) - len("\n".join(old).split("\n"))


def test_two_lines_of_a_long_pack_are_found_and_long_texts_take_no_time() -> None:
    pack = [f"Line {number} of an invented pack" for number in range(30_000)]
    changed = pack[:]
    changed[70], changed[29_000] = "Corrected.", "Corrected too."
    began = time.monotonic()
    found = differences("\n".join(pack), "\n".join(changed))
    assert (found.added, found.removed) == (2, 2)
    # The same few lines again and again, and nothing in common.
    differences("\n".join(["same", "other"] * 20_000), "\n".join(["other", "other", "same"] * 15_000))
    cut = differences("\n".join(f"before {number} {'x' * 100}" for number in range(20_000)),
                      "\n".join(f"after {number}" for number in range(20_000)))
    assert (cut.added, cut.removed) == (20_000, 20_000)
    assert len(cut.diff) <= LONGEST_DIFF + len(CUT_SHORT)
    assert cut.diff.endswith(CUT_SHORT)
    assert time.monotonic() - began < 10
