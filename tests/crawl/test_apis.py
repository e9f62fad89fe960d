"""Six APIs on this machine, crawled by the process that users run. All that they tell is invented."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from corpora.store import Store
from crawl.again import read_again
from crawl.run import crawl
from crawl.sources import Source
from tests.crawl.api_replica import KEY, MISSING, ApiReplica, Asked, answer, everything_kept
from tests.crawl.replica import Replica, Reply

VARIABLE = "SOFTINTEL_INVENTED_KEY"
TODAY = datetime.datetime.now(datetime.UTC).date()
SINCE = (TODAY - datetime.timedelta(days=30)).isoformat()
REPORT = "".join(",".join(f'"{cell}"' for cell in [code, name, *[""] * 25]) + "\n" for code, name in (
    ("RX1", "NOTTINGHAM UNIVERSITY HOSPITALS NHS TRUST"), ("R9Z", "EXAMPLESHIRE HOSPITALS NHS TRUST")))


def gov_uk(asked: Asked) -> Reply:
    """A search of five results, two a page; of the pages one is withdrawn and one is not there."""
    if asked.path == "/api/search.json":
        if set(asked.query) - {"filter_organisations", "count", "start", "order", "fields", "q"}:
            return answer({"error": "Unexpected parameters"}, 422)
        start = int(asked.query["start"])
        results = [{"title": f"Invented {n}", "link": f"/guidance/invented-{n}", "public_timestamp": "2026-11-02T09:00:00Z"}
                   for n in range(5)]
        return answer({"results": results[start:start + 2], "total": 5, "start": start})
    number = asked.path.rpartition("-")[2]
    if number == "3":
        return MISSING
    return answer({"base_path": f"/guidance/invented-{number}", "title": f"Invented {number}", "description": "",
                   "document_type": "gone" if number == "2" else "guidance", "first_published_at": "2026-11-02T09:00:00Z",
                   "details": {"body": f"<p>The invented guidance number {number}.</p>"}})


def parliament(asked: Asked) -> Reply:
    """Five questions, two a page, of which the list cuts one short."""
    def question(number: int, *, cut: bool) -> dict[str, object]:
        text = "To ask the Secretary of State an invented question about an invented trust, and another one about its invented beds."
        return {"value": {"id": number, "uin": str(number), "questionText": text[:60] + "..." if cut else text, "answerText": "None.",
                          "answeringBodyName": "Invented Department", "dateTabled": "2026-11-02T00:00:00",
                          "dateAnswered": "2026-11-09T00:00:00", "askingMember": {"name": "Nobody Atall"}}}

    number = asked.path.removeprefix("/api/writtenquestions/questions").strip("/")
    if number:
        return answer(question(int(number), cut=False))
    skip = int(asked.query["skip"])
    return answer({"totalResults": 5, "results": [question(n, cut=n == 3) for n in range(skip, min(5, skip + int(asked.query["take"])))]})


def guardian(asked: Asked) -> Reply:
    """Three pages of an article each, for those who have a key."""
    if asked.headers.get("api-key") != KEY:
        return answer({"message": "Unauthorized"}, 401)
    page = int(asked.query["page"])
    return answer({"response": {"status": "ok", "pages": 3, "currentPage": page, "results": [{
        "webTitle": f"Invented {page}", "webUrl": f"https://www.theguardian.com/invented/{page}",
        "webPublicationDate": "2026-11-02T09:00:00Z", "fields": {"bodyText": "An invented article of the invented day."}}]}})


def care_opinion(asked: Asked) -> Reply:
    """Three stories, two a page; the services of one are not to be had."""
    if asked.headers.get("authorization") != KEY:
        return answer({"Message": "Authorization has been denied for this request."}, 401)
    if asked.path.endswith("/healthservices"):
        return MISSING if "/2/" in asked.path else answer([
            {"nacs": "R9ZRA", "name": "Invented Infirmary", "organisation": "Exampleshire Hospitals NHS Trust"}])
    skip = int(asked.query["skip"])
    return answer([{"id": n, "title": f"Invented {n}", "body": f"The invented story number {n}.", "author": "nobody-atall",
                    "dateOfPublication": "2026-11-02T09:00:00Z", "links": [{
                        "relation": "healthservices", "link": f"/api/v2/opinions/{n}/healthservices"}]}
                   for n in range(skip, min(3, skip + 2))])


def ods(asked: Asked) -> Reply:
    """The register: lists by role, changes, records and the report."""
    if asked.path == "/api/getReport":
        return Reply(REPORT.encode(), headers={"Content-Type": "text/csv"}, conditional=False)
    if "xml" in asked.headers["accept"]:
        return Reply(b"<HSCOrgRefData/>", headers={"Content-Type": "application/xml"}, conditional=False)
    path = asked.path.removeprefix("/ORD/2-0-0")
    if path == "/organisations":
        codes = [["RX1", "RGQ"], ["R9Z"]][int(asked.query["Offset"]) // 2] if asked.query["PrimaryRoleId"] == "RO197" else ["QMM"]
        return answer({"Organisations": [{"OrgId": code, "Name": "INVENTED"} for code in codes]})
    if path == "/sync":
        return answer({"Organisations": [{"OrgLink": f"https://elsewhere.example/{code}"} for code in ("A81001", "R9Z")]})
    code = path.rpartition("/")[2]
    succession = [{"Type": "Successor", "Target": {"OrgId": {"extension": "RDE"}}}] if code == "RGQ" else []
    return answer({"Organisation": {
        "Name": f"INVENTED {code}", "OrgId": {"extension": code}, "Status": "Active", "Date": [{"Type": "Legal", "Start": "2001-04-01"}],
        "Roles": {"Role": [{"id": "RO197", "primaryRole": True}]}, "Succs": {"Succ": succession}}})


APIS: dict[str, Callable[[Asked], Reply]] = {"gov_uk_search": gov_uk, "parliament_questions": parliament, "guardian": guardian,
                                             "care_opinion": care_opinion, "ods_ord": ods, "ods_report": ods}
STARTS = {
    "gov_uk_search": "/api/search.json?filter_organisations=invented&count=2&start=0&order=-public_timestamp",
    "parliament_questions": "/api/writtenquestions/questions?answeredWhenFrom={since}&take=2&skip=0",
    "guardian": "/search?q=invented&from-date={since}&page=1",
    "care_opinion": "/api/v2/opinions?submittedonafter={since}&take=2&skip=0",
    "ods_ord": "/ORD/2-0-0/sync?LastChangeDate={since}",
    "ods_report": "/api/getReport?report=etr"}
KEYS = {"guardian": "api-key", "care_opinion": "Authorization"}


def source_of(site: ApiReplica, shape: str) -> Source:
    lists = [f"{site.url}/ORD/2-0-0/organisations?PrimaryRoleId={role}&Limit=2&Offset=0" for role in ("RO197", "RO261")]
    return site.source(shape, STARTS[shape], key_variable=VARIABLE if shape in KEYS else "", key_header=KEYS.get(shape, ""),
                       first_urls=lists if shape == "ods_ord" else [])


def test_every_api_is_followed_from_page_to_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, KEY)
    sites = {shape: ApiReplica(answers, address=f"127.0.0.{number}") for number, (shape, answers) in enumerate(APIS.items(), 11)}
    for site in sites.values():
        site.__enter__()
    try:
        report = crawl(tmp_path / "a.db", [source_of(site, shape) for shape, site in sites.items()], progress=False)
        pages = {shape: site.pages() for shape, site in sites.items()}
        logs = {shape: str(site.log) for shape, site in sites.items()}
    finally:
        for site in sites.values():
            site.__exit__()
    told = {source.source: (source.new, source.failed, source.healthy) for source in report.sources}
    assert told == {"gov-uk-search": (3, 2, True), "parliament-questions": (5, 0, True), "guardian": (3, 0, True),
                    "care-opinion": (2, 1, True), "ods-ord": (0, 0, True), "ods-report": (0, 0, True)}
    assert pages["parliament_questions"] == [
        f"/api/writtenquestions/questions?answeredWhenFrom={SINCE}&take=2&skip={skip}" for skip in (0, 2, 4)] + [
        "/api/writtenquestions/questions/3"]
    assert pages["care_opinion"][0] == f"/api/v2/opinions?submittedonafter={SINCE}&take=2&skip=0"
    assert [page for page in pages["ods_ord"] if "Offset" in page] == [
        "/ORD/2-0-0/organisations?PrimaryRoleId=RO197&Limit=2&Offset=0", "/ORD/2-0-0/organisations?PrimaryRoleId=RO261&Limit=2&Offset=0",
        "/ORD/2-0-0/organisations?PrimaryRoleId=RO197&Limit=2&Offset=2"]
    assert {shape for shape, log in logs.items() if KEY in log} == set(KEYS)
    with Store(tmp_path / "a.db") as store:
        documents = {document.url: document for document in store.documents()}
        entries = {entry.code: entry for entry in store.register_entries()}
        reasons = {issue.reason for issue in store.issues()}
    assert set(entries) == {"RX1", "RGQ", "R9Z", "QMM"}
    assert entries["RGQ"].successors == ("RDE",)
    assert "GOV.UK has no page there any more (gone)" in reasons
    assert documents["https://www.gov.uk/guidance/invented-4"].published_on == "2026-11-02"
    assert "another one about its invented beds" in documents[f"{sites['parliament_questions'].url}"
                                                              "/api/writtenquestions/questions/3"].text
    assert documents[f"{sites['care_opinion'].url}/api/v2/opinions/0"].text == (
        "A story about Invented Infirmary, Exampleshire Hospitals NHS Trust:\n\nThe invented story number 0.")
    assert "https://www.theguardian.com/invented/3" in documents
    assert not [document for document in documents.values() if "obody" in document.text + document.title]
    assert b"nobody-atall" not in everything_kept(tmp_path / "a.db")


def test_a_parameter_that_an_api_does_not_know_is_told(tmp_path: Path) -> None:
    with ApiReplica(gov_uk) as site:
        report, = crawl(tmp_path / "a.db", [site.source("gov_uk_search", "/api/search.json?start=0&colour=red")], progress=False).sources
    assert not report.healthy
    assert "an answer that is not a page (422)" in report.broken_starts[0]


def test_what_gdelt_finds_goes_to_the_sources_that_name_the_hosts(tmp_path: Path) -> None:
    with Replica(articles=2) as news, ApiReplica(lambda _: answer({"articles": [
            {"url": f"{news.url}/news/1?utm_source=gdelt", "title": "Invented", "seendate": "20261102T090000Z", "language": "English"},
            {"url": f"{news.url}/about", "title": "Not an article", "language": "English"},
            {"url": "https://nobody.example/a", "title": "Invented", "language": "English"},
            {"url": "https://nobody.example/b", "title": "Invented", "language": "English"}]}), address="127.0.0.2") as gdelt:
        news.list_articles([])
        finder = gdelt.source("gdelt", "/api/v2/doc/doc?query=trust&mode=ArtList&format=json")
        paper = news.source(name="paper", licence="OGL-3.0", article_pattern="^/news/")
        found, = crawl(tmp_path / "a.db", [finder], progress=False, known=[finder, paper]).sources
        assert (found.fetched, found.new, found.healthy) == (1, 0, True)
        assert news.log == []
        read, = crawl(tmp_path / "a.db", [paper], progress=False).sources
        assert read.new == 1
        assert [line.path for line in news.log if line.path.startswith("/news")] == ["/news/1"]
        with Store(tmp_path / "a.db") as store:
            document, = store.documents()
            issue, = store.issues()
        assert (document.source, document.licence) == ("paper", "OGL-3.0")
        assert (issue.where, issue.reason) == (finder.start_urls[0], "3 of 4 links belong to no source and were not followed; "
                                               "most are on: nobody.example 2, 127.0.0.1 1")


def test_an_older_answer_read_again_does_not_undo_a_newer_one(tmp_path: Path) -> None:
    answered = ""

    def questions(asked: Asked) -> Reply:
        return answer({"totalResults": 1, "results": [{"value": {
            "id": 1, "uin": "1", "questionText": "An invented question?", "answerText": answered, "dateTabled": "2026-11-02"}}]})

    with ApiReplica(questions) as site:
        source = site.source("parliament_questions", STARTS["parliament_questions"])
        database = tmp_path / "a.db"
        crawl(database, [source], progress=False)
        with Store(database) as store, store.atomic():
            store.db.execute("UPDATE rounds SET started_at = started_at - 86400")
        answered = "An invented answer."
        report, = crawl(database, [source], progress=False).sources
        assert (report.new, report.changed) == (0, 1)
        again, = read_again(database, [source])
        assert (again.read, again.new, again.changed) == (2, 0, 0)
        with Store(database) as store:
            document, = store.documents()
    assert document.text.endswith("An invented answer.")
