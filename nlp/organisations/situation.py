"""What is known about a document while its names are being decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpora.organisations import Organisation, Register
from nlp import gated_re as re
from nlp.leaping import LeapingPattern
from nlp.organisations.entries import COMPASS, INSTITUTION
from nlp.organisations.matching import Match
from nlp.organisations.others import ABROAD as ABROAD_PLACES
from nlp.organisations.readings import Reading
from nlp.organisations.words import listed, words_of

SYSTEMS = re.compile(r"\bIC[BS]s?\b|\b[Ii]ntegrated [Cc]are (?:[Bb]oard|[Ss]ystem)")
SYSTEMS_PLURAL = re.compile(r"\bIC[BS]s\b|\b[Ii]ntegrated [Cc]are (?:[Bb]oards|[Ss]ystems)\b")
PROVIDERS = re.compile(r"\b(?:[Tt]rusts?|[Hh]ospitals?|[Pp]roviders?|FTs?)\b")
WARDS = re.compile(r"\b(?:hospitals?|maternity|wards?|mental health|A&E|theatres?)\b", re.IGNORECASE)
AMBULANCES = re.compile(r"\bambulance (?:trusts?|services?)\b|\bparamedics?\b", re.IGNORECASE)
PLAIN_WORD = re.compile(r"[A-Za-z&]{2,}")
SURVEYED = 8_000
"""How many characters from the start tell what a text is about."""
HEALTH = listed("""nhs nhse nhsi cqc care quality trust trusts hospital hospitals monitor tda icb icbs ics patient patients a&e
    maternity sof nof ward wards nurse nurses nursing clinical ockenden keogh midwives midwife midwifery theatre theatres
    consultants consultant pfd mssp rsp providers provider ambulance ambulances paramedic paramedics surgery surgeon surgeons
    doctors doctor     clinicians handovers inpatient outpatient emergency births deaths inquest coroner""")
ELSEWHERE = listed("""council councils councillor councillors ofsted school schools pupils pupil teachers headteacher academy
    primary secondary ofqual football league match fixture fixtures striker goalkeeper goal goals manager's pitch derby win wins
    draw defeat relegated promoted relegation boxing museum museums university universities student students undergraduates
    lecturers prison prisons prisoners inmates police constables constabulary burglary fire firefighters brigade brigades water
    sewage river rivers reservoir railway railways trains train rail signal locomotive passengers buses bus coach coaches state
    federal tribal charity charities horse horses jockey jockeys stewards racecourse hurdle furlongs saddler stable stables
    cricket wicket innings club parish church cathedral vicar bells bell auction auctioneer hammer lot bid vendor antiques
    collector park oak trees tree cinema novel poem album orchestra choir actor stage play plays playwright housing tenants
    pension union court beach fair pub brewery castle library radio broadcaster ofcom ofwat ofgem energy gas electricity
    supplier insurer bank banks mortgage airline airport ferry cruise ship vessel crew harbour regiment barracks soldiers navy
    garden gardens gardener allotment walkers footpath trail loop cyclists marathon runners hotel hotels restaurant chef menu
    rooms guests bankrupt section-114 highways potholes bins recycling litter zoo keepers elephants gallery sculpture
    exhibition theatregoers audience bookshop captain golf
    broker stockbroker faculty pannier stallholders statue comet crater software liver stent segments polynomial insects larvae""")
ABROAD = re.compile(
    r"\b(?:Scotland|Scottish|Wales|Welsh|Ireland|Irish|Ulster|Belfast|Glasgow|Edinburgh|Cardiff|Swansea|Zealand|Australian?|"
    r"Canad(?:a|ian)|Ontario|Quebec|Alberta|British\s+Columbia|Otago|Victorian\s+government|Queensland|New\s+South\s+Wales|"
    r"Massachusetts|Maine|Connecticut|Vermont|New\s+(?:Hampshire|Jersey|York|Mexico)|Pennsylvania|Philadelphia|Tennessee|"
    r"Ohio|Texas|Florida|California|Virginia|Maryland|Illinois|Michigan|Minnesota|Wisconsin|Oregon|Colorado|Alabama|Carolina|"
    r"Kentucky|Louisiana|Missouri|Kansas|Nebraska|Iowa|Indiana|Delaware|Rhode\s+Island|Nashville|Boston|Chicago|America|"
    r"American|U\.?S\.?A?|Jamaica|Kenya|Nigeria|India|Pakistan|Singapore|Hong\s+Kong|Medicare|Medicaid)\b|\$\s?\d")
FOREIGN_PLACE = re.compile(
    rf"(?:{ABROAD_PLACES}|Perth|Hong\s+Kong|Singapore|Toronto|Ottawa|Montreal|Vancouver|Sydney|Melbourne|Adelaide|Brisbane|"
    r"Auckland|Dunedin|Nairobi|Boston,\s+Mass\w*|New\s+York|Chicago|Tennessee|Maine|Connecticut|Barbados|Malta|Gibraltar|Cyprus)\b")
"""Towns and countries outside England that may follow the name of a hospital."""
OF_THE_NHS = re.compile(
    r"\b(?:NHS\w*|CQC|Care Quality Commission|IC[BS]s?|[Ff]oundation [Tt]rusts?|A&E|Monitor|TDA|Trust Development Authority|"
    r"CCGs?|(?:hospital|acute|ambulance|mental health|community) trusts?|SOF|NOF|RSP|[Hh]ealth [Ss]ecretary)\b")
OVERSEEN = re.compile(
    r"\bsegment|\bspecial measures|\bnever events?|\binadequate|\brequires? improvement|\bundertaking|\bwarning notice|"
    r"\bSOF|\bNOF|\bturnaround|\bRSP\b|\brecovery support|\bCQC\b|\bMonitor\b|\bNHS England|\bNHS Improvement|"
    r"\bNHSE|\bNHSI|\bTDA\b", re.IGNORECASE)
"""Words of the oversight of trusts."""
FIRST_SYSTEMS = "2016"
"""When England's health areas were first grouped into what became integrated care systems."""
YEAR = re.compile(r"\b(20[0-3]\d)\b")
LEAPING = {name: LeapingPattern(pattern) for name, pattern in (
    ("systems", SYSTEMS), ("ambulances", AMBULANCES))}


