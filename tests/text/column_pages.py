"""Pages in columns and in tables that are written row by row, with what a reader should find in them. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from tests.text.packs import SUBJECTS, VERBS
from tests.text.sheets import MARGIN, WIDTH, Layout, Sheet

NAMES = ("Inventshire", "Fableton", "Mythwell", "Talebridge", "Storyham", "Dreamford", "Nowhere Vale", "Figment Coast")
KINDS = ("Hospitals NHS Foundation Trust", "Community NHS Trust", "University Hospitals NHS Trust", "Ambulance Service NHS Trust")
RATINGS = ("Good", "Requires improvement", "Inadequate", "Outstanding")


def columns(sheet: Sheet, *, top: float = 90, count: int = 2, gutter: float = 20, paragraphs: int = 7, sentences: int = 3, shift: float = 0,
            shorter: int = 0, unequal: float = 0, right_size: float | None = None, **style: float | bool) -> float:
    """A band of columns of prose; how far down it reaches.

    Args:
        shift: by how much each column's first line stands below that of the column to its left.
        shorter: paragraphs fewer in the last column.
        unequal: by how much the first column is wider than the others.
    """
    width = (WIDTH - 2 * MARGIN - gutter * (count - 1) - unequal) / count
    lowest, x = top, float(MARGIN)
    for number in range(count):
        mine = width + unequal * (number == 0)
        said = [sheet.paragraph(sheet.draw.randint(sentences - 1, sentences + 1)) for _ in range(paragraphs - shorter * (number == count - 1))]
        size = right_size if number == count - 1 else None
        lowest = max(lowest, sheet.column(x, top + shift * number, mine, said, size=size, **style))  # type: ignore[arg-type]
        x += mine + gutter
    return lowest


def simple(*, size: float = 10, leading: float = 1.3, jitter: float = 0, rotated: int = 0, seed: int = 1, **style: float | bool) -> Layout:
    """Nothing but columns."""
    sheet = Sheet(size=size, leading=leading, jitter=jitter, seed=seed)
    columns(sheet, **style)  # type: ignore[arg-type]
    return sheet.layout(rotated=rotated)


def trust(number: int) -> str:
    return f"{NAMES[number % len(NAMES)]} {KINDS[number % len(KINDS)]}"


def headed() -> Layout:
    sheet = Sheet()
    sheet.put(MARGIN, 60, "Quality and safety across the invented hospitals of Inventshire in the last quarter", size=13, bold=True)
    columns(sheet, top=95)
    return sheet.layout()


def banded() -> Layout:
    sheet = Sheet()
    sheet.put(MARGIN, 60, "What the invented inspectors found on their visit to the hospital in the spring of the year", size=12, bold=True)
    y = columns(sheet, top=90, paragraphs=3)
    sheet.put(MARGIN, y + 15, "What the invented trust has done about it since then, as told to its board in public in May", size=12, bold=True)
    columns(sheet, top=y + 40, paragraphs=3)
    return sheet.layout()


def with_a_table_between(*, paragraphs: int = 2) -> Layout:
    sheet = Sheet()
    y = columns(sheet, top=70, paragraphs=paragraphs)
    y = sheet.table(y + 20, (MARGIN, 330, 450), [("Service of the invented trust, as it was inspected in spring", "Rating now", "Before"), *(
        (f"Invented service {place} at the hospital of {NAMES[place % 8]}", RATINGS[place % 4], RATINGS[place % 3]) for place in range(6))])
    columns(sheet, top=y + 25, paragraphs=paragraphs)
    return sheet.layout()


def with_heads_and_feet() -> Layout:
    sheets = []
    for number in range(4):
        sheet = Sheet(seed=number)
        sheet.put(MARGIN, 40, "Invented inspection report", size=8)
        sheet.put(430, 40, "Published in May 2026", size=8)
        columns(sheet, top=80, paragraphs=6)
        sheet.put(MARGIN, 810, "Inventshire Hospitals", size=8)
        sheet.put(510, 810, f"Page {number + 1}", size=8)
        sheets.append(sheet)
    return sheets[0].layout(pages=sheets[1:])


def with_a_picture(*, left: bool) -> Layout:
    sheet = Sheet()
    width = (WIDTH - 2 * MARGIN - 20) / 2
    for number in range(2):
        x = MARGIN + number * (width + 20)
        y = sheet.column(x, 90, width, [sheet.paragraph(3) for _ in range(2)])
        if left == (number == 0):
            sheet.shapes.append(lambda pdf, x=x, y=y: pdf.rect(x, y, width, 120, style="F"))
            y += 150
        sheet.column(x, y, width, [sheet.paragraph(3) for _ in range(3)])
    return sheet.layout()


def running_over(*, by_rows: bool = True) -> Layout:
    """A paragraph that begins in the left column and goes on in the right one, under a heading."""
    sheet = Sheet(by_rows=by_rows)
    sheet.put(MARGIN, 55, "An invented heading that runs over the whole width of the page in large letters", size=13, bold=True)
    y = sheet.column(MARGIN, 90, 230, [sheet.paragraph(3) for _ in range(3)])
    lines = sheet.wrapped(sheet.paragraph(4), 230)
    for number, line in enumerate(lines[:-4]):
        sheet.put(MARGIN, y + 13 * number, line)
    for number, line in enumerate(lines[-4:]):
        sheet.put(307, 90 + 13 * number, line)
    sheet.column(307, 150, 230, [sheet.paragraph(3) for _ in range(3)])
    return sheet.layout()


def with_bullets() -> Layout:
    sheet = Sheet()
    for x in (MARGIN, 307):
        y = sheet.column(x, 90, 230, [sheet.paragraph(2)])
        for _ in range(6):
            sheet.put(x, y, "-")
            y = sheet.column(x + 14, y, 216, [sheet.paragraph(1)], gap=0.4)
        sheet.column(x, y, 230, [sheet.paragraph(3) for _ in range(2)])
    return sheet.layout()


def with_small_headings() -> Layout:
    sheet = Sheet()
    for x, heads in ((MARGIN, ("Safe care", "Effective care")), (307, ("Leadership of the trust", "Use of resources", "Next steps"))):
        y = 90.0
        for head in heads:
            sheet.put(x, y, head, bold=True)
            y = sheet.column(x, y + 16, 230, [sheet.paragraph(3) for _ in range(5 - len(heads))]) + 6
    return sheet.layout()


def with_footnotes() -> Layout:
    sheet = Sheet()
    columns(sheet, paragraphs=5)
    sheet.put(MARGIN, 780, "1 All of the figures in this invented article are those of the quarter before, and are not audited by anybody at all.", size=8)
    sheet.sentences.append("1 All of the figures in this invented article are those of the quarter before, and are not audited by anybody at all.")
    return sheet.layout()


def from_one_to_two() -> Layout:
    sheet = Sheet()
    y = sheet.column(MARGIN, 70, WIDTH - 2 * MARGIN, [sheet.paragraph(4) for _ in range(3)])
    y = columns(sheet, top=y + 6, paragraphs=4)
    sheet.column(MARGIN, y + 6, WIDTH - 2 * MARGIN, [sheet.paragraph(4)])
    return sheet.layout()


def from_two_to_three() -> Layout:
    sheet = Sheet(size=9)
    y = columns(sheet, top=70, paragraphs=3)
    sheet.put(MARGIN, y + 12, "In three columns below: what the three invented hospitals of the group reported to the board", size=12, bold=True)
    columns(sheet, top=y + 35, count=3, gutter=15, paragraphs=4)
    return sheet.layout()


def plain_table(rows: Iterable[Sequence[str]], lefts: Sequence[float], *, prose: bool = True) -> Layout:
    """A table between two paragraphs over the full width."""
    sheet = Sheet()
    y = sheet.column(MARGIN, 70, WIDTH - 2 * MARGIN, [sheet.paragraph(4)]) if prose else 70
    y = sheet.table(y + 10, lefts, rows)
    if prose:
        sheet.column(MARGIN, y + 10, WIDTH - 2 * MARGIN, [sheet.paragraph(4)])
    return sheet.layout()


def table_of_prose(*, padding: float, sentences: tuple[int, int] = (1, 2), ruled: bool = False, seed: int = 1, count: int = 8,
                   head: bool = True) -> Layout:
    """A table of findings and actions: every cell has several lines."""
    sheet = Sheet(seed=seed)
    rows = [tuple(" ".join(sheet.sentence() for _ in range(sheet.draw.randint(*sentences))) for _ in range(2)) for _ in range(count)]
    sheet.wrapped_table(80, (MARGIN, 302), [("Finding", "Action of the trust"), *rows] if head else rows, padding=padding, ruled=ruled)
    return sheet.layout()


def wrapped_names(*, padding: float) -> Layout:
    sheet = Sheet()
    rows = [(f"{NAMES[n]} {KINDS[n % 4]}, with its community hospitals and clinics in the invented county of {NAMES[(n + 3) % 8]}",
             RATINGS[n % 4], RATINGS[(n + 1) % 3]) for n in range(8)]
    sheet.wrapped_table(80, (MARGIN, 250, 420), [("Name of the organisation", "Overall rating", "Well led"), *rows], padding=padding)
    return sheet.layout()


def written_cell_by_cell() -> Layout:
    """A table as word processors write it: one cell after the other."""
    sheet = Sheet(by_rows=False)
    rows = [(f"{trust(number)}, with its community hospitals and clinics", RATINGS[number % 4], sheet.sentence()) for number in range(6)]
    sheet.wrapped_table(80, (MARGIN, 200, 320), [("Trust", "Rating", "Finding"), *rows])
    return sheet.layout()


def risk_register() -> Layout:
    sheet = Sheet(size=9)
    rows = [(f"R{n}", sheet.sentence(), str(sheet.draw.randint(8, 25)), sheet.sentence()) for n in range(1, 9)]
    sheet.wrapped_table(80, (MARGIN, 85, 300, 335), [("No", "Risk", "Score", "Mitigation"), *rows], padding=0.6)
    return sheet.layout()


@cache
def layouts() -> dict[str, Layout]:
    """All of them by what they are."""
    sentences = [" ".join(f"{subject} {verb} {tail}".split()) for subject, verb, tail in zip(
        SUBJECTS, VERBS, ("the plan for winter", "progress", "all risks", "the audit", "two bids", "complaints", "the survey", "a fire") * 2,
        strict=False)]
    return {
        "two columns": simple(),
        "two columns, gutter of 10 points": simple(gutter=10, justified=True),
        "two columns, gutter of 12 points, ragged": simple(gutter=12),
        "two columns, gutter of 30 points": simple(gutter=30),
        "two columns, justified": simple(justified=True, hyphens=True),
        "two columns, large letters": simple(size=12, gutter=24, paragraphs=5),
        "two columns, small letters": simple(size=8, gutter=14, paragraphs=10),
        "two columns, indented paragraphs without gaps": simple(gap=0, indent=12),
        "two columns, hyphenated": simple(hyphens=True),
        "two columns, a point apart in height": simple(shift=1),
        "two columns, three points apart in height": simple(shift=3),
        "two columns, six points apart in height": simple(shift=6.5),
        "two columns, nine points apart in height": simple(shift=9, justified=True),
        "two columns, gaps of half a line": simple(gap=0.5, paragraphs=9, sentences=2),
        "two columns, gaps of a whole line": simple(gap=1, paragraphs=8, sentences=2),
        "two columns, the right one shorter": simple(shorter=3),
        "two columns, the left one wider": simple(unequal=90),
        "two columns, the right one in smaller letters": simple(right_size=8),
        "two columns of another draw": simple(seed=7, gap=0, indent=10, justified=True),
        "two columns, as a scanner's program writes them": simple(jitter=0.8, seed=3),
        "two columns, badly recognised": simple(jitter=1.6, seed=4),
        "two columns on a page turned by 90 degrees": simple(rotated=90),
        "two columns on a page turned by 180 degrees": simple(rotated=180),
        "two columns on a page turned by 270 degrees": simple(rotated=270),
        "a paragraph over the end of a column": running_over(),
        "a paragraph over the end of a column, written column by column": running_over(by_rows=False),
        "three columns": simple(count=3, gutter=14, size=9, paragraphs=6, sentences=2),
        "three columns, justified": simple(count=3, gutter=16, size=9, justified=True, hyphens=True, paragraphs=6, sentences=2),
        "three columns, apart in height": simple(count=3, gutter=18, size=8, shift=3, paragraphs=6, sentences=2),
        "a heading over two columns": headed(),
        "two bands with headings": banded(),
        "a table between two bands": with_a_table_between(),
        "heads and feet": with_heads_and_feet(),
        "a picture in the left column": with_a_picture(left=True),
        "a picture in the right column": with_a_picture(left=False),
        "bullets in two columns": with_bullets(),
        "headings within columns": with_small_headings(),
        "footnotes below two columns": with_footnotes(),
        "one column, then two, then one": from_one_to_two(),
        "two columns, then three": from_two_to_three(),
        "a table of trusts and ratings": plain_table([(trust(n), RATINGS[n % 4]) for n in range(12)], (MARGIN, 330)),
        "a table of trusts, segments and regions": plain_table(
            [(trust(n), f"Segment {n % 4 + 1}", f"Region {NAMES[n % 5]}") for n in range(12)], (MARGIN, 290, 420)),
        "a table of figures": plain_table([(f"Invented measure {n} of the trust", f"{n * 7 % 97}.{n}%", f"{n * 5 % 89}.4%", "better") for n in range(14)],
                                          (MARGIN, 300, 380, 460)),
        "a table of short sentences": plain_table(
            [(f"{sentences[n % len(sentences)].capitalize()}.", f"{sentences[(n * 3 + 1) % len(sentences)].capitalize()}.") for n in range(14)], (MARGIN, 305)),
        "a table of phrases in lower case": plain_table([(sentences[n % len(sentences)], sentences[(n * 3 + 1) % len(sentences)]) for n in range(14)],
                                                        (MARGIN, 305)),
        "a table and nothing else": plain_table([(trust(n), RATINGS[n % 4]) for n in range(20)], (MARGIN, 330), prose=False),
        "a table of prose": table_of_prose(padding=0.6),
        "a ruled table of prose": table_of_prose(padding=0.6, ruled=True),
        "a table of prose without padding": table_of_prose(padding=0),
        "a table of longer prose": table_of_prose(padding=0.8, sentences=(2, 4), count=5, seed=5),
        "a table of prose, three rows": table_of_prose(padding=0.6, sentences=(2, 3), count=3, head=False, seed=6),
        "a table of long names and ratings": wrapped_names(padding=0.6),
        "a table of long names and ratings without padding": wrapped_names(padding=0),
        "a risk register": risk_register(),
        "a table written cell by cell": written_cell_by_cell(),
    }
