"""Coroners' reports to prevent future deaths: regulation 28 since 2013, rule 43 before."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

FAMILY = Family("coroner", anchor=r"regulations?[ (]{1,2}28|regs?\.? ?28|paragraph 7|rule 43|prevent|pfd|coroner", patterns=(
    Pattern("regulation_28", "prevention_of_future_deaths",
            r"\b(?:regulations?|regs?\.?|paragraph)[- ]?(?:\(?28\)?|"
            r"7 of schedule 5)(?:'?s\b)?(?: (?:\([^)]*\) )?(?:reports?|letters?|notices?))?\b"),
    Pattern("future_deaths", "prevention_of_future_deaths",
            r"\b(?:prevention[ -]of[ -]future[ -]deaths?|preventing future deaths?|(?:to |"
            r"reports? to )prevent(?:ing)? (?:any )?(?:future|further|other|more) deaths|"
            r"future deaths? reports?)\b(?: (?:report|notice|letter|order)s?)?",
            document=r"coroner|regulation 28|inquest|reg\.? ?28|pfd|future deaths"),
    Pattern("pfd", "prevention_of_future_deaths", r"\bPFDR?s?\b", cased=True),
    Pattern("rule_43", "prevention_of_future_deaths", r"\brule 43\b(?: (?:letter|report)s?)?", document="coroner|inquest"),
    Pattern("coroners_report", "prevention_of_future_deaths",
                r"\bcoroner'?s?'? (?:formal |prevention |own )?(?:letter|report)s?\b|\b(?:letter|report)s? (?:from|"
                r"by) (?:the |hm |"
                r"a )?(?:\w+ ){0,3}coroners?\b"),
    Pattern("coroner_wrote", "prevention_of_future_deaths",
            r"\bcoroner\b[^.;]{0,80}\b(?P<k1>wrote|written|writes?|writing) to\b"),
    Pattern("coroner_reports", "prevention_of_future_deaths",
            r"\bcoroner\b[^.;]{0,80}\b(?P<k1>(?:made|make|making|issued?|issuing|sent|send|sending|addressed|"
            r"decided against|minded to) [^.;]{0,40}\breports?)\b|"
            r"\b(?P<k2>reports? (?:is |was |has been )?(?:being )?(?:sent|made|addressed)) to\b",
            document=r"coroner", unless=r"\b(?:post[- ]mortem|toxicology|medical|police|expert) reports?\b"),
))
