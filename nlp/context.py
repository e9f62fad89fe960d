"""Whether what a trigger says holds, is over, is to come or is denied, and who says so.

The algorithm is that of ConText: cues with a direction and a scope, ended by terminators, around a trigger. What the cues
that reach a trigger make of it together is composed: "has not left" is still in, "will leave" is still in, "no plan to" is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpora.schema import Status
from nlp.cues import Cue, Effect, Nature
from nlp.discourse import Reply, Wish, reply_to
from nlp.headings import heading_status
from nlp.hypothetical import claims_nothing
from nlp.outlook import told_ahead
from nlp.rumours import denied_as_told
from nlp.sheet import Sentence, Sheet
from nlp.signs import WORD, Sign, plain, signs_in
from nlp.spells import past_spell

REACH = 400
"""How many characters before and after a trigger are looked at."""
BREAK = re.compile(r"[;:()\[\]|]|\s[–—-]\s|—|[.?!]\s|\s{3,}")
COMMA = re.compile(r",\s")
COMMA_WORDS = 3
"""How many words a comma counts for in the distance between a cue and a trigger."""
CELL = re.compile(r"[\W_]*(?:\(?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\)?[\W_]*)?|[^.?!;\n]{0,80}(?:[:|=/(]|\s[–—-])\s?")
"""What may stand between a heading and its cell: punctuation and a year, or a few words with a colon or the like at their end."""
CELL_MARK = re.compile(r"[:|=/(–—.]|-\s|\s{2}")
RELATIVE = re.compile(r",?\s(?:which|that)\b")
RELATIVE_PLACE = re.compile(r",?\s(?:in|to|of|for|under|on|by)\s(?:which|whom)\b")
"""A relative clause that says who has part in it: what ends may stand beyond ("the regime in which it took part is over")."""
ASIDE = re.compile(r",\s(?:which|who|whose|whom|while|though|although|after|before|following)\s[^,;:.]{1,90},|"
                   r"\s\([^()]{1,90}\)|\s[–—]\s[^–—.;]{1,90}\s[–—](?=\s)")
"""Words between commas, brackets or dashes: what stands around them belongs together."""
AT_ONCE = re.compile(r"\btoday\b|\bwith immediate effect\b|\bhereby\b")
"""An ending told with "will" that is already there: "will leave special measures today"."""
RECOMMENDED = re.compile(
    r"\s+(?:is\s+|are\s+)?(?:recommended|proposed|threatened|considered|feared|mooted|possible|likely|imminent|looming|"
    r"looms?)\W*$",
    re.IGNORECASE)
"""What ends a headline: "special measures recommended"."""
DONE = re.compile(r"\b(?:issued|served|imposed|gave|given|placed|received|has\s+had)\b[^.;:]{0,60}$")
"""What has been done, up to the trigger: "issued the trust with a"."""
OTHERS_TO_COME = re.compile(r",?\s(?:which|that)\s(?:\w+\s)?(?:names?|lists?|sets?\sout|says?|tells?|explains?|describes?|"
    r"gives?|requires?|identif\w+|demands?)\s")
"""A relative clause that tells what a notice holds: what is to come in it is not the notice."""
OPENED = re.compile(r",\s(?:which|who|whose|itself|now|once|then|still)\b[^,;:]*$")
"""Words that belong to the name before them, up to a trigger: what its sentence goes on to say is not of the trigger."""
RESUMED = re.compile(r",\s(?:was|were|is|are|has|had|have|remains|will)\b")
"""The verb of a subject that words between commas kept it from: what stands before it is no part of its clause."""
DURATION = re.compile(r"for\s")
"""How long something to come is to last is no end of it: "will close for six months"."""
CONDITION = re.compile(r"(?:^|[.;:“\"]\s*|\b(?:and|but|that),?\s+)(?:if|unless|should|were|once|when|where|whereas|"
                       r"while|although|because|since|as|after|before|having|by)\s[^,;:]{4,160},")
"""A clause put before the main one: no cue in it reaches beyond its comma."""
DENIABLE = re.compile(r"any|call|demand|petition|urg|clamour|lobb|campaign")
"""What of itself claims nothing, and with a denial denies: "rejected calls for", "did not issue any"."""
CONDITION_BARE = re.compile(
    r"\b(?:if|unless)\s[^,;:.]{4,120}?\b(?=(?:it|they|we|he|she|the\s+(?:trust|board|icb|hospital|regulator|cqc))\s+"
    r"(?:will|would|could|may|might|can|faces?|risks?)\b)")
"""The same without its comma: "if it can't agree a plan by Friday it will be …"."""
BRACKETED = re.compile(r"\([^()]{1,40}\)")
"""An acronym, a place or a year in brackets: the sentence goes on beyond it."""
HELD_SINCE = re.compile(r"\b(?:and|so|it|that)\s|\w\W+\w+\W+\w")
"""Between a denial and what says that it still is so: they do not bear on each other ("did not and stays")."""
APPOSED = re.compile(r",\s(?:(?:now|currently|already|itself|still|both|presently|again|back|also|another\s+\w+|"
                     r"an?\s+(?:\w+\s)?\w+)\s)"
                     r"{1,2}(?:in|under|subject\s+to)\s(?:the\s)?(?:\w+\s)?$")
"""Words in apposition to the name before them, up to the trigger: "will take over X, now in". No cue reaches into them."""
AGREED = re.compile(r",?\s(?:and|which|a\s+(?:\w+\s)?that)\s(?:(?!not\b|to\b)[\w'-]+\s){0,5}?(?:agreed|accepted|concurred|"
                    r"approved|obliged|complied|"
                    r"did\s+so|did\s+just\s+that|(?:has|have)\s+(?:now\s+|since\s+)?done\s+so|acted\s+on\s+it|said\s+yes)\b")
"""What was recommended or asked for was also granted."""
ASKED = re.compile(r"recommend|propos|ask|appl|request|advis|urged?|sought")
UNTIL_THEN = re.compile(
    r"\b(?:until|till)\s+(?:it|they|we|both|each|all|the\s+\w+)\s+(?:(?:finally|formally|eventually|itself|has|have)\s+)*$")
PRESENT = re.compile(r"(?:leaves?|exits?|comes?|gets?|is|are|moves?|emerges?|escapes?|graduates?|been)\b|"
                     r"(?:left|exited)\b(?:(?<=has left)|(?<=have left)|(?<=has exited)|(?<=have exited))")
"""Before an ending, and its tense, where it has not come yet."""
DENIED: frozenset[Nature] = frozenset({"state", "notice", "review", "standing"})
"""What may be rumoured or thought of."""
OBJECT_BARRIER = frozenset(("and", "into", "to", "for", "with", "in", "as", "at", "by", "on", "or"))
"""Words that an object does not begin beyond: "left Monday to join", "leaves it in segment 3", "out of 4 and into 3"."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of a claim and what decided it."""

    status: Status
    cue: str | None = None
    """The words that decided, or None where nothing spoke against ``current``."""
    reported_by: str | None = None
    confidence: float = 0.8
    hypothetical: bool = False
    """A counterfactual, a question, a definition ("trusts in segment 4 are those that …"): no fact at all."""

    @property
    def rule(self) -> str:
        """``plain`` where no cue reached the trigger, ``holds`` where one says that it still is so, else ``cue``."""
        return "plain" if self.cue is None else "holds" if self.status == "current" else "cue"


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue near a trigger: ``text[start:end]`` of the document."""

    start: int
    end: int
    cue: Cue
    reaches: bool


def status_of(sheet: Sheet, sentence: Sentence, start: int, end: int, *, nature: Nature = "state") -> Judgement:
    """The status, as of the document's own date, of what the trigger at ``[start, end)`` says."""
    nothing = claims_nothing(sheet, sentence, start, end)
    if nothing:
        judgement = Judgement("current", nothing, hypothetical=True)
        reply = reply_to(sheet, sentence, start, end, nature, wish="demanded")
        return Judgement("negated", "the next sentence") if nothing == "claimed" and reply == "denied" else judgement
    denied = denied_as_told(sheet, sentence, start, end) if nature in DENIED else None
    if denied:
        return Judgement("negated", denied)
    words, left, right, _ = _around(sheet, sentence, start, end)
    signs = reaching_signs(words, left, right, nature)
    judgement = _composed(words, right, signs)
    if judgement.cue is None:
        judgement = _by_time_or_heading(sheet, sentence, start, end, nature)
    wish = _wish(judgement) or ("considered" if judgement.status == "current" and _to_end(signs) else None)
    reply = reply_to(sheet, sentence, start, end, nature, wish=wish)
    return _replied(judgement, signs, reply)


