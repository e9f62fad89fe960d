"""Words that say that it is over."""

from __future__ import annotations

from nlp.cues.cue import CLOSABLE, CLOSURE, LASTING, LIFTABLE, REVIEW, STANDING, cues

ENDED = (
    *cues("ended", "object", 6, """
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
        discontinue|discontinued|cancelled|rescinded|rescind|revoked|revoke|terminated|abolished
        scrapped|superseded|replaced|replaces|replace|replacing
        moved|dropped|fallen|slipped|downgraded|changed [up|down] from
        complied|complies|compliant|compliance with
        met|satisfied|fulfilled|discharged
        met [all] [the] [requirements|terms|conditions] of
        freed|let|lets|letting|clear|shot|rid|quit out|off|of|go
        emerge|emerged|emerges|emerging|emergence|departure|escape|escaped|graduated|graduation from
    """, CLOSABLE),
    *cues("ended", "forward", 6, """
        certificate of compliance
        compliance certificate
        no longer
        <not> any longer
        used to be|have
        ceased|ceases|stopped to be|being
    """, CLOSABLE),
    *cues("ended", "forward", 3, """
        former|formerly|ex|erstwhile|one-time
        previously|once
    """, CLOSABLE),
    *cues("ended", "object", 6, """
        ended|closed|discontinued|dismissed|dropped|acquitted|quashed
    """, frozenset({"moment"})),
    *cues("ended", "backward", 20, """
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
    *cues("ended", "backward", 12, """
        until [last|early|late|mid|the|about|this|that] [early|late|mid] [<month>] 20
        <have> [<adverb>] lapsed|expired|gone
    """, STANDING),
    *cues("ended", "backward", 6, """
        ended|ends in|on|last|20
    """, frozenset({"state"})),
    *cues("ended", "backward", 20, """
        and [<have>] [<adverb>] closed|lifted|withdrew|withdrawn|ended|dropped|met|removed it|them
        and that's|it's|they're|that|it|they|these [has|have|is|are|was|were] [been] [<adverb>] [been] <ending>
        draw|draws|drew|drawing to an|a end|close
        give|gives|gave|given way to
        rolled|folded|absorbed|merged into
        [and] <be>|came|come|got [<adverb>] out of it|them
        and left it|them
        from which it|they|the {3} released|left|emerged|exited|freed|discharged
        which it|they {2} left|exited
        which it|they {2} came|emerged|got out
        [<be>] no more
    """, LIFTABLE),
    *cues("ended", "backward", 10, """
        left|exited|escaped them|it in|the|later|last|that|after|before|only|<number>|this|early|late|<month>|soon|when|a|within
    """, frozenset({"state"})),
    *cues("ended", "backward", 12, """
        finished|finishes|completed|ended|served|concluded his|her|their <stint>
        left|departed|moved|stood|stepped in|on|last|at|this|after|down
    """, frozenset({"state"})),
    *cues("ended", "backward", 4, """
        [<adverb>] <ending> [in|on|by|last|at|for|with|after|from|since|earlier|this|<month>|<day>]
        [<adverb>] complied with
    """, LIFTABLE),
    *cues("ended", "backward", 10, """
        till 20
        <be> history|gone
        stopped|ended|ceased|finished on|in|at|last|when
        [<adverb>] <certified> [as|to] [be|have] [been] <done>
        since met|lifted|removed|closed|withdrawn|discharged|departed|left|gone
        has gone|lapsed [too|also]
        and|, lapse
    """, LIFTABLE),
    *cues("ended", "backward", 16, """
        open again
        taking {2} again
        back into|in service|use
        for <number> <period>
        restarted|reopened|resumed|re-opened
        [and] when it reopened|re-opened
        on {2} occasions|nights|days
    """, CLOSURE),
    *cues("ended", "object", 3, """
        up|down|gone|raised|risen|rise|improved|improvement|upgraded|lifted [up|down] from
        moved|dropped|fallen|slipped|downgraded|changed [up|down] from
        previous|old|prior|earlier rating|grade|segment|verdict|judgement|status [of|was|had]
        previous|prior
    """, STANDING),
    *cues("ended", "forward", 8, """
        years|months after <pronoun>|the|being|a|its|inspectors
        before <pronoun>|the {2} <be>
    """, STANDING),
    *cues("ended", "cell", 0, """
        <ending>|former|closed|done
        [substantially] met|complied
    """, CLOSABLE),
    *cues("ended", "both", 4, """
        in the past
        years|months ago
        historic|historical|historically
        a decade ago
        last century
        at the|that time
    """, LASTING),
    *cues("ended", "backward", 20, """
        <be> [<adverb>] [<adverb>] published|completed|finished|concluded|received|presented|closed|delivered
        <have> [<adverb>] [<adverb>] [been] reported|concluded|finished|completed|published|delivered|closed
        [which|that|it] [<adverb>] reported|concluded|found|criticised|described|identified|said|recommended|ended|showed|revealed
        [into|of] {12} published
        whose report
        whose author|authors
        made {2} recommendations|findings
        received|published|reported|concluded in|on|by|last|this|earlier|yesterday|today
        ran to
    """, REVIEW),
    *cues("ended", "object", 3, """
        after|following
        wake of
    """, REVIEW),
    *cues("ended", "forward", 8, """
        published|received|publishes|receives|publication|closed|closes|completed|concluded
        report|findings|conclusions|recommendations|outcome|results|result of|from
        cleared|criticised|exonerated|condemned|faulted|praised {6} by
        found by
    """, REVIEW),
)
