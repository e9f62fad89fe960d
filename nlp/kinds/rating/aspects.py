"""What a CQC rating is of: the whole trust, a key question, a service, or a hospital."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.sheet import Name, Sheet

KEY_QUESTIONS = {
    "safe": r"safe(?!ty\s+(?:incident|notice|support))(?:ty)?(?!guard)",
    "effective": r"effective(?:ness)?",
    "caring": r"caring|compassion(?:ate)?",
    "responsive": r"responsive(?:ness)?",
    "well_led": r"well[\s\-–]?led|leadership",
}
SERVICES = {
    "maternity": r"maternity(?:\s+and\s+(?:gynaecology|newborn|family\s+planning))?|midwifery|obstetrics?"
                 r"|birth(?:ing)?\s+(?:unit|centre)s?|labour\s+ward",
    "urgent_and_emergency": r"(?:urgent\s*(?:and|&|/)\s*)?emergency(?:\s+(?:and|&)\s+urgent)?\s+(?:care|services?|departments?)"
                            r"|A\s*&\s*Es?|A\s*and\s*E|accident\s+and\s+emergency|casualty|EDs?|urgent\s+(?:and|&)\s+emergency|UEC"
                            r"|urgent\s+(?:care|treatment)(?:\s+centres?)?|emergency\s+and\s+urgent\s+care|minor\s+injur(?:y"
                            r"|ies)(?:\s+units?)?",
    "surgery": r"surgery|surgical\s+(?:services?|care|wards?)|theatres",
    "medical_care": r"medical\s+(?:care|services?|wards?)|medicine(?!s)|older\s+people[’']?s\s+care",
    "critical_care": r"critical\s+care|intensive\s+care(?:\s+unit)?|ITU|ICU",
    "children_and_young_people":
        r"(?:services?\s+(?:for|to)\s+)?child(?:ren)?(?:[’']s)?,?\s+(?:and|&)\s+(?:young\s+people|adolescents?)(?:[’']s)?"
        r"(?:\s+(?:services?|mental\s+health(?:\s+services?)?))?|services?\s+for\s+(?:children|young\s+people)"
        r"|(?:specialist\s+)?community\s+(?:(?:mental\s+)?health\s+)?services?\s+for\s+(?:children|"
     r"young\s+people)(?:,?\s+(?:and\s+)?(?:young\s+people|families))*"
        r"|child(?:ren)?(?:[’']?s)?(?=\s*[–—:|)]|\s{2,}|\s+at\s+(?:the\s+)?[A-Z])|children[’']?s\s+(?:services?|care|wards?"
        r"|hospital|community)|paediatrics?|CAMHS|CYP|neonatal"
        r"|child\s+and\s+adolescent\s+mental\s+health(?:\s+(?:wards?|services?|units?))?",
    "end_of_life": r"end[\s\-]of[\s\-]life(?:\s+care)?|EOLC|palliative\s+care",
    "outpatients": r"outpatients?(?:\s+(?:and|&)\s+diagnostic(?:s|\s+imaging)?)?(?:\s+(?:departments?|services?|clinics?))?"
                   r"|diagnostic\s+imaging",
    "mental_health_wards":
        r"(?:acute|adult|forensic|secure|rehabilitation|psychiatric|mental\s+health"
        r"|older\s+(?:people|adult)s?[’']?s?(?:\s+mental\s+health)?)"
        r"\s+(?:mental\s+health\s+)?(?:in-?patient\s+)?wards?|acute\s+wards?(?:\s+for\s+adults?)?"
        r"|(?:psychiatric\s+)?intensive\s+care\s+units?"
        r"|PICUs?|forensic(?:\s+(?:services?|inpatient|secure|wards?))?"
        r"|(?:long[\s-]stay|rehabilitation)(?:\s+(?:or|and)\s+rehabilitation)?(?:\s+mental\s+health)?\s+wards?"
        r"|wards?\s+for\s+(?:older|elderly)\s+(?:people|adults)(?:\s+with\s+mental\s+health\s+problems)?"
        r"|wards?\s+for\s+people\s+with(?:\s+(?!at\b|in\b|on\b|is\b|are\b|was\b|were\b|has\b|have\b|to\b|from\b)\w+){1,6}"
        r"|(?:low|medium|high)\s+secure|secure\s+(?:services?|inpatient\s+\w+)|mental\s+health\s+wards?|adult\s+acute|forensics"
        r"|rehab(?:ilitation)?\s+wards?|long[\s-]stay\s+rehabilitation|acute\s+(?:and|&)\s+PICU|older\s+(?:people"
        r"|adult)s?[’']?s?\s+mental\s+health",
    "community":
        r"(?:adult\s+)?community(?:[\s-]based)?"
        r"(?:\s+(?:health|mental\s+health|adult|inpatients?|children[’']s|dental|learning\s+disabilit(?:y|ies)))*"
        r"(?:\s+(?:services?|teams?|care|nursing))"
        r"(?:\s+for\s+(?:(?:working[\s-]age\s+)?adults|older\s+people|people\s+with\s+(?:a\s+)?learning\s+disabilit(?:y|ies))"
        r"(?:\s+of\s+working\s+age|\s+or\s+autism)?)?|community\s+LD\b|adult\s+community"
        r"|crisis(?:\s+(?:services?|teams?|care))?|(?:health[\s-]based\s+)?places?\s+of\s+safety"
        r"|community\s+(?:health\s+)?(?:inpatients?|mental\s+health(?:\s+for\s+(?:working[\s-]age\s+)?adults)?|hospitals)"
        r"|district\s+nursing",
}
UNFILED = (r"use\s+of\s+resources|patient\s+transport(?:\s+services?)?|emergency\s+operations\s+centres?|EOC|NHS\s+111"
        r"|111|resilience"
           r"|(?:walk-in|gender(?:\s+identity)?|dental\s+access|treatment|sleep|renal|dialysis)\s+(?:clinics?|centres?|units?"
           r"|services?)"
           r"|eating\s+disorders?(?:\s+\w+)?|health\s+visiting|hospices?|HIV"
           r"|dental(?:\s+services)?|substance\s+misuse|learning\s+disabilit(?:y|ies)[^,;.:|]{0,20}|gynaecology"
           r"|spinal(?:\s+injur\w+)?(?:\s+cent\w+)?|sexual\s+health")
"""Services that have ratings and no subtype: seen, so that their grade is not taken for the trust's."""
OVERALL = r"overall|over-\s*all|as\s+a\s+whole|whole\s+trust|trust[\s-]wide|trust\s+rating|headline\s+rating|overall\s+rating"
SAME_SERVICE = (r"(?:the|this|that|its)\s+(?:service|unit|department|ward|clinic)(?![\w’'])"
                r"|(?:the|these|those|both)\s+(?:two\s+)?(?:services|units|departments|wards|clinics)\b")
