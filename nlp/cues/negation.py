"""Words that deny."""

from __future__ import annotations

from nlp.cues.cue import INCIDENT, NOT_STANDING, cues

NEGATED = (
    *cues("negated", "forward", 12, """
        <not>
        'snot
        nobody|nothing|nowhere|noone
        no <body>
        none of
        <have>|is|are|was|were yet to
        fails|failed|failing|failure to
        unlikely to
        far from
        no <thought> of|to|for|that|as
        no decision|plan|plans {6} to
        need not
    """),
    *cues("negated", "forward", 16, """
        no [further|other|formal] [enforcement|regulatory|formal|legal|disciplinary] action|sanction|sanctions
    """),
    *cues("negated", "forward", 20, """
        neither|nor
        at no time|point|stage
        in no way
        wrongly|mistakenly|erroneously|incorrectly|falsely|inaccurately {2} said|reported|stated|listed|described|named
        wrongly|mistakenly|erroneously|incorrectly|falsely|inaccurately {2} told|claimed|recorded|shown|suggested|announced
        no truth in
        claims|reports|rumours|suggestions that {12} untrue|wrong|unfounded|false
        myth|nonsense|untrue|false|incorrect|inaccurate|wrong|misleading [to] [say|suggest|report|claim|state] that
        premature|early|soon to say|suggest|claim|declare|call|think|celebrate [that]
    """),
    *cues("negated", "forward", 7, """
        deny|denied|denies|denying|dismissed|rejected|refuted|disputes|disputed|scotched|quashed|rebutted {5} that
    """),
    *cues("negated", "forward", 6, """
        no
        nil|zero|0|none
        turned|turns|turn|turning down|away
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
        fend|fends|fended|fending|stave|staves|staved|staving|ward|wards|warded|warding off
        head|heads|headed|hold|held|fight|fought|beat|beaten|see|saw|seen off
        evade|evades|evaded|evading|sidestep|sidesteps|sidestepped|forestalled
        averts|averting|dodges|dodging|escaping|avoiding|sparing|spares|eluded
        managed|able|enough|helped|helps|allowed|contrived [just] to avoid|avert|escape|stave|fend|ward|dodge|evade [off]
        keep|keeps|kept|keeping|stay|stays|stayed|staying|remain {3} out of
        remains|remained|remaining|steer|steers|steered|steering|stood|stands {3} out of
        keep|keeps|kept|keeping|stay|stays|stayed|staying|remain {3} clear of
        remains|remained|remaining|steer|steers|steered|steering|stood|stands {3} clear of
        keep|keeps|kept|keeping|stay|stays|stayed|staying|remain {3} outside|off
        remains|remained|remaining|steer|steers|steered|steering|stood|stands {3} outside|off
        came|come|comes|coming|was|were|got {1} close|near|nearer|closer to
        came|come|comes|coming|was|were|got {3} within {4} of
        nearly|almost [<have>|<be>] [been|being] put|placed|went|gone|moved|fell|fallen|entered|taken|ended
        nearly|almost [<have>|<be>] [been|being] slipped|pushed|tipped|landed|joined|served|issued|fined|closed|became
        narrowly|just|barely|only missed|misses|avoided|escaped|avoids|escapes
        near miss|escape with|from
        held|holds|hold|drew|draws|drawn|pulled|stepped|steps back|away from
        backed|backs|shied|shies|shrank|refrained|refrain|refrains|desisted back|away from
        refrained|refrain|refrains|desisted|abstained|recoiled from
        baulked|balked at
        resisted|resists|refused|refuses|refusing|rejected|rejects|rejecting|vetoed|blocked|dismissed|dismisses|dismissing|spurned
        voted|votes|argued|advised against
        no|without need|call|case|cause for
        nowhere|not [anywhere] near|close [to]
        <be>|remain|remains|remained|still [<adverb>] [a] long|fair|good way|distance from|off
        let|got|get|gets|came|come|left|leave|leaves {3} without
        reprieved|reprieve|reprieves|respite from
        duck|ducks|ducked|ducking|cheated|outran
        lucky|fortunate|relieved|pleased|delighted to avoid|escape|be|have [spared]
        cleared {3} need for
        thought|thinks|think better of
        off the hook for
        saved|rescued|shielded|protected|safe|immune|saves|saving from
        out of going|being|entering|joining|having
        drop|dropped|drops|abandon {3} threat|threats|plan|plans|proposal|recommendation|idea
        abandoned|abandons|withdrew|withdraws|withdrawn {3} threat|threats|plan|plans|proposal|recommendation|idea
        drop|dropped|drops|abandon {3} intention|bid|advice|request|suggestion|application|bid
        abandoned|abandons|withdrew|withdraws|withdrawn {3} intention|bid|advice|request|suggestion|application|bid
        lifted|shelved|scrapped|ditched|overruled {3} threat|threats|plan|plans|proposal|recommendation|idea
        overturned|ignored|declined|refused|rejected {3} threat|threats|plan|plans|proposal|recommendation|idea
        lifted|shelved|scrapped|ditched|overruled {3} intention|bid|advice|request|suggestion|application|bid
        overturned|ignored|declined|refused|rejected {3} intention|bid|advice|request|suggestion|application|bid
        turned down {3} threat|plan|plans|proposal|recommendation|idea|bid|advice|request|suggestion|application
        gave up|rowed back|went back|retreated|backtracked {1} {3} threat|plan|plans|proposal|recommendation|idea
    """),
    *cues("negated", "backward", 8, """
        [<have>] <not> [<adverb>] [be|been|being] [<adverb>] <imposed>|applicable|happening|warranted|upheld
        <be> not [<adverb>] [be|been|being] [<adverb>] <imposed>|applicable|happening|warranted|upheld
        <have> not [<adverb>] been <imposed>
        <modal> not [be] <imposed>|happen|proceed|go|follow
        no longer go|going|proceed|proceeding|happen|happening|planned|needed
        not to be|proceed|go|be
        <be> ruled out
        <be> rejected|averted|avoided|refused|declined|denied|dismissed|unfounded|untrue|incorrect
        <be> [<adverb>] <firmly> rejected|denied|dismissed|refuted|unfounded|untrue
        <have> been [<adverb>] called|rejected|refused|ruled off|out|
        did|does not arise|apply|follow|happen|occur|proceed
        <not> [be|been] apply|arise|follow|happen|occur|proceed|going|go|exist
        decided|resolved against
        came to nothing
        not <adverb> pursued|proceeded|required|needed|used|issued|imposed|applicable|upheld|warranted|taken
        not pursued|proceeded|required|needed|used|issued|imposed|applicable|upheld|warranted|taken
        considered|discussed|about but|and|, not|rejected|dropped|dismissed|decided|ruled
        off the table
        ruled out
        wide of the mark
        <be> [completely|simply] untrue|false|unfounded
        <modal> be unlawful|wrong|premature|unnecessary
        <modal> not be right|appropriate|helpful|proportionate|justified|fair|wise
        <be> not [<adverb>] planned|intended|envisaged|contemplated
        <be> not [<adverb>] called for
        considered|discussed {6} and|but|then|before [<be>] [being] [<adverb>] rejected|dropped|dismissed|ruled
        proposed|mooted|suggested {6} and|but|then|before [<be>] [being] [<adverb>] rejected|dropped|dismissed|ruled
        considered|discussed {6} and|but|then|before [<be>] [being] [<adverb>] abandoned|discounted|shelved|refused
        proposed|mooted|suggested {6} and|but|then|before [<be>] [being] [<adverb>] abandoned|discounted|shelved|refused
        floated|threatened {6} and|but|then|before [<be>] [being] [<adverb>] rejected|dropped|dismissed|ruled
        debated|weighed|contemplated {6} and|but|then|before [<be>] [being] [<adverb>] rejected|dropped|dismissed|ruled
        floated|threatened {6} and|but|then|before [<be>] [being] [<adverb>] abandoned|discounted|shelved|refused
        debated|weighed|contemplated {6} and|but|then|before [<be>] [being] [<adverb>] abandoned|discounted|shelved|refused
        considered|discussed|proposed|mooted|suggested {6} but|and [<be>] [<adverb>] not
        floated|threatened|debated|weighed|contemplated {6} but|and [<be>] [<adverb>] not
        decided|concluded|agreed|judged [that] [it|this|one] [<be>] [<adverb>] not|unnecessary|unwarranted|against
        but <not> [<adverb>] imposed|issued|needed|served|used|required|pursued|applied
        <not> [<adverb>] on|in the cards|table|agenda|horizon|offing|pipeline|picture
        out of the question
        <be> not|hardly|no an|the|a option|possibility|answer|prospect
        <have> been taken off the table|agenda
        but|and|until [<pronoun>] <be> reprieved|spared|saved
        and|but [<pronoun>] <not> come|happen|follow|materialise
        off the agenda|cards
        [<be>] a|completely|simply non-starter
        but|and|then|before [<pronoun>] [<adverb>] [<have>] decided|deciding|chose|chosen|opted|resolved against|not
        thought better of
        changed its|their mind
        never came|materialised|happened|materialized|transpired
    """),
    *cues("negated", "backward", 10, """
        <be> [<adverb>] [<adverb>] <declassified>
        <be> [<adverb>] [<adverb>] stood|stepped|taken down|off
        [and] [<adverb>] stood|stepped down
        taken off the list
        not to meet|be|have
        did|does|do not meet|qualify|count|constitute|amount
        <not> meet|qualify|count|constitute|amount
        then <be> not
        [and] [<adverb>] <declassified>
    """, INCIDENT),
    *cues("negated", "forward", 8, """
        downgraded|downgrade|reclassified from
        taken|struck off
        withdrew|withdrawn|retracted
        not [to] meet|met|meeting|satisfy|satisfied
        <not> meet|met|satisfy|satisfied
    """, INCIDENT),
    *cues("negated", "cell", 0, """
        nil|none|no|zero|n/a|not|neither|never
    """, NOT_STANDING),
)
