"""The register of organisations, loaded once a process."""

from __future__ import annotations

from functools import cache

from corpora.organisations import Register


@cache
def register() -> Register:
    """The packaged register."""
    return Register.load()
