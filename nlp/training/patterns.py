"""Ways of saying that something holds, is over, is to come or is denied, filled with names and terms: further training texts.

``data/patterns.txt`` says how they are written. What comes of them is invented and serves training only.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from corpora.organisations import Register

SLOT = re.compile(r"\{(?P<name>[A-Z]2?|a)(?::(?P<status>\w+):(?P<whom>[A-C]+))?\}")
Term = tuple[str, str, str, Any]
"""Words, and the kind, subtype and value that they tell."""
TERMS: dict[str, tuple[Term, ...]] = {
    "R": (("special measures", "intervention", "special_measures", None),
          ("quality special measures", "intervention", "special_measures", None),
          ("financial special measures", "intervention", "financial_special_measures", None),
          ("the Recovery Support Programme", "intervention", "recovery_support_programme", None),
          ("the RSP", "intervention", "recovery_support_programme", None), ("turnaround", "intervention", "turnaround", None),
          ("mandated support", "intervention", "mandated_support", None),
          ("the provider improvement programme", "intervention", "provider_improvement_programme", None),
          ("the Maternity Safety Support Programme", "intervention", "maternity_support", None)),
    "N": (("warning notice", "intervention", "warning_notice", None),
          ("section 29A warning notice", "intervention", "warning_notice", None),
          ("requirement notice", "intervention", "requirement_notice", None)),
    "C": (("conditions on its registration", "intervention", "urgent_conditions", None),
          ("enforcement undertakings", "intervention", "enforcement_undertakings", None),
          ("additional licence conditions", "intervention", "licence_condition", None)),
    "V": (("independent review", "intervention", "independent_review", None),
          ("independent inquiry", "intervention", "independent_review", None),
          ("external review", "intervention", "independent_review", None)),
    "E": (("never event", "never_event", "unspecified", 1),),
    "F": (("£120,000", "intervention", "prosecution", 120_000), ("£2.4 million", "intervention", "prosecution", 2_400_000),
          ("£800,000", "intervention", "prosecution", 800_000)),
    "L": (("its overnight maternity service", "intervention", "service_suspension", None),
          ("the birth centre", "intervention", "service_suspension", None)),
}
GRADES = (("inadequate", "inadequate"), ("requires improvement", "requires_improvement"), ("good", "good"),
          ("outstanding", "outstanding"))
NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four"}
NEIGHBOURS = ("The meeting ended at four.", "Parking charges will rise in the new year.", "The news was welcomed by the council.",
              "A spokesman said that patients should come forward as usual.", "Waiting lists have grown everywhere in the region.",
              "The figures were in the papers for Thursday.", "Work on the new wing goes on.", "", "", "")
TELLING = re.compile(r"Hospital|University|Health|Partnership|Teaching|Ambulance")
FILLINGS = {"R": 9, "N": 6, "C": 6, "V": 3, "S": 6, "G": 6, "E": 4, "F": 3, "L": 2}


def documents(seed: int) -> Iterator[dict[str, Any]]:
    """Annotated documents of one to three sentences; the same seed gives the same ones."""
    chance = random.Random(seed)  # noqa: S311  # it draws names for training texts, it guards nothing
    register = Register.load()
    trusts = sorted((organisation.code, organisation.name) for organisation in register
                    if organisation.kind == "trust" and not organisation.closed)
    lines = files("nlp").joinpath("training/data/patterns.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if line and not line.startswith("#")):
        letter = next((found["name"][0] for found in SLOT.finditer(line) if found["name"][0] in FILLINGS), "R")
        for turn in range(FILLINGS[letter]):
            yield _filled(f"pattern-{number:03}-{turn}", line, turn, chance.sample(trusts, 3), chance)


def _filled(name: str, line: str, turn: int, trusts: list[tuple[str, str]], chance: random.Random) -> dict[str, Any]:
    year, month = chance.randint(2013, 2026), chance.randint(1, 12)
    named = {letter: _named(full, chance) for letter, (_, full) in zip("ABC", trusts, strict=True)}
    codes = {letter: code for letter, (code, _) in zip("ABC", trusts, strict=True)}
    framework = "nof" if (year, month) >= (2022, 7) else "sof"
    numbers = chance.sample((1, 2, 3, 4), 2)
    grades = chance.sample(GRADES, 2)
    facts: list[dict[str, Any]] = []

    def fill(slot: re.Match[str]) -> str:
        key = slot["name"]
        if key in named:
            return named[key]
        if key == "a":
            return "the trust"
        if key[0] == "S":
            number = numbers[len(key) - 1]
            term: Term = (f"segment {NUMBERS[number] if turn % 3 == 2 else number}", "segment", framework, number)
        elif key[0] == "G":
            word, grade = grades[len(key) - 1]
            term = (word, "rating", "overall", grade)
        else:
            term = TERMS[key[0]][turn % len(TERMS[key[0]])]
        if slot["status"]:
            value = 0 if slot["status"] == "negated" and term[1] == "never_event" else term[3]
            facts.extend({"kind": term[1], "subtype": term[2], "org": codes[letter], "status": slot["status"], "value": value}
                         for letter in slot["whom"])
        return str(term[0])

    said = SLOT.sub(fill, line)
    said = said[0].upper() + said[1:]
    before, after = chance.choice(NEIGHBOURS), chance.choice(NEIGHBOURS)
    for fact in facts:
        fact["quote"] = said
    title = f"{named['A']}: board papers" if chance.random() < 0.2 else ""
    return {"id": name, "title": title, "text": " ".join(part for part in (before, said, after) if part),
            "published": f"{year}-{month:02}-15", "publisher": None, "orgs": [], "facts": facts,
            "doc_type": chance.choice(("news", "news", "regulator", "board_paper"))}


def _named(name: str, chance: random.Random) -> str:
    """A trust's name in full, or as a newspaper has it where that still tells a trust."""
    short = re.sub(r" NHS (?:Foundation )?Trust$", "", name)
    return short if chance.random() < 0.5 and TELLING.search(short) else name
