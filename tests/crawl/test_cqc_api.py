"""The Care Quality Commission's API on this machine, crawled by the process that users run. All that it tells is invented."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from corpora.store import Store
from crawl.run import crawl
from crawl.sources import Source
from tests.crawl.api_replica import KEY, MISSING, ApiReplica, Asked, answer, everything_kept
from tests.crawl.replica import Reply

VARIABLE, HEADER = "SOFTINTEL_INVENTED_KEY", "Ocp-Apim-Subscription-Key"
WINDOW = "startTimestamp={since}T00:00:00Z&endTimestamp={today}T23:59:59Z&page=1&perPage=2"
TODAY = datetime.datetime.now(datetime.UTC).date()


def record(code: str, **fields: object) -> Reply:
    return answer({"providerId": code, "name": f"Invented Trust {code}", "locationIds": [], "reports": [], "contacts": [
        {"personGivenName": "Invented", "personFamilyName": "Contact"}]} | fields)


def rated(rating: str, day: str) -> dict[str, object]:
    return {"overall": {"rating": rating, "reportDate": day, "keyQuestionRatings": [{"name": "Safe", "rating": rating}]}}


class Commission:
    """The API's answers; ``changed`` can be changed between crawls."""

    def __init__(self) -> None:
        self.key = KEY
        self.elsewhere = "http://127.0.0.9:9"
        self.changed: list[str] = ["R9Z"]
        self.rating = "Good"
        self.busy = 1
        self.repeats_key = False

    def __call__(self, asked: Asked) -> Reply:
        if not asked.headers.get("user-agent"):
            return answer({"message": "Forbidden"}, 403)
        if asked.headers.get(HEADER.lower()) != self.key:
            return answer({"statusCode": 401, "message": "Access denied due to invalid subscription key."}, 401)
        path = asked.path.removeprefix("/public/v1")
        if path == "/providers":
            page = int(asked.query["page"])
            listed = [["1-100", "R9Z"], ["R9Y", "1-101"], ["R9X"]]
            return answer({"total": 5, "page": page, "totalPages": 3, "perPage": 2, "nextPageUri": None, "providers": [
                {"providerId": id_, "providerName": "Invented"} for id_ in listed[page - 1]]})
        if path.startswith("/changes/"):
            ids = self.changed if path.endswith("provider") else []
            return answer({"total": len(ids), "page": 1, "totalPages": 1, "perPage": 2, "changes": ids})
        if path == "/providers/R9Z":
            if self.busy:
                self.busy -= 1
                return Reply(b"", status=429, headers={"Retry-After": "1"}, conditional=False)
            return record("R9Z", locationIds=["R9ZA1", "1-900"], currentRatings=rated(self.rating, "2026-03-03"),
                          echo=asked.headers[HEADER.lower()] if self.repeats_key else None, reports=[
                {"linkId": "report-1", "reportDate": f"{TODAY.year}-01-05", "reportType": "Provider", "relatedDocuments": []},
                {"linkId": "moved", "reportDate": f"{TODAY.year}-01-05", "reportType": "Provider", "relatedDocuments": []},
                {"linkId": "old", "reportDate": "2012-01-05", "reportType": "Provider", "relatedDocuments": []}])
        if path == "/providers/R9Y":
            return record("R9Y")
        if path == "/locations/R9ZA1":
            return answer({"locationId": "R9ZA1", "providerId": "R9Z", "name": "Invented Infirmary", "reports": [],
                           "currentRatings": rated("Inadequate", "2026-03-03")})
        if path == "/reports/report-1":
            return Reply(b"An invented inspection report.\n\nThe invented trust must improve its invented car park.",
                         headers={"Content-Type": "text/plain; charset=utf-8"}, conditional=False)
        if path == "/reports/moved":
            return Reply(b"", status=302, headers={"Location": f"{self.elsewhere}/file.pdf"}, conditional=False)
        return MISSING


def cqc(site: ApiReplica, **changes: object) -> Source:
    return site.source("cqc", f"/public/v1/changes/provider?{WINDOW}", f"/public/v1/changes/location?{WINDOW}",
                       **({"first_urls": [f"{site.url}/public/v1/providers?page=1&perPage=2"], "key_variable": VARIABLE,
                           "key_header": HEADER, "doc_type": "cqc_report"} | changes))


