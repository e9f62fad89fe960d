"""Regimes that a national body puts an organisation in: special measures and what came after, administration, support."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlp.kinds.intervention.areas import success_regimes
from nlp.kinds.intervention.patterns import NATIONAL, OTHER_BODIES, Family, Page, Pattern, compiled
from nlp.sheet import Sentence, Trigger

SPECIAL = compiled(r"\bspecial[ -]measures?\b")
MONEY = r"(?:financ(?:e|es|ial)|money|deficits?|spending|overspend(?:ing)?|budget)"
ITS = r"(?:(?:the|its|their|poor) )?"
AND = r" (?:and|or|as well as) (?:for )?"
MONEY_BEFORE = compiled(rf"\b(?:{MONEY}|money|cash)(?:'s|\))?[ -](?:reasons?,? )?$")
BOTH_BEFORE = compiled(rf"\b(?:quality,? (?:and|or|as well as) {MONEY}|{MONEY},? (?:and|or|as well as) quality|"
                       rf"both (?:kinds|forms|sorts) of) $")
MONEY_AFTER = compiled(
    rf"^[\"',]*(?: (?:regime|programme|status|label))?[\"',]*[ ,(-]*(?:for|over|because of|on account of|due to|about|as to|"
    rf"on|with regard to|in respect of|"
    rf"on the grounds? of|of the|because|since|as|after|-)? ?(?:reasons? of )?(?:(?:its|their|his|the|our|trust's|of|poor|weak|"
    rf"failing|"
    rf"financial) )*\(?{MONEY}\b(?! and quality)")
QUALITY_TOO = compiled(rf"^ of (?:either|both|any|neither) (?:sort|kind|type|form|variety)s?\b|^[\"',]*[ ,(-]*(?:for|"
                       rf"over)? ?\(?(?:both )?(?:quality (?:and|or|as well as) (?:for )?{MONEY}|"
                       rf"{MONEY} (?:and|or|as well as) (?:for )?quality)\b|"
                       rf"^(?: since (?:\w+ )?\d{{4}},?)?[ ,(-]*(?:for|over|because of|on account of|due to|on (?:the )?grounds of|"
                       rf"owing to) (?:reasons of )?(?:(?:serious |grave |its |the )?(?:concerns?|worries|problems|failings|"
                       rf"weaknesses|shortcomings) (?:about|over|with|in|of) )?(?:both )?{ITS}(?:quality"
                       rf"(?: of {ITS}(?:care|services))?"
                       rf"{AND}{ITS}{MONEY}|{MONEY}{AND}{ITS}quality)\b")
SORT = compiled(r"\b(?:the|in|its) (?P<sort>quality|financ(?:e|ial)) (?:kind|sort|version|regime|form|variety|one)\b|"
                r"\bthe (?:separate |other |second |parallel )?(?:regime|kind|sort|version) (?:for|on|about|to do with) (?:its |"
                r"the )?"
                r"(?P<purpose>quality|money|financ(?:e|es|ial)|deficits?)\b")
PREDICATED_BEFORE = compiled(
    r"\b(?:in|into|out of|under|avoid\w*|escap\w*|left|leav\w+|exit\w*|enter\w*|join\w*|impos\w+|lift\w*|remov\w+|end\w*|"
    r"spared|recommend\w*|"
    r"consider\w*|plac\w+|including|its|our|their|from|to|trust's|hospital's|whether|call(?:ed|s)? for|suggest\w*|propos\w*|"
    r"threaten\w*|in effect was|there (?:never )?(?:was|is)|told that|"
    r"advis\w+ that|escape from|freedom from|threat of|risk of|years of|months of|in both) (?:\w+ ){0,3}$|[(:/-] ?$|^$")
PREDICATED_AFTER = compiled(
    r"^(?: \w+){0,2} (?:(?:was|were|has been|have been|had been|is to be|are to be|should be|will be|may be|might be|"
    r"could be|being|be) (?:\w+ )?"
    r"(?:lifted|removed|imposed|applied|announced|ended|recommended|considered|ruled|extended|triggered|confirmed|dropped|"
    r"withdrawn|over|averted|avoided|entered|exited|left|in force)|"
    r"(?:had |has |have |will |would |may |might |could |should |can |is to |are to |also |still |now |then |duly )*"
    r"(?:c[ao]me (?:off|to an end|into force)|follow(?:s|ed)?|f[ae]ll(?:en)? away|beg[aiu]ns?|start(?:s|ed)?|continu(?:ed?|es)|"
    r"end(?:s|ed)?|laps(?:ed?|es)|ceas(?:ed?|es)|go(?:es)? on|went|appl(?:y|ied|ies)|remain(?:s|ed)?|stay(?:s|ed)?|persist(?:s|"
    r"ed)?|last(?:s|ed)?|expir(?:ed?|es)|kick(?:s|ed)? in|loom(?:s|ed)?|beckon(?:s|ed)?|await(?:s|ed)?)|(?:may |might |could "
    r")?return(?:s|ed)?|direction|status)\b|"
    r"^,? (?:in force|entered|imposed|triggered|lifted|exited|since) ")
INTENSIVE = compiled(r"\b(?:programme|regime|package) of (?:national |mandated )?intensive (?:mandated )?support\b|"
                     r"\b(?:national )?intensive support (?:programme|regime)\b|\bnational intensive (?:support )?regime\b|"
                     r"\b(?:back |put |placed |moved )+into intensive support\b")
NOT_OF_TRUSTS = compiled(r"\b(?:home|patients?|families|crisis|community|camhs|learning disabilit\w+|autis\w+) intensive support")
OLDER = compiled(r"\brsp\b|\brecovery support")
IMPROVEMENT_BEGAN = "2025-07"
OF_OTHERS = compiled(OTHER_BODIES)
ANOTHER_SENSE = compiled(
    r"special measures (?:to|such as|directions?|orders?|hearing|application|meeting for)\b|"
    r"special measures,? (?:(?:have been|has been|were|are|was|being|be|to be) )?(?:taken|in place|introduced|in force|"
    r"put in place|adopted)\b|"
    r"special measures for (?:the |its |our |their )?(?:visit\w*|drains|weekend|patients|staff|carnival|holiday|winter|"
    r"summer|bank holiday)|"
    r"put special measures in place|special measures introduced|\bspecial measures? \((?:school|ofsted)|"
    r"special measures (?:applied|apply|available|imposed on (?:the|visitors|staff))|pre-recorded|youth justice|\bstewards\b|"
    r"special measures for (?:elective|admissions|witnesses|vulnerable)|"
    r"\b(?:take|took|taking|taken|introduc\w+|adopt\w*) (?:some |the )?special measures\b|"
    r"(?:replac\w+|took over from|instead of|the term|the label|the phrase|abolish\w*|known as|meaning of|successor to|"
    r"what (?:was|were) called) [\"']?special measures\b|\b(?:court|trial|cross-examin\w+|"
    r"intermediary)\b")


def special_measures(page: Page, sentence: Sentence) -> Iterable[Trigger]:
    """Special measures, told apart by what they were for: the quality of care, money, or both."""
    found = SPECIAL.search(page.folded, sentence.start, sentence.end)
    if found is None or ANOTHER_SENSE.search(page.folded, sentence.start, sentence.end):
        return
    of_others = OF_OTHERS.search(page.folded, sentence.start, sentence.end) is not None
    while found is not None:
        said = not of_others and _said_of_someone(page, sentence, found)
        for subtype in _kinds_of_measures(page, sentence, found):
            trigger = Trigger("intervention", subtype, found.start(), found.end(), f"intervention.{subtype}")
            page.mentioned.append(trigger)
            if said:
                yield trigger
        found = SPECIAL.search(page.folded, found.end(), sentence.end)


def intensive_support(page: Page, sentence: Sentence) -> Iterable[Trigger]:
    """Intensive support by no other name: that of segment 4 until the summer of 2025, that of segment 5 since."""
    if NOT_OF_TRUSTS.search(page.folded, sentence.start, sentence.end):
        return
    since = (page.sheet.published or "") >= IMPROVEMENT_BEGAN and not OLDER.search(page.folded, sentence.start, sentence.end)
    subtype = "provider_improvement_programme" if since else "recovery_support_programme"
    for found in INTENSIVE.finditer(page.folded, sentence.start, sentence.end):
        yield Trigger("intervention", subtype, *found.span(), "intervention.intensive_support_programme", confidence=0.7)


def sorts_of_measures(page: Page, sentence: Sentence) -> Iterable[Trigger]:
    """``the quality kind``, ``the financial regime``: special measures told apart by what they are for."""
    if "special measures" not in page.whole:
        return
    for found in SORT.finditer(page.folded, sentence.start, sentence.end):
        subtype = "special_measures" if "quality" in (found["sort"], found["purpose"]) else "financial_special_measures"
        yield Trigger("intervention", subtype, found.start(), found.end(), f"intervention.{subtype}.sort")


def _said_of_someone(page: Page, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether somebody is said to be in the regime (or to enter, leave, escape it), or the sentence names an organisation."""
    if page.is_said_of_another(sentence, found.start()):
        return False
    if page.names_one(sentence) or sentence.form in ("row", "item"):
        return True
    if page.is_generic(sentence, found.start()):
        return False
    before = page.folded[max(sentence.start, found.start() - 40):found.start()]
    after = page.folded[found.end():min(sentence.end, found.end() + 50)]
    return bool(PREDICATED_BEFORE.search(before) or PREDICATED_AFTER.search(after))