@dataclass(slots=True)
class Situation:
    """The date of a document and the organisations settled on so far."""

    register: Register
    date: str | None
    passing: bool = False
    """The text speaks of health care in passing only."""
    settled: Counter[str] = field(default_factory=Counter)
    sure: set[str] = field(default_factory=set)
    regions: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    """Care areas of the towns and hospitals that the text speaks of."""
    systems: bool = False
    """The text speaks of integrated care boards or systems."""
    of_systems: bool = False
    """It speaks of systems in the plural, and of them as often as of trusts: the bare name of an area is its system's."""
    ambulances: bool = False
    of_ambulances: bool = False
    """It speaks of ambulance services and of no hospital: the name of a region is its ambulance service's."""
    health: int = 0
    elsewhere: int = 0
    """How many words of health care the text has, and how many of other walks of life."""
    abroad: int = 0
    of_nhs: int = 0
    """How many words of other countries it has, and how many that only the NHS in England uses."""
    overseen: int = 0
    """0 where a text hardly speaks of the oversight of trusts, 3 where of little else."""
    boards: Counter[str] = field(default_factory=Counter)
    titled: set[str] = field(default_factory=set)
    publishers: set[str] = field(default_factory=set)
    home: str | None = None
    towns: dict[str, frozenset[str]] = field(default_factory=dict)
    """The towns in which each organisation has hospitals."""
    known_towns: frozenset[str] = frozenset()
    """All of these towns."""

    def survey(self, text: str) -> None:
        """Note what a text speaks of before its names are decided."""
        self.systems = self.systems or any(LEAPING["systems"].finditer(text))
        lowered = list(map(str.lower, PLAIN_WORD.findall(text, 0, SURVEYED)))
        self.health += sum(map(HEALTH.__contains__, lowered))
        self.elsewhere += sum(map(ELSEWHERE.__contains__, lowered))
        self.abroad += sum(1 for _ in ABROAD.finditer(text, 0, SURVEYED))
        self.of_nhs += sum(1 for _ in OF_THE_NHS.finditer(text, 0, SURVEYED))
        told = sum(1 for _ in OVERSEEN.finditer(text, 0, SURVEYED))
        self.overseen = 0 if not told else 1 if told * 100 < len(lowered) else 2 if told * 30 < len(lowered) else 3
        self.ambulances = self.ambulances or any(LEAPING["ambulances"].finditer(text))
        self.of_ambulances = self.ambulances and WARDS.search(text, 0, SURVEYED) is None
        self.of_systems = self.systems and SYSTEMS_PLURAL.search(text, 0, SURVEYED) is not None and (
            _count(SYSTEMS, text) >= _count(PROVIDERS, text))

    def note_places(self, matches: Iterable[Match]) -> None:
        """Count the care areas of all names and places that can lie in one only."""
        for match in matches:
            if self.counts(match):
                self.places[self._areas(match).pop()] += 1

    def counts(self, match: Match) -> bool:
        """Whether a name can lie in one care area only, so that it was counted as a place."""
        return len(self._areas(match)) == 1

    def _areas(self, match: Match) -> set[str]:
        return {organisation.icb or organisation.code for organisation in (
            self.register.by_code[reading.code] for reading in match.readings if reading.shape != "acronym")}

    def settle(self, code: str, *, sure: bool = True) -> None:
        """Count one mention."""
        if sure:
            self.sure.add(code)
        organisation = self.register.by_code[code]
        self.settled[code] += 1
        self.regions[organisation.region] += 1
        if board := organisation.icb or (code if organisation.kind == "icb" else None):
            self.boards[board] += 1

    def of_health(self) -> int:
        """0 where a document hardly speaks of health care, 3 where of little else."""
        return 0 if not self.health else 1 if self.elsewhere > self.health else 2 if self.elsewhere * 3 > self.health else 3

    def near(self, organisation: Organisation, *, shared: bool = False, mentions: int = 1) -> int:
        """2 where the text names another body of the same care area, 1 of the same region, 0 of none, -1 of others only.

        Args:
            organisation: whose area it is.
            shared: the name weighed is one that is borne in several areas, so that it was not counted as a place itself.
            mentions: how often it was counted, where it was.
        """
        own = organisation.icb or organisation.code
        if self.boards[own] - self.settled[organisation.code] > 0 or self.places[own] > (0 if shared else mentions):
            return 2
        if self.regions[organisation.region]:
            return 1
        return -1 if self.regions else 0

    def barred(self, reading: Reading) -> bool:
        """Whether the words cannot have stood for the organisation on the document's date, not even for one to come."""
        return self.to_come(reading) and not self.soon(reading)

    def to_come(self, reading: Reading) -> bool:
        """Whether the organisation was not yet founded, or not yet called so, on the document's date."""
        organisation = self.register.by_code[reading.code]
        if reading.shape == "system" and self.date is not None and self.date < FIRST_SYSTEMS:
            return True
        founded = "" if reading.code.startswith("Q") else organisation.opened or ""
        return self.date is not None and max(founded, "" if reading.shape == "system" else reading.since)[:7] > self.date[:7]

    def alive(self, reading: Reading) -> bool:
        """Whether the organisation existed, and the reading held, on the document's date."""
        organisation = self.register.by_code[reading.code]
        if self.date is None:
            return not organisation.closed
        if reading.since > self.date:
            return False
        began = "" if organisation.kind == "icb" and reading.code.startswith("Q") else organisation.opened or ""
        until = reading.until if reading.shape == "site" else organisation.closed or ""
        return began <= self.date and (not until or self.date <= until)

    def over(self, code: str) -> bool:
        """Whether the organisation was no more on the document's date."""
        closed = self.register.by_code[code].closed
        return bool(closed and (self.date is None or closed < self.date))

    def other_ambulances(self, match: Match) -> bool:
        """Whether another ambulance service has been named, so that a part of the country may stand for its own."""
        named = [self.register.by_code[code].sector == "ambulance" for code, times in self.settled.items() if times]
        if self.ambulances and (self.of_ambulances or not match.region) and all(named):
            return True
        return self.ambulances and (all(named) if match.region else True) and any(named)

    def lies_in(self, code: str, following: str) -> bool:
        """Whether a place that is named after a hospital is one where the organisation has hospitals."""
        return any(following.startswith(town) and not following[len(town):len(town) + 1].isalpha()
                   for town in self.towns.get(code, ()))

    def lies_elsewhere(self, code: str, told: str) -> bool:
        """Whether a name is told by a town that has hospitals, but none of this organisation's."""
        if FOREIGN_PLACE.match(told):
            return True
        words = told.split()
        for count in range(min(3, len(words)), 0, -1):
            town = " ".join(words[:count]).rstrip(".,;:)")
            if town in self.known_towns:
                of_list = words[count - 1].endswith(",") or words[count:count + 1] in (["and"], ["or"], ["&"])
                return not of_list and town not in self.towns.get(code, ()) and (
                    words_of(town)[0] not in words_of(self.register.by_code[code].name))
        return False

    def only_systems(self) -> bool:
        """Whether several organisations are settled on and all are systems."""
        named = [code for code, times in self.settled.items() if times]
        return len(named) > 1 and all(self.register.by_code[code].kind == "icb" for code in named)

    def only_one(self, sector: str, beside: set[str]) -> str | None:
        """The only trust of a sector in the care areas of others on the document's date: "Cambridge's mental health trust".

        Of several the one that is called after the same place.
        """
        boards = {self.register.by_code[code].icb for code in beside} - {None}
        found = [organisation for organisation in self.register if organisation.sector == sector and organisation.icb in boards
                 and self.alive(Reading(organisation.code, "weak", "name", 0, sector))]
        if len(found) > 1:
            places = {stem for code in beside for stem in _stems(self.register.by_code[code])}
            found = [organisation for organisation in found if _stems(organisation) & places]
        return found[0].code if len(found) == 1 else None

    def soon(self, reading: Reading) -> bool:
        """Whether an organisation is founded within two years, so that a text may tell of it by its full name to come."""
        opened = self.register.by_code[reading.code].opened
        if reading.rank or reading.shape != "name" or reading.strength == "weak" or not (self.date and opened):
            return False
        return reading.since <= opened and self.date < opened < f"{int(self.date[:4]) + 2}{self.date[4:]}"


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text, 0, SURVEYED))


def _stems(organisation: Organisation) -> set[str]:
    """The beginnings of the words that tell an organisation's place: Cambridge and Cambridgeshire begin alike."""
    return {word[:6] for word in words_of(organisation.name) if len(word) > 3 and word not in INSTITUTION and word not in COMPASS}


def date_or_latest_year(published: str | None, text: str) -> str | None:
    """The publication date, or the last year that the text speaks of."""
    if published:
        return published
    years = YEAR.findall(text)
    return f"{max(years)}-06" if years else None
