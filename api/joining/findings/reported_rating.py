"""A CQC rating that is reported other than the official one of that day.

Formula, for a report of rating *v* of the whole trust (overall, or a key question) in a document of day *p*:

    an official rating of the trust was published by p, and the files show that it still held on p; v is neither that one nor one
    that it replaced less than 92 days before; and no official rating published since is v.

The official files at hand end on a day of their own: what is reported later than that is set against nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from api.joining.findings import IS_NO_JUDGEMENT, Rule
from api.joining.official import IN_VIEW_DAYS
from api.joining.peers import Field
from api.joining.records import Finding, Input, OfficialView
from api.joining.regimes import is_dated
from api.words import date_in_words, in_words, lower_first
from corpora.official.days import first_day, last_day, later
from corpora.official.facts import DatedRating
from corpora.schema import OdsCode, Value, identifier
from corpora.store.claims import Claim

NAME = "reported_rating"
QUESTIONS = ("overall", "safe", "effective", "caring", "responsive", "well_led")
FORMULA = ("A rating v of the whole trust is reported on day p; an official rating was published by p and held on p, as the files "
           "show; v is neither that rating nor one replaced less than 92 days before; no official rating published since is v.")


def find(field: Field, org: OdsCode) -> Iterator[Finding]:
    """Reports of one rating, joined to one finding each."""
    official = [one for one in field.known.ratings.get(org, ()) if one.rating.level == "trust"]
    reports: defaultdict[tuple[str, Value], list[Claim]] = defaultdict(list)
    for claim in field.known.current(org, "rating") if official else ():
        if claim.subtype in QUESTIONS and field.known.is_recent(claim) and is_dated(claim) and _differs(official, claim):
            reports[claim.subtype, claim.value].append(claim)
    for (question, value), claims in reports.items():
        yield _finding(org, question, value, claims, official)


def _differs(official: list[DatedRating], claim: Claim) -> bool:
    held = _held(official, claim)
    if held is None:
        return False
    recent = later(first_day(claim.published), -IN_VIEW_DAYS)
    in_view = [held, *(one for one in official if one.until is not None and recent <= one.until < last_day(claim.published))]
    since = [one for one in official if one.known_from.on >= first_day(claim.published)]
    return claim.value not in {_word(one, claim.subtype) for one in [*in_view, *since]}


def _held(official: list[DatedRating], claim: Claim) -> DatedRating | None:
    """The official rating that had been published by the document's day and is shown to have held on it, where it rates this."""
    return next((one for one in official if one.known_from.on <= first_day(claim.published)
                 and one.shown_until >= last_day(claim.published) and _word(one, claim.subtype)), None)


def _official_then_and_now(held: DatedRating, official: list[DatedRating], question: str) -> str:
    """``the official rating is good``; where another took its place since, what it was and what the newest is."""
    newest = next(one for one in official if getattr(one.rating, question))
    was, now = (getattr(one.rating, question).lower() for one in (held, newest))
    return f"the official rating is {now}" if was == now else f"the official rating was {was} then; the newest is {now}"


def _word(one: DatedRating, question: str) -> str | None:
    """``Requires improvement`` → ``requires_improvement``; None for what is not rated."""
    word = getattr(one.rating, question)
    return None if word in (None, "Not rated") else str(word).lower().replace(" ", "_")


def _finding(org: OdsCode, question: str, value: Value, claims: list[Claim], official: list[DatedRating]) -> Finding:
    newest = claims[-1]
    held = _held(official, newest)
    assert held is not None
    said = getattr(held.rating, question)
    what = "overall" if question == "overall" else f"for {lower_first(in_words(question))}"
    reported = in_words(str(value)).lower()
    return Finding(
        id=identifier(NAME, org, question, value), rule=NAME, org=org, stance="contradicts", since=claims[0].published,
        newest=newest.published,
        headline=f"Reported to be rated {reported} {what}; {_official_then_and_now(held, official, question)}",
        official=OfficialView(
            words=f"Rated {said.lower()} {what} by the CQC, shown to have held until {date_in_words(held.shown_until)}.",
            known_from=held.known_from.on, source=held.rating.source),
        soft=f"A document of {date_in_words(newest.published)} reports the rating {reported}.",
        evidence_ids=tuple(claim.id for claim in reversed(claims)), formula=FORMULA,
        inputs=(Input(name="v", value=reported, note="the rating reported"), Input(name="what is rated", value=question),
                Input(name="p", value=newest.published, note="the day of the document"),
                Input(name="official rating that held on p", value=said, note=f"published by {held.known_from.on}")),
        goes_away="A newer file of official ratings that has the reported one, or a year without another report.",
        is_not="The words may be about a single hospital or service, or the reader may have misread them. " + IS_NO_JUDGEMENT)


RULE = Rule(NAME, find)
