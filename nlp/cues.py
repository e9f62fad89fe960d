"""The words that decide whether a claim holds: cues as data, in the manner of the ConText algorithm.

A cue's words are a small pattern language. Words are separated by spaces; ``a|b`` is one of several words; ``[a|b]`` may be left
out; ``{3}`` stands for up to three words of any kind; ``<be>`` for a class of words (``CLASSES``), also among alternatives. The
first part must not be left out. Apostrophes are straight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Effect = Literal["negated", "ended", "planned", "holds", "no_fact", "plug", "pseudo", "stop"]
"""``holds``: it still is so, whatever else is said; ``no_fact``: hypothetical; ``plug``: a verb that takes for granted what
follows ("did not respond to the notice"), so that negation and future before it do not reach the claim; ``pseudo``: looks like
a cue and is none; ``stop``: ends the reach of every cue."""

Direction = Literal["forward", "object", "backward", "both", "cell"]
"""``forward``: a cue before the trigger; ``object``: a verb before the trigger, which is its object; ``backward``: after it; ``both``;
``cell``: right after it, but for punctuation, as in a table or after a colon."""

Nature = Literal["state", "moment", "incident", "notice", "review", "closure", "standing"]
"""What kind of thing the trigger speaks of: a ``state`` lasts (a regime); a ``moment`` happens once (a resignation); an ``incident``
happens once and can be declassified; a ``notice`` happens once and can be met or withdrawn (a prosecution, dropped); a ``review``
runs and reports; a ``closure`` of a service lasts; a ``standing`` (a rating, a segment) lasts until the next."""

CLAUSE = 40
"""A scope of a whole clause, in words."""

CLASSES = {
    "be": "is|was|are|were|be|been|being|'s|'re",
    "have": "has|have|had|having|'ve",
    "not": "not|never|isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|don't|doesn't|didn't|"
           "shouldn't|ain't|needn't|mustn't",
    "modal": "will|shall|would|may|might|could|should|must|to|'ll|'d",
    "adverb": "all|both|then|later|subsequently|since|finally|formally|duly|now|also|eventually|recently|just|already|actually|"
              "ultimately|at|last|only|still|now|fully|partly|soon|never|yet|today|yesterday|again|both|officially|to",
    "imposed": "issued|served|imposed|made|taken|placed|put|required|applied|sought|pursued|used|invoked|proposed|considered|"
               "reported|declared|recorded|recommended|opened|sent|brought|appointed|given|added|needed|launched|ordered",
    "ending": "lifted|removed|withdrawn|discharged|closed|ended|discontinued|rescinded|revoked|cancelled|terminated|dropped|"
              "complied|satisfied|fulfilled|quashed|superseded|replaced|abolished|scrapped|wound|met|expired|retired|dealt|freed|"
              "released|spent|vacated|stood|deescalated|exited|reopened|re-opened|resumed|restored|undone|disapplied|lapsed",
    "starting": "issued|served|imposed|published|made|sent|agreed|put|appointed|named|held|commissioned|confirmed|brought|drafted|"
                "launched|ordered|set|opened|placed|applied|accepted|entered|signed|charged|carried|undertaken|conducted|established",
    "regulator_verb": "issued|imposed|served|placed|put|entered|became|received|accepted|agreed|gave|rated|fined|opened|launched",
    "pronoun": "it|he|she|they|we|its|their|it's|he's|she's|they're|it'd|it'll|there|there's|that's|this|these|those|his|her|our|you",
    "aux": "has|have|had|is|was|were|are|will|would|could|may|might|must|did|does|do|hasn't|isn't|wasn't|didn't",
    "month": "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|"
             "christmas|easter",
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
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


def _cues(effect: Effect, direction: Direction, scope: int, lines: str, natures: frozenset[Nature] | None = None) -> tuple[Cue, ...]:
    return tuple(Cue(line.strip(), effect, direction, scope, natures) for line in lines.strip().splitlines())


LASTING: frozenset[Nature] = frozenset({"state", "standing"})
CLOSABLE: frozenset[Nature] = frozenset({"state", "notice", "review", "closure", "standing"})
LIFTABLE: frozenset[Nature] = frozenset({"state", "notice", "closure"})
NOT_STANDING: frozenset[Nature] = frozenset({"state", "notice", "review", "closure", "moment", "incident"})
INCIDENT: frozenset[Nature] = frozenset({"incident"})
REVIEW: frozenset[Nature] = frozenset({"review"})
CLOSURE: frozenset[Nature] = frozenset({"closure"})

STOPS = _cues("stop", "both", CLAUSE, """
    but
    while|whilst|although|though|whereas|however|because|when|once|unless|despite|amid|pending|except|instead|so|since|hence
    after|before|following|later
    who|whose|whom|which
    and <pronoun>|<aux>|now|then|so|also|not|no|that|whether|still
    and <regulator_verb>
    and the|a|an {2} <aux>
    as <pronoun>
    where <pronoun>|the
    with <pronoun>|the|a
    other than
    owing|due|thanks to
    in order|which|part
    meaning
    by which|then
    until
    if
