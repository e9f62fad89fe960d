"""A name system and a network for probes, inside the crawling process: no packet leaves this machine.

Hostile names answer what the test wants. A connection to an address that stands for a public site goes to a server on this machine, one to
a dead public address is refused, and one to any other address whatever goes to the canary. This module knows nothing of :mod:`crawl.reach`.
"""

from __future__ import annotations

import errno
import ipaddress
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

NO_SUCH_NAME = socket.gaierror(socket.EAI_NONAME, "Name or service not known")


class Network(BaseModel):
    """What is there."""

    names: dict[str, list[list[str]]]
    """Name → its answers one after the other, each a list of addresses; the last answer stays."""
    sites: dict[str, int]
    """Public address → the port on this machine of the server that stands for it."""
    dead: list[str]
    """Public addresses where nobody answers."""
    canary: int
    """The canary's port."""
    attempts: Path
    """Where each connection that went to the canary is noted: a line of JSON with address and port."""

    def install(self) -> None:
        """From now on, this process resolves and connects so."""
        resolve = socket.getaddrinfo

        def getaddrinfo(host: Any, port: Any, *arguments: Any, **named: Any) -> Any:
            answers = self.names.get(str(host).lower().rstrip("."))
            if answers is None:
                # Numbers in all their ways of writing are no names.
                return resolve(host, port, *arguments, **named) if _is_number(str(host)) else _raise()
            found: list[Any] = []
            for address in answers.pop(0) if len(answers) > 1 else answers[0]:
                found += resolve(address, port, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST)
            return found

        socket.getaddrinfo = getaddrinfo
        for name in ("connect", "connect_ex"):
            setattr(socket.socket, name, self._connecting(getattr(socket.socket, name), raises=name == "connect"))

    def _connecting(self, connect: Callable[..., Any], *, raises: bool) -> Callable[..., Any]:
        def connect_elsewhere(sock: socket.socket, where: Any) -> Any:
            if sock.family not in (socket.AF_INET, socket.AF_INET6):
                return connect(sock, where)
            address, port = str(where[0]), where[1]
            if address in self.dead:
                if raises:
                    raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
                return errno.ECONNREFUSED
            if address not in self.sites:
                with self.attempts.open("a", encoding="ascii") as log:
                    log.write(json.dumps([address, port]) + "\n")
            here = "::ffff:127.0.0.1" if sock.family == socket.AF_INET6 else "127.0.0.1"
            return connect(sock, (here, self.sites.get(address, self.canary)))
        return connect_elsewhere


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        pass
    else:
        return True
    try:
        socket.inet_aton(host)
    except (OSError, UnicodeEncodeError):
        return False
    return True


def _raise() -> Any:
    raise NO_SUCH_NAME