def test_trusts_are_found_read_and_asked_for_again_when_they_changed(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv(VARIABLE, KEY)
    api, database = Commission(), tmp_path / "a.db"
    with ApiReplica(api) as site, ApiReplica(lambda _: Reply(b"%PDF-"), address="127.0.0.9") as stranger:
        api.elsewhere = stranger.url
        source = cqc(site)
        # The stranger's address is within the reach of the crawl, as another source's would be.
        other = stranger.source("cqc", "/public/v1/changes/provider", name="other")
        first, _ = crawl(database, [source, other], progress=False).sources
        assert (first.new, first.healthy) == (4, True)
        asked = site.pages()
        assert [page for page in asked if "/providers?" in page] == [f"/public/v1/providers?page={n}&perPage=2" if n == 1 else
                                                                    f"/public/v1/providers?perPage=2&page={n}" for n in (1, 2, 3)]
        assert not [page for page in asked if "1-10" in page or "changes" in page or "reports/old" in page]
        assert asked.count("/public/v1/providers/R9Z") == 2
        # The stranger was asked, without the key.
        assert [page for page in stranger.pages() if page == "/file.pdf"]
        assert KEY not in str(stranger.log)
        with Store(database) as store:
            assert {(one.rating.overall, one.rating.published_on) for one in store.ratings(("R9Z",))} == {("Good", "2026-03-03")}
            assert {one.rating.location for one in store.ratings(("R9Z",), level="location")} == {"R9ZA1"}
            documents = {document.url: document for document in store.documents()}
            reasons = {issue.where.removeprefix(site.url): issue.reason for issue in store.issues()}
            store.db.conn.execute("UPDATE rounds SET started_at = started_at - 3 * 86400 WHERE source = 'cqc'")
            store.db.conn.commit()
        assert documents["https://www.cqc.org.uk/provider/R9Z"].text.startswith(
            "Invented Trust R9Z (R9Z) is rated Good overall (published 3 March 2026). Safe: Good.")
        assert documents[f"{site.url}/public/v1/locations/R9ZA1"].text.startswith("Invented Infirmary is a location of")
        report = documents[f"{site.url}/public/v1/reports/report-1"]
        assert (report.title, report.published_on) == ("Invented Trust R9Z: inspection report (Provider)", f"{TODAY.year}-01-05")
        assert reasons["/public/v1/providers/R9X"] == "there is no such page (404)"
        assert "does not name its host" in reasons["/public/v1/reports/moved"]

        site.log.clear()
        api.rating = "Inadequate"
        again, = crawl(database, [source], progress=False).sources
        assert (again.new, again.changed) == (0, 1)
        since = (TODAY - datetime.timedelta(days=3)).isoformat()
        for kind in ("provider", "location"):
            assert (f"/public/v1/changes/{kind}?startTimestamp={since}T00:00:00Z&endTimestamp={TODAY}T23:59:59Z&page=1&perPage=2"
                    in site.pages())
        assert "/public/v1/providers/R9Z" in site.pages()
        assert "/public/v1/providers/R9Y" not in site.pages()
        # A report never changes: it is not asked for again, though its trust's record names it.
        assert "/public/v1/reports/report-1" not in site.pages()
    kept = everything_kept(database)
    assert b"is rated Inadequate overall" in kept
    assert KEY.encode() not in kept
    # The named contact of the records neither.
    assert b"personFamilyName" in kept
    assert b"Contact" not in kept
    assert KEY not in "".join(capfd.readouterr())


def test_a_wrong_key_breaks_the_round_and_loses_no_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = tmp_path / "a.db"
    with ApiReplica(Commission()) as site:
        source = cqc(site, first_urls=[], backlog_days=7)
        monkeypatch.setenv(VARIABLE, "wrong")
        broken, = crawl(database, [source], progress=False).sources
        assert len(broken.broken_starts) == 2
        assert "the site wants a log-in (401)" in broken.broken_starts[0]
        with Store(database) as store:
            store.db.conn.execute("UPDATE rounds SET started_at = started_at - 2 * 86400")
            store.db.conn.commit()
        site.log.clear()
        monkeypatch.setenv(VARIABLE, KEY)
        mended, = crawl(database, [source], progress=False).sources
        assert mended.new > 0
        # The broken round told nothing, so that this one asks as far back as a first one.
        since = (TODAY - datetime.timedelta(days=7)).isoformat()
        assert f"startTimestamp={since}T" in site.pages()[0]


def test_an_answer_that_repeats_the_key_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, KEY)
    api, database = Commission(), tmp_path / "a.db"
    api.repeats_key, api.busy = True, 0
    with ApiReplica(api) as site:
        crawl(database, [cqc(site, first_urls=[])], progress=False)
        with Store(database) as store:
            reasons = {issue.where.removeprefix(site.url): issue.reason for issue in store.issues()}
        assert reasons == {"/public/v1/providers/R9Z": "the answer repeats our key and is not kept"}
    assert KEY.encode() not in everything_kept(database)
