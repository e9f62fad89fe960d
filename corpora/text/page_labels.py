"""The number printed on each page, beside the file's own count."""

from __future__ import annotations

import ctypes
import re

import pypdfium2
from pypdfium2 import raw

LABEL = re.compile(r"[A-Za-z]{0,4}[ .-]?(?:\d{1,4}|[ivxl]{1,7}|[IVXL]{1,7})|[A-Za-z]{1,2}")
LEAST_AGREEMENT = 0.9
LONGEST = 20


def labels_of(pdf: pypdfium2.PdfDocument, printed: list[str | None]) -> list[str | None]:
    """The labels that were found printed, and between them those that the file states of its pages.

    What the file states is left where it says no more than the count, and where it disagrees with what is printed:
    programs that put packs together keep the labels of the parts.
    """
    stated = [_stated(pdf, index) for index in range(len(printed))]
    if not any(stated) or all(label == str(number) for number, label in enumerate(stated, start=1)):
        return printed
    both = [(ours, theirs) for ours, theirs in zip(printed, stated, strict=True) if ours and theirs]
    known = [label for label in stated if label]
    if sum(ours == theirs for ours, theirs in both) < LEAST_AGREEMENT * len(both) or len(set(known)) < len(known):
        return printed
    return [ours or theirs for ours, theirs in zip(printed, stated, strict=True)]


def _stated(pdf: pypdfium2.PdfDocument, index: int) -> str | None:
    length = raw.FPDF_GetPageLabel(pdf.raw, index, None, 0)
    if not 2 < length <= 2 * (LONGEST + 1):
        return None
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_GetPageLabel(pdf.raw, index, buffer, length)
    label = buffer.raw[:length - 2].decode("utf-16-le", "replace").strip()
    return label if LABEL.fullmatch(label) else None
