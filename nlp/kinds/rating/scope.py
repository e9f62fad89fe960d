"""What the lines above a sentence are about: the service that its paragraph, its list, its heading or the page speaks of."""

from __future__ import annotations

import re

from nlp.kinds.rating.aspects import Aspect, aspects_in, title_aspects
from nlp.kinds.rating.grades import Grade
from nlp.kinds.rating.wording import MOST_SENTENCES_BACK, SERVICES_TOGETHER
from nlp.sheet import Sentence, Sheet

THIS_SERVICE = re.compile(r"\b(?:this|the)\s+service\b|\bcore\s+service\b|:\s*(?:maternity|medical\s+care|surgery"
    r"|urgent)", re.IGNORECASE)
HEADING_LINES = 3
TELLS = r"(?!(?:is|was|are|were|be|been|has|have|had|rated|said|says|found|gave|given|remains?|remained)\b)"
LABEL = re.compile(rf"(?:[\s,]+{TELLS}[\w’'&.-]+){{0,9}}(?:\s*:|\s+[–—-])(?=\s)", re.IGNORECASE)
"""Between the service and what is told of it, a name or two at most."""
LABELLED = re.compile(rf"[\s“(]*(?:{TELLS}[\w’'&.-]+[\s,]+){{0,10}}$", re.IGNORECASE)
"""Before the service."""


def carried_aspect(sheet: Sheet, sentence: Sentence) -> Aspect | None:
    """The service that the lines above this sentence, in its paragraph or its list, are about."""
    paragraph, form = sentence.paragraph, sentence.form
    for earlier in reversed(sheet.before(sentence, MOST_SENTENCES_BACK)):
        if earlier.paragraph != paragraph:
            if form == "prose":
                break
            paragraph, form = earlier.paragraph, earlier.form
        aspects = aspects_in(sheet, earlier.start, earlier.end)
        services = [aspect for aspect in aspects if aspect.is_service and aspect.subtype != "same_service"]
        if services:
            return services[-1]
        if SERVICES_TOGETHER.match(sheet.text, earlier.start, earlier.end):
            return Aspect(earlier.start, earlier.start, "same_service")
        if any(aspect.subtype == "overall" for aspect in aspects):
            return None
        sentence = earlier
    return _heading_aspect(sheet, sentence) if form == "prose" else None


def last_service(sheet: Sheet, sentence: Sentence) -> Aspect | None:
    """The service named last before this sentence, or in the title."""
    for earlier in reversed(sheet.before(sentence, MOST_SENTENCES_BACK)):
        services = services_in(sheet, earlier)
        if services:
            return services[-1]
    return next((aspect for aspect in title_aspects(sheet.title) if aspect.is_service), None)


def services_in(sheet: Sheet, sentence: Sentence) -> tuple[Aspect, ...]:
    """The services that a sentence names."""
    return tuple(aspect for aspect in aspects_in(sheet, sentence.start, sentence.end)
                 if aspect.is_service and aspect.subtype != "same_service")


def asked_of(sheet: Sheet, sentence: Sentence, grade: Grade) -> tuple[Aspect, ...]:
    """What the question was that a sentence answers with nothing but a grade: "Are services safe? Good."."""
    lone = sheet.text[sentence.start:grade.start] + sheet.text[grade.end:sentence.end]
    if any(map(str.isalnum, lone)) or not sentence.index:
        return ()
    above = sheet.sentences[sentence.index - 1]
    if sheet.text[above.start:above.end].rstrip()[-1:] != "?" or above.paragraph < sentence.paragraph - 1:
        return ()
    asked = aspects_in(sheet, above.start, above.end)
    return tuple(asked) if any(aspect.is_key_question for aspect in asked) else ()


def labelling_service(sheet: Sheet, sentence: Sentence, grade: int) -> Aspect | None:
    """The service whose own grades a sentence tells one after the other: "Maternity at X: overall inadequate, safe good"."""
    aspects = aspects_in(sheet, sentence.start, grade)
    for place, aspect in enumerate(aspects):
        if not aspect.is_service or aspect.subtype == "same_service":
            continue
        label = LABEL.match(sheet.text, aspect.end, grade)
        told = next((other for other in aspects[place + 1:] if label and other.start >= label.end()), None)
        if (label and told and told.start <= label.end() + 1 and (told.subtype == "overall" or told.is_key_question)
                and LABELLED.match(sheet.text, sentence.start, aspect.start)
                and not any(other.is_service for other in aspects[place + 1:])):
            return aspect
    return None


def page_aspect(sheet: Sheet) -> Aspect | None:
    """The one service, or the one hospital, that a page in its heading says it is about; None where it is about the trust."""
    return sheet.once("rating.page_aspect", _page_aspect)


def _page_aspect(sheet: Sheet) -> Aspect | None:
    if sheet.doc_type != "cqc_report":
        return None
    found: list[Aspect] = []
    for sentence in sheet.sentences[:HEADING_LINES]:
        if sentence.form != "heading" or sentence.end - sentence.start > 120:
            break
        found.extend(aspects_in(sheet, sentence.start, sentence.end))
    services = {aspect.subtype: aspect for aspect in found if aspect.is_service}
    if len(services) == 1 and THIS_SERVICE.search(sheet.text):
        return next(iter(services.values()))
    first = sheet.sentences[0] if sheet.sentences else None
    if first and not services and re.search(r"\b(?:Provided\s+and\s+run\s+by|Provider:)", sheet.text[:600]):
        return next((aspect for aspect in aspects_in(sheet, first.start, first.end) if aspect.subtype == "site"), None)
    return None


def _heading_aspect(sheet: Sheet, sentence: Sentence) -> Aspect | None:
    if sentence.index == 0:
        return None
    heading = sheet.sentences[sentence.index - 1]
    if heading.form != "heading" and not sheet.words(heading).endswith(":"):
        return None
    found = [aspect for aspect in aspects_in(sheet, heading.start, heading.end) if aspect.is_service]
    return found[0] if found else None
