"""Bodies outside the register that things happen to as well: councils, schools, health boards, care homes, practices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nlp.sheet import Name

ABROAD = (
    r"(?:Wales|Scotland|(?:Northern\s+|the\s+Republic\s+of\s+)?Ireland|Cardiff|Swansea|Newport,\s+Gwent|Wrexham|Bangor|"
    r"Llandough|Aberystwyth|"
    r"Glasgow|Edinburgh|Aberdeen|Dundee|Inverness|Paisley|Belfast|Derry|Londonderry|Dublin|Cork|Galway|Limerick|Jersey|Guernsey|"
    r"the\s+Isle\s+of\s+Man|the\s+US(?:A)?|the\s+United\s+States|America|Canada|Australia|New\s+Zealand|France|Germany|Spain|Italy|"
    r"India|Sweden|Denmark|Norway|the\s+Netherlands)")
FOREIGN = (
    r"(?:Welsh|Scottish|Irish|Northern\s+Irish|Ulster|French|German|Dutch|American|US|Canadian|Australian|Danish|Swedish|Norwegian|"
    r"Spanish|Italian|Manx)")
OPERATION = (
    r"(?:site|side|level|eye|spinal|spine|cataract|hip|knee|day|heart|cardiac|emergency|elective|cancer|bowel|plastic|oral|dental|"
    r"vascular|general|major|minor|robotic|brain|planned|open|keyhole|bariatric|colorectal|breast|paediatric|best|good|safe|poor|"
    r"clinical|nursing|current|usual|standard|common|normal|medical|midwifery|in|that|this|the|our|their|its|of|to|for)")
"""Before "surgery" or "practice": it is what is done, not a place."""
HEAD = re.compile(
    r"\b(?:(?:City|County|Borough|District|Metropolitan|Town|Parish)\s+)?(?:[Cc]ouncil\b(?!\s+of\s+[Gg]overnors)|"
    r"Health Board|health board|"
    r"University(?!\s+(?:Hospital|Teaching|NHS|Foundation|College|Dental|Trust|of\b))|University of [A-Z]\w+|"
    r"(?:Primary|High|Grammar|Secondary|Community|Infant|Junior)?\s?(?:School|Academy)|Academy Trust|"
    r"College(?!\s+(?:Hospital|NHS|Healthcare|London))|"
    r"CCGs?|Clinical Commissioning Group|Primary Care Trust|PCT|Police|Constabulary|Fire and Rescue|Prison|"
    r"[Cc]are [Hh]ome|[Nn]ursing [Hh]ome|[Rr]esidential [Hh]ome|Hospice|Surgery|Medical Practice|Medical Centre|"
    r"Health Centre|[Gg]roup [Pp]ractice|Betsi Cadwaladr|Hywel Dda|Cwm Taf(?: Morgannwg)?|Aneurin Bevan|Swansea Bay|Abertawe Bro|"
    r"Powys Teaching|Velindre|(?:Cardiff|Swansea|Dumfries|Ayrshire|Greater Glasgow) and (?:Vale|Galloway|Arran|Clyde)|"
    r"Dental Practice|Medical Center|Healthcare (?:Ltd|Limited|plc)|Ltd|Limited|plc|LLP|CIC|Inc|Homes|Water|Rail|"
    r"Airport|Charity|Housing)\b"
    r"|\b(?:another|second|third|only|first|one|every|each)\s+"
    r"(?:surgery|school|practice|prison|council|hospice|care home|college)\b"
    r"|\b(?:\w+\s+){0,2}(?:GP practices?|GP surger(?:y|ies)|"
    r"care homes|nursing homes|surgeries|schools|councils|prisons|universities)\b"
    r"|\b(?:HMP|HM Prison|Spire|Nuffield Health|BMI|Ramsay|Priory|Cygnet|Circle|Bupa)\s+(?:[A-Z][\w’'-]*\s?){1,3}"
    r"|\b(?:Spire|Nuffield Health|BMI|Ramsay|Priory|Cygnet|Circle|Bupa|Elysium|HCA|Huntercombe|"
    r"Partnerships in Care)(?:\s+Health(?:\s?[Cc]are)?|"
    r"\s+Group)?(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}?(?:hospital|unit|home|clinic|ward|site)s?\b"
    rf"|\b{FOREIGN}\s+(?:[\w-]+\s+){{0,2}}?(?:health\s+(?:service|board|trust)s?|hospitals?|NHS|boards?|regulators?|inspectorate|"
    r"ambulance\s+service|trusts?|HSE)\b"
    rf"|\b(?:(?:[Aa]|[Aa]nother|[Oo]ne|[Tt]he|[Tt]wo|[Tt]hree|[Ss]ome)\s+)?(?:[\w-]+\s+){{0,2}}?(?:hospitals?|units?|"
    rf"health\s+boards?|trusts?|"
    rf"clinics?|services?)\s+in\s+(?:(?:north|south|east|west|mid)\s+)?{ABROAD}\b"
    r"|\b(?:Belfast|Western|Northern|Southern|South\s+Eastern)\s+(?:Health\s+and\s+Social\s+Care|HSC)\s+Trust\b"
    r"|\bNHS\s+(?:Tayside|Lothian|Grampian|Fife|Highland|(?:Greater\s+)?Glasgow(?:\s+and\s+Clyde)?|Lanarkshire|"
    r"Forth\s+Valley|Borders|"
    r"Ayrshire(?:\s+and\s+Arran)?|Dumfries(?:\s+and\s+Galloway)?|Orkney|Shetland|Western\s+Isles|Wales|Scotland)\b"
    rf"|\b(?!(?:{OPERATION})\b)[A-Z][\w’'-]+\s+(?!(?:{OPERATION})\b)(?:\w+\s+)?(?:surgery|practice)(?=\s+(?:in|near|at|"
    rf"was|is|has|had|on|which|,))"
    rf"|\b(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]his)\s+(?:(?!{OPERATION}\s+(?:surgery|practice))\w+\s+){{0,2}}(?:practice|surgery)\b"
    r"|\b(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]his)\s+(?:\w+\s+){0,2}(?:council|school|academy|college|university|care home|"
    r"nursing home|"
    r"health board|company|clinic|authority|operator|supplier|airline|club|"
    r"care provider|care firm|care company|charity|prison|nursery|hospice|police force|fire brigade|"
    r"fire service|water company|"
    r"private (?:hospital|clinic|provider|firm)|independent hospital)\b")
RUN_BEFORE = re.compile(r"(?:[A-Z][\w’'&.-]*\s+(?:(?:and|of|the|&|with|upon|in)\s+)?){1,6}$")
LONGEST = 90
OPENERS = frozenset(("School", "Council", "Hospice", "Prison", "College", "University", "Academy"))
"""What a headline about such a body may begin with: "School put in special measures"."""


def other_bodies(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """Bodies outside the register, where no name already stands; one that a name opens ("Nottingham City Council") takes it in."""
    taken = sorted((name.start, name.end) for name in names if name.all_codes)
    past = position = 0
    for head in HEAD.finditer(text):
        start = head.start()
        run = RUN_BEFORE.search(text, max(past, start - LONGEST), start)
        if run is not None:
            start = run.start()
        elif text[start].isupper() and not text[start:head.end()].startswith(("The ", "A ", "An ", "That ", "This ")) and len(
                head.group().split()) < 2 and not _opens_line(text, head.group(), start, head.end()):
            continue
        while position < len(taken) and taken[position][1] <= start:
            position += 1
        if start < past or (position < len(taken) and taken[position][0] < head.end()):
            continue
        past = head.end()
        yield Name(start, head.end(), text[start:head.end()], None, "other")


def _opens_line(text: str, word: str, start: int, end: int) -> bool:
    return word in OPENERS and text[max(0, start - 1):start] in ("", "\n") and text[end:end + 2].strip().islower()