def cues_around(sheet: Sheet, sentence: Sentence, start: int, end: int, *, nature: Nature) -> tuple[FoundCue, ...]:
    """The cues about a trigger, in the order of the text, each with whether it reaches the trigger."""
    words, left, right, base = _around(sheet, sentence, start, end)
    reaching = set(reaching_signs(words, left, right, nature))
    return tuple(FoundCue(base + sign.start, base + sign.end, sign.cue, sign in reaching) for sign in signs_in(words)
                 if sign.cue.effect not in ("stop", "pseudo", "plug"))


def _around(sheet: Sheet, sentence: Sentence, start: int, end: int) -> tuple[str, int, int, int]:
    """The words about a trigger, where the trigger stands in them, and where they begin in the text."""
    base = max(sentence.start, start - REACH)
    words = _names_as_one_word(sheet, plain(sheet.text[base:min(sentence.end, end + REACH)]), base)
    left, right = start - base, end - base
    if left and words[left - 1] == "(" and words[right:right + 1] == ")":
        left, right = left - 1, right + 1
    return words, left, right, base


def _by_time_or_heading(sheet: Sheet, sentence: Sentence, start: int, end: int, nature: Nature) -> Judgement:
    """The judgement where no cue reaches the trigger: by a date wholly past, by one to come, by the heading above."""
    spell = past_spell(sheet, sentence, start, end, nature)
    if spell:
        return Judgement("ended", spell)
    if RECOMMENDED.match(sheet.text, end, sentence.end):
        return Judgement("planned", "recommended")
    ahead = told_ahead(sheet, sentence, start, end)
    if ahead:
        return Judgement("planned", ahead)
    headed = heading_status(sheet, sentence, nature)
    return Judgement(headed[0], headed[1], confidence=0.7) if headed else Judgement("current")


