"""Addresses in one form; licences and kinds as documents state them."""

from __future__ import annotations

import pytest

from corpora.text.addresses import canonical_address
from corpora.text.doc_types import doc_type_of_address, doc_type_of_paper
from corpora.text.licences import licence_in_text, licence_named
from tests.text.conftest import Read, page


@pytest.mark.parametrize(("written", "canonical"), [
    ("HTTPS://Example.ORG:443/A?utm_source=x&id=3#top", "https://example.org/A?id=3"), ("http://example.org", "http://example.org/"),
    ("https://example.org/?q=a%20b&c=", "https://example.org/?q=a%20b&c="), ("http://example.org:8080/x", "http://example.org:8080/x"),
    ("http://[::1]:80/x", "http://[::1]/x"), ("https://user:secret@example.org/x", "https://example.org/x"),
    ("/only/a/path", None), ("mailto:a@example.org", None), ("javascript:alert(1)", None), ("http://", None), ("http://[bad", None),
    ("http://example.org:99999/", None), ("", None)])
def test_an_address_has_one_form(written: str, canonical: str | None) -> None:
    assert canonical_address(written) == canonical
    assert canonical is None or canonical_address(canonical) == canonical


@pytest.mark.parametrize(("statement", "licence"), [
    ("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "OGL-3.0"),
    ("http://www.nationalarchives.gov.uk/doc/open-government-licence/version/2", "OGL-2.0"),
    ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"), ("https://creativecommons.org/licenses/by-nc-nd/3.0/", "CC-BY-NC-ND-3.0"),
    ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"), ("MIT", "MIT"), ("https://opensource.org/license/mit", "MIT"),
    ("https://example.org/terms", None), ("All rights reserved", None)])
def test_a_licence_is_named_by_its_address(statement: str, licence: str | None) -> None:
    assert licence_named(statement) == licence


@pytest.mark.parametrize(("text", "licence"), [
    ("All content is available under the Open Government Licence v3.0, except where stated.", "OGL-3.0"),
    ("You may re-use this publication under the terms of the Open Government Licence.", "OGL-3.0"),
    ("The Open Government Licence was discussed by the invented board.", None)])
def test_a_sentence_may_state_the_licence(text: str, licence: str | None) -> None:
    assert licence_in_text(text) == licence


def test_a_licence_in_the_footer_is_found_though_the_footer_is_shed(read: Read) -> None:
    body = "<main><p>Words.</p></main><footer>Available under the Open Government Licence v2.0</footer>"
    document = read(page(body))
    assert (document.text, document.licence) == ("Words.", "OGL-2.0")


@pytest.mark.parametrize(("url", "doc_type"), [
    ("https://www.cqc.org.uk/location/RX1/reports", "cqc_report"), ("https://www.cqc.org.uk/news/x", "regulator"),
    ("https://www.england.nhs.uk/x", "regulator"), ("https://www.judiciary.uk/prevention-of-future-death-reports/x", "coroner"),
    ("https://hansard.parliament.uk/x", "parliament"), ("https://example.org/cqc.org.uk/report", "other"), (None, "other")])
def test_an_address_tells_the_kind_of_document(url: str | None, doc_type: str) -> None:
    assert doc_type_of_address(url) == doc_type


@pytest.mark.parametrize(("text", "doc_type"), [
    ("Invented NHS Trust\nMeeting of the Board of Directors held in public\nAgenda", "board_paper"),
    ("Invent Royal\nQuality report\nThis report describes our judgement, Care Quality Commission", "cqc_report"),
    ("REGULATION 28: REPORT TO PREVENT FUTURE DEATHS", "coroner"), ("A note on the board of the local theatre", "other")])
def test_a_paper_tells_its_kind_on_its_first_page(text: str, doc_type: str) -> None:
    assert doc_type_of_paper(text, None) == doc_type
