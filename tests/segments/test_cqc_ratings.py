"""The Care Quality Commission's workbook "Latest ratings" in its real layout. Ratings, days and ids are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.segments import import_segments
from corpora.store import Store
from tests.text.office import ods

LOCATIONS = ["Location ID", "Location ODS Code", "Location Name", "Care Home?", "Location Type", "Service / Population Group", "Domain",
             "Latest Rating", "Publication Date", "Report Type", "Inherited Rating (Y/N)", "URL", "Provider ID", "Provider Name"]
PROVIDERS = ["Provider ID", "Provider Name", "Provider Primary Inspection Category", "Service / Population Group", "Domain",
             "Latest Rating", "Publication Date", "Report Type", "Inherited Rating (Y/N)", "URL"]


def provider(domain: str, rating: str, *, org: str = "RX1", group: str = "Overall", day: str = "05/03/2024") -> list[object]:
    return [org, "Invented", "Acute hospital - NHS non-specialist", group, domain, rating, day, "Provider", "N", "https://example.org"]


def location(domain: str, rating: str, *, group: str = "Overall", inherited: str = "N") -> list[object]:
    return ["RX1RA", "RX1RA", "Invented", "N", "NHS Healthcare Organisation", group, domain, rating, "06/03/2024", "Location", inherited,
            "https://example.org", "RX1", "Invented"]


def workbook(*providers: list[object], locations: list[list[object]] | None = None) -> bytes:
    preamble: list[list[object]] = [["Care Quality Commission, invented"], [None], ["Data as of", "5 May 2026"]]
    return ods({"README": [["Some invented notes"]], "Locations": [*preamble, LOCATIONS, *(locations or [])],
                "Providers": [*preamble, PROVIDERS, *providers]})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as opened:
        yield opened


def write(folder: Path, data: bytes, name: str = "05_May_2026_Latest_ratings.ods") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_providers_and_locations_are_read_below_a_preamble_and_kept_apart(store: Store, tmp_path: Path) -> None:
    data = workbook(
        provider("Overall", "Requires improvement"), provider("Safe", "Inadequate"), provider("Well-led", "Good"),
        provider("Overall", "Outstanding", group="Critical care"), provider("Overall", "Good", org="1-101602713"),
        locations=[location("Overall", "Good", inherited="Y"), location("Responsive", "Insufficient evidence to rate")])
    result = import_segments(store, write(tmp_path, data))
    assert (result.read, result.imported, result.refused) == (7, 2, 0)
    assert result.other_by_reason == {"a key question of a rating": 3, "a provider that is no NHS trust of the register": 1,
                                      "the rating of a service and not of a whole": 1}
    trust, = (one.rating for one in store.ratings(("RX1",)))
    assert (trust.overall, trust.safe, trust.well_led, trust.caring) == ("Requires improvement", "Inadequate", "Good", None)
    assert (trust.published_on, trust.as_of, trust.inherited) == ("2024-03-05", "2026-05-05", False)
    place, = (one.rating for one in store.ratings(("RX1",), level="location"))
    assert (place.location, place.overall, place.responsive, place.inherited) == ("RX1RA", "Good", "Not rated", True)
    assert import_segments(store, write(tmp_path, data)).unchanged == 2


@pytest.mark.parametrize(("row", "value", "reason"), [
    (provider("Safe", "Splendid"), "Splendid", "a wording that is not known"),
    (provider("Friendly", "Good"), "Friendly", "neither Overall nor one of the five"),
    (provider("Overall", "Good"), "Good", "contradicts row 5"), (provider("Well led", "Good"), "Good", "contradicts another row about well_led")])
def test_a_row_that_cannot_be_taken_is_an_issue(store: Store, tmp_path: Path, row: list[object], value: str, reason: str) -> None:
    result = import_segments(store, write(tmp_path, workbook(provider("Overall", "Inadequate"), provider("Well-led", "Inadequate"), row)))
    assert (result.imported, result.refused) == (1, 1)
    assert result.issues[0].value == value
    assert reason in result.issues[0].reason


def test_a_day_that_the_calendar_has_not_costs_the_rating(store: Store, tmp_path: Path) -> None:
    result = import_segments(store, write(tmp_path, workbook(provider("Overall", "Good", day="31/02/2024"))))
    assert [(issue.value, result.imported) for issue in result.issues] == [("31/02/2024", 0)]


def test_the_day_of_the_file_must_be_said(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, workbook(provider("Overall", "Good")), "ratings.ods")
    with pytest.raises(UsersMistake, match="--published-on"):
        import_segments(store, path)
    assert import_segments(store, path, published_on="2026-05-05").imported == 1