def reaching_signs(words: str, start: int, end: int, nature: Nature) -> tuple[Sign, ...]:
    """The cues that reach a trigger at ``words[start:end]``."""
    signs = signs_in(words)
    breaks = [found.start() for found in BREAK.finditer(words)]
    asides = [found.span() for found in ASIDE.finditer(words)]
    walls = [*(sign.start for sign in signs if sign.cue.effect == "stop"), *breaks]
    behind = [wall for wall in walls if wall >= end and not any(opens <= wall < closes for opens, closes in asides)]
    brackets = [found.span() for found in BRACKETED.finditer(words, 0, start)]
    walls = [*(wall for wall in walls if wall < end and not any(opens <= wall < closes for opens, closes in brackets)), *behind,
             *(found.end() - 1 for found in CONDITION_BARE.finditer(words)),
             *(found.end() - 1 for found in CONDITION.finditer(words)),
             *(found.start() for found in APPOSED.finditer(words, 0, start)),
             *(found.start() for found in RESUMED.finditer(words) if found.start() < start)]
    return tuple(sign for sign in signs
                 if sign.cue.effect not in ("stop", "pseudo", "plug")
                 and (sign.cue.natures is None or nature in sign.cue.natures)
                 and _reaches(words, sign, start, end, signs, walls))


def _reaches(words: str, sign: Sign, start: int, end: int, signs: tuple[Sign, ...], walls: list[int]) -> bool:
    before = sign.end <= start
    if not before and sign.start < end:
        return False
    left, right = (sign.end, start) if before else (end, sign.start)
    gap = words[left:right]
    if sign.cue.direction == "cell":
        return not before and CELL.fullmatch(gap) is not None and CELL_MARK.search(gap) is not None
    if sign.cue.direction in (("backward",) if before else ("forward", "object")):
        return False
    if not before and (own := RELATIVE.match(words, end, right) or (
            RELATIVE_PLACE.match(words, end, right) if sign.cue.effect == "ended" else None)):
        left = own.end()
    if any(left <= wall < right for wall in walls):
        return False
    if not before:
        gap = ASIDE.sub(" ", gap)
    between = WORD.findall(gap)
    if len(between) + COMMA_WORDS * len(COMMA.findall(gap)) > sign.cue.scope:
        return False
    if sign.cue.direction == "object":
        return OBJECT_BARRIER.isdisjoint(between)
    if not before and sign.cue.effect in ("planned", "negated") and OPENED.search(words, 0, start) and (
            RESUMED.search(words, end, sign.start + 1) or RESUMED.match(words, sign.start - 2)):
        return False
    if not before and sign.cue.effect == "planned" and OTHERS_TO_COME.search(words, end, sign.start) and (
            DONE.search(words, max(0, start - 90), start)):
        return False
    if before and sign.cue.effect in ("negated", "planned"):
        return not any(other.cue.effect == "plug" and sign.end <= other.start and other.end <= start for other in signs)
    return True


