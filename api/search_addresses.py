"""Addresses of searches that differ from one another in a filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchAddress:
    """A search by its parameters. Every other search made of it begins at its first page."""

    parameters: Parameters

    @classmethod
    def of(cls, parameters: Iterable[tuple[str, str]]) -> SearchAddress:
        """The address with these parameters, those that are empty left out."""
        return cls(tuple((name, value) for name, value in parameters if value))

    def less(self, name: str, value: str | None = None) -> SearchAddress:
        """Without a parameter, or without one of its values."""
        return SearchAddress(tuple(one for one in self._first_page() if one[0] != name or value not in (None, one[1])))

    def more(self, name: str, value: str) -> SearchAddress:
        """With one more value of a parameter that takes several."""
        return SearchAddress((*self.less(name, value).parameters, (name, value)))

    def with_one(self, name: str, value: str) -> SearchAddress:
        """With this value of a parameter and no other."""
        return SearchAddress((*self.less(name).parameters, (name, value)))

    def after(self, cursor: str) -> str:
        """The next page."""
        return str(SearchAddress((*self._first_page(), ("cursor", cursor))))

    def _first_page(self) -> Parameters:
        return tuple(one for one in self.parameters if one[0] != "cursor")

    def __str__(self) -> str:
        return f"/search?{urlencode(self.parameters)}" if self.parameters else "/search"
