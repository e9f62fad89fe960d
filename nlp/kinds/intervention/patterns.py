"""What a family of interventions is: anchor words that every claim of it holds, and the patterns that make a claim of them.

Patterns are matched on *folded* text (lower case, straight quotes and dashes, single spaces for white space: the same
length as the text itself, so that offsets hold). A space in a pattern stands for white space of any length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from corpora.schema import Status
from nlp import gated_re as re
from nlp.counted import counted_subjects
from nlp.sheet import Sentence, Sheet, Trigger

ALIKE = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("‑", "-"),
         ("\n", " "), ("\t", " "), ("\xa0", " "), ("\u2009", " "))


def straighten(text: str) -> str:
    """Straight quotes, hyphens for dashes and plain spaces; as long as the text."""
    straight = str(text)
    for mark, plain in ALIKE:
        straight = straight.replace(mark, plain)
    return text.like(straight) if isinstance(text, re.ScannedText) else straight


def lower(text: str) -> str:
    """Lower case that keeps every offset: a letter whose lower case is longer stays as it is."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return text.like(folded) if isinstance(text, re.ScannedText) else folded


def compiled(words: str) -> re.Pattern[str]:
    """A pattern over folded text; a space stands for any white space, a space and a question mark for white space or none."""
    return re.compile(words.replace(" ?", r"\s{0,9}").replace(" ", r"\s{1,9}"))


PARTS = re.compile(r"\\.|\[[^\]]*\]|[()|]")
"""What gives a pattern its shape; what is escaped or stands in a class of characters is none of it."""


def by_first_letter(words: str) -> str:
    """Alternatives grouped by the letter that they begin with, so that most positions are left after one look."""
    groups: dict[str, list[str]] = {}
    for alternative in _alternatives(words):
        letter = alternative[:1] if alternative[:1].isalpha() and alternative[1:2] not in ("?", "*", "{") else ""
        groups.setdefault(letter, []).append(alternative[len(letter):])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" if letter else "|".join(rest) for letter, rest in sorted(groups.items()))


def _alternatives(words: str) -> Iterator[str]:
    """The alternatives of a pattern, parted at the bars that stand in no bracket."""
    depth = start = 0
    for part in PARTS.finditer(words):
        depth += (part.group() == "(") - (part.group() == ")")
        if part.group() == "|" and not depth:
            yield words[start:part.start()]
            start = part.end()
    yield words[start:]


GENERIC = compiled(
    r"\b(?:trusts|hospitals|providers|organisations|boards|bodies|places)(?: \w+){0,2} (?:in|into|under|on|subject to|"
    r"entering|leaving|enter|leave|put|placed|given|served)\b|"
    r"\b(?:any|each|every|no|which|other|another|if an?|when an?|where an?) (?:nhs |hospital |foundation |acute |failing |"
    r"struggling )*(?:trust|hospital|provider|organisation|body)\b|"
    r"\b(?:a|an) (?:nhs |hospital |foundation |acute )*(?:trust|hospital|provider|organisation) (?:is|can|may|must|does|"
    r"doesn't|that|which|will|would|in|has to|to be|under|with)\b|"
    r"^(?:what|why|who|how|about|which) (?:is|are|does|do|did|decides|happens)?\b")
"""Trusts in general, not one that could be named."""
CLAUSE = re.compile(r"[,;:(]")


@dataclass(frozen=True)
class Page:
    """A sheet with its folded text, as the families read it."""

    sheet: Sheet
    mentioned: list[Trigger] = field(default_factory=list)
    """What is mentioned of no one in particular: no claim, but later words may take it up."""

    def names_one(self, sentence: Sentence) -> bool:
        """Whether a sentence names an organisation of the register ("the trust" included)."""
        return any(name.code for name in self.sheet.names_in(sentence.start, sentence.end))

    def is_of_others(self, sentence: Sentence) -> bool:
        """Whether a sentence names no organisation of the register and asks, defines, or speaks of someone else."""
        return not self.names_one(sentence) and bool(SOMEONE_ELSE.search(self.folded, sentence.start, sentence.end))

    def is_definition(self, sentence: Sentence) -> bool:
        """Whether a sentence that names no organisation says what a term means, or what is done if something happens."""
        return not self.names_one(sentence) and bool(GLOSSARY.match(self.folded, sentence.start, sentence.end))

    def is_said_of_another(self, sentence: Sentence, start: int) -> bool:
        """Whether what is said at ``start`` is said of somebody else: a council, a company, a man, named after any organisation."""
        others = list(ANOTHER.finditer(self.folded, max(sentence.start, start - 110), start))
        if not others:
            return False
        return not any(name.end > others[-1].start() and name.start < start and name.code
                       for name in self.sheet.names_in(sentence.start, start))

    def follows_another(self, sentence: Sentence) -> bool:
        """Whether a sentence that names no organisation stands in a paragraph, or right after one, that speaks of somebody else."""
        if self.names_one(sentence):
            return False
        for earlier in reversed(self.sheet.before(sentence, 2)):
            if THIRD_PARTY.search(self.folded, earlier.start, earlier.end):
                return True
            if self.names_one(earlier):
                return False
        return False

    def is_generic(self, sentence: Sentence, start: int) -> bool:
        """Whether what is said at ``start`` is said of trusts in general: none is named, and a general subject stands before."""
        if self.names_one(sentence):
            return False
        before = CLAUSE.split(self.folded[max(sentence.start, start - 70):start])[-1]
        return bool(GENERIC.search(before)) and not counted_subjects(self.sheet, sentence, start)

    @cached_property
    def straight(self) -> str:
        """The text with its capitals."""
        return straighten(self.sheet.text)

    @cached_property
    def folded(self) -> str:
        """The text without capitals."""
        return lower(self.straight)

    @cached_property
    def whole(self) -> str:
        """Title and text, folded: where a pattern asks what the document is about."""
        return re.preceded(self.folded, f"{lower(straighten(self.sheet.title))}\n")


