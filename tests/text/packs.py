"""A board pack as trusts publish them, made with fpdf2. All of it is invented: the trust, the figures, the words."""

from __future__ import annotations

import datetime
import functools
import random

import fpdf

TRUST = "Inventshire Hospitals NHS Foundation Trust (invented)"
RUNNING_HEAD = "Inventshire Board of Directors, meeting in public, 26 March 2026"
ITEMS = (
    "Welcome and apologies", "Declarations of interest", "Minutes of the previous meeting", "Action log and matters arising",
    "Chair's report", "Chief Executive's report", "Patient story", "Quality Committee report", "Integrated Performance Report",
    "Finance report, month 11", "Maternity and neonatal report", "Learning from deaths", "Freedom to Speak Up report",
    "Board Assurance Framework", "Corporate risk register", "Workforce report", "Annual plan", "Any other business")
SUBJECTS = """the executive team|the committee|the chief nurse|the medical director|the regulator|the ward manager|the finance team
    |the integrated care board|the audit group|the divisional director|the chair|the company secretary|the quality team|the site team
    |the programme office""".replace("\n", " ").split("|")
VERBS = """reported|noted|reviewed|agreed|described|explained|recorded|discussed|welcomed|questioned|summarised|confirmed|observed
    |emphasised|presented""".replace("\n", " ").split("|")
OBJECTS = """the position on waiting times|a revised plan for discharge|progress with recruitment|the results of the survey
    |the action plan for the emergency department|the forecast outturn|compliance with training|the backlog of estates work
    |the response to complaints|the timetable for the new building|learning from incidents|the pilot of virtual wards
    |sickness absence over the winter|the trajectory for diagnostic tests|the case for investment""".replace("\n", " ").split("|")
TAILS = """during the quarter|since the last meeting|against the agreed standard|across both sites|in line with the annual plan
    |after a further review|for the third month in a row|with some variation between divisions|and asked for an update in May
    |as set out in the appendix|with mitigations in place|which remains under close watch""".replace("\n", " ").split("|")
MEASURES = ("Four-hour standard", "Referral to treatment", "Cancer, 62 days", "Diagnostics, six weeks", "Falls with harm",
            "Pressure ulcers", "Vacancy rate", "Sickness absence", "Agency spend", "Complaints answered")
HYPHENATED = (("the over-", "sight of the board"), ("the long-", "term plan of the trust"), ("a re-", "view of the governance"))


@functools.cache
def board_pack(pages: int = 300, *, seed: int = 1, cover: int = 1, outline: bool = True) -> bytes:
    """A pack of so many pages: agenda, then items in prose, in two columns and in tables; running heads, printed page numbers.

    Args:
        cover: pages before the one on which the number 1 is printed.
        outline: with bookmarks at the items.
    """
    return bytes(_Pack(pages, seed, cover, outline=outline).made().output())


def item_page(item: int, pages: int) -> int:
    """The printed page on which an item, counted from 1, begins in a pack of so many pages with one cover."""
    return 2 + (item - 1) * (pages - 3) // len(ITEMS)


