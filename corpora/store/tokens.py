"""Tokens that let programs write through the API. Their secrets are not here, only what they hash to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from corpora.schema import Record
from corpora.store.connection import Connection

Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$")]
"""UTC, to the second; these compare as text."""


class Token(Record):
    """A right to write, given to a program until a day."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    name: Annotated[str, Field(min_length=1, max_length=100)]
    """Whose it is, for people."""
    scopes: tuple[str, ...]
    created_at: Moment
    expires_at: Moment
    revoked_at: Moment | None = None

    def is_good(self, now: Moment) -> bool:
        """Whether it may be used at this moment."""
        return self.revoked_at is None and now < self.expires_at


class Tokens(Connection):
    """Writing and asking for tokens."""

    def add_token(self, token: Token, *, digest: str) -> None:
        """Store a token with the SHA-256 of its secret, in hexadecimal."""
        with self.atomic():
            self.db.execute(
                "INSERT INTO tokens (id, digest, name, scopes, created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [token.id, digest, token.name, " ".join(token.scopes), token.created_at, token.expires_at, token.revoked_at])

    def tokens(self) -> list[Token]:
        """All tokens, the oldest first, those that are no longer good as well."""
        rows = self.db.execute("SELECT id, name, scopes, created_at, expires_at, revoked_at FROM tokens ORDER BY created_at, id")
        return [_token(row) for row in rows]

    def token(self, token_id: str) -> tuple[Token, str] | None:
        """A token and the digest of its secret, or None."""
        row = self.db.execute("SELECT id, name, scopes, created_at, expires_at, revoked_at, digest FROM tokens WHERE id = ?",
                              [token_id]).fetchone()
        return (_token(row[:-1]), str(row[-1])) if row else None

    def revoke_token(self, token_id: str, *, at: Moment) -> bool:
        """Make a token useless from now on; False where there is none of this id that is not revoked already."""
        with self.atomic():
            done = self.db.execute("UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [at, token_id])
        return done.rowcount > 0


def _token(row: tuple[object, ...]) -> Token:
    fields = dict(zip(("id", "name", "scopes", "created_at", "expires_at", "revoked_at"), row, strict=True))
    fields["scopes"] = tuple(str(fields["scopes"]).split())
    return Token.model_validate(fields)
