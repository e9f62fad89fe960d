"""The words that decide whether a claim holds: cues as data, in the manner of the ConText algorithm.

A cue's words are a small pattern language. Words are separated by spaces; ``a|b`` is one of several words; ``[a|b]`` may be left
out; ``{3}`` stands for up to three words of any kind; ``<be>`` for a class of words (``CLASSES``), also among alternatives. The
first part must not be left out. Apostrophes are straight.
"""

from __future__ import annotations

from nlp.cues.boundaries import PLUGS, PSEUDO, STOPS
from nlp.cues.cue import CLASSES, Cue, Direction, Effect, Nature
from nlp.cues.endings import ENDED
from nlp.cues.negation import NEGATED
from nlp.cues.prospects import PLANNED
from nlp.cues.standing import HOLDS, NO_FACT

CUES: tuple[Cue, ...] = (*STOPS, *PSEUDO, *NEGATED, *ENDED, *PLANNED, *HOLDS, *NO_FACT, *PLUGS)

__all__ = ["CLASSES", "CUES", "Cue", "Direction", "Effect", "Nature"]
