"""The sample: every text has its source, its date and its publisher, and stays a short text of our own."""

from __future__ import annotations

import datetime
import re
from collections import Counter

import pytest

from corpora.organisations import Register
from corpora.sample import parse_sample_text, read_sample
from corpora.text.addresses import canonical_address

TEXTS = read_sample()
REGISTER = Register.load()
GOOD = """---
title: A title
published: 2020-12
url: https://example.org/a
publisher: A publisher
doc_type: news
orgs: RX1 RXW
licence: MIT
facts: A fact.
checked: How.
---
First paragraph,
over two lines.

Second.
"""


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_every_text_is_short_and_from_a_date_that_has_been(text):
    assert 100 <= len(text.text.split()) <= 220
    assert "2012" < text.published <= datetime.datetime.now(datetime.UTC).date().isoformat()
    assert text.id.startswith(text.published[:4])
    assert canonical_address(text.url) == text.url


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_every_organisation_of_a_text_is_in_the_register_and_named_in_the_text(text):
    words = f"{text.title} {text.text}".lower().replace(",", "")
    for code in text.orgs:
        names = {REGISTER.organisation(code).name, *(alias.name for alias in REGISTER.aliases if alias.code == code),
                 *(step.predecessor_name for step in REGISTER.successions if step.successor == code and step.predecessor_name)}
        assert any(re.sub(r" nhs( foundation)? trust$", "", name.lower().replace(",", "")) in words for name in names), code


def test_no_text_no_title_and_no_source_occurs_twice():
    for field in ("id", "url", "title", "text", "facts"):
        assert max(Counter(getattr(text, field) for text in TEXTS).values()) == 1, field


def test_the_sample_covers_years_sectors_and_kinds_of_fact():
    codes = Counter(code for text in TEXTS for code in text.orgs)
    assert len(TEXTS) >= 36
    assert len(codes) >= 15
    assert codes["RX1"] >= 4
    sectors = {REGISTER.organisation(code).sector for code in codes}
    assert sectors >= {"acute", "specialist", "mental_health", "community", "ambulance", "icb"}
    assert {text.published[:4] for text in TEXTS} >= {str(year) for year in range(2013, 2027)}
    told = " ".join(text.text for text in TEXTS)
    for fact in ("special measures", "Recovery Support Programme", "segment 4", "undertakings", "warning notice", "inadequate",
                 "fined", "never events", "ranks", "independent review", "success regime", "special administration"):
        assert fact in told, fact


def test_a_text_is_read_from_its_file():
    text = parse_sample_text("2020-12-a.md", GOOD)
    assert (text.id, text.orgs, text.paragraphs) == ("2020-12-a", ("RX1", "RXW"), ("First paragraph, over two lines.", "Second."))


@pytest.mark.parametrize(("right", "wrong"), [
    ("title: A title\n", ""), ("title: A title", "title:"), ("published: 2020-12", "published: December"), ("---\ntitle", "title"),
    ("url: https://example.org/a", "url: example.org"), ("facts: A fact.", "facts: A fact.\nmood: good"), ("RX1 RXW", "rx1"),
    ("doc_type: news", "doc_type: rumour"), ("licence: MIT", "licence MIT")])
def test_a_file_with_a_field_amiss_is_refused(right, wrong):
    assert right in GOOD
    with pytest.raises(ValueError):
        parse_sample_text("2020-12-a.md", GOOD.replace(right, wrong))