@dataclass(frozen=True)
class Pattern:
    """One construction of a claim."""

    name: str
    subtype: str
    words: str
    """The trigger itself."""
    needs: str = ""
    """What else the sentence must hold."""
    unless: str = ""
    """What makes the sentence speak of something else."""
    document: str = ""
    """What the document must hold, for words that mean this only in such a document."""
    status: Status | None = None
    unsettled: Status | None = None
    """What holds where the end that a construction tells is denied or to come: a ward not reopened is closed."""
    named: bool = False
    """Whether the sentence must name an organisation: for words that mean this only of one."""
    cased: bool = False
    """Matched on the text with its capitals: acronyms."""
    confidence: float = 0.8

    @cached_property
    def words_pattern(self) -> re.Pattern[str]:
        return compiled(self.words)

    @cached_property
    def needs_pattern(self) -> re.Pattern[str] | None:
        return compiled(self.needs) if self.needs else None

    @cached_property
    def unless_pattern(self) -> re.Pattern[str] | None:
        return compiled(self.unless) if self.unless else None

    @cached_property
    def document_pattern(self) -> re.Pattern[str] | None:
        return compiled(self.document) if self.document else None

    def find(self, page: Page, sentence: Sentence) -> Iterable[Trigger]:
        """The claims that one sentence makes in this construction."""
        text = page.straight if self.cased else page.folded
        found = self.words_pattern.search(text, sentence.start, sentence.end)
        if found is None or not self._fits(page, sentence):
            return
        while found is not None:
            start, end = key_of(found)
            clause = max(sentence.start, start - 40, text.rfind(", ", sentence.start, start))
            settled = self.status and not UNSETTLED.search(text, clause, start)
            trigger = Trigger("intervention", self.subtype, start, end, f"intervention.{self.name}",
                              status=self.status if settled else self.unsettled, confidence=self.confidence)
            if page.is_generic(sentence, found.start()):
                page.mentioned.append(trigger)
            elif not page.is_said_of_another(sentence, found.start()):
                yield trigger
            found = self.words_pattern.search(text, max(found.end(), found.start() + 1), sentence.end)

    def _fits(self, page: Page, sentence: Sentence) -> bool:
        if self.named and not page.names_one(sentence):
            return False
        if self.needs_pattern and not self.needs_pattern.search(page.folded, sentence.start, sentence.end):
            return False
        if self.unless_pattern and self.unless_pattern.search(page.folded, sentence.start, sentence.end):
            return False
        return not self.document_pattern or bool(self.document_pattern.search(page.whole))


UNSETTLED = compiled(r"\b(?:not|never|n't|no|yet|will|would|could|may|might|should|to be|until|when|before|expected|hope\w*|"
                     r"unless|if)\b")
"""What undoes a status that a construction would settle."""


def key_of(found: re.Match[str]) -> tuple[int, int]:
    """The span of the group (``k1``, ``k2`` …) that states the claim, so that the words around it bear on it; else all."""
    return next((found.span(name) for name in found.re.groupindex if name[0] == "k" and found[name] is not None), found.span())


Reader = Callable[[Page, Sentence], Iterable[Trigger]]


