"""The text of a 300-page pack by softintel against pypdfium2 alone (``get_text_range`` of each page), in one run.

    python -m bench.pdf_text [--pages 300] [--rounds 7]

softintel's time is that of the whole reading: paragraphs, tables, page labels, sections, title, date. The rounds alternate.
Prints the ratio of the medians of processor time; exit code 1 if it is above 1.3.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from collections.abc import Callable
from statistics import median

import pypdfium2

from corpora.text import read_bytes
from tests.text.packs import board_pack

MOST = 1.3
TODAY = datetime.date(2026, 11, 21)


def alone(data: bytes) -> int:
    """All characters that pdfium gives, page by page."""
    pdf = pypdfium2.PdfDocument(data)
    characters = 0
    for index in range(len(pdf)):
        page = pdf[index]
        textpage = page.get_textpage()
        characters += len(textpage.get_text_range())
        textpage.close()
        page.close()
    pdf.close()
    return characters


def ours(data: bytes) -> int:
    """The same pack as a document."""
    return len(read_bytes(data, name="pack.pdf", today=TODAY).text)


def timed(work: Callable[[bytes], int], data: bytes) -> float:
    """Seconds of processor time."""
    began = time.process_time()
    work(data)
    return time.process_time() - began


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    data = board_pack(given.pages)
    alone(data), ours(data)
    rounds = [(timed(alone, data), timed(ours, data)) for _ in range(given.rounds)]
    peer, own = median(first for first, _ in rounds), median(second for _, second in rounds)
    print(f"{given.pages} pages: pypdfium2 alone {peer:.3f} s, softintel {own:.3f} s, ratio {own / peer:.2f} "
          f"(of {given.rounds} rounds; at most {MOST})")
    return 0 if own <= MOST * peer else 1


if __name__ == "__main__":
    sys.exit(main())
