"""Tokens: made, shown once, and recognised.

A token is ``softintel_ID_SECRET``; the id is public and finds its row, the secret is 256 random bits. Stored is the SHA-256 of the
secret alone. A slow hash, as for passwords, would add nothing: passwords are slow to guess only if each guess is made slow, and
nobody guesses 256 random bits. Digests are compared in constant time.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import re
import secrets
from typing import Literal, get_args

from fastapi import Request

from api.problems import NotAllowed, NoToken
from corpora.store import Store
from corpora.store.tokens import Token

Scope = Literal["documents:write"]
SCOPES: tuple[Scope, ...] = get_args(Scope)

SHAPE = re.compile(r"softintel_(?P<id>[0-9a-f]{8})_(?P<secret>[0-9a-f]{64})")
CHALLENGE = 'Bearer realm="softintel"'


def make_token(name: str, *, scopes: tuple[Scope, ...], now: datetime.datetime, days: int) -> tuple[Token, str]:
    """A new token and its text, which is nowhere else."""
    secret = secrets.token_hex(32)
    token = Token(id=secrets.token_hex(4), name=name, scopes=scopes, created_at=moment(now),
                  expires_at=moment(now + datetime.timedelta(days=days)))
    return token, f"softintel_{token.id}_{secret}"


def digest_of(text: str) -> str:
    """What is stored of a token's text.

    Raises:
        ValueError: it is no token.
    """
    parts = SHAPE.fullmatch(text)
    if parts is None:
        raise ValueError("no token of softintel")
    return hashlib.sha256(parts["secret"].encode("ascii")).hexdigest()


def moment(time: datetime.datetime) -> str:
    """``2026-11-22T09:30:00Z``."""
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def now() -> datetime.datetime:
    """The time by the clock."""
    return datetime.datetime.now(tz=datetime.UTC)


def allowed(request: Request, store: Store, scope: Scope) -> Token:
    """The token of a request, where it is good and covers this.

    Raises:
        NotAllowed: no token was ever made, so that nothing can be written; or this one does not cover it.
        NoToken: there is none, or not one that is good.
    """
    if not store.tokens():
        raise NotAllowed("Writing is off: no token was ever made. Who runs the server makes one with `softintel token create`")
    kind, _, text = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer":
        raise NoToken("This address writes, and the request has no `Authorization: Bearer TOKEN`", {"WWW-Authenticate": CHALLENGE})
    token = _recognised(text.strip(), store)
    if token is None or not token.is_good(moment(now())):
        raise NoToken("The token is not known, was revoked or has expired",
                      {"WWW-Authenticate": f'{CHALLENGE}, error="invalid_token"'})
    if scope not in token.scopes:
        raise NotAllowed(f"The token has not the scope {scope}",
                         {"WWW-Authenticate": f'{CHALLENGE}, error="insufficient_scope", scope="{scope}"'})
    return token


def _recognised(text: str, store: Store) -> Token | None:
    parts = SHAPE.fullmatch(text)
    found = store.token(parts["id"]) if parts else None
    if parts is None or found is None:
        return None
    token, digest = found
    return token if hmac.compare_digest(digest_of(text), digest) else None
