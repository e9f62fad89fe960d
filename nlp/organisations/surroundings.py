"""What stands around a name that may or may not stand for an organisation, as signs that a weighing can count."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from nlp.counties import COUNTIES
from nlp.organisations.words import listed

BEFORE = re.compile(r"(\S+)[ \t\n]*$")
AFTER = re.compile(r"['’]?s?([ \t\n]*)(\S+)(?:[ \t\n]+(\S+))?")
TELLING_BEFORE = listed("""in at from of near to for by and or nor the both neither either like unlike with against into than
    that as while but only is was are where on around between across outside a an our your its their his her this when so if
    with and including include named neighbouring nearby former rival joins left runs said told asked via versus over""")
FINITE = listed("""is isn't isn’t was wasn't wasn’t are aren’t were has hasn't hasn’t had hadn’t have haven’t remains remained
    stays stayed left leaves exited exits enters entered moved moves dropped drops rose rises fell falls went goes came comes
    gets got joined joins reported reports declared recorded records posted admitted admits said says denied declined faces
    faced ended ends runs ran took takes lost loses keeps kept holds held did didn't didn’t does doesn't doesn’t do will would
    won't won’t may might could should must can cannot can’t became becomes made makes owes owed pays paid gave gives sits sat
    stands stood scored scores carried follows followed improved slipped climbed put began begins opened closed serves served
    received receives had told tells asked asks wants wanted expects expected plans planned agreed agrees accepted accepts
    hopes hoped apologised pleaded already also now still never too alone itself only""")
CARE = listed("""a&e ae a&e, ed eds emergency maternity board boards chief chair chair's chairman chairwoman ceo trust trusts
    hospital hospitals never deficit rating ratings segment undertakings improvement wards ward surgery theatres theatre units
    unit medical nursing executive executives director directors governors finance finances department departments services
    service stroke patients patient bosses staff midwives nurses doctors consultants licence cqc inspectors report inspection
    waits waiting handovers ambulances ambulance two three four five six first last own control deficits turnaround special
    warning regulation""")
OWN_WORDS = listed("university teaching acute hospitals general infirmary royal foundation healthcare health community")
JOINING_AFTER = listed("and or nor & in at on to for with by of where that who which as")
LEADING = re.compile(r"[\s•–*—“\"‘'(0-9.)-]*")
DIGIT = re.compile(r"[£(]?\d")
CUE = re.compile(
    r"segment|special measures|never event|\bCQC\b|Care Quality Commission|inadequate|requires improvement|\btrusts?\b|"
    r"\bhospitals?\b|"
    r"undertaking|warning notice|\bSOF\b|\bNOF\b|\bNHS|oversight|turnaround|\bRSP\b|recovery support|Regulation 28|"
    r"\bMonitor\b|\bTDA\b|"
    r"maternity|\bA&E|emergency department|outstanding|deficit|\bboards?\b|licen[cs]e|foundation|regulator|inspect|"
    r"patients|providers?",
    re.IGNORECASE)
PLURAL = re.compile(
    r"\b(?:(?P<icb>ICBs|ICSs|integrated care (?:boards|systems)|systems)|(?P<ambulance>ambulance (?:trusts|services))|"
    r"(?P<mental>mental health (?:trusts|providers))|(?P<trust>trusts|hospitals|providers|FTs))\b", re.IGNORECASE)
SINGLE_SYSTEM = re.compile(r"\b(?:one|another|other|only|each|an?|the|every) IC[BS]\b")
PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Sister|Judge|Justice|Nurse|Earl|Duke|"
    r"Duchess|Viscount)\.?(?:\s+[A-Z][\w’'-]*\.?){0,2}\s+$")
COMPOUND_BEFORE = re.compile(
    r"\b(?:(?:North|South|East|West|Mid|Central|Inner|Outer|Greater|New|Upper|Lower|Great|Little|Old|Northern|Southern|"
    r"Eastern|Western|"
    r"Royal|Port|Fort|Lake|Mount|Van|De|El|Los|San)[\s-]+(?:(?:East|West)\s+)?)$")
PLACE_BEFORE = re.compile(
    r"\b(?:University of|MP for|MPs for|Bishop of|bishop of|Mayor of|mayor of|[Cc]oroner area of(?: the)?|"
    r"[Cc]oroner area:|Borough of|Lord-Lieutenant of|[Cc]oroner,? (?:for|in)?|"
    r"coroner’s court,? in|coroner's court,? in|[Cc]oroner for (?:the )?(?:county of )?|[Mm]ember for|city of|City of|town of|"
    r"county of|County of|people of|"
    r"residents of|streets of|born in|lives? in|living in|lived in|man from|woman from|of the [Dd]iocese of|Duke of|"
    r"Earl of|Hundred of|HMP|HMS|RAF|"
    r"Diocese of|Archbishop of|Crown Court (?:at|in)|court (?:at|in)|sitting in|prison (?:at|in)|airport|Battle of|"
    r"Treaty of|[Aa]ttacks? in)\s+(?:and\s+)?$|"
    rf"\b(?:in|across|throughout)\s+(?:(?:{COUNTIES}),\s+)+$")
OTHER_AFTER = re.compile(
    r"(?:['’]s?)?\)?[\s,]+(?:(?:and\s+[A-Z]\w+\s+)?(?:City|County|Borough|District|Metropolitan|Town|Parish|Combined|"
    r"Unitary)\s+){0,2}"
    r"(?:Council(?:lors?)?|council(?:lors?)?|Authority|Corporation|Police|Constabulary|Fire\b|Crown Court|Magistrates|"
    r"County Court|Coroner|coroner|"
    r"MP\b|MPs\b|Conservatives?|Labour\b|Lib Dems?|Greens\b|Tories|"
    r"United(?!\s+Hospital|\s+Linc)|City(?!\s+Hospital|\s+Infirmary|\s+General|\s+campus)|Town\b|Rovers|Rangers|"
    r"Athletic|Albion|Wanderers|Villa\b|County FC|FC\b|AFC\b|RFC\b|CC\b|Rugby|Giants|"
    r"Tigers|Saints|Forest(?!\s+Hosp|\s+NHS)|Hotspur|Argyle|Orient\b|Stadium|Races|Racecourse|Cricket|"
    r"University(?!\s+(?:Hospital|Teaching|NHS|Foundation|Dental|trust))|College(?!\s+(?:Hospital|NHS|Healthcare))|"
    r"School|Academy|Grammar|"
    r"CCGs?\b|Clinical Commissioning|PCTs?\b|Primary Care Trust|Healthwatch|LMC\b|Local Medical|Health Board|health board|HOSC|"
    r"Charit(?:y|ies)|charity|League of Friends|Hospice|hospice|Care Home|care home|Nursing Home|nursing home|Lodge|"
    r"Medical Practice|"
    r"Surgery\b|[Ss]urgery in|Health Centre|Medical Centre|"
    r"Gazette|Post\b|Echo\b|News\b|Mail\b|Herald|Chronicle|Evening|Observer|Express\b|Times\b|Advertiser|Argus|Journal|Telegraph|"
    r"Courier|Star\b|Standard\b|Messenger|Mercury|Live\b|Guardian|Tribune|Reporter|Bugle|Register\b|Press\b|"
    r"[Cc]ommissioners|Cross\b|[Cc]all [Cc]entre|[Dd]epot|\(?(?:Con|Lab|LD|CB|Non-Afl|SNP|DUP)\)|Road|Street|Lane|"
    r"Avenue|Square|Bridge|Station|station|Airport|airport|Cathedral|Church|Market|Festival|Carnival|Prison|prison|Castle|"
    r"Ireland\b|court\b|Day\b|plc\b|PLC\b|Ltd\b|Limited\b|Inc\b|LLP\b|Park\b(?!\s+(?:[Hh]ospital|NHS))|(?:(?:Acute\s+)?Provider\s+|(?:Health\s+and\s+(?:Social\s+)?Care\s+)|Mental\s+Health\s+)?"
    r"(?:Partnership|Collaborative|Alliance|Network)\b(?!\s+(?:NHS|University|Trust|trust|Foundation|FT))|"
    r"FM\b|Radio|Arms\b|Inn\b|Way\b|Rail(?:way)?\b|Fund\b|Cancer Charity|Sentinel|Dispatch|Weekly|Digest|Magazine|Ledger|Recorder|"
    r"Happenings|Memorial Hospital(?=[^.]{0,40}\b(?:state|Conn|Mass|Maine)\b)|Department of (?!Health)|Everard|Heath\b|"
    r"(?:airport|castle|football|rugby|ground crews?|county town|museum|library|cathedral|letters|docks?|railway|magistrates|"
    r"schools?|pubs?|theatre company|art gallery|parks?|market|antiques|first edition|university|councillors?)\b|"
    r"Building Society|Chamber of|Trades|Theatre Royal|Playhouse|Museum|Library|Arena|Docks?\b|Harbour|Racing|Bay\b(?!\s+NHS))")


APPOSITION = re.compile(
    r"(?:['’]s?)?,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:schools?|academy|college|airline|company|firm|bank|band|club|ship|pub|"
    r"brewery|charity|"
    r"care\s+homes?|nursing\s+homes?|private\s+hospital|hospice|prison|supplier|retailer|newspaper|novel|film)\b(?!\s+(?:trust|Trust|hospital))")
"""What says after a name that it is no trust's: "King's, a private school"."""
AREA_LIST = re.compile(
    r"\b(?:across|covers|covering|around|serves|serving|people (?:in|of)|services (?:in|across|for|to))\s+(?:the\s+)?"
    r"(?:[a-z]+\s+){0,3}"
    r"(?:[A-Z][\w’'-]*(?:\s+(?:of|the|and|on|upon|[A-Z][\w’'-]*)){0,4}(?:,|\s+and|\s+&)\s+){1,12}$"
    r"|\b(?:covers|covering|serves|serving)\s+(?:the\s+)?$")
