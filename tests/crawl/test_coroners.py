"""Nobody who died is named in what is stored of coroners' reports. All people, places and reports are invented."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpora.schema import Document, Page, Section
from corpora.store import Store
from crawl.redaction import redact, redact_document
from crawl.run import crawl
from tests.crawl.replica import Replica, Reply
from tests.text.conftest import pdf

NAME = "Testperson Inventedname"
REPORT = """<main><h1>Testperson Inventedname: report</h1><div class="flow"><p>Date of report: 21/10/2026</p><p>Ref: 2026-0999</p>
<p>Deceased name: Testperson Inventedname</p><p>Coroner area: Exampleshire</p><p>This report is being sent to: Exampleshire
Hospitals NHS Foundation Trust</p></div>"""


def names_left(database: Path) -> list[str]:
    """Every place of the database and of the archive that holds the name."""
    with closing(sqlite3.connect(database)) as opened:
        lines = [line for line in opened.iterdump() if "inventedname" in line.lower()]
    archives = [str(path) for path in database.parent.rglob("*.warc.gz*")]
    return lines + archives


def test_a_crawl_keeps_no_name_in_any_table_nor_in_the_archive(tmp_path: Path) -> None:
    report, unnamed = pdf(["The death of Testperson Inventedname. Mr Inventedname waited."]), pdf(["A picture of a letter."])
    with Replica() as site:
        slug = "/testperson-inventedname-report"
        site.pages["/list/"] = Reply(f"""<h3 class="card__title"><a class="card__link" href="{slug}/">{NAME}</a></h3>
            <h3 class="card__title"><a class="card__link" href="{slug}-gone/">{NAME}</a></h3>
            <h3 class="card__title"><a class="card__link" href="{slug}-changed/">{NAME}</a></h3>
            <h3 class="card__title"><a class="card__link" href="{slug}-moved/">{NAME}</a></h3>
            <h3 class="card__title"><a class="card__link" href="https://elsewhere.example{slug}/">{NAME}</a></h3>""".encode())
        site.pages[f"{slug}/"] = Reply(f"""{REPORT}<a class="related-content__link" href="{slug}.pdf">{NAME}</a>
            <a class="related-content__link" href="{slug}-reply.pdf">Reply</a></main>""".encode())
        site.pages[f"{slug}-changed/"] = Reply(f"<h1>{NAME}</h1>".encode())
        site.pages[f"{slug}-moved/"] = Reply(b"", status=302, headers={"Location": f"http://localhost:1{slug}-now/"})
        site.pages[f"{slug}.pdf"] = Reply(report, headers={"Content-Type": "application/pdf"})
        site.pages[f"{slug}-reply.pdf"] = Reply(unnamed, headers={"Content-Type": "application/pdf"})
        source = site.source(shape="coroners", doc_type="coroner", start_urls=(f"{site.url}/list/",))
        first, = crawl(tmp_path / "a.db", [source], progress=False).sources
        assert (first.new, first.failed) == (2, 3)
        assert names_left(tmp_path / "a.db") == []
        second, = crawl(tmp_path / "a.db", [source], progress=False).sources
        assert (second.new, second.changed) == (0, 0)
        assert names_left(tmp_path / "a.db") == []
        with Store(tmp_path / "a.db") as store:
            texts = {document.url: document.text for document in store.documents()}
            reasons = [issue.reason for issue in store.issues()]
    assert texts["https://www.judiciary.uk/prevention-of-future-death-reports/#2026-0999-report"] == (
        "The death of [name]. Mr [name] waited.")
    assert "https://www.judiciary.uk/prevention-of-future-death-reports/#2026-0999" in texts
    assert any("cannot be taken out with certainty" in reason for reason in reasons)


@pytest.mark.parametrize(("text", "cleared"), [
    ("the death of Mary Ann O’Brien-Smith, 71", "the death of [name], 71"),
    ("MARY ANN O'BRIEN-SMITH", "[name]"),
    ("Mrs O'Brien-Smith's notes; Mary was in pain", "Mrs [name]'s notes; [name] was in pain"),
    ("her son, Tom Smith", "her son, Tom [name]"),
    ("a smith may marry", "a smith may marry"),
    ("Maryland and Annual Smithfield", "Maryland and Annual Smithfield"),
    ("taken to Smith Hospital and to the Smith and Example University", "taken to Smith Hospital and to the Smith and Example University"),
    ("Mrs Smith University records", "Mrs [name] University records"),
    ("Mary Smith NHS number", "[name] NHS number"),
])
def test_every_part_of_a_name_is_taken_out_but_for_places_that_share_it(text: str, cleared: str) -> None:
    assert redact(text, "Mrs Mary Ann O'Brien-Smith").text == cleared


@pytest.mark.parametrize("name", ["", "Mr", "A", "Child A", "..."])
def test_a_name_that_is_none_takes_out_nothing(name: str) -> None:
    assert redact("A child of Mr A died", name).found == 0


def test_accents_do_not_hide_a_name() -> None:
    assert redact("Zoe Kovác and ZOË KOVÁČ, Čech", "Zoë Kováč").text == "[name] and [name], Čech"


def test_pages_and_sections_keep_their_places() -> None:
    text = "Testperson died.\nItem 1 Testperson\nThe end."
    document = Document(id="1", text=text, pages=(Page(number=1, start=0, end=16), Page(number=2, start=17, end=len(text))),
                        sections=(Section(start=17, end=34, title="Item 1 Testperson"),))
    cleared = redact_document(document, NAME)
    assert [cleared.text[page.start:page.end] for page in cleared.pages] == ["[name] died.", "Item 1 [name]\nThe end."]
    assert [(cleared.text[part.start:part.end], part.title) for part in cleared.sections] == [("Item 1 [name]", "Item 1 [name]")]
