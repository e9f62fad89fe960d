"""Worked examples for the description of the API: one public fact, followed through every record.

The fact: in NHS England's release for the third quarter of 2025/26, Nottingham University Hospitals NHS Trust (RX1) is in
segment 4 of the NHS Oversight Framework, ranked 132nd of the acute trusts (``corpora/reference/segments.csv``). The document is the
summary of it in our own words that ships as a sample; ids, offsets and weights are what reading that gives.

A field's examples stand by its name, or by ``Record.field`` where the name alone does not tell; the first of them belongs to the
fact, and others show what it does not. A field that holds records needs none: its example is made of theirs.
"""

from __future__ import annotations

from collections.abc import Mapping

from api import official_examples as official
from api.joining import examples as joining
from api.paging import encode_cursor

QUOTE = ("Nottingham University Hospitals NHS Trust is in segment 4 of the NHS Oversight Framework for the third quarter of "
         "2025/26, October to December 2025.")
CURSOR = "WyIyMDI2LTAzIiwiNTE3MGQwM2I0MDg2OTNlNiJd"
EVIDENCE = "5170d03b408693e6"
DOCUMENT = "nottingham-segment-4"
RELEASE = "NHS England, NHS Oversight Framework data and league table, Q3 2025/26 release"

FIELDS: Mapping[str, tuple[object, ...]] = {
    "all": (False, True), "at_least": (False,), "expand": (False, True), "expand_except": (["NOF4"],), "facets": (True,),
    "in_words": ("evidence of the kind: oversight segment",), "lineage": ("predecessors",),
    "opens_at": ("/documents/nottingham-segment-4?start=0&end=148#at",), "passages": (12,), "typed": (False,),
    "until": ("2026-03-31",), "also_filed": (["segment nof RX1 3 ended"],), "asked": (12,), "against": ("2026-03",),
    "being_worked_out": (False,),
    "by_construction": (False,), "by_meaning": (True,), "capture_id": (None, "9f86d081884c7d65"), "changed": (1,),
    "changed_on": (None, "2026-04-02"), "characters": (784,), "chosen": (True,), "closed": (None, "2024-10-01"), "code": ("RX1",),
    "codes": (["RX1"],), "confidence": (0.939,), "contradicted": (False,), "copy_of": (None, "0c1f64d7b8e2a935"),
    "cursor": (CURSOR,), "date": ("2025-10",), "decided_by": ("plain",),
    "detail": ("limit: input should be less than or equal to 200",),
    "diff": ("/api/documents/nottingham-segment-4/versions/1",), "direction": ("before",), "disputed": (False,),
    "doc_type": ("regulator",), "document_id": (DOCUMENT,), "documents": (1,), "effect": ("negated",), "end": (148,),
    "evidence": (1,),
    "evidence_by_kind": ({"segment": 1},), "evidence_id": (EVIDENCE,), "evidence_ids": ([EVIDENCE],),
    "event_id": ("b3d2a1c49e07f586",),
    "failed": (0,), "financial_override": (None, True), "fit": (18.0,), "form": ("prose",), "format": ("csv",),
    "found_by": (["words", "meaning"],), "framework": ("NOF 2025/26",), "heading": ("The status",),
    "headline": ("Nottingham University Hospitals NHS Trust is in segment 4 of the NHS Oversight Framework",), "home": ("RX1",),
    "icb": ("QT1",), "id": (EVIDENCE,), "in_deficit": (None, False), "include_copies": (False,), "include_predecessors": (True,),
    "independent_sources": (1,), "instance": ("/api/evidence",), "kind": ("segment",), "league_table": ("acute",),
    "licence": ("OGL-3.0",), "limit": (50,), "lines": (["Current. Nothing in the sentence speaks against its being so."],),
    "matched": ("all words",), "method": ("given",), "month": ("2026-03",), "name": ("Nottingham University Hospitals NHS Trust",),
    "named_as": ("Nottingham University Hospitals NHS Trust",), "naming": (1,), "nature": ("standing",), "new": (1,),
    "next_cursor": (None, CURSOR), "notes": ([], ["No passage holds all of these words; these hold some of them."]), "number": (1,),
    "opened": ("2006-04-01",), "opinions": ({"none": 0.001, "current": 0.997, "ended": 0.001, "planned": 0.001, "negated": 0.0},),
    "org": ("RX1",), "org_text": (None, "the trust"), "orgs": (["RX1"],), "outcome": ("found",), "page": (None, 12),
    "page_label": (None, "10"), "parameter": ("limit",), "parts": ({"rules and learned reader": 0.939},), "period": ("Q3 2025/26",),
    "points_to": (None, "Nottingham University Hospitals NHS Trust"), "postcode": ("NG7 2UH",),
    "probability": (0.993,), "product": (0.939,), "publication": (None, "Q3 2025/26 v2"),
    "published": ("2026-03",), "published_on": (None, "2026-03-12"),
    "published_reliability": (1.0,), "publisher": ("NHS England",), "q": ("segment 4",), "query": ("segment 4",), "quote": (QUOTE,),
    "rank": (132,), "reaches": (False,), "read_alone": ("current",), "read_by": ("softintel-0.1.0-3",),
    "reader": ("softintel-0.1.0-3",), "refused": (0,), "region": ("Midlands",), "reliability": (1.0,),
    "reported_by": (None, "NHS England"), "rule": ("segment.number/same_sentence/plain",), "scope": (6,), "score": (3.21,),
    "section": (None, "Item 9: Integrated performance report"), "sector": ("acute",), "segment": (4,),
    "sentence": (QUOTE,), "sentence_start": (0,), "sign": ("is_home",), "since": ("2026-03-01",), "source": ("file",),
    "sources": ([RELEASE],), "start": (0,), "status": ("current",), "subtype": ("nof",), "text": (QUOTE,),
    "title": ("Nottingham University Hospitals in segment 4 in the third quarter",), "unchanged": (10,),
    "url": ("https://www.england.nhs.uk/nhs-oversight-framework/segmentation-and-league-tables/",), "valid_from": ("2025-10-01",),
    "valid_to": ("2025-12-31",), "value": (4,), "week": ("2026-W11",), "weight": (1.63,), "words": (None, "is in"),
    "words_between": (2,), "added": (1,), "removed": (1,), "replaced_at": ("2026-04-02T09:30:00Z",),
}
"""By the name of the field or parameter."""

