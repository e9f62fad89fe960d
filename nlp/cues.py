"""The words that decide whether a claim holds: cues as data, in the manner of the ConText algorithm.

A cue's ``words`` are a small pattern language. Words are separated by spaces; ``a|b`` is one of several words; ``[a|b]`` may be
left out; ``{3}`` stands for up to three words of any kind. The first part must be plain words. Apostrophes are straight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Effect = Literal["negated", "ended", "planned", "holds", "no_fact", "plug", "pseudo", "stop"]
"""``holds``: it still is so, whatever else is said; ``no_fact``: hypothetical; ``plug``: a verb that takes for granted what
follows ("did not respond to the notice"), so that negation and future before it do not reach the claim; ``pseudo``: looks like
a cue and is none; ``stop``: ends the reach of every cue."""

Direction = Literal["forward", "backward", "both"]
"""``forward``: a cue before the trigger; ``backward``: after it; ``both``."""

Nature = Literal["state", "moment", "notice", "review", "rating"]
"""What kind of thing the trigger speaks of: a ``state`` lasts (a regime, a segment); a ``moment`` happens once (a fine); a
``notice`` happens once and can be met or withdrawn; a ``review`` runs and reports; a ``rating`` stands until the next."""

STATES: frozenset[Nature] = frozenset({"state", "notice", "review", "rating"})
LASTING: frozenset[Nature] = frozenset({"state", "rating"})
CLAUSE = 40
"""A scope of a whole clause, in words."""


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


NOT = "isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|don't|doesn't|didn't|shouldn't"
BE = "is|was|are|were|be|been|being"

STOPS = _cues("stop", "both", CLAUSE, """
    but
    while
    whilst
    although
    though
    whereas
    however
    after
    before
    following
    because
    when
    once
    unless
    since
    so
    despite
    amid
    who
    whose
    whom
    which
    and it|he|she|they|we|its|their|has|have|had|is|was|were|are|will|would|could|may|might|remains|now|then|so|also|received|got
    and that|whether|must|put|placed|said|told|served|issued|imposed|entered|became|rated|fined
    as|where it|he|she|they|the|there
    with the|a
    instead
    except
    other than
    pending
    owing|due to
    by which
    in order
""")

PSEUDO = _cues("pseudo", "both", CLAUSE, """
    not only|just|merely|simply|least|surprisingly|unexpectedly|until
    not for the first
    no doubt
    no fewer|less than
    no surprise|stranger|secret|wonder|question|matter|accident
    no less
    no longer than
    without delay|doubt|warning|notice|exception
    not before time
    not a moment too soon
    no. {1}
    nothing less|short
    never again|before|mind
    more than one
    may|march|might 20
    may and|or|to
    in|of|from|since|until|by|during|last|next|this|late|early|mid|and|to|on|through|throughout may
    will of
    left|right side|eye|knee|hip|leg|foot|hand|arm|breast|kidney|lung|ureter|ovary|ankle|shoulder|ear
    left behind|inside|in|over|him|her|them|patients|open|alone|untreated|unattended|waiting|without
    no further than
    not least
    lifted [from] {2} floor|bed
    met the|by|in|on|at|every|for|last|again|yesterday|with staff|definition|tuesday|wednesday
    open letter
    closed session|meeting|board|part|door
    free of charge
    exit interview|block
    removed [from] {2} patient|theatre
    released a|the|its|their|figures|by|in|on|today|yesterday|under|to
    could|can not have
