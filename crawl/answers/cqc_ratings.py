"""What the Care Quality Commission's API says of ratings, old layout and new, and how it is said in plain sentences.

The old layout is ``currentRatings`` and ``historicRatings``, dated by their reports. Newer work stands in ``assessment``, dated by
publication and by assessment, with capitals of its own ("Requires Improvement"). A provider may have either or both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.schema import Issue, PartialDate, Record
from crawl.answers.documents import day_in_words
from crawl.answers.json_parts import Part

RATINGS = {name.lower(): name for name in ("Outstanding", "Good", "Requires improvement", "Inadequate")}
NOT_RATED = frozenset({"inspected but not rated", "not rated", "no published rating", "insufficient evidence to rate",
                       "insufficient evidence", "not formally rated", "suspended", "not assessed", "not applicable"})
"""What stands in a rating's place where there is none."""
KEY_QUESTIONS = ("Safe", "Effective", "Caring", "Responsive", "Well-led")
PLURAL = re.compile(r"\b(?:services|wards|units|teams|outpatients)\b", re.IGNORECASE)
REPLACED = frozenset({"historic", "archived"})
"""States of an assessment that a newer one has replaced."""


class Rating(Record):
    """One rating of a whole provider or location, or of one of its services."""

    service: str = ""
    """Empty for the whole."""
    rating: str
    """One of ``RATINGS``, or of ``NOT_RATED`` in small letters."""
    published: PartialDate | None = None
    assessed: PartialDate | None = None
    questions: tuple[tuple[str, str], ...] = ()
    """Key questions with their ratings."""
    current: bool = True

    @property
    def is_rated(self) -> bool:
        """False where the place of the rating says that there is none."""
        return self.rating in RATINGS.values()


