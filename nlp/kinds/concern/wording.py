"""What the wordings of every theme are made of."""

from __future__ import annotations

from dataclasses import dataclass

POUNDS = r"£\s?\d[\d,.]*(?:\s?(?:m|mn|bn|k|million|billion|thousand)\b)?"
COUNT = (r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|"
         r"a\s(?:dozen|third|quarter|fifth|tenth|half|hundred)|half|scores|dozens|hundreds|thousands|one\sin\s\w+|"
         r"more\sthan\sa\s\w+)")
PERCENT = r"\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent\b\.?)"
POOR_PERCENT = r"(?<![\d.])(?:[1-7]\d|8[0-9]|[1-9])(?:\.\d+)?\s?(?:%|per\s?cent\b)"
STAFF = (r"(?:staff|nurses?|midwives|midwife|doctors?|consultants?|registrars?|paramedics|crews?|clinicians|psychiatrists|"
         r"anaesthetists|paediatricians|radiologists|therapists|surgeons|sonographers|(?:nursing|medical|midwifery|clinical|"
         r"middle-grade|"
         r"junior)\s(?:staff|posts|cover))")
WORDS = r"(?:[\w’'-]+\s){0,3}?"
"""Up to three words."""
MORE = r"(?:[\w’'-]+\s){0,6}?"
"""Up to six words."""
NEAR = r"[^.;\n]{0,40}?"
FAR = r"[^.;\n]{0,80}?"
NOT = r"(?:not|never|n[’']t)"
DID_NOT = (r"(?:(?:did|was|were|had|have|has|do|does|are|is|could|would)(?:\s(?:\w+\s)?not|n[’']t)|lacked|failed|lacks|fails)")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of wording a problem under a theme."""

    theme: str
    stems: tuple[str, ...]
    """Beginnings of words, in lower case, one of which stands in every match: only sentences that hold one are searched."""
    pattern: str
    confidence: float


def wordings(theme: str, confidence: float, *patterns: tuple[str, str]) -> tuple[Wording, ...]:
    """Wordings of a theme, from pairs of stems (``"deficit|shortfall"``) and patterns; a space is any white space."""
    return tuple(Wording(theme, tuple(stems.split("|")), pattern.replace(r"\s", " ").replace(" ", r"\s"), confidence)
                 for stems, pattern in patterns)
