"""When organisations stood in a segment. EVERYTHING SAID HERE ABOUT REAL ORGANISATIONS IS INVENTED."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.schema import Segment
from corpora.store import Store
from corpora.store.standing import in_force


@pytest.mark.parametrize(("published", "stood", "why"), [
    ("2022-03-01", True, "it was in force"),
    ("2022-08-01", False, "its framework had ended"),
    ("2021-07-15", False, "it is not known to have begun"),
    ("2021-03-01", False, "its framework had not begun")])
def test_a_segment_without_a_last_day_stands_no_longer_than_its_framework(
        tmp_path: Path, published: str, stood: bool, why: str) -> None:
    with Store(tmp_path / "test.db") as store:
        store.add_segments([
            Segment.model_validate({"org": "RX1", "framework": "SOF 2021/22", "segment": 4, "period": "2021", "valid_from": "2021",
                                    "source": "An invented page"}),
            Segment.model_validate({"org": "RX1", "framework": "NOF 2025/26", "segment": 2, "period": "Q3 2025/26",
                                    "valid_from": "2025-10-01", "valid_to": "2025-12-31", "source": "An invented page"})])
        spells = store.spells(segment=4, framework=None)["RX1"]
        assert in_force(spells, published) is stood, why
        assert store.segment_as_known("RX1", valid_on=published).standing == ("in force" if stood else "earlier" if published > "2022"
                                                                               else "none")