OF_RECORD: Mapping[str, tuple[object, ...]] = {
    "AddedDocument.address": ("/api/documents/nottingham-segment-4",), "AddedDocument.id": (DOCUMENT,),
    "AddedDocument.outcome": ("added",), "GivenDocument.id": (DOCUMENT,),
    "Alert.date": ("2025-10",), "Alert.id": ("7e0c5b1f2d9a4683",), "Alert.rule": ("hard_event",),
    "Alert.ended_by": (None, "0f4b1c9d2e7a8365"), "Alert.ended_on": (None, "2026-11-05"),
    "Candidate.description": ("Acute, Midlands",), "Candidate.id": ("RX1",), "Candidate.match": (True,), "Candidate.score": (99.0,),
    "EntityType.id": ("trust",), "EntityType.name": ("NHS trust",), "Extending.property_settings": ([],),
    "Extension.rows": ({"RX1": {"segment": [{"int": 4}]}},), "ExtensionProperty.id": ("segment",), "ExtensionQuery.ids": (["RX1"],),
    "Manifest.batchSize": (50,), "Manifest.documentation": ("https://softintel.example.org/docs#reconcile",),
    "Manifest.identifierSpace": ("https://fhir.nhs.uk/Id/ods-organization-code",),
    "Manifest.name": ("NHS trusts and integrated care boards in England (softintel)",),
    "Manifest.schemaSpace": ("https://softintel.example.org/api/reconcile/properties",), "Manifest.serviceVersion": ("0.1.0",),
    "Manifest.versions": (["0.2"],), "NumberValue.int": (4,), "OrganisationValue.id": ("QT1",),
    "OrganisationValue.name": ("NHS Nottingham and Nottinghamshire Integrated Care Board",), "Preview.height": (180,),
    "Preview.url": ("https://softintel.example.org/trusts/{{id}}/preview",), "Preview.width": (430,), "Property.id": ("segment",),
    "Property.name": ("Newest published segment",), "PropertyAsked.pid": ("region",), "PropertyAsked.v": ("Midlands",),
    "Proposed.type": ("trust",), "ReconciliationQuery.limit": (3,),
    "ReconciliationQuery.query": ("Nottingham University Hospitals",),
    "ReconciliationQuery.type": ("trust",), "ReconciliationQuery.type_strict": ("any",),
    "Service.service_path": ("/suggest",), "Service.service_url": ("https://softintel.example.org/api/reconcile",),
    "Suggestion.description": ("Acute, Midlands",), "Suggestion.id": ("RX1",),
    "Template.url": ("https://softintel.example.org/trusts/{{id}}",), "TextValue.str": ("acute",),
    "Coverage.source": ("nhs-england-news",),
    "CueTrace.text": ("not",), "CueTrace.start": (45,), "CueTrace.end": (48,),
    "DateTrace.words": ("third quarter of 2025/26",), "DateTrace.start": (97,), "DateTrace.end": (121,),
    "DocumentAnswer.id": (DOCUMENT,),
    "Health.status": ("ok",),
    "NameTrace.text": ("Nottingham University Hospitals NHS Trust",), "NameTrace.end": (41,), "NameTrace.form": ("name",),
    "NameTrace.probability": (0.97,), "Organisation.kind": ("trust",), "OrganisationCandidate.source": ("here",),
    "OrganisationTrace.rule": ("same_sentence",),
    "FacetCount.value": ("RX1",), "Filter.name": ("kind",), "Filter.value": ("segment",), "FoundPassage.score": (0.0328,),
    "FoundPassage.start": (0,), "FoundPassage.end": (148,), "FoundPassage.is_extract": (False,),
    "Mark.start": (48,), "Mark.end": (55,),
    "FoundPassage.source": (
        "https://www.england.nhs.uk/nhs-oversight-framework/segmentation-and-league-tables/#:~:text=Nottingham%20University%20"
        "Hospitals%20NHS%20Trust%20is,2025%2F26%2C%20October%20to%20December%202025.",),
    "SearchAnswer.matched": ("all words",), "Offer.kind": ("organisation",),
    "Offer.text": ("Only about Nottingham University Hospitals NHS Trust (RX1)?",), "WidenedWord.to": (
        ["segment four", "NOF4", "NOF 4", "SOF4", "SOF 4"],),
    "WidenedWord.reason": ("Reports write the number with the letters and as a word",), "WidenedWord.typed": ("segment 4",),
    "Problem.type": ("/problems/unusable-value",), "Problem.title": ("There is a problem with what was asked",),
    "Problem.status": (422,), "ParameterProblem.detail": ("input should be less than or equal to 200",),
    "PublicationDate.date": ("2026-03",), "SearchHit.score": (0.0164,), "Segment.source": (RELEASE,),
    "Succession.date": ("2006-04-01",),
    "Succession.kind": ("merger",), "Succession.predecessor": ("RFK",),
    "Succession.predecessor_name": ("Queen's Medical Centre, Nottingham University Hospital NHS Trust",),
    "Succession.successor": ("RX1",),
    "Succession.successor_name": ("Nottingham University Hospitals NHS Trust",),
    "TriggerTrace.text": ("segment 4",), "TriggerTrace.start": (48,), "TriggerTrace.end": (57,),
    "TriggerTrace.rule": ("segment.number",),
    "VersionAnswer.diff": ("--- \n+++ \n@@ -1 +1 @@\n-October to December\n+October to December 2025\n",),
}
"""By ``Record.field``; goes before the name alone."""

