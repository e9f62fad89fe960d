"""What might be asked instead of a search: offered, never done."""

from __future__ import annotations

from collections.abc import Iterator

from api.asking import Asked
from api.found import Offer
from api.named import organisations_named
from api.query import plain
from api.synonyms import typed_words, widenings

FEW = 10
"""Passages that hold the words: with fewer, other words are offered."""


def offers(asked: Asked, *, held: int) -> Iterator[Offer]:
    """Only about the trust that the query names; with words that say the same, where few passages were found.

    Args:
        held: how many passages hold all the words.
    """
    if not asked.filters.org:
        yield from _organisations(asked)
    if held < FEW and not asked.filters.expand:
        wide = widenings(asked.query)
        if wide:
            others = "; ".join(f"{_list(one.to)} for “{typed_words(asked.query, one)}”" for one in wide)
            yield Offer(kind="synonyms", text=f"Also look for other words that say the same: {others}?", q=asked.filters.q,
                             expand=True)


def _organisations(asked: Asked) -> Iterator[Offer]:
    text = plain(asked.filters.q)
    named = organisations_named(text)
    if named is None:
        return
    rest = " ".join(f"{text[:named.start]} {text[named.end:]}".split()) or text
    for organisation in named.organisations:
        closed = f", closed in {organisation.closed[:4]}" if organisation.closed else ""
        yield Offer(kind="organisation", text=f"Only about {organisation.name} ({organisation.code}{closed})?", q=rest,
                         org=organisation.code, expand=asked.filters.expand)


def _list(words: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]
