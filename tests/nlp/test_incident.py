"""Incidents with a never event's shape, told without the words. All sentences are invented, whatever trust they name."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

T = "Barnsley Hospital"

TOLD = [
    (f"Surgeons at {T} removed the wrong kidney from a patient.", "wrong_site_surgery"),
    (f"Doctors at {T} amputated the wrong toe.", "wrong_site_surgery"),
    (f"A patient at {T} underwent a procedure meant for someone else.", "wrong_site_surgery"),
    (f"A surgical sponge the size of a plate was left inside a mother at {T} after a caesarean.", "retained_foreign_object"),
    (f"Surgeons at {T} left forceps inside a woman's abdomen.", "retained_foreign_object"),
    (f"A drill bit was left behind in a man's leg after an operation at {T}.", "retained_foreign_object"),
    (f"A patient at {T} was fitted with the wrong hip.", "wrong_implant"),
    (f"A patient at {T} was given the wrong lens in a cataract operation.", "wrong_implant"),
    (f"The coroner heard that a feeding tube was put into the lung of a patient at {T}.", "nasogastric_tube"),
    (f"A woman died at {T} after she was given ten times the dose of insulin prescribed.", "insulin_overdose"),
    (f"Oral morphine was injected into a vein at {T}.", "medication_wrong_route"),
    (f"A patient at {T} was given an epidural drug through a drip in her arm.", "medication_wrong_route"),
    (f"A woman fell to her death from a third-floor window at {T}.", "window_fall"),
    (f"The patient at {T} was connected to air instead of oxygen.", "air_flowmeter"),
]

NOTHING = [
    f"{T} has replaced its windows.",
    f"{T} staff are trained to count swabs.",
    f"Patients at {T} were left waiting in the wrong department.",
    f"{T} got its sums wrong and retained a surplus.",
    f"Insulin was given to the patient at {T} as prescribed.",
    f"He fell on a wet floor by a window at {T}.",
    f"{T}'s policy aims to prevent wrong site surgery.",
    f"The trust retained equipment that had been on loan to {T}.",
    f"A letter about her operation was sent to the wrong patient by {T}.",
    f"A patient at {T} had a retained clip that was left deliberately.",
]


@pytest.mark.parametrize(("text", "slug"), TOLD)
def test_an_incident_carries_its_candidate_type(read: Read, text: str, slug: str) -> None:
    assert [(e.subtype, e.org) for e in read(text) if e.kind == "incident"] == [(slug, "RFF")]


@pytest.mark.parametrize("text", NOTHING)
def test_ordinary_care_is_no_incident(read: Read, text: str) -> None:
    assert [e for e in read(text) if e.kind == "incident"] == []


def test_an_incident_far_from_never_events_is_still_a_candidate(read: Read) -> None:
    filler = " ".join(f"The committee took paper {number} as read." for number in range(12))
    text = f"{T}\n\nThere were no never events in May.\n\n{filler}\n\nA patient at {T} jumped from a window in June."
    assert [e.subtype for e in read(text) if e.kind == "incident"] == ["window_fall"]
