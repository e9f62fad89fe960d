"""A small store of every sort of passage, and a search of it that looks at each one by itself. EVERYTHING SAID IS INVENTED."""

from __future__ import annotations

from collections import Counter

from corpora.organisations import Register
from corpora.schema import Document, Evidence, Passage, Reading, Segment
from corpora.store import Store
from corpora.store.scope import SearchScope
from tests.conftest import make_document, make_evidence

ORGS = ("RX1", "RDU", "RXC", "RV5")
WORDS = ("waits", "staffing", "deficit")
REGISTER = Register.load()


def fill(store: Store) -> None:
    """Two dozen documents of three passages, their organisations, evidence, dates and sources taken in turn."""
    for number in range(24):
        store_document(store, number)
    store.add_segments([
        Segment(org="RX1", framework="SOF", segment=3, period="a", valid_from="2020-04-01", valid_to="2021-03-31", source="one"),
        Segment(org="RX1", framework="SOF", segment=4, period="b", valid_from="2021-04-01", source="one"),
        Segment(org="RX1", framework="NOF", segment=2, period="c", valid_from="2022-07-01", valid_to="2022-07", source="one"),
        Segment(org="RDU", framework="SOF", segment=4, period="a", valid_from="2020", valid_to="2020", source="one"),
        Segment(org="RV5", framework="NOF", segment=4, period="a", valid_from="2021-09-16", source="two")])


def store_document(store: Store, number: int, *, turn: int = 0) -> None:
    """One document and its reading; another ``turn``, and it says something else."""
    told = number + 5 * turn
    quotes = [f"Claim {place} of {number}: {WORDS[(told + place) % 3]} {WORDS[(told // 2) % 3]}." for place in range(3)]
    document = make_document(
        "\n\n".join(quotes), document_id=f"d{number}", title="Invented" if told % 2 else "Invented deficit",
        published=(None, "2020-06-10", "2021", "2021-09", "2021-09-15", "2021-09-30", "2022-07-31")[told % 7],
        source=("news", "papers", None)[told % 3], publisher=("The Gazette", None)[told % 2],
        doc_type=("news", "board_paper", "regulator")[told % 3])
    store.add_document(document)
    evidence, passages, place = list[Evidence](), [], 0
    for which, quote in enumerate(quotes):
        org = (*ORGS, None)[(told + which) % 5]
        if (told + which) % 3:
            evidence.append(make_evidence(
                document, quote, kind=("concern", "rating")[(told + which) % 2], subtype=("finance", "overall")[told % 2], org=org,
                value=which, status=("current", "ended", "negated")[(told * which) % 3]))
        # A piece of evidence that two passages quote from: the last passage begins in the middle of what the one before says.
        start = place if which < 2 else place - 8
        passages.append(Passage(start=start, end=place + len(quote), orgs=tuple(sorted({
            *([org] if org else []), *([ORGS[told % 4]] if told % 2 else [])}))))
        place += len(quote) + 2
    store.save_reading(Reading(document_id=document.id, reader="by-hand", evidence=tuple(evidence), passages=tuple(passages)))


def passages(store: Store) -> list[tuple[int, Document, int, int, frozenset[str]]]:
    """Every passage: id, document, start, end, organisations."""
    rows = store.db.execute("SELECT id, document_id FROM passages ORDER BY id").fetchall()
    found = []
    for passage_id, document_id in rows:
        hit = store.passage_hit(passage_id, score=1, found_by=("words",))
        document = store.document(document_id)
        assert document is not None
        found.append((passage_id, document, hit.start, hit.end, frozenset(hit.orgs)))
    return found


def by_looking(store: Store, scope: SearchScope, word: str | None = None) -> list[int]:
    """The passages of a scope, told from the records alone."""
    return [passage_id for passage_id, document, start, end, orgs in passages(store)
            if (word is None or word in f"{document.title} {document.text[start:end]}".lower())
            and _filed(document, scope) and _about(store, document, start, end, orgs, scope)]


def counted_by_looking(store: Store, ids: list[int]) -> dict[str, dict[str, int]]:
    """The facets of passages, told from the records alone."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (
        "orgs", "kinds", "statuses", "sources", "publishers", "doc_types", "years", "regions", "sectors")}
    for passage_id, document, start, end, orgs in passages(store):
        if passage_id not in ids:
            continue
        quoted = _quoted(store, document, start, end)
        counts["orgs"].update(orgs)
        counts["kinds"].update({one.kind for one in quoted})
        counts["statuses"].update({one.status for one in quoted})
        counts["sources"].update(filter(None, [document.source]))
        counts["publishers"].update(filter(None, [document.publisher]))
        counts["doc_types"].update([document.doc_type])
        counts["years"].update([document.published_on[:4]] if document.published_on else [])
        counts["regions"].update({REGISTER.by_code[code].region for code in orgs})
        counts["sectors"].update({REGISTER.by_code[code].sector for code in orgs})
    return {name: dict(counter) for name, counter in counts.items()}


def _filed(document: Document, scope: SearchScope) -> bool:
    days = _days(document.published_on)
    return ((not scope.sources or document.source in scope.sources)
            and scope.publisher in (None, document.publisher) and scope.doc_type in (None, document.doc_type)
            and (scope.since is None or (days is not None and days[0] >= (_days(scope.since) or days)[0]))
            and (scope.until is None or (days is not None and days[1] <= (_days(scope.until) or days)[1])))


def _about(store: Store, document: Document, start: int, end: int, orgs: frozenset[str], scope: SearchScope) -> bool:
    subjects: set[str | None] = set(orgs)
    if scope.kind or scope.subtype or scope.status:
        quoted = [one for one in _quoted(store, document, start, end) if scope.kind in (None, one.kind)
                  and scope.subtype in (None, one.subtype) and scope.status in (None, one.status)]
        if not quoted:
            return False
        subjects = {one.org for one in quoted}
    if not (scope.orgs or scope.region or scope.sector or scope.segment or scope.framework):
        return True
    return any(code and (not scope.orgs or code in scope.orgs)
               and scope.region in (None, REGISTER.by_code[code].region) and scope.sector in (None, REGISTER.by_code[code].sector)
               and (not (scope.segment or scope.framework) or _stood(store, code, document, scope)) for code in subjects)


def _quoted(store: Store, document: Document, start: int, end: int) -> list[Evidence]:
    return [cited.evidence for cited in store.evidence(document_id=document.id)
            if cited.evidence.start < end and cited.evidence.end > start]


def _stood(store: Store, code: str, document: Document, scope: SearchScope) -> bool:
    days = _days(document.published_on)
    decisions = sorted(store.segments(orgs=(code,)), key=lambda one: one.valid_from)
    for place, one in enumerate(decisions):
        if scope.segment not in (None, one.segment) or scope.framework not in (None, one.framework) or days is None:
            continue
        first = (_days(one.valid_from) or days)[0]
        last = (_days(one.valid_to) or days)[1] if one.valid_to else "9999"
        if not one.valid_to and place + 1 < len(decisions):
            nexts = (_days(decisions[place + 1].valid_from) or days)[0]
            if days[1] >= nexts:
                continue
        if first <= days[0] and days[1] <= last:
            return True
    return False


def _days(date: str | None) -> tuple[str, str] | None:
    """The first and the last day that it can mean; only dates of these tests."""
    if date is None:
        return None
    last = {4: "-12-31", 7: "-30" if date.endswith(("04", "06", "09", "11")) else "-31", 10: ""}[len(date)]
    return {4: f"{date}-01-01", 7: f"{date}-01", 10: date}[len(date)], date + last