""")

PSEUDO = _cues("pseudo", "both", CLAUSE, """
    not only|just|merely|simply|least|surprisingly|unexpectedly|until|even|alone
    not for the first
    not <adverb> alone
    no doubt|fewer|less|surprise|stranger|secret|wonder|question|matter|accident|mean|small|coincidence
    no longer than
    no 1|2|3|4|5|6|7|8|9|10
    without delay|doubt|warning|notice|exception|question
    not before time
    not a moment too soon
    nothing less|short
    never again|before|mind|event|events
    never-event|never-events
    in|of|from|since|until|by|during|last|next|this|late|early|mid|and|to|on|through|throughout|for|to|st|nd|rd|th may
    may 20|2|1
    the will
    will of
    left <be>|side|eye|knee|hip|leg|foot|hand|arm|breast|kidney|lung|ureter|ovary|ankle|shoulder|ear
    left behind|inside|over|him|her|them|patients|open|alone|untreated|unattended|waiting|without|unchanged|as|in|at|its
    the left
    lifted [from] {2} floor|bed
    met by|in|on|at|every|for|last|again|yesterday|with|<day>|the <day>|the staff|definition|him|her|them|privately|quarterly|monthly
    had met
    open letter|day
    closed session|meeting|board|part|door
    free of charge
    exit interview|block|wound
    removed from [the] patient|theatre
    end of life|year|month|week|day|quarter
    once again|more|a
    formerly|previously known|called|the
    formerly [the] special
    at once
    could|can not have
    found|judged|deemed|considered|said|reported|known|thought|understood|believed to be
    first|one|only|latest|last|few|trusts to be
    going to press|print
    going to work|court
    must do|dos
    will power
    met criteria
    the criteria
    non-compliance|noncompliance
    non compliance
    plan|plans|planned date|care|operations|surgery|position
    is to|say
    able to
    in response to
    would like
    would you
    may be that
    it may|might|could be
    as it would
    not yet known
    not so much
    not that
    or not
    if not
    whether or not
    no more|longer beds
    no comment|answer|reply|explanation|one's|apology
    due to
    expected standard|standards|level
    not uncommon|unlike|unusual|unreasonable
    if any
    gone in|into|up|down|to|from|on|back|wrong|through
    satisfied that|with
    going in
    out of hours|area|control|date|130|120|200
    out of {2} trusts|providers|organisations
    possible|likely|potential harm
    consultation on|over
