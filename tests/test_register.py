"""The register of trusts and ICBs: its tables, its history and its search."""

import re

import pytest

from corpora.errors import UsersMistake
from corpora.organisations import Register


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


def test_every_alias_site_and_succession_names_an_organisation_of_the_register(register: Register) -> None:
    codes = set(register.by_code)
    assert {alias.code for alias in register.aliases} <= codes
    assert {site.code for site in register.sites} <= codes
    assert {step.predecessor for step in register.successions} | {step.successor for step in register.successions} <= codes


def test_codes_are_well_formed_and_names_are_not_blank(register: Register) -> None:
    assert all(re.fullmatch(r"[A-Z0-9]{3,6}", organisation.code) and organisation.name.strip() for organisation in register)


def test_the_register_holds_all_trusts_and_boards(register: Register) -> None:
    kinds = [organisation.kind for organisation in register]
    assert kinds.count("trust") == 267
    assert kinds.count("icb") == 48


def test_a_code_is_found_in_small_letters_and_with_white_space(register: Register) -> None:
    assert register.organisation(" rx1 ").name == "Nottingham University Hospitals NHS Trust"


def test_an_unknown_code_is_the_users_mistake(register: Register) -> None:
    with pytest.raises(UsersMistake, match="'ZZ9' is not the ODS code"):
        register.organisation("ZZ9")


def test_a_name_in_the_place_of_a_code_is_answered_with_its_code(register: Register) -> None:
    with pytest.raises(UsersMistake, match=r"^'medway' is not the ODS code of an NHS trust or ICB in England; did you mean RPA Medway NHS Foundation Trust"):
        register.organisation("medway")


@pytest.mark.parametrize(("code", "date", "expected"), [
    ("RA4", "2022-06-01", "RA4"),
    ("RA4", "2024-06-01", "RH5"),
    ("RQ8", "2021-01-01", "RAJ"),
    ("RM4", "2013-01-01", "RW3"),
    ("RM4", "2019-01-01", "R0A"),
    ("RW6", "2020-01-01", "RW6"),
    ("RW6", "2023-01-01", None),
    ("RX1", "2026-01-01", "RX1"),
])
def test_the_successor_is_the_one_that_had_taken_over_by_the_date(
        register: Register, code: str, date: str, expected: str | None) -> None:
    assert register.successor_on(code, date) == expected


def test_lineage_follows_mergers_back_and_leaves_splits_out(register: Register) -> None:
    assert set(register.lineage("RAJ")) >= {"RAJ", "RDD", "RQ8"}
    assert register.lineage("RAJ")[0] == "RAJ"
    assert "RJD" not in register.lineage("RJE")


def test_a_change_of_name_is_no_predecessor(register: Register) -> None:
    assert all(step.predecessor != "RAJ" for step in register.predecessors("RAJ"))


@pytest.mark.parametrize(("query", "code"), [
    ("RX1", "RX1"),
    ("rx1", "RX1"),
    ("Nottingham University Hospitals", "RX1"),
    ("nottingham university", "RX1"),
    ("guys & st thomas", "RJ1"),
    ("Guy’s and Saint Thomas’", "RJ1"),
    ("The Christie", "RBV"),
    ("devon icb", "QJK"),
    ("Derriford Hospital", "RK9"),
    ("barts", "R1H"),
    ("south east coast", "RYD"),
])
def test_search_by_name_finds_the_organisation_first(register: Register, query: str, code: str) -> None:
    assert register.find(query)[0].code == code


def test_search_gives_no_more_than_asked_and_nothing_for_nonsense(register: Register) -> None:
    assert len(register.find("hospital", limit=3)) == 3
    assert register.find("zzzz qqqq") == []
    assert register.find("  ") == []
    assert register.find("hospital", limit=0) == []


def test_an_open_organisation_comes_before_a_closed_one_of_equal_fit(register: Register) -> None:
    found = [organisation.code for organisation in register.find("Poole")]
    assert {"RD3", "R0D"} <= set(found)
    closed = [register.by_code[code].closed is not None for code in found]
    assert len(found) == len(set(found))
    assert closed.count(True) >= 1


@pytest.mark.parametrize(("site", "code", "until"), [
    ("Yeovil District Hospital", "RA4", "2023-03-31"),
    ("Royal Oldham Hospital", "RW6", "2021-09-30"),
    ("Stafford Hospital", "RJD", "2014-10-31"),
])
def test_a_hospital_keeps_its_earlier_operator_with_the_last_day(register: Register, site: str, code: str, until: str) -> None:
    assert [held.until for held in register.sites if held.name == site and held.code == code] == [until]
