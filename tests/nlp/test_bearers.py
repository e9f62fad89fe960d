"""Hospitals' names that several bear, and towns' names, without anything that says who is meant. All events are invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

NOTICE = "was served with an improvement notice by the HSE."


@pytest.mark.parametrize("text", [
    f"St Mary's Hospital {NOTICE}", f"Queen's Hospital {NOTICE}", f"Fairfield Hospital {NOTICE}", f"Woodlands Hospital {NOTICE}",
    f"Princess Margaret Hospital {NOTICE}", f"Queen's Hospital {NOTICE} Staff at Queen's Hospital were told.",
    "Warrington was fined £50,000 in 2012 after a prosecution.", "Leeds was fined £50,000 after a prosecution in 2012.",
    "Oldham was prosecuted in 2015 and fined £20,000.", f"Warrington {NOTICE}"])
def test_a_name_that_tells_too_little_is_linked_to_nobody(read_together: Read, text: str) -> None:
    assert not [one.org for one in read_together(text) if one.org is not None]


@pytest.mark.parametrize(("text", "code"), [
    (f"Imperial College Healthcare NHS Trust said it was sorry. St Mary's Hospital {NOTICE}", "RYJ"),
    (f"St Mary's Hospital on the Isle of Wight {NOTICE}", "R1F"),
    (f"Isle of Wight NHS Trust apologised. St Mary's Hospital {NOTICE}", "R1F"),
    (f"The Royal Marsden Hospital {NOTICE}", "RPY"), (f"Poole Hospital {NOTICE}", "R0D"), (f"Yeovil Hospital {NOTICE}", "RH5"),
    ("Warrington was moved to segment 4 by NHS England.", "RWW"), ("Warrington hospital was fined £50,000 in 2012.", "RWW"),
    ("Warrington and Halton Teaching Hospitals NHS Foundation Trust is in segment 3. Warrington was fined £50,000 in 2012.", "RWW")])
def test_a_name_with_its_trust_its_place_or_the_nhs_beside_it_is_linked(read_together: Read, text: str, code: str) -> None:
    assert {one.org for one in read_together(text)} == {code}
