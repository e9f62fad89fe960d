"""Who says so: the speaker that a sentence names for what it reports."""

from __future__ import annotations

from nlp import gated_re as re
from nlp.sheet import Sentence, Sheet

PROPER = r"[A-Z][\w’'&/-]*(?: (?:(?:of|for|and) (?:the )?|the |& )?[A-Z][\w’'&/-]*){0,6}"
OWNER = rf"(?:(?:[Tt]he )?{PROPER}(?:[’']s|s[’'])|(?:[Tt]he|[Oo]ur|[Tt]heir) [a-z]+[’']s?)"
HEADS = (
    r"(?:executives?|inspectors?|nurses?|officers?|chair(?:man|woman|person)?|directors?|spokes(?:man|woman|person|"
    r"people)|sources?|"
    r"insiders?|secretary|ministers?|governors?|MPs?|MP|trusts?|hospitals?|boards?|ICB|ICS|system|committees?|reports?|"
    r"letters?|inquiry|"
    r"inquest|reviews?|reviewers?|papers?|minutes|regulators?|watchdogs?|unions?|campaigners|families|family|coroner|judge|court|"
    r"magistrates|jury|meeting|members|councillors?|officials?|managers?|boss(?:es)?|leaders?|consultants?|doctors?|"
    r"surgeons?|midwives|"
    r"auditors?|statement|documents?|memo|email|newsletter|newspaper|magazine|panel|team|representatives?|lawyers?|solicitors?|"
    r"barrister|prosecutors?|prosecution|whistleblowers?|staff|commissioners?|figures|data|authors?|bulletin|summary|"
    r"paper|department|government|ombudsman|administrators?|partners?|physician|region|lead|head|CEO|CFO|COO|CNO|CMO|MD|DoN|NEDs?)")
PLACE = (
    rf"(?: (?:of|for|at|from|to|with|in|on) (?:the )?(?:{PROPER}|(?!(?:which|that|its|"
    rf"their) )[a-z]+(?: (?:and )?(?!(?:has|have|had|in|on|at|also|is|was|and|later|who)\b)[a-z]+)?))?")
PERSON = rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Baroness|Cllr|Councillor)\.? )?{PROPER}"
LOWER_REGULATOR = r"(?:(?:[Tt]he )?(?:health )?(?:watchdog|regulator|inspectorate)s?)"
SPEAKER = (
    rf"(?:(?:{OWNER}|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Oo]ne|[Tt]wo|[Ss]everal|[Ss]ome|{PROPER}) )?(?:(?!(?:that|the|"
    rf"an?|who|which|has|have|had|was|were|is|are|in|on|and|to|about|after|before|when|while|if|since|until|because|as|"
    rf"but|of|at|from|by|for|with|than|three|weeks|served) )[a-z][a-z-]+ ){{0,3}}?"
    rf"[A-Za-z]*?{HEADS}\b{PLACE}(?:,? {PERSON})?|(?:[Tt]he )?{PERSON}(?: \([A-Z]{{2,8}}\))?|{LOWER_REGULATOR}")
ADVERB = (r"(?:has|have|had|also|today|yesterday|later|since|now|then|both|again|already|previously|repeatedly|further|"
          r"recently|publicly|can|could|did|on \w+day|last \w+|this \w+|in [A-Z]\w+)")
SAID = re.compile(
    r"\b(?:said|says|say|stated|states|announced|announces|confirmed|confirms|confirm|claimed|claims|claim|insisted|"
    r"insists|warned|warns|"
    r"revealed|reveals|reveal|admitted|admits|conceded|concedes|wrote|writes|denied|denies|deny|argued|argues|concluded|concludes|"
    r"disclosed|disclose|added|adds|explained|explains|noted|notes|observed|remarked|commented|advised|advises|informed|"
    r"updated|told|tells|"
    r"replied|answered|responded|clarified|highlighted|indicated|believes?|understands?|learn(?:ed|t)|heard|hears|acknowledged|"
    r"maintained|reminded|reiterated|stressed|suggested|alleged|found|finds|reported(?= that\b)|reports(?= that\b)|"
    r"accepted(?= that\b)|"
    r"recorded(?= that\b)|agreed(?= that\b)|been told)\b")
