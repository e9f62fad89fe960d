"""The signs that the reader weighs, in words that people read."""

from __future__ import annotations

import re

from nlp.explain import WeighedSign

PLACES = {"before": "before the words", "after": "after the words", "around": "around the words"}
EXACT = {
    "is_home": "the document as a whole is about it",
    "home": "only the document as a whole points to it",
    "lead_in": "named in the line that introduces this one",
    "heading": "named in the heading above",
    "opening": "named where the paragraph opens",
    "opens_paragraph": "the sentence opens a paragraph",
    "first_person": "the sentence says “we”",
    "pronoun:0": "the sentence begins with a pronoun and names nobody",
    "pronoun:1": "the sentence begins with a pronoun",
    "sentence_names:0": "the sentence names no organisation",
    "sentence_names:1": "the sentence itself names an organisation",
    "sentence_names:2": "the sentence itself names several organisations",
    "back:1": "named in the sentence before", "back:2": "named two sentences before", "back:3": "named three sentences before",
    "back:first": "named first there", "back:last": "named last there", "back:only": "the only one named there",
    "back:subject": "what that sentence is about", "back:label": "that line is little more than its name",
    "back:several": "named in a list there", "back:same_paragraph": "in the same paragraph",
    "back:other_paragraph": "in another paragraph",
    "nearest_before": "the nearest name before the words",
    "nearest_before:some_after": "the nearest name before them, others follow",
    "none_before": "no organisation is named before the words", "none_before:nearest": "the nearest after them",
    "settled": "named for certain elsewhere in the document", "again": "named again elsewhere in the document",
    "some_settled": "other organisations are named in the document", "titled": "named in the title or the publisher’s name",
    "not_alive": "it did not exist on the document’s date", "joined": "listed with a name that is sure",
    "capitals": "written in capitals", "possessive": "a possessive follows",
    "always": "how often names of this sort mean it at all",
    "near:2": "another body of the same care area is named", "near:1": "another body of the same region is named",
    "near:0": "no other body is named", "near:-1": "only bodies of other regions are named",
    "margin:0": "another organisation fits nearly as well", "margin:1": "no other organisation fits as well",
    "margin:2": "no other organisation comes near", "of_health:0": "the text hardly speaks of health care",
    "of_health:1": "the text speaks more of other things than of health care",
    "of_health:2": "the text speaks of health care among other things", "of_health:3": "the text speaks of health care",
    "cues:0": "no word of health care stands near", "cues:1": "a word of health care stands near",
    "cues:2": "words of health care stand near", "cues:3": "many words of health care stand near",
    "before:start": "it begins the sentence", "after:end": "it ends the sentence",
}
OF_A_SIDE = {
    "": "stands {place}", "several": "listed with others", "other_crossed": "a body outside the register stands between",
    "other_nearer": "a body outside the register stands nearer", "contrast": "a word of contrast stands between",
    "relative": "a relative clause stands between", "stop": "a break stands between", "verb": "a verb stands between",
    "cue": "another matter is told between", "opens": "a bracket opens between", "closes": "a bracket closes between",
    "colon": "a colon stands between", "possessive": "written as a possessive", "who": "“which” or “who” takes it up",
    "acts": "a verb follows it", "says": "it is what speaks", "person_of": "it is where a person comes from",
    "only": "the only organisation named in the sentence", "first": "the first one named in the sentence",
    "crossed:0": "no other organisation stands between", "crossed:1": "another organisation stands between",
    "crossed:2": "other organisations stand between", "far:0": "right beside the words", "far:1": "close to the words",
    "far:2": "some way from the words", "far:3": "far from the words", "commas:0": "no comma stands between",
    "commas:1": "a comma stands between", "commas:2": "commas stand between", "prep:start": "it begins the sentence",
    "prep:giving": "it is whom something is given to", "prep:word": "an ordinary word stands before it",
    "prep:none": "nothing telling stands before it",
}
PATTERNS = (
    (re.compile(r"(?:home:)?matter:(nhs|health)"), "the sentence is about what trusts do"),
    (re.compile(r"(?:home:)?matter:mixed"), "the sentence is partly about what trusts do"),
    (re.compile(r"(?:home:)?matter:other"), "the sentence is about another walk of life"),
    (re.compile(r"(?:home:)?matter:unknown"), "what the sentence is about is not plain"),
    (re.compile(r"home:by:publisher.*"), "it published the document"),
    (re.compile(r"home:by:title.*"), "the title names it"),
    (re.compile(r"home:by:text.*"), "the text names it most"),
    (re.compile(r"home:named:(\d)"), r"how often the document names it (\1)"),
    (re.compile(r"home:since:(\w+)"), r"how far back it was named (\1)"),
    (re.compile(r"home:\w+:rivals:(\d)"), r"how many others were named nearer (\1)"),
    (re.compile(r"home:\w+:ruled:(\w+)"), r"what stands over the sentence (\1)"),
    (re.compile(r"back:opening:\w+"), "named where the paragraph opens"),
    (re.compile(r"back:label:same"), "that line is its name as a label"),
    (re.compile(r"before_lead_in.*"), "named before the line that introduces this one"),
    (re.compile(r"several:acts"), "those listed are what acts"),
    (re.compile(r"helper"), "it is told as helping"), (re.compile(r"destination"), "it is where something goes"),
    (re.compile(r"of_nhs:\d"), "how much the text speaks of the NHS"),
    (re.compile(r"abroad:\d"), "the text speaks of other countries"),
    (re.compile(r"served:\w+"), "it is whom something was served on or done to"),
    (re.compile(r"roaming"), "words of place stand before it"), (re.compile(r"address"), "it is part of an address"),
    (re.compile(r"place_of_name"), "it stands where a place does"),
    (re.compile(r"told_by_place"), "others are told by their place"),
    (re.compile(r"parallel"), "it stands beside a name that is sure"), (re.compile(r"no_article"), "no article stands before it"),
    (re.compile(r"own:(board|trust)"), r"the text speaks of its own \1"),
    (re.compile(r"person:\d"), "a person’s office or name stands near"),
    (re.compile(r"plural_pointer"), "words that point back to several"),
    (re.compile(r"named_as:anaphor"), "meant by words that point back"),
    (re.compile(r"named_as:site"), "named by its hospital"),
    (re.compile(r"named_as:(\w+)"), r"named by its \1"),
    (re.compile(r"word:(\w+)"), r"the words that point back begin with “\1”"),
    (re.compile(r"(?:heading|opening):far:\d"), "how far above that stands"),
    (re.compile(r"(?:home:)?form:(\w+)(?::\w+)?"), r"the form of the line (\1)"),
    (re.compile(r"back:form:(\w+)"), r"the form of that line (\1)"),
    (re.compile(r"several:(\w+):\w+"), "several are listed together"),
    (re.compile(r"home:(news|regulator|cqc_report|board_paper|coroner|parliament|other):(trust|icb)"), "the sort of document"),
    (re.compile(r"prep:(.+)"), r"“\1” stands before it"),
    (re.compile(r"before:Capital"), "a capitalised word stands before it"),
    (re.compile(r"after:Capital"), "a capitalised word follows"),
    (re.compile(r"(before|after):other"), "the word beside it tells little"),
    (re.compile(r"before:(\S+)(?: possessive)? after:(\S+).*"), r"it stands between “\1” and “\2”"),
    (re.compile(r"then:(\w+)"), r"a \1 comes next but one"),
    (re.compile(r"(?:town|no_town):.*"), "whether it is the name of a town"),
    (re.compile(r"before:(\S+)"), r"“\1” stands before it"),
    (re.compile(r"after:(\S+)"), r"“\1” follows"),
    (re.compile(r"strength:weak:\d"), "the name alone may mean something else"),
    (re.compile(r"strength:\w+:\d"), "the name is its own"),
    (re.compile(r"rank:0"), "it is its own name"),
    (re.compile(r"rank:\d"), "it is a part of its name, or a place it runs"),
    (re.compile(r"shape:(\w+)"), r"what sort of name it is (\1)"),
    (re.compile(r"suffix:none"), "no “trust” or “hospital” follows the name"),
    (re.compile(r"suffix:(\w+)"), r"a word for a \1 follows the name"),
    (re.compile(r"words:(\d)"), r"words in the name: \1"),
    (re.compile(r"the:\w+"), "an article stands before it"),
    (re.compile(r"listed:(\w+)"), r"listed after “\1”"),
    (re.compile(r"plural:\w+:fits"), "the text speaks of several bodies of its kind"),
    (re.compile(r"plural:\w+:not"), "the text speaks of several bodies of another kind"),
    (re.compile(r"own_paper:.*"), "the document is a trust’s or a board’s own"),
)