def _names_as_one_word(sheet: Sheet, words: str, base: int) -> str:
    """The words with the spaces inside organisations' names filled, so that a long name is no longer than a short one."""
    for name in sheet.names_in(base, base + len(words)):
        start, end = name.start - base, min(name.end - base, len(words))
        if name.form != "anaphor" and end - start > 8:
            words = words[:start] + "x" * (end - start) + words[end:]
    return words


def _composed(words: str, end: int, signs: tuple[Sign, ...]) -> Judgement:
    if AGREED.search(words, end):
        signs = tuple(sign for sign in signs if sign.cue.effect != "planned" or not ASKED.match(words, sign.start))
    by_effect: dict[Effect, list[Sign]] = {}
    for sign in signs:
        by_effect.setdefault(sign.cue.effect, []).append(sign)
    if "no_fact" in by_effect and not ("negated" in by_effect and DENIABLE.match(_words(words, by_effect["no_fact"]))):
        return Judgement("current", _words(words, by_effect["no_fact"]), hypothetical=True)
    negated, planned, ended = ("negated" in by_effect), ("planned" in by_effect), by_effect.get("ended")
    if "holds" in by_effect and (not negated or (by_effect["negated"][-1].end < by_effect["holds"][-1].start < end
                                 and HELD_SINCE.search(words, by_effect["negated"][-1].end, by_effect["holds"][-1].start))):
        return Judgement("current", _words(words, by_effect["holds"]))
    if ended and planned and all(DURATION.match(words, sign.start) for sign in ended):
        return Judgement("planned", _words(words, by_effect["planned"]))
    if ended:
        undone = (negated or any(_awaited(words, sign) for sign in ended) or (planned and not AT_ONCE.search(words))
                  or all(_undone(words, sign, end) for sign in ended))
        return Judgement("current" if undone else "ended", _words(words, ended))
    if negated:
        return Judgement("negated", _words(words, by_effect["negated"]))
    if planned:
        return Judgement("planned", _words(words, by_effect["planned"]))
    return Judgement("current")


def _wish(judgement: Judgement) -> Wish | None:
    if judgement.hypothetical or (judgement.cue or "").startswith(("ask", "request")):
        return "demanded"
    return "considered" if judgement.status == "planned" else None


def _replied(judgement: Judgement, signs: tuple[Sign, ...], reply: Reply | None) -> Judgement:
    """The judgement of a sentence, as the next one turns it."""
    if reply is None:
        return judgement
    if reply == "asked":
        return replace(judgement, cue="?", hypothetical=True)
    if reply == "affirmed":
        return Judgement("ended" if _to_end(signs) else "current", "yes")
    if reply == "ended":
        holds = judgement.status == "current" and not judgement.hypothetical
        return Judgement("ended", "the next sentence") if holds else judgement
    over = any(sign.cue.effect == "ended" for sign in signs)
    if judgement.status == "negated" and not over:
        return judgement
    return Judgement("current" if over else "negated", "the next sentence")


def _to_end(signs: tuple[Sign, ...]) -> bool:
    """Whether an end is recommended or sought."""
    return {"ended", "planned"} <= {sign.cue.effect for sign in signs}


def _awaited(words: str, ended: Sign) -> bool:
    """Whether an ending is only what something lasts until: "the adviser stays until it leaves the regime"."""
    return (UNTIL_THEN.search(words, max(0, ended.start - 60), ended.start) is not None
            and PRESENT.match(words, ended.start) is not None)


def _undone(words: str, ended: Sign, end: int) -> bool:
    """Whether an ending after the trigger is itself denied or to come ("have never been discharged", "are to be lifted")."""
    return any(end <= sign.start < ended.start and ended.start - sign.end < 14 and ","
     not in words[sign.end:ended.start] and sign.cue.effect in ("negated", "planned")
               and sign.cue.direction in ("forward", "object", "both") for sign in signs_in(words)) if ended.start >= end else False


def _words(words: str, signs: list[Sign]) -> str:
    return words[signs[0].start:signs[0].end]
