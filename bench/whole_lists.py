"""How much memory a server takes to give out whole lists, and how long they take.

    python -m bench.whole_lists STORE [--path /api/evidence]

``bench.api_store`` makes a store. The server is a process of its own; each list is asked for as CSV and as JSON Lines.
"""

from __future__ import annotations

import argparse
import http.client
import os
import subprocess
import sys
import time
from pathlib import Path

START = ("import sys, socket, uvicorn; from pathlib import Path; from api.app import create_app\n"
         "listener = socket.create_server(('127.0.0.1', 0)); print(listener.getsockname()[1], flush=True)\n"
         "app = create_app(Path(sys.argv[1]), by_meaning=False)\n"
         "uvicorn.Server(uvicorn.Config(app, log_level='warning')).run(sockets=[listener])")


def main() -> int:
    """Ask for each list and print what it took."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("store", type=Path)
    given.add_argument("--path", default="/api/evidence?include_copies=true")
    asked = given.parse_args()
    with subprocess.Popen([sys.executable, "-c", START, str(asked.store)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        _ask(port, f"{asked.path}{'&' if '?' in asked.path else '?'}limit=1")
        print(f"before: {_memory(server.pid):.0f} MB")
        for form in ("jsonl", "csv"):
            began = time.monotonic()
            size, lines, most = _ask(port, f"{asked.path}{'&' if '?' in asked.path else '?'}all=true&format={form}", server.pid)
            took = time.monotonic() - began
            print(f"{form}: {lines:,} lines, {size / 1e6:.0f} MB in {took:.0f} s ({lines / took:,.0f} a second), "
                  f"at most {most:.0f} MB of memory")
        server.terminate()
    return 0


def _ask(port: int, path: str, pid: int = 0) -> tuple[int, int, float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert answer.status == 200, answer.read()
    size, lines, most = 0, 0, 0.0
    while part := answer.read(1 << 20):
        size, lines = size + len(part), lines + part.count(b"\n")
        most = max(most, _memory(pid)) if pid else 0.0
    return size, lines, most


def _memory(pid: int) -> float:
    """Resident memory in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