NO_SPEECH = re.compile(
    r" (?:to be\b|by\b|in writing|as\b|against|guilty|(?:the|it|them|us|him|her|[a-z]+ )?(?:[\w’'-]+ ){0,4}?to (?:reduce|"
    r"stop|improve|make|take|put|"
    r"produce|submit|close|act|do|find|appoint|answer|report|act|come|meet|prepare|set|carry|review|provide|ensure)\b)")
"""After a verb of saying: it orders, or is no speech at all."""
BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<speaker>{SPEAKER})(?P<aside>,? (?:of|at|for|from) [^,;:.]{{2,60}}|"
    rf", [^,;:.]{{2,80}},)?(?: {ADVERB}){{0,4}}\s*$")
AFTER = re.compile(rf" (?P<speaker>{SPEAKER})(?=[,.;:!?)”\"’']|\s*$| (?:on|in|at|last|this|yesterday|today|after|when|as|"
    rf"who|which|while|and|"
                   r"during|earlier|before|to|but|for)\b)")
CLOSED = re.compile(r"[,”\"’'—–?!-]\s*(?:as )?$")
"""Before a verb of saying whose speaker follows: "…,” said NHS England"."""
PASSIVE = re.compile(r"(?P<hearer>.*?)\b(?:was|were|is|are|be|been|being|it[’']s|get|got)(?: (?:also|later|then|now|"
    r"subsequently|again)){0,2}\s*$",
                     re.DOTALL)
BY = re.compile(rf"(?: (?:that week|on \w+day|in writing|yesterday|today|in \w+))? by (?P<speaker>{SPEAKER})")
HEARER = re.compile(rf"(?<![\w’'-])(?P<speaker>{SPEAKER})(?: {ADVERB}){{0,3}}\s*$")
ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion) of|[Aa]s reported (?:by|in)|[Rr]eported by|[Cc]iting|"
    rf"[Qq]uoting|[Aa]s per|"
    rf"[Ii]n the eyes of) (?P<speaker>{SPEAKER})")
CITED = re.compile(rf"(?P<speaker>{SPEAKER}) ?: ?[“\"‘]")
HEARERS = re.compile(
    r"(?:board|court|inquest|committee|meeting|inquiry|members|councillors|governors|jury|tribunal|MPs|hearing|panel|HSJ|"
    r"BBC|Guardian|"
    r"Times|Telegraph|Mail|Post|Echo|News|Gazette|Journal|Chronicle|Observer|Mirror|Independent|Pulse|LDRS|Standard|Argus|Council|"
    r"Committee|Board|directors|staff|Members|Governors)\b")
"""Who may be said to have heard, learnt or been told a thing, so that it is known from them."""
LEADING = re.compile(
    r"(?:(?:Yesterday|Today|Meanwhile|However|But|And|So|Yet|Although|While|Whilst|When|If|After|Before|Since|As|On|In|"
    r"At|By|For|From|"
    r"Last|This|Earlier|Later|Now|Then|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|"
    r"April|May|June|"
    r"July|August|September|October|November|December|That|There|Noted|Action|Minutes|Also|Only|Even|Still|Because|Where|How|Why|"
    r"What|Asked|Whether|Nor|Neither|Resolved|Following|Under|With|Despite|Both|Or|Not|Though)\b[, ]*)+")
MONTH = (r"(?:(?:early|late|mid)[ -])?(?:January|February|March|April|May|June|July|August|September|October|November|December|"
         r"Spring|Summer|Autumn|Winter|Christmas|Easter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")
