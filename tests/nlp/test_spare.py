"""What families in reserve hear where the others are silent, and what they must not. Every event here is invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read
from tests.nlp.spare_wordings import TOLD, WHEN


@pytest.mark.parametrize(("subtype", "text"), TOLD)
def test_rarer_words_are_heard(read: Read, subtype: str, text: str) -> None:
    found = {e.subtype for e in read(text, published=WHEN.get(subtype, "2019-05-01")) if e.kind == "intervention"}
    assert subtype in found


@pytest.mark.parametrize("text", [
    "Free school meals (FSM) are served to the nursery at Croydon Health Services NHS Trust.",
    "Leeds Teaching Hospitals NHS Trust has cut the turnaround times of its pathology samples.",
    "The rota administrator at Walsall Healthcare NHS Trust has won an award.",
    "Barts Health NHS Trust is undertaking a survey of its car parks.",
    "A merger is a huge undertaking, Bolton NHS Foundation Trust says.",
    "The staff of Kettering General Hospital NHS Foundation Trust broke a record for the most flu jabs given in a day.",
    "Heart conditions are treated at Royal Brompton and Harefield NHS Foundation Trust.",
    "Working conditions at Medway NHS Foundation Trust have improved, the survey says.",
    "The board of Mersey Care NHS Foundation Trust went through its papers in an hour.",
    "The gas bill of Barnsley Hospital NHS Foundation Trust has reached £2m.",
    "The panel that chose the winning photograph was led by Airedale NHS Foundation Trust.",
    "Personal independence payments (PIP) are explained to patients of Oxleas NHS Foundation Trust.",
    "The coroner's officers share a car park with Hull University Teaching Hospitals NHS Trust.",
    "Bereavement support is offered by Wirral University Teaching Hospital NHS Foundation Trust.",
])
def test_everyday_words_are_not(read: Read, text: str) -> None:
    assert not [e for e in read(text, published="2025-09-01") if e.kind == "intervention"]
