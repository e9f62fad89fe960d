"""Which systems trusts belong to: the packaged table."""

from __future__ import annotations

from itertools import pairwise

import pytest

from api.joining.systems import memberships, systems_of
from corpora.organisations import Register

REGISTER = Register.load()


@pytest.mark.parametrize(("trust", "day", "systems"), [
    ("RX1", "2024-03-01", {"QT1"}), ("RMY", "2024-03-01", {"QMM"}), ("RMY", "2026-05-01", {"T6Y0W"}), ("RMY", "2022-06-30", set()),
    ("RDD", "2015-06-03", {"success_regime_essex"}), ("RDD", "2024-01-01", set()), ("RA9", "2015-06-03", set()),
    ("RH8", "2015", {"success_regime_devon"}), ("RH8", "2018", set()), ("QMM", "2024-03-01", set())])
def test_a_trust_belongs_to_its_systems_for_a_time(trust: str, day: str, systems: set[str]) -> None:
    assert {each.system for each in systems_of(trust) if each.covers(day)} == systems


def test_every_open_trust_has_one_board_and_never_two_at_a_time() -> None:
    for organisation in REGISTER:
        boards = [each for each in systems_of(organisation.code) if each.kind == "icb"]
        if organisation.kind == "trust" and organisation.closed is None:
            assert boards[0].valid_to is None, organisation.code
            assert boards[0].system == organisation.icb
        for newer, older in pairwise(boards):
            assert older.valid_to is not None
            assert older.valid_to < newer.valid_from


def test_every_membership_is_of_organisations_in_the_register_and_says_how_sure_it_is() -> None:
    for trust, each in memberships().items():
        assert REGISTER.by_code[trust].kind == "trust"
        for one in each:
            assert one.source
            assert one.confidence == ("high" if one.kind == "icb" else "medium")
            if one.kind == "icb":
                assert REGISTER.by_code[one.system].kind == "icb"
