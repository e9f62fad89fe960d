"""What the store keeps of the register, and how it differs from the packaged one. Organisations of Exampleshire are invented."""

from __future__ import annotations

from pathlib import Path

from corpora.organisations import Register
from corpora.register_changes import RegisterChange, register_changes
from corpora.schema import RegisterEntry
from corpora.store import Store


def entry(code: str, name: str, **fields: object) -> RegisterEntry:
    return RegisterEntry.model_validate({"code": code, "name": name, "role": "RO197"} | fields)


def test_a_file_without_successions_leaves_those_that_a_record_told(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.add_register_entries([entry("R9Z", "EXAMPLESHIRE", successors=("R9Y",))], seen_at="2026-11-01T00:00:00Z")
        store.add_register_entries([entry("R9Z", "EXAMPLESHIRE HOSPITALS", active=False)], seen_at="2026-11-02T00:00:00Z")
        kept, = store.register_entries()
    assert (kept.name, kept.active, kept.successors) == ("EXAMPLESHIRE HOSPITALS", False, ("R9Y",))


def changes(*entries: RegisterEntry) -> list[tuple[str, str, str]]:
    return [(change.code, change.kind, change.detail) for change in register_changes(Register.load(), entries)]


def test_an_entry_that_says_the_same_in_capitals_is_no_change() -> None:
    register = Register.load()
    same = [entry(each.code, each.name.upper().replace("'", "’").replace(" AND ", " & "), active=each.closed is None,
                  closed=each.closed, role="RO261" if each.kind == "icb" else "RO197") for each in register]
    assert register_changes(register, same) == ()


def test_what_is_new_renamed_closed_reopened_and_followed_is_told() -> None:
    assert changes(
        entry("R9Z", "EXAMPLESHIRE HOSPITALS NHS TRUST", opened="2026-10-01", predecessors=("RX1",)),
        entry("RX1", "NOTTINGHAM UNIVERSITY HOSPITALS NHS TRUST", active=False, closed="2026-09-30", successors=("R9Z",)),
        entry("R1H", "BARTS AND EXAMPLESHIRE NHS TRUST"),
        entry("RGQ", "IPSWICH HOSPITAL NHS TRUST"),
    ) == [
        ("R1H", "renamed", "BARTS AND EXAMPLESHIRE NHS TRUST, here Barts Health NHS Trust"),
        ("R9Z", "new", "EXAMPLESHIRE HOSPITALS NHS TRUST, open since 2026-10-01"),
        ("RGQ", "reopened", "Ipswich Hospital NHS Trust is active, here closed on 2018-06-30"),
        ("RX1", "closed", "Nottingham University Hospitals NHS Trust closed on 2026-09-30"),
        ("RX1", "succession", "Nottingham University Hospitals NHS Trust was followed by R9Z"),
    ]


def test_what_the_packaged_register_leaves_out_is_no_change() -> None:
    assert changes(
        entry("R9Z", "EXAMPLESHIRE GENERAL NHS TRUST", active=False, closed="1999-03-31"),
        entry("RX1RA", "AN INVENTED SITE", role="RO198"),
        entry("RX1", "NOTTINGHAM UNIVERSITY HOSPITALS NHS TRUST", predecessors=("R9Y",)),
    ) == []


def test_a_known_succession_is_no_change() -> None:
    assert changes(entry("RGQ", "Ipswich Hospital NHS Trust", active=False, closed="2018-06-30", successors=("RDE",))) == []


def test_a_predecessor_that_the_register_does_not_connect_is_told() -> None:
    known = Register.load().organisation("R1H")
    assert changes(entry("R1H", known.name, predecessors=("RX1",))) == [("R1H", "succession", f"{known.name} followed RX1")]
    assert isinstance(register_changes(Register.load(), [entry("R1H", known.name, predecessors=("RX1",))])[0], RegisterChange)
