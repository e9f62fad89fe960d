"""``softintel token``: who may write through the API."""

from __future__ import annotations

from pathlib import Path

import click

from api.printing import one_line
from api.tokens import SCOPES, Scope, digest_of, make_token, moment, now
from corpora.errors import UsersMistake
from corpora.store import Store

DAYS = 365


@click.group("token")
def command() -> None:
    """Make, list and revoke tokens, with which programs may write through the API (`POST /api/documents`).

    While none was ever made, nothing can be written. Reading needs none.
    """


@command.command("create")
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, type=click.Choice(SCOPES), default=SCOPES, show_default=True,
              help="What it may do; more than once for several.")
@click.option("--days", type=click.IntRange(1, 3650), default=DAYS, show_default=True, help="For how long.")
@click.pass_obj
def create(database: Path, name: str, scopes: tuple[Scope, ...], days: int) -> None:
    """Make a token for NAME, and print it: once, for it is stored nowhere."""
    if not one_line(name).strip() or len(name) > 100:
        raise UsersMistake("NAME: must be 1 to 100 characters, and say whose the token is")
    token, text = make_token(one_line(name).strip(), scopes=tuple(dict.fromkeys(scopes)), now=now(), days=days)
    with Store(database) as store:
        store.add_token(token, digest=digest_of(text))
    click.echo(f"softintel: token {token.id} for {token.name}, good until {token.expires_at[:10]}; it is not shown again", err=True)
    click.echo(text)


@command.command("list")
@click.pass_obj
def show(database: Path) -> None:
    """List tokens: id, state, scopes, whose. Their secrets are not stored."""
    with Store(database, read_only=True) as store:
        for token in store.tokens():
            state = (f"revoked {token.revoked_at[:10]}" if token.revoked_at else
                     f"{'good until' if token.is_good(moment(now())) else 'expired'} {token.expires_at[:10]}")
            click.echo(f"{token.id}  {state}  {' '.join(token.scopes)}  {one_line(token.name)}")


@command.command("revoke")
@click.argument("token_id", metavar="ID")
@click.pass_obj
def revoke(database: Path, token_id: str) -> None:
    """Make the token of this ID useless, at once."""
    Store(database, read_only=True).close()
    with Store(database) as store:
        if not store.revoke_token(token_id, at=moment(now())):
            raise UsersMistake(f"{token_id}: no token that is not revoked has this id; `softintel token list` lists them")
    click.echo(f"{token_id} revoked")
