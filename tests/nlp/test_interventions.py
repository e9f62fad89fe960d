"""Interventions by construction. All sentences and events here are invented; only the organisations' names are real."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.organisations import Register
from nlp.kinds.intervention import families, find_interventions
from nlp.kinds.intervention.patterns import lower, straighten
from nlp.layout import lay_out
from nlp.organisations import Linker
from nlp.sheet import Sheet, Trigger


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(Register.load())


def read(linker: Linker, text: str, title: str = "", published: str = "2019-05-01") -> list[Trigger]:
    return list(find_interventions(linker.link(Sheet(text=text, title=title, published=published, sentences=lay_out(text)))))


FOUND = [
    # special measures, for quality and for money
    ("special_measures", "Barts Health NHS Trust was placed in special measures last spring."),
    ("special_measures", "Medway's special measures status will be looked at again in June."),
    ("special_measures", "Hospital trust goes into special measures"),
    ("special_measures", "The special-measures trust has hired 40 nurses, Walsall Healthcare said."),
    ("special_measures", "Special measures were lifted at Tameside yesterday."),
    ("financial_special_measures", "Croydon Health Services was put in financial special measures."),
    ("financial_special_measures", "King's College Hospital entered special measures for its finances in December."),
    ("financial_special_measures", "North Bristol NHS Trust has come out of FSM, the finance committee of the trust heard: financial grip is better."),
    ("financial_special_measures", "Barts is in special measures over its deficit."),
    # support and what replaced special measures
    ("recovery_support_programme", "Torbay and South Devon entered the national Recovery Support Programme in 2022."),
    ("recovery_support_programme", "NHS England moved the trust into the RSP; recovery support will last a year for Medway."),
    ("recovery_support_programme", "Gloucestershire Hospitals has been told to expect mandated intensive support."),
    ("provider_improvement_programme", "East Kent Hospitals joined the National Provider Improvement Programme in November."),
    ("provider_improvement_programme", "Medway is in the PIP. The Provider Improvement Programme began in 2025."),
    ("provider_improvement_programme", "Trusts in segment 5 go into the provider improvement programme, as Medway NHS Foundation Trust has."),
    ("mandated_support", "Stockport NHS Foundation Trust is in receipt of mandated support."),
    ("mandated_support", "Mandated regional support for Wye Valley NHS Trust will go on until March."),
    ("mandated_support", "The Dudley Group has had a package of mandated support agreed."),
    # licence
    ("enforcement_undertakings", "Blackpool Teaching Hospitals gave enforcement undertakings to NHS England."),
    ("enforcement_undertakings", "The regulator accepted legally binding undertakings from Bolton NHS Foundation Trust."),
    ("enforcement_undertakings", "Section 106 undertakings signed by the Countess of Chester cover finance and A&E; the licence is not affected."),
    ("enforcement_undertakings", "Wirral was issued with a compliance certificate by NHS Improvement in July."),
    ("licence_breach", "Monitor found Southend University Hospital in breach of its licence."),
    ("licence_breach", "NHS Improvement has opened an investigation into the finances of Yeovil District Hospital."),
    ("licence_breach", "There are reasonable grounds to suspect that Poole Hospital is in breach, the regulator wrote."),
    ("licence_breach", "The licence breach at Great Western Hospitals concerns cancer waits."),
    ("licence_condition", "An additional licence condition was imposed on Southern Health NHS Foundation Trust."),
    ("licence_condition", "Monitor used section 111 to add a condition to the licence of Heart of England."),
    ("licence_condition", "Sherwood Forest has had a further condition attached to its licence."),
    # administration, directors, turnaround
    ("special_administration", "Mid Staffordshire was put into special administration by Monitor."),
    ("special_administration", "Trust special administrators have taken charge at South London Healthcare NHS Trust."),
    ("special_administration", "The secretary of state placed South London Healthcare NHS Trust in administration."),
    ("improvement_director", "NHS England has appointed an improvement director to work with Isle of Wight NHS Trust."),
    ("improvement_director", "A turnaround director chosen by Monitor started at Bedford Hospital on Monday."),
    ("improvement_director", "NHS Improvement sent in an adviser to help the board of Kettering General Hospital."),
    ("turnaround", "A turnaround team was sent into Barking, Havering and Redbridge by the strategic health authority."),
    ("turnaround", "Weston Area Health NHS Trust is in formal turnaround."),
    ("turnaround", "The turnaround programme on which the regional team insisted has ended at Epsom and St Helier."),
    # CQC
    ("warning_notice", "CQC served a warning notice on Lancashire and South Cumbria in March."),
    ("warning_notice", "A s29A notice was received on 3 May, the board of Mersey Care heard."),
    ("warning_notice", "Leeds Teaching Hospitals has met the terms of its Section 29A warning notice."),
    ("warning_notice", "CQC has issued a formal warning to the Queen Elizabeth Hospital King's Lynn."),
    ("urgent_conditions", "CQC imposed urgent conditions on Shrewsbury and Telford's registration."),
    ("urgent_conditions", "Section 31 conditions on the emergency department at Good Hope Hospital were removed."),
    ("urgent_conditions", "The commission placed conditions on the registration of Tees, Esk and Wear Valleys."),
    ("requirement_notice", "Three requirement notices were issued to Oxleas NHS Foundation Trust."),
    ("requirement_notice", "Hampshire Hospitals has 28 days to answer the requirement notice."),
    ("requirement_notice", "University Hospitals Sussex: one requirement notice (Regulation 17)."),
    # courts
    ("prosecution", "The Care Quality Commission is prosecuting The Dudley Group over two deaths."),
    ("prosecution", "Essex Partnership University NHS Foundation Trust pleaded guilty to a health and safety offence."),
    ("prosecution", "Charges against Bedfordshire Hospitals were dropped at Luton Crown Court."),
    # reviews
    ("independent_review", "An independent review of maternity care at Nottingham University Hospitals began in May."),
    ("independent_review", "The Royal College of Surgeons was invited to review vascular services at University Hospitals Plymouth."),
    ("independent_review", "A public inquiry into deaths at the Countess of Chester Hospital will open in the autumn."),
    ("independent_review", "Donna Ockenden's review of Shrewsbury and Telford Hospital reported in March: the Ockenden report ran to 200 pages."),
    ("deep_dive_review", "NHS England has ordered a governance review of Cambridgeshire and Peterborough NHS Foundation Trust."),
    ("deep_dive_review", "A rapid capability review of the board of Royal Cornwall, commissioned by the TDA, found gaps."),
    ("deep_dive_review", "Northern Devon Healthcare is to have a well-led review ordered by NHS Improvement."),
    # people
    ("leadership_change", "The chief executive of Medway NHS Foundation Trust resigned after a damning inspection report."),
    ("leadership_change", "The resignation of the chair of Hinchingbrooke followed a no-confidence vote."),
    ("leadership_change", "Colchester hospital boss quits amid cancer records scandal"),
    # coroners
    ("prevention_of_future_deaths", "The coroner sent a regulation 28 report to Norfolk and Suffolk NHS Foundation Trust."),
    ("prevention_of_future_deaths", "Two Reg 28s were received by Rotherham in the quarter."),
    ("prevention_of_future_deaths", "A prevention of future deaths report was made to Oxford Health by the area coroner."),
    ("prevention_of_future_deaths", "The senior coroner for Kent wrote to East Kent Hospitals about bed rails."),
    ("prevention_of_future_deaths", "One PFD report was addressed to Birmingham Women's and Children's."),
    # services
    ("service_suspension", "Births at Macclesfield District General Hospital were suspended because of a shortage of midwives."),
    ("service_suspension", "The urgent treatment centre at Skegness closes overnight, United Lincolnshire Hospitals NHS Trust said."),
    ("service_suspension", "East London NHS Foundation Trust has stopped admitting patients to the ward after three incidents."),
    ("service_suspension", "The maternity unit at Yeovil reopened last month."),
    # maternity
    ("maternity_support", "Whittington Health has joined the Maternity Safety Support Programme."),
    ("maternity_support", "East Kent left the MSSP in the spring."),
    ("maternity_support", "A maternity improvement adviser has been working at Great Western Hospitals."),
]


@pytest.mark.parametrize(("subtype", "sentence"), FOUND, ids=[f"{s}-{t[:40]}" for s, t in FOUND])
def test_a_construction_is_found(linker: Linker, subtype: str, sentence: str) -> None:
    assert subtype in {trigger.subtype for trigger in read(linker, sentence)}


NEAR_MISSES = [
    ("special_measures", "Elmfield primary school in Medway is out of special measures, Ofsted said."),
    ("special_measures", "The judge allowed special measures for two witnesses, both nurses at Barts."),
    ("special_measures", "Special measures have been taken for visitors during the norovirus outbreak at Leeds."),
    ("special_measures", "A care home in Kettering was rated inadequate and put in special measures."),
    ("special_measures", "What are special measures?"),
    ("special_measures", "Trusts in special measures are inspected again within a year."),
    ("special_measures", "Betsi Cadwaladr, the Welsh health board, is in special measures."),
    ("financial_special_measures", "Barts Health is in special measures for the quality of its care."),
    ("provider_improvement_programme", "Her PIP was stopped by the Department for Work and Pensions, a patient at Medway said."),
    ("enforcement_undertakings", "The developer will pay section 106 money towards a GP surgery in Bolton."),
    ("enforcement_undertakings", "The landlord gave undertakings to the county court over noise near Croydon University Hospital."),
    ("enforcement_undertakings", "Barts is undertaking a survey of its roofs."),
    ("licence_breach", "The pub opposite Bolton hospital was found in breach of its premises licence by the licensing committee."),
    ("licence_condition", "The council added conditions to the alcohol licence of a bar near St George's."),
    ("warning_notice", "Warning notice: a notice by which the commission asks for significant improvement."),
    ("special_administration", "TSA  Trust special administrator, appointed by the Secretary of State."),
    ("prevention_of_future_deaths", "On receipt of a regulation 28 report the unit has 35 days to draft an answer."),
    ("turnaround", "Ambulance turnaround times at Worcestershire Royal Hospital have got worse."),
    ("turnaround", "Turnaround of pathology samples at Leeds takes two days."),
    ("improvement_director", "The service improvement director of Barts Health spoke at the meeting."),
    ("warning_notice", "Warning notices were served on the owner of the care home in Derby."),
    ("urgent_conditions", "Patients with long-term conditions at Wye Valley NHS Trust may book online."),
    ("prosecution", "A man who attacked a paramedic was fined £480 and will pay Yorkshire Ambulance Service compensation."),
    ("prosecution", "Parking fines at Leeds General Infirmary have doubled to £60."),
    ("prosecution", "A company that ran a nursing home in Scunthorpe was fined £190,000."),
    ("independent_review", "The external auditor's annual report to Barts Health was received."),
    ("leadership_change", "The chief executive of Homerton retires in June after ten years, with thanks from the board."),
    ("leadership_change", "Governors' elections at Oxleas were suspended."),
    ("service_suspension", "The meeting closed at 4pm at Walsall Manor Hospital."),
    ("service_suspension", "The road outside Good Hope Hospital has been closed for safety works."),
    ("service_suspension", "Staff at Croydon were suspended from duty after an incident."),
    ("prevention_of_future_deaths", "The inquest into the death of a patient at Leeds opened on Monday."),
]


@pytest.mark.parametrize(("subtype", "sentence"), NEAR_MISSES, ids=[f"{s}-{t[:40]}" for s, t in NEAR_MISSES])
def test_a_near_miss_is_left_alone(linker: Linker, subtype: str, sentence: str) -> None:
    assert subtype not in {trigger.subtype for trigger in read(linker, sentence)}


FINES = [
    ("Southern Health NHS Foundation Trust was fined £2m at Oxford Crown Court.", [2_000_000]),
    ("The trust was fined £733,000 and ordered to pay costs of £28,000; East Kent Hospitals pleaded guilty.", [733_000]),
    ("East Kent Hospitals must pay a fine of £1,250 and £170 victim surcharge.", [1_250]),
    ("Nottingham University Hospitals NHS Trust was fined £1.6 million in 2025 and £800,000 in 2023.", [1_600_000, 800_000]),
    ("Medway NHS Foundation Trust was ordered to pay £12,480 in costs.", []),
]


@pytest.mark.parametrize(("sentence", "amounts"), FINES)
def test_the_value_of_a_prosecution_is_the_fine_without_the_costs(linker: Linker, sentence: str, amounts: list[int]) -> None:
    values = [t.value for t in read(linker, sentence) if t.subtype == "prosecution" and t.value is not None]
    assert values == amounts


REFERENCES = [
    ("special_measures", "Tameside went into special measures in 2013. It left the regime two years later.", "the regime"),
    ("special_measures", "Hospitals in special measures: where they stand. Medway came out in March.", "came out"),
    ("recovery_support_programme", "Plymouth is in the Recovery Support Programme. Torbay exited the programme in May.", "the programme"),
    ("recovery_support_programme", "King's is in the Recovery Support Programme. Medway has now entered it.", "entered it"),
    ("warning_notice", "CQC served a warning notice on Mersey Care in May. The notice was lifted in August.", "The notice"),
    ("urgent_conditions", "CQC imposed conditions on Barts Health's registration. The conditions have now gone.", "The conditions"),
    ("enforcement_undertakings", "Bolton gave enforcement undertakings to Monitor. Those on governance have been discharged.", "Those on"),
]


@pytest.mark.parametrize(("subtype", "text", "words"), REFERENCES)
def test_later_words_take_up_what_was_named(linker: Linker, subtype: str, text: str, words: str) -> None:
    assert (subtype, words) in {(t.subtype, text[t.start:t.end]) for t in read(linker, text)}


@pytest.mark.parametrize("text", [
    "Medway left in August. The chief executive was sorry to go.",
    "The capital programme is on track at Leeds. The programme will end in May.",
    "Barts was put in special measures. The visiting regime at Whipps Cross has changed.",
])
def test_words_that_nothing_came_before_take_up_nothing(linker: Linker, text: str) -> None:
    assert not [t for t in read(linker, text) if ".reference." in t.rule]


@pytest.mark.parametrize(("sentence", "status"), [
    ("Medway NHS Foundation Trust left in March.", "ended"),
    ("Walsall Healthcare came out in May.", "ended"),
    ("Walsall Healthcare has not left.", "current"),
    ("Tameside Hospital's exit may come later.", "current"),
])
def test_leaving_is_an_end_unless_it_is_denied_or_to_come(linker: Linker, sentence: str, status: str) -> None:
    triggers = read(linker, f"Special measures: the state of play in May. {sentence}")
    assert [t.status for t in triggers if ".reference." in t.rule] == [status]


def test_rows_under_a_heading_carry_its_intervention(linker: Linker) -> None:
    text = "Trusts in special measures\n\n• Medway NHS Foundation Trust\n• Walsall Healthcare NHS Trust (until May)\n"
    listed = {subject.code: text[t.start:t.end] for t in read(linker, text) if t.rule == "intervention.listed"
              for subject in t.subjects or ()}
    assert listed == {"RPA": "special measures", "RBK": "until"}


def test_so_and_nor_carry_on_what_was_said(linker: Linker) -> None:
    text = "Walsall is in special measures, as are Medway and Barts Health. Nor is Bolton NHS Foundation Trust. Dorset County Hospital isn't."
    unsaid = {(subject.code, t.status) for t in read(linker, text) if t.rule == "intervention.unsaid" for subject in t.subjects or ()}
    assert unsaid == {("RPA", None), ("R1H", None), ("RMC", "negated"), ("RBD", "negated")}


def test_the_success_regime_is_of_its_areas(linker: Linker) -> None:
    text = "The success regime will cover Essex, north Cumbria, and northern, eastern and western Devon."
    areas = [subject.text for t in read(linker, text, published="2015-06-03") if t.subtype == "success_regime" for subject in t.subjects or ()
             if subject.code is None]
    assert areas == ["Essex", "north Cumbria", "northern, eastern and western Devon"]


@pytest.mark.parametrize(("text", "status"), [
    ("The warning notice of last July, on the cleaning of vehicles at Barts, was lifted in November.", "ended"),
    ("A warning notice, served on Mersey Care in May, has not been lifted.", None),
    ("The section 29A notice at Leeds was closed by CQC at its next visit.", "ended"),
])
def test_a_notice_that_the_sentence_says_is_over_has_ended(linker: Linker, text: str, status: str | None) -> None:
    assert {t.status for t in read(linker, text) if t.subtype == "warning_notice"} == {status}


@pytest.mark.parametrize(("text", "status"), [
    ("An independent review of Barts Health will begin in May.", "planned"),
    ("An independent review of Barts Health is under way.", "current"),
    ("The independent review of Barts Health was published in June.", "ended"),
    ("NHS England commissioned an independent review of Barts Health. It will start in March.", "planned"),
    ("NHS England commissioned an independent review of Barts Health. It reported last week.", "ended"),
])
def test_a_review_is_to_come_under_way_or_over(linker: Linker, text: str, status: str) -> None:
    assert {t.status for t in read(linker, text) if t.subtype == "independent_review"} == {status}


def test_a_demand_is_no_fact_and_its_refusal_is_negated(linker: Linker) -> None:
    demand = "Campaigners are calling for a public inquiry into Essex Partnership."
    assert not read(linker, demand)
    refused = [t for t in read(linker, f"{demand} Ministers have said that they have no plans to hold one.") if t.status]
    assert {(t.subtype, t.status) for t in refused} == {("independent_review", "negated")}


@given(st.text(max_size=400))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(lower(straighten(text))) == len(text)


@given(st.lists(st.sampled_from(
    ["special measures", "Medway", "İstanbul", "the regime", "£2m", "fined", "warning notice", "was", "lifted", ".", "\n", "•", "so is", "Barts",
     "closed", "ward", "undertakings", "— ", "chief executive", "resigned", "🏥", "review", "independent"]), max_size=30).map(" ".join))
def test_triggers_lie_within_the_text_in_one_sentence(text: str) -> None:
    sheet = Sheet(text=text, sentences=lay_out(text))
    for trigger in find_interventions(sheet):
        sentence = sheet.sentence_at(trigger.start)
        assert sentence is not None
        assert 0 <= trigger.start < trigger.end <= len(text)
        assert sentence.start <= trigger.start < sentence.end


def test_every_family_has_its_own_subtypes_and_anchor() -> None:
    assert len({family.name for family in families()}) == len(families()) >= 8
    assert all(family.anchor and family.patterns for family in families())


@pytest.mark.parametrize("unit", ["a ", "1234567890 ", "undertakings ", "breach of its licence ", "unit closed ", "the trust special measures in ",
                                  "£1,000 ", "coroner ", "monitor investigation review independent ", "x", "fined £"])
def test_hostile_repetition_is_read_in_time(unit: str) -> None:
    text = (unit * (100_000 // len(unit)))[:100_000]
    sheet = Sheet(text=text, sentences=lay_out(text))
    assert len(list(find_interventions(sheet))) <= 20_000
