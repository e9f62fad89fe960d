"""``softintel serve``: the API and the pages."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import socket
import sys
from pathlib import Path

import click
import uvicorn

from api.app import create_app
from api.library import Library
from corpora.errors import UsersMistake
from corpora.store import Store


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for every network.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for any free one.")
@click.pass_obj
def command(database: Path, host: str, port: int) -> None:
    """Serve the API and the pages over the database, until stopped. The API is described at /docs.

    Reads only, but for programs with a token (`softintel token`). SOFTINTEL_ADDRESS is the address that feeds give out for links,
    where a proxy stands in front.
    """
    Store(database, read_only=True).close()
    with _listening(host, port) as listener:
        # Before it says that it serves: a setting that cannot be used is refused here.
        app = create_app(database)
        address = f"http://{_named(host)}:{listener.getsockname()[1]}/"
        print(f"Serving {database} at {address} (stop with Ctrl-C)", flush=True)
        app.state.library.begin()
        config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=5)
        logging.getLogger("uvicorn.error").addFilter(_is_news)
        # uvicorn raises Ctrl-C once more when it has stopped in good order.
        with contextlib.suppress(KeyboardInterrupt):
            _Server(config, app.state.library).run(sockets=[listener])
    print("softintel: stopped", file=sys.stderr)


class _Server(uvicorn.Server):
    """A server that, when it is stopped, first tells those who wait for what is being worked out."""

    def __init__(self, config: uvicorn.Config, library: Library) -> None:
        super().__init__(config)
        self._library = library

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer those, and then wait for the others for as long as the configuration says."""
        self._library.stop()
        await super().shutdown(sockets)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a message of uvicorn's tells of anything but that an answer was cut off because the server is being stopped."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


def _named(host: str) -> str:
    if host in {"0.0.0.0", "::"}:  # noqa: S104  # compared, not bound
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.create_server(address[:2], family=family, backlog=128)
        # Named as TCP: else asyncio leaves Nagle's algorithm on, and the second packet of an answer waits 40 ms.
        return socket.socket(listener.family, listener.type, socket.IPPROTO_TCP, fileno=listener.detach())
    except socket.gaierror as error:
        raise UsersMistake(f"--host {host}: no such address ({error.strerror})") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsersMistake(f"--port {port}: already taken; give another with --port, or 0 for any free one") from error
        raise UsersMistake(f"{host}:{port}: cannot listen there: {error.strerror}") from error