class Ratings(Record):
    """All ratings of one provider or location: for the whole and for each service the newest first, which alone may be current."""

    ratings: tuple[Rating, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def latest(self) -> PartialDate | None:
        """The day of the newest."""
        return max((rating.published for rating in self.ratings if rating.published), default=None)


def read_ratings(answer: Part) -> Ratings:
    """The ratings of a provider's or a location's answer.

    A rating of another wording than is known becomes an issue.

    Raises:
        UnreadableInput: the answer is laid out in another way.
    """
    issues: list[Issue] = []
    found = [*_old_layout(answer, issues), *_new_layout(answer, issues)]
    kept: dict[tuple[str, str], Rating] = {}
    # The newest first; of two of one day the current one, which the other repeats.
    for rating in sorted(found, key=lambda rating: (rating.published or "", rating.current), reverse=True):
        kept.setdefault((_plain(rating.service), rating.published or ""), rating)
    seen: set[str] = set()
    ratings = []
    for rating in kept.values():
        ratings.append(rating if _plain(rating.service) not in seen else rating.model_copy(update={"current": False}))
        seen.add(_plain(rating.service))
    return Ratings(ratings=tuple(ratings), issues=tuple(issues))


def _old_layout(answer: Part, issues: list[Issue]) -> Iterator[Rating]:
    current = answer.maybe("currentRatings")
    groups = [(current, True)] if current else []
    for group, is_current in (*groups, *((historic, False) for historic in answer.parts("historicRatings"))):
        published = group.day("reportDate")
        overall = group.maybe("overall")
        for part, service in (*([(overall, "")] if overall else []),
                              *((service, service.words("name")) for service in group.parts("serviceRatings"))):
            rating = _known(part, issues)
            if rating:
                yield Rating(service=service, rating=rating, published=part.day("reportDate") or published,
                             questions=_questions(part, issues), current=is_current)


def _new_layout(answer: Part, issues: list[Issue]) -> Iterator[Rating]:
    for assessment in answer.parts("assessment"):
        published, ratings = assessment.day("assessmentPlanPublishedDateTime"), assessment.maybe("ratings")
        if ratings is None:
            continue
        groups = ratings.parts("asgRatings")
        assessed = min((day for group in groups if (day := group.day("assessmentDate"))), default=None)
        for part in (*ratings.parts("overall"), *groups):
            rating = _known(part, issues)
            if rating:
                name = part.words("name")
                yield Rating(service="" if name.lower() == "overall" else name, rating=rating, published=published,
                             assessed=part.day("assessmentDate") or assessed, questions=_questions(part, issues),
                             current=part.words("status").lower() not in REPLACED)


def _known(part: Part, issues: list[Issue]) -> str:
    written = part.words("rating")
    name = RATINGS.get(written.lower(), "")
    if name or not written:
        return name
    if written.lower() not in NOT_RATED:
        issues.append(Issue(stage="crawl", where=part.where, value=written[:100], reason="a rating of a wording that is not known"))
        return ""
    return written.lower()


def _questions(part: Part, issues: list[Issue]) -> tuple[tuple[str, str], ...]:
    given = {_plain(question.words("name")): _known(question, issues) for question in part.parts("keyQuestionRatings")}
    return tuple((name, rating) for name in KEY_QUESTIONS if (rating := given.get(_plain(name), "")) in RATINGS.values())


def _plain(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


# In words ---------------------------------------------------------------------------------------------------------------


def sentences_of_provider(name: str, code: str, ratings: Ratings) -> Iterator[str]:
    """Paragraphs about a whole trust: its rating and key questions, its services, what was before."""
    overall = [rating for rating in ratings.ratings if not rating.service]
    services = [rating for rating in ratings.ratings if rating.service]
    for rating in overall[:1]:
        questions = "".join(f" {question}: {answer}." for question, answer in rating.questions) if rating.current else ""
        yield f"{_whole(f'{name} ({code})', rating)}{questions}{_assessed(rating)}"
    if not overall:
        yield f"{name} ({code}) has no overall rating in the Care Quality Commission's register."
    for rating in services:
        yield f"{_service(f'{name}: ', rating)}{_questions_in_words(rating)}{_assessed(rating)}"
    for rating in overall[1:]:
        if rating.is_rated:
            yield f"{name} was previously rated {rating.rating} overall{_published(rating)}."


def sentences_of_location(name: str, ratings: Ratings) -> Iterator[str]:
    """Paragraphs about one hospital or unit: its rating, its services, what was before.

    Every sentence with a rating says that it is the hospital's or a service's: a place's rating is not the trust's, and not all
    places bear names that say what they are.
    """
    overall = [rating for rating in ratings.ratings if not rating.service]
    for rating in overall[:1]:
        yield f"{_whole(f'At {name}, the hospital', rating, 'as a whole')}{_questions_in_words(rating)}{_assessed(rating)}"
    for rating in ratings.ratings:
        if rating.service:
            yield f"{_service(f'At {name}, ', rating)}{_questions_in_words(rating)}{_assessed(rating)}"
    for rating in overall[1:]:
        if rating.is_rated:
            yield f"At {name}, the hospital as a whole was previously rated {rating.rating}{_published(rating)}."


def _whole(name: str, rating: Rating, placed: str = "") -> str:
    """The newest rating of the whole, which is in force unless a state of its own says otherwise."""
    subject, overall = (f"{name} {placed}", "") if placed else (name, " overall")
    if not rating.is_rated:
        return f"{subject} is not rated{overall}: {rating.rating}{_published(rating)}."
    return f"{subject} {'is' if rating.current else 'was previously'} rated {rating.rating}{overall}{_published(rating)}."


def _service(lead: str, rating: Rating) -> str:
    service = rating.service[:1].lower() + rating.service[1:] if not rating.service[1:2].isupper() else rating.service
    plural = PLURAL.search(service)
    if not rating.is_rated:
        return f"{lead}{service} {'are' if plural else 'is'} not rated: {rating.rating}{_published(rating)}."
    verb = ("are" if plural else "is") if rating.current else f"{'were' if plural else 'was'} previously"
    return f"{lead}{service} {verb} rated {rating.rating}{_published(rating)}."


def _questions_in_words(rating: Rating) -> str:
    """Key questions of a service or a place, told so that nobody takes them for the trust's."""
    if not rating.questions or not rating.current:
        return ""
    listed = [f"{answer} for {question.lower()}" for question, answer in rating.questions]
    return f" By key question, this service is rated {_joined(listed)}."


def _published(rating: Rating) -> str:
    return f" (published {day_in_words(rating.published)})" if rating.published else ""


def _assessed(rating: Rating) -> str:
    return f" Date of the assessment: {day_in_words(rating.assessed)}." if rating.assessed else ""


def _joined(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
