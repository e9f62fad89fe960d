"""Lines that stand in an article's place and are none of it: comment calls, teaser lists, donation pleas, calendars.

Markup says much of it (``tree.prune``); what is left here is told by its words.
"""

from __future__ import annotations

import re

from corpora.text.rendering import Line


def _whole_line(*alternatives: str) -> re.Pattern[str]:
    """A pattern for a line that is one of these and nothing else; a space in them stands for any white space."""
    return re.compile(rf"(?:{'|'.join(alternatives)})[\s.!:>»]*".replace(" ", r"\s+"), re.IGNORECASE)


# A short line of these words, and nothing else, is dropped wherever it stands.
LONE_LINES = _whole_line(
    r"share(?: (?:this|on|via|to|now|page|article|story|post|with|facebook|twitter|x|linkedin|whatsapp|e-?mail|friends))*",
    r"(?:tweet|e-?mail|print|save|copy link|pin it|like this|follow us|listen)(?: (?:this|to))?(?: (?:page|article|story))?",
    r"(?:facebook|twitter|linkedin|whatsapp|messenger|reddit|pinterest|instagram|youtube)"
    r"(?: (?:facebook|twitter|linkedin|whatsapp|messenger|reddit|pinterest|instagram|youtube))*",
    r"advertisement|advert|(?:sponsored|promoted)(?: content)?|article continues below.*",
    r"skip to (?:main )?content|back to (?:the )?top|top of page|(?:go )?back|forward|next|previous|home|menu|search|close",
    r"(?:add|leave|post|write) (?:your |a )?(?:comment|reply)s?|be the first to comment",
    r"comments? (?:are |is )?(?:closed|off|disabled)|(?:jump|go) to comments|no comments(?: yet)?|there are no comments.*",
    r"(?:view|show|read|load) (?:all |more )*(?:\d+ )?comments?",
    r"(?:view|see) (?:all|more)(?: (?:news|stories|articles|posts|events|videos))?",
    r"(?:more|read more|continue reading|find out more|learn more)(?: [\w'-]{1,20}){0,6}\s*[>»→…]",
    r"read more|continue reading",
    r"(?:sign up|subscribe)(?: (?:to|for)(?: our| the)?(?: [\w'-]{1,20}){0,3}? (?:newsletters?|e-?mails?|alerts|updates))?",
    r"(?:accept|reject|manage)(?: all)? cookies|cookie settings|.{0,60}\[email\s*protected\]",
    r"have you got a story to tell\?.*|tell us what you think\b.*|what do you think\?.{0,80}\bcomments?\b.*",
    r"(?:was|is) this (?:page|article|information) (?:useful|helpful)\?.*|report a problem with this page",
)

# From the first short line of these words on, all the rest is dropped, once enough of an article has come before.
ENDINGS = _whole_line(
    r"(?:\d+ )?(?:reader |readers['’] |your |latest |recent )?comments?(?:\s*\(\d+\))?|(?:\d+ )?(?:responses?|replies) to\b.*",
    r"(?:add|leave|post) (?:your |a )?(?:comment|reply)s?|(?:have your say|join the (?:conversation|discussion|debate))(?: below)?",
    r"(?:related|similar|recommended|suggested)(?: (?:news|stories|story|articles?|posts?|content|reading|coverage))+|related",
    r"(?:more|other|further|all|latest|recent|top|today['’]?s(?: top)?|popular|featured|trending)(?: [\w'’]+)?"
    r" (?:news|stories|headlines|articles|posts|videos|jobs)(?: (?:on|from|in|about|by|like) .{1,60})?",
    r"latest (?:[\w'’]+ ){0,3}news|more (?:on this(?: story)?|from .{1,40}|like this)",
    r"most (?:read|popular|viewed|shared)(?: .{1,20})?|you (?:may|might) (?:also )?(?:like|be interested in)\b.*",
    r"read (?:this )?(?:next|also)|(?:up|coming up) next|don['’]t miss|(?:[\w'’]+ ){0,2}events? calendar",
    r"upcoming events|related topics?|topics|tags",
    r"dear readers?,?|(?:please )?support (?:us|our (?:work|journalism|campaign\w*|appeal))\b.{0,80}",
    r"(?:please )?donate(?: (?:now|today|here|to)\b.*)?|if you (?:like|enjoy|valued?) our (?:content|work|journalism)\b.*",
    r"about the author|share this (?:article|story|page|post)|more videos|editor['’]?s (?:comment|picks?|choice)|last word",
    r"(?:sign up|subscribe) (?:to|for) .{0,60}(?:newsletter|e-?mail|bulletin|alert)s?.{0,40}",
    r"©.*|copyright (?:©|\(c\)|\d{4}).*|all rights reserved.*",
)

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
        if length >= ENOUGH_BEFORE_AN_ENDING and is_ending(line.text):
            break
        if is_furniture(line.text):
            continue
        kept.append(line._replace(opens=opens))
        length += len(line.text)
        opens = False
    while kept and kept[-1].heading:
        kept.pop()
    return kept


def is_furniture(line: str) -> bool:
    """Whether a line is furniture by its words alone."""
    return len(line) <= LONGEST_LONE_LINE and bool(LONE_LINES.fullmatch(line) or CALENDAR_ROW.fullmatch(line))


def is_ending(line: str) -> bool:
    """Whether an article ends before this line."""
    return len(line) <= LONGEST_LONE_LINE and bool(ENDINGS.fullmatch(line))
