"""One module an evidence kind. A module of this package with a ``KIND`` is one; no list names them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from nlp.sheet import Sheet, Trigger


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be read of one evidence kind."""

    name: str
    scan: tuple[re.Pattern[str], ...]
    """One of these matches the text or the title of every document that can hold a claim of this kind: see ``nlp.triage``."""
    find: Callable[[Sheet], Iterable[Trigger]]
    """All triggers of this kind in a sheet, at high recall. Pure: no I/O, no clock."""
    unnamed: tuple[re.Pattern[str], ...] = ()
    """Likewise for claims about no organisation of the register: a count of trusts, an area. None of a kind without such."""


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, by name."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(sorted((module.KIND for module in modules if hasattr(module, "KIND")), key=lambda kind: kind.name))
