"""Who says so, in the usual forms of newspapers, minutes and regulators."""

from __future__ import annotations

import pytest

from nlp.layout import lay_out
from nlp.sheet import Sheet
from nlp.speakers import speaker_of

MARK = ("[[", "]]")


def speaker_in(marked: str) -> str | None:
    """Who says what stands between the marks."""
    start = marked.index("[[")
    text = marked.replace("[[", "").replace("]]", "")
    end = marked.index("]]") - 2
    sheet = Sheet(text=text, sentences=lay_out(text))
    sentence = sheet.sentence_at(start)
    assert sentence is not None
    return speaker_of(sheet, sentence, start, end)


@pytest.mark.parametrize(("marked", "speaker"), [
    ("Aire Trust has been put in [[special measures]], said CQC.", "CQC"),
    ("“It is in [[special measures]],” said NHS England on Friday.", "NHS England"),
    ("The trust had breached its [[licence]], according to Monitor.", "Monitor"),
    ("According to the latest figures it had [[four never events]].", "the latest figures"),
    ("According to papers for Thursday's meeting the trust is in [[segment 4]].", "papers for Thursday's"),
    ("The board heard that a [[never event]] had been declared.", "The board"),
    ("Members were told that the trust was in [[segment 3]].", "Members"),
    ("The Board was informed by the Chief Nurse that a [[never event]] had been declared.", "the Chief Nurse"),
    ("It was reported by NHS England that the trust was in [[segment 3]].", "NHS England"),
    ("HSJ understands that it is to receive a [[warning notice]].", "HSJ"),
    ("HSJ has learned that the trust is in [[special measures]].", "HSJ"),
    ("The BBC has been told that the trust faces a [[prosecution]].", "The BBC"),
    ("The Guardian can reveal that the trust was [[fined]] in secret.", "The Guardian"),
    ("NHS Improvement's regional team told us that it is in [[segment 3]].", "NHS Improvement's regional team"),
    ("The trust's chief executive told us that it is in [[segment 3]].", "The trust's chief executive"),
    ("DW confirmed that the [[warning notice]] had been lifted.", "DW"),
    ("The Chair advised that the [[undertakings]] remained.", "The Chair"),
    ("The Medical Director explained that a [[never event]] had occurred.", "The Medical Director"),
    ("Jane Roe, chief nurse, told the board that there was a [[never event]].", "Jane Roe"),
    ("Yesterday NHS England said that the trust was in [[segment 5]].", "NHS England"),
    ("The minister told MPs that there would be an [[independent inquiry]].", "The minister"),
    ("A spokesman for Aire Trust denied that it was in [[special measures]].", "A spokesman for Aire Trust"),
    ("The CQC report, published on Wednesday, said the trust was [[inadequate]].", "The CQC report"),
    ("Inspectors found that the service was [[inadequate]].", "Inspectors"),
    ("Ms Hughes: “We are in [[segment 4]].”", "Ms Hughes"),
    ("An inquest heard that a [[never event]] was not declared.", "An inquest"),
    ("The trust would be put in [[special measures]], the Care Quality Commission (CQC) announced.", "the Care Quality Commission (CQC)"),
    ("A meeting has been told that the trust is in [[segment 4]].", "A meeting"),
])
def test_the_speaker_is_found(marked: str, speaker: str) -> None:
    assert speaker_in(marked) == speaker


@pytest.mark.parametrize("marked", [
    "It said last week that the trust was in [[special measures]].",
    "They also noted the [[warning notice]].",
    "Entry into [[special measures]] was confirmed by letter dated 4 May.",
    "A [[section 29A notice]] told the trust to reduce its lists.",
    "A breach of a [[licence condition]] was noted.",
    "That said, the trust is in [[segment 2]].",
    "It is said to be in [[special measures]].",
    "The trust is in [[special measures]]; it rained, said the mayor.",
    "The trust was told to stop; it is in [[special measures]].",
    "The trust is in [[special measures]].",
])
def test_nobody_is_named_where_nobody_speaks(marked: str) -> None:
    assert speaker_in(marked) is None
