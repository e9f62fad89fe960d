"""What a cue is, and the classes of words that cues are written with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Effect = Literal["negated", "ended", "planned", "holds", "no_fact", "plug", "pseudo", "stop"]
"""``holds``: it still is so, whatever else is said; ``no_fact``: hypothetical; ``plug``: a verb that takes for granted what
follows ("did not respond to the notice"), so that negation and future before it do not reach the claim; ``pseudo``: looks like
a cue and is none; ``stop``: ends the reach of every cue."""

Direction = Literal["forward", "object", "backward", "both", "cell"]
"""``forward``: a cue before the trigger; ``object``: a verb before the trigger, which is its object; ``backward``: after
it; ``both``; ``cell``: right after it, but for punctuation, as in a table or after a colon."""

Nature = Literal["state", "moment", "incident", "notice", "review", "closure", "standing"]
"""What kind of thing the trigger speaks of: a ``state`` lasts (a regime); a ``moment`` happens once (a resignation); an
``incident`` happens once and can be declassified; a ``notice`` happens once and can be met or withdrawn (a prosecution,
dropped); a ``review`` runs and reports; a ``closure`` of a service lasts; a ``standing`` (a rating, a segment) lasts
until the next."""

CLAUSE = 40
"""A scope of a whole clause, in words."""

CLASSES = {
    "be": "is|was|are|were|be|been|being|'s|'re",
    "have": "has|have|had|having|'ve",
    "not": "not|never|isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|don't|doesn't|didn't|"
           "shouldn't|ain't|needn't|mustn't",
    "modal": "will|shall|would|may|might|could|should|must|to|'ll|'d",
    "adverb": "all|both|then|later|subsequently|since|finally|formally|duly|now|also|eventually|recently|just|already|actually|"
              "ultimately|at|last|only|still|fully|partly|soon|today|yesterday|again|officially",
    "firmly": "strongly|firmly|flatly|categorically|vigorously|vehemently|robustly|repeatedly|consistently|emphatically|"
              "strenuously|publicly|completely|entirely|wholly|utterly|roundly|always",
    "imposed": "issued|served|imposed|made|taken|placed|put|required|applied|sought|pursued|used|invoked|proposed|considered|"
               "reported|declared|recorded|recommended|opened|asked|sent|brought|appointed|given|added|needed|launched|ordered",
    "ending": "lifted|removed|withdrawn|discharged|closed|ended|discontinued|rescinded|revoked|cancelled|terminated|dropped|"
              "complied|satisfied|fulfilled|quashed|superseded|replaced|abolished|scrapped|wound|met|expired|retired|dealt|freed|"
              "released|spent|buried|disbanded|subsumed|vacated|stood|deescalated|exited|reopened|re-opened|resumed|restored|undone|disapplied|lapsed",
    "starting": "issued|served|imposed|published|made|sent|agreed|put|appointed|named|held|commissioned|confirmed|brought|drafted|"
                "launched|ordered|set|opened|placed|applied|accepted|entered|signed|charged|carried|undertaken|conducted|established",
    "regulator_verb": "issued|imposed|served|placed|put|entered|became|received|accepted|agreed|gave|rated|fined|opened|launched",
    "pronoun": "it|he|she|they|we|its|their|it's|he's|she's|they're|it'd|it'll|there|there's|that's|"
               "this|these|those|his|her|our|you",
    "aux": "has|have|had|is|was|were|are|will|would|could|may|might|must|did|does|do|hasn't|isn't|wasn't|didn't",
    "month": "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|"
             "christmas|easter",
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "declassified": "downgraded|de-escalated|deescalated|reclassified|declassified|delogged|de-logged|retracted|discounted|"
                    "withdrawn",
    "certified": "declared|certified|judged|deemed|regarded|treated|found",
    "done": "met|fulfilled|performed|compliant|remedied|discharged|closed",
    "number": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a|1|2|3|4|5|6|7|8|9|10|31",
    "period": "days|weeks|hours|months|nights|day|week|night|month|weekend",
    "now": "now|today|presently|currently",
    "thought": "question|intention|plan|plans|prospect|proposal|decision|need|reason|case|grounds|basis|evidence|suggestion|sign|"
               "risk",
    "expected": "expected|anticipated|planned|proposed|recommended|due|likely|possible|imminent|threatened|scheduled|intended",
    "stint": "term|work|contract|secondment|assignment|placement|stint|role|appointment|stay|spell",
    "body": "trust|organisation|provider|hospital|icb|body|board|system|one|other|nhs|acute|ambulance|service|services|such|part|"
            "trusts|organisations|providers|hospitals|icbs|bodies|boards|systems|foundation|mental|community|licensee|nhs-run",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that bear on a claim near by."""

    words: str
    effect: Effect
    direction: Direction = "forward"
    scope: int = CLAUSE
    """How many words may stand between the cue and the trigger."""
    natures: frozenset[Nature] | None = None
    """The natures of trigger that it bears on; None for all."""


def cues(effect: Effect, direction: Direction, scope: int, lines: str, natures: frozenset[Nature] | None = None) -> tuple[Cue, ...]:
    return tuple(Cue(line.strip(), effect, direction, scope, natures) for line in lines.strip().splitlines())


LASTING: frozenset[Nature] = frozenset({"state", "standing"})
CLOSABLE: frozenset[Nature] = frozenset({"state", "notice", "review", "closure", "standing"})
LIFTABLE: frozenset[Nature] = frozenset({"state", "notice", "closure"})
NOT_STANDING: frozenset[Nature] = frozenset({"state", "notice", "review", "closure", "moment", "incident"})
INCIDENT: frozenset[Nature] = frozenset({"incident"})
STANDING: frozenset[Nature] = frozenset({"standing"})
REVIEW: frozenset[Nature] = frozenset({"review"})
CLOSURE: frozenset[Nature] = frozenset({"closure"})
