"""The SQLite schema. Append only: a migration that has landed is never edited; a change is a new one."""

import sys

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from corpora.schema import identifier

migrations = Migrations("softintel")

PASSAGES_AT_ONCE = 20_000
"""The index of words of so many passages is made in two or three seconds; of more, people are told why they wait."""


@migrations()
def m001_documents(db: Database) -> None:
    """Captures, documents, their pages, and what could not be handled."""
    db.executescript("""
        CREATE TABLE captures (
            id TEXT NOT NULL, url TEXT NOT NULL, fetched_at TEXT NOT NULL, status INTEGER NOT NULL,
            media_type TEXT, etag TEXT, last_modified TEXT, length INTEGER NOT NULL,
            PRIMARY KEY (id, url)
        );
        CREATE INDEX captures_url ON captures (url, fetched_at);
        CREATE TABLE documents (
            id TEXT PRIMARY KEY, url TEXT, title TEXT NOT NULL, text TEXT NOT NULL, publisher TEXT,
            doc_type TEXT NOT NULL, published TEXT, published_method TEXT, published_reliability REAL,
            licence TEXT, source TEXT, capture_id TEXT
        );
        CREATE INDEX documents_url ON documents (url);
        CREATE TABLE pages (
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
            PRIMARY KEY (document_id, number)
        ) WITHOUT ROWID;
        CREATE TABLE issues (
            id INTEGER PRIMARY KEY, stage TEXT NOT NULL, "where" TEXT NOT NULL, value TEXT, reason TEXT NOT NULL,
            seen_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
            UNIQUE (stage, "where", reason)
        );
    """)


@migrations()
def m002_readings(db: Database) -> None:
    """What the readers found: mentions, evidence, passages with their words and vectors, events."""
    db.executescript("""
        CREATE TABLE readings (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            reader TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE mentions (
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            start INTEGER NOT NULL, end INTEGER NOT NULL, code TEXT NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (document_id, start, end, code)
        ) WITHOUT ROWID;
        CREATE INDEX mentions_code ON mentions (code, document_id);
        CREATE TABLE evidence (
            id TEXT PRIMARY KEY,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            kind TEXT NOT NULL, subtype TEXT NOT NULL, org TEXT, org_text TEXT, value TEXT, status TEXT NOT NULL,
            date TEXT, quote TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
            confidence REAL NOT NULL, rule TEXT NOT NULL, reported_by TEXT,
            sort_date TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX evidence_newest ON evidence (sort_date DESC, id);
        CREATE INDEX evidence_org ON evidence (org, sort_date DESC, id);
        CREATE INDEX evidence_document ON evidence (document_id);
        CREATE TABLE passages (
            id INTEGER PRIMARY KEY,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            start INTEGER NOT NULL, end INTEGER NOT NULL, tags TEXT NOT NULL, vector BLOB
        );
        CREATE INDEX passages_document ON passages (document_id);
        CREATE VIRTUAL TABLE passage_words USING fts5 (
            text, title, tags, content='', tokenize='porter unicode61 remove_diacritics 2'
        );
        CREATE TABLE events (
            id TEXT PRIMARY KEY, org TEXT NOT NULL, kind TEXT NOT NULL, subtype TEXT NOT NULL, value TEXT,
            date TEXT, evidence_ids TEXT NOT NULL
        ) WITHOUT ROWID;
    """)


@migrations()
def m003_segments(db: Database) -> None:
    """The official view, as published."""
    db.executescript("""
        CREATE TABLE segments (
            org TEXT NOT NULL, framework TEXT NOT NULL, period TEXT NOT NULL, league_table TEXT NOT NULL DEFAULT '',
            segment INTEGER, valid_from TEXT NOT NULL, valid_to TEXT, published_on TEXT,
            score REAL, rank INTEGER, financial_override INTEGER, in_deficit INTEGER, source TEXT NOT NULL,
            PRIMARY KEY (org, framework, period, league_table, source)
        ) WITHOUT ROWID;
        CREATE INDEX segments_period ON segments (framework, period, segment);
    """)