""")

NEGATED = (
    *_cues("negated", "forward", 12, f"""
        not
        {NOT}
        never
        neither
        nor
        no longer any
        nobody|nothing|nowhere
        none of
        fails|failed to be
        unlikely to
        far from
    """),
    *_cues("negated", "forward", 6, """
        no
        nil
        zero
        0
        without
        absence|lack of
        free of|from
        instead|rather of
        rather than
        short of
        stopped|stop|stops short
        avoid|avoided|avoids|escape|escaped|escapes|dodged|spared|averted
        deny|denied|denies|denying|dismissed|rejected|refuted
        ruled|rules|ruling|rule out
        decided|decides|chose|chosen|opted|resolved|elected against|not
        exempt|exempted|excluded|absent from
        called off
        declined|refused|declines|refuses to
        came down against
    """),
    *_cues("negated", "backward", 4, f"""
        is|was|are|were [has|have] not [been] [formally|actually] issued|served|imposed|made|taken|placed|needed|required|applied|sought|pursued|used|invoked|proposed|considered|reported|declared|recorded|recommended|applicable|opened|in|one
        {NOT} [be|been|being] [formally|actually] issued|served|imposed|made|taken|placed|needed|required|applied|sought|pursued|used|invoked|proposed|considered|reported|declared|recorded|recommended|opened|happening|on
        has|have|had not been issued|served|imposed|made|taken|applied|sought|pursued|used|invoked|proposed|reported|declared|recorded
        not to be|proceed|go
        is|was|were|are|been|being ruled out
        is|was|were [not] rejected|averted|avoided
        has|had|was|been called off
        did|does not arise|apply|follow|happen|occur|proceed
        {NOT} apply|arise|follow|happen|occur|proceed
        decided against
        came to nothing
        will not be issued|served|imposed|taken|needed|required|used|pursued
        not pursued|proceeded|required|needed|used|issued|imposed|applicable|upheld|warranted|taken
        considered but|and not|rejected|dropped|dismissed
        off the table
    """),
    *_cues("negated", "backward", 1, """
        nil
        none
        no
        zero
        0
        n/a
    """),
)

ENDED = (
    *_cues("ended", "forward", 5, """
        left|leaves|leaving
        exit|exits|exited|exiting
        lift|lifts|lifted|lifting
        remove|removed|removes|removing|removal of|from
        remove|removed|removes|removing
        release|released|releases|releasing|freed from|of
        released [it|them|the] {3} from
        discharged|discharge|discharges|discharging [from|of]
        come|came|comes|coming|emerged|emerge|emerging|taken|brought|moved|move|moves|moving|got|get|gets|lifted|led|pulled|stepped|climbed|rose|dropped out of
        come|came|comes|coming|taken|moved|got|is|was|are|were|been|stepped off
        out of
        moved|stepped|step away|down from
        de-escalated|de-escalation|deescalated [from]
        end|ended|ends|ending [of|to]
        withdrew|withdrawn|withdraw|withdrawing|withdraws|withdrawal [of|from]
        closed|closing|closure of
        discontinued|discontinue|cancelled|rescinded|revoked|revoke|terminated
        complied|complies|compliant|complying|comply with
        met|satisfied|fulfilled [all] [the] {2} of
        certificate of compliance
        compliance certificate [for|for the]
        no longer
        former|formerly|previously|ex
        once
        used to be|have
        freed|let out|off|of|go
        rid of
        exit|release|removal|discharge|departure|emergence from
        completed|complete|concluded
    """, STATES),
    *_cues("ended", "forward", 8, """
        until {6}
    """, frozenset()),
    *_cues("ended", "backward", 10, """
        was|were|is|are|been|being [all|both|then|later|subsequently|since|finally|formally|duly|now|also|eventually|since] [been] lifted|removed|withdrawn|discharged|closed|ended|discontinued|rescinded|revoked|cancelled|terminated|released|dropped|complied|met|satisfied|fulfilled|quashed|stood|signed|let|freed
        has|have|had [all|both|now|then|since|also] [been] lifted|ended|expired|lapsed|gone|closed|fallen|reopened|re-opened|resumed|ceased|finished
        was|were|been|be|is|are [since|later|now] met|complied
        ended|expired|lapsed|ceased|finished
        since lifted|removed|withdrawn|discharged|closed|met|ended
        is|are over|spent|past
        came to an end
        compliance certificate
        certificate of compliance
        reopened|re-opened|resumed
    """, STATES),
    *_cues("ended", "backward", 2, """
        lifted|removed|withdrawn|discharged|closed|discontinued|met|complied|rescinded|revoked|exited|ended|expired|completed
        exit
        until last|[early|late|mid|the|about] [spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december] 20
    """, STATES),
    *_cues("ended", "backward", 8, """
        until
    """, LASTING),
    *_cues("ended", "both", 8, """
        in the past
        at the time
        years ago
        historic|historical|historically
        a decade ago
        last century
    """, LASTING),
    *_cues("ended", "both", 7, """
        was published|completed|finished
        has|have|had reported|concluded|finished
        published|reported|concluded|found
        report of
        findings of
    """, frozenset({"review"})),
)

PLANNED = (
    *_cues("planned", "forward", 14, """
        will
        shall
        would
        could
        may
        might
        should
        must
        can
        ought to
        going to
        'll
        about to
        set to
        due to
        likely to
        expected to
        expects|expect|expecting|plan|plans|planning|intends|intend|intending|intention|means|mean|meaning|propose|proposes|proposing|wants|want|hopes|hope|threatened|threatens|threatening|proposed|planned|decided|agreed|prepared|preparing|prepares|poised|ready|minded|asked|required to
        is|are to
        is|are to be
        to be
        minded|leaning
    """),
    *_cues("planned", "forward", 8, """
        faces|face|facing|faced
        consider|considers|considering|considered|weighing|weigh|weighed|contemplating|discussing|discuss|exploring
        at|the risk of
        risk|risks|risking|risked
        recommend|recommends|recommended|recommending|recommendation
        propose|proposes|proposed|proposing|proposal [for|to|of]
        threat|threats|threatened|threatening|threatens|prospect|possibility|likelihood|danger of|with
        threatened|threatening|threaten|threatens
        on course|track for|to
        heading|headed|bound for|towards|into
        towards|toward
        notice of proposal
        warned|warns|warning of
        minded
        await|awaits|awaiting|pending
        candidate|candidates|shortlisted|nominated for
        options include
        contingency for
        expects|expect|expected|anticipates|anticipated|forecast|predicted|predicts
        provisional|provisionally|draft
        planned
        fear|fears|feared
        talk of
    """),
    *_cues("planned", "backward", 8, """
        will|shall|would|may|might|could|can|should|must|to [also|now|then|not|well] [be] issued|served|imposed|follow|published|begin|start|made|sent|agreed|put|appointed|named|held|commissioned|take|needed|required|reviewed|brought|launched|set|apply|result|come|considered|used|sought
        to be issued|served|imposed|published|made|sent|agreed|appointed|named|held|commissioned|put|confirmed|brought
        is|are|was|were [now|also|still] expected|anticipated|planned|proposed|recommended|due|likely|possible|under|imminent|threatened|being
        has|have|had been proposed|recommended|threatened|suggested
        being considered|discussed|drafted|prepared|weighed|explored
        under consideration|discussion|threat
        [is] in|on prospect
        awaits
        looms|loomed|looming
        a possibility|probability|prospect
        on the table|cards
        tba|tbc
        next month|week|year|spring|summer|autumn
    """),
)

HOLDS = (
    *_cues("holds", "forward", 10, """
        remain|remains|remained|remaining
        stay|stays|stayed|staying|kept|keeps|keep
        still
        continue|continues|continued|continuing to|in|under|with
        continues|continued
        persists|persisted
        stuck|languishing|languishes
    """),
    *_cues("holds", "backward", 6, """
        remain|remains|remained
        stay|stays|stayed
        still
        continue|continues|continued
        unchanged
        no change
        not [yet] [been] lifted|removed|met|closed|withdrawn
        in force|place
    """),
    *_cues("holds", "forward", 6, """
        yet|failed|unable to leave|exit|come|emerge|meet|comply|get
        on track|course to exit|leave|come|move
        recommended for exit
        exit criteria
        criteria for [exit|leaving|exiting]
    """),
)

NO_FACT = (
    *_cues("no_fact", "forward", 14, """
        would|could|might|should have
        as if|though
        if only
        what is|are|does|happens
        how do|does|will
        why is|are
        whether
        example of
        definition of
        known as
        such as
    """),
    *_cues("no_fact", "backward", 10, """
        but for
        were it not
        means that
        is defined|designed|reserved|intended
        are defined|designed|reserved|intended|those|incidents|serious
        is a|an
        if it|they had
    """),
    *_cues("no_fact", "forward", 5, """
        called|call|calls|calling|demand|demands|demanded|demanding|campaigning|petition for
    """),
)

PLUGS = _cues("plug", "both", CLAUSE, """
    learn|learned|learnt|learning from
    respond|responded|responding|response|reply|replied to
    address|addressed|addressing|tackle|tackled|resolve|resolved
    meet|met|meeting the|all|every|any|its|their|these|those
    disclose|disclosed|mention|mentioned|explain|explained|comment|commented on
    disclose|disclosed|mention|mentioned|explain|explained
    investigate|investigated
    appeal|appealed|contest|contested|challenge|challenged|dispute|disputed
    welcome|welcomed|surprised
    support|supported|help|helped|supporting|supports
    prevent|prevented|preventing
    monitor|monitored|review|reviewed|check|inspect|inspected|re-inspect|reinspect|discuss|discussed
    benefit|pay|paid
    contribute|contributed to
    know|knew|aware|aware of
    tell|told us
    progress|improve|improved|improving
""")

CUES: tuple[Cue, ...] = (*STOPS, *PSEUDO, *NEGATED, *ENDED, *PLANNED, *HOLDS, *NO_FACT, *PLUGS)
