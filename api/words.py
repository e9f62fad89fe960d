"""Slugs, codes and dates in words that people read."""

from __future__ import annotations

import calendar

from corpora.schema import Citation, CitedEvidence, Evidence

IN_WORDS = {
    "segment": "Oversight segment", "segment_count": "Number of organisations in a segment", "rating": "CQC rating",
    "intervention": "Regulator action", "never_event": "Never event", "concern": "Concern",
    "sof": "Oversight Framework of 2016 to 2022 (SOF)", "nof": "NHS Oversight Framework (NOF)", "unspecified": "Not specified",
    "current": "Current", "ended": "Over", "planned": "Planned", "negated": "Denied",
    "icb": "Integrated care board", "trust": "NHS trust", "all": "organisations",
    "site": "a hospital's overall rating", "well_led": "Well-led", "mental_health_wards": "Mental health wards",
    "urgent_and_emergency": "Urgent and emergency care", "medical_care": "Medical care", "end_of_life": "End of life care",
    "children_and_young_people": "Children and young people",
    "special_measures": "Special measures", "financial_special_measures": "Special measures for finance",
    "recovery_support_programme": "Recovery Support Programme", "provider_improvement_programme": "Provider Improvement Programme",
    "licence_breach": "Breach of licence", "licence_condition": "Additional licence condition",
    "special_administration": "Trust special administration", "success_regime": "Success Regime",
    "turnaround": "Turnaround measures", "warning_notice": "CQC warning notice",
    "urgent_conditions": "CQC conditions on registration",
    "requirement_notice": "CQC requirement notice", "prosecution": "Prosecution or fine",
    "maternity_support": "Maternity Safety Support Programme",
    "prevention_of_future_deaths": "Coroner's report to prevent future deaths", "deep_dive_review": "Review ordered by NHS England",
    "hse_notice": "Health and Safety Executive notice or investigation", "fire_notice": "Fire enforcement",
    "ico_action": "Information Commissioner’s action", "hta_finding": "Human Tissue Authority finding",
    "mhra_finding": "MHRA finding", "hssib_investigation": "Health services safety investigation",
    "cqc_s64_letter": "CQC request for information (section 64)", "cqc_cancellation": "CQC registration cancelled or suspended",
    "cqc_letter_of_intent": "CQC letter of intent", "contract_notice": "Contract notice by commissioners",
    "auditor_recommendation": "Auditor’s statutory recommendation or public interest report",
    "auditor_weakness": "Significant weakness found by the auditor", "auditor_s30_referral": "Auditor’s referral (section 30)",
    "tiering_elective": "Tier for elective care", "tiering_cancer": "Tier for cancer",
    "tiering_diagnostics": "Tier for diagnostics",
    "tiering_uec": "Tier for urgent and emergency care", "deficit_support_withheld": "Deficit support withheld",
    "nhs_england_letter": "Letter from NHS England", "capability_assessment": "Provider capability assessment",
    "capped_expenditure_process": "Capped expenditure process", "icb_direction": "Direction to an integrated care board",
    "national_maternity_investigation": "Named in the national maternity investigation", "people_change": "Change of board member",
    "leadership_change": "Chief executive or chair change",
    "transfusion_abo": "ABO-incompatible transfusion", "medication_wrong_route": "Medication by the wrong route",
    "retained_foreign_object": "Retained foreign object", "strong_potassium": "Mis-selection of strong potassium",
    "nasogastric_tube": "Misplaced nasogastric tube", "window_fall": "Fall from a window",
    "midazolam": "Mis-selection of midazolam",
    "oesophageal_intubation": "Undetected oesophageal intubation", "air_flowmeter": "Connection to an air flowmeter",
    "quality_of_care": "Quality of care", "cqc_report": "CQC report", "json_ld": "the page's own data",
    "given": "what was given with the document", "meta": "the page's head", "time_element": "a time on the page",
    "url": "the page's address", "feed": "the publisher's feed", "text": "the text itself", "pdf_metadata": "the PDF's own data",
    "docx_metadata": "the file's own data", "pptx_metadata": "the file's own data", "odt_metadata": "the file's own data",
    "odp_metadata": "the file's own data", "spreadsheet_metadata": "the file's own data",
}
"""What the rule below would word badly. Any other slug is its words with a capital: ``mandated_support`` Mandated support."""

PEOPLE = {"appointed": "appointed", "interim": "appointed for the interim", "departing": "leaving"}
LOW_RELIABILITY = 0.6


def in_words(slug: str) -> str:
    """``recovery_support_programme`` → ``Recovery Support Programme``."""
    return IN_WORDS.get(slug) or slug.replace("_", " ").capitalize()


