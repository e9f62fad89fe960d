"""Actions of other regulators, of commissioners, auditors and NHS England. All sentences and events here are invented."""

from __future__ import annotations

import pytest

from tests.nlp.conftest import Read

FOUND = [
    ("hse_notice", "The Health and Safety Executive served an improvement notice on Barts Health NHS Trust over sharps."),
    ("hse_notice", "A prohibition notice from the HSE stopped work on the roof at Frimley Health NHS Foundation Trust."),
    ("hse_notice", "Leeds Teaching Hospitals NHS Trust received a notice of contravention from the Health and Safety Executive."),
    ("hse_notice", "HSE is investigating Hull University Teaching Hospitals NHS Trust after the death of a roofer."),
    ("fire_notice", "The fire service issued an enforcement notice to Barts Health NHS Trust about its tower block."),
    ("fire_notice", "Frimley Health NHS Foundation Trust has been given a notice of deficiencies by the fire and rescue service."),
    ("fire_notice", "Fire enforcement notices remain in force at Leeds Teaching Hospitals NHS Trust."),
    ("ico_action", "The Information Commissioner’s Office reprimanded Barts Health NHS Trust for sending letters to the wrong patients."),
    ("ico_action", "Frimley Health NHS Foundation Trust was fined by the ICO."),
    ("ico_action", "Leeds Teaching Hospitals NHS Trust reported the breach to the Information Commissioner."),
    ("hta_finding", "The Human Tissue Authority found critical shortfalls in the mortuary of Barts Health NHS Trust."),
    ("hta_finding", "An HTA inspection of Frimley Health NHS Foundation Trust led to directions about storage."),
    ("hta_finding", "Two reportable incidents were sent by Leeds Teaching Hospitals NHS Trust to the Human Tissue Authority."),
    ("mhra_finding", "The MHRA made a critical finding about the blood laboratory of Barts Health NHS Trust."),
    ("mhra_finding", "Major deficiencies at the pharmacy unit of Frimley Health NHS Foundation Trust were noted by the MHRA."),
    ("mhra_finding", "Leeds Teaching Hospitals NHS Trust was referred after an MHRA inspection to its inspection action group."),
    ("hssib_investigation", "HSSIB is investigating a case at Barts Health NHS Trust."),
    ("hssib_investigation", "The Healthcare Safety Investigation Branch reported on the death of a patient of Frimley Health NHS Foundation Trust."),
    ("hssib_investigation", "Leeds Teaching Hospitals NHS Trust made four referrals to HSIB in the quarter."),
    ("cqc_s64_letter", "The CQC sent Barts Health NHS Trust a section 64 letter asking for its rotas."),
    ("cqc_s64_letter", "Frimley Health NHS Foundation Trust has answered the Section 64 request of the Care Quality Commission."),
    ("cqc_s64_letter", "A S64 information request was received by Leeds Teaching Hospitals NHS Trust from CQC."),
    ("cqc_cancellation", "The CQC has cancelled the registration of a unit run by Barts Health NHS Trust."),
    ("cqc_cancellation", "Frimley Health NHS Foundation Trust has had its registration for the clinic suspended by the Care Quality Commission."),
    ("cqc_cancellation", "Cancellation of the registration of Leeds Teaching Hospitals NHS Trust’s hostel was confirmed, the CQC said."),
    ("contract_notice", "The ICB issued a contract performance notice to Barts Health NHS Trust over ambulance handovers."),
    ("contract_notice", "Commissioners have served Frimley Health NHS Foundation Trust with a performance notice."),
    ("contract_notice", "Leeds Teaching Hospitals NHS Trust remains under an activity query notice."),
    ("contract_notice", "A remedial action plan was agreed by the ICB with Hull University Teaching Hospitals NHS Trust."),
    ("auditor_recommendation", "The auditors made statutory recommendations to Barts Health NHS Trust."),
    ("auditor_recommendation", "External audit has issued Frimley Health NHS Foundation Trust with a recommendation under Schedule 7."),
    ("auditor_recommendation", "Grant Example, the auditor, published a report in the public interest on Leeds Teaching Hospitals NHS Trust."),
    ("auditor_weakness", "The external auditor found a significant weakness in the arrangements of Barts Health NHS Trust for value for money."),
    ("auditor_weakness", "An adverse value for money conclusion was given on Frimley Health NHS Foundation Trust."),
    ("auditor_weakness", "Auditors reported two significant weaknesses at Leeds Teaching Hospitals NHS Trust."),
    ("auditor_s30_referral", "The external auditor has referred Barts Health NHS Trust to the Secretary of State over its breakeven duty."),
    ("auditor_s30_referral", "A section 30 letter was sent by the auditor of Frimley Health NHS Foundation Trust."),
    ("auditor_s30_referral", "Leeds Teaching Hospitals NHS Trust’s auditors wrote to the Secretary of State under section 30."),
    ("tiering_elective", "Barts Health NHS Trust is in Tier 1 for elective care."),
    ("tiering_cancer", "Frimley Health NHS Foundation Trust was moved into tier two for cancer."),
    ("tiering_diagnostics", "Tier 2 (diagnostics): Leeds Teaching Hospitals NHS Trust."),
    ("tiering_uec", "Hull University Teaching Hospitals NHS Trust entered tier 1 for urgent and emergency care."),
    ("deficit_support_withheld", "NHS England withheld deficit support funding from Barts Health NHS Trust."),
    ("deficit_support_withheld", "DSF of £4m was clawed back from Frimley Health NHS Foundation Trust."),
    ("deficit_support_withheld", "The loss of its deficit support funding in quarter three leaves Leeds Teaching Hospitals NHS Trust short."),
    ("escalation_meeting", "Barts Health NHS Trust attended a board-to-board with NHS England about its finances."),
    ("escalation_meeting", "NHS England called Frimley Health NHS Foundation Trust to an escalation meeting in May."),
    ("escalation_meeting", "Leeds Teaching Hospitals NHS Trust is in the performance escalation process of the regional team of NHS England."),
    ("maternity_signal", "The maternity outcomes signal system (MOSS) raised a MOSS critical safety signal at Barts Health NHS Trust."),
    ("maternity_signal", "Frimley Health NHS Foundation Trust has had a MOSS alert, from the Maternity Outcomes Signal System."),
    ("maternity_signal", "A MOSS signal at Leeds Teaching Hospitals NHS Trust came through the Maternity Outcomes Signal System."),
    ("nhs_england_letter", "Barts Health NHS Trust has received a letter from NHS England about its waiting list."),
    ("nhs_england_letter", "NHS England wrote to Frimley Health NHS Foundation Trust in May about ambulance handovers."),
    ("nhs_england_letter", "Leeds Teaching Hospitals NHS Trust has published NHS Improvement’s letter on agency spending."),
    ("capability_assessment", "Barts Health NHS Trust was given a capability rating of amber-red."),
    ("capability_assessment", "NHS England’s provider capability assessment of Frimley Health NHS Foundation Trust was red."),
    ("capability_assessment", "The capability self-assessment of Leeds Teaching Hospitals NHS Trust was submitted."),
    ("capped_expenditure_process", "Barts Health NHS Trust is part of the capped expenditure process."),
    ("buddying", "Barts Health NHS Trust has a buddying arrangement with another trust."),
    ("buddying", "Frimley Health NHS Foundation Trust was buddied up with a neighbour."),
    ("buddying", "Under a buddy agreement Leeds Teaching Hospitals NHS Trust gets help with its governance."),
    ("national_maternity_investigation", "Barts Health NHS Trust is one of those in the national maternity and neonatal investigation."),
    ("national_maternity_investigation", "Baroness Amos’s investigation has been to Frimley Health NHS Foundation Trust."),
    ("national_maternity_investigation", "The national investigation into maternity has named Leeds Teaching Hospitals NHS Trust."),
]
NEAR_MISSES = [
    ("escalation_meeting", "Barts Health NHS Trust held a board-to-board with the council about parking."),
    ("escalation_meeting", "An escalation meeting of ward sisters is held every morning at Barts Health NHS Trust."),
    ("escalation_meeting", "The policy of Barts Health NHS Trust on deterioration says how escalation works."),
    ("maternity_signal", "Moss was cleared from the roof of the maternity unit at Barts Health NHS Trust."),
    ("maternity_signal", "Kate Moss opened a ward at Barts Health NHS Trust."),
    ("maternity_signal", "MOSS, a charity for patients’ relatives, works at Barts Health NHS Trust."),
    ("hse_notice", "NHSE gave notice that Barts Health NHS Trust would be visited."),
    ("hse_notice", "Barts Health NHS Trust gave its tenants a notice to improve."),
    ("fire_notice", "A notice about fire doors hangs on the wall at Barts Health NHS Trust."),
    ("ico_action", "Barts Health NHS Trust appointed a data protection officer."),
    ("mhra_finding", "The MHRA issued an alert about an infusion device that Barts Health NHS Trust uses."),
    ("cqc_cancellation", "The NMC suspended the registration of a nurse at Barts Health NHS Trust, the CQC heard."),
    ("contract_notice", "A contract award notice for catering at Barts Health NHS Trust was published by commissioners."),
    ("contract_notice", "Barts Health NHS Trust signed a contract with the ICB."),
    ("auditor_recommendation", "The auditor’s recommendations to Barts Health NHS Trust were accepted."),
    ("auditor_weakness", "A weakness in the roof of Barts Health NHS Trust was found."),
    ("tiering_elective", "Barts Health NHS Trust runs a tier 2 weight management service before elective surgery."),
    ("tiering_elective", "London went into tier 3 restrictions, and Barts Health NHS Trust cancelled elective surgery."),
    ("tiering_cancer", "Barts Health NHS Trust is in segment 3; cancer waits have grown."),
    ("nhs_england_letter", "NHS England wrote to all trusts, Barts Health NHS Trust among them."),
    ("nhs_england_letter", "NHS England sent Barts Health NHS Trust its allocation."),
    ("deficit_support_withheld", "Deficit support funding of £4m is in the plan of Barts Health NHS Trust."),
    ("capability_assessment", "Barts Health NHS Trust has the capability to treat more patients."),
    ("buddying", "Barts Health NHS Trust has a buddy scheme for new starters."),
]


