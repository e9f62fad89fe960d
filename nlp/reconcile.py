"""What a document says of one intervention in several places, brought together.

A notice is served in one sentence and lifted in the next; a regime is feared in a heading and entered in the text. Of one
organisation and one intervention a document nearly always means one status: two stand side by side only where the text says
both aloud ("left in 2014 but is back in", "the old undertakings were discharged and new ones accepted").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nlp.kinds.intervention.prosecution import TOTAL
from nlp.sheet import Claim, Sheet

HOLDS = re.compile(
    r"\b(?:remain\w*|still|continu\w+|back (?:in|on|under)|(?<!open )(?<!opened )(?<!them )(?<!patients )again|stays?|staying|"
    r"stayed|in force|in place|re-?enter\w*|"
    r"re-?join\w*|returned|second|third|new|fresh|"
    r"another|further|other|replac\w+|supersed\w+|since then|not (?:yet )?(?:been )?(?:lifted|met|closed)|outstanding|"
    r"stands?|those|the rest|partly|in part)\b", re.IGNORECASE)
"""Says that one of its kind holds, beside one that is over."""
AGAIN = re.compile(r"\b(?:back|again|return\w*|re-?enter\w*|re-?join\w*|second|third|new|fresh|another|further|"
                   r"extend\w*|leav\w+|exit\w*)\b",
                   re.IGNORECASE)
"""Says that one of its kind is to come beside one that holds."""
ENACTED = re.compile(
    r"\b(?:(?:has|have|had|was|were|been|being) (?:\w+ ){0,2}(?:placed|put|served|issued|imposed|accepted|appointed|given|"
    r"fined|charged|moved|added|opened|commissioned|launched|"
    r"suspended|closed|told)|placed|put|served|issued|imposed|accepted|entered|signed|joined|received|fined|"
    r"appointed)\b", re.IGNORECASE)
"""Says that it has been done."""

CLOSE_BY = 350
"""A trust has many services: a reopening so many characters on, or earlier, is that of another."""


def reconcile(sheet: Sheet, claims: Sequence[Claim]) -> list[Claim]:
    """The claims less those that another place in the document overrules."""
    groups: dict[tuple[str | None, ...], list[Claim]] = {}
    for claim in claims:
        if claim.kind == "intervention":
            tier = str(claim.value) if claim.subtype.startswith("tiering_") else None
            groups.setdefault((claim.subtype, claim.org, claim.org_text, tier), []).append(claim)
    dropped = {id(claim) for group in groups.values() for claim in _overruled(sheet, group)}
    return [claim for claim in claims if id(claim) not in dropped]


def _rounded(group: Sequence[Claim]) -> Iterable[Claim]:
    """Amounts that are another one of the group in round figures: "£2.5 million" beside "£2,533,332"."""
    amounts = {claim.value for claim in group if isinstance(claim.value, int) and claim.value > 0}
    for claim in group:
        if isinstance(claim.value, int) and any(_is_round_figure(claim.value, other) for other in amounts):
            yield claim


def _totals(group: Sequence[Claim]) -> Iterable[Claim]:
    """What a court ordered to be paid in all, where the fine in it is told too: costs and surcharge are no part of a fine."""
    fines = [(claim.value, claim.start) for claim in group if isinstance(claim.value, int) and not claim.rule.startswith(TOTAL)]
    for claim in group:
        if claim.rule.startswith(TOTAL) and isinstance(claim.value, int) and any(
                0 < fine < claim.value and start != claim.start for fine, start in fines):
            yield claim


def _is_round_figure(amount: int, exact: int) -> bool:
    """Whether ``amount`` is ``exact`` rounded or cut off to fewer figures."""
    figures = len(str(amount).rstrip("0"))
    scale = 10 ** max(0, len(str(amount)) - figures)
    return (len(str(amount)) == len(str(exact)) and figures < len(str(exact).rstrip("0")) and figures > 1
            and amount in (round(exact / scale) * scale, exact // scale * scale))


def _overruled(sheet: Sheet, group: Sequence[Claim]) -> Iterable[Claim]:
    by_status: dict[str, list[Claim]] = {}
    for claim in group:
        by_status.setdefault(claim.status, []).append(claim)
    yield from _rounded(group)
    yield from _totals(group)
    if any(claim.value is not None for claim in group):
        yield from (claim for claim in group if claim.value is None and claim.status == "current")
    if "current" not in by_status:
        return
    current = by_status["current"]
    if "planned" in by_status and any(claim.cue is None and ENACTED.search(sheet.text, claim.start, claim.end)
                                      for claim in current):
        yield from (claim for claim in by_status["planned"] if not AGAIN.search(sheet.text, claim.start, claim.end))
    if "ended" in by_status:
        yield from (claim for claim in current if not claim.rule.endswith("/construction")
                    and not HOLDS.search(sheet.text, claim.start, claim.end)
                    and (claim.subtype != "service_suspension" or any(
                        0 <= over.end - claim.start < CLOSE_BY for over in by_status["ended"])))
    if "negated" in by_status:
        yield from (claim for claim in current if claim.cue is None and not ENACTED.search(sheet.text, claim.start, claim.end))