PLACES: Mapping[str, tuple[str, ...]] = {
    "list_alerts": ("2025-10", "7e0c5b1f2d9a4683"), "list_coverage": ("2026-W11", "nhs-england-news", "RX1"),
    "list_divergence": ("2026-03", EVIDENCE), "list_evidence": ("2026-03", EVIDENCE), "list_trusts": ("RX1",),
    "get_timeline": ("2026-03",), "list_segments": ("RX1", "2025-10-01", RELEASE, "NOF 2025/26", "Q3 2025/26", "acute",
                                                        "f18e04ad7c2b5963"),
}
"""Where a page of a list may begin; of a list that is not named, behind so many."""

OF_PARAMETER: Mapping[str, object] = {
    "search_passages.org": ["RX1"], "search_passages.source": ["file"],
    "list_trusts.kind": "trust", "list_trusts.q": "Nottingham", "list_coverage.source": "nhs-england-news",
    "list_coverage.since": "2026-03-01",
    "add_document.replace": False, "propose_properties.type": "trust",
    "suggest_organisations.cursor": 0,
    "reconcile.extend": {"ids": ["RX1"], "properties": [{"id": "segment"}]},
    "reconcile.queries": {"q0": {"query": "Nottingham University Hospitals", "type": "trust", "limit": 3}},
    "suggest_organisations.prefix": "notting",
}
"""By ``operation.parameter``; goes before the name alone."""


def examples_of(record: str, field: str) -> tuple[object, ...]:
    """The examples of a field; none where the table has none."""
    return OF_RECORD.get(f"{record}.{field}") or joining.OF_RECORD.get(
        f"{record}.{field}") or official.OF_RECORD.get(f"{record}.{field}") or FIELDS.get(field, ())


def cursor_of(operation: str) -> str:
    """A cursor that a list may have given out."""
    return encode_cursor(*PLACES.get(operation, ("50",)))


def example_of_parameter(operation: str, name: str) -> object:
    """The example of a parameter; None where the table has none."""
    for table in (OF_PARAMETER, joining.OF_PARAMETER):
        if f"{operation}.{name}" in table:
            return table[f"{operation}.{name}"]
    return next(iter(FIELDS.get(name) or official.OF_PARAMETER.get(name, ())), None)