@pytest.mark.parametrize(("subtype", "sentence"), FOUND, ids=[f"{s}-{t[:40]}" for s, t in FOUND])
def test_a_construction_is_found(read: Read, subtype: str, sentence: str) -> None:
    assert (subtype, "current") in {(one.subtype, one.status) for one in read(sentence, published="2025-11-20") if one.kind == "intervention"}


@pytest.mark.parametrize(("subtype", "sentence"), NEAR_MISSES, ids=[f"{s}-{t[:40]}" for s, t in NEAR_MISSES])
def test_a_near_miss_is_left_alone(read: Read, subtype: str, sentence: str) -> None:
    assert subtype not in {one.subtype for one in read(sentence, published="2025-11-20")}


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Barts Health NHS Trust moved from tier 1 to tier 2 for cancer.", {("tiering_cancer", 1, "ended"), ("tiering_cancer", 2, "current")}),
    ("Barts Health NHS Trust is in tier 1 for elective care and cancer.", {("tiering_elective", 1, "current"), ("tiering_cancer", 1, "current")}),
    ("Barts Health NHS Trust is in tier 1 for elective care and tier 2 for diagnostics.",
     {("tiering_elective", 1, "current"), ("tiering_diagnostics", 2, "current")}),
    ("Barts Health NHS Trust has left tier 1 for elective care.", {("tiering_elective", 1, "ended")}),
    ("Barts Health NHS Trust could be put in tier 1 for elective care.", {("tiering_elective", 1, "planned")}),
    ("Barts Health NHS Trust is not in tier 1 for elective care.", {("tiering_elective", 1, "negated")}),
])
def test_a_tier_has_its_number_and_its_area(read: Read, sentence: str, expected: set[tuple[str, int, str]]) -> None:
    assert {(one.subtype, one.value, one.status) for one in read(sentence, published="2025-11-20")} == expected


@pytest.mark.parametrize(("sentence", "status"), [
    ("The contract performance notice on Barts Health NHS Trust was lifted by the ICB.", "ended"),
    ("The ICB may issue a contract performance notice to Barts Health NHS Trust.", "planned"),
    ("No contract performance notice has been issued to Barts Health NHS Trust by the ICB.", "negated"),
])
def test_the_status_of_a_contract_notice_is_that_of_its_words(read: Read, sentence: str, status: str) -> None:
    assert {one.status for one in read(sentence) if one.subtype == "contract_notice"} == {status}