"""A list of areas that somebody serves, before another of them."""
PRIVATE_BEFORE = re.compile(
    r"\b(?:Spire|Nuffield(?: Health)?|BMI|Ramsay(?: Health Care)?|Priory|Cygnet|Circle(?: Health)?|Bupa|Elysium|Huntercombe|HCA|"
    r"Practice Plus Group)(?:['’]s?)?\s+$")
"""The owner of a private hospital before the town that it is named after: "Spire Leeds Hospital"."""
VERB_READING = re.compile(
    r"Reading\s+(?:a|the|an|this|that|these|your|their|more|lists?|material|scores?|ages?|groups?|glasses|between|of|it|out|for)\b")
LISTED_IN = re.compile(
    r"\b(in|across|covers|covering|around|from|for|serves|serving|of|near|at|include|including|between)\s+(?:the\s+)?"
    r"(?:[A-Z][\w’'-]*(?:\s+(?:of|the|and|on|upon|[A-Z][\w’'-]*)){0,4}(?:,|\s+and|\s+&)\s+){1,12}$")


TOWN_BEFORE = re.compile(r"([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)(?:['’]s?\s+(?:the\s+)?|\s+\((?:the\s+)?|\s+)$")


def signs_of(text: str, start: int, end: int, sentence_start: int, sentence_end: int) -> Iterator[str]:
    """Signs in the words just before and after ``text[start:end]`` and in its sentence."""
    if start == sentence_start or LEADING.fullmatch(text, sentence_start, start):
        yield "before:start"
    else:
        before = BEFORE.search(text, max(sentence_start, start - 30), start)
        word = before[1].lower().strip("“\"‘'(") if before else ""
        if before and before[1].endswith("("):
            yield "before:("
        elif word in TELLING_BEFORE:
            yield f"before:{word}"
        elif before and before[1][-1] in ",;:–—|":
            yield f"before:{before[1][-1]}"
        elif before and before[1][0].isupper() and before[1].isalpha():
            yield "before:Capital"
        else:
            yield "before:other"
    listed = LISTED_IN.search(text, max(sentence_start, start - 160), start)
    if listed:
        yield f"listed:{listed[1]}"
    possessive = text[end:end + 2] in ("'s", "’s") or text[end:end + 1] in "'’"
    if possessive:
        yield "possessive"
    after = AFTER.match(text, end, min(sentence_end, end + 60))
    if after is None:
        yield "after:end"
    else:
        word = after[2].lower().strip("“\"‘'”")
        bare = word.rstrip(".,;:)?!")
        if not possessive and not after[1]:
            yield f"after:{after[2][0]}" + ("end" if end + len(after[2]) >= sentence_end else "")
            following = (after[3] or "").lower().strip("“\"‘'(,.;")
            if DIGIT.match(after[3] or ""):
                yield "then:digit"
            elif following in FINITE or following in CARE:
                yield "then:verb"
        elif DIGIT.match(word):
            yield "after:digit"
        elif bare in FINITE:
            yield "after:verb"
        elif bare in CARE:
            yield "after:care"
        elif bare in JOINING_AFTER:
            yield f"after:{bare}"
        elif word[0] in "–—-:|([;":
            yield f"after:{word[0]}"
        elif bare in OWN_WORDS:
            yield "after:own_word"
        elif after[2][0].isupper():
            yield "after:Capital"
        else:
            yield "after:other"
    cues = len(CUE.findall(text, sentence_start, start)) + len(CUE.findall(text, end, sentence_end))
    yield f"cues:{min(cues, 3)}"


def town_before(text: str, start: int, towns: Container[str]) -> str:
    """The town that a name at ``start`` is told by before it: "Gateshead's Queen Elizabeth", "Gateshead (Queen Elizabeth"."""
    found = TOWN_BEFORE.search(text, max(0, start - 40), start)
    words = re.sub(r"['’]s?$", "", found[1]).split() if found else []
    return next((town for town in (" ".join(words[-count:]) for count in (2, 1)) if town in towns), "") if words else ""


def plural_cue(text: str, start: int, end: int) -> str | None:
    """What a list in this sentence is a list of, where a plural says so: ``icb``, ``ambulance``, ``mental_health``, ``trust``."""
    found = PLURAL.search(text, start, end)
    if found is None:
        return "icb" if SINGLE_SYSTEM.search(text, start, end) else None
    return {"mental": "mental_health"}.get(str(found.lastgroup), str(found.lastgroup))
