"""``softintel add`` with the formats of Office programs and ZIP files. All content is invented."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from corpora.store import Store
from tests.text.conftest import page, word_paragraph, word_xml
from tests.text.office import frame, odp, ods, odt, pptx, shape, slide, xlsx
from tests.text.test_zipped import packed

Softintel = Callable[..., subprocess.CompletedProcess[str]]


def test_slides_sheets_and_papers_in_zips_are_documents_and_what_is_not_what_it_is_called_is_an_issue(softintel: Softintel, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.pptx").write_bytes(pptx([slide(shape("Invented slide."))]))
    (folder / "b.xlsx").write_bytes(xlsx({"Ratings": [["Invented sheet.", 3]]}))
    (folder / "c.ods").write_bytes(ods({"Ratings": [["Invented table."]]}))
    (folder / "d.zip").write_bytes(packed({"one.docx": word_xml(word_paragraph("Invented paper.")), "two.txt": b"Invented words.", "three.odt": odt("<text:p>Invented text.</text:p>"), "bad.pdf": page("<p>Log in</p>")}))
    (folder / "d.odp").write_bytes(odp(f"<draw:page>{frame('Invented show.')}</draw:page>"))
    (folder / "e.xlsx").write_bytes(page("<p>Log in</p>"))
    (folder / "f.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    for expected in ("7 documents added, 0 unchanged, 3 issues\n", "0 documents added, 7 unchanged, 3 issues\n"):
        done = softintel("--db", "x.db", "add", "in")
        assert (done.returncode, done.stdout) == (1, expected)
    with Store(tmp_path / "x.db", read_only=True) as store:
        assert sorted(document.text for document in store.documents()) == [
            "Invented paper.", "Invented show.", "Invented slide.", "Invented text.", "Invented words.", "Ratings\nInvented sheet.  3", "Ratings\nInvented table."]
        assert [(issue.where, issue.reason) for issue in store.issues()] == [
            ("in/d.zip, member bad.pdf", "not a PDF, as it is called, but an HTML page"),
            ("in/e.xlsx", "not an Excel workbook, as it is called, but an HTML page"),
            ("in/f.xls", "the file is in an old Microsoft Office format; save it as .docx, .xlsx, .pptx or PDF")]
    (folder / "d.zip").write_bytes(packed({"two.txt": b"Invented words."}))
    assert softintel("--db", "x.db", "add", "in").stdout == "0 documents added, 5 unchanged, 2 issues\n"


def test_a_sheets_evidence_place_is_its_sheet_and_a_slides_its_slide(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(pptx([slide(shape("First", place="title")), slide(shape("Second", place="title"), shape("Invented words."))]))
    assert softintel("--db", "x.db", "add", "a.pptx").returncode == 0
    with Store(tmp_path / "x.db", read_only=True) as store:
        (document,) = store.documents()
        citation = store.citation(document.id, document.text.index("Invented"))
        assert citation is not None
        assert (citation.page, citation.section) == (2, "Slide 2: Second")