NOBODY = re.compile(
    rf"(?:(?:and|or|in|of|to|between|from) )*{MONTH}(?:,? (?:and|or|to|of)? ?(?:{MONTH}|\d{{4}}))*|"
    r"(?i:it|they|we|you|he|she|i|that|this|these|those|there|who|which|what|nobody|no one|none|one|both|all|some|others|many|"
    r"neither|and|but|each|us|them|him|her|everyone|anyone|(?:the |a |an )?(?:letters?|email|statement)(?= dated| of)?|"
    r"\d.*|no \w+|any \w+|yes|segment.*|sof|nof|rsp|mssp|never events?.*)")
REACH = 240
SPEAKER_LENGTH = 130
SPACE = re.compile(r"\s")


def speaker_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """Who is named as saying what the trigger at ``[start, end)`` says, as the text names them, or None."""
    left, right = max(sentence.start, start - REACH), min(sentence.end, end + REACH)
    words = re.stretch(sheet.text, left, right)
    words = words.like(SPACE.sub(" ", words)) if isinstance(words, re.ScannedText) else SPACE.sub(" ", words)
    trigger = (start - left, end - left)
    found = ACCORDING.search(words)
    if found and (speaker := _named(found["speaker"])):
        return speaker
    cited = CITED.match(words) if left == sentence.start else None
    if cited and cited.end() <= trigger[0] and (speaker := _named(cited["speaker"])):
        return speaker
    verbs = [said for said in SAID.finditer(words) if said.end() <= trigger[0] or said.start() >= trigger[1]]
    for said in sorted(verbs, key=lambda said: _distance(said, trigger)):
        speaker = _speaker_at(words, said, trigger)
        if speaker:
            return speaker
    return None


def _speaker_at(words: str, said: re.Match[str], trigger: tuple[int, int]) -> str | None:
    """The speaker of one verb of saying."""
    between = words[said.end():trigger[0]] if said.end() <= trigger[0] else words[trigger[1]:said.start()]
    if ";" in between or ". " in between:
        return None
    before = words[max(0, said.start() - SPEAKER_LENGTH):said.start()]
    passive = PASSIVE.match(before)
    if passive:
        return _of_passive(words, said, passive)
    closed = said.start() >= trigger[1] and CLOSED.search(before) is not None
    after = AFTER.match(words, said.end()) if closed or before.endswith(("as ", "So ")) else None
    if after and (speaker := _named(after["speaker"])):
        return speaker
    if said.end() <= trigger[0] and NO_SPEECH.match(words, said.end()):
        return None
    found = BEFORE.search(before)
    base = said.start() - len(before)
    if found is None or (trigger[1] <= said.start() and base + found.start("speaker") < trigger[1]):
        return None
    speaker = _named(found["speaker"])
    if speaker and said.group() in ("heard", "hears", "learned", "learnt", "been told") and HEARERS.search(speaker) is None:
        return None
    return speaker


def _of_passive(words: str, said: re.Match[str], passive: re.Match[str]) -> str | None:
    """The speaker of "were told by …", else the hearers of "the board was told"; nobody for "it was said"."""
    by = BY.match(words, said.end())
    if by:
        return _named(by["speaker"])
    if said.group() not in ("told", "informed", "advised", "reminded", "updated"):
        return None
    hearer = HEARER.search(passive["hearer"])
    speaker = _named(hearer["speaker"]) if hearer else None
    return speaker if speaker and HEARERS.search(speaker) else None


def _distance(said: re.Match[str], trigger: tuple[int, int]) -> int:
    return trigger[0] - said.end() if said.end() <= trigger[0] else said.start() - trigger[1] + 1


def _named(words: str) -> str | None:
    """A speaker without what only leads up to it; None for a pronoun."""
    speaker = LEADING.sub("", words, count=1) if LEADING.match(words) else words
    speaker = speaker.split(",")[0].strip(" ’'\"")
    return None if not speaker or NOBODY.fullmatch(speaker) else speaker