def _kinds_of_measures(page: Page, sentence: Sentence, found: re.Match[str]) -> tuple[str, ...]:
    before = page.folded[max(sentence.start, found.start() - 60):found.start()]
    after = page.folded[found.end():min(sentence.end, found.end() + 110)]
    if BOTH_BEFORE.search(before) or QUALITY_TOO.search(after):
        return ("special_measures", "financial_special_measures")
    if MONEY_BEFORE.search(before) or MONEY_AFTER.search(after):
        return ("financial_special_measures",)
    return ("special_measures",)


OVERSEEN = (rf"\b(?:{NATIONAL}|special measures|segment|undertakings|recovery support|licen[cs]e|oversight|regulator|"
            rf"health authority|"
            r"inadequate|intervention)\b")
IMPROVER = (r"\b(?:financial |finance |quality |board |maternity |system |interim |national )*improvement (?:directors?|"
            r"advis[eo]rs?)\b")
TURNER = r"\b(?:system |interim |financial |formal )*[\"']?turn-?around[\"']? (?:directors?|advis[eo]rs?)\b"
NO_ONE_SENT = (r"\b(?:service|quality and service|continuous) improvement director|director of (?:quality|service) improvement\b|"
               r"\b(?:improvement|turn-?around) directors?'? ?(?:'s )?(?:networks?|(?:foundation )?course|forum|conference|job|"
               r"vacancy|"
               r"alumni|academy|programme)\b|\b(?:employed by the trust|of our own|i've been|i have been|i was|"
               r"former (?:improvement|turn-?around) director|might suit|wanted)\b")