def sign_in_words(sign: str) -> str:
    """``here:before:crossed:0`` → ``no other organisation stands between``; one without words of its own is given as it is."""
    bare = sign.removeprefix("here:")
    if bare in EXACT:
        return EXACT[bare]
    side, _, what = bare.partition(":")
    if bare != sign and side in PLACES and what in OF_A_SIDE:
        return OF_A_SIDE[what].format(place=PLACES[side])
    if bare != sign and side in PLACES:
        bare = what
    if sign.startswith("home:") and (inner := sign.removeprefix("home:")) in EXACT:
        return EXACT[inner]
    for pattern, words in PATTERNS:
        found = pattern.fullmatch(bare)
        if found:
            return found.expand(words)
    return sign.replace(":", " ").replace("_", " ")


def weighed_in_words(signs: tuple[WeighedSign, ...]) -> str:
    """``For it: …; against it: …``, the heaviest first; empty where nothing was weighed."""
    told = [(one.weight, f"{sign_in_words(one.sign)} ({one.weight:+.1f})") for one in signs]
    speaking = ", ".join(dict.fromkeys(words for weight, words in told if weight > 0))
    against = ", ".join(dict.fromkeys(words for weight, words in told if weight < 0))
    if not speaking:
        return f"Against it: {against}." if against else ""
    return f"For it: {speaking}{f'; against it: {against}' if against else ''}."
