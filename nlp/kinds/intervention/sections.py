"""Organisations under a word for how things stand: "In force: A, B. Discharged this year: C.", "JOINED" over a list, "D – closed".

What is in force, or was discharged, is what the document is about, or what the sentence before named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.schema import Status
from nlp.candidates import Group, groups_in
from nlp.context import status_of
from nlp.kinds.intervention.lists import LISTED
from nlp.kinds.intervention.patterns import Page, compiled
from nlp.kinds.intervention.topics import Topics
from nlp.sheet import Sentence, Subject, Trigger

STATES: tuple[tuple[Status, str], ...] = (
    ("negated", r"not (?:joining|joined|entering|pursued|proceeded with|issued|imposed|required|needed|taken|placed|included|"
                r"affected|subject|in scope|in (?:it|them|the (?:programme|regime))|on (?:it|the (?:programme|list)))|declined|"
                r"rejected|"
                r"cleared|refused|ruled out|considered and rejected|no action|none|never (?:in|joined|entered)"),
    ("ended", r"left|leavers?|exits?|exited|exiting|leaving|departures?|out|released?|discharged|closed|lifted|removed|withdrawn|"
              r"completed?|completions?|graduat(?:es|ed|ions?)|concluded|ended|met|certified|complied(?: with)?|expired|lapsed|"
              r"discontinued|former(?:ly)?|removals?|closures?|stepped down|de-?escalated|no longer (?:in|on|under|in force)"),
    ("planned", r"pending|under (?:consideration|discussion|threat)|proposed|deferred|for decision|at risk|recommended|expected|"
                r"forthcoming|"
                r"candidates|being considered|to (?:join|enter|follow|come|be added|be placed)|joining (?:soon|next \w+|shortly)|"
                r"due to (?:join|enter)|minded to|watch[ -]?list|next|soon"),
    ("current", r"in force|in place|in effect|current(?:ly)?(?: in)?|entr(?:y|ies|ants)|entered|entering|joined|joiners|joining|"
                r"new(?: "
                r"(?:entrants|entries|starters|arrivals|joiners|cases))?|added|additions|accepted|imposed|opened|open|issued|"
                r"extended|continu(?:es|ing)|remain(?:s|ing)?|stays?|still (?:in|on|open|in force|there)|in|members?|participants?|"
                r"under way|running|live|active|given|placed|put in|since|on (?:it|the programme)|unchanged|no change"),
)
TAIL = (r"(?: (?:in|on|to|from|by|since|during|for|this|last|the|of|at|with|a|its|month|quarter|year|date|period|review|"
        r"programme|regime|scheme|measures|special|list|now|so far|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|"
        r"sep\w*|oct\w*|nov\w*|dec\w*|\d{1,4}(?:[/-]\d{2,4})?|trusts?|providers?|organisations?|informal|formal|action|again|there|"
        r"membership|decisions?|undertakings|notices)){0,6}")
HEAD = (r"(?:trusts?|providers?|organisations?|those|hospitals|decisions?|cases|the|newly|all|also|now|already|since \w+|"
        r"undertakings|notices|certificates?|action|section \w+)")
STATE = "|".join(f"(?P<{status}>{words})" for status, words in STATES)
LABEL = compiled(rf"(?:{HEAD} ){{0,3}}(?:{STATE}){TAIL} ?(?P<close>[:.]|-(?= )|$)")
"""A whole line or the beginning of one: a word for how things stand, and little else."""
MARKER = re.compile(r"[\s•●▪◦‣–—*·■⇒>|-]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})(?:\.\d+)*[.):]?\s+)?[\"'(\s]*")
BEHIND = compiled(rf" ?(?:[-:|] ?|, (?!(?:in|out|on|new|next|open|soon)\b)|"
                  rf"(?P<open>\([\"']?))(?:{STATE})(?(open)\b[^()]{{0,40}}\)|{TAIL} ?(?=[.;,:(]|$))")
"""How things stand, behind a name: "A – closed", "B (exited March)"."""
ITSELF = compiled(r" ?(?:$|[.,;:()-]|(?:is|are|was|were|has|have|had|will|may|comes?|goes|follows?|stays?|remains?|joins?|enters?|"
                  r"leaves?|forms?|left|joined|entered|came|went|stayed|remained|in|on|since|from|until|for|after|with|at|not)\b)")
"""What stands behind an organisation that the line is about; behind one that only helps to say something else stands a noun."""
FAR = 24
"""How many sentences a heading may stand above the last that it speaks for."""
STANDING = LISTED - frozenset({"warning_notice", "requirement_notice", "urgent_conditions", "prosecution",
                               "prevention_of_future_deaths"})
"""What a list of organisations, each with how it stands, may be about without saying so in its title."""
SHORT = 120
SEVERAL = 3
BEGINNING = 9
NAMED_OVER = frozenset({"enforcement_undertakings", "improvement_director", "mandated_support", "licence_breach",
                        "licence_condition",
                        "maternity_support", "deep_dive_review", "turnaround"})
"""What is named over a paragraph that may go on to say that there is none."""
LEAVES_OUT = compiled(r"\b(?:one|none|any|them|nil|neither|nobody)\b")
LABEL_BEFORE = 8
LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A word for how things stand, and where what it speaks for begins."""

    status: Status
    start: int
    end: int
    body: int
    """Offset behind the label."""
    alone: bool
    """Whether nothing else stands in its sentence."""


