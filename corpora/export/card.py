"""The card of a corpus: what it is, what is in it, what it cannot say, how to cite and rebuild it."""

from __future__ import annotations

import re
import shlex

from corpora.export.records import CorpusManifest
from corpora.licences import LONGEST_QUOTE

MOST_ROWS = 40
MARKDOWN = re.compile(r"[\\`*_{}\[\]|~]")
HEADINGS = {"kind": "Evidence by kind", "status": "Evidence by status", "org": "Evidence by organisation (ODS code)",
            "doc_type": "Documents by type", "publisher": "Documents by publisher", "year": "Documents by year of publication",
            "licence": "Documents by licence"}


def write_card(manifest: CorpusManifest) -> str:
    """The card as Markdown."""
    return "\n\n".join(part for part in (
        f"# {manifest.name}",
        f"A corpus of soft intelligence on NHS trusts in England: {_documents(manifest.documents)} and "
        f"{_pieces(manifest.evidence)} quoted from them, built with softintel {manifest.softintel}.",
        "## Selection", _selection(manifest),
        "## Files", _files(manifest),
        "`evidence.document_id` is `documents.id`; `start` and `end` count Unicode code points of the document's text, and "
        "`text[start:end]` is the quote. `text_length` and `text_sha256` (of the text in UTF-8) tell whether a text fetched again "
        "is the same. Documents with the same `copy_cluster` are copies of one text (found by `softintel read`): keep them on one "
        "side of a split. Dates are ISO 8601, in part where only a part is known.",
        *(part for name, heading in HEADINGS.items() if manifest.counts.get(name)
          for part in (f"## {heading}", _table(manifest.counts[name]))),
        "## Licences", _licences(manifest),
        "## Known limits", LIMITS.format(readers=", ".join(f"`{reader}`" for reader in manifest.readers) or "none"),
        "## How to cite", f"> {_citation(manifest)}",
        "## How to rebuild", "On the same database, with the same version of softintel, this gives the same bytes:",
        f"```\n{_command(manifest)}\n```",
        "From nothing: crawl or add the documents at the addresses in `documents`, run `softintel read`, then the same command. "
        "Compare `text_sha256` to see which pages have changed since.") if part) + "\n"


LIMITS = """- Evidence is read by machine (reader: {readers}); `confidence` orders it and is no probability. Check the quote.
- What is absent was perhaps not gathered: the documents are a selection of what is published, not a census, and press coverage
  is denser for large and failing trusts.
- `status` is that at the document's date. `negated` and `planned` evidence says that something is not, or not yet, so.
- The publication date has a method and a reliability; below 0.5 it may be wrong by months.
- Segment numbers are never to be compared across frameworks."""


def _documents(number: int) -> str:
    return f"{number:,} document{'' if number == 1 else 's'}"


def _pieces(number: int) -> str:
    return f"{number:,} piece{'' if number == 1 else 's'} of evidence"


def _selection(manifest: CorpusManifest) -> str:
    chosen = manifest.selection
    lines = [f"- {what}: {', '.join(values)}" for what, values in (
        ("organisations", chosen.orgs), ("kinds of evidence", chosen.kinds), ("types of document", chosen.doc_types)) if values]
    if chosen.orgs and chosen.predecessors:
        lines.append("- the organisations that these took over from are included")
    lines += [f"- published {word} {date}" for word, date in (("since", chosen.since), ("until", chosen.until)) if date]
    return "\n".join(lines) or "Everything in the database."


def _files(manifest: CorpusManifest) -> str:
    rows = [f"| `{name}` | {file.rows or 0:,} | {file.bytes:,} | `{file.sha256}` |" for name, file in manifest.files.items()]
    return "\n".join(["| file | rows | bytes | SHA-256 |", "| --- | ---: | ---: | --- |", *rows])


def _table(counts: dict[str, int]) -> str:
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"| {_cell(name)} | {count:,} |" for name, count in rows[:MOST_ROWS]]
    rest = rows[MOST_ROWS:]
    if rest:
        shown.append(f"| {len(rest):,} others | {sum(count for _, count in rest):,} |")
    return "\n".join(["| | |", "| --- | ---: |", *shown])


def _cell(name: str) -> str:
    """A publisher's or licence's name as plain words in Markdown: it came from a page, and may be neither link nor picture."""
    plain = "".join(character if character.isprintable() else " " for character in name)
    return MARKDOWN.sub(r"\\\g<0>", plain.replace("&", "&amp;").replace("<", "&lt;"))


def _licences(manifest: CorpusManifest) -> str:
    withheld = manifest.documents - manifest.full_texts
    lines = [f"The full text of {_documents(manifest.full_texts)} is included: the licence that each states allows it "
             "(column `licence`; keep the attribution to `publisher` and `url`)."]
    if withheld:
        lines.append(f"Of {_documents(withheld)} there are metadata, offsets and quotes of at most {LONGEST_QUOTE} characters: "
                     "their publishers state no licence that allows more. Read them at their `url`.")
    if any(name.startswith("OGL") for name in manifest.counts.get("licence", {})):
        lines.append("Contains public sector information licensed under the Open Government Licence.")
    return "\n\n".join(lines)


def _citation(manifest: CorpusManifest) -> str:
    years = [year for year in manifest.counts.get("year", {}) if year.isdigit()]
    span = f", published {years[0]} to {years[-1]}" if years else ""
    first = next((f"; {name} SHA-256 {file.sha256}" for name, file in manifest.files.items()), "")
    return (f"{_cell(manifest.name)}: {_documents(manifest.documents)}{span}; {_pieces(manifest.evidence)}. "
            f"Built with softintel {manifest.softintel}{first}.")


def _command(manifest: CorpusManifest) -> str:
    chosen = manifest.selection
    words = ["softintel", "corpus", manifest.name, "--out", "DIR"]
    for option, values in (("--org", chosen.orgs), ("--kind", chosen.kinds), ("--doc-type", chosen.doc_types)):
        for value in values:
            words += [option, value]
    if chosen.predecessors:
        words.append("--predecessors")
    for option, date in (("--since", chosen.since), ("--until", chosen.until)):
        if date:
            words += [option, date]
    endings = dict.fromkeys(name.rpartition(".")[2] for name, file in manifest.files.items() if file.rows is not None)
    for ending in endings:
        words += ["--format", ending]
    return shlex.join(words)
