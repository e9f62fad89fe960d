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
        shake|shakes|shook|shaken|shaking|shrug|shrugs|shrugged|throw|threw|thrown|cast|casts|casting|sign|signs|signed off
        take|takes|took|taken|taking|get|got|lift|lifted|strike|struck {3} off
        turned|turns|turn its|their back on
        given|won|regained|gained|earned|secured|granted {3} freedom|release|discharge|liberty|exit|way from|out [of]
        declared|judged|deemed|found|passed|considered fit|ready|able|well to leave|exit|come
        lose|loses|lost|shed|sheds|dropped|escaped {3} label|tag|status|stigma|yoke of
        cleared|clears
        said|says|say|saying|bid|bids|bade|wave|waves|waved|waving|kiss|kissed goodbye|farewell|good-bye [to]
        saw|seen|see|sees the back of
        call|called|calls|calling time|halt on|to
        curtain|curtains {4} down on
        stood|stand|stands|stepped|step {3} down from
        put|puts|brought|bring|brings|spell|spells|spelt|mark|marks|marked an|the end to|of
        closed|closes|turned|turns|close|turn the chapter|book|door|page|corner on
        drew|draws|drawn|draw a line under
        rid [itself|themselves] of
        quit|quits|vacated|vacates|outgrown|outgrew|overcome|overcame|shed|sheds|shedding
        pull|pulled|pulls|dragged|hauled|lift|lifts|raised|coax|coaxed|steer|steered|led|bring|brought|get|got {4} out of
        let|allowed|allow|take|taken|took|work|worked|climb|climbed|climbs|fought|crept|walked|walks|march|marched {4} out of
        [has|have|had] passed|graduates|progressed|exits [out] of|from
        emerge|emerged|emerges|emerging|emergence|departure|escape|escaped|graduated|graduation from
    """, CLOSABLE),
    *cues("ended", "forward", 6, """
        certificate of compliance
        compliance certificate
        <not> any longer
        used to be|have
        ceased|ceases|stopped to be|being
        wriggled|wriggles|wrested|slipped|walked|walks|walk free|loose|clear|away of|from
        broke|break|breaks|broken|breaking|set|sets free|loose|clear|away of|from
        setting|got|get|shaken|now|finally|pulled|pull|pulls|cut|cuts free|loose|clear|away of|from
        escape|escapes|escaped|escaping from
        came|come|comes|coming|been|saw|seen|sees|guided|guides|led|leads {4} through
        leading|steered|steering|nursed|shepherded|piloted|navigated|pulled|brought|carried|took|helped {4} through
        completed|completes [its|their|his|her|our|the|a] {3} time|spell|stay|stint|period in|under|on|through
        finished|served|concluded [its|their|his|her|our|the|a] {3} time|spell|stay|stint|period in|under|on|through
        completed|completes [its|their|his|her|our|the|a] {3} term|years|months|journey|days in|under|on|through
        finished|served|concluded [its|their|his|her|our|the|a] {3} term|years|months|journey|days in|under|on|through
        ended|ends|finishes|completing|ending [its|their|his|her|our|the|a] {3} time|spell|stay|stint|period in|under|on|through
        ended|ends|finishes|completing|ending [its|their|his|her|our|the|a] {3} term|years|months|journey|days in|under|on|through
        when|while|whilst|years|months|time|period|days {4} was|were in|under|on
        was|were|been briefly|formerly|previously in|under|on
        had {4} stint|spell|stretch|stay in|under|on
        during|in|throughout|of its|their|our [whole|entire|long|short|last|two|three|four|five|six] time|days|spell in|under|on
        during|in the|his|her|whole [whole|entire|long|short|last|two|three|four|five|six] time|days|spell in|under|on
        throughout|of the|his|her|whole [whole|entire|long|short|last|two|three|four|five|six] time|days|spell in|under|on
        during|in its|their|our [whole|entire|long|short|last|two|three|four|five|six] stay|stint|years|period in|under|on
        throughout|of its|their|our [whole|entire|long|short|last|two|three|four|five|six] stay|stint|years|period in|under|on
        during|in the|his|her|whole [whole|entire|long|short|last|two|three|four|five|six] stay|stint|years|period in|under|on
        throughout|of the|his|her|whole [whole|entire|long|short|last|two|three|four|five|six] stay|stint|years|period in|under|on
        days|years|era|time of
        way since
        sprung|emerged|emerges|emerge|liberated|extricated|delivered {2} from
        since {4} was|were [last|still] in|under|on
        <be> last in|under
        agreed|accepted|decided|ruled|concluded|confirmed that {6} could|should|might|may|can leave|exit|come
        no further|longer need|needs|needed|requires|required [for|of]
        <not> need|needs|needed|require|requires|required any longer|more
        survived|survives|weathered
        veteran|survivor|graduate|alumnus of
    """, CLOSABLE),
    *cues("ended", "forward", 9, """
        no longer
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
        <be> [<adverb>|safely|firmly|well|long] behind
        behind it|them|him|her|us|ourselves|itself [<adverb>|for|and]
        a|the thing|matter of [the] past|history
        a|but [distant|fading|bad] memory|dream
        off its|their|our back|backs|books|shoulders
        <be> [<adverb>] ancient history
        and <be>|came|got|come [<adverb>] out again|by|within|in|before|inside|two|three|a|<number>
        [and] [<be>] [<adverb>] allowed|let|permitted|able to leave|exit
        but|and|though|although|before [<pronoun>] [<have>|<be>] [<adverb>] come|came|got|moved|let|taken out
        but|though|although|yet [<pronoun>] <be> [<adverb>] out
        but|and|though|although|before [<pronoun>] [<have>|<be>] [<adverb>] emerged|exited|released|freed|left
        before being [let|taken|moved|brought|lifted|out] [released|freed|discharged|removed|lifted|out|again|in|a|the|last]
        before getting [let|taken|moved|brought|lifted|out] [released|freed|discharged|removed|lifted|out|again|in|a|the|last]
        before leaving [let|taken|moved|brought|lifted|out] [released|freed|discharged|removed|lifted|out|again|in|a|the|last]
        before exiting [let|taken|moved|brought|lifted|out] [released|freed|discharged|removed|lifted|out|again|in|a|the|last]
        before emerging [let|taken|moved|brought|lifted|out] [released|freed|discharged|removed|lifted|out|again|in|a|the|last]
        before <pronoun> <be> released|freed|discharged|removed|lifted|let|taken
        before <pronoun> left|emerged|exited
        and [<be>] [<adverb>] released|freed|discharged
        from which it|they {2} since
        reopened|re-opened|restarted|resumed
        <have> [<adverb>] closed it|them
        [<adverb>] compliance certificate
        until [last|early|late|mid|the|about|this|that] [early|late|mid] [<month>] 20
        until last|<month>|this|that
        no longer stand|stands|needed|required|binding|operative|open|valid|outstanding
        [and] remained|stayed|was|continued there|so|in [it|them] until|till|for
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
        <be> [<adverb>] history|gone|done
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
        finding|recommendation|conclusion of
        published|received|publishes|receives|publication|closed|closes|completed|concluded
        report|findings|conclusions|recommendations|outcome|results|result of|from
        cleared|criticised|exonerated|condemned|faulted|praised {6} by
        found by
    """, REVIEW),
)
