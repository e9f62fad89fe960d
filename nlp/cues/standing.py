"""Words that say that it still is so, and words that claim nothing."""

from __future__ import annotations

from nlp.cues.cue import CLOSABLE, STANDING, cues

HOLDS = (
    *cues("holds", "forward", 10, """
        remain|remains|remained|remaining
        stay|stays|stayed|staying|kept|keeps|keep|retain|retains|retained
        still
        continue|continues|continued|continuing [to|in|under|with]
        persists|persisted
        stuck|languishing|languishes|mired
        exit|entry criteria|plan|strategy|date
        criteria|tests|conditions for [exit|leaving|exiting]
    """, CLOSABLE),
    *cues("holds", "backward", 10, """
        <modal> be held|kept|retained|maintained
    """, STANDING),
    *cues("holds", "forward", 5, """
        <now> finds|find itself|themselves|ourselves
    """, STANDING),
    *cues("holds", "forward", 1, """
        presently|currently
    """, STANDING),
    *cues("holds", "forward", 30, """
        accepted|accepts|approved|endorsed|agreed|acted [to|on|with] [the|a|his|her|that] recommendation|advice|proposal
    """),
    *cues("holds", "backward", 10, """
        remain|remains|remained
        stay|stays|stayed
        still
        [<adverb>] continue|continues|continued
        unchanged
        <modal> [<adverb>] run|last until|till|to|for|through|beyond
        <not> [<adverb>] expected|likely|due to change|alter|move|improve|shift
        no change
        <be>|went|came|fell|slipped [<adverb>] back there|again|in|inside [it|them]
        <be> in force|place
        until now
        in force
    """, CLOSABLE),
)

NO_FACT = (
    *cues("no_fact", "forward", 12, """
        would|could|might|should have
        would've|could've|might've
        as if|though
        but|except for
        were it not for
        if {6} were
        had it not been
        if only
        example|meaning of
        had <pronoun> [not] been
        wish|wishes|wished
    """),
    *cues("no_fact", "forward", 6, """
        tantamount|akin to
        equivalent of|to
        de facto
    """),
    *cues("no_fact", "backward", 4, """
        in all but name|title
    """),
    *cues("no_fact", "backward", 12, """
        but for
        were it not
        had it not
    """),
    *cues("no_fact", "backward", 2, """
        means that
        <be> [<adverb>] defined|reserved
        <be> [<adverb>] those|incidents|serious|patient
    """),
    *cues("no_fact", "forward", 16, """
        must|shall|should be told|informed|notified|alerted|briefed|warned
        must|shall be reported|notified|escalated to
    """),
    *cues("no_fact", "forward", 9, """
        any [further|future|new|other|additional|subsequent|such|potential|possible|relevant]
    """),
    *cues("no_fact", "forward", 9, """
        called|call|calls|calling for
        demand|demands|demanded|demanding
        campaigning|petition|petitioned|clamour|lobbying for
        urged|urging|urge
    """),
)