WHOLE_HOSPITAL = (r"(?:the|both|each|a|whose)\s+(?:\w+\s+)?hospitals?\s+(?:as\s+a\s+whole|overall|itself)|as\s+hospitals"
                  r"|(?-i:(?:[A-Z][\w’']+\s+){1,4}(?:Hospital|Infirmary))(?!\s+(?:NHS|Foundation|Trust|for)|s\b)")
"""A hospital as a whole, whether or not its name could be linked."""
QUESTIONS = r"(?:(?:CQC[’']?s?\s+)?(?:key\s+)?(?:questions?|domains?|areas|categories|standards)\b)"
EVERY_QUESTION = (
    rf"(?:(?:all|each)\s+(?:of\s+)?(?:(?:the|its|our|their|these)\s+)?(?:CQC[’']?s?\s+)?(?:five"
    rf"|5)\b(?:\s+(?:of\s+)?(?:the\s+)?{QUESTIONS})?"
    rf"|(?:all|each|every|every\s+one)\s+(?:of\s+)?(?:(?:the|its|our"
    rf"|their)\s+)?(?:trust[’']s\s+)?(?:CQC[’']?s?\s+)?(?:key\s+questions?|domains?)\b"
    r"|(?:all|each|every)\s+(?:of\s+)?(?:(?:the|its|other|CQC)\s+)?(?:areas?|categor(?:y|ies)|standards?)"
    r"(?=,?\s+(?:except|apart|bar|but|save|other\s+than|excluding)\b)"
    rf"|five\s+out\s+of\s+five|(?:four|three|two)\s+(?:{QUESTIONS}\s+)?(?:out\s+)?of\s+(?:the\s+)?(?:five\b|5\b)(?:\s+{QUESTIONS})?"
    rf"|(?:four|three|two)\s+{QUESTIONS}\s+out\s+of\s+(?:the\s+)?five)")
OTHER_QUESTIONS = (
    rf"(?:(?:the|all|its)\s+(?:the\s+)?(?:rest|remainder|others|other\s+(?:two|three|four)|remaining\s+(?:two|three"
    rf"|four))(?:\s+{QUESTIONS})?"
    rf"|every(?:thing|\s+\w+)\s+else|all\s+(?:the\s+)?other\s+{QUESTIONS}|on\s+all\s+other\s+counts)")

PREDICATE = re.compile(r"\b(?:was|were|is|are|been|felt|kept|keep)\s+(?:not\s+)?$", re.IGNORECASE)
"""Before "safe" or "well led" said of somebody ("patients were safe"), not named as a question."""
WHETHER = re.compile(r"\b(?:whether|how|if)\b[^,;.]*$", re.IGNORECASE)
TRUST = re.compile(r"\b(?:Trust|NHS|FT)\b")


