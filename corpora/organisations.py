"""The register: every NHS trust and integrated care board in England, by ODS code, with its names, sites and history.

Source: NHS Organisation Data Service and others; ``corpora/reference/sources.csv`` says where each table came from.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from corpora.errors import UsersMistake
from corpora.schema import OdsCode, PartialDate, Record

Sector = Literal["acute", "specialist", "mental_health", "community", "ambulance", "icb", "other"]


class Organisation(Record):
    """An NHS trust or ICB."""

    code: OdsCode
    name: str
    kind: Literal["trust", "icb"]
    sector: Sector
    region: str
    icb: OdsCode | None = None
    postcode: str | None = None
    opened: PartialDate | None = None
    closed: PartialDate | None = None


class Alias(Record):
    """Another name of an organisation. ``ambiguous`` names need support from the text around them."""

    code: OdsCode
    name: str
    kind: Literal["official", "short_name", "common_press_name", "acronym", "former_name", "variant"]
    ambiguous: bool = False
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class Site(Record):
    """A hospital or unit, and the trust that runs it. ``principal``: the main operator, not a tenant service."""

    name: str
    code: OdsCode
    principal: bool
    town: str | None = None
    ambiguous: bool = False
    setting: str | None = None
    """``acute``, ``acute_or_community``, ``mental_health``, ``community``, ``specialist``, ``ambulance`` …, as the lists say."""
    until: PartialDate | None = None
    """The last day on which this trust ran it; None where it runs it now."""


class Succession(Record):
    """One organisation taking over from another on a day; on the same code it is a change of name."""

    predecessor: OdsCode
    successor: OdsCode
    date: PartialDate | None
    kind: Literal["merger", "acquisition", "split", "rename"]
    predecessor_name: str | None = None
    successor_name: str | None = None


SUGGESTED = 3
"""So many organisations are named where a code is none, but a name."""
LONGEST_NAME = 100


class Register:
    """All organisations. ``Register.load()`` reads the packaged tables once."""

    def __init__(self, organisations: list[Organisation], aliases: list[Alias], sites: list[Site],
                 successions: list[Succession]) -> None:
        self.by_code = {organisation.code: organisation for organisation in organisations}
        self.aliases = aliases
        self.sites = sites
        self.successions = successions

    @classmethod
    def load(cls) -> Register:
        """The register that ships with softintel."""
        return cls(
            [Organisation.model_validate(_blank_to_none(row)) for row in read_table("organisations.csv")],
            [Alias.model_validate(_blank_to_none(row)) for row in read_table("aliases.csv")],
            [Site.model_validate(_blank_to_none(row)) for row in read_table("sites.csv")],
            [Succession.model_validate(_blank_to_none(row)) for row in read_table("successions.csv")])

    def organisation(self, code: str) -> Organisation:
        """The organisation of this ODS code, in capitals or not.

        Raises:
            UsersMistake: no trust or ICB has it.
        """
        found = self.by_code.get(code.strip().upper())
        if found is None:
            likely = ", ".join(f"{one.code} {one.name}" for one in self.find(code[:LONGEST_NAME], SUGGESTED))
            raise UsersMistake(f"{code!r} is not the ODS code of an NHS trust or ICB in England; "
                               + (f"did you mean {likely}?" if likely else "`RX1` is an example of one"))
        return found

    def __iter__(self) -> Iterator[Organisation]:
        return iter(self.by_code.values())

    def successors(self, code: OdsCode) -> list[Succession]:
        """Who took over from this organisation (renames left out), oldest first."""
        return self._successors.get(code, [])

    def predecessors(self, code: OdsCode) -> list[Succession]:
        """Whom this organisation took over from (renames left out), oldest first."""
        return self._predecessors.get(code, [])

    def lineage(self, code: OdsCode) -> tuple[OdsCode, ...]:
        """This code and those of all its predecessors by merger or acquisition, nearest first. Splits are not followed."""
        found: dict[OdsCode, None] = {}
        waiting = [code]
        while waiting:
            current = waiting.pop(0)
            if current in found:
                continue
            found[current] = None
            waiting.extend(step.predecessor for step in self.predecessors(current) if step.kind != "split")
        return tuple(found)

    def successor_on(self, code: OdsCode, date: PartialDate) -> OdsCode | None:
        """The organisation that this one had become by a date: itself while it was open, then whoever took over, step by step.

        None where it was split up between several, so that no single one followed.
        """
        current = code
        for _ in range(len(self.by_code)):
            steps = [step for step in self.successors(current) if (step.date or "") <= date]
            closed = self.by_code[current].closed
            if not steps or (closed and closed > date):
                return current
            if len(steps) > 1:
                return None
            current = steps[0].successor
        return current

    def find(self, query: str, limit: int = 10) -> list[Organisation]:
        """Organisations whose code, name, alias or hospital matches a query, best first: its code, a whole name, the start of
        one, all words of one. Capitals, "&", apostrophes and "St" do not matter; closed organisations come after open ones.
        """
        wanted = plain_words(query)
        if not wanted or limit < 1:
            return []
        phrase = " ".join(wanted)
        scores: dict[OdsCode, int] = {}
        for code, name in self._names:
            score = 5 if name == phrase else 3 if name.startswith(phrase) else 0
            if not score and all(any(part.startswith(word) for part in name.split()) for word in wanted):
                score = 1
            if score:
                scores[code] = max(score, scores.get(code, 0))
        if query.strip().upper() in self.by_code:
            scores[query.strip().upper()] = 9
        ranked = sorted(scores, key=lambda code: (-scores[code], self.by_code[code].closed is not None, self.by_code[code].name))
        return [self.by_code[code] for code in ranked[:limit]]

    @cached_property
    def _names(self) -> list[tuple[OdsCode, str]]:
        named = [*((organisation.code, organisation.name) for organisation in self),
                 *((alias.code, alias.name) for alias in self.aliases),
                 *((site.code, site.name) for site in self.sites if site.principal)]
        return [(code, " ".join(plain_words(name))) for code, name in named]

    @cached_property
    def _successors(self) -> dict[OdsCode, list[Succession]]:
        return _grouped(self.successions, "predecessor")

    @cached_property
    def _predecessors(self) -> dict[OdsCode, list[Succession]]:
        return _grouped(self.successions, "successor")


PLAIN_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*|&")


def plain_words(text: str) -> list[str]:
    """The words of a name without capitals or apostrophes, "&" as and, "St" as saint."""
    words = (re.sub("['’ʼ`]", "", word).lower() for word in PLAIN_WORD.findall(text))
    return [{"&": "and", "st": "saint"}.get(word, word) for word in words if word != "the"]


def _grouped(successions: list[Succession], side: Literal["predecessor", "successor"]) -> dict[OdsCode, list[Succession]]:
    groups: dict[OdsCode, list[Succession]] = {}
    for step in sorted(successions, key=lambda step: step.date or ""):
        if step.kind != "rename" and step.predecessor != step.successor:
            groups.setdefault(getattr(step, side), []).append(step)
    return groups


def read_table(name: str) -> list[dict[str, str]]:
    """One of the packaged CSV tables under ``corpora/reference``, as rows by column name."""
    text = files("corpora").joinpath("reference", name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _blank_to_none(row: dict[str, str]) -> dict[str, str | None]:
    return {name: value or None for name, value in row.items()}


@cache
def packaged_register() -> Register:
    """The register that ships with softintel, read once a process."""
    return Register.load()
