"""Pages of a PDF on which lines are placed one by one, written row by row. All of it is invented."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import fpdf

from tests.text.packs import OBJECTS, SUBJECTS, TAILS, VERBS

WIDTH, HEIGHT, MARGIN = 595, 842, 50
ENDS = ("and the chair thanked the staff", "and a further paper was promised", "although the data were incomplete", "as agreed last year", "")


@dataclass(frozen=True)
class Layout:
    """One page, or several, and what has to come out of it."""

    data: bytes
    sentences: tuple[str, ...] = ()
    """In the order in which they are to be read."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of the rows of tables."""


@dataclass
class Sheet:
    """A page on which lines are placed first and written afterwards, row by row, as programs do that know no columns."""

    size: float = 10
    leading: float = 1.3
    seed: int = 1
    by_rows: bool = True
    jitter: float = 0
    placed: list[tuple[float, float, float, str, bool]] = field(default_factory=list)
    shapes: list[Callable[[fpdf.FPDF], object]] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)
        self.ruler = fpdf.FPDF(unit="pt")
        self.ruler.set_font("helvetica", size=self.size)

    def text_width(self, text: str, *, size: float | None = None, bold: bool = False) -> float:
        self.ruler.set_font("helvetica", "B" if bold else "", size or self.size)
        return float(self.ruler.get_string_width(text))

    def sentence(self) -> str:
        words = " ".join(" ".join(self.draw.choice(part).split()) for part in (SUBJECTS, VERBS, OBJECTS, TAILS, ENDS)).strip()
        figure = self.draw.choice(("", f" with {self.draw.randint(2, 999)} cases counted", f" on {self.draw.randint(1, 28)} March"))
        return f"{words[0].upper()}{words[1:]}{figure}."

    def paragraph(self, sentences: int) -> str:
        said = [self.sentence() for _ in range(sentences)]
        self.sentences += said
        return " ".join(said)

    def wrapped(self, text: str, width: float, *, size: float | None = None, hyphens: bool = False, indent: float = 0) -> list[str]:
        lines, line, room = list[str](), "", width - indent
        for word in text.split():
            longer = f"{line} {word}".strip()
            if self.text_width(longer, size=size) <= room:
                line = longer
                continue
            half = len(word) // 2
            parted = hyphens and len(word) > 8 and word.isalpha() and self.text_width(f"{line} {word[:half]}-", size=size) <= room
            lines.append(f"{line} {word[:half]}-" if parted else line)
            line, room = word[half:] if parted else word, width
        return [*lines, line]

    def put(self, x: float, y: float, text: str, *, size: float | None = None, bold: bool = False) -> None:
        """One line with its baseline so far below the top of the page."""
        self.placed.append((x, y, size or self.size, text, bold))

    def column(self, x: float, y: float, width: float, paragraphs: Iterable[str], *, gap: float = 0.5, indent: float = 0,
               justified: bool = False, hyphens: bool = False, size: float | None = None) -> float:
        """Paragraphs one below the other; how far down they reach."""
        size = size or self.size
        for paragraph in paragraphs:
            lines = self.wrapped(paragraph, width, size=size, hyphens=hyphens, indent=indent)
            for number, line in enumerate(lines):
                at = x + indent * (number == 0)
                if justified and number < len(lines) - 1:
                    words = line.split()
                    space = (x + width - at - sum(self.text_width(word, size=size) for word in words)) / max(1, len(words) - 1)
                    for word in words:
                        self.put(at, y, word, size=size)
                        at += self.text_width(word, size=size) + space
                else:
                    self.put(at, y, line, size=size)
                y += size * self.leading
            y += gap * size * self.leading
        return y

    def table(self, y: float, lefts: Sequence[float], rows: Iterable[Sequence[str]], *, step: float = 1.6) -> float:
        for row in rows:
            for x, cell in zip(lefts, row, strict=True):
                self.put(x, y, cell)
            self.rows.append(tuple(row))
            y += step * self.size
        return y

    def wrapped_table(self, y: float, lefts: Sequence[float], rows: Iterable[Sequence[str]], *, padding: float = 0.6, right: float = WIDTH - MARGIN,
                      ruled: bool = False) -> float:
        """A table whose cells have several lines; the next row begins below the longest cell."""
        for row in rows:
            top, lowest = y, y
            for x, after, cell in zip(lefts, [*lefts[1:], right + 8], row, strict=True):
                lowest = max(lowest, self.column(x, y, after - x - 8, [cell], gap=0))
            self.rows.append(tuple(row))
            y = lowest + padding * self.size
            if ruled:
                line = (MARGIN, top - 1.2 * self.size, right, top - 1.2 * self.size)
                self.shapes.append(lambda pdf, line=line: pdf.line(*line))
        return y

    def layout(self, *, rotated: int = 0, pages: Sequence[Sheet] = ()) -> Layout:
        """The page as a PDF, with others after it."""
        sheets = (self, *pages)
        pdf = fpdf.FPDF(unit="pt", format=(HEIGHT, WIDTH) if rotated in (90, 270) else (WIDTH, HEIGHT))
        pdf.set_auto_page_break(auto=False)
        for sheet in sheets:
            pdf.add_page()
            for shape in sheet.shapes:
                shape(pdf)
            placed = sorted(sheet.placed, key=lambda item: (round(item[1], 1), item[0])) if sheet.by_rows else sheet.placed
            for x, y, size, text, bold in placed:
                pdf.set_font("helvetica", "B" if bold else "", size)
                down = y + sheet.draw.uniform(-sheet.jitter, sheet.jitter)
                at = {0: (x, down), 90: (down, WIDTH - x), 180: (WIDTH - x, HEIGHT - down), 270: (HEIGHT - down, x)}[rotated]
                with pdf.rotation(rotated, *at):
                    pdf.text(*at, text)
        data = bytes(pdf.output())
        if rotated:
            data = data.replace(b"/Type /Page\n", b"/Type /Page\n/Rotate %d\n" % rotated)
        return Layout(data, tuple(sentence for sheet in sheets for sentence in sheet.sentences), tuple(row for sheet in sheets for row in sheet.rows))


