"""Which frontier a crawl works through: that of its database, or the one in PostgreSQL that many workers share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpora.errors import UsersMistake
from corpora.store import Store
from crawl.any_frontier import WORKER_LEASE_SECONDS, AnyFrontier
from crawl.frontier import Frontier

VARIABLE = "SOFTINTEL_FRONTIER"
"""The environment variable that holds the shared frontier's address, which may hold a password."""


@contextmanager
def open_frontier(database: Path, *, shared: str | None, worker: str, lease_seconds: float = WORKER_LEASE_SECONDS,
                  on_lost: Callable[[UsersMistake], None] | None = None) -> Iterator[AnyFrontier]:
    """The frontier in ``database``, or the shared one.

    Args:
        shared: the shared frontier's address; None for one worker.
        worker: names this process among all that share the frontier.
        on_lost: called when the frontier can no longer be reached or written, before that is raised.

    Raises:
        UsersMistake: the database cannot be opened or reached, or the software for it is not installed.
    """
    if shared is None:
        with Store(database) as store:
            yield Frontier(store, worker=worker, on_lost=on_lost)
        return
    need_the_extra()
    from crawl.shared_database import SharedDatabase
    from crawl.shared_frontier import SharedFrontier

    if not database.parent.is_dir():
        raise UsersMistake(f"{database}: the folder {database.parent}, in which the archive is to lie, does not exist")
    # After that the others count this worker as dead anyway.
    with closing(SharedDatabase(shared, patience_seconds=lease_seconds, on_lost=on_lost)) as shared_database:
        yield SharedFrontier(shared_database, worker=worker, lease_seconds=lease_seconds)


def need_the_extra() -> None:
    """Say so plainly where what shared frontiers need is not installed.

    Raises:
        UsersMistake: it is not.
    """
    try:
        import psycopg  # noqa: F401  # only asked whether it is there
    except ImportError as error:
        raise UsersMistake(f"{VARIABLE} is set, and a shared frontier needs the extra `workers`: "
                           "install it with pip install 'softintel[workers]'") from error
