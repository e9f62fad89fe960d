"""Alerts: one module a rule. A module of this package with a ``RULE`` is one; no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from api.alerts.history import History
from api.register import register
from corpora.schema import Alert
from corpora.store import Store


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to look at an organisation now."""

    name: str
    find: Callable[[History], Iterable[Alert]]
    """All alerts of this rule in what is known. Pure: no I/O, no clock."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(sorted((module.RULE for module in modules if hasattr(module, "RULE")), key=lambda rule: rule.name))


def evaluate(store: Store) -> list[Alert]:
    """All alerts that the store gives reason for, newest first; those without a date last."""
    history = History.of(store, register())
    alerts = [alert for rule in rules() for alert in rule.find(history)]
    return sorted(sorted(alerts, key=lambda alert: alert.id), key=lambda alert: alert.date or "", reverse=True)
