"""Papers attached to pages of GOV.UK: which are followed, and what becomes of them. All that is told here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.schema import Document
from corpora.store import Store
from crawl.answers.gov_uk_attachments import MOST_FILES, Attachment, choose_attachments, is_in_english
from crawl.answers.gov_uk_papers import paper_title, published_of_paper
from crawl.answers.json_parts import Part
from crawl.answers.papers import licence_of
from crawl.reading import Errand
from crawl.run import crawl
from crawl.sources import Source, load_sources
from tests.crawl.api_replica import MISSING, ApiReplica, Asked, answer
from tests.crawl.board_sites import pdf
from tests.crawl.replica import Reply
from tests.text.office import odt

START = "/api/search.json?filter_organisations=invented&count=20&start=0"
PDF, ODT = "application/pdf", "application/vnd.oasis.opendocument.text"
WORDS = "This paper about Exampleshire Hospitals NHS Trust, which does not exist, is invented: {}."


def file(title: str, url: str, media_type: str = PDF, **more: str) -> dict[str, str]:
    return {"attachment_type": "file", "title": title, "url": url, "content_type": media_type, "filename": url.rpartition("/")[2]} | more


PUBLICATIONS: dict[str, list[dict[str, str]]] = {
    "web-and-pdf": [{"attachment_type": "html", "title": "Invented review", "url": "/government/publications/web-and-pdf/review"},
                    file("Invented review", "/media/01/review.pdf")],
    "pdf-only": [file("Invented letter", "/media/02/letter.pdf")],
    "pdf-and-odt": [file("Invented plan", "/media/03/plan.odt", ODT), file("Invented plan", "/media/04/plan.pdf")],
    "odt-only": [file("Invented note", "/media/05/note.odt", ODT)],
    "welsh": [file("Invented answer (Welsh)", "/media/06/ateb.pdf"), file("Ateb", "/media/07/ateb.pdf", locale="cy")],
    "tables": [file("Invented tables", "/media/08/tables.ods", "application/vnd.oasis.opendocument.spreadsheet"),
               file("Invented tables", "/media/09/tables.csv", "text/csv")],
    "lost": [file("Invented lost paper", "/media/10/lost.pdf")],
    "replaced": [file("A replaced paper", "/media/11/old.pdf")],
    "withdrawn": [file("Invented withdrawn paper", "/media/12/withdrawn.pdf")],
    "elsewhere": [file("Invented paper elsewhere", "https://files.example/media/13/elsewhere.pdf")]}
MOVED = {"/media/11/old.pdf": "/media/14/new.pdf", "/media/12/withdrawn.pdf": "/government/publications/withdrawn"}


def gov_uk(asked: Asked) -> Reply:
    """A search that finds all publications, their contents, and the host of their files."""
    if asked.path == "/api/search.json":
        return answer({"results": [{"title": name, "link": f"/government/publications/{name}"} for name in PUBLICATIONS],
                       "total": len(PUBLICATIONS), "start": 0})
    path = asked.path.removeprefix("/api/content")
    name = path.removeprefix("/government/publications/")
    if path in MOVED:
        return Reply(b"", status=301, headers={"Location": MOVED[path]})
    if path == "/media/10/lost.pdf":
        return MISSING
    if path != asked.path:
        attachments = PUBLICATIONS.get(name, [])
        reply = answer({"base_path": path, "title": f"Invented {name}", "description": "Invented.", "document_type": "independent_report",
                        "first_published_at": "2026-11-02T09:00:00Z", "public_updated_at": "2026-11-02T09:00:00Z", "locale": "en",
                        "details": {"body": "<p>An invented publication.</p>", "documents": [], "attachments": attachments}})
    elif path.startswith("/media/"):
        words = WORDS.format(path)
        reply = Reply(odt(f"<text:p>{words}</text:p>") if path.endswith(".odt") else pdf(words),
                      headers={"Content-Type": ODT if path.endswith(".odt") else PDF})
    else:
        reply = Reply(b"<!doctype html><title>Invented</title><p>An invented page about a withdrawn paper.</p>",
                      headers={"Content-Type": "text/html"})
    tag = f'"{asked.path}"'
    if asked.headers.get("if-none-match") == tag:
        return Reply(b"", status=304, headers={"ETag": tag})
    return Reply(reply.body, status=reply.status, headers=reply.headers | {"ETag": tag})


def test_the_papers_of_publications_are_gathered_once_and_asked_for_again_by_condition(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    with ApiReplica(gov_uk) as site:
        source = site.source("gov_uk_search", START, licence="OGL-3.0")
        report, = crawl(database, [source], progress=False).sources
        asked = [page for page in site.pages() if page.startswith("/media/")]
        with Store(database) as store:
            documents = {document.url: document for document in store.documents()}
            issues = {(issue.where, issue.reason) for issue in store.issues()}
            store.db.execute("UPDATE rounds SET started_at = started_at - 86400")
        before = len(site.log)
        again, = crawl(database, [source], progress=False).sources
        statuses = {line.page: status for line, status in site.log[before:]}
    papers = ["/media/02/letter.pdf", "/media/04/plan.pdf", "/media/05/note.odt", "/media/14/new.pdf"]
    assert sorted(asked) == sorted([*papers, "/media/10/lost.pdf", *MOVED][:7])
    assert {url.removeprefix(site.url) for url in documents if "/media/" in url} == set(papers)
    assert "https://www.gov.uk/government/publications/web-and-pdf/review" in documents
    letter, moved = documents[f"{site.url}/media/02/letter.pdf"], documents[f"{site.url}/media/14/new.pdf"]
    assert (letter.title, letter.text, letter.licence, letter.published_on, len(letter.pages)) == (
        "Invented pdf-only: Invented letter", WORDS.format("/media/02/letter.pdf"), "OGL-3.0", "2026-11-02", 1)
    assert moved.title == "Invented replaced: A replaced paper"
    assert {(where.removeprefix(site.url), reason) for where, reason in issues} == {
        ("/media/10/lost.pdf", "there is no such page (404)"),
        ("/media/12/withdrawn.pdf", f"the paper is gone: the site led to a page instead, {site.url}/government/publications/withdrawn"),
        ("https://files.example/media/13/elsewhere.pdf", "not followed: the source does not name the host files.example")}
    assert (report.new, report.failed) == (len(PUBLICATIONS) + 1 + len(papers), 2)
    assert (again.new, again.changed) == (0, 0)
    assert {statuses[path] for path in (*papers, "/api/content/government/publications/pdf-only")} == {304}


def test_the_packaged_source_names_the_host_of_files_and_no_other_of_that_domain() -> None:
    source = next(source for source in load_sources() if source.name == "gov-uk-dhsc")
    assert source.owns("https://assets.publishing.service.gov.uk/media/1/a.pdf")
    assert not source.owns("https://draft-assets.publishing.service.gov.uk/media/1/a.pdf")
    assert not source.owns("https://publishing.service.gov.uk/a.pdf")


@pytest.mark.parametrize("title", ["Letter (Welsh)", "Leaflet – Arabic", "Leaflet: Polish", "Summary in Urdu", "Welsh language version",
                                   "Plan (in Ukrainian)", "Report (easy read)", "Translation into Romanian", "Large print report"])
def test_a_translation_is_told_by_its_title(title: str) -> None:
    assert not is_in_english(title)


@pytest.mark.parametrize("title", ["Letter to the Welsh Government", "Health of Polish communities (2026)", "Report (France and Germany)",
                                   "Translation of research into practice", "Chinese hospitals: a comparison"])
def test_a_paper_about_others_is_no_translation(title: str) -> None:
    assert is_in_english(title)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Review", "Review (PDF)", True), ("Review", "Review (accessible version)", True), ("Review", "Review - web version", True),
    ("Review", "Review (print-ready PDF)", True), ("Framework", "Framework document", False), ("Annex 1", "Annex 2", False),
    ("Review", "Review (final)", False), ("In a word", "In a", False)])
def test_two_forms_of_one_paper_are_known_by_their_titles(one: str, other: str, same: bool) -> None:
    first, second = (Attachment(url="/a", title=title, form="pdf").paper for title in (one, other))
    assert (first == second) is same


@pytest.mark.parametrize("address", ["https://[assets/a.pdf", "https://assets.example:99999/a.pdf", "https:///a.pdf", "https://a b.pdf"])
def test_a_paper_under_no_address_is_told(address: str) -> None:
    details = Part({"attachments": [file("Invented", address), file("Invented table", address, "text/csv")]}, "page, details")
    chosen = choose_attachments(details, url="https://www.gov.uk/a")
    assert chosen.attachments == ()
    assert [issue.value for issue in chosen.issues] == [address]


def test_a_page_leads_to_so_many_papers_and_no_more() -> None:
    details = Part({"attachments": [file(f"Annex {n}", f"https://assets.example/{n}.pdf") for n in range(MOST_FILES + 1)]}, "page, details")
    chosen = choose_attachments(details, url="https://www.gov.uk/a")
    assert len(chosen.attachments) == MOST_FILES
    assert [issue.value for issue in chosen.issues] == [str(MOST_FILES + 1)]


@pytest.mark.parametrize(("title", "told"), [("Letter", "Invented review: Letter"), ("invented review", "invented review"),
                                             ("Invented review: annex", "Invented review: annex")])
def test_a_paper_is_called_after_its_page_too(title: str, told: str) -> None:
    assert paper_title("Invented review", title) == told


@pytest.mark.parametrize(("notes", "day", "reliability"), [
    ([], "2026-01-05", 0.95),
    ([("2026-03-01", "Added 'Terms of reference' and a letter.")], "2026-03-01", 0.85),
    ([("2026-03-01", "Corrected a figure.")], "2026-01-05", 0.6)])
def test_a_paper_that_may_have_come_later_is_dated_by_the_change_that_names_it(
        notes: list[tuple[str, str]], day: str, reliability: float) -> None:
    changes = [{"public_timestamp": f"{when}T09:00:00Z", "note": note} for when, note in [*notes, ("2026-01-05", "First published.")]]
    page = Part({"first_published_at": "2026-01-05T09:00:00Z", "details": {"change_history": changes}}, "page")
    source = Source.model_validate({"name": "a", "publisher": "A", "cadence": "daily", "doc_type": "other", "shape": "gov_uk_search",
                                    "start_urls": ["https://www.gov.uk/api/search.json"]})
    visit = {"id": 1, "source": "a", "url": "https://www.gov.uk/a", "role": "record", "hint": {}, "attempts": 0, "worker": "test"}
    errand = Errand.model_validate({"visit": visit, "source": source, "today": "2026-11-22"})
    published = published_of_paper(page, Attachment(url="/a", title="Terms of reference", form="pdf"), errand)
    assert published is not None
    assert (published.date, published.reliability) == (day, reliability)


@pytest.mark.parametrize(("words", "licence"), [
    ("An invented paper.", "OGL-3.0"), ("© Invented Consultants. All rights reserved.", None),
    ("All rights reserved. This publication is available under the Open Government Licence v3.0", "OGL-3.0")])
def test_a_paper_that_states_other_rights_has_not_the_licence_of_the_page(words: str, licence: str | None) -> None:
    assert licence_of(Document(id="1", text=words, licence="OGL-3.0")) == licence
