"""Words that say that it is to come, threatened or possible."""

from __future__ import annotations

from nlp.cues.cue import NOT_STANDING, cues

PLANNED = (
    *cues("planned", "forward", 14, """
        will|shall|would|could|may|might|should|must|'ll|'d
        ought|going|about|set|likely|expected|unlikely|scheduled|poised|ready|prepared|minded|prepares|preparing to
        expects|expect|expecting|plan|plans|planning|intends|intend|intending|intention|means|mean|meaning to
        hopes|hope|hoped|aims|aim|aiming to
        propose|proposes|proposing|threatened|threatens|threatening|proposed|planned|wants|want to
        <be> to
        <be> [<adverb>] [<adverb>] to be
        due to be|come|leave|exit|enter|start|move|report|go
        pending
        <be> [<adverb>] due to
        minded|leaning
        whether to
        recommend|recommends|recommended|recommending|recommendation [that]
        can put|place|impose|remove|suspend|appoint
    """),
    *cues("planned", "forward", 24, """
        risk|danger|possibility|chance|likelihood|prospect that
    """),
    *cues("planned", "forward", 9, """
        promised|promises|promise|pledged|pledges|pledge|vowed|vows [to|that]
    """, NOT_STANDING),
    *cues("planned", "forward", 9, """
        lining|lines|line up
        want|wants|wanted {8} put|placed|moved|taken|to
        would|'d|should like {8} put|placed|moved|taken|to
        leads|lead|result|results to|in
        hunting|recruiting|advertising|advertised for|to
        in discussions|talks|negotiation|negotiations about|over|on|for|with
        faces|face|facing|faced
        consider|considers|considering|considered|weighing|weigh
        weighed|contemplating|contemplated|discussing|discuss|exploring|mulling
        at|the|real risk|danger of
        edge|brink|verge|cusp|threshold of
        approached|sounded about|on|over
        watch|short|reserve list for
        letter of intent
        asked|invited|requested|urged {3} to establish|set|order|hold|put|place|commission|launch|appoint|send
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
        brace|braces|braced|bracing [itself|themselves|ourselves|himself|herself] for
        set|certain|slated|tipped|poised|primed|ripe|next|marked for
        looks|look|looked|seems|appears|seem|appear set|certain|sure|likely|bound|destined|headed|ready|all for|to
        one|a|an|two|inches|step|steps|days|weeks|hours|moments|whisker {3} away from
        spectre|specter|shadow|whiff|hint|sword|warning|cloud of
        thinking|think|thinks|thought|toying|toyed|toys of|about|with
        looking|looks|looked|look at [whether] putting|placing|imposing|moving|taking|issuing|serving|sending|closing
        talks|discussions|conversations|debate|speculation {4} about|over|on|that|of
        waiting|waits|waited|wait|wants|asked for
        threaten|threatened|threatens|threatening {3} with [the|a|an]
        told|warned {3} to expect
        brought|brings|bring|bringing|came|comes|edges|edged|edging|drifting|drifts|moved|moves|inching closer|nearer [to]
        closer|nearer to
        sleepwalking|sliding|drifting|tumbling|hurtling into|towards|to
        mooted|tipped|mentioned as|for
        in the frame|running for
        or be|face|go|enter|risk|else|end|see|find
        to|can|could|may|might|would|will|must|should avoid|avert|escape|stave|fend|ward|head|dodge|evade|forestall [off]
        hopes|hope|hoping|battle|fight|bid|race|struggle|scramble|efforts|attempt of avoiding|averting|escaping
        why {6} should not
        confident|sure|certain|capable|hopeful|sight of
        some|months|years|weeks|miles {2} away from
        some|long|months|years|weeks|miles {2} from leaving|exiting|being
        being helped|supported|encouraged|asked to
        postpone|postponed|postpones|delay|delayed|delays|deferred|blocked|denied|refused {4} exit|release|departure|removal from
        whether {4} can|should|could|may|might|will
        not safe|immune|clear|free|out from|of
        asked|asks|begged|pleaded not to
        said|reported|rumoured|thought|known to be {1} close|near to
        deserves|merits|warrants
        pencilled|pencils|marked|down {2} in|down for
        down for
        favours|favour|favouring|prefers|prefer
        begun|began|start|started|starts the process|work of
        not [yet] decided|determined|settled|said whether
        case|grounds|argument|arguments|moves|move|pressure|momentum {3} for|to putting|placing|moving|put|place|move
        next stop|step|up [for]
        how to
        agreed|agrees|consented|volunteered|offered to enter|join|go|move|accept
        last|final warning|chance before
        consult|consulting|consults|consulted on|over|about
        staring|stares|stare|flirting|flirts|flirted|dicing|dances|dancing at|with
        on <pronoun>|a|the way|path|road|journey|trajectory|course|track out|to|towards|from [of]
        battling|fighting|trying|struggling|hoping|aiming|working to stay|keep|remain|steer out|clear of
        keen|determined|desperate|hopes|bid|battle|fight|striving to stay|keep|remain|steer out|clear of
        battling|fighting|trying|struggling|hoping|aiming|working to stay|keep|remain|steer outside|off
        keen|determined|desperate|hopes|bid|battle|fight|striving to stay|keep|remain|steer outside|off
        prepare|prepares|preparing|prepared|ready|gearing|gears|girding|braces|steeling [up] [itself|themselves] for
        <not> [yet] [been] [<adverb>] rule|ruled|ruling|rules out
        <not> [yet] [been] [<adverb>] exclude|excluded|discount|discounted
        refuse|refused|refuses|decline|declined|declines|unwilling|unable|failed to rule|exclude [out]
        warn|warned|warns {3} of|about|over
        bid|bids|attempt|attempts|effort|efforts|struggle|fight|battle|ambition to
        ambitions|goal|target|quest|campaign|work|case|roadmap|plan|strategy|steps to
        applied|applies|applying|apply|application|asked|asks to
        early|soon|ready|fit|unable|impossible|premature|hard|difficult to
        trying|tries|tried|try|struggling|struggles|struggled|working to
        works|fighting|striving|keen|determined|desperate|seeking|seeks|sought to
        has|have|had|given|gives|gave <number>|until {2} to
        hopes|hope|prospect|prospects|chance|chances|ambition|ambitions of|for
        dream|dreams|thoughts|goal|aim|aims|possibility|point of|for
        raised|raises|raise the possibility|prospect|spectre|threat of
        talk|threat of
        in reserve
        asked|asks|asking|requested|requests for|to|that
        requested|seeking|sought|seeks
        put forward
        unless
        failing|otherwise
    """),
    *cues("planned", "backward", 8, """
        <modal> [<adverb>] [be] [<adverb>] <starting>|follow|begin|start|take|result|come
        <modal> [<adverb>] [be] [<adverb>] arise|join|report|run|look|hold|meet|visit
        <modal> [<adverb>] be [<adverb>] considered|needed|required|one|sought
        <modal> {3} be <starting>
        <be> to be [<adverb>] <starting>
        <be> to <starting>|begin|start|follow|report|run|look|take
        <have> [<adverb>] been proposed|recommended|threatened|suggested|mooted
        being [<adverb>] considered|discussed|drafted|prepared|weighed|explored|negotiated|finalised
        [<be>] under consideration|discussion|threat
        in prospect
        [not] expected|foreseen|due|deferred|delayed|postponed
        <have> been [<adverb>] deferred|delayed|postponed|adjourned|foreseen
        awaits
        looms|loomed|looming
        beckons|threatens|hangs|approaches|nears [over]
        cannot|can't|could|not be [yet] excluded|discounted|avoided
        may|might|could|would|will be next
        <be> a real|live|serious|genuine|growing|distinct|clear|strong risk|possibility|threat|prospect|danger|option
        <be> one of the|its|several|two|three options|possibilities|outcomes|choices
        <be> [now] the|a likely|probable|expected|possible|natural outcome|result|next|consequence|destination
        may|might|could|would|will well|then|soon|yet|also follow|come|result|beckon
        [is] [<adverb>] on|in the|its way|offing|cards|horizon|air|pipeline|balance
        [is|was] [<adverb>] mooted|floated|mentioned|talked|spoken [about|of] as
        can be expected|anticipated
        hanging|hangs|hung|looming|looms over
        looking|looks|seems|seem|appears|appear [<adverb>] likely|possible|probable|inevitable|certain|unavoidable|imminent|close
        remain|remains|remained|still a|an|the possibility|threat|risk|option|prospect|danger|likelihood
        remain|remains|remained|still possible|likely|on|under [the] [table|consideration|discussion|cards]
        <have>|<be> not [yet] [been] [<adverb>] ruled|excluded|discounted|taken [out|off]
        being [<adverb>] talked|spoken|mooted|touted|floated|threatened|urged|sought|lined|readied [of|about|up]
        <have> been [<adverb>] promised|pledged|threatened
        <be> [<adverb>] promised|pledged
        <be> [<adverb>] [a] some|long|years|months [way] off|away
        not|nowhere [yet] in sight
        would|could be the result|outcome|consequence
        a possibility|probability|prospect
        on the table|cards|way|horizon
        should|if it|the|he|she
        <be> a|one|among possibility|options
    """),
    *cues("planned", "backward", 18, """
        begins|starts|begin|start [work] in|on|next|this|shortly|soon|work|when|after
        arrives|joins next|in|on
        <modal> begin|start
    """),
    *cues("planned", "backward", 8, """
        <be> [not] [<adverb>] [<adverb>] <expected>
        <be> [<adverb>] inevitable|probable|certain|unavoidable|conceivable|near|nigh|next
    """, NOT_STANDING),
    *cues("planned", "backward", 3, """
        [<be>] requested|sought|awaited|mooted|recommended on|in|from|but
        <have> [<adverb>] been requested
    """),
    *cues("planned", "cell", 0, """
        tba|tbc|planned|proposed|expected|recommended|likely|provisional|draft|pending
    """),
)
