"""The ``softintel`` command: every module of this package that has a ``command`` is a subcommand."""

from __future__ import annotations

import errno
import importlib
import os
import pkgutil
import sqlite3
import sys
from pathlib import Path
from typing import NoReturn

import click

from api.printing import one_line
from corpora.errors import UsersMistake
from corpora.store.undone import no_empty_database

CANNOT_WRITE = (errno.ENOSPC, errno.EDQUOT, errno.EIO)

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Subcommands(click.Group):
    """Finds its subcommands as modules of this package, and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all subcommands; a leading underscore hides a module."""
        return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of this name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The subcommands, each with its first sentence in full."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.get_short_help_str(limit=500)) for name, command in commands if command])

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; a mistake leaves no empty database behind."""
        ctx.obj = ctx.params["database"] or Path(os.environ.get("SOFTINTEL_DATABASE") or "softintel.db")
        try:
            with no_empty_database(ctx.obj):
                code: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # The reader of our output has gone (`softintel extract … | head`): nothing is wrong. Click would exit with 1.
            _print_no_more()
            return 0
        except OSError as error:
            if error.errno not in CANNOT_WRITE:
                raise
            _print_no_more()
            raise UsersMistake(f"cannot write: {error.strerror}") from error
        return code


@click.command(cls=Subcommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="softintel")
@click.option("--db", "database", type=click.Path(path_type=Path), default=None,
              help="The database file. Default: $SOFTINTEL_DATABASE, else softintel.db in this folder.")
def softintel(database: Path | None) -> None:
    """Soft intelligence on NHS trusts in England: gather, read, search, join, alert.

    Results go to stdout and messages to stderr. Exit codes: 0 success, 1 a finding or a failed check, 2 a mistake in
    what was given, told in one line.
    """


def main() -> None:
    """Run the command line, turning users' mistakes into one line and exit code 2."""
    _give_terminal_a_size()
    try:
        code = softintel.main(standalone_mode=False)
    except click.exceptions.Abort:
        print("softintel: stopped", file=sys.stderr)
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        sys.exit(0)
    except click.NoSuchOption as error:
        hint = " It stands before the command: softintel --db PATH COMMAND" if error.option_name == "--db" else ""
        _tell_mistake(error.format_message() + hint)
    except click.ClickException as error:
        _tell_mistake(error.format_message())
    except UsersMistake as error:
        _tell_mistake(str(error))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            _tell_mistake(f"the database cannot be written or read: {error}")
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGED:
            raise
        _tell_mistake(f"the database is damaged: {error}; `softintel doctor` says what can be done")
    sys.exit(code if isinstance(code, int) else 0)


def _print_no_more() -> None:
    """What is still to be written goes nowhere; Python would try once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_mistake(message: str) -> NoReturn:
    # What is wrong with a file is told in the file's words, which must not steer the terminal.
    print(f"softintel: {one_line(message)}", file=sys.stderr)
    sys.exit(2)


def _give_terminal_a_size() -> None:
    """On a terminal that does not know its size (0 × 0, as some containers have), tqdm shows no bar at all unless told one."""
    try:
        size = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        return
    if not size.columns or not size.lines:
        os.environ.setdefault("TQDM_NCOLS", "80")
        os.environ.setdefault("TQDM_NROWS", "24")
