"""How long searches take, on one core: words alone and with meaning, with an organisation and without.

    python -m bench.stores stores/1m.db --passages 1000000
    python -m bench.search_speed stores/1m.db [--queries 300] [--bare] [--facets]

A fixed set of queries: one to four words each, from the commonest to rare ones (their rank is drawn evenly on a logarithmic
scale), a quoted phrase or a word to leave out in one of ten; with an organisation of the register each. What is timed is
``api.search.answer``, twenty hits with their citations, as a server asks it: the store and the vectors are open already, and
the query is embedded within the time. ``--bare`` times the store's word search by itself, ``--facets`` the facets.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from api.query import parse_query
from api.ranking import DEPTH
from api.search import answer
from api.vectors import KeptVectors
from bench.invented_words import LITTLE, vocabulary
from bench.one_core import on_one_core
from corpora.organisations import Register
from corpora.store import Store
from corpora.store.scope import EVERYTHING, SearchScope
from nlp.embed import Embedder
from nlp.layers import LowerLayers, packaged_folder

RAREST = 20_000
GOALS = {("words", True): 15, ("hybrid", True): 60, ("words", False): 80, ("hybrid", False): 150}
"""Milliseconds that the 95th of a hundred searches may take at a million passages; True: with an organisation."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the organisation that it is asked about."""

    words: str
    scope: SearchScope


def queries(count: int, seed: int = 11) -> list[Asked]:
    """The fixed set."""
    draw = random.Random(seed)
    words = vocabulary()[len(LITTLE):]
    codes = sorted(organisation.code for organisation in Register.load() if organisation.kind == "trust")
    asked = []
    for number in range(count):
        terms = [words[int(math.exp(draw.uniform(0, math.log(RAREST)))) - 1] for _ in range(draw.choice((1, 2, 2, 3, 3, 4)))]
        if number % 20 == 7 and len(terms) > 1:
            terms = [f'"{terms[0]} {terms[1]}"', *terms[2:]]
        if number % 20 == 13 and len(terms) > 1:
            terms[-1] = f"-{terms[-1]}"
        asked.append(Asked(" ".join(terms), SearchScope(orgs=(draw.choice(codes),))))
    return asked


def times(work: Callable[[Asked], object], asked: list[Asked], clock: Callable[[], float]) -> list[float]:
    """Milliseconds that each takes, after the first twenty have been asked once."""
    for one in asked[:20]:
        work(one)
    taken = []
    for one in asked:
        began = clock()
        work(one)
        taken.append((clock() - began) * 1e3)
    return taken


def say(name: str, taken: list[float], goal: float | None = None) -> None:
    """One line of the table."""
    cuts = statistics.quantiles(taken, n=100)
    reached = "" if goal is None else f"   goal p95 {goal} ms: {'reached' if cuts[94] <= goal else 'not reached'}"
    print(f"{name:44} p50 {cuts[49]:8.1f} ms   p95 {cuts[94]:8.1f} ms   longest {max(taken):8.1f} ms{reached}", flush=True)


def main() -> None:
    """Ask, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--facets", action="store_true")
    parser.add_argument("--cpu", action="store_true", help="processor time, for a machine that others are using too")
    given = parser.parse_args()
    on_one_core()
    clock = time.process_time if given.cpu else time.perf_counter
    embedder = Embedder(packaged_folder(), LowerLayers(packaged_folder(), threads=1), threads=1)
    asked, kept = queries(given.queries), KeptVectors(given.path)
    with Store(given.path, read_only=True) as store:
        print(f"{store.next_passage_id() - 1:,} passages, {kept.get().count:,} vectors, {len(asked)} queries")
        for one_org in (True, False):
            for way in ("words", "hybrid"):
                def answered(one: Asked, one_org: bool = one_org, way: str = way) -> object:
                    return answer(store, one.words, embedder=embedder if way == "hybrid" else None, vectors=kept.get,
                                  scope=one.scope if one_org else EVERYTHING)
                say(f"{way}, {'one organisation' if one_org else 'all organisations'}", times(answered, asked, clock),
                    GOALS[way, one_org])
            if given.bare:
                def bare(one: Asked, one_org: bool = one_org) -> object:
                    expression = parse_query(one.words).all_words
                    return expression and store.passages_by_words(
                        expression, scope=one.scope if one_org else EVERYTHING, limit=DEPTH)
                say("  the store's search of all words", times(bare, asked, clock))
            if given.facets:
                def facets(one: Asked, one_org: bool = one_org) -> object:
                    return store.facets(match=parse_query(one.words).all_words, scope=one.scope if one_org else EVERYTHING)
                say("  facets", times(facets, asked, clock))
        if given.bare:
            say("  embedding the query", times(lambda one: embedder.embed([one.words]), asked, clock))
    kept.close()


if __name__ == "__main__":
    main()