@migrations()
def m004_frontier(db: Database) -> None:
    """The crawl's leased queue: one row a URL of a source; when each host may be asked again; each source's rounds."""
    db.executescript("""
        CREATE TABLE frontier (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, url TEXT NOT NULL, role TEXT NOT NULL,
            host TEXT NOT NULL, priority INTEGER NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'leased', 'done', 'failed')),
            attempts INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0, not_before REAL NOT NULL DEFAULT 0,
            leased_by TEXT, leased_until REAL, found_on INTEGER, context TEXT NOT NULL DEFAULT '{}',
            round INTEGER NOT NULL DEFAULT 0, done_at REAL, reason TEXT, http_status INTEGER,
            etag TEXT, last_modified TEXT, capture_id TEXT,
            UNIQUE (source, url)
        );
        CREATE INDEX frontier_next ON frontier (host, state, lost, priority DESC, id);
        CREATE INDEX frontier_source ON frontier (source, state);
        CREATE INDEX frontier_url ON frontier (url);
        CREATE INDEX frontier_found_on ON frontier (found_on);
        CREATE TABLE hosts (
            host TEXT PRIMARY KEY, free_at REAL NOT NULL DEFAULT 0, crawl_delay REAL NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE TABLE rounds (
            source TEXT NOT NULL, number INTEGER NOT NULL, started_at REAL NOT NULL, finished_at REAL,
            PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
    """)


@migrations()
def m005_copies(db: Database) -> None:
    """Documents that are copies of one text: fingerprints and their bands, a cluster each; evidence that is told once more."""
    db.executescript("""
        CREATE TABLE fingerprints (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            method TEXT NOT NULL, exact TEXT NOT NULL, cluster TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX fingerprints_exact ON fingerprints (exact);
        CREATE INDEX fingerprints_cluster ON fingerprints (cluster);
        CREATE TABLE bands (
            band INTEGER NOT NULL, document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            PRIMARY KEY (band, document_id)
        ) WITHOUT ROWID;
        CREATE INDEX bands_document ON bands (document_id);
        ALTER TABLE evidence ADD COLUMN copy_of TEXT;
        CREATE INDEX evidence_copies ON evidence (copy_of) WHERE copy_of IS NOT NULL;
        ALTER TABLE events ADD COLUMN sources INTEGER NOT NULL DEFAULT 1;
    """)


@migrations()
def m006_gathering(db: Database) -> None:
    """Archived bytes, page labels and states, sections, versions, the ledger of what was looked at, meetings, the register."""
    db.executescript("""
        ALTER TABLE captures ADD COLUMN archive TEXT;
        ALTER TABLE captures ADD COLUMN archive_offset INTEGER;
        CREATE INDEX captures_archive ON captures (archive) WHERE archive IS NOT NULL;
        ALTER TABLE documents ADD COLUMN extraction TEXT NOT NULL DEFAULT 'whole';
        ALTER TABLE documents ADD COLUMN met_on TEXT;
        ALTER TABLE pages ADD COLUMN label TEXT;
        ALTER TABLE pages ADD COLUMN state TEXT NOT NULL DEFAULT 'text';
        CREATE TABLE sections (
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, title TEXT NOT NULL, label TEXT,
            PRIMARY KEY (document_id, number)
        ) WITHOUT ROWID;
        CREATE TABLE versions (
            id INTEGER PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            replaced_at TEXT NOT NULL, capture_id TEXT, title TEXT NOT NULL, published TEXT,
            added INTEGER NOT NULL, removed INTEGER NOT NULL, diff BLOB NOT NULL
        );
        CREATE INDEX versions_document ON versions (document_id, id);
        CREATE TABLE ledger (
            source TEXT NOT NULL, week TEXT NOT NULL, org TEXT NOT NULL DEFAULT '',
            asked INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (source, week, org)
        ) WITHOUT ROWID;
        CREATE INDEX ledger_org ON ledger (org, week);
        CREATE TABLE meetings (
            org TEXT NOT NULL, day TEXT NOT NULL, title TEXT NOT NULL, time TEXT, place TEXT NOT NULL DEFAULT '', url TEXT NOT NULL,
            seen_at TEXT NOT NULL DEFAULT '', PRIMARY KEY (org, day, title)
        ) WITHOUT ROWID;
        CREATE TABLE register_entries (
            code TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, active INTEGER NOT NULL, opened TEXT, closed TEXT,
            postcode TEXT NOT NULL, successors TEXT NOT NULL, predecessors TEXT NOT NULL, seen_at TEXT NOT NULL
        ) WITHOUT ROWID;
        ALTER TABLE frontier ADD COLUMN refusal TEXT;
        ALTER TABLE frontier ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rounds ADD COLUMN fetched INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rounds ADD COLUMN new INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rounds ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rounds ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rounds ADD COLUMN whole INTEGER NOT NULL DEFAULT 1;
        CREATE TABLE collected (id TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE INDEX frontier_due ON frontier (host, state, not_before);
        CREATE INDEX frontier_leased ON frontier (leased_until) WHERE state = 'leased';
        ALTER TABLE rounds ADD COLUMN alarm TEXT;
        ALTER TABLE frontier ADD COLUMN capture_url TEXT;
        ALTER TABLE frontier ADD COLUMN read_at REAL;
        CREATE INDEX frontier_capture ON frontier (capture_id) WHERE capture_id IS NOT NULL;
    """)