"""An improvement director whom no regulator sent."""
IN_BUSINESS = (r"\b(?:water|energy|gas|suppliers?|company|companies|business(?:es)?|firms?|high court|customers|railway|airline|"
               r"club|"
               r"administrator of (?:the )?(?:company|firm))\b")
REGIMES = Family("regimes", anchor=(
    r"sent in|brought in|(?:regime|kind|sort|version) (?:for|on|about|to do)|support programme|programme of|package of|"
    r"quality (?:kind|sort|version|regime|form|variety|one)|financ(?:e|ial) (?:kind|sort|version|regime|form|variety|one)|"
    r"special[ -]measure|special financial|fsm\b|recovery support|rsp\b|sm\b|sp\.? measures|intensive (?:mandated |"
    r"recovery )?support|mandated|"
    r"provider improvement|"
    r"n?pip\b|improvement programme|success regime|special administ|administrat(?:ion|ors?)\b|tsas?\b|turnaround|"
    r"turn-around|maternity|mssp|"
    r"safety support|improvement (?:director|advis)|advis[eo]r|(?:board|special|financial|quality) advis|unsustainable provider|"
    r"failure regime|formal support"),
    patterns=(
        Pattern("special_financial_measures", "financial_special_measures", r"\bspecial financial measures\b"),
        Pattern("fsm", "financial_special_measures", r"\bFSM\b", cased=True, document="special measures|financial"),
        Pattern("in_fsm", "financial_special_measures", r"\b(?:in|into|of|left|leaving|exit(?:ed)?|entered) (?P<k1>FSM)\b",
                cased=True),
        Pattern("in_rsp", "recovery_support_programme",
                r"\b(?:in|into|of|from|left|leaving|exit(?:ed)?|entered|with|longer|[Tt]he|to|through|via|under|"
                r"[34] \() ?(?P<k1>RSP)\b|"
                r"\b(?P<k2>RSP)(?= (?:team|exit|entry|criteria|lead|director|support|meetings?|status))", cased=True),
        Pattern("sm", "special_measures", r"\b[34] \((?P<k1>SM)\)|\b[34], (?P<k2>SM)\b", cased=True),
        Pattern("sp_measures", "special_measures", r"\bsp\.? measures\b"),
        Pattern("recovery_support", "recovery_support_programme",
                r"\b(?:national |mandated |system )*recovery support(?: programme| regime| team)?\b",
                unless=r"\b(?:addiction|substance|drug|stroke|covid|mental health recovery) (?:\w+ )?recovery support\b"),
        Pattern("rsp", "recovery_support_programme", r"\bRSP\b", cased=True, document="recovery support|special measures|"
                                                                                      "segment|nhs england|programme|exit"),
        Pattern("intensive_support", "recovery_support_programme",
                r"\b(?:mandated (?:and )?intensive (?:national )?support|intensive mandated support|"
                r"mandatory intensive support|mandated national support|"
                r"national intensive (?:and mandated )?support(?! team))\b"),
        Pattern("intensive_recovery", "intensive_recovery_programme", r"\bintensive recovery programme\b"),
        Pattern("provider_improvement", "provider_improvement_programme",
                r"\b(?:national )?provider improvement (?:programme|regime)\b"),
        Pattern("pip", "provider_improvement_programme", r"\bN?PIP\b", cased=True,
                document="provider improvement programme|segment 5|segment five|nof ?5|nof 25|nof 2025|capability"),
        Pattern("improvement_programme", "provider_improvement_programme",
                r"\b(?:the|its|this|a) (?:new |national )*improvement programme\b(?! (?:board|for|of|to|in))",
                document="provider improvement programme|segment 5|segment five"),
        Pattern("mandated_support", "mandated_support",
                r"\bmandated (?:regional |targeted |formal |external )*support\b(?! (?:and )?intensive)"),
        Pattern("support_mandated", "mandated_support", r"\bsupport (?:that (?:is|was) )?mandated by (?:nhs|the region)\b"),
        Pattern("formal_support", "mandated_support", r"\bformal support\b", needs=r"segment (?:3|three)|sof ?3|nof ?3"),
        Pattern("special_administration", "special_administration",
                r"\b(?:trust )?special administrat(?:ion|ors?)(?: regime)?\b", unless=IN_BUSINESS),
        Pattern("tsa", "special_administration", r"\bTSAs?\b", cased=True, document="special administrat"),
        Pattern("administration", "special_administration", r"\b(?:in|into|under) (?:special )?administration\b",
                needs=rf"\btrust|hospitals?|healthcare|{NATIONAL}", unless=r"\b(?:company|companies|provider ltd|limited|"
                                                                           r"contractor|supplier|business|firm|plc|ltd|"
                                                                           r"care home group)\b"),
        Pattern("administrators", "special_administration", r"\b(?:an|the|two|three|joint) administrators?\b",
                document="special administrat|into administration", unless=r"\b(?:office|ward|system|systems|database|"
                                                                           r"company) administrators?\b"),
        Pattern("failure_regime", "special_administration", r"\b(?:unsustainable providers?|failure) regime\b"),
        Pattern("maternity_programme", "maternity_support",
                r"\b(?:national |nhs england's |england's )*(?:maternity )?safety support programme\b|"
                r"\b(?:national )?maternity (?:safety )?(?:support|improvement) (?:programme|scheme)\b|"
                r"\bnational maternity support programme\b"),
        Pattern("maternity_safety_support", "maternity_support",
                r"\bmaternity safety support\b(?! (?:workers?|midwi\w+|staff|teams?|roles?|programme))"),
        Pattern("national_support_of_maternity", "maternity_support",
                r"\b(?:the |a )?(?:national )?support programme(?: for maternity)?\b", needs=r"matern|midwi|obstetric|neonat|"
                                                                                             r"perinat|births?\b",
                unless=r"\b(?:bereavement|breastfeeding|smoking|peer|infant feeding|mental health) support programme"),
        Pattern("mssp", "maternity_support", r"\bMSSP\b", cased=True),
        Pattern("maternity_adviser", "maternity_support", r"\bmaternity improvement advis[eo]rs?\b"),
        Pattern("improvement_director", "improvement_director", IMPROVER, unless=NO_ONE_SENT, document=OVERSEEN),
        Pattern("improvement_director_of", "improvement_director", IMPROVER, unless=NO_ONE_SENT, named=True),
        Pattern("turnaround_director", "improvement_director", TURNER, unless=NO_ONE_SENT, document=OVERSEEN),
        Pattern("turnaround_director_of", "improvement_director", TURNER, unless=NO_ONE_SENT, named=True),
        Pattern("sent_in_to_advise", "improvement_director",
                r"\b(?:sent|put|brought) in (?:an? |the )?(?:mr|mrs|ms|dr|sir|dame|lord|lady|prof\w*|former|retired|executive|"
                r"experienced)\b[^.;]{0,50} to (?:advise|help|oversee|guide|support)\b", needs=NATIONAL, confidence=0.6),
        Pattern("adviser_put_in", "improvement_director",
                r"\b(?:board |special |senior |financial |quality |expert |external |independent )*advis[eo]rs?\b",
                needs=rf"\b(?:sent in|put in|send(?:ing)?|brought in|installed|imposed|appointed|placed)\b[^.;]{{0,60}}advis|"
                      rf"advis[eo]rs?\b[^.;]{{0,60}}\b(?:sent in|put in|installed|imposed|appointed by|placed)\b|"
                      rf"\b{NATIONAL}\b[^.;]{{0,30}}\badvis[eo]r",
                unless=r"\b(?:financial|legal|tax|government|scientific|special) advis[eo]rs? (?:to|"
                       r"at) (?:the )?(?:government|minister|number|treasury)|"
                       r"\b(?:maternity|turn-?around|improvement|legal|patient|clinical|tissue) advis[eo]rs?\b",
                document=NATIONAL),
        Pattern("turnaround", "turnaround",
                r"\b(?:formal |financial |imposed )*turn-?around (?:teams?|programmes?|regimes?|status|board|support|"
                r"process)\b|"
                r"\b(?:in|into|under|called|formal|left|leaves?|leaving|exit(?:ed|ing|s)?|out of|entered|enters?|"
                r"from) [\"'(]*(?P<k1>turn-?around)\b"
                r"(?! (?:director|times?))",
                needs=rf"\b(?:{NATIONAL}|strategic health authority|sha|sha's|imposed|sent|insist\w*|formal|ordered|region|"
                      rf"regional|(?:in|into|left|leaving|exited|entered|out of) [\"']?turn-?around)\b",
                unless=r"\bturn-?around times?\b|\b(?:samples?|results?|patholog\w+|bed|theatre|ambulances?|vehicles?|"
                       r"handovers?|hospital) turn-?arounds?\b|"
                       r"\b(?:put itself|itself into|voluntar\w+|of its own)\b"),
    ),
    readers=(special_measures, sorts_of_measures, intensive_support, success_regimes),
)
FAMILY = REGIMES
