"""Whom a claim is about, and who else was thought of, in words."""

from __future__ import annotations

from api.explaining.signs import weighed_in_words
from api.register import register
from nlp.explain import NameTrace, OrganisationCandidate, OrganisationTrace

MOST_RIVALS = 4
WEIGHTS = "The numbers in brackets are weights: how much a sign spoke for it (+) or against it (-)."
SOURCES = {"here": "in the same sentence", "back": "in a sentence before", "lead_in": "in the line that introduces this one",
           "heading": "in the heading above", "opening": "where the paragraph opens", "home": "by the document as a whole"}
RULES = {
    "same_sentence": "named in the same sentence", "list": "named in a list in the same sentence",
    "anaphor": "meant by words in the sentence that point back", "carried": "carried on from a sentence before",
    "heading": "named in the heading above", "opening": "named where the paragraph opens",
    "lead_in": "named in the line that introduces this one", "home": "whom the document as a whole is about",
    "echo": "said to be in the same position by the same sentence", "list_next": "listed in the next sentence",
    "list_before": "listed in a sentence before", "region": "a region, not an organisation",
}
FORMS = {"name": "its name", "acronym": "its initials", "site": "its hospital", "system": "its care system"}


def organisation_in_words(told: OrganisationTrace) -> tuple[str, ...]:
    """Who was chosen and why, then those who were not."""
    chosen = next((one for one in told.candidates if one.chosen and told.code in one.codes), None)
    lines = [_decision(told, chosen)]
    if chosen and chosen.signs:
        lines.append(weighed_in_words(chosen.signs))
    if told.name:
        lines.extend(_linked(told.name))
    rivals = [one for one in told.candidates if one is not chosen]
    lines.extend(_lost(rival) for rival in rivals[:MOST_RIVALS])
    if any(one.signs for one in told.candidates) or (told.name and told.name.signs):
        lines.append(WEIGHTS)
    if told.by_construction and told.rule != "impersonal":
        lines.append("The construction itself says who: nobody else was weighed.")
    return tuple(lines)


def named(code: str) -> str:
    """``RX1`` → ``Nottingham University Hospitals NHS Trust (RX1)``."""
    found = register().by_code.get(code)
    return f"{found.name} ({code})" if found else code


def _decision(told: OrganisationTrace, chosen: OrganisationCandidate | None) -> str:
    if told.rule == "impersonal":
        return "No single organisation: the claim is a count."
    if told.rule == "nobody":
        return "Nobody: no organisation was sure enough to be meant."
    who = named(told.code) if told.code else "A region or area, without a code"
    how = RULES.get(told.rule, told.rule.replace("_", " "))
    return f"{who}, {how}{f': {_likely(chosen.probability)}' if chosen else ''}."


def _linked(name: NameTrace) -> tuple[str, ...]:
    if name.form == "anaphor":
        return (f"“{name.text}” points back to “{name.points_to}”." if name.points_to
                else f"“{name.text}” means whom the document as a whole is about.",)
    sure = f", {_likely(name.probability)}" if name.probability else ""
    lines = [f"“{name.text}” is read as {FORMS.get(name.form, 'its name')}{sure}."]
    others = [reading for reading in name.readings if reading.code != name.code]
    if others:
        fits = {reading.code: reading.fit for reading in name.readings}
        lines.append(f"It might also have meant {'; '.join(f'{named(one.code)}, fit {one.fit:.1f}' for one in others)}"
                     f"; the one chosen fits {fits.get(name.code or '', 0.0):.1f}.")
    if name.signs:
        weighed = weighed_in_words(name.signs)
        lines.append(f"As to the name, {weighed[:1].lower()}{weighed[1:]}")
    return tuple(lines)


def _likely(probability: float) -> str:
    return "over 99% likely" if probability > 0.99 else f"{probability:.0%} likely"


def _lost(rival: OrganisationCandidate) -> str:
    who = " and ".join(named(code) for code in rival.codes)
    where = SOURCES.get(rival.source, rival.source)
    what = f"named as “{rival.named_as}” {where}" if rival.named_as else f"pointed to {where}"
    return f"{'Also' if rival.chosen else 'Not'} {who}, {what}: {rival.probability:.0%}. {weighed_in_words(rival.signs)}".rstrip()
