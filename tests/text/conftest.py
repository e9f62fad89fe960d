"""Pages, papers and archives made for the tests. All of it is invented."""

from __future__ import annotations

import datetime
import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import fpdf
import pypdfium2
import pytest

from corpora.schema import Document
from corpora.text import ocr, read_bytes

TODAY = datetime.date(2026, 11, 21)
PAGES = Path(__file__).parent / "pages"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Read = Callable[..., Document]


@pytest.fixture
def read() -> Read:
    """``read(data, name=...)``: one document from bytes, as of a fixed day."""
    def reading(data: bytes, *, name: str = "page.html", **arguments: object) -> Document:
        return read_bytes(data, name=name, today=TODAY, **arguments)  # type: ignore[arg-type]
    return reading


@pytest.fixture
def tesseract() -> str:
    """The program, installed by Debian's tools where that can be done."""
    if shutil.which("tesseract") is None and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "-qq", "tesseract-ocr"], capture_output=True, check=False, timeout=300)
    ocr.program.cache_clear()
    found = ocr.program()
    if found is None:
        pytest.skip("Tesseract is not installed and could not be: recognition is not tested")
    return found


def scanned(data: bytes) -> bytes:
    """A PDF whose pages are pictures of the pages of another."""
    source = pypdfium2.PdfDocument(data)
    writer = fpdf.FPDF()
    for index in range(len(source)):
        picture = source[index].render(scale=200 / 72, grayscale=True).to_pil()
        writer.add_page()
        writer.image(picture, 0, 0, 210, 297)
    return bytes(writer.output())


def page(body: str, *, head: str = "") -> bytes:
    """A small HTML page."""
    return f"<!DOCTYPE html><html><head><title>Invented</title>{head}</head><body>{body}</body></html>".encode()


def pdf(*pages: list[str], **metadata: str) -> bytes:
    """A PDF; each page is a list of paragraphs, wrapped by its margin."""
    writer = fpdf.FPDF()
    writer.set_creation_date(datetime.datetime(2019, 5, 14, tzinfo=datetime.UTC))
    writer.set_font("helvetica", size=11)
    for paragraphs in pages:
        writer.add_page()
        for paragraph in paragraphs:
            writer.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
            writer.ln(4)
    if "title" in metadata:
        writer.set_title(metadata["title"])
    if "password" in metadata:
        writer.set_encryption(owner_password="owner", user_password=metadata["password"])
    return bytes(writer.output())


def word(build: Callable[[docx.document.Document], object]) -> bytes:
    """A Word document, filled by ``build``."""
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_xml(body: str, *, prologue: str = "") -> bytes:
    """A Word document of which only the main part is there, given as XML."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'{prologue}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return stream.getvalue()


def word_paragraph(text: str) -> str:
    """A paragraph of Word's XML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
