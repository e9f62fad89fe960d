"""Findings: soft evidence that does not fit the official view. A module of this package with a ``RULE`` is one rule."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from api.joining.peers import Field
from api.joining.records import Finding
from corpora.schema import OdsCode

IS_NO_JUDGEMENT = ("It is no judgement of the care that the organisation gives, nor of whether the official view is right: read "
                   "the quotes in their sources.")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which soft evidence may not fit the official view."""

    name: str
    find: Callable[[Field, OdsCode], Iterable[Finding]]
    """The findings on one organisation. Pure: no I/O, no clock."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(sorted((module.RULE for module in modules if hasattr(module, "RULE")), key=lambda rule: rule.name))


def findings_on(field: Field, org: OdsCode) -> tuple[Finding, ...]:
    """All findings on one organisation, the newest evidence first."""
    found = [finding for rule in rules() for finding in rule.find(field, org)]
    return tuple(sorted(sorted(found, key=lambda finding: finding.id), key=lambda finding: finding.newest, reverse=True))
