"""How well PDF pages come out whose columns and tables were written row by row, on pages drawn at random.

    python -m bench.columns [--pages 200] [--seed 0]

Columns: two or three, of all sizes of letters, gutters of 10 to 30 points, ragged and justified, on one height and not, with and
without headings. Tables: names and ratings, findings and actions, labels; with and without white space between the rows. All of
it is invented. Counted are sentences of columns that come out whole, and in order; rows of tables whose cells' first words are on
one line; and rows that are whole. Exit code 1 where a sentence in a hundred is lost, or a single row's cells are parted.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
from collections import Counter
from itertools import pairwise

from corpora.text import read_bytes
from tests.text.column_pages import RATINGS, columns, trust
from tests.text.sheets import MARGIN, Layout, Sheet

TODAY = datetime.date(2026, 11, 21)
LEAST_WHOLE = 0.99
LABELS = ("Safe", "Effective", "Caring", "Responsive", "Well led")


def page_in_columns(seed: int) -> Layout:
    """A page of columns, perhaps under a heading and a running head."""
    draw = random.Random(seed)
    count = draw.choice((2, 2, 2, 3))
    size = draw.choice((8, 9, 10) if count == 3 else (8, 9, 9.5, 10, 11, 12))
    sheet = Sheet(size=size, leading=draw.uniform(1.1, 1.5), seed=seed, jitter=draw.choice((0, 0, 0, 0.5, 1)))
    if draw.random() < 0.4:
        sheet.put(MARGIN, 50, "A heading over the whole width of the page, as long as those of papers", size=13, bold=True)
    if draw.random() < 0.4:
        sheet.put(MARGIN, 30, "Invented report", size=8)
        sheet.put(470, 30, "May 2026", size=8)
    gap = draw.choice((0, 0.3, 0.5, 1))
    lines_of_a_paragraph = 10 if count == 2 else 16
    columns(sheet, top=100, count=count, gutter=draw.uniform(10, 30), justified=draw.random() < 0.5, hyphens=draw.random() < 0.3,
            gap=gap, indent=draw.choice((0, 12)) if gap else 12, shift=draw.choice((0, 0, 0, 1, 2, 4, 7, 10)),
            sentences=draw.choice((2, 3)), paragraphs=max(2, int(600 / (size * sheet.leading) / lines_of_a_paragraph)))
    sheet.put(290, 825, "12", size=8)
    return sheet.layout()


def page_with_a_table(seed: int) -> Layout:
    """A page with a table and nothing else."""
    draw = random.Random(seed)
    sheet = Sheet(size=draw.choice((8, 9, 10, 11)), leading=draw.uniform(1.1, 1.4), seed=seed)
    kind, count = draw.choice(("names", "short", "labels", "findings", "triples")), draw.randint(4, 10)
    rows: list[tuple[str, ...]] = []
    if kind == "short":
        sheet.table(80, (MARGIN, 330), [(trust(draw.randint(0, 50)), draw.choice(RATINGS)) for _ in range(3 * count)])
        return sheet.layout()
    if kind == "names":
        lefts: tuple[float, ...] = (MARGIN, draw.choice((230, 260, 300)), 430)
        rows = [(trust(draw.randint(0, 50)) + draw.choice(("", " and its community hospitals in the county")), draw.choice(RATINGS),
                 draw.choice(RATINGS)) for _ in range(count)]
    elif kind == "labels":
        lefts, rows = (MARGIN, 150), [(draw.choice(LABELS), f"{sheet.sentence()} {sheet.sentence()}") for _ in range(count)]
    elif kind == "findings":
        lefts = (MARGIN, draw.choice((260, 302, 330)))
        rows = [tuple(" ".join(sheet.sentence() for _ in range(draw.randint(1, 3))) for _ in range(2)) for _ in range(count)]
    else:
        lefts, rows = (MARGIN, 210, 380), [tuple(sheet.sentence() for _ in range(3)) for _ in range(count)]
    sheet.wrapped_table(80, lefts, rows, padding=draw.choice((0, 0.3, 0.6, 1, 1.5)))
    return sheet.layout()


def counted(layout: Layout) -> Counter[str]:
    """What came out of a page."""
    text = read_bytes(layout.data, name="page.pdf", today=TODAY).text
    plain, lines = " ".join(text.split()), text.split("\n")
    places = [text.find(sentence) for sentence in layout.sentences]
    beside = [any(all(" ".join(cell.split()[:2]) in line for cell in row) for line in lines) for row in layout.rows]
    return Counter({
        "sentences": len(places), "whole": sum(place >= 0 for place in places),
        "pairs": sum(min(pair) >= 0 for pair in pairwise(places)),
        "in order": sum(0 <= first < second for first, second in pairwise(places)),
        "rows": len(layout.rows), "beside": sum(beside), "whole rows": sum(" ".join(row) in plain for row in layout.rows)})


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200, help="of each kind")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    found: Counter[str] = Counter()
    for seed in range(given.seed, given.seed + given.pages):
        for layout in (page_in_columns(seed), page_with_a_table(seed)):
            found.update(counted(layout))
    print(f"columns: {found['whole']:,} of {found['sentences']:,} sentences whole, "
          f"{found['in order']:,} of {found['pairs']:,} pairs in order")
    print(f"tables: of {found['rows']:,} rows the cells of {found['beside']:,} begin on one line, "
          f"{found['whole rows']:,} are whole")
    return 0 if found["whole"] >= LEAST_WHOLE * found["sentences"] and found["beside"] == found["rows"] else 1


if __name__ == "__main__":
    sys.exit(main())
