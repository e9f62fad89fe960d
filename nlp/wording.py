"""Whether two quotes speak of the same happening, by the words that tell it from others of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from corpora.organisations import Register
from nlp.organisations.words import listed

Group = tuple[frozenset[str], list[int]]
"""The telling words of quotes that may speak of one happening, and the places of those quotes."""
WORDED = {
    "never_event": None, "concern": None,
    "intervention": frozenset({
        "warning_notice", "requirement_notice", "prosecution", "prevention_of_future_deaths", "service_suspension",
        "leadership_change", "independent_review", "hssib_investigation", "contract_notice", "hse_notice", "ico_action",
        "fire_notice", "nhs_england_letter"}),
}
"""What an organisation may have two of within a fortnight: all subtypes of a kind, or these."""
WORD = re.compile(r"[^\W_]+")
SAME = ((re.compile(r"\b(?:a&e|accident (?:and|&) emergency|casualty|ed)\b"), "emergency department"),
        (re.compile(r"\b(?:fell|falling|fallen|falls)\b"), "fall"),
        (re.compile(r"\b(?:birth\w*|obstetric\w*|midwi\w+|labour ward)\b"), "maternity"),
        (re.compile(r"\b(?:cardiac|cardiothoracic)\b"), "heart"),
        (re.compile(r"\b(?:child\w*|paediatric\w*)\b"), "children"))
"""Different words for one thing."""
COMMON = listed("""a an the of to in on at by for from with and or nor but is was were are be been being has have had do
        does did it its their they them his her he she we our us you your that this these those which who whom
        whose what when where while as after before into over under within during since until not no nor one
        two three four first second third last next further there then than also about against between through
        out up down off so such any some all each every other another own more most new will would can could
        may might must should shall january february march april june july august september october november
        december monday tuesday wednesday thursday friday saturday sunday week weeks month months year years
        day days today yesterday period quarter date time trust trusts hospital hospitals nhs england
        foundation university board committee meeting council paper papers report reports reported report
        reporting said says told tell heard noted confirmed announced published news patient patients people
        person man woman care service services case""")
"""Words that tell nothing apart."""
OF_KIND = {
    "never_event": listed("""never event events incident incidents declared declare occurred serious safety theatre
        theatres"""),
    "concern": frozenset[str](),
    "warning_notice": listed("""warning notice notices section 29a served serve serving issued issue issuing cqc quality
        commission inspectors inspection improve improvement significant received"""),
    "requirement_notice": listed("""requirement notice notices regulation regulations issued served cqc quality commission
        breach"""),
    "prosecution": listed("""prosecuted prosecution court magistrates crown fine fined guilty pleaded plea admitted
        convicted cqc quality commission offence offences regulation regulations breach breaching
        failing failed failure death provide safe treatment"""),
    "prevention_of_future_deaths": listed("""coroner coroners regulation 28 prevention prevent future death deaths pfd
        inquest area senior assistant received issued sent wrote written"""),
    "service_suspension": listed("""closed close closes closing closure suspended suspend suspension shut shuts
        temporarily temporary safety grounds unit centre ward notice"""),
    "leadership_change": listed("""resigned resigns resignation resign step stepped stepping down left leave leaves
        leaving quit quits immediate effect following departure departed"""),
    "independent_review": listed("""independent external outside review reviewed inquiry investigation commissioned
        invited asked way begin begun look looking led royal college"""),
}
"""Words that every happening of a kind is told with."""
SHARED = 0.18
"""Which part of the telling words around two quotes must be common where the quotes share none: three in five invented pairs of
stories of one event reach it, and none of different events."""
MOST_GROUPS = 30
STEM = 5
ENOUGH_WORDS = 2
"""A quote with fewer telling words is vague: it speaks against no other."""


def is_worded(kind: str, subtype: str) -> bool:
    """Whether wording is needed to tell happenings of this sort apart."""
    subtypes = WORDED.get(kind, frozenset())
    return subtypes is None or subtype in subtypes


@lru_cache(maxsize=4096)
def telling_words(quote: str, kind: str, subtype: str, org: str | None = None) -> frozenset[str]:
    """The stems of the words that tell one happening from others of its kind at the same organisation."""
    plain = quote.casefold()
    for pattern, word in SAME:
        plain = pattern.sub(word, plain)
    common = OF_KIND.get(subtype, OF_KIND.get(kind, frozenset())) | _names().get(org or "", frozenset())
    return frozenset(word[:STEM] for word in WORD.findall(plain)
                     if len(word) > 2 and not word.isdigit() and word not in COMMON and word not in common)


def is_vague(words: Iterable[str]) -> bool:
    """Whether there are too few telling words to tell anything apart."""
    return len(frozenset(words)) < ENOUGH_WORDS


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two quotes may speak of one happening: they share a telling word, or one of them is vague."""
    return is_vague(one) or is_vague(other) or bool(one & other)


def same_wording(kind: str, subtype: str, one: str, other: str, *, org: str | None = None) -> bool:
    """Whether two quotes of one kind, subtype and organisation may speak of one happening."""
    return not is_worded(kind, subtype) or agree(telling_words(one, kind, subtype, org), telling_words(other, kind, subtype, org))


@cache
def _names() -> dict[str, frozenset[str]]:
    """The words of each organisation's names."""
    register = Register.load()
    names = {organisation.code: [organisation.name] for organisation in register.by_code.values()}
    for alias in register.aliases:
        names.setdefault(alias.code, []).append(alias.name)
    return {code: frozenset(WORD.findall(" ".join(told).casefold())) for code, told in names.items()}


def groups_by_wording(kind: str, subtype: str, quotes: Sequence[str], *, org: str | None = None,
                      around: Callable[[int], str] | None = None) -> list[list[int]]:
    """The places of quotes of one kind, subtype and organisation; those that may speak of one happening stand together.

    Vague quotes go with the first group: they bring no two others together.

    Args:
        around: the text about the quote at a place, which is asked for only where the quotes themselves share nothing.
    """
    told = [telling_words(quote, kind, subtype, org) for quote in quotes]
    groups: list[Group] = []
    for place, words in enumerate(told):
        if not is_vague(words):
            groups = _with(groups, words, place)
    if around is not None and 1 < len(groups) <= MOST_GROUPS:
        groups = _joined_by_text(groups, [telling_words(around(places[0]), kind, subtype, org) for _, places in groups])
    groups.sort(key=lambda group: group[1])
    vague = [place for place, words in enumerate(told) if is_vague(words)]
    if not groups:
        return [vague] if vague else []
    return [sorted([*groups[0][1], *vague]), *(places for _, places in groups[1:])]


def _with(groups: list[Group], words: frozenset[str], place: int) -> list[Group]:
    """The groups with one more place, those that share a word with it made one."""
    joined = [group for group in groups if group[0] & words]
    return [*(group for group in groups if not group[0] & words),
            (words.union(*(group[0] for group in joined)), sorted([place, *(one for group in joined for one in group[1])]))]


def _joined_by_text(groups: list[Group], texts: list[frozenset[str]]) -> list[Group]:
    """The groups, those whose surroundings are about the same made one with the first such."""
    kept: list[tuple[frozenset[str], list[int], frozenset[str]]] = []
    for (words, places), text in zip(groups, texts, strict=True):
        near = next((number for number, (_, _, other) in enumerate(kept)
                     if len(text & other) >= SHARED * min(len(text), len(other)) > 0), None)
        if near is None:
            kept.append((words, places, text))
        else:
            kept[near] = (kept[near][0] | words, sorted([*kept[near][1], *places]), kept[near][2])
    return [(words, places) for words, places, _ in kept]