@migrations()
def m007_filters(db: Database) -> None:
    """What search filters by, as tokens in the index of words, which is made anew from what is stored; ids never given twice."""
    from corpora.store.word_index import index_all  # the store imports this module

    count = db.execute("SELECT count(*) FROM passages").fetchone()[0]
    if count > PASSAGES_AT_ONCE:
        print(f"softintel: making the index of words of {count:,} passages anew, once", file=sys.stderr)
    db.executescript("""
        CREATE TABLE tag_names (tag TEXT PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE passage_counter (only INTEGER PRIMARY KEY CHECK (only = 1), next INTEGER NOT NULL);
        CREATE INDEX documents_published ON documents (published);
    """)
    index_all(db.conn, lambda tags: tuple(tag.removeprefix("org") for tag in tags.split() if tag.startswith("org")))


@migrations()
def m009_sooner(db: Database) -> None:
    """What the pages ask for most, by index: what is cited of a document, where a quote stands, evidence of a kind; and how many
    pieces there are, counted in the transaction that changes them."""
    db.executescript("""
        CREATE INDEX documents_cited ON documents (id, title, url, publisher, published, published_reliability, doc_type);
        CREATE INDEX pages_start ON pages (document_id, start);
        CREATE INDEX sections_start ON sections (document_id, start, number);
        CREATE INDEX evidence_told ON evidence (org, kind, sort_date DESC, id) WHERE copy_of IS NULL;
        CREATE TABLE evidence_counts (
            org TEXT NOT NULL, kind TEXT NOT NULL, pieces INTEGER NOT NULL, PRIMARY KEY (org, kind)
        ) WITHOUT ROWID;
        INSERT INTO evidence_counts
            SELECT coalesce(org, ''), kind, count(*) FROM evidence WHERE copy_of IS NULL GROUP BY 1, 2;
        CREATE TRIGGER evidence_counted AFTER INSERT ON evidence WHEN NEW.copy_of IS NULL BEGIN
            INSERT INTO evidence_counts VALUES (coalesce(NEW.org, ''), NEW.kind, 1)
                ON CONFLICT (org, kind) DO UPDATE SET pieces = pieces + 1;
        END;
        CREATE TRIGGER evidence_uncounted AFTER DELETE ON evidence WHEN OLD.copy_of IS NULL BEGIN
            UPDATE evidence_counts SET pieces = pieces - 1 WHERE org = coalesce(OLD.org, '') AND kind = OLD.kind;
        END;
        CREATE TRIGGER evidence_recounted AFTER UPDATE OF org, kind, copy_of ON evidence BEGIN
            UPDATE evidence_counts SET pieces = pieces - 1
                WHERE OLD.copy_of IS NULL AND org = coalesce(OLD.org, '') AND kind = OLD.kind;
            INSERT INTO evidence_counts SELECT coalesce(NEW.org, ''), NEW.kind, 1 WHERE NEW.copy_of IS NULL
                ON CONFLICT (org, kind) DO UPDATE SET pieces = pieces + 1;
        END;
    """)


