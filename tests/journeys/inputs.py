"""Files that people give by mistake, and a hundred that they give on purpose. All content is invented."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.text.conftest import page, pdf, word_paragraph, word_xml

SOURCES = "name,publisher,licence,cadence,doc_type,shape,start_urls,delay_seconds,revisit_hours,local\n"


def make_inputs(folder: Path) -> None:
    """One good file of each sort, and the bad ones, by their names."""
    files: dict[str, bytes] = {
        "good.txt": b"Invented words.",
        "good.jsonl": b'{"id": "a", "text": "Invented words."}\n',
        "page.pdf": page("<p>Please log in</p>"),
        "page.csv": page("<p>Please log in</p>"),
        "cut.pdf": pdf(["Cut short."])[:400],
        "empty.txt": b"", "empty.jsonl": b"", "empty.csv": b"",
        "bad.jsonl": b'{"id": "a", "text": "Invented words."}\n{"id": \n',
        "list.jsonl": b'["a"]\n',
        "latin.jsonl": b'{"id": "a", "text": "caf\xe9"}\n',
        "image.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "book.xlsx": b"PK\x03\x04" + bytes(100),
        "cut.csv": b"Quarter,Trust_type,Trust_code,Average_score,Segment,Trust_in_financial_deficit,Rank\n\"" + b"x" * 200_000,
        "no-row.csv": SOURCES.encode(),
        "bad-row.csv": f"{SOURCES}near,Invented,,daily,news,rss,http://127.0.0.1/,0,0,false\n".encode(),
        "shape.csv": f"{SOURCES}odd,Invented,,daily,news,oddity,http://127.0.0.1:1/,0,0,true\n".encode(),
        "local.csv": f"{SOURCES}here,Invented,,daily,news,rss,http://127.0.0.1:1/,0,0,true\n".encode(),
        "note.db": b"A note, and no database, though it is long enough to be taken for one. " * 30,
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "folder").mkdir()
    (folder / "folder" / "mine.txt").write_text("Mine.")
    with sqlite3.connect(folder / "other.db") as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()


def make_hundred(folder: Path) -> None:
    """A folder of 100 files: 97 good ones of five sorts, and three broken ones."""
    (folder / "2024" / "march").mkdir(parents=True)
    for number in range(97):
        words = f"Invented note number {number} on a hospital."
        data, ending = (
            (words.encode(), "txt"), (page(f"<main><article><p>{words}</p></article></main>"), "html"),
            (word_xml(word_paragraph(words)), "docx"), (pdf([words]), "pdf"),
            ((json.dumps({"id": f"note-{number}", "text": words}) + "\n").encode(), "jsonl"))[number % 5]
        (folder / ("." if number % 3 else "2024/march") / f"note-{number}.{ending}").write_bytes(data)
    (folder / "broken-page.pdf").write_bytes(page("<p>Please log in</p>"))
    (folder / "2024" / "broken-empty.html").write_bytes(b"")
    (folder / "2024" / "march" / "broken-letter.docx").write_bytes(word_xml(word_paragraph("Cut short."))[:200])


def state(folder: Path) -> dict[str, bytes | None]:
    """Every file below a folder with its bytes, and every folder."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}
