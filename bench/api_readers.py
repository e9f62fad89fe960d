"""Readers that ask a server over HTTP as fast as it answers: one process, one kept connection each, plain sockets and epoll.

A reader costs some 50 µs of a core an answer, so that what is measured is the server; ``Asked.busy`` says how much of a core
it was all the same.
"""

from __future__ import annotations

import random
import selectors
import socket
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

TIMEOUT = 60.0


@dataclass
class Asked:
    """What came back."""

    seconds: float = 0.0
    answers: int = 0
    """All of them, those of the warm-up too."""
    busy: float = 0.0
    """Share of one core that the readers themselves took."""
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Seconds from the first byte sent to the last received, by route."""
    sizes: dict[str, int] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)


@dataclass
class _Reader:
    socket: socket.socket
    route: str = ""
    began: float = 0.0
    got: bytearray = field(default_factory=bytearray)
    head: int = -1
    wanted: int = -1
    """Bytes of the whole answer; -1 while its head is not there, -2 for one in chunks."""


def ask(address: tuple[str, int], choose: Callable[[random.Random], tuple[str, str]], *, readers: int, seconds: float,
        seed: int = 1, warm_up: float = 0.0) -> Asked:
    """Ask for so many seconds, each reader for the next as soon as it has the last.

    Args:
        choose: gives a route's name and a path.
        warm_up: seconds at the beginning whose answers are not counted; errors are.
    """
    chance, asked = random.Random(seed), Asked()
    with selectors.DefaultSelector() as selector:
        for _ in range(readers):
            _start(selector, _Reader(_connected(address)), choose(chance), address)
        began = time.perf_counter()
        worked = time.process_time()
        counted_from, until = began + warm_up, began + warm_up + seconds
        while (now := time.perf_counter()) < until:
            ready = selector.select(timeout=TIMEOUT)
            if not ready:
                asked.errors[f"no answer in {TIMEOUT:.0f} seconds"] += 1
                break
            for key, _ in ready:
                reader: _Reader = key.data
                status = _receive(reader)
                if status is None:
                    continue
                now = time.perf_counter()
                asked.answers += 1
                if now >= counted_from:
                    asked.took[reader.route].append(now - reader.began)
                    asked.sizes[reader.route] = len(reader.got)
                if status != 200:
                    detail = bytes(reader.got[reader.head:reader.head + 300]).decode("utf-8", "replace")
                    asked.errors[f"{reader.route}: {status or 'connection closed'} {detail}"] += 1
                if status == 0:
                    selector.unregister(reader.socket)
                    reader.socket.close()
                    reader = _Reader(_connected(address))
                    _start(selector, reader, choose(chance), address)
                else:
                    _send(reader, choose(chance), address)
        asked.seconds = time.perf_counter() - counted_from
        asked.busy = (time.process_time() - worked) / (time.perf_counter() - began)
        for key in list(selector.get_map().values()):
            key.data.socket.close()
    return asked


def _connected(address: tuple[str, int]) -> socket.socket:
    connection = socket.create_connection(address, timeout=TIMEOUT)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _start(selector: selectors.BaseSelector, reader: _Reader, what: tuple[str, str], address: tuple[str, int]) -> None:
    selector.register(reader.socket, selectors.EVENT_READ, reader)
    _send(reader, what, address)


def _send(reader: _Reader, what: tuple[str, str], address: tuple[str, int]) -> None:
    reader.route, path = what
    reader.got, reader.head, reader.wanted = bytearray(), -1, -1
    reader.began = time.perf_counter()
    reader.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\nAccept: */*\r\n\r\n".encode())


def _receive(reader: _Reader) -> int | None:
    """The status of an answer that is whole, None for one that is not, 0 where the connection was closed."""
    try:
        part = reader.socket.recv(262_144)
    except OSError:
        part = b""
    if not part:
        return 0
    reader.got += part
    if reader.wanted == -1:
        end = reader.got.find(b"\r\n\r\n")
        if end < 0:
            return None
        reader.head = end + 4
        head = bytes(reader.got[:end]).lower()
        place = head.find(b"content-length:")
        reader.wanted = reader.head + int(head[place + 15:].split(b"\r\n", 1)[0]) if place >= 0 else -2
    whole = reader.got.endswith(b"0\r\n\r\n") if reader.wanted == -2 else len(reader.got) >= reader.wanted
    return int(reader.got[9:12]) if whole else None
