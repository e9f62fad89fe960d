"""Leaders removed, resigned or replaced in trouble."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

POST = (r"(?:chief exec(?:utive)?(?: officer)?s?|ceo|chief executive's|chair(?:man|woman|person)?s?|boss(?:es)?|(?:medical|"
        r"nursing|finance|managing|interim|executive|chief nursing|chief operating|chief finance|chief financial) "
        r"(?:director|officer)s?|director of (?:nursing|finance|operations|workforce|midwifery)|chief nurse|"
        r"chief operating officer|non-executives?(?: directors?)?|neds?|directors?|board(?! secretar))")
GONE = (r"(?:resign(?:ed|s|ing|ation)?|quit(?:s|ting)?|stepp(?:ed|ing) (?:down|aside|back)|steps? (?:down|aside)|"
        r"stood (?:down|aside)|stand(?:s|ing)? (?:down|aside)|step(?:ping)? down|"
        r"sack(?:ed|ing)|dismiss(?:ed|al)|remov(?:ed|al)|oust(?:ed|ing)|replac(?:ed|ement)|suspended|departed|departure|"
        r"departs?|left|leaves|leave|leaving|gone|goes|go|handed in (?:his|her|their) notice|"
        r"lost (?:his|her|its|their)|loses its|exit|forced out|axed|fired|career break|secondment|extended leave|"
        r"placed on leave|relieved of)")
TROUBLE = (r"(?:after|amid|over|following|in the wake of|in protest|under pressure|because of|in the face of|criticis\w+|"
           r"damning|inadequate|special measures|no[ -]confidence|scandal|failings?|failures?|deficit|"
           r"inspect\w+|cqc|care quality commission|report|bullying|regulators?|monitor|tda|nhs england|nhs improvement|"
           r"nhsi|nhse|crisis|row|investigation|licen[cs]e|whistleblow\w*|warning notice|deaths|inquiry|pressure|"
           r"under a cloud|early|breach)")
ROUTINE = (r"\b(?:retir(?:e|es|ed|ement|ing)|end of (?:his|her|their|its) (?:term|tenure)|term of office|maternity leave|"
           r"promot\w+|new role at|to take up|joined from|governors? elections?|the late)\b")

FAMILY = Family("leadership", anchor=(
    r"resign|quit|step(?:s|ped|ping)? (?:down|aside|back)|stood (?:down|aside)|stand(?:s|ing)? (?:down|aside)|sack|dismiss|"
    r"oust|suspended|depart|forced out|axed|career break|extended leave|"
    r"handed in|notice on|new chief exec|interim chief exec|chief exec|chair(?:man|woman)?\b|boss\b|no[ -]confidence"),
    patterns=(
        Pattern("left_in_trouble", "leadership_change",
                rf"\b{POST}\b[^.;]{{0,70}}\b(?P<k1>{GONE})\b|\b(?P<k2>resignation|departure|removal|dismissal|sacking|"
                rf"suspension|exit) of (?:\w+ ){{0,6}}{POST}\b|"
                rf"\b(?P<k3>resignation|departure|removal|dismissal|sacking|suspension|loss|lost|lose|losing|los(?:es|"
                rf"t) its|replac\w+|remov\w+|sack\w*|suspend\w*) (?:\w+ ){{0,4}}{POST}\b|"
                rf"\b(?P<k4>resign(?:ed|s|ing)|quit(?:s|ting)?|stepp(?:ed|ing) (?:down|aside)|stood (?:down|aside)|removed|ousted|"
                rf"sacked|dismissed|fired|forced out) (?:as|from being) (?:the |its |their |interim |acting )*{POST}\b",
                needs=rf"\b{TROUBLE}\b", unless=ROUTINE),
        Pattern("resigned", "leadership_change",
                rf"\b{POST}\b[^.;]{{0,60}}\b(?P<k1>resign(?:ed|s|ation)|quit(?:s)?|sacked|ousted|dismissed|forced out|"
                rf"step(?:s|ped|ping) (?:down|aside)|"
                r"stood (?:down|aside)|stand(?:s|ing) (?:down|aside)|career break|extended leave|replaced|departed|"
                r"departure|has gone|has left|have left|had left|handed in (?:his|her|their) notice)\b",
                document=r"\b(?:inadequate|special measures|failings|licen[cs]e|warning notice|undertakings|inquiry|scandal|"
                         r"whistleblow|"
                         r"no[ -]confidence|enforcement|bullying)\b", unless=ROUTINE, confidence=0.6),
    ))
