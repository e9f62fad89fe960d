"""Where the reach of a cue ends, what takes its matter for granted, and what only looks like a cue."""

from __future__ import annotations

from nlp.cues.cue import CLAUSE, cues

STOPS = cues("stop", "both", CLAUSE, """
    but
    while|whilst|although|though|whereas|however|because|when|once|unless|despite|amid|pending|except|instead|so|since|hence
    after|before|following
    having been|spent|left|gone|moved|entered|come|begun|started|had
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
    and on|in|by|from|for|at|with|since
    that's
    that is|was|has|are|were
    for <pronoun>
""")

PSEUDO = cues("pseudo", "both", CLAUSE, """
    not enough|sufficient|sufficiently
    not only|just|merely|simply|least|surprisingly|unexpectedly|until|even|alone
    not for the first
    not <adverb> alone
    no question about|that|but|mark|marks
    not guilty|proven
    has|have|had|'ve [<adverb>] spent|replaced|superseded|retired|buried|met [some|two|three|with|staff]
    set to work|rights
    no doubt|fewer|less|surprise|stranger|secret|wonder|matter|accident|mean|small|coincidence
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
    served|issued|charged|presented|hit|slapped|threatened|faced|burdened|saddled|landed with
    left behind|inside|over|him|her|patients|open|alone|untreated|unattended|waiting|without|unchanged|as|in|at|its
    the left
    lifted [from] {2} floor|bed
    met by|in|on|at|every|for|last|again|yesterday|with|<day>|staff|definition|him|her|them|privately|quarterly|monthly
    met the <day>|staff
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
    the former <be>|has|had|remains|stays|remained
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
    able to
    in response to
    would like
    would you
    may be that
    any of|other|longer|more|time|way|day|case|event|further
    it may|might|could be that
    met [all|both] [the|its|every|each] [of] [the|its] exit|entry criteria|conditions|tests
    giving|gives|gave|given|has|have|with {3} until|till
    serve|serving|issue|issuing|hit|hitting|slap|slapping|present|provide {3} with
    nothing|little to lose
    look|looks|looked|looking|seem|seems|seemed|feel|feels as if|though
    short while|time
    ministers|inspectors|officials|regulators|governors|directors|leaders|minister|secretary|chair|chief|spokesman said
    spokeswoman|spokesperson|executive|director|chairman|leader|officer|she|he|they|mp|inspector|board said
    receiving end of
    response|answer|reply|reaction was to issue|serve|impose|put|place|send|order
    step|steps|first|next was to issue|serve|impose|put|place
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
    no change
    and until
    should be said|noted|stressed|remembered|added
    gone in|into|up|down|to|from|on|back|wrong|through
    <have> gone in|into|up|down|to|from|on|back|wrong|through
    satisfied that|with
    at the|this time of writing|going
    due to be|come|leave|exit|enter|start|move|report|go
    going in
    out of hours|area|control|date|130|120|200
    out of {2} trusts|providers|organisations
    possible|likely|potential harm
    consultation on|over
""")

PLUGS = cues("plug", "both", CLAUSE, """
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
    tell|told|know|knows|note|noted|say|content|aware|recognise|recognised|acknowledge|acknowledged {3} that
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
