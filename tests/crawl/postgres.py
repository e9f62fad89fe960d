"""A real PostgreSQL for tests: in a temporary folder, on a Unix socket only, run by somebody who is not root."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg


class NoPostgres(Exception):
    """There is no PostgreSQL on this machine, and it could not be installed."""


def binaries() -> Path:
    """The folder with ``initdb`` and ``postgres``; Debian keeps them off the path. Root may have them installed.

    Raises:
        NoPostgres: they are nowhere.
    """
    if not (found := _found()) and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "-y", "-q", "postgresql"], capture_output=True, timeout=300, check=False,
                       env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})
        found = _found()
    if not found:
        raise NoPostgres("there is no PostgreSQL here (Debian: apt-get install postgresql)")
    return found


def _found() -> Path | None:
    on_path = shutil.which("initdb")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].split(".")[0]))
    places = [Path(on_path).resolve()] if on_path else packaged
    return places[-1].parent if places else None


@contextlib.contextmanager
def running_postgres() -> Iterator[str]:
    """A server; gives the folder of its socket.

    Raises:
        NoPostgres: there is none to run.
    """
    bin_folder = binaries()
    # Short and open to others, since a socket's path may have no more than some hundred characters and root's folders are closed.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    identity: dict[str, int | str | list[int]] = {}
    if os.geteuid() == 0:
        user = next(pwd.getpwnam(name) for name in ("postgres", "nobody") if _exists(name))
        os.chown(folder, user.pw_uid, user.pw_gid)
        identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    folder.chmod(0o755)
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"}
    try:
        subprocess.run([bin_folder / "initdb", "-D", folder / "data", "-A", "trust", "-U", "softintel", "-E", "UTF8", "--no-sync"],
                       cwd=folder, env=plain, capture_output=True, check=True, **identity)  # type: ignore[call-overload]
        with subprocess.Popen([bin_folder / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses=",
                               "-c", "fsync=off"], cwd=folder, env=plain, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              **identity) as server:  # type: ignore[call-overload]
            try:
                _wait_for(server, folder)
                yield str(folder)
            finally:
                # At once: what it holds is thrown away.
                server.send_signal(signal.SIGQUIT)
                server.wait(30)
    finally:
        shutil.rmtree(folder)


def emptied(socket_folder: str) -> str:
    """The address of the server's only database, emptied of what was in it."""
    url = f"postgresql://softintel@/postgres?host={socket_folder}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS softintel CASCADE")
    return url


def _wait_for(server: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            emptied(str(folder))
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _exists(user: str) -> bool:
    with contextlib.suppress(KeyError):
        return bool(pwd.getpwnam(user))
    return False
