"""Finance: deficits, debts, missed plans, savings not found."""

from __future__ import annotations

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
    ("lose|losing", rf"\b(?:expects?|expected|forecast|set|likely|on course) to lose {WORDS}{POUNDS}"),
)
