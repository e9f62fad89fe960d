"""Every check of schemathesis against the real application, over a filled store and behind a real server.

    python -m bench.schemathesis_all [--examples 100] [--seed 1]

The store is that of the tests (what it says of organisations is invented). One token that may write is made; schemathesis sends it
with each request, and leaves it out where it checks that it is needed. ``bench/schemathesis_hooks.py`` tells schemathesis what the
description cannot: which codes there are.
"""

from __future__ import annotations

import argparse
import datetime
import os
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import uvicorn

from api.app import create_app
from api.tokens import digest_of, make_token
from corpora.store import Store
from tests.api.writing import fill

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Run, and exit as schemathesis does: 0 where nothing failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=100, help="cases for each operation and phase")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--phases", default="examples,coverage,fuzzing,stateful")
    given, further = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "store.db"
        fill(database)
        return check(database, "--max-examples", str(given.examples), "--seed", str(given.seed), "--phases", given.phases, *further)


def check(database: Path, *options: str) -> int:
    """Run all checks of schemathesis against the application over a store, with these options; its exit code."""
    token, text = make_token("schemathesis", scopes=("documents:write",), now=datetime.datetime.now(tz=datetime.UTC), days=1)
    with Store(database) as store:
        store.add_token(token, digest=digest_of(text))
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(database, by_meaning=False), log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            return subprocess.run(
                [str(Path(sys.executable).with_name("schemathesis")), "run",
                 f"http://127.0.0.1:{listener.getsockname()[1]}/openapi.json", "--checks", "all", "--header",
                 f"Authorization: Bearer {text}", "--no-color", "--request-timeout", "120",
                 "--max-response-time", "60", *options],
                check=False, cwd=database.parent, env=os.environ | {
                    "SCHEMATHESIS_HOOKS": "bench.schemathesis_hooks", "PYTHONPATH": str(ROOT)}).returncode
        finally:
            server.should_exit = True
            thread.join()


if __name__ == "__main__":
    sys.exit(main())
