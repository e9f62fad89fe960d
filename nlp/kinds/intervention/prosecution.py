"""Prosecutions, fines, convictions and fixed penalties; the value is the fine in pounds, never the costs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlp.kinds.intervention.patterns import Family, Page, Pattern, compiled
from nlp.sheet import Sentence, Trigger

MONEY = r"£ ?(?P<amount>\d[\d,]{0,12}(?:\.\d{1,2})?) ?(?P<scale>million|mn|m\b|k\b|thousand|bn\b|billion)?"
SCALE = {"million": 1_000_000, "mn": 1_000_000, "m": 1_000_000, "k": 1_000, "thousand": 1_000, "bn": 1_000_000_000,
        "billion": 1_000_000_000}
AMOUNT = compiled(MONEY)
FINE = compiled(r"\b(?:fined?|fines|fining|penalt(?:y|ies)|ordered to pay|sentenced|to pay|must pay|financial penalty)\b")
COSTS = compiled(r"\b(?:costs?|surcharge|compensation|damages|legal fees|expenses)\b")
NOT_COURT = compiled(
    r"\b(?:parking|readmission|contract(?:ual)?|commissioners? (?:\w+ )?(?:fined|penal\w*|lev\w+)|levied|ccg|late payment|"
    r"drivers?|motorist|tax|hmrc|"
    r"information commissioner|ico\b|data protection|missed targets?|handover|library|"
    r"deficit|savings?|income|budget|bonus|libel|council)\b")
FOR_EACH = compiled(r",? ?(?:for each|each|apiece|per (?:breach|count|charge|offence|case)|(?:a|on each|on every) (?:breach|"
    r"count|charge))\b")
"""What follows an amount that stands beside the total and is a part of it: "£13,000, £1,000 for each"."""
OURS = compiled(r"\b(?:court|guilty|judge|magistrates?|cqc|care quality commission|prosecut\w+|hse|health and safety|"
                r"trusts?|hospitals?|healthcare|nhs)\b")


WITH_COSTS = compiled(r"\bpay £[^;]{0,90}\ba fine of £")
"""A total that is then broken up: "to pay £12,000, namely a fine of £1,500, a surcharge and costs"."""
COSTS_IN = compiled(r"\b(?:with|including|inclusive of|plus|and)\s+(?:[a-z]+\s+){0,2}(?:costs|surcharge)\b[^£;]{0,50}$")
"""Words before an amount that make it more than a fine: "with costs and a surcharge it has to pay £12,000"."""
TO_PAY = compiled(r"\b(?:pay|pays|paying|paid)(?: out)?(?: (?:a|the|an?))?(?: (?:total|sum|bill|overall))?(?: sum)?(?: of)?"
                  r"(?: (?:more than|over|nearly|almost|about|around|some|just (?:over|under)))? ?$")
"""Before an amount that was ordered to be paid: a fine, or a total in which costs and surcharge may be."""
IN_FINES = compiled(r",? ?(?:in|as) (?:an? |the )?(?:\w+ )?(?:fines?|penalt(?:y|ies))\b|,? ?(?:fine|penalty)\b")
MADE_UP = compiled(
    r"[^£;]{0,60}?\b(?:includ\w+|made up of|compris\w+|consist\w+|cover\w*|takes in|counting|with)\b[^.;]{0,60}?\b(?:costs|"
    r"surcharge)\b|[^£;]{0,80}?\bin (?:fines?|penalt\w+)(?:, | and | with )[^.;]{0,30}\bcosts\b|"
    r" ?in (?:fines? )?(?:and |, )*(?:costs|surcharge)")
"""After such an amount: costs are in it, so that the fine is not told."""
TOTAL = "intervention.ordered_to_pay"
"""The rule of such an amount. Where the document tells the fine as well, the fine alone is filed."""
OF_FINE = compiled(r"\b(?:fine|fines|fined|penalty) (?:of )?(?:a total of )?$")


OF_A_PERSON = compiled(
    r"^[^,;£]{0,12}\b(?:an?|the|one|two|three|former|ex-) ?"
    r"(?:former |ex-|senior |junior |student |agency |retired |[a-z]+-year-old )*"
    r"(?:nurses?|doctors?|surgeons?|midwi(?:fe|ves)|consultants?|carers?|porters?|managers?|pharmacists?|paramedics?|m[ae]n|"
    r"wom[ae]n|patients?|drivers?|visitors?|workers?|employees?|thief|thieves)\b(?! (?:death|safety|care))"
    r"(?:(?!\b(?:trust|it|which|di(?:ed|es)|fell|suffered|killed|harmed|injured|after|when|because)\b)[^£;]){0,90}?"
    r"\b(?:fined|ordered to pay|sentenced)\b")
"""A sentence whose subject is somebody: "a former nurse at the hospital was convicted and fined £400"."""


def pounds(amount: str, scale: str | None) -> int | None:
    """``"1.2", "million"`` → 1200000; None where the figure is not one."""
    try:
        value = float(amount.replace(",", ""))
    except ValueError:
        return None
    return round(value * SCALE.get((scale or "").strip(), 1))


def fines(page: Page, sentence: Sentence) -> Iterable[Trigger]:
    """Each fine that a sentence states; what is said to be costs is left out."""
    start, end = sentence.start, sentence.end
    fine = FINE.search(page.folded, start, end)
    if fine is None or NOT_COURT.search(page.folded, start, end) or page.is_said_of_another(sentence, fine.start()) \
            or not (page.names_one(sentence) or OURS.search(page.whole)):
        return
    if OF_A_PERSON.search(page.folded, start, end):
        return
    amounts = [found for found in AMOUNT.finditer(page.folded, start, end) if not _is_costs(page.folded, found, start, end)]
    paid = len(amounts) > 1 and WITH_COSTS.search(page.folded, start, end)
    for found in amounts:
        if paid and OF_FINE.search(page.folded, max(start, found.start() - 30), found.start()) is None:
            continue
        if COSTS_IN.search(page.folded, start, found.start()) and OF_FINE.search(
                page.folded, max(start, found.start() - 30), found.start()) is None:
            continue
        if len(amounts) > 1 and FOR_EACH.match(page.folded, found.end(), end):
            continue
        value = pounds(found["amount"], found["scale"])
        if value is None:
            continue
        total = (TO_PAY.search(page.folded, max(start, found.start() - 60), found.start()) is not None
                 and IN_FINES.match(page.folded, found.end(), end) is None)
        held = total and MADE_UP.match(page.folded, found.end(), min(found.end() + 240, len(page.folded)))
        yield Trigger("intervention", "prosecution", found.start(), found.end(), TOTAL if total else "intervention.fine",
                      None if held else value, status="current")


def _is_costs(text: str, found: re.Match[str], start: int, end: int) -> bool:
    after = text[found.end():min(end, found.end() + 45)]
    if re.match(r"\s*(?:in|towards|of|for|prosecution|victim|court)?\s*(?:the )?(?:cqc's |prosecution |victim |court |"
                r"legal )*(?:costs?|surcharge|compensation|damages)", after):
        return True
    before = text[max(start, found.start() - 45):found.start()]
    return bool(re.search(r"\b(?:costs?|surcharge|compensation|damages)(?: of| totalling|:| amounting to| at)?\s*$", before))


FAMILY = Family("prosecution", anchor=(
    r"prosecut|fine[ds]?\b|fining|convict|guilty|charge[ds]?\b|penalt|criminal|court|ordered to pay|summons|sentenc|acquit|"
    r"proceedings|in the dock|trial|magistrates|judge|to pay|must pay|will pay|pay £"),
    patterns=(
        Pattern("prosecution", "prosecution", r"\bprosecut(?:ed?|es|ing|ions?)\b", unless=r"\b(?:assault\w*|abus(?:e|ive)|"
                                                                                          r"patients? (?:who|were) prosecut|"
                                                                                          r"benefit|fraudsters?|thieves|"
                                                                                          r"attacker|violence|"
                                                                                          r"crown prosecution service.{0,"
                                                                                          r"40}(?:nurse|doctor|surgeon|man|"
                                                                                          r"woman))\b"),
        Pattern("guilty", "prosecution",
                r"\b(?:plead(?:ed|s|ing)?|pled|found|plea of|entered|convicted|admitted) (?:\w+ ){0,3}(?:not )?guilty\b|"
                r"\bguilty pleas?\b|\bconvict(?:ed|ion) (?:of|for|at)\b",
                needs=r"\btrust|hospitals?|healthcare|nhs|foundation\b|\bit\b|\bwe\b", unless=(
                    r"\b(?:nurse|doctor|surgeon|consultant|former (?:nurse|doctor)|midwife|manager|man|woman|patient|"
                    r"letby)\b[^.]{0,40}(?:guilty|convict)")),
        Pattern("charged", "prosecution",
                r"\b(?:(?:criminal |cqc )?charges?(?:,)? (?:against|brought|over|relating)|charged (?:the|with|in respect|"
                r"over|by)|(?:be|been|is|was) charged|criminal (?:proceedings|prosecution|charges?|action)|"
                r"begun proceedings)\b",
                needs=r"\bcqc|care quality commission|hse|executive|court|trust|healthcare|hospitals?|inspect|police\b", unless=(
                    r"\b(?:parking|car park|prescription|service|interest|overseas|per day|lead|in charge|nurse|doctor|"
                    r"surgeon|man|woman) ?charg|charged? (?:nurse|for parking)|prices?\b")),
        Pattern("charges", "prosecution",
                r"\b(?P<k1>charges?)\b[^.;]{0,40}\b(?:brought|against|laid|dropped|withdrawn|dismissed|discontinued|faced|"
                r"faces|facing)\b|"
                r"\b(?:dropp?(?:ed|s)|withdr(?:ew|awn)|discontinued|dismissed|den(?:ies|ied)|admit(?:s|"
                r"ted))\b[^.;]{0,50}\b(?P<k2>charges?)\b",
                needs=r"\bcqc|care quality commission|hse|health and safety executive|court|prosecut\w+|crown|guilty\b",
                unless=r"\b(?:parking|prescription|in charge|nurses?|doctors?|surgeon|m[ae]n|wom[ae]n|interest|"
                       r"service charge|overseas)\b"),
        Pattern("answers_charges", "prosecution",
                r"\b(?:fac(?:es?|ed|ing)|answer(?:s|ed|ing)?|appear\w* in court)\b[^.;]{0,50}\b(?P<k1>(?:\w+ )?charges?)\b",
                needs=r"\bcqc|care quality commission|hse|health and safety executive|court|prosecut\w+|crown|guilty|trust\b",
                unless=r"\b(?:parking|prescription|in charge|nurses?|doctors?|surgeon|m[ae]n|wom[ae]n|interest|"
                       r"service charge|overseas|could|may|might|would)\b", status="current", unsettled="current"),
        Pattern("acquitted", "prosecution",
                r"\bacquitt(?:ed|al)\b|\b(?:escap|avoid)\w+ (?:a |any )?(?P<k1>fine|prosecution|penalty)\b"),
        Pattern("court", "prosecution",
                r"\b(?:appear(?:ed|s)?|due) (?:in|before|at) (?:\w+ ){0,3}(?:court|magistrates)\b", unless=(
                    r"\b(?:nurse|doctor|surgeon|m[ae]n|wom[ae]n|manager|aged "
                    r"\d+)\b"), status="current", unsettled="current", confidence=0.6),
        Pattern("fined", "prosecution", r"\b(?:fined|a fine of|was fined|unlimited fine|fixed penalt(?:y|ies)(?: notices?)?)\b",
                unless=r"£|\$|\b(?:he|she) (?:was|had been|has been) fined|\b(?:parking|contract|readmission|commissioners|data|"
                       r"information commissioner|motorist)\b"),
    ),
    readers=(fines,),
)
