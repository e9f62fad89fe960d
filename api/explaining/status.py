"""Whether a claim holds, when it was, and how sure it is, in words."""

from __future__ import annotations

from collections.abc import Mapping

from api.words import date_in_words, in_words
from nlp.explain import ConfidenceTrace, CueTrace, DateTrace, StatusTrace

DECIDED = {
    "plain": "Nothing in the sentence speaks against its being so.",
    "holds": "Its words together say that it still is so.",
    "construction": "The construction itself says so, as “was fined” or “moved from segment 4 to 3” do.",
    "cue": "Words about it decide.",
}
LEARNED = "The learned reader says so, and was surer than the rules that said otherwise."
EFFECTS = {"negated": "denies", "ended": "tells an end", "planned": "tells what is to come", "holds": "says that it goes on",
           "no_fact": "makes it a supposition"}
DIRECTIONS = {"forward": "what follows it", "object": "its object", "backward": "what stands before it",
              "both": "what stands on either side", "cell": "the cell or heading right before it"}
PARTS = {"wording": "the words that state it", "organisation": "whom they are about", "status": "whether it holds",
         "place": "where it stands"}
HARDLY = 0.01
WORTH = ("It is meant as the share of claims so rated that are right; on kinds of text left out of the training the share was "
         "at most five points lower.")
"""What a stated confidence was worth, by docs/reading-report.md."""


def status_in_words(told: StatusTrace, *, learned: bool = False) -> tuple[str, ...]:
    """What was decided, by which words, and which words near by did not count.

    Args:
        learned: whether the learned reader decided against the rules; the trace holds the rules' own reading.
    """
    decided = LEARNED if learned else DECIDED.get(told.decided_by, told.decided_by.replace("_", " ").capitalize() + ".")
    lines = [f"{in_words(told.status)}. {decided}"]
    reaching = [cue for cue in told.cues if cue.reaches and not any(_holds(other, cue) for other in told.cues)]
    if told.words and not any(told.words.split()[0] in cue.text.lower() for cue in reaching):
        lines.append(f"What decided: “{told.words}”.")
    if told.status != told.read_alone and learned:
        lines.append(f"By the rules alone it would be {in_words(told.read_alone).lower()}.")
    elif told.status != told.read_alone:
        lines.append(f"The sentence by itself reads as {in_words(told.read_alone).lower()}; "
                     "other places in the document made it what it is.")
    lines.extend(_reaching(cue) for cue in reaching)
    lines.extend(_not_reaching(cue) for cue in told.cues if not cue.reaches)
    return tuple(dict.fromkeys(lines))


def date_in_words_of(told: DateTrace | None, published: str | None) -> tuple[str, ...]:
    """Which words gave the date, and what they were counted from."""
    if told is None:
        return (f"The sentence gives none; the document is dated {date_in_words(published)}." if published
                else "The sentence gives none, and the document’s date is not known.",)
    said, meant = _one_line(told.words).rstrip("."), date_in_words(told.date)
    if said == meant:
        return (f"The sentence says {meant}.",)
    complete = told.date[:4] in told.words or not told.against
    against = "" if complete else f", counted from the document’s date, {date_in_words(told.against)}"
    return (f"“{said}” is {meant}{against}.",)


def confidence_in_words(told: ConfidenceTrace) -> tuple[str, ...]:
    """The parts, their product, and what such a product was worth."""
    if told.contradicted:
        return (f"{told.confidence:.0%}: the document says something else of the same as well, and nothing in it tells which "
                f"holds. {WORTH}",)
    if len(told.parts) == 1:
        return (f"{told.confidence:.0%}. {WORTH}",)
    parts = ", ".join(f"{PARTS.get(part, part)} {value:.2f}" for part, value in told.parts.items())
    return (f"{told.confidence:.0%}.", f"Multiplied: {parts}; together {told.product:.2f}. {WORTH}")


def chances_in_words(chances: Mapping[str, float]) -> tuple[str, ...]:
    """``current``, ``ended`` …, ``none`` and how likely each is, the likeliest first; those hardly likely in one line."""
    likeliest_first = sorted(chances, key=lambda answer: -chances[answer])
    lines = [f"{_answer(answer)}: {_share(chances[answer])}." for answer in likeliest_first if chances[answer] >= HARDLY]
    unlikely = [_answer(answer).lower() for answer in likeliest_first if chances[answer] < HARDLY]
    return (*lines, *([f"Under 1%: {', '.join(unlikely)}."] if unlikely else []))


def _answer(answer: str) -> str:
    return "No claim about it" if answer == "none" else in_words(answer)


def _share(chance: float) -> str:
    return "over 99%" if chance > 1 - HARDLY else f"{chance:.0%}"


def _holds(longer: CueTrace, cue: CueTrace) -> bool:
    """Whether a cue that reaches is part of a longer one of the same effect."""
    return (longer.reaches and longer.effect == cue.effect and longer.start <= cue.start and cue.end <= longer.end
            and longer.end - longer.start > cue.end - cue.start)


def _reaching(cue: CueTrace) -> str:
    most = f" (at most {cue.scope})" if cue.scope else ""
    return (f"“{_one_line(cue.text)}” {EFFECTS.get(cue.effect, cue.effect)}: it bears on "
            f"{DIRECTIONS.get(cue.direction, cue.direction)}, {_distance(cue)}{most}.")


def _not_reaching(cue: CueTrace) -> str:
    why = (f"{cue.words_between} words are between, it reaches {cue.scope}" if cue.words_between > cue.scope
           else "a break, a comma or another clause stands between")
    return f"“{_one_line(cue.text)}” ({EFFECTS.get(cue.effect, cue.effect)}) does not reach: {why}."


def _distance(cue: CueTrace) -> str:
    return {0: "right beside it", 1: "one word away"}.get(cue.words_between, f"{cue.words_between} words away")


def _one_line(words: str) -> str:
    return " ".join(words.split())
