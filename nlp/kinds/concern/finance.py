"""Finance: deficits, debts, missed plans, savings not found."""

from __future__ import annotations

import re

from nlp.kinds.concern.wording import FAR, MORE, NEAR, POUNDS, WORDS, wordings

WORDINGS = wordings(
    "finance", 0.7,
    ("deficit|shortfall|overspen|hole|gap|adverse|loss|variance|overrun",
     rf"{POUNDS}{WORDS} ?(?:deficits?|shortfall|overspend|overrun|hole|gap|adverse|loss|variance)\b"),
    ("deficit|shortfall|overspen|hole|gap|loss|debt|arrear|variance|adverse|overrun",
     r"\b(?:deficits?|shortfalls?|overspend|overspending|overspent|hole|gap|loss|losses|debts?|arrears|variance|overrun)\b,?"
     rf" ?\(?(?:(?!support|funding)[\w’'/(),-]+ ){{0,7}}?(?:\(|{{|–|-)? ?{POUNDS}"),
    ("£",
     rf"{POUNDS} (?:\w+ ){{0,2}}?(?:in (?:the red|deficit|debt)|adverse|worse than|off (?:its )?plan|over (?:its )?(?:plan|budget)|"
     r"behind\b|short\b|overspent|over-?statement|worse)"),
    ("overspent|lost|losing|lose|loses|owes|owed|owing|borrow", rf"\b(?:overspent|lost|losing|lose|loses|owes|owed|owing|"
     rf"borrowed) {MORE}{POUNDS}"),
    ("losing|lost|lose|loses|owes", r"\b(?:losing|lost|loses|lose|owes) (?:more than |over |about |some )?(?:a|half a|two|"
     r"three|\d+) (?:\w+ )?million\b"),
    ("deficit|finance", rf"\b(?:deficit|finances?)\b{NEAR}\b(?:worst|biggest|largest|doubled|trebled|grown|worsened|"
     rf"deteriorated)\b"),
    ("deficit", r"\b(?:worst|biggest|largest|deepest|growing|spiralling|mounting|recurrent|underlying) (?:\w+ ){0,3}?deficits?\b"),
    ("ran|run|running|runs", r"\b(?:ran|run|running|runs) (?:out of|short of|low on) (?:cash|money)\b"),
    ("missed|misses|missing|fail|refus|reject|breach|exceed|off|behind|below",
     rf"\b(?:missed|misses|missing|failed to (?:meet|agree|hit|accept|deliver)|refused|rejected|breached|exceeded|off|behind|"
     rf"below|outside) {WORDS}"
     r"(?:control total|financial (?:plan|target|trajectory)|savings (?:target|plan)|break-?even duty|budget|efficiency target)\b"),
    ("savings|efficienc|cost improvement|cip",
     rf"\b(?:savings|efficienc(?:y|ies)|cost improvements?|CIPs?)\b{NEAR}\b(?:unidentified|not (?:yet )?(?:been "
     rf")?(?:identified|found|delivered)|"
     r"had not been identified|yet to be (?:found|identified)|short(?:fall)?|behind|undelivered|missed)\b"),
    ("unidentified|undelivered", rf"\b(?:unidentified|undelivered) {WORDS}(?:savings|efficienc|CIP)|"
     rf"{POUNDS}{FAR}\bunidentified\b|\bunidentified\b{NEAR}£"),
    ("loan|support|bail|borrow", rf"\b(?:emergency|cash|revenue|distress|bail-?out) (?:loans?|support|bail-?outs?|borrowing) "
     rf"(?:of|worth|totalling) {POUNDS}"),
    ("deficit plan|plan", r"\b(?:deficit|financial) plan (?:is |was )?off track\b"),
    ("financ|deficit|difficult|trouble",
     r"\b(?:serious|severe|deep|growing|worsening|significant|acute) (?:financial|cash) (?:deficit|difficult(?:y|ies)|trouble|"
     r"pressures?|problems?|challenges?)\b"),
    ("financ", rf"\bfinancial (?:position|outlook|performance|situation)\b{NEAR}\b(?:deteriorat|worsen|worse|concern|"
               rf"unsustainable|poor|precarious|failing)"),
    ("deficit|red", r"\b(?:is|was|were|are|remains?|remained|still|ended|finished|ends|closed)(?: the (?:financial )?year)? "
     r"(?:\w+ ){0,2}?in (?:deficit|the red)\b"),
    ("deficit", r"\b(?:has|had|have|having|reported|recorded|forecasts?|forecasting|posted|predicted|predicts|reporting|ran up|"
                r"running|runs|faces|facing) "
     rf"(?:a |its |an )?{WORDS}deficits?\b(?! support)"),
    ("section 30", r"\bsection 30 (?:referral|letter|notice|report)\b"),
    ("balance|surplus|break even|break-even", r"\b(?:will|would|can|could|did|does) ?(?:not|n[’']t) (?:\w+ ){0,2}?(?:balance|"
     r"break even|end in "
     r"surplus|be got to balance)\b"),
    ("year", rf"\b(?:end|finish|close|ended|finished|closed) the (?:financial )?year (?:with )?(?:\w+ ){{0,3}}?{POUNDS} "
             rf"(?:short|over|worse|adverse|down|in the red|off|deficit)"),
    ("adrift|off|short|behind|light|down", rf"{POUNDS} (?:\w+ ){{0,1}}?(?:adrift|off(?=\s*(?:[.,;)]|and\b|with\b|its|plan|"
     rf"target|track|budget|"
     rf"trajectory|at month|after))|light(?=\s*[.,;)]))|{POUNDS} (?:down|short)(?=\s*(?:[.,;)]|on (?:its |the )?(?:plan|"
     rf"budget|target|"
     rf"forecast)|of (?:its |the )?(?:plan|budget|target|forecast)))"),
    ("loss|losses", r"\b(?:post|posts|posted|report|reports|reported|made|makes|making|recorded|book|booked|run up|forecast|"
     r"forecasts|face|"
     r"faces|nursing) (?:a |an |its )?(?:\w+ ){0,3}?loss(?:es)?\b"),
    ("cash|money", r"\b(?:burn(?:s|ed|ing|t)?|eat(?:s|en|ing)?|got|gone|get) through (?:\w+ ){0,3}?(?:cash|reserves|money|"
     r"balances)\b|"
     r"\bcash (?:\w+ ){0,2}?(?:running out|ran out|run out|critical|exhausted|low|crisis|shortage|shortfall|squeeze|"
     r"flow (?:problem|crisis|difficult)\w*)\b|"
     r"\b(?:loan|advance|money|cash|support)s? (?:\w+ ){0,2}?to (?:pay|meet|cover) (?:\w+ ){0,3}?(?:wages|salaries|staff|"
     r"creditors|suppliers|payroll|bills)\b"),
    ("unpaid|late pay|creditor|supplier|payroll|insolven|bankrupt", r"\bunpaid (?:\w+ )?(?:bills|invoices|suppliers|"
     r"creditors)\b|\b(?:suppliers|creditors|"
     r"bills|invoices)\b[^.;\n]{0,40}?\b(?:unpaid|not (?:been )?paid|late|waiting|owed|on stop|chasing)\b|\b(?:insolvent|"
     r"bankrupt|insolvency|bankruptcy)\b"),
    ("saving|cip|efficienc|cost improvement|programme", rf"\b(?:savings?|efficiency|CIP|cost[ -]improvement)(?: target|"
     rf" programme| plan| requirement)?s?\b"
     rf"{NEAR}\b(?:no (?:scheme|plan|owner|project)s?|without (?:a )?(?:scheme|plan|owner)s?|unfound|unallocated|"
     rf"double[ -]counted|counted twice|"
     rf"non-recurrent|one-off|high[ -]risk|slipp(?:ed|ing)|at risk|red[ -]rated|off track|not delivering|under-?deliver\w*|"
     rf"missed|fell short|falling short)\b"),
    ("forecast|outturn|run rate|position|debt|finances|borrowing|bottom line|year-end", rf"\b(?:forecast(?: outturn)?|outturn|"
     rf"run[ -]rate|bottom line|year-end position|debts?|finances?|"
     rf"borrowing)\b{NEAR}\b(?:slipped|worsened|widened|deteriorated|slid|doubled|trebled|tripled|spiralled|spiralling|"
     rf"out of control|in (?:a mess|crisis|tatters|disarray|peril))\b"),
    ("debt|borrowing", rf"\b(?:debts?|borrowings?)\b{NEAR}\b(?:reached|stands? at|stood at|topped|passed|of) {POUNDS}"),
    ("account|share|make up", rf"\b(?:account(?:s|ed|ing)? for|share of|make up) (?:\w+ ){{0,2}}?{POUNDS} of (?:it|that|"
     rf"the (?:deficit|gap|shortfall|overspend))\b"),
    ("lose|losing", rf"\b(?:expects?|expected|forecast|set|likely|on course) to lose {WORDS}{POUNDS}"),
)

