"""Enforcement told in everyday words. All sentences and events here are invented; only the organisations' names are real."""

from __future__ import annotations

import pytest

from corpora.organisations import Register
from corpora.schema import Status
from nlp.kinds.intervention import find_interventions
from nlp.kinds.intervention.patterns import by_first_letter, compiled
from nlp.layout import lay_out
from nlp.organisations import Linker
from nlp.sheet import Sheet, Trigger


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(Register.load())


def read(linker: Linker, text: str) -> list[Trigger]:
    return list(find_interventions(linker.link(Sheet(text=text, published="2019-05-01", sentences=lay_out(text)))))


FOUND = [
    # what a trust may do no longer
    ("urgent_conditions", "The Care Quality Commission has restricted Medway's registration."),
    ("urgent_conditions", "CQC varied the registration of Barts Health at once."),
    ("urgent_conditions", "Inspectors have barred Mersey Care from admitting anyone to the ward."),
    ("urgent_conditions", "Oxleas must not take new patients without the commission's consent."),
    ("urgent_conditions", "CQC sent Croydon Health Services a notice of proposal in May."),
    ("urgent_conditions", "Leeds Teaching Hospitals is registered with the CQC without conditions."),
    ("urgent_conditions", "CQC used its urgent enforcement powers at Wye Valley NHS Trust."),
    # notices by less than their name
    ("warning_notice", "Inspectors issued a formal notice requiring Bolton to act by June."),
    ("warning_notice", "The CQC has issued a warning over staffing to Walsall Healthcare."),
    ("warning_notice", "The regulator served Tameside with a warning about hygiene."),
    # what must be done
    ("requirement_notice", "CQC's report on Airedale holds six 'must dos'."),
    ("requirement_notice", "CQC has told Whittington Health it must take action in nine areas."),
    ("requirement_notice", "CQC ordered Barnsley to send it a plan for the breaches of two regulations."),
    ("requirement_notice", "Inspectors found breaches of three regulations at Harrogate."),
    # courts
    ("prosecution", "Magistrates ordered Southern Health NHS Foundation Trust to pay £90,000."),
    ("prosecution", "A summons has been issued to Bolton NHS Foundation Trust."),
    ("prosecution", "The HSE has begun proceedings against Bedfordshire Hospitals."),
    ("prosecution", "CQC is considering a case against Barts Health."),
    ("prosecution", "CQC dropped its case against Mersey Care before trial."),
    ("prosecution", "The Dudley Group was cleared by a jury at the crown court."),
    ("prosecution", "CQC will not charge Yeovil District Hospital over the death."),
    ("prosecution", "East Kent Hospitals will be sentenced in June after a CQC case."),
    ("prosecution", "East Kent Hospitals has admitted failing to provide safe care, the court heard."),
    # who looks into what went wrong
    ("independent_review", "An outside firm has looked at how Great Ormond Street counted its patients and has reported."),
    ("independent_review", "Deloitte reviewed the finances of Kettering General last winter."),
    ("independent_review", "KPMG's report on Wirral was sharp."),
    ("independent_review", "A team from Leeds has been asked by Airedale to review its deaths."),
    ("independent_review", "The culture of Croydon Health Services was examined by a law firm."),
    ("independent_review", "Dame Jo Pike will look into the allegations at North East Ambulance Service."),
    ("independent_review", "Ministers have promised an inquiry into deaths at Tees, Esk and Wear Valleys."),
    ("independent_review", "An RCOG review of maternity at Stockport was received."),
    ("independent_review", "CQC's special review of Nottinghamshire Healthcare came out in March."),
    # who has gone
    ("leadership_change", "Her predecessor at Barts Health was dismissed for misconduct."),
    ("leadership_change", "Medway's chief executive went within days of the damning report."),
    ("leadership_change", "The chairman of Colchester Hospital is to go on a career break."),
    ("leadership_change", "North Middlesex loses its chief executive"),
    ("leadership_change", "Monitor could make changes to the leadership of Bolton."),
    ("leadership_change", "She resigned as chair of Southend after the licence was breached."),
    ("leadership_change", "A new chair chosen by NHS England starts at East Kent on Monday."),
    ("leadership_change", "The chair of Wirral will not resign, the trust said."),
    # to whom coroners write
    ("prevention_of_future_deaths", "This report is being sent to: Oxleas NHS Foundation Trust"),
    ("prevention_of_future_deaths", "My report goes to Stockport NHS Foundation Trust."),
    ("prevention_of_future_deaths", "The coroner heard evidence. I make no report to Barts Health."),
    ("prevention_of_future_deaths", "The coroner asked Leeds Teaching Hospitals to act to prevent similar deaths."),
    # services
    ("service_suspension", "Births at the Alexandra Hospital have been temporarily transferred to Worcester, Worcestershire Acute said."),
    ("service_suspension", "The ward at Solent is taking nobody new."),
    ("service_suspension", "Weston's A&E shuts at ten each night because there are not enough doctors."),
    ("service_suspension", "There has been no A&E at night at Weston Area Health since May."),
    ("service_suspension", "Barts Health has stopped all operations at the unit."),
    ("service_suspension", "North Cumbria cannot take children overnight for want of nurses."),
    ("service_suspension", "Plans to close the A&E at Telford overnight were dropped by Shrewsbury and Telford."),
    ("service_suspension", "The birth centre at Macclesfield, East Cheshire NHS Trust says, is open again."),
]