def find_under_labels(page: Page, triggers: Sequence[Trigger], topics: Topics) -> Iterator[Trigger]:
    """Claims about the organisations that stand under, or right before, a word for how things stand."""
    said = _by_sentence(page, triggers)
    common = _common(page, triggers)
    ruling: Label | None = None
    ruler: Sentence | None = None
    for sentence in page.sheet.sentences:
        label = label_of(page, sentence)
        if label is not None:
            ruling, ruler = label, sentence
        elif ruler is not None and not _rules(ruler, sentence):
            ruling = ruler = None
        subtype = _subtype(page, sentence, said, topics, common)
        if subtype is None or subtype in said.get(sentence.index, ()):
            continue
        if ruling is not None and ruler is not None and (label is None or not label.alone):
            yield from _ruled(page, sentence, ruling, label is not None, subtype, said)
        elif ruling is None:
            yield from _marked(page, sentence, subtype)


def label_of(page: Page, sentence: Sentence) -> Label | None:
    """The label that a sentence is or begins with."""
    begin = MARKER.match(page.folded, sentence.start, sentence.end)
    start = begin.end() if begin else sentence.start
    found = LABEL.match(page.folded, start, sentence.end)
    if found is None or (found["close"] == "" and found.end() != sentence.end):
        return None
    status = next(status for status, _ in STATES if found[status])
    alone = found.end() >= sentence.end - 1
    if alone and found["close"] == "." and sentence.form == "prose" and sentence.end - sentence.start > 40:
        return None
    if not alone and found["close"] == ".":
        return None
    return Label(status, found.start(status), found.end(status), found.end(), alone)


def is_label(page: Page, trigger: Trigger) -> bool:
    """Whether a trigger is all of its line ("4. Undertakings."), or stands before a colon over answers that leave it out."""
    sentence = page.sheet.sentence_at(trigger.start)
    if sentence is None or trigger.subtype not in NAMED_OVER or trigger.status is not None:
        return False
    begin = MARKER.match(page.folded, sentence.start, trigger.start)
    if trigger.start - (begin.end() if begin else sentence.start) > LABEL_BEFORE:
        return False
    rest = page.folded[trigger.end:sentence.end]
    if rest.strip(" .:-") == "":
        return sentence.end - sentence.start < LABEL_LENGTH
    return rest.startswith(":") and LEAVES_OUT.search(rest) is not None


def _by_sentence(page: Page, triggers: Sequence[Trigger]) -> dict[int, tuple[str, ...]]:
    """What each sentence names."""
    said: dict[int, tuple[str, ...]] = {}
    for trigger in triggers:
        sentence = page.sheet.sentence_at(trigger.start)
        if sentence is not None:
            said[sentence.index] = (*said.get(sentence.index, ()), trigger.subtype)
    return said


