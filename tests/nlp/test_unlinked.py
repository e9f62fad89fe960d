"""What is said of somebody who cannot be told is said of no other. Every statement about an organisation is invented."""

from __future__ import annotations

import pytest

from corpora.schema import Document, PublicationDate
from nlp.pipeline import Pipeline

PIPELINE = Pipeline.load(embed=False)


def counts(text: str) -> set[tuple[str | None, object]]:
    document = Document(id="m", text=text, doc_type="news", published=PublicationDate(date="2024-06-12", method="given", reliability=1))
    return {(piece.org, piece.value) for piece in PIPELINE.read(document).evidence if piece.kind in ("never_event", "segment")}


@pytest.mark.parametrize("text", [
    "Barts, with eight never events, had the most; Oxford had seven.",
    "Barts Health NHS Trust recorded eight never events, while Oxford recorded seven.",
    "Barts Health NHS Trust had eight never events. Birmingham, with seven, came next.",
])
def test_a_place_that_is_no_organisation_keeps_what_is_said_of_it(text: str) -> None:
    assert ("R1H", 8) in counts(text)
    assert ("R1H", 7) not in counts(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("Barts Health NHS Trust had eight never events. The trust had seven a year before.", ("R1H", 8)),
    ("Medway NHS Foundation Trust in Kent is in segment 4. Medway remains there, the regulator said.", ("RPA", 4)),
    ("Leeds Teaching Hospitals NHS Trust is in segment 3. Leeds was told so in May.", ("RR8", 3)),
])
def test_near_misses_lose_nothing(text: str, expected: tuple[str, int]) -> None:
    assert expected in counts(text)