@migrations()
def m008_official(db: Database) -> None:
    """Every publication of a segment is kept; domain scores, never-event counts, ratings. ``id`` is of all that a row says."""
    columns = ["org", "framework", "period", "league_table", "segment", "valid_from", "valid_to", "published_on", "score", "rank",
               "financial_override", "in_deficit", "source"]
    rows = [dict(zip(columns, row, strict=True)) for row in db.execute(f"SELECT {', '.join(columns)} FROM segments")]
    db.executescript("""
        DROP TABLE segments;
        CREATE TABLE segments (
            id TEXT PRIMARY KEY, org TEXT NOT NULL, framework TEXT NOT NULL, period TEXT NOT NULL,
            league_table TEXT NOT NULL DEFAULT '', segment INTEGER, valid_from TEXT NOT NULL, valid_to TEXT, published_on TEXT,
            score REAL, rank INTEGER, financial_override INTEGER, in_deficit INTEGER, source TEXT NOT NULL,
            publication TEXT NOT NULL DEFAULT '', replaced INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE INDEX segments_org ON segments (org, framework, period);
        CREATE INDEX segments_period ON segments (framework, period, segment);
        CREATE TABLE domain_scores (
            id TEXT PRIMARY KEY, org TEXT NOT NULL, framework TEXT NOT NULL, period TEXT NOT NULL,
            league_table TEXT NOT NULL DEFAULT '', domain TEXT NOT NULL, measure TEXT NOT NULL, value REAL NOT NULL,
            valid_from TEXT NOT NULL, valid_to TEXT, published_on TEXT, publication TEXT NOT NULL DEFAULT '', source TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX domain_scores_org ON domain_scores (org, framework, period);
        CREATE TABLE never_event_counts (
            id TEXT PRIMARY KEY, org TEXT NOT NULL, org_name TEXT NOT NULL, year TEXT NOT NULL, count INTEGER NOT NULL,
            status TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, published_on TEXT,
            publication TEXT NOT NULL DEFAULT '', source TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX never_event_counts_org ON never_event_counts (org, year);
        CREATE TABLE official_ratings (
            id TEXT PRIMARY KEY, org TEXT NOT NULL, level TEXT NOT NULL, location TEXT, overall TEXT, safe TEXT, effective TEXT,
            caring TEXT, responsive TEXT, well_led TEXT, published_on TEXT, as_of TEXT NOT NULL, inherited INTEGER,
            source TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX official_ratings_org ON official_ratings (org, level, published_on);
    """)
    for row in rows:
        # The release follows from what the importers of that time called their sources; the packaged days were those of the
        # periods' first releases, not of the release that the rows were taken from.
        source = str(row["source"])
        if source.endswith("Q4 2025/26 release"):
            row |= {"publication": "Q4 2025/26", "published_on": None}
        elif source.endswith("Q3 2025/26 release"):
            row["publication"] = "Q3 2025/26 v2"
        elif source == "NHS England, NHS Oversight Framework league table":
            row["publication"] = row["period"]
        row.setdefault("publication", "")
        shown = {**row, "league_table": row["league_table"] or None, "publication": row["publication"] or None}
        order = ("org", "framework", "segment", "period", "valid_from", "valid_to", "published_on", "league_table", "score", "rank")
        flags = [None if row[name] is None else bool(row[name]) for name in ("financial_override", "in_deficit")]
        row["id"] = identifier(*[shown[name] for name in order], *flags, row["source"], shown["publication"])
        db.execute(f"INSERT INTO segments ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


@migrations()
def m010_tokens(db: Database) -> None:
    """Tokens of the API, as hashes: what is stored lets nobody in."""
    db.executescript("""
        CREATE TABLE tokens (
            id TEXT PRIMARY KEY, digest TEXT NOT NULL, name TEXT NOT NULL, scopes TEXT NOT NULL,
            created_at TEXT NOT NULL, expires_at TEXT NOT NULL, revoked_at TEXT
        ) WITHOUT ROWID;
    """)


@migrations()
def m012_meetings(db: Database) -> None:
    """Meetings as each page announces them, so that what one page takes back is not kept for another's sake, nor lost."""
    db.executescript("""
        ALTER TABLE meetings RENAME TO meetings_before;
        CREATE TABLE meetings (
            page TEXT NOT NULL, org TEXT NOT NULL, day TEXT NOT NULL, title TEXT NOT NULL, time TEXT,
            place TEXT NOT NULL DEFAULT '', url TEXT NOT NULL, in_paper INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
            seen_at TEXT NOT NULL DEFAULT '', PRIMARY KEY (page, org, day, title)
        ) WITHOUT ROWID;
        CREATE INDEX meetings_day ON meetings (day, org);
        INSERT INTO meetings (page, org, day, title, time, place, url, in_paper, seen_at)
        SELECT url, org, day, title, time, place, url, url IN (SELECT url FROM documents WHERE url IS NOT NULL), seen_at
        FROM meetings_before;
        DROP TABLE meetings_before;
    """)


@migrations()
def m011_files(db: Database) -> None:
    """In which file which document stands; and what was filed from a text that was changed since, for links that lead to it."""
    db.executescript("""
        CREATE TABLE files (
            path BLOB NOT NULL, member TEXT NOT NULL, content TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            PRIMARY KEY (path, member)
        ) WITHOUT ROWID;
        CREATE INDEX files_document ON files (document_id);
        CREATE INDEX files_content ON files (content);
        CREATE TABLE former_evidence (
            id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, version INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX former_evidence_document ON former_evidence (document_id);
    """)
