"""Strategic change: mergers, takeovers and rebuilding in difficulty."""

from __future__ import annotations

from nlp.kinds.concern.wording import FAR, wordings

CHANGE = (r"(?:mergers?|takeover|take-over|acquisition|union|reconfiguration|centralisation|new hospital|rebuild|redevelopment|"
          r"business case|"
          r"plans? to merge|transaction|opening|hospital move|joint venture|plans? for (?:a|the) (?:\w+ ){0,2}?(?:trust|"
     r"hospital|merger|group|rebuild|unit)|single trust|rebuilding|integration|demerger|tie-up|"
           r"dissolution|outline business case|full business case|hospital programme|replacement hospital|group model)")
STALLED = (r"(?:on (?:hold|ice)|paused|in limbo|deadlock(?:ed)?|in the balance|halted|unaffordable|years? late|months? late|"
     r"behind schedule|"
           r"run(?:ning)? late|foundered|unravelled|cannot agree|no (?:money|funding)|lost (?:its|the) funding|derailed|held up|"
           r"pushed back|mothballed|axed|ditched|vetoed|thrown out|called off|collapse[ds]?|abandoned|blocked|dropped|"
     r"scrapped|stalled|delayed|put back|postponed|shelved|"
           r"rejected|refused|returned|fallen through|fell through|"
           r"turned down|not ready|over budget|in (?:ruins|doubt|difficulty|jeopardy)|slipped|gone back|walked away|pulled out|"
           r"withdrew)")

WORDINGS = wordings(
    "strategic_change", 0.55,
    ("merge|takeover|take-over|acqui|union|reconfig|central|new hospital|rebuild|redevelop|business case|transaction|opening|"
     "joint venture|plan to|plans to|plan for|plans for|single trust|integration|demerger|tie-up|dissolution|hospital|"
     "replacement|group model|outline|full", rf"\b{CHANGE}\b{FAR}\b{STALLED}\b"),
    ("walked|pulled|withdr|call", r"\b(?:walked away|pulled out|withdrew|withdrawn|calling off|called "
     r"off)\b[^.;\n]{0,50}?\b(?:mergers?|takeover|acquisition|deal|bid|bidder|partnership)\b|"
     r"\b(?:deal|bid|bidder|partnership)\b[^.;\n]{0,50}?\b(?:walked away|pulled out|withdrew)\b"),
    ("sustainable|viable|unsustainable|unviable", r"\b(?:not|neither|no longer) (?:\w+ ){0,4}?(?:sustainable|viable)\b|"
     r"\b(?:unsustainable|unviable)\b"),
    ("judicial|high court|reconfiguration panel", r"\bjudicial review\b|\bHigh Court\b[^.;\n]{0,60}\b(?:stroke|A&E|reconfig|"
     r"plans?|clos|maternity)"),
    ("collapse|fail|loss", r"\b(?:collapse|failure|loss) of (?:the|its|a) (?:[\w-]+ ){0,4}?(?:merger|contract|takeover|deal)\b"),
    ("cannot|could|can", r"\b(?:cannot|could not|can[’']t) (?:carry on|continue|survive) (?:\w+ ){0,3}?(?:as a separate|alone|"
     r"on its own|in its current|as an independent)\b"),
)
