"""Names that several bear, in texts that tell which is meant, that leave it open, or that mean something else altogether.

Every text is invented, whatever real organisation it names: never read it as a statement about one. Made from tables: each name
with those who bear it, times contexts that support one of them, times contexts that support none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PUBLISHED = "2024-03-14"


@dataclass(frozen=True, slots=True)
class Bearer:
    """One organisation that is called by a name."""

    code: str
    full: str
    place: str
    beside: str
    """Another body of the same area, in full."""
    beside_code: str


@dataclass(frozen=True, slots=True)
class AmbiguousCase:
    """A text with an ambiguous name, and the organisations that a careful reader would file it under."""

    name: str
    context: str
    text: str
    codes: frozenset[str]
    allowed: frozenset[str]
    """``codes`` and those whom it would do no harm to link."""
    title: str = ""
    publisher: str | None = None
    doc_type: str = "news"


NORFOLK = Bearer("RCX", "The Queen Elizabeth Hospital King's Lynn NHS Foundation Trust", "King's Lynn",
                 "James Paget University Hospitals NHS Foundation Trust", "RGP")
GATESHEAD = Bearer("RR7", "Gateshead Health NHS Foundation Trust", "Gateshead",
                   "South Tyneside and Sunderland NHS Foundation Trust", "R0B")
BIRMINGHAM = Bearer("RRK", "University Hospitals Birmingham NHS Foundation Trust", "Birmingham",
                    "Birmingham Community Healthcare NHS Foundation Trust", "RYW")
PADDINGTON = Bearer("RYJ", "Imperial College Healthcare NHS Trust", "London", "The Hillingdon Hospitals NHS Foundation Trust", "RAS")
ISLE = Bearer("R1F", "Isle of Wight NHS Trust", "Newport", "Portsmouth Hospitals University NHS Trust", "RHU")
MANCHESTER = Bearer("R0A", "Manchester University NHS Foundation Trust", "Manchester", "Stockport NHS Foundation Trust", "RWJ")
TELFORD = Bearer("RXW", "The Shrewsbury and Telford Hospital NHS Trust", "Telford",
                 "Shropshire Community Health NHS Trust", "R1D")
SUSSEX = Bearer("RYR", "University Hospitals Sussex NHS Foundation Trust", "Haywards Heath", "East Sussex Healthcare NHS Trust", "RXC")
CHERTSEY = Bearer("RTK", "Ashford and St Peter's Hospitals NHS Foundation Trust", "Chertsey",
                  "Royal Surrey NHS Foundation Trust", "RA2")
STAFFORD = Bearer("RJE", "University Hospitals of North Midlands NHS Trust", "Stafford",
                  "North Staffordshire Combined Healthcare NHS Trust", "RLY")
HEREFORD = Bearer("RLQ", "Wye Valley NHS Trust", "Hereford", "Worcestershire Acute Hospitals NHS Trust", "RWP")
BRADFORD = Bearer("RAE", "Bradford Teaching Hospitals NHS Foundation Trust", "Bradford", "Airedale NHS Foundation Trust", "RCF")
LEICESTER = Bearer("RWE", "University Hospitals of Leicester NHS Trust", "Leicester", "Leicestershire Partnership NHS Trust", "RT5")
HOSPITALS: dict[str, tuple[Bearer, ...]] = {
    "Queen Elizabeth Hospital": (NORFOLK, GATESHEAD, BIRMINGHAM),
    "Queen Elizabeth": (NORFOLK, GATESHEAD, BIRMINGHAM),
    "St Mary's Hospital": (PADDINGTON, ISLE, MANCHESTER),
    "St Mary's": (ISLE, MANCHESTER),
    "Princess Royal": (TELFORD, SUSSEX),
    "Princess Royal Hospital": (TELFORD, SUSSEX),
    "St Peter's Hospital": (CHERTSEY,),
    "County Hospital": (STAFFORD, HEREFORD),
    "Royal Infirmary": (BRADFORD, LEICESTER, MANCHESTER),
}
SALISBURY = Bearer("RNZ", "Salisbury NHS Foundation Trust", "Salisbury", "Great Western Hospitals NHS Foundation Trust", "RN3")
SOMERSET = Bearer("RH5", "Somerset NHS Foundation Trust", "Taunton", "NHS Somerset Integrated Care Board", "QSL")
MEDWAY = Bearer("RPA", "Medway NHS Foundation Trust", "Gillingham", "East Kent Hospitals University NHS Foundation Trust", "RVV")
HARLOW = Bearer("RQW", "The Princess Alexandra Hospital NHS Trust", "Harlow",
                "East and North Hertfordshire NHS Trust", "RWH")
CORNWALL = Bearer("RJ8", "Cornwall Partnership NHS Foundation Trust", "Bodmin", "Royal Cornwall Hospitals NHS Trust", "REF")
WALSALL = Bearer("RBK", "Walsall Healthcare NHS Trust", "Walsall", "The Dudley Group NHS Foundation Trust", "RNA")
PARTNERSHIP = Bearer("RT5", "Leicestershire Partnership NHS Trust", "Leicester", "University Hospitals of Leicester NHS Trust", "RWE")
BATH = Bearer("RD1", "Royal United Hospitals Bath NHS Foundation Trust", "Bath", "Salisbury NHS Foundation Trust", "RNZ")
ACRONYMS: dict[str, tuple[tuple[Bearer, ...], str]] = {
    "SFT": ((SALISBURY, SOMERSET), "solution-focused therapy"),
    "MFT": ((MANCHESTER, MEDWAY), "multi-family therapy"),
    "UHB": ((BIRMINGHAM,), "ultra-high brightness"),
    "UHL": ((LEICESTER,), "unilateral hearing loss"),
    "PAH": ((HARLOW,), "pulmonary arterial hypertension"),
    "CFT": ((CORNWALL,), "compassion-focused therapy"),
    "WHT": ((WALSALL,), "withholding tax"),
    "LPT": ((PARTNERSHIP,), "lipid profile test"),
    "RUH": ((BATH,), "regional utility holdings"),
}
HAPPENED = ("was rated inadequate by the Care Quality Commission on Tuesday", "has reported two never events to NHS England since April",
            "has been moved to segment 4 of the NHS Oversight Framework")
PLACES_ABROAD = ("Glasgow", "Edinburgh", "Cardiff", "Belfast", "Toronto, Canada", "Adelaide, Australia")


def cases() -> Iterator[AmbiguousCase]:
    """Every name in every context."""
    for name, bearers in HOSPITALS.items():
        for bearer in bearers:
            yield from _hospital_supported(name, bearer)
        yield from _hospital_unsupported(name)
    for name, (bearers, long_form) in ACRONYMS.items():
        for bearer in bearers:
            yield from _acronym_supported(name, bearer)
        yield from _acronym_unsupported(name, long_form, undecided=len(bearers) > 1)
    yield from _other_meanings()


def _case(name: str, context: str, text: str, codes: set[str], allowed: set[str] | None = None, **fields: str) -> AmbiguousCase:
    return AmbiguousCase(name, context, text, frozenset(codes), frozenset(codes | (allowed or set())), **fields)  # type: ignore[arg-type]


def _hospital_supported(name: str, bearer: Bearer) -> Iterator[AmbiguousCase]:
    code, place = bearer.code, bearer.place
    for happened in HAPPENED:
        yield _case(name, "place after", f"The {name} in {place} {happened}. Patients were told by letter.", {code})
        yield _case(name, "place before", f"{place}'s {name} {happened}. A nurse said that wards were short of staff.", {code})
        yield _case(name, "trust named", f"{bearer.full} said that it was sorry. Its {name} {happened}, after an inspection.", {code})
    yield _case(name, "neighbour named", f"{bearer.beside} will lend midwives to the {name}, {place}, which {HAPPENED[0]}.",
                {code, bearer.beside_code})
    yield _case(name, "title", f"The {name} {HAPPENED[1]}. The chief executive apologised to patients.", {code},
                title=f"{bearer.full}: never events")
    yield _case(name, "own paper", f"The {name} {HAPPENED[0]}. The Board noted the position and the CQC's letter.", {code},
                publisher=bearer.full, doc_type="board_paper")


def _hospital_unsupported(name: str) -> Iterator[AmbiguousCase]:
    for happened in HAPPENED:
        yield _case(name, "undecided", f"The {name} {happened}. Patients were told by letter.", set())
        yield _case(name, "undecided list", f"Neither the regulator nor the {name} would say why the hospital {happened}.", set())
    for place in PLACES_ABROAD:
        yield _case(name, "abroad", f"The {name} in {place} had three never events last year, doctors there said. Surgeons removed the "
                    "wrong kidney from one patient.", set())
    yield _case(name, "abroad", f"A nurse at the {name}, a private hospital in Hong Kong, was fined. Inspectors had called its wards "
                "inadequate.", set())
    yield _case(name, "unknown place", f"The {name} in Little Snoring, a care home with nursing, was rated inadequate by the CQC.", set())


def _acronym_supported(name: str, bearer: Bearer) -> Iterator[AmbiguousCase]:
    code = bearer.code
    for happened in HAPPENED:
        yield _case(name, "defined", f"{bearer.full} ({name}) wrote to patients in May. On Monday {name} {happened}.", {code})
    yield _case(name, "own paper", f"{name} remains in segment 3. The Board noted that {name} had reported no never events.", {code},
                publisher=bearer.full, doc_type="board_paper")
    yield _case(name, "title", f"Inspectors from the CQC found that {name} required improvement. {name} said it was sorry.", {code},
                title=f"{bearer.full} inspected")
    yield _case(name, "neighbour named", f"{bearer.beside} is in segment 2 and {name} is in segment 3, NHS England said.",
                {bearer.beside_code}, {code})


def _acronym_unsupported(name: str, long_form: str, *, undecided: bool) -> Iterator[AmbiguousCase]:
    if undecided:
        yield _case(name, "undecided", f"{name} has been moved to segment 3, NHS England said. Other trusts were not named.", set())
    for text in (
            f"Shares in {name} plc fell by a tenth after the software company lost a contract with the NHS. {name} said that its "
            "turnaround was on course.",
            f"{name} Ltd, which runs nine care homes, was fined £120,000. The CQC had rated two of {name}'s homes inadequate.",
            f"Patients were offered {long_form} ({name}). In the trial {name} was rated outstanding by nurses on three wards."
            if name != "UHB" else f"The theatre's {long_form} ({name}) lamps failed twice. {name} lamps were rated outstanding by surgeons.",
            f"{name}, the Australian airline, left special measures in May. {name}'s board of directors thanked its passengers.",
            f"Doctors use {name} as an abbreviation for {long_form}; the CQC said that records which read only {name} were inadequate."):
        yield _case(name, "something else", text, set())


def _other_meanings() -> Iterator[AmbiguousCase]:
    for name, text in (
            ("King's", "King's Cross was shut for nine days. Passengers called Network Rail's recovery plan inadequate."),
            ("King's", "Researchers at King's College London found that never events are under-reported in NHS hospitals."),
            ("King's", "The King's Speech will name a bill on special measures for water companies. Nurses were not mentioned."),
            ("King's", "King's Mead primary school requires improvement, Ofsted said. Its nurse was praised by patients' groups."),
            ("King's", "Pupils at King's, a private school, were sent home after a norovirus outbreak, the hospital radio reported."),
            ("North London", "A man from north London died at a private clinic. North London Coroner's Court heard that records were poor."),
            ("North London", "Bus drivers in North London will strike on Monday. Two hospitals told patients to leave early."),
            ("North London", "North London's GP surgeries were rated inadequate more often than others, the CQC said."),
            ("North London", "North London Waste Authority pleaded guilty; the Health and Safety Executive had brought the case."),
            ("Queen Elizabeth", "HMS Queen Elizabeth was found to have inadequate shaft bearings. A doctor on board treated two sailors."),
            ("Queen Elizabeth", "A statue of Queen Elizabeth was unveiled by a nurse outside the town hall. NHS staff sang."),
            ("Queen Elizabeth", "Queen Elizabeth's School in Barnet was rated outstanding. Patients at the clinic next door complained."),
            ("St Mary's", "St Mary's Church will be turned into a vaccination centre, NHS managers said, though the roof is inadequate."),
            ("St Mary's", "St Mary's Catholic Academy left special measures on Friday. The school nurse cried."),
            ("St Mary's", "St Mary's Nursing Home was put into special measures by the CQC in June. Residents were moved."),
            ("St George's", "St George's Day was marked on the wards with cake. The CQC sent a card."),
            ("St George's", "Police were called to St George's Park after a nurse was hurt. England's doctor had asked for help."),
            ("Northern", "Northern trains were rated inadequate. A hospital in Leeds said patients had missed appointments."),
            ("Victoria", "Victoria will review never events in its hospitals, the state premier said in Melbourne."),
            ("Royal Free", "Entry to the museum is royal free on Mondays, a nurse joked. The CQC was not amused."),
            ("Barnet", "Barnet were inadequate in defence. Their physio, once an NHS nurse, treated three players."),
            ("Reading", "Reading will be easier for patients with the new letters, the NHS said. Reading scores rose."),
            ("Bath", "Bath chairs were once made near the hospital. A nurse sold one for £400."),
            ("Lincoln", "Lincoln Cathedral lent the NHS its cloister. A doctor vaccinated 400 patients there."),
            ("Boston", "Hospitals in Boston, Massachusetts, reported 24 never events. Regulators fined two of them."),
            ("Cambridge", "Cambridge scientists have grown a liver segment. The NHS will test it on patients in 2030."),
            ("Newcastle", "Newcastle United's doctor said the striker needed surgery. The hospital bed was ready."),
            ("Worcester", "A hospital in Worcester, Massachusetts, was fined $90,000 after a never event, the state said."),
            ("York", "New York hospitals recorded 24 never events. Doctors there want a no-blame system."),
            ("Derby", "Derby County's medical staff were cleared. The club remains in special administration."),
            ("Bradford", "Bradford Council's children's services are inadequate, Ofsted said. A nurse had raised the alarm."),
            ("Stafford", "Stafford MP Alice Penrose asked ministers about never events in NHS hospitals abroad."),
            ("Ipswich", "Ipswich Town beat a team of doctors and nurses 9–0. The hospital charity gained £400."),
            ("Christie", "Agatha Christie's nurse was never named. The hospital drama runs until May."),
            ("Solent", "The Solent was closed to shipping. A patient was flown to hospital by the coastguard."),
            ("Mersey", "The Mersey tunnel was shut when a crew's ambulance broke down. Nobody was hurt, doctors said."),
    ):
        yield _case(name, "something else", text, set())
