"""Lines that stand in an article's place and are none of it: comment calls, teaser lists, donation pleas, calendars.

Markup says much of it (``tree.prune``); what is left here is told by its words.
"""

from __future__ import annotations

import re

from corpora.text.rendering import Line

# A short line of these words, and nothing else, is dropped wherever it stands.
LONE_LINES = re.compile(r"""(?:
    share(?:\s+(?:this|on|via|to|now))?(?:\s+(?:page|article|story|post|on|with|via|facebook|twitter|x|linkedin|whatsapp|e-?mail|friends))*
  | (?:tweet|e-?mail|print|save|copy\s+link|pin\s+it|like\s+this|follow\s+us|listen)(?:\s+(?:this|to))?(?:\s+(?:page|article|story))?
  | (?:facebook|twitter|linkedin|whatsapp|messenger|reddit|pinterest|instagram|youtube)(?:\s+(?:facebook|twitter|linkedin|whatsapp|messenger|reddit))*
  | advertisement|advert|sponsored(?:\s+content)?|promoted(?:\s+content)?|article\s+continues\s+below.*
  | skip\s+to\s+(?:main\s+)?content|back\s+to\s+(?:the\s+)?top|top\s+of\s+page|(?:go\s+)?back|forward|next|previous|home|menu|search|close|loading\W*
  | (?:add|leave|post|write)\s+(?:your\s+|a\s+)?(?:comment|reply)s?|comments?\s+(?:are\s+|is\s+)?(?:closed|off|disabled)|be\s+the\s+first\s+to\s+comment
  | (?:jump|go)\s+to\s+comments|(?:view|show|read|load)\s+(?:all\s+|more\s+)*(?:\d+\s+)?comments?|no\s+comments(?:\s+yet)?
  | there\s+are\s+no\s+comments.*|(?:view|see)\s+(?:all|more)(?:\s+(?:news|stories|articles|posts|events|videos))?
  | (?:more|read\s+more|continue\s+reading|find\s+out\s+more|learn\s+more)(?:\s+[\w' -]{1,40})?\s*[>»→…]
  | read\s+more|continue\s+reading|related\s+topics?|topics|tags
  | (?:sign\s+up|subscribe)(?:\s+(?:to|for)\s+(?:our|the)?\s*(?:[\w' -]{0,40}\s)?(?:newsletters?|e-?mails?|alerts|updates))?
  | (?:accept|reject|manage)(?:\s+all)?\s+cookies|cookie\s+settings|.{0,60}\[email\s*protected\]
  | have\s+you\s+got\s+a\s+story\s+to\s+tell\?.*
  | tell\s+us\s+what\s+you\s+think\b.*|what\s+do\s+you\s+think\?.{0,80}\bcomments?\b.*
  | is\s+this\s+page\s+useful\?|(?:was|is)\s+this\s+(?:page|article|information)\s+(?:useful|helpful)\?.*|report\s+a\s+problem\s+with\s+this\s+page
)[\s.!:>»]*""", re.IGNORECASE | re.VERBOSE)

# From the first short line of these words on, all the rest is dropped, once enough of an article has come before.
ENDINGS = re.compile(r"""(?:
    (?:\d+\s+)?(?:reader\s+|readers['’]\s+|your\s+|latest\s+|recent\s+)?comments?(?:\s*\(\d+\))?|(?:\d+\s+)?(?:responses?|replies)\s+to\b.*
  | (?:add|leave|post)\s+(?:your\s+|a\s+)?(?:comment|reply)s?|(?:have|join)\s+(?:your\s+say|the\s+(?:conversation|discussion|debate))(?:\s+below)?
  | (?:related|similar|recommended|suggested)(?:\s+(?:news|stories|story|articles?|posts?|content|reading|items|pages|coverage))+|related
  | (?:more|other|further|all|latest|recent|top|today['’]?s(?:\s+top)?|popular|featured|trending)\s+(?:[\w'’]+\s+)?(?:news|stories|headlines|articles|posts|videos|jobs)
    (?:\s+(?:on|from|in|about|by|like)\s+.{1,60})?
  | latest\s+(?:[\w'’]+\s+){0,3}news|more\s+(?:on\s+this(?:\s+story)?|from\s+.{1,40}|like\s+this)|most\s+(?:read|popular|viewed|shared|commented)(?:\s+.{1,20})?
  | (?:you\s+may|you\s+might)\s+(?:also\s+)?(?:like|be\s+interested\s+in|enjoy)\b.*|read\s+(?:this\s+)?(?:next|also)|(?:up|coming\s+up)\s+next|don['’]t\s+miss
  | (?:[\w'’]+\s+){0,2}events?\s+calendar|upcoming\s+events|dear\s+reader,?|dear\s+readers,?
  | (?:please\s+)?support\s+(?:us|our\s+(?:work|journalism|campaign\w*|appeal))\b.{0,80}|(?:please\s+)?donate(?:\s+(?:now|today|here|to)\b.*)?|if\s+you\s+(?:like|enjoy|value)(?:d)?\s+our\s+(?:content|work|journalism)\b.*
  | about\s+the\s+author|share\s+this\s+(?:article|story|page|post)?\s*:?|more\s+videos\s*[>»]?|editor['’]?s\s+(?:comment|picks?|choice)|last\s+word
  | (?:sign\s+up|subscribe)\s+(?:to|for)\s+.{0,60}(?:newsletter|e-?mail|bulletin|alerts)s?.{0,40}
  | ©.*|copyright\s+(?:©|\(c\)|\d{4}).*|all\s+rights\s+reserved.*
)[\s.!:>»]*""", re.IGNORECASE | re.VERBOSE)

LONGEST_LONE_LINE = 160
ENOUGH_BEFORE_AN_ENDING = 250
"""Characters of article: an index page of short items may well begin with "Latest news"."""
CALENDAR_ROW = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*){7}|(?:\d{1,2}\s+){5,6}\d{1,2}", re.IGNORECASE)


def shed_furniture(lines: list[Line]) -> list[Line]:
    """The lines of an article without the page's furniture.

    Prose is never dropped for its words: only short lines are, and after an ending that is one.
    """
    kept: list[Line] = []
    opens = False
    length = 0
    for line in lines:
        opens = opens or line.opens
        if length >= ENOUGH_BEFORE_AN_ENDING and is_ending(line):
            break
        if is_furniture(line):
            continue
        kept.append(line._replace(opens=opens))
        length += len(line.text)
        opens = False
    while kept and kept[-1].heading:
        kept.pop()
    return kept


def is_furniture(line: Line) -> bool:
    """Whether a line is furniture by its words alone."""
    if len(line.text) > LONGEST_LONE_LINE:
        return False
    return bool(LONE_LINES.fullmatch(line.text) or CALENDAR_ROW.fullmatch(line.text))


def is_ending(line: Line) -> bool:
    """Whether an article ends before this line."""
    return len(line.text) <= LONGEST_LONE_LINE and bool(ENDINGS.fullmatch(line.text))
