"""Leaders gone and services shut in rarer words: asked only where nothing else in the sentence says it."""

from __future__ import annotations

from nlp.kinds.intervention.leadership import ROUTINE
from nlp.kinds.intervention.patterns import NATIONAL, Family, Pattern
from nlp.kinds.intervention.services import OTHER, REASON, SERVICE

POST = (r"(?:chief exec(?:utive)?(?: officer)?s?|ceo|chair(?:man|woman|person|s|men)?|boss(?:es)?|(?:medical|nursing|finance|"
        r"managing|"
        r"operations|executive) directors?|chief (?:nurse|operating officer|finance officer|nursing officer|medical officer|"
        r"financial officer)|"
        r"finance chief|nursing chief|hospital chief|directors? of (?:nursing|finance|operations|midwifery|workforce)|head of "
        r"midwifery|"
        r"accountable officer|non-executives|neds|top (?:team|two|three|brass))")
GONE = (r"(?:exit(?:s|ed)|walk(?:s|ed|ing)? out|f[ae]ll(?:s|en)? on (?:his|her|their) swords?|bow(?:s|ed|ing)? (?:out|to pressure)|"
        r"relinquish(?:es|ed)?|"
        r"escorted (?:from|out of|off)|shown the door|deposed|toppl(?:ed|es)|pack(?:s|ed) (?:his|her|their) bags|clear(?:s|ed) "
        r"(?:his|her|their) desks?|"
        r"vacat(?:es|ed)|g[ai]ve(?:s|n)? up (?:the|his|her|their) (?:post|job|role|position|chair)|thr[eo]wn? in the towel|"
        r"call(?:s|ed) time|eject(?:ed|s)|"
        r"purged|lost (?:his|her|their) (?:jobs?|posts?|seats?|positions?)|(?:both|all|now|is|are|was|were) out|resign(?:s|ed|"
        r"ing|ation|ations)?|"
        r"quit(?:s|ting)?|sack(?:ed|s|ing)|dismiss(?:ed|al)|oust(?:ed|ing)?|forced out|step(?:s|ped|ping)? (?:down|aside|back)|"
        r"st(?:ood|ands?|anding) (?:down|aside)|depart(?:s|ed|ure|ures)|exclud(?:ed|es)|suspended|removed|replaced|unseated|"
        r"axed|fired|moved aside|"
        r"taken (?:his|her|their) leave|handed in (?:his|her|their)|tender(?:ed|s) (?:his|her|their)|left (?:abruptly|suddenly|"
        r"under|by mutual|at once|"
        r"with immediate|days|weeks|hours|last|in)|gone\b|went\b|placed on (?:leave|gardening leave)|put on (?:leave|gardening "
        r"leave)|mutual "
        r"(?:consent|agreement)|paid off|relieved of|given (?:his|her|their) marching orders|made to go|shuffled out|told to go)")
TROUBLED = (r"\b(?:inadequate|special measures|failings|failures|licen[cs]e|warning notice|undertakings|inquiry|scandal|"
            r"whistleblow\w*|no[ -]confidence|"
            r"enforcement|bullying|deficit|damning|criticis\w+|crisis|turnaround|regulator|monitor|segment 4|prosecut\w+|"
            r"deaths|inspect\w+|keogh|"
            r"overspen\w+|under[- ]fire|embattled|beleaguered|disgraced|under pressure|cqc|findings|report|breach\w*|scathing|"
            r"row)\b")
STOPPED = (r"(?:stood down|stand(?:s|ing)? down|(?:on hold|hold on)|pull(?:s|ed|ing) (?:the plug)?|switch(?:es|ed|ing) off|"
           r"call(?:s|ed) a "
           r"halt|downgraded overnight|downgraded (?:temporarily|because|for)|"
           r"mothball(?:ed|s|ing)|ax(?:ed|es|ing)|froz(?:e|en)|freez(?:e|es|ing)|off-?line|cannot be (?:safely )?(?:staffed|"
           r"run|provided|kept)|can no longer|"
           r"no longer (?:be |being )?(?:provid\w+|offer\w*|perform\w*|deliver\w*|run|safe)|unable to (?:open|run|provide|"
           r"offer|staff)|not (?:be )?(?:open|operating|"
           r"running|available|offered|provided)|evacuat(?:ed|es|ing)|suspend(?:ed|s|ing)?|suspension|clos(?:ed|es|ing|ures?|"
           r"e)|shut(?:s|ting|down)?|halt(?:s|ed|"
           r"ing)?|paus(?:e|ed|es|ing)|stop(?:s|ped|ping)?|diver(?:t|ts|ted|ting|sion)|discontinu(?:ed|es)|withdr(?:ew|awn|"
           r"awing|awal)|ceas(?:e|ed|es|ing)|"
           r"curtail(?:ed|s)|scal(?:ed|es|ing) (?:back|down)|sent elsewhere|turn(?:s|ed|ing) away|out of (?:action|use|bounds)|"
           r"cancell?(?:ed|ing)|"
           r"tak(?:en|ing|es) out of (?:service|use)|dark\b|deferred|barred)")
PLACES = (rf"(?:{SERVICE}|sur(?:gery|gical)|operat(?:ions|ing)|inpatients?|paediatric\w*|obstetric\w*|gynaecology|dermatology|"
          rf"stroke|endoscopy|chemotherapy|"
          r"trauma|elective|intensive care|critical care|(?:an?|the) (?:\w+ )?suite|walk-in|day case|mri|cath(?:eter)? lab|"
          r"birth|intake|"
          r"home birth service|crisis (?:house|line|team)|place of safety|helipad|mortuary|blood bank|pharmacy aseptic\w*|"
          r"aseptic unit)")
