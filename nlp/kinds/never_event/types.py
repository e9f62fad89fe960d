"""The types of never event, by the words that board papers and the press have for them.

``FULL`` wordings say enough by themselves; ``SHORT`` ones ("swab", "tooth", "rail") are read only where types are listed
("three never events (tooth; swab; swab)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOOTH_UNTIL = "2021-04"
"""From April 2021 the extraction of a wrong tooth was no never event."""
PART = (r"(?:sites?|sided?|levels?|eyes?|tooth|teeth|knees?|hips?|legs?|arms?|hands?|foot|feet|fingers?|toes?|thighs?|breasts?|"
        r"kidneys?|ovar(?:y|ies)|testicles?|"
        r"lungs?|limbs?|ears?|moles?|lesions?|digits?|joints?|vertebrae?|dis[ck]s?|part\s+of\s+(?:the|a|his|her)\s+\w+|"
        r"nostrils?|lobes?|"
        r"organs?|nerves?|shoulders?|ankles?|wrists?|elbows?|femurs?|feet|ureters?|ducts?|procedures?|operations?|chest|"
        r"spinal\s+\w+|area\s+of\s+(?:the\s+)?\w+|blocks?)")
THING = (r"(?:swabs?|guide[\s-]?wires?|wires?|throat\s+packs?|vaginal\s+packs?|nasal\s+packs?|packs?|packing|tampons?|gauze|"
         r"needles?|clips?|clamps?|drill\s+(?:bits?|tips?|pieces?)|"
         r"specimen\s+bags?|retrieval\s+bags?|bags?|fragments?|screws?|catheters?|sheaths?|gloves?|masks?|balloons?|splints?|"
         r"forceps|blades?|sponges?|"
         r"cannulas?|foreign\s+(?:bod(?:y|ies)|objects?|items?)|dental\s+rolls?|cotton(?:\s+wool)?(?:\s+(?:balls?|rolls?))?|"
         r"instruments?|objects?|items?|equipment|tips?|dressings?|"
         r"tubing|sutures?|retractors?|scalpels?|scissors|ports?|pins?|tapes?|ring|drains?)")
DEVICE = (r"(?:implants?|prosthes[ie]s|prosthetics?|(?:intra-?ocular\s+)?lens(?:es)?|IOLs?|components?|(?:heart\s+)?valves?|"
          r"stents?|plates?|stems?|inserts?|femoral\s+heads?|"
          r"coils?|IUDs?|intrauterine\s+(?:devices?|systems?)|pacemakers?|screws?|liners?|cups?)")
NASOGASTRIC = r"(?:naso[\s-]?(?:gastric|enteric|jejunal)|oro[\s-]?gastric|NGT?|ryles?(?:[’']s)?)"
NEAR = r"[^.;\n]{0,60}?"

FULL: tuple[tuple[str, str], ...] = (
    ("wrong_implant", rf"(?:wrong|incorrect|mismatched|ill-matched)(?:[\s-]+(?:hip|knee|shoulder|size[d]?|type|power|strength|"
                      rf"kind|make|length|side|patient[’']?s|of|replacement|joint|cataract|eye|breast|ankle|a|an)){{0,4}}"
                      rf"[\s-]+(?:of\s+)?{DEVICE}(?:\s*/\s*[a-z]+)?"
                      rf"|(?:fitted|implanted|replaced|operated\s+on)\s+(?:\w+\s+){{0,2}}?with\s+(?:the|an?)\s+(?:wrong"
                      rf"|incorrect)(?:\s+\w+)?\s+"
                      rf"(?:hip|knee|shoulder|lens|implant|joint|ankle|valve|part)\b"
                      rf"|{DEVICE}(?:\s*/\s*\w+)?(?:\s+(?:were|was|inserted|implanted|fitted|used|that|had|been|being|put|in|to|"
                      rf"be|of)){{0,5}}\s+(?:the\s+|an?\s+)?(?:wrong|incorrect)(?:ly)?(?:\s+(?:size[d]?|power|strength|type|"
                      rf"side|one|length|kind|prescription))?"
                      rf"|(?:implant|prosthesis|lens){NEAR}(?:wrong|incorrect)\s+(?:size|power|strength|type|patient)"
                      rf"|components?\s+(?:that\s+|which\s+)?(?:didn[’']?t|did\s+not|do\s+not)\s+match|"
                      rf"intrauterine\s+device\s+other\s+than"
                      rf"|wrong[\s-]+implants?|{DEVICE}\s+of\s+(?:the\s+)?(?:wrong|incorrect)\s+(?:\w+)"
                      rf"|{DEVICE}\s+(?:meant|intended|made|designed|for)\s+(?:for\s+)?(?:the|a|another)\s+(?:left|right|"
     rf"other|different|"
                      rf"patient)\b[^.;\n]{{0,60}}?\b(?:the\s+(?:left|right)|fitted|put\s+in|implanted|used)"),
    ("transfusion_abo", r"\bABO\b(?:[\s-]*incompatib\w+)?(?:\s+(?:blood|red\s+cells?|transfusions?|platelets))*|"
                        r"incompatible\s+(?:blood|transfusion|red\s+cells?|organ|platelets)(?:\s+transfusion)?"
                        r"|wrong\s+(?:type\s+of\s+)?blood(?:\s+(?:group|type|transfusion))?|"
                        r"blood\s+(?:transfusion\s+)?of\s+the\s+wrong\s+(?:group|type)"
                        rf"|transfus(?:ed|ion|ing){NEAR}(?:wrong|incompatible|group\s+(?:A|B|O|AB)\b|another\s+patient|"
                        rf"someone\s+else)"
                        rf"|blood\s+(?:of\s+(?:blood\s+)?group\s+(?:A|B|O|AB)\b|(?:that\s+was\s+)?(?:meant|"
                        rf"intended)\s+for\s+(?:another|someone))"),
    ("wrong_site_surgery", rf"\bWSS\b|(?:wrong|incorrect)[\s-]+(?:(?:bilateral|spinal|nerve|left|right|anatomical|surgical|"
                           rf"vertebral|intended)\s+)?{PART}(?:[\s-]+(?:surger(?:y|ies)|procedures?|operations?|(?:nerve\s+|"
                           rf"knee\s+|regional\s+)?blocks?|injections?|an(?:a)?esthe\w+|extractions?|biops(?:y|ies)|incisions?|"
                           rf"spin(?:e|al)(?:\s+\w+)?|chest\s+drains?|ureteric\s+stents?|cases?|excisions?))*"
                           rf"|(?:surgery|operat(?:ed|ion|ing)|procedure|injection|injected|block|incision|biopsy|"
                           rf"an(?:a)?esthetic|lasers?|drain|catheter|graft)\w*{NEAR}(?:wrong|incorrect)\s+{PART}"
                           r"|(?:tooth|teeth)\s+(?:was\s+|were\s+|being\s+)?(?:extracted|taken\s+out|removed)\s+(?:in\s+error|"
                           r"by\s+mistake|mistakenly|wrongly)|extraction\s+of\s+the\s+wrong"
                           r"|healthy\s+(?:kidney|ovary|tooth|teeth|testicle|breast|lung|eye)\s+(?:was\s+)?(?:removed|"
                           r"extracted)|planned\s+side\s+(?:right|left)"
                           r"|(?:remov(?:ed?|ing)|took\s+out|taken\s+out|taking\s+out|cut(?:ting)?\s+out|extract(?:ed|ing)|"
     r"excis(?:ed|ing))\s+"
                           r"(?:an?\s+|the\s+|her\s+|his\s+)?(?:\w+[’']s\s+)?(?:healthy|wrong|"
     r"only\s+working)\s+(?:\w+\s+)?(?:kidney|ovary|tooth|teeth|testicle|breast|"
                           r"lung|eye|tube|organ|toe|finger|lobe|gland|mole|appendix|womb|uterus)"
                           r"|healthy\s+(?:\w+\s+)?(?:kidney|ovary|testicle|breast|lung|tube|organ|gland|lobe|finger|"
     r"toe)\s+(?:\w+\s+){0,2}?(?:taken\s+out|cut\s+out|excised|lost)"
                           r"|(?:opposite|other|wrong)\s+side\s+of\s+the\s+\w+|wrong[\s-]+(?:area|place|part|location|position)\b"
                           r"|operat(?:ed|ing|ion)\s+(?:on\s+)?the\s+(?:healthy|good|sound)\s+\w+"
                           r"|(?:procedure|operation|surgery)\s+(?:(?:was\s+)?(?:performed\s+|carried\s+out\s+|done\s+)?(?:on|"
                           r"to)\s+the\s+wrong\s+(?:patient|person|woman|man|child)|(?:meant|intended)\s+for\s+(?:another|"
                           r"someone|a\s+different))"),
    ("retained_foreign_object", rf"(?:\bRFO\b|retained[\s-]+(?:(?!and\b|or\b)[\w-]+\s+){{0,3}}?{THING}|unintended\s+retention|"
                                rf"retention\s+of\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}?{THING}|{THING}[\s-]+(?:retention|"
                                rf"retained))"
                                rf"|{THING}(?:\s+(?:was|were|being|had|been|is|that|which|got|be|to|have|accidentally|"
                                rf"inadvertently|unintentionally|mistakenly|thought|found)){{0,5}}[\s,]+(?:left|retained|"
                                rf"forgotten)(?:\s+(?:behind|in|inside))?"
                                rf"|{THING}(?:\s+[\w-]+){{1,6}}?\s+(?:was|were|had\s+been|being)\s+(?:\w+\s+)?left\s+(?:inside"
                                rf"|in\s+(?:a|an|the|her|his)\s+"
                                rf"(?:[\w’']+\s+)?(?:patient|body|abdomen|chest|womb|pelvis|stomach|woman|man|mother|wound))\b"
                                rf"|(?:left|leaving|forgot(?:ten)?)\s+(?:an?\s+|the\s+|"
                                rf"part\s+of\s+an?\s+)?(?:[\w-]+\s+){{0,2}}?{THING}\s+(?:in|inside|behind)\b"
                                rf"|(?:something|objects?|items?|a\s+piece\s+of\s+\w+)\s+(?:was|were|being|"
                                rf"had\s+been)\s+left\s+(?:behind|in)|\bretained\b(?=\s*(?:[:,;)]|\d|x\s*\d|$))"
                                rf"|{THING}\s+(?:\w+\s+){{0,2}}?(?:was|were|had\s+been|been|being)?\s*(?:later\s+|"
     rf"subsequently\s+|then\s+)?"
                                rf"(?:found|discovered|spotted|missed|lost|mislaid|went\s+missing|gone\s+missing|sewn|"
     rf"stitched|sealed)\s+(?:\w+\s+)?(?:in|inside|into|within|up\s+in)\s+"
                                rf"(?:an?|the|her|his|their)\b|(?:sewn|stitched)\s+up\s+with\s+an?\s+(?:\w+\s+)?{THING}"
                                rf"|left\s+(?:something|things)\s+(?:behind|inside)|{THING}\s+(?:\w+\s+)?unaccounted\s+for"
                                rf"|{THING}\s+(?:(?:not|never)\s+removed|that\s+went\s+home)"),
    ("strong_potassium", r"(?:(?:strong|concentrated|undiluted|high[\s-]strength|mis-?selected|"
                         r"neat)\s+)?potassium(?:\s+chloride)?(?:\s+(?:solution|(?:was\s+)?given\s+undiluted))?"),
    ("methotrexate_overdose", r"(?:overdoses?\s+of\s+)?methotrexate(?:\s+overdoses?)?"),
    ("midazolam", r"(?:(?:high|wrong|mis-?selected|incorrect)[\s-]?(?:strength)?\s+)?midazolam(?:\s+(?:overdoses?|"
                  r"over-sedation))?"),
    ("medication_wrong_route", rf"wrong[\s-]+route(?:\s+(?:medication|administration|drug|medicines?)(?:\s+error)?)?|(?:by|via|"
                               rf"through)\s+the\s+wrong\s+route"
                               rf"|\boral\s+(?:medic\w+|liquid|solution|drug|morphine|suspension|syrup|paracetamol|"
                               rf"\w+){NEAR}(?:intravenous\w*|\bIV\b|vein|cannula|injected)"
                               rf"|(?:injected|given|administered|infused)\s+(?:intravenously|into\s+(?:a|"
                               rf"the)\s+vein)\s+(?:instead\s+of|rather\s+than)"
                               rf"|epidural(?:\s+(?:infusion|bupivacaine|medic\w+|solution|drug|bag|"
                               rf"levobupivacaine))?{NEAR}(?:intravenous\w*|\bIV\b|vein|cannula|peripheral|\bdrip\b|connected\s+to)"
                               rf"|(?:intended|meant)\s+for\s+the\s+(?:mouth|spine|stomach){NEAR}(?:vein|artery|intravenous\w*|"
                               rf"given)|intravenous\s+(?:administration|injection)\s+of\s+(?:an?\s+)?(?:oral|epidural)"
                               rf"|(?:syrup|oramorph|linctus|antacid|elixir|mouthwash|liquid\s+(?:morphine|medicine|"
     rf"medication|paracetamol|food|feed)|"
                               rf"(?:milk|feed)(?=\s+\w+\s+into)){NEAR}(?:intravenous\w*|\bIV\b|\bvein|cannula|\bdrip\b|"
     rf"bloodstream)"
                               rf"|(?:into|through|via|down)\s+(?:an?\s+|the\s+|her\s+|his\s+)?(?:vein|drip|cannula|spine|"
     rf"spinal\s+\w+)\s+(?:instead\s+of|rather\s+than|not)\b"
                               rf"|by\s+mouth{NEAR}(?:into\s+a\s+vein|intravenous\w*)"
                               rf"|(?:artery|arterial)\s+line{NEAR}drug|drug\s+(?:meant|intended)\s+for\s+the\s+(?:spine|mouth)"),
    ("insulin_overdose", rf"insulin\s+(?:overdoses?|errors?|pens?)|over-?doses?\s+of\s+insulin|(?:tenfold|ten[\s-]fold|"
                         rf"10[\s-]fold|ten\s+times|10\s+times){NEAR}insulin"
                         rf"|insulin{NEAR}(?:wrong\s+syringe|tenfold|ten[\s-]fold|ten\s+times|10\s+times|overdose|"
                         rf"intravenous\s+syringe|abbreviat\w+|misread|too\s+much)|overdose\s+\(units|"
                         rf"wrong\s+dose\s+of\s+insulin"),
    ("bed_rail_entrapment", rf"(?:entrap\w*|trapped|caught|stuck|wedged){NEAR}(?:bed[\s-]?rails?|rails?\b|cot[\s-]?sides?|"
                            rf"mattress)|bed[\s-]?rails?(?:\s+(?:entrapments?|death))"
                            rf"|bed[\s-]?rails?{NEAR}(?:trapp|entrap|caught)\w*|(?:chest|neck)\s+(?:or\s+neck\s+)?entrapments?"),
    ("collapsible_rails", rf"(?:failure|failed)\s+(?:to|of)\s+(?:install\s+|have\s+)?(?:functional\s+|an?\s+|"
                          rf"the\s+)?(?:collapsible|collapse|(?:shower|curtain)(?:\s+or\s+(?:shower|"
                          rf"curtain))?\s+rails?)(?:\s+(?:shower|curtain|or|rails?))*"
                          rf"|collapsible\s+(?:(?:shower|curtain|bed|or)\s+)*(?:rails?|tracks?|poles?)|(?:curtain|shower|"
                          rf"anti-ligature|wardrobe|towel)(?:\s+(?:curtain|shower))?\s+(?:rails?|tracks?|poles?|fittings?)"
                          rf"|\b(?:rail|track|pole|door\s+closer)\b{NEAR}(?:collaps\w+|g[ai]ve\s+way|come\s+away|come\s+down|"
                          rf"bore|bear|used\s+as\s+a\s+ligature)"),
    ("window_fall", r"(?:f[ae]ll(?:s|en|ing)?|jump(?:ed|s|ing)?|climb(?:ed|s|ing)?|broke|dropped)\s+(?:\w+\s+){0,4}?(?:from|"
                    r"out\s+of|through|out\s+through)\s+(?:an?\s+|the\s+|unrestricted\s+|open\s+)?(?:[\w-]+\s+){0,4}?windows?"
                    r"|windows?\s+(?:falls?|restrict\w+)|poorly\s+restricted\s+windows?|"
                    r"windows?[^.;\n]{0,40}(?:not\s+restricted|through\s+which\s+a\s+patient\s+fell)|anti-climb\s+window"),
    ("air_flowmeter", rf"air[\s-]flow[\s-]?met(?:er|re)s?|(?:connect\w+|attached|plugged|given|put|on|breath\w+)\s+(?:to\s+|"
                      rf"on\s+)?(?:medical\s+|piped\s+)?air\b{NEAR}oxygen|oxygen{NEAR}(?:medical\s+|piped\s+)?air\s+(?:outlet|"
                      rf"supply|instead)"
                      rf"|(?:unintentional\s+)?connection\s+(?:of\s+a\s+patient\s+)?(?:requiring\s+oxygen\s+)?to\s+(?:an?\s+)?(?"
                      rf":medical\s+)?air\b(?:[^.;\n]{{0,30}}oxygen)?|air\s+(?:instead\s+of|rather\s+than|not)\s+oxygen"),
    ("oesophageal_intubation", rf"(?:undetected\s+|unrecogni[sz]ed\s+)?o?esophageal\s+(?:intubations?|placement)|"
                               rf"intubat\w+{NEAR}(?:o?esophagus|gullet|o?esophageal)|tube{NEAR}(?:o?esophagus|gullet)"),
    ("nasogastric_tube", rf"(?:(?:mis-?placed|misplacement\s+of|(?:wrongly|incorrectly)\s+(?:placed|positioned|sited|inserted)|"
                         rf"displaced)\s+(?:an?\s+|the\s+)?)?(?:\b{NASOGASTRIC}(?:[\s-]+(?:feeding[\s-]+)?tubes?)?(?:\s+(?:feed\w"
                         rf"*|misplacement|misplaced))?\b|feeding[\s-]tubes?)"
                         rf"|feed\w*\s+(?:was\s+|were\s+)?(?:given|commenced|started|pumped|delivered|down|through|"
                         rf"into){NEAR}(?:lungs?|bronchus)|tube\s+(?:\w+\s+){{0,8}}(?:in|into)\s+(?:the|a|his|"
                         rf"her)\s+(?:\w+\s+){{0,2}}(?:lungs?|bronchus|airway)"),
    ("scalding", r"\bscald\w*|\bburn(?:ed|t|s)\s+(?:\w+\s+){0,3}?(?:by|in|with|from)\s+(?:\w+\s+){0,3}?(?:bath\w*|shower|"
     r"water|tap|drinks?|tea|coffee|"
                 r"soup)\b|\b(?:hot|boiling|bath)\s+water\s+burns?\b|\bbath\s+(?:\w+\s+){0,3}too\s+hot\b"),
)
SHORT: tuple[tuple[str, str], ...] = (
    ("wrong_implant", r"\b(?:lens(?:es)?|IOLs?|implants?|prosthes[ie]s|hip\s+component|knee\s+component)\b"),
    ("retained_foreign_object", rf"\b(?:retained|swabs?|guide[\s-]?wires?|throat\s+packs?|vaginal\s+packs?|tampons?|"
                                rf"drill\s+(?:bits?|tips?)|{THING.removeprefix('(?:').split('|')[0]})\b"),
    ("wrong_site_surgery", r"\b(?:tooth|teeth|dental\s+extractions?|site|laterality)\b"),
    ("insulin_overdose", r"\binsulin\b"),
    ("collapsible_rails", r"(?<!bed\s)\brails?\b"),
    ("window_fall", r"\bwindows?\b"),
    ("transfusion_abo", r"\b(?:blood|transfusions?)\b"),
    ("oesophageal_intubation", r"\bintubations?\b"),
    ("air_flowmeter", r"\bair\b|\bflow[\s-]?met(?:er|re)s?\b"),
    ("strong_potassium", r"\bKCl\b"),
)


STEMS: dict[str, tuple[str, ...]] = {
    "wrong_implant": ("wrong", "incorrect", "mismatch", "ill-match", "match", "other than", "lens", "iol", "implant", "prosthes",
                      "component"),
    "transfusion_abo": ("abo", "incompatible", "blood", "transfus"),
    "wrong_site_surgery": ("wss", "wrong", "incorrect", "tooth", "teeth", "healthy", "planned side", "meant", "intended",
                               "dental", "side of", "operat",

                           "site", "laterality"),
    "retained_foreign_object": ("retain", "retention", "rfo", "left", "forgot", "leaving", "went home", "not removed",
                                "never removed", "swab", "wire", "pack", "tampon", "drill", "found", "discovered", "missing",
                               "missed", "lost", "mislaid",
                                "sewn", "stitched", "unaccounted"),
    "strong_potassium": ("potassium", "kcl"),
    "methotrexate_overdose": ("methotrexate",),
    "midazolam": ("midazolam",),
    "medication_wrong_route": ("route", "oral", "intravenous", "vein", "epidural", "arter", "intended", "meant", "drip",
                               "cannula", "mouth"),
    "insulin_overdose": ("insulin", "(units"),
    "bed_rail_entrapment": ("rail", "mattress", "cot", "entrap"),
    "collapsible_rails": ("rail", "collaps", "track", "pole", "door closer", "fitting"),
    "window_fall": ("window",),
    "air_flowmeter": ("air", "flow"),
    "oesophageal_intubation": ("sophag", "gullet", "intubat"),
    "nasogastric_tube": ("gastric", "enteric", "jejunal", "ng", "tube", "feed", "ryle"),
    "scalding": ("scald", "burn", "bath"),
}
"""One of these letters stands in whatever the type's patterns match: looked for first, since that is cheap."""
FULL_FINDERS = tuple((slug, re.compile(pattern, re.IGNORECASE)) for slug, pattern in FULL)
SHORT_FINDERS = tuple((slug, re.compile(pattern, re.IGNORECASE)) for slug, pattern in SHORT)
TOOTH = re.compile(r"\b(?:tooth|teeth|dental|extraction)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypeWords:
    """Words that stand for a type of never event."""

    start: int
    end: int
    slug: str


def types_in(text: str, start: int, end: int, *, short: bool = False) -> Iterator[TypeWords]:
    """The types that ``text[start:end]`` names, in order; with ``short`` also the bare words of lists."""
    taken_until = start
    plain = text[start:end].lower()
    found = [TypeWords(*m.span(), slug) for slug, pattern in (FULL_FINDERS + SHORT_FINDERS if short else FULL_FINDERS)
             if any(stem in plain for stem in STEMS[slug]) for m in pattern.finditer(text, start, end)]
    for words in sorted(found, key=lambda words: words.start):  # of two at one place the first in the lexicon
        if words.start >= taken_until:
            yield words
            taken_until = words.end
