"""How well search answers: BM25 alone, vectors alone and what search makes of both, side by side on a judged set.

    python -m bench.relevance                  # the tables
    python -m bench.relevance --write          # docs/search-relevance.md too
    python -m bench.relevance --queries        # each query too
    python -m bench.relevance --unjudged       # passages among the first ten that nobody judged, to be read and judged
    python -m bench.relevance --read-again     # reads the collection anew, by the whole reader (tests/search/readings.csv)

The set, and how it was judged, is described in tests/search/README.md. Half of the queries serve for tuning; the figure to be
quoted is that of the other half, which is looked at only to report it.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.relevance_report import each_query, report
from bench.relevance_systems import SYSTEMS, Collection, Result, evaluate
from corpora.store import Store
from nlp.embed import Embedder
from nlp.pipeline import Pipeline
from tests.search.collection import fill_store, read_again, read_collection
from tests.search.judged import Grades, Span, read_judgements, read_queries, stale, text_hash

DOCS = Path(__file__).parent.parent / "docs" / "search-relevance.md"


@contextmanager
def open_collection() -> Iterator[Collection]:
    """The collection in a store of its own, in a temporary folder.

    Raises:
        SystemExit: the packaged embedding model is missing, or a judged text is not what was judged.
    """
    embedder = Embedder.load()
    if embedder is None:
        raise SystemExit("The packaged embedding model is missing; nlp/model/README.md says where it comes from.")
    changed = stale(read_judgements(), read_collection())
    if changed:
        raise SystemExit(f"{len(changed)} judged passages are not what was judged, the first in {changed[0].span.document}: "
                         "read and judge them again (tests/search/README.md).")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.db"
        fill_store(path, embedder)
        with Store(path, read_only=True) as store:
            yield Collection.of(store, embedder)


def evaluate_all(collection: Collection) -> dict[str, list[Result]]:
    """Every query asked of every system, by the system's name."""
    queries, grades = read_queries(), Grades(read_judgements(), collection.spans.values())
    return {name: evaluate(system, collection, queries, grades) for name, system in SYSTEMS.items()}


def print_unjudged(results: dict[str, Sequence[Result]]) -> None:
    """What must be judged, each query's passages in no order and without the system that found them."""
    texts = {document.id: document for document in read_collection()}
    found: dict[str, set[Span]] = {}
    for one in (result for of_system in results.values() for result in of_system):
        found.setdefault(one.query.id, set()).update(one.unjudged)
    for query in read_queries():
        spans = sorted(found[query.id], key=lambda span: (span.document, span.start))
        random.Random(query.id).shuffle(spans)
        for span in spans:
            document = texts[span.document]
            text = document.text[span.start:span.end]
            print(f"{query.id}: {query.query}\n  wants: {query.need}\n  {document.title} | {' '.join(text.split())}\n"
                  f"  {query.id},GRADE,{span.document},{span.start},{span.end},{text_hash(text)}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write docs/search-relevance.md")
    parser.add_argument("--queries", action="store_true", help="print each query's figures")
    parser.add_argument("--unjudged", action="store_true", help="print what was found and never judged")
    parser.add_argument("--read-again", action="store_true", help="read the collection anew before")
    arguments = parser.parse_args()
    if arguments.read_again:
        read_again(Pipeline.load(embed=False))
    with open_collection() as collection:
        results = evaluate_all(collection)
        passages = len(collection.spans)
    if arguments.unjudged:
        print_unjudged(dict(results))
        return
    text = report(results, passages=passages, judgements=len(read_judgements()))
    print(text)
    if arguments.queries:
        print(each_query(results))
    if arguments.write:
        DOCS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