@pytest.mark.parametrize(("subtype", "sentence"), FOUND, ids=[f"{s}-{t[:40]}" for s, t in FOUND])
def test_enforcement_in_everyday_words_is_found(linker: Linker, subtype: str, sentence: str) -> None:
    assert subtype in {trigger.subtype for trigger in read(linker, sentence)}


NEAR_MISSES = [
    ("urgent_conditions", "Visiting was restricted at Barts Health during the outbreak, CQC was told."),
    ("urgent_conditions", "Working conditions at Mersey Care have improved, inspectors said."),
    ("urgent_conditions", "The nurse's professional registration was suspended; she had worked at Leeds Teaching Hospitals."),
    ("urgent_conditions", "The screening programme at Oxleas prevents people from falling ill, CQC said."),
    ("warning_notice", "The chief executive of Bolton handed in her notice."),
    ("warning_notice", "A flood warning was issued near Good Hope Hospital."),
    ("warning_notice", "The contract with Croydon Health Services was ended on six months' notice."),
    ("requirement_notice", "The trust must do better, said a patient of Airedale."),
    ("requirement_notice", "Barnsley was found in breach of its licence, CQC noted."),
    ("prosecution", "Oxleas does not charge for parking, the CQC noted."),
    ("prosecution", "The backlog at Tameside has been cleared."),
    ("prosecution", "Wye Valley takes part in a clinical trial."),
    ("prosecution", "Commissioners levied penalties of £300,000 on Medway NHS Foundation Trust."),
    ("independent_review", "The well-led framework has eight key lines of enquiry, Mersey Care's board heard."),
    ("independent_review", "Detectives have opened a criminal inquiry at Stockport NHS Foundation Trust."),
    ("independent_review", "KPMG was appointed as external auditors to Leeds Teaching Hospitals and gave its audit opinion."),
    ("leadership_change", "A team led by our medical director went in to Oxleas before Christmas."),
    ("leadership_change", "The board secretary of Bolton was replaced after the report."),
    ("leadership_change", "A retained swab was left in a patient at Medway, the director of nursing said after the inquiry."),
    ("prevention_of_future_deaths", "New patients were sent to Gateshead Health, the inquest heard."),
    ("prevention_of_future_deaths", "The coroner said that the death was reported to the coroner by Leeds Teaching Hospitals."),
    ("service_suspension", "The ward at Oxleas will be closed for refurbishment in August."),
    ("service_suspension", "Visiting was suspended on two wards at Airedale because of sickness."),
    ("service_suspension", "The clinic's licence was suspended; two of its surgeons also work for Medway NHS Foundation Trust."),
]


@pytest.mark.parametrize(("subtype", "sentence"), NEAR_MISSES, ids=[f"{s}-{t[:40]}" for s, t in NEAR_MISSES])
def test_what_only_looks_like_enforcement_is_left_alone(linker: Linker, subtype: str, sentence: str) -> None:
    assert subtype not in {trigger.subtype for trigger in read(linker, sentence)}


