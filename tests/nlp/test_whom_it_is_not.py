"""Evidence that is somebody else's: private hospitals, universities, staff in the dock. All sentences are invented."""

from __future__ import annotations

import pytest

from nlp.kinds.intervention.patterns import Family
from tests.nlp.conftest import Read


@pytest.mark.parametrize("sentence", [
    "Spire Leeds Hospital has been fined £20,000 by the CQC after a patient died.",
    "Nuffield Health York Hospital was rated requires improvement by the CQC.",
    "Ramsay's Winchester clinic was issued with a warning notice.",
    "University College London was fined £300,000 by the Health and Safety Executive after an explosion in a laboratory.",
    "Cambridge University's trust fund is in deficit by £30m.",
    "A former nurse at the Countess of Chester Hospital was convicted and fined £400.",
    "A hospital porter, the driver from Leeds General Infirmary, was fined £90 by magistrates.",
])
def test_what_befalls_somebody_else_is_not_filed_against_a_trust(read: Read, sentence: str) -> None:
    assert not [found for found in read(sentence) if found.kind in ("intervention", "rating", "concern")]


@pytest.mark.parametrize(("sentence", "code"), [
    ("University College London Hospitals was fined £300,000 by the Health and Safety Executive.", "RRV"),
    ("Cambridge University Hospitals was fined £300,000 by the Health and Safety Executive.", "RGT"),
    ("The Countess of Chester Hospital was fined £400,000 after a patient fell.", "RJR"),
    ("A patient fell at Medway Maritime and the trust was fined £400,000.", "RPA"),
    ("Leeds Teaching Hospitals NHS Trust was fined £20,000; Spire said nothing.", "RR8"),
])
def test_what_befalls_the_trust_of_a_like_name_is(read: Read, sentence: str, code: str) -> None:
    assert {(found.org, found.subtype) for found in read(sentence) if found.subtype == "prosecution"} == {(code, "prosecution")}


def test_an_organ_removed_is_no_end_of_an_incident(read: Read) -> None:
    found = read("A patient at Musgrove Park had the wrong kidney removed. The trust has declared a serious incident.")
    assert {one.status for one in found if one.kind == "incident"} == {"current"}


def test_the_other_two_are_not_the_one_named(read: Read) -> None:
    found = read("Norfolk and Norwich, James Paget and Airedale are merging. Airedale is in segment 3 and the other two are in segment 4.")
    assert {(one.org, one.value) for one in found if one.kind == "segment"} <= {("RCF", 3), ("RM1", 4), ("RGP", 4)}
    assert ("RCF", 3) in {(one.org, one.value) for one in found}


def test_a_family_that_could_never_be_asked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from nlp.kinds import intervention

    monkeypatch.setattr(intervention, "families", lambda: (Family("odd", anchor="é|warning"),))
    with pytest.raises(ValueError, match="odd"):
        intervention._beginnings.__wrapped__()
