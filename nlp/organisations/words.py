"""Words as names are compared by: capitals, apostrophes, "&", "St" and line-end hyphens made alike on both sides."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*(?:[-\u00ad\u2010]\n\s*[a-z]+)?|&")
BROKEN = re.compile(r"[-\u00ad\u2010]\n\s*")
APOSTROPHE = re.compile(r"['’ʼ`]")
GAP = re.compile(r",?[ \t\xa0]*\n?[ \t\xa0]*(?:[-\u2010\u2011–/]\n?)?[ \t\xa0]*")
"""What may stand between two words of one name: white space, one line break, a hyphen, a comma."""
SAME = {"&": "and", "st": "saint", "sainte": "saint", "hosp": "hospital", "hosps": "hospitals", "univ": "university",
        "fdn": "foundation", "notts": "nottinghamshire", "lincs": "lincolnshire", "lancs": "lancashire", "staffs": "staffordshire",
        "herts": "hertfordshire", "cambs": "cambridgeshire", "northants": "northamptonshire", "worcs": "worcestershire",
        "glos": "gloucestershire", "bucks": "buckinghamshire", "berks": "berkshire", "hants": "hampshire", "wilts": "wiltshire",
        "leics": "leicestershire", "beds": "bedfordshire", "derbys": "derbyshire", "yorks": "yorkshire", "oxon": "oxfordshire"}


def listed(words: str) -> frozenset[str]:
    """The words of a list written out between spaces."""
    return frozenset(words.split())


def words_of(text: str) -> list[str]:
    """The words of a name, as compared."""
    return [compared(match.group()) for match in WORD.finditer(text)]


def compared(word: str) -> str:
    """One word, in the form that equal words share."""
    if not word.isalnum():
        whole = BROKEN.sub("", word)
        word = APOSTROPHE.sub("", whole)
        if word != whole:  # "York's" is no "Yorks"
            return word.lower()
    word = word.lower()
    return SAME.get(word, word)


def without_possessive(word: str) -> str | None:
    """``Yeovil’s`` as ``yeovil``: the word without a possessive ending, where it has one."""
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’ʼ`":
        return compared(word[:-2])
    return None