""")

NEGATED = (
    *_cues("negated", "forward", 12, """
        <not>
        'snot
        neither|nor
        nobody|nothing|nowhere|noone
        no <body>
        none of
        fails|failed to be
        unlikely to
        far from
        no question|intention|plan|plans|prospect|proposal|decision|need|reason|case|grounds|basis|evidence|suggestion|sign|risk of|to|for|that|as
        no decision|plan|plans {6} to
        need not
    """),
    *_cues("negated", "forward", 6, """
        no
        nil|zero|0
        without
        absence|lack of
        free of|from
        rather than
        instead|short of
        stopped|stop|stops short
        avoid|avoided|avoids|escape|escaped|escapes|dodged|spared|averted
        deny|denied|denies|denying|dismissed|rejected|refuted
        ruled|rules|ruling|rule out
        decided|decides|chose|chosen|opted|resolved|elected against|not
        exempt|exempted|excluded|absent from
        called off
        declined|refused|declines|refuses to
        came|come|comes down against
        decided|decides|decision not
        contrary to
    """),
    *_cues("negated", "backward", 3, """
        [<have>] <not> [<adverb>] [be|been|being] [<adverb>] <imposed>|applicable|happening|in|on|one|warranted|upheld
        <be> not [<adverb>] [be|been|being] [<adverb>] <imposed>|applicable|happening|in|on|one|warranted|upheld
        <have> not [<adverb>] been <imposed>
        <modal> not [be] <imposed>|happen|proceed|go|follow
        no longer go|going|proceed|proceeding|happen|happening|planned|needed
        not to be|proceed|go|be
        <be> ruled out
        <be> rejected|averted|avoided|refused|declined|denied|dismissed|unfounded|wrong|untrue|incorrect
        <have> been [<adverb>] called|rejected|refused|ruled off|out|
        did|does not arise|apply|follow|happen|occur|proceed
        <not> apply|arise|follow|happen|occur|proceed|going|go|exist
        decided|resolved against
        came to nothing
        not <adverb> pursued|proceeded|required|needed|used|issued|imposed|applicable|upheld|warranted|taken
        not pursued|proceeded|required|needed|used|issued|imposed|applicable|upheld|warranted|taken
        considered|discussed|about but|and|, not|rejected|dropped|dismissed|decided|ruled
        off the table
        <modal> be unlawful|wrong|premature|unnecessary
        not been [asked|sought]
    """),
    *_cues("negated", "backward", 10, """
        <be> [<adverb>] [<adverb>] downgraded|de-escalated|deescalated|reclassified|declassified|delogged|de-logged|retracted|discounted|withdrawn
        <be> [<adverb>] [<adverb>] stood|stepped|taken down|off
        [<adverb>] stood|stepped down
        taken off the list
        not to meet|be|have
        did|does|do not meet|qualify|count|constitute|amount
        <not> meet|qualify|count|constitute|amount
        then <be> not
        withdrawn|downgraded|de-escalated|reclassified|stepped|declassified
    """, INCIDENT),
    *_cues("negated", "forward", 8, """
        downgraded|downgrade|reclassified from
        taken|struck off
        withdrew|withdrawn|retracted
        not meet|met|meeting
    """, INCIDENT),
    *_cues("negated", "cell", 0, """
        nil|none|no|zero|0|n/a|not|neither|never
    """, NOT_STANDING),
)

ENDED = (
    *_cues("ended", "object", 6, """
        left|leaves|leaving|leave
        exit|exits|exited|exiting [from]
        lift|lifts|lifted|lifting
        remove|removed|removes|removing|removal [of|from]
        release|released|releases|releasing|freed|free [it|them|him|her|us] from|of
        release|released|freed {6} from
        discharge|discharged|discharges|discharging [of|from]
        out of
        come|came|comes|coming|taken|moved|got|stepped|is|was|are|were|been|taking|takes off
        moved|stepped|step|steps|stepping|moving|taken|transferred|promoted away|down|up from
        de-escalated|de-escalation|deescalated|escalated [out|down] [from]
        end|ended|ends|ending [of|to]
        withdrew|withdraw|withdrawn|withdrawing|withdraws|withdrawal [of|from]
        close|closed|closing|closes|closure [of]
        discontinue|discontinued|cancelled|rescinded|rescind|revoked|revoke|terminated|abolished|scrapped|superseded|replaced|replaces|replace|replacing
        complied|complies|comply|compliant|complying|compliance with
        certificate [of] [compliance] [for|with|to] [all|the|its] {3}
        met|satisfied|fulfilled|discharged
        met [all] [the] [requirements|terms|conditions] of
        freed|let|lets|letting|clear|shot|rid|quit out|off|of|go
        emerge|emerged|emerges|emerging|emergence|departure|escape|escaped|graduated|graduation from
    """, CLOSABLE),
    *_cues("ended", "forward", 8, """
        no longer
        <not> any longer
        used to be|have
        ceased|ceases|stopped to be|being
    """, CLOSABLE),
    *_cues("ended", "forward", 3, """
        former|formerly|ex|erstwhile|one-time
        previously|once
    """, CLOSABLE),
    *_cues("ended", "object", 6, """
        ended|closed|discontinued|dismissed|dropped|acquitted|quashed
    """, frozenset({"moment"})),
    *_cues("ended", "backward", 12, """
        <be> [<adverb>] [<adverb>] [be|been|being] [<adverb>] <ending>
        <have> [<adverb>] [<adverb>] [been] [<adverb>] <ending>|gone|fallen|ceased|finished
        <be> [<adverb>] certified|taken|let as|off|go
        [<adverb>] found|judged|declared|deemed|held to have been <ending>
        <be> [<adverb>] [<adverb>] no more|longer
        ceased to
        fell|falls|fallen away
        came|come|brought|drew to an|a end|close
        <be> over|spent|past
        reopened|re-opened|restarted|resumed
        <have> [<adverb>] closed it|them
        [<adverb>] compliance certificate
        until [last|early|late|mid|the|about|this|that] [early|late|mid] [<month>] 20
        until last|<month>|this|that
        no longer <have>|had|applies|apply|applied|exists|in
        lapsed|expired
        <be> put|set right
        <be> declared|found compliant
    """, LIFTABLE),
    *_cues("ended", "backward", 12, """
        until [last|early|late|mid|the|about|this|that] [early|late|mid] [<month>] 20
        <have> [<adverb>] lapsed|expired|gone
    """, frozenset({"standing"})),
    *_cues("ended", "backward", 6, """
        ended|ends in|on|last|20
    """, frozenset({"state"})),
    *_cues("ended", "backward", 1, """
        [<adverb>] <ending> [in|on|by|last|at|for|with|after|from|since|earlier|this|<month>|<day>]
        [<adverb>] complied with
    """, LIFTABLE),
    *_cues("ended", "backward", 10, """
        till 20
        <be> history|gone
        stopped|ended|ceased|finished on|in|at|last|when
        [<adverb>] declared|certified|judged|deemed|regarded|treated|found [as|to] [be|have] [been] met|fulfilled|performed|compliant|remedied|discharged|closed
        since met|lifted|removed|closed|withdrawn|discharged|departed|left|gone
        has gone|lapsed [too|also]
        and|, lapse
    """, LIFTABLE),
    *_cues("ended", "backward", 16, """
        open again
        taking {2} again
        back into|in service|use
        for one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a|1|2|3|4|5|6|7|8|9|10|31 days|weeks|hours|months|nights|day|week|night|month|weekend
        restarted|reopened|resumed|re-opened
        on {2} occasions|nights|days
    """, CLOSURE),
    *_cues("ended", "cell", 0, """
        <ending>|former|closed|done
        [substantially] met|complied
    """, CLOSABLE),
    *_cues("ended", "both", 8, """
        in the past
        years|months ago
        historic|historical|historically
        a decade ago
        last century
        at the|that time
    """, LASTING),
    *_cues("ended", "backward", 14, """
        <be> [<adverb>] [<adverb>] published|completed|finished|concluded|received|presented|closed|delivered
        <have> [<adverb>] [<adverb>] [been] reported|concluded|finished|completed|published|delivered|closed
        [which|that|it] [<adverb>] reported|concluded|found|criticised|described|identified|said|recommended|ended|showed|revealed
        [into|of] {12} published
        whose report
        whose author|authors
        made {2} recommendations|findings
    """, REVIEW),
    *_cues("ended", "forward", 8, """
        published|received|publishes|receives|publication|closed|closes|completed|concluded
        report|findings|conclusions|recommendations|outcome|results|result of|from
        cleared|criticised|exonerated|concluded by
        found by
    """, REVIEW),
)

PLANNED = (
    *_cues("planned", "forward", 14, """
        will|shall|would|could|may|might|should|must|'ll|'d
        ought|going|about|set|likely|expected|unlikely|scheduled|poised|ready|prepared|minded|prepares|preparing to
        expects|expect|expecting|plan|plans|planning|intends|intend|intending|intention|means|mean|meaning|hopes|hope to
        propose|proposes|proposing|threatened|threatens|threatening|proposed|planned|wants|want to
        <be> to
        <be> [<adverb>] due to
        minded|leaning
        whether to
        recommend|recommends|recommended|recommending|recommendation [that]
        can put|place|impose|remove|suspend|appoint
    """),
    *_cues("planned", "forward", 9, """
        faces|face|facing|faced
        consider|considers|considering|considered|weighing|weigh|weighed|contemplating|contemplated|discussing|discuss|exploring|mulling
        at|the|real risk|danger of
        risk|risks|risking|risked
        propose|proposes|proposed|proposing|proposal|proposals [for|to|of|that]
        threat|threats|threatened|threatening|threatens|prospect|possibility|likelihood|danger [of|with]
        threatened|threatening|threaten|threatens
        on|in course|track|line for|to
        heading|headed|bound|destined for|towards|into
        towards|toward
        notice of proposal|intent
        warned|warns|warning of
        await|awaits|awaiting
        candidate|candidates|shortlisted|nominated|nomination|earmarked|lined up for
        options include
        expects|expect|expected|anticipates|anticipated|forecast|predicted|predicts
        provisional|provisionally|draft
        fear|fears|feared
        talk|threat of
        in reserve
        put forward
        unless
        failing|otherwise
    """),
    *_cues("planned", "backward", 8, """
        <modal> [<adverb>] [be] [<adverb>] <starting>|follow|begin|start|take|result|come|arise|join|report|run|look|hold|meet|visit
        <modal> [<adverb>] be [<adverb>] considered|needed|required|one|sought
        <be> to be [<adverb>] <starting>
        <be> to <starting>|begin|start|follow|report|run|look|take
        <be> [not] [<adverb>] [<adverb>] expected|anticipated|planned|proposed|recommended|due|likely|possible|imminent|threatened|scheduled|intended
        <have> [<adverb>] been proposed|recommended|threatened|suggested|mooted
        being [<adverb>] considered|discussed|drafted|prepared|weighed|explored|negotiated|finalised
        [<be>] under consideration|discussion|threat
        in prospect
        awaits
        looms|loomed|looming
        a possibility|probability|prospect
        on the table|cards|way|horizon
        should|if it|the|he|she
        <be> a|one|among possibility|options
    """),
    *_cues("planned", "backward", 18, """
        begins|starts|begin|start [work] in|on|next|this|shortly|soon|work|when|after
        arrives|joins next|in|on
        <modal> begin|start
    """),
    *_cues("planned", "cell", 0, """
        tba|tbc|planned|proposed|expected|recommended|likely|possible|provisional|draft|under|pending
    """),
)

HOLDS = (
    *_cues("holds", "forward", 10, """
        remain|remains|remained|remaining
        stay|stays|stayed|staying|kept|keeps|keep|retain|retains|retained
        still
        continue|continues|continued|continuing [to|in|under|with]
        persists|persisted
        stuck|languishing|languishes|mired
        exit|entry criteria|plan|strategy|date
        criteria|tests|conditions for [exit|leaving|exiting]
    """, CLOSABLE),
    *_cues("holds", "forward", 30, """
        accepted|accepts|approved|endorsed|agreed|acted [to|on|with] [the|a|his|her|that] recommendation|advice|proposal
    """),
    *_cues("holds", "backward", 4, """
        remain|remains|remained
        stay|stays|stayed
        still
        [<adverb>] continue|continues|continued
        unchanged
        no change
        <be> in force|place
        in part
        partly|partially
        until now
        in force
    """, CLOSABLE),
)

NO_FACT = (
    *_cues("no_fact", "forward", 12, """
        would|could|might|should have
        would've|could've|might've
        as if|though
        if only
        what|how|why is|are|does|happens|do
        example|definition|meaning of
        had <pronoun> [not] been
        wish|wishes|wished
    """),
    *_cues("no_fact", "backward", 12, """
        but for
        were it not
        had it not
    """),
    *_cues("no_fact", "backward", 2, """
        means that
        <be> [<adverb>] defined|reserved
        <be> [<adverb>] those|incidents|serious|patient
    """),
    *_cues("no_fact", "forward", 9, """
        called|call|calls|calling for
        demand|demands|demanded|demanding
        campaigning|petition|petitioned|clamour|lobbying for
        urged|urging|urge
    """),
)

PLUGS = _cues("plug", "both", CLAUSE, """
    learn|learned|learnt|learning [lessons] from
    respond|responded|responding|response|reply|replied to
    address|addressed|addressing|tackle|tackled|resolve|resolved
    disclose|disclosed|mention|mentioned|explain|explained|comment|commented [on]
    investigate|investigated
    appeal|appealed|contest|contested|challenge|challenged|dispute|disputed
    welcome|welcomed|surprised
    help|helped|supporting|supports
    prevent|prevented|preventing
    monitor|monitored|check|inspect|inspected|re-inspect|reinspect|discuss|discussed
    benefit|pay|paid|spend|fund
    contribute|contributed to
    know|knew|aware [of]
    tell|told us
    progress|improve|improved|improving
    beyond
    because|since
    read|see|seen|publish
    [to] comply|complying|meet|meeting|deliver|honour
""")

CUES: tuple[Cue, ...] = (*STOPS, *PSEUDO, *NEGATED, *ENDED, *PLANNED, *HOLDS, *NO_FACT, *PLUGS)