def _is_predicate(text: str, start: int, position: int) -> bool:
    before = text[max(start, position - 60):position]
    return bool(PREDICATE.search(before)) and not WHETHER.search(before)


def _alternatives(table: dict[str, str]) -> list[str]:
    return [rf"(?P<{name}>(?<![\w-])(?:{words})(?![\w-]))" for name, words in table.items()]


ASPECT = re.compile("|".join([
    rf"(?P<site>(?<![\w-])(?:{WHOLE_HOSPITAL})(?![\w-]))", rf"(?P<overall>(?<![\w-])(?:{OVERALL})(?![\w-]))",
    rf"(?P<unfiled>(?<![\w-])(?:{UNFILED})(?![\w-]))",
    *_alternatives(SERVICES), *_alternatives(KEY_QUESTIONS),
    rf"(?P<every>(?<![\w-]){EVERY_QUESTION})", rf"(?P<rest>(?<![\w-]){OTHER_QUESTIONS}(?![\w-]))",
    rf"(?P<same_service>(?<![\w-]){SAME_SERVICE})",
]), re.IGNORECASE)


SERVICE_ITSELF = re.compile(r"(?:the|this|that|its)\s+service", re.IGNORECASE)
MEDICAL_CENTRE = re.compile(r"\bMedical\s+Centre$")
"""No trust is called so: a press name that ends in it is that of a hospital."""
AMBULANCE = re.compile(r"\bAmbulance\b", re.IGNORECASE)
WIDE = frozenset({"every", "rest"})
VISITED = re.compile(
    r"\b(?:(?:who|which|that)\s+(?:\w+\s+)?(?:visited|inspected|runs?|ran|manages?|operates?|includes?|covers?|serves?|had|has)"
    r"|run\s+by|responsible\s+for|in\s+charge\s+of|(?:nurses|midwives|staff|doctors|consultants)\s+at)\s+(?:both\s+)?(?:the\s+)?"
    r"(?:[^,;.:]{1,60}(?:,|\band\b)\s*(?:the\s+)?)?$", re.IGNORECASE)
"""Before a hospital that an aside only places: "inspectors who visited A and B", "the trust which runs A"."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing rated, as a stretch of the text."""

    start: int
    end: int
    subtype: str
    """A subtype of the guidelines; ``unfiled`` for a service that has none, ``same_service`` for "the service",
    ``every`` for "all five domains", ``rest`` for "the rest"."""

    @property
    def is_key_question(self) -> bool:
        """``safe`` … ``well_led``, or all or the rest of them."""
        return self.subtype in KEY_QUESTIONS or self.subtype in WIDE

    @property
    def is_service(self) -> bool:
        """A clinical service, with or without a subtype."""
        return self.subtype in SERVICES or self.subtype in ("unfiled", "same_service")


def aspects_in(sheet: Sheet, start: int, end: int) -> list[Aspect]:
    """What could be rated in ``text[start:end]``, in order: aspects by their words, hospitals by the names linked."""
    names = sheet.names_in(start, end)
    found = [Aspect(match.start(), match.end(), match.lastgroup or "")
             for match in ASPECT.finditer(sheet.text, start, end)
             if not (match.lastgroup == "same_service" and sheet.once("rating.is_a_service", _is_a_service)
                     and SERVICE_ITSELF.fullmatch(match.group()))
             and not (match.lastgroup in KEY_QUESTIONS and _is_predicate(sheet.text, start, match.start()))
             and not any(name.start <= match.start() and match.end() <= name.end for name in names)]
    services = [aspect for aspect in found if aspect.is_service]
    found.extend(Aspect(name.start, name.end, "site") for name in names
                 if (name.form == "site" or (name.code and MEDICAL_CENTRE.search(name.text))) and not TRUST.search(name.text)
                 and not _only_places(sheet.text, start, name, services))
    return sorted(found, key=lambda aspect: aspect.start)


def _is_a_service(sheet: Sheet) -> bool:
    """Whether the organisation that a text is about is a service by its name, so that "the service" is the whole of it."""
    return any(name.code == sheet.home and name.form != "anaphor" and AMBULANCE.search(name.text)
               for name in sheet.names) if sheet.home else False


def _only_places(text: str, start: int, name: Name, services: list[Aspect]) -> bool:
    before = max((service.end for service in services if service.end <= name.start), default=None)
    in_brackets = before is not None and text.rfind("(", before, name.start) > text.rfind(")", before, name.start)
    if before is not None and in_brackets and name.start - before < 70:
        return True
    return VISITED.search(text, max(start, name.start - 120), name.start) is not None


def title_aspects(title: str) -> list[Aspect]:
    """What could be rated in a title, whose offsets are its own."""
    return [Aspect(match.start(), match.end(), match.lastgroup or "") for match in ASPECT.finditer(title)]
