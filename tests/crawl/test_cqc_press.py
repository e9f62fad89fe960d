"""What of a press release is stored: no embargo line, no press officer. All releases are invented."""

from __future__ import annotations

import datetime

import pytest

from corpora.text.tree import parse_tree
from crawl.spiders.cqc_press import embargo_of, without_asides

NEWS = "Inspectors rated the invented hospital inadequate."


def left(body: str) -> str:
    tree = parse_tree(f"<main>{body}</main>")
    assert tree is not None
    without_asides(tree)
    return " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize(("line", "day"), [
    ("EMBARGOED UNTIL 00:01 on Wednesday 18 November 2026", "2026-11-18"), ("Strictly embargoed until 26 November 2026", "2026-11-26"),
    ("Not for publication before 00.01, 1 December 2026", "2026-12-01"), ("Embargo: 3/12/2026", "2026-12-03"),
    ("Embargoed", None), ("The embargo until 1 December 2026 on new admissions holds.", None), (NEWS, None)])
def test_an_embargo_line_names_the_day_until_which_one_waits(line: str, day: str | None) -> None:
    tree = parse_tree(f"<main><h1>Release</h1><p><strong>{line}</strong></p><p>{NEWS}</p></main>")
    assert tree is not None
    assert embargo_of(tree) == (datetime.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("contact", [
    "<p>For media enquiries contact Invented Person on 07700 900123.</p>",
    "<p>Press office: Invented Person, invented.person@cqc.example</p>",
    "<h3>Media contact</h3><p>Invented Person, 020 7946 0000</p>",
    "<ul><li>Media team: Invented Person 07700 900123</li></ul>"])
def test_press_officers_are_left_out(contact: str) -> None:
    kept = left(f"<p>{NEWS}</p>{contact}")
    assert NEWS in kept
    assert "Person" not in kept


def test_what_names_the_press_but_nobody_to_reach_stays() -> None:
    assert "press office" in left("<p>The trust's press office had told staff not to speak.</p>")