LATER = [
    ("warning_notice", "ended", "CQC served a warning notice on Bolton. The trust has since complied."),
    ("warning_notice", "ended", "A section 29A notice told Leeds Teaching Hospitals to act by June. It did."),
    ("warning_notice", "ended", "Two warning notices were served on EMAS (staffing; equipment). Staffing was lifted in August."),
    ("warning_notice", "ended", "Mersey Care had two warning notices. One has been withdrawn."),
    ("warning_notice", "negated", "A warning notice was served on Barts Health. None has been issued at Oxleas."),
    ("urgent_conditions", "ended", "CQC imposed conditions on the registration of Medway. The last of them lapsed in May."),
    ("prevention_of_future_deaths", "negated",
     "The coroner sent a regulation 28 report to Barts Health. Oxleas has received none."),
    ("prevention_of_future_deaths", "negated", "Regulation 28: the coroner wrote to Barts Health. Nothing went to Oxleas."),
    ("independent_review", "ended", "An independent review of Bolton was set up last year. The review was published in March."),
    ("service_suspension", "ended", "The maternity unit at Yeovil was closed in May because of staff shortages. It opened again in June."),
    ("service_suspension", "current", "The maternity unit at Yeovil was closed in May because of staff shortages. It has not reopened."),
]


@pytest.mark.parametrize(("subtype", "status", "text"), LATER, ids=[text[-40:] for _, _, text in LATER])
def test_later_words_tell_how_it_went_on(linker: Linker, subtype: str, status: Status, text: str) -> None:
    second = text.index(". ") + 1
    assert (subtype, status) in {(t.subtype, t.status) for t in read(linker, text) if t.start > second}


@pytest.mark.parametrize("text", [
    "The section 29A notice at Bolton has been lifted in part.",
    "All but two of the conditions on Medway's registration have been lifted; the others remain in force.",
    "Conditions on the registration of Barts Health were removed, bar one on triage.",
])
def test_what_is_partly_lifted_is_over_and_in_force(linker: Linker, text: str) -> None:
    assert {"ended", "current"} <= {trigger.status for trigger in read(linker, text)}


def test_an_ending_may_share_the_verb_of_the_beginning(linker: Linker) -> None:
    text = "A warning notice on hygiene at Bolton was served in May and complied with in September."
    assert "ended" in {trigger.status for trigger in read(linker, text)}


def test_the_lines_under_a_coroners_report_are_its_addressees_but_not_those_for_information(linker: Linker) -> None:
    text = ("REGULATION 28 REPORT\n\nTHIS REPORT IS BEING SENT TO:\n1. Chief Executive, Bolton NHS Foundation Trust\n"
            "2. Chief Executive, Oxleas NHS Foundation Trust\n3. Barts Health NHS Trust (for information)\n")
    assert [subject.code for t in read(linker, text) if t.rule == "intervention.addressee" for subject in t.subjects or ()] == ["RMC", "RPG"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Warning notices: Mersey Care, 1; Bolton, 2; Oxleas, none.", [("RW4", "current"), ("RMC", "current"), ("RPG", "negated")]),
    ("Regulation 28 reports in the year: two to Mersey Care; one to Bolton; none to Oxleas.",
     [("RW4", "current"), ("RMC", "current"), ("RPG", "negated")]),
    ("Reg 28 reports: Bolton 0, Oxleas 3", [("RMC", "negated"), ("RPG", "current")]),
])
def test_each_of_a_series_has_its_count(linker: Linker, text: str, expected: list[tuple[str, Status]]) -> None:
    assert [(subject.code, t.status) for t in read(linker, text) if t.rule == "intervention.series"
            for subject in t.subjects or ()] == expected


def test_a_fine_is_taken_out_of_the_total_that_holds_it(linker: Linker) -> None:
    text = "University Hospitals Plymouth was ordered to pay £14,000, namely a fine of £1,800, a surcharge and costs."
    assert [t.value for t in read(linker, text) if t.value is not None] == [1800]


def test_alternatives_by_first_letter_match_the_same() -> None:
    words = r"regulations?[ (]{1,2}28|reg\.? 28|s\.? ?29a|\(x|no (?:new|more|a|b)|open"
    grouped, plain = compiled(rf"\b(?:{by_first_letter(words)})"), compiled(rf"\b(?:{words})")
    for text in ("regulation (28", "reg 28", "s29a", "no more", "no b", "open", "regal", "no", "s. 29a"):
        assert bool(grouped.search(text)) == bool(plain.search(text)), text


@pytest.mark.parametrize("unit", ["independent external team of ", "chief executive left ", "conditions on registration without ", "report to ",
                                  "it opened again. ward closed ", "cqc charge case against "])
def test_hostile_repetition_is_read_in_time(unit: str) -> None:
    text = (unit * (100_000 // len(unit)))[:100_000]
    assert len(list(find_interventions(Sheet(text=text, sentences=lay_out(text))))) <= 20_000