WHY = (rf"(?:{REASON}|staff\w*|shortfall|gaps?|rotas?|unsafe|harm|risks?|never events?|mould|collapse|asbestos|ligatures?|"
       rf"review|inspectors|regulator|"
       r"unfilled|agency|workforce|too few|no (?:doctor|consultant|midwife|anaesthetist)s?|resign\w*)")

FAMILY = Family("spare_departures", spare=True, anchor=(
    r"exit|again|back |up and |operating|running|walk|f[ae]ll|bow|relinquish|escort|shown|depos|toppl|pack|clear|vacat|gave up|"
    r"given|gives up|threw|thrown|called|calls|"
    r"eject|purg|lost|both|all out|is out|"
    r"now out|out\b|resign|quit|sack|dismiss|oust|forced|step|stood|stand|depart|exclu|suspen|remov|replac|unseat|axe|fired|"
    r"moved|taken|handed|tender|left\b|"
    r"gone|went|placed|put on|mutual|paid|relieved|made to|shuffl|told to|heads|part(?:ed|s|ing)? (?:company|ways)|new blood|shake|"
    r"on hold|pull|switch|downgrad|mothball|fr[eo]z|freez|off-?line|cannot|can no longer|no longer|unable|not |evacuat|clos|"
    r"shut|halt|paus|stop|diver|"
    r"discontinu|withdr|ceas|curtail|scal|sent |turn|cancel|taking|dark|defer|barred"),
    patterns=(
        Pattern("leader_gone_of", "leadership_change",
                rf"\b{POST}\b[^.;]{{0,90}}?\b(?P<k1>{GONE})", needs=TROUBLED, named=True,
                unless=ROUTINE + r"|\b(?:quorum|absent from|left the meeting|patients? (?:\w+ )?left|board (?:papers?|room|"
                                 r"meeting)|went (?:on|through|to|into|over|"
                                 r"live|well)|has gone (?:live|out|up|down|from|into|through)|suspended (?:sentence|services?|"
                                 r"admissions)|charges?|"
                                 r"licen[cs]e condition|service|ward|unit|slide|papers)\b", confidence=0.5),
        Pattern("leader_gone_in", "leadership_change",
                rf"\b{POST}\b[^.;]{{0,50}}?\b(?P<k1>resign(?:s|ed|ation)?|quits?|sacked|ousted|forced out|dismissed|"
                rf"(?:walk(?:s|ed)? out)|fell on (?:his|her|their) "
                rf"swords?|shown the door|escorted from|step(?:s|ped) (?:down|aside)|st(?:ood|ands) (?:down|aside)|excluded|"
                rf"(?:has|have|had) (?:resigned|left|"
                rf"quit|departed)|(?:has|have|had) gone(?= ?[.,;]|$)|went (?:in (?:january|february|march|april|may|june|july|"
                rf"august|september|october|"
                rf"november|december|\d{{4}})|the same|within|amid))\b",
                document=TROUBLED, unless=ROUTINE + r"|\b(?:patients? (?:\w+ )?left|charges?|service|ward|unit)\b",
                confidence=0.45),
        Pattern("parted_company", "leadership_change",
                rf"\bpart(?:ed|s|ing)? (?:company|ways) with\b[^.;]{{0,40}}\b{POST}\b|\bheads (?:have |had )?roll(?:ed|s)?\b|"
                rf"\bnew blood\b|\b(?:clear-?out|clean "
                rf"sweep|shake-?up|purge|exodus) (?:at|of|in) the (?:top|board\w*|executive\w*)|\b(?P<k1>(?:loses?|lost|"
                rf"losing) (?:its|their) (?:\w+ ){{0,3}}{POST})\b",
                document=TROUBLED + "|" + NATIONAL, unless=ROUTINE, confidence=0.5),
        Pattern("service_again", "service_suspension",
                rf"\b{PLACES}\b[^.;]{{0,50}}?\b(?P<k1>(?:operating|open|running|working|functioning|taking (?:\w+ "
                rf")?(?:patients|women)|"
                rf"admitting) again|back in action|back up and running|up and running again)\b", named=True, status="ended",
                unsettled="current",
                unless=OTHER, confidence=0.5),
        Pattern("service_stopped", "service_suspension",
                rf"\b{PLACES}\b[^.;]{{0,90}}?\b(?P<k1>{STOPPED})|\b(?P<k2>{STOPPED})\b[^.;]{{0,60}}?\b{PLACES}\b",
                needs=rf"\b{WHY}", named=True,
                unless=OTHER + r"|\b(?:patients? (?:was|were) (?:turned|sent)|outpatients? did not|not (?:on|in) time|waiting "
                               r"lists?|target|standard|"
                               r"performance|strike|industrial action|never events? (?:was|were|has)|wrong|swab|cancell?ed "
                               r"operations?|not closed|"
                               r"conditions?|undertakings?|notices?|special measures|segment|licen[cs]e|rating|merger|"
                               r"prosecut\w+|inquest|programme|"
                               r"review(?:s|ed)? (?:was|is)|recommend\w*|committee|minutes|assur\w+|consult\w+ on|deficit|"
                               r"ratings?|run of|judicial review)\b", confidence=0.45),
    ))
