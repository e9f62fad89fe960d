"""The entries of the lexicon, made by rule from the register's names, aliases and sites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpora.organisations import Alias, Organisation, Register, Site, Succession
from nlp.counties import COUNTIES
from nlp.organisations.readings import Reading, Shape, Strength
from nlp.organisations.words import listed, words_of

SUFFIX = re.compile(
    r"[\s,]+(?:(?:university\s+)?(?:NHS\s+(?:and\s+social\s+care\s+partnership\s+|foundation\s+)?trust|NHS\s+FT|"
    r"national health service trust)|"
    r"foundation\s+trust|FT|NHS|hospitals?\s+trust|trust|ICB|ICS|integrated care (?:board|system))$", re.IGNORECASE)
SYSTEM = re.compile(r"^(?:NHS\s+)?(.+?)\s+(?:ICB|ICS|Integrated Care (?:Board|System|Partnership)|Integrated Care)$", re.IGNORECASE)
INSTITUTION = listed("""hospital hospitals university teaching health healthcare care nhs district general area community
    partnership mental services service foundation ambulance acute childrens womens group integrated infirmary trust centre
    college county orthopaedic cancer specialist social heart eye uh""")
FILLERS = listed("the of and upon on for in")
GENERIC = listed("""the royal general city county district community memorial cottage eye childrens womens maternity infirmary
    hospital hospitals university teaching queen queens king kings elizabeth victoria princess alexandra manor park saint
    marys st james lukes johns georges peters anns michaels day war new national west east north south central mental health
    centre unit great street house dental clinic medical birth wing elective chest heart cancer urgent care walk in""")
COMPASS = listed("north south east west central mid northern southern eastern western greater inner outer")
HOSPITAL_END = re.compile(
    r"\s+(?:(?:University|General|District|County|Community|Memorial|Cottage|and District|& District|Teaching|Children['’]s)\s+)*"
    r"(?:Hospitals?|Infirmary|Hospital Campus)$", re.IGNORECASE)
SORTED_END = re.compile(r"\s+(?:General|District|County)\s+Hospital$", re.IGNORECASE)
HOSPITAL = re.compile(r"\b(?:hospitals?|infirmary)\b", re.IGNORECASE)
NOT_A_HOSPITAL = re.compile(
    r"\b(?:spire|bmi|nuffield health|ramsay|priory|cygnet|circle|hospice|clinic|medical centre|health centre|surgery|practice|"
    r"walk-in|nhs|hq|headquarters|clinics|outpatients?|ward|dermatology|paeds?|road|street|house|lodge|court|service|cdc|"
    r"independent|bupa)\b|[\d@\[]| - |\(|\bat\b", re.IGNORECASE)
OPENING = re.compile(
    r"^University\s+Hospitals?\s+(?:of\s+)?|^(?:City Hospitals|Royal|University College|Countess of|Royal United Hospitals?)\s+")
AREA = re.compile(rf"(?:(?:north|south|east|west|mid|central)(?:ern)?\s+)?(?:{COUNTIES}|Tees Valley|Thames Valley)", re.IGNORECASE)
COUNTRY_WORDS = listed("the nhs trust hospital hospitals online england care health city general royal")


def entries(register: Register) -> Iterator[tuple[list[str], Reading]]:
    """The words of every name, with what it may stand for."""
    aliases: dict[str, list[Alias]] = {}
    for alias in register.aliases:
        aliases.setdefault(alias.code, []).append(alias)
    for organisation in register:
        own = aliases.get(organisation.code, [])
        if organisation.kind == "icb":
            yield from _system_entries(organisation, own)
        else:
            yield from _trust_entries(organisation, own, [
                step for step in register.successions if step.kind == "rename" and step.successor == organisation.code])
    heads: set[tuple[str, str]] = set()
    towns = {tuple(words_of(site.town)) for site in register.sites if site.town}
    for site in register.sites:
        if site.principal:
            yield from _site_entries(site, register.by_code[site.code], heads, towns)


def _system_entries(icb: Organisation, aliases: Iterable[Alias]) -> Iterator[tuple[list[str], Reading]]:
    for name in {icb.name, *(alias.name for alias in aliases)}:
        found = SYSTEM.match(name)
        area = found[1] if found else name.removeprefix("NHS ")
        short = area.isupper() or _looks_like_acronym(area) or ("&" in area and len(area) < 5)
        acronym = area if short else ""
        base = Reading(icb.code, "weak", "system", 0, "icb", icb.opened or "", icb.closed or "", "," in name, acronym)
        yield words_of(area), base
        for point, letters in (("South West ", "SW "), ("North West ", "NW "), ("South East ", "SE "), ("North East ", "NE ")):
            if area.startswith(point):
                yield words_of(area.replace(point, letters)), base
        if not acronym:
            yield ["nhs", *words_of(area)], Reading(
                icb.code, "sure" if name.startswith("NHS ") else "usual", "system", 0, "icb", "", icb.closed or "", "," in name)
        elif len(area) > 3:
            yield words_of(area), Reading(icb.code, "usual", "system", 0, "icb", "", icb.closed or "", False, acronym)


def _trust_entries(trust: Organisation, aliases: list[Alias], renames: list[Succession]) -> Iterator[tuple[list[str], Reading]]:
    names: dict[str, tuple[str, str, bool, str]] = {trust.name: ("", "", False, "official")}
    for alias in aliases:
        if " scandal" not in alias.name and " maternity" not in alias.name:
            names.setdefault(alias.name, (alias.valid_from or "", alias.valid_to or "", alias.ambiguous, alias.kind))
    heads: dict[str, Reading] = {}
    renamed = [(step.date, words_of(step.predecessor_name)) for step in renames if step.date and step.predecessor_name]
    for name, (since, until, ambiguous, kind) in names.items():
        for day, former in renamed:
            telling = set(words_of(name)) - INSTITUTION - FILLERS
            if not since and kind not in ("former_name", "acronym") and not telling <= set(former):
                since = day
        until = min(filter(None, (until, trust.closed or "")), default="")
        if kind == "acronym" or _looks_like_acronym(name):
            strength: Strength = "weak" if ambiguous or len(name) < 4 or name.istitle() else "usual"
            yield words_of(name), Reading(trust.code, strength, "acronym", 0, trust.sector, since, until, False, name)
            continue
        core, suffixed = _without_suffix(name)
        words = words_of(core)
        shape: Shape = "site" if ambiguous and HOSPITAL.search(core) else "name"
        yield words, Reading(trust.code, _strength(words, ambiguous=ambiguous), shape, 0, trust.sector, since, until, "," in core,
                             article=name.startswith("the "))
        if suffixed and kind in ("official", "variant", "former_name"):
            yield from ((spelt, Reading(trust.code, _strength(spelt, ambiguous=ambiguous), shape, 0, trust.sector, since, until,
                                        "," in core)) for spelt in _respelt(words))
        if kind == "official" and all(word in COUNTRY_WORDS for word in words):  # "The Online NHS Trust" is nothing without its end
            yield words_of(name)[name.startswith("The "):], Reading(trust.code, "sure", "name", 0, trust.sector, since, until)
        for rank, head in _places(core, trust.sector):
            reading = Reading(trust.code, "weak", "place", rank, trust.sector, since, until, "," in head)
            held = heads.get(head)
            heads[head] = reading if held is None or rank < held.rank else held
    for head, reading in heads.items():
        yield words_of(head), reading


def _respelt(words: list[str]) -> Iterator[list[str]]:
    """Hospital for Hospitals, without University or Teaching, and "Leicester University Hospitals" for those of Leicester."""
    if len(words) > 2 and words[-1] in ("hospital", "hospitals") and words[-2] in ("university", "teaching", "acute"):
        yield words[:-1]
    for old, new in (("hospitals", "hospital"), ("hospital", "hospitals")):
        if old in words:
            yield [new if word == old else word for word in words]
    if words[:1] == ["university"] and len(words) > 2 and words[1].startswith("hospital"):
        place = words[3:] if words[2] == "of" else words[2:]
        yield from ([*place, "university", hospitals] for hospitals in ("hospital", "hospitals"))
        yield from (["university", hospitals, *of, *place] for hospitals in ("hospital", "hospitals") for of in ([], ["of"]))
    elif any(word in ("university", "teaching") for word in words) and "college" not in words:
        short = [word for word in words if word not in ("university", "teaching")]
        if len(short) > 2:
            yield short
            yield [{"hospitals": "hospital", "hospital": "hospitals"}.get(word, word) for word in short]


def _strength(words: list[str], *, ambiguous: bool) -> Strength:
    telling = [word for word in words if word not in GENERIC and word not in FILLERS and word not in COMPASS]
    if len(words) < 2 or not telling:
        return "weak"
    if not any(word in INSTITUTION for word in words) and (ambiguous or "and" not in words):
        return "weak"
    return "usual"


def _looks_like_acronym(name: str) -> bool:
    return " " not in name and sum(letter.isupper() for letter in name) > 1 and name[:2] != "Mc"


def _without_suffix(name: str) -> tuple[str, bool]:
    core = name
    while True:
        shorter = SUFFIX.sub("", core)
        if shorter == core or not shorter:
            return core, core != name
        core = shorter


def _places(core: str, sector: str) -> Iterator[tuple[int, str]]:
    """The places that open a name, with their rank: Basildon and Thurrock of "Basildon and Thurrock University Hospitals"."""
    words = re.sub(r"^(?:The\s+)?(?:Royal\s+)?", "", core)
    opening = OPENING.sub("", words)
    tokens = opening.split()
    place: list[str] = []
    for token in tokens:
        if words_of(token)[:1] and words_of(token)[0] in INSTITUTION and words_of(token)[0] != "county":
            break
        place.append(token)
    while place and place[-1].lower().strip(",") in ("and", "&", "of", "for", "the"):
        place.pop()
    phrase = " ".join(place).strip(" ,")
    if not phrase or phrase.lower() in COMPASS or phrase.lower() in ("county", "royal", "city", "women's", "national"):
        return
    yield 1, phrase
    parts = [part.strip() for part in re.split(r",\s*|\s+(?:and|&)\s+", phrase) if part.strip()]
    if len(parts) > 1:
        for position, part in enumerate(parts):
            if part.lower() not in COMPASS and words_of(part)[0] not in ("sussex", "essex", "west", "east", "north", "south"):
                yield (2 if position else 1), part


def _site_entries(site: Site, trust: Organisation, heads: set[tuple[str, str]], towns: set[tuple[str, ...]],
                  ) -> Iterator[tuple[list[str], Reading]]:
    name = re.sub(r"\s*\(.*?\)|^The\s+", "", site.name)
    words = words_of(name)
    hospital = bool(HOSPITAL.search(name))
    if len(words) == 1 and words[0] in GENERIC:
        return
    if NOT_A_HOSPITAL.search(name) or not (hospital or any(word not in GENERIC and word not in INSTITUTION for word in words)):
        return
    until = site.until or trust.closed or ""
    big = site.setting in ("acute", "acute_or_community", "specialist")
    telling = [word for word in words if word not in GENERIC and word not in FILLERS]
    strength: Strength = "usual" if hospital and telling and not site.ambiguous else "weak"
    yield words, Reading(site.code, strength, "site", 3, trust.sector, "", until)
    if site.town and hospital and not telling:
        town = words_of(site.town)
        yield [*words, *town], Reading(site.code, "usual", "site", 3, trust.sector, "", until, commas=True)
        yield [*town, *words], Reading(site.code, "usual", "site", 3, trust.sector, "", until)
    town = words_of(site.town or "")
    spare = words[len(town):]
    if hospital and town and words[:len(town)] == town and len(spare) > 1 and all(word in GENERIC for word in spare):
        yield spare, Reading(site.code, "weak", "site", 3, trust.sector, "", until)  # "the Royal Infirmary", in Leicester
    if not hospital:
        return
    head = HOSPITAL_END.sub("", name)
    if AREA.fullmatch(head):  # "West Midlands Hospital" leaves no "West Midlands", nor "Essex County Hospital" an "Essex hospital"
        return
    if head != name and (head, site.code) not in heads and words_of(head):
        heads.add((head, site.code))
        spoken = words_of(head)
        if len(spoken) == 1 and (spoken[0] in COMPASS or spoken[0] in INSTITUTION):  # "Northern", "Community"
            return
        distinct = len(spoken) > 1 and any(word not in GENERIC for word in spoken) and big and not site.ambiguous and (
            tuple(spoken) not in towns)
        usual = distinct and spoken[0] not in COMPASS
        spoken_of = big and not site.ambiguous and len(spoken) == 1 and spoken[0] not in GENERIC and (
            tuple(spoken) not in towns and trust.sector in ("acute", "specialist") and len(spoken[0]) > 4)
        yield spoken, Reading(site.code, "usual" if usual else "weak", "site", 3, trust.sector, "", until, article=spoken_of)
        yield [*spoken, "hospital"], Reading(site.code, strength, "site", 3, trust.sector, "", until)
    if SORTED_END.search(name) and len(words) > 2:  # "Weston General", "Trafford General"
        yield words[:-1], Reading(site.code, strength, "site", 3, trust.sector, "", until)
    if site.town and big and trust.sector in ("acute", "specialist") and not site.ambiguous and "Community" not in name:
        yield words_of(site.town), Reading(site.code, "weak", "place", 4, trust.sector, "", until)