class _Pack(fpdf.FPDF):
    def __init__(self, pages: int, seed: int, cover: int, *, outline: bool) -> None:
        super().__init__()
        self.wanted, self.draw, self.cover, self.outline_wanted = pages, random.Random(seed), cover, outline
        self.set_creation_date(datetime.datetime(2026, 3, 20, tzinfo=datetime.UTC))
        self.set_auto_page_break(auto=False)
        self.set_title("Inventshire public board pack")

    def header(self) -> None:
        if self.page > self.cover:
            self.set_font("helvetica", size=8)
            self.cell(0, 4, RUNNING_HEAD, new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

    def footer(self) -> None:
        if self.page > self.cover:
            self.set_y(-12)
            self.set_font("helvetica", size=8)
            self.cell(0, 4, f"Page {self.page - self.cover} of {self.wanted - self.cover}", align="C")

    def made(self) -> _Pack:
        starts = {item_page(number, self.wanted): number for number in range(1, len(ITEMS) + 1)}
        for number in range(1, self.wanted + 1):
            self.add_page()
            printed = number - self.cover
            if number == 1:
                self._front()
            elif printed == 1:
                self._agenda()
            else:
                if printed in starts:
                    self._item(starts[printed])
                (self._prose, self._prose, self._columns, self._table, self._prose)[number % 5]()
        return self

    def _front(self) -> None:
        self.set_font("helvetica", "B", 20)
        self.multi_cell(0, 12, TRUST, new_x="LMARGIN", new_y="NEXT")
        self.set_font("helvetica", size=12)
        for line in ("Board of Directors", "Meeting held in public on 26 March 2026", "Papers for the meeting"):
            self.cell(0, 10, line, new_x="LMARGIN", new_y="NEXT")

    def _agenda(self) -> None:
        self.set_font("helvetica", "B", 16)
        self.cell(0, 10, "Agenda", new_x="LMARGIN", new_y="NEXT")
        self.set_font("helvetica", size=10)
        for number, title in enumerate(ITEMS, start=1):
            for width, text in ((15, f"{number}."), (110, title), (35, "Executive lead"), (20, str(item_page(number, self.wanted)))):
                self.cell(width, 7, text)
            self.ln(7)

    def _item(self, number: int) -> None:
        title = f"{number}. {ITEMS[number - 1]}"
        if self.outline_wanted:
            self.start_section(title)
        self.set_font("helvetica", "B", 16)
        self.cell(0, 12, title, new_x="LMARGIN", new_y="NEXT")

    def _sentence(self) -> str:
        words = " ".join(" ".join(self.draw.choice(part).split()) for part in (SUBJECTS, VERBS, OBJECTS, TAILS))
        figure = self.draw.choice(("", f" ({self.draw.randint(1, 99)}.{self.draw.randint(0, 9)}%)", f" at {self.draw.randint(2, 900)} cases"))
        return f"{words[0].upper()}{words[1:]}{figure}."

    def _prose(self) -> None:
        self.set_font("helvetica", size=10)
        for number in range(7):
            self.multi_cell(0, 4.6, " ".join(self._sentence() for _ in range(self.draw.randint(3, 6))), align="L",
                            new_x="LMARGIN", new_y="NEXT")
            if number == 3 and self.draw.random() < 0.3:
                above, below = self.draw.choice(HYPHENATED)
                self.cell(0, 4.6, f"The invented board was reminded in its private session, at length, of {above}", new_x="LMARGIN", new_y="NEXT")
                self.cell(0, 4.6, f"{below}.", new_x="LMARGIN", new_y="NEXT")
            self.ln(3)

    def _columns(self) -> None:
        self.set_font("helvetica", size=9)
        top = self.get_y()
        for left in (self.l_margin, 110):
            self.set_xy(left, top)
            for _ in range(6):
                self.set_x(left)
                self.multi_cell(85, 4.2, " ".join(self._sentence() for _ in range(3)), align="L", new_x="LEFT", new_y="NEXT")
                self.ln(3)

    def _table(self) -> None:
        self.set_font("helvetica", size=9)
        for cells in (("Measure", "Standard", "Actual", "Last month", "Trend"),
                      *((measure, f"{self.draw.randint(1, 99)}%", f"{self.draw.randint(1, 99)}.{self.draw.randint(0, 9)}%",
                         f"{self.draw.randint(1, 99)}%", self.draw.choice(("better", "worse", "level")))
                        for measure in MEASURES for _ in range(2))):
            for width, text in zip((60, 30, 30, 30, 30), cells, strict=True):
                self.cell(width, 6, text, border=1)
            self.ln(6)
        self.ln(4)
        self.multi_cell(0, 4.6, " ".join(self._sentence() for _ in range(4)), align="L", new_x="LMARGIN", new_y="NEXT")