PLANNED = re.compile(
    r"\bon\s+(?:course|track|target|plan)\s+(?:for|to|with)\b[^.;]{0,60}\b(?:deficit|control\s+total|loss)\b|"
    r"\b(?:deficit|loss)\s+(?:that\s+|which\s+)?(?:(?:was|were|is|had\s+been|has\s+been|it)\s+)?(?:agreed|planned|budgeted)\b|"
    r"\b(?:in\s+line\s+with|met|meets?|meeting|better\s+than|inside|within|keeps?\s+to|kept\s+to)\s+(?:(?:the|its|their|an?)\s+)?"
    r"(?:agreed\s+|planned\s+|budgeted\s+)+(?:deficit|loss)\b|"
    r"\b(?:bring|keep|hold|get|cut|reduce)\s+(?:its|the|their)\s+(?:planned\s+)?deficit\b[^.;]{0,40}\b(?:below|under|better\s+than|within|"
    r"inside)\s+(?:its\s+|the\s+)?(?:plan|control)\b", re.IGNORECASE)
"""A deficit that is as it was agreed to be, or is only asked to be cut."""
OFF_PLAN = re.compile(
    r"\b(?:worse|adverse|miss(?:ed|es|ing)?|off\s+(?:plan|track|course|target)|behind|exceed\w*|over(?:shoot|shot|spen\w+)|above|fail\w*|"
    r"not|never|no\s+longer|unlikely|slipp\w+|widen\w*|doubl\w+|risk\w*|unidentified|short)\b|n[’']t\b", re.IGNORECASE)


def is_on_plan(text: str, start: int, end: int) -> bool:
    """Whether the sentence ``text[start:end]`` tells of a deficit that is on plan, which is no problem by itself."""
    return PLANNED.search(text, start, end) is not None and OFF_PLAN.search(text, start, end) is None
