"""The table of mistakes: what people give to each command that cannot be used, and what the one line must say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """A call that cannot succeed. ``DEMO`` among the arguments stands for a filled database."""

    arguments: tuple[str, ...]
    named: str
    """The input, as the message must name it."""
    wrong: str
    """What is wrong with it, in words that the message must have."""
    environment: tuple[tuple[str, str], ...] = ()

    @property
    def command(self) -> str:
        """The subcommand; empty where there is none."""
        words = self.arguments[2:] if self.arguments[0] == "--db" else self.arguments
        return words[0] if words and not words[0].startswith("-") else ""


def _mistake(line: str, named: str, wrong: str, **environment: str) -> Mistake:
    arguments = tuple(word.replace("+", " ") for word in line.split())
    return Mistake(arguments, named, wrong, tuple(environment.items()))


DEMO = "--db DEMO"
UNUSABLE = {
    "folder": "unable to open", "good.txt/x.db": "does not exist", "nowhere/x.db": "does not exist",
    "note.db": "not a database", "other.db": "another program"}
"""Databases that no command can use; what is wrong with them when they are to be written."""

WRITING = {"add": "add good.txt", "read": "read", "segments": "segments", "crawl": "crawl --sources local.csv"}
ASKING = {"alerts": "alerts", "corpus": "corpus demo --out out", "search": "search words", "serve": "serve --port 0"}

MISTAKES = (
    # No command, and no such command
    _mistake("raed", "raed", "No such command"),
    _mistake("--databse x.db read", "--databse", "No such option"),
    _mistake("read --db x.db", "--db", "before the command"),
    _mistake("--db", "--db", "requires an argument"),
    # add
    _mistake("add missing.txt", "missing.txt", "no such file"),
    _mistake("add good.txt page.pdf", "page.pdf", "an HTML page"),
    _mistake("add cut.pdf", "cut.pdf", "broken"),
    _mistake("add good.txt empty.txt", "empty.txt", "empty"),
    _mistake("add good.txt bad.jsonl", "bad.jsonl, line 2", "not valid JSON"),
    _mistake("add list.jsonl", "list.jsonl, line 1", "not a JSON object"),
    _mistake("add image.png", "image.png", "a picture"),
    _mistake("add book.xlsx", "book.xlsx", "the spreadsheet is broken"),
    _mistake("add", "PATH", "Missing argument"),
    # alerts
    _mistake(f"{DEMO} alerts --org ZZZ", "'ZZZ'", "not the ODS code"),
    _mistake(f"{DEMO} alerts RX1", "RX1", "unexpected"),
    # corpus
    _mistake(f"{DEMO} corpus demo --out out --org ZZZ", "'ZZZ'", "not the ODS code"),
    _mistake(f"{DEMO} corpus demo --out out --kind gossip", "'gossip'", "not a kind of evidence"),
    _mistake(f"{DEMO} corpus demo --out out --since soon", "--since: soon", "no date"),
    _mistake(f"{DEMO} corpus demo --out out --until 2024-02-30", "--until: 2024-02-30", "no date"),
    _mistake(f"{DEMO} corpus demo --out out --format pdf", "'pdf'", "not a corpus format"),
    _mistake(f"{DEMO} corpus demo --out out --doc-type blog", "'blog'", "--doc-type"),
    _mistake(f"{DEMO} corpus ../demo --out out", "'../demo'", "letters, digits"),
    _mistake(f"{DEMO} corpus demo --out nowhere/out", "nowhere/out", "does not exist"),
    _mistake(f"{DEMO} corpus demo --out good.txt", "good.txt", "not a folder"),
    _mistake(f"{DEMO} corpus demo --out folder", "folder", "not empty"),
    _mistake(f"{DEMO} corpus demo", "--out", "Missing option"),
    # crawl
    _mistake("crawl nhs-englnd", "nhs-englnd", "no such source"),
    _mistake("crawl", "SOFTINTEL_CONTACT", "no contact is set"),
    _mistake("crawl --retry --again", "--retry and --again", "give one of them"),
    _mistake("crawl", "SOFTINTEL_CONTACT 'me'", "neither an e-mail nor a web address", SOFTINTEL_CONTACT="me"),
    _mistake("crawl --sources missing.csv", "missing.csv", "cannot be read"),
    _mistake("crawl --sources folder", "folder", "cannot be read"),
    _mistake("crawl --sources no-row.csv", "no-row.csv", "no sources"),
    _mistake("crawl --sources bad-row.csv", "bad-row.csv, line 2", "delay_seconds"),
    # demo
    _mistake("demo --port 70000", "70000", "--port"),
    _mistake("demo --no-serve --database folder", "folder", "unable to open"),
    _mistake("demo --no-serve --database nowhere/x.db", "nowhere", "does not exist"),
    _mistake("demo --no-serve --database note.db", "note.db", "not a database"),
    _mistake("--db other.db demo --no-serve", "other.db", "another program"),
    # doctor: what is wrong with a store is its finding; only what is no option is a mistake
    _mistake("doctor --fix", "--fix", "No such option"),
    # extract
    _mistake("extract missing.jsonl", "missing.jsonl", "No such file"),
    _mistake("extract folder", "folder", "Is a directory"),
    _mistake("extract empty.jsonl", "empty.jsonl", "no documents"),
    _mistake("extract page.pdf", "page.pdf, line 1", "not valid JSON"),
    _mistake("extract list.jsonl", "list.jsonl, line 1", "not a JSON object"),
    _mistake("extract -", "stdin", "no documents"),
    _mistake("extract latin.jsonl", "latin.jsonl", "UTF-8"),
    # read
    _mistake("read everything", "everything", "unexpected"),
    _mistake("--db missing.db read", "missing.db", "no such database"),
    # explain
    _mistake("explain", "EVIDENCE_ID", "Missing argument"),
    _mistake("--db missing.db explain 0123456789abcdef", "missing.db", "no such database"),
    # score
    _mistake("score missing.jsonl", "missing.jsonl", "No such file"),
    _mistake("score folder", "folder", "Is a directory"),
    _mistake("score empty.jsonl", "empty.jsonl", "no documents"),
    _mistake("score bad.jsonl", "bad.jsonl, line 1", "not an annotated document"),
    _mistake("score latin.jsonl", "latin.jsonl", "UTF-8"),
    _mistake("score good.jsonl", "good.jsonl, line 1", "not an annotated document"),
    _mistake("score page.pdf", "page.pdf, line 1", "not valid JSON"),
    # search
    _mistake(f"{DEMO} search words --org ZZZ", "'ZZZ'", "not the ODS code"),
    _mistake(f"{DEMO} search words --kind gossip", "'gossip'", "no kind of evidence"),
    _mistake(f"{DEMO} search words --since soon", "--since: soon", "dates are written"),
    _mistake(f"{DEMO} search words --limit -1", "--limit", "-1 is not in the range"),
    _mistake(f"{DEMO} search words --limit many", "'many'", "--limit"),
    _mistake(f"{DEMO} token create", "'NAME'", "Missing argument"),
    _mistake(f"{DEMO} token revoke gone", "gone", "no token"),
    _mistake(f"{DEMO} search", "QUERY", "Missing argument"),
    _mistake(f"{DEMO} search +", "QUERY", "is empty"),
    # segments
    _mistake("segments missing.csv", "missing.csv", "no such file"),
    _mistake("segments empty.csv", "empty.csv", "empty"),
    _mistake("segments page.csv", "page.csv", "no known segmentation layout"),
    _mistake("segments book.xlsx", "book.xlsx", "the spreadsheet is broken"),
    _mistake("segments cut.csv", "cut.csv", "not a readable CSV"),
    _mistake("segments folder", "folder", "not a file"),
    _mistake("segments --published soon", "soon", "not a date"),
    # serve
    _mistake(f"{DEMO} serve --port 70000", "70000", "--port"),
    _mistake(f"{DEMO} serve --port -1", "-1", "--port"),
    _mistake(f"{DEMO} serve --port eighty", "'eighty'", "--port"),
    _mistake(f"{DEMO} serve --port 0 --host 203.0.113.7", "203.0.113.7", "cannot listen"),
    # every command on every database that cannot be used
    *(_mistake(f"--db {database} {line}", database, wrong) for line in WRITING.values() for database, wrong in UNUSABLE.items()
      if not (line == "read" and "x.db" in database)),
    *(_mistake(f"--db {database} {line}", database, "no such database" if "x.db" in database or database == "folder" else wrong)
      for line in ASKING.values() for database, wrong in UNUSABLE.items()),
    *(_mistake(line, "softintel.db", "no such database") for line in ASKING.values()),
)