def _rules(ruler: Sentence, sentence: Sentence) -> bool:
    """Whether a label still speaks for a sentence below it."""
    if sentence.paragraph == ruler.paragraph:
        return True
    if sentence.index - ruler.index > FAR or sentence.form == "heading":
        return False
    return ruler.form in ("heading", "item") and not (ruler.form == "item" and sentence.form == "prose")


def _subtype(page: Page, sentence: Sentence, said: dict[int, tuple[str, ...]], topics: Topics, common: str | None) -> str | None:
    """What stands so: what the sentences right before it name, in the same paragraph, else what the document is about."""
    for earlier in reversed(page.sheet.before(sentence, 3)):
        listed = [subtype for subtype in said.get(earlier.index, ()) if subtype in LISTED]
        if listed and earlier.paragraph == sentence.paragraph:
            return listed[-1]
    return next((subtype for subtype in (*topics.of_title, common, *topics.of_text) if subtype in LISTED), None)


def _common(page: Page, triggers: Sequence[Trigger]) -> str | None:
    """What is named most, where several headings or items say how it stands with an organisation: "A – open", "B – closed"."""
    counts = Counter(trigger.subtype for trigger in triggers if trigger.subtype in STANDING)
    if not counts:
        return None
    marked = sum(1 for sentence in page.sheet.sentences if sentence.form in ("heading", "item")
                 and any(BEHIND.match(page.folded, name.end, sentence.end)
                         for name in page.sheet.names_in(sentence.start, sentence.end) if name.code))
    return counts.most_common(1)[0][0] if marked >= SEVERAL else None


def _ruled(page: Page, sentence: Sentence, label: Label, here: bool, subtype: str,
           said: dict[int, tuple[str, ...]]) -> Iterator[Trigger]:
    """The organisations of a sentence that a label speaks for: those right behind it, or that the sentence begins with."""
    first = label.body if here else sentence.start
    marker = MARKER.match(page.folded, first, sentence.end)
    begin = marker.end() if marker else first
    groups = [group for group in groups_in(page.sheet, first, sentence.end) if group.codes]
    following = page.sheet.sentences[sentence.index + 1:sentence.index + 2]
    if not here and following and following[0].paragraph == sentence.paragraph and subtype in said.get(following[0].index, ()):
        return
    for group in groups:
        if group.names[0].form == "anaphor":
            return
        if group.start - begin > BEGINNING and not (here and page.folded[group.start - 2:group.start] in ("; ", ", ", "d ")):
            return
        if not ITSELF.match(page.folded, group.end, sentence.end):
            return
        yield _claim(page, sentence, group, label.status, subtype)
        begin = group.end
        if not here:
            return


def _marked(page: Page, sentence: Sentence, subtype: str) -> Iterator[Trigger]:
    """The organisations of a heading or item that how things stand is written behind."""
    names = [name for name in page.sheet.names_in(sentence.start, sentence.end) if name.code and name.form != "anaphor"]
    found = {name: behind for name in names if (behind := BEHIND.match(page.folded, name.end, sentence.end))}
    listed = sentence.form != "prose" or sentence.end - sentence.start <= SHORT or ";" in page.folded[sentence.start:sentence.end]
    for name, behind in found.items() if listed or len(found) > 1 else ():
        yield _claim(page, sentence, Group((name,)), next(status for status, _ in STATES if behind[status]), subtype)


def _claim(page: Page, sentence: Sentence, group: Group, status: Status, subtype: str) -> Trigger:
    own = status_of(page.sheet, sentence, group.start, group.end)
    return Trigger("intervention", subtype, group.start, group.end, "intervention.under_label",
                   status=status if own.cue is None or own.rule == "holds" else own.status,
                   subjects=tuple(Subject(code, 0.85, "label") for code in group.codes),
                   quote=(sentence.start, sentence.end), confidence=0.7)