@dataclass(frozen=True)
class Family:
    """Interventions of one sort, found from the same anchor words."""

    name: str
    anchor: str
    """Stems, one of which every claim's sentence holds; matched at a word's beginning."""
    gate: str = ""
    """What every claim's sentence holds besides an anchor, where the anchors are everyday words."""
    patterns: tuple[Pattern, ...] = ()
    readers: tuple[Reader, ...] = ()
    """What patterns alone cannot say: amounts, who left which post."""
    spare: bool = False
    """Whether it is heard only of subtypes of which nothing else in the sentence speaks: rarer words, or looser ones."""

    @cached_property
    def anchor_pattern(self) -> re.Pattern[str]:
        return compiled(by_first_letter(self.anchor))

    @cached_property
    def gate_pattern(self) -> re.Pattern[str] | None:
        return compiled(self.gate) if self.gate else None

    def read(self, page: Page, sentence: Sentence) -> Iterable[Trigger]:
        """All triggers of this family in one sentence."""
        if self.gate_pattern and not self.gate_pattern.search(page.folded, sentence.start, sentence.end):
            return
        if page.follows_another(sentence):
            return
        if page.is_of_others(sentence) or page.is_definition(sentence):
            page.mentioned.extend(self._read(page, sentence))
            return
        yield from self._read(page, sentence)

    def _read(self, page: Page, sentence: Sentence) -> Iterator[Trigger]:
        for pattern in self.patterns:
            yield from pattern.find(page, sentence)
        for reader in self.readers:
            yield from reader(page, sentence)


# Words that many families share.
NATIONAL = (r"(?:nhs england|nhs ?e ?(?:/|and|&) ?i|nhse/?i?|nhs improvement|nhsi|nhse&i|monitor|tda|ntda|"
            r"trust development authority|"
            r"regulators?|regional (?:team|director|office)|secretary of state|ministers?|department of health)")
OTHER_BODIES = (
    r"\b(?:schools?|academy|academies|pupils?|ofsted|council's (?:children|planning|finances)|"
    r"children's services department|universities|(?:the|our|a) university|vice-chancellor|students|"
    r"prisons?|hmp|care homes?|nursing homes?|residential homes?|gp (?:practice|surgery)|medical (?:practice|centre)|"
    r"witness(?:es)?|jury|"
    r"football|league (?:one|two)|premier league|police force|constabulary|fire (?:service|authority)|rail|ofcom|ofwat|"
    r"ofgem|broker|drainage|"
    r"health boards?|betsi|cwm taf|hywel dda|aneurin bevan|swansea bay|senedd|holyrood|stormont|wales|welsh|scottish|scotland|"
    r"northern ireland|environment agency|landlord|bidders|manufacturer|"
    r"diocese|cathedral)\b")
THIRD_PARTY = compiled(rf"{OTHER_BODIES}|\b(?:ltd|plc|company(?! secretar)|its owner|the home|the practice|cabinet member)\b")
SOMEONE_ELSE = compiled(
    rf"{OTHER_BODIES}|\b(?:ltd|plc|company(?! secretar)|its owner|the home|its residents|the practice|local authority)\b|"
    rf"\?[\"')]*$|"
    r"\b(?:means|refers to|allows|is a (?:notice|label|regime|promise|legal|term)|guide|glossary|as a rule|in general|"
    r"generally|normally|usually|for example)\b")
"""Where no organisation of the register is named: signs that the sentence is a question, a definition, or about someone else."""
ANOTHER = compiled(
    rf"{OTHER_BODIES}|\b(?:councils?|school'?s|primary|company|companies|hotels?|landlords?|clinics?|gp surger(?:y|ies)|"
    rf"(?:a|the|this|elms|[a-z]+ (?:road|street|lane|house)) surgery|"
    r"charit(?:y|ies)|residential|m[ae]n|wom[ae]n(?!'s)|drivers?|motorists?|"
    r"(?<!outside\s)(?<!accountancy\s)(?<!intervention\s)firms?(?!'s|\sof\s(?:accountants|solicitors|consultants|auditors|"
    r"advisers))|"
    r"contractors?|private provider|economy|country|"
    r"location|ship|book|novel|award|"
    r"trophy|thriller|owner|landlord|supplier|union|visitors?|a nurse|a doctor|a surgeon|a midwife|psychologist|bus|trains?|"
    r"water|canal|oak)\b")
"""Someone or something else, of which what follows is said unless an organisation of the register comes between."""
GLOSSARY = re.compile(
    r"[\w.'()/ -]{2,40}?(?:\s{2,}(?:an?|one of|the|trust special|financial special|maternity safety)|"
    r":\s(?:an?|one of|promises made))\s|"
    r"(?:up)?on receipt of an?\s|when (?:we|an?|the (?:trust|cqc|regulator)) (?:serves?|receives?|issues?)\s|"
    r"where (?:the|an?)\s")
"""A term and what it means; what is done if something happens."""
