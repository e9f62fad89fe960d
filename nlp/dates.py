"""When something happened, as an ISO date or a part of one, resolved against the document's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from nlp.sheet import Sentence, Sheet
from nlp.values import number

MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
               "december")
MONTHS = ({name: month for month, name in enumerate(MONTH_NAMES, start=1)}
          | {name[:3]: month for month, name in enumerate(MONTH_NAMES, start=1)} | {"sept": 9})
DAYS = {name: day for day, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12, "christmas": 12, "easter": 4}
"""The month that a season begins in; only the year of a season is filed."""
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
SMALL = r"\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
GAP = r"\s{1,3}"
WHICH = (r"last|next|this|early|late|mid|the\s{1,3}end\s{1,3}of|earlier\s{1,3}in|since|in|by|from|until|till|during|of|on|for|to|"
         r"and|before|after|between")

EXPRESSION = re.compile(rf"""
    (?<![\w.,/£-])(?:
      (?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])
    | (?P<numeric>(?P<nd>\d{{1,2}})(?P<sep>[./-])(?P<nm>\d{{1,2}})(?P=sep)(?P<ny>(?:20)?\d\d))(?![\w/-]|\.\d)
    | (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{GAP}(?:of{GAP})?)(?P<month>{MONTH})\b\.?(?:,?{GAP}(?P<year>(?:19|20)\d\d)\b)?
    | (?P<month2>{MONTH})\.?{GAP}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?(?:%|patients|per))
      (?:,?{GAP}(?P<year2>(?:19|20)\d\d)\b)?
    | (?:(?P<which>{WHICH})(?:-|{GAP}))?(?P<month3>{MONTH})\b\.?(?!{GAP}\d{{1,2}}(?:st|nd|rd|th)?(?![\w%]))
      (?:{GAP}(?:of{GAP})?(?P<year3>(?:19|20)\d\d|['’]\d\d|(?:last|this|next){GAP}year)\b)?
    | (?P<quarter>Q[1-4]|(?:first|second|third|fourth){GAP}quarter){GAP}(?:of{GAP})?(?:the{GAP})?(?:FY\s?)?
      (?P<quarter_year>20\d\d)(?:\s?[/–-]\s?\d{{2,4}})?
    | (?P<financial>(?:19|20)\d\d)\s?[/–-]\s?(?:20)?\d\d(?![\d/-])
    | (?:(?P<season_which>that|last|this|next|early|late|in|the){GAP})?(?P<season>spring|summer|autumn|winter|Christmas|Easter)
      (?:{GAP}(?:of{GAP})?(?P<season_year>(?:19|20)\d\d|last{GAP}year))?\b
    | (?P<year_only>(?:19|20)\d\d)(?![\w/-]|\.\d)
    | (?:(?P<day_which>last|next|this|on){GAP})?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b
    | (?P<relative>yesterday|today|tonight|tomorrow)\b
    | (?P<period_which>last|this|next){GAP}(?P<period>week|month|year)\b
    | (?P<ago>{SMALL}){GAP}(?P<unit>days?|weeks?|months?|years?){GAP}(?:ago|earlier|before)\b
    )""", re.VERBOSE | re.IGNORECASE)

LAW = re.compile(r"(?:Acts?|Regulations?|Rules|Order|Code|c\.|Bill)\s*(?:\([^)]{0,40}\)\s*)?(?:of\s+)?$")
"""What comes before a year that names a law and no time: "Health and Social Care Act 2008"."""
AFTER = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s+(?:[\w’'-]+\s+){1,12}$")
FIRST = re.compile(r"\b(?:first|only|second|third)\b[^.;:]{0,120}$", re.IGNORECASE)
"""Before "since 2023": the year is that of the last one before it, "its first never event since 2023"."""
SINCE = re.compile(r"\bsince\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
HAVING = re.compile(r",\s+(?:having\s+been|after\s+being|which\s+had\s+been|where\s+it\s+had\s+been|having\s+(?:had|"
    r"held))\b", re.IGNORECASE)
"""What opens the telling of an earlier standing."""
EARLIER = re.compile(
    r"(?<!soon)(?<!just)(?<!shortly)(?<!day)(?<!immediately)\s(?:after|following)\s+"
    r"(?:(?:an?|the|its|their|his|her|two|three|receiving|receipt\s+of|publication\s+of)\s+){0,2}(?:[\w-]+\s+){0,3}$")
"""Between a date and what came before it: "published the news on 3 May after a letter from …"."""
TOLD = re.compile(r"\b(?:reported|wrote|writes|recall(?:ed|s))\s+(?:(?:this|it|so)\s+)?"
                  r"(?:(?:last|on|in|earlier|yesterday)\s+)?$")
"""Before a date that is only that of a report: "…, the Gazette reported on 3 May"."""
UNTIL = re.compile(r"\b(?:until|till|pending|up\s+to)\s+(?:[\w’'-]+\s+){0,7}$", re.IGNORECASE)
"""Before a date: that is when a state will be over, or was, and not when it came about."""
CLAUSE = re.compile(
    r"[;:()]|\s[–—-]\s|,\s|\b(?:but|while|whereas|before|after|and\s+(?=(?:then|later|now|again|it|they|was|were|is|are|has|had|"
    r"left|came|went|out|back|moved|entered|joined|exited|only|finally|eventually)\b))\s*", re.IGNORECASE)
OPENS_WITH = re.compile(r"\W*(?:(?:in|on|by|since|from|during|at|early|late|mid|the|of|for|as|later|again|first|then|and|end|"
                        r"beginning|autumn|spring|summer|winter|that|year|back)[\s-]*)*", re.IGNORECASE)
ENDING = re.compile(
    r"\b(?:left|leav\w+|exit\w*|came\s+(?:out|off)|come\s+(?:out|off)|taken\s+(?:out|off)|out\s+of|lift\w*|remov\w+|releas\w+|"
    r"discharg\w+|withdr\w+|clos\w+|end(?:ed|s|ing)?|until|till|to\s+(?=(?:\w+\s+)?(?:19|20)\d\d)|met|complied|complian\w+|revok\w+|"
    r"rescind\w+|laps\w+|expir\w+|re-?open\w*|resum\w+|report(?:ed|s)?|publish\w+|conclu\w+|finish\w*|complet\w+|superseded|"
    r"replac\w+|dropp\w+|dismiss\w+|discontinu\w+|acquit\w*|cleared|quash\w*|downgrad\w+|upgrad\w+|improv\w+|promot\w+|rose|risen|"
    r"fell|fallen|slipp\w+|mov\w+\s+(?:up|down|from|out)|from\s+(?:segment|\w+\s+to)|ceas\w+|dissol\w+|abolish\w+|merg\w+|"
    r"emerg\w+|graduat\w+|freed|escap\w+|step(?:s|ped)?\s+down|no\s+longer|stopp\w+|satisf\w+|found|released|out\b|off\b|"
    r"now|de-?escalat\w+|reclassif\w+)\b", re.IGNORECASE)
"""Words of an end, of a report, or of a change, in the clause of a date."""
BEGINNING = re.compile(
    r"\b(?:placed|put|went\s+(?:in|into|back)|enter\w*|join\w*|been\s+(?:\w+\s+){0,2}(?:in|under|subject)|(?:was|were|first|back)\s+"
    r"(?:\w+\s+){0,2}(?:in|under|subject)|impos\w+|serv(?:ed|es)|issu\w+|given|gave|appointed|sent\s+in|transferred|moved\s+(?:in)?to|"
    r"commission\w+|launch\w+|order\w+|set\s+up|began|begun|start\w*|open(?:ed|s)|announc\w+|accept\w+|sign(?:ed|s)|agreed|"
    r"since|rated|graded|judged|assessed\s+as|assigned|allocated|received|charged|prosecut\w+|became|goes\s+(?:in|into))\b",
    re.IGNORECASE)
"""Words of a beginning or of a state that lasts."""
MODAL_MAY = re.compile(r"\s+(?:be|have|not|also|well|yet|then|need|only|still|now|face|lead|take|make|go|become)\b")
BOUNDARY = re.compile(r"[;:()]|\s[–—-]\s|,\s|\b(?:but|while|whereas|and|after|before|which|who|when|although)\b", re.IGNORECASE)
BOUNDARY_LENGTH = 25
"""How many characters of distance a boundary between a trigger and a date counts for."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as a text words it, and what it comes to."""

    start: int
    end: int
    date: str
    """ISO 8601, in part where only a part is told."""


def dates_in(text: str, published: str | None, start: int = 0, end: int | None = None, *, future: bool = False) -> Iterator[Moment]:
    """All dates worded in ``text[start:end]``, resolved against the date of the document; ``future`` for what is to come."""
    anchor = _anchor(published)
    for found in EXPRESSION.finditer(text, start, len(text) if end is None else end):
        if found["year_only"] and LAW.search(text, max(0, found.start() - 60), found.start()):
            continue
        resolved = _resolved(found, text, anchor, future=future)
        if resolved:
            yield Moment(found.start(), found.end(), resolved)


def date_of(sheet: Sheet, sentence: Sentence, start: int, end: int, *, future: bool = False, ended: bool = False) -> str | None:
    """The date that the sentence gives for what the trigger at ``[start, end)`` says, the nearest in its clause, or None."""
    nearest = moment_of(sheet, sentence, start, end, future=future, ended=ended)
    return nearest.date if nearest else None


def moment_of(sheet: Sheet, sentence: Sentence, start: int, end: int, *, future: bool = False, ended: bool = False,
              still: bool = False) -> Moment | None:
    """That date with the words that tell it, or None: of what is over (``ended``) that of its end and not of its beginning, of
    what is said to hold ``still`` that of its beginning, not the day on which it was said to."""
    left, right = max(sentence.start, start - 400), min(sentence.end, end + 400)
    moments = [moment for moment in dates_in(sheet.text, sheet.published, left, right, future=future)
               if not _of_another(sheet.text, moment, left, start, end)
               and not (begins(sheet.text, moment, left, right) if ended else UNTIL.search(sheet.text, left, moment.start))
               and (not still or begins(sheet.text, moment, left, right))]
    return min(moments, key=lambda moment: _distance(sheet.text, moment, start, end), default=None)


def begins(text: str, moment: Moment, left: int, right: int) -> bool:
    """Whether the clause of a date in ``text[left:right]`` tells of a beginning or of a state, and of no end."""
    before = list(CLAUSE.finditer(text, left, moment.start))
    first = before[-1].end() if before and not OPENS_WITH.fullmatch(text, before[-1].end(), moment.start) else (
        before[-2].end() if len(before) > 1 else left)
    after = CLAUSE.search(text, moment.end, right)
    if after and OPENS_WITH.fullmatch(text, first, moment.start) and text[after.start()] == ",":
        after = CLAUSE.search(text, after.end(), right)  # "In 2017, it was placed in …"
    clause = text[first:after.start() if after else right]
    return ENDING.search(clause) is None and BEGINNING.search(clause) is not None


def _of_another(text: str, moment: Moment, left: int, start: int, end: int) -> bool:
    """Whether a date is that of what came before: "after inspections between May and June it …", "now good, having been
    inadequate in 2015"."""
    if since_the_last(text, moment, left):
        return True
    if moment.end <= start:
        return (AFTER.search(text[max(left, moment.start - 90):moment.start]) is not None
                or TOLD.search(text, left, moment.start) is not None
                or (EARLIER.search(text, moment.end, start) is not None))
    between = text[end:moment.start]
    return moment.start >= end and (HAVING.search(between) is not None or TOLD.search(text, end, moment.start) is not None)


def since_the_last(text: str, moment: Moment, left: int) -> bool:
    """Whether a date is only that since when there had been none: "its first never event since 2023"."""
    own = re.match(r"since\s", text[moment.start:moment.end], re.IGNORECASE)  # "since March 2023" holds its own word
    since = own or SINCE.search(text, max(left, moment.start - 40), moment.start)
    if since is None:
        return False
    at = moment.start if own else since.start()
    return FIRST.search(text, max(left, at - 140), at) is not None


def is_after(moment: str, published: str | None) -> bool:
    """Whether a date, in whole or part, lies wholly after the day of publication."""
    return published is not None and moment[:len(published)] > published[:len(moment)]


def _distance(text: str, moment: Moment, start: int, end: int) -> int:
    left, right = (moment.end, start) if moment.end <= start else (end, max(end, moment.start))
    gap = text[left:right]
    return len(gap) + BOUNDARY_LENGTH * sum(1 for _ in BOUNDARY.finditer(gap))


def _anchor(published: str | None) -> date | None:
    """The day of publication; the middle of the month or year where only that is known."""
    if published is None:
        return None
    parts = [int(part) for part in published.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 7, parts[2] if len(parts) > 2 else 15)


def _resolved(found: re.Match[str], text: str, anchor: date | None, *, future: bool) -> str | None:
    if found["iso"]:
        return found["iso"]
    if found["numeric"]:
        year = int(found["ny"])
        return _iso(year + 2000 if year < 100 else year, int(found["nm"]), int(found["nd"]))
    if found["month"] or found["month2"]:
        month, day = MONTHS[(found["month"] or found["month2"]).lower()], int(found["day"] or found["day2"])
        year_words = found["year"] or found["year2"]
        if year_words:
            return _iso(int(year_words), month, day)
        return _iso(_year_of(month, anchor, future=future, day=day), month, day) if anchor else None
    if found["month3"]:
        return _month(found, text, anchor, future=future)
    if found["quarter"]:
        quarter = {"q1": 4, "q2": 7, "q3": 10, "q4": 1, "fir": 4, "sec": 7, "thi": 10, "fou": 1}[
            found["quarter"].lower()[:2 if found["quarter"][0] in "Qq" else 3]]
        return f"{int(found['quarter_year']) + (quarter == 1)}-{quarter:02d}"
    if found["financial"] or found["year_only"]:
        return found["financial"] or found["year_only"]
    return _relative(found, anchor, future=future) if anchor else None


def _month(found: re.Match[str], text: str, anchor: date | None, *, future: bool) -> str | None:
    word, which, year = found["month3"], (found["which"] or "").lower(), (found["year3"] or "").lower()
    month = MONTHS[word.lower()]
    if not word[0].isupper() or (word.lower() in ("may", "march", "mar", "sept", "dec", "jan") and not which and not year):
        return None  # "may" the modal, "march" the verb; a bare "May" at the start of a sentence is left out with them
    if word == "May" and MODAL_MAY.match(text, found.end()):
        return None
    if year[:1].isdigit():
        return f"{year}-{month:02d}"
    if year[:1] in "'’" and year:
        return f"20{year[1:]}-{month:02d}"
    if anchor is None:
        return None
    if year:
        return f"{anchor.year + {'last': -1, 'this': 0, 'next': 1}[year[:4]]}-{month:02d}"
    resolved = _year_of(month, anchor, future=future or which == "next")
    return f"{resolved}-{month:02d}"


def _year_of(month: int, anchor: date, *, future: bool, day: int | None = None) -> int:
    """The year of a month told without one: the latest that was, or for what is to come the next."""
    this_year = (month, day or 0) <= (anchor.month, anchor.day if day else 0)
    if month == anchor.month and day is None:
        this_year = True
    if future:
        return anchor.year + (1 if this_year and not (month == anchor.month and (day is None or day >= anchor.day)) else 0)
    return anchor.year if this_year else anchor.year - 1


def _relative(found: re.Match[str], anchor: date, *, future: bool) -> str | None:
    if found["season"]:
        if (found["season_which"] or "").lower() == "that":
            return None  # of a year told before
        return _season(found, anchor, future=future)
    if found["weekday"]:
        ahead = (DAYS[found["weekday"].lower()] - anchor.weekday()) % 7
        forward = future or (found["day_which"] or "").lower() == "next"
        return (anchor + timedelta(days=(ahead or 7) if forward else ahead - 7 if ahead else 0)).isoformat()
    if found["relative"]:
        return (anchor + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(found["relative"].lower(), 0))).isoformat()
    if found["period"]:
        step = {"last": -1, "this": 0, "next": 1}[found["period_which"].lower()]
        return _stepped(anchor, step, found["period"].lower())
    count = number(found["ago"]) or 1
    return _stepped(anchor, -count, found["unit"].lower().rstrip("s"))


def _season(found: re.Match[str], anchor: date, *, future: bool) -> str:
    year = (found["season_year"] or "").lower()
    if year:
        return str(anchor.year - 1) if year.startswith("last") else year
    if (found["season_which"] or "").lower() == "next":
        future = True
    return str(_year_of(SEASONS[found["season"].lower()], anchor, future=future))


def _stepped(anchor: date, step: int, unit: str) -> str:
    if unit == "day":
        return (anchor + timedelta(days=step)).isoformat()
    if unit == "week":
        return (anchor + timedelta(weeks=step)).isoformat()[:7]
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    return str(anchor.year + step)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