def lower_first(words: str) -> str:
    """For the middle of a sentence: proper names and abbreviations keep their capital, other words lose it."""
    first = words.split(" ", 1)[0]
    proper = (first.isupper() and len(first) > 1) or words.startswith(PROPER)
    return words if proper else words[:1].lower() + words[1:]


PROPER = ("Recovery Support Programme", "Provider Improvement Programme", "Success Regime", "Maternity Safety Support Programme",
          "Health and Safety Executive", "Human Tissue Authority", "Information Commissioner")
"""How names begin that keep their capital."""


def claim_in_words(evidence: Evidence) -> str:
    """What a piece of evidence claims, its status aside: ``Oversight segment 4 · NOF``."""
    if evidence.kind == "segment":
        framework = "" if evidence.subtype == "unspecified" else f" · {evidence.subtype.upper()}"
        return f"Oversight segment {evidence.value}{framework}"
    if evidence.kind == "segment_count":
        return _count_in_words(evidence)
    if evidence.kind == "never_event":
        return never_events_in_words(evidence.subtype, evidence.value)
    if evidence.kind == "rating":
        value = in_words(str(evidence.value)).lower() if evidence.value is not None else "not given"
        return f"CQC rating · {lower_first(in_words(evidence.subtype))}: {value}"
    if evidence.kind == "intervention" and evidence.subtype.startswith("tiering_"):
        return f"{in_words(evidence.subtype)}: tier {evidence.value}"
    if evidence.kind == "people_change":
        return f"{in_words(evidence.subtype)} {PEOPLE.get(str(evidence.value), str(evidence.value))}"
    if evidence.kind == "intervention":
        return in_words(evidence.subtype) + ("" if evidence.value is None else f" · {pounds(evidence.value)}")
    value = "" if evidence.value is None else f": {evidence.value}"
    return f"{in_words(evidence.kind)} · {lower_first(in_words(evidence.subtype))}{value}"


def never_events_in_words(subtype: str, value: object) -> str:
    """``3`` and ``wrong_site_surgery`` → ``3 never events · wrong site surgery``."""
    if value is None:
        number = "Never events"
    elif value in (0, 1):
        number = "A never event" if value else "No never events"
    else:
        number = f"{value} never events"
    return number if subtype == "unspecified" else f"{number} · {lower_first(in_words(subtype))}"


def value_in_words(kind: str, subtype: str, value: object) -> str:
    """The value by itself: an amount in pounds, a rating in its words, anything else as it is filed."""
    if kind == "intervention" and not subtype.startswith("tiering_"):
        return pounds(value)
    return in_words(str(value)) if kind in {"rating", "people_change"} else str(value)


def pounds(amount: object) -> str:
    """``800000`` → ``£800,000``."""
    return f"£{amount:,}" if isinstance(amount, int) else f"£{amount}"


def _count_in_words(evidence: Evidence) -> str:
    parts = str(evidence.value).split(":")
    if len(parts) != 3:
        return f"{in_words(evidence.kind)}: {evidence.value}"
    number, segment, group = parts
    whose = {"all": "organisations", "trust": "trusts", "icb": "integrated care boards"}.get(group)
    whose = whose or f"{in_words(group).lower()} trusts"
    return f"{number} {whose} in segment {segment}"


def date_in_words(date: str | None) -> str:
    """``2021-09-15`` → ``15 September 2021``; a date known in part is worded in part."""
    if not date:
        return "date unknown"
    year, *rest = date.split("-")
    if not rest:
        return year
    month = calendar.month_name[int(rest[0])]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def place_in_words(citation: Citation) -> str:
    """Where in its document a quote stands: ``Item 9: Integrated Performance Report, p. 212 (page 214 of the file)``.

    The page is the one printed on it, with the file's own where they differ; empty where nothing is known. A section called as
    the document is says nothing more.
    """
    page = f"page {citation.page}" if citation.page else ""
    if page and citation.page_label and citation.page_label != str(citation.page):
        page = f"p. {citation.page_label} ({page} of the file)"
    section = citation.section if citation.section != citation.title else None
    return ", ".join(part for part in (section, page) if part)


def how_to_cite(cited: CitedEvidence) -> str:
    """A reference to the document and the place in it, for people to copy."""
    citation = cited.citation
    place = place_in_words(citation)
    parts = [
        citation.publisher or "Publisher not known", f"({date_in_words(citation.published)})",
        f"‘{citation.title or 'Untitled'}’{',' if place else '.'}",
        *([f"{place}."] if place else []), *([citation.url] if citation.url else [])]
    return f"{' '.join(parts)} (softintel evidence {cited.evidence.id})"
