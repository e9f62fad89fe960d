"""Interventions told in rarer words, each with an organisation named. All invented: no event here took place."""

from __future__ import annotations

WHEN = {
    "special_measures": "2018-05-01", "financial_special_measures": "2018-05-01", "success_regime": "2016-05-01",
    "provider_improvement_programme": "2026-01-15", "recovery_support_programme": "2023-03-01"}
"""Regimes have their years; whatever else is told may be told in any."""
TOLD: tuple[tuple[str, str], ...] = (
    ("special_measures", "Medway NHS Foundation Trust has had the special-measures tag hung round its neck for three years."),
    ("special_measures", "The special measures imposed on Colchester Hospital University NHS Foundation Trust are history "
     "as of today."),
    ("special_measures", "A berth in special measures awaits Walsall Healthcare NHS Trust if the chief inspector has his way."),
    ("special_measures", "Burton Hospitals NHS Foundation Trust shook off special measures at the second attempt."),
    ("special_measures", "Inadequate and special measures: East Kent Hospitals, week one."),
    ("special_measures", "Wye Valley NHS Trust climbs out of measures."),
    ("special_measures", "SM status: Medway NHS Foundation Trust Y (Feb 2013)."),
    ("special_measures", "Tameside Hospital NHS Foundation Trust, a special measures trust, has hired forty nurses."),
    ("special_measures", "The chief inspector of hospitals wants North Cumbria University Hospitals NHS Trust dealt with "
     "under the special measures regime."),
    ("special_measures", "Special measures (quality) were triggered at Worcestershire Acute Hospitals NHS Trust on 2 December."),
    ("special_measures", "Royal Cornwall Hospitals NHS Trust dodges special measures by a whisker."),
    ("special_measures", "The special measures imposed on Barts Health NHS Trust will outlast the chief executive."),
    ("special_measures", "Basildon and Thurrock University Hospitals NHS Foundation Trust celebrated a year of freedom "
     "from special measures."),
    ("special_measures", "The regulator stopped short of special measures for Kettering General Hospital NHS Foundation Trust."),
    ("financial_special_measures", "FSM status for Croydon Health Services NHS Trust confirmed by NHSI on 21 July."),
    ("financial_special_measures", "North Bristol NHS Trust has been let off the financial special measures hook."),
    ("financial_special_measures", "Financial special measures at King's College Hospital NHS Foundation Trust: month 14."),
    ("financial_special_measures", "Portsmouth Hospitals NHS Trust may be next for financial special measures."),
    ("financial_special_measures", "Barts Health NHS Trust has special measures (finance) on its record since July."),
    ("financial_special_measures", "St George's University Hospitals NHS Foundation Trust found itself in special "
     "measures because its finances had collapsed."),
    ("financial_special_measures", "Financial special measures came to an end for Norfolk and Norwich University "
     "Hospitals NHS Foundation Trust in February."),
    ("financial_special_measures", "NHS Improvement held back from putting Lewisham and Greenwich NHS Trust into "
     "financial special measures."),
    ("financial_special_measures", "United Lincolnshire Hospitals NHS Trust: FSM (since Sept 2017)."),
    ("financial_special_measures", "East Kent Hospitals University NHS Foundation Trust was the eighth trust placed in "
     "the financial special measures programme."),
    ("financial_special_measures", "The trust's finances have earned Brighton and Sussex University Hospitals NHS Trust a "
     "place in the financial regime of special measures."),
    ("financial_special_measures", "Finance special measures continue at Maidstone and Tunbridge Wells NHS Trust."),
    ("financial_special_measures", "Gloucestershire Hospitals NHS Foundation Trust exits FSM."),
    ("financial_special_measures", "Special measures for its money troubles were slapped on University Hospitals of North "
     "Midlands NHS Trust."),
    ("financial_special_measures", "Leeds Teaching Hospitals NHS Trust has been told to prepare for financial special measures."),
    ("recovery_support_programme", "Norfolk and Suffolk NHS Foundation Trust remains a recovery support trust."),
    ("recovery_support_programme", "The national recovery team has been assigned to Barking, Havering and Redbridge "
     "University Hospitals NHS Trust as part of the Recovery Support Programme."),
    ("recovery_support_programme", "Isle of Wight NHS Trust has been stepped down from recovery support."),
    ("recovery_support_programme", "Stockport NHS Foundation Trust is being lined up for the RSP."),
    ("recovery_support_programme", "United Lincolnshire Hospitals NHS Trust will not be joining the RSP."),
    ("recovery_support_programme", "RSP exit approved for Queen Elizabeth Hospital King's Lynn NHS Foundation Trust."),
    ("recovery_support_programme", "SOF 4 / RSP: Shrewsbury and Telford Hospital NHS Trust."),
    ("recovery_support_programme", "Nottingham University Hospitals NHS Trust receives the highest level of mandated "
     "intensive support from NHS England."),
    ("recovery_support_programme", "Blackpool Teaching Hospitals NHS Foundation Trust is getting intensive help under the "
     "national recovery scheme."),
    ("recovery_support_programme", "East Kent Hospitals University NHS Foundation Trust has been accepted on to the "
     "recovery support programme."),
    ("recovery_support_programme", "Medway NHS Foundation Trust's time in the Recovery Support Programme is up."),
    ("recovery_support_programme", "Segment 4 (mandated intensive support) – Countess of Chester Hospital NHS Foundation Trust."),
    ("recovery_support_programme", "South Central Ambulance Service NHS Foundation Trust entered RSP in January."),
    ("recovery_support_programme", "NHS Devon Integrated Care Board is subject to the recovery programme run by NHS England."),
    ("recovery_support_programme", "Royal Cornwall Hospitals NHS Trust has a dedicated RSP improvement director and a "
     "system improvement plan."),
    ("provider_improvement_programme", "Mid and South Essex NHS Foundation Trust has been entered into the Provider "
     "Improvement Programme."),
    ("provider_improvement_programme", "The PIP beckons for Medway NHS Foundation Trust."),
    ("provider_improvement_programme", "University Hospitals Sussex NHS Foundation Trust graduated from the Provider "
     "Improvement Programme last week."),
    ("provider_improvement_programme", "Five trusts, among them Nottingham University Hospitals NHS Trust, form the first "
     "cohort of the national provider improvement programme."),
    ("provider_improvement_programme", "NOF 5 (PIP): Queen Elizabeth Hospital King's Lynn NHS Foundation Trust."),
    ("provider_improvement_programme", "East Lancashire Hospitals NHS Trust is not one of those chosen for the Provider "
     "Improvement Programme."),
    ("provider_improvement_programme", "Blackpool Teaching Hospitals NHS Foundation Trust sits in segment 5 and so "
     "receives support from the Provider Improvement Programme."),
    ("provider_improvement_programme", "NHS England is minded to refer Shrewsbury and Telford Hospital NHS Trust to its "
     "Provider Improvement Programme."),
    ("provider_improvement_programme", "Hull University Teaching Hospitals NHS Trust has had its first PIP review meeting."),
    ("provider_improvement_programme", "NHS England's improvement programme for the worst-run providers now counts East "
     "Kent Hospitals University NHS Foundation Trust as a member."),
    ("provider_improvement_programme", "The Provider Improvement Programme team spent its first day at Tameside and "
     "Glossop Integrated Care NHS Foundation Trust."),
    ("provider_improvement_programme", "Entry to the Provider Improvement Programme was not thought right for Wirral "
     "University Teaching Hospital NHS Foundation Trust."),
    ("provider_improvement_programme", "Norfolk and Suffolk NHS Foundation Trust is among the trusts receiving PIP support."),
    ("provider_improvement_programme", "The Provider Improvement Programme has released Countess of Chester Hospital NHS "
     "Foundation Trust."),
    ("provider_improvement_programme", "Intensive oversight of Barking, Havering and Redbridge University Hospitals NHS "
     "Trust is through the PIP."),
    ("mandated_support", "Wirral University Teaching Hospital NHS Foundation Trust has been mandated to receive support "
     "from the regional team."),
    ("mandated_support", "Mandated support needs at Dudley Group NHS Foundation Trust were agreed with the region in May."),
    ("mandated_support", "Mandated support for Kettering General Hospital NHS Foundation Trust was stood down."),
    ("mandated_support", "Segment 3, mandated support: Stockport NHS Foundation Trust."),
    ("mandated_support", "Bolton NHS Foundation Trust is a category 3 trust receiving mandated support."),
    ("mandated_support", "NHS England's regional team is providing Oxford University Hospitals NHS Foundation Trust with "
     "support that it must accept."),
    ("mandated_support", "Mandatory support has been put in place at Southport and Ormskirk Hospital NHS Trust."),
    ("mandated_support", "Royal Devon University Healthcare NHS Foundation Trust has no mandated support."),
    ("mandated_support", "East Cheshire NHS Trust must take the support offered: it has been mandated."),
    ("mandated_support", "The mandated support package for Northern Lincolnshire and Goole NHS Foundation Trust covers "
     "finance and cancer."),
    ("mandated_support", "NHS Cornwall and Isles of Scilly Integrated Care Board is receiving enhanced mandated support."),
    ("mandated_support", "Leeds Teaching Hospitals NHS Trust: mandated support (finance, maternity)."),
    ("mandated_support", "The Princess Alexandra Hospital NHS Trust is under regionally mandated support."),
    ("enforcement_undertakings", "Blackpool Teaching Hospitals NHS Foundation Trust has put its name to a set of "
     "undertakings on cancer."),
    ("enforcement_undertakings", "NHS England has wiped the slate clean for Wirral University Teaching Hospital NHS "
     "Foundation Trust by withdrawing all its undertakings."),
    ("enforcement_undertakings", "Bolton NHS Foundation Trust has promised Monitor in a legally binding document to fix "
     "its waiting times."),
    ("enforcement_undertakings", "s106 HSCA undertakings: Kettering General Hospital NHS Foundation Trust (A&E, governance)."),
    ("enforcement_undertakings", "NHS England wants Leeds Teaching Hospitals NHS Trust to sign undertakings on maternity."),
    ("enforcement_undertakings", "The undertakings of 2018 lapsed at Stockport NHS Foundation Trust once the certificate "
     "was issued."),
    ("enforcement_undertakings", "Agreed undertakings are in place between NHS England and Royal Free London NHS "
     "Foundation Trust."),
    ("enforcement_undertakings", "University Hospitals of Leicester NHS Trust is bound by undertakings under section 106."),
    ("enforcement_undertakings", "The regulator extracted undertakings from Southend University Hospital NHS Foundation Trust."),
    ("enforcement_undertakings", "NHS Birmingham and Solihull Integrated Care Board is operating under voluntary "
     "enforcement undertakings."),
    ("enforcement_undertakings", "Undertakings were considered but not sought from Royal Berkshire NHS Foundation Trust."),
    ("enforcement_undertakings", "Monitor has made Heart of England NHS Foundation Trust give it a binding pledge on A&E waits."),
    ("enforcement_undertakings", "Cambridge University Hospitals NHS Foundation Trust was issued with a certificate of "
     "compliance in respect of its undertakings."),
    ("enforcement_undertakings", "Milton Keynes Hospital NHS Foundation Trust is still working to deliver its undertakings."),
    ("licence_breach", "Monitor says Bolton NHS Foundation Trust has broken the terms of its licence."),
    ("licence_breach", "Monitor is considering whether Kettering General Hospital NHS Foundation Trust is in breach of "
     "its provider licence."),
    ("licence_breach", "Monitor has put Frimley Health NHS Foundation Trust under formal investigation over its A&E performance."),
    ("licence_breach", "Monitor has ended its inquiry into the finances of Royal Berkshire NHS Foundation Trust."),
    ("licence_breach", "Southend University Hospital NHS Foundation Trust failed to comply with its conditions of "
     "licence, NHS Improvement found."),
    ("licence_breach", "The sector regulator is probing University Hospitals Bristol NHS Foundation Trust."),
    ("licence_breach", "Monitor did not find Heatherwood and Wexham Park Hospitals NHS Foundation Trust in breach of its licence."),
    ("licence_breach", "Royal Berkshire NHS Foundation Trust is suspected of having breached its licence conditions on "
     "governance."),
    ("licence_breach", "Tavistock and Portman NHS Foundation Trust: licence investigation opened 4 March."),
    ("licence_breach", "A breach of licence was declared at Poole Hospital NHS Foundation Trust."),
    ("licence_breach", "Monitor is to look into how Chesterfield Royal Hospital NHS Foundation Trust ran up its deficit."),
    ("licence_breach", "NHS England has launched a formal regulatory investigation into governance at Countess of Chester "
     "Hospital NHS Foundation Trust."),
    ("licence_breach", "Monitor placed Peterborough and Stamford Hospitals NHS Foundation Trust in significant breach of "
     "its terms of authorisation."),
    ("licence_breach", "Non-compliance with the provider licence: Medway NHS Foundation Trust, condition FT4."),
    ("licence_breach", "Burton Hospitals NHS Foundation Trust was told it was violating its licence."),
    ("licence_condition", "Monitor has tacked an extra requirement on to the licence of Medway NHS Foundation Trust."),
    ("licence_condition", "An additional licence condition (s.111) applies to Southern Health NHS Foundation Trust."),
    ("licence_condition", "The additional governance condition has been struck from Colchester Hospital University NHS "
     "Foundation Trust's licence."),
    ("licence_condition", "NHS England has varied the licence of Shrewsbury and Telford Hospital NHS Trust to add a "
     "condition on leadership."),
    ("licence_condition", "Monitor gave notice of its intention to impose an additional condition on Heart of England NHS "
     "Foundation Trust."),
    ("licence_condition", "Burton Hospitals NHS Foundation Trust has an extra licence condition requiring it to have a "
     "capable board."),
    ("licence_condition", "The licence held by Tavistock and Portman NHS Foundation Trust now carries a special condition."),
    ("licence_condition", "No further condition has been placed in the licence of Bolton NHS Foundation Trust."),
    ("licence_condition", "Monitor removed the discretionary condition on Basildon and Thurrock University Hospitals NHS "
     "Foundation Trust."),
    ("licence_condition", "University Hospitals of Morecambe Bay NHS Foundation Trust: s111 condition live."),
    ("licence_condition", "A section 111 notice was given to Sherwood Forest Hospitals NHS Foundation Trust."),
    ("licence_condition", "The regulator toughened Peterborough and Stamford Hospitals NHS Foundation Trust's licence "
     "with a condition about its board."),
    ("licence_condition", "Licence conditions were imposed on Royal Cornwall Hospitals NHS Trust."),
    ("licence_condition", "Monitor used its powers to write a governance requirement into Southend University Hospital "
     "NHS Foundation Trust's licence."),
    ("licence_condition", "NHS England's condition on the licence of East Kent Hospitals University NHS Foundation Trust "
     "concerns maternity governance."),
    ("special_administration", "Mid Staffordshire NHS Foundation Trust is being run by special administrators."),
    ("special_administration", "South London Healthcare NHS Trust has been placed under the regime for unsustainable NHS "
     "providers."),
    ("special_administration", "Monitor has begun contingency planning for the special administration of Peterborough and "
     "Stamford Hospitals NHS Foundation Trust."),
    ("special_administration", "The health secretary will not be appointing an administrator to Barking, Havering and "
     "Redbridge University Hospitals NHS Trust."),
    ("special_administration", "The TSAs at Mid Staffordshire NHS Foundation Trust have published their draft report."),
    ("special_administration", "The administrators could be called in at Walsall Healthcare NHS Trust."),
    ("special_administration", "South London Healthcare NHS Trust became the first to be taken over by a trust special "
     "administrator."),
    ("special_administration", "The administrators handed over Mid Staffordshire NHS Foundation Trust to its successors and left."),
    ("special_administration", "The trust special administrator's team at South London Healthcare NHS Trust cost £5m."),
    ("special_administration", "Mid Staffordshire NHS Foundation Trust went into administration in April."),
    ("special_administration", "Accountants from Ernst & Young were appointed to run Mid Staffordshire NHS Foundation "
     "Trust as joint special administrators."),
    ("special_administration", "Ministers have not excluded putting Norfolk and Suffolk NHS Foundation Trust in the hands "
     "of an administrator."),
    ("special_administration", "South London Healthcare NHS Trust was declared bust and an administrator took the chair."),
    ("special_administration", "A TSA was appointed to South London Healthcare NHS Trust in July 2012."),
    ("improvement_director", "Monitor parachuted an improvement director into Medway NHS Foundation Trust."),
    ("improvement_director", "Basildon and Thurrock University Hospitals NHS Foundation Trust has been sent a turnaround "
     "expert by Monitor."),
    ("improvement_director", "NHS England will second an improvement director to Torbay and South Devon NHS Foundation Trust."),
    ("improvement_director", "The improvement director has now left Stockport NHS Foundation Trust."),
    ("improvement_director", "NHSI-appointed improvement director, Croydon Health Services NHS Trust: in post."),
    ("improvement_director", "NHS England's intensive support team lead is acting as improvement director for Isle of "
     "Wight NHS Trust."),
    ("improvement_director", "Monitor decided that Aintree University Hospital NHS Foundation Trust did not need an "
     "improvement director."),
    ("improvement_director", "A board adviser chosen by NHS Improvement sits alongside the chair of Kettering General "
     "Hospital NHS Foundation Trust."),
    ("improvement_director", "The system improvement director for NHS Devon Integrated Care Board was named by the region."),
    ("improvement_director", "Heart of England NHS Foundation Trust must work with an improvement director of Monitor's choosing."),
    ("improvement_director", "A financial improvement director was foisted on St George's University Hospitals NHS "
     "Foundation Trust."),
    ("improvement_director", "Walsall Healthcare NHS Trust welcomed ID Jane Example, nominated by NHS Improvement as its "
     "improvement director."),
    ("improvement_director", "University Hospitals of Leicester NHS Trust has a finance improvement director imposed by "
     "the regulator."),
    ("improvement_director", "NHS England has embedded a troubleshooter at Nottingham University Hospitals NHS Trust."),
    ("improvement_director", "Monitor has sent a hit squad led by a former chief executive to Colchester Hospital "
     "University NHS Foundation Trust."),
    ("success_regime", "North Cumbria University Hospitals NHS Trust is part of the Success Regime."),
    ("success_regime", "The Success Regime in Devon has run its course at Northern Devon Healthcare NHS Trust."),
    ("success_regime", "Basildon and Thurrock University Hospitals NHS Foundation Trust falls within the Essex success regime."),
    ("success_regime", "The Mid and South Essex Success Regime covers Southend University Hospital NHS Foundation Trust."),
    ("success_regime", "NHS England chose Royal Devon and Exeter NHS Foundation Trust's patch for its success regime."),
    ("turnaround", "Formal turnaround has been imposed on Kettering General Hospital NHS Foundation Trust by NHS England."),
    ("turnaround", "NHS Improvement has declared Weston Area Health NHS Trust a turnaround trust."),
    ("turnaround", "NHS London took Barking, Havering and Redbridge University Hospitals NHS Trust out of turnaround."),
    ("turnaround", "NHS England put NHS Devon Integrated Care Board into turnaround in June."),
    ("turnaround", "A turnaround plan has been required of Royal Berkshire NHS Foundation Trust by Monitor."),
    ("turnaround", "Monitor may order a turnaround at Peterborough and Stamford Hospitals NHS Foundation Trust."),
    ("turnaround", "University Hospitals of Leicester NHS Trust is in regulator-led turnaround."),
    ("turnaround", "Monitor has installed a turnaround team at Tameside Hospital NHS Foundation Trust."),
    ("turnaround", "The turnaround of North Bristol NHS Trust, ordered by NHS Improvement, is in its second year."),
    ("turnaround", "East and North Hertfordshire NHS Trust: in turnaround (region)."),
    ("warning_notice", "Inspectors slapped a warning notice on Wexham Park's owner, Heatherwood and Wexham Park Hospitals "
     "NHS Foundation Trust."),
    ("warning_notice", "The s.29A notice at Dudley Group NHS Foundation Trust has been discharged by CQC."),
    ("warning_notice", "CQC has put University Hospitals Sussex NHS Foundation Trust on notice that it must make "
     "significant improvements in surgery by May."),
    ("warning_notice", "CQC has given Barts Health NHS Trust ten days to comment before it serves a warning notice."),
    ("warning_notice", "No s29A was issued to Whittington Health NHS Trust."),
    ("warning_notice", "The health watchdog issued an official warning to Milton Keynes Hospital NHS Foundation Trust "
     "about staffing."),
    ("warning_notice", "CQC served Section 29A of the Health and Social Care Act on Devon Partnership NHS Trust."),
    ("warning_notice", "WN received by Sheffield Children's NHS Foundation Trust on 4 June (CQC)."),
    ("warning_notice", "Nottinghamshire Healthcare NHS Foundation Trust is subject to enforcement by CQC in the form of a "
     "notice requiring significant improvement."),
    ("warning_notice", "Royal Cornwall Hospitals NHS Trust has until 31 March to comply with the CQC's notice."),
    ("warning_notice", "Warning letter: CQC to East Midlands Ambulance Service NHS Trust over response times."),
    ("warning_notice", "CQC formally warned Bedford Hospital NHS Trust that its paediatrics must improve."),
    ("warning_notice", "CQC re-inspected and found that Oxleas NHS Foundation Trust had satisfied its warning notice."),
    ("warning_notice", "Two notices under Section 29A were handed to Isle of Wight NHS Trust by inspectors."),
    ("urgent_conditions", "S31 imposed on Dudley Group NHS Foundation Trust A&E."),
    ("urgent_conditions", "CQC used its emergency powers against Croydon Health Services NHS Trust, requiring weekly returns."),
    ("urgent_conditions", "CQC has agreed to lift the remaining s31 condition on Essex Partnership University NHS "
     "Foundation Trust."),
    ("urgent_conditions", "The CQC told Nottingham University Hospitals NHS Trust it must report on maternity triage "
     "every week as a condition of its registration."),
    ("urgent_conditions", "CQC intends to place conditions on Cygnet's neighbour, Oxford Health NHS Foundation Trust."),
    ("urgent_conditions", "CQC decided against imposing section 31 conditions on Medway NHS Foundation Trust."),
    ("urgent_conditions", "The registration of Norfolk and Suffolk NHS Foundation Trust is now subject to three conditions."),
    ("urgent_conditions", "CQC has taken the shackles off East Kent Hospitals University NHS Foundation Trust: conditions "
     "imposed after a baby's death have gone."),
    ("urgent_conditions", "CQC issued an urgent notice of decision to Worcestershire Acute Hospitals NHS Trust about "
     "corridor care."),
    ("urgent_conditions", "Conditions of registration (s31): United Lincolnshire Hospitals NHS Trust, Pilgrim ED, 4 open."),
    ("urgent_conditions", "CQC imposed restrictions on new admissions to wards run by West London NHS Trust."),
    ("urgent_conditions", "Queen Elizabeth Hospital King's Lynn NHS Foundation Trust applied to have its section 31 "
     "conditions lifted."),
    ("requirement_notice", "CQC gave Whittington Health NHS Trust two requirement notices."),
    ("requirement_notice", "Airedale NHS Foundation Trust has been told by the CQC that it is failing to meet regulation "
     "12 and must send an action plan."),
    ("requirement_notice", "Requirement notices: Oxleas NHS Foundation Trust, Reg 17."),
    ("requirement_notice", "Requirement notices at Solent NHS Trust have all been closed."),
    ("requirement_notice", "Dorset HealthCare University NHS Foundation Trust must submit a report to CQC on how it will "
     "meet regulation 18."),
    ("requirement_notice", "CQC issued compliance actions to Milton Keynes Hospital NHS Foundation Trust after its visit."),
    ("requirement_notice", "CQC raised no requirement notice against Royal Surrey NHS Foundation Trust."),
    ("requirement_notice", "Berkshire Healthcare NHS Foundation Trust received an RN under Regulation 13 from CQC."),
    ("requirement_notice", "CQC's report lists nine must-dos for Homerton Healthcare NHS Foundation Trust."),
    ("requirement_notice", "CQC found Lewisham and Greenwich NHS Trust in breach of two regulations."),
    ("requirement_notice", "Regulatory notices served on Mersey Care NHS Foundation Trust by CQC require it to improve records."),
    ("requirement_notice", "East London NHS Foundation Trust was found non-compliant with Regulation 9 by CQC."),
    ("requirement_notice", "Inspectors issued improvement requirements under regulation 15 to Barnsley Hospital NHS "
     "Foundation Trust."),
    ("requirement_notice", "Sussex Community NHS Foundation Trust is in breach of Regulation 12, CQC says."),
    ("requirement_notice", "CQC has set legal requirements that Bolton NHS Foundation Trust has to meet."),
    ("prosecution", "Southern Health NHS Foundation Trust was ordered to hand over £2m for safety failings."),
    ("prosecution", "Maidstone and Tunbridge Wells NHS Trust stood in the dock over a mother's death."),
    ("prosecution", "CQC has begun a criminal investigation into Nottingham University Hospitals NHS Trust which could "
     "lead to court."),
    ("prosecution", "CQC will take no criminal action against East Kent Hospitals University NHS Foundation Trust."),
    ("prosecution", "East Kent Hospitals University NHS Foundation Trust has a criminal record after magistrates convicted it."),
    ("prosecution", "Sheffield Teaching Hospitals NHS Foundation Trust was given a fixed penalty of £4,000 by CQC."),
    ("prosecution", "CQC v University Hospitals Plymouth NHS Trust: guilty plea, sentence £13,000 fine."),
    ("prosecution", "Dudley Group NHS Foundation Trust must find £2.5m after a judge punished it for two deaths."),
    ("prosecution", "Essex Partnership University NHS Foundation Trust will be sentenced next month for ligature "
     "failings, in a case brought by HSE."),
    ("prosecution", "HSE prosecution: Mid Staffordshire NHS Foundation Trust pleads guilty over insulin death."),
    ("prosecution", "The court imposed a penalty of £800,000 on Nottingham University Hospitals NHS Trust."),
    ("prosecution", "The case against Maidstone and Tunbridge Wells NHS Trust collapsed when the judge ruled there was no "
     "case to answer."),
    ("prosecution", "Tees, Esk and Wear Valleys NHS Foundation Trust is due before magistrates in Middlesbrough charged "
     "with exposing patients to harm."),
    ("prosecution", "United Lincolnshire Hospitals NHS Trust paid the price, £100,000, for a hoist death after the HSE "
     "took it to court."),
    ("independent_review", "NHS England has called in Dame Jane Example to examine maternity deaths at Leeds Teaching "
     "Hospitals NHS Trust."),
    ("independent_review", "A KC has been engaged to look into the culture at University Hospitals Birmingham NHS "
     "Foundation Trust."),
    ("independent_review", "The external review into spinal surgery at Salford Royal NHS Foundation Trust was published "
     "on Tuesday."),
    ("independent_review", "The Royal College of Surgeons has been asked to carry out an invited review at Brighton and "
     "Sussex University Hospitals NHS Trust."),
    ("independent_review", "Hempsons are conducting an independent probe into bullying at West Suffolk NHS Foundation Trust."),
    ("independent_review", "Families met the panel investigating deaths at Essex Partnership University NHS Foundation Trust."),
    ("independent_review", "The health secretary has refused a statutory inquiry into Tees, Esk and Wear Valleys NHS "
     "Foundation Trust."),
    ("independent_review", "The maternity inquiry at Nottingham University Hospitals NHS Trust has been widened to 1,700 "
     "families."),
    ("independent_review", "A peer review by outside experts of paediatrics at Royal Berkshire NHS Foundation Trust is under way."),
    ("independent_review", "The Good Governance Institute is reviewing the board of Croydon Health Services NHS Trust."),
    ("independent_review", "RCOG review, University Hospitals of Morecambe Bay NHS Foundation Trust: fieldwork complete, "
     "report awaited."),
    ("independent_review", "A patient safety look-back by independent clinicians covers 2,000 patients of University "
     "Hospitals of Derby and Burton NHS Foundation Trust."),
    ("independent_review", "A non-statutory independent inquiry into Essex Partnership University NHS Foundation Trust "
     "has been given statutory powers."),
    ("independent_review", "Deloitte has reported on governance at Liverpool Community Health NHS Trust."),
    ("leadership_change", "The chief executive of Wye Valley NHS Trust has walked out days after the inspectors' verdict."),
    ("leadership_change", "Monitor has removed the chair of Basildon and Thurrock University Hospitals NHS Foundation Trust."),
    ("leadership_change", "Colchester Hospital University NHS Foundation Trust's chairman fell on his sword over the "
     "cancer scandal."),
    ("leadership_change", "The top two at Liverpool Community Health NHS Trust have gone in the wake of a damning report."),
    ("leadership_change", "East Kent Hospitals University NHS Foundation Trust has parted company with its chief "
     "executive amid criticism of its maternity units."),
    ("leadership_change", "NHS England has parachuted a new chief executive into Nottingham University Hospitals NHS "
     "Trust after the resignation of the old."),
    ("leadership_change", "Pressure is growing on the chair of University Hospitals Birmingham NHS Foundation Trust to "
     "stand aside after the bullying report."),
    ("leadership_change", "The finance director at St George's University Hospitals NHS Foundation Trust was escorted "
     "from the building after the deficit came to light."),
    ("leadership_change", "Chair and CEO both out at Norfolk and Suffolk NHS Foundation Trust after CQC verdict."),
    ("leadership_change", "The chair of Shrewsbury and Telford Hospital NHS Trust has refused to quit over the Ockenden report."),
    ("leadership_change", "The medical director of West Suffolk NHS Foundation Trust lost his job over the whistleblowing affair."),
    ("leadership_change", "Heads rolled at Mid Essex Hospital Services NHS Trust: the chief executive and two directors "
     "went after the CQC's inadequate rating."),
    ("leadership_change", "An interim CEO has replaced the chief executive of Kettering General Hospital NHS Foundation "
     "Trust following the governance breach."),
    ("leadership_change", "Monitor wants new blood at Medway NHS Foundation Trust and has named its own chair."),
    ("maternity_support", "Sandwell and West Birmingham Hospitals NHS Trust is one of the trusts on the Maternity Safety "
     "Support Programme."),
    ("maternity_support", "Leeds Teaching Hospitals NHS Trust graduated from MSSP in April."),
    ("maternity_support", "Royal United Hospitals Bath NHS Foundation Trust has been told its maternity unit will join "
     "the safety support programme."),
    ("maternity_support", "A maternity improvement adviser from NHS England spends two days a week at Northampton General "
     "Hospital NHS Trust."),
    ("maternity_support", "East Kent Hospitals University NHS Foundation Trust gets intensive maternity support from NHS England."),
    ("maternity_support", "Bolton NHS Foundation Trust's maternity service is not on the national support programme."),
    ("maternity_support", "MSSP status: Worcestershire Acute Hospitals NHS Trust, improvement phase."),
    ("maternity_support", "NHS England has sent maternity improvement advisors into Gloucestershire Hospitals NHS "
     "Foundation Trust."),
    ("maternity_support", "The national maternity improvement team is supporting Queen Elizabeth Hospital King's Lynn NHS "
     "Foundation Trust under the MSSP."),
    ("maternity_support", "Barking, Havering and Redbridge University Hospitals NHS Trust entered the perinatal safety "
     "support programme."),
    ("maternity_support", "Lewisham and Greenwich NHS Trust has stepped off the maternity support programme."),
    ("maternity_support", "Midwives from NHS England's support programme have been at Medway NHS Foundation Trust since May."),
    ("prevention_of_future_deaths", "The coroner has issued a PFD to Betsi's neighbour, Countess of Chester Hospital NHS "
     "Foundation Trust."),
    ("prevention_of_future_deaths", "A coroner has raised formal concerns with Greater Manchester Mental Health NHS "
     "Foundation Trust after a woman's suicide."),
    ("prevention_of_future_deaths", "Reg 28 received: Lancashire Teaching Hospitals NHS Foundation Trust, sepsis."),
    ("prevention_of_future_deaths", "The coroner said he would be writing to Cornwall Partnership NHS Foundation Trust "
     "under regulation 28."),
    ("prevention_of_future_deaths", "The coroner decided against a prevention of future deaths report to Somerset NHS "
     "Foundation Trust."),
    ("prevention_of_future_deaths", "In my opinion action should be taken to prevent future deaths and I believe that "
     "Barts Health NHS Trust has the power to take such action."),
    ("prevention_of_future_deaths", "Kent and Medway NHS and Social Care Partnership Trust must respond to the coroner by 12 May."),
    ("prevention_of_future_deaths", "A Rule 43 letter was sent to Leeds Teaching Hospitals NHS Trust by the coroner."),
    ("prevention_of_future_deaths", "Coroner warns Mersey Care NHS Foundation Trust that more patients may die unless "
     "checks improve."),
    ("prevention_of_future_deaths", "PFDR: University Hospitals of Leicester NHS Trust (anticoagulation)."),
    ("prevention_of_future_deaths", "The coroner's paragraph 7 report to Avon and Wiltshire Mental Health Partnership NHS "
     "Trust asks for action on ligatures."),
    ("prevention_of_future_deaths", "The area coroner has called on Northern Lincolnshire and Goole NHS Foundation Trust "
     "to act to stop further deaths."),
    ("prevention_of_future_deaths", "Sherwood Forest Hospitals NHS Foundation Trust was served with a prevention of "
     "further deaths notice."),
    ("prevention_of_future_deaths", "A preventing future deaths report highlighted failings at Surrey and Borders "
     "Partnership NHS Foundation Trust."),
    ("service_suspension", "Grantham A&E, run by United Lincolnshire Hospitals NHS Trust, has been shut overnight for "
     "lack of doctors."),
    ("service_suspension", "University Hospitals Sussex NHS Foundation Trust has stood down its upper GI surgery pending "
     "a safety review."),
    ("service_suspension", "Chorley's A&E, part of Lancashire Teaching Hospitals NHS Foundation Trust, is taking patients "
     "again after nine months shut."),
    ("service_suspension", "Stafford's paediatric ward, run by University Hospitals of North Midlands NHS Trust, may have "
     "to shut for want of consultants."),
    ("service_suspension", "The maternity unit at Northern Devon Healthcare NHS Trust will not close, despite the "
     "shortage of midwives."),
    ("service_suspension", "Leeds Teaching Hospitals NHS Trust halted children's heart operations after safety concerns."),
    ("service_suspension", "No new admissions to the Edenfield unit, Greater Manchester Mental Health NHS Foundation "
     "Trust, on safety grounds."),
    ("service_suspension", "Salford Royal NHS Foundation Trust pulled the plug on its dermatology clinics for lack of "
     "consultants."),
    ("service_suspension", "South Tees Hospitals NHS Foundation Trust switched off its home birth service because of "
     "staff sickness."),
    ("service_suspension", "Elective surgery at King George Hospital, part of Barking, Havering and Redbridge University "
     "Hospitals NHS Trust, is on hold after two deaths."),
    ("service_suspension", "Bank Hall ward was emptied of patients by Lancashire and South Cumbria NHS Foundation Trust "
     "after inspectors called it unsafe."),
    ("service_suspension", "Temporary closure of paediatric inpatients at Southport and Ormskirk Hospital NHS Trust "
     "continues (staffing)."),
    ("service_suspension", "The obstetric unit of East Sussex Healthcare NHS Trust was downgraded overnight for safety reasons."),
    ("service_suspension", "Births can no longer take place at the Horton, Oxford University Hospitals NHS Foundation "
     "Trust has said, as it has too few doctors."),
    ("deep_dive_review", "NHS England has ordered a root-and-branch review of how University Hospitals Birmingham NHS "
     "Foundation Trust is governed."),
    ("deep_dive_review", "Monitor commissioned a governance review of Kettering General Hospital NHS Foundation Trust from KPMG."),
    ("deep_dive_review", "NHS England will send a team to test the capability of Royal Cornwall Hospitals NHS Trust's board."),
    ("deep_dive_review", "The NHSE-commissioned well-led review of Countess of Chester Hospital NHS Foundation Trust has "
     "reported."),
    ("deep_dive_review", "NHS Improvement told Isle of Wight NHS Trust to commission an external well-led review."),
    ("deep_dive_review", "Capability review (NHSE): Shrewsbury and Telford Hospital NHS Trust, in progress."),
    ("deep_dive_review", "NHS England has not asked for a governance review at Torbay and South Devon NHS Foundation Trust."),
    ("deep_dive_review", "The TDA required Barking, Havering and Redbridge University Hospitals NHS Trust to undergo a "
     "board capability assessment."),
    ("deep_dive_review", "An independent review of leadership at Oxford University Hospitals NHS Foundation Trust has "
     "been directed by NHS England."),
    ("deep_dive_review", "NHS England's regional director has asked for a rapid governance review at Medway NHS Foundation Trust."),
    ("deep_dive_review", "Under the oversight framework, NHS England is carrying out a provider capability assessment of "
     "East Lancashire Hospitals NHS Trust."),
    ("deep_dive_review", "A board governance review was imposed on Heart of England NHS Foundation Trust by Monitor."),
    ("deep_dive_review", "Monitor required Milton Keynes Hospital NHS Foundation Trust to have an independent governance review."),
    ("deep_dive_review", "NHS England has sent in consultants to diagnose the finances and grip of NHS Devon Integrated "
     "Care Board."),
    ("special_measures", "Northern Lincolnshire and Goole NHS Foundation Trust: special measures, Jul 2013 to Apr 2015."),
    ("special_measures", "Staff at Hinchingbrooke Health Care NHS Trust learned on the radio that they were a special "
     "measures hospital."),
    ("special_measures", "The axe of special measures hangs over Stockport NHS Foundation Trust."),
    ("special_measures", "Royal Wolverhampton NHS Trust has never known special measures."),
    ("special_measures", "The Isle of Wight NHS Trust's special measures status was confirmed at the March board."),
    ("financial_special_measures", "Norfolk and Norwich University Hospitals NHS Foundation Trust, already in FSM, has "
     "missed month 3."),
    ("financial_special_measures", "NHSI has let Barking, Havering and Redbridge University Hospitals NHS Trust out of "
     "financial special measures."),
    ("financial_special_measures", "The deficit put University Hospitals of North Midlands NHS Trust in the financial "
     "version of special measures."),
    ("financial_special_measures", "Financial special measures: King's College Hospital NHS Foundation Trust / St George's."),
    ("financial_special_measures", "Warned of FSM: Lancashire Teaching Hospitals NHS Foundation Trust."),
    ("recovery_support_programme", "RSP since 2021: Norfolk and Suffolk NHS Foundation Trust."),
    ("recovery_support_programme", "East Kent Hospitals University NHS Foundation Trust is out of the RSP at last."),
    ("recovery_support_programme", "Nottingham University Hospitals NHS Trust answers to the national recovery support team."),
    ("recovery_support_programme", "Barnsley Hospital NHS Foundation Trust fears being swept into the recovery support programme."),
    ("recovery_support_programme", "NHS Lancashire and South Cumbria Integrated Care Board has joined seven others under "
     "national recovery support."),
    ("provider_improvement_programme", "The region has nominated Stockport NHS Foundation Trust and it is now on the PIP."),
    ("provider_improvement_programme", "Life in the Provider Improvement Programme is hard, says the chair of Medway NHS "
     "Foundation Trust."),
    ("provider_improvement_programme", "Tameside and Glossop Integrated Care NHS Foundation Trust might be sent to the "
     "improvement programme run by NHS England."),
    ("provider_improvement_programme", "Hull University Teaching Hospitals NHS Trust has been spared the Provider "
     "Improvement Programme."),
    ("provider_improvement_programme", "NOF segment 5, Provider Improvement Programme: University Hospitals of Leicester "
     "NHS Trust."),
    ("mandated_support", "Airedale NHS Foundation Trust is taking mandated help from NHS England North East and Yorkshire."),
    ("mandated_support", "Segment 3 (support mandated): Countess of Chester Hospital NHS Foundation Trust."),
    ("mandated_support", "NHS Improvement has mandated a support package for Whittington Health NHS Trust."),
    ("mandated_support", "The mandated support offered to Poole Hospital NHS Foundation Trust came to an end in May."),
    ("mandated_support", "Torbay and South Devon NHS Foundation Trust gets mandated, targeted support on finance."),
    ("enforcement_undertakings", "Undertakings (Aug 2021, governance): East Kent Hospitals University NHS Foundation Trust."),
    ("enforcement_undertakings", "Monitor tore up the undertakings it had taken from Aintree University Hospital NHS "
     "Foundation Trust."),
    ("enforcement_undertakings", "Dorset County Hospital NHS Foundation Trust signed up to a formal agreement under "
     "section 106 with Monitor."),
    ("enforcement_undertakings", "NHS England has secured promises with legal force from Tees, Esk and Wear Valleys NHS "
     "Foundation Trust."),
    ("enforcement_undertakings", "Draft undertakings are with the board of Great Western Hospitals NHS Foundation Trust."),
    ("licence_breach", "Great Western Hospitals NHS Foundation Trust has been ruled to be breaking its licence."),
    ("licence_breach", "Monitor has launched a regulatory case on Calderdale and Huddersfield NHS Foundation Trust."),
    ("licence_breach", "Monitor concluded its investigation of Yeovil District Hospital NHS Foundation Trust without action."),
    ("licence_breach", "Royal Free London NHS Foundation Trust may have breached its licence, NHS England suspects."),
    ("licence_condition", "Licence of Stockport NHS Foundation Trust amended: condition on board leadership."),
    ("licence_condition", "NHS England imposed section 111 powers on Tavistock and Portman NHS Foundation Trust."),
    ("licence_condition", "Sherwood Forest Hospitals NHS Foundation Trust had its extra licence condition removed."),
    ("licence_condition", "Monitor attached a new governance condition to Medway NHS Foundation Trust's provider licence."),
    ("special_administration", "Mid Staffordshire NHS Foundation Trust fell into the hands of administrators."),
    ("special_administration", "Insolvency: Monitor could appoint special administrators to Peterborough and Stamford "
     "Hospitals NHS Foundation Trust."),
    ("special_administration", "No TSA will be sent to Croydon Health Services NHS Trust."),
    ("special_administration", "Special administration at Mid Staffordshire NHS Foundation Trust has cost £19m."),
    ("improvement_director", "Monitor's improvement director at Sherwood Forest Hospitals NHS Foundation Trust started on Monday."),
    ("improvement_director", "Mid Essex Hospital Services NHS Trust now has an adviser from NHS Improvement at its elbow."),
    ("improvement_director", "NHS England has put its own finance expert into NHS Devon Integrated Care Board."),
    ("improvement_director", "The turnaround director sent to Royal Cornwall Hospitals NHS Trust by the TDA has finished."),
    ("improvement_director", "An experienced chief executive has been assigned by Monitor to Medway NHS Foundation Trust "
     "to oversee improvement."),
    ("success_regime", "The success regime will decide the shape of services at North Cumbria University Hospitals NHS Trust."),
    ("success_regime", "Northern Devon Healthcare NHS Trust, in a success regime area, expects cuts to beds."),
    ("turnaround", "NHS Improvement insisted on turnaround at East Sussex Healthcare NHS Trust."),
    ("turnaround", "Turnaround (imposed): Worcestershire Acute Hospitals NHS Trust."),
    ("turnaround", "University Hospitals Plymouth NHS Trust is under a financial turnaround regime set by the region."),
    ("turnaround", "Surrey and Sussex Healthcare NHS Trust emerged from turnaround with the SHA's blessing."),
    ("warning_notice", "Warning notices x2 (medical wards), Royal Cornwall Hospitals NHS Trust."),
    ("warning_notice", "North Middlesex University Hospital NHS Trust has been issued with a formal notice to improve its "
     "A&E by the CQC."),
    ("warning_notice", "Inspectors said Kettering General Hospital NHS Foundation Trust had done what the warning notice asked."),
    ("warning_notice", "CQC has drafted a s29A for United Lincolnshire Hospitals NHS Trust."),
    ("urgent_conditions", "CQC placed limits on how Lancashire and South Cumbria NHS Foundation Trust uses its 136 suites."),
    ("urgent_conditions", "United Lincolnshire Hospitals NHS Trust runs its emergency department under CQC-imposed conditions."),
    ("urgent_conditions", "Southern Health NHS Foundation Trust has seen the last CQC condition come off."),
    ("urgent_conditions", "CQC has told Worcestershire Acute Hospitals NHS Trust to send it weekly data, under section 31."),
    ("urgent_conditions", "CQC is weighing conditions for Great Western Hospitals NHS Foundation Trust's short-stay unit."),
    ("requirement_notice", "Reg 12 and Reg 17 requirement notices – Northampton General Hospital NHS Trust."),
    ("requirement_notice", "CQC says East Cheshire NHS Trust is not meeting Regulation 18 (staffing)."),
    ("requirement_notice", "CQC identified two breaches of regulation at Hounslow and Richmond Community Healthcare NHS Trust."),
    ("requirement_notice", "Sussex Partnership NHS Foundation Trust has completed the actions in its requirement notice."),
    ("requirement_notice", "Barnet, Enfield and Haringey Mental Health NHS Trust was told by inspectors to produce an "
     "action plan for breaches of the regulations."),
    ("prosecution", "A judge fined Avon and Wiltshire Mental Health Partnership NHS Trust £80,000."),
    ("prosecution", "Royal Cornwall Hospitals NHS Trust was taken to court over a never event."),
    ("prosecution", "CQC lawyers are building a case against Shrewsbury and Telford Hospital NHS Trust."),
    ("prosecution", "Fined by CQC: Bradford Teaching Hospitals NHS Foundation Trust, £1,250, duty of candour."),
    ("prosecution", "Shrewsbury and Telford Hospital NHS Trust accepted guilt on two counts at Telford magistrates' court."),
    ("independent_review", "Verita's report on Savile at Leeds Teaching Hospitals NHS Trust is out."),
    ("independent_review", "An expert panel chaired by a retired judge is scrutinising deaths at Hull University Teaching "
     "Hospitals NHS Trust."),
    ("independent_review", "Ministers will set up an inquiry into Tees, Esk and Wear Valleys NHS Foundation Trust."),
    ("independent_review", "Great Ormond Street Hospital for Children NHS Foundation Trust has asked the Royal College of "
     "Surgeons for help with a review of its limb service."),
    ("independent_review", "The inquiry into Liverpool Community Health NHS Trust closed with a 300-page report."),
    ("leadership_change", "Days after the CQC report the chief executive of Walsall Healthcare NHS Trust was gone."),
    ("leadership_change", "The regulator has ousted the board of Medway NHS Foundation Trust."),
    ("leadership_change", "The chair of Royal Cornwall Hospitals NHS Trust announced her departure as special measures loomed."),
    ("leadership_change", "Under-fire boss of Tees, Esk and Wear Valleys NHS Foundation Trust steps down."),
    ("leadership_change", "North Cumbria University Hospitals NHS Trust's chief executive is to be replaced in the wake "
     "of the Keogh findings."),
    ("maternity_support", "MSSP entrant: Hull University Teaching Hospitals NHS Trust."),
    ("maternity_support", "NHS England is offering Whittington Health NHS Trust a place on its maternity support programme."),
    ("maternity_support", "Shrewsbury and Telford Hospital NHS Trust works with two MIAs from the Maternity Safety "
     "Support Programme."),
    ("maternity_support", "University Hospitals of Morecambe Bay NHS Foundation Trust has exited the Maternity Safety "
     "Support Programme."),
    ("maternity_support", "The maternity unit at Royal Berkshire NHS Foundation Trust is receiving national support through MSSP."),
    ("prevention_of_future_deaths", "Cumbria, Northumberland, Tyne and Wear NHS Foundation Trust has 56 days to reply to "
     "the coroner's report."),
    ("prevention_of_future_deaths", "A prevention report was issued to Devon Partnership NHS Trust after the inquest."),
    ("prevention_of_future_deaths", "The coroner will write to North West Ambulance Service NHS Trust about delays to "
     "prevent further deaths."),
    ("prevention_of_future_deaths", "Two Reg. 28s in quarter: Pennine Care NHS Foundation Trust."),
    ("prevention_of_future_deaths", "Coroner's Regulation 28 letter received by University Hospitals Dorset NHS Foundation Trust."),
    ("service_suspension", "Ambulances are bypassing the A&E of Weston Area Health NHS Trust, which has been closed to "
     "admissions by an outbreak."),
    ("service_suspension", "Countess of Chester Hospital NHS Foundation Trust stopped looking after the sickest babies "
     "while deaths were examined."),
    ("service_suspension", "Births have resumed at the Wycombe unit of Buckinghamshire Healthcare NHS Trust."),
    ("service_suspension", "Shrewsbury and Telford Hospital NHS Trust warned that A&E in Telford may close at night if a "
     "consultant leaves."),
    ("deep_dive_review", "NHS England wants an independent look at the leadership of Royal Free London NHS Foundation Trust."),
    ("deep_dive_review", "Monitor called in PwC to review board governance at Cambridge University Hospitals NHS "
     "Foundation Trust."),
    ("deep_dive_review", "Governance review, commissioned by NHSI, Brighton and Sussex University Hospitals NHS Trust: ongoing."),
    ("deep_dive_review", "NHS England plans a capability review of Nottinghamshire Healthcare NHS Foundation Trust."),
    ("deep_dive_review", "The well-led review which Monitor asked for at Burton Hospitals NHS Foundation Trust finds the "
     "board weak."),
    ("special_measures", "Bye-bye special measures: Sherwood Forest Hospitals NHS Foundation Trust is out after three years."),
    ("special_measures", "Ministers have ruled that special measures are not needed at Morecambe's neighbour, Blackpool "
     "Teaching Hospitals NHS Foundation Trust."),
    ("financial_special_measures", "Joining the FSM list: Portsmouth Hospitals NHS Trust."),
    ("financial_special_measures", "Financial special measures (entered Oct 2016): East Sussex Healthcare NHS Trust."),
    ("recovery_support_programme", "Medway NHS Foundation Trust is one of 20 organisations with RSP status."),
    ("recovery_support_programme", "NHS England's recovery support team has moved in at Stockport NHS Foundation Trust."),
    ("provider_improvement_programme", "A place in the PIP has gone to Countess of Chester Hospital NHS Foundation Trust."),
    ("provider_improvement_programme", "East Cheshire NHS Trust insists that it is nowhere near the Provider Improvement "
     "Programme."),
    ("mandated_support", "Regional mandated support plan: North Bristol NHS Trust."),
    ("enforcement_undertakings", "Medway NHS Foundation Trust has given the regulator a fresh set of written undertakings."),
    ("enforcement_undertakings", "NHSE enforcement undertakings tracker: Wye Valley NHS Trust, 3 of 7 complete."),
    ("licence_breach", "Monitor has concluded that Torbay and South Devon NHS Foundation Trust is in breach."),
    ("licence_condition", "NHS England has bolted a condition on maternity on to the licence of Nottingham University "
     "Hospitals NHS Trust."),
    ("licence_condition", "Additional condition, s111, Colchester Hospital University NHS Foundation Trust: in force."),
    ("special_administration", "The special administrators' plan would strip Stafford Hospital, run by Mid Staffordshire "
     "NHS Foundation Trust, of its A&E."),
    ("special_administration", "Norfolk and Suffolk NHS Foundation Trust would be a candidate for administration, an MP "
     "was told by the minister."),
    ("improvement_director", "NHS Improvement's man at Southport and Ormskirk Hospital NHS Trust, improvement director "
     "John Example, begins this week."),
    ("improvement_director", "Monitor has foisted a turnaround specialist on Bolton NHS Foundation Trust."),
    ("turnaround", "Barnet and Chase Farm Hospitals NHS Trust went into formal turnaround at the SHA's behest."),
    ("turnaround", "The region has placed NHS Gloucestershire Integrated Care Board in turnaround."),
    ("warning_notice", "CQC enforcement: section 29A (July), Barking, Havering and Redbridge University Hospitals NHS Trust."),
    ("urgent_conditions", "Conditions imposed by CQC mean University Hospital Southampton NHS Foundation Trust must "
     "report on ligatures every fortnight."),
    ("urgent_conditions", "All section 31 restrictions on Cumbria Partnership NHS Foundation Trust have gone."),
    ("requirement_notice", "CQC requires Royal Berkshire NHS Foundation Trust to say how it will comply with regulation 17."),
    ("requirement_notice", "Homerton Healthcare NHS Foundation Trust left with one requirement notice."),
    ("prosecution", "Bristol magistrates have ordered University Hospitals Bristol NHS Foundation Trust to pay £4,000."),
    ("independent_review", "NHS England has appointed investigators to look at homicides by patients of Nottinghamshire "
     "Healthcare NHS Foundation Trust."),
    ("leadership_change", "Chief nurse exits Leeds Teaching Hospitals NHS Trust after maternity criticism."),
    ("leadership_change", "The chair and three non-executives of Barking, Havering and Redbridge University Hospitals NHS "
     "Trust have tendered their resignations over the deficit."),
    ("maternity_support", "Queen's Hospital, run by Barking, Havering and Redbridge University Hospitals NHS Trust, gets "
     "help from the national maternity safety support programme."),
    ("maternity_support", "MSSP: Gloucestershire Hospitals NHS Foundation Trust, entered March."),
    ("prevention_of_future_deaths", "The coroner said she would be sending a report to Solent NHS Trust to stop it "
     "happening again."),
    ("prevention_of_future_deaths", "Isle of Wight NHS Trust: one PFD this quarter, on observations."),
    ("service_suspension", "Ormskirk's children's A&E, run by Southport and Ormskirk Hospital NHS Trust, shuts its doors "
     "at midnight for want of doctors."),
    ("service_suspension", "The birth centre at Burnley, East Lancashire Hospitals NHS Trust, has closed temporarily "
     "because midwives are off sick."),
    ("deep_dive_review", "Monitor ordered a review of governance arrangements at Frimley Health NHS Foundation Trust."),
)
